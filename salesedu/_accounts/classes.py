"""The four classes of the key account matrix.

Part of chapter 7; import what is public from :mod:`salesedu.accounts`.
"""

from dataclasses import dataclass

from salesedu._accounts.marks import REMEDY
from salesedu._checks import ALLOWANCE, number
from salesedu._notation import and_list, plain

__all__ = ["KEY_ACCOUNT_CLASSES", "AccountClass", "Border", "border_of", "classified", "key_account_class"]

Border = float | tuple[float, float]

# Class by (attractive, strong): its Dutch name and what to do.
CLASSES = {
    (True, True): (
        "key account", "sleutelklant",
        "Invest: an own account manager and team, an account plan, contacts on every level; defend it.",
    ),
    (True, False): (
        "key development account", "ontwikkelklant",
        "Choose: invest in the few where you can become the better supplier, and set a date to look again.",
    ),
    (False, True): (
        "maintenance account", "onderhoudsklant",
        "Keep, and spare: good service at low cost; give the hours that come free to key accounts.",
    ),
    (False, False): (
        "opportunistic account", "gelegenheidsklant",
        "Serve when it pays: standard products and prices, inside sales; promise no more.",
    ),
}  # fmt: skip
KEY_ACCOUNT_CLASSES = tuple(name for name, _, _ in CLASSES.values())
AXES = ("attractiveness", "position")


@dataclass(frozen=True)
class AccountClass:
    """Where one account stands.

    Attributes
    ----------
    kind, dutch : str
        One of `KEY_ACCOUNT_CLASSES`.
    attractiveness, position : float
        Marks, 0–10.
    borderline : tuple of str
        "attractiveness", "position" or both, when that mark is so near the border that a small
        change of opinion moves the account.
    could_be : tuple of str
        The classes it would then be in.
    because, advice : str
    """

    kind: str
    dutch: str
    attractiveness: float
    position: float
    borderline: tuple[str, ...]
    could_be: tuple[str, ...]
    because: str
    advice: str


def key_account_class(
    attractiveness: float, position: float, *, border: Border = 5, margin: float = 0.5
) -> AccountClass:
    """Class of one account, from its two marks.

    Parameters
    ----------
    attractiveness, position : float
        How attractive the customer is to you, and how strong you are with it; marks, 0–10.
    border : float or tuple
        Mark from which either is high, 0–10; or one for attractiveness and one for position.
    margin : float
        Within how many points of a border (0–5) the account is called borderline.

    Returns
    -------
    AccountClass

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Notes
    -----
    The four classes: Cheverton, P. (1999), *Key Account Management*, Kogan Page. Portfolios of
    accounts go back to Fiocca, R. (1982), Account portfolio analysis for strategy development,
    *Industrial Marketing Management* 11(1). The border and the margin are choices, not findings:
    the border says how many key accounts you can afford.

    Examples
    --------
    >>> hotel = key_account_class(7.8, 5.3)
    >>> hotel.kind, hotel.borderline, hotel.could_be
    ('key account', ('position',), ('key development account',))
    """
    marks = tuple(
        number(mark, name, 0, 10, REMEDY) for mark, name in zip((attractiveness, position), AXES, strict=True)
    )
    return classified(marks, border_of(border), number(margin, "margin", 0, 5, "give points from 0 to 5"))


def border_of(border: object) -> tuple[float, float]:
    both = border if isinstance(border, tuple | list) else (border, border)
    if len(both) != 2:
        raise ValueError(f"border has {len(both)} numbers; give one, or one for attractiveness and one for position.")
    first, second = (number(mark, "border", 0, 10, REMEDY) for mark in both)
    return first, second


def classified(marks: tuple[float, float], border: tuple[float, float], margin: float) -> AccountClass:
    # On the border counts as high, also when rounding brought the mark a hair below it.
    high = tuple(mark >= limit - ALLOWANCE for mark, limit in zip(marks, border, strict=True))
    near = [abs(mark - limit) <= margin + ALLOWANCE for mark, limit in zip(marks, border, strict=True)]
    kind, dutch, advice = CLASSES[high]
    # Every class that is reached by moving only marks that are near.
    others = [
        name
        for place, (name, _, _) in CLASSES.items()
        if name != kind and all(there == here or close for there, here, close in zip(place, high, near, strict=True))
    ]
    borderline = tuple(axis for axis, close in zip(AXES, near, strict=True) if close)
    words = ["attractive" if high[0] else "not very attractive", "strong" if high[1] else "not strong"]
    because = (
        f"Attractiveness {plain(marks[0], 1)} (border {plain(border[0], 1)}): {words[0]}. "
        f"Your position {plain(marks[1], 1)} (border {plain(border[1], 1)}): {words[1]} there."
    )
    if borderline:
        because += f" It is a borderline case on {and_list(borderline)}: look again before you decide."
    return AccountClass(kind, dutch, *marks, borderline, tuple(others), because, advice)
