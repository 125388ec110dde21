"""Pareto curve and ABC analysis: on how few customers the revenue rests, and that this is no law."""

from functools import cache

from salesedu import charts
from salesedu._notation import euro, millions, percent, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.portfolio import AbcAnalysis, abc_analysis, pareto_share

__all__ = ["EXPLORER"]

CUSTOMERS, REVENUE, SHIFT = 400, 4_000_000, 6
TOP = 0.20
DRAWN = (*range(0, 40, 2), *range(40, 400, 8))  # customers at which the curve is drawn


def paint(unequal: float, a: float, b: float, gone: int) -> View:
    """How unequally they buy (0–10), ends of the classes as per cent, largest customers that leave."""
    revenues = _revenues(unequal)[gone:]
    result = abc_analysis(revenues, a / 100, b / 100)
    share = pareto_share(revenues, TOP)
    first = result.classes["A"]
    kpis = (
        Kpi(
            "a",
            f"{percent(a / 100)} rests on",
            plain(first.customers),
            f"customers, {_part(first.share_of_customers)}",
            lead=True,
        ),
        Kpi("top", "The largest 20 % bring", percent(share), "of the revenue"),
        Kpi("largest", "The largest one", euro(revenues[0]), percent(revenues[0] / result.revenue, 1)),
        Kpi("revenue", "Revenue", millions(result.revenue, 2), f"of {result.customers} customers"),
    )
    return View(kpis, _chart(result, share), _reading(result, share, a, gone))


@cache
def _revenues(unequal: float) -> list[float]:
    """Euros of the 400 customers, largest first: the steeper, the more unequal; together always the same."""
    weights = [(SHIFT + rank) ** (-unequal / 5) for rank in range(1, CUSTOMERS + 1)]
    return [REVENUE * weight / sum(weights) for weight in weights]


def _part(share: float) -> str:
    return percent(share, 0 if share >= 0.0995 else 1)


def _chart(result: AbcAnalysis, share: float) -> dict:
    n = result.customers
    points = [result.curve[at] for at in DRAWN if at < n] + [result.curve[n]]
    classes, end = [], 0.0
    for name, one in result.classes.items():
        end += one.share_of_customers
        told = (
            f"{name} · {one.customers} ({_part(one.share_of_customers)}) bring {percent(one.share_of_revenue)}"
            if one.customers
            else f"{name} · nobody"
        )
        classes.append({"end": end, "label": told})
    top = round(n * TOP) / n
    told = "; ".join(one["label"].replace(" · ", ": ") for one in classes)
    return charts.pareto_curve(
        points,
        {"x": top, "y": share, "label": f"20 % bring {percent(share)}"},
        classes,
        ("↑ all of the revenue", "largest first", "all customers →"),
        f"Curve of customers, the largest first, against the share of revenue they bring together. The largest 20 % "
        f"bring {percent(share)}. Classes: {told}.",
    )


def _reading(result: AbcAnalysis, share: float, a: float, gone: int) -> str:
    first, last = result.classes["A"], result.classes["C"]
    if not last.customers and not result.classes["B"].customers:
        return (
            "All buy the same, so the largest 20 % bring 20 % and there are no classes: who brings as much as another "
            "belongs in the same one. The 80/20 rule is what people often found, not a law."
        )
    text = f"{percent(a / 100)} of the revenue rests on {plain(first.customers)} of {result.customers} customers"
    if gone:
        many = "The largest one takes" if gone == 1 else f"The largest {gone} take"
        text = f"{many} {millions(REVENUE - result.revenue, 2)} along. Of what is left {percent(a / 100)} rests on "
        text += f"{plain(first.customers)} of {result.customers} customers"
    if share < 0.40:
        return f"{text}. Buyers are nearly alike here: an ABC analysis cuts where there is hardly a difference."
    return (
        f"{text}. The {plain(last.customers)} in class C, {_part(last.share_of_customers)} of all, bring "
        f"{percent(last.share_of_revenue)} together: serve them well, but not with visits."
    )


EXPLORER = Explorer(
    id="pareto",
    chapter="portfolio",
    title="Pareto curve and ABC",
    dutch="Pareto en ABC-analyse",
    question="On how many customers does 80 % of the revenue rest, and is it always a fifth of them?",
    try_this="Find out how unequally customers must buy before the largest 20 % bring exactly 80 %. Then end class A "
    "at 70 %: who falls out of it, and did anything change about those customers?",
    concepts=("pareto-share", "abc-analysis"),
    section="a-few-bring-the-most",
    controls=(
        Slider("unequal", "How unequally they buy", 0, 10, 0.5, 6.5, note="0 all the same"),
        Slider("a", "Class A ends at", 50, 90, 5, 80, "%", "of the revenue"),
        Slider("b", "Class B ends at", 91, 99, 1, 95, "%", "of the revenue"),
        Slider("gone", "Largest ones that leave", 0, 20, 1, 0),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="A week later Daan does the same sum for the web shop, where customers differ much less: 2 on the "
        "slider instead of 6.5. What do the largest 20 % bring there?",
        choices=("Still close to 80 %", "About 60 %", "About 35 %"),
        values={"unequal": 2},
        right=2,
        because="How much the largest bring depends on how different customers are. That 20 % bring 80 % was found in "
        "many places, and is a law in none.",
    ),
)
