"""Relationship strategy: what a customer is worth against how strong the relationship is."""

from salesedu import charts
from salesedu._notation import and_list, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.portfolio import (
    RELATIONSHIP_STRATEGIES,
    RelationshipPortfolio,
    RelationshipStrategy,
    relationship_mark,
    relationship_portfolio,
    relationship_strategy,
)

__all__ = ["EXPLORER"]

OWN = "Van Dam"
OTHERS = {  # value and strength, 0 to 10
    "De Linde": (9.0, 8.5),
    "KantoorPlus": (8.0, 7.0),
    "Waterland": (6.5, 5.5),
    "Meerzicht": (5.5, 6.5),
    "shipyard": (5.5, 2.5),
    "Zeezicht": (3.5, 9.0),
    "beach bar": (2.0, 3.0),
}
SAID = {"shipyard": "the shipyard", "beach bar": "the beach bar"}
VALUES = {name: value for name, (value, _) in OTHERS.items()}
STRENGTHS = {name: strength for name, (_, strength) in OTHERS.items()}
MOST = 40_000  # euros of margin a year that get a 10
LINE, NEAR = 5, 0.5
HOURS = {
    "cherish": "time on several levels, and a plan made together",
    "strengthen": "the hours that others do not need: find out why it keeps its distance",
    "maintain": "a friendly call now and then, and a question for references",
    "phase out": "the web shop and no visits, unless it turns out that it could become more",
}


def paint(margin: float, potential: float, wallet: float, trust: float, line: float) -> View:
    """Euros a year, per cent, and marks from 0 to 10."""
    found = _place(margin, potential, wallet, trust, line)
    book = relationship_portfolio(VALUES, STRENGTHS, threshold=line, near=NEAR)
    moved = _moved(book)
    kpis = (
        Kpi("strategy", "Van Dam & Partners", found.strategy, found.dutch, lead=True),
        Kpi("value", "Value", plain(found.value, 1), _side(found.value, line, "high", "low")),
        Kpi("strength", "Strength", plain(found.strength, 1), _side(found.strength, line, "strong", "weak")),
        Kpi("moved", "Others in another field", f"{len(moved)} of {len(OTHERS)}", f"than with the line at {LINE}"),
    )
    return View(kpis, _chart(found, book, moved, line), _reading(found, moved, wallet, trust, line))


def _place(margin: float, potential: float, wallet: float, trust: float, line: float) -> RelationshipStrategy:
    value = {"margin": relationship_mark(margin, 0, MOST), "potential": potential}
    strength = {"share of wallet": wallet / 10, "trust": trust}
    return relationship_strategy(value, strength, threshold=line, near=NEAR)


def _moved(book: RelationshipPortfolio) -> list[str]:
    case = relationship_portfolio(VALUES, STRENGTHS, threshold=LINE, near=NEAR).customers
    return [name for name in OTHERS if book.customers[name].strategy != case[name].strategy]


def _side(mark: float, line: float, high: str, low: str) -> str:
    side = high if mark >= line else low
    return f"{side}, a close call" if abs(mark - line) <= NEAR + 1e-9 else side


def _chart(found: RelationshipStrategy, book: RelationshipPortfolio, moved: list[str], line: float) -> dict:
    fields = [
        {
            "name": name,
            "right": name in ("cherish", "maintain"),
            "upper": name in ("cherish", "strengthen"),
            "chosen": name == found.strategy,
        }
        for name in RELATIONSHIP_STRATEGIES
    ]
    others = [
        {"name": name, "place": (strength, value), "moved": name in moved} for name, (value, strength) in OTHERS.items()
    ]
    told = "; ".join(f"{name}: {and_list(group.members)}" for name, group in book.strategies.items() if group.members)
    return charts.portfolio_map(
        fields,
        {"name": OWN, "place": (found.strength, found.value)},
        others,
        (("weak relationship", "strong →"), ("", "↑ worth much to us")),
        line,
        (0, 10),
        f"Strength of the relationship across and value upwards, 0 to 10, with the line at {plain(line, 1)}. Van Dam "
        f"at {plain(found.strength, 1)} and {plain(found.value, 1)}: {found.strategy}. The others: {told}.",
    )


def _reading(found: RelationshipStrategy, moved: list[str], wallet: float, trust: float, line: float) -> str:
    text = f"Van Dam: {found.strategy}"
    if found.borderline:
        text += f", but only just; half a point, and it is {' or '.join(found.near_to)}"
    text += "."
    if moved:
        one = len(moved) == 1
        names = and_list([SAID.get(name, name) for name in moved])
        text += (
            f" With the line at {plain(line, 1)} {names} get{'s' if one else ''} another strategy as well, "
            f"though {'it did' if one else 'they did'} nothing."
        )
    if wallet >= 80 and trust <= 3:
        return f"{text} It buys nearly all here and does not trust us: bound, not loyal. The day it can leave, it will."
    return f"{text} Give it {HOURS[found.strategy]}."


EXPLORER = Explorer(
    id="relationship-strategy",
    chapter="portfolio",
    title="Value and strength",
    dutch="Klantrelatiestrategieën",
    question="Van Dam & Partners is worth much and keeps its distance. Which relationship fits it, and who should get "
    "fewer visits for that?",
    try_this="Bring Van Dam into “cherish” by moving one slider. Then let it buy everything here because its contract "
    "says so, with trust at 2: what does the picture say, and would you believe it?",
    concepts=("relationship-strategies", "relationship-strength"),
    section="which-relationship-for-whom",
    controls=(
        Slider("margin", "Margin it leaves", 0, 40000, 1000, 24000, "€", "a year; € 40,000 is a 10"),
        Slider("potential", "Could still buy more", 0, 10, 1, 8, note="10 very much more"),
        Slider("wallet", "Buys here", 0, 100, 5, 30, "%", "of all its coffee"),
        Slider("trust", "Trusts us", 0, 10, 1, 4),
        Slider("line", "Marleen draws the line at", 3, 8, 0.5, 5),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Marleen calls five out of ten no longer good enough and draws the line at 6. Besides Van Dam there are "
        "seven customers on the map, and none of them changes. How many get another strategy?",
        choices=("None: no customer changed", "One", "Three"),
        values={"line": 6},
        right=2,
        because="Waterland, Meerzicht and the shipyard stood near the line. It is an agreement, so look at the dots "
        "before you act on the name of a field.",
    ),
)
