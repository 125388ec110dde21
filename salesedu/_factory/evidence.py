"""Evidence for a score: a figure, where it comes from, and the score that it suggests.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from salesedu._checks import ALLOWANCE, number, numbered, shown
from salesedu._factory.blocks import BY_KEY, named
from salesedu._markdown import one_line

__all__ = [
    "Evidence",
    "Suggestion",
    "evidence_by_block",
    "read_evidence",
    "suggested_score",
    "suggested_scores",
]


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence about one block.

    Attributes
    ----------
    block : str
        Key of the block; a number or a name is turned into it.
    sentence : str
        What was found, with its figure.
    value : float or None
        The figure; None for what was seen or heard and not counted.
    unit : str
        Unit of the figure; with "%" the value is a fraction.
    chapter : str
        Key of the chapter that explains the figure.
    function : str
        Function that computed it, such as "value.win_loss".
    tables : tuple of str
        Tables that it was computed from.
    suggested : int or None
        Score that the figure suggests, 1–5. A suggestion: one figure sees one side of a block.
    rule : str
        How the suggestion follows from the figure.
    """

    block: str
    sentence: str
    value: float | None = None
    unit: str = ""
    chapter: str = ""
    function: str = ""
    tables: tuple[str, ...] = ()
    suggested: int | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "block", named(self.block, "block").key)
        if not isinstance(self.sentence, str) or not self.sentence.strip():
            raise ValueError(f"sentence is {shown(self.sentence)}; say in words what was found.")
        for name in ("sentence", "unit", "chapter", "function", "rule"):
            object.__setattr__(self, name, one_line(getattr(self, name), name))
        if self.value is not None:
            object.__setattr__(self, "value", number(self.value, "value"))
        if self.suggested is not None:
            remedy = "give a whole level from 1 to 5"
            mark = number(self.suggested, "suggested", 1, 5, remedy)
            if mark != int(mark):
                raise ValueError(f"suggested is {mark:g}; {remedy}.")
            object.__setattr__(self, "suggested", int(mark))
        tables = [name for _, name in numbered(self.tables, "tables", "give a list of names")]
        for table in tables:
            if not isinstance(table, str):
                raise ValueError(f"tables names {shown(table)}; give the names of tables.")
        object.__setattr__(self, "tables", tuple(tables))


@dataclass(frozen=True)
class Suggestion:
    """The score that a figure suggests.

    Attributes
    ----------
    score : int
        1 to 5.
    rule : str
        The thresholds in words.
    because : str
        Where the figure stands among them.
    """

    score: int
    rule: str
    because: str


def suggested_score(value: float, thresholds: Iterable[float], unit: str = "") -> Suggestion:
    """The score that a figure suggests, by thresholds that are agreed beforehand.

    Parameters
    ----------
    value : float
        The figure.
    thresholds : iterable of four floats
        The least value for a 2, a 3, a 4 and a 5, rising. When less is better they fall, and are
        the highest value for a 2, 3, 4 and 5. A value on a threshold reaches it.
    unit : str
        Written behind the figures; with "%" the figures are fractions and shown as per cent.

    Returns
    -------
    Suggestion

    Raises
    ------
    ValueError
        When there are not four thresholds, or they neither rise nor fall.

    Notes
    -----
    Common professional practice. Thresholds are a choice: state them before you see the figure,
    or they will be chosen to please.

    Examples
    --------
    >>> suggested_score(0.52, (0.3, 0.4, 0.5, 0.6)).score
    4
    >>> suggested_score(9, (14, 10, 7, 3), "days").rule
    'less is better: 2 at most 14 days, 3 at most 10, 4 at most 7, 5 at most 3'
    """
    value = number(value, "value")
    if not isinstance(unit, str):
        raise ValueError(f"unit is {shown(unit)}; give a text, or leave it out.")
    remedy = "give four numbers, for a 2, 3, 4 and 5, such as (0.3, 0.4, 0.5, 0.6)"
    steps = [
        number(step, f"thresholds: number {place}", remedy=remedy)
        for place, step in numbered(thresholds, "thresholds", remedy)
    ]
    if len(steps) != 4:
        raise ValueError(f"thresholds has {len(steps)} numbers; {remedy}.")
    rising = all(later > step for step, later in pairwise(steps))
    falling = all(later < step for step, later in pairwise(steps))
    if not rising and not falling:
        raise ValueError("thresholds neither rise nor fall all the way; put that of a 2 first and that of a 5 last.")
    allowed = ALLOWANCE * max(1.0, abs(value))
    reached = [step for step in steps if (value >= step - allowed if rising else value <= step + allowed)]
    score = 1 + len(reached)
    way = "from" if rising else "at most"
    first, *rest = (_amount(step, unit) for step in steps)
    listed = [f"2 {way} {first}", *(f"{level} {way} {step}" for level, step in enumerate(rest, start=3))]
    if unit and unit != "%":
        listed[0] += f" {unit}"
    said = _amount(value, unit) + (f" {unit}" if unit and unit != "%" else "")
    if score == 5:
        because = f"{said} reaches the threshold of a 5, {_amount(steps[3], unit)}."
    else:
        because = f"{said} does not reach {_amount(steps[score - 1], unit)}, the threshold of a {score + 1}."
    return Suggestion(score, ("" if rising else "less is better: ") + ", ".join(listed), because)


def _amount(value: float, unit: str) -> str:
    """A figure in a rule, with a true minus."""
    shown_value = 100 * value if unit == "%" else value
    text = f"{abs(shown_value):,.6g}" + ("\N{NO-BREAK SPACE}%" if unit == "%" else "")
    return f"\N{MINUS SIGN}{text}" if shown_value < 0 else text


def read_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The pieces of evidence, each of the right kind."""
    remedy = "give a list of Evidence"
    pieces = []
    for place, piece in numbered(evidence, "evidence", remedy):
        if not isinstance(piece, Evidence):
            raise ValueError(f"evidence: piece {place} is {shown(piece)}; {remedy}.")
        pieces.append(piece)
    return tuple(pieces)


def evidence_by_block(evidence: Iterable[Evidence]) -> dict[str, tuple[Evidence, ...]]:
    """The evidence of each block, in the order of the blocks.

    Parameters
    ----------
    evidence : iterable of Evidence
        Such as `CASE`.

    Returns
    -------
    dict
        Key of the block to its pieces; blocks without evidence are absent.

    Raises
    ------
    ValueError
        When something in the list is no `Evidence`.

    Examples
    --------
    >>> list(evidence_by_block([Evidence("quotes", "Half of them take a week."), Evidence(1, "1,600.")]))
    ['customers', 'quotes']
    """
    pieces = read_evidence(evidence)
    found = {key: tuple(piece for piece in pieces if piece.block == key) for key in BY_KEY}
    return {key: of for key, of in found.items() if of}


def suggested_scores(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The mean of the suggestions for each block.

    Parameters
    ----------
    evidence : iterable of Evidence
        Pieces without a suggestion do not count.

    Returns
    -------
    dict
        Key of the block to its mean, 1–5; blocks without a suggestion are absent, not 0.

    Raises
    ------
    ValueError
        When something in the list is no `Evidence`.

    Examples
    --------
    >>> slow = Evidence("quotes", "Six days from request to quote.", 6, "days", suggested=3)
    >>> won = Evidence("quotes", "41 % of the quotes is won.", 0.41, "%", suggested=4)
    >>> suggested_scores([slow, won])
    {'quotes': 3.5}
    """
    result = {}
    for key, pieces in evidence_by_block(evidence).items():
        marks = [piece.suggested for piece in pieces if piece.suggested is not None]
        if marks:
            result[key] = fsum(marks) / len(marks)
    return result
