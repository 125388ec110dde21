"""The seven types of question, as frozen dataclasses that refuse to be made wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

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
    need_different,
    need_text,
)

__all__ = ["TYPES", "Choice", "Match", "Multiple", "Number", "Order", "Question", "Sort", "Text"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9_]*")
FEWEST, MOST = 4, 7  # items to order, match or sort: fewer is a guess, more is a memory test


def need_number_of(things: tuple, what: str, at: str) -> None:
    if not FEWEST <= len(things) <= MOST:
        raise Flaw(f"there are {len(things)} {what}", f"give {FEWEST} to {MOST}", at)


@dataclass(frozen=True, kw_only=True)
class Question:
    """What all questions share.

    Attributes
    ----------
    id : str
        In kebab-case, beginning with the chapter's key; unique in the course.
    chapter : str
        Key of the chapter.
    concepts : tuple of str
        Ids of the concepts it tests, the main one first.
    asks : str
        ``"recall"`` (do you know it) or ``"apply"`` (can you use it).
    prompt, hint, solution : str
        Inline Markdown.
    section : str
        Slug of the heading on the chapter's page to read again.
    in_text : bool
        Whether it stands inside the reading page rather than in the chapter's quiz.
    fingerprint : str
        Only in a copy of a bank whose solutions are withheld: what names the whole question.
    """

    type: ClassVar[str] = ""

    id: str
    chapter: str
    concepts: tuple[str, ...]
    asks: str
    prompt: str
    hint: str
    solution: str
    section: str
    in_text: bool = False
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.id) or not self.id.startswith(f"{self.chapter}-"):
            raise Flaw(
                f'the id "{self.id}" does not fit',
                f'write small letters, digits and hyphens, beginning with "{self.chapter}-"', "id",
            )
        if not self.concepts:
            raise Flaw("no concept is named", "name the concept it tests", "concepts")
        if len(set(self.concepts)) < len(self.concepts):
            raise Flaw("a concept is named twice", "name each once", "concepts")
        if self.asks not in ("recall", "apply"):
            raise Flaw(f'asks is "{self.asks}"', "write recall or apply", "asks")
        if not SLUG.fullmatch(self.section):
            raise Flaw(f'"{self.section}" is not a section', "write the heading's slug", "section")
        need_text(self, "prompt", "hint", "solution")


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One right answer among some.

    Attributes
    ----------
    options : tuple of Option
        Two to six; exactly one is correct.
    keep_order : bool
        True when the options are a scale and must not be shuffled.
    """

    type: ClassVar[str] = "choice"

    options: tuple[Option, ...]
    keep_order: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 2 <= len(self.options) <= 6:
            raise Flaw(f"there are {len(self.options)} options", "give 2 to 6", "options")
        need_different([option.text for option in self.options], "options", "options")
        self._check_key(sum(option.correct for option in self.options))

    def _check_key(self, right: int) -> None:
        if right == 0:
            raise Flaw("no option is correct", "mark one with `correct: true`", "options")
        if right > 1:
            raise Flaw(
                f"{right} options are correct",
                "leave one `correct: true`, or make the type multiple", "options",
            )


@dataclass(frozen=True, kw_only=True)
class Multiple(Choice):
    """Any number of right answers among some, at least one of them wrong."""

    type: ClassVar[str] = "multiple"

    def _check_key(self, right: int) -> None:
        if right == 0:
            raise Flaw("no option is correct", "mark those that are `correct: true`", "options")
        if right == len(self.options):
            raise Flaw("every option is correct", "add one that is not", "options")


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A number to work out, with fresh figures for each variant.

    Attributes
    ----------
    params : dict of str to Parameter
        Numbers drawn for each variant; without any there is one variant.
    derive : dict of str to Call
        Numbers computed from those, in this order.
    answer : Call
        The key.
    unit : str
        Shown with the box; ``"%"`` means the answer is a fraction, shown as per cent.
    tolerance : Tolerance
        How far off still counts as right.
    decimals : int
        With how many decimals the key is shown: 0, 1 or 2.
    misconceptions : tuple of Misconception
        Wrong answers that have a name.
    """

    type: ClassVar[str] = "number"

    params: dict[str, Parameter] = field(default_factory=dict)
    derive: dict[str, Call] = field(default_factory=dict)
    answer: Call
    unit: str
    tolerance: Tolerance
    decimals: int = 0
    misconceptions: tuple[Misconception, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        for place in ("params", "derive"):
            for name in getattr(self, place):
                if not NAME.fullmatch(name) or name in ("answer", "text"):
                    raise Flaw(
                        f'"{name}" cannot be a name', "write small letters and underscores; "
                        '"answer" and "text" are taken', place, name,
                    )
        for name in self.derive:
            if name in self.params:
                raise Flaw(f'"{name}" is also a parameter', "rename one", "derive", name)
        # Three decimals would print the key as "1.250", which a reader must ask back about.
        if self.decimals not in (0, 1, 2):
            raise Flaw(f"decimals is {self.decimals}", "write 0, 1 or 2", "decimals")


@dataclass(frozen=True, kw_only=True)
class Order(Question):
    """Steps to put in their order; ``items`` holds 4 to 7 in the right one."""

    type: ClassVar[str] = "order"

    items: tuple[Step, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        need_number_of(self.items, "items", "items")
        need_different([item.text for item in self.items], "items", "items")


@dataclass(frozen=True, kw_only=True)
class Match(Question):
    """Pairs to make: 4 to 7 ``pairs``, and ``extra`` right sides that fit nothing."""

    type: ClassVar[str] = "match"

    pairs: tuple[Pair, ...]
    extra: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        need_number_of(self.pairs, "pairs", "pairs")
        need_different([pair.left for pair in self.pairs], "left sides", "pairs")
        rights = [pair.right for pair in self.pairs]
        need_different([*rights, *self.extra], "right sides", "pairs")


@dataclass(frozen=True, kw_only=True)
class Sort(Question):
    """Items to put into ``bins``: 4 to 7 items, 2 to 5 bins, no bin without an item."""

    type: ClassVar[str] = "sort"

    bins: tuple[str, ...]
    items: tuple[Bin, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 2 <= len(self.bins) <= 5:
            raise Flaw(f"there are {len(self.bins)} bins", "give 2 to 5", "bins")
        need_different(list(self.bins), "bins", "bins")
        need_number_of(self.items, "items", "items")
        need_different([item.text for item in self.items], "items", "items")
        for number, item in enumerate(self.items):
            if item.bin not in self.bins:
                raise Flaw(
                    f'there is no bin "{item.bin}"', f"use one of: {', '.join(self.bins)}",
                    "items", number, "bin",
                )
        for number, name in enumerate(self.bins):
            if all(item.bin != name for item in self.items):
                raise Flaw(f'nothing belongs in "{name}"', "add an item for it", "bins", number)


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """A term to write.

    Attributes
    ----------
    accept : tuple of str
        Right forms; the first is the one shown.
    because : str
        Why it is right.
    misconceptions : tuple of Term
        Wrong terms that have something to be said about them.
    """

    type: ClassVar[str] = "text"

    accept: tuple[str, ...]
    because: str
    misconceptions: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        need_text(self, "because")
        if not self.accept:
            raise Flaw("no form is accepted", "list the right forms, best one first", "accept")


TYPES: dict[str, type[Question]] = {
    kind.type: kind for kind in (Choice, Multiple, Number, Order, Match, Sort, Text)
}
