"""The bank of questions: one YAML file per chapter, checked as a whole when it is loaded.

A file that stands beside this module and is named after a chapter is found by itself.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from salesedu import concepts
from salesedu.concepts import Chapter, Concept
from salesedu.concepts.source import Source, SourceError, did_you_mean, read_source
from salesedu.questions import bake as baking
from salesedu.questions.parse import at, parse
from salesedu.questions.parts import Flaw
from salesedu.questions.registry import resolve
from salesedu.questions.spelling import normalise
from salesedu.questions.templates import fill, placeholders
from salesedu.questions.types import Choice, Number, Question, Text
from salesedu.questions.variants import check_call, draw, figures_in, shuffled

__all__ = [
    "Bank",
    "BankError",
    "bake",
    "chapters_with_questions",
    "find",
    "load",
    "questions",
    "read",
]

HERE = Path(__file__).parent
LEFT_OVER = re.compile(r"\{[a-z_]+(:[a-z0-9]+)?\}")


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
    """Return the keys of the chapters that have a bank, in the order of the course."""
    files = {path.stem for path in HERE.glob("*.yaml")}
    keys = [chapter.key for chapter in concepts.chapters() if chapter.key in files]
    for stray in sorted(files - set(keys)):
        raise BankError(
            f"questions/{stray}.yaml", 1, "", f'there is no chapter "{stray}"',
            f"write concepts/{stray}.yaml first, or rename the file",
        )
    return tuple(keys)


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


@cache
def _bank(chapter: str) -> Bank:
    keys = chapters_with_questions()
    if chapter not in keys:
        raise ValueError(
            f"There are no questions for a chapter {chapter!r}; {did_you_mean(chapter, keys)}"
        )
    return read(HERE / f"{chapter}.yaml", concepts.chapters())


def read(path: Path, chapters: tuple[Chapter, ...]) -> Bank:
    """Read and check one bank, wherever it stands.

    Parameters
    ----------
    path : pathlib.Path
        A file named after the key of one of ``chapters``.
    chapters : tuple of Chapter
        The chapters whose concepts a question may name.

    Raises
    ------
    BankError
        With the place of the first thing that is wrong and its remedy.
    """
    source = read_source(path, BankError)
    if not isinstance(source.data, list) or not source.data:
        raise BankError(source.file, 1, "", "the bank is not a list of questions",
                        "begin each entry with `- id: …`")
    chapter = next((one for one in chapters if one.key == path.stem), None)
    if chapter is None:
        raise BankError(source.file, 1, "", f'there is no chapter "{path.stem}"',
                        did_you_mean(path.stem, [one.key for one in chapters]))
    known = {concept.id: concept for one in chapters for concept in one.concepts}
    found: dict[str, Question] = {}
    for number, entry in enumerate(source.data):
        with _as_bank_error(source, number, entry):
            question = parse(entry, chapter.key)
            if question.id in found:
                raise Flaw("this id stands here twice", "give each question its own id", "id")
            _check(question, chapter, known)
            found[question.id] = question
    return Bank(chapter, known, tuple(found.values()))


@contextmanager
def _as_bank_error(source: Source, number: int, entry: Any) -> Iterator[None]:
    try:
        yield
    except Flaw as flaw:
        id_ = entry.get("id") if isinstance(entry, dict) else None
        name = id_ if isinstance(id_, str) else f"question {number + 1}"
        line = source.line((number, *flaw.at))
        raise BankError(source.file, line, name, flaw.what, flaw.remedy) from None


def _check(question: Question, chapter: Chapter, known: dict[str, Concept]) -> None:
    """Check what a question cannot know by itself: other files, functions and figures."""
    for number, id_ in enumerate(question.concepts):
        if id_ not in known:
            raise Flaw(f'unknown concept "{id_}"', did_you_mean(id_, list(known)),
                       "concepts", number)
    if chapter.sections and question.section not in chapter.sections:
        raise Flaw(f'the chapter has no section "{question.section}"',
                   did_you_mean(question.section, list(chapter.sections)), "section")
    if isinstance(question, Number):
        _check_number(question)
        return
    for name in ("prompt", "hint", "solution"):
        left = LEFT_OVER.search(getattr(question, name))
        if left:
            raise Flaw(f"{left[0]} stands in a {question.type} question",
                       "only number questions have placeholders; write the figure", name)
    if isinstance(question, Text):
        _check_text(question)


def _check_number(question: Number) -> None:
    figures = list(question.params)
    for name, call in question.derive.items():
        with at("derive", name):
            check_call(call, figures, resolve)
        figures.append(name)
    with at("answer"):
        check_call(question.answer, figures, resolve)
    for number, wrong in enumerate(question.misconceptions):
        with at("misconceptions", number):
            check_call(wrong, figures, resolve)
    _check_params_used(question)
    for variant in draw(question, resolve, question.id):
        filling = {**variant.figures, "answer": variant.answer}
        for name in ("prompt", "hint", "solution"):
            with at(name):
                fill(getattr(question, name), filling, variant.shown)
        for number, wrong in enumerate(question.misconceptions):
            with at("misconceptions", number, "say"):
                fill(wrong.say, filling, variant.shown)


def _check_params_used(question: Number) -> None:
    told = {name for name, _ in placeholders(question.prompt)}
    derived = {name for call in question.derive.values() for name in figures_in(call.with_)}
    for name in question.params:
        if name not in told and name not in derived:
            raise Flaw(f'the prompt does not tell "{name}"',
                       f"put {{{name}}} in the prompt or drop the parameter", "params", name)
    if "answer" in told:
        raise Flaw("the prompt gives the answer away", "leave {answer} out of it", "prompt")


def _check_text(question: Text) -> None:
    right: set[str] = set()
    for number, form in enumerate(question.accept):
        plain = normalise(form).replace(" ", "")
        if not plain:
            raise Flaw(f'the form "{form}" has no letters', "write a word", "accept", number)
        if plain in right:
            raise Flaw(f'the form "{form}" is the same as an earlier one',
                       "leave it out: case, accents, hyphens, spaces and articles do not count",
                       "accept", number)
        right.add(plain)
    for number, wrong in enumerate(question.misconceptions):
        for place, form in enumerate(wrong.accept):
            plain = normalise(form).replace(" ", "")
            if not plain or plain in right:
                raise Flaw(f'the wrong form "{form}" is also accepted as right',
                           "leave it out of one of the two",
                           "misconceptions", number, "accept", place)


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
