"""Read and check one concepts file: what a chapter says of itself and its concepts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from salesedu.concepts.source import Source, SourceError, did_you_mean, read_source

__all__ = ["Chapter", "Concept", "ConceptError", "read"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ConceptError(SourceError):
    """A concepts file says something wrong: file, line, id, what and remedy."""


@dataclass(frozen=True)
class Concept:
    """One concept of the course.

    Attributes
    ----------
    id : str
        In kebab-case, unique in the course.
    english, dutch : str
        The term in both languages.
    definition : str
        One or two plain sentences, inline Markdown.
    source : tuple of str
        Keys in the book's references; empty for common professional knowledge.
    section : str
        Slug of the heading under which the chapter's page teaches it.
    chapter : str
        Key of its chapter.
    """

    id: str
    english: str
    dutch: str
    definition: str
    source: tuple[str, ...]
    section: str
    chapter: str


@dataclass(frozen=True)
class Chapter:
    """One chapter of the course and its concepts.

    Attributes
    ----------
    number : int
        Its place in this edition, from 1.
    key : str
        Name of the chapter's module, ``salesedu.<key>``; of an own chapter, of its folder.
    title, dutch : str
        The title in both languages.
    page : str
        The reading page as seen from the folder ``book``, without ending.
    concepts : tuple of Concept
        In the order of the page.
    sections : dict
        From a section's slug to its heading, when the file names them.
    needs : dict
        From the id of a concept of another chapter to what this chapter uses it for.
    about : str
        What the list of chapters says of it, inline Markdown.
    """

    number: int
    key: str
    title: str
    dutch: str
    page: str
    concepts: tuple[Concept, ...]
    sections: dict[str, str] = field(default_factory=dict, hash=False)
    needs: dict[str, str] = field(default_factory=dict, hash=False)
    about: str = ""

    def section_title(self, slug: str) -> str:
        """Return the heading that belongs to ``slug``; without one, the slug in plain words."""
        return self.sections.get(slug) or slug.replace("-", " ").capitalize()


def read(path: Path, own: str = "") -> Chapter:
    """Read and check one concepts file, wherever it stands.

    Parameters
    ----------
    path : pathlib.Path
        A file named after the chapter's key.
    own : str
        For a chapter of a lecturer's own: its key. Such a file may have any name, and no number, since the edition
        gives it one.

    Raises
    ------
    ConceptError
        With the place of the first thing that is wrong and its remedy.
    """
    source = read_source(path, ConceptError)
    return _Reader(source, own or path.stem, numbered=not own).chapter()


class _Reader:
    """Turns one file's plain data into a Chapter, or says where it cannot."""

    def __init__(self, source: Source, stem: str, numbered: bool = True) -> None:
        self.source, self.stem, self.numbered = source, stem, numbered
        self.entry = ""

    def fail(self, place: tuple, what: str, remedy: str) -> NoReturn:
        raise ConceptError(self.source.file, self.source.line(place), self.entry, what, remedy)

    def chapter(self) -> Chapter:
        data = self.source.data
        self.mapping(data, (), required=("chapter", "concepts"))
        head = data["chapter"]
        self.entry = "chapter"
        names = ("number", "key", "title", "dutch", "page")
        if not self.numbered and isinstance(head, dict) and "number" in head:
            self.fail(("chapter", "number"), "an own chapter has no number", "leave it out; course.yml gives it one")
        self.mapping(head, ("chapter",), required=names[not self.numbered:], optional=("sections", "needs", "about"))
        number = head["number"] if self.numbered else 1
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= 99:
            self.fail(("chapter", "number"), f"the number is {number!r}", "write 1, 2, 3, …")
        if head["key"] != self.stem:
            home = f"file is named {self.stem}.yaml" if self.numbered else f"folder is named {self.stem}"
            what = f"the key is {head['key']!r} but the {home}"
            self.fail(("chapter", "key"), what, "make the two the same")
        for name in ("title", "dutch", "page", *(["about"] if "about" in head else [])):
            self.text(head[name], ("chapter", name), name)
        sections = self.named("sections", head.get("sections", {}))
        needs = self.named("needs", head.get("needs", {}))
        if not isinstance(data["concepts"], list) or not data["concepts"]:
            self.entry = ""
            self.fail(("concepts",), "there are no concepts", "write a list of concepts")
        found: dict[str, Concept] = {}
        for number_, entry in enumerate(data["concepts"]):
            concept = self.concept(entry, ("concepts", number_), sections)
            if concept.id in found:
                self.fail(("concepts", number_, "id"), "this id stands here twice",
                          "give each concept its own id")
            found[concept.id] = concept
        return Chapter(number, head["key"], head["title"].strip(), head["dutch"].strip(),
                       head["page"].strip(), tuple(found.values()), sections, needs, head.get("about", "").strip())

    def named(self, what: str, given: Any) -> dict[str, str]:
        """A mapping of the head from slugs to a text: sections to headings, needs to reasons."""
        place = ("chapter", what)
        kind, text = {"sections": ("section", "heading"), "needs": ("concept", "reason")}[what]
        if not isinstance(given, dict):
            self.fail(place, f"the {what} are not a mapping", f"write `{kind}: {text}` lines")
        for slug, words in given.items():
            self.slug(slug, (*place, slug), kind)
            self.text(words, (*place, slug), f"{text} of {slug}")
        return {slug: words.strip() for slug, words in given.items()}

    def concept(self, entry: Any, place: tuple, sections: dict[str, str]) -> Concept:
        id_ = entry.get("id") if isinstance(entry, dict) else None
        self.entry = id_ if isinstance(id_, str) else f"concept {place[-1] + 1}"
        names = ("id", "english", "dutch", "definition", "source", "section")
        self.mapping(entry, place, required=names)
        self.slug(entry["id"], (*place, "id"), "id")
        for name in ("english", "dutch", "definition"):
            self.text(entry[name], (*place, name), name)
        self.slug(entry["section"], (*place, "section"), "section")
        if sections and entry["section"] not in sections:
            what = f'the chapter has no section "{entry["section"]}"'
            self.fail((*place, "section"), what, did_you_mean(entry["section"], list(sections)))
        source = entry["source"]
        if not isinstance(source, list) or not all(isinstance(one, str) for one in source):
            self.fail((*place, "source"), f"the source is {source!r}",
                      "write a list of reference keys, [] for common knowledge")
        text = {name: entry[name].strip() for name in ("english", "dutch", "definition")}
        return Concept(id=entry["id"], **text, source=tuple(source), section=entry["section"],
                       chapter=self.stem)

    def mapping(
        self, data: Any, place: tuple, required: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> None:
        if not isinstance(data, dict):
            self.fail(place, "a mapping is expected here", f"write {', '.join(required)}")
        known = (*required, *optional)
        for key in data:
            if key not in known:
                self.fail((*place, key), f'unknown key "{key}"', did_you_mean(key, known))
        for key in required:
            if key not in data:
                self.fail(place, f'"{key}" is missing', f"add `{key}:`")

    def _expect(self, good: Callable[[Any], bool], value: Any, place: tuple, what: str,
                remedy: str) -> None:
        if not good(value):
            self.fail(place, f"the {what} is {value!r}", remedy)

    def text(self, value: Any, place: tuple, what: str) -> None:
        self._expect(lambda one: isinstance(one, str) and one.strip(), value, place, what,
                     "write a text, in quotes when YAML takes it for something else")

    def slug(self, value: Any, place: tuple, what: str) -> None:
        self._expect(lambda one: isinstance(one, str) and SLUG.fullmatch(one), value, place, what,
                     "write small letters, digits and single hyphens")
