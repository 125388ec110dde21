"""Value chain: where the revenue goes, activity by activity, and what is left."""

from salesedu import charts
from salesedu._notation import euro, millions, percent
from salesedu.customers import PRIMARY_ACTIVITIES, SUPPORT_ACTIVITIES, ValueChain, value_chain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

MILLION = 1_000_000
COSTS = {  # a year at Noorderlicht, in euros; four of the nine can be moved
    "inbound logistics": 900_000,
    "operations": 4_600_000,
    "outbound logistics": 1_100_000,
    "marketing and sales": 1_500_000,
    "service": 1_300_000,
    "firm infrastructure": 600_000,
    "human resource management": 400_000,
    "technology development": 500_000,
    "procurement": 300_000,
}
ENDS = (-4, 14)  # what the controls can reach, in millions


def paint(revenue: float, operations: float, sales: float, service: float, technology: float) -> View:
    """All five in millions of euros."""
    moved = {
        "operations": operations * MILLION,
        "marketing and sales": sales * MILLION,
        "service": service * MILLION,
        "technology development": technology * MILLION,
    }
    chain = value_chain(revenue * MILLION, COSTS | moved)
    largest = max(chain.costs, key=chain.costs.__getitem__)
    kpis = (
        Kpi(
            "margin",
            "Margin",
            millions(chain.margin, 2),
            f"{percent(chain.margin_rate, 1)} of revenue",
            lead=True,
        ),
        Kpi("primary", "Primary", percent(chain.primary_share), "of all costs"),
        Kpi("support", "Support", percent(chain.support_share), "of all costs"),
        Kpi("largest", "Largest cost", millions(chain.costs[largest]), largest),
    )
    return View(kpis, _chart(chain), _reading(chain))


def _chart(chain: ValueChain) -> dict:
    left = chain.revenue
    rows = [_row("Revenue", 0, chain.revenue, charts.SOFT, chain.revenue)]
    for title, total, names, colour in (
        ("Primary activities", chain.primary, PRIMARY_ACTIVITIES, charts.ACCENT),
        ("Support activities", chain.support, SUPPORT_ACTIVITIES, charts.WARM),
    ):
        rows.append({"name": title, "amount": millions(total)})
        for name in names:
            cost = chain.costs[name]
            rows.append(_row(name.capitalize(), left, left - cost, colour, cost))
            left -= cost
    rows.append({"name": "What is left", "amount": ""})
    good = charts.GOOD if chain.margin >= 0 else charts.BAD
    rows.append(_row("Margin", 0, chain.margin, good, chain.margin, 2))
    told = (
        f"From revenue to margin: {millions(chain.revenue)} minus {millions(chain.primary)} for "
        f"primary and {millions(chain.support)} for support activities leaves "
        f"{millions(chain.margin, 2)}."
    )
    return charts.waterfall(rows, ENDS, told)


def _row(name: str, start: float, end: float, colour: str, amount: float, decimals: int = 1) -> dict:
    row = {"name": name, "amount": millions(amount, decimals), "colour": colour}
    # Rounded to a cent: the axis is in millions, and sums leave crumbs like 1e-10.
    return row | {"start": round(start / MILLION, 8), "end": round(end / MILLION, 8)}


def _reading(chain: ValueChain) -> str:
    costs = chain.primary + chain.support
    each = euro(costs / chain.revenue, 2)
    if abs(chain.margin) < 1:
        return (
            "Revenue just covers all nine activities: nothing is left. Customers pay exactly what "
            "the work costs, so it creates no value for the firm."
        )
    if chain.margin < 0:
        return (
            f"Each euro of revenue costs {each}: the activities together cost more than customers "
            f"are willing to pay for them. {millions(-chain.margin, 2)} a year goes missing."
        )
    return (
        f"Of each euro that customers pay, {each} goes into the work and "
        f"{euro(chain.margin_rate, 2)} is left. Costs unchanged, the margin is gone when revenue "
        f"falls by {percent(chain.margin_rate, 1)}."
    )


EXPLORER = Explorer(
    id="value-chain",
    chapter="customers",
    title="Value chain",
    dutch="Waardeketen",
    question="Customers pay Noorderlicht € 12 million a year. Which activities does that pay for, and what is left?",
    try_this="Halve the cost of service and the margin nearly doubles. What would the customers "
    "of this chapter say to that, and where in the picture would you see it?",
    concepts=("value-chain",),
    section="choose-what-to-excel-in",
    controls=(
        Slider("revenue", "Revenue", 10.5, 14, 0.1, 12, note="million €"),
        Slider("operations", "Operations", 4, 5.4, 0.1, 4.6, note="million €"),
        Slider("sales", "Marketing and sales", 1, 2.2, 0.1, 1.5, note="million €"),
        Slider("service", "Service", 0.6, 2, 0.1, 1.3, note="million €"),
        Slider("technology", "Technology development", 0.2, 1.2, 0.1, 0.5, note="million €"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="A large hotel chain leaves: revenue falls by 5 %, from € 12.0 to € 11.4 million. "
        "The costs of all activities stay as they are. What happens to the margin?",
        choices=(
            "It falls by about 5 %",
            "It is about halved",
            "Three quarters of it is gone",
        ),
        values={"revenue": 11.4},
        right=2,
        because="The margin was € 0.8 million. The missing € 0.6 million comes out of the margin "
        "alone when no activity becomes cheaper: € 0.2 million is left.",
    ),
)
