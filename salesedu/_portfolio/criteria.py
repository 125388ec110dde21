"""Ranking customers by more than one criterion.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import named_numbers, numbered, shown, weight_shares
from salesedu._portfolio.book import Amounts
from salesedu._portfolio.quintiles import columns_by_customer, scores

__all__ = ["CriteriaLine", "CriteriaSegmentation", "segment_by_criteria"]


@dataclass(frozen=True)
class CriteriaLine:
    """One customer, scored.

    Attributes
    ----------
    rank : int
        1 for the best.
    customer : str
        Name.
    score : float
        Weighted mean of its scores, 1–5.
    scores : dict
        1–5 by criterion, 5 for the best fifth.
    strongest, weakest : str
        Criteria with the highest and the lowest score.
    places_won : int
        Places up (+) or down (−) against a ranking by the first criterion alone.
    """

    rank: int
    customer: str
    score: float
    scores: dict[str, int]
    strongest: str
    weakest: str
    places_won: int


@dataclass(frozen=True)
class CriteriaSegmentation:
    """Customers ranked by several criteria.

    Attributes
    ----------
    lines : tuple of CriteriaLine
        The best first.
    ranking : tuple of str
        Their names.
    by_criterion : dict
        The ranking by each criterion alone.
    weights : dict
        Weight of each criterion as a share, 0–1.
    """

    lines: tuple[CriteriaLine, ...]
    ranking: tuple[str, ...]
    by_criterion: dict[str, tuple[str, ...]]
    weights: dict[str, float]


def segment_by_criteria(
    criteria: Mapping[str, Amounts],
    weights: Mapping[str, float] | Iterable[float] | None = None,
    low_is_good: Iterable[str] = (),
) -> CriteriaSegmentation:
    """Rank customers by turnover, margin, potential, loyalty or whatever decides.

    Parameters
    ----------
    criteria : mapping
        For each criterion a number by customer (or a list; all in one order). A DataFrame with a row for
        each customer works as it is.
    weights : mapping or iterable, optional
        Weight of each criterion, 0 or more; equal when left out.
    low_is_good : iterable of str
        Criteria of which less is better, such as days overdue.

    Returns
    -------
    CriteriaSegmentation

    Raises
    ------
    ValueError
        When the customers or the names of criteria differ, or a number is missing.

    Notes
    -----
    Each criterion is turned into the fifth in which the customer stands (`quintile_score`), so that euros
    and years can be added up. Source of portfolios by several criteria: Fiocca, R. (1982), Account
    portfolio analysis for strategy development, *Industrial Marketing Management* 11(1). Which
    criteria, and how heavy, depends on the decision.

    Examples
    --------
    >>> book = segment_by_criteria({"turnover": {"hotel": 90, "school": 60, "cafe": 20},
    ...                             "margin": {"hotel": 2, "school": 18, "cafe": 6}}, weights=[1, 2])
    >>> book.ranking, book.lines[0].places_won
    (('school', 'hotel', 'cafe'), 1)
    """
    if not callable(getattr(criteria, "items", None)):
        raise ValueError(f"criteria is {shown(criteria)}; give a number by customer for each criterion by name.")
    named = dict(criteria.items())
    for name in named:
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"criteria has a name that is {shown(name)}; name each one in words.")
    if not named:
        raise ValueError("criteria is empty; give at least one, such as turnover.")
    columns = columns_by_customer(named, minima={})
    if weights is not None:
        remedy = "give a weight of 0 or more"
        weights = named_numbers(weights, "weights", 0, remedy=remedy, unlabelled=tuple(columns))
    shares = weight_shares(weights, columns, "weights", "criteria", "criterion")
    reverse = _reverse(low_is_good, columns)
    marks = {name: scores(values, name in reverse) for name, values in columns.items()}
    first, *_ = columns
    score = {who: fsum(marks[name][who] * share for name, share in shares.items()) for who in columns[first]}

    def worth(name: str, who: str) -> float:
        return columns[name][who] if name in reverse else -columns[name][who]

    by_criterion = {
        name: tuple(sorted(values, key=lambda who, name=name: worth(name, who))) for name, values in columns.items()
    }
    # Equal scores go by the first criterion.
    ranking = tuple(sorted(by_criterion[first], key=lambda who: -round(score[who], 9)))
    alone = {who: place for place, who in enumerate(by_criterion[first])}
    lines = []
    for place, who in enumerate(ranking):
        own = {name: marks[name][who] for name in columns}
        strongest, weakest = max(own, key=own.__getitem__), min(own, key=own.__getitem__)
        lines.append(CriteriaLine(place + 1, who, score[who], own, strongest, weakest, alone[who] - place))
    return CriteriaSegmentation(tuple(lines), ranking, by_criterion, shares)


def _reverse(names: Iterable[str], columns: Mapping) -> set[str]:
    reverse = set()
    for _, name in numbered(names, "low_is_good", "give a list of criteria"):
        if not isinstance(name, str) or name not in columns:
            raise ValueError(f"low_is_good names {shown(name)}, which is no criterion; use {', '.join(columns)}.")
        reverse.add(name)
    return reverse
