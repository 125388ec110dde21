"""Exercises 1 to 5: concentration, the pyramid, who climbed and fell, who has gone quiet."""

from salesedu.portfolio import pareto_share, smallest_share

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import (
    climbing,
    customers,
    falling,
    left_by_group,
    migration,
    new_that_climbed,
    revenue,
    revenue_of_leavers,
    share_of_leavers_by_group,
)

__all__ = ["LAYERS"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
QUIET = ("must not lose", "slipping away", "dormant")

LAYERS = (
    Exercise(
        id="portfolio-1",
        ask="Which smallest share of the customers brought 80 % of the revenue of 2026?",
        kind=SHARE,
        truth=lambda seed: smallest_share(revenue(seed), 0.80),
        mistakes=(
            Mistake(
                lambda seed: pareto_share(revenue(seed), 0.20),
                "That is what the largest 20 % bring. It is asked the other way round: you are given the 80 % of "
                "the revenue.",
            ),
            Mistake(
                lambda seed: smallest_share(revenue(seed), 0.80) * len(revenue(seed)) / len(customers(seed)),
                "You divided by everybody on record. Those who did not buy in 2026 are no part of this row.",
            ),
            Mistake(
                lambda seed: smallest_share(revenue(seed, None), 0.80),
                "That is over three years. Use the revenue of 2026.",
            ),
        ),
        hint="The counterpart of pareto_share is smallest_share; give it the same revenues and 0.80.",
        solution="answer = smallest_share(revenue[2026], 0.80)",
        meaning="Near the 80/20 that everybody quotes, but computed.",
    ),
    Exercise(
        id="portfolio-2",
        ask="Which share of the revenue of 2026 came from customers who have left?",
        kind=SHARE,
        truth=revenue_of_leavers,
        mistakes=(
            Mistake(
                lambda seed: float(customers(seed)["left"].reindex(revenue(seed).index).mean()),
                "That is their share of the customers. Add up their revenue.",
            ),
            Mistake(
                lambda seed: revenue_of_leavers(seed) / (1 - revenue_of_leavers(seed)),
                "You divided by the revenue of those who stayed. Divide by all of it.",
            ),
            Mistake(
                lambda seed: revenue_of_leavers(seed, None),
                "That is over three years. Use the revenue of 2026.",
            ),
            Mistake(
                lambda seed: 1 - revenue_of_leavers(seed),
                "That is the share of those who are still here.",
            ),
        ),
        hint="`gone` from the cell above is True or False for each buyer: revenue[2026][gone] are the leavers.",
        solution="answer = revenue[2026][gone].sum() / revenue[2026].sum()",
        meaning="The pyramid still shows them. It looks back; a plan looks ahead.",
    ),
    Exercise(
        id="portfolio-3",
        ask="Which part of their revenue of 2025 did the customers of 2025 bring in 2026?",
        kind=SHARE,
        truth=lambda seed: migration(seed).revenue_retention,
        mistakes=(
            Mistake(
                lambda seed: migration(seed).retention.rate,
                "That is the share of the heads. Ask for the euros.",
            ),
            Mistake(
                lambda seed: migration(seed).revenue_after / migration(seed).revenue_before,
                "You counted the customers that joined. Leave them out: what did the customers of 2025 do?",
            ),
            Mistake(
                lambda seed: migration(seed, 2025).revenue_retention,
                "That is the year before. Compare 2025 with 2026.",
            ),
        ),
        hint="The same as in the cell above, from 2025 to 2026; look at .revenue_retention.",
        solution="answer = pyramid_migration(revenue[2025], revenue[2026]).revenue_retention",
        meaning="More of the euros than of the heads were kept. Find out why before you are glad.",
    ),
    Exercise(
        id="portfolio-4",
        ask="Which part of what the climbers gained, in euros, came from customers who began in book year 2025?",
        kind=SHARE,
        truth=climbing,
        mistakes=(
            Mistake(
                lambda seed: climbing(seed, euros=False),
                "That is their share of the climbers. Add up what they gained.",
            ),
            Mistake(
                falling,
                "That is the figure of those who fell. Take the climbers.",
            ),
            Mistake(
                new_that_climbed,
                "You turned it round: that is the share of the beginners that climbed. Start from the climbers.",
            ),
        ),
        hint='Select the rows of `climbed` with "customer_since" from 2024-10-01 on; divide two sums of "change".',
        solution=(
            'began = climbed["customer_since"] >= "2024-10-01"\n'
            'answer = climbed.loc[began, "change"].sum() / climbed["change"].sum()'
        ),
        meaning="They had a part of a year first and a whole one after. Nobody made them climb.",
    ),
    Exercise(
        id="portfolio-5",
        ask='Which share has left, of the groups "must not lose", "slipping away" and "dormant"?',
        kind=Figures(QUIET, SHARE, "group"),
        truth=lambda seed: left_by_group(seed, QUIET),
        mistakes=(
            Mistake(
                lambda seed: left_by_group(seed, QUIET, first_year=2026),
                "You scored the orders of 2026 alone. Use the three years, as in `groups`.",
            ),
            Mistake(
                lambda seed: share_of_leavers_by_group(seed, QUIET),
                "You turned it round: of those who left, so many are in each group. Start from the group.",
            ),
            Mistake(
                lambda seed: {name: 1 - share for name, share in left_by_group(seed, QUIET).items()},
                "Those are the shares that are still here.",
            ),
        ),
        hint='Group `groups` by "group", take the mean of "left", and keep three names with .loc[[...]].',
        solution=('answer = groups.groupby("group")["left"].mean().loc[["must not lose", "slipping away", "dormant"]]'),
        meaning='Who calls those whom we "must not lose" calls people who are somebody else\'s customers.',
    ),
)
