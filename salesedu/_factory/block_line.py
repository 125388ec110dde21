"""One block in an assessment, and what all of them come to in words.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from dataclasses import dataclass
from math import floor

from salesedu._checks import ALLOWANCE
from salesedu._factory.blind_spots import BlindSpot
from salesedu._factory.blocks import BY_KEY
from salesedu._factory.choice import Choice
from salesedu._factory.evidence import Evidence
from salesedu._factory.words import names_text, some_of
from salesedu._notation import percent, plain

__all__ = ["BlockLine", "line_of", "next_thing", "outcome"]


@dataclass(frozen=True)
class BlockLine:
    """One block of an assessment.

    Attributes
    ----------
    number, key, name, dutch : int, str, str, str
        The block.
    score : float or None
        1 to 5; None when not scored.
    importance, share : float
        As given, and as a share of all chosen blocks.
    wanted : float
        The level that you want, 1 to 5.
    gap : float or None
        Points that the score falls short of it; 0 when it is reached, None when not scored.
    weighted_gap : float or None
        Gap times importance.
    state : str
        "not scored", "below" or "reached".
    looks_like : str
        What you would see at this level; "" when not scored.
    evidence : int or None
        Pieces of evidence; None when evidence was not looked at.
    """

    number: int
    key: str
    name: str
    dutch: str
    score: float | None
    importance: float
    share: float
    wanted: float
    gap: float | None
    weighted_gap: float | None
    state: str
    looks_like: str
    evidence: int | None


def line_of(key: str, choice: Choice, total: float, evidence: tuple[Evidence, ...] | None) -> BlockLine:
    """The line of one block, with its gap and what its level looks like."""
    block, score, wanted, weight = BY_KEY[key], choice.scores[key], choice.wanted[key], choice.importance[key]
    gap = None if score is None else max(0.0, wanted - score)
    if gap is not None and gap <= ALLOWANCE:
        gap = 0.0
    return BlockLine(
        number=block.number,
        key=key,
        name=block.name,
        dutch=block.dutch,
        score=score,
        importance=weight,
        share=weight / total,
        wanted=wanted,
        gap=gap,
        weighted_gap=None if gap is None else gap * weight,
        state="not scored" if gap is None else "below" if gap else "reached",
        looks_like="" if score is None else block.levels[floor(score + ALLOWANCE) - 1],
        evidence=None if evidence is None else sum(piece.block == key for piece in evidence),
    )


def outcome(
    lines: tuple[BlockLine, ...], level: float | None, lowest: float, highest: float, coverage: float
) -> str:
    """What an assessment comes to, in words."""
    if level is None:
        return "No block has a score yet, so there is no level."
    scored = [line for line in lines if line.score is not None]
    reached = sum(line.state == "reached" for line in scored)
    if len(scored) == 1:
        said = f"The one scored block comes to {plain(level, 1)} on a scale of 1 to 5, "
        said += "the level you want or above it." if reached else "below the level you want."
    else:
        blocks = some_of(reached, len(scored))
        said = f"The {len(scored)} scored blocks come to a weighted level of {plain(level, 1)} on a scale of 1 to 5; "
        said += f"{blocks} {'reaches' if reached == 1 else 'reach'} the level you want."
    if len(scored) < len(lines):
        said += (
            f" {percent(coverage)} of the importance is scored: the level may turn out anywhere "
            f"from {plain(lowest, 1)} to {plain(highest, 1)}."
        )
    return said


def next_thing(lines: tuple[BlockLine, ...], spots: tuple[BlindSpot, ...]) -> str:
    """What to do first."""
    gaps = [line for line in lines if line.weighted_gap]
    if not gaps:
        if spots:
            return spots[0].advice
        return "Every block is where you want it. Ask whether you want enough, and look again in a year."
    most = max(line.weighted_gap for line in gaps)
    first = [line.name for line in gaps if most - line.weighted_gap <= ALLOWANCE * max(1.0, most)]
    said = f"Begin with {names_text(first)}: gap times importance is largest there."
    if spots:
        things = "the 1 thing" if len(spots) == 1 else f"the {len(spots)} things"
        said += f" But first look at {things} that this assessment does not see."
    return said
