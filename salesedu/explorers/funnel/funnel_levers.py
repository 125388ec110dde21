"""Four ways to act when the funnel narrows, by the orders that a euro brings."""

from salesedu import charts
from salesedu._notation import euro, plain, signed
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import BestLever, Lever, best_lever

__all__ = ["EXPLORER"]

RATES = {"visit": 0.6, "quote": 0.5, "order": 0.2}
COACH, ANALYSIS, TRAIN, EACH_LEAD = 3_000, 6_000, 5_000, 80  # euros
TRAINED = 0.10  # points that training adds to the visits
MOST = 2.5  # orders for € 1,000, the width of the chart
NAMES = {
    "coach": "Coach",
    "more actions": "More actions",
    "more problem analysis": "More problem analysis",
    "train": "Train",
}
SAID = {
    "coach": "coaching",
    "more actions": "more actions",
    "more problem analysis": "more problem analysis",
    "train": "training",
}


def paint(leads: int, coach: float, actions: float, analysis: float, margin: float) -> View:
    """Leads, points that coaching and analysis add, extra leads as per cent, euros of margin."""
    options = {
        "coach": {"cost": COACH, "order": coach / 100},
        "more actions": {"cost": EACH_LEAD * leads * actions / 100, "volume": actions / 100},
        "more problem analysis": {"cost": ANALYSIS, "order": analysis / 100},
        "train": {"cost": TRAIN, "visit": TRAINED},
    }
    found = best_lever(leads, RATES, options, margin_per_order=margin)
    best, most = found.options[found.best], found.by_gain[0]
    each = f"{f'even {SAID[found.best]}: ' if _loses(best) else ''}{euro(best.cost_per_order)} for an extra order"
    kpis = (
        Kpi("best", "First lever", "none pays" if _loses(best) else SAID[found.best], each, lead=True),
        Kpi("gain", "It adds", signed(best.gain, 1), f"orders, to the {plain(found.orders, 1)}"),
        Kpi("most", "Most orders", signed(found.options[most].gain, 1), SAID[most]),
        Kpi("all", "All four together", signed(found.together_gain, 1), f"one by one {signed(_sum(found), 1)}"),
    )
    return View(kpis, _chart(found, margin), _reading(found, margin))


def _sum(found: BestLever) -> float:
    return sum(one.gain for one in found.options.values())


def _chart(found: BestLever, margin: float) -> dict:
    limit = 1_000 / margin / MOST
    rows = [{"heading": "Extra orders for € 1,000", "amount": f"pays from {plain(1_000 / margin, 2)}"}]
    for name, one in found.options.items():
        each = 1_000 * (one.gain_per_euro or 0)
        best = name == found.best and not _loses(one)
        colour = charts.ACCENT if best else charts.BAD if _loses(one) else charts.MID
        rows.append(
            {
                "name": f"{NAMES[name]}: {signed(one.gain, 1)} for {euro(one.cost)}",
                "amount": f"{'best · ' if best else ''}{plain(each, 2)}",
                "parts": [{"share": each / MOST, "colour": colour}],
                "limit": limit if limit <= 1 else None,
            }
        )
    told = "; ".join(f"{row['name']}, {row['amount']}" for row in rows[1:])
    return charts.panel(rows, f"Extra orders for € 1,000: {told}. A lever pays from {plain(1_000 / margin, 2)}.")


def _loses(one: Lever) -> bool:
    return one.gain <= 0 or one.contribution < -0.5


def _reading(found: BestLever, margin: float) -> str:
    first, best = found.best, found.options[found.best]
    start = f"Start with {SAID[first]}: {euro(best.cost_per_order)} for each extra order"
    if _loses(best):
        return (
            f"Not one of the four pays: even {SAID[first]} costs {euro(best.cost_per_order)} for an order that leaves "
            f"{euro(margin)}. Too little passes through this funnel, or an order leaves too little."
        )
    text = f"{start}, against a margin of {euro(margin)}."
    others = [name for name in found.ranking[1:] if not _loses(found.options[name])]
    most = found.by_gain[0]
    if not others:
        return f"{text} It is the only one that pays; the others cost more than their orders leave."
    if first == "more actions":
        few = found.orders < 12
        why = "with so few leads a better rate has little to work on" if few else "the rates hardly move here"
        return f"{text} An order from more leads costs that however many there are; {why}."
    if most != first:
        each = euro(found.options[most].cost_per_order)
        text += f" {_start(SAID[most])} {_adds(most)} more orders, at {each} each"
        return f"{text}: {'less than the margin, so a second step' if most in others else 'more than they leave'}."
    return f"{text} It adds the most orders as well. Next comes {SAID[others[0]]}."


def _adds(name: str) -> str:
    return "add" if name == "more actions" else "adds"


def _start(text: str) -> str:
    return text[0].upper() + text[1:]


EXPLORER = Explorer(
    id="funnel-levers",
    chapter="funnel",
    title="Which lever first?",
    dutch="Ingrijpen in de ordertrechter",
    question="Joris is three orders short. Marleen can coach him, pay for more leads, let him spend more time on the "
    "customer's problem, or train him in calling. Which one first?",
    try_this="Compare all four together with the sum of the four. Where do the extra orders come from? Then find the "
    "margin at which training pays.",
    concepts=("best-lever", "four-interventions"),
    section="when-it-narrows",
    controls=(
        Slider("leads", "Leads in a year", 40, 400, 20, 200),
        Slider("coach", "Coaching adds", 0, 15, 1, 5, "points", "to the 20 % of quotes ordered"),
        Slider("actions", "More actions: extra leads", 5, 50, 5, 20, "%", "€ 80 for each"),
        Slider("analysis", "Problem analysis adds", 0, 15, 1, 8, "points", "to the same 20 %"),
        Slider("margin", "Margin per order", 500, 4000, 100, 1500, "€"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Joris gets only 100 leads instead of 200; the rates stay. Coaching was the best lever. Which one gives "
        "the most orders for a euro now?",
        choices=("Coaching, as before", "More actions", "More problem analysis"),
        values={"leads": 100},
        right=1,
        because="A better rate works on every lead that passes; with half the leads it brings half the orders for the "
        "same money, € 2,000 each. An order from extra leads still costs € 1,333. So look first at what goes in.",
    ),
)
