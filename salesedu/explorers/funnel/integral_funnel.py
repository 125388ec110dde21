"""From thousands to an order: what each phase costs, until one order is signed."""

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import IntegralFunnel, integral_funnel

__all__ = ["EXPLORER"]

MARGIN = 1_500  # euros, of an order of a stranger
CAMPAIGN = {"attention": 6_000}  # euros, however many are reached
EACH = {"attention": 0.10, "interest": 1, "lead": 4, "order": 150}  # euros for each who is approached
INTEREST = 0.25
MOST = 3_000  # euros for an order, the width of the chart
NAMES = {"attention": "visit the site", "interest": "follow us", "lead": "leads", "order": "orders"}
COLOURS = {"cognitive": charts.MID, "affective": charts.WARM, "conative": charts.ACCENT}


def paint(audience: int, attention: float, lead: float, order: float, later: float) -> View:
    """Thousands of readers, three hit rates and the leads that come back, as per cent."""
    found = integral_funnel(
        audience,
        {"attention": attention / 100, "interest": INTEREST, "lead": lead / 100, "order": order / 100},
        CAMPAIGN,
        cost_each=EACH,
        comes_back={"order": later / 100},
        margin_per_order=MARGIN,
    )
    kpis = (
        Kpi("order", "Cost per order", euro(found.cost_per_order), f"margin {euro(MARGIN)}", lead=True),
        Kpi("orders", "Orders now", _few(found.orders), f"of {audience},000 readers"),
        Kpi(
            "later",
            "Counting later orders",
            euro(found.cost_per_order_long_term),
            f"{_few(found.orders_long_term)} orders",
        ),
        Kpi("lead", "Cost per lead", euro(_so_far(found)), f"{_few(found.leads)} leads, before the visit"),
    )
    return View(kpis, _chart(found), _reading(found, audience, order, later))


def _so_far(found: IntegralFunnel) -> float:
    return found.phases["lead"].cost_so_far_per_hit


def _few(count: float) -> str:
    return plain(count, 0 if count >= 100 or abs(count - round(count)) < 0.005 else 1)


def _chart(found: IntegralFunnel) -> dict:
    rows = [{"heading": "What goes into one order"}]
    so_far = 0.0
    for name, phase in found.phases.items():
        rows.append(
            {
                "name": f"{_few(phase.hits)} {NAMES[name]} · {phase.kind}",
                "amount": euro(phase.cost_per_order),
                "start": so_far / MOST,
                "parts": [{"share": phase.cost_per_order / MOST, "colour": COLOURS[phase.kind]}],
            }
        )
        so_far += phase.cost_per_order
    rows.append({"heading": "Together", "amount": f"margin {euro(MARGIN)}"})
    for name, cost in (
        ("Orders of this campaign", found.cost_per_order),
        ("Later orders counted as well", found.cost_per_order_long_term),
    ):
        colour = charts.GOOD if cost <= MARGIN else charts.BAD
        rows.append(
            {
                "name": name,
                "amount": f"{euro(cost)} · {'pays' if cost <= MARGIN else 'loses'}",
                "parts": [{"share": cost / MOST, "colour": colour}],
                "limit": MARGIN / MOST,
            }
        )
    told = "; ".join(f"{row['name']} {row['amount']}" for row in rows if "parts" in row)
    return charts.panel(rows, f"What one order costs, phase by phase: {told}.")


def _reading(found: IntegralFunnel, audience: int, order: float, later: float) -> str:
    cost, long_term = found.cost_per_order, found.cost_per_order_long_term
    early = found.cost_by_term["long"] / found.cost
    text = (
        f"Of every {plain(1_000 * audience / found.orders)} readers one orders, and that order costs {euro(cost)}; "
        f"{percent(early)} of the money goes into being known and liked."
    )
    if cost > MARGIN >= long_term:
        return (
            f"{text} Judged by this campaign alone each order loses {euro(cost - MARGIN)}; count who comes back later, "
            "and it pays. Whoever stops too soon never sees that."
        )
    if cost <= MARGIN:
        return f"{text} It pays at once, and leads that come back later are a bonus." if later else (
            f"{text} It pays at once, even if no lead ever comes back."
        )
    if later == 0:
        return f"{text} That is more than it brings, and nobody comes back: stop, or mend the narrowest phase."
    dear = found.phases[found.dearest]
    return (
        f"{text} Even with later orders it costs {euro(long_term)}, more than it brings. The dearest phase is the "
        f"{_phase(found.dearest)}, {euro(dear.cost_per_order)} an order."
    )


def _phase(name: str) -> str:
    return {"attention": "campaign", "interest": "site", "lead": "following", "order": "visit"}[name]


EXPLORER = Explorer(
    id="integral-funnel",
    chapter="funnel",
    title="From thousands to an order",
    dutch="Integrale ordertrechter",
    question="Daan reaches 60,000 readers. What does one order cost when every phase is counted, marketing's too?",
    try_this="You may double one thing: the audience, the attention, the leads or the orders. Each of them doubles the "
    "orders. Try all four, and see what becomes of the cost of an order. Why is the last phase worth most?",
    concepts=("integral-order-funnel", "hierarchy-of-effects"),
    section="from-thousands-to-an-order",
    controls=(
        Slider("audience", "Audience", 20, 120, 10, 60, "thousand"),
        Slider("attention", "Readers who visit the site", 4, 20, 1, 10, "%"),
        Slider("lead", "Followers who become a lead", 4, 20, 1, 10, "%", "a quarter of the visitors follow us"),
        Slider("order", "Leads who order", 10, 40, 1, 20, "%", "a visit costs € 150"),
        Slider("later", "Other leads who order later", 0, 30, 1, 10, "%"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="A better article doubles the attention: 20 % of the readers visit the site, and there are 60 orders "
        "instead of 30. An order cost € 1,550. What does it cost now?",
        choices=("About half, € 775", "€ 1,350, an eighth less", "As much as before"),
        values={"attention": 20},
        right=1,
        because="Only the article is spread over twice the orders. Twice the visitors also means twice the followers, "
        "leads and visits to pay for. If Joris doubled the orders from the same leads, an order would cost half.",
    ),
)
