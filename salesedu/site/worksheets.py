"""A worksheet on paper and its key for every chapter, as plain HTML that prints well; :mod:`.printing` makes the PDF.

The same baked questions as in the book, so sheet, key and quiz cannot drift apart. From the command line a
lecturer prints sheets with other numbers: see :mod:`.print_worksheets`.
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .. import concepts
from ..concepts import Chapter
from ..concepts.edition import LICENCE, current
from ..questions import bank
from .printing import find_browser, pdf

__all__ = ["Worksheets", "key_html", "sheet_html", "write", "write_into_site"]

_HERE = Path(__file__).parent
_LETTERS = "ABCDEFGHIJKLMNOP"
_ASKS = {
    "choice": "Choose one.",
    "multiple": "Choose all that fit.",
    "number": "Calculate.",
    "text": "Answer in a word or two.",
    "order": "Write 1, 2, 3 … in the boxes.",
    "match": "Write the letter that belongs to each line.",
    "sort": "Mark where each belongs.",
}


def _list(items, kind: str) -> str:
    return f'<ul class="{kind}">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _given(question: Mapping, numbers: int) -> Mapping:
    """The prompt, solution and answer on this sheet: one set of numbers where there are several."""
    variants = question.get("variants")
    return variants[(numbers - 1) % len(variants)] if variants else question


def _rights(question: Mapping) -> dict[int, str]:
    return {right["index"]: _LETTERS[place] for place, right in enumerate(question["rights"])}


def _blank(question: Mapping) -> str:
    """Where the student writes."""
    kind = question["type"]
    box = '<span class="box"></span>'
    if kind in ("choice", "multiple"):
        return _list((f"{box} <b>{_LETTERS[i]}</b> {one['text']}" for i, one in enumerate(question["options"])), "tick")
    if kind == "order":
        texts = {item["index"]: item["text"] for item in question["items"]}
        return _list((f"{box} {texts[index]}" for index in question["start"]), "tick")
    if kind == "match":
        lefts = _list((f"{box} {left['text']}" for left in question["lefts"]), "tick")
        rights = _list((f"<b>{_LETTERS[i]}</b> {one['text']}" for i, one in enumerate(question["rights"])), "letters")
        return f'<div class="pairs">{lefts}{rights}</div>'
    if kind == "sort":
        head = "".join(f'<th scope="col">{name}</th>' for name in question["bins"])
        cells = f"<td>{box}</td>" * len(question["bins"])
        rows = "".join(f'<tr><th scope="row">{item["text"]}</th>{cells}</tr>' for item in question["items"])
        return f'<table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'
    unit = question.get("unit") or ""
    before, after = ("€ ", "") if unit == "€" else ("", f" {escape(unit)}")
    return f'<p class="line">{before}<span></span>{after}</p>'


def _answer(question: Mapping, numbers: int) -> str:
    """The answer in short, as one marks it."""
    kind = question["type"]
    if kind in ("choice", "multiple"):
        return ", ".join(_LETTERS[i] for i, one in enumerate(question["options"]) if one.get("correct"))
    if kind == "order":
        place = {item["index"]: number for number, item in enumerate(question["items"], start=1)}
        return " ".join(str(place[index]) for index in question["start"])
    if kind == "match":
        letters = _rights(question)
        return " ".join(letters[left["index"]] for left in question["lefts"])
    if kind == "sort":
        return " · ".join(question["bins"][item["bin"]] for item in question["items"])
    if kind == "text":
        return escape(question["shown"])
    shown, unit = escape(_given(question, numbers)["shown"]), escape(question.get("unit") or "")
    return f"€ {shown}" if unit == "€" else f"{shown} {unit}".strip()


def _reasons(question: Mapping) -> str:
    kind = question["type"]
    if kind in ("choice", "multiple"):
        lines = [f"<b>{_LETTERS[i]}</b> {one['because']}" for i, one in enumerate(question["options"])]
    elif kind == "match":
        letters = _rights(question)
        lines = [f"<b>{letters[left['index']]}</b> {left['because']}" for left in question["lefts"]]
    elif kind == "order":
        lines = [f"<b>{i}</b> {item['text']}: {item['because']}" for i, item in enumerate(question["items"], start=1)]
    elif kind == "sort":
        lines = [f"<i>{item['text']}</i>: {item['because']}" for item in question["items"]]
    else:
        lines = []
    return _list(lines, "reasons") if lines else ""


def _page(chapter: Chapter, what: str, intro: str, body: str) -> str:
    edition = current()
    foot = f"{edition.institution}. " if edition.institution else ""
    foot += "salesedu, an open course in B2B sales. "
    # The last line of the default is about pages, not about paper.
    foot += "Text and questions: CC BY 4.0." if edition.licence == LICENCE else edition.licence
    title = f"{what}, chapter {chapter.number}: {chapter.title}"
    css = (_HERE / "worksheet.css").read_text("utf-8")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{css}</style></head><body><main>'
        f'<header><p>Chapter {chapter.number} · <i lang="nl">{escape(chapter.dutch)}</i></p>'
        f"<h1>{escape(chapter.title)}: {what.lower()}</h1>{intro}</header>{body}"
        f"<footer>{escape(foot)}</footer></main></body></html>\n"
    )


def _quiz(chapter: Chapter, numbers: int) -> list[tuple[int, Mapping, Mapping]]:
    own = [bank.bake(one) for one in bank.load(chapter.key) if not one.in_text]
    return [(place, one, _given(one, numbers)) for place, one in enumerate(own, start=1)]


def sheet_html(chapter: Chapter, numbers: int = 1) -> str:
    """The chapter's closing quiz as a sheet to write on.

    Parameters
    ----------
    chapter : Chapter
        From :func:`salesedu.concepts.load`.
    numbers : int
        Which of the twenty sets of numbers, from 1; sheet and key with the same one belong together.
    """
    why = "" if current().withheld() else " The key says why."
    intro = (
        '<p class="who"><span>Name</span><span>Date</span></p>'
        f"<p>Without the book first. Numbers: set {numbers}.{why}</p>"
    )
    body = "".join(
        f'<section><h2>{place}</h2><div><p class="asks">{_ASKS[one["type"]]}</p>'
        f"<p>{given['prompt']}</p>{_blank(one)}</div></section>"
        for place, one, given in _quiz(chapter, numbers)
    )
    return _page(chapter, "Worksheet", intro, body)


def key_html(chapter: Chapter, numbers: int = 1) -> str:
    """The key that belongs to :func:`sheet_html`: answers, solutions and the reason for every option."""
    body = "".join(
        f'<section><h2>{place}</h2><div><p class="answer">{_answer(one, numbers)}</p>'
        f"<p>{given['solution']}</p>{_reasons(one)}"
        f'<p class="asks">Taught in: {escape(one["section"]["title"])}</p></div></section>'
        for place, one, given in _quiz(chapter, numbers)
    )
    return _page(chapter, "Key", f"<p>Belongs to the worksheet with numbers: set {numbers}.</p>", body)


def write(folder: Path, browser: str | None, numbers: int = 1, keys: bool = True) -> list[Path]:
    """Write every chapter's sheet and key into ``folder``: HTML, and PDF when there is a browser to print it."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for chapter in concepts.chapters():
        texts = ((chapter.key, sheet_html), *([(f"{chapter.key}-key", key_html)] if keys else []))
        for name, text in texts:
            path = folder / f"{name}.html"
            path.write_text(text(chapter, numbers), "utf-8")
            written.append(path)
            if browser:
                written.append(pdf(path, browser))
    return written


def write_into_site(app, problem) -> None:
    """``build-finished``: the sheets of this edition, in ``worksheets/`` of the site."""
    if not problem and app.builder.format == "html":
        write(Path(app.outdir) / "worksheets", find_browser(), keys=not current().withheld())


class Worksheets(SphinxDirective):
    """``{salesedu-worksheets}``: links to every chapter's sheet and key, as PDF where this build could print them."""

    def run(self):
        forms = [("html", "page"), ("pdf", "PDF")] if find_browser() else [("html", "page to print")]
        day = current().withheld()
        kinds = (("Worksheet", ""), *([] if day else [("key", "-key")]))
        root = "../" * self.env.docname.count("/")
        lines = []
        for chapter in concepts.chapters():
            links = " · ".join(
                f'<a href="{root}worksheets/{chapter.key}{end}.{form}">{what}, {name}</a>'
                for what, end in kinds
                for form, name in forms
            )
            lines.append(f"<dt>{chapter.number}. {escape(chapter.title)}</dt><dd>{links}</dd>")
        found = [nodes.raw("", f'<dl class="se-sheets">{"".join(lines)}</dl>', format="html")]
        if day:
            found.append(nodes.paragraph("", f"The keys appear on {day.day} {day:%B %Y}."))
        return found
