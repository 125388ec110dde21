"""How Marleen, the director, fills in the factory before she has looked at the books; both explorers start on it."""

from salesedu._factory.directors_sheet import IMPORTANCE, MARLEEN
from salesedu.explorers.parts import Entry, Level, Pick, Sheet, Tick
from salesedu.factory import BLOCKS

__all__ = ["ACTIONS", "BLOCK_SHEET", "IMPORTANCE", "JORIS", "MARLEEN", "NAMES", "SEEN", "TOGETHER"]

TOGETHER = ("customers", "satisfaction", "leads", "quotes", "funnel")  # what she and Joris both scored
JORIS = {key: MARLEEN[key] for key in TOGETHER} | {"leads": 2, "quotes": 4}
# Names that stand on one line: round the radar, in a list to choose from, and in the rows of the table.
SHORTER = {
    "organisation": "Set-up of organisation",
    "intelligence": "BI and BD",
    "leads": "Leads, opportunities",
    "funnel": "Predictable funnel",
    "qualities": "Qualities of sellers",
}
NAMES = {one.key: SHORTER.get(one.key, one.name) for one in BLOCKS}
PICKS = tuple((one.key, f"{one.number} {NAMES[one.key]}") for one in BLOCKS)

BLOCK_SHEET = Sheet(
    "blocks",
    "The eleven blocks",
    PICKS,
    (
        Tick("counts", "Matters"),
        Level("importance", "Importance", needs="counts", note="1 little, 5 vital"),
        Level("score", "Score", needs="counts", note="1 by chance, 3 agreed, 5 checked and improved"),
    ),
    {key: {"counts": True, "importance": weight, "score": MARLEEN.get(key)} for key, weight in IMPORTANCE.items()},
    note="What each level of a block looks like stands in the score guide, at the foot.",
)
SEEN = Sheet(
    "seen",
    "What you saw yourself",
    (("first", "First"), ("second", "Second"), ("third", "Third"), ("fourth", "Fourth")),
    (Pick("block", "Block", PICKS), Entry("what", "What you saw", longest=140)),
    {
        "first": {"block": "leads", "what": "More leads than ever since the campaign"},
        "second": {"block": "quotes", "what": "A hotel in Groningen waited nine days for its quote"},
    },
    note="Evidence of your own: a figure, a document, something that happened.",
    adds="Add what you saw",
)
ACTIONS = Sheet(
    "actions",
    "What will be done",
    (("first", "First action"), ("second", "Second action"), ("third", "Third action")),
    (
        Pick("block", "Block", PICKS),
        Entry("what", "What", longest=140),
        Entry("who", "Who", longest=40),
        Entry("when", "By when", longest=40),
    ),
    note="Left empty, the report proposes the next step of the first three blocks.",
    adds="Add an action",
)
