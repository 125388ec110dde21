"""Exercises 8 to 11: the level, the distance between two raters, what comes first, and what chance may do."""

from __future__ import annotations

from salesedu.factory import assess

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import IMPORTANCE, MARLEEN, assessed, book_year, both_raters, eleven, knocked_out, ranking, suggested

__all__ = ["SCORES"]

POINTS = Number("points", tolerance=0.006, decimals=2)
SHARE = Number(share=True, tolerance=0.0006, decimals=3)
PERCENTAGE_POINTS = Number("percentage points", tolerance=0.06)


def all_eleven(seed: int | None) -> float:
    """The level with the block that Marleen did not choose."""
    return assess(eleven(seed), IMPORTANCE | {"intelligence": 3}).level


def unscored_as_zero(seed: int | None) -> float:
    """Mean distance with a 0 for the block that Marleen did not score."""
    scores = suggested(seed)
    return sum(abs(scores[key] - MARLEEN.get(key, 0)) for key in scores) / len(scores)


def unweighted_share(seed: int | None) -> float:
    """Share of the bare gaps."""
    found = ranking(seed).ranking
    return found[0].gap / sum(one.gap for one in found)


def bids(seed: int | None, ago: int) -> tuple[float, int]:
    """Share of the bids of a year that had a knock-out, and how many bids."""
    rows = book_year(knocked_out(seed), "closes_on", ago)
    rows = rows[rows["outcome"] != "no bid"]
    return float(rows["stopped"].mean()), len(rows)


def error(seed: int | None, ago: int) -> float:
    """Standard error of that share, percentage points."""
    share, count = bids(seed, ago)
    return 100 * (share * (1 - share) / count) ** 0.5


SCORES = (
    Exercise(
        id="factory-8",
        ask="What is the weighted level of the ten blocks that Marleen chose, with the scores that the books suggest?",
        kind=POINTS,
        truth=lambda seed: assessed(seed).level,
        mistakes=(
            Mistake(
                lambda seed: assessed(seed).mean,
                "You weighed all blocks alike. Use her importance.",
            ),
            Mistake(
                all_eleven,
                "You took BI and BD along, which she did not choose. Keep the ten of `IMPORTANCE`.",
            ),
            Mistake(
                lambda seed: sum(suggested(seed)[key] * weight for key, weight in IMPORTANCE.items()) / len(IMPORTANCE),
                "You divided by the number of blocks. Divide by the sum of the importance, or let `assess` do it.",
            ),
        ),
        hint="`assess(scores, importance)` as above, with `by_books` in the place of Marleen's scores. Take `.level`.",
        solution="answer = assess(by_books, IMPORTANCE).level",
        meaning="Close to Marleen's. A level hardly moves when one score goes up and another down.",
    ),
    Exercise(
        id="factory-9",
        ask="How far apart are Marleen and the books on average, whatever the direction?",
        kind=POINTS,
        truth=lambda seed: both_raters(seed).mean_distance,
        mistakes=(
            Mistake(
                lambda seed: both_raters(seed).mean_difference,
                "That is the mean difference: pluses and minuses cancel. Leave out the signs before you average.",
            ),
            Mistake(
                unscored_as_zero,
                "You counted the block that she did not score as a 0. It is unknown: leave it out.",
            ),
            Mistake(
                lambda seed: (
                    (
                        sum(line.difference**2 for line in both_raters(seed).lines if line.difference is not None)
                        / len(both_raters(seed).shared)
                    )
                    ** 0.5
                ),
                "You squared the differences, so that the largest counts most. Take the plain distances.",
            ),
            Mistake(
                lambda seed: max(abs(line.difference or 0) for line in both_raters(seed).lines),
                "That is the widest difference. Take the mean over all shared blocks.",
            ),
        ),
        hint="The mean of `abs(line.difference)` over the lines that have one; `compare` has it as well.",
        solution="answer = both.mean_distance",
        meaning="The mean difference hid it. It sounds little, and a large part of it sits in one block.",
    ),
    Exercise(
        id="factory-10",
        ask="Which share of all gaps, weighed by importance, lies with the block that comes first in the books?",
        kind=SHARE,
        truth=lambda seed: ranking(seed).ranking[0].share,
        mistakes=(
            Mistake(unweighted_share, "You took the bare gaps. Multiply each by its importance first."),
            Mistake(
                lambda seed: IMPORTANCE[ranking(seed).ranking[0].key] / sum(IMPORTANCE.values()),
                "That is its share of the importance. Multiply by the gap, and divide by the sum of all those.",
            ),
            Mistake(
                lambda seed: ranking(seed).ranking[0].weight / sum(IMPORTANCE.values()),
                "You divided by the sum of the importance. Divide by the sum of gap times importance: `.total`.",
            ),
        ),
        hint="`priorities(by_books, IMPORTANCE).ranking[0]` is the block that comes first. It has a `.share`.",
        solution="answer = priorities(by_books, IMPORTANCE).ranking[0].share",
        meaning="Well ahead of the next one. Whether that survives a doubt is the question after this.",
    ),
    Exercise(
        id="factory-11",
        ask="How large is the 95 % margin of the change in the share of bids with a knock-out?",
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: 1.96 * (error(seed, 0) ** 2 + error(seed, 1) ** 2) ** 0.5,
        mistakes=(
            Mistake(
                lambda seed: (error(seed, 0) ** 2 + error(seed, 1) ** 2) ** 0.5,
                "That is the standard error. Take 1.96 of those.",
            ),
            Mistake(
                lambda seed: 1.96 * (error(seed, 0) + error(seed, 1)),
                "You added the two margins. Both years are rarely off at once: square, add, take the root.",
            ),
            Mistake(
                lambda seed: 1.96 * error(seed, 0),
                "That is the margin of the last year alone. The year before has one too.",
            ),
            Mistake(
                lambda seed: 100 * (bids(seed, 0)[0] - bids(seed, 1)[0]),
                "That is the change itself. The margin says how much of it chance may do.",
            ),
        ),
        hint="One margin is 196 * (share * (1 - share) / count) ** 0.5. Combine two as in the cell above.",
        solution=(
            "margins = [196 * (share * (1 - share) / count) ** 0.5 for share, count in (bids(1), bids(0))]\n"
            "answer = (margins[0] ** 2 + margins[1] ** 2) ** 0.5"
        ),
        meaning="Hold the change against it before you blame or praise anybody.",
    ),
)
