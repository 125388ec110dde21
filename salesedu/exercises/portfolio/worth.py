"""Exercises 6 to 11: contracts that end, what customers leave over and are worth, and two plans in euros."""

from salesedu.portfolio import share_still_there

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import (
    BUDGET,
    acquisition_cost,
    after_service,
    before_service,
    contracts,
    cost_per_lead,
    kept_by_orders,
    lead_hours,
    losers,
    new_customer,
    points_needed,
    renewal,
    strangers,
)

__all__ = ["WORTH"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
EUROS = Number("euros", tolerance=2, decimals=0)

WORTH = (
    Exercise(
        id="portfolio-6",
        ask="By contract, which share of the customers of 1 October 2025 was still there on 1 October 2026?",
        kind=SHARE,
        truth=lambda seed: contracts(seed).rate,
        mistakes=(
            Mistake(
                kept_by_orders,
                "That is the retention by orders. Whoever ordered in October and left in November counts as kept "
                "there; count contracts.",
            ),
            Mistake(
                lambda seed: contracts(seed).at_end / contracts(seed).at_start,
                "You counted those who joined. Of those at the start, how many were still there?",
            ),
            Mistake(
                lambda seed: contracts(seed).churn,
                "That is the churn. Ask who stayed.",
            ),
            Mistake(
                lambda seed: contracts(seed, 2025).rate,
                "That is the year before. Move both days one year on.",
            ),
        ),
        hint="As in the cell above: retention_rate of two sets from `under_contract`, both a year later.",
        solution='answer = retention_rate(under_contract("2025-10-01"), under_contract("2026-10-01")).rate',
        meaning="Lower than by orders: a contract that ended in March left orders in both book years.",
    ),
    Exercise(
        id="portfolio-7",
        ask="At the renewal rate of young customers, which share of new ones is left after the third anniversary?",
        kind=SHARE,
        truth=lambda seed: share_still_there(renewal(seed, True), 3),
        mistakes=(
            Mistake(
                lambda seed: 1 - 3 * (1 - renewal(seed, True)),
                "You took the same number off three times. Each year it is a share of those who are left.",
            ),
            Mistake(
                lambda seed: share_still_there(renewal(seed), 3),
                "That is the rate of all customers together. New ones renew like young ones.",
            ),
            Mistake(
                lambda seed: share_still_there(renewal(seed, True), 2),
                "That is after two anniversaries. Take three.",
            ),
            Mistake(
                lambda seed: share_still_there(renewal(seed, False), 3),
                "That is the rate of the old ones. Use young_rate.",
            ),
        ),
        hint="share_still_there wants a rate and a number of periods.",
        solution="answer = share_still_there(young_rate, 3)",
        meaning="Winning a customer is the smaller half of the work.",
    ),
    Exercise(
        id="portfolio-8",
        ask="What did the customers that lost us money in 2026 bring together, after service, in euros (below 0)?",
        kind=EUROS,
        truth=lambda seed: losers(after_service(seed)),
        mistakes=(
            Mistake(
                lambda seed: float((after_service(seed) < 0).sum()),
                "That is how many they are. Add up what they bring.",
            ),
            Mistake(
                lambda seed: losers(after_service(seed, per_hour=1)),
                "You paid € 65 for a minute. Divide the minutes by 60.",
            ),
            Mistake(
                lambda seed: losers(after_service(seed, year=None)),
                "You took the minutes of three years off the margin of one. Keep the activities of 2026.",
            ),
            Mistake(
                lambda seed: losers(before_service(seed)),
                "That is before the hours. Take these off too.",
            ),
        ),
        hint='Select the rows of `book` with "after_service" below 0 and add them up.',
        solution='answer = book.loc[book["after_service"] < 0, "after_service"].sum()',
        meaning="There is little to win by dropping customers here.",
    ),
    Exercise(
        id="portfolio-9",
        ask="What does it cost to win a new customer, channels and hours together, in euros?",
        kind=EUROS,
        truth=acquisition_cost,
        mistakes=(
            Mistake(
                lambda seed: acquisition_cost(seed, hours=0),
                "Those are the channels alone. Add our own hours.",
            ),
            Mistake(
                lambda seed: acquisition_cost(seed) - acquisition_cost(seed, hours=0),
                "Those are the hours alone. Add the channels.",
            ),
            Mistake(
                lambda seed: acquisition_cost(seed, hours=60 * lead_hours(seed)),
                "You paid € 65 for a minute. Divide the minutes by 60.",
            ),
            Mistake(
                lambda seed: acquisition_cost(seed, growth=True),
                "You divided by the growth deals too. Those customers were ours already.",
            ),
            Mistake(
                cost_per_lead,
                "That is the cost of a lead. Divide by the customers that were won.",
            ),
        ),
        hint="Add 65 * hours to the cost of all channels, and divide by `won`.",
        solution='answer = (channels["cost"].sum() + 65 * hours) / won',
        meaning="It includes what was spent on those who said no. Somebody has to pay for them.",
    ),
    Exercise(
        id="portfolio-10",
        ask="What is the lifetime value of a new customer, in euros?",
        kind=Number("euros", tolerance=5, decimals=0),
        truth=lambda seed: new_customer(seed).value,
        mistakes=(
            Mistake(
                lambda seed: new_customer(seed).gross_value,
                "You left out what it cost to win the customer.",
            ),
            Mistake(
                lambda seed: new_customer(seed, rate=renewal(seed)).value,
                "That is the rate of all customers together. New ones renew like young ones.",
            ),
            Mistake(
                lambda seed: new_customer(seed, young=False).value,
                "That is the margin of the old customers. Use that of the young ones.",
            ),
            Mistake(
                lambda seed: new_customer(seed, acquisition_cost=acquisition_cost(seed, hours=0)).value,
                "You took off the channels alone. Our hours were spent too.",
            ),
            Mistake(
                lambda seed: new_customer(seed, years=3).value,
                "You looked three years ahead. Leave `years` out.",
            ),
        ),
        hint='As above, with margin["young"] and young_rate, and with acquisition_cost as the fourth figure.',
        solution='answer = lifetime_value(margin["young"], young_rate, 0.10, acquisition_cost).value',
        meaning="An average: a few large ones make it.",
    ),
    Exercise(
        id="portfolio-11",
        ask="By how many points must the calls raise the renewal of young customers to be worth as much as plan A?",
        kind=Number("percentage points", tolerance=0.02, decimals=2),
        truth=lambda seed: points_needed(seed, BUDGET + strangers(seed)),
        mistakes=(
            Mistake(
                lambda seed: points_needed(seed, BUDGET),
                "At that the calls pay for themselves. They must also match what plan A leaves.",
            ),
            Mistake(
                lambda seed: points_needed(seed, strangers(seed)),
                "Plan A is net of its € 50,000. The calls cost € 50,000 as well: add it to what they must bring.",
            ),
            Mistake(
                lambda seed: points_needed(seed, BUDGET + strangers(seed)) + 100 * renewal(seed, True),
                "That is the rate itself. By how much must it rise?",
            ),
        ),
        hint="The cell above, with another sum: what must the calls bring, so that after € 50,000 plan_a is left?",
        solution="answer = points_to_earn(50_000 + plan_a)",
        meaning="That is the figure to argue about, and nobody has measured it.",
    ),
)
