"""From Markdown to a Word document.

Part of :mod:`salesedu.documents`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from math import sqrt

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from salesedu._markdown import one_line, plain_text
from salesedu.documents.styles import (
    CODE,
    CODE_BLOCK,
    LINE,
    LINK,
    RULE,
    SOFT,
    TABLE_HEADING,
    TABLE_TEXT,
    dress,
    element,
)

__all__ = ["docx_bytes"]

FIXED_TIME = (2020, 1, 1, 0, 0, 0)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
BREAK = re.compile(r"<br ?/?>")
ADDRESS = re.compile(r"(https?://|mailto:)")
# Parts of the empty document that tell of another program, or that Word does not need.
LEFT_OUT = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
DEEPEST = 3  # as far as Word's own list styles go
ALIGNMENTS = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}


def docx_bytes(markdown: str, title: str | None, language: str) -> bytes:
    """A Word document of a text in Markdown."""
    if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
        raise ValueError(f'language is {language!r}; give a code such as "en-GB" or "nl-NL".')
    for line in markdown.split("\n"):
        one_line(line, "what")
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
    document = docx.Document()
    dress(document, language)
    _properties(document, _title(tree) if title is None else one_line(title, "title"), language)
    _Writer(document).blocks(tree.children)
    raw = io.BytesIO()
    document.save(raw)
    return _without_clock(raw.getvalue())


def _title(tree: SyntaxTreeNode) -> str:
    heading = next((node for node in tree.children if node.type == "heading"), None)
    return plain_text(heading.children[0].content) if heading and heading.children else "Document"


def _properties(document: Document, title: str, language: str) -> None:
    """Title and language; nothing about who, when or with what the document was made."""
    known = document.core_properties
    known.title, known.language = title[:255], language
    for name in ("dcterms:created", "dcterms:modified", "cp:revision", "dc:creator", "dc:description",
                 "cp:lastModifiedBy"):  # fmt: skip
        for found in known._element.xpath(name):
            known._element.remove(found)
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(LEFT_OUT):
                del relations[key]
    for found in [*document.settings.element.xpath("w:rsids"), *document.styles.element.xpath("w:style/w:rsid")]:
        found.getparent().remove(found)


def _without_clock(packed: bytes) -> bytes:
    """The same package with the same time on every part, so that equal texts give equal files."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, FIXED_TIME), old.read(item), zipfile.ZIP_DEFLATED)
    return result.getvalue()


class _Writer:
    """Puts the blocks of a text into a document, one after another."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.under_table = False

    def blocks(self, nodes: list[SyntaxTreeNode], depth: int = 0, quoted: bool = False) -> None:
        """Any blocks; `depth` counts the lists around them."""
        for node in nodes:
            if node.type == "heading":
                self.inline(self.paragraph(f"Heading {min(int(node.tag[1]), 4)}"), node)
            elif node.type == "paragraph":
                style = "Quote" if quoted else _list_style("List Continue", depth) if depth else "Normal"
                self.inline(self.paragraph(style), node)
            elif node.type in ("bullet_list", "ordered_list"):
                self.list(node, depth + 1)
            elif node.type == "table":
                self.table(node)
            elif node.type == "blockquote":
                self.blocks(node.children, depth, quoted=True)
            elif node.type in ("fence", "code_block"):
                _text(self.paragraph(CODE_BLOCK), node.content.removesuffix("\n"))
            elif node.type == "hr":
                self.paragraph(RULE)
            else:  # HTML is shown as it was typed
                _text(self.paragraph("Normal"), node.content.strip())

    def paragraph(self, style: str) -> Paragraph:
        """A new paragraph; under a table it keeps some distance."""
        made = self.document.add_paragraph(style=style)
        if self.under_table and not style.startswith("Heading"):
            made.paragraph_format.space_before = Pt(8)
        self.under_table = False
        return made

    def list(self, node: SyntaxTreeNode, depth: int) -> None:
        """A list; a numbered one starts at its own first number."""
        name = "List Bullet" if node.type == "bullet_list" else "List Number"
        number = None if name == "List Bullet" else self.numbering(depth, int(node.attrs.get("start", 1)))
        for item in node.children:
            first, *rest = item.children or [None]
            paragraph = self.paragraph(_list_style(name, depth))
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_numId().val = number
            if first is not None and first.type == "paragraph":
                self.inline(paragraph, first)
            elif first is not None:
                rest = [first, *rest]
            self.blocks(rest, depth)

    def numbering(self, depth: int, start: int) -> int:
        """A list of its own, numbered as the style of its depth."""
        style = self.document.styles[_list_style("List Number", depth)]
        numbering = self.document.part.numbering_part.element
        old = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
        new = numbering.add_num(old.abstractNumId.val)
        new.add_lvlOverride(ilvl=0).add_startOverride(start)
        return new.numId

    def table(self, node: SyntaxTreeNode) -> None:
        """A table whose header row repeats on every page."""
        rows = [row.children for part in node.children for row in part.children]
        if self.under_table:
            self.paragraph("Normal")  # without anything between them Word makes two tables one
        table = self.document.add_table(len(rows), len(rows[0]))
        _borders(table._tbl.tblPr)
        widths = _widths(rows)
        for place, width in enumerate(widths):
            table.columns[place].width = Cm(width)
        for place, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(element("w:cantSplit"))
            if place == 0:
                properties.append(element("w:tblHeader"))
            for cell, content, width in zip(row.cells, cells, widths, strict=True):
                cell.width = Cm(width)
                self.cell(cell, content, heading=place == 0)
        self.under_table = True

    def cell(self, cell: _Cell, node: SyntaxTreeNode, *, heading: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = TABLE_HEADING if heading else TABLE_TEXT
        align = str(node.attrs.get("style", "")).removeprefix("text-align:")
        if align in ALIGNMENTS:
            paragraph.alignment = ALIGNMENTS[align]
        if heading:
            cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=SOFT))
        self.inline(paragraph, node)

    def inline(self, paragraph: Paragraph, node: SyntaxTreeNode) -> None:
        """The words of a paragraph, with what is bold, italic, code or a link."""
        for child in node.children:
            tokens = child.to_tokens()[0].children or []
            for address, pieces in groupby(_pieces(tokens), key=lambda piece: piece[2]):
                home = _link(paragraph, address) if ADDRESS.match(address) else paragraph._p
                for text, marks, _ in pieces:
                    _run(paragraph, home, text, marks, linked=home is not paragraph._p)


def _pieces(tokens: list[Token]) -> Iterator[tuple[str, frozenset[str], str]]:
    """Text, its marks, and the address it links to."""
    marks: list[str] = []
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            address = ""
        elif token.type in ("strong_open", "em_open"):
            marks.append(token.tag)
        elif token.type in ("strong_close", "em_close"):
            marks.remove(token.tag)
        elif token.type == "hardbreak" or (token.type == "html_inline" and BREAK.fullmatch(token.content)):
            yield "\n", frozenset(marks), address
        elif token.type == "softbreak":
            yield " ", frozenset(marks), address
        elif token.type == "code_inline":
            yield token.content, frozenset([*marks, "code"]), address
        elif token.content:  # text, what was escaped, the words for a picture, HTML as it was typed
            yield token.content, frozenset(marks), address


def _run(paragraph: Paragraph, home: OxmlElement, text: str, marks: frozenset[str], *, linked: bool) -> None:
    made = OxmlElement("w:r")
    home.append(made)
    run = Run(made, paragraph)
    run.text = text
    run.bold = True if "strong" in marks else None
    run.italic = True if "em" in marks else None
    if "code" in marks or linked:
        run.style = CODE if "code" in marks else LINK


def _text(paragraph: Paragraph, text: str) -> None:
    _run(paragraph, paragraph._p, text, frozenset(), linked=False)


def _link(paragraph: Paragraph, address: str) -> OxmlElement:
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(made)
    return made


def _list_style(name: str, depth: int) -> str:
    return name if depth == 1 else f"{name} {min(depth, DEEPEST)}"


def _borders(properties: OxmlElement) -> None:
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color=LINE))
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    (layout if layout is not None else look).addprevious(borders)


def _widths(rows: list[list[SyntaxTreeNode]]) -> list[float]:
    """Centimetres for each column, by what it holds: long texts wrap, figures do not."""
    longest = [max(len(_shown(cell)) for cell in column) for column in zip(*rows, strict=True)]
    weights = [sqrt(min(max(length, 5), 60)) for length in longest]
    return [16.6 * weight / sum(weights) for weight in weights]


def _shown(cell: SyntaxTreeNode) -> str:
    return "".join(child.content for child in cell.children)
