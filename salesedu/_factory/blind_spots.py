"""What an assessment does not see.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE
from salesedu._factory.blocks import BY_KEY
from salesedu._factory.choice import Choice
from salesedu._factory.evidence import Evidence, suggested_scores
from salesedu._factory.words import score_text
from salesedu._notation import plain

__all__ = ["BlindSpot", "blind_spots"]

FAR = 2  # points between a score and its evidence that ask for a talk
ENOUGH_SCORES = 4  # so many scores that are all the same are a habit rather than a finding
ENOUGH_BLOCKS = 5


@dataclass(frozen=True)
class BlindSpot:
    """One thing that the assessment does not see.

    Attributes
    ----------
    kind : str
        "not scored", "no evidence", "evidence disagrees", "foundation left out", "all the same" or
        "all equally important".
    block : str or None
        Key of the block; None when it concerns the whole.
    because : str
        What was noticed.
    advice : str
        What to do about it.
    """

    kind: str
    block: str | None
    because: str
    advice: str


def blind_spots(choice: Choice, evidence: tuple[Evidence, ...] | None) -> tuple[BlindSpot, ...]:
    """All of them: first those of single blocks, the important ones in front, then the whole."""
    by_weight = sorted(choice.scores, key=lambda key: -choice.importance[key])
    single = [spot for key in by_weight for spot in _of_block(key, choice.scores[key], evidence)]
    return (*single, *_of_the_whole(choice))


def _of_block(key: str, score: float | None, evidence: tuple[Evidence, ...] | None) -> Iterator[BlindSpot]:
    name = f"Block {BY_KEY[key].number} ({BY_KEY[key].name})"
    if score is None:
        yield BlindSpot(
            "not scored",
            key,
            f"{name} is chosen and has no score. It counts for nothing, which is not the same as a 0.",
            f"Find somebody who can answer: {BY_KEY[key].question}",
        )
        return
    if evidence is None:
        return
    if not any(piece.block == key for piece in evidence):
        yield BlindSpot(
            "no evidence",
            key,
            f"{name} scores {score_text(score)}, and nothing shows why.",
            "Find one figure or one document that would convince somebody who scores it lower.",
        )
        return
    suggested = suggested_scores(evidence).get(key)
    if suggested is not None and abs(score - suggested) >= FAR - ALLOWANCE:
        side = "above" if score > suggested else "below"
        yield BlindSpot(
            "evidence disagrees",
            key,
            f"{name} scores {plain(abs(score - suggested), 1)} points {side} what its figures suggest.",
            "Say what the figures do not see, or change the score.",
        )


def _of_the_whole(choice: Choice) -> Iterator[BlindSpot]:
    if "customers" in choice.not_chosen:
        yield BlindSpot(
            "foundation left out",
            "customers",
            "Block 1, customers, is not chosen, and all other blocks stand on it.",
            "Add it, or say for which customers the other blocks are scored.",
        )
    scores = [score for score in choice.scores.values() if score is not None]
    if len(scores) >= ENOUGH_SCORES and len(set(scores)) == 1:
        yield BlindSpot(
            "all the same",
            None,
            f"All {len(scores)} scores are {score_text(scores[0])}. "
            "One general impression may have set them all (the halo effect).",
            "Score again block by block, from the texts of the levels and with the evidence beside you.",
        )
    weights = set(choice.importance.values())
    if choice.given and len(choice.importance) >= ENOUGH_BLOCKS and len(weights) == 1:
        yield BlindSpot(
            "all equally important",
            None,
            f"All {len(choice.importance)} blocks are equally important, so importance chooses nothing.",
            "Ask which block you would mend if you could mend only one, and give that one more weight.",
        )
