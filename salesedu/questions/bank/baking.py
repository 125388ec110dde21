"""Bake a question: all that a page needs to show and grade it, as plain JSON."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt

from salesedu.concepts import Chapter, Concept
from salesedu.concepts.edition import current
from salesedu.notation import localised
from salesedu.questions.grade import RULES
from salesedu.questions.registry import resolve
from salesedu.questions.spelling import normalise
from salesedu.questions.templates import fill
from salesedu.questions.types import Choice, Match, Number, Order, Question, Sort, Text
from salesedu.questions.variants import draw, shuffled

__all__ = ["bake", "render"]


def bake(
    question: Question,
    chapter: Chapter,
    concepts: dict[str, Concept],
    seed: str | int | None = None,
    place: int | None = None,
) -> dict[str, Any]:
    """Return the question as JSON-able data, texts rendered, variants drawn, options shuffled.

    Parameters
    ----------
    question : Question
        A question of a checked bank.
    chapter : Chapter
        Its chapter.
    concepts : dict
        All concepts by id.
    seed : str or int, optional
        Another seed gives other figures and another order; without it the id decides.
    place : int, optional
        For a choice: where the key is displayed, so that a bank can spread its keys.

    Examples
    --------
    >>> from salesedu.questions import bank
    >>> bank.bake(bank.questions()[0])["chapter"]
    'customers'
    """
    seed = question.id if seed is None else f"{question.id} {seed}"
    dice = random.Random(f"salesedu order {seed}")
    own = _BAKERS[question.type](question, seed, dice, place)
    main = own.pop("main", None) or {
        name: render(getattr(question, name)) for name in ("prompt", "hint", "solution")
    }
    return {
        "id": question.id,
        "hash": (seed == question.id and question.fingerprint) or _fingerprint(question, own),
        "type": question.type,
        "chapter": question.chapter,
        "asks": question.asks,
        "rule": RULES[question.type],
        "concepts": [
            {"id": id_, "english": concepts[id_].english, "dutch": concepts[id_].dutch}
            for id_ in question.concepts
        ],
        "section": {
            "id": question.section,
            "title": chapter.section_title(question.section),
            "page": chapter.page,
        },
        "in_text": question.in_text,
        **({"numbers": current().numbers} if current().numbers != "english" else {}),
        **main,
        **own,
    }


def render(text: str) -> str:
    """Return inline Markdown as safe HTML: raw HTML is shown, not run; no links, no pictures.

    Examples
    --------
    >>> render("*One* <b>idea</b>")
    '<em>One</em> &lt;b&gt;idea&lt;/b&gt;'
    """
    return _markdown().renderInline(_unbroken(localised(text, current().numbers))).strip()


@cache
def _markdown() -> MarkdownIt:
    fetching = ["image", "link", "autolink", "html_inline"]
    return MarkdownIt("commonmark", {"html": False}).disable(fetching)


def _unbroken(text: str) -> str:
    """Keep a sign and its figure on one line: "€ 40" and "25 %"."""
    for sign in ("€", "−"):
        text = text.replace(f"{sign} ", f"{sign}\u00a0")
    return text.replace(" %", "\u00a0%")


def _fingerprint(question: Question, own: dict[str, Any]) -> str:
    """Hash what the author wrote, and the figures drawn, so that an edit is noticed."""
    content: dict[str, Any] = {"type": question.type, **asdict(question)}
    if not content["fingerprint"]:
        del content["fingerprint"]
    if isinstance(question, Number):
        content["drawn"] = [[one["prompt"], one["shown"]] for one in own["variants"]]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _choice(question: Choice, _seed: str, dice: random.Random, place: int | None) -> dict:
    options = [
        {"index": number, "text": render(option.text), "correct": option.correct,
         "because": render(option.because)}
        for number, option in enumerate(question.options)
    ]
    if not question.keep_order:
        options = shuffled(options, dice)
        if place is not None:
            key = next(option for option in options if option["correct"])
            options.remove(key)
            options.insert(place, key)
    return {"options": options}


def _number(question: Number, seed: str, _dice: random.Random, _place: int | None) -> dict:
    variants = []
    for variant in draw(question, resolve, seed):
        figures = {**variant.figures, "answer": variant.answer}

        def told(text: str, figures: dict = figures, shown: str = variant.shown) -> str:
            return render(fill(text, figures, shown))

        variants.append({
            "prompt": told(question.prompt),
            "hint": told(question.hint),
            "solution": told(question.solution),
            "answer": variant.answer,
            "shown": localised(variant.shown, current().numbers),
            "tolerance": variant.tolerance,
            "misconceptions": [
                {"value": value, "say": told(one.say)}
                for one, value in zip(question.misconceptions, variant.misconceptions, strict=True)
            ],
        })
    main = {name: variants[0][name] for name in ("prompt", "hint", "solution")}
    return {"main": main, "unit": question.unit, "decimals": question.decimals,
            "variants": variants}


def _order(question: Order, _seed: str, dice: random.Random, _place: int | None) -> dict:
    items = [
        {"index": number, "text": render(item.text), "because": render(item.because)}
        for number, item in enumerate(question.items)
    ]
    return {"items": items, "start": _jumbled(len(items), dice)}


def _jumbled(count: int, dice: random.Random) -> list[int]:
    """Return a start in which less than half of the neighbours already stand in their order."""
    while True:
        start = shuffled(list(range(count)), dice)
        rising = sum(one < other for one, other in pairwise(start))
        if rising * 2 < count:
            return start


def _match(question: Match, _seed: str, dice: random.Random, _place: int | None) -> dict:
    lefts = [
        {"index": number, "text": render(pair.left), "because": render(pair.because)}
        for number, pair in enumerate(question.pairs)
    ]
    rights = [*(pair.right for pair in question.pairs), *question.extra]
    return {
        "lefts": lefts,
        "rights": [{"index": number, "text": render(rights[number])}
                   for number in _moved(len(rights), dice)],
    }


def _moved(count: int, dice: random.Random) -> list[int]:
    """Return an order in which at most one thing stays in its place."""
    while True:
        order = shuffled(list(range(count)), dice)
        if sum(place == number for place, number in enumerate(order)) <= 1:
            return order


def _sort(question: Sort, _seed: str, dice: random.Random, _place: int | None) -> dict:
    items = [
        {"index": number, "text": render(item.text), "bin": question.bins.index(item.bin),
         "because": render(item.because)}
        for number, item in enumerate(question.items)
    ]
    return {"bins": [render(name) for name in question.bins], "items": shuffled(items, dice)}


def _text(question: Text, _seed: str, _dice: random.Random, _place: int | None) -> dict:
    return {
        "accept": list(dict.fromkeys(normalise(form) for form in question.accept)),
        "shown": render(question.accept[0]),
        "because": render(question.because),
        "misconceptions": [
            {"accept": [normalise(form) for form in wrong.accept], "say": render(wrong.say)}
            for wrong in question.misconceptions
        ],
    }


_BAKERS: dict[str, Callable[..., dict]] = {
    "choice": _choice,
    "multiple": _choice,
    "number": _number,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "text": _text,
}
