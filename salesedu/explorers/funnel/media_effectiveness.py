"""The effectiveness dashboard: reach × response × conversion, and what made it faster."""

from salesedu import charts
from salesedu._notation import euro, percent, plain, signed
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import MediaEffectiveness, Medium, media_effectiveness

__all__ = ["EXPLORER"]

MARGIN = 1_500  # euros, of an order of a stranger
# Last quarter.
MEDIA = {
    "newsletter": {"reach": 4_000, "response": 0.03, "conversion": 0.05, "cost": 3_000},
    "advertisement": {"reach": 12_000, "response": 0.005, "conversion": 0.10, "cost": 9_000},
    "open day": {"reach": 150, "response": 0.40, "conversion": 0.15, "cost": 6_750},
}
FACTORS = ("reach", "response", "conversion")
MOST = 24  # orders, the width of the chart
SPACE = "\N{NO-BREAK SPACE}"


def paint(medium: str, reach: float, response: float, conversion: float, extra: float) -> View:
    """The medium that changed, the change of its factors as per cent, and extra euros."""
    last = MEDIA[medium]
    changes = dict(zip(FACTORS, (reach, response, conversion), strict=True))
    this = {name: last[name] * (1 + change / 100) for name, change in changes.items()} | {"cost": last["cost"] + extra}
    found = media_effectiveness(MEDIA | {medium: this}, MEDIA)
    now, before = found.media[medium], _orders(last)
    gain = now.orders - before
    each = extra / gain if gain > 0.005 else None
    kpis = (
        Kpi("orders", f"Orders, {medium}", plain(now.orders, 1), f"{plain(before, 1)} last quarter", lead=True),
        Kpi("pace", "Acceleration", _change(now.acceleration["orders"]), _pace(now.acceleration["orders"])),
        Kpi("each", "Cost per order", euro(now.cost_per_order), f"{euro(last['cost'] / before)} last quarter"),
        Kpi("extra", "Each extra order", "–" if each is None else euro(each), f"an order leaves {euro(MARGIN)}"),
    )
    return View(kpis, _chart(found, medium, before), _reading(found, medium, changes, gain, extra))


def _orders(row: dict) -> float:
    return row["reach"] * row["response"] * row["conversion"]


def _change(rate: float) -> str:
    return f"{signed(100 * rate)}{SPACE}%"


def _pace(rate: float) -> str:
    return "speeds up" if rate > 0.005 else "slows down" if rate < -0.005 else "no change"


def _chart(found: MediaEffectiveness, medium: str, before: float) -> dict:
    rows = [{"heading": "Orders", "amount": "| last quarter"}]
    for name, one in found.media.items():
        changed = name == medium
        rows.append(
            {
                "name": f"{name.capitalize()} · {euro(one.cost_per_order)} each",
                "amount": plain(one.orders, 1),
                "parts": [{"share": one.orders / MOST, "colour": charts.ACCENT if changed else charts.MID}],
                "limit": _orders(MEDIA[name]) / MOST,
            }
        )
    now = found.media[medium]
    rows.append({"heading": f"What moved: the {medium}"})
    rows += [_factor(name, now) for name in (*FACTORS, "orders")]
    told = "; ".join(f"{row['name']} {row['amount']}" for row in rows if "parts" in row)
    return charts.panel(rows, f"Orders of this quarter for each medium, and what changed: {told}.")


def _factor(name: str, now: Medium) -> dict:
    """A bar from the middle: to the right more than last quarter, to the left less."""
    change = now.acceleration[name]
    length = min(1.0, abs(change)) / 2
    level = {
        "reach": plain(now.reach),
        "response": percent(now.response, 1),
        "conversion": percent(now.conversion, 1),
        "orders": plain(now.orders, 1),
    }[name]
    return {
        "name": f"{'= ' if name == 'orders' else '× ' if name != 'reach' else ''}{name} {level}",
        "amount": _change(change),
        "start": 0.5 - (length if change < 0 else 0),
        "parts": [{"share": length, "colour": charts.BAD if change < 0 else charts.GOOD}],
        "limit": 0.5,
    }


def _reading(found: MediaEffectiveness, medium: str, changes: dict[str, float], gain: float, extra: float) -> str:
    now = found.media[medium]
    pace = now.acceleration["orders"]
    moved = [name for name, change in changes.items() if change]
    if not moved:
        text = f"The {medium} does what it did: {plain(now.orders, 1)} orders."
        return f"{text} The {euro(extra)} extra changed nothing." if extra else f"{text} Which factor could you move?"
    sum_of_all = sum(changes.values()) / 100
    if abs(gain) < 0.005:
        text = f"What one factor won, another lost: {plain(now.orders, 1)} orders, as before."
        return f"{text} The {euro(extra)} extra bought nothing but reach or response." if extra else text
    if gain < 0:
        text = f"The {medium} slows down by {percent(-pace)}: {_driver(now)} pulls it down."
        return f"{text} And it cost {euro(extra)} more." if extra else text
    text = f"The {medium} speeds up by {percent(pace)}, thanks to {_driver(now)}"
    if any(change < 0 for change in changes.values()):
        text += ", though another factor gave part of it back"
    elif len(moved) > 1:
        text += f": the factors multiply, so it is more than the {percent(sum_of_all)} that they add up to"
    text += "."
    if not extra:
        return f"{text} It cost nothing extra: find out whether it lasts."
    each = extra / gain
    if each > MARGIN + 0.5:
        return f"{text} But each extra order cost {euro(each)}, more than the {euro(MARGIN)} it leaves: too dear."
    if each > MARGIN - 0.5:
        return f"{text} But each extra order cost {euro(each)}, all that it leaves: faster, and not a euro better."
    return f"{text} Each extra order cost {euro(each)} and leaves {euro(MARGIN)}: worth it."


def _driver(now: Medium) -> str:
    return now.driver or "nothing in particular"


EXPLORER = Explorer(
    id="media-effectiveness",
    chapter="funnel",
    title="Effectiveness dashboard",
    dutch="Effectiviteitsdashboard",
    question="Daan bought 2,000 addresses for the newsletter. Did that speed the funnel up, and what did each extra "
    "order cost?",
    try_this="Bring the response of the newsletter back to what it was. What does an extra order cost then? After "
    "that, choose the advertisement: which one change makes an order from it as cheap as one from the open day?",
    concepts=("effectiveness-dashboard", "funnel-acceleration"),
    section="from-thousands-to-an-order",
    controls=(
        Choice(
            "medium",
            "Medium that changed",
            (("newsletter", "newsletter"), ("advertisement", "advertisement"), ("open day", "open day")),
            "newsletter",
        ),
        Slider("reach", "Reach", -50, 100, 5, 50, "%", "against last quarter"),
        Slider("response", "Response", -50, 100, 5, -20, "%", "against last quarter"),
        Slider("conversion", "Conversion", -50, 100, 5, 0, "%", "against last quarter"),
        Slider("extra", "Extra cost", 0, 6000, 200, 1800, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Suppose that Daan gets 20 % more out of each of the three factors: reach, response and conversion. By "
        "how much do the orders of the newsletter rise?",
        choices=("20 %", "60 %", "73 %"),
        values={"reach": 20, "response": 20, "conversion": 20},
        right=2,
        because="The factors multiply: 1.2 × 1.2 × 1.2 = 1.73. Each gain also works on what the others have gained. It "
        "holds the other way round as well: three losses of 20 % leave only 51 %.",
    ),
)
