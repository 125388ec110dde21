"""Forecast: sixty months of coffee sales, one year hidden, eight methods and the question which one wins."""

from collections.abc import Callable
from functools import cache

from salesedu import charts
from salesedu._notation import and_list, euro, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Toggle, View
from salesedu.market import (
    Accuracy,
    Forecast,
    accuracy,
    exponential_smoothing,
    holt,
    holt_winters,
    linear_trend,
    moving_average,
    naive,
    seasonal_indices,
    seasonal_naive,
    trend_and_season,
)

__all__ = ["EXPLORER"]

# Revenue of Noorderlicht Koffie per month, October 2021 to September 2026, in thousands of euros:
# column `revenue` of the company's table `monthly_sales`, rounded.
SALES = (
    764, 758, 799, 665, 704, 761, 758, 777, 731, 653, 636, 775,
    810, 855, 851, 736, 717, 813, 761, 803, 816, 720, 703, 887,
    914, 902, 904, 830, 791, 843, 926, 891, 894, 724, 729, 888,
    972, 1009, 1079, 906, 893, 991, 1012, 1019, 977, 905, 880, 1092,
    1157, 1162, 1155, 964, 954, 1052, 1069, 1086, 1095, 998, 977, 1063,
)  # fmt: skip
YEAR = 12
KNOWN = {"2026": 48, "2025": 36}  # months before the hidden year, by the year in which it ends
HIDDEN = {"2026": "2025–26", "2025": "2024–25"}
# How much of a surprise the smoothing methods learn: alpha, beta and gamma as a search on the known
# months finds them (`compare_forecasts`), kept here because that search takes longer than a move
# may take. By whether trend and season are in the sales, and by the hidden year.
SMOOTHING: dict[tuple[bool, bool, str], tuple[tuple[float, ...], ...]] = {
    (True, True, "2026"): ((1.0,), (0.119, 0.197), (0.349, 0.047, 0.131)),
    (True, True, "2025"): ((0.213,), (0.346, 0.037), (0.0, 0.05, 0.083)),
    (True, False, "2026"): ((0.694,), (0.601, 0.151), (0.334, 0.057, 0.15)),
    (True, False, "2025"): ((0.508,), (0.537, 0.197), (0.0, 0.05, 0.093)),
    (False, True, "2026"): ((0.19,), (1.0, 0.013), (0.029, 0.953, 0.05)),
    (False, True, "2025"): ((0.273,), (0.947, 0.0), (0.0, 0.05, 0.106)),
    (False, False, "2026"): ((0.403,), (0.624, 0.171), (0.307, 0.064, 0.147)),
    (False, False, "2025"): ((0.243,), (0.577, 0.21), (0.0, 0.05, 0.117)),
}
LEVELS = (600, 800, 1000, 1200)  # thousands of euros
ENDS = ((-9, 59), (500, 1300), (0, 180))


class Method:
    """A method by name: how it forecasts a year, what it follows, and what it does in words."""

    def __init__(self, name: str, run: Callable, trend: bool, season: bool, does: str) -> None:
        self.name, self.run, self.trend, self.season, self.does = name, run, trend, season, does


METHODS = {
    method.name: method
    for method in (
        Method("naive", lambda y, s: naive(y, YEAR), False, False, "Naive repeats the last month"),
        Method(
            "seasonal naive",
            lambda y, s: seasonal_naive(y, YEAR, YEAR),
            False,
            True,
            "Seasonal naive repeats the months of the year before",
        ),
        Method(
            "moving average",
            lambda y, s: moving_average(y, YEAR, YEAR),
            False,
            False,
            "The moving average repeats the mean of the last twelve months",
        ),
        Method(
            "exponential smoothing",
            lambda y, s: exponential_smoothing(y, *s[0], horizon=YEAR),
            False,
            False,
            "Exponential smoothing keeps the level it has learned",
        ),
        Method(
            "linear trend",
            lambda y, s: linear_trend(y, YEAR),
            True,
            False,
            "Linear trend draws one line through all months",
        ),
        Method("Holt", lambda y, s: holt(y, *s[1], horizon=YEAR), True, False, "Holt goes on with the latest growth"),
        Method(
            "trend and season",
            lambda y, s: trend_and_season(y, YEAR, YEAR),
            True,
            True,
            "Trend and season draws one line and puts the season back in",
        ),
        Method(
            "Holt-Winters",
            lambda y, s: holt_winters(y, YEAR, *s[2], horizon=YEAR),
            True,
            True,
            "Holt-Winters goes on with the latest growth and season",
        ),
    )
}


@cache
def sales(trend: bool, season: bool) -> tuple[float, ...]:
    """The sixty months, with the trend or the season divided out when they are not wanted."""
    line = linear_trend(SALES).fitted
    mean = sum(line) / len(line)
    indices = seasonal_indices(SALES, YEAR).indices
    return tuple(
        value / (1 if trend else line[i] / mean) / (1 if season else indices[i % YEAR]) for i, value in enumerate(SALES)
    )


@cache
def race(trend: bool, season: bool, year: str) -> dict[str, tuple[Forecast, Accuracy]]:
    """Every method's forecast of the hidden year and its accuracy."""
    values, known = sales(trend, season), KNOWN[year]
    head, tail = values[:known], values[known : known + YEAR]
    found = {}
    for name, method in METHODS.items():
        made = method.run(head, SMOOTHING[trend, season, year])
        found[name] = made, accuracy(tail, made.forecast, head)
    return found


def paint(method: str, trend: bool, season: bool, year: str) -> View:
    """The chosen method on the hidden year, beside the seven others."""
    found = race(trend, season, year)
    best = min(found, key=lambda name: found[name][1].mae)  # of two that tie, the simpler one
    off = found[method][1]
    kpis = (
        Kpi("off", "Off in a month", _thousands(off.mae), f"on average; {percent(off.mape, 1)}", lead=True),
        Kpi("bias", "Bias", f"{'+' if off.bias >= 0.5 else ''}{_thousands(off.bias)}", _side(off)),
        Kpi("mase", "MASE", plain(off.mase, 2), "naive on the past is 1"),
        Kpi("best", "Closest", best, _thousands(found[best][1].mae)),
    )
    return View(kpis, _chart(method, best, trend, season, year), _reading(method, best, trend, season, year))


def _thousands(value: float) -> str:
    return euro(1000 * round(value))


def _side(off: Accuracy) -> str:
    if abs(off.bias) < 0.3 * off.mae:
        return "now high, now low"
    return "forecast too high" if off.bias > 0 else "forecast too low"


def _chart(method: str, best: str, trend: bool, season: bool, year: str) -> dict:
    found, values, known = race(trend, season, year), sales(trend, season), KNOWN[year]
    racers = [
        {
            "name": name.capitalize() if name.islower() else name,
            "amount": _thousands(off.mae),
            "value": off.mae,
            "chosen": name == method,
            "best": name == best,
        }
        for name, (_, off) in found.items()
    ]
    years = [(3 + YEAR * i, str(2022 + i)) for i in range(5)]
    levels = [(value, f"{euro(value)}k" if value < 1000 else f"{euro(value / 1000, 1)}m") for value in LEVELS]
    forecast = found[method][0].forecast
    sold = values[known : known + YEAR]
    told = (
        f"Monthly sales over {known} months, then a hidden year of {YEAR}; {method} forecasts "
        f"{_thousands(sum(forecast))} for it, {_thousands(sum(sold))} were sold. Off in an average month: "
        + ", ".join(f"{racer['name']} {racer['amount']}" for racer in racers)
        + "."
    )
    return charts.forecast_race(values[:known], sold, forecast, racers, years, levels, ENDS, told)


def _reading(name: str, best: str, trend: bool, season: bool, year: str) -> str:
    found = race(trend, season, year)
    method, off, least = METHODS[name], found[name][1], found[best][1].mae
    there = {"growth": trend, "season": season}
    follows = {"growth": method.trend, "season": method.season}
    missed = [part for part in there if there[part] and not follows[part]]
    idle = [part for part in there if follows[part] and not there[part]]
    first = method.does
    if missed:
        first += f" and knows no {' and no '.join(missed)}"
    elif idle:
        first += f", but there is no {' and no '.join(idle)} to follow"
    first = f"{first}: {_thousands(off.mae)} off in an average month of {HIDDEN[year]}{_tilt(off)}."
    if name == best:
        rest = "Nothing else came closer"
        if missed:
            rest += f", although it leaves out the {and_list(missed)}. One hidden year is one test: hide another"
        elif idle or not (trend or season):
            rest += ". With so little pattern left, that is partly luck: hide another year"
        else:
            rest += ": it follows just what is in these sales"
        return f"{first} {rest}."
    second = f"Closest is {best} with {_thousands(least)}."
    if off.mae <= 1.05 * least:
        return f"{first} {second} So small a difference decides nothing: hide another year."
    if name == "Holt-Winters":
        return f"{first} {second} The most elaborate method is not the best one by right."
    if METHODS[best].season and not method.season and season:
        return f"{first} {second} It knows which months are high and which are low."
    if METHODS[best].trend and not method.trend and trend:
        return f"{first} {second} It lets the sales go on growing."
    return f"{first} {second}"


def _tilt(off: Accuracy) -> str:
    if abs(off.bias) < 0.85 * off.mae:
        return ""
    return ", nearly always too high" if off.bias > 0 else ", nearly always too low"


EXPLORER = Explorer(
    id="forecast",
    chapter="market",
    title="Forecasting coffee sales",
    dutch="Kwantitatieve voorspelmethoden",
    question="Sixty months of Noorderlicht's sales, and the last year is hidden. Which method comes closest to it, "
    "and why?",
    try_this="Take the season out of the sales, then the growth, then both. Each time, say which method will win "
    "before you look. Then hide the year before: does the same method win again?",
    concepts=(
        "quantitative-forecasting",
        "forecast-accuracy",
        "naive-forecast",
        "moving-average",
        "exponential-smoothing",
        "linear-trend",
        "holt-winters",
        "seasonal-index",
        "forecast-bias",
        "mae-and-rmse",
        "mase",
    ),
    section="read-the-history",
    controls=(
        Choice(
            "method",
            "Method",
            tuple((name, name.capitalize() if name.islower() else name) for name in METHODS),
            "seasonal naive",
        ),
        Toggle("trend", "Growth in the sales", True),
        Toggle("season", "Season in the sales", True),
        Choice("year", "Hidden year", tuple(HIDDEN.items()), "2026"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The sales have growth and a clear season. All eight methods forecast the hidden year from the four "
        "years before it. Which one comes closest?",
        choices=(
            "Holt: it goes on with the latest growth",
            "Trend and season: a straight line, with twelve seasonal indices",
            "Holt-Winters: it learns level, growth and season anew every month",
        ),
        values={"method": "Holt-Winters"},
        right=1,
        because="Holt-Winters comes second. It took the fast growth of its last months for the future, and growth "
        "slowed down; the straight line knew only the average growth of four years. Elaborate methods often lose to "
        "simple ones that fit the pattern. A forecast without the season never had a chance.",
    ),
)
