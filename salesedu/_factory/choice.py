"""What the learner gives: which blocks matter, how much, how they score and where they should be.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import number
from salesedu._factory.blocks import BY_KEY, by_block, keys_of

__all__ = ["ALIKE", "WANTED", "Choice", "read_choice", "read_scores"]

WANTED = 4  # a 5 on every block costs more than it brings
ALIKE = 3  # importance when none is given
SCORE = "give a score from 1 to 5, or None when it is not scored"
LEVEL = "give a level from 1 to 5"
WEIGHT = "give an importance above 0, usually 1 to 5; a block that does not matter is left out of chosen"


@dataclass(frozen=True)
class Choice:
    """Blocks that matter, with their score, importance and wanted level, in the order of the blocks.

    Attributes
    ----------
    scores : dict
        Key to score, or None when the block is not scored.
    importance, wanted : dict
        Key to importance and wanted level.
    given : bool
        Whether importance was given; otherwise all blocks count alike.
    not_chosen : tuple of str
        Keys of the blocks that are left out.
    """

    scores: dict[str, float | None]
    importance: dict[str, float]
    wanted: dict[str, float]
    given: bool
    not_chosen: tuple[str, ...]


def missing(value: object) -> bool:
    """Not filled in: None, or the NaN and NA of a table."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and value != value


def read_scores(scores: Mapping | Iterable, name: str, chosen: tuple[str, ...] | None) -> dict[str, float | None]:
    """Scores by block; what is not filled in stays None and never becomes 0."""
    return {
        key: None if missing(value) else number(value, f"{name}: {key}", 1, 5, SCORE)
        for key, value in by_block(scores, name, chosen).items()
    }


def read_choice(
    scores: Mapping | Iterable,
    importance: Mapping | Iterable | None,
    chosen: Iterable | None,
    wanted: float | Mapping | Iterable,
) -> Choice:
    """Read and match what is given.

    Without `chosen`, the blocks that are named in the scores or the importance matter.
    """
    asked = None if chosen is None else keys_of(chosen, "chosen")
    found = read_scores(scores, "scores", asked)
    weights = {} if importance is None else by_block(importance, "importance", asked)
    weights = {
        key: number(value, f"importance: {key}", 1e-6, 1e6, WEIGHT)
        for key, value in weights.items()
        if not missing(value)
    }
    keys = tuple(key for key in BY_KEY if (key in asked if asked else key in found or key in weights))
    if importance is not None:
        for key in keys:
            if key not in weights:
                raise ValueError(f"importance has no {key!r}, but it is chosen or scored; add it, or leave both out.")
    return Choice(
        scores={key: found.get(key) for key in keys},
        importance={key: weights.get(key, float(ALIKE)) for key in keys},
        wanted=_wanted(wanted, keys, asked),
        given=importance is not None,
        not_chosen=tuple(key for key in BY_KEY if key not in keys),
    )


def _wanted(
    wanted: float | Mapping | Iterable, keys: tuple[str, ...], asked: tuple[str, ...] | None
) -> dict[str, float]:
    if not isinstance(wanted, str) and (isinstance(wanted, Mapping) or hasattr(wanted, "__iter__")):
        given = {
            key: number(value, f"wanted: {key}", 1, 5, LEVEL)
            for key, value in by_block(wanted, "wanted", asked).items()
            if not missing(value)
        }
        return {key: given.get(key, float(WANTED)) for key in keys}
    return dict.fromkeys(keys, number(wanted, "wanted", 1, 5, LEVEL))
