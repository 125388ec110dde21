"""Two raters, one order: what importance, disagreement and the mean do to what comes first."""

from salesedu import charts
from salesedu._notation import and_list, plain
from salesedu.explorers.factory._marleen import IMPORTANCE, JORIS, MARLEEN, TOGETHER
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, Toggle, View
from salesedu.factory import CASE, WANTED, Comparison, Priorities, compare, priorities, suggested_scores

__all__ = ["EXPLORER"]

NAMES = dict(zip(TOGETHER, ("Customers", "Satisfaction", "Leads", "Quotes", "Funnel"), strict=True))
COLOURS = dict(zip(TOGETHER, (charts.INK, charts.WARM, charts.ACCENT, charts.BAD, charts.SOFT), strict=True))
ALIKE = 3  # what every block counts for when importance does not
BOOKS = {key: score for key, score in suggested_scores(CASE).items() if key in TOGETHER}
SETTLED = {"lower": "the lower", "mean": "the mean", "books": "the books"}
WAYS = {"lower": "The lower of both scores", "mean": "The mean of both scores", "books": "The books"}


def paint(leads: int, quotes: int, satisfaction: int, weighed: bool, settle: str) -> View:
    """Joris's scores for leads and quotes, the importance of satisfaction, and how they settle."""
    marleen = {key: MARLEEN[key] for key in TOGETHER}
    joris = JORIS | {"leads": leads, "quotes": quotes}
    weights = {key: IMPORTANCE[key] for key in TOGETHER} | {"satisfaction": satisfaction}
    if not weighed:
        weights = dict.fromkeys(TOGETHER, ALIKE)
    ways = {
        "lower": {key: min(marleen[key], joris[key]) for key in TOGETHER},
        "mean": {key: (marleen[key] + joris[key]) / 2 for key in TOGETHER},
        "books": BOOKS,
    }
    orders = [priorities(scores, weights, wanted=WANTED) for scores in (marleen, ways[settle], joris)]
    both = compare(marleen, joris, names=("Marleen", "Joris"), raters=True)
    first, second, third = (_first(order) for order in orders)
    kpis = (
        Kpi("together", "Together first", second, _sum(orders[1]), lead=True),
        Kpi("marleen", "Marleen first", first, _sum(orders[0])),
        Kpi("joris", "Joris first", third, _sum(orders[2])),
        Kpi("agree", "Agree", f"{len(both.shared) - _apart(both)} of {len(both.shared)}", "less than a point apart"),
    )
    return View(kpis, _chart(orders, settle), _reading(orders, both, weighed, settle))


def _apart(both: Comparison) -> int:
    return sum(abs(line.difference) >= 1 for line in both.lines)


def _leaders(order: Priorities) -> list[str]:
    return [NAMES[one.key] for one in order.ranking if one.rank == 1]


def _first(order: Priorities) -> str:
    """What comes first, in a word or two."""
    leaders = _leaders(order)
    return leaders[0] if len(leaders) == 1 else f"a tie of {len(leaders)}"


def _sum(order: Priorities) -> str:
    return f"gap × importance {_amount(order.ranking[0].weight)}"


def _weights(order: Priorities) -> dict[str, float]:
    """Gap times importance, largest first; what has no gap stands last, in the order of the blocks."""
    below = {one.key: one.weight for one in order.ranking}
    return below | {key: 0.0 for key in TOGETHER if key not in below}


def _amount(weight: float) -> str:
    return plain(weight, 0 if abs(weight - round(weight)) < 0.05 else 1)


def _chart(orders: list[Priorities], settle: str) -> dict:
    weights = [_weights(order) for order in orders]
    rows = [
        {
            "name": NAMES[key],
            "colour": COLOURS[key],
            "places": [list(one).index(key) for one in weights],
            "amounts": [_amount(one[key]) for one in weights],
        }
        for key in TOGETHER
    ]
    heads = ("Marleen", SETTLED[settle], "Joris")
    told = ". ".join(
        f"{head[0].upper()}{head[1:]}: {', '.join(f'{NAMES[key]} {_amount(weight)}' for key, weight in one.items())}"
        for head, one in zip(heads, weights, strict=True)
    )
    return charts.ranking(heads, rows, f"Gap times importance, first place on top. {told}.")


def _reading(orders: list[Priorities], both: Comparison, weighed: bool, settle: str) -> str:
    marleen, together, joris = (_leaders(order) for order in orders)
    counted = "" if weighed else " With all blocks equally important, the widest gap decides."
    said = _settled(marleen, together, joris, settle, orders[1])
    return f"{said}{counted} {_talk(both, marleen, joris)}"


def _settled(marleen: list[str], together: list[str], joris: list[str], settle: str, order: Priorities) -> str:
    """What their way of settling puts first, and whose choice that is."""
    weight = _amount(order.ranking[0].weight)
    way = f"{WAYS[settle]} {'put' if settle == 'books' else 'puts'}"
    if len(together) > 1:
        leaders = and_list([name.lower() for name in together])
        return f"{way} {leaders} first together, with {weight} each: such a sum does not choose."
    name = together[0]
    said = f"{way} {name.lower()} first with {weight}"
    if name in marleen and name in joris:
        return f"{said}, as both of them do."
    if name in marleen or name in joris:
        return f"{said}, as {'Marleen' if name in marleen else 'Joris'} does."
    if settle == "mean":
        return (
            f"{said}, which neither of them does. Where they differ, the mean takes from both gaps; where they agree, "
            "the gap stays whole."
        )
    return f"{said}, which neither of them does."


def _talk(both: Comparison, marleen: list[str], joris: list[str]) -> str:
    """What the two should do."""
    wide = [NAMES[line.key].lower() for line in both.lines if abs(line.difference) >= 2]
    if not _apart(both):
        return "They agree on every score: ask whether both looked, or one copied the other."
    if wide:
        return f"They are two points or more apart on {and_list(wide)}: let each say what they saw, before any sum."
    near = [NAMES[line.key].lower() for line in both.lines if abs(line.difference) >= 1]
    if marleen != joris:
        return f"One point on {and_list(near)} is enough to change what comes first."
    return f"They are a point apart on {and_list(near)}, which changes nothing at the top."


EXPLORER = Explorer(
    id="two-raters",
    chapter="factory",
    title="Two raters, one order",
    dutch="Twee beoordelaars, één volgorde",
    question="Marleen would begin with quotes, Joris with leads. Whose order is it to be?",
    try_this="Let importance not count: does Joris still begin with leads? Then look up what the books suggest, and "
    "say who should give way.",
    concepts=("factory-priorities", "block-importance", "second-rater", "rater-agreement"),
    section="what-to-mend-first",
    controls=(
        Slider("leads", "Joris on leads", 1, 5, 1, JORIS["leads"], note=f"Marleen: {MARLEEN['leads']}"),
        Slider("quotes", "Joris on quotes", 1, 5, 1, JORIS["quotes"], note=f"Marleen: {MARLEEN['quotes']}"),
        Slider("satisfaction", "Importance of satisfaction", 1, 5, 1, IMPORTANCE["satisfaction"]),
        Toggle("weighed", "Importance counts", True),
        Choice(
            "settle",
            "They settle on",
            (("lower", "the lower score"), ("mean", "the mean"), ("books", "what the books suggest")),
            "lower",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Now they take the lower of both scores. Marleen proposes the mean instead, because that is fair. Which "
        "block comes first then?",
        choices=("Quotes, as Marleen wants", "Leads, as Joris wants", "Satisfaction, which neither puts first"),
        values={"settle": "mean"},
        right=2,
        because="A mean of 4 and 2 is a 3, for leads and for quotes: half of each gap is gone. On satisfaction they "
        "agree, so its gap stays whole, and 2 times 3 is 6. The mean is an opinion that nobody holds.",
    ),
)
