"""The order funnel: forwards from the leads, backwards from the target."""

from salesedu import charts
from salesedu._notation import percent, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import FunnelRun, leads_needed, run_funnel

__all__ = ["EXPLORER"]

MOST = 500  # leads, the width of the chart
NAMES = {"leads": "leads", "visit": "visits", "quote": "quotes", "order": "orders"}


def paint(leads: int, visit: float, quote: float, order: float, target: int) -> View:
    """Leads a year, three rates as per cent, and the orders aimed at."""
    rates = {"visit": visit / 100, "quote": quote / 100, "order": order / 100}
    run, back = run_funnel(leads, rates), leads_needed(target, rates)
    short = back.leads - leads
    kpis = (
        Kpi("orders", "Orders to expect", _few(run.orders), f"target {target}", lead=True),
        Kpi("needed", "Leads needed", plain(back.leads), f"for {_orders(target)}"),
        Kpi("short", "Leads", _short(short), "for the target"),
        Kpi("each", "Leads for one order", plain(run.leads_per_order, 1), f"{percent(run.overall, 1)} of them order"),
    )
    return View(kpis, _chart(run, back), _reading(run, back, order, short))


def _orders(count: float) -> str:
    return f"{_few(count)} {'order' if count == 1 else 'orders'}"


def _few(count: float) -> str:
    return plain(count, 0 if count >= 100 or abs(count - round(count)) < 0.005 else 1)


def _short(short: int) -> str:
    return f"{plain(short)} short" if short > 0 else f"{plain(-short)} spare" if short else "just enough"


def _chart(run: FunnelRun, back: FunnelRun) -> dict:
    have, need = ({"leads": one.start} | one.counts for one in (run, back))
    rows = [
        {
            "name": f"{_few(have[stage])} {name}" + (f" ({percent(run.rates[stage])})" if stage in run.rates else ""),
            "amount": f"needs {plain(back.leads) if stage == 'leads' else _few(need[stage])}",
            "have": have[stage],
            "need": need[stage],
        }
        for stage, name in NAMES.items()
    ]
    told = "; ".join(f"{row['name']}, {row['amount']}" for row in rows)
    return charts.funnel_bars(rows, MOST, ("there is", "the target needs"), f"The funnel, stage by stage: {told}.")


def _reading(run: FunnelRun, back: FunnelRun, order: float, short: int) -> str:
    leads, target = run.start, plain(back.target)
    if short <= 0:
        text = f"{plain(leads)} leads bring {_orders(run.orders)} on average, enough for {target}."
        if run.orders < 1.1 * back.target:
            return f"{text} On average: in about half of all years it will be fewer, so he has no room for bad luck."
        return f"{text} He has {plain(-short)} leads to spare, so he can choose the ones worth his time."
    text = f"{plain(leads)} leads bring {_orders(run.orders)}; {target} would take {plain(back.leads)} leads."
    wanted = order / 100 * back.target / run.orders
    if wanted > 1:
        return f"{text} Even if every quote became an order, he would not get there: more has to come in at the top."
    if back.start > 3 * leads:
        times = plain(back.start / leads, 0 if back.start > 10 * leads else 1)
        return f"{text} That is {times} times what he has: this target was not made from the funnel."
    return (
        f"{text} That is {plain(short)} more than he has, or the same leads and {percent(wanted)} of the quotes "
        f"instead of {percent(order / 100)}."
    )


EXPLORER = Explorer(
    id="order-funnel",
    chapter="funnel",
    title="The order funnel, forwards and backwards",
    dutch="Ordertrechter, vooruit en terug",
    question="Joris gets 200 leads a year and wants 15 new customers. Does that fit?",
    try_this="There are three rates. Raise each of them on its own until 200 leads are enough for 15 orders. Which one "
    "needs the fewest points, and why is that not the same as the easiest one?",
    concepts=("order-funnel", "conversion-rate", "leads-needed-for-a-target"),
    section="a-race-of-elimination",
    controls=(
        Slider("leads", "Leads in a year", 20, 500, 10, 200),
        Slider("visit", "Leads that get a visit", 10, 100, 5, 60, "%"),
        Slider("quote", "Visits that get a quote", 10, 100, 5, 50, "%"),
        Slider("order", "Quotes that are ordered", 5, 100, 1, 20, "%"),
        Slider("target", "Target", 1, 40, 1, 15, "orders"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Of his quotes 25 % are ordered instead of 20 %. He needed 250 leads for his 15 orders. How many does "
        "he need now?",
        choices=("About 240: five per cent fewer", "200: a fifth fewer", "125: half of them"),
        values={"order": 25},
        right=1,
        because="Five points on top of 20 % is a quarter more orders from the same quotes, all the way up: 15 / 25 % = "
        "60 quotes instead of 75, then 120 visits, then 200 leads.",
    ),
)
