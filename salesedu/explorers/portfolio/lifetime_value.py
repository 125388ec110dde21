"""Customer lifetime value, and what one more point of retention is worth."""

from functools import cache

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.portfolio import LifetimeValue, lifetime_value

__all__ = ["EXPLORER"]

HORIZONS = {"3": 3, "5": 5, "10": 10, "endless": None}
RETENTIONS = tuple(range(40, 91, 2))  # per cent, along the curve
ENDS = ((40, 90), (0, 10))
ASIDE = (-0.5, 0.6, -0.8, 0.85)  # of a name, from its line


def paint(margin: float, retention: float, discount: float, cost: float, horizon: str) -> View:
    """Euros a year and for one customer; retention and discount rate as per cent."""
    years = HORIZONS[horizon]
    result = lifetime_value(margin, retention / 100, discount / 100, cost, years)
    needed = _needed(margin, discount, cost, years)
    kpis = (
        Kpi("value", "Lifetime value", euro(result.value), f"{euro(result.gross_value)} minus {euro(cost)}", lead=True),
        Kpi("point", "One point of retention", _point(result), "more value per customer"),
        Kpi("life", "Stays on average", _years(result.average_life)),
        Kpi("back", "Earned back", _back(result), f"the {euro(cost)} of winning it" if cost else "nothing was spent"),
    )
    return View(kpis, _chart(result, horizon, needed), _reading(result, needed))


def _point(result: LifetimeValue) -> str:
    # Below ten euros the cents tell more than a round figure.
    return euro(result.worth_of_point, 0 if result.worth_of_point >= 10 else 2)


def _years(years: float) -> str:
    return "1 year" if years < 1.05 else f"{plain(years, 1)} years"


def _back(result: LifetimeValue) -> str:
    year = result.break_even_year
    return "never" if year is None else "at once" if not year else f"in year {year}"


@cache
def _curve(discount: float, years: int | None) -> tuple[tuple[float, float], ...]:
    """Value of a margin of one euro a year, by retention in per cent."""
    return tuple((at, lifetime_value(1, at / 100, discount / 100, years=years).gross_value) for at in RETENTIONS)


def _needed(margin: float, discount: float, cost: float, years: int | None) -> int | None:
    """Lowest whole percentage of retention that earns back the cost; None when none up to 100 does."""
    for at in range(101):
        if at == 100 and years is None and not discount:
            return None
        if lifetime_value(margin, at / 100, discount / 100, cost, years).value >= -0.005:
            return at
    return None


def _chart(result: LifetimeValue, horizon: str, needed: int | None) -> dict:
    discount = result.discount_rate * 100
    label = f"× {plain(result.multiple, 1)} = {euro(result.gross_value)}"
    here = {"x": result.retention * 100, "y": result.multiple, "label": label}
    # The line to compare with: with a horizon the one without, and the other way round.
    compared = 3 if result.years is None else None
    last = _curve(discount, compared)[-1][1]
    name = "3 years" if compared else "without end"
    places = [(90, last + aside) for aside in ((0.5, -0.75, -1) if compared else (1.2, 2.1, -0.75))]
    others = [{"points": _curve(discount, compared), "label": name, "beside": _free(name, places, here)}]
    cost = result.acquisition_cost / result.margin
    if 0 < cost <= ENDS[1][1]:
        places = [(at, cost + aside) for at in ((90, 40, 65) if cost < 2.3 else (40, 90, 65)) for aside in ASIDE]
        beside = _free("cost of winning", places, here, others[0])
        others.append({"points": [(40, cost), (90, cost)], "label": "cost of winning", "beside": beside})
    told = (
        f"Value of a customer, in times the margin of a year, against retention. At {percent(result.retention)} it is "
        f"{plain(result.multiple, 1)} times, {euro(result.gross_value)}."
    )
    if result.acquisition_cost and needed is not None:
        from_where = f"from {needed} % retention on" if needed else "at any retention"
        told += f" The cost of winning, {euro(result.acquisition_cost)}, is earned back {from_where}."
    return charts.curve(
        _curve(discount, result.years),
        here,
        ENDS,
        (f"↑ worth {ENDS[1][1]} times a year's margin", "40 % stay", "90 % stay each year →"),
        told,
        side="left",
        others=others,
    )


def _free(name: str, places: list[tuple[float, float]], here: dict, other: dict | None = None) -> tuple[float, float]:
    """The first place for a name, inside the chart, that is free of the dot, of its label and of another name."""

    def over(place: tuple[float, float]) -> float:
        out = max(0.0, 0.3 - place[1], place[1] - 9.7)
        for width in (284, 624):  # of the drawing, on a phone and on a page
            left, right = _ends(name, place[0], width)
            at = _across(here["x"], width)
            start = max(0, at - 8 - 8.8 * len(here["label"]))
            taken = [(start, start + 8.8 * len(here["label"]), here["y"] + 1.05), (at - 7, at + 7, here["y"])]
            if other:
                taken.append((*_ends(other["label"], other["beside"][0], width), other["beside"][1]))
            out += sum(max(0.0, 0.85 - abs(place[1] - y)) for low, high, y in taken if left < high and low < right)
        return out

    return min(places, key=lambda place: round(over(place), 6))


def _across(retention: float, width: int) -> float:
    return 9 + (width - 18) * (retention - ENDS[0][0]) / (ENDS[0][1] - ENDS[0][0])


def _ends(name: str, retention: float, width: int) -> tuple[float, float]:
    """Left and right end in pixels of a name that stands to the right of its place."""
    left = min(_across(retention, width) + 12, width - 8.8 * len(name))
    return left, left + 7.2 * len(name)


def _reading(result: LifetimeValue, needed: int | None) -> str:
    point, cost = _point(result), result.acquisition_cost
    where = f"{percent(result.retention)} stay each year"
    if result.value < -0.005:
        loses = euro(-result.value)
        text = (
            f"Winning costs {euro(cost)} and brings back {euro(result.gross_value)}: each new customer loses {loses}."
        )
        if needed is None:
            return f"{text} No retention mends that: lower the cost of winning, or raise the margin."
        return f"{text} It pays from a retention of {needed} % on."
    if result.years is not None and result.beyond > result.gross_value / 2:
        text = (
            f"Looking {result.years} years ahead you see {euro(result.gross_value)} and miss {euro(result.beyond)} "
            f"that comes later."
        )
        return f"{text} One point of retention then seems worth only {point}: who looks no further will not pay for it."
    text = f"When {where}, one point more is worth {point} per customer"
    if result.years is None and result.retention >= 0.845:
        text += ": the curve is steep here, as who is kept goes on staying for years."
    elif result.retention <= 0.505:
        text += ": little, as who is kept this year is soon gone."
    else:
        text += f". For a hundred of them that point may cost you up to {euro(result.worth_of_point * 100)} today."
    if result.break_even_year and result.break_even_year > 1:
        return f"{text} A new one is earned back only in year {result.break_even_year}."
    return text


EXPLORER = Explorer(
    id="lifetime-value",
    chapter="portfolio",
    title="Customer lifetime value",
    dutch="Customer lifetime value (CLV)",
    question="It costs € 900 to win an office, and an office leaves € 1,000 margin a year. What is one worth, and what "
    "is it worth to keep more of them?",
    try_this="Raise the cost of winning until a new office just pays. Which then helps more: a tenth more margin, or "
    "five points more retention? Look again with a horizon of three years.",
    concepts=("customer-lifetime-value", "worth-of-retention", "discount-rate", "customer-acquisition-cost"),
    section="what-is-a-customer-worth",
    controls=(
        Slider("margin", "Margin a year", 100, 5000, 100, 1000, "€", "the first a year from now"),
        Slider("retention", "Stay each year", 40, 90, 1, 80, "%"),
        Slider("discount", "Discount rate", 0, 25, 1, 10, "%"),
        Slider("cost", "Cost of winning one", 0, 5000, 100, 900, "€"),
        Choice(
            "horizon",
            "Look ahead",
            (("3", "3 years"), ("5", "5 years"), ("10", "10 years"), ("endless", "without end")),
            "endless",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="When 80 % stay each year, one point of retention more is worth € 115 per office. What is one point "
        "worth when 90 % stay?",
        choices=(
            "Less: hardly anybody is left to keep",
            "About the same: a point is a point",
            "More than twice as much",
        ),
        values={"retention": 90},
        right=2,
        because="From 90 % to 91 % is worth € 263. The office that is kept goes on staying, ten years on average "
        "instead of five. Churn falls by a tenth of itself, and at 80 % only by a twentieth.",
    ),
)
