"""The functions that a bank may name, and no others.

A name is ``"<chapter>.<function>"``, where the chapter has a concepts file and the function stands
in its module's ``__all__``, or ``"arithmetic.<function>"``. Names are looked up, never evaluated.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module

from salesedu import concepts
from salesedu.concepts import edition
from salesedu.concepts.source import did_you_mean
from salesedu.questions.parts import Flaw

__all__ = ["names", "resolve"]


@cache
def _home(key: str) -> dict[str, Callable]:
    """Return the public functions of one module by their names."""
    where = "salesedu.questions.arithmetic" if key == "arithmetic" else f"salesedu.{key}"
    try:
        module = import_module(where)
    except ModuleNotFoundError as trouble:
        if trouble.name != where:
            raise
        raise Flaw(f"the module {where} does not exist", "write the chapter's functions first",
                   "call") from None
    found = {name: getattr(module, name) for name in module.__all__}
    return {name: thing for name, thing in found.items() if inspect.isfunction(thing)}


def _homes() -> list[str]:
    """The chapters of the book, also those that this edition leaves out: their functions stay useful."""
    own = {one.key for one in edition.current().own}  # a folder of pages and questions, without functions
    return [*(chapter.key for chapter in concepts.catalogue() if chapter.key not in own), "arithmetic"]


def names() -> tuple[str, ...]:
    """Return every name that a bank may use, sorted."""
    return tuple(sorted(f"{home}.{name}" for home in _homes() for name in _home(home)))


def resolve(name: str) -> Callable:
    """Return the function that ``name`` stands for.

    Raises
    ------
    Flaw
        When no chapter offers it, with the nearest name that exists.

    Examples
    --------
    >>> resolve("arithmetic.add")(1, 2)
    3
    """
    home, _, function = name.partition(".")
    if home not in _homes():
        raise Flaw(f'there is no module "{home}" to call', did_you_mean(home, _homes()), "call")
    known = _home(home)
    if function not in known:
        raise Flaw(f'"{home}" has no function "{function}"', did_you_mean(function, list(known)),
                   "call")
    return known[function]
