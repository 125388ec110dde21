"""How our Word documents look: A4, calm, the colours of the course; true styles throughout.

Part of :mod:`salesedu.documents`.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

__all__ = ["CODE", "CODE_BLOCK", "LINE", "LINK", "RULE", "SOFT", "TABLE_HEADING", "TABLE_TEXT", "dress", "element"]

INK, ACCENT = RGBColor(0x1C, 0x24, 0x21), RGBColor(0x0B, 0x6E, 0x5F)
SOFT, LINE = "E1F0EC", "D9DED8"
FONT, FIXED = "Calibri", "Consolas"
TABLE_TEXT, TABLE_HEADING, CODE_BLOCK, RULE = "Table Text", "Table Heading", "Code Block", "Horizontal Rule"
CODE, LINK = "Code", "Hyperlink"
HEADINGS = {1: (22, 0, 10), 2: (15, 18, 6), 3: (12.5, 14, 4), 4: (11, 12, 3)}


def element(name: str, **attributes: object) -> OxmlElement:
    """An XML element in Word's namespace: ``element("w:lang", val="nl-NL")``."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def dress(document: Document, language: str) -> None:
    """Set page, language, styles and page number of an empty document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    _language(document, language)
    styles = document.styles
    body = styles["Normal"]
    _font(body, FONT, 11, INK)
    body.paragraph_format.space_after, body.paragraph_format.line_spacing = Pt(7), 1.15
    for level, (size, before, after) in HEADINGS.items():
        heading = styles[f"Heading {level}"]
        _font(heading, FONT, size, ACCENT if level < 4 else INK, bold=True)
        heading.font.italic = False
        form = heading.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), True
    for name in ("List Bullet", "List Number", "List Continue"):
        for suffix in ("", " 2", " 3"):
            styles[name + suffix].paragraph_format.space_after = Pt(3)
    quote = styles["Quote"]
    quote.font.color.rgb = INK
    quote.paragraph_format.left_indent = Cm(0.8)

    text = _new(document, TABLE_TEXT, 10)
    text.paragraph_format.space_before = text.paragraph_format.space_after = Pt(3)
    text.paragraph_format.line_spacing = 1
    heading = _new(document, TABLE_HEADING, 10, based_on=TABLE_TEXT)
    heading.font.bold = True
    heading.paragraph_format.keep_with_next = True
    block = _new(document, CODE_BLOCK, 9.5)
    _font(block, FIXED, 9.5, INK)
    block.paragraph_format.left_indent = Cm(0.5)
    rule = _new(document, RULE, 4)
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=6, space=1, color=LINE))
    rule.element.get_or_add_pPr().append(borders)
    code = styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = FIXED, Pt(10)
    link = styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = ACCENT, True
    _page_number(section.footer.paragraphs[0])


def _font(style: ParagraphStyle, name: str, size: float, colour: RGBColor, bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), colour
    if bold is not None:
        style.font.bold = bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]  # the theme's fonts would win from the name
    for script in ("hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _new(document: Document, name: str, size: float, based_on: str = "Normal") -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[based_on]
    style.font.size = Pt(size)
    return style


def _language(document: Document, language: str) -> None:
    for given in document.styles.element.iter(qn("w:lang")):
        given.set(qn("w:val"), language)
    for given in document.settings.element.iter(qn("w:themeFontLang")):
        given.set(qn("w:val"), language)


def _page_number(paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = element("w:fldSimple", instr="PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
