"""Draw the figures of a number question and work out its key and its misconceptions.

A drawing is thrown away when it would be unfair: a named misconception within reach of the key,
two misconceptions that give the same number, a number that is not finite, or a combination that
the chapter's function refuses.
"""

from __future__ import annotations

import inspect
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from salesedu.questions.numbers import format_number, plain, read
from salesedu.questions.parts import Call, Flaw
from salesedu.questions.types import Number

__all__ = ["COUNT", "Variant", "check_call", "draw", "figures_in", "shuffled"]

COUNT = 20  # variants of a question with parameters
TRIES = 4000  # drawings before giving up

Resolve = Callable[[str], Callable]
Figures = dict[str, int | float | str]


@dataclass(frozen=True)
class Variant:
    """One set of figures with its key.

    Attributes
    ----------
    figures : dict
        Parameters and derived numbers by name.
    answer, tolerance : float
        In the unit of the answer itself; a fraction when the unit is "%".
    shown : str
        The key as written for a reader, without its unit: ``"32.3"``.
    misconceptions : tuple of float
        What each named misconception gives, in their order.
    """

    figures: Figures
    answer: float
    tolerance: float
    shown: str
    misconceptions: tuple[float, ...]


class _Unfair(Exception):
    """This drawing cannot be used; another may."""


def draw(
    question: Number, resolve: Resolve, seed: str | int, count: int = COUNT
) -> tuple[Variant, ...]:
    """Draw the variants of a question: always the same ones for the same seed.

    Parameters
    ----------
    question : Number
        The question; without parameters it has one variant.
    resolve : callable
        From a name such as ``"arithmetic.add"`` to the function.
    seed : str or int
        Usually the question's id.
    count : int
        How many distinct ones to draw.

    Raises
    ------
    Flaw
        When so many cannot be found, with what was in the way.
    """
    count = count if question.params else 1
    found: list[Variant] = []
    spare: list[Variant] = []
    keys: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for figures in _drawings(question, random.Random(f"salesedu {seed}")):
        try:
            variant = _work_out(question, figures, resolve)
        except _Unfair as reason:
            reasons[str(reason)] += 1
            continue
        # Fresh figures should ask for a fresh answer: one key too often waits until the end.
        (found if keys[variant.shown] < count / 10 or count == 1 else spare).append(variant)
        keys[variant.shown] += 1
        if len(found) == count:
            return tuple(found)
    found += spare[: count - len(found)]
    if len(found) == count:
        return tuple(found)
    common = reasons.most_common(1)
    trouble = f" (most often because {common[0][0]})" if common else ""
    if not question.params:
        raise Flaw(f"the question cannot be used{trouble}", "change its numbers", "answer")
    raise Flaw(
        f"only {len(found)} of {count} fair and distinct variants were found{trouble}",
        "widen the ranges, lower the tolerance or change that misconception", "params",
    )


def shuffled(things: list, dice: random.Random) -> list:
    """Return a new order. Only ``random()`` is promised to stay the same in later Pythons.

    Examples
    --------
    >>> sorted(shuffled([1, 2, 3], random.Random("a")))
    [1, 2, 3]
    """
    return [thing for _, _, thing in sorted((dice.random(), n, x) for n, x in enumerate(things))]


def check_call(call: Call, known: list[str], resolve: Resolve) -> None:
    """Check that a call names a function, known figures, and arguments that it takes.

    Raises
    ------
    Flaw
        With the place inside the call.
    """
    function = resolve(call.call)
    for name in figures_in(call.with_):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            remedy = (
                f'did you mean "{close[0]}"?' if close
                else f"use one of: {', '.join(known) or 'numbers only'}; or {{text: {name}}}"
            )
            raise Flaw(f'there is no figure "{name}" here', remedy, "with")
    signature = inspect.signature(function)
    given = call.with_
    try:
        if isinstance(given, dict):
            signature.bind(**given)
        else:
            signature.bind(*given)
    except TypeError as trouble:
        raise Flaw(
            f"{call.call} cannot be called like this ({trouble})",
            f"it takes {signature}", "with",
        ) from None


def figures_in(given: Any) -> Iterator[str]:
    """Yield the names of the figures that the ``with`` of a call hands over.

    Examples
    --------
    >>> list(figures_in([3, "price", {"text": "service"}, ["cost"]]))
    ['price', 'cost']
    """
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict):
        if set(given) != {"text"}:
            for part in given.values():
                yield from figures_in(part)
    elif isinstance(given, list):
        for part in given:
            yield from figures_in(part)


def _drawings(question: Number, dice: random.Random) -> Iterator[Figures]:
    """Yield distinct drawings: all of them in some order, or TRIES when they are too many."""
    params = question.params
    total = math.prod(len(param.values) for param in params.values())
    if total <= TRIES:
        numbers_ = shuffled(list(range(total)), dice)
    else:
        numbers_ = dict.fromkeys(int(dice.random() * total) for _ in range(TRIES))
    for number in numbers_:
        figures: Figures = {}
        for name, param in params.items():
            number, place = divmod(number, len(param.values))
            figures[name] = param.values[place]
        yield figures


def _work_out(question: Number, drawn: Figures, resolve: Resolve) -> Variant:
    figures = dict(drawn)
    for name, call in question.derive.items():
        figures[name] = _compute(call, figures, resolve, ("derive", name))
    answer = _compute(question.answer, figures, resolve, ("answer",))
    tolerance = question.tolerance.of(answer, question.unit)
    shown = format_number(answer * 100 if question.unit == "%" else answer, question.decimals)
    typed = read(shown.replace(",", ""), question.unit)
    if typed.value is None:
        raise _Unfair(f"nobody can type the key {shown:.20}")
    if all(abs(value - answer) > tolerance for value in (typed.value, *typed.alternatives)):
        raise Flaw(
            f"the key {plain(answer)} is shown as {shown}, which is not within the tolerance",
            "raise `decimals` or the tolerance", "decimals",
        )
    wrong = tuple(
        float(_compute(call, figures, resolve, ("misconceptions", number)))
        for number, call in enumerate(question.misconceptions)
    )
    _check_fair(answer, wrong, tolerance, question.unit)
    return Variant(figures, float(answer), float(tolerance), shown, wrong)


def _check_fair(answer: float, wrong: tuple[float, ...], tolerance: float, unit: str) -> None:
    apart = 2 * tolerance + 1e-9 * max(1.0, abs(answer))
    for number, value in enumerate(wrong):
        # In a box for per cents a bare "0.5" is read both ways, so both must miss the key.
        meant = (value, value * 100, value / 100) if unit == "%" else (value,)
        if any(abs(one - answer) <= apart for one in meant):
            raise _Unfair(f"misconception {number + 1} comes within the tolerance of the key")
        for earlier in range(number):
            if abs(value - wrong[earlier]) <= apart:
                raise _Unfair(f"misconceptions {earlier + 1} and {number + 1} coincide")


def _compute(call: Call, figures: Figures, resolve: Resolve, at: tuple) -> int | float:
    function = resolve(call.call)
    given = _put_in(call.with_, figures)
    try:
        result = function(**given) if isinstance(call.with_, dict) else function(*given)
    except ValueError as trouble:
        raise _Unfair(f"{call.call} refuses the figures: {trouble}") from None
    except (TypeError, ArithmeticError, AttributeError, LookupError) as trouble:
        raise Flaw(f"{call.call} fails ({type(trouble).__name__}: {trouble})",
                   "look at what it is given", *at, "with") from None
    for step in call.take.split(".") if call.take else []:
        result = _take(result, step, call, at)
    if isinstance(result, bool) or not isinstance(result, int | float):
        offered = [name for name in dir(result) if not name.startswith("_")]
        raise Flaw(
            f"{call.call} gives a {type(result).__name__}, not a number",
            f"say which part with `take:` ({', '.join(offered[:12])})", *at,
        )
    if not math.isfinite(result):
        raise _Unfair(f"{call.call} gives a number that is not finite")
    return result


def _take(result: Any, step: str, call: Call, at: tuple) -> Any:
    if isinstance(result, Mapping):
        if step in result:
            return result[step]
        offered = [str(key) for key in result]
    elif isinstance(result, list | tuple) and not hasattr(result, "_fields"):
        if step.isdigit() and int(step) < len(result):
            return result[int(step)]
        offered = [str(number) for number in range(len(result))]
    else:
        if not step.startswith("_") and hasattr(result, step):
            return getattr(result, step)
        offered = [name for name in dir(result) if not name.startswith("_")]
    raise Flaw(f'the result of {call.call} has no part "{step}"',
               f"use one of: {', '.join(offered)}", *at, "take")


def _put_in(given: Any, figures: Figures) -> Any:
    if isinstance(given, str):
        return figures[given]
    if isinstance(given, dict):
        if set(given) == {"text"}:
            return given["text"]
        return {key: _put_in(part, figures) for key, part in given.items()}
    if isinstance(given, list):
        return [_put_in(part, figures) for part in given]
    return given
