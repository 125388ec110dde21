"""The bank of questions: one YAML file per chapter, checked as a whole when it is loaded.

A file that stands beside this package and is named after a chapter is found by itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from salesedu import concepts
from salesedu.concepts import Chapter, Concept
from salesedu.concepts import edition as editions
from salesedu.concepts.source import Source, SourceError, did_you_mean, read_source
from salesedu.questions.bank import baking
from salesedu.questions.bank.checks import check
from salesedu.questions.bank.parse import parse
from salesedu.questions.bank.withholding import without_solution
from salesedu.questions.parts import Flaw
from salesedu.questions.types import Choice, Question
from salesedu.questions.variants import shuffled

__all__ = [
    "Bank",
    "BankError",
    "bake",
    "chapters_with_questions",
    "find",
    "load",
    "published",
    "questions",
    "read",
]

HERE = Path(__file__).parent.parent  # the banks stand beside this package


class BankError(SourceError):
    """A question in a bank is wrong: file, line, id, what and remedy."""


class Bank:
    """The questions of one chapter, with what is needed to bake them.

    Attributes
    ----------
    chapter : Chapter
        The chapter.
    questions : tuple of Question
        In the order of the file.
    """

    def __init__(
        self, chapter: Chapter, known: dict[str, Concept], found: tuple[Question, ...]
    ) -> None:
        self.chapter, self.questions = chapter, found
        self._known = known
        self._places = _spread(found)

    def __repr__(self) -> str:
        return f"<Bank {self.chapter.key}: {len(self.questions)} questions>"

    def bake(self, question: Question, seed: str | int | None = None) -> dict[str, Any]:
        """Bake one of its questions; see :func:`bake`."""
        place = self._places.get(question.id) if seed is None else None
        return baking.bake(question, self.chapter, self._known, seed, place)


def chapters_with_questions() -> tuple[str, ...]:
    """Return the keys of the chapters of this edition that have a bank, in its order."""
    files = {path.stem for path in HERE.glob("*.yaml")}
    for stray in sorted(files - {chapter.key for chapter in concepts.catalogue()}):
        raise BankError(
            f"questions/{stray}.yaml", 1, "", f'there is no chapter "{stray}"',
            f"write concepts/{stray}.yaml first, or rename the file",
        )
    own = {one.key for one in editions.current().own}
    return tuple(chapter.key for chapter in concepts.chapters() if chapter.key in files | own)


def load(chapter: str) -> tuple[Question, ...]:
    """Return all questions of a chapter, in the order of its file.

    Parameters
    ----------
    chapter : str
        The chapter's key, such as ``"customers"``.

    Raises
    ------
    ValueError
        When there is no such chapter, or it has no questions yet.
    BankError
        When the bank is wrong somewhere.

    Examples
    --------
    >>> load("custmers")
    Traceback (most recent call last):
    ...
    ValueError: There are no questions for a chapter 'custmers'; did you mean "customers"?
    """
    return _bank(chapter).questions


def questions() -> tuple[Question, ...]:
    """Return all questions of the course, chapter by chapter."""
    return tuple(one for chapter in chapters_with_questions() for one in load(chapter))


def find(id: str) -> Question:
    """Return one question.

    Raises
    ------
    ValueError
        When no bank has that id, with the nearest one.
    """
    known = {question.id: question for question in questions()}
    if id not in known:
        raise ValueError(f"There is no question {id!r}; {did_you_mean(id, list(known))}")
    return known[id]


def bake(question: Question, seed: str | int | None = None) -> dict[str, Any]:
    """Return a question as the JSON-able data that a page shows and grades.

    Parameters
    ----------
    question : Question
        One of :func:`questions`.
    seed : str or int, optional
        Another seed draws other figures and another order of options. Without it the id decides,
        and the keys of a bank are spread evenly over the places.

    Raises
    ------
    Flaw
        When with this seed not enough fair variants exist.
    """
    return _bank(question.chapter).bake(question, seed)


def published(question: Question) -> dict[str, Any]:
    """Return a baked question as a page may show it today: without its solution while the edition withholds them."""
    day = editions.current().withheld()
    return without_solution(bake(question), day) if day else bake(question)


def _bank(chapter: str) -> Bank:
    return _bank_of(editions.current(), chapter)


@cache
def _bank_of(edition: editions.Edition, chapter: str) -> Bank:
    keys = chapters_with_questions()
    if chapter not in keys:
        raise ValueError(
            f"There are no questions for a chapter {chapter!r}; {did_you_mean(chapter, keys)}"
        )
    for own in edition.own:
        if own.key == chapter:
            return read(own.folder / "questions.yaml", concepts.catalogue(), chapter)
    return read(HERE / f"{chapter}.yaml", concepts.catalogue())


def read(path: Path, chapters: tuple[Chapter, ...], own: str = "") -> Bank:
    """Read and check one bank, wherever it stands.

    Parameters
    ----------
    path : pathlib.Path
        A file named after the key of one of ``chapters``.
    chapters : tuple of Chapter
        The chapters whose concepts a question may name.
    own : str
        Key of the chapter when that is a lecturer's own; then the file may have any name.

    Raises
    ------
    BankError
        With the place of the first thing that is wrong and its remedy.
    """
    source = read_source(path, BankError)
    if not isinstance(source.data, list) or not source.data:
        raise BankError(source.file, 1, "", "the bank is not a list of questions",
                        "begin each entry with `- id: …`")
    key = own or path.stem
    chapter = next((one for one in chapters if one.key == key), None)
    if chapter is None:
        raise BankError(source.file, 1, "", f'there is no chapter "{key}"',
                        did_you_mean(key, [one.key for one in chapters]))
    known = {concept.id: concept for one in chapters for concept in one.concepts}
    found: dict[str, Question] = {}
    data = source.data if own else _told(source.data)
    for number, entry in enumerate(data):
        with _as_bank_error(source, number, entry):
            question = parse(entry, chapter.key)
            if question.id in found:
                raise Flaw("this id stands here twice", "give each question its own id", "id")
            check(question, chapter, known)
            found[question.id] = question
    return Bank(chapter, known, tuple(found.values()))


def _told(data: Any) -> Any:
    """The book's own texts, with chapters numbered as in this edition."""
    if isinstance(data, str):
        return concepts.renumbered(data)
    if isinstance(data, list):
        return [_told(one) for one in data]
    return {key: _told(one) for key, one in data.items()} if isinstance(data, dict) else data


@contextmanager
def _as_bank_error(source: Source, number: int, entry: Any) -> Iterator[None]:
    try:
        yield
    except Flaw as flaw:
        id_ = entry.get("id") if isinstance(entry, dict) else None
        name = id_ if isinstance(id_, str) else f"question {number + 1}"
        line = source.line((number, *flaw.at))
        raise BankError(source.file, line, name, flaw.what, flaw.remedy) from None


def _spread(found: tuple[Question, ...]) -> dict[str, int]:
    """Give each choice's key a place, so that every place gets its fair share of them."""
    places: dict[str, int] = {}
    waiting: dict[int, list[int]] = {}
    for question in found:
        if type(question) is not Choice or question.keep_order:
            continue
        count = len(question.options)
        if not waiting.get(count):
            dice = random.Random(f"salesedu places {question.id}")
            waiting[count] = shuffled(list(range(count)), dice)
        places[question.id] = waiting[count].pop()
    return places
