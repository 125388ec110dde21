"""Exercises 1 to 4: conversions, what is normal, and what the leak costs."""

from itertools import pairwise

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import GROWTH, NEW, STEPS, at_benchmark, conversions, left_trial, shown_in_trial

__all__ = ["LEAK"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)


def orders_now(seed: int | None) -> float:
    """Orders of the new customers, those that will follow from what is open included."""
    new = conversions(seed, NEW)
    return new.reached["qualified"] * new.overall


def points(seed: int | None) -> float:
    """How much less often a trial leads to a quote than with growth deals."""
    return conversions(seed, GROWTH).rates["quote"] - conversions(seed, NEW).rates["quote"]


def running_as_lost(seed: int | None) -> dict[str, float]:
    """Conversions of growth deals over all that reached the step before."""
    reached = conversions(seed, GROWTH).reached
    return {after: reached[after] / reached[before] for before, after in pairwise(reached)}


LEAK = (
    Exercise(
        id="funnel-1",
        ask="Of the trials with new customers that have ended, which share went on to a quote?",
        kind=SHARE,
        truth=lambda seed: float(left_trial(seed)["went_on"].mean()),
        mistakes=(
            Mistake(
                lambda seed: conversions(seed, NEW).reached["quote"] / conversions(seed, NEW).reached["trial"],
                "You counted the trials that are still running as lost. Keep the rows with a `left_on`.",
            ),
            Mistake(
                lambda seed: float(1 - left_trial(seed)["went_on"].mean()),
                "That is the share that stopped after the trial.",
            ),
            Mistake(
                lambda seed: conversions(seed, NEW).reached["quote"] / conversions(seed, NEW).reached["qualified"],
                "You divided by all deals. Divide by those that had a trial.",
            ),
            Mistake(
                lambda seed: float(left_trial(seed, None)["went_on"].mean()),
                "The deals with our own customers are in it too. Use `new`.",
            ),
        ),
        hint='Do what was done for the visit: "trial" in the place of "visit", and "quote" in that of "trial".',
        solution=(
            'ended = new[(new["stage"] == "trial") & new["left_on"].notna()]\n'
            'quoted = new.loc[new["stage"] == "quote", "opportunity_id"]\n'
            'answer = ended["opportunity_id"].isin(quoted).mean()'
        ),
        meaning="Far fewer than after a visit.",
    ),
    Exercise(
        id="funnel-2",
        ask="What are the five conversion rates of the growth deals?",
        kind=Figures(STEPS, SHARE, "step"),
        truth=lambda seed: dict(conversions(seed, GROWTH).rates),
        mistakes=(
            Mistake(
                lambda seed: dict(conversions(seed, NEW).rates),
                'These are the rates of the new customers. Keep the rows whose kind is "growth".',
            ),
            Mistake(
                running_as_lost,
                "You counted the open deals as lost. The function leaves them out of the rate.",
            ),
            Mistake(
                lambda seed: {
                    stage: conversions(seed, GROWTH).reached[stage] / conversions(seed, GROWTH).reached["qualified"]
                    for stage in STEPS
                },
                "You divided by what went in at the top. A conversion rate is a part of the step before.",
            ),
        ),
        hint='As in the cell above, with the rows of `history` whose "kind" is "growth".',
        solution=(
            'growth = history[history["kind"] == "growth"]\n'
            'answer = conversions_from_history(growth["opportunity_id"], growth["stage"], STAGES).rates'
        ),
        meaning="Who knows us goes on more often, at every step.",
    ),
    Exercise(
        id="funnel-3",
        ask="How many orders more would it have been, if after the trial as many went on as with growth deals?",
        kind=Number("orders", tolerance=0.6, decimals=0),
        truth=lambda seed: at_benchmark(seed).orders_at_benchmark["quote"] - orders_now(seed),
        mistakes=(
            Mistake(
                lambda seed: at_benchmark(seed).orders_at_benchmark["quote"],
                "Those are all orders. Take `orders_now` off.",
            ),
            Mistake(
                lambda seed: at_benchmark(seed).orders_at_benchmark["quote"] - conversions(seed, NEW).reached["won"],
                "You compared with the orders signed so far. Some deals are still open; compare with `orders_now`.",
            ),
            Mistake(
                lambda seed: points(seed) * conversions(seed, NEW).reached["trial"],
                "Those are the extra quotes. Not every quote becomes an order.",
            ),
            Mistake(
                lambda seed: points(seed) * conversions(seed, NEW).reached["qualified"],
                "You applied the points to all deals. Only those with a trial can go on from it, and not every quote "
                "becomes an order.",
            ),
        ),
        hint='`orders_at_benchmark` has the orders for each step; look at "quote".',
        solution='answer = normal.orders_at_benchmark["quote"] - orders_now',
        meaning="That is the price of one step.",
    ),
    Exercise(
        id="funnel-4",
        ask="Of the ended trials without a demonstration, which share went on to a quote?",
        kind=SHARE,
        truth=lambda seed: float(shown_in_trial(seed)[lambda rows: ~rows["shown"]]["went_on"].mean()),
        mistakes=(
            Mistake(
                lambda seed: float(shown_in_trial(seed)[lambda rows: rows["shown"]]["went_on"].mean()),
                "Those are the trials with a demonstration.",
            ),
            Mistake(
                lambda seed: float((~shown_in_trial(seed)[lambda rows: rows["went_on"]]["shown"]).mean()),
                "That is the share without a demonstration among those that went on. Keep the trials without one "
                "first, then ask how many went on.",
            ),
            Mistake(
                lambda seed: float((shown_in_trial(seed)["went_on"] & ~shown_in_trial(seed)["shown"]).mean()),
                "You divided by all trials. Divide by those without a demonstration.",
            ),
        ),
        hint='`~` turns True into False: `trials[~trials["shown"]]` are the trials without one.',
        solution='answer = trials[~trials["shown"]]["went_on"].mean()',
        meaning="Compare that with the trials that had one, and keep the margin in mind.",
    ),
)
