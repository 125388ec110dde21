"""Check a question against the rest of the course: concepts, sections, functions and figures."""

from __future__ import annotations

import re

from salesedu.concepts import Chapter, Concept
from salesedu.concepts.source import did_you_mean
from salesedu.questions.bank.parse import at
from salesedu.questions.parts import Flaw
from salesedu.questions.registry import resolve
from salesedu.questions.spelling import normalise
from salesedu.questions.templates import fill, placeholders
from salesedu.questions.types import Number, Question, Text
from salesedu.questions.variants import check_call, draw, figures_in

__all__ = ["check"]

LEFT_OVER = re.compile(r"\{[a-z_]+(:[a-z0-9]+)?\}")


def check(question: Question, chapter: Chapter, known: dict[str, Concept]) -> None:
    """Check what a question cannot know by itself: other files, functions and figures.

    Parameters
    ----------
    question : Question
        The question.
    chapter : Chapter
        Its chapter.
    known : dict
        All concepts by id.

    Raises
    ------
    Flaw
        With the place inside the question.
    """
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
        right.add(plain)
    for number, wrong in enumerate(question.misconceptions):
        for place, form in enumerate(wrong.accept):
            plain = normalise(form).replace(" ", "")
            if not plain or plain in right:
                raise Flaw(f'the wrong form "{form}" is also accepted as right',
                           "leave it out of one of the two",
                           "misconceptions", number, "accept", place)
