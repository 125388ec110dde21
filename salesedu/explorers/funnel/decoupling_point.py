"""LOOP 1–5: what is decided when the customer orders, and how long she then waits."""

from salesedu import charts
from salesedu._notation import and_list, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, Toggle, View
from salesedu.funnel import DECOUPLING_POINTS, DecouplingPoint, LeadTime, customer_lead_time, decoupling_point

__all__ = ["EXPLORER"]

DAYS = {"design": 30, "purchase": 40, "adapt": 8, "deliver": 2, "install": 5}  # making is the learner's
DOING = {
    "design": "designing",
    "purchase": "purchasing",
    "make": "making",
    "adapt": "adapting",
    "deliver": "delivering",
    "install": "installing",
}
QUOTES = ("none", "price list", "options", "calculation", "project plan")
NOTES = ("a price on the shelf", "with delivery terms", "each with its price", "after a drawing", "in phases")
SELLS = (
    "a shelf and a price sell this",
    "inside sales and a standing order sell this",
    "an adviser sells this, who helps to choose",
    "a seller with an engineer at the table sells this, from a drawing that she signs",
    "a team with a project leader sells this, phase by phase",
)
FARTHEST = 145  # days on both sides of the order


def paint(delivered: bool, adapted: bool, made: bool, turnkey: bool, making: int) -> View:
    """What is decided with the order, and how many days making takes."""
    found = decoupling_point(delivered, adapted, made, turnkey)
    days = DAYS | {"make": making}
    times = [customer_lead_time(days, point.point) for point in DECOUPLING_POINTS]
    own = times[found.point - 1]
    kpis = (
        Kpi("point", "Order point", f"LOOP {found.point}", f"{found.name} · {found.dutch}", lead=True),
        Kpi("waits", "Ilse waits", _days(own.days), _after(own)),
        Kpi("ahead", "Done beforehand", _days(own.ahead), "on a forecast, at our own risk"),
        Kpi("quote", "Quote", QUOTES[found.point - 1], NOTES[found.point - 1]),
    )
    chosen = (delivered, adapted, made, turnkey)
    return View(kpis, _chart(found, times, chosen), _reading(found, own, chosen, making))


def _days(days: float) -> str:
    return f"{plain(days)}\N{NO-BREAK SPACE}days"


def _after(own: LeadTime) -> str:
    if not own.steps:
        return "it is there"
    return "for all of it" if len(own.steps) > 3 else f"for {and_list([DOING[step] for step in own.steps])}"


def _chart(found: DecouplingPoint, times: list[LeadTime], chosen: tuple[bool, ...]) -> dict:
    rows = [
        {
            "name": f"{point.point} {point.name}{' · yes' if on else ''}",
            "amount": _days(time.days),
            "before": list(time.ahead_steps.values()),
            "after": list(time.steps.values()),
            "chosen": point.point == found.point,
        }
        for point, time, on in zip(DECOUPLING_POINTS, times, (False, *chosen), strict=True)
    ]
    told = "; ".join(f"LOOP {one.point} {_days(one.days)} of waiting, {_days(one.ahead)} beforehand" for one in times)
    return charts.moment_rows(
        rows,
        "the order",
        ("← on a forecast", "Ilse waits →"),
        (-FARTHEST, FARTHEST),
        f"Work before and after the order. {told}. Chosen: LOOP {found.point} ({found.name}).",
    )


def _reading(found: DecouplingPoint, own: LeadTime, chosen: tuple[bool, ...], making: int) -> str:
    point = found.point
    start = f"LOOP {point} ({found.name}): {SELLS[point - 1]}."
    if point == 1:
        return (
            f"{start} She takes it along today, and all {_days(own.ahead)} of work were done on a guess: what nobody "
            "wants stays on the shelf."
        )
    skipped = not all(chosen[: point - 1])
    if point == 5:
        text = (
            f"{start} The order reaches back to the drawing board: nothing stands ready, nothing can stay unsold, and "
            f"she waits {_days(own.days)}."
        )
    elif point == 4:
        text = (
            f"{start} The {_days(making)} of making are now her waiting; before, they were your stock. So it takes "
            f"{_days(own.days)}."
        )
    elif point == 3:
        text = (
            f"{start} She waits {_days(own.days)} because the machine stands ready as far as the choice. Making took "
            f"{_days(making)} before that, and she does not notice."
        )
    else:
        text = (
            f"{start} She waits {_days(own.days)}; for that you keep finished machines that nobody has ordered yet."
        )
    if skipped:
        text += " The furthest yes decides; the switches that are off before it change nothing."
    return text


EXPLORER = Explorer(
    id="decoupling-point",
    chapter="funnel",
    title="From stock or from scratch: LOOP 1–5",
    dutch="Klantorderontkoppelpunt, LOOP 1–5",
    question="Ilse orders a machine. How far does her order reach back into Noorderlicht's chain, and how long does "
    "she wait?",
    try_this="Switch everything off, and then on again from top to bottom. Each yes gives Ilse more of her own wish. "
    "What does it cost her, and what does it save Noorderlicht?",
    concepts=("supplier-order-decoupling-point", "customer-order-decoupling-point"),
    section="from-stock-or-from-scratch",
    controls=(
        Toggle("delivered", "It is brought to her", True),
        Toggle("adapted", "It is adapted to her choice", True),
        Toggle("made", "It is made to her drawing", False),
        Toggle("turnkey", "All of it, design to opening", False),
        Slider("making", "Making a machine takes", 5, 60, 5, 20, "days"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The factory gets busier: making a machine takes 40 days instead of 20. How much longer does Ilse wait "
        "for her catalogue machine with a milk system of her choice?",
        choices=("20 days longer", "About a week longer", "Not a day longer"),
        values={"making": 40},
        right=2,
        because="Her order reaches back to the finished machine, no further. What comes before was done on a forecast. "
        "Noorderlicht notices: it must decide earlier what to make. Ordered to her own drawing, it would cost her the "
        "20 days.",
    ),
)
