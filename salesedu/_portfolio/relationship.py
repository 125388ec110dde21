"""Which relationship for whom: value of the customer against strength of the relationship.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import fsum

from salesedu._checks import ALLOWANCE, labelled_numbers, number, weight_shares
from salesedu._notation import plain

__all__ = [
    "MARK",
    "RELATIONSHIP_STRATEGIES",
    "STRATEGIES",
    "RelationshipStrategy",
    "relationship_mark",
    "relationship_strategy",
]

Marks = float | Mapping[str, float] | Iterable[float]
MARK = "give a mark from 0 to 10"

# By whether the value is high and the relationship strong.
STRATEGIES = {
    (True, True): (
        "cherish", "koesteren",
        "Protect what you have: contacts on several levels, a joint plan, the first to hear of anything new. "
        "The danger is taking it for granted.",
    ),
    (True, False): (
        "strengthen", "versterken",
        "Invest in trust: find out why it keeps its distance, solve one real problem, and get to know more of the "
        "people who decide. Here an hour of work can win most.",
    ),
    (False, True): (
        "maintain", "onderhouden",
        "Keep it pleasant and cheap: short calls, web shop, standard terms. Look whether it could buy more, and ask it "
        "for references: a friend who buys little may know one who buys much.",
    ),
    (False, False): (
        "phase out", "afbouwen",
        "Spend no more than it brings: let it order by itself, raise the price to what service costs, and do not chase "
        "it. Part on good terms.",
    ),
}
RELATIONSHIP_STRATEGIES = tuple(name for name, _, _ in STRATEGIES.values())


@dataclass(frozen=True)
class RelationshipStrategy:
    """How to treat one customer.

    Attributes
    ----------
    value, strength : float
        Weighted mean marks, 0–10.
    strategy, dutch : str
        "cherish" (koesteren), "strengthen" (versterken), "maintain" (onderhouden) or "phase out" (afbouwen).
    because, advice : str
        Why this strategy, and what to do.
    borderline : bool
        Whether a mark lies so near the threshold that the strategy could as well be another.
    near_to : tuple of str
        Those others, in the order of `RELATIONSHIP_STRATEGIES`.
    note : str
        Says what is borderline; "" when nothing is.
    """

    value: float
    strength: float
    strategy: str
    dutch: str
    because: str
    advice: str
    borderline: bool
    near_to: tuple[str, ...]
    note: str


def relationship_strategy(
    value: Marks,
    strength: Marks,
    value_weights: Mapping[str, float] | Iterable[float] | None = None,
    strength_weights: Mapping[str, float] | Iterable[float] | None = None,
    *,
    threshold: float = 5,
    near: float = 0.5,
) -> RelationshipStrategy:
    """Strategy for a customer from what it is worth to you and how strong the relationship is.

    Parameters
    ----------
    value, strength : float, mapping or iterable
        One mark from 0 to 10, or a mark for each criterion: margin, potential, references; trust, share of
        wallet, contacts on several levels.
    value_weights, strength_weights : mapping or iterable, optional
        Weight of each criterion, 0 or more; equal when left out.
    threshold : float
        Mark from which value is high and a relationship strong, 0–10.
    near : float
        Points within which a mark is borderline, 0–10.

    Returns
    -------
    RelationshipStrategy

    Raises
    ------
    ValueError
        When a mark, weight or limit is out of range or no number, or criteria and weights differ.

    Notes
    -----
    Sources: Fiocca, R. (1982), Account portfolio analysis for strategy development, *Industrial
    Marketing Management* 11(1), who also looks at how hard an account is to manage; Reinartz, W. and
    Kumar, V. (2002), The mismanagement of customer loyalty, *Harvard Business Review* 80(7), with
    profit and loyalty on the axes. The names here are this course's. A mark on the threshold counts
    as high.

    Examples
    --------
    >>> hotel = relationship_strategy(value=8, strength=3)
    >>> hotel.strategy, hotel.dutch, hotel.borderline
    ('strengthen', 'versterken', False)
    >>> relationship_strategy(8, 5.2).near_to
    ('strengthen',)
    """
    bound, reach = number(threshold, "threshold", 0, 10), number(near, "near", 0, 10)
    marks = {
        "value": _mark(value, value_weights, "value"),
        "strength": _mark(strength, strength_weights, "strength"),
    }
    high = {axis: mark >= bound - ALLOWANCE for axis, mark in marks.items()}
    # On the threshold itself both sides are open, whatever the reach.
    close = {axis: abs(mark - bound) <= reach + ALLOWANCE for axis, mark in marks.items()}
    own = (high["value"], high["strength"])
    sides = [{high[axis], not high[axis]} if close[axis] else {high[axis]} for axis in marks]
    possible = set(product(*sides)) - {own}
    near_to = tuple(name for key, (name, _, _) in STRATEGIES.items() if key in possible)
    name, dutch, advice = STRATEGIES[own]
    return RelationshipStrategy(
        value=marks["value"],
        strength=marks["strength"],
        strategy=name,
        dutch=dutch,
        because=(
            f"Its value is {'high' if own[0] else 'low'} ({plain(marks['value'], 1)} out of 10) and the relationship "
            f"is {'strong' if own[1] else 'weak'} ({plain(marks['strength'], 1)}); the line lies at {plain(bound, 1)}."
        ),
        advice=advice,
        borderline=bool(near_to),
        near_to=near_to,
        note=_note(close, near_to, reach),
    )


def _note(close: dict[str, bool], near_to: tuple[str, ...], reach: float) -> str:
    if not near_to:
        return ""
    axes = " and ".join(axis for axis in close if close[axis])
    verb = "are" if all(close.values()) else "is"
    within = f"within {plain(reach, 1)} of" if reach >= 0.05 else "on"
    others = " or ".join(near_to)
    return f"Borderline: {axes} {verb} {within} the line, so it could also be {others}; look again before you act."


def _mark(marks: Marks, weights: Mapping[str, float] | Iterable[float] | None, name: str) -> float:
    if not hasattr(marks, "__iter__") or isinstance(marks, str):
        mark = number(marks, name, 0, 10, MARK)
        if weights is not None:
            raise ValueError(
                f"{name} is one mark but {name}_weights is given; give a mark for each criterion, or leave them out."
            )
        return mark
    given = labelled_numbers(marks, name, "criterion", 0, 10, MARK)
    shares = weight_shares(weights, given, f"{name}_weights", name, "criterion")
    return min(10.0, fsum(given[criterion] * shares[criterion] for criterion in given))


def relationship_mark(amount: float, low: float, high: float) -> float:
    """Turn an amount into a mark, on a straight line between two ends.

    Parameters
    ----------
    amount : float
        Euros, years, a share or anything else.
    low, high : float
        What gets a 0 and what gets a 10; `low` may be the larger one when less is better.

    Returns
    -------
    float
        0–10; beyond the ends 0 or 10.

    Raises
    ------
    ValueError
        When a number is missing, or both ends are the same.

    Examples
    --------
    >>> relationship_mark(30_000, low=0, high=40_000)
    7.5
    """
    at, zero, ten = number(amount, "amount"), number(low, "low"), number(high, "high")
    if abs(ten - zero) < ALLOWANCE:
        raise ValueError(f"low and high are both {zero:.12g}; give what gets a 0 and what gets a 10.")
    return min(10.0, max(0.0, 10 * (at - zero) / (ten - zero)))
