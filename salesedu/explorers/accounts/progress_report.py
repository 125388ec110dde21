"""Progress report: target and sales so far, and where the year ends by three methods."""

from itertools import accumulate
from math import fsum

from salesedu import charts
from salesedu._notation import euro, in_words, percent, plain, signed
from salesedu.accounts import ProgressReport, progress_report
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

TARGET = 1_000  # thousand euros a year
SEASONS = {  # thousand euros planned for each month
    "summer": (60, 70, 90, 120, 140, 120, 90, 70, 80, 60, 50, 50),
    "alike": (84, 83, 83, 84, 83, 83, 84, 83, 83, 84, 83, 83),
    "new year": (60, 60, 70, 70, 70, 70, 60, 60, 90, 110, 140, 140),
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July")
MONTHS += ("August", "September", "October", "November", "December")
METHODS = {"seasonal share": "season", "run rate": "run rate", "pipeline added": "pipeline"}  # in the chart
SIGNALS = {"on track": "on track", "watch": "watch it", "act": "act now"}
UP = (0, 1_500)
SAME = 10  # thousand euros; forecasts that lie closer agree


def paint(gone: int, pace: float, season: str, coming: float, method: str) -> View:
    """Months gone, per cent above plan, when they buy, thousands in and open, the method that counts."""
    found = _report(gone, pace, season, coming, method)
    gap = found.gap
    kpis = (
        Kpi(
            "end",
            "Year-end forecast",
            _euros(found.forecast),
            f"{SIGNALS[found.signal]}: {_euros(abs(gap))} {'over' if gap >= 0 else 'short'}",
            lead=True,
        ),
        Kpi("so_far", "Sold so far", _euros(found.actual), f"{percent(found.actual / TARGET)} of the year's target"),
        Kpi("variance", "Variance so far", _variance(found), f"on {_euros(found.target_to_date)} planned"),
        Kpi(
            "needed",
            "Needed a month",
            _euros(found.needed_per_period),
            _times(found),
        ),
    )
    return View(kpis, _chart(found, season), _reading(found, gone))


def _report(gone: int, pace: float, season: str, coming: float, method: str) -> ProgressReport:
    plan = SEASONS[season]
    actuals = [amount * (1 + pace / 100) for amount in plan[:gone]]
    return progress_report(plan, actuals, pipeline=coming, method=method)


def _euros(thousands: float) -> str:
    return euro(1_000 * round(thousands))


def _times(found: ProgressReport) -> str:
    if not found.needed:
        return "the target is reached"
    if found.needed_against_forecast is None:
        return "this forecast expects nothing more"
    return f"{plain(found.needed_against_forecast, 2)} times what this forecast expects"


def _variance(found: ProgressReport) -> str:
    return f"{signed(100 * found.variance / found.target_to_date)}\N{NO-BREAK SPACE}%"


def _chart(found: ProgressReport, season: str) -> dict:
    plan = [0, *accumulate(SEASONS[season])]
    sold = [0, *(line.actual_to_date for line in found.lines[: found.passed])]
    left = found.left
    usual = SEASONS[season][found.passed :]
    forecasts = []
    for method in METHODS:
        end = found.forecasts[method]
        more = end - found.actual
        # The run rate knows no season, and of open deals nobody knows the month.
        parts = usual if method == "seasonal share" else [1] * left
        steps = [more * part / fsum(parts) for part in parts]
        forecasts.append(
            {
                "label": f"{METHODS[method]} {plain(end)}",
                "values": list(accumulate(steps, initial=found.actual)),
                "chosen": method == found.method,
            }
        )
    told = "; ".join(f"{one['label']}" for one in forecasts)
    return charts.year_paths(
        plan,
        sold,
        forecasts,
        {"value": TARGET, "label": f"target {plain(TARGET)}"},
        [(0, "1 Jan"), (6, "1 July"), (12, "31 Dec")],
        UP,
        f"Thousand euros, added up. Sold by the end of {MONTHS[found.passed - 1]}: {plain(found.actual)}, planned "
        f"{plain(found.target_to_date)}. Year end: {told}; target {plain(TARGET)}.",
    )


def _reading(found: ProgressReport, gone: int) -> str:
    run, usual, known = (found.forecasts[method] for method in ("run rate", "seasonal share", "pipeline added"))
    end = f"By {found.method} the year ends at {_euros(found.forecast)}, {_against(found.forecast)}"
    if found.needed < 0.5:
        left = "one month" if found.left == 1 else _number(found.left)
        return f"The target is reached with {left} to go. Next year's business can be sold now."
    if found.method == "run rate":
        if abs(run - usual) < SAME:
            return (
                f"{end}. The part of the season that is over is as large as the part of the year, so that both agree."
            )
        more = "more" if run > usual else "less"
        these = "January brings" if gone == 1 else f"the {_number(gone)} gone bring"
        return (
            f"{end}. But {these} {more} than other months do; with the season counted it is "
            f"{_euros(usual)}, {_against(usual)}."
        )
    if found.method == "pipeline added":
        if known < usual - SAME:
            return (
                f"{end}. It counts only what is known today. If the year goes on as it did, "
                f"{_euros(usual - known)} more comes from orders that nobody has in sight yet."
            )
        return (
            f"{end}, more than the months gone make one expect. Look at the deals behind it: which of them will really "
            "fall this year?"
        )
    text = f"{end}, if the rest of the year goes as it did"
    if found.signal == "on track":
        false = run < TARGET * 0.95
        tail = f"; the run rate of {_euros(run)} is a false alarm, as the best months are to come" if false else ""
        return f"{text}{tail}."
    if run >= TARGET:
        text += f". The run rate of {_euros(run)} is a false comfort: the best months are gone"
    if known >= TARGET:
        return (
            f"{text}. Yet all of the {_euros(found.needed)} still to sell is in or in sight. Which of the two is "
            "wrong, the season or the chances of the deals?"
        )
    seen = _euros(known - found.actual) if known > found.actual else "nothing"
    return (
        f"{text}. Of the {_euros(found.needed)} still to sell {seen} is in or in sight. Find the cause first: a late "
        "order comes back, a lost buyer does not."
    )


def _against(end: float) -> str:
    gap = end - TARGET
    if abs(gap) < 0.5:
        return "just on target"
    return f"{_euros(abs(gap))} {'above' if gap > 0 else 'below'} target"


def _number(months: int) -> str:
    return "month" if months == 1 else f"{in_words(months) if months <= 10 else plain(months)} months"


EXPLORER = Explorer(
    id="progress-report",
    chapter="accounts",
    title="Where does the year end?",
    dutch="Voortgangsrapport en prognose voor het jaareinde",
    question="It is 1 July, and Sanne's hotels along the coast have brought 54 % of the year's target of € 1.0 "
    "million. “More than half,” says Daan. Will she make it?",
    try_this="Leave her 10 % below plan, and let the customers buy most before New Year. What does the run rate say "
    "now, and who would be frightened by it?",
    concepts=("progress-report", "year-end-forecast", "target-variance", "seasonal-index"),
    section="halfway-through-the-year",
    controls=(
        Slider("gone", "Months gone", 1, 11, 1, 6),
        Slider("pace", "Sold, against plan", -20, 20, 1, -10, "%"),
        Choice(
            "season",
            "They buy most",
            (("summer", "before the summer"), ("alike", "every month alike"), ("new year", "before New Year")),
            "summer",
        ),
        Slider("coming", "Orders in and open deals", 0, 300, 20, 280, note="€ thousand, each deal × its chance"),
        Choice("method", "Forecast that counts", tuple((method, method) for method in METHODS), "seasonal share"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="On 1 July the run rate (what was sold ÷ months gone × 12) says € 1,080,000. Suppose it is 1 April, and "
        "Sanne is 10 % below plan as well. What does the run rate say then?",
        choices=("About € 1,080,000: the pace is the same", "About € 900,000", "Less than € 800,000"),
        values={"gone": 3, "method": "run rate"},
        right=2,
        because="January to March are quiet: 22 % of the year in a quarter of its months. So the run rate first "
        "frightens and then flatters, with the same 10 % below plan. The seasonal share says € 900,000 both times.",
    ),
)
