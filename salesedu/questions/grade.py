"""Grade a response to a baked question.

This is the reference for tests and for lecturers' tools. The page grades with the same rules in
JavaScript (``widgets/js/grade.js``); ``tests/vectors/grades.json`` holds the two together.

How much a part of the answer is worth:

==========  ===================================================================================
choice      all or nothing
multiple    (right ticks − wrong ticks) / number of right options, not below 0
number      all or nothing, within the tolerance
order       (longest run of steps already in the right order − 1) / (number of steps − 1)
match       share of the left sides with the right partner
sort        share of the items in the right bin
text        all or nothing; a slip of the fingers in a longer word is forgiven
==========  ===================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from salesedu.questions import numbers, spelling

__all__ = ["RULES", "SENTENCES", "Grade", "grade"]

#: How each type is marked, as told to the learner.
RULES = {
    "choice": "One answer is right.",
    "multiple": "Tick every right answer. Each right tick counts for you, each wrong tick "
    "against you.",
    "number": "Any usual notation is read: 1250.50, 1.250,50, 25 %, 1/4, 12k. "
    "A small rounding difference is accepted.",
    "order": "You earn the share of steps that already follow each other in the right order.",
    "match": "You earn the share of pairs that are right.",
    "sort": "You earn the share of items in the right place.",
    "text": "Capitals, accents, hyphens and a small typing slip do not matter. "
    "English or Dutch, as you like.",
}

#: Sentences that belong to no question in particular; the JavaScript grader has the same table.
SENTENCES = {
    "missed one": "You missed one right answer.",
    "missed more": "You missed {n} right answers.",
    "open one": "One is still open.",
    "open more": "{n} are still open.",
    "too early": "<strong>{item}</strong> comes too early. {because}",
    "too late": "<strong>{item}</strong> comes too late. {because}",
    "misplaced": "<strong>{item}</strong>: {because}",
    "too high": "Your answer is too high.",
    "too low": "Your answer is too low.",
    "close": "You are close: keep all decimals until the last step.",
    "sign": "The size is right; look at the sign: plus or minus?",
    "times too high": "Your answer is {n} times too high: look at the decimal point, "
    "the percentage and the unit.",
    "times too low": "Your answer is {n} times too low: look at the decimal point, "
    "the percentage and the unit.",
}

FACTORS = (10, 100, 1000)  # a decimal point or a per cent sign slipped
CLOSE = 3  # tolerances away that still look like a rounding difference
SLACK = 1e-9  # so that the edge of the tolerance itself is right in binary floats too
Baked = Mapping[str, Any]


@dataclass(frozen=True)
class Grade:
    """What a response is worth and what to say about it.

    Attributes
    ----------
    score : float
        0 to 1.
    state : str
        ``"correct"``, ``"partial"``, ``"wrong"``; ``"unanswered"`` and ``"unclear"`` are no try.
    say : tuple of str
        Sentences in safe HTML that name what went wrong.
    marks : tuple of bool
        Per part, in the order that the type's response has: option, position, left side or item.
    """

    score: float
    state: str
    say: tuple[str, ...] = ()
    marks: tuple[bool, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the same as JSON-able data, as the JavaScript grader returns it."""
        return {
            "score": self.score, "state": self.state,
            "say": list(self.say), "marks": list(self.marks),
        }


UNANSWERED = Grade(0.0, "unanswered")


def grade(baked: Baked, response: Any, variant: int = 0) -> Grade:
    """Grade one response.

    Parameters
    ----------
    baked : mapping
        A baked question.
    response : object
        choice: index of the option; multiple: list of indexes; number and text: string; order:
        indexes in the learner's order; match and sort: per left side or item the index of its
        partner or bin, or None. Anything malformed counts as unanswered.
    variant : int
        Which set of numbers; one that does not exist is read as the first.

    Returns
    -------
    Grade
        With a score of 0 to 1.

    Raises
    ------
    ValueError
        When the question has a type that is none of the seven.

    Examples
    --------
    >>> options = [{"index": 0, "correct": True, "because": "It does."},
    ...            {"index": 1, "correct": False, "because": "It does not."}]
    >>> grade({"type": "choice", "options": options}, 1)
    Grade(score=0.0, state='wrong', say=('It does not.',), marks=(True, False))
    """
    kind = baked.get("type")
    if kind not in _GRADERS:
        raise ValueError(f"There is no question type {kind!r}; use one of {', '.join(_GRADERS)}")
    return _GRADERS[kind](baked, response, variant)


def _graded(score: float, say: Sequence[str] = (), marks: Sequence[bool] = ()) -> Grade:
    state = "correct" if score >= 1 else "partial" if score > 0 else "wrong"
    return Grade(float(score), state, tuple(say), tuple(marks))


def _bare(item: Baked) -> str:
    """An item's text without the full stop of a sentence of its own: our sentence goes on."""
    return item["text"].removesuffix(".")


def _tell(name: str, **parts: object) -> str:
    say = SENTENCES[name]
    for key, part in parts.items():
        say = say.replace("{" + key + "}", str(part))
    return say


def _index(value: Any, below: int) -> int | None:
    """Return ``value`` as an index below ``below``, or None: a store can hold anything."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == value // 1 and 0 <= value < below else None


def _choice(baked: Baked, response: Any, _variant: int) -> Grade:
    options = sorted(baked["options"], key=lambda option: option["index"])
    chosen = _index(response, len(options))
    if chosen is None:
        return UNANSWERED
    right = options[chosen]["correct"]
    # Only the chosen option is marked: the marks must not give the key away.
    marks = [right or option["index"] != chosen for option in options]
    return _graded(1.0 if right else 0.0, [options[chosen]["because"]], marks)


def _multiple(baked: Baked, response: Any, _variant: int) -> Grade:
    options = sorted(baked["options"], key=lambda option: option["index"])
    given = response if isinstance(response, list | tuple) else []
    ticked = {_index(one, len(options)) for one in given} - {None}
    if not ticked:
        return UNANSWERED
    right = {option["index"] for option in options if option["correct"]}
    missed = len(right - ticked)
    say = [options[index]["because"] for index in sorted(ticked - right)]
    if missed:
        say.append(_tell("missed one" if missed == 1 else "missed more", n=missed))
    score = max(0, len(ticked & right) - len(ticked - right)) / len(right)
    return _graded(score, say, [(index in ticked) == (index in right)
                                for index in range(len(options))])


def _number(baked: Baked, response: Any, variant: int) -> Grade:
    if isinstance(response, int | float) and not isinstance(response, bool):
        response = numbers.plain(response)
    if not isinstance(response, str):
        return UNANSWERED
    reading = numbers.read(response, baked["unit"])
    if reading.problem == "empty":
        return UNANSWERED
    variants = baked["variants"]
    chosen = variants[_index(variant, len(variants)) or 0]
    key, tolerance = chosen["answer"], chosen["tolerance"]
    if reading.problem:
        # Our own pages write 9,600: somebody who types the key that way is right, not unclear.
        if any(_near(value, key, tolerance) for value in reading.alternatives):
            return _graded(1.0)
        return Grade(0.0, "unclear", (escape(reading.say),))
    meant = (reading.value, *reading.alternatives)
    if any(_near(value, key, tolerance) for value in meant):
        return _graded(1.0)
    for wrong in chosen["misconceptions"]:
        if any(_near(value, wrong["value"], tolerance) for value in meant):
            return _graded(0.0, [wrong["say"]])
    return _graded(0.0, [_direction(min(meant, key=lambda value: abs(value - key)), meant,
                                    key, tolerance)])


def _near(value: float, target: float, tolerance: float) -> bool:
    return abs(value - target) <= tolerance + SLACK * max(1.0, abs(target))


def _direction(value: float, meant: Sequence[float], key: float, tolerance: float) -> str:
    if any(key and _near(-one, key, tolerance) for one in meant):
        return _tell("sign")
    for one in meant:
        for factor in FACTORS:
            if key and _near(one / factor, key, tolerance) and abs(one) > abs(key):
                return _tell("times too high", n=factor)
            if key and _near(one * factor, key, tolerance) and abs(one) < abs(key):
                return _tell("times too low", n=factor)
    if abs(value - key) <= CLOSE * tolerance:
        return _tell("close")
    return _tell("too high" if value > key else "too low")


def _order(baked: Baked, response: Any, _variant: int) -> Grade:
    items = baked["items"]
    given = response if isinstance(response, list | tuple) else []
    steps = [_index(one, len(items)) for one in given]
    if len(steps) != len(items) or None in steps or len(set(steps)) != len(steps):
        return UNANSWERED
    run = _longest_run(steps)
    score = (len(run) - 1) / (len(items) - 1)
    say = []
    if score < 1:
        place = next(place for place in range(len(steps)) if place not in run)
        item = items[steps[place]]
        early = any(later > place and steps[later] < steps[place] for later in run)
        say = [_tell("too early" if early else "too late",
                     item=_bare(item), because=item["because"])]
    return _graded(score, say, [place in run for place in range(len(steps))])


def _longest_run(steps: Sequence[int]) -> list[int]:
    """Places of the longest rising run (with gaps); of equals the one that starts first."""
    best: list[list[int]] = []
    for place, step in enumerate(steps):
        run: list[int] = []
        for earlier in range(place):
            if steps[earlier] < step and len(best[earlier]) > len(run):
                run = best[earlier]
        best.append([*run, place])
    return max(best, key=len)


def _placed(baked: Baked, response: Any, parts: str, bins: int,
            right: Callable[[Mapping[str, Any]], int]) -> Grade:
    items = sorted(baked[parts], key=lambda item: item["index"])
    given = list(response) if isinstance(response, list | tuple) else []
    given += [None] * (len(items) - len(given))
    placed = [_index(one, bins) for one in given[: len(items)]]
    if all(one is None for one in placed):
        return UNANSWERED
    marks = [one == right(item) for one, item in zip(placed, items, strict=True)]
    wrong = [item for item, one, mark in zip(items, placed, marks, strict=True)
             if one is not None and not mark]
    say = [_tell("misplaced", item=_bare(item), because=item["because"]) for item in wrong[:2]]
    still = placed.count(None)
    if still:
        say.append(_tell("open one" if still == 1 else "open more", n=still))
    return _graded(sum(marks) / len(items), say, marks)


def _match(baked: Baked, response: Any, _variant: int) -> Grade:
    return _placed(baked, response, "lefts", len(baked["rights"]), lambda left: left["index"])


def _sort(baked: Baked, response: Any, _variant: int) -> Grade:
    return _placed(baked, response, "items", len(baked["bins"]), lambda item: item["bin"])


def _text(baked: Baked, response: Any, _variant: int) -> Grade:
    given = spelling.normalise(response) if isinstance(response, str) else ""
    if not given:
        return UNANSWERED
    right = spelling.nearest(given, baked["accept"])
    slips = [spelling.nearest(given, wrong["accept"]) for wrong in baked["misconceptions"]]
    nearest = min(slips, default=spelling.NO)
    if right < nearest:
        return _graded(1.0, [baked["because"]])
    if nearest < spelling.NO:
        return _graded(0.0, [baked["misconceptions"][slips.index(nearest)]["say"]])
    return _graded(0.0)


_GRADERS: dict[str, Callable[[Baked, Any, int], Grade]] = {
    "choice": _choice,
    "multiple": _multiple,
    "number": _number,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "text": _text,
}
