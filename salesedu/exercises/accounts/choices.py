"""Exercises 9 to 11: the key account matrix, what a programme must bring, and one account plan."""

from salesedu.accounts import KEY_ACCOUNT_CLASSES

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import BUDGET, break_even, class_counts, largest, matrix, plan_figures, selected

__all__ = ["CHOICES"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)

CHOICES = (
    Exercise(
        id="accounts-9",
        ask="How many of the candidates fall into each of the four classes of the matrix?",
        kind=Figures(KEY_ACCOUNT_CLASSES, Number("accounts", tolerance=0.4, decimals=0), "class"),
        truth=lambda seed: class_counts(matrix(seed)),
        mistakes=(
            Mistake(
                lambda seed: class_counts(matrix(seed, only_size=True)),
                "You looked at size alone, as Daan does. Give all four marks.",
            ),
            Mistake(
                lambda seed: class_counts(matrix(seed, only_share=True)),
                "You took the share of wallet alone for the position. What do they say of us? Give both marks.",
            ),
            Mistake(
                lambda seed: class_counts(matrix(seed, border=6)),
                "That is with the border at 6. Leave it at 5.",
            ),
        ),
        hint=(
            "key_account_matrix wants an account in each column: attractiveness.T, position.T. "
            "Its .classes holds the names by class; count them."
        ),
        solution=(
            "found = key_account_matrix(attractiveness.T, position.T)\n"
            "answer = {kind: len(names) for kind, names in found.classes.items()}"
        ),
        meaning="More key accounts than anybody can treat as such.",
    ),
    Exercise(
        id="accounts-10",
        ask="Which share of what the five of the matrix spend elsewhere must come to us to pay € 130,000?",
        kind=SHARE,
        truth=lambda seed: break_even(selected(seed)),
        mistakes=(
            Mistake(
                lambda seed: break_even(largest(seed)),
                "Those are the five largest. Take `chosen`.",
            ),
            Mistake(
                lambda seed: float(BUDGET / selected(seed)["room"].sum()),
                "That many euros of revenue are not yet a margin. Multiply the room by the margin rate.",
            ),
            Mistake(
                lambda seed: break_even(selected(seed), column="total_spend"),
                "You divided by all that they spend. A part of it is ours already; take the room.",
            ),
            Mistake(
                lambda seed: break_even(selected(seed), BUDGET / 5),
                "€ 26,000 pays for one of them. There are five.",
            ),
        ),
        hint='130_000 divided by the sum of "room" times "margin_rate" of the five in `chosen`.',
        solution='answer = 130_000 / (chosen["room"] * chosen["margin_rate"]).sum()',
        meaning="Put it beside what the candidates moved to us last year.",
    ),
    Exercise(
        id="accounts-11",
        ask="What is the result of the account plan, read back from its Word document, in euros?",
        kind=Number("euros", tolerance=5, decimals=0),
        truth=lambda seed: plan_figures(seed)["result"],
        mistakes=(
            Mistake(
                lambda seed: plan_figures(seed)["margin"],
                "That is the margin. The actions cost money: is their cost in the plan? Look at .result.",
            ),
            Mistake(
                lambda seed: plan_figures(seed, 0)["result"],
                "You planned today's share of wallet. The goal is ten points more.",
            ),
            Mistake(
                lambda seed: (
                    plan_figures(seed)["revenue"] - (plan_figures(seed)["margin"] - plan_figures(seed)["result"])
                ),
                "You gave the revenue as the margin. Multiply by the margin rate of this customer.",
            ),
        ),
        hint=(
            "For each quarter: (its name, revenue, margin), with revenue = aim × its part of the season. "
            "AccountPlan(**facts, actions=actions, forecast=...); then save, read and .result."
        ),
        solution=(
            "forecast = [\n"
            '    (f"Q{quarter + 1}", revenue, round(account["margin_rate"] * revenue))\n'
            "    for quarter, revenue in (aim * season / season.sum()).round().items()\n"
            "]\n"
            "plan = AccountPlan(**facts, actions=actions, forecast=forecast)\n"
            "with TemporaryDirectory() as folder:\n"
            '    documents.save(plan, Path(folder) / "plan.md")\n'
            '    word = documents.save(plan, Path(folder) / "plan.docx")\n'
            "    back = AccountPlan.from_markdown(documents.read(word))\n"
            "answer = back.result"
        ),
        meaning="The margin of the forecast, less the hours of the team.",
    ),
)
