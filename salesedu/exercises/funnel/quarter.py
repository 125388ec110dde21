"""Exercises 8 to 11: honest chances, the weighted pipeline, and the chance of the quarter."""

from itertools import pairwise

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import (
    NEW,
    STAGES,
    closed,
    conversions,
    judged,
    largest,
    negotiated,
    open_deals,
    optimist,
    quarter,
)

__all__ = ["QUARTER"]

EUROS = Number("euros", tolerance=500, decimals=0)
POINTS = Number("percentage points", tolerance=0.06)
# Ten thousand draws leave a margin of about one point, and the order of the deals moves the draw.
CHANCE = Number(share=True, tolerance=0.015, decimals=2)


def of_optimist(seed: int | None, all_deals: bool = False) -> float:
    """Mean chance less win rate, percentage points."""
    rows = closed(seed) if all_deals else negotiated(seed)
    return 100 * judged(rows[rows["rep_id"] == optimist(seed)]).bias


def of_others(seed: int | None) -> float:
    """The same, of everybody else."""
    return 100 * judged(negotiated(seed)[lambda rows: rows["rep_id"] != optimist(seed)]).bias


def weighted(seed: int | None, column: str = "history") -> float:
    """Euros, each deal times its chance."""
    rows = open_deals(seed)
    return float((rows["value"] * rows[column]).sum())


def all_as_new(seed: int | None) -> float:
    """The same, with the chances of new customers for every deal."""
    rows = open_deals(seed)
    return float((rows["value"] * rows["stage"].map(conversions(seed, NEW).chance_from)).sum())


def one_step(seed: int | None) -> float:
    """The same, with the chance to reach the next stage in the place of an order."""
    rows = open_deals(seed)
    following = dict(pairwise(STAGES))
    rates = [
        conversions(seed, kind).rates[following[stage]] for kind, stage in zip(rows["kind"], rows["stage"], strict=True)
    ]
    return float((rows["value"] * rates).sum())


def mean_times_sum(seed: int | None) -> float:
    """The mean chance times the value of all."""
    rows = open_deals(seed)
    return float(rows["history"].mean() * rows["value"].sum())


QUARTER = (
    Exercise(
        id="funnel-8",
        ask="In the negotiation, how many percentage points too hopeful is the most hopeful representative?",
        kind=POINTS,
        truth=of_optimist,
        mistakes=(
            Mistake(
                lambda seed: of_optimist(seed, all_deals=True),
                "You took all closed deals. There everybody looks too hopeful; keep those of `negotiated`.",
            ),
            Mistake(of_others, "That is the figure of all others. Keep the rows of `hopeful`."),
            Mistake(
                lambda seed: of_optimist(seed) - of_others(seed),
                "That is the distance to the others. Compare the chance with what was won.",
            ),
        ),
        hint="As in the cell above, with `==` in the place of `!=`.",
        solution=(
            'own = negotiated[negotiated["rep_id"] == hopeful]\n'
            'answer = 100 * chance_calibration(own["chance"], own["won"]).bias'
        ),
        meaning="The others are too careful at this stage, which makes the distance larger still.",
    ),
    Exercise(
        id="funnel-9",
        ask="What is the weighted pipeline with the chances of the past, in euros a year?",
        kind=EUROS,
        truth=weighted,
        mistakes=(
            Mistake(
                lambda seed: weighted(seed, "chance"),
                "You used the estimates of the representatives. Use the column `history`.",
            ),
            Mistake(
                all_as_new,
                "You used the chances of new customers for all deals. Growth deals have their own.",
            ),
            Mistake(
                one_step,
                "You used the chance to reach the next step. Ask for the chance of an order: `chance_from`.",
            ),
            Mistake(
                mean_times_sum,
                "You multiplied the mean chance by the sum of all values. The large deals may stand elsewhere than "
                "the average one; multiply deal by deal.",
            ),
        ),
        hint="As in the cell above, with another column for the chances.",
        solution='answer = weighted_pipeline(today["value"], today["history"]).weighted',
        meaning="An average: look at how it may turn out before you promise it.",
    ),
    Exercise(
        id="funnel-10",
        ask="How likely is it that today's open deals bring € 600,000, with the chances of the past?",
        kind=CHANCE,
        truth=lambda seed: quarter(seed).chance,
        mistakes=(
            Mistake(
                lambda seed: quarter(seed, "chance").chance,
                "You drew lots with the estimates of the representatives. Use `history`.",
            ),
            Mistake(lambda seed: 1 - quarter(seed).chance, "That is the chance to miss it."),
            Mistake(
                lambda seed: quarter(seed).chance_of(weighted(seed)),
                "That is the chance to reach the expected amount. Ask for the target.",
            ),
        ),
        hint="As in the cell above, with another column for the chances. Look at .chance.",
        solution='answer = simulate_pipeline(today["value"], today["history"], TARGET).chance',
        meaning="Lay it beside the expected amount before you promise anything.",
    ),
    Exercise(
        id="funnel-11",
        ask="If the largest deal says no, how likely is it that the others bring € 600,000?",
        kind=CHANCE,
        truth=lambda seed: quarter(seed, answer=0).chance,
        mistakes=(
            Mistake(
                lambda seed: quarter(seed, answer=1).chance,
                "That is the chance after a yes, or with its value off the target, which is the same.",
            ),
            Mistake(lambda seed: quarter(seed).chance, "The largest deal still has its chance. Set it to 0."),
            Mistake(
                lambda seed: (1 - open_deals(seed)["history"][largest(seed)]) * quarter(seed, answer=0).chance,
                "That is the chance that it says no *and* the others make it. Suppose that it has said no.",
            ),
        ),
        hint="As in the cell above, with 0 in the place of 1.",
        solution=(
            'after_no = today["history"].copy()\n'
            "after_no[largest] = 0\n"
            'answer = simulate_pipeline(today["value"], after_no, TARGET).chance'
        ),
        meaning="So much hangs on one customer, or so little.",
    ),
)
