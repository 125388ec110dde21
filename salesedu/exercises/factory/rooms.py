"""Exercises 1 to 7: one figure from each room of the factory, and what it does not see."""

from __future__ import annotations

from salesedu.factory import suggested_score
from salesedu.market import Accuracy, accuracy

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import (
    corrected,
    habits,
    hopeful,
    kept,
    knocked_out,
    last_talk,
    narrow_for,
    open_deals,
    team,
)

__all__ = ["ROOMS"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
ERROR = Number(share=True, tolerance=0.0004, decimals=3)
LEVEL = Number(tolerance=0.01, decimals=0)
EUROS = Number("euros", tolerance=60, decimals=0)
SELLERS = Number("sellers", tolerance=0.1, decimals=0)
DEALS = Number("deals", tolerance=0.1, decimals=0)

KNOCK_OUTS = (0.50, 0.30, 0.15, 0.05)  # at most so much for a 2, 3, 4 and 5


def entered(seed: int | None):
    """Tenders with a bid."""
    return knocked_out(seed)[lambda rows: rows["outcome"] != "no bid"]


def share_stopped(seed: int | None) -> float:
    """Share of the bids that had a knock-out against them."""
    return float(entered(seed)["stopped"].mean())


def missed(rows) -> Accuracy:
    """Forecasts of a team against what came in, quarter by quarter."""
    sums = rows.groupby("starts_on")[["forecast", "actual"]].sum()
    return accuracy(sums["actual"], sums["forecast"])


def of_hopeful(seed: int | None) -> dict[str, float]:
    """The habit of the hopeful one alone."""
    return {hopeful(seed): habits(seed)[hopeful(seed)]}


def each_missed(seed: int | None) -> float:
    """Mean error of the team members one by one."""
    rows = corrected(team(seed), of_hopeful(seed))
    errors = [missed(own).mape for _, own in rows.groupby("rep_id")]
    return sum(errors) / len(errors)


def too_much(seed: int | None, whose: str) -> float:
    """Euros above the chances of the past: of the "hopeful" one, the "others", or "all"."""
    rows = open_deals(seed)
    own = rows["rep_id"] == hopeful(seed)
    chosen = {"hopeful": own, "others": ~own, "all": own | ~own}[whose]
    return float(rows.loc[chosen, "too_much"].sum())


def same_step(seed: int | None) -> int:
    """Sellers who lose most where all lose most."""
    together, each = narrow_for(seed)
    return sum(one.narrowest == together.narrowest for one in each.values())


def below_all(seed: int | None) -> int:
    """Sellers who do worse than all together at that step."""
    together, each = narrow_for(seed)
    step = together.narrowest
    return sum(one.rates[step] < together.rates[step] for one in each.values())


ROOMS = (
    Exercise(
        id="factory-1",
        ask="Of the customers who ordered in 2024/25, which share ordered again in 2025/26?",
        kind=SHARE,
        truth=lambda seed: kept(seed).rate,
        mistakes=(
            Mistake(
                lambda seed: kept(seed, 1).rate,
                "That is the year before. Set `ago` one lower: 1 for the start, 0 for the end.",
            ),
            Mistake(
                lambda seed: kept(seed).kept / kept(seed).at_end,
                "You divided by the customers of the second year. Retention looks from the start.",
            ),
            Mistake(
                lambda seed: kept(seed).at_end / kept(seed).at_start,
                "Those who came new count in your sum. Keep to the names that ordered in both years.",
            ),
            Mistake(lambda seed: kept(seed).churn, "That is the share that did not come back."),
        ),
        hint="As in the cell above, one year later. The outcome has a `.rate`.",
        solution=(
            'before = book_year(books["orders"], ago=1)["account_id"]\n'
            'after = book_year(books["orders"])["account_id"]\n'
            "answer = retention_rate(before, after).rate"
        ),
        meaning="The others said no goodbye; they just ordered no more.",
    ),
    Exercise(
        id="factory-2",
        ask="Of the tenders that were entered, which share had a knock-out against it?",
        kind=SHARE,
        truth=share_stopped,
        mistakes=(
            Mistake(
                lambda seed: float(knocked_out(seed)["stopped"].mean()),
                "You took all tenders. Keep those with a bid: `entered`.",
            ),
            Mistake(
                lambda seed: float(1 - entered(seed)["stopped"].mean()),
                "That is the share without a knock-out.",
            ),
            Mistake(
                lambda seed: float(entered(seed).loc[lambda rows: rows["outcome"] == "won", "stopped"].mean()),
                "That is the share among the tenders that were won. Take all that were entered.",
            ),
        ),
        hint='The column "stopped" holds True and False; the mean of those is a share.',
        solution='answer = entered["stopped"].mean()',
        meaning="A rule that nobody keeps. The evenings went into these bids all the same.",
    ),
    Exercise(
        id="factory-3",
        ask="Which score does that share suggest?",
        kind=LEVEL,
        truth=lambda seed: suggested_score(share_stopped(seed), KNOCK_OUTS).score,
        mistakes=(
            Mistake(
                lambda seed: suggested_score(share_stopped(seed), KNOCK_OUTS[::-1]).score,
                "You let the thresholds rise. Less is better here: put the threshold of a 2, the largest, first.",
            ),
            Mistake(
                lambda seed: suggested_score(100 * share_stopped(seed), KNOCK_OUTS).score,
                "Your figure is a percentage and the thresholds are fractions.",
            ),
            Mistake(
                lambda seed: suggested_score(share_stopped(seed), KNOCK_OUTS).score + 1,
                "That threshold is not reached: look at `.because`.",
            ),
        ),
        hint='As in the cell above: first the figure, then (0.50, 0.30, 0.15, 0.05), then "%".',
        solution='answer = suggested_score(entered["stopped"].mean(), (0.50, 0.30, 0.15, 0.05), "%").score',
        meaning="A suggestion: it has seen tenders, and no other lead.",
    ),
    Exercise(
        id="factory-4",
        ask="How far does the team miss a quarter when only the forecasts of the most hopeful one are corrected?",
        kind=ERROR,
        truth=lambda seed: missed(corrected(team(seed), of_hopeful(seed))).mape,
        mistakes=(
            Mistake(lambda seed: missed(team(seed)).mape, "Nothing is corrected yet. Use the column `forecast` anew."),
            Mistake(
                lambda seed: missed(corrected(team(seed), {rep: 1 / of for rep, of in of_hopeful(seed).items()})).mape,
                "You multiplied by the habit, and made it worse. Divide by it.",
            ),
            Mistake(
                lambda seed: missed(corrected(team(seed), habits(seed))).mape,
                "You corrected everybody. Leave the others as they are.",
            ),
            Mistake(
                each_missed,
                "You took each seller's error and averaged them. Add up the forecasts of a quarter first, "
                "then look how far that sum is off.",
            ),
        ),
        hint=(
            "Where `rep_id` is `hopeful`, divide the forecast by `habit[hopeful]`; leave the others. "
            "Then `missed(...)` as above."
        ),
        solution=(
            'fixed = team["forecast"].where(team["rep_id"] != hopeful, team["forecast"] / habit[hopeful])\n'
            "answer = missed(team.assign(forecast=fixed)).mape"
        ),
        meaning="So the figure of a team can be good without anybody in it being so, or bad because of one.",
    ),
    Exercise(
        id="factory-5",
        ask="How many euros a year do all the others put on their open deals beyond the chances of the past?",
        kind=EUROS,
        truth=lambda seed: too_much(seed, "others"),
        mistakes=(
            Mistake(
                lambda seed: too_much(seed, "hopeful"),
                "That is the hopeful one. Take the rows of everybody else.",
            ),
            Mistake(lambda seed: too_much(seed, "all"), "That is everybody together: the two errors in one sum."),
            Mistake(
                lambda seed: float(
                    open_deals(seed).loc[lambda rows: rows["rep_id"] != hopeful(seed), "too_much"].abs().sum()
                ),
                "You left out the signs. Here too high and too low may cancel; that is the point.",
            ),
        ),
        hint="As in the cell above, with `!=` in the place of `==`. Below zero means too careful.",
        solution='answer = today.loc[today["rep_id"] != hopeful, "too_much"].sum()',
        meaning="Lay it beside the figure of the hopeful one before you praise the sum of both.",
    ),
    Exercise(
        id="factory-6",
        ask="How many sellers lose most at the same step as all together?",
        kind=SELLERS,
        truth=same_step,
        mistakes=(
            Mistake(
                below_all,
                "You counted who does worse than all together. Ask for each seller which step is the narrowest.",
            ),
            Mistake(
                lambda seed: len(narrow_for(seed)[1]) - same_step(seed),
                "Those are the sellers with another step.",
            ),
            Mistake(
                lambda seed: len(narrow_for(seed)[1]),
                "That is how many sellers there are. Compare each one's `.narrowest` with that of all.",
            ),
        ),
        hint="`each` holds the conversions of every seller: count those whose `.narrowest` is `together.narrowest`.",
        solution="answer = sum(one.narrowest == together.narrowest for one in each.values())",
        meaning="Then it is the step and not the seller: agree what must have happened before a deal goes on.",
    ),
    Exercise(
        id="factory-7",
        ask="How many open deals had their last talk more than thirty days ago?",
        kind=DEALS,
        truth=lambda seed: int((last_talk(seed) > 30).sum()),
        mistakes=(
            Mistake(
                lambda seed: int((~(last_talk(seed) <= 30)).sum()),
                "You counted the deals without any talk as well. A missing number is neither above 30 nor below it.",
            ),
            Mistake(
                lambda seed: int(last_talk(seed).isna().sum()),
                "Those have no talk at all on record: the new ones.",
            ),
            Mistake(
                lambda seed: int((last_talk(seed) <= 30).sum()),
                "Those had a talk within thirty days.",
            ),
        ),
        hint='Compare the column "silent" with 30 and count what is True.',
        solution='answer = (today["silent"] > 30).sum()',
        meaning="Forgotten, or talked to and not written down? Ask, deal by deal.",
    ),
)
