"""Value disciplines: excel in one, keep to the threshold in the others."""

from salesedu import charts
from salesedu._notation import and_list, plain, points, signed
from salesedu.customers import DISCIPLINES, ValueDiscipline, value_discipline
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

LEAD = 1.5  # the function's own idea of a lead that customers notice
ENDS = (0, 10)


def paint(operations: float, product: float, intimacy: float, threshold: float) -> View:
    """Three scores against each other and against what is taken for granted."""
    firm = value_discipline((operations, product, intimacy), threshold, LEAD)
    weakest = min(firm.scores, key=firm.scores.__getitem__)
    room = firm.scores[weakest] - threshold
    kpis = (
        Kpi(
            "ahead",
            "Lead of the best",
            plain(firm.ahead, 1),
            f"points; {plain(LEAD, 1)} is noticed",
            lead=True,
        ),
        Kpi("verdict", "Verdict", firm.verdict),
        Kpi("leader", "Excels in", firm.leader or "nothing"),
        Kpi("room", "Weakest to threshold", signed(room, 1), weakest),
    )
    return View(kpis, _chart(firm, threshold), _reading(firm, threshold))


def _chart(firm: ValueDiscipline, threshold: float) -> dict:
    rows = []
    for name in DISCIPLINES:
        score, colour, state = firm.scores[name], charts.MID, ""
        if name in firm.below:
            colour, state = charts.BAD, " · below"
        elif name == firm.leader:
            colour, state = charts.ACCENT, " · leads"
        row = {"name": name.capitalize(), "value": score, "colour": colour}
        rows.append(row | {"amount": f"{plain(score, 1)}{state}"})
    told = ", ".join(f"{name} {plain(firm.scores[name], 1)}" for name in DISCIPLINES)
    return charts.threshold_bars(
        rows,
        threshold,
        f"taken for granted: {plain(threshold, 1)}",
        ENDS,
        f"Scores out of 10: {told}; taken for granted: {plain(threshold, 1)}.",
    )


def _reading(firm: ValueDiscipline, threshold: float) -> str:
    if len(firm.below) == 3:
        return (
            f"Noorderlicht misses the threshold of {plain(threshold, 1)} everywhere. There is "
            "nothing to excel in yet: it is not even considered."
        )
    if firm.below:
        if firm.leader and firm.leader not in firm.below:
            return (
                f"Excellent in {firm.leader}, and still not on the shortlist: {_lacks(firm)}. "
                "Excellence does not pay for what customers take for granted."
            )
        return (
            f"Repair before you choose: {_lacks(firm)}. Customers do not reward what they take "
            "for granted; they leave when it is missing."
        )
    if firm.leader:
        return (
            f"A clear choice: {firm.leader} leads by {points(firm.ahead)} and the other two are "
            "good enough. A customer can say in one sentence why to buy here."
        )
    best = [name for name in DISCIPLINES if firm.scores[name] == max(firm.scores.values())]
    if len(best) > 1:
        return (
            f"Good enough everywhere, the best nowhere: {and_list(best)} are level, so a customer "
            "compares prices instead."
        )
    return (
        f"Good enough everywhere, but {best[0]} leads by only {points(firm.ahead)}: stuck in the "
        f"middle. It takes {points(LEAD - firm.ahead)} more before customers notice a choice."
    )


def _lacks(firm: ValueDiscipline) -> str:
    lacks = points(max(firm.shortfalls.values()))
    if len(firm.below) == 1:
        return f"{firm.below[0]} falls {lacks} short"
    return f"{and_list(firm.below)} fall short, by up to {lacks}"


EXPLORER = Explorer(
    id="value-disciplines",
    chapter="customers",
    title="Value disciplines",
    dutch="Waardestrategieën",
    question="Customers score Noorderlicht on three disciplines. Has it chosen what to excel in?",
    try_this="Give the firm a clear choice by moving one slider only. Then move the threshold up "
    "half a point at a time, as a market does, until the choice no longer helps.",
    concepts=("value-disciplines",),
    section="choose-what-to-excel-in",
    controls=(
        Slider("operations", "Operational excellence", 0, 10, 0.5, 7),
        Slider("product", "Product leadership", 0, 10, 0.5, 6.5),
        Slider("intimacy", "Customer intimacy", 0, 10, 0.5, 8),
        Slider("threshold", "Taken for granted", 0, 10, 0.5, 6, note="by the market"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="A new competitor raises what customers take for granted from 6 to 7. Noorderlicht "
        "works exactly as before. Where does it stand?",
        choices=(
            "Where it stood: its own scores did not change",
            "Below the threshold in one discipline",
            "Focused: customer intimacy now stands out",
        ),
        values={"threshold": 7},
        right=1,
        because="The threshold is set by the market, not by the firm. Product leadership, 6.5, "
        "was good enough yesterday and is not today, while the lead of customer intimacy over "
        "the runner-up is what it was.",
    ),
)
