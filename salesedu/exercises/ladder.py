"""``check``: truth from the data, mistakes by their name, and one step more help at each try."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from salesedu.concepts.edition import current

from .kinds import Unreadable
from .parts import Exercise, Feedback

__all__ = ["check", "exercises", "reset"]

_misses: dict[tuple[str, int | None], int] = {}


@lru_cache(maxsize=1)
def exercises() -> dict[str, Exercise]:
    """All exercises by id, from every module of this package that has ``EXERCISES``."""
    package = import_module(__package__)
    found: dict[str, Exercise] = {}
    for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        for exercise in getattr(import_module(f"{__package__}.{module.name}"), "EXERCISES", ()):
            if exercise.id in found:
                raise ValueError(f"Two exercises have the id {exercise.id}; rename one.")
            found[exercise.id] = exercise
    return found


def check(id: str, answer: object, seed: int | None = None) -> Feedback:
    """Judge an answer of a workbook.

    Parameters
    ----------
    id : str
        The exercise, such as ``"customers-1"``.
    answer : object
        What you computed. ``...`` means: not answered yet.
    seed : int, optional
        The seed of the company, when you loaded one of your own.

    Returns
    -------
    Feedback
        Right, or what went wrong. A second miss adds a hint, a third the worked solution, unless
        the edition withholds it. An answer of the wrong type gets a sentence and is no miss;
        nothing is raised.

    Examples
    --------
    >>> check("customers-1", ...)
    Not answered yet. Replace the three dots by your code and run the cell again.
    """
    exercise = exercises().get(id) if isinstance(id, str) else None
    if exercise is None:
        return _unknown(id)
    if answer is ...:
        text = "Replace the three dots by your code and run the cell again."
        return Feedback("unanswered", "Not answered yet.", (("", text),))
    try:
        truth = exercise.truth(seed)
    except ValueError as problem:  # a seed that is no seed; load() says so
        return Feedback("unclear", "One moment.", (("", str(problem)),))
    try:
        given = exercise.kind.read(answer)
    except Unreadable as problem:
        return Feedback("unclear", "One moment.", (("", str(problem)),))
    except Exception as problem:  # an object that breaks when it is looked at
        text = f"Your answer cannot be read ({type(problem).__name__})."
        return Feedback(
            "unclear", "One moment.", (("", f"{text} This exercise wants {exercise.kind.wanted}."),)
        )
    if exercise.kind.same(given, truth):
        text = f"{exercise.kind.show(truth)}. {exercise.meaning}"
        return Feedback("correct", "Right:", (("", text),))
    return _wrong(exercise, given, truth, seed)


def reset(id: str | None = None) -> None:
    """Start the ladder anew, of one exercise or of all.

    >>> reset("customers-1")
    """
    for key in [key for key in _misses if id in (None, key[0])]:
        del _misses[key]


def _wrong(exercise: Exercise, given: object, truth: object, seed: int | None) -> Feedback:
    misses = _misses[exercise.id, seed] = _misses.get((exercise.id, seed), 0) + 1
    parts = [("", _name(exercise, given, truth, seed))]
    if misses >= 2:
        parts.append(("Hint.", exercise.hint))
    if misses >= 3 and (day := current().withheld()):
        parts.append(("Worked solution.", f"It appears on {day.day} {day:%B %Y}."))
    elif misses >= 3:
        shown = exercise.kind.show(truth)
        parts += [("Worked solution.", f"It gives {shown}. {exercise.meaning}")]
        number = exercise.id.rpartition("-")[2]
        parts += [("Code", exercise.solution.replace("answer =", f"answer_{number} ="))]  # as in the cell
    return Feedback("wrong", "Not yet.", tuple(parts))


def _name(exercise: Exercise, given: object, truth: object, seed: int | None) -> str:
    for mistake in exercise.mistakes:
        value = mistake.value(seed)
        # In a company of one's own, a mistake may happen to lead to the right answer.
        if exercise.kind.same(given, value) and not exercise.kind.same(value, truth):
            return mistake.say
    return exercise.kind.differs(given, truth)


def _unknown(id: object) -> Feedback:
    known = list(exercises())
    near = get_close_matches(str(id), known, n=1, cutoff=0.6) if isinstance(id, str) else []
    hint = f"Did you mean “{near[0]}”?" if near else f"They are called like “{known[0]}”, by chapter and number."
    text = (
        f"There is no exercise “{id}”. {hint}"
        if isinstance(id, str)
        else (f"The first thing to give is the name of an exercise in quotes. {hint}")
    )
    return Feedback("unclear", "One moment.", (("", text),))
