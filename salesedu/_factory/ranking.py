"""Which block to mend first: gap times importance.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor, fsum

from salesedu._checks import ALLOWANCE
from salesedu._factory.assessment import Assessment, assess
from salesedu._factory.block_line import BlockLine
from salesedu._factory.blocks import BY_KEY
from salesedu._factory.choice import WANTED
from salesedu._factory.words import decimals, names_text, score_text
from salesedu._notation import points

__all__ = ["Priorities", "Priority", "priorities", "ranked"]


@dataclass(frozen=True)
class Priority:
    """One block below the wanted level.

    Attributes
    ----------
    rank : int
        1 is first; equal weights share a rank, and the next rank is skipped (1, 1, 3).
    number, key, name, dutch : int, str, str, str
        The block.
    score, wanted, gap, importance : float
        Where it is, where it should be, points between them, and how much it matters.
    weight : float
        Gap times importance.
    share : float
        Share of all weights, 0–1.
    next_level : int
        The level above the score.
    next_step : str
        What you would see at that level: the step to take.
    tied : bool
        Whether another block has the same weight.
    because : str
        The sum behind the rank.
    links : tuple of str
        Sections of the book that teach the block, the main one first.
    """

    rank: int
    number: int
    key: str
    name: str
    dutch: str
    score: float
    wanted: float
    gap: float
    importance: float
    weight: float
    share: float
    next_level: int
    next_step: str
    tied: bool
    because: str
    links: tuple[str, ...]


@dataclass(frozen=True)
class Priorities:
    """Gaps by importance.

    Attributes
    ----------
    ranking : tuple of Priority
        Blocks below the wanted level, largest weight first.
    first : str or None
        Key of the block to begin with; None when two share the first place or nothing is below.
    total : float
        Sum of the weights.
    unscored : tuple of str
        Chosen blocks without a score: they have no rank, they may be the worst.
    because : str
        The outcome in words.
    """

    ranking: tuple[Priority, ...]
    first: str | None
    total: float
    unscored: tuple[str, ...]
    because: str


def priorities(
    scores: Assessment | Mapping | Iterable,
    importance: Mapping | Iterable | None = None,
    *,
    chosen: Iterable | None = None,
    wanted: float | Mapping | Iterable = WANTED,
) -> Priorities:
    """Rank the gaps by importance and say what the next step up looks like.

    Parameters
    ----------
    scores : Assessment, mapping or iterable
        An assessment, or what `assess` needs for one.
    importance, chosen, wanted
        As for `assess`; not used with an assessment.

    Returns
    -------
    Priorities

    Raises
    ------
    ValueError
        As `assess`.

    Notes
    -----
    Weight is gap times importance, as in a failure analysis; importance-performance analysis
    (Martilla and James, 1977) draws the same two in a plane. Equal weights share a rank. They are
    shown with the more important block first, then the lower score, then the lower number, because
    a block that much depends on is the safer start. The next step is one level, not the whole gap.
    What a step costs is not counted: weigh that yourself.

    Examples
    --------
    >>> found = priorities({"quotes": 2, "leads": 3, "customers": 4}, {"quotes": 3, "leads": 5, "customers": 5})
    >>> [(one.rank, one.key, one.weight) for one in found.ranking]
    [(1, 'quotes', 6.0), (2, 'leads', 5.0)]
    >>> found.ranking[0].next_level, found.ranking[0].next_step.split(",")[0]
    (3, "Each quote begins with the customer's own question")
    """
    found = scores if isinstance(scores, Assessment) else assess(scores, importance, chosen=chosen, wanted=wanted)
    return ranked(found)


def ranked(found: Assessment) -> Priorities:
    """The gaps of an assessment by importance."""
    below = [line for line in found.lines if line.weighted_gap]
    allowed = ALLOWANCE * max((1.0, *(line.weighted_gap for line in below)))
    # Rounding may not decide between equals: 0.1 + 0.2 is as large as 0.3.
    below.sort(key=lambda line: (-round(line.weighted_gap / allowed), -line.importance, line.score, line.number))
    ranks: list[int] = []
    for place, line in enumerate(below):
        same = place > 0 and abs(below[place - 1].weighted_gap - line.weighted_gap) <= allowed
        ranks.append(ranks[-1] if same else place + 1)
    total = fsum(line.weighted_gap for line in below)
    ranking = tuple(
        _priority(rank, line, line.weighted_gap / total, ranks.count(rank) > 1)
        for rank, line in zip(ranks, below, strict=True)
    )
    return Priorities(
        ranking=ranking,
        first=ranking[0].key if ranking and not ranking[0].tied else None,
        total=total,
        unscored=found.unscored,
        because=_because(ranking, found.unscored),
    )


def _priority(rank: int, line: BlockLine, share: float, tied: bool) -> Priority:
    next_level = min(5, floor(line.score + ALLOWANCE) + 1)
    return Priority(
        rank=rank,
        number=line.number,
        key=line.key,
        name=line.name,
        dutch=line.dutch,
        score=line.score,
        wanted=line.wanted,
        gap=line.gap,
        importance=line.importance,
        weight=line.weighted_gap,
        share=share,
        next_level=next_level,
        next_step=BY_KEY[line.key].levels[next_level - 1],
        tied=tied,
        because=f"{points(line.gap, decimals(line.gap))} below the wanted {score_text(line.wanted)}, "
        f"times importance {score_text(line.importance)}, is {score_text(line.weighted_gap)}.",
        links=tuple(one.link for one in BY_KEY[line.key].places),
    )


def _because(ranking: tuple[Priority, ...], unscored: tuple[str, ...]) -> str:
    said = "Nothing that is scored lies below the level you want."
    if ranking:
        first = [one for one in ranking if one.rank == 1]
        names = names_text([one.name for one in first])
        said = f"{names} {'comes' if len(first) == 1 else 'come'} first: {first[0].because}"
        if len(first) > 1:
            said = f"{names} share the first place: gap times importance is {score_text(first[0].weight)} for each."
    if unscored:
        names = names_text([BY_KEY[key].name for key in unscored])
        said += f" {names} {'has' if len(unscored) == 1 else 'have'} no score and could be worse than any of these."
    return said
