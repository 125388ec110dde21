"""Two pyramids: who climbed, who fell, who left and who joined.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import LARGEST, yes_or_no
from salesedu._portfolio.book import CENT, Amounts, by_customer, is_by_name, total
from salesedu._portfolio.layer_words import ACTIVE_LAYERS
from salesedu._portfolio.layers import LAYER_SHARES, CustomerPyramid, customer_pyramid
from salesedu._portfolio.retention import Retention, retention_rate

__all__ = ["MIGRATION_LEVELS", "MigrationCell", "Move", "PyramidMigration", "pyramid_migration"]

MIGRATION_LEVELS = (*ACTIVE_LAYERS, "outside")

MOVES = {
    "climbed": "gestegen",
    "fell": "gedaald",
    "stayed": "gebleven",
    "joined": "erbij gekomen",
    "left": "vertrokken",
}


@dataclass(frozen=True)
class Move:
    """All customers that made the same move.

    Attributes
    ----------
    name, dutch : str
        "climbed", "fell", "stayed", "joined" or "left", and the Dutch word.
    customers : int
        How many.
    revenue_before, revenue_after, change : float
        Euros in the first and the second period, and the difference.
    members : tuple of str
        Their names, those with the largest change in revenue first.
    """

    name: str
    dutch: str
    customers: int
    revenue_before: float
    revenue_after: float
    change: float
    members: tuple[str, ...]


@dataclass(frozen=True)
class MigrationCell:
    """Customers that went from one level to another.

    Attributes
    ----------
    customers : int
        How many.
    revenue_before, revenue_after, change : float
        Euros in the first and the second period, and the difference.
    """

    customers: int
    revenue_before: float
    revenue_after: float
    change: float


@dataclass(frozen=True)
class PyramidMigration:
    """Moves between the layers of two pyramids.

    Attributes
    ----------
    before, after : CustomerPyramid
        The pyramid of each period.
    moves : dict
        A `Move` for "climbed", "fell", "stayed", "joined" and "left".
    move_of : dict
        The move of every customer that was active in either period.
    matrix : dict of dict
        ``matrix[from][to]``, a `MigrationCell` for each pair of `MIGRATION_LEVELS`; "outside" is without
        revenue, or not in the record. From outside to outside it counts who is in the record idle.
    came_back : tuple of str
        Those who joined and were already in the first record, without revenue then.
    climbed_without_growth, fell_without_loss : tuple of str
        Moved only because others moved: a layer is a place in a row, not an amount.
    revenue_before, revenue_after, change : float
        Euros of all active customers; the changes of the moves add up to `change`.
    retention : Retention
        Customers kept, whatever they bought.
    revenue_retention : float
        Revenue after of those active before, over their revenue before; above 1 when growth makes up
        for those who left.
    """

    before: CustomerPyramid
    after: CustomerPyramid
    moves: dict[str, Move]
    move_of: dict[str, str]
    matrix: dict[str, dict[str, MigrationCell]]
    came_back: tuple[str, ...]
    climbed_without_growth: tuple[str, ...]
    fell_without_loss: tuple[str, ...]
    revenue_before: float
    revenue_after: float
    change: float
    retention: Retention
    revenue_retention: float


def pyramid_migration(
    before: Amounts,
    after: Amounts,
    *,
    same_thresholds: bool = False,
    shares: Mapping[str, float] | Iterable[float] = LAYER_SHARES,
) -> PyramidMigration:
    """Who climbed, fell, stayed, joined and left between two years.

    Parameters
    ----------
    before, after : mapping or iterable
        Euros by customer in the first and the second year. By name, a customer may be absent from one of
        them; two lists go in the same order, with 0 for who was not there.
    same_thresholds : bool
        False: each year has its own top 1 %, 4 % and 15 %, so that one climbs when another falls. True:
        both years are cut at the lowest revenue of the first year's layers, so that nobody climbs
        without growing.
    shares : mapping or iterable
        As in `customer_pyramid`.

    Returns
    -------
    PyramidMigration

    Raises
    ------
    ValueError
        As `customer_pyramid` does, and when one is by name and the other a list, or two lists differ
        in length.

    Notes
    -----
    Source: Curry, J. and Curry, A. (2000), *The Customer Marketing Method*, Free Press. Two pyramids of
    the same shape can hide many moves. Amounts below a cent, and credits, count as no revenue.

    Examples
    --------
    >>> years = pyramid_migration({"hotel": 900, "school": 500, "cafe": 100}, {"school": 950, "hotel": 600, "gym": 50})
    >>> years.move_of
    {'hotel': 'fell', 'school': 'climbed', 'cafe': 'left', 'gym': 'joined'}
    >>> years.change, years.moves["left"].change, round(years.revenue_retention, 3)
    (100.0, -100.0, 1.033)
    """
    earlier, later = by_customer(before, "before"), by_customer(after, "after")
    named = is_by_name(before)
    if named != is_by_name(after):
        raise ValueError("before and after are not alike, one by name and one a list; give both by name.")
    if not named and len(earlier) != len(later):
        raise ValueError(
            f"before has {len(earlier)} numbers and after has {len(later)}; give one for each customer, or go by name."
        )
    first = customer_pyramid(earlier, shares=shares)
    bounds = _bounds(first) if yes_or_no(same_thresholds, "same_thresholds") else None
    second = customer_pyramid(later, shares=shares, thresholds=bounds)

    was = {who: amount for who, amount in earlier.items() if amount >= CENT}
    now = {who: amount for who, amount in later.items() if amount >= CENT}
    everyone = list(dict.fromkeys([*earlier, *later]))
    path = {who: (_level(first, who), _level(second, who)) for who in everyone}
    move_of = {who: move for who, levels in path.items() if (move := _move(*levels))}
    return PyramidMigration(
        before=first,
        after=second,
        moves={
            name: _moved(name, dutch, [who for who in move_of if move_of[who] == name], was, now)
            for name, dutch in MOVES.items()
        },
        move_of=move_of,
        matrix=_matrix(path, was, now),
        came_back=tuple(who for who, move in move_of.items() if move == "joined" and who in earlier),
        climbed_without_growth=tuple(
            who for who, move in move_of.items() if move == "climbed" and now[who] < was[who] + CENT
        ),
        fell_without_loss=tuple(who for who, move in move_of.items() if move == "fell" and now[who] > was[who] - CENT),
        revenue_before=first.revenue,
        revenue_after=second.revenue,
        change=second.revenue - first.revenue,
        retention=retention_rate(was, now),
        revenue_retention=total(now, was) / first.revenue,
    )


def _bounds(pyramid: CustomerPyramid) -> dict[str, float]:
    bounds, above = {}, LARGEST
    for layer in ACTIVE_LAYERS[:3]:
        lowest = pyramid.thresholds[layer]
        above = bounds[layer] = above if lowest is None else lowest  # nobody fits in a layer that was empty
    return bounds


def _level(pyramid: CustomerPyramid, who: str) -> str:
    level = pyramid.layer_of.get(who, "outside")
    return "outside" if level == "inactive" else level


def _move(was: str, now: str) -> str | None:
    if was == now:
        return None if was == "outside" else "stayed"
    if was == "outside":
        return "joined"
    if now == "outside":
        return "left"
    return "climbed" if ACTIVE_LAYERS.index(now) < ACTIVE_LAYERS.index(was) else "fell"


def _moved(name: str, dutch: str, members: list[str], was: dict[str, float], now: dict[str, float]) -> Move:
    by_change = sorted(members, key=lambda who: -abs(now.get(who, 0.0) - was.get(who, 0.0)))
    earlier, later = total(was, members), total(now, members)
    return Move(name, dutch, len(members), earlier, later, later - earlier, tuple(by_change))


def _matrix(
    path: dict[str, tuple[str, str]], was: dict[str, float], now: dict[str, float]
) -> dict[str, dict[str, MigrationCell]]:
    members: dict[tuple[str, str], list[str]] = {}
    for who, levels in path.items():
        members.setdefault(levels, []).append(who)

    def cell(levels: tuple[str, str]) -> MigrationCell:
        customers = members.get(levels, [])
        earlier, later = total(was, customers), total(now, customers)
        return MigrationCell(len(customers), earlier, later, later - earlier)

    return {start: {end: cell((start, end)) for end in MIGRATION_LEVELS} for start in MIGRATION_LEVELS}
