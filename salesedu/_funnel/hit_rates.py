"""Hit rates of an integral order funnel, from what earlier campaigns did.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from salesedu._checks import count, nested_numbers, numbered, ratio

__all__ = ["HitRates", "hit_rates"]


@dataclass(frozen=True)
class HitRates:
    """Hit rates from what earlier campaigns did.

    Attributes
    ----------
    rates : dict
        For each phase but the audience: all that went on over all that were approached (0–1); None
        when nobody was.
    low, high : dict
        The worst and the best period of each phase.
    periods : int
        Periods in the history.
    """

    rates: dict[str, float | None]
    low: dict[str, float | None]
    high: dict[str, float | None]
    periods: int


def hit_rates(history: Iterable[Mapping[str, int]]) -> HitRates:
    """Hit rates from history: what share went on in each phase, and how much that varied.

    Parameters
    ----------
    history : iterable of mappings
        For each period (year, campaign) how many were left in each phase, beginning with the
        audience; the same phases in the same order in every period, never rising.

    Returns
    -------
    HitRates

    Raises
    ------
    ValueError
        When periods have other phases, a number is out of range or a later phase counts more.

    Notes
    -----
    Pooled: large campaigns weigh more. The usual variant, the mean of the yearly rates, lets a small
    campaign with a lucky hit count as much as a large one.

    Examples
    --------
    >>> past = hit_rates([{"audience": 1_000, "attention": 300, "order": 3},
    ...                   {"audience": 3_000, "attention": 500, "order": 5}])
    >>> past.rates, round(past.low["attention"], 3), past.high["attention"]
    ({'attention': 0.2, 'order': 0.01}, 0.167, 0.3)
    """
    remedy = "give for each period a mapping from phase to number, the audience first"
    periods = {
        f"period {place}": period for place, period in numbered(history, "history", remedy)
    }
    if not periods:
        raise ValueError(f"history is empty; {remedy}.")
    table = nested_numbers(periods, "history", 0, remedy="give a number of people, 0 or more")
    names = list(next(iter(table.values())))
    if len(names) < 2:
        raise ValueError(f"history has {len(names)} phases; {remedy}, and at least one phase after it.")
    for period, row in table.items():
        if list(row) != names:
            raise ValueError(f"history: {period} has other phases; use the same in the same order: {', '.join(names)}.")
        for before, after in pairwise(names):
            if count(row[after], f"history: {period}: {after}") > count(row[before], f"history: {period}: {before}"):
                raise ValueError(
                    f"history: {period}: {after} is {row[after]:.12g}, more than the {row[before]:.12g} before it; "
                    "each phase keeps at most what came in."
                )
    rates, low, high = {}, {}, {}
    for before, after in pairwise(names):
        single = [rate for row in table.values() if (rate := ratio(row[after], row[before])) is not None]
        rates[after] = ratio(fsum(r[after] for r in table.values()), fsum(r[before] for r in table.values()))
        low[after], high[after] = min(single, default=None), max(single, default=None)
    return HitRates(rates, low, high, len(table))
