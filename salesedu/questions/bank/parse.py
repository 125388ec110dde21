"""Turn the plain data of one bank entry into a question, or say what in it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from salesedu.concepts.source import did_you_mean
from salesedu.questions.parts import (
    Bin,
    Call,
    Flaw,
    Misconception,
    Option,
    Pair,
    Parameter,
    Step,
    Term,
    Tolerance,
)
from salesedu.questions.types import TYPES, Question

__all__ = ["KEYS", "at", "parse"]

COMMON = {
    "id": True, "type": True, "concepts": True, "asks": True, "prompt": True, "hint": True,
    "solution": True, "section": True, "in_text": False, "fingerprint": False,
}
#: The keys that each type has besides the common ones; True when it must be there.
KEYS: dict[str, dict[str, bool]] = {
    "choice": {"options": True, "keep_order": False},
    "multiple": {"options": True, "keep_order": False},
    "number": {
        "params": False, "derive": False, "answer": True, "unit": True, "tolerance": True,
        "decimals": False, "misconceptions": True,
    },
    "order": {"items": True},
    "match": {"pairs": True, "extra": False},
    "sort": {"bins": True, "items": True},
    "text": {"accept": True, "because": True, "misconceptions": False},
}
MOST_VALUES = 100_000  # of one parameter


def parse(data: Any, chapter: str) -> Question:
    """Make a question from one entry of a bank.

    Parameters
    ----------
    data : object
        What YAML gave.
    chapter : str
        Key of the chapter whose bank it is.

    Raises
    ------
    Flaw
        With the place inside the entry.

    Examples
    --------
    >>> parse({"id": "customers-1", "type": "chioce"}, "customers")
    Traceback (most recent call last):
    ...
    salesedu.questions.parts.Flaw: unknown type "chioce"; did you mean "choice"?
    """
    if not isinstance(data, dict):
        raise Flaw("an entry is not a mapping", "begin each entry with `- id: …`")
    if "type" not in data:
        raise Flaw('"type" is missing', f"add `type:` with one of: {', '.join(TYPES)}")
    kind = data["type"]
    if kind not in TYPES:
        raise Flaw(f'unknown type "{kind}"', did_you_mean(kind, list(TYPES)), "type")
    _keys(data, COMMON | KEYS[kind], f"a {kind} question")
    fields: dict[str, Any] = {"chapter": chapter}
    for key, value in data.items():
        if key == "type":
            continue
        with at(key):
            fields[key] = _reader(kind, key)(value)
    return TYPES[kind](**fields)


@contextmanager
def at(*place: str | int) -> Iterator[None]:
    """Put ``place`` in front of the place of any flaw found inside."""
    try:
        yield
    except Flaw as flaw:
        flaw.at = (*place, *flaw.at)
        raise


def _reader(kind: str, key: str) -> Callable[[Any], Any]:
    return _READERS.get((kind, key)) or _READERS.get(("", key)) or _text


def _keys(data: Any, known: dict[str, bool], what: str) -> None:
    if not isinstance(data, dict):
        raise Flaw(f"{what} is {_name(data)}", f"write a mapping with {', '.join(known)}")
    for key in data:
        if key not in known:
            raise Flaw(f'unknown key "{key}" in {what}', did_you_mean(key, list(known)), key)
    for key, needed in known.items():
        if needed and key not in data:
            raise Flaw(f'"{key}" is missing in {what}', f"add `{key}:`")


def _name(value: Any) -> str:
    if value is None:
        return "empty"
    kinds = {bool: "yes or no", int: "a number", float: "a number", str: "a text",
             list: "a list", dict: "a mapping"}
    return f"{kinds.get(type(value), type(value).__name__)} ({value!r:.40})"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Flaw(f"a text is expected, but this is {_name(value)}", "put it in quotes")
    return value.strip()


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Flaw(f"true or false is expected, but this is {_name(value)}", "write true or false")
    return value


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Flaw(f"a number is expected, but this is {_name(value)}", "write a number")
    return value


def _list(value: Any, read: Callable[[Any], Any]) -> tuple:
    if not isinstance(value, list):
        raise Flaw(f"a list is expected, but this is {_name(value)}", "write `- …` lines or [ ]")
    found = []
    for number, one in enumerate(value):
        with at(number):
            found.append(read(one))
    return tuple(found)


def _list_of(read: Callable[[Any], Any]) -> Callable[[Any], tuple]:
    return lambda value: _list(value, read)


def _part(kind: type, what: str, readers: dict[str, Callable], *optional: str) -> Callable:
    def read(value: Any) -> Any:
        _keys(value, {key: key not in optional for key in readers}, what)
        fields = {}
        for key, given in value.items():
            with at(key):
                fields["with_" if key == "with" else key] = readers[key](given)
        return kind(**fields)

    return read


def _mapping_of(read: Callable[[Any], Any]) -> Callable[[Any], dict]:
    def read_all(value: Any) -> dict:
        if not isinstance(value, dict):
            raise Flaw(f"a mapping is expected, but this is {_name(value)}", "write `name: …`")
        found = {}
        for name, one in value.items():
            with at(name):
                found[_text(name)] = read(one)
        return found

    return read_all


def _parameter(value: Any) -> Parameter:
    form = "write {int: [low, high]}, {decimal: [low, high, step]} or {choice: [a, b, …]}"
    if not isinstance(value, dict):
        raise Flaw(f"a parameter is {_name(value)}", form)
    kinds = [kind for kind in ("int", "decimal", "choice") if kind in value]
    extra = [key for key in value if key not in kinds and key != "step"]
    if extra or len(kinds) != 1 or not isinstance(value[kinds[0]], list):
        raise Flaw(f"a parameter is {value!r:.60}", form)
    kind, given = kinds[0], value[kinds[0]]
    if kind == "choice":
        if not all(isinstance(one, int | float | str) for one in given):
            raise Flaw("a value of the list is neither number nor text", form, kind)
        return Parameter(kind=kind, values=tuple(given))
    with at(kind):
        numbers = _list(given, _number)
    step = value.get("step", 1 if kind == "int" else None)
    if kind == "decimal" and len(numbers) == 3:
        *numbers, step = numbers
    if len(numbers) != 2 or step is None:
        raise Flaw(f"{kind} is {given!r}", form, kind)
    with at("step"):
        step = _number(step)
    low, high = numbers
    if kind == "int" and not all(isinstance(one, int) for one in (low, high, step)):
        raise Flaw(f"an int range holds {given!r}", "use whole numbers, or `decimal`", kind)
    if low >= high or step <= 0:
        raise Flaw(f"the range runs from {low} to {high} in steps of {step}",
                   "write low, high and a step above zero", kind)
    count = int((high - low) / step + 1e-9) + 1
    if count > MOST_VALUES:
        raise Flaw(f"the range has {count} values", "take a larger step", kind)
    # Rounding takes the binary dust off 0.05 + 2 * 0.05.
    values = [low + number * step for number in range(count)]
    return Parameter(
        kind=kind,
        values=tuple(values if kind == "int" else (round(one, 10) for one in values)),
    )


def _tolerance(value: Any) -> Tolerance:
    if isinstance(value, dict):
        _keys(value, {"relative": True}, "a tolerance")
        with at("relative"):
            return Tolerance(relative=_number(value["relative"]))
    return Tolerance(absolute=_number(value))


def _anything(value: Any) -> Any:
    return value


def _answer(value: Any) -> Call:
    if not isinstance(value, dict):
        raise Flaw(
            f"the answer is {_name(value)}",
            "name the function that computes it: {call: arithmetic.add, with: [a, b]}",
        )
    return _call(value)


_CALL = {"call": _text, "with": _anything, "take": lambda one: str(one)}
_call = _part(Call, "a call", _CALL, "take")
_option = _part(Option, "an option", {"text": _text, "because": _text, "correct": _yes_or_no},
                "correct")
_READERS: dict[tuple[str, str], Callable] = {
    ("", "concepts"): _list_of(_text),
    ("", "in_text"): _yes_or_no,
    ("", "keep_order"): _yes_or_no,
    ("", "options"): _list_of(_option),
    ("number", "params"): _mapping_of(_parameter),
    ("number", "derive"): _mapping_of(_call),
    ("number", "answer"): _answer,
    ("number", "tolerance"): _tolerance,
    ("number", "decimals"): _number,
    ("number", "misconceptions"): _list_of(
        _part(Misconception, "a misconception", {**_CALL, "say": _text}, "take")
    ),
    ("order", "items"): _list_of(_part(Step, "an item", {"text": _text, "because": _text})),
    ("match", "pairs"): _list_of(
        _part(Pair, "a pair", {"left": _text, "right": _text, "because": _text})
    ),
    ("match", "extra"): _list_of(_text),
    ("sort", "bins"): _list_of(_text),
    ("sort", "items"): _list_of(
        _part(Bin, "an item", {"text": _text, "bin": _text, "because": _text})
    ),
    ("text", "accept"): _list_of(_text),
    ("text", "misconceptions"): _list_of(
        _part(Term, "a misconception", {"accept": _list_of(_text), "say": _text})
    ),
}
