"""The page of a lecturer's own chapter, looked at before anything is built: its first lines, and its headings.

Without the first a page shows no question, without the second a link to a section leads to its top; neither stops a
build by itself.
"""

from __future__ import annotations

import re

import yaml
from docutils.nodes import make_id

from .. import concepts
from ..concepts import ConceptError
from ..concepts.edition import Own, current
from ..concepts.source import read_source

__all__ = ["anchors", "check_own_pages"]

_TOP = "--- / file_format: mystnb / kernelspec: {name: python3, display_name: Python 3} / ---"
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?^ {0,3}(?P=fence)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{2,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_TARGET = re.compile(r"^\(([^()\s]+)\)=[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"\{\w+\}(?=`)|\[([^\[\]]*)\]\([^()]*\)")


def anchors(text: str) -> set[str]:
    """Return what a link can name on a page: its headings below the title, as docutils writes them, and its targets.

    Examples
    --------
    >>> sorted(anchors("# Service\\n\\n## A *promise*, 4 hours\\n\\n(kept)=\\n### Why?\\n\\n```\\n## no heading\\n```"))
    ['a-promise-4-hours', 'kept', 'why']
    """
    prose = _FENCE.sub("", text)
    headings = (_MARKUP.sub(r"\1", heading) for heading in _HEADING.findall(prose))
    return {make_id(one) for one in (*headings, *_TARGET.findall(prose))}


def check_own_pages() -> None:
    """Check the page of every own chapter of this edition.

    Not part of reading a chapter: the lab has the chapter without the text of its page.

    Raises
    ------
    ConceptError
        With the place of the first thing that is wrong and its remedy.
    """
    for own in current().own:
        _check(own)


def _check(own: Own) -> None:
    chapter = concepts.load(own.key)
    page = f"{chapter.page.removeprefix(f'../{own.place}/')}.md"
    text = (own.folder / page).read_text("utf-8-sig")
    if not _begins_well(text):
        raise ConceptError(f"{own.place}/{page}", 1, "", "the first four lines are not those of a page with questions",
                           f"begin it with: {_TOP}")
    source = read_source(own.folder / "concepts.yaml", ConceptError)
    there = anchors(text)
    named = [(("chapter", "sections", slug), "chapter", slug, "sections") for slug in chapter.sections]
    named += [(("concepts", place, "section"), one.id, one.section, "section")
              for place, one in enumerate(chapter.concepts)]
    for place, entry, slug, key in named:
        if slug not in there:
            title = chapter.section_title(slug)
            if make_id(title) != slug:  # a heading of these words would be another section
                title = slug.replace("-", " ").capitalize()
            what = f'{page} has no heading for the section "{slug}"'
            raise ConceptError(source.file, source.line(place), entry, what,
                               f'write "## {title}", or mend `{key}`')


def _begins_well(text: str) -> bool:
    top = re.match(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", text, re.DOTALL)
    try:
        given = yaml.safe_load(top[1]) if top else None
    except yaml.YAMLError:
        return False
    return isinstance(given, dict) and given.get("file_format") == "mystnb" and bool(given.get("kernelspec"))
