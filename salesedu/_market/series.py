"""A sales history and what a forecasting method makes of it: shared by all methods.

Part of chapter 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from salesedu._checks import count, fraction, number, numbered, shown

__all__ = ["Forecast", "horizon_of", "period_of", "read_series", "smoothing_weight", "steady"]

FARTHEST = 600  # periods ahead: fifty years of months
LONGEST_CYCLE = 366  # days in a year
RUNAWAY = 1e30  # no sane history leads here; beyond it sums of squares would overflow


@dataclass(frozen=True)
class Forecast:
    """A forecast with the way it was reached.

    Attributes
    ----------
    method : str
        Name of the method, such as "holt".
    history : tuple of float
        What it was made from, oldest first.
    fitted : tuple of (float or None)
        For every period of the history the forecast made one period before; None where the
        method was still getting started. (For the methods that draw a line through the whole
        history, "linear trend" and "trend and season": that line.) `accuracy` takes it.
    forecast : tuple of float
        The periods to come, nearest first.
    parameters : dict
        The numbers the method worked with, such as alpha.
    chosen : tuple of str
        Those parameters that were searched, because you left them out.
    level : float or None
        Level after the last period; None for methods that keep none.
    trend : float or None
        Change per period after the last period.
    seasonal : tuple of float
        Seasonal index of each of the next periods, for one whole cycle; empty without season.
    """

    method: str
    history: tuple[float, ...]
    fitted: tuple[float | None, ...]
    forecast: tuple[float, ...]
    parameters: dict[str, float]
    chosen: tuple[str, ...] = ()
    level: float | None = None
    trend: float | None = None
    seasonal: tuple[float, ...] = ()


def read_series(
    values: Iterable[float], name: str = "history", least: int = 1, why: str = ""
) -> tuple[float, ...]:
    """Numbers in order of time, oldest first."""
    remedy = "give a list of numbers, oldest first"
    result = tuple(
        number(value, f"{name}: value {position}")
        for position, value in numbered(values, name, remedy)
    )
    if len(result) < least:
        amount = "is empty" if not result else f"has {len(result)} values"
        if len(result) == 1:
            amount = "has 1 value"
        raise ValueError(f"{name} {amount}; {why or remedy}.")
    return result


def horizon_of(horizon: int, name: str = "horizon") -> int:
    """How many periods to look ahead."""
    ahead = count(horizon, name, 1)
    if ahead > FARTHEST:
        raise ValueError(f"{name} is {shown(horizon)}; look at most {FARTHEST} periods ahead.")
    return ahead


def period_of(period: int, least: int = 2) -> int:
    """How many periods make one cycle of the season."""
    cycle = count(period, "period", least)
    if cycle > LONGEST_CYCLE:
        raise ValueError(
            f"period is {shown(period)}; give the number of periods in a year (12 for months), "
            f"at most {LONGEST_CYCLE}."
        )
    return cycle


def smoothing_weight(value: float | None, name: str) -> float | None:
    """A smoothing parameter, or None when it is to be searched."""
    return None if value is None else fraction(value, name)


def steady(value: float, method: str) -> float:
    """The value, if the recursion has not run away with it."""
    if not abs(value) <= RUNAWAY:
        raise ValueError(
            f"history makes {method} run away with these parameters; lower them, or use a method "
            "without season."
        )
    return value
