"""Hunters and farmers: how many of each next year's target asks for."""

from salesedu import charts
from salesedu._notation import euro, in_words, plain, signed
from salesedu.accounts import TeamMix, new_business_needed, team_mix
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

REVENUE = 6.5e6  # euros, this year, of the northern half
ENDS = (0, 8_600)  # thousand euros
FULL = 0.97  # from here a group has no hours left


def paint(target: float, stays: float, growth: float, hunter: float, farmer: float) -> View:
    """Target in million euros, per cent of the revenue that stays and its growth, thousands for one person."""
    kept = REVENUE * stays / 100
    grown = kept * (1 + growth / 100)
    new = new_business_needed(1e6 * target, REVENUE, stays / 100, growth / 100)
    team = team_mix(new, grown, 1_000 * hunter, 1_000 * farmer)
    kpis = (
        Kpi("hunters", "Hunters needed", plain(team.hunters_needed), _exact(team.hunters_exact), lead=True),
        Kpi("farmers", "Farmers needed", plain(team.farmers_needed), _exact(team.farmers_exact)),
        Kpi("new", "New business", _short(new), "to be won by hunters"),
        Kpi("left", "Revenue that leaves", _short(REVENUE - kept), f"of {_short(REVENUE)}"),
    )
    return View(kpis, _chart(1e6 * target, kept, grown, new, team), _reading(1e6 * target, kept, grown, new, team))


def _exact(people: float) -> str:
    return f"exactly {plain(people, 2)}"


def _short(amount: float) -> str:
    return euro(round(amount, -3))


def _chart(target: float, kept: float, grown: float, new: float, team: TeamMix) -> dict:
    def step(name: str, amount: float, start: float, end: float, colour: str, sign: bool = True) -> dict:
        shown = (signed if sign else plain)(amount / 1e3)
        return {"name": name, "amount": shown, "start": start / 1e3, "end": end / 1e3, "colour": colour}

    over = max(0.0, grown - target)
    last = (
        step("More than the target asks", over, target, grown, charts.GOOD)
        if over > 5_000
        else step("New customers, by hunters", new, grown, max(grown, target), charts.ACCENT)
    )
    rows = [
        step("This year, € thousand", REVENUE, 0, REVENUE, charts.SOFT, sign=False),
        step("Leaves", kept - REVENUE, REVENUE, kept, charts.BAD),
        step("Who stays buys more", grown - kept, kept, grown, charts.GOOD),
        last,
        step("Target for next year", target, 0, target, charts.INK, sign=False),
    ]
    told = "; ".join(f"{row['name']}: {row['amount']}" for row in rows)
    return charts.waterfall(
        rows,
        ENDS,
        f"{told}. It takes {plain(team.hunters_needed)} hunters and {plain(team.farmers_needed)} farmers.",
    )


def _reading(target: float, kept: float, grown: float, new: float, team: TeamMix) -> str:
    if team.hunters_needed == 0:
        return (
            f"The customers of this year bring {_short(grown)}, and the target is {_short(target)}: on paper no hunter "
            "is needed. Who wins nobody for a year has fewer customers to lose, and to grow, the year after."
        )
    leaves = REVENUE - kept
    rise = target - REVENUE
    needs = (
        f"Marleen needs {_people(team.hunters_needed, 'hunter')} and {_people(team.farmers_needed, 'farmer')}. "
        f"Hunters have to win {_short(new)}"
    )
    if rise <= 5_000:
        asks = "for no growth" if rise > -5_000 else "for less than now"
        why = f", though the target asks {asks}: {_short(leaves)} leaves"
    elif leaves < 5_000:
        why = ": nobody leaves, so all of it is growth"
    elif new > rise + 5_000:
        why = f", though the target is only {_short(rise)} higher: {_short(leaves)} leaves first"
    else:
        why = f" of the {_short(rise)} that the target rises: growth of those who stay does the rest"
    return f"{needs}{why}. {_edge(team, grown / kept * REVENUE / 100)}"


def _edge(team: TeamMix, point: float) -> str:
    """How full the two groups are: what is rounded up is spare time, or there is none."""
    full = {
        "hunters": team.hunters_exact / team.hunters_needed,
        "farmers": team.farmers_exact / max(1, team.farmers_needed),
    }
    for name, part in full.items():
        if part > FULL:
            return f"The {name} have no hour to spare: one of them ill, and the target is out of reach."
    whole = -(-(team.hunters_exact + team.farmers_exact) // 1)
    if whole < team.people:
        return (
            f"Together the work fills {in_words(whole) if whole <= 10 else plain(whole)} people, so it is tempting to "
            "let one do both; most people are good at one of the two."
        )
    return f"Each point more of the revenue that stays is {_short(point)} that nobody has to win again."


def _people(number: int, one: str) -> str:
    word = in_words(number) if number <= 10 else plain(number)
    return f"{word} {one}{'' if number == 1 else 's'}"


EXPLORER = Explorer(
    id="team-mix",
    chapter="accounts",
    title="Hunters and farmers",
    dutch="Verhouding tussen hunters en farmers",
    question="In the northern half of the country this year's customers bring € 6.5 million, and next year's target is "
    "€ 7.0 million. How many hunters and how many farmers does Marleen need there?",
    try_this="Let the target be what the north brings now, € 6.5 million. How many hunters does standing still take? "
    "Then find out how much must stay before none is needed, and ask whether you would want that.",
    concepts=("hunter-farmer-mix", "hunter", "farmer"),
    section="who-goes-there-and-how",
    controls=(
        Slider("target", "Target for next year", 6, 8.5, 0.1, 7.0, note="€ million; this year 6.5"),
        Slider("stays", "Revenue that stays", 70, 100, 1, 85, "%"),
        Slider("growth", "Growth of who stays", 0, 15, 1, 5, "%"),
        Slider("hunter", "A hunter wins", 150, 400, 25, 250, note="€ thousand a year"),
        Slider("farmer", "A farmer looks after", 500, 1200, 50, 800, note="€ thousand a year"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The farmers lose fewer customers: 90 % of the revenue stays instead of 85 %. What happens to the "
        "number of people that the target needs?",
        choices=(
            "Nothing: the target is the same",
            "One hunter fewer, at the same number of farmers",
            "One hunter fewer, and one farmer more to look after what stays",
        ),
        values={"stays": 90},
        right=1,
        because="Five points of € 6.5 million, grown by 5 %, are € 341,000 that nobody has to win: 3.4 hunters' work "
        "instead of 4.8. The farmers look after more, 7.7 people's work instead of 7.3, but eight there were already.",
    ),
)
