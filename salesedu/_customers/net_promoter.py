"""The Net Promoter Score, its margin, and the answers a margin asks for.

Part of chapter 1; import it from :mod:`salesedu.customers`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, sqrt

from salesedu._checks import count, fraction, number, numbered, shown

__all__ = [
    "NetPromoterScore",
    "net_promoter_score",
    "net_promoter_score_of_counts",
    "responses_for_margin",
    "share_of_detractors",
    "share_of_passives",
    "share_of_promoters",
]

NORMAL_95 = 1.96  # standard errors either side that hold 95 % of a normal distribution


@dataclass(frozen=True)
class NetPromoterScore:
    """A Net Promoter Score with the counts behind it.

    Attributes
    ----------
    score : float
        Points, −100…100, not rounded.
    promoters, passives, detractors : int
        Respondents who gave 9–10, 7–8 and 0–6.
    respondents : int
        All three together.
    margin : float
        Half the width of the 95 % interval, in points.
    """

    score: float
    promoters: int
    passives: int
    detractors: int
    respondents: int
    margin: float

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval, never below −100."""
        return max(-100.0, self.score - self.margin)

    @property
    def high(self) -> float:
        """Upper end of the 95 % interval, never above 100."""
        return min(100.0, self.score + self.margin)


def net_promoter_score(ratings: Iterable[int]) -> NetPromoterScore:
    """Net Promoter Score of ratings from 0 to 10.

    The share of promoters (9–10) minus the share of detractors (0–6). Passives (7–8) count
    only among the respondents.

    Parameters
    ----------
    ratings : iterable of int
        Answers to "how likely are you to recommend us?", whole numbers 0–10. A list, a
        generator, a numpy array or a pandas Series.

    Returns
    -------
    NetPromoterScore
        Score and margin in points, and the counts.

    Raises
    ------
    ValueError
        When a rating is missing, is no whole number from 0 to 10, or when there is none at all.

    Notes
    -----
    Source: Reichheld, F. F. (2003), The one number you need to grow, *Harvard Business
    Review* 81(12).

    Examples
    --------
    >>> survey = net_promoter_score([10, 9, 8, 3])
    >>> survey.score, survey.promoters, survey.detractors
    (25.0, 2, 1)
    """
    classes = [0, 0, 0]  # promoters, passives, detractors
    for position, rating in numbered(ratings, "ratings", "give a list of whole numbers from 0 to 10"):
        name = f"ratings: answer {position}"
        remedy = "a rating is a whole number from 0 to 10, so correct it or leave it out"
        value = number(rating, name, 0, 10, remedy)
        if value != int(value):
            raise ValueError(f"{name} is {shown(rating)}; {remedy}.")
        classes[0 if value >= 9 else 1 if value >= 7 else 2] += 1
    if not any(classes):
        raise ValueError("ratings is empty; a score needs at least one answer.")
    return net_promoter_score_of_counts(*classes)


def net_promoter_score_of_counts(promoters: int, passives: int, detractors: int) -> NetPromoterScore:
    """Net Promoter Score of three counts.

    Parameters
    ----------
    promoters, passives, detractors : int
        Respondents who gave 9–10, 7–8 and 0–6; zero or more, at least one in all.

    Returns
    -------
    NetPromoterScore
        Score and margin in points, and the counts.

    Raises
    ------
    ValueError
        When a count is negative, not whole or no number, or when all three are zero.

    Notes
    -----
    The margin is 1.96 standard errors of the difference of two shares of one sample (a
    multinomial): ``1.96 * sqrt((p + d - (p - d)**2) / n) * 100``. It holds for a random
    sample of many; with fewer than about thirty answers, or when everybody says the same, it
    promises too much. Reichheld (2003) gives the score without a margin.

    Examples
    --------
    >>> hotels = net_promoter_score_of_counts(54, 36, 30)
    >>> hotels.score, round(hotels.margin, 1)
    (20.0, 14.5)
    """
    promoters, passives, detractors, respondents = _counted(promoters, passives, detractors)
    p, d = promoters / respondents, detractors / respondents
    # Rounding may leave a tiny negative number where the variance is exactly zero.
    variance = max(0.0, p + d - (p - d) ** 2)
    return NetPromoterScore(
        score=100 * (promoters - detractors) / respondents,
        promoters=promoters,
        passives=passives,
        detractors=detractors,
        respondents=respondents,
        margin=NORMAL_95 * sqrt(variance / respondents) * 100,
    )


def _counted(promoters: int, passives: int, detractors: int) -> tuple[int, int, int, int]:
    counts = (
        count(promoters, "promoters"),
        count(passives, "passives"),
        count(detractors, "detractors"),
    )
    if not sum(counts):
        raise ValueError("promoters, passives and detractors are all 0; a score needs at least one answer.")
    return *counts, sum(counts)


def share_of_promoters(promoters: int, passives: int, detractors: int) -> float:
    """Promoters as a share (0–1) of all respondents.

    Parameters and errors as in `net_promoter_score_of_counts`; likewise for passives and
    detractors.

    Examples
    --------
    >>> share_of_promoters(54, 36, 30)
    0.45
    """
    promoters, _, _, respondents = _counted(promoters, passives, detractors)
    return promoters / respondents


def share_of_passives(promoters: int, passives: int, detractors: int) -> float:
    """Passives as a share (0–1) of all respondents.

    Examples
    --------
    >>> share_of_passives(54, 36, 30)
    0.3
    """
    _, passives, _, respondents = _counted(promoters, passives, detractors)
    return passives / respondents


def share_of_detractors(promoters: int, passives: int, detractors: int) -> float:
    """Detractors as a share (0–1) of all respondents.

    Examples
    --------
    >>> share_of_detractors(54, 36, 30)
    0.25
    """
    _, _, detractors, respondents = _counted(promoters, passives, detractors)
    return detractors / respondents


def responses_for_margin(margin: float, promoters: float = 0.5, detractors: float = 0.5) -> int:
    """Answers needed for a Net Promoter Score with a given 95 % margin.

    Parameters
    ----------
    margin : float
        The margin wanted, in points, 0.1–100.
    promoters, detractors : float
        The shares you expect, 0–1, together at most 1. The default, half and half, is the
        worst case.

    Returns
    -------
    int
        Answers, rounded up; at least 1.

    Raises
    ------
    ValueError
        When the margin or a share is out of range, or both shares exceed 1 together.

    Notes
    -----
    The margin formula of `net_promoter_score_of_counts` solved for n. Halving the margin takes
    four times the answers. No correction for a small population is made.

    Examples
    --------
    >>> responses_for_margin(10)
    385
    >>> responses_for_margin(10, promoters=0.45, detractors=0.25)
    254
    """
    margin = number(margin, "margin", 0.1, 100, "give the margin in points, from 0.1 to 100")
    p, d = fraction(promoters, "promoters"), fraction(detractors, "detractors")
    if p + d > 1 + 1e-9:
        raise ValueError(
            f"promoters and detractors add up to {p + d:.4g}; shares of one survey are at most 1 together."
        )
    answers = (NORMAL_95 * 100 / margin) ** 2 * max(0.0, p + d - (p - d) ** 2)
    # Without the small allowance an exact 100 that arrives as 100.00000000001 would become 101.
    return max(1, ceil(answers - 1e-6))
