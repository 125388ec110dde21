"""Exercises 5 to 7: leads for a target, what an order costs, and what an extra one would cost."""

from salesedu.funnel import IntegralFunnel, leads_needed

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import COACH, EACH, ORDERS, coached, cost_of_lead, full_rates, funnel, record, traced, year

__all__ = ["MONEY"]

EUROS = Number("euros", tolerance=3, decimals=0)


def both(seed: int | None) -> tuple[IntegralFunnel, IntegralFunnel]:
    """The funnel of a year as it is, and with the coach."""
    return (funnel(year(seed), rates, seed) for rates in (full_rates(seed), coached(seed)))


def coach(seed: int | None, quotes: bool = False) -> float:
    """Euros for each extra order, or for each extra quote."""
    now, then = both(seed)
    more = then.phases["quote"].hits - now.phases["quote"].hits if quotes else then.orders - now.orders
    return (COACH + then.cost - now.cost) / more


def coach_alone(seed: int | None) -> float:
    """The same, without the extra quotes and talks."""
    now, then = both(seed)
    return COACH / (then.orders - now.orders)


def average_with_coach(seed: int | None) -> float:
    """Euros for each of all orders."""
    _, then = both(seed)
    return (COACH + then.cost) / then.orders


def points_as_share(seed: int | None) -> float:
    """Leads, when so many points more are taken for so many per cent more."""
    lift = coached(seed)["quote"] - full_rates(seed)["quote"]
    return leads_needed(ORDERS, full_rates(seed)).start / (1 + lift)


MONEY = (
    Exercise(
        id="funnel-5",
        ask="How many leads does it take for 300 orders, if after the trial as many go on as with growth deals?",
        kind=Number("leads", tolerance=1.5, decimals=0),
        truth=lambda seed: leads_needed(ORDERS, coached(seed)).start,
        mistakes=(
            Mistake(
                lambda seed: leads_needed(ORDERS, full_rates(seed)).start,
                "That is how many it takes now. Put the rate of the growth deals in the place of one.",
            ),
            Mistake(
                lambda seed: ORDERS * leads_needed(1, list(coached(seed).values())[1:]).start,
                "Those are visits. Go back one step further, to the leads.",
            ),
            Mistake(
                points_as_share,
                "You took points for per cent. From 50 to 55 % is five points, and a tenth more.",
            ),
        ),
        hint='`rates | {"quote": ...}` is the same dict with another rate at "quote".',
        solution='answer = leads_needed(300, rates | {"quote": of_growth.rates["quote"]}).start',
        meaning="The same orders from a tenth fewer leads, or thereabouts.",
    ),
    Exercise(
        id="funnel-6",
        ask="What does an order of a new customer cost, all five phases together?",
        kind=EUROS,
        truth=lambda seed: record(seed).cost_per_order,
        mistakes=(
            Mistake(
                lambda seed: record(seed).phases["visit"].cost_per_order,
                "Those are the leads alone. The visits, trials, quotes and talks have to be paid as well.",
            ),
            Mistake(
                lambda seed: cost_of_lead(seed) + sum(EACH.values()),
                "You added up one of each. For one order it takes several leads, visits and trials.",
            ),
            Mistake(
                lambda seed: funnel(traced(seed)["lead"], full_rates(seed), seed, hours=False).cost_per_order,
                "You left out the hours that sellers spend on a lead. Use `cost_of_lead`.",
            ),
            Mistake(
                lambda seed: record(seed).cost / record(seed).phases["quote"].hits,
                "You divided by the quotes. Divide by the orders.",
            ),
        ),
        hint="Go on as above: each phase has its price for everybody that enters it. Then divide by the orders.",
        solution=(
            "spent = (reached['lead'] * cost_of_lead + reached['visit'] * 150 + reached['trial'] * 300\n"
            "         + reached['quote'] * 200 + reached['negotiation'] * 150)\n"
            "answer = spent / reached['won']"
        ),
        meaning="Most of it was spent on firms that did not order.",
    ),
    Exercise(
        id="funnel-7",
        ask="With the coach, what does each extra order cost, the extra quotes and talks included?",
        kind=EUROS,
        truth=coach,
        mistakes=(
            Mistake(
                coach_alone,
                "That is the coach alone. Who goes on gets a quote and talks, and those have to be paid as well.",
            ),
            Mistake(
                average_with_coach,
                "That is what *all* orders cost on average. Ask for the extra ones: extra cost by extra orders.",
            ),
            Mistake(
                lambda seed: coach(seed, quotes=True),
                "You divided by the extra quotes. Divide by the extra orders.",
            ),
        ),
        hint="`with_coach.cost - now.cost` is what the funnel itself costs more; add the coach, divide by the orders.",
        solution=(
            'with_coach = in_euros(leads_a_year, rates | {"quote": of_growth.rates["quote"]})\n'
            "answer = (36_000 + with_coach.cost - now.cost) / (with_coach.orders - now.orders)"
        ),
        meaning="Everything before the trial has been paid for already.",
    ),
)
