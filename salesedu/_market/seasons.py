"""Taking a series apart: centred moving average, seasonal indices, trend with season.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from salesedu._checks import count, shown
from salesedu._market.series import Forecast, horizon_of, period_of, read_series, steady
from salesedu._market.simple_forecasts import line_through

__all__ = [
    "SeasonalIndices",
    "centred_moving_average",
    "kind_of_season",
    "seasonal_indices",
    "trend_and_season",
]

SMALLEST = 0.01  # a cent: to divide by less says nothing about a season


@dataclass(frozen=True)
class SeasonalIndices:
    """How each period of the cycle differs from the average one.

    Attributes
    ----------
    indices : tuple of float
        One per period of the cycle, the first for the period the history begins with. They
        average 1 when multiplicative (1.10 = 10 % above average), 0 when additive.
    season : str
        "multiplicative" or "additive".
    period : int
        Periods in one cycle.
    trend : tuple of (float or None)
        Centred moving average; None at both ends, where it does not fit.
    ratios : tuple of (float or None)
        Each value divided by the trend (minus the trend when additive).
    adjusted : tuple of float
        The history with the season taken out.
    next_indices : tuple of float
        The same indices, starting with the period after the history.
    """

    indices: tuple[float, ...]
    season: str
    period: int
    trend: tuple[float | None, ...]
    ratios: tuple[float | None, ...]
    adjusted: tuple[float, ...]
    next_indices: tuple[float, ...]


def kind_of_season(season: str) -> str:
    """Either "multiplicative" or "additive"."""
    if not isinstance(season, str) or season not in ("multiplicative", "additive"):
        raise ValueError(f'season is {shown(season)}; give "multiplicative" or "additive".')
    return season


def positive(values: tuple[float, ...], season: str) -> None:
    """A multiplicative season divides, so it needs values above zero."""
    for position, value in enumerate(values, start=1):
        if season == "multiplicative" and value < SMALLEST:
            raise ValueError(
                f"history: value {position} is {shown(value)}; a multiplicative season needs "
                f'values of {SMALLEST} or more, so use season="additive".'
            )


def centred_moving_average(
    history: Iterable[float], window: int = 12
) -> tuple[float | None, ...]:
    """Mean of the values around each period: the trend with the season averaged out.

    Parameters
    ----------
    history : iterable of float
        Values, oldest first.
    window : int
        Width, 1 or more; one whole cycle takes the season out. An even width gives the two outer
        values half a weight each, so that the mean stays centred (a "2 × 12" average).

    Returns
    -------
    tuple of (float or None)
        As long as the history; None where the window does not fit.

    Raises
    ------
    ValueError
        When a value is missing or no number, or the window does not fit at all.

    Examples
    --------
    >>> centred_moving_average([10, 20, 30, 40, 50], window=4)
    (None, None, 30.0, None, None)
    """
    size = count(window, "window", 1)
    values = read_series(history)
    half = size // 2
    if len(values) < 2 * half + 1:
        raise ValueError(
            f"window is {shown(window)}, but history has {len(values)} values; give at least "
            f"{2 * half + 1}, or a smaller window."
        )
    return _centred(values, size)


def _centred(values: tuple[float, ...], size: int) -> tuple[float | None, ...]:
    half, means = size // 2, []
    for middle in range(half, len(values) - half):
        around = values[middle - half : middle + half + 1]
        outer = (around[0] + around[-1]) / 2 if size % 2 == 0 else 0.0
        inner = around[1:-1] if size % 2 == 0 else around
        means.append((fsum(inner) + outer) / size)
    return (None,) * half + tuple(means) + (None,) * half


def seasonal_indices(
    history: Iterable[float], period: int = 12, season: str = "multiplicative"
) -> SeasonalIndices:
    """Seasonal indices by the ratio to the centred moving average.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least two whole cycles. 0.01 or more when the season is
        multiplicative.
    period : int
        Periods in one cycle: 12 for months, 4 for quarters; 2–366.
    season : str
        "multiplicative" (December sells 30 % more) or "additive" (December sells 40,000 more).

    Returns
    -------
    SeasonalIndices

    Raises
    ------
    ValueError
        When a value is missing, too small or no number, or the history is too short.

    Notes
    -----
    Classical decomposition (Macaulay 1931): divide by the centred moving average, average the
    ratios of each month, scale the twelve averages to a mean of 1. The result agrees with
    ``seasonal_decompose`` of statsmodels. A usual variant takes the median of the ratios, so
    that one strange month counts less.

    Examples
    --------
    >>> seasonal_indices([80, 120, 110, 90, 80, 120, 110, 90], period=4).indices
    (0.8, 1.2, 1.1, 0.9)
    >>> rising = [80, 130, 130, 120, 120, 170, 170, 160]
    >>> seasonal_indices(rising, period=4, season="additive").indices
    (-20.0, 20.0, 10.0, -10.0)
    """
    cycle, season = period_of(period), kind_of_season(season)
    values = read_series(
        history, least=2 * cycle, why=f"indices need at least two cycles of {cycle}"
    )
    positive(values, season)
    times = season == "multiplicative"
    trend = _centred(values, cycle)
    ratios = tuple(
        None if mean is None else value / mean if times else value - mean
        for value, mean in zip(values, trend, strict=True)
    )
    means = []
    for place in range(cycle):
        known = [ratio for ratio in ratios[place::cycle] if ratio is not None]
        means.append(fsum(known) / len(known))
    middle = fsum(means) / cycle
    indices = tuple(mean / middle if times else mean - middle for mean in means)
    around = [indices[t % cycle] for t in range(len(values) + cycle)]
    adjusted = tuple(
        value / index if times else value - index
        for value, index in zip(values, around, strict=False)
    )
    return SeasonalIndices(
        indices, season, cycle, trend, ratios, adjusted, tuple(around[len(values) :])
    )


def trend_and_season(
    history: Iterable[float],
    period: int = 12,
    horizon: int = 1,
    season: str = "multiplicative",
) -> Forecast:
    """Forecast with a straight line and seasonal indices.

    The season is taken out, a line is drawn through what is left, and the season is put back.

    Parameters
    ----------
    history, period, season
        As in `seasonal_indices`.
    horizon : int
        Periods ahead, 1–600.

    Returns
    -------
    Forecast
        `parameters` holds "intercept" and "slope" of the line, as in `linear_trend`.

    Raises
    ------
    ValueError
        As `seasonal_indices`.

    Examples
    --------
    >>> rising = [80, 130, 130, 120, 120, 170, 170, 160]
    >>> trend_and_season(rising, period=4, horizon=2, season="additive").forecast
    (160.0, 210.0)
    """
    ahead = horizon_of(horizon)
    values = read_series(history)
    found, size = seasonal_indices(values, period, season), len(values)
    intercept, slope = line_through(found.adjusted)
    times = found.season == "multiplicative"
    both = []
    for t in range(1, size + ahead + 1):
        line, index = intercept + slope * t, found.indices[(t - 1) % found.period]
        both.append(steady(line * index if times else line + index, "trend and season"))
    return Forecast(
        method="trend and season",
        history=values,
        fitted=tuple(both[:size]),
        forecast=tuple(both[size:]),
        parameters={"intercept": intercept, "slope": slope, "period": found.period},
        level=intercept + slope * size,
        trend=slope,
        seasonal=found.next_indices,
    )
