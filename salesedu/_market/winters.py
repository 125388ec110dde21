"""The method of Holt and Winters: level, trend and season, each smoothed.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from math import fsum, inf

from salesedu._checks import ALLOWANCE, number, numbered, shown
from salesedu._market.search import best_weights
from salesedu._market.seasons import SMALLEST, kind_of_season, positive
from salesedu._market.series import (
    RUNAWAY,
    Forecast,
    horizon_of,
    period_of,
    read_series,
    smoothing_weight,
)
from salesedu._market.smoothing import squared

__all__ = ["holt_winters"]

# Level, trend, and one index for each period of the cycle.
State = tuple[float, float, tuple[float, ...]]


class _Runaway(ValueError):
    """These parameters cannot be used on this history; others may."""


def holt_winters(
    history: Iterable[float],
    period: int = 12,
    alpha: float | None = None,
    beta: float | None = None,
    gamma: float | None = None,
    horizon: int = 1,
    *,
    season: str = "multiplicative",
    initial_level: float | None = None,
    initial_trend: float | None = None,
    initial_seasonal: Iterable[float] | None = None,
) -> Forecast:
    """Holt-Winters: exponential smoothing of a level, its trend and a season.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least two whole cycles, or one value when the initial
        values and parameters are given. 0.01 or more when the season is multiplicative.
    period : int
        Periods in one cycle: 12 for months, 4 for quarters; 2–366.
    alpha, beta, gamma : float, optional
        Smoothing parameters of level, trend and season, 0–1. Left out, the values (to 0.001)
        that would have forecast the history with the smallest squared errors, gamma being at
        most ``1 - alpha`` so that level and season do not chase the same surprise twice.
    horizon : int
        Periods ahead, 1–600.
    season : str
        "multiplicative" (December sells 30 % more) or "additive" (December sells 40,000 more).
    initial_level, initial_trend, initial_seasonal : optional
        Level and trend before the first period and one index for each period of the cycle; all
        three or none. When left out, the step between the means of the first two cycles gives
        the trend, and the first cycle round that line gives the indices; the method then starts
        in the second cycle.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        When a value is missing, too small or no number, a parameter lies outside 0–1, the
        history is too short, only some initial values are given, or the recursion runs away.

    Notes
    -----
    Source: Winters, P. R. (1960), Forecasting sales by exponentially weighted moving averages,
    *Management Science* 6(3). The season is updated with the level that was *expected* (Hyndman
    and others), as in ``ExponentialSmoothing`` of statsmodels, with which it agrees for the same
    parameters and initial values (but for the step one whole cycle ahead, where its versions up
    to 0.15 forget the last update of the season). Winters used the new level.

    Examples
    --------
    >>> rising = [80, 130, 130, 120, 120, 170, 170, 160]
    >>> holt_winters(rising, 4, alpha=0.3, beta=0.1, gamma=0.2, horizon=2, season="additive").forecast
    (160.0, 210.0)
    """
    cycle, ahead, kind = period_of(period), horizon_of(horizon), kind_of_season(season)
    given = {
        name: smoothing_weight(value, name)
        for name, value in (("alpha", alpha), ("beta", beta), ("gamma", gamma))
    }
    initial = (initial_level, initial_trend, initial_seasonal)
    started = any(value is not None for value in initial)
    searched = tuple(name for name, value in given.items() if value is None)
    values = read_series(
        history,
        least=1 if started and not searched else 2 * cycle,
        why=f"give at least two cycles of {cycle}",
    )
    positive(values, kind)
    skip = 0 if started else cycle
    start = _given_start(initial, cycle, kind) if started else _start(values, cycle, kind)
    later, times = values[skip:], kind == "multiplicative"

    def loss(weights: dict[str, float]) -> float:
        if "gamma" in searched and weights["gamma"] > 1 - weights["alpha"] + ALLOWANCE:
            return inf
        try:
            return squared(later, _run(later, start, times, **weights)[0])
        except _Runaway:
            return inf

    weights = best_weights(loss, given) if searched else given
    fitted, (level, trend, seasonal) = _run(later, start, times, **weights)
    lines = [level + step * trend for step in range(1, ahead + 1)]
    return Forecast(
        method=f"holt-winters {kind}",
        history=values,
        fitted=(None,) * skip + tuple(fitted),
        forecast=tuple(
            line * seasonal[step % cycle] if times else line + seasonal[step % cycle]
            for step, line in enumerate(lines)
        ),
        parameters={**weights, "period": cycle},
        chosen=searched,
        level=level,
        trend=trend,
        seasonal=seasonal,
    )


def _start(values: tuple[float, ...], cycle: int, kind: str) -> State:
    """State after the first cycle, from the means of the first two."""
    first, second = fsum(values[:cycle]) / cycle, fsum(values[cycle : 2 * cycle]) / cycle
    trend = (second - first) / cycle
    # The mean of a cycle belongs to its middle, half a cycle before its end.
    line = [first + trend * (t - (cycle - 1) / 2) for t in range(cycle)]
    if kind == "additive":
        return line[-1], trend, tuple(v - mean for v, mean in zip(values, line, strict=False))
    if min(line) < SMALLEST:
        raise ValueError(
            "history rises so steeply from the first to the second cycle that its line starts "
            'below 0; use season="additive", or give the initial values.'
        )
    return line[-1], trend, tuple(v / mean for v, mean in zip(values, line, strict=False))


def _given_start(initial: tuple, cycle: int, kind: str) -> State:
    names = ("initial_level", "initial_trend", "initial_seasonal")
    for name, value in zip(names, initial, strict=True):
        if value is None:
            raise ValueError(f"{name} is missing (None); give all three initial values or none.")
    level, trend, seasonal = initial
    lowest = {"minimum": SMALLEST} if kind == "multiplicative" else {}
    remedy = f"give {cycle} numbers, one for each period of the cycle"
    indices = tuple(
        number(value, f"initial_seasonal: value {place}", **lowest)
        for place, value in numbered(seasonal, "initial_seasonal", remedy)
    )
    if len(indices) != cycle:
        raise ValueError(f"initial_seasonal has {len(indices)} values; {remedy}.")
    return number(level, "initial_level", **lowest), number(trend, "initial_trend"), indices


def _run(
    values: tuple[float, ...], start: State, times: bool, alpha: float, beta: float, gamma: float
) -> tuple[list[float], State]:
    """Forecasts one period ahead, and the state after the last period."""
    level, trend, around = start
    indices, cycle, fitted = list(around), len(around), []
    for t, value in enumerate(values):
        place, expected = t % cycle, level + trend
        index = indices[place]
        if times and (expected < SMALLEST / 100 or index < 1e-6):
            raise _Runaway(
                "history brings the level or an index of the multiplicative season down to 0 "
                f'with alpha {shown(alpha)}, beta {shown(beta)} and gamma {shown(gamma)}; use '
                'season="additive" or lower parameters.'
            )
        fitted.append(expected * index if times else expected + index)
        before = level
        level = alpha * (value / index if times else value - index) + (1 - alpha) * expected
        trend = beta * (level - before) + (1 - beta) * trend
        new = value / expected if times else value - expected
        indices[place] = gamma * new + (1 - gamma) * index
        if not abs(level) + abs(trend) + abs(indices[place]) <= RUNAWAY:
            raise _Runaway(
                f"history makes holt-winters run away with alpha {shown(alpha)}, beta "
                f"{shown(beta)} and gamma {shown(gamma)}; lower alpha or gamma."
            )
    turn = len(values) % cycle
    return fitted, (level, trend, tuple(indices[turn:] + indices[:turn]))
