"""Account plan: fill it in, see what is missing and why that matters, and take the document along."""

import re
from collections import Counter
from datetime import date

from salesedu import charts
from salesedu._accounts.plan_gaps import state_of
from salesedu._notation import euro, percent, plain
from salesedu.accounts import PLAN_CHECKS, AccountPlan
from salesedu.explorers.accounts._plan_form import FORM, STEPS, day_in_words
from salesedu.explorers.accounts._plan_read import Rows, read_form
from salesedu.explorers.parts import Document, Explorer, Kpi, Prediction, View, markdown

__all__ = ["EXPLORER"]

ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
SECTIONS = tuple(dict.fromkeys(check.section for check in PLAN_CHECKS))


def paint(**form: str | Rows) -> View:
    """What the form says as a plan, and what that plan still misses."""
    plan, problems = read_form(**form)
    return View(_kpis(plan), _chart(plan), _reading(plan, problems), (_plan(plan), _missing(plan, problems)))


def _kpis(plan: AccountPlan) -> tuple[Kpi, ...]:
    gaps = plan.gaps()
    passed = round(plan.completeness * len(PLAN_CHECKS))
    named = sum(one.stance == "supporter" for one in plan.people)
    return (
        Kpi("complete", "Complete", percent(plan.completeness), f"{passed} of {len(PLAN_CHECKS)} checks", lead=True),
        Kpi("missing", "Missing", str(len(gaps)) if gaps else "nothing", f"first: {gaps[0].section}" if gaps else ""),
        Kpi("supporters", "Supporters", f"{named} of {len(plan.people)}" if plan.people else "–", "people you know"),
        Kpi("result", "Result, €", plain(plan.result) if plan.forecast else "–", "margin less actions"),
    )


def _chart(plan: AccountPlan) -> dict:
    rows = []
    for section in SECTIONS:
        passed = [state_of(check, plan)[0] for check in PLAN_CHECKS if check.section == section]
        missing = passed.count(False)
        rows.append({"name": section, "passed": passed, "amount": f"{missing} missing" if missing else "complete"})
    told = "; ".join(f"{row['name']}: {row['amount']}" for row in rows)
    return charts.check_rows(rows, f"What each part of the plan needs. {told}.")


def _reading(plan: AccountPlan, problems: tuple[str, ...]) -> str:
    if not plan.completeness:
        return (
            "The plan is empty. Begin with the customer and not with your own target: name the account, and describe "
            "it so that a stranger understands it in a minute."
        )
    said = []
    if problems:
        more = f" (and {len(problems) - 1} more; see What is missing)" if len(problems) > 1 else ""
        said.append(f"To mend: {problems[0]}{more}.")
    if plan.complete and problems:
        said.append("With that mended, nothing is missing.")
    elif plan.complete:
        said.append(
            f"The plan is complete and leaves {euro(plan.result)}. Complete is not yet good: would {plan.account} sign "
            "the needs and the goals, and does each action bring one of them nearer?"
        )
    else:
        said.append(_first_gap(plan))
    return " ".join(said)


def _first_gap(plan: AccountPlan) -> str:
    gaps = plan.gaps()
    first = f"{_in_words(gaps[0].missing)} {gaps[0].because}"
    if len(gaps) == 1:
        return f"One thing is missing. {first}"
    rest = len(gaps) - 1
    section, most = Counter(gap.section for gap in gaps[1:]).most_common(1)[0]
    where = f", {'all' if most == rest else 'most'} of them under {section}" if most > 1 and 2 * most > rest else ""
    things = "One more thing is" if rest == 1 else f"{rest} more things are"
    return f"{first} {things} missing{where}."


def _in_words(text: str) -> str:
    """The days in a sentence as people say them."""

    return ISO.sub(lambda found: day_in_words(date.fromisoformat(found.group())), text)


def _plan(plan: AccountPlan) -> Document:
    return Document("Account plan", "account-plan.md", "text/markdown", plan.to_markdown())


def _missing(plan: AccountPlan, problems: tuple[str, ...]) -> Document:
    """Each gap with its reason."""
    gaps = plan.gaps()
    parts = [markdown.heading(f"What is missing in the account plan: {plan.account}")]
    if problems:
        parts += [
            markdown.heading("To mend", 2),
            markdown.bullets(f"{problem[0].upper()}{problem[1:]}." for problem in problems),
        ]
    for section in dict.fromkeys(gap.section for gap in gaps):
        lines = [f"{_in_words(gap.missing)} {gap.because}" for gap in gaps if gap.section == section]
        parts += [markdown.heading(section, 2), markdown.bullets(lines)]
    if not gaps:
        parts.append(markdown.paragraph("The plan passes every check. Read it once more as the customer would."))
    return Document("What is missing", "what-is-missing.md", "text/markdown", markdown.document(*parts))


EXPLORER = Explorer(
    id="account-plan",
    chapter="accounts",
    title="Account plan",
    dutch="Accountplan",
    question="On Friday Sanne's director reads her plan for hotel group Waddenzicht. What does it still miss?",
    try_this="Complete the plan, beginning with the people. When it says 100 %, empty the needs and see which "
    "figures stay as they are: is it still a plan?",
    concepts=("account-plan", "account-management", "key-account-management"),
    section="talk-first-then-plan",
    controls=FORM,
    paint=paint,
    prediction=Prediction(
        prompt="Sanne has an hour left and thinks of writing half a page more on the situation. How much more complete "
        "would the plan become?",
        choices=("Much: the situation is the heart of it", "A little", "Not at all"),
        values={},
        right=2,
        because="The situation is there already. What is missing are short answers that nobody can write at a desk: "
        "who decides, where somebody stands, who does it, and by when. They take a telephone call, not a page.",
    ),
    keeps=True,
    steps=STEPS,
)
