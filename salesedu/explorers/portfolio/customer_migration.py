"""Customer migration: two pyramids of the same shape, and all that moved between them."""

from math import sqrt

from salesedu import charts
from salesedu._notation import euro, millions, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.explorers.portfolio._layers import AMOUNTS, COUNTS, short
from salesedu.portfolio import PyramidMigration, pyramid_migration

__all__ = ["EXPLORER"]

LEVELS = (*COUNTS, "outside")
LAST_YEAR = {f"{layer} {i}": AMOUNTS[layer] for layer in COUNTS for i in range(COUNTS[layer])}
LARGEST = "top 0"
WORD = {"climbed": "climb", "fell": "fall", "joined": "join", "left": "leave"}
COLOURS = {"climbed": charts.GOOD, "fell": charts.BAD, "joined": charts.GOOD, "left": charts.BAD, "stayed": charts.LINE}


def paint(climbed: int, fell: int, left: int, joined: int, largest: str) -> View:
    """Numbers of customers, and what becomes of the largest one."""
    result = pyramid_migration(LAST_YEAR, _this_year(climbed, fell, left, joined, largest), same_thresholds=True)
    kept = result.retention
    kpis = (
        Kpi("change", "Revenue", _change(result.change), f"now {millions(result.revenue_after, 2)}", lead=True),
        Kpi("kept", "Customers kept", percent(kept.rate, 1), f"{kept.kept} of {kept.at_start}"),
        Kpi("revenue", "Revenue kept", percent(result.revenue_retention, 1), "with last year's customers"),
        Kpi("moved", "Moved", plain(_moved(result)), "customers"),
    )
    return View(kpis, _chart(result), _reading(result, largest))


def _this_year(climbed: int, fell: int, left: int, joined: int, largest: str) -> dict:
    book = dict(LAST_YEAR)
    book |= {f"medium {i}": AMOUNTS["large"] for i in range(climbed)}
    book |= {f"large {i}": AMOUNTS["medium"] for i in range(fell)}
    book |= {f"new {i}": AMOUNTS["small"] for i in range(joined)}
    for i in range(left):
        del book[f"small {i}"]
    if largest == "falls":
        book[LARGEST] = AMOUNTS["medium"]
    elif largest == "leaves":
        del book[LARGEST]
    return book


def _moved(result: PyramidMigration) -> int:
    return sum(result.moves[name].customers for name in WORD)


def _change(change: float) -> str:
    if not change:
        return "the same"
    return f"+{euro(change)}" if change > 0 else euro(change)


def _chart(result: PyramidMigration) -> dict:
    before, after = result.before.layers, result.after.layers
    levels = [
        {
            "before": f"{layer.capitalize()} · {before[layer].customers}",
            "after": f"{after[layer].customers} · {short(after[layer].revenue)}",
        }
        for layer in COUNTS
    ]
    levels.append({"before": "Outside", "after": ""})
    moves = []
    for i, start in enumerate(LEVELS):
        for j, end in enumerate(LEVELS):
            customers = result.matrix[start][end].customers
            if not customers or i == j == len(COUNTS):
                continue
            move = _name(i, j)
            told = "" if move == "stayed" else f"{customers} {WORD[move]}{'s' if customers == 1 else ''}"
            moves.append(
                {"start": i, "end": j, "width": 1.5 + 0.9 * sqrt(customers), "colour": COLOURS[move], "label": told}
                | {"beside": _beside(i, j)}
            )
    moves.sort(key=lambda move: move["colour"] != charts.LINE)  # who stayed lies underneath
    counted = [f"{result.moves[name].customers} {name}" for name in ("stayed", *WORD)]
    return charts.flows(
        ("last year", "this year"),
        levels,
        moves,
        f"Customers between last year's and this year's pyramid: {', '.join(counted)}. This year there are "
        f"{', '.join(f'{after[layer].customers} {layer}' for layer in COUNTS)}.",
    )


def _beside(start: int, end: int) -> float:
    """How far along its line a label stands: where two cross, one left and one right of the crossing."""
    if abs(start - end) > 1:
        return 0.45
    return 0.36 if end > start else 0.64


def _name(start: int, end: int) -> str:
    if start == end:
        return "stayed"
    outside = len(COUNTS)
    return "joined" if start == outside else "left" if end == outside else "climbed" if end < start else "fell"


def _reading(result: PyramidMigration, largest: str) -> str:
    moved = _moved(result)
    if not moved:
        return "Nobody climbed, fell, came or went. In a whole year that hardly ever happens."
    if largest == "stays" and not result.change:
        shape = "Both pyramids show 4, 16, 60 and 320" if _alike(result) else "Revenue is the same to the euro"
        return (
            f"{shape}, and yet {plain(moved)} customers moved. {_took(result)} What fell and left could have been "
            "kept: that is next year's work."
        )
    lost = abs(result.change)
    main = f"Revenue {'rises' if result.change > 0 else 'falls'} by {euro(lost)}." if lost else "Revenue is the same."
    if largest == "falls":
        return (
            f"{main} The largest customer still buys, so {percent(result.retention.rate, 1)} of the customers are "
            f"kept, and its fall alone takes {euro(AMOUNTS['top'] - AMOUNTS['medium'])}. Retention counts heads; look "
            "at revenue too."
        )
    if largest == "leaves":
        many = result.moves["left"].customers
        if many == 1:
            kept = percent(result.retention.rate, 1)
            return f"{main} Nobody left but the largest customer: {kept} of the customers are kept, and still it hurts."
        return (
            f"{main} The largest customer is one of {many} that left, and takes {euro(AMOUNTS['top'])} of the "
            f"{euro(-result.moves['left'].change)} that went with them. Heads and euros tell two stories."
        )
    more = result.after.customers - result.before.customers
    if more > 0 > result.change:
        return f"{main} There are {_heads(more)} more than last year, so Daan is cheerful. {_took(result)}"
    if more < 0 < result.change:
        return (
            f"{main} There are {_heads(-more)} fewer than last year, yet euros grow: climbing weighs more than heads."
        )
    return f"{main} {_took(result)}"


def _alike(result: PyramidMigration) -> bool:
    return all(result.before.layers[layer].customers == result.after.layers[layer].customers for layer in COUNTS)


def _heads(number: int) -> str:
    return "one customer" if number == 1 else f"{number} customers"


def _took(result: PyramidMigration) -> str:
    gains = result.moves["climbed"].change + result.moves["joined"].change
    losses = -result.moves["fell"].change - result.moves["left"].change
    return f"Climbing and joining brought {_euros(gains)}; falling and leaving took {_euros(losses)}."


def _euros(amount: float) -> str:
    return euro(amount) if amount else "nothing"


EXPLORER = Explorer(
    id="customer-migration",
    chapter="portfolio",
    title="Who climbed, who fell",
    dutch="Klantmigratie",
    question="Last year's pyramid shows 4, 16, 60 and 320 customers, and so does this year's. “Nothing has moved,” "
    "says Daan. Has it?",
    try_this="Let nobody join, and find out how many more medium customers must climb before revenue is back where it "
    "was. Then see to it that nobody falls instead. Which looks easier?",
    concepts=("customer-migration", "customer-pyramid", "retention-rate"),
    section="not-all-customers-weigh-the-same",
    controls=(
        Slider("climbed", "Medium that climb to large", 0, 12, 1, 5),
        Slider("fell", "Large that fall to medium", 0, 12, 1, 5),
        Slider("left", "Small that leave", 0, 120, 5, 60),
        Slider("joined", "New small ones", 0, 120, 5, 60),
        Choice(
            "largest",
            "The largest customer",
            (("stays", "stays at the top"), ("falls", "falls to medium"), ("leaves", "leaves")),
            "stays",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The largest customer takes a second supplier and falls from top to medium. It still buys. What happens "
        "to the share of customers kept, and to revenue?",
        choices=(
            "Both stay the same: it is still a customer",
            "Both go down by about 4 %",
            "The share kept stays the same, revenue falls by about 4 %",
        ),
        values={"largest": "falls"},
        right=2,
        because="Retention counts heads, and no head is missing. But € 164,000 went, nearly as much as with all sixty "
        "small customers that left.",
    ),
)
