"""An organisation assessed on the blocks that matter to it.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._factory.blind_spots import BlindSpot, blind_spots
from salesedu._factory.block_line import BlockLine, line_of, next_thing, outcome
from salesedu._factory.blocks import named
from salesedu._factory.choice import WANTED, read_choice
from salesedu._factory.evidence import Evidence, read_evidence
from salesedu._factory.radar import RadarPoint, radar_points

__all__ = ["Assessment", "assess"]

DUTCH = "Sterkte-zwaktebeeld van de salesfabriek"


@dataclass(frozen=True)
class Assessment:
    """Blocks, scores and what follows from them.

    Attributes
    ----------
    lines : tuple of BlockLine
        The chosen blocks, in their order.
    level : float or None
        Mean score weighted by importance, over the blocks that have a score; None without any.
    lowest, highest : float
        The level if every block without a score turned out a 1, or a 5.
    mean : float or None
        Plain mean of the scores.
    coverage : float
        Share of the importance that is scored, 0–1.
    scored, unscored, reached, below, not_chosen : tuple of str
        Keys of blocks.
    radar : tuple of RadarPoint
        The picture.
    blind_spots : tuple of BlindSpot
        What the assessment does not see.
    because, advice, dutch : str
        The outcome in words, what to do next, and the Dutch name of the exercise.
    scores, importance, shares, gaps : dict
        By key (properties).
    """

    lines: tuple[BlockLine, ...]
    level: float | None
    lowest: float
    highest: float
    mean: float | None
    coverage: float
    scored: tuple[str, ...]
    unscored: tuple[str, ...]
    reached: tuple[str, ...]
    below: tuple[str, ...]
    not_chosen: tuple[str, ...]
    radar: tuple[RadarPoint, ...]
    blind_spots: tuple[BlindSpot, ...]
    because: str
    advice: str
    dutch: str

    @property
    def scores(self) -> dict[str, float | None]:
        return {line.key: line.score for line in self.lines}

    @property
    def importance(self) -> dict[str, float]:
        return {line.key: line.importance for line in self.lines}

    @property
    def shares(self) -> dict[str, float]:
        return {line.key: line.share for line in self.lines}

    @property
    def gaps(self) -> dict[str, float | None]:
        return {line.key: line.gap for line in self.lines}

    def line(self, which: str | int) -> BlockLine:
        """The line of one block, by its key, number or name."""
        key = named(which, "which").key
        for line in self.lines:
            if line.key == key:
                return line
        raise ValueError(f"The block {key!r} is not in this assessment; it has {', '.join(self.scores)}.")


def assess(
    scores: Mapping | Iterable,
    importance: Mapping | Iterable | None = None,
    *,
    chosen: Iterable | None = None,
    wanted: float | Mapping | Iterable = WANTED,
    evidence: Iterable[Evidence] | None = None,
) -> Assessment:
    """Assess an organisation on the blocks of the sales factory that matter to it.

    Parameters
    ----------
    scores : mapping or iterable
        Score of each block, 1 to 5 as its levels describe them; None when nobody could score it.
        Blocks by key, number or name; a plain list has one for each of the eleven, or for each of
        those `chosen`.
    importance : mapping or iterable, optional
        Importance of each block, above 0, usually 1 to 5; a 3 each when left out.
    chosen : iterable, optional
        The blocks that matter. When left out: those named in scores or importance.
    wanted : float, mapping or iterable
        The level you want, 1 to 5, for all blocks or for each; 4 where none is given.
    evidence : iterable of Evidence, optional
        When given (an empty list too), scores without evidence become blind spots.

    Returns
    -------
    Assessment

    Raises
    ------
    ValueError
        When a block is unknown or named twice, a score or level is not from 1 to 5, an importance
        is missing or not above 0, or nothing is left to assess.

    Notes
    -----
    The level is ``sum(importance * score) / sum(importance)`` over the blocks that are scored. A
    block without a score is left out of both sums, never taken for 0; `lowest` and `highest` say
    how much that may hide. Levels described by behaviour: Smith and Kendall (1963), *Journal of
    Applied Psychology* 47(2). Importance beside performance: Martilla and James (1977), *Journal
    of Marketing* 41(1). The eleven blocks are those of the course.

    A weighted mean lets a strong block make up for a weak one. A chain does not work like that: no
    quote is good enough to save a firm that has no leads. Read the gaps before the mean.

    Examples
    --------
    >>> found = assess({"customers": 4, "quotes": 2}, {"customers": 5, "quotes": 3})
    >>> found.level, found.gaps
    (3.25, {'customers': 0.0, 'quotes': 2.0})
    >>> half = assess({"customers": 4, "quotes": 2, "leads": None})
    >>> half.level, round(half.lowest, 2), round(half.highest, 2)
    (3.0, 2.33, 3.67)
    """
    choice = read_choice(scores, importance, chosen, wanted)
    pieces = None if evidence is None else read_evidence(evidence)
    total = fsum(choice.importance.values())
    lines = tuple(line_of(key, choice, total, pieces) for key in choice.scores)
    scored = [line for line in lines if line.score is not None]
    weight = fsum(line.importance for line in scored)
    points = fsum(line.importance * line.score for line in scored)
    rest = total - weight if len(scored) < len(lines) else 0.0
    level = min(5.0, max(1.0, points / weight)) if scored else None
    spots = blind_spots(choice, pieces)
    lowest, highest = ((points + bound * rest) / total for bound in (1, 5))
    below = tuple(line.key for line in lines if line.state == "below")
    return Assessment(
        lines=lines,
        level=level,
        lowest=min(5.0, max(1.0, lowest)),
        highest=min(5.0, max(1.0, highest)),
        mean=fsum(line.score for line in scored) / len(scored) if scored else None,
        coverage=min(1.0, weight / total),
        scored=tuple(line.key for line in scored),
        unscored=tuple(line.key for line in lines if line.score is None),
        reached=tuple(line.key for line in lines if line.state == "reached"),
        below=below,
        not_chosen=choice.not_chosen,
        radar=radar_points(choice.scores, choice.wanted),
        blind_spots=spots,
        because=outcome(lines, level, lowest, highest, min(1.0, weight / total)),
        advice=next_thing(lines, spots),
        dutch=DUTCH,
    )
