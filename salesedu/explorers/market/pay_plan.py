"""Pay plan: base, variable, threshold, accelerator and cap as one curve, and what the next order brings."""

from salesedu import charts
from salesedu._notation import euro, percent
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.market import CommissionPlan, Earnings, commission_plan, earnings, pay_curve

__all__ = ["EXPLORER"]

BASE, VARIABLE, TARGET = 45_000, 15_000, 600_000  # Sanne's, in euros a year
NO_CAP = "none"
UP_TO = 1.4  # attainment at which the curve ends
ENDS = ((0, 100 * UP_TO), (40_000, 110_000))
NAMED_FROM = 1_500  # euros; where the case's curve lies closer than this to the new one, it needs no name
ORDER = 6_000  # euros, one per cent of the target


def paint(attainment: float, threshold: float, pays_from: str, accelerator: float, cap: str) -> View:
    """Attainment and threshold as per cent of the target, the cap as a multiple of the variable pay."""
    plan = _plan(threshold, pays_from, accelerator, cap)
    pay = earnings(plan, attainment / 100 * TARGET)
    order = earnings(plan, pay.sales + ORDER).total - pay.total
    kpis = (
        Kpi("pay", "Sanne earns", euro(pay.total), f"at {percent(attainment / 100)} of her target", lead=True),
        Kpi("variable", "Variable pay", euro(pay.variable), f"{euro(VARIABLE)} at target"),
        Kpi("order", "One more order", euro(order), f"for selling {euro(ORDER)}"),
        Kpi("forgone", "Taken by the cap", euro(pay.forgone) if plan.cap is not None else "–"),
    )
    return View(kpis, _chart(plan, pay), _reading(plan, pay, order))


def _plan(threshold: float, pays_from: str, accelerator: float, cap: str) -> CommissionPlan:
    most = None if cap == NO_CAP else float(cap)
    return commission_plan(BASE, VARIABLE, TARGET, threshold / 100, accelerator, most, pays_from)


def _total(plan: CommissionPlan, attainment: float) -> float:
    return earnings(plan, attainment / 100 * TARGET).total


def _line(plan: CommissionPlan) -> list[tuple[float, float]]:
    return [(round(100 * point.attainment, 6), point.total) for point in pay_curve(plan, UP_TO)]


def _chart(plan: CommissionPlan, pay: Earnings) -> dict:
    notes = [{"at": 100, "value": plan.on_target_earnings, "label": "on target"}]
    if plan.threshold:
        notes.append({"at": 100 * plan.threshold, "value": BASE, "label": "threshold"})
    end = plan.cap_sales
    if end is not None and TARGET < end <= UP_TO * TARGET:
        notes.append({"at": 100 * end / TARGET, "value": plan.highest_earnings, "label": "cap"})
    apart = {at: abs(_total(plan, at) - _total(AS_AGREED, at)) for at in range(5, 140, 5)}
    widest = max(apart, key=apart.__getitem__)
    if apart[widest] >= NAMED_FROM:
        notes.append({"at": widest, "value": _total(AS_AGREED, widest), "label": "the case", "corner": False})
    levels = [(BASE + k * VARIABLE, euro(BASE + k * VARIABLE)) for k in range(5)]
    levels[0] = (BASE, f"base {euro(BASE)}")
    ticks = [(0, percent(0)), (50, percent(0.5)), (100, "target"), (140, percent(1.4))]
    told = (
        f"Pay rises from {euro(BASE)} to {euro(plan.on_target_earnings)} at target; at "
        f"{percent(pay.attainment)} it is {euro(pay.total)}, {pay.zone}."
    )
    here = {"at": round(100 * pay.attainment, 6), "value": pay.total, "label": euro(pay.total)}
    return charts.pay_lines(_line(plan), _line(AS_AGREED), here, notes, levels, ticks, BASE, ENDS, told)


def _reading(plan: CommissionPlan, pay: Earnings, order: float) -> str:
    at = percent(pay.attainment)
    if pay.zone == "below threshold":
        return _below(plan, pay, order, at)
    if pay.zone == "capped":
        lost = f" The cap has taken {euro(pay.forgone)} already." if pay.forgone >= 1 else ""
        if plan.cap == 1 and plan.accelerator > 1:
            lost += " With the cap at the target, the accelerator never works: the plan contradicts itself."
        return (
            f"At {at} Sanne has reached the cap: she earns {euro(pay.total)} and the next order brings her nothing "
            f"before New Year. A hotel that would sign now may as well sign in January.{lost}"
        )
    each = f"each further {euro(1000)} of sales brings her {_per_thousand(pay.next_euro)}"
    if pay.zone == "above target":
        if plan.accelerator == 1:
            text = f"At {at} Sanne earns {euro(pay.total)}; {each}, above the target as below it."
        else:
            text = (
                f"At {at} Sanne earns {euro(pay.total)} and {each}, {_times(plan.accelerator)} as just below the "
                f"target.{_to_the_cap(plan)}"
            )
        if plan.threshold:
            text += f" Had she stayed below {percent(plan.threshold)}, she would have had the base alone."
        return text
    ahead = plan.on_target_earnings - pay.total
    text = f"At {at} Sanne earns {euro(pay.total)}, {euro(ahead)} below on-target earnings; {each}."
    if pay.variable < 1:
        return f"{text} So far she has the base alone."
    if plan.pays_from == "threshold" and plan.threshold:
        return f"{text} Pay starts at nothing at the threshold, so it climbs more steeply from there."
    return text


def _below(plan: CommissionPlan, pay: Earnings, order: float, at: str) -> str:
    start = percent(plan.threshold)
    missing = plan.threshold_sales - pay.sales
    jump = earnings(plan, plan.threshold_sales).total - BASE
    if order > 0 and jump >= 1:
        return (
            f"At {at} Sanne has the base alone, and one order of {euro(ORDER)} is worth {euro(order)} to her: at "
            f"{start} all her sales count at once. Watch what she will give away to get it signed this year."
        )
    if plan.pays_from == "threshold":
        then = "and then pay starts from nothing, without a jump"
    else:
        then = f"and then {euro(jump)} comes at once"
    return (
        f"At {at} Sanne has the base alone. It takes {euro(missing)} more before anything comes on top, {then}. "
        "Whoever cannot get there may as well save the orders for next year."
    )


def _per_thousand(rate: float) -> str:
    return euro(1000 * rate, 0 if abs(1000 * rate - round(1000 * rate)) < 0.005 else 2)


def _times(accelerator: float) -> str:
    return "twice as much" if accelerator == 2 else f"{accelerator:g} times as much"


def _to_the_cap(plan: CommissionPlan) -> str:
    if plan.cap_sales is None:
        return " There is no cap, so one lucky deal can cost a fortune."
    return f" The cap stops that at {percent(plan.cap_sales / TARGET)}."


AS_AGREED = _plan(50, "first euro", 2, "1.5")

EXPLORER = Explorer(
    id="pay-plan",
    chapter="market",
    title="Pay plan",
    dutch="On-target earnings (OTE)",
    question="Sanne has a base of € 45,000 and € 15,000 variable pay at her target of € 600,000 with "
    "new hotels. What does the plan pay her, and what does it ask her to do next?",
    try_this="Find the attainment from which Sanne had better wait for January. Then take the cap away: who carries "
    "the risk of one very large order now?",
    concepts=("on-target-earnings", "pay-threshold", "accelerator", "pay-cap"),
    section="you-get-what-you-pay-for",
    controls=(
        Slider("attainment", "Sanne's sales", 0, 140, 1, 110, "%", "of her target"),
        Slider("threshold", "Threshold", 0, 60, 5, 50, "%", "of her target"),
        Choice(
            "pays_from",
            "Pay counts from",
            (("first euro", "the first euro"), ("threshold", "the threshold")),
            "first euro",
        ),
        Slider("accelerator", "Accelerator", 1, 3, 0.5, 2, "×", "above the target"),
        Choice("cap", "Cap on variable pay", (("1", "1×"), ("1.5", "1.5×"), ("2", "2×"), (NO_CAP, "none")), "1.5"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="It is December and Sanne stands at 49 % of her target. A hotel is about to order for € 6,000, which "
        "brings her to 50 %. What is that one order worth to her?",
        choices=("€ 150", "€ 1,500", "€ 7,500"),
        values={"attainment": 49},
        right=2,
        because="At the threshold all her sales count at once: half of € 15,000. On an order of € 6,000 she could give "
        "the hotel a large discount and still gain. A threshold makes people run, and look away from the margin.",
    ),
)
