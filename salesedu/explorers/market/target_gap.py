"""Target and plan: what comes from above, what comes from below, and where the gap between them sits."""

from salesedu import charts
from salesedu._notation import SPACE, and_list, millions, percent, plain, signed
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, Toggle, View
from salesedu.market import GapLine, TargetGap, cascade_target, sales_force_composite, target_gap

__all__ = ["EXPLORER"]

LAST_YEAR = {"offices": 3.2, "hospitality": 3.7, "resellers": 3.5, "public sector": 1.6}  # million euros
PLANNED = {"resellers": 3.8, "public sector": 1.7}  # the plans that cannot be moved
MARKET_GROWTH = {"offices": 0.02, "hospitality": 0.03, "resellers": 0.05, "public sector": 0.01}
# What Joris (offices) and Sanne (hospitality) planned in past years, and what was sold; million euros.
PAST = {"offices": [(10.0, 11.5)], "hospitality": [(10.0, 9.2)]}
NOTHING = 0.005  # million euros; less than what is shown
PLAN = "plan minus target"
NAMES = {"public sector": "the public sector"}
ENDS = (0, 5.5)


def paint(target: float, shared: str, offices: float, hospitality: float, corrected: bool) -> View:
    """Target and plans in millions of euros a year."""
    plans = {"offices": offices, "hospitality": hospitality} | PLANNED
    if corrected:
        plans = {team: round(plan, 2) for team, plan in sales_force_composite(plans, PAST).corrected.items()}
    # Handed out in steps of € 10,000, so that the figures shown add up.
    gap = target_gap(cascade_target(target, _weights(target, shared), step=0.01), plans)
    where = _where(gap)
    kpis = (
        Kpi("gap", "Gap of the company", f"{'+' if gap.gap > NOTHING else ''}{_euros(gap.gap)}", PLAN, lead=True),
        Kpi("short", "Short teams lack", _euros(gap.shortfall), "together"),
        Kpi("surplus", "Others have over", _euros(gap.surplus), "together"),
        Kpi("where", "Falls short most", where or "nobody", _euros(gap.gaps[where]) if where else ""),
    )
    return View(kpis, _chart(gap), _reading(gap, corrected))


def _weights(target: float, shared: str) -> dict[str, float]:
    """Last year's sales, and the growth on top by sales, equally or by the growth of the market."""
    growth = target - sum(LAST_YEAR.values())
    keys = {
        "sales": LAST_YEAR,
        "equally": dict.fromkeys(LAST_YEAR, 1.0),
        "market": {team: LAST_YEAR[team] * MARKET_GROWTH[team] for team in LAST_YEAR},
    }
    key = keys[shared]
    whole = sum(key.values())
    return {team: LAST_YEAR[team] + growth * key[team] / whole for team in LAST_YEAR}


def _where(gap: TargetGap) -> str | None:
    worst = gap.where
    return worst if worst and gap.gaps[worst] < -NOTHING else None


def _euros(value: float) -> str:
    return millions(value * 1e6, 2)


def _chart(gap: TargetGap) -> dict:
    company, *teams = gap.lines
    rows = [
        {
            "name": f"{team.name.capitalize()} · {_of(team)}",
            "amount": signed(team.gap, 2),
            "target": round(team.top_down, 6),
            "plan": round(team.bottom_up, 6),
        }
        for team in teams
    ]
    whole = {"name": f"Company · {_of(company)} million", "amount": signed(company.gap, 2)}
    told = "; ".join(f"{team.name} plan {_of(team)} ({signed(team.gap, 2)})" for team in teams)
    return charts.target_rows(whole, rows, ENDS, f"Plan against target in million euros: {told}.")


def _of(line: GapLine) -> str:
    return f"{plain(line.bottom_up, 2)} of {plain(line.top_down, 2)}"


def _reading(gap: TargetGap, corrected: bool) -> str:
    if not corrected:
        return _verdict(gap)
    return (
        f"Joris used to sell 15 % more than he planned and Sanne 8 % less. Corrected for that: {_verdict(gap, '')}"
    ).replace(" %", f"{SPACE}%")


def _verdict(gap: TargetGap, start: str = "T") -> str:
    """What the figures say; without a `start` it goes on after a colon."""
    the = f"{start}he" if start else "the"
    short = [line.name for line in gap.lines[1:] if line.gap < -NOTHING]
    size = f"{_euros(abs(gap.gap))} ({percent(abs(gap.gap_rate), 1)})"
    if not short:
        if gap.gap < NOTHING:
            return (
                f"{the} teams plan their targets to the last euro. Ask how the plans were made before you believe it."
            )
        return (
            f"{the} teams all reach their targets, and together they plan {size} more. Either the target is too low, "
            "or somebody promises too much."
        )
    worst = _where(gap)
    teams = f"the {'team' if len(short) == 1 else 'teams'} for {and_list([NAMES.get(team, team) for team in short])}"
    lack = f"{'lacks' if len(short) == 1 else 'together lack'} {_euros(gap.shortfall)}"
    most = f"{NAMES.get(worst, worst)} ({_euros(-gap.gaps[worst])})"
    if abs(gap.gap) < NOTHING:
        return f"{the} company as a whole has no gap, and yet {teams} {lack}. A total that fits hides what sits below."
    if gap.gap > 0:
        return f"{the} company plans {size} more than its target, and still {teams} {lack}. Ask first at {most}."
    if gap.surplus < NOTHING:
        return (
            f"{the} plan is {size} short and no team has anything over; the largest shortfall is at {most}. "
            "When nobody can reach it, talk about the target itself."
        )
    if gap.shortfall < 1.5 * -gap.gap:
        return f"{the} plan is {size} short, the largest part at {most}. Ask there first what is behind it."
    return (
        f"{the} plan is {size} short. That looks small, but {teams} {lack}; what others have over hides it. Start with "
        f"{most}."
    )


EXPLORER = Explorer(
    id="target-gap",
    chapter="market",
    title="Target and plan",
    dutch="Top-down en bottom-up",
    question="Marleen's target is € 13.2 million, 10 % above last year. The plans of the four teams add up to € 13.0 "
    "million. Where is the missing € 0.2 million?",
    try_this="Let Marleen share the growth by where the market grows. Then correct the plans for how past plans came "
    "out. Each time the gap moves to another team: which of the three pictures would you take to the meeting?",
    concepts=("target-gap", "top-down-targets", "bottom-up-plan"),
    section="from-above-and-from-below",
    controls=(
        Slider("target", "Target from above", 12, 14.4, 0.1, 13.2, note="million €; last year 12.0"),
        Choice(
            "shared",
            "Growth shared out",
            (("sales", "by last sales"), ("equally", "equally"), ("market", "by market growth")),
            "sales",
        ),
        Slider("offices", "Joris plans", 2.5, 4.5, 0.1, 3.1, note="offices, million €"),
        Slider("hospitality", "Sanne plans", 3, 5, 0.1, 4.4, note="hospitality, million €"),
        Toggle("corrected", "Correct plans for past plans", False),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="To close the gap, Sanne adds € 0.2 million to her plan for hospitality. The plan of the company then "
        "equals its target. How much do the teams below their target lack together?",
        choices=("Nothing: the gap is closed", "€ 0.33 million", "€ 0.53 million, as before"),
        values={"hospitality": 4.6},
        right=2,
        because="The company's gap is zero, and offices, resellers and the public sector lack just what they lacked. "
        "More was promised where there was already a surplus. Look where a gap sits before you fill it.",
    ),
)
