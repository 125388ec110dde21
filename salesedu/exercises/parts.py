"""An exercise of a workbook: what is asked, the truth, and the mistakes that have a name."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from .kinds import Figures, Label, Number, YesNo

__all__ = ["Exercise", "Feedback", "Mistake"]


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that has a name: how one arrives at it, and what to say to who did."""

    value: Callable[[int | None], object]  # seed of the company → the wrong answer
    say: str


@dataclass(frozen=True)
class Exercise:
    """One exercise. ``truth`` and the mistakes are computed from the company of a seed."""

    id: str
    ask: str
    kind: Number | YesNo | Label | Figures
    truth: Callable[[int | None], object]
    mistakes: tuple[Mistake, ...]
    hint: str
    solution: str  # code, which ends in `answer = ...`, in the names of the workbook
    meaning: str  # what the right answer says about the company


@dataclass(frozen=True)
class Feedback:
    """What ``check`` says: a state and one or more parts of text, code among them.

    Attributes
    ----------
    state : str
        "correct", "wrong", "unanswered" (still ``...``) or "unclear" (no answer of the right type;
        it does not count as a try).
    head : str
        The verdict in one or two words.
    parts : tuple of (str, str)
        Title ("" for none) and text; the title "Code" holds code.
    """

    state: str
    head: str
    parts: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        lines = []
        for at, (title, text) in enumerate(self.parts):
            lead = self.head if at == 0 else title
            if title == "Code":
                lines.append(textwrap.indent(text, "    "))
            else:
                lines += textwrap.wrap(f"{lead} {text}".strip(), 88, break_on_hyphens=False)
        return "\n".join(lines)

    def _repr_markdown_(self) -> str:
        blocks = []
        for at, (title, text) in enumerate(self.parts):
            lead = self.head if at == 0 else title
            if title == "Code":
                blocks.append(f"```python\n{text}\n```")
            else:
                blocks.append(f"**{lead}** {text}" if lead else text)
        return "\n\n".join(blocks)
