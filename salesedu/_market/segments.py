"""Which segment to serve first: weighted attractiveness.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE
from salesedu._market.weighing import scale_ends, score_table, shares

__all__ = ["SegmentAttractiveness", "SegmentLine", "segment_attractiveness"]

EXAMPLE = "{'offices': {'size': 8, 'growth': 5}, 'hotels': {'size': 6, 'growth': 7}}"


@dataclass(frozen=True)
class SegmentLine:
    """One segment in the ranking.

    Attributes
    ----------
    rank : int
        1 is the most attractive; segments that score the same share a rank.
    name : str
        The segment.
    score : float
        Weighted mean of its scores, on the scale of the scores.
    contributions : dict
        Score times share of each criterion; they add up to `score`.
    strongest, weakest : str
        Criterion with its highest and its lowest score.
    """

    rank: int
    name: str
    score: float
    contributions: dict[str, float]
    strongest: str
    weakest: str


@dataclass(frozen=True)
class SegmentAttractiveness:
    """Segments by attractiveness.

    Attributes
    ----------
    ranking : tuple of SegmentLine
        Most attractive first.
    scores : dict
        Weighted score per segment, in the order given.
    weights : dict
        Share of each criterion, together 1.
    best : str or None
        The most attractive segment; None when two share the first place.
    lead : float or None
        Points between the first and the second; None with one segment.
    decisive : str or None
        Criterion that does most for the first over the second; None when none does.
    """

    ranking: tuple[SegmentLine, ...]
    scores: dict[str, float]
    weights: dict[str, float]
    best: str | None
    lead: float | None
    decisive: str | None


def segment_attractiveness(
    scores: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float] | Iterable[float] | None = None,
    scale: tuple[float, float] = (0, 10),
) -> SegmentAttractiveness:
    """Rank segments by weighted criteria.

    Parameters
    ----------
    scores : mapping of mappings
        Per segment a score for each criterion (size, growth, margin, fit, ease of access...), all
        on the same criteria and such that higher is better. A DataFrame is read by column, one
        column per segment.
    weights : mapping or iterable, optional
        Importance of each criterion, 0 or more, on any scale; equal when left out.
    scale : tuple
        Lowest and highest score possible.

    Returns
    -------
    SegmentAttractiveness

    Raises
    ------
    ValueError
        When a score lies outside the scale or is missing, segments are scored on different
        criteria, or the weights do not fit.

    Notes
    -----
    Targeting, the second step of segmentation, targeting and positioning (Smith 1956; Kotler).
    A weighted sum lets a high score make up for a fatal one: a segment you cannot reach is not
    attractive, whatever its size.

    Examples
    --------
    >>> found = segment_attractiveness({"offices": {"size": 8, "growth": 4},
    ...                                 "hotels": {"size": 5, "growth": 9}}, {"size": 3, "growth": 1})
    >>> found.best, found.scores["offices"], found.lead, found.decisive
    ('offices', 7.0, 1.0, 'size')
    """
    low, high = scale_ends(scale)
    table = score_table(scores, "scores", low, high, EXAMPLE)
    share = shares(weights, next(iter(table.values())))
    parts = {
        segment: {name: given[name] * share[name] for name in share}
        for segment, given in table.items()
    }
    totals = {segment: fsum(part.values()) for segment, part in parts.items()}
    allowed = ALLOWANCE * max(1.0, abs(low), abs(high))
    ordered = sorted(totals, key=lambda segment: -totals[segment])
    ranks: list[int] = []
    for place, segment in enumerate(ordered):
        same = place and totals[ordered[place - 1]] - totals[segment] <= allowed
        ranks.append(ranks[-1] if same else place + 1)
    ranking = tuple(
        SegmentLine(
            rank=rank,
            name=segment,
            score=totals[segment],
            contributions=parts[segment],
            strongest=max(share, key=table[segment].__getitem__),
            weakest=min(share, key=table[segment].__getitem__),
        )
        for rank, segment in zip(ranks, ordered, strict=True)
    )
    if len(ranking) == 1:
        return SegmentAttractiveness(ranking, totals, share, ordered[0], None, None)
    first, second = ranking[0], ranking[1]
    ahead = {name: first.contributions[name] - second.contributions[name] for name in share}
    decisive = max(ahead, key=ahead.__getitem__)
    return SegmentAttractiveness(
        ranking=ranking,
        scores=totals,
        weights=share,
        best=first.name if second.rank > 1 else None,
        lead=first.score - second.score,
        decisive=decisive if ahead[decisive] > allowed else None,
    )
