"""Business definition: customer groups, needs and technologies, and how far the next step goes."""

from itertools import product

from salesedu import charts
from salesedu._notation import in_words
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, View
from salesedu.market import BusinessDefinition, business_definition

__all__ = ["EXPLORER"]

GROUPS = ("offices", "hotels", "care homes")
NEEDS = ("good coffee", "no worries", "a place to meet")
TECHNOLOGIES = ("machines", "baristas", "capsules")
TODAY = ({"offices", "hotels"}, {"good coffee", "no worries"}, {"machines"})
IN_WORDS = {1: "one thing", 2: "two things", 3: "three things"}
AT_MOST = {
    1: "one thing only. There growth is nearest",
    2: "one or two things. The second new thing makes a step much harder",
    3: "one to three things. With all three new it would be another firm",
}

Cell = tuple[str, str, str]


def paint(groups: str, needs: str, technologies: str, reach: str) -> View:
    """What stands on each axis, and how many things a new combination may have new at most."""
    axes = [set(text.split(", ")) for text in (groups, needs, technologies)]
    limit = int(reach)
    served = [
        cell
        for cell in product(GROUPS, NEEDS, TECHNOLOGIES)
        if all(name in axis for name, axis in zip(cell, axes, strict=True)) and _new(cell) <= limit
    ]
    firm = business_definition(GROUPS, NEEDS, TECHNOLOGIES, served)
    added = [cell for cell in firm.served if _new(cell)]
    farthest = max(map(_new, added), default=0)
    near = sum(0 < _new(cell) <= limit for cell in firm.open_cells)
    kpis = (
        Kpi("served", "Combinations served", str(len(firm.served)), "of 27; today 4", lead=True),
        Kpi("added", "New", str(len(added)), "to Noorderlicht"),
        Kpi("farthest", "Farthest step", IN_WORDS.get(farthest, "none"), "new at once" if farthest else ""),
        Kpi("near", "Open within reach", str(near), f"{IN_WORDS[limit]} new at most"),
    )
    return View(kpis, _chart(firm, limit), _reading(firm, added, near, limit))


def _new(cell: Cell) -> int:
    """How many of the three are new to Noorderlicht."""
    return sum(name not in known for name, known in zip(cell, TODAY, strict=True))


def _chart(firm: BusinessDefinition, limit: int) -> dict:
    served = set(firm.served)
    blocks = [
        (
            group.capitalize(),
            [(need, [_cell((group, need, one), served, limit) for one in TECHNOLOGIES]) for need in NEEDS],
        )
        for group in GROUPS
    ]
    told = "; ".join(" – ".join(cell) for cell in firm.served)
    return charts.business_grid(
        TECHNOLOGIES, blocks, f"27 combinations of customer group, need and technology. Served: {told}."
    )


def _cell(cell: Cell, served: set[Cell], limit: int) -> dict:
    new = _new(cell)
    if not new:
        return {"state": "today", "text": "today"} if cell in served else {"state": "left", "text": "given up"}
    state = "added" if cell in served else "open" if new <= limit else "far"
    return {"state": state, "text": f"{new} new"}


def _reading(firm: BusinessDefinition, added: list[Cell], near: int, limit: int) -> str:
    given_up = 4 - (len(firm.served) - len(added))
    if not added and not given_up:
        return (
            f"{firm.statement} That says more than “we sell coffee machines”: of the 27 combinations 4 are served, "
            f"and {near} open ones differ from them in {AT_MOST[limit]}."
        )
    if not added:
        return (
            f"{firm.statement} The business is sharper: {_number(given_up)} of its four combinations {_are(given_up)} "
            "given up. Choosing what you do not serve is half of a definition."
        )
    start = f"{firm.statement} {_number(len(added)).capitalize()} {_combinations(len(added))} new"
    lost = f" In return {_number(given_up)} of today's four {_are(given_up)} given up." if given_up else ""
    farthest = max(map(_new, added))
    far = [cell for cell in added if _new(cell) == farthest]
    if farthest == 1:
        return f"{start}, in one thing only: the next door of a known business. That can be tried out soon.{lost}"
    if farthest == 2:
        some = "" if len(far) == len(added) else f" {_number(len(far))} of them"
        return f"{start},{some} in two things at once: two things to learn before the first order.{lost}"
    some = "it" if len(added) == 1 else f"{_number(len(far))} of them"
    return (
        f"{start}. In {some} all three are new ({', '.join(far[0])}): nobody at Noorderlicht knows that customer, that "
        f"need or that work. It is another firm.{lost}"
    )


def _number(count: int) -> str:
    return in_words(count) if count <= 10 else str(count)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _combinations(count: int) -> str:
    return "combination is" if count == 1 else "combinations are"


EXPLORER = Explorer(
    id="market-definition",
    chapter="market",
    title="What business are you in?",
    dutch="Abell & Hammond",
    question="Noorderlicht gives offices and hotels good coffee without worries, from machines. Which business is "
    "that, and which lie next door?",
    try_this="Give up hotels and add care homes instead. Then try to double the business with steps of one thing only. "
    "Which of the three dimensions brings the most, and which would you start with?",
    concepts=("abell-hammond", "market-to-sales"),
    section="find-customers-who-fit",
    controls=(
        Choice(
            "groups",
            "Customer groups",
            (
                ("offices", "offices only"),
                ("hotels", "hotels only"),
                ("offices, hotels", "offices and hotels"),
                ("offices, care homes", "offices and care homes"),
                ("offices, hotels, care homes", "offices, hotels and care homes"),
            ),
            "offices, hotels",
        ),
        Choice(
            "needs",
            "Needs",
            (
                ("good coffee", "good coffee only"),
                ("good coffee, no worries", "good coffee and no worries"),
                ("good coffee, no worries, a place to meet", "good coffee, no worries and a place to meet"),
            ),
            "good coffee, no worries",
        ),
        Choice(
            "technologies",
            "Technologies",
            (
                ("machines", "machines only"),
                ("machines, baristas", "machines and baristas on site"),
                ("machines, capsules", "machines and capsules"),
                ("machines, baristas, capsules", "machines, baristas and capsules"),
            ),
            "machines",
        ),
        Choice("reach", "New at once, at most", tuple((str(n), text) for n, text in IN_WORDS.items()), "1"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Daan adds one of each: care homes as customers, a place to meet as a need, baristas as a technology, "
        "and everybody can get everything. Noorderlicht serves 4 combinations today. How many will it serve then?",
        choices=("7: one more for each addition", "9", "18"),
        values={
            "groups": "offices, hotels, care homes",
            "needs": "good coffee, no worries, a place to meet",
            "technologies": "machines, baristas",
            "reach": "3",
        },
        right=2,
        because="The three dimensions multiply: 3 groups × 3 needs × 2 technologies. Each addition sounds like one "
        "step, and together they make a firm that is four times as wide.",
    ),
)
