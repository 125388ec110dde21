"""Recovery value: what becomes of customers who met a problem, and what handling it earns."""

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.customers import RecoveryValue, recovery_value
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

PROBLEMS = 200  # customers who met a problem this year
REPEAT_BADLY = 0.60
REPEAT_NEVER = 0.70
YEARS = 3


def paint(voiced: float, well: float, repeat: float, margin: float, cost: float) -> View:
    """Shares as per cent, amounts in euros; customers are whole people."""
    complaints = round(PROBLEMS * voiced / 100)
    handled_well = round(complaints * well / 100)
    paths = (handled_well, complaints - handled_well, PROBLEMS - complaints)
    rates = (repeat / 100, REPEAT_BADLY, REPEAT_NEVER)
    value = recovery_value(*paths, *rates, margin, YEARS, cost)
    gained = value.return_on_handling
    kpis = (
        Kpi(
            "net",
            "Complaint handling earns",
            euro(value.net),
            f"over {YEARS} years, after its cost",
            lead=True,
        ),
        Kpi("return", "Return", "–" if gained is None else percent(gained), "on its cost"),
        Kpi("lost", "Lost with those who leave", euro(value.lost)),
        Kpi("missed", "The silent could add", euro(value.missed), "if handled well"),
    )
    return View(kpis, _chart(paths, rates, value), _reading(paths, rates, value, margin, cost))


def _chart(paths: tuple, rates: tuple, value: RecoveryValue) -> dict:
    rows, told = [], []
    worth = (value.value_well, value.value_badly, value.value_never)
    names = ("Handled well", "Handled badly", "Never voiced")
    for name, customers, rate, amount in zip(names, paths, rates, worth, strict=True):
        stay = round(customers * rate)
        row = {"name": f"{name} · {stay} of {customers} stay", "amount": euro(amount)}
        rows.append(row | {"first": stay, "second": customers - stay})
        told.append(f"{name.lower()}: {stay} of {customers} stay, worth {euro(amount)}")
    return charts.split_rows(rows, (0, PROBLEMS), f"Customers with a problem. {'; '.join(told)}.")


def _reading(paths: tuple, rates: tuple, value: RecoveryValue, margin: float, cost: float) -> str:
    well, badly, never = paths
    complaints = well + badly
    if not complaints:
        return (
            f"Nobody complains, and that is no good news: the silent customers who leave take "
            f"{euro(value.lost)} with them, and nobody knows why."
        )
    if rates[0] <= rates[2]:
        return (
            f"When no more come back after good handling ({percent(rates[0])}) than in silence "
            f"({percent(rates[2])}), handling complaints cannot pay. Then it is not good handling yet."
        )
    price = euro(value.cost) if value.cost else "nothing"
    spent = f"{plain(complaints)} complaints cost {price} to handle"
    if abs(value.gain) < 1:
        return f"{spent} and keep no more than silence would have: the bad undo the good."
    if value.gain < 0:
        return (
            f"{spent} and leave you {euro(-value.gain)} worse off than silence: so many are "
            "handled badly that asking for complaints only makes things worse."
        )
    if value.net < 0:
        return (
            f"{spent} and keep {euro(value.gain)} that silence would have lost: not enough. It "
            f"pays below {euro(value.break_even_cost)} a complaint, or when more go well."
        )
    first = f"{spent} and keep {euro(value.gain)} that silence would have lost."
    if not never:
        return f"{first} Nobody is silent any more: what is left to win is in handling them well."
    if value.missed > value.net:
        return (
            f"{first} The larger prize is silent: {plain(never)} customers never complained, and "
            f"would be worth {euro(value.missed)} more had they done so and been handled well."
        )
    return f"{first} The {plain(never)} silent customers would add {euro(value.missed)}."


EXPLORER = Explorer(
    id="recovery-value",
    chapter="customers",
    title="Recovery value",
    dutch="Klachtenmanagement",
    question="This year 200 customers met a problem. What is it worth to hear them and put it right?",
    try_this="Lower “Handled well” until handling complaints costs more than it earns. What "
    "should a firm have in order before it invites complaints?",
    concepts=("complaint-management", "service-recovery-paradox"),
    section="when-it-goes-wrong",
    controls=(
        Slider("voiced", "Problems voiced", 0, 100, 5, 40, "%", "the rest is silent"),
        Slider("well", "Handled well", 0, 100, 5, 60, "%", "of those voiced"),
        Slider("repeat", "Stay when handled well", 60, 100, 1, 85, "%"),
        Slider("margin", "Margin per customer", 250, 5000, 250, 1500, "€", "a year"),
        Slider("cost", "Cost per complaint", 0, 1000, 25, 150, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Next year 60 % of the problems are voiced instead of 40 %, and complaints are "
        "handled just as well as now. What do they earn after their cost?",
        choices=(
            "Less: more complaints cost more",
            "About the same: it is the same 200 customers",
            "Half as much again",
        ),
        values={"voiced": 60},
        right=2,
        because="Each complaint earns more than it costs, so half as many again earn half as "
        "much again. A rising number of complaints can be good news: fewer people leave without "
        "a word.",
    ),
)
