"""Customer pyramid: what the few at the top weigh, and what makes up for one of them."""

from salesedu import charts
from salesedu._notation import WORDS, euro, millions, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.explorers.portfolio._layers import ABOVE, AMOUNTS, COUNTS, STEPS, THRESHOLDS, short
from salesedu.portfolio import CustomerPyramid, customer_pyramid

__all__ = ["EXPLORER"]

INACTIVE, PROSPECTS, SUSPECTS = 120, 500, 2_000
TOP, SMALL = AMOUNTS["top"], AMOUNTS["small"]
CROWDED = 3  # times the customers that the top had: time to draw the lines again


def paint(start: str, climbed: int, lost: int, new: int) -> View:
    """The layer that climbs, and numbers of customers."""
    case, now = _pyramid(start, 0, 0, 0), _pyramid(start, climbed, lost, new)
    top = now.layers["top"]
    change = now.revenue - case.revenue
    kpis = (
        Kpi(
            "top",
            "The top brings",
            percent(top.share_of_revenue, 1),
            f"{top.customers} of {plain(now.customers)} customers",
            lead=True,
        ),
        Kpi("revenue", "Revenue", millions(now.revenue, 2), _changed(change)),
        Kpi("small", "One top customer equals", f"{_ceiling(TOP / SMALL)} new ones", f"small ones, {euro(SMALL)} each"),
        Kpi("climbs", "Or climbs", plain(TOP / STEPS[start], 1), f"from {start} to {ABOVE[start]}"),
    )
    return View(kpis, _chart(case, now), _reading(now, start, climbed, lost, new))


def _pyramid(start: str, climbed: int, lost: int, new: int) -> CustomerPyramid:
    counts = dict(COUNTS)
    counts[start] -= climbed
    counts[ABOVE[start]] += climbed
    counts["top"] -= lost
    counts["small"] += new
    revenues = [AMOUNTS[layer] for layer in counts for _ in range(counts[layer])]
    return customer_pyramid(revenues, PROSPECTS - new, SUSPECTS, inactive=INACTIVE + lost, thresholds=THRESHOLDS)


def _changed(change: float) -> str:
    if not change:
        return "as in the case"
    return f"{euro(abs(change))} {'more' if change > 0 else 'less'}"


def _ceiling(number: float) -> int:
    return -int(-number // 1)


def _chart(case: CustomerPyramid, now: CustomerPyramid) -> dict:
    layers, told = [], []
    for name in COUNTS:
        layer, was = now.layers[name], case.layers[name]
        layers.append(
            {
                "left": f"{name.capitalize()} · {layer.customers} ({_part(layer.share_of_customers)})",
                "right": f"{short(layer.revenue)} ({percent(layer.share_of_revenue, 1)})",
                "shares": (layer.share_of_customers, layer.share_of_revenue),
                "before": (was.share_of_customers, was.share_of_revenue),
            }
        )
        told.append(
            f"{name} {layer.customers} customers, {percent(layer.share_of_customers)}, with "
            f"{percent(layer.share_of_revenue, 1)} of the revenue"
        )
    below = [
        {"amount": plain(amount), "name": name}
        for name, amount in (("inactive", now.inactive), ("prospects", now.prospects), ("suspects", now.suspects))
    ]
    return charts.pyramid(
        layers, below, ("← share of the customers", "of revenue →"), f"The customer pyramid: {'; '.join(told)}."
    )


def _part(share: float) -> str:
    return percent(share, 1 if 0 < share < 0.005 else 0)


def _reading(now: CustomerPyramid, start: str, climbed: int, lost: int, new: int) -> str:
    step, above = STEPS[start], ABOVE[start]
    climbs, recruits, gone = climbed * step, new * SMALL, lost * TOP
    if not (climbed or lost or new):
        return (
            f"Four of 400 customers bring {percent(now.layers['top'].share_of_revenue, 1)} of the revenue, as much as "
            f"{plain(COUNTS['top'] * TOP / SMALL)} small ones. Losing one takes {_ceiling(TOP / SMALL)} new small "
            f"customers to make up for, or {plain(TOP / step, 1)} that climb from {start} to {above}."
        )
    gains = []
    if climbed:
        more = f"{_verb(climbed, 'bring')} {euro(climbs)} more"
        gains.append(f"{_customers(climbed, start)} that {_verb(climbed, 'climb')} to {above} {more}")
    if new:
        gains.append(f"{_customers(new, 'new small')} {_verb(new, 'bring')} {euro(recruits)}")
    text = " and ".join(gains)
    text = text[:1].upper() + text[1:]
    if not lost:
        if climbed and not new:
            equal = _ceiling(climbs / SMALL)
            text += f", as much as {equal} new small ones would, with nobody more to serve."
        elif new and not climbed:
            text += (
                f", as much as {plain(recruits / step, 1)} that climb from {start} to {above}, and there are "
                f"{percent(new / sum(COUNTS.values()))} more customers to serve."
            )
        else:
            text += "."
        return text + _crowded(now)
    who = "All four" if lost == COUNTS["top"] else f"{WORDS[lost].capitalize()} of the four"
    left = f"{who} at the top {_verb(lost, 'leave')} and {_verb(lost, 'take')} {euro(gone)}"
    if not gains:
        return (
            f"{left}. To make up for it takes {_ceiling(gone / SMALL)} new small customers, or "
            f"{_ceiling(gone / step)} that climb from {start} to {above}: first keep, then promote, then recruit."
        )
    net = climbs + recruits - gone
    if net < 0:
        return f"{left}. {text}: still {euro(-net)} short.{_crowded(now)}"
    enough = "just enough" if not net else f"{euro(net)} more than was lost"
    return f"{left}. {text}: {enough}, with {_more(now.customers)}.{_crowded(now)}"


def _customers(number: int, kind: str) -> str:
    return f"{'one' if number == 1 else plain(number)} {kind} customer{'' if number == 1 else 's'}"


def _verb(number: int, verb: str) -> str:
    return f"{verb}s" if number == 1 else verb


def _more(customers: int) -> str:
    more = customers - sum(COUNTS.values())
    if not more:
        return "as many customers as before"
    many = "one customer" if abs(more) == 1 else f"{abs(more)} customers"
    return f"{many} {'more' if more > 0 else 'fewer'} to serve"


def _crowded(now: CustomerPyramid) -> str:
    if now.layers["top"].customers >= CROWDED * COUNTS["top"]:
        return f" With {now.layers['top'].customers} at the top it is time to draw the lines higher."
    return ""


EXPLORER = Explorer(
    id="customer-pyramid",
    chapter="portfolio",
    title="Customer pyramid",
    dutch="Klantenpiramide",
    question="Four hundred customers bring Noorderlicht € 4.0 million. What do the four at the top weigh, and what "
    "makes up for one of them?",
    try_this="Let one top customer leave, and make up for it in three ways: new small customers only, climbs from "
    "small only, climbs from large only. Which of the three could one account manager do in a year?",
    concepts=("customer-pyramid", "keep-promote-recruit-drop", "customer-portfolio", "inactive-customer"),
    section="not-all-customers-weigh-the-same",
    controls=(
        Choice(
            "start",
            "Climb",
            (("small", "small to medium"), ("medium", "medium to large"), ("large", "large to top")),
            "medium",
        ),
        Slider("climbed", "Customers that climb", 0, 15, 1, 0),
        Slider("lost", "Top customers that leave", 0, 4, 1, 0),
        Slider("new", "New small customers", 0, 250, 1, 0, note="from the prospects"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="One of the four at the top stops: € 185,000 a year. Daan wants to make up for it with new small "
        "customers. How many does he need?",
        choices=("About 10", "About 30", "More than 60"),
        values={"lost": 1},
        right=2,
        because="A small customer brings € 3,000, so it takes 62, and each of them has to be found, won and served. "
        "Five medium customers that grow to large bring more than the same amount.",
    ),
)
