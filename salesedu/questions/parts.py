"""The parts of a question: options, steps, pairs, calls, tolerances; each refuses to be made wrong.

A field has the name of its key in the bank. A :class:`Flaw` says what is wrong, where in the
question, and what to do; the bank adds file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "Bin",
    "Call",
    "Flaw",
    "Misconception",
    "Option",
    "Pair",
    "Parameter",
    "Step",
    "Term",
    "Tolerance",
]

CALL = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
LAZY_OPTION = re.compile(
    r"\b(all|none|both|neither|any) of (the )?(above|these|them)\b|\ball the above\b"
    r"|\b(alle|geen|beide) (van )?(de |het )?bovenstaande\b",
    re.IGNORECASE,
)


class Flaw(ValueError):
    """What is wrong with a question, the remedy, and the place inside the question.

    Examples
    --------
    >>> flaw = Flaw("no option is correct", "mark one", "options")
    >>> str(flaw), flaw.at
    ('no option is correct; mark one', ('options',))
    """

    def __init__(self, what: str, remedy: str, *at: str | int) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy, self.at = what, remedy, at


def need_text(thing: Any, *names: str) -> None:
    for name in names:
        if not getattr(thing, name).strip():
            raise Flaw(f'"{name}" is empty', "write a sentence, or leave the entry out", name)


def need_different(texts: list[str], what: str, *at: str | int) -> None:
    seen: dict[str, int] = {}
    for number, text in enumerate(texts):
        plain = " ".join(text.lower().split()).rstrip(".")
        if plain in seen:
            raise Flaw(
                f"{what} {seen[plain] + 1} and {number + 1} are the same text",
                "make them differ or drop one", *at, number,
            )
        seen[plain] = number


@dataclass(frozen=True, kw_only=True)
class Option:
    """An answer to tick, and why it holds or does not."""

    text: str
    because: str
    correct: bool = False

    def __post_init__(self) -> None:
        need_text(self, "text", "because")
        if LAZY_OPTION.search(self.text):
            raise Flaw(
                f'the option "{self.text.strip()}" speaks about the other options',
                "write an answer that stands by itself", "text",
            )


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of an order, and why it stands where it stands."""

    text: str
    because: str

    def __post_init__(self) -> None:
        need_text(self, "text", "because")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two things that belong together, and why."""

    left: str
    right: str
    because: str

    def __post_init__(self) -> None:
        need_text(self, "left", "right", "because")


@dataclass(frozen=True, kw_only=True)
class Bin:
    """An item, the bin it belongs in, and why."""

    text: str
    bin: str
    because: str

    def __post_init__(self) -> None:
        need_text(self, "text", "bin", "because")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """The values that one number in a prompt can take: a range or a list.

    Attributes
    ----------
    kind : str
        ``"int"``, ``"decimal"`` or ``"choice"``.
    values : tuple
        Every value it can take, in order.
    """

    kind: str
    values: tuple[int | float | str, ...]

    def __post_init__(self) -> None:
        if len(set(self.values)) < 2:
            raise Flaw("this parameter has only one value", "give a range or a list of values")


@dataclass(frozen=True, kw_only=True)
class Call:
    """The name of a function and what to hand it.

    Attributes
    ----------
    call : str
        ``"<chapter>.<function>"`` or ``"arithmetic.<function>"``.
    with_ : list or dict
        Positional or keyword arguments. A string names a parameter or a derived value; a mapping
        ``{text: ...}`` is that text; numbers are themselves; lists and mappings may nest.
    take : str
        Which part of the result is meant: attribute, key or index, dots between; "" for all.
    """

    call: str
    with_: Any = field(default_factory=list)
    take: str = ""

    def __post_init__(self) -> None:
        if not CALL.fullmatch(self.call):
            raise Flaw(
                f'"{self.call}" is not the name of a function',
                'write "<chapter>.<function>" or "arithmetic.<function>"', "call",
            )
        if not isinstance(self.with_, list | dict):
            raise Flaw(
                f"`with` is {self.with_!r}", "write a list, or a mapping of argument names", "with"
            )


@dataclass(frozen=True, kw_only=True)
class Misconception(Call):
    """A wrong way to compute the answer, and what to say to someone who did that."""

    say: str

    def __post_init__(self) -> None:
        super().__post_init__()
        need_text(self, "say")


@dataclass(frozen=True, kw_only=True)
class Term:
    """Forms of a wrong term, and what to say to someone who wrote it."""

    accept: tuple[str, ...]
    say: str

    def __post_init__(self) -> None:
        need_text(self, "say")
        if not self.accept:
            raise Flaw("no form is given", "list the forms that get this sentence", "accept")


@dataclass(frozen=True, kw_only=True)
class Tolerance:
    """How far from the key still counts as right: in the shown unit, or as a share of the key.

    Examples
    --------
    >>> Tolerance(absolute=0.5).of(0.3234, "%")
    0.005
    >>> Tolerance(relative=0.01).of(-200, "€")
    2.0
    """

    absolute: float = 0.0
    relative: float = 0.0

    def __post_init__(self) -> None:
        if min(self.absolute, self.relative) < 0 or self.absolute + self.relative == 0:
            raise Flaw(
                "the tolerance must be above zero",
                "give the rounding you accept, such as 0.5, or {relative: 0.01}",
            )
        if self.relative >= 0.5:
            raise Flaw(
                f"a relative tolerance of {self.relative:g} accepts almost anything",
                "write a fraction such as 0.01",
            )

    def of(self, answer: float, unit: str) -> float:
        """Return the tolerance in the unit of the answer itself (a fraction when it is "%")."""
        if self.relative:
            return abs(answer) * self.relative
        return self.absolute / 100 if unit == "%" else self.absolute
