"""The form of an account plan, filled in as far as Sanne had come: the example plan with holes."""

from datetime import date

from salesedu.accounts import DMU_ROLES, STANCES, example_plan
from salesedu.explorers.parts import Entry, Pick, Sheet, Step, Words

__all__ = ["FORM", "SHEETS", "STEPS", "day_in_words"]

DONE = example_plan()
ROLES = tuple((role, role) for role in DMU_ROLES)
# What Sanne has not found out or thought of yet.
NO_ROLE, NO_STANCE, NO_DATE, NO_OWNER = DONE.people[0], DONE.people[1], DONE.goals[1], DONE.actions[3]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _rows(what: str, count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"{what}-{place}", f"{what.capitalize()} {place}") for place in range(1, count + 1))


def _start(what: str, cells: list[dict]) -> dict[str, dict]:
    return {f"{what}-{place}": one for place, one in enumerate(cells, start=1)}


def day_in_words(day: date) -> str:
    """A day as people write it, the month in English whatever the machine speaks."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


HEAD = Sheet(
    "head",
    "The plan",
    (("plan", "Whose, and for when"),),
    (
        Entry("account", "Account", longest=60),
        Entry("period", "Period", longest=30),
        Entry("manager", "Account manager", longest=60),
        Entry("share", "Our share of wallet", longest=30),
    ),
    {"plan": {"account": DONE.account, "period": DONE.period, "manager": DONE.account_manager}},
)
FIGURES = Sheet(
    "figures",
    "Figures",
    _rows("figure", 4),
    (Entry("name", "What", longest=60), Entry("value", "How much", longest=30)),
    _start("figure", [{"name": one.name, "value": f"€ {one.value:.0f}"} for one in DONE.figures[:3]]),
    adds="Add a figure",
)
PEOPLE = Sheet(
    "people",
    "People",
    _rows("person", 4),
    (
        Entry("name", "Name", longest=50),
        Entry("function", "Function", longest=50),
        Pick("role", "Role", ROLES),
        Pick("also", "Also", ROLES),
        Pick("stance", "Stance", tuple((stance, stance) for stance in STANCES)),
        Entry("note", "Wants", longest=100),
    ),
    _start(
        "person",
        [
            {
                "name": one.name,
                "function": one.function,
                "role": None if one is NO_ROLE else one.roles[0],
                "also": one.roles[1] if len(one.roles) > 1 else None,
                "stance": "unknown" if one is NO_STANCE else one.stance,
                "note": one.note,
            }
            for one in DONE.people
        ],
    ),
    note="Their roles in the buying decision, and where they stand towards you.",
    adds="Add a person",
)
COMPETITORS = Sheet(
    "competitors",
    "Competitors",
    _rows("competitor", 3),
    (
        Entry("name", "Name", longest=50),
        Entry("share", "Share of wallet", longest=30),
        Entry("note", "What they do well", longest=100),
    ),
    _start(
        "competitor",
        [{"name": one.name, "share": f"{100 * one.share:.0f} %", "note": one.note} for one in DONE.competitors],
    ),
    adds="Add a competitor",
)
GOALS = Sheet(
    "goals",
    "Goals",
    _rows("goal", 3),
    (
        Entry("goal", "Goal", longest=100),
        Entry("measure", "Measured in", longest=50),
        Entry("now", "Now", longest=30),
        Entry("target", "Target", longest=30),
        Entry("by", "By", longest=30),
    ),
    _start(
        "goal",
        [
            {
                "goal": one.goal,
                "measure": one.measure,
                "now": f"{one.now:.0f}",
                "target": f"{one.target:.0f}",
                "by": "" if one is NO_DATE else day_in_words(one.by),
            }
            for one in DONE.goals
        ],
    ),
    adds="Add a goal",
)
ACTIONS = Sheet(
    "actions",
    "Actions",
    _rows("action", 5),
    (
        Entry("action", "Action", longest=100),
        Entry("owner", "Who", longest=40),
        Entry("due", "When", longest=30),
        Entry("cost", "Cost, €", longest=30),
    ),
    _start(
        "action",
        [
            {
                "action": one.action,
                "owner": "" if one is NO_OWNER else one.owner,
                "due": day_in_words(one.due),
                "cost": "" if one is NO_OWNER else f"{one.cost:.0f}",
            }
            for one in DONE.actions
        ],
    ),
    adds="Add an action",
)
FORECAST = Sheet(
    "forecast",
    "Forecast",
    tuple((line.period, line.period) for line in DONE.forecast),
    (Entry("revenue", "Revenue, €", longest=30), Entry("margin", "Gross margin, €", longest=30)),
    {line.period: {"revenue": f"{line.revenue:.0f}", "margin": f"{line.margin:.0f}"} for line in DONE.forecast},
)
SHEETS = {sheet.name: sheet for sheet in (FIGURES, PEOPLE, COMPETITORS, GOALS, ACTIONS, FORECAST)}
EACH = "One on each line."
FORM = (
    HEAD,
    Words("situation", "Situation", DONE.situation, lines=5, longest=3000, note="What a stranger must know."),
    FIGURES,
    PEOPLE,
    Words("needs", "Needs: what the customer wants to reach", "\n".join(DONE.needs), lines=3, longest=400, note=EACH),
    COMPETITORS,
    Words("strengths", "Strengths: why they buy from us", "", lines=3, longest=400, note=EACH),
    Words("risks", "Risks: how we could lose it", "\n".join(DONE.risks), lines=3, longest=400, note=EACH),
    GOALS,
    ACTIONS,
    FORECAST,
    Words(
        "reviews",
        "Reviews: when we open this plan again",
        day_in_words(DONE.review_dates[0]),
        lines=3,
        longest=300,
        note=EACH,
    ),
)
STEPS = (
    Step("The customer", ("head", "situation", "figures")),
    Step("People and needs", ("people", "needs")),
    Step("Why us, and who else", ("competitors", "strengths", "risks")),
    Step("Goals and actions", ("goals", "actions")),
    Step("Forecast and reviews", ("forecast", "reviews")),
)
