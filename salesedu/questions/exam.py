"""The final exam: which questions, with which figures, belong to an exam number.

The number alone decides, so a lecturer names it and everybody has the same exam. The page draws by itself
(``widgets/js/draw.js``): both follow ``tests/vectors/exams.json``.

*How it is drawn.* Every chapter gets the same share; what is left over goes, one each, to the first chapters of the
course. A chapter with questions on fewer concepts gives what it has, and the others more. Within a chapter the
questions are ranked by a hash of the exam number and their id, and taken from the top, except one that would ask a
concept twice, make more than half of the share recall, or more than half (rounded up) of the share one type. Where a
chapter is too small for that, first the rule about types gives way, then the one about recall. The same hash picks the
figures and mixes the chapters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from salesedu.concepts import edition as editions
from salesedu.questions import bank
from salesedu.questions.types import Question

__all__ = ["NUMBERS", "SIZE", "VARIANTS", "Entry", "draw", "draw_from", "entries", "index", "pool", "rank",
           "usual_size"]

NUMBERS = range(1, 10_000)  # what an exam may be called
SIZE = 40  # questions in an exam
VARIANTS = 4  # sets of figures that a question brings at most

_MASK = 0xFFFFFFFF


@dataclass(frozen=True)
class Entry:
    """What must be known of a question to draw it.

    Attributes
    ----------
    id, chapter, type, asks : str
        As in the bank.
    concept : str
        Id of its first concept.
    variants : int
        From 1 to :data:`VARIANTS`.
    """

    id: str
    chapter: str
    type: str
    asks: str
    concept: str
    variants: int


def usual_size(entries: Sequence[Entry]) -> int:
    """Return how many questions an exam has when nobody says: :data:`SIZE`, or as many as there are concepts.

    No chapter is asked a concept twice.
    """
    return min(SIZE, sum(_room(entries).values()))


def rank(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text, stirred, so that like texts have unlike ranks.

    FNV-1a alone gives ``customers-nps-1`` and ``customers-nps-2`` neighbouring numbers, and they would come together
    into an exam; the two multiplications at the end (those of MurmurHash3) part them.

    Examples
    --------
    >>> rank("1:customers-satisfied-not-loyal")
    2282086563
    """
    hashed = 0x811C9DC5
    for byte in text.encode():
        hashed = (hashed ^ byte) * 0x01000193 & _MASK
    hashed = (hashed ^ hashed >> 16) * 0x85EBCA6B & _MASK
    hashed = (hashed ^ hashed >> 13) * 0xC2B2AE35 & _MASK
    return hashed ^ hashed >> 16


def draw(number: int, size: int | None = None, chapters: Sequence[str] | None = None) -> tuple[tuple[str, int], ...]:
    """Return the questions of an exam, in the order in which they are asked.

    Parameters
    ----------
    number : int
        The exam's number, 1 to 9999.
    size : int, optional
        How many questions, at least one per chapter; without it :func:`usual_size`.
    chapters : sequence of str, optional
        Keys of chapters; all that have questions, if not given.

    Returns
    -------
    tuple of (str, int)
        Id of the question and the number of its set of figures (0 where there is one only).

    Raises
    ------
    ValueError
        If the number or size cannot be, or there is no such chapter; the message says what can.

    Examples
    --------
    >>> len(draw(2025))
    40
    >>> draw(0)
    Traceback (most recent call last):
        ...
    ValueError: There is no exam 0: an exam number is a whole number from 1 to 9999.
    """
    known = index(chapters)
    return draw_from(known, number, usual_size(known) if size is None else size)


def draw_from(entries: Sequence[Entry], number: int, size: int = SIZE) -> tuple[tuple[str, int], ...]:
    """Draw from a given index; see :func:`draw`."""
    if isinstance(number, bool) or not isinstance(number, int) or number not in NUMBERS:
        raise ValueError(f"There is no exam {number}: an exam number is a whole number from 1 to 9999.")
    ranked = sorted(entries, key=lambda one: (rank(f"{number}:{one.id}"), one.id))
    chosen = {one.id for share in _shares(entries, size) for one in _share(ranked, *share)}
    return tuple(
        (one.id, rank(f"{number}:{one.id}:figures") % one.variants) for one in ranked if one.id in chosen
    )


def _shares(entries: Sequence[Entry], size: int) -> list[tuple[str, int]]:
    """How many questions each chapter gives."""
    chapters = list(dict.fromkeys(one.chapter for one in entries))
    if isinstance(size, bool) or not isinstance(size, int) or size < max(1, len(chapters)):
        raise ValueError(f"An exam of {size} questions cannot be: ask for {max(1, len(chapters))} at least.")
    room = _room(entries)
    if size > (most := sum(room.values())):
        raise ValueError(
            f"An exam of {size} questions cannot be, as it asks no concept twice and these chapters have questions on "
            f"{most} concepts: ask for {most} at most."
        )
    given = dict.fromkeys(chapters, 0)
    left = size
    while left:
        for chapter in chapters:
            if left and given[chapter] < room[chapter]:
                given[chapter] += 1
                left -= 1
    return list(given.items())


def _room(entries: Sequence[Entry]) -> dict[str, int]:
    """How many questions each chapter can give at most: one for each concept."""
    room: dict[str, set[str]] = {}
    for one in entries:
        room.setdefault(one.chapter, set()).add(one.concept)
    return {chapter: len(concepts) for chapter, concepts in room.items()}


def _share(ranked: Sequence[Entry], chapter: str, share: int) -> list[Entry]:
    taken: list[Entry] = []
    for of_a_type, recall in (((share + 1) // 2, share // 2), (share, share // 2), (share, share)):
        for one in ranked:
            if len(taken) == share:
                return taken
            if (
                one.chapter == chapter
                and all(one.concept != other.concept for other in taken)
                and sum(one.type == other.type for other in taken) < of_a_type
                and (one.asks == "apply" or sum(other.asks != "apply" for other in taken) < recall)
            ):
                taken.append(one)
    return taken


def index(chapters: Sequence[str] | None = None) -> tuple[Entry, ...]:
    """Return what an exam is drawn from, in the order of the course.

    Parameters
    ----------
    chapters : sequence of str, optional
        Keys of chapters; all that have questions, if not given.
    """
    return entries(pool(chapters))


def entries(baked: Sequence[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Return the index of the questions of a :func:`pool`."""
    return tuple(
        Entry(one["id"], one["chapter"], one["type"], one["asks"], one["concepts"][0]["id"],
              len(one.get("variants", "1")))
        for one in baked
    )


def pool(chapters: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Return the baked questions that exams are drawn from, without what an exam does not show."""
    keys = bank.chapters_with_questions()
    wanted = keys if chapters is None else chapters
    if not wanted:
        raise ValueError("An exam needs a chapter at least.")
    lights = [light for key in dict.fromkeys(wanted) for light in _lights(key)]  # an unknown chapter is told here
    return sorted(lights, key=lambda one: keys.index(one["chapter"]))


def _lights(chapter: str) -> tuple[dict[str, Any], ...]:
    return _lights_of(editions.current(), chapter)


@cache
def _lights_of(_edition: editions.Edition, chapter: str) -> tuple[dict[str, Any], ...]:
    return tuple(_light(question) for question in bank.load(chapter))


def _light(question: Question) -> dict[str, Any]:
    """A baked question with few sets of figures and without hints: an exam gives none."""
    baked = bank.published(question)
    if "variants" in baked:
        few = baked["variants"][:VARIANTS]
        baked["variants"] = [{key: told for key, told in one.items() if key != "hint"} for one in few]
    unused = {"hint", "in_text"} | ({"prompt", "solution"} if "variants" in baked else set())
    return {key: told for key, told in baked.items() if key not in unused}
