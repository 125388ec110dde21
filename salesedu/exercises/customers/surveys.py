"""Exercises 1 to 7: leaving, the Net Promoter Score and the satisfaction gaps."""

from salesedu.company import load
from salesedu.customers import DIMENSIONS, net_promoter_score

from ..kinds import Figures, Label, Number
from ..parts import Exercise, Mistake
from .tables import (
    SEGMENTS,
    answers,
    by_segment,
    detractors,
    gaps,
    hotels,
    latest,
    leavers_who_were_detractors,
    left,
    lowest,
    nps,
    of,
    one_share_margin,
    worst,
)

__all__ = ["SURVEYS"]

POINTS = Number("points", tolerance=0.06)
SHARE = Number(share=True, tolerance=0.0006, decimals=3)

SURVEYS = (
    Exercise(
        id="customers-1",
        ask="Which share of all customers in the table has left?",
        kind=SHARE,
        truth=lambda seed: left(load("accounts", seed)),
        mistakes=(
            Mistake(
                lambda seed: 1 - left(load("accounts", seed)),
                "That is the share that stayed. Count the customers whose status is “left”.",
            ),
            Mistake(
                lambda seed: left(load("accounts", seed)) / (1 - left(load("accounts", seed))),
                "You divided the leavers by those who stayed. Divide by all customers, both kinds.",
            ),
        ),
        hint=(
            'A comparison such as accounts["status"] == "left" gives True or False; its mean is '
            "a share."
        ),
        solution='answer = (accounts["status"] == "left").mean()',
        meaning="That is over three years; each year about one contract in five is not renewed.",
    ),
    Exercise(
        id="customers-2",
        ask="What is the NPS of hospitality?",
        kind=POINTS,
        truth=lambda seed: nps(hotels(seed)),
        mistakes=(
            Mistake(
                lambda seed: float(100 * (hotels(seed) >= 9).mean()),
                "That is the share of promoters. Subtract the share of detractors.",
            ),
            Mistake(
                lambda seed: float(hotels(seed).mean()),
                "That is the mean rating. The NPS counts promoters and detractors; a mean lets "
                "an 8 "
                "make up for a 4.",
            ),
            Mistake(
                lambda seed: float(100 * ((hotels(seed) >= 8).mean() - (hotels(seed) <= 6).mean())),
                "You counted an 8 as a promoter. Promoters give 9 or 10; 7 and 8 are passives.",
            ),
            Mistake(
                lambda seed: float(100 * ((hotels(seed) >= 9).mean() - (hotels(seed) <= 5).mean())),
                "You left the sixes out. Detractors give 0 to 6.",
            ),
            Mistake(
                lambda seed: nps(answers(seed)["nps"]),
                "That is the NPS of all customers. Keep only the rows of hospitality.",
            ),
        ),
        hint=(
            'Do what was done for offices, with "hospitality" instead: select the rows, then '
            "net_promoter_score."
        ),
        solution=(
            'hospitality = answers[answers["segment"] == "hospitality"]\n'
            'answer = net_promoter_score(hospitality["nps"]).score'
        ),
        meaning="Far more detractors than promoters.",
    ),
    Exercise(
        id="customers-3",
        ask="How wide is the 95 % margin of that score, on either side?",
        kind=POINTS,
        truth=lambda seed: net_promoter_score(hotels(seed)).margin,
        mistakes=(
            Mistake(
                lambda seed: net_promoter_score(hotels(seed)).margin / 1.96,
                "That is one standard error. The 95 % margin is 1.96 of them.",
            ),
            Mistake(
                lambda seed: net_promoter_score(hotels(seed)).margin * 2,
                "That is the whole width of the interval. The margin is what lies on one side.",
            ),
            Mistake(
                one_share_margin,
                "That is the margin of the share of promoters. The NPS is a difference of two "
                "shares.",
            ),
        ),
        hint="The result of net_promoter_score has more than a score: look at .margin.",
        solution='answer = net_promoter_score(hospitality["nps"]).margin',
        meaning="Score and margin together say where the score of all such customers may well lie.",
    ),
    Exercise(
        id="customers-4",
        ask="What is the NPS of each segment when only the last answer of each customer counts?",
        kind=Figures(SEGMENTS, POINTS, "segment"),
        truth=lambda seed: by_segment(latest(seed)),
        mistakes=(
            Mistake(
                lambda seed: by_segment(answers(seed)),
                "These are the scores of all answers. Use the table in which each customer "
                "stands once.",
            ),
            Mistake(
                lambda seed: by_segment(
                    answers(seed).sort_values("survey_id").drop_duplicates("account_id")
                ),
                "You kept the first answer of each customer. Keep the last one.",
            ),
        ),
        hint='Group `latest` by "segment" and apply a function that gives the score of its "nps".',
        solution=(
            'answer = latest.groupby("segment")["nps"].apply(\n'
            "    lambda ratings: net_promoter_score(ratings).score\n"
            ")"
        ),
        meaning="The order of the segments stands, so it does not hang on a few who answer often.",
    ),
    Exercise(
        id="customers-5",
        ask="What is the mean gap (perceived minus expected) of each dimension in hospitality?",
        kind=Figures(DIMENSIONS, Number("points", tolerance=0.006, decimals=2), "dimension"),
        truth=lambda seed: gaps(of(seed, "hospitality")),
        mistakes=(
            Mistake(
                lambda seed: gaps(of(seed, "office")),
                "These are the gaps of the offices. Select hospitality.",
            ),
            Mistake(
                lambda seed: gaps(answers(seed)),
                "These are the gaps of all customers. Select hospitality first.",
            ),
            Mistake(
                lambda seed: {
                    name: float(of(seed, "hospitality")[f"perceived_{name}"].mean())
                    for name in DIMENSIONS
                },
                "These are the perceived marks. A gap is what was perceived less what was "
                "expected.",
            ),
        ),
        hint="Give the offices' function the rows of hospitality.",
        solution='answer = mean_gaps(answers[answers["segment"] == "hospitality"])',
        meaning="The product is about as expected; a machine that stands still is not.",
    ),
    Exercise(
        id="customers-6",
        ask="Which dimension lets resellers down most?",
        kind=Label(DIMENSIONS),
        truth=lambda seed: worst(of(seed, "reseller")),
        mistakes=(
            Mistake(
                lambda seed: lowest(seed, "expected"),
                "That is where resellers expect least. Ask where the performance stays behind "
                "most.",
            ),
            Mistake(
                lambda seed: worst(of(seed, "hospitality")),
                "That is what lets hospitality down. Look at the resellers.",
            ),
            Mistake(
                lambda seed: worst(of(seed, "office")),
                "That is what lets the offices down. Look at the resellers.",
            ),
        ),
        hint=(
            "Compute the gaps of the resellers; the most negative one is the answer. A Series "
            "has .idxmin()."
        ),
        solution='answer = mean_gaps(answers[answers["segment"] == "reseller"]).idxmin()',
        meaning="Each segment is let down by something else, so one remedy for all will not do.",
    ),
    Exercise(
        id="customers-7",
        ask="Of the customers whose last answer was 0 to 6, which share has left?",
        kind=SHARE,
        truth=lambda seed: left(detractors(seed)),
        mistakes=(
            Mistake(
                leavers_who_were_detractors,
                "You turned it round: that is the share of detractors among those who left. Start "
                "from the detractors.",
            ),
            Mistake(
                lambda seed: left(latest(seed)),
                "That is the share of all customers who answered. Select the detractors first.",
            ),
            Mistake(
                lambda seed: left(latest(seed)[lambda rows: rows["nps"] <= 5]),
                "You left the sixes out. Detractors give 0 to 6.",
            ),
            Mistake(
                lambda seed: left(answers(seed)[lambda rows: rows["nps"] <= 6]),
                "You counted answers, so a customer with five of them counts five times. Use "
                "`latest`.",
            ),
        ),
        hint="Do what was done for the promoters, with the other end of the scale.",
        solution=(
            'detractors = latest[latest["nps"] <= 6]\nanswer = (detractors["status"] == '
            '"left").mean()'
        ),
        meaning="Detractors leave more often, yet more than half of them are still there.",
    ),
)
