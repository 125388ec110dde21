"""Progress report: target and actual, and where the year will end.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Iterable
from math import fsum

from salesedu._accounts.progress_parts import PROGRESS_METHODS, ProgressLine, ProgressReport
from salesedu._checks import ALLOWANCE, fraction, number, numbered, one_of, ratio, shown
from salesedu._notation import euro, plain

__all__ = ["progress_report"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LARGEST = 1e12
MOST_PERIODS = 366


def progress_report(
    targets: Iterable[float],
    actuals: Iterable[float],
    *,
    season: Iterable[float] | None = None,
    booked: float | None = None,
    pipeline: float | None = None,
    method: str = "seasonal share",
    tolerance: float = 0.05,
    labels: Iterable[str] | None = None,
) -> ProgressReport:
    """Set actuals against targets, and forecast the year end.

    Parameters
    ----------
    targets : iterable of float
        Euros per month or quarter of the whole year, 0 or more; 1–366 periods.
    actuals : iterable of float
        Euros per period gone, from the first on, at least one; missing values (None, NaN) at the
        end are periods still to come. May be negative (credit notes).
    season : iterable of float, optional
        What each period usually sells, on any scale: last year's sales, or seasonal indices; 0 or
        more. The targets when left out.
    booked : float, optional
        Euros of orders that are in for the rest of the year, 0 or more.
    pipeline : float, optional
        Euros of open deals that may fall this year, each times its chance, 0 or more.
    method : {"run rate", "seasonal share", "pipeline added"}
        The forecast that counts.
    tolerance : float
        Fraction (0–1) below target that is still "watch"; further below is "act".
    labels : iterable of str, optional
        Names of the periods; months or quarters when there are 12 or 4.

    Returns
    -------
    ProgressReport

    Raises
    ------
    ValueError
        When lengths do not fit, a value is missing in the middle, or a number is out of range.

    Notes
    -----
    Common professional practice; no single origin. *Run rate*: ``actual / passed * periods``; it
    takes every period as equal. *Seasonal share*: ``actual / share of the season that has
    passed``; it takes the season as it was, and what the year showed so far as typical.
    *Pipeline added*: ``actual + booked + pipeline``; it counts nothing that is not yet known, so
    that it is low early in the year. Look at all three: they differ for a reason.

    Examples
    --------
    >>> report = progress_report([100, 150, 100, 50], [90, 120], pipeline=40)
    >>> report.actual, report.attainment, report.run_rate, report.seasonal_share, report.pipeline_added
    (210.0, 0.84, 420.0, 336.0, 250.0)
    >>> report.signal, report.needed, report.needed_per_period, round(report.needed_times, 3)
    ('act', 190.0, 95.0, 0.905)
    """
    aims = [
        number(value, f"targets: period {place}", 0, LARGEST)
        for place, value in numbered(targets, "targets", "give the target of each month or quarter")
    ]
    if not 1 <= len(aims) <= MOST_PERIODS:
        raise ValueError(f"targets has {len(aims)} periods; give 1 to {MOST_PERIODS}, the whole year.")
    sold = _actuals(actuals, len(aims))
    usual = aims if season is None else _season(season, len(aims))
    names = _labels(labels, len(aims))
    known = [
        number(value, name, 0, LARGEST)
        for value, name in ((booked, "booked"), (pipeline, "pipeline"))
        if value is not None
    ]
    counts = one_of(method, "method", PROGRESS_METHODS)
    allowed = fraction(tolerance, "tolerance")

    passed, periods = len(sold), len(aims)
    actual, due, target = fsum(sold), fsum(aims[:passed]), fsum(aims)
    part = ratio(fsum(usual[:passed]), fsum(usual))
    by_season = actual / part if part is not None and part >= 1e-6 else None
    ends = (actual / passed * periods, by_season, fsum((actual, *known)) if known else None)
    by_method = dict(zip(PROGRESS_METHODS, ends, strict=True))
    if passed == periods:  # the year is over: nothing is left to forecast
        by_method = dict.fromkeys(PROGRESS_METHODS, actual)
    forecast = by_method[counts]
    if forecast is None and counts == "pipeline added":
        raise ValueError("pipeline and booked are missing (None); give one of them, or use another method.")
    if forecast is None:
        raise ValueError(
            "season says that hardly anything is sold in the periods gone, so it cannot forecast the year; "
            'use method="run rate", or another season.'
        )
    found = [value for value in by_method.values() if value is not None]
    left = periods - passed
    needed = max(0.0, target - actual)
    each = needed / left if left else None
    pace = actual / passed
    signal = _signal(forecast, target, allowed)
    return ProgressReport(
        lines=_lines(names, aims, sold, allowed),
        periods=periods,
        passed=passed,
        left=left,
        target=target,
        target_to_date=due,
        actual=actual,
        variance=actual - due,
        attainment=ratio(actual, due),
        run_rate=by_method["run rate"],
        seasonal_share=by_method["seasonal share"],
        pipeline_added=by_method["pipeline added"],
        method=counts,
        forecast=forecast,
        lowest=min(found),
        highest=max(found),
        gap=forecast - target,
        forecast_attainment=ratio(forecast, target),
        needed=needed,
        needed_per_period=each,
        pace=pace,
        needed_times=None if each is None else ratio(each, pace),
        needed_against_forecast=ratio(needed, forecast - actual),
        signal=signal,
        because=_because(forecast, target, counts, left),
        advice=_advice(signal, needed, each, ratio(needed, forecast - actual), min(found) < target, left),
    )


def _missing(value: object) -> bool:
    return value is None or shown(value).startswith("missing")


def _actuals(actuals: object, periods: int) -> list[float]:
    given = [value for _, value in numbered(actuals, "actuals", "give what was sold in each period gone")]
    if len(given) > periods:
        raise ValueError(f"actuals has {len(given)} periods, but targets has {periods}; give no more than that.")
    while given and _missing(given[-1]):
        given.pop()
    if not given:
        raise ValueError("actuals is empty; give at least what was sold in the first period.")
    return [number(value, f"actuals: period {place}", -LARGEST, LARGEST) for place, value in enumerate(given, start=1)]


def _season(season: object, periods: int) -> list[float]:
    given = [
        number(value, f"season: period {place}", 0, LARGEST)
        for place, value in numbered(season, "season", "give what each period usually sells")
    ]
    if len(given) != periods:
        raise ValueError(f"season has {len(given)} periods, but targets has {periods}; give one for each.")
    if fsum(given) < 0.01:
        raise ValueError("season sums to 0; give what each period usually sells, such as last year's sales.")
    return given


def _labels(labels: object, periods: int) -> list[str]:
    if labels is None:
        months = list(MONTHS) if periods == 12 else None
        return months or [f"{'Q' if periods == 4 else 'period '}{place}" for place in range(1, periods + 1)]
    names = [value for _, value in numbered(labels, "labels", "give a name for each period")]
    if len(names) != periods:
        raise ValueError(f"labels has {len(names)} names, but targets has {periods} periods; give one for each.")
    for place, name in enumerate(names, start=1):
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"labels: period {place} is {shown(name)}; name each period in words.")
    return [" ".join(name.split()) for name in names]


def _signal(reached: float, target: float, tolerance: float) -> str:
    allowed = ALLOWANCE * max(1.0, target)
    if reached >= target - allowed:
        return "on track"
    return "watch" if reached >= target * (1 - tolerance) - allowed else "act"


def _lines(names: list[str], aims: list[float], sold: list[float], tolerance: float) -> tuple[ProgressLine, ...]:
    lines = []
    for place, (name, aim) in enumerate(zip(names, aims, strict=True)):
        due = fsum(aims[: place + 1])
        if place >= len(sold):
            lines.append(ProgressLine(name, aim, None, None, None, due, None, None, None, None))
            continue
        got, so_far = sold[place], fsum(sold[: place + 1])
        alone, to_date = (got - aim, ratio(got, aim)), (so_far - due, ratio(so_far, due))
        lines.append(ProgressLine(name, aim, got, *alone, due, so_far, *to_date, _signal(got, aim, tolerance)))
    return tuple(lines)


def _because(forecast: float, target: float, method: str, left: int) -> str:
    gap = forecast - target
    how = f"By {method} the year ends at {euro(forecast)}" if left else f"The year ended at {euro(forecast)}"
    if abs(gap) < 0.5:
        return f"{how}: on target."
    return f"{how}: {euro(abs(gap))} {'above' if gap > 0 else 'below'} the target of {euro(target)}."


def _advice(signal: str, needed: float, each: float | None, times: float | None, doubt: bool, left: int) -> str:
    if not left:
        return "Learn from the periods that differ most from their target, and use it in next year's plan."
    if needed < 0.5:
        return "The target is reached: raise it together, or put hours into next year's business."
    pieces = f"Still to sell: {euro(needed)}, or {euro(each)} a period"
    if times is not None:
        pieces += f" ({plain(times, 2)} times what the forecast expects of them)"
    if signal == "on track":
        unsure = " Not every method agrees: look at what they count." if doubt else ""
        return f"{pieces}. Keep going.{unsure}"
    if signal == "watch":
        return f"{pieces}. Name the deals that can close the gap, and look again next period."
    return f"{pieces}. Agree on actions now: more visits, other deals first, or an honest lower forecast."
