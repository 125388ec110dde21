"""Whether a history has a trend and a season, and how clear they are.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from salesedu._market.seasons import seasonal_indices
from salesedu._market.series import period_of, read_series
from salesedu._market.simple_forecasts import line_through

__all__ = ["HistoryPattern", "history_pattern"]

CLEAR_TREND, CLEAR_SEASON = 0.3, 0.5


@dataclass(frozen=True)
class HistoryPattern:
    """What a history is made of.

    Attributes
    ----------
    trend_strength : float
        Share (0–1) of the movement, season taken out, that a straight line explains.
    season_strength : float or None
        Share (0–1) of the movement round the trend that the time of year explains; None when the
        history is shorter than three cycles, too short to tell season from chance.
    slope : float
        Change per period of that line, in the unit of the series.
    has_trend : bool
        `trend_strength` is 0.3 or more.
    has_season : bool
        `season_strength` is 0.5 or more.
    """

    trend_strength: float
    season_strength: float | None
    slope: float
    has_trend: bool
    has_season: bool


def history_pattern(history: Iterable[float], period: int = 12) -> HistoryPattern:
    """How clear trend and season are in a history.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least three.
    period : int
        Periods in one cycle: 12 for months, 4 for quarters; 2–366.

    Returns
    -------
    HistoryPattern

    Raises
    ------
    ValueError
        When a value is missing or no number, or there are fewer than three.

    Notes
    -----
    Both strengths are an adjusted R², so that pure chance scores about 0. In the spirit of Wang,
    X., Smith, K. and Hyndman, R. (2006), Characteristic-based clustering for time series data,
    *Data Mining and Knowledge Discovery* 13(3); the bounds for "clear" are ours.

    Examples
    --------
    >>> quarters = [80, 120, 110, 90, 88, 132, 121, 99, 96, 144, 132, 108]
    >>> found = history_pattern(quarters, period=4)
    >>> found.has_trend, found.has_season
    (True, True)
    """
    cycle = period_of(period)
    values = read_series(history, least=3, why="three values are the least that show a pattern")
    season_strength, adjusted = None, values
    if len(values) >= 3 * cycle:
        season_strength, without = _season(values, cycle)
        if season_strength >= CLEAR_SEASON:
            adjusted = without
    intercept, slope = line_through(adjusted)
    line = [intercept + slope * t for t in range(1, len(adjusted) + 1)]
    trend_strength = _explained(adjusted, line, 1)
    return HistoryPattern(
        trend_strength=trend_strength,
        season_strength=season_strength,
        slope=slope,
        has_trend=trend_strength >= CLEAR_TREND,
        has_season=season_strength is not None and season_strength >= CLEAR_SEASON,
    )


def _season(values: tuple[float, ...], cycle: int) -> tuple[float, tuple[float, ...]]:
    found = seasonal_indices(values, cycle, "additive")
    known = [
        (ratio, t % cycle) for t, ratio in enumerate(found.ratios) if ratio is not None
    ]
    by_place = [[ratio for ratio, at in known if at == place] for place in range(cycle)]
    means = [fsum(ratios) / len(ratios) for ratios in by_place]
    ratios = tuple(ratio for ratio, _ in known)
    strength = _explained(ratios, [means[place] for _, place in known], cycle - 1)
    return strength, found.adjusted


def _explained(values: tuple[float, ...], model: list[float], parameters: int) -> float:
    """Adjusted R², from 0 to 1."""
    size, mean = len(values), fsum(values) / len(values)
    total = fsum((value - mean) ** 2 for value in values)
    left = fsum((value - guess) ** 2 for value, guess in zip(values, model, strict=True))
    # What rounding leaves of a flat series is no movement to explain.
    if total <= size * (1e-9 * max(1.0, *map(abs, values))) ** 2 or size <= parameters + 1:
        return 0.0
    return min(1.0, max(0.0, 1 - (left / total) * (size - 1) / (size - 1 - parameters)))
