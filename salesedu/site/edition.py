"""The book's pages as an edition has them: contents, links, numbers, and the lines at their foot.

The sources name every chapter and every number as the whole book has them. What an edition leaves out is taken from a
page while it is read: a link to it becomes plain text, a mention says that it is not here.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes

from .. import concepts
from ..concepts import Chapter, renumbered
from ..concepts.edition import VARIABLE, current, digest
from ..concepts.source import SourceError
from ..notation import localised
from ..questions import exam
from .assets import exam_questions
from .lab.address import FOLDER as LAB
from .npm import cache_folder
from .own_page import check_own_pages
from .workbooks import FOLDER, every

__all__ = [
    "contents", "forget_other_edition", "in_words", "left_out_term", "names", "notation_of_page", "read_as_edition",
    "settle", "told_on_page", "without_dead_links",
]  # fmt: skip

_LINK = re.compile(
    r"(?<!!)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s#]+\.(?:md|ipynb))(?:#[^()\s]*)?\)"
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
# Text of a page that is no prose: what is typed, calculated or cited keeps its figures.
_NO_PROSE = ("literal", "literal_block", "math", "math_block", "raw", "comment", "target")


def in_words(number: int) -> str:
    """Return a number below a hundred as a word.

    Examples
    --------
    >>> in_words(8), in_words(40), in_words(27)
    ('eight', 'forty', 'twenty-seven')
    """
    if number < 20:
        return _ONES[number]
    return "-".join(filter(None, (_TENS[number // 10], number % 10 and _ONES[number % 10])))


def contents(toc: dict, chapters: tuple[Chapter, ...], names: list[str]) -> dict:
    """Return the table of contents with the chapters of an edition where a pattern found those of the book.

    Parameters
    ----------
    toc : dict
        What stands in ``_toc.yml``.
    chapters : tuple of Chapter
        Those of the edition, in its order.
    names : list of str
        All pages of the book and all own workbooks, without ending, as seen from the root:
        ``"book/1-customer-centrality"``.
    """

    def filled(entries: list) -> list:
        found: list = []
        for entry in entries:
            if "glob" not in entry:
                found.append(entry)
                continue
            folder = posixpath.dirname(entry["glob"])
            for chapter in chapters:
                # An own page stands outside the folders of the book; it joins the reading pages, its workbooks theirs.
                own = chapter.page.startswith("../")
                name = posixpath.normpath(f"book/{chapter.page}") if own else f"{folder}/{chapter.page}"
                if own and folder == FOLDER:
                    beside = posixpath.dirname(name)
                    found += [{"file": one} for one in names if posixpath.dirname(one) == beside]
                elif (own and folder == "book") or (fnmatch(name, entry["glob"]) and name in names):
                    found.append({"file": name})
        return found

    parts = [{**part, "chapters": filled(part["chapters"])} for part in toc["parts"]]
    return {**toc, "parts": [part for part in parts if part["chapters"]]}


def names(root: Path) -> dict[str, str]:
    """What pages say of this edition with ``{{ name }}``, as MyST for pages in ``book``."""
    chapters = concepts.chapters()
    first = chapters[0]
    page = root / "book" / f"{first.page}.md"
    has_cards = page.is_file() and "\n## The cards" in page.read_text("utf-8")
    workbook = f"../notebooks/{first.page}.ipynb"
    part = current().chapters is not None
    day = current().withheld()
    return {
        "press_a_block": "Press a block to go where it is taught" + (", if this edition teaches it." if part else "."),
        "solutions_note": f"*In this edition solutions appear on {day.day} {day:%B %Y}.*" if day else "",
        "begin": f"[Begin with chapter {first.number}, {first.title}]({first.page}.md)",
        "chapter_count": in_words(len(chapters)),
        "exam_size": in_words(exam.usual_size(exam.entries(json.loads(exam_questions())))),
        "first_cards": f"[cards]({first.page}.md#the-cards)" if has_cards else "cards",
        "first_chapter": f"[chapter {first.number}]({first.page}.md)",
        "first_workbook": f"[workbook]({workbook})" if (root / "book" / workbook).is_file() else "workbook",
    }


def _missing() -> set[str]:
    """Pages of the book that this edition leaves out, as seen from the root."""
    here = {chapter.key for chapter in concepts.chapters()}
    out = [chapter.page for chapter in concepts.catalogue() if chapter.key not in here]
    return {f"{folder}/{page}" for folder in ("book", "notebooks") for page in out}


def without_dead_links(text: str, folder: str, missing: set[str]) -> str:
    """Return the source of a page with links to ``missing`` pages as plain text.

    Parameters
    ----------
    text : str
        MyST, or a notebook as JSON.
    folder : str
        Where the page stands, as seen from the root.
    missing : set of str
        Pages without ending, as seen from the root.

    Examples
    --------
    >>> without_dead_links("See [two](2-b.md#x), [one](1-a.md).", "book", {"book/2-b"})
    'See two, [one](1-a.md).'
    """

    def one(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(folder, match["target"]))
        return match["label"] if posixpath.splitext(target)[0] in missing else match[0]

    return _LINK.sub(one, text)


def told_on_page(text: str, docname: str) -> str:
    """Return the source of a page as this edition tells it."""
    if current().chapters is None:
        return text
    folder = posixpath.dirname(docname)
    text = without_dead_links(text, folder, _missing())
    return renumbered(text) if folder in ("book", "notebooks") else text


def settle(app: Any, config: Any) -> None:
    """``config-inited``: the edition's contents, foot and names for the pages."""
    try:
        _settle(app, config)
    except SourceError as problem:  # a sentence for an author, without the way it took through the program
        raise SystemExit(f"\n{problem}") from None


def _settle(app: Any, config: Any) -> None:
    root = Path(app.srcdir)
    if VARIABLE not in os.environ and (root / "course.yml").is_file():
        os.environ[VARIABLE] = str(root / "course.yml")  # the kernels of the pages see the same edition
    edition = current()
    if edition.own and edition.root != root.resolve():
        told = f"{os.environ[VARIABLE]} names folders of your own, so it must stand in {root}, beside _toc.yml."
        raise SystemExit(f"\n{told}")
    check_own_pages()
    if edition.title:
        config.project = config.html_title = edition.title
    foot = f"{edition.institution}. {edition.licence}" if edition.institution else edition.licence
    config.html_theme_options = {**config.html_theme_options, "extra_footer": escape(foot)}
    if edition.withheld():
        config.html_copy_source = False  # a workbook's source keeps the print of its quiz, solutions included
    config.myst_substitutions = {**(config.myst_substitutions or {}), **names(root)}
    if edition.chapters is None:
        return
    pages = [path.relative_to(root).with_suffix("").as_posix() for folder in ("book", FOLDER)
             for path in (root / folder).iterdir()]
    own = [one for one in every(root) if not one.startswith(f"{FOLDER}/")]
    pages += [one.removesuffix(".ipynb") for one in own]
    # As the book's workbooks, they carry their outputs.
    config.nb_execution_excludepatterns = [*config.nb_execution_excludepatterns, *own]
    toc = contents(yaml.safe_load((root / "_toc.yml").read_text("utf-8")), concepts.chapters(), pages)
    kept = cache_folder() / "editions" / f"{digest()}.yml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(yaml.safe_dump(toc, sort_keys=False), "utf-8")
    config.external_toc_path = kept.as_posix()


def forget_other_edition(app: Any) -> None:
    """``builder-inited``: take away what an earlier build of another edition left, which Sphinx would leave there."""
    stamp = Path(app.doctreedir) / "edition"
    out = Path(app.outdir)
    if app.builder.format == "html" and (not stamp.is_file() or stamp.read_text() != digest()):
        for page in out.rglob("*.html"):
            if page.relative_to(out).parts[0] != LAB:  # that is made before the pages, for this edition
                page.unlink()
        for folder in ("_sources", "worksheets"):
            shutil.rmtree(out / folder, ignore_errors=True)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest())


def read_as_edition(app: Any, docname: str, source: list[str]) -> None:
    """``source-read``: the page without what this edition leaves out."""
    source[0] = told_on_page(source[0], docname)


def left_out_term(app: Any, env: Any, node: Any, inner: Any) -> Any:
    """``missing-reference``: a term that only a left-out chapter defines is plain text, not an error."""
    if node.get("reftype") != "term" or current().chapters is None:
        return None
    known = {one.english.lower() for chapter in concepts.catalogue() for one in chapter.concepts}
    return inner if str(node["reftarget"]).lower() in known else None


def notation_of_page(app: Any, doctree: Any) -> None:
    """``doctree-read``: the figures of the prose in the edition's notation."""
    numbers = current().numbers
    if numbers == "english":
        return
    for text in list(doctree.findall(nodes.Text)):
        above = text.parent
        while above is not None and above.tagname not in _NO_PROSE:
            above = above.parent
        if above is None and (told := localised(str(text), numbers)) != str(text):
            text.parent.replace(text, nodes.Text(told))
