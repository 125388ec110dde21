"""Satisfaction gap: what four dimensions delivered against what was promised."""

from salesedu import charts
from salesedu._notation import percent, points, signed
from salesedu.customers import DIMENSIONS, SatisfactionGap, satisfaction_gap
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

EXPECTED = {"product": 8.0, "service": 8.0, "price": 6.5, "availability": 7.5}
WEIGHTS = {"product": 30, "service": 40, "price": 20, "availability": 10}
ENDS = (1, 10)
TAKEN_FOR_EQUAL = 0.25  # the function's own tolerance: too small a gap for anyone to notice


def paint(promise: float, product: float, service: float, price: float, availability: float) -> View:
    """Expectations move with the promise, experience dimension by dimension."""
    expected = {name: score + promise for name, score in EXPECTED.items()}
    perceived = dict(zip(DIMENSIONS, (product, service, price, availability), strict=True))
    gap = satisfaction_gap(expected, perceived, WEIGHTS, tolerance=TAKEN_FOR_EQUAL)
    worst, mend = gap.largest_shortfall, gap.first_to_mend
    kpis = (
        Kpi("overall", "Overall gap", signed(gap.overall, 1), "points, weighted", lead=True),
        Kpi("verdict", "Expectation", gap.verdict),
        Kpi(
            "shortfall",
            "Falls short most",
            worst or "nothing",
            f"{signed(gap.gaps[worst], 1)}" if worst else "",
        ),
        Kpi(
            "mend",
            "Mend first",
            mend or "nothing",
            f"counts for {percent(gap.shares[mend])}" if mend else "",
        ),
    )
    return View(kpis, _chart(expected, perceived, gap), _reading(promise, gap))


def _chart(expected: dict, perceived: dict, gap: SatisfactionGap) -> dict:
    rows = [
        {
            "name": f"{name.capitalize()} · counts for {percent(gap.shares[name])}",
            "before": expected[name],
            "after": perceived[name],
            "amount": signed(gap.gaps[name], 1),
            "colour": charts.GOOD if gap.gaps[name] >= 0 else charts.BAD,
        }
        for name in DIMENSIONS
    ]
    told = ", ".join(f"{name} {signed(gap.gaps[name], 1)}" for name in DIMENSIONS)
    return charts.gap_rows(rows, "expected", "experienced", ENDS, f"Experience minus expectation, in points: {told}.")


def _reading(promise: float, gap: SatisfactionGap) -> str:
    overall = f"{points(abs(gap.overall))}"
    if gap.verdict == "exceeded":
        first = f"Experience beats expectation by {overall}: a delight, until it is expected too."
    elif gap.verdict == "met":
        first = f"All in all, customers get what they expected (a gap of {signed(gap.overall, 1)})."
    else:
        first = f"Customers are let down by {overall}, however good the scores look on their own."
    return " ".join(filter(None, (first, _on_shortfall(gap), _on_promise(promise, gap))))


def _on_shortfall(gap: SatisfactionGap) -> str:
    worst, mend = gap.largest_shortfall, gap.first_to_mend
    if worst is None:
        return "No dimension falls short."
    short = points(abs(gap.gaps[mend]))
    if worst == mend and gap.shares[mend] == max(gap.shares.values()):
        return f"Mend {mend} first: it falls {short} short and weighs the most."
    if worst == mend:
        return f"Mend {mend} first: it falls {short} short."
    return (
        f"{worst.capitalize()} falls short most, but {mend} weighs more in the customer's judgement: mend {mend} first."
    )


def _on_promise(promise: float, gap: SatisfactionGap) -> str:
    """What would have been felt, had sales promised what it usually does."""
    if promise == 0:
        return ""
    unchanged = signed(gap.overall + promise, 1)
    if promise > 0:
        return f"Without the extra {points(promise)} of promise the same work would have felt like {unchanged}."
    return (
        f"Promising {points(-promise)} less did that: the same work felt like {unchanged} before. "
        "Promise too little and nobody buys."
    )


EXPLORER = Explorer(
    id="satisfaction-gap",
    chapter="customers",
    title="Satisfaction gap",
    dutch="Verwachting en ervaring",
    question="Hotel De Kade expected something and experienced something else. Where is the gap, "
    "and did sales or service cause it?",
    try_this="Close the gap in two ways: raise service until the verdict changes, then go back "
    "to the case and lower the promise instead. Which of the two can you keep up?",
    concepts=("satisfaction-gap", "expectation-management", "customer-delight"),
    section="what-they-expected",
    controls=(
        Slider("promise", "Promise by sales", -2, 2, 0.5, 0, note="points above the usual"),
        Slider("product", "Product", 1, 10, 0.5, 8.5, note="experienced"),
        Slider("service", "Service", 1, 10, 0.5, 7, note="experienced"),
        Slider("price", "Price", 1, 10, 0.5, 6.5, note="experienced"),
        Slider("availability", "Availability", 1, 10, 0.5, 8, note="experienced"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="To win the renewal, sales promises one point more on everything. Delivery stays "
        "exactly as it is. What happens to the overall gap?",
        choices=(
            "It stays the same: the work did not change",
            "It grows worse, but by less than a point: product still exceeds",
            "It grows worse by a full point",
        ),
        values={"promise": 1},
        right=2,
        because="Every expectation rose by one point, so every gap fell by one, and the weighted "
        "mean with it. Satisfaction was lost in the sales talk, not in the workshop.",
    ),
)
