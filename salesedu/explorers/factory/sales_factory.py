"""The sales factory: choose the blocks that matter, score them, and take a report along."""

from collections.abc import Mapping

from salesedu import charts
from salesedu._notation import MINUS, and_list, plain
from salesedu.explorers.factory._marleen import ACTIONS, BLOCK_SHEET, NAMES, SEEN
from salesedu.explorers.factory._score_guide import score_guide
from salesedu.explorers.parts import Choice, Document, Explorer, Kpi, Prediction, Slider, Step, View, Words, markdown
from salesedu.factory import BLOCKS, CASE, WANTED, Action, Assessment, Evidence, Report, assess, block, report

__all__ = ["EXPLORER"]

COMPANY = "Noorderlicht Koffie"
FILE = "sales-factory.md"
ALIKE = 3  # importance of a block for which none is given
SHOWN = 4  # gaps in the chart; the report has them all
LARGEST = 20  # a gap of 4 points, times an importance of 5
NARROW = {"intelligence": "BI and business development"}  # its whole name is wider than a phone
# What an assessment does not see, the most misleading first.
KINDS = (
    "evidence disagrees", "foundation left out", "not scored", "all the same", "all equally important", "no evidence",
)  # fmt: skip


def paint(
    organisation: str,
    by: str,
    evidence: str,
    wanted: int,
    blocks: Mapping,
    seen: Mapping,
    actions: Mapping,
    conclusion: str,
) -> View:
    """Every block that is ticked counts; what is not filled in stays unknown."""
    whose = " ".join(organisation.split())
    books = evidence == "books"
    own_books = books and (not whose or "noorderlicht" in whose.casefold())
    name = whose or (COMPANY if books else "the organisation")
    chosen = [key for key, cells in blocks.items() if cells["counts"]]
    if not chosen:
        return _empty(name)
    pieces = [piece for piece in CASE if own_books and piece.block in chosen]
    pieces += [Evidence(cells["block"], cells["what"]) for cells in _whole(seen)]
    unweighed = sum(not blocks[key]["importance"] for key in chosen)
    weights = {key: blocks[key]["importance"] or ALIKE for key in chosen} if unweighed < len(chosen) else None
    found = assess(
        {key: blocks[key]["score"] for key in chosen}, weights, chosen=chosen, wanted=wanted, evidence=pieces
    )
    agreed = [
        Action(cells["block"], cells["what"], cells["who"].strip(), cells["when"].strip()) for cells in _whole(actions)
    ]
    made = report(found, pieces, name, actions=agreed or None, by=by.strip())
    asides = _asides(name, books and not own_books, unweighed, seen, actions)
    return View(
        _kpis(made, wanted),
        _chart(made),
        " ".join((_reading(made, wanted), *asides)),
        (_document(made.to_markdown(), conclusion), score_guide([block(key) for key in chosen])),
    )


def _whole(rows: Mapping) -> list[Mapping]:
    """Rows that say what, and about which block."""
    return [cells for cells in rows.values() if cells["block"] and cells["what"].strip()]


def _asides(name: str, foreign: bool, unweighed: int, seen: Mapping, actions: Mapping) -> list[str]:
    """What the learner should know about what was filled in."""
    said = []
    if foreign:
        said.append(f"The books are Noorderlicht's and show nothing about {name}, so that they are left out.")
    if unweighed:
        blocks = "One block has" if unweighed == 1 else f"{unweighed} blocks have"
        said.append(f"{blocks} no importance yet and {'counts' if unweighed == 1 else 'count'} as a {ALIKE}.")
    for what, rows in (("finding", seen), ("action", actions)):
        for which, cells in rows.items():
            if cells["what"].strip() and not cells["block"]:
                said.append(f"Choose a block for the {which} {what}, or the report leaves it out.")
            elif cells["block"] and not cells["what"].strip():
                said.append(f"Say what the {which} {what} is, or the report leaves it out.")
    return said


def _document(text: str, conclusion: str) -> Document:
    own = [markdown.heading("Conclusion", 2), markdown.paragraph(conclusion)] if conclusion.strip() else []
    return Document("Report", FILE, "text/markdown", markdown.document(text.rstrip("\n"), *own))


def _empty(name: str) -> View:
    """Before any block is ticked."""
    kpis = (
        Kpi("first", "Begin with", "–", "nothing is chosen yet", lead=True),
        Kpi("level", "Weighted level", "–", "on a scale of 1 to 5"),
        Kpi("scored", "Scored", "0", "blocks that matter"),
        Kpi("evidence", "With evidence", "0", "scores"),
    )
    text = markdown.document(
        markdown.heading(f"The sales factory of {name}"),
        markdown.paragraph("No block is chosen yet. Tick those that matter most; these are the questions they ask."),
        markdown.bullets(f"{one.number}. {one.name}: {one.question}" for one in BLOCKS),
    )
    reading = (
        f"Tick the blocks that matter to {name}: five or six that you can really work on say more than eleven. Begin "
        "with customers, because all others stand on that one."
    )
    documents = (Document("Report", FILE, "text/markdown", text), score_guide(BLOCKS))
    return View(kpis, _picture([], [], 0, "No block is chosen yet."), reading, documents)


def _kpis(made: Report, wanted: int) -> tuple[Kpi, ...]:
    found, ranking = made.assessment, made.priorities.ranking
    first = [one for one in ranking if one.rank == 1]
    if not found.scored:
        begin = Kpi("first", "Begin with", "–", "no block has a score yet", lead=True)
    elif not first:
        begin = Kpi("first", "Begin with", "none", f"no score below {wanted}", lead=True)
    else:
        sum_ = f"gap {plain(first[0].gap)} × importance {plain(first[0].importance)} = {plain(first[0].weight)}"
        tied = and_list([block(one.key).short for one in first[:3]]) if len(first) <= 3 else "equally far behind"
        begin = (
            Kpi("first", "Begin with", block(first[0].key).short, sum_, lead=True)
            if len(first) == 1
            else Kpi("first", "Begin with", f"a tie of {len(first)}", tied, lead=True)
        )
    level = "–" if found.level is None else plain(found.level, 1)
    spread = f"could be {plain(found.lowest, 1)} to {plain(found.highest, 1)}" if found.unscored else "of 5"
    shown = sum(1 for line in found.lines if line.score is not None and line.evidence)
    count = sum(line.evidence for line in found.lines)
    return (
        begin,
        Kpi("level", "Weighted level", level, spread),
        Kpi("scored", "Scored", f"{len(found.scored)} of {len(found.lines)}", "blocks that matter"),
        Kpi("evidence", "With evidence", f"{shown} of {len(found.scored)}", _pieces(count)),
    )


def _pieces(count: int) -> str:
    return "1 piece" if count == 1 else f"{count} pieces"


def _chart(made: Report) -> dict:
    ranking = made.priorities.ranking
    marked = {one.key for one in ranking if one.rank <= 3}
    rows = [
        {
            "name": NAMES[line.key],
            "short": block(line.key).short,
            "own": line.score,
            "wanted": line.wanted,
            **({"amount": f"{MINUS}{plain(line.gap)}"} if line.key in marked else {}),
        }
        for line in made.assessment.lines
    ]
    gaps = [(NARROW.get(one.key, one.name), one.weight) for one in ranking[:SHOWN]]
    told = "; ".join(
        f"{line.name}: {'no score' if line.score is None else plain(line.score)}" for line in made.assessment.lines
    )
    weighed = "; ".join(f"{one.name} {plain(one.weight)}" for one in ranking) or "none"
    return _picture(rows, gaps, len(ranking) - len(gaps), f"Scores now. {told}. Gaps by importance: {weighed}.")


def _picture(rows: list[dict], gaps: list[tuple[str, float]], more: int, description: str) -> dict:
    """The radar, and under it the gaps that weigh most."""
    bars = [
        {
            "name": name,
            "amount": plain(weight),
            "parts": [{"share": weight / LARGEST, "colour": charts.BAD if weight == gaps[0][1] else charts.WARM}],
        }
        for name, weight in gaps
    ]
    note = {0: "", 1: "and one more block below the level you want"}.get(
        more, f"and {more} more blocks below the level you want"
    )
    under = [{"heading": "Gap × importance"}, *bars, *[{}] * (SHOWN - len(bars)), {"note": note}]
    return charts.panel(under, description, above=charts.radar(rows, "score now", "wanted", description))


def _reading(made: Report, wanted: int) -> str:
    found, ranking = made.assessment, made.priorities.ranking
    if not found.scored:
        line = max(found.lines, key=lambda one: one.importance)
        blocks = "One block matters" if len(found.lines) == 1 else f"{len(found.lines)} blocks matter"
        return f"{blocks}, without a score yet. Begin with {line.name}. {block(line.key).question}"
    first = [one for one in ranking if one.rank == 1]
    if not first:
        said = f"No score lies below {wanted}. Ask whether you want enough, and who would score it lower."
    elif len(first) == 1:
        said = f"Begin with {first[0].name}. The next step is level {first[0].next_level}: {first[0].next_step}"
    else:
        names = and_list([f"“{one.name}”" for one in first])
        said = f"First come {names}" if len(first) <= 3 else f"{len(first)} blocks share the first place"
        said += (
            f", with {plain(first[0].weight)} each. The figures cannot choose between them: ask which one the others "
            "wait for."
        )
    return f"{said} {_unseen(found)}".strip()


def _unseen(found: Assessment) -> str:
    """The most misleading thing that the assessment does not see, and how many there are."""
    spots = sorted(found.blind_spots, key=lambda spot: KINDS.index(spot.kind))
    if not spots:
        return ""
    more = {1: "", 2: " The report names one more thing that is not seen."}.get(
        len(spots), f" The report names {len(spots) - 1} more things that are not seen."
    )
    return f"But {spots[0].because[0].lower()}{spots[0].because[1:]} {spots[0].advice}{more}"


EXPLORER = Explorer(
    id="sales-factory",
    chapter="factory",
    title="The sales factory",
    dutch="De salesfabriek",
    question="Marleen has scored nine of the eleven blocks. Where should Noorderlicht begin, and do its books agree "
    "with her?",
    try_this="Open the report and read what the books say about leads. Then choose your own score for that block, "
    "and see what comes first. Give block 10 a score too, and write your conclusion.",
    concepts=("improvement-report", "sales-factory", "anchored-score", "radar-picture", "factory-priorities"),
    section="a-report-that-somebody-acts-on",
    controls=(
        Words("organisation", "Organisation", COMPANY, longest=60, placeholder=COMPANY),
        Words("by", "Scored by, and when", "Marleen, director", longest=80),
        Choice(
            "evidence",
            "Evidence",
            (("books", "Noorderlicht's books and my own"), ("own", "only my own")),
            "books",
        ),
        Slider("wanted", "Level you want", 2, 5, 1, WANTED, note="for every block"),
        BLOCK_SHEET,
        SEEN,
        ACTIONS,
        Words(
            "conclusion",
            "Conclusion",
            lines=4,
            longest=1200,
            note="What should be done first, why, and what would change your mind?",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Marleen left block 5 out. Her level is 2.9, and could be 2.8 to 3.1 because block 10 has no score. If "
        "she ticks block 5 too, and gives it no score, what changes?",
        choices=(
            "The level falls: an empty score counts as a 0",
            "Nothing: a block without a score does not count",
            "The range becomes wider, and the level stays",
        ),
        values={},
        right=2,
        because="The level is that of the scored blocks, still 2.9. With two unknown blocks it could be anything from "
        "2.7 to 3.2. A block that is left out is as unknown, but the range does not show it.",
    ),
    keeps=True,
    steps=(
        Step("Whose factory", ("organisation", "by", "evidence", "wanted")),
        Step("Score the blocks", ("blocks",)),
        Step("Your own evidence", ("seen",)),
        Step("Actions and conclusion", ("actions", "conclusion")),
    ),
)
