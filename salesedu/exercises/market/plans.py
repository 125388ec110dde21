"""Exercises 6 to 11: the sales force, target and plan, pay, and the segments."""

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import (
    LAST,
    REGIONS,
    above,
    by_region,
    corrected,
    for_each_euro,
    gap_by_region,
    highest_over_target,
    hunters,
    last_year,
    mean_of_ratios,
    on_the_books,
    one_factor,
    pay,
    plan,
    potential,
    segment_sales,
    turned_factors,
    yield_of,
)

__all__ = ["PLANS"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
RATIO = Number(tolerance=0.006, decimals=2)
EUROS = Number("euros", tolerance=500, decimals=0)

PLANS = (
    Exercise(
        id="market-6",
        ask=(
            "How many euros did the worst over-forecaster forecast for each euro that came in, "
            "over the three years?"
        ),
        kind=RATIO,
        truth=lambda seed: float(for_each_euro(seed).max()),
        mistakes=(
            Mistake(
                lambda seed: float((1 / for_each_euro(seed)).max()),
                "You divided what came in by the forecast, which finds the most careful one. Turn "
                "the division round.",
            ),
            Mistake(
                lambda seed: float(for_each_euro(seed, LAST).max()),
                "That is the last year alone. A habit shows over all three years.",
            ),
            Mistake(
                highest_over_target,
                "You divided by the target, which the company sets. Divide by what came in.",
            ),
            Mistake(
                mean_of_ratios,
                "You averaged the ratios of the quarters, so a quarter with hardly any sales "
                "weighs as much as a good one. Sum first, then divide.",
            ),
        ),
        hint=(
            'Sum "forecast" and "actual" of each "rep_id", divide the one by the other, and take '
            "the highest."
        ),
        solution=(
            'sums = targets.groupby("rep_id")[["forecast", "actual"]].sum()\n'
            'answer = (sums["forecast"] / sums["actual"]).max()'
        ),
        meaning="Everybody misses now and then. This one misses on the same side, every year.",
    ),
    Exercise(
        id="market-7",
        ask="What does the composite of the hunters for 2025/26 come to when it is corrected?",
        kind=EUROS,
        truth=corrected,
        mistakes=(
            Mistake(
                lambda seed: float(hunters(seed, last=True)["forecast"].sum()),
                "That is what the hunters said themselves (.raw). Look at .total.",
            ),
            Mistake(
                lambda seed: corrected(seed, until=LAST + 1),
                "The year that you forecast is in your history. In October 2025 nobody knew it: "
                "use the years before 2026.",
            ),
            Mistake(
                one_factor,
                "You took one factor for the team together. Each hunter has a habit of his or her "
                "own; give the history by representative.",
            ),
            Mistake(
                turned_factors,
                "Your factors are upside down, so an over-forecaster is raised even further. The "
                "pairs of the history are (forecast, actual).",
            ),
        ),
        hint='Do what was done for the farmers: composite("hunter"), and look at .total.',
        solution='answer = composite("hunter").total',
        meaning="Compare it with what came in: closer than the hunters themselves, or not?",
    ),
    Exercise(
        id="market-8",
        ask="How much did each euro of contract at the start of 2025/26 bring in that year?",
        kind=SHARE,
        truth=yield_of,
        mistakes=(
            Mistake(
                lambda seed: float(
                    last_year(seed).sum() / on_the_books(seed, LAST)["contract_value"].sum()
                ),
                "The orders of customers who came during the year are in it. Count the orders of "
                "those who were on the books at its start.",
            ),
            Mistake(
                lambda seed: yield_of(seed, LAST - 1),
                "That is 2024/25. Ask for the book year 2026.",
            ),
            Mistake(
                lambda seed: float(
                    last_year(seed).sum() / on_the_books(seed, LAST + 1)["contract_value"].sum()
                ),
                "You divided by the contracts of today. The year began with those of 30 September "
                "2025.",
            ),
        ),
        hint="`yield_of` did it for the book year 2025. Which year does 2025/26 end in?",
        solution="answer = yield_of(2026)",
        meaning=(
            "Customers leave during a year, and take orders with them that the contracts still "
            "promise."
        ),
    ),
    Exercise(
        id="market-9",
        ask="What is the gap between plan and Marleen's target in each region?",
        kind=Figures(REGIONS, EUROS, "region"),
        truth=lambda seed: gap_by_region(seed, above(seed), last_year(seed)),
        mistakes=(
            Mistake(
                lambda seed: {
                    name: value - by_region(last_year(seed))[name]
                    for name, value in by_region(plan(seed)).items()
                },
                "You compared the plan with last year's sales. The target is ten per cent above "
                "those.",
            ),
            Mistake(
                lambda seed: {
                    name: value - above(seed) / len(REGIONS)
                    for name, value in by_region(plan(seed)).items()
                },
                "You gave every region a quarter of the target. It is shared by last year's sales.",
            ),
            Mistake(
                lambda seed: gap_by_region(seed, above(seed), plan(seed)),
                "You shared the target by the plan itself, so every region falls short by the "
                "same share. Share it by last year's sales.",
            ),
        ),
        hint=(
            "Cascade 1.10 × last year's total by `last_year`, compare it with the plan by "
            "target_gap, and take the four regions out of .gaps."
        ),
        solution=(
            "gap = target_gap(cascade_target(1.10 * last_year.sum(), last_year), roll_up(plan))\n"
            'answer = {name: gap.gaps[name] for name in ["East", "North", "South", "West"]}'
        ),
        meaning="A gap is a sum of gaps. See where it sits before you talk about its size.",
    ),
    Exercise(
        id="market-10",
        ask=(
            "What variable pay do the account managers earn together when the plan comes true and "
            "each target is ten per cent above last year?"
        ),
        kind=Number("euros", tolerance=5, decimals=0),
        truth=pay,
        mistakes=(
            Mistake(
                lambda seed: pay(seed, "total"),
                "That is their whole pay, base salary included. Add up .variable.",
            ),
            Mistake(
                lambda seed: pay(seed, together=True),
                "You made one plan of them all, so those above target make up for the others. Pay "
                "each one, then add up.",
            ),
            Mistake(
                lambda seed: pay(seed, threshold=0, accelerator=1, cap=None),
                "You left out threshold, accelerator and cap. Pay by the rules: **rules.",
            ),
            Mistake(
                lambda seed: pay(seed, at=last_year(seed)),
                "You paid for last year's sales. Pay for the plan.",
            ),
        ),
        hint=(
            "Loop over plan.items(), as in `variable_pay`, with a growth of 0.10; add up what "
            "each earns."
        ),
        solution=(
            "answer = sum(variable_pay(place, 0.10).variable for place in plan.index)"
        ),
        meaning="A target out of reach is a pay cut that nobody announced.",
    ),
    Exercise(
        id="market-11",
        ask="Which share of the market potential of hospitality do we have?",
        kind=Number(share=True, tolerance=0.00006, decimals=4),
        truth=lambda seed: (
            segment_sales(seed, "hospitality") / potential(seed, "hospitality")
        ),
        mistakes=(
            Mistake(
                lambda seed: segment_sales(seed, "hospitality")
                / potential(seed, "hospitality", reachable=False),
                "You left a link out of the chain: only a part of these organisations can be "
                "reached by us.",
            ),
            Mistake(
                lambda seed: segment_sales(seed, "hospitality", 60)
                / potential(seed, "hospitality"),
                "You took the sales of five years, and the potential of one. Take the last twelve "
                "months.",
            ),
            Mistake(
                lambda seed: segment_sales(seed, "office") / potential(seed, "office"),
                "That is our share of the offices. Take the row and the column of hospitality.",
            ),
        ),
        hint="Do what was done for the offices, with the row and the column of hospitality.",
        solution=(
            'hotels = segments.loc["hospitality"]\n'
            "market = market_potential(\n"
            '    hotels["organisations"], {"reachable": hotels["reachable"]}, '
            'price=hotels["average_spend"]\n'
            ")\n"
            'answer = monthly["hospitality"][-12:].sum() / market.value'
        ),
        meaning="A few euros in every hundred: the market is no ceiling for us yet.",
    ),
)
