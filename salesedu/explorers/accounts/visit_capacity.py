"""Visit capacity: the hours that promised visits take, against the hours there are."""

from salesedu import charts
from salesedu._notation import and_list, in_words, percent, plain
from salesedu.accounts import VisitCapacity, selling_hours, visit_capacity
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

KINDS = {  # customers, minutes of the talk, minutes to prepare and report
    "key": (8, 90, 60),
    "growth": (45, 60, 30),
    "regular": (280, 60, 30),
    "small": (400, 60, 30),
}
KEY_VISITS = 12
NAMES = {"key": "key accounts", "growth": "growth accounts", "regular": "regular customers", "small": "small customers"}
PEOPLE = 2  # Sanne and Joris
WEEKS, WEEK = 44, 40
ENDS = (0, 5_100)  # hours
PARTS = (("talk", charts.ACCENT), ("prepare", charts.MID), ("travel", charts.WARM))


def paint(growth: float, regular: float, small: float, travel: float, part: float) -> View:
    """Visits a year to one customer of each kind, minutes of travel, and per cent of the week."""
    found = _plan(growth, regular, small, travel, part)
    short = found.slack < -0.5
    kpis = (
        Kpi(
            "people",
            "Account managers needed",
            _people(found),
            f"there are {in_words(PEOPLE)}, so {_state(found)}",
            lead=True,
        ),
        Kpi("slack", "Hours short" if short else "Hours left", plain(abs(found.slack)), "in a year"),
        Kpi("cover", "Visits that can be made", percent(_down(found.coverage)), f"of {plain(found.visits)} promised"),
        Kpi("travel", "Of those hours, travel", percent(_travel(found, travel)), f"{plain(found.hours_needed)} in all"),
    )
    return View(kpis, _chart(found, travel), _reading(found, travel, part))


def _plan(growth: float, regular: float, small: float, travel: float, part: float) -> VisitCapacity:
    return visit_capacity(
        {kind: row[0] for kind, row in KINDS.items()},
        {"key": KEY_VISITS, "growth": growth, "regular": regular, "small": small},
        {kind: row[1] for kind, row in KINDS.items()},
        travel,
        {kind: row[2] for kind, row in KINDS.items()},
        selling_hours(WEEKS, WEEK, part / 100),
        PEOPLE,
    )


def _down(share: float) -> float:
    """Not 100 % before all of it is there."""
    return min(share, 0.99) if share < 1 else 1.0


def _travel(found: VisitCapacity, travel: float) -> float:
    return found.visits * travel / 60 / found.hours_needed


def _people(found: VisitCapacity) -> str:
    exact = found.account_managers_exact
    # Not 2.0 when it does not fit for two.
    hair = PEOPLE < exact < PEOPLE + 0.05
    return plain(exact, 2 if hair else 1)


def _state(found: VisitCapacity) -> str:
    return "it does not fit" if found.slack < -0.5 else "it fits"


def _chart(found: VisitCapacity, travel: float) -> dict:
    rows = []
    for one in found.classes:
        firms, talk, prepare = KINDS[one.name]
        rows.append(
            {
                "name": f"{plain(firms)} {one.name}, {_visits(one.visits_each)} each",
                "amount": f"{plain(one.hours)} hours",
                "values": [one.visits * minutes / 60 for minutes in (talk, prepare, travel)],
            }
        )
    whole = [sum(row["values"][i] for row in rows) for i in range(len(PARTS))]
    rows.append({"name": "all together", "amount": f"{plain(found.hours_needed)} hours", "values": whole})
    told = "; ".join(f"{row['name']}: {row['amount']}" for row in rows)
    limit = {"value": found.hours_available, "label": f"two people: {plain(found.hours_available)}"}
    return charts.part_rows(
        PARTS, rows, limit, ENDS, f"Hours a year. {told}. Two people have {plain(found.hours_available)}."
    )


def _reading(found: VisitCapacity, travel: float, part: float) -> str:
    hours = {one.name: one.hours for one in found.classes}
    most = max(hours, key=hours.__getitem__)
    share = f"{NAMES[most][0].upper()}{NAMES[most][1:]} take {percent(hours[most] / found.hours_needed)} of the hours"
    text = f"{_verdict(found)} {share}"
    if most != "key":
        text += f", the eight candidates for key account {percent(hours['key'] / found.hours_needed)}"
    text += "."
    zero = [NAMES[one.name] for one in found.classes if one.name != "small" and one.visits_each == 0]
    if zero:
        start = "And nobody goes" if found.slack < 0 else "It fits on paper because nobody goes"
        return f"{text} {start} to {and_list(zero)} any more."
    each = found.classes[-1].visits_each
    if each:
        often = "once a year" if each == 1 else "every other year"
        return (
            f"{text} Seeing each small customer just {often} takes {plain(hours['small'])} hours: it is the number of "
            "customers that does it."
        )
    if travel == 0:
        return f"{text} Without travel these are talks on a screen: which customers would accept that?"
    if part > 55:
        return f"{text} But with {percent(part / 100)} of the week for visits, when are quotes and plans made?"
    return f"{text} What the last visit brings, this sum does not say: ask that before you cut or hire."


def _visits(number: float) -> str:
    return f"{plain(number, 1 if number % 1 else 0)} {'visit' if number == 1 else 'visits'}"


def _verdict(found: VisitCapacity) -> str:
    exact = found.account_managers_exact
    if found.slack < -0.5:
        return (
            f"The promised visits are work for {_people(found)} account managers. The two are {plain(-found.slack)} "
            f"hours a year short and can make {percent(_down(found.coverage))} of them."
        )
    if exact <= 1:
        return f"One account manager could do all these visits: of the hours of the two, {plain(found.slack)} are left."
    if found.load is not None and found.load > 0.95:
        return "It just fits for two. One of them ill for a month, and promises are broken."
    return f"It fits for two: {plain(found.slack)} hours a year are left for what nobody planned."


EXPLORER = Explorer(
    id="visit-capacity",
    chapter="accounts",
    title="Hours for the visits",
    dutch="Bezoekcapaciteit",
    question="Sanne and Joris have promised visits to 333 customers: the eight candidates for key account twelve a "
    "year, growth accounts six, regular customers two. Have the two of them enough hours for that?",
    try_this="Make it fit for two in three ways: fewer visits, less travel, more of the week. Which of the three would "
    "the customers notice least?",
    concepts=("visit-capacity", "visit-frequency"),
    section="enough-hours-for-the-visits",
    controls=(
        Slider("growth", "To a growth account", 0, 10, 1, 6, "visits", "45 customers"),
        Slider("regular", "To a regular customer", 0, 3, 0.5, 2, "visits", "280 customers"),
        Slider("small", "To a small customer", 0, 1, 0.5, 0, "visits", "400 customers"),
        Slider("travel", "Travel for a visit", 0, 75, 5, 45, "minutes"),
        Slider("part", "Week left for visits", 30, 70, 5, 50, "%", "of 40 hours, 44 weeks"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Marleen wants to see every small customer just once a year; there are 400 of them. How much more work "
        "does that make?",
        choices=(
            "Hardly any: once a year is little",
            "About half an account manager",
            "A whole account manager",
        ),
        values={"small": 1},
        right=2,
        because="400 visits of two and a quarter hours, travel and preparation included, are 900 hours. One account "
        "manager has 880 in a year. The number of customers does it, not the visits to each.",
    ),
)
