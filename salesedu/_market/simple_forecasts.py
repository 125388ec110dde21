"""Forecasts without smoothing: naive, seasonal naive, moving average, linear trend.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from math import fsum

from salesedu._checks import count, shown
from salesedu._market.series import Forecast, horizon_of, period_of, read_series

__all__ = ["line_through", "linear_trend", "moving_average", "naive", "seasonal_naive"]


def naive(history: Iterable[float], horizon: int = 1) -> Forecast:
    """Forecast that nothing changes: the last value again.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least one.
    horizon : int
        Periods ahead, 1–600.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing or no number, or there is none.

    Notes
    -----
    The yardstick for every other method: one that does not beat it is not worth its trouble.

    Examples
    --------
    >>> naive([100, 110, 108], horizon=2).forecast
    (108.0, 108.0)
    """
    values, ahead = read_series(history), horizon_of(horizon)
    return Forecast(
        method="naive",
        history=values,
        fitted=(None, *values[:-1]),
        forecast=(values[-1],) * ahead,
        parameters={},
        level=values[-1],
    )


def seasonal_naive(history: Iterable[float], period: int = 12, horizon: int = 1) -> Forecast:
    """Forecast the same month of last year again.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least one whole cycle.
    period : int
        Periods in one cycle: 12 for months, 4 for quarters; 2–366.
    horizon : int
        Periods ahead, 1–600.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing or no number, or the history is shorter than a cycle.

    Examples
    --------
    >>> seasonal_naive([90, 120, 100, 140], period=2, horizon=3).forecast
    (100.0, 140.0, 100.0)
    """
    cycle, ahead = period_of(period), horizon_of(horizon)
    values = read_series(history, least=cycle, why=f"give at least one cycle of {cycle}")
    last = values[-cycle:]
    return Forecast(
        method="seasonal naive",
        history=values,
        fitted=(None,) * cycle + values[:-cycle],
        forecast=tuple(last[step % cycle] for step in range(ahead)),
        parameters={"period": cycle},
        seasonal=last,
    )


def moving_average(history: Iterable[float], window: int = 3, horizon: int = 1) -> Forecast:
    """Forecast the mean of the last few values.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least `window` of them.
    window : int
        How many values are averaged, 1 or more. More is calmer and later to notice a change.
    horizon : int
        Periods ahead, 1–600; the same mean for all of them.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing or no number, or there are fewer than `window`.

    Examples
    --------
    >>> moving_average([90, 120, 100, 140], window=3).forecast
    (120.0,)
    """
    size, ahead = count(window, "window", 1), horizon_of(horizon)
    values = read_series(history)
    if len(values) < size:
        raise ValueError(
            f"window is {shown(window)}, but history has {len(values)} values; average fewer."
        )
    means = [fsum(values[end - size : end]) / size for end in range(size, len(values) + 1)]
    return Forecast(
        method="moving average",
        history=values,
        fitted=(None,) * size + tuple(means[:-1]),
        forecast=(means[-1],) * ahead,
        parameters={"window": size},
        level=means[-1],
    )


def linear_trend(history: Iterable[float], horizon: int = 1) -> Forecast:
    """Forecast by drawing a straight line through the history.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least two.
    horizon : int
        Periods ahead, 1–600.

    Returns
    -------
    Forecast
        `parameters` holds "slope" (change per period) and "intercept" (the line one period
        before the history begins, at t = 0). `fitted` is the line itself: drawn afterwards, it
        looks better than a forecast made at the time would have.

    Raises
    ------
    ValueError
        When a value is missing or no number, or there are fewer than two.

    Notes
    -----
    Ordinary least squares on t = 1, 2, ..., n.

    Examples
    --------
    >>> line = linear_trend([100, 110, 120, 130], horizon=2)
    >>> line.parameters["slope"], line.forecast
    (10.0, (140.0, 150.0))
    """
    ahead = horizon_of(horizon)
    values = read_series(history, least=2, why="a line needs at least two")
    intercept, slope = line_through(values)
    size = len(values)
    line = [intercept + slope * t for t in range(1, size + ahead + 1)]
    return Forecast(
        method="linear trend",
        history=values,
        fitted=tuple(line[:size]),
        forecast=tuple(line[size:]),
        parameters={"intercept": intercept, "slope": slope},
        level=line[size - 1],
        trend=slope,
    )


def line_through(values: tuple[float, ...]) -> tuple[float, float]:
    """Intercept (at t = 0) and slope of the least-squares line through two or more values."""
    size = len(values)
    centre, mean = (size + 1) / 2, fsum(values) / size
    products = (
        (t - centre) * (value - mean) for t, value in enumerate(values, start=1)
    )
    slope = fsum(products) / (size * (size * size - 1) / 12)
    return mean - slope * centre, slope
