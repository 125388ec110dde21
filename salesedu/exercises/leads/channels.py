"""Exercises 1 to 5: orders, channels and cold calling."""

from salesedu.leads import calls_needed

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import CHANNEL_NAMES, HOUR, channels, decided, per_channel, steps, traced

__all__ = ["CHANNELS"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
EUROS = Number("euros", tolerance=1, decimals=0)
ORDERS = 20


def _cold(seed: int | None, column: str) -> float:
    return float(per_channel(seed).loc["cold calling", column])


def _each(seed: int | None, field: str, **columns: str) -> dict[str, float]:
    found = channels(seed, **columns)
    return {name: getattr(found[name], field) for name in CHANNEL_NAMES}


CHANNELS = (
    Exercise(
        id="leads-1",
        ask="Which share of the decided leads became an order?",
        kind=SHARE,
        truth=lambda seed: float(decided(seed)["order"].mean()),
        mistakes=(
            Mistake(
                lambda seed: float(traced(seed)["order"].mean()),
                "You took all leads. Those of the last half year have not had the time; use "
                "`decided`.",
            ),
            Mistake(
                lambda seed: float(decided(seed)["order"].sum() / decided(seed)["deal"].sum()),
                "You divided the orders by the deals. Divide by all decided leads.",
            ),
            Mistake(
                lambda seed: float(decided(seed)["deal"].mean()),
                "That is the share that became a deal. Most deals are lost later on.",
            ),
        ),
        hint='`decided` has a column "order" of True and False; its mean is a share.',
        solution='answer = decided["order"].mean()',
        meaning="Of a hundred names, eight or nine buy. What counts is which ones.",
    ),
    Exercise(
        id="leads-2",
        ask="What did one order cost through each channel, by the invoices?",
        kind=Figures(CHANNEL_NAMES, EUROS, "channel"),
        truth=lambda seed: _each(seed, "cost_per_order", cost="invoices"),
        mistakes=(
            Mistake(
                lambda seed: _each(seed, "cost_per_lead", cost="invoices"),
                "These are the costs per lead. Divide by the orders.",
            ),
            Mistake(
                lambda seed: _each(seed, "cost_per_order", cost="invoices", orders="deals"),
                "You divided by the deals. A deal is an order only when it is won.",
            ),
            Mistake(
                lambda seed: _each(seed, "cost_per_order"),
                "You counted the hours too. That comes next; take the invoices only.",
            ),
        ),
        hint="In the cell above, take .cost_per_order of each channel.",
        solution=(
            "answer = pd.Series(\n"
            "    {name: channel.cost_per_order for name, channel in economics.channels.items()}\n"
            ")"
        ),
        meaning="The two channels that are cheapest per lead are among the three dearest per order.",
    ),
    Exercise(
        id="leads-3",
        ask="What did one order cost through cold calling, with the hours of the sellers?",
        kind=EUROS,
        truth=lambda seed: channels(seed)["cold calling"].cost_per_order,
        mistakes=(
            Mistake(
                lambda seed: channels(seed, cost="invoices")["cold calling"].cost_per_order,
                "Those are the invoices alone. Add the hours.",
            ),
            Mistake(
                lambda seed: (
                    HOUR
                    * _cold(seed, "hours_per_lead")
                    * _cold(seed, "leads")
                    / _cold(seed, "orders")
                ),
                "Those are the hours alone. Add the invoices.",
            ),
            Mistake(
                lambda seed: (
                    (_cold(seed, "invoices") + HOUR * _cold(seed, "hours_per_lead"))
                    / _cold(seed, "orders")
                ),
                "You counted the hours of one lead. Every lead takes them.",
            ),
            Mistake(
                lambda seed: (
                    channels(seed, cost="invoices")["cold calling"].cost_per_order
                    + HOUR * _cold(seed, "hours_per_lead")
                ),
                "You added the hours of one lead to each order. The leads that did not buy took "
                "hours too.",
            ),
        ),
        hint=(
            "The same three lines with another name: the full cost first, then divide by the orders."
        ),
        solution=(
            'name = "cold calling"\n'
            'full = channels.loc[name, "cost"] + HOUR * channels.loc[name, "hours_per_lead"] '
            '* per_channel.loc[name, "leads"]\n'
            'answer = full / per_channel.loc[name, "orders"]'
        ),
        meaning="About half of it are hours, and no invoice shows them.",
    ),
    Exercise(
        id="leads-4",
        ask="What did one euro of first-year margin cost through the address list?",
        kind=Number("euros", tolerance=0.006, decimals=2),
        truth=lambda seed: channels(seed)["address list"].cost_per_euro_of_margin,
        mistakes=(
            Mistake(
                lambda seed: 1 / channels(seed)["address list"].cost_per_euro_of_margin,
                "You divided the margin by the cost. Turn it round.",
            ),
            Mistake(
                lambda seed: (
                    channels(seed, cost="invoices")["address list"].cost_per_euro_of_margin
                ),
                "You left the hours out. Use `full_economics`.",
            ),
            Mistake(
                lambda seed: (
                    channels(seed, margin="revenue")["address list"].cost_per_euro_of_margin
                ),
                "You divided by the revenue. Margin is what is left after direct cost and labour.",
            ),
        ),
        hint='Look at .cost_per_euro_of_margin of full_economics.channels["address list"].',
        solution='answer = full_economics.channels["address list"].cost_per_euro_of_margin',
        meaning="Above one euro, a channel costs more than its customers bring in their first year.",
    ),
    Exercise(
        id="leads-5",
        ask="How many cold-called leads does it take to expect twenty orders?",
        kind=Number("leads", tolerance=1, decimals=0),
        truth=lambda seed: float(calls_needed(ORDERS, *steps(seed, "cold calling"))),
        mistakes=(
            Mistake(
                lambda seed: float(calls_needed(ORDERS, *steps(seed, "trade fair"))),
                "That is the answer for the trade fair. Take the rates of cold calling.",
            ),
            Mistake(
                lambda seed: float(calls_needed(ORDERS, *steps(seed, "cold calling")[:2], 1)),
                "That gives twenty visits. The last step, from visit to order, is missing.",
            ),
            Mistake(
                lambda seed: float(calls_needed(1, *steps(seed, "cold calling"))),
                "That is for one order. Marleen asks for twenty.",
            ),
        ),
        hint='Call `steps` with "cold calling" and put a * before it inside calls_needed.',
        solution='answer = calls_needed(20, *steps("cold calling"))',
        meaning="Most of them fall away at the first step, which better selection can change.",
    ),
)
