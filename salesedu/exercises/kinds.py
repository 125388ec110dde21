"""What an answer may be: one number, yes or no, one label, or a small table of figures.

Each kind reads an answer of any type, without ever raising, compares it with the truth and says how
it differs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real

__all__ = ["Figures", "Label", "Number", "Unreadable", "YesNo", "describe"]


class Unreadable(Exception):
    """An answer of a type that is no answer; its text is the sentence for the learner."""


def describe(answer: object) -> str:
    """What somebody handed in, in words: "a table (DataFrame) of 4 rows and 2 columns".

    Examples
    --------
    >>> describe([1, 2, 3])
    'a list of 3 values'
    """
    kind = type(answer).__name__
    if answer is None:
        return "None, which is what a cell gives that computes nothing"
    if isinstance(answer, BaseException):
        return f"an error ({kind})"
    if isinstance(answer, bool) or kind in ("bool_", "bool"):
        return "True or False"
    if isinstance(answer, str):
        return f"the text “{answer if len(answer) <= 40 else answer[:40] + '…'}”"
    if kind == "DataFrame":
        rows, columns = answer.shape
        return f"a table (DataFrame) of {_many(rows, 'row')} and {_many(columns, 'column')}"
    if isinstance(answer, Real) and not isinstance(answer, float):
        return f"the number {answer}"
    if isinstance(answer, float):
        return "a number that is missing (NaN)" if math.isnan(answer) else f"the number {answer:g}"
    if kind == "Series":
        return f"a Series of {_many(len(answer), 'value')}"
    if isinstance(answer, (list, tuple, set, dict)) or kind == "ndarray":
        article = "an" if kind == "ndarray" else "a"
        name = "array" if kind == "ndarray" else kind
        size = answer.size if kind == "ndarray" else len(answer)
        return f"{article} {name} of {_many(size, 'value')}"
    if callable(answer):
        return "a function; put () behind it to call it"
    return f"something of type {kind}"


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _plain(answer: object) -> object:
    """A numpy or pandas value as the Python value it stands for."""
    if hasattr(answer, "item") and getattr(answer, "size", 1) == 1:
        return answer.item()
    return answer


@dataclass(frozen=True)
class Number:
    """One number, in ``unit``, right when it is within ``tolerance``."""

    unit: str = ""
    tolerance: float = 0.05
    decimals: int = 1
    share: bool = False  # a rate, written as a fraction

    @property
    def wanted(self) -> str:
        """What is asked for, after "This exercise wants"."""
        if self.share:
            return "one number, a share between 0 and 1 such as 0.25"
        return f"one number, in {self.unit}" if self.unit else "one number"

    def read(self, answer: object) -> float:
        """The answer as a float; :class:`Unreadable` when it is none."""
        answer = _plain(answer)
        if isinstance(answer, str):
            return self._read_text(answer)
        if isinstance(answer, tuple) and len(answer) == 2 and all(type(part) is int for part in answer):
            raise Unreadable(
                f"In Python a comma makes two numbers of one. Write a point, as in 12.5, or put the number in quotes, "
                f'as in "12,5". This exercise wants {self.wanted}.'
            )
        if hasattr(answer, "score") and hasattr(answer, "margin"):
            raise Unreadable(
                f"You gave a whole result, with a score and a margin. This exercise wants "
                f"{self.wanted}: put .score or .margin behind it."
            )
        if isinstance(answer, bool) or not (isinstance(answer, Real) or _is_number(answer)):
            raise Unreadable(f"You gave {describe(answer)}. This exercise wants {self.wanted}.")
        value = float(answer)
        if math.isnan(value):
            raise Unreadable(
                "You gave a number that is missing (NaN). Look for empty cells, or a division of "
                f"nothing by nothing; this exercise wants {self.wanted}."
            )
        if math.isinf(value):
            raise Unreadable(
                f"You gave infinity: something was divided by 0. This exercise wants {self.wanted}."
            )
        return value

    def _read_text(self, text: str) -> float:
        from salesedu.questions import numbers

        unit = {"euros": "€"}.get(self.unit, "%" if self.share else self.unit)
        reading = numbers.read(text, unit)
        if reading.value is None:
            say = reading.say.rpartition(" Type it in ")[0] if reading.problem == "euro" else reading.say
            asked = f" {say}" if say else ""
            raise Unreadable(f"You gave {describe(text)}.{asked} This exercise wants {self.wanted}.")
        return float(reading.value)

    def same(self, one: float, other: float) -> bool:
        """Are two numbers equal within the tolerance?"""
        return abs(one - other) <= self.tolerance + 1e-9

    def show(self, value: float) -> str:
        """A number as the feedback writes it.

        >>> Number("points").show(-28.14)
        '−28.1 points'
        """
        text = f"{value:,.{self.decimals}f}".replace("-", "−")
        return f"€ {text}" if self.unit == "euros" else f"{text} {self.unit}".strip()

    def differs(self, answer: float, truth: float) -> str:
        """How a wrong number differs from the right one, without giving it away."""
        shown = self.show(answer) if abs(answer) >= 10**-self.decimals else f"{answer:g}"
        if truth and self.same(answer / 100, truth):
            return f"{shown} is a hundred times too much: {self._notation()}"
        if truth and self.same(answer * 100, truth) and abs(answer) < abs(truth):
            return f"{shown} is a hundred times too little: {self._notation()}"
        if self.same(-answer, truth):
            return f"{shown} has the wrong sign: look at what is subtracted from what."
        if abs(answer - truth) <= 4 * self.tolerance:
            return f"{shown} is very close. Round only after the last step."
        return f"{shown} is too {'high' if answer > truth else 'low'}."

    def _notation(self) -> str:
        if self.share:
            return "the course writes a rate as a fraction, so 0.25 and not 25."
        return f"the answer is in {self.unit or 'plain numbers'}; is yours a share or a percentage?"


def _is_number(answer: object) -> bool:
    return type(answer).__name__ in ("Decimal", "Fraction")


@dataclass(frozen=True)
class YesNo:
    """True or False."""

    wanted = "True or False"

    def read(self, answer: object) -> bool:
        """The answer as a bool; :class:`Unreadable` when it is none."""
        answer = _plain(answer)
        if isinstance(answer, str):
            words = {"true": True, "yes": True, "ja": True, "false": False, "no": False}
            found = (words | {"nee": False}).get(answer.strip().lower())
            if found is not None:
                return found
        if not isinstance(answer, bool):
            raise Unreadable(f"You gave {describe(answer)}. This exercise wants {self.wanted}.")
        return answer

    def same(self, one: bool, other: bool) -> bool:
        """Are they equal?"""
        return one == other

    def show(self, value: bool) -> str:
        """The value as the feedback writes it."""
        return str(value)

    def differs(self, answer: bool, truth: bool) -> str:
        """What a wrong answer says."""
        return f"{answer} is not what the data says."


@dataclass(frozen=True)
class Label:
    """One of a few names; capitals do not matter."""

    values: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """What is asked for, after "This exercise wants"."""
        return "one of " + ", ".join(f'"{value}"' for value in self.values)

    def read(self, answer: object) -> str:
        """The label that is meant; :class:`Unreadable` when it is none of the list."""
        answer = _plain(answer)
        if not isinstance(answer, str):
            raise Unreadable(f"You gave {describe(answer)}. This exercise wants {self.wanted}.")
        meant = answer.strip().lower().removeprefix("expected_").removeprefix("perceived_")
        if meant not in self.values:
            raise Unreadable(f"You gave {describe(answer)}. This exercise wants {self.wanted}.")
        return meant

    def same(self, one: str, other: str) -> bool:
        """Are they the same name?"""
        return one == other

    def show(self, value: str) -> str:
        """The name as the feedback writes it."""
        return value

    def differs(self, answer: str, truth: str) -> str:
        """What a wrong answer says."""
        return f"It is not {answer}."


@dataclass(frozen=True)
class Figures:
    """One number for each of a few names: a Series, a dict or a DataFrame with one column."""

    names: tuple[str, ...]
    number: Number
    per: str = "name"

    @property
    def wanted(self) -> str:
        """What is asked for, after "This exercise wants"."""
        unit = f" in {self.number.unit}" if self.number.unit else ""
        names = ", ".join(f'"{name}"' for name in self.names)
        return f"one number{unit} for each {self.per} ({names}), as a Series or a dict"

    def read(self, answer: object) -> dict[str, float]:
        """The answer as a dict; :class:`Unreadable` when it is no such table."""
        given = self._rows(answer)
        if given is None:
            raise Unreadable(f"You gave {describe(answer)}. This exercise wants {self.wanted}.")
        found = {}
        for name, value in given.items():
            meant = str(name).strip().lower()
            for prefix in ("perceived_", "expected_", "gap_"):
                meant = meant.removeprefix(prefix)
            if meant not in self.names:
                raise Unreadable(f"There is no {self.per} “{name}”. This exercise wants {self.wanted}.")
            try:
                found[meant] = self.number.read(value)
            except Unreadable as problem:
                raise Unreadable(f"At “{name}”: {problem}") from None
        missing = [name for name in self.names if name not in found]
        if missing:
            raise Unreadable(f"“{missing[0]}” is missing. This exercise wants {self.wanted}.")
        return {name: found[name] for name in self.names}

    def _rows(self, answer: object) -> Mapping | None:
        kind = type(answer).__name__
        if kind == "DataFrame":
            if answer.shape[1] == 1:
                return answer.iloc[:, 0].to_dict()
            if answer.shape[1] == 2 and len(answer) == len(self.names):
                return dict(zip(answer.iloc[:, 0], answer.iloc[:, 1], strict=True))
            return None
        if kind == "Series":
            return answer.to_dict()
        return answer if isinstance(answer, Mapping) else None

    def same(self, one: dict, other: dict) -> bool:
        """Are all figures equal within the tolerance?"""
        return all(self.number.same(one[name], other[name]) for name in self.names)

    def show(self, value: dict) -> str:
        """The figures as the feedback writes them."""
        return ", ".join(f"{name} {self.number.show(value[name])}" for name in self.names)

    def differs(self, answer: dict, truth: dict) -> str:
        """Which figures are wrong, and how the first of them differs."""
        signs = {name: -value for name, value in answer.items()}
        if self.same(signs, truth):
            return "All signs are turned round: look at what is subtracted from what."
        wrong = [name for name in self.names if not self.number.same(answer[name], truth[name])]
        right = len(self.names) - len(wrong)
        first = self.number.differs(answer[wrong[0]], truth[wrong[0]])
        return f"{right} of {len(self.names)} are right. Look at {wrong[0]}: {first}"
