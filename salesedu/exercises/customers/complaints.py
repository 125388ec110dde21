"""Exercises 8 to 12: complaints, renewals and the recovery paradox."""

from ..kinds import Number, YesNo
from ..parts import Exercise, Mistake
from .tables import (
    YOUNG,
    equal_standing,
    gain,
    gain_over_everybody,
    lost,
    plain_mean_of_both,
    severity,
    years,
)

__all__ = ["COMPLAINTS"]

PERCENTAGE_POINTS = Number("percentage points", tolerance=0.06)

COMPLAINTS = (
    Exercise(
        id="customers-8",
        ask=(
            "How many percentage points more often do customers renew after a well-handled "
            "complaint than without a complaint?"
        ),
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: gain(years(seed)),
        mistakes=(
            Mistake(
                lambda seed: gain(years(seed, "2023-10-01")),
                "You used all renewals. Before 1 October 2024 part of the complaints is not on "
                "record; use `years`.",
            ),
            Mistake(
                gain_over_everybody,
                "You compared with all customers. Compare with those without a complaint.",
            ),
        ),
        hint='Subtract two of the rates: the one of "well" less the one of "none", times 100.',
        solution='answer = 100 * (rates["well"] - rates["none"])',
        meaning=(
            "That looks like the recovery paradox. Before you believe it: who are these customers?"
        ),
    ),
    Exercise(
        id="customers-9",
        ask="The same difference, among customers of more than three years?",
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: gain(years(seed)[lambda rows: ~rows["young"]]),
        mistakes=(
            Mistake(
                lambda seed: gain(years(seed)[lambda rows: rows["young"]]),
                "That is the difference among young customers. Turn the selection round.",
            ),
            Mistake(
                lambda seed: gain(years(seed)),
                "That is the difference among all customers together. Select by years_customer "
                "first.",
            ),
            Mistake(
                lambda seed: gain(years(seed)[lambda rows: rows["years_customer"] >= YOUNG]),
                "You took three years too. More than three begins at four.",
            ),
        ),
        hint="Select the rows that are not young (~ turns True and False round), then call `gain`.",
        solution='answer = gain(years[~years["young"]])',
        meaning="Among customers of long standing, most of the advantage is gone.",
    ),
    Exercise(
        id="customers-10",
        ask="At equal standing, what does a well-handled severe complaint do to renewal?",
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: equal_standing(severity(seed, True))[0],
        mistakes=(
            Mistake(
                lambda seed: equal_standing(severity(seed, False))[0],
                "That is the answer for minor complaints. Select the severe ones.",
            ),
            Mistake(
                lambda seed: gain(severity(seed, True)),
                "That is the raw difference. Call `gain_at_equal_standing`, so that like is "
                "compared with like.",
            ),
            Mistake(
                plain_mean_of_both,
                "You took the plain mean of both groups. Weigh each by its number of "
                "well-handled years.",
            ),
        ),
        hint='In the cell above, compare with "severe" instead of "minor".',
        solution=(
            'rows = years[(years["complaint"] == "none") | (years["worst"] == "severe")]\n'
            "answer = gain_at_equal_standing(rows)[0]"
        ),
        meaning="Even handled well, a severe failure costs renewals: prevent it.",
    ),
    Exercise(
        id="customers-11",
        ask=(
            "Does the data show the recovery paradox at equal standing: does the whole 95 % "
            "interval of the difference lie above 0?"
        ),
        kind=YesNo(),
        truth=lambda seed: bool(
            equal_standing(years(seed))[0] - equal_standing(years(seed))[1] > 0
        ),
        mistakes=(
            Mistake(
                lambda seed: gain(years(seed)) > 0,
                "That holds for the raw difference. At equal standing the interval reaches 0 or "
                "below.",
            ),
        ),
        hint=(
            "The interval runs from the difference less its margin to the difference plus its "
            "margin."
        ),
        solution=(
            "difference, margin = gain_at_equal_standing(years)\nanswer = difference - margin > 0"
        ),
        meaning="What the raw figures showed came from who complains, and from who is heard.",
    ),
    Exercise(
        id="customers-12",
        ask=(
            "Which yearly contract value was lost in 2025/26 with young customers who had not "
            "complained in that contract year?"
        ),
        kind=Number("euros", tolerance=500, decimals=0),
        truth=lambda seed: float(
            lost(seed)[lambda rows: rows["young"] & (rows["complaint"] == "none")][
                "contract_value"
            ].sum()
        ),
        mistakes=(
            Mistake(
                lambda seed: float(lost(seed)["contract_value"].sum()),
                "That is all that was lost. Keep the young customers without a complaint.",
            ),
            Mistake(
                lambda seed: float(
                    lost(seed)[lambda rows: ~rows["young"] & (rows["complaint"] == "none")][
                        "contract_value"
                    ].sum()
                ),
                "Those are the customers of long standing. Take the young ones.",
            ),
            Mistake(
                lambda seed: float(lost(seed)[lambda rows: rows["young"]]["contract_value"].sum()),
                "Those are all young customers. Keep the ones without a complaint.",
            ),
            Mistake(
                lambda seed: float(
                    years(seed)[
                        lambda rows: (
                            ~rows["renewed"] & rows["young"] & (rows["complaint"] == "none")
                        )
                    ]["contract_value"].sum()
                ),
                "Those are two book years. Keep the renewals from 1 October 2025 on.",
            ),
            Mistake(
                lambda seed: float(
                    (lost(seed)["young"] & (lost(seed)["complaint"] == "none")).sum()
                ),
                "That is how many contracts were lost. Add up their value.",
            ),
        ),
        hint=(
            "Three conditions on `lost`, joined with &, each in brackets; then the sum of "
            '"contract_value".'
        ),
        solution=(
            'silent = lost[lost["young"] & (lost["complaint"] == "none")]\n'
            'answer = silent["contract_value"].sum()'
        ),
        meaning=(
            "No complaint handling reaches these customers: nobody knew that something was wrong."
        ),
    ),
)
