"""A small explorer to fill in, with every kind of control there is: the stand-in for those of the chapters.

The browser tests put it into the page's Python; here it is an ordinary module.
"""

from salesedu import charts
from salesedu.explorers.parts import (
    Document,
    Entry,
    Explorer,
    Kpi,
    Level,
    Pick,
    Sheet,
    Slider,
    Tick,
    View,
    Words,
    markdown,
)

BLOCKS = Sheet(
    "blocks",
    "What matters here",
    (
        ("customers", "Customers", "who they are"),
        ("process", "Commercial process"),
        ("qualities", "Qualities of the people"),
    ),
    (
        Tick("counts", "Matters"),
        Level("importance", "Importance", needs="counts", note="1 little, 5 vital"),
        Level("score", "Score", needs="counts"),
    ),
    {"customers": {"counts": True, "importance": 4, "score": 2}},
)
PEOPLE = Sheet(
    "people",
    "Who decides",
    (("first", "First person"), ("second", "Second person")),
    (
        Entry("who", "Name", longest=20),
        Pick("role", "Role", (("buyer", "buys"), ("user", "uses"))),
        Level("trust", "Trust", top=10),
    ),
)


def paint(customer, goal, blocks, people, months):
    ticked = [(key, label) for key, label, *_ in BLOCKS.rows if blocks[key]["counts"]]
    rows = [
        {"name": label, "short": label[:8], "own": blocks[key]["score"], "wanted": blocks[key]["importance"]}
        for key, label in ticked
    ]
    named = [cells for cells in people.values() if cells["who"].strip()]
    text = markdown.document(
        markdown.heading(f"Plan for {customer or 'a customer'}"),
        markdown.paragraph(goal),
        markdown.table(("Who", "Role"), [(cells["who"], cells["role"] or "") for cells in named]),
    )
    chart = charts.radar(rows, "score", "importance", f"A radar of {len(rows)} blocks.")
    return View(
        (Kpi("ticked", "Blocks that matter", str(len(ticked)), lead=True), Kpi("people", "People", str(len(named)))),
        chart,
        f"{len(ticked)} blocks matter to {customer or 'this customer'}, over {months} months.",
        (Document("Plan", "plan.md", "text/markdown", text),),
    )


EXPLORER = Explorer(
    id="room-plan",
    chapter="customers",
    title="A plan to fill in",
    dutch="Een plan om in te vullen",
    question="What does this customer need?",
    try_this="Tick a second block.",
    concepts=("kpi",),
    section="would-they-recommend-you",
    controls=(
        Words("customer", "Customer", "Hotel De Kade", longest=40, placeholder="a name"),
        Words("goal", "Goal", lines=3, longest=300, note="In two or three sentences."),
        BLOCKS,
        PEOPLE,
        Slider("months", "Months", 1, 24, 1, 12),
    ),
    paint=paint,
    keeps=True,
)
