"""Which customers become key accounts: attractiveness against your own competitive position.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salesedu._accounts.classes import KEY_ACCOUNT_CLASSES, AccountClass, Border, border_of, classified
from salesedu._accounts.marks import Marks, marks_by_account
from salesedu._checks import count, number, same_names, shown

__all__ = ["KeyAccountMatrix", "RankedAccount", "key_account_matrix"]


@dataclass(frozen=True)
class RankedAccount:
    """One account of the matrix; see `AccountClass` for what is not told here.

    Attributes
    ----------
    rank : int
        1 for the first; equals share a rank.
    name : str
    contributions : dict
        Points each criterion adds, for "attractiveness" and "position"; empty for a mark that was
        given as a whole.
    """

    rank: int
    name: str
    kind: str
    dutch: str
    attractiveness: float
    position: float
    borderline: tuple[str, ...]
    could_be: tuple[str, ...]
    contributions: dict[str, dict[str, float]]
    because: str
    advice: str


@dataclass(frozen=True)
class KeyAccountMatrix:
    """All accounts in the key account matrix.

    Attributes
    ----------
    accounts : tuple of RankedAccount
        By class, then attractiveness, then position.
    classes : dict
        Names of the accounts for each of `KEY_ACCOUNT_CLASSES`, ranked.
    borderline : tuple of str
        Accounts to discuss before their class decides.
    key_accounts, selected, waiting : tuple of str
        All key accounts; those there is room for; those there is not.
    border : tuple of float
        On attractiveness and on position.
    attractiveness_weights, position_weights : dict
        Weights as shares; empty when marks were given as a whole.
    """

    accounts: tuple[RankedAccount, ...]
    classes: dict[str, tuple[str, ...]]
    borderline: tuple[str, ...]
    key_accounts: tuple[str, ...]
    selected: tuple[str, ...]
    waiting: tuple[str, ...]
    border: tuple[float, float]
    attractiveness_weights: dict[str, float]
    position_weights: dict[str, float]

    def account(self, name: str) -> RankedAccount:
        """One account by its name."""
        for account in self.accounts:
            if account.name == name:
                return account
        raise ValueError(f"name is {shown(name)}, which is not in the matrix; use the name of an account.")


def key_account_matrix(
    attractiveness: Mapping[str, object],
    position: Mapping[str, object],
    attractiveness_weights: Marks | None = None,
    position_weights: Marks | None = None,
    *,
    border: Border = 5,
    margin: float = 0.5,
    places: int | None = None,
) -> KeyAccountMatrix:
    """Put accounts in the key account matrix, and rank them.

    Parameters
    ----------
    attractiveness, position : mapping
        For each account either one mark (0–10), or a mark for each criterion: size, growth,
        margin, fit...; price, service, relationship... against the best rival (see
        `relative_position`). A DataFrame has accounts as columns.
    attractiveness_weights, position_weights : mapping or iterable, optional
        Importance of the criteria, 0 or more; equal when left out.
    border, margin
        As in `key_account_class`.
    places : int, optional
        How many key accounts your people can serve; the rest of them waits.

    Returns
    -------
    KeyAccountMatrix

    Raises
    ------
    ValueError
        When accounts or criteria differ, a mark is not from 0 to 10, or weights do not fit.

    Notes
    -----
    See `key_account_class` for the source. Choose the criteria and weights before you mark the
    accounts, or the favourite of the sales manager wins.

    Examples
    --------
    >>> matrix = key_account_matrix(
    ...     {"hotel": {"volume": 8, "growth": 6}, "school": {"volume": 3, "growth": 4}},
    ...     {"hotel": 7, "school": 4}, {"volume": 3, "growth": 1})
    >>> [(account.name, account.attractiveness, account.kind) for account in matrix.accounts]
    [('hotel', 7.5, 'key account'), ('school', 3.25, 'opportunistic account')]
    """
    limits, near = border_of(border), number(margin, "margin", 0, 5, "give points from 0 to 5")
    room = None if places is None else count(places, "places")
    across, across_parts, across_shares = marks_by_account(attractiveness, "attractiveness", attractiveness_weights)
    up, up_parts, up_shares = marks_by_account(position, "position", position_weights)
    same_names(across, up, "attractiveness", "position")
    found = {name: classified((across[name], up[name]), limits, near) for name in across}
    keys = {
        name: (-KEY_ACCOUNT_CLASSES.index(one.kind), round(one.attractiveness, 9), round(one.position, 9))
        for name, one in found.items()
    }
    ordered = sorted(found, key=keys.__getitem__, reverse=True)
    accounts: list[RankedAccount] = []
    for place, name in enumerate(ordered):
        one, same = found[name], place and keys[ordered[place - 1]] == keys[name]
        accounts.append(
            RankedAccount(
                rank=accounts[-1].rank if same else place + 1,
                name=name,
                contributions={"attractiveness": across_parts.get(name, {}), "position": up_parts.get(name, {})},
                **{field: getattr(one, field) for field in AccountClass.__dataclass_fields__},
            )
        )
    classes = {kind: tuple(one.name for one in accounts if one.kind == kind) for kind in KEY_ACCOUNT_CLASSES}
    keyed = classes["key account"]
    room = len(keyed) if room is None else room
    return KeyAccountMatrix(
        accounts=tuple(accounts),
        classes=classes,
        borderline=tuple(one.name for one in accounts if one.borderline),
        key_accounts=keyed,
        selected=keyed[:room],
        waiting=keyed[room:],
        border=limits,
        attractiveness_weights=across_shares,
        position_weights=up_shares,
    )
