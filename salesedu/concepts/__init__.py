"""Every concept of the course, once: id, English, Dutch, definition, source, place in the book.

One YAML file per chapter stands beside this module; a new file is found by itself. The glossary,
the cards and the questions all take their terms from here. Which chapters there are, in which order,
and which of a lecturer's own, is the edition's choice (:mod:`salesedu.concepts.edition`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from salesedu.concepts import edition as editions
from salesedu.concepts.source import Source, SourceError, did_you_mean, read_source

__all__ = [
    "Chapter", "Concept", "ConceptError", "catalogue", "chapters", "find", "listed", "load", "number_here", "read",
    "renumbered",
]  # fmt: skip

HERE = Path(__file__).parent
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MENTION = re.compile(r"\b(?P<word>[Cc]hapter)s? (?P<numbers>[1-9](?:(?:, | and |, and )[1-9])*)\b(?![.,][0-9])")


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


def load(chapter: str) -> Chapter:
    """Load one chapter's concepts.

    Parameters
    ----------
    chapter : str
        The chapter's key, such as ``"customers"``.

    Raises
    ------
    ValueError
        When no chapter has that key.
    ConceptError
        When its file says something wrong.
    """
    for found in chapters():
        if found.key == chapter:
            return found
    keys = [found.key for found in chapters()]
    raise ValueError(f"There is no chapter {chapter!r}; {did_you_mean(chapter, keys)}")


def chapters() -> tuple[Chapter, ...]:
    """Return the chapters of this edition, in its order."""
    return _chapters(editions.current())


def catalogue() -> tuple[Chapter, ...]:
    """Return every chapter there is, those that this edition leaves out at the end."""
    taken = {chapter.key for chapter in chapters()}
    return (*chapters(), *(one for one in _book() if one.key not in taken))


@cache
def _book() -> tuple[Chapter, ...]:
    """The chapters of the book, by number, as their files have them."""
    found = sorted((read(path) for path in HERE.glob("*.yaml")), key=lambda one: one.number)
    _check_course(found)
    return tuple(found)


@cache
def _chapters(edition: editions.Edition) -> tuple[Chapter, ...]:
    if edition.chapters is None:
        return _book()
    known = {chapter.key: chapter for chapter in _book()}
    for own in edition.own:
        found = read(own.folder / "concepts.yaml", own.key)
        _check_own(own, found, tuple(known.values()))
        known[own.key] = replace(found, page=f"../{own.place}/{found.page}")
    return tuple(replace(known[key], number=place) for place, key in enumerate(edition.chapters, start=1))


def renumbered(text: str) -> str:
    """Return a text of the book with its mentions of chapters as they are in this edition.

    Examples
    --------
    >>> renumbered("In chapters 3 and 4 you saw it.")
    'In chapters 3 and 4 you saw it.'
    """
    if editions.current().chapters is None:
        return text
    here = {chapter.key: chapter.number for chapter in chapters()}
    told = {str(one.number): here.get(one.key, f"the chapter “{one.title}” (not in this edition)") for one in _book()}

    def one(match: re.Match) -> str:
        mentioned = [told.get(number, int(number)) for number in re.findall("[1-9]", match["numbers"])]
        numbers = sorted(place for place in mentioned if isinstance(place, int))
        parts = [place for place in mentioned if isinstance(place, str)]
        if numbers:
            parts.insert(0, ("chapter " if len(numbers) == 1 else "chapters ") + listed(list(map(str, numbers))))
        words = listed(parts)
        return words[0].upper() + words[1:] if match["word"] == "Chapter" else words

    return MENTION.sub(one, text)


def number_here(number: int) -> int | None:
    """Return the number that a chapter of the book has in this edition; None when it is left out."""
    here = {chapter.key: chapter.number for chapter in chapters()}
    return next((here.get(one.key) for one in _book() if one.number == number), None)


def listed(words: list[str]) -> str:
    """Return words as one phrase.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def find(id: str) -> Concept:
    """Find one concept by its id, also one that this edition leaves out.

    Raises
    ------
    ValueError
        When no chapter defines it.
    """
    known = {concept.id: concept for chapter in catalogue() for concept in chapter.concepts}
    if id not in known:
        raise ValueError(f"There is no concept {id!r}; {did_you_mean(id, list(known))}")
    return known[id]


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


def _check_course(found: list[Chapter]) -> None:
    numbers: dict[int, str] = {}
    homes: dict[str, str] = {}
    for chapter in found:
        file = f"concepts/{chapter.key}.yaml"
        if chapter.number in numbers:
            what = f"chapter number {chapter.number} is already taken by {numbers[chapter.number]}"
            raise ConceptError(file, 1, "chapter", what, "give each chapter its own number")
        numbers[chapter.number] = chapter.key
        for concept in chapter.concepts:
            if concept.id in homes:
                lines = read_source(HERE / f"{chapter.key}.yaml", ConceptError)
                place = [one["id"] for one in lines.data["concepts"]].index(concept.id)
                line = lines.line(("concepts", place, "id"))
                what = f"this concept is already defined in concepts/{homes[concept.id]}.yaml"
                raise ConceptError(file, line, concept.id, what, "define each concept once")
            homes[concept.id] = chapter.key
        for id_ in chapter.needs:
            if homes.get(id_, chapter.key) == chapter.key:
                lines = read_source(HERE / f"{chapter.key}.yaml", ConceptError)
                earlier = [one for one, home in homes.items() if home != chapter.key]
                raise ConceptError(file, lines.line(("chapter", "needs", id_)), "chapter",
                                   f'no earlier chapter teaches "{id_}", which it needs', did_you_mean(id_, earlier))


def _check_own(own: editions.Own, found: Chapter, others: tuple[Chapter, ...]) -> None:
    """Check an own chapter against the rest of the course, and that its page is there."""
    path = own.folder / "concepts.yaml"
    lines = read_source(path, ConceptError)
    homes = {concept.id: chapter.key for chapter in others for concept in chapter.concepts}
    if not (own.folder / f"{found.page}.md").is_file():
        raise ConceptError(lines.file, lines.line(("chapter", "page")), "chapter",
                           f"there is no page {own.place}/{found.page}.md", "write it, or mend the name")
    for place, concept in enumerate(found.concepts):
        if concept.id in homes:
            what = f'the chapter "{homes[concept.id]}" defines this concept already'
            raise ConceptError(lines.file, lines.line(("concepts", place, "id")), concept.id, what,
                               "leave it out here, and name it in `needs`")
    for id_ in found.needs:
        if id_ not in homes:
            raise ConceptError(lines.file, lines.line(("chapter", "needs", id_)), "chapter",
                               f'no other chapter teaches "{id_}", which it needs', did_you_mean(id_, list(homes)))


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
