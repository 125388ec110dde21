"""From a Word document to Markdown.

Part of :mod:`salesedu.documents`.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from salesedu._markdown import escaped
from salesedu.documents.styles import CODE, CODE_BLOCK, RULE

__all__ = ["markdown_of"]

# All runs that a reader sees: those inside links and insertions too, deleted ones not.
RUNS = ".//w:r[not(ancestor::w:del) and not(ancestor::*[local-name()='txbxContent'])]"
RULERS = {WD_ALIGN_PARAGRAPH.RIGHT: "---:", WD_ALIGN_PARAGRAPH.CENTER: ":---:"}
HEADING = re.compile(r"Heading ([1-9])$")
LISTED = re.compile(r"List (Bullet|Number|Continue)(?: ([2-5]))?$")
Piece = tuple[str, frozenset[str], str]


def markdown_of(path: Path) -> str:
    """The text of a Word document as Markdown."""
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        if not path.exists():
            raise FileNotFoundError(f"{path.name} does not exist; check the name and the folder.") from None
        raise ValueError(f"path is {path.name}, which is no Word document; save it as .docx in Word.") from None
    blocks = [*_blocks(document)]
    lines: list[str] = []
    for place, (kind, text) in enumerate(blocks):
        # Items of a list stand close together; everything else has air around it.
        if place and not (kind == "item" and blocks[place - 1][0] in ("item", "first item", "more")):
            lines.append("")
        lines.append(text)
    return "\n".join(lines) + "\n"


def _blocks(document: Document) -> Iterator[tuple[str, str]]:
    """What kind of block it is, and its Markdown."""
    lists = _Lists(document)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lists.end()
            yield "table", _table(block)
            continue
        name, depth = _place(block, document)
        kind, text = _paragraph(block, name)
        if name == "continue":
            yield "more", lists.more(text, depth)
        elif name in ("bullet", "number"):
            yield lists.item(block, text, name, depth)
        else:
            lists.end()
            if text:
                yield kind, text


class _Lists:
    """Markers and indents of lists, which Markdown writes out and Word reckons."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.end()

    def end(self) -> None:
        """Something else than a list follows."""
        self.open: dict[int, tuple[str, int, int, int]] = {}  # depth: kind, Word's list, count, indent

    def more(self, text: str, depth: int) -> str:
        """Another paragraph of the last item."""
        space = self._space(depth + 1)
        return "\n".join(space + line if line else "" for line in text.split("\n"))

    def item(self, paragraph: Paragraph, text: str, name: str, depth: int) -> tuple[str, str]:
        """An item with its marker."""
        own = _numbering(paragraph)[0] if name == "number" else 0
        kind, other, count, _ = self.open.get(depth, ("", 0, 0, 0))
        goes_on = kind == name and other == own
        count = count + 1 if goes_on else _start(paragraph, self.document) if name == "number" else 1
        marker = f"{count}." if name == "number" else "-"
        space = self._space(depth)
        self.open = {level: known for level, known in self.open.items() if level < depth}
        self.open[depth] = (name, own, count, len(marker) + 1)
        lines = [line.strip() for line in text.split("\n")]
        inner = space + " " * (len(marker) + 1)
        made = "\n".join([f"{space}{marker} {lines[0]}".rstrip(" "), *(inner + line for line in lines[1:])])
        # Markdown takes "3." under a line of text for text, and a list of another kind needs air as well.
        apart = not goes_on and (bool(kind) or count != 1)
        return ("first item" if apart else "item"), made

    def _space(self, depth: int) -> str:
        return " " * sum(self.open[level][3] if level in self.open else 2 for level in range(1, depth))


def _place(paragraph: Paragraph, document: Document) -> tuple[str, int]:
    """What the paragraph is, by its style or its own numbering, and how deep."""
    style = paragraph.style
    while style is not None:
        name = style.name or ""
        if name == "Title":
            return "heading", 1
        if found := HEADING.match(name):
            return "heading", int(found[1])
        if found := LISTED.match(name):
            return found[1].lower(), int(found[2] or 1)
        if name in (CODE_BLOCK, RULE) or name.endswith("Quote"):
            return {CODE_BLOCK: "code", RULE: "rule"}.get(name, "quote"), 0
        style = style.base_style
    number, level = _numbering(paragraph)
    if number:
        form = _format(document, number, level)
        return ("bullet" if form == "bullet" else "number", level + 1)
    return "text", 0


def _numbering(paragraph: Paragraph) -> tuple[int, int]:
    """Number of the list and level, of the paragraph or its style; 0 for none."""
    for properties in (paragraph._p.pPr, getattr(paragraph.style.element, "pPr", None)):
        given = getattr(properties, "numPr", None)
        if given is not None and given.numId is not None:
            return given.numId.val, given.ilvl.val if given.ilvl is not None else 0
    return 0, 0


def _level(document: Document, number: int, level: int) -> tuple[object, object]:
    """The definition of a level of a list, and what overrides it."""
    root = document.part.numbering_part.element
    try:
        own = root.num_having_numId(number)
    except KeyError:
        return None, None
    shape = root.xpath(f'w:abstractNum[@w:abstractNumId="{own.abstractNumId.val}"]/w:lvl[@w:ilvl="{level}"]')
    over = own.xpath(f'w:lvlOverride[@w:ilvl="{level}"]/w:startOverride')
    return (shape[0] if shape else None), (over[0] if over else None)


def _format(document: Document, number: int, level: int) -> str:
    shape, _ = _level(document, number, level)
    form = shape.find(qn("w:numFmt")) if shape is not None else None
    return form.get(qn("w:val")) if form is not None else "bullet"


def _start(paragraph: Paragraph, document: Document) -> int:
    shape, over = _level(document, *_numbering(paragraph))
    start = shape.find(qn("w:start")) if shape is not None else None
    given = over if over is not None else start
    value = given.get(qn("w:val")) if given is not None else "1"
    return int(value) if value.isdigit() else 1


def _paragraph(paragraph: Paragraph, name: str) -> tuple[str, str]:
    if name == "rule":
        return "rule", "---"
    if name == "code":
        return "code", f"```\n{''.join(text for text, _, _ in _pieces(paragraph))}\n```"
    if name == "heading":
        text = _inline(paragraph, line_break=" ", start=False)
        level = min(_place(paragraph, paragraph.part.document)[1], 6)
        return "heading", f"{'#' * level} {text}" if text else ""
    text = _inline(paragraph, line_break="\\\n")
    if name == "quote":
        return "quote", "\n".join(f"> {line}" for line in text.split("\n")) if text else ""
    return "text", text


def _table(table: Table) -> str:
    rows = [[_cell(cell.paragraphs) for cell in row.cells] for row in table.rows]
    columns = max(len(row) for row in rows)
    rows = [row + [""] * (columns - len(row)) for row in rows]
    ruler = ["---"] * columns
    for place, cell in enumerate(table.rows[-1].cells):
        ruler[place] = RULERS.get(cell.paragraphs[0].alignment if cell.paragraphs else None, "---")
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (rows[0], ruler, *rows[1:]))


def _cell(paragraphs: list[Paragraph]) -> str:
    texts = [_inline(paragraph, line_break="<br>", start=False) for paragraph in paragraphs]
    return "<br>".join(text for text in texts if text)


# --- Words ------------------------------------------------------------------------------------


def _pieces(paragraph: Paragraph) -> list[Piece]:
    """Text, its marks and the address it links to, with neighbours that look alike joined."""
    found: list[Piece] = []
    for element in paragraph._p.xpath(RUNS):
        run = Run(element, paragraph)
        text = run.text.replace("\t", " ")
        if not text:
            continue
        link = element.getparent()
        address = ""
        if link.tag == qn("w:hyperlink") and link.get(qn("r:id")):
            address = paragraph.part.rels[link.get(qn("r:id"))].target_ref
        style = run.style.name if run.style is not None else ""
        marks = {"strong": run.bold, "em": run.italic, "code": style == CODE}
        found.append((text, frozenset(mark for mark, there in marks.items() if there), address))
    return [
        ("".join(text for text, _, _ in same), marks, address)
        for (marks, address), same in groupby(found, key=lambda piece: piece[1:])
    ]


def _inline(paragraph: Paragraph, line_break: str, start: bool = True) -> str:
    """The words of a paragraph as Markdown; `start` tells whether they begin a line."""
    pieces = _trimmed(_pieces(paragraph))
    written = ""
    for address, same in groupby(pieces, key=lambda piece: piece[2]):
        text = ""
        for piece, marks, _ in same:
            text += _marked(piece, marks, line_break, start=start and not written and not text)
        written += f"[{text}]({address.replace(' ', '%20')})" if address else text
    return written


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without white space at both ends of the paragraph."""
    while pieces and not pieces[0][0].strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1][0].strip():
        pieces = pieces[:-1]
    if pieces:
        pieces = [(pieces[0][0].lstrip(), *pieces[0][1:]), *pieces[1:]]
        pieces = [*pieces[:-1], (pieces[-1][0].rstrip(), *pieces[-1][1:])]
    return pieces


def _marked(text: str, marks: frozenset[str], line_break: str, *, start: bool) -> str:
    inner = text.strip()
    if not inner:
        return text.replace("\n", line_break)
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if "code" in marks:
        fence = "`" * (max((len(run) for run in re.findall("`+", inner)), default=0) + 1)
        air = " " if inner.startswith("`") or inner.endswith("`") else ""
        made = f"{fence}{air}{inner}{air}{fence}"
    else:
        lines = inner.split("\n")
        after = line_break.endswith("\n")
        made = line_break.join(
            escaped(line.strip(" "), start=after if place else start) for place, line in enumerate(lines)
        )
    sign = ("**" if "strong" in marks else "") + ("*" if "em" in marks else "")
    return left.replace("\n", line_break) + sign + made + sign[::-1] + right.replace("\n", line_break)
