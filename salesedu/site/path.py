"""The path through the course, made from what the chapters say of themselves: directives for authors.

Nothing here is written twice: what a chapter needs stands in its concepts file, what it unlocks follows from
what later chapters need, and the page *What is taught where* is drawn from concepts, bank and explorers.
"""

import posixpath
from collections import Counter
from pathlib import Path

from sphinx.util.docutils import SphinxDirective

from .. import concepts, explorers
from ..concepts import Chapter, Concept, listed
from ..concepts.edition import current
from ..questions import bank
from .directives import parsed
from .workbooks import of_chapter

__all__ = ["Chapters", "Needs", "TaughtWhere", "Unlocks"]


def _home(concept: Concept) -> Chapter:
    return next(one for one in concepts.catalogue() if one.key == concept.chapter)


def _link(concept: Concept) -> str:
    return f"[{concept.english}]({_home(concept).page}.md#{concept.section})"


def needs_markdown(chapter: Chapter) -> str:
    """What a chapter takes from earlier ones, as a line of MyST with links.

    Examples
    --------
    >>> from salesedu import concepts
    >>> print(needs_markdown(concepts.load("customers")))
    **What it needs.** Nothing: begin here.
    """
    if not chapter.needs:
        return "**What it needs.** Nothing: begin here."
    here = {one.key: one.number for one in concepts.chapters()}
    found = [(concepts.find(id_), reason) for id_, reason in chapter.needs.items()]
    later = any(here.get(concept.chapter, chapter.number) >= chapter.number for concept, _ in found)
    which = "other" if later else "earlier"
    lines = [f"**What it needs.** Ideas from {which} chapters; follow a link if one has faded.", ""]
    for concept, reason in found:
        if concept.chapter in here:
            lines.append(f"- {_link(concept)} (chapter {here[concept.chapter]}): {reason}")
        else:
            lines.append(f"- {concept.english} (not in this edition): {reason}")
    return "\n".join(lines)


def unlocks_markdown(chapter: Chapter) -> str:
    """Which later chapters use ideas of this one, as a list in MyST; empty when none does."""
    lines = []
    for later in concepts.chapters():
        if later.number <= chapter.number:
            continue
        used = [concepts.find(id_) for id_ in later.needs]
        names = [f"*{one.english}*" for one in used if one.chapter == chapter.key]
        if names:
            lines.append(f"- [Chapter {later.number}, {later.title}]({later.page}.md) uses {listed(names)}.")
    return "\n".join(lines)


def _practice(concept: Concept, asked: Counter) -> str:
    count = asked[concept.id]
    own = [one for one in explorers.all_explorers() if one.chapter == concept.chapter]
    playable = [one for one in own if concept.id in one.concepts]
    words = [f"{count} question{'s' * (count != 1)}"] + [f"explorer *{one.title}*" for one in playable]
    return "; ".join(words)


def _workbook(chapter: Chapter, root: Path) -> str:
    """Where a chapter's first workbook is, as seen from ``book``; empty when it has none."""
    return next((f"../{one}" for one in of_chapter(chapter, root)), "")


def chapters_markdown(root: Path) -> str:
    """The chapters of this edition as a numbered list in MyST, with what each is about.

    Parameters
    ----------
    root : pathlib.Path
        Folder of the project, to see which workbooks there are.
    """
    lines = []
    for chapter in concepts.chapters():
        about = f": {chapter.about}" if chapter.about else "."
        book = _workbook(chapter, root)
        told = f" *With its [workbook]({book}).*" if book else ""
        lines.append(f"{chapter.number}. **[{chapter.title}]({chapter.page}.md)** (*{chapter.dutch}*){about}{told}")
    return "\n".join(lines)


def taught_where_markdown(root: Path) -> str:
    """Every concept with the place that teaches it and what there is to practise, chapter by chapter, as MyST."""
    lines: list[str] = []
    for chapter in concepts.chapters():
        asked = Counter(id_ for question in bank.load(chapter.key) for id_ in question.concepts)
        lines += [
            f"## {chapter.number}. {chapter.title}",
            "",
            f"*{chapter.dutch}*. {len(chapter.concepts)} concepts. [Read the chapter]({chapter.page}.md)"
            + (f", or do its [workbook]({book})." if (book := _workbook(chapter, root)) else "."),
            "",
            "::::{div} se-taught",
            "| Concept, and where it is taught | To practise |",
            "| --- | --- |",
        ]
        for concept in chapter.concepts:
            where = f"{_link(concept)}, *{concept.dutch}*"
            lines.append(f"| {where} | {_practice(concept, asked)} |".replace("\n", " "))
        lines += ["::::", ""]
    return "\n".join(lines)


class _OfChapter(SphinxDirective):
    """A directive whose argument is a chapter's key."""

    required_arguments = 1

    def run(self):
        try:
            chapter = concepts.load(self.arguments[0])
        except ValueError as problem:
            raise self.error(str(problem)) from None
        # Another chapter's file decides what stands here: read the page again when any of them changes.
        for path in concepts.HERE.glob("*.yaml"):
            self.env.note_dependency(str(path))
        for own in current().own:
            self.env.note_dependency(str(own.folder / "concepts.yaml"))
        # The links are as seen from the book's folder; an own chapter stands elsewhere.
        to_book = posixpath.relpath("book", posixpath.dirname(self.env.docname) or ".")
        text = self.markdown(chapter)
        lines = (text if to_book == "." else text.replace("](", f"]({to_book}/")).splitlines()
        return parsed(self, [f":::{{div}} se-path se-{self.role}", *lines, ":::"] if lines else [])


class Needs(_OfChapter):
    """``{salesedu-needs} KEY``: the ideas of earlier chapters that this one uses, each with a link and the reason."""

    role = "needs"
    markdown = staticmethod(needs_markdown)


class Unlocks(_OfChapter):
    """``{salesedu-unlocks} KEY``: the later chapters that use ideas of this one."""

    role = "unlocks"
    markdown = staticmethod(unlocks_markdown)


class TaughtWhere(SphinxDirective):
    """``{salesedu-taught-where}``: the whole course as a table of concepts, chapter by chapter."""

    def run(self):
        return parsed(self, taught_where_markdown(Path(self.env.srcdir)).splitlines())


class Chapters(SphinxDirective):
    """``{salesedu-chapters}``: the chapters of this edition, each with a link, what it is about and its workbook."""

    def run(self):
        return parsed(self, chapters_markdown(Path(self.env.srcdir)).splitlines())
