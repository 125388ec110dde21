"""A fair race between forecasting methods: hide the last periods, forecast them, compare.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from salesedu._checks import numbered, shown
from salesedu._market.accuracy import Accuracy, accuracy
from salesedu._market.pattern import HistoryPattern, history_pattern
from salesedu._market.seasons import trend_and_season
from salesedu._market.series import Forecast, horizon_of, period_of, read_series
from salesedu._market.simple_forecasts import (
    linear_trend,
    moving_average,
    naive,
    seasonal_naive,
)
from salesedu._market.smoothing import exponential_smoothing, holt
from salesedu._market.winters import holt_winters

__all__ = ["FORECAST_METHODS", "ForecastComparison", "MethodResult", "compare_forecasts"]

Forecaster = Callable[[tuple[float, ...], int, int], Forecast]


@dataclass(frozen=True)
class _Method:
    run: Forecaster
    trend: bool
    season: bool


# From simple to elaborate: of two methods that do equally well the simpler one ranks higher.
METHODS = {
    "naive": _Method(lambda y, h, m: naive(y, h), False, False),
    "seasonal naive": _Method(lambda y, h, m: seasonal_naive(y, m, h), False, True),
    "moving average": _Method(lambda y, h, m: moving_average(y, m, h), False, False),
    "linear trend": _Method(lambda y, h, m: linear_trend(y, h), True, False),
    "exponential smoothing": _Method(
        lambda y, h, m: exponential_smoothing(y, horizon=h), False, False
    ),
    "holt": _Method(lambda y, h, m: holt(y, horizon=h), True, False),
    "trend and season": _Method(lambda y, h, m: trend_and_season(y, m, h), True, True),
    "holt-winters additive": _Method(
        lambda y, h, m: holt_winters(y, m, horizon=h, season="additive"), True, True
    ),
    "holt-winters multiplicative": _Method(
        lambda y, h, m: holt_winters(y, m, horizon=h, season="multiplicative"), True, True
    ),
}
FORECAST_METHODS = tuple(METHODS)
MEASURES = ("mae", "rmse", "mape", "mase")
CLOSE = 0.05  # a runner-up within 5 % has not been beaten by one hold-out


@dataclass(frozen=True)
class MethodResult:
    """One method in the race.

    Attributes
    ----------
    rank : int
        1 is best.
    method : str
        Its name, one of `FORECAST_METHODS`.
    forecast : Forecast
        Made from the head only; parameters were searched on the head.
    accuracy : Accuracy
        On the hold-out; MASE is scaled by the naive forecast on the head.
    follows_trend, follows_season : bool
        What the method can follow.
    """

    rank: int
    method: str
    forecast: Forecast
    accuracy: Accuracy
    follows_trend: bool
    follows_season: bool


@dataclass(frozen=True)
class ForecastComparison:
    """The outcome of a hold-out comparison.

    Attributes
    ----------
    head, tail : tuple of float
        What the methods saw, and what they had to forecast.
    ranking : tuple of MethodResult
        Best first.
    best : str
        Name of the best method.
    scores : dict
        The chosen measure per method, best first.
    measure : str
        "mae", "rmse", "mape" or "mase".
    pattern : HistoryPattern
        Trend and season of the head.
    reason : str
        Why the best method won, in a few sentences.
    skipped : dict
        Methods that could not run, with the reason.
    """

    head: tuple[float, ...]
    tail: tuple[float, ...]
    ranking: tuple[MethodResult, ...]
    best: str
    scores: dict[str, float]
    measure: str
    pattern: HistoryPattern
    reason: str
    skipped: dict[str, str]


def compare_forecasts(
    history: Iterable[float],
    hold_out: int = 12,
    period: int = 12,
    methods: Iterable[str] | None = None,
    measure: str = "mae",
) -> ForecastComparison:
    """Hold out the last periods, forecast them with every method and rank the methods.

    Parameters
    ----------
    history : iterable of float
        Past values, oldest first; at least three more than are held out.
    hold_out : int
        Periods at the end that are hidden and forecast, 1–600.
    period : int
        Periods in one cycle: 12 for months, 4 for quarters; 2–366.
    methods : iterable of str, optional
        Names out of `FORECAST_METHODS`; all of them when left out. The moving average takes one
        cycle.
    measure : str
        What to rank by: "mae", "rmse", "mape" or "mase".

    Returns
    -------
    ForecastComparison

    Raises
    ------
    ValueError
        When a value is missing or no number, the history is too short, a method or measure is
        unknown, the measure is undefined (MAPE with a 0 among the actual values), or no method
        can run.

    Notes
    -----
    One hold-out is one test. Makridakis and his co-authors (the M competitions, since 1982) find
    that simple methods often do as well as elaborate ones; shift the hold-out before you trust
    a small difference.

    Examples
    --------
    >>> rising = [80, 130, 130, 120, 120, 170, 170, 160, 160, 210, 210, 200, 200, 250, 250, 240]
    >>> race = compare_forecasts(rising, hold_out=4, period=4, methods=["naive", "holt-winters additive"])
    >>> race.best, race.scores["naive"]
    ('holt-winters additive', 35.0)
    >>> race.reason
    'The history has a clear trend and a clear season, and the winner (holt-winters additive) follows both.'
    """
    ahead, cycle = horizon_of(hold_out, "hold_out"), period_of(period)
    if not isinstance(measure, str) or measure not in MEASURES:
        raise ValueError(f"measure is {shown(measure)}; give one of {', '.join(MEASURES)}.")
    chosen = _chosen(methods)
    values = read_series(history)
    if len(values) < ahead + 3:
        raise ValueError(
            f"history has {len(values)} values; to hold out {ahead}, give at least "
            f"{ahead + 3}."
        )
    head, tail = values[:-ahead], values[-ahead:]
    found: list[tuple[float, str, Forecast, Accuracy]] = []
    skipped: dict[str, str] = {}
    for name in chosen:
        try:
            made = METHODS[name].run(head, ahead, cycle)
            result = accuracy(tail, made.forecast, head)
        except ValueError as trouble:
            skipped[name] = str(trouble)
            continue
        score = getattr(result, measure)
        if score is None:
            note = result.mape_note if measure == "mape" else result.mase_note
            raise ValueError(f'measure is "{measure}", which is undefined here. {note}')
        found.append((score, name, made, result))
    if not found:
        name, why = next(iter(skipped.items()))
        raise ValueError(f"history suits none of the methods; {name}: {why}")
    found.sort(key=lambda one: one[0])
    ranking = tuple(
        MethodResult(rank, name, made, result, METHODS[name].trend, METHODS[name].season)
        for rank, (_, name, made, result) in enumerate(found, start=1)
    )
    scores = {name: score for score, name, _, _ in found}
    pattern = history_pattern(head, cycle)
    return ForecastComparison(
        head=head,
        tail=tail,
        ranking=ranking,
        best=ranking[0].method,
        scores=scores,
        measure=measure,
        pattern=pattern,
        reason=_reason(ranking, scores, pattern),
        skipped=skipped,
    )


def _chosen(methods: Iterable[str] | None) -> tuple[str, ...]:
    if methods is None:
        return FORECAST_METHODS
    known = ", ".join(FORECAST_METHODS)
    wanted = [name for _, name in numbered(methods, "methods", f"give a list out of {known}")]
    for name in wanted:
        if not isinstance(name, str) or name not in METHODS:
            raise ValueError(f"methods has {shown(name)}; use {known}.")
    if not wanted:
        raise ValueError(f"methods is empty; give at least one out of {known}.")
    return tuple(name for name in FORECAST_METHODS if name in wanted)


def _reason(
    ranking: tuple[MethodResult, ...], scores: dict[str, float], pattern: HistoryPattern
) -> str:
    first = ranking[0]
    present = [
        name for name, here in (("trend", pattern.has_trend), ("season", pattern.has_season))
        if here
    ]
    follows = {"trend": first.follows_trend, "season": first.follows_season}
    missed = [name for name in present if not follows[name]]
    if not present:
        told = (
            "The history shows no clear trend or season"
            + ("" if pattern.season_strength is not None else " (it is too short to tell a season)")
            + f"; the winner ({first.method}) came closest."
        )
    elif missed:
        told = (
            f"The history has a clear {' and a clear '.join(present)}, but the winner "
            f"({first.method}) does not follow the {' and the '.join(missed)}: the hold-out did "
            "not go on as the history did."
        )
    else:
        it = "both" if len(present) == 2 else "it"
        told = (
            f"The history has a clear {' and a clear '.join(present)}, and the winner "
            f"({first.method}) follows {it}."
        )
    if len(ranking) > 1:
        second = ranking[1].method
        if scores[second] <= scores[first.method] * (1 + CLOSE):
            told += (
                f" The runner-up, {second}, is within 5 %: one hold-out does not decide between "
                "the two."
            )
    return told
