"""The book's pages as an edition has them: contents, links, numbers, and the lines at their foot.

The sources name every chapter and every number as the whole book has them. What an edition leaves out is taken from a
page while it is read: a link to it becomes plain text, a mention says that it is not here.
"""

from __future__ import annotations

import os
import posixpath
import re
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

import yaml

from .. import concepts
from ..concepts import Chapter, renumbered
from ..concepts.edition import VARIABLE, current, digest
from ..notation import localised
from ..questions import bank, exam
from .npm import cache_folder

__all__ = ["contents", "settle", "told_on_page", "without_dead_links"]

_LINK = re.compile(r"(?<!!)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s#]+\.(?:md|ipynb))(?P<anchor>#[^()\s]*)?\)")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
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
        All pages there are, without ending, as seen from the root: ``"book/1-customer-centrality"``.
    """

    def filled(entries: list) -> list:
        found: list = []
        for entry in entries:
            if "glob" not in entry:
                found.append(entry)
                continue
            folder = posixpath.dirname(entry["glob"])
            for chapter in chapters:
                # An own page stands outside the folders of the book; it joins the reading pages.
                own = chapter.page.startswith("../")
                name = posixpath.normpath(f"book/{chapter.page}") if own else f"{folder}/{chapter.page}"
                if (own and folder == "book") or (fnmatch(name, entry["glob"]) and name in names):
                    found.append({"file": name})
        return found

    parts = [{**part, "chapters": filled(part["chapters"])} for part in toc["parts"]]
    return {**toc, "parts": [part for part in parts if part["chapters"]]}


def _first(chapter: Chapter) -> dict[str, str]:
    """What the front page says of the chapter to begin with."""
    return {
        "first_title": f"chapter {chapter.number}, {chapter.title}",
        "first_page": f"{chapter.page}.md",
    }


def _missing(app_root: Path) -> set[str]:
    """Pages of the book that this edition leaves out, as seen from the root."""
    here = {chapter.key for chapter in concepts.chapters()}
    pages = {f"{folder}/{one.page}" for one in concepts.catalogue() if one.key not in here for folder in
             ("book", "notebooks")}
    return pages


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
    text = without_dead_links(text, folder, _missing(Path()))
    return renumbered(text) if folder in ("book", "notebooks") else text


def settle(app: Any, config: Any) -> None:
    """``config-inited``: the edition's contents, foot and names for the pages."""
    root = Path(app.srcdir)
    if VARIABLE not in os.environ and (root / "course.yml").is_file():
        os.environ[VARIABLE] = str(root / "course.yml")  # the kernels of the pages see the same edition
    edition = current()
    chapters = concepts.chapters()
    foot = f"{edition.institution}. {edition.licence}" if edition.institution else edition.licence
    config.html_theme_options = {**config.html_theme_options, "extra_footer": escape(foot)}
    config.myst_substitutions = {
        **(config.myst_substitutions or {}),
        "chapter_count": in_words(len(chapters)),
        "exam_size": in_words(exam.usual_size(exam.index())),
        "question_sets": f"{len(exam.NUMBERS):,}",
        **_first(chapters[0]),
    }
    if edition.chapters is None:
        return
    names = [path.relative_to(root).with_suffix("").as_posix() for folder in ("book", "notebooks")
             for path in (root / folder).iterdir()]
    toc = contents(yaml.safe_load((root / "_toc.yml").read_text("utf-8")), chapters, names)
    kept = cache_folder() / "editions" / f"{digest()}.yml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(yaml.safe_dump(toc, sort_keys=False), "utf-8")
    config.external_toc_path = kept.as_posix()
