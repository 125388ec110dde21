"""Every concept of the course, once: id, English, Dutch, definition, source, place in the book.

One YAML file per chapter stands beside this module; a new file is found by itself. The glossary,
the cards and the questions all take their terms from here. Which chapters there are, in which order,
and which of a lecturer's own, is the edition's choice (:mod:`salesedu.concepts.edition`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from salesedu.concepts import edition as editions
from salesedu.concepts.reading import Chapter, Concept, ConceptError, read
from salesedu.concepts.source import did_you_mean, read_source

__all__ = [
    "Chapter", "Concept", "ConceptError", "catalogue", "chapters", "find", "listed", "load", "number_here", "read",
    "renumbered",
]  # fmt: skip

HERE = Path(__file__).parent
MENTION = re.compile(r"\b(?P<word>[Cc]hapter)s? (?P<numbers>[1-9](?:(?:, | and |, and )[1-9])*)\b(?![.,][0-9])")


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
