"""Channel economics: the same five channels per lead, per order and per euro of margin."""

from salesedu import charts
from salesedu._notation import and_list, euro
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.leads import ChannelEconomics, channel_economics

__all__ = ["EXPLORER"]

# This spring: invoices in euros, hours of the own people, leads, orders, margin per order in euros.
CHANNELS = {
    "list": (4_200, 12, 160, 3, 1_300),
    "social": (1_200, 24, 60, 4, 1_200),
    "referrals": (300, 30, 15, 6, 1_800),
    "fair": (5_000, 80, 50, 9, 3_000),
    "cold calls": (0, 95, 15, 3, 1_500),
}
SAID = {"list": "the address list", "social": "social media", "fair": "the fair", "cold calls": "cold calling"}
SEVERAL = ("social", "referrals")
COLUMNS = ("per lead", "per order", "per € of margin")


def paint(hour: float, list_orders: int, fair_orders: int, stand: float, referral: float) -> View:
    """Euros for an hour, orders, euros for the stand, euros of margin on an order by referral."""
    orders = {name: row[3] for name, row in CHANNELS.items()} | {"list": list_orders, "fair": fair_orders}
    invoices = {name: row[0] for name, row in CHANNELS.items()} | {"fair": stand}
    each = {name: row[4] for name, row in CHANNELS.items()} | {"referrals": referral}
    result = channel_economics(
        cost={name: invoices[name] + hour * row[1] for name, row in CHANNELS.items()},
        leads={name: row[2] for name, row in CHANNELS.items()},
        orders=orders,
        margin={name: orders[name] * each[name] for name in CHANNELS},
    )
    least, best = result.channels[result.by_lead[0]], result.channels[result.by_order[0]]
    kpis = (
        Kpi("order", "Cheapest order", euro(best.cost_per_order), _said(result.by_order[0]), lead=True),
        Kpi("lead", "Cheapest lead", euro(least.cost_per_lead), _said(result.by_lead[0])),
        Kpi("then", "The order from there", _per(least.cost_per_order), "cheapest lead, and then"),
        Kpi("left", "All five leave", euro(result.total.contribution), "margin minus their cost"),
    )
    return View(kpis, _chart(result), _reading(result, hour))


def _chart(result: ChannelEconomics) -> dict:
    orders = (result.by_lead, result.by_order, result.by_margin)
    rows = []
    for name, channel in result.channels.items():
        dear, cheap = name in result.cheap_but_dear, name in result.dear_but_cheap
        rows.append(
            {
                "name": name,
                "colour": charts.BAD if dear else charts.GOOD if cheap else charts.MID,
                "places": [order.index(name) for order in orders],
                "amounts": [
                    _per(channel.cost_per_lead),
                    _per(channel.cost_per_order),
                    "–" if channel.cost_per_euro_of_margin is None else euro(channel.cost_per_euro_of_margin, 2),
                ],
            }
        )
    told = "; ".join(
        f"{column}: {', '.join(order)}" for column, order in zip(COLUMNS, orders, strict=True)
    )
    return charts.ranking(COLUMNS, rows, f"Channels from cheap to dear. {_start(told)}.")


def _per(amount: float | None) -> str:
    return "no order" if amount is None else euro(amount)


def _reading(result: ChannelEconomics, hour: float) -> str:
    turn = _on_turn(result.by_lead[0], result.by_order[0], result)
    if hour == 0:
        return (
            f"{turn} But cold calling looks free only because nobody counts the hours; the people are paid all the "
            "same."
        )
    losing = [name for name, channel in result.channels.items() if channel.contribution < -0.5]
    if not losing:
        return f"{turn} Every channel brings back more than it costs."
    verb = "costs" if len(losing) == 1 and losing[0] not in SEVERAL else "cost"
    return f"{turn} {_start(and_list([_said(name) for name in losing]))} {verb} more than the margin that comes back."


def _on_turn(first: str, best: str, result: ChannelEconomics) -> str:
    """Whether the channel with the cheapest leads has the cheapest orders as well."""
    channel, other = result.channels[first], result.channels[best]
    verb = "give" if first in SEVERAL else "gives"
    leads = f"{_start(_said(first))} {verb} the cheapest leads, at {euro(channel.cost_per_lead)}"
    if channel.cost_per_order is None:
        return f"{leads}, and not one order: all of that was spent on names."
    order = euro(channel.cost_per_order)
    if first == best:
        return f"{leads}, and the cheapest orders as well, at {order}: the two rankings agree on the first place."
    if first == result.by_order[-1]:
        return f"{leads}, and the dearest orders, at {order}: the ranking turns round."
    comes = "come" if best in SEVERAL else "comes"
    return (
        f"{leads}, but an order from there costs {order}; {_said(best)} {comes} cheaper, at "
        f"{euro(other.cost_per_order)}."
    )


def _said(name: str) -> str:
    return SAID.get(name, name)


def _start(text: str) -> str:
    return text[0].upper() + text[1:]


EXPLORER = Explorer(
    id="channel-economics",
    chapter="leads",
    title="Channel economics",
    dutch="Kosten per lead, per order en per euro marge",
    question="Daan used five channels this spring. Which one is cheap?",
    try_this="How many orders must the address list bring before an order from it is cheaper than one from "
    "the fair? Then ask yourself how many of its 160 leads that is.",
    concepts=("cost-per-lead-and-order", "lead-sources"),
    section="where-leads-come-from",
    controls=(
        Slider("hour", "An hour of our people", 0, 100, 10, 50, "€", "0 = not counted"),
        Slider("list_orders", "Orders from the list", 0, 20, 1, 3, note="of 160 leads"),
        Slider("fair_orders", "Orders from the fair", 0, 20, 1, 9, note="of 50 leads"),
        Slider("stand", "Invoice for the fair", 2000, 12000, 500, 5000, "€"),
        Slider("referral", "Margin per referral order", 200, 4000, 200, 1800, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Suppose that Daan adds up invoices only and forgets the hours of his own people. "
        "Which channel then looks cheapest per order?",
        choices=("Referrals", "The address list", "Cold calling"),
        values={"hour": 0},
        right=2,
        because="Nobody sends an invoice for cold calling, so its three orders seem to cost nothing. "
        "They cost 95 hours of people who could have done something else.",
    ),
)
