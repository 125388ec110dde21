"""Cold calling: how few orders come of many calls, and what one of them costs."""

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.leads import ColdCalling, cold_calling

__all__ = ["EXPLORER"]

MOST = 1_000  # calls, the right end of the scale
HOUR, CALLS_PER_HOUR, VISIT = 50, 10, 150  # euros, calls, euros (three hours)


def paint(calls: int, reach: float, appointment: float, order: float, margin: float) -> View:
    """Rates as per cent, the margin of one order in euros."""
    result = cold_calling(
        calls, reach / 100, appointment / 100, order / 100, HOUR, CALLS_PER_HOUR, VISIT, margin
    )
    kpis = (
        Kpi("order", "Cost per order", euro(result.cost_per_order), f"margin {euro(margin)}", lead=True),
        Kpi("orders", "Orders to expect", plain(result.orders, 1), f"in {plain(result.hours)} hours of calling"),
        Kpi("none", "Chance of no order", _chance(result.chance_of_none), "from all these calls"),
        Kpi("left", "Leaves", euro(result.contribution), "margin minus cost"),
    )
    return View(kpis, _chart(calls, result), _reading(calls, result))


def _chance(chance: float) -> str:
    return percent(chance) if 0.005 <= chance < 0.995 else "under 1 %" if chance < 0.5 else "over 99 %"


def _chart(calls: int, result: ColdCalling) -> dict:
    to_talk = calls * result.cost_per_call / result.reached
    steps = (
        (calls, "calls", result.cost_per_call, charts.SOFT),
        (result.reached, "talks with a decider", to_talk, charts.MID),
        (result.appointments, "visits agreed", result.cost_per_appointment, charts.WARM),
        (result.orders, "orders", result.cost_per_order, charts.ACCENT),
    )
    rows = [
        {
            "name": f"{_few(count)} {name}",
            "amount": f"{euro(price)} each",
            # A step that is hardly there still shows as a hair.
            "parts": [{"share": max(count / MOST, 0.004), "colour": colour}],
        }
        for count, name, price, colour in steps
    ]
    told = ", ".join(f"{row['name']} ({row['amount']})" for row in rows)
    return charts.panel(rows, f"What is left at each step, and what one of them cost so far: {told}.")


def _few(count: float) -> str:
    return plain(count, 0 if count >= 20 or float(count).is_integer() else 1)


def _reading(calls: int, result: ColdCalling) -> str:
    per_order = f"One order takes {plain(result.calls_per_order)} calls and costs {euro(result.cost_per_order)}"
    if abs(result.contribution) < 0.5:
        pays = f"{per_order}, just what it brings."
    elif result.contribution < 0:
        pays = f"{per_order}, more than it brings: each further call costs money."
    else:
        pays = f"{per_order}, less than it brings: here cold calling pays."
    chance = _chance(result.chance_of_none)
    if result.orders < 1:
        return f"{pays} With {calls} calls expect no order at all: the chance of that is {chance}."
    if result.chance_of_none >= 0.1:
        return (
            f"{pays} Expect {plain(result.orders, 1)} orders, but do not blame the caller for none: "
            f"in {chance} of such rounds there is not one."
        )
    if result.chance_of_none >= 0.01:
        return f"{pays} Even so, {chance} of the callers who do all this right end without one order."
    return f"{pays} With {plain(result.orders, 1)} orders to expect, none at all would be more than bad luck."


EXPLORER = Explorer(
    id="cold-calling",
    chapter="leads",
    title="Cold calling",
    dutch="Koude acquisitie",
    question="Joris plans 500 calls to firms that never heard of him. What do they bring, and what does an order cost?",
    try_this="Find the one step to improve so that an order costs less than it brings. Is it easier to reach more "
    "people, or to choose better whom you visit?",
    concepts=("cold-acquisition", "cold-canvassing"),
    section="calling-strangers",
    controls=(
        Slider("calls", "Calls", 50, 1000, 50, 500, note="ten an hour"),
        Slider("reach", "Reach who decides", 5, 60, 1, 30, "%", "of the calls"),
        Slider("appointment", "Agree to a visit", 2, 30, 1, 10, "%", "of those reached"),
        Slider("order", "End in an order", 5, 50, 1, 20, "%", "of the visits"),
        Slider("margin", "Margin per order", 250, 6000, 250, 1500, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Joris makes only 250 calls, so that he can expect one order and a half. How likely is it that he "
        "ends with no order at all?",
        choices=("Hardly: about 1 in 100", "About 1 in 5", "About 1 in 2"),
        values={"calls": 250},
        right=1,
        because="Each call has a chance of 6 in 1,000 to become an order. To miss 250 times in a row has a chance of "
        "22 %. So one empty week says little about the caller.",
    ),
)
