"""Selling modes: what each costs, which fits the customer, and whether its margin pays for it."""

from math import ceil

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.accounts import SELLING_HOURS, SellingFit, selling_mode
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

ENDS = (0, 40_000)  # euros a year
LOOKS_FOR = {"intrinsic": "price and ease", "extrinsic": "advice", "strategic": "working together"}
MODES = tuple(SELLING_HOURS)


def paint(looks_for: str, used: str, margin: float, hours: float, rate: float) -> View:
    """Euros of margin a year, hours a year of consultative selling, and euros for an hour."""
    time = SELLING_HOURS | {"consultative": hours}
    found = selling_mode(looks_for, used, margin, hours=time, cost_per_hour=rate)
    lost = found.result_used < 0
    kpis = (
        Kpi(
            "left",
            "Short in a year" if lost else "Left of the margin",
            euro(abs(found.result_used)),
            f"sold in the {used} way",
            lead=True,
        ),
        Kpi("fits", "What fits", found.fits, f"it looks for {LOOKS_FOR[looks_for]}"),
        Kpi("fitting", "Left in that way", euro(found.result), "if it stays"),
        Kpi(
            "cost",
            "Selling takes",
            _part(found.cost_used, margin),
            f"{plain(time[used])} hours, {euro(found.cost_used)}",
        ),
    )
    costs = {mode: time[mode] * rate for mode in MODES}
    return View(kpis, _chart(found, costs, margin), _reading(found, margin))


def _part(cost: float, margin: float) -> str:
    return f"{percent(cost / margin)} of it" if cost <= margin else "more than all"


def _chart(found: SellingFit, costs: dict[str, float], margin: float) -> dict:
    rows = []
    for mode, cost in costs.items():
        fits, now = mode == found.fits, mode == found.used
        state = "fits, and used now" if fits and now else "fits" if fits else "used now" if now else ""
        rows.append(
            {
                "name": f"{mode} · {state}" if state else mode,
                "value": cost,
                "amount": euro(cost),
                "colour": charts.GOOD if fits else charts.BAD if now else charts.MID,
            }
        )
    told = "; ".join(f"{row['name']}: {row['amount']}" for row in rows)
    label = f"its margin: {euro(margin)}"
    return charts.threshold_bars(
        rows, margin, label, ENDS, f"Cost of selling a year. {told}. Its margin is {euro(margin)}."
    )


def _reading(found: SellingFit, margin: float) -> str:
    fitting = f"It looks for {LOOKS_FOR[found.value_customer]}, which asks for {found.fits} selling"
    if found.match:
        if not found.pays:
            return f"{fitting}, and that is what it gets. {found.advice}"
        end = "Nobody misses the visits" if found.fits == "transactional" else "The hours are part of what it pays for"
        return f"{fitting}, and that is what it gets: {euro(found.result)} is left. {end}."
    if found.mismatch == "too much":
        more = f"Each year {euro(found.extra_cost)} goes into talks that it did not ask for and will not pay"
        if found.result_used < 0:
            return (
                f"{fitting}. {more}: more than it brings, so that selling to it costs {euro(-found.result_used)} a "
                "year. Being large does not make a customer a partner."
            )
        return (
            f"{fitting}. {more}; in the fitting way {euro(found.result)} would be left, not {euro(found.result_used)}."
        )
    return f"{fitting}. {_too_little(found, margin)}"


def _too_little(found: SellingFit, margin: float) -> str:
    saved = -found.extra_cost
    if found.result_used < 0:
        return (
            f"It gets less, and even that costs more than its margin of {euro(margin)}: let it order on line, and "
            "charge for advice."
        )
    if not found.pays:
        return (
            f"It gets less, which saves {euro(saved)} a year, and its margin could not pay for more: "
            f"{_last(found.advice)}"
        )
    # Who leaves takes what was left of the margin along.
    leavers = plain(ceil(100 * saved / found.result_used))
    return (
        f"It gets less, which saves {euro(saved)} a year and looks clever. But it finds you no different from the "
        f"others: when {leavers} in a hundred such customers leave for that, the saving is gone."
    )


def _last(advice: str) -> str:
    """What to do, without the sentence before it, which the reading has said already."""
    return advice.partition(": ")[2] or advice


EXPLORER = Explorer(
    id="selling-mode",
    chapter="accounts",
    title="Which way of selling fits?",
    dutch="Verkoopwijze en waardeklant",
    question="KantoorPlus looks for a low price and easy ordering, and brings € 15,000 of margin a year. Joris puts 60 "
    "hours a year into advising it. What is left, and which way of selling fits?",
    try_this="Suppose it looks for advice. From which margin do Joris's 60 hours pay? And what would you do with an "
    "office that looks for advice and stays below it?",
    concepts=("consultative-selling", "transactional-selling", "strategic-selling", "intrinsic-value-customer"),
    section="who-goes-there-and-how",
    controls=(
        Choice("looks_for", "It looks for", tuple(LOOKS_FOR.items()), "intrinsic"),
        Choice("used", "We sell to it in the way", tuple((mode, mode) for mode in MODES), "consultative"),
        Slider("margin", "Its margin", 1_000, 40_000, 1_000, 15_000, "€", "a year"),
        Slider("hours", "Consultative selling", 20, 120, 10, 60, "hours", "a year; transactional 5, strategic 400"),
        Slider("rate", "An hour of our people", 40, 100, 5, 65, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="“Our largest customer deserves a strategic partnership,” says Daan. That takes 400 hours a year. What "
        "is left of the € 15,000?",
        choices=("€ 11,100, as with the advice", "About € 5,000", "Nothing, and € 11,000 is lost"),
        values={"used": "strategic"},
        right=2,
        because="400 hours at € 65 are € 26,000. Strategic selling pays when both firms make something together that "
        "is worth more than that. KantoorPlus looks for a low price.",
    ),
)
