"""Exponential smoothing of a level, and Holt's method for a level with a trend.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from math import fsum

from salesedu._checks import number
from salesedu._market.search import best_weights
from salesedu._market.series import (
    Forecast,
    horizon_of,
    read_series,
    smoothing_weight,
    steady,
)

__all__ = ["exponential_smoothing", "holt", "squared"]


def exponential_smoothing(
    history: Iterable[float],
    alpha: float | None = None,
    horizon: int = 1,
    *,
    initial: float | None = None,
) -> Forecast:
    """Simple exponential smoothing: learn a part of every surprise.

    ``new level = alpha * value + (1 - alpha) * old level``; the level is the forecast.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least one (two when alpha is to be found).
    alpha : float, optional
        Smoothing parameter, 0–1: 1 repeats the last value, 0 never learns. Left out, the value
        (to 0.001) that would have forecast the history with the smallest squared errors.
    horizon : int
        Periods ahead, 1–600; the same level for all of them.
    initial : float, optional
        Level before the first period; the first value when left out.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing or no number, alpha lies outside 0–1, or the history is too short.

    Notes
    -----
    Source: Brown, R. G. (1959), *Statistical Forecasting for Inventory Control*. With the same
    alpha and initial level it agrees with ``SimpleExpSmoothing`` of statsmodels, which can also
    search the initial level. An older habit starts with the mean of the first few values.

    Examples
    --------
    >>> smooth = exponential_smoothing([100, 120, 110], alpha=0.5)
    >>> smooth.fitted, smooth.forecast
    ((None, 100.0, 110.0), (110.0,))
    """
    alpha, ahead = smoothing_weight(alpha, "alpha"), horizon_of(horizon)
    least = 1 if alpha is not None else 2
    values = read_series(history, least=least, why="give alpha, or at least two values")
    skip = 1 if initial is None else 0
    start = values[0] if initial is None else number(initial, "initial")

    def run(alpha: float) -> tuple[list[float], float]:
        level, fitted = start, []
        for value in values[skip:]:
            fitted.append(level)
            level = alpha * value + (1 - alpha) * level
        return fitted, level

    weights = best_weights(
        lambda weights: squared(values[skip:], run(weights["alpha"])[0]), {"alpha": alpha}
    )
    fitted, level = run(weights["alpha"])
    return Forecast(
        method="exponential smoothing",
        history=values,
        fitted=(None,) * skip + tuple(fitted),
        forecast=(level,) * ahead,
        parameters=weights,
        chosen=() if alpha is not None else ("alpha",),
        level=level,
    )


def holt(
    history: Iterable[float],
    alpha: float | None = None,
    beta: float | None = None,
    horizon: int = 1,
    *,
    initial_level: float | None = None,
    initial_trend: float | None = None,
) -> Forecast:
    """Holt's method: exponential smoothing of a level and of its trend.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least two (three when a parameter is to be found).
    alpha, beta : float, optional
        Smoothing parameters of level and trend, 0–1. Left out, the values (to 0.001) that would
        have forecast the history with the smallest squared errors.
    horizon : int
        Periods ahead, 1–600; the trend goes on for all of them.
    initial_level, initial_trend : float, optional
        Level and trend before the first period, both or neither. When left out, the first value
        and the step to the second start the method in period 2.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing or no number, a parameter lies outside 0–1, the history is too
        short, or only one of the two initial values is given.

    Notes
    -----
    Source: Holt, C. C. (1957), reprinted as Forecasting seasonals and trends by exponentially
    weighted moving averages, *International Journal of Forecasting* 20(1), 2004. With the same
    parameters and initial values it agrees with ``Holt`` of statsmodels. A usual variant damps
    the trend (Gardner and McKenzie 1985), because few trends go on for ever.

    Examples
    --------
    >>> holt([100, 110, 120, 130], alpha=0.5, beta=0.5, horizon=2).forecast
    (140.0, 150.0)
    """
    given = {"alpha": smoothing_weight(alpha, "alpha"), "beta": smoothing_weight(beta, "beta")}
    ahead = horizon_of(horizon)
    values = read_series(
        history,
        least=3 if None in given.values() else 2,
        why="give alpha and beta with two values, or at least three values",
    )
    if (initial_level is None) != (initial_trend is None):
        missing = "initial_level" if initial_level is None else "initial_trend"
        raise ValueError(f"{missing} is missing (None); give both initial values or neither.")
    if initial_level is None:
        skip, start = 2, (values[1], values[1] - values[0])
    else:
        skip = 0
        start = number(initial_level, "initial_level"), number(initial_trend, "initial_trend")

    def run(alpha: float, beta: float) -> tuple[list[float], float, float]:
        (level, trend), fitted = start, []
        for value in values[skip:]:
            expected = level + trend
            fitted.append(expected)
            before, level = level, alpha * value + (1 - alpha) * expected
            trend = beta * (level - before) + (1 - beta) * trend
        return fitted, steady(level, "holt"), steady(trend, "holt")

    weights = best_weights(
        lambda weights: squared(values[skip:], run(**weights)[0]), given
    )
    fitted, level, trend = run(**weights)
    return Forecast(
        method="holt",
        history=values,
        fitted=(None,) * skip + tuple(fitted),
        forecast=tuple(level + step * trend for step in range(1, ahead + 1)),
        parameters=weights,
        chosen=tuple(name for name, value in given.items() if value is None),
        level=level,
        trend=trend,
    )


def squared(values: Iterable[float], fitted: Iterable[float]) -> float:
    """Sum of squared errors."""
    return fsum((value - guess) ** 2 for value, guess in zip(values, fitted, strict=True))
