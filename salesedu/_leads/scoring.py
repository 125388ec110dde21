"""Which leads are ready for a visit: the score, and where to draw the line.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from salesedu._checks import (
    ALLOWANCE,
    labelled_numbers,
    number,
    numbered,
    one_of,
    ratio,
    same_names,
    yes_or_no,
)

__all__ = ["LeadScore", "ThresholdPoint", "ThresholdTradeoff", "lead_score", "threshold_tradeoff"]

Marks = float | Mapping[str, float] | Iterable[float]
MARK = "give a mark from 0 to 10"


@dataclass(frozen=True)
class LeadScore:
    """How well a lead fits, how keen it is, and whether sales should visit.

    Attributes
    ----------
    fit, interest : float
        Weighted mean marks, 0–10.
    score : float
        0–100.
    grade : str
        Fit as a letter (A from 7.5, B from 5, C from 2.5, else D) and interest as a figure (1 to
        4 likewise): "A1" is the best lead there is.
    sales_ready : bool
        Whether the score reaches the threshold.
    short : float
        Points the score lacks to reach the threshold; 0 when it does.
    verdict : str
        "hand over" (sales-ready), "nurture" (fits, fit 5 or more, but not ready yet) or "let go"
        (does not fit and is not ready).
    """

    fit: float
    interest: float
    score: float
    grade: str
    sales_ready: bool
    short: float
    verdict: str


def lead_score(
    fit: Marks,
    interest: Marks,
    fit_weights: Mapping[str, float] | Iterable[float] | None = None,
    interest_weights: Mapping[str, float] | Iterable[float] | None = None,
    *,
    threshold: float = 40,
    combine: str = "product",
) -> LeadScore:
    """Score a lead on fit (is it our kind of customer?) and interest (does it want to buy?).

    Parameters
    ----------
    fit, interest : float, mapping or iterable
        One mark from 0 to 10, or a mark for each criterion: size, segment, region; request,
        visits to the site, deadline.
    fit_weights, interest_weights : mapping or iterable, optional
        Weight of each criterion, 0 or more; equal when left out.
    threshold : float
        Score from which a lead is sales-ready, 0–100.
    combine : {"product", "mean"}
        "product": fit × interest, so that a lead without any interest, or one that does not fit,
        scores nothing. "mean" is the usual variant, the average of both times ten, where one
        makes up for the other.

    Returns
    -------
    LeadScore

    Raises
    ------
    ValueError
        When a mark, weight or threshold is out of range or no number, the criteria of marks and
        weights differ, or `combine` is unknown.

    Notes
    -----
    Common professional practice; no single origin. The marks, the four classes and the threshold
    are agreements between marketing and sales; test them on what became of earlier leads with
    `threshold_tradeoff`.

    Examples
    --------
    >>> lead = lead_score(fit=8, interest=6)
    >>> lead.score, lead.grade, lead.verdict
    (48.0, 'A2', 'hand over')
    >>> lead_score({"size": 9, "region": 5}, 2, fit_weights={"size": 3, "region": 1}).verdict
    'nurture'
    >>> lead_score(fit=10, interest=0, combine="mean").score
    50.0
    """
    fit = _mark(fit, fit_weights, "fit")
    interest = _mark(interest, interest_weights, "interest")
    threshold = number(threshold, "threshold", 0, 100)
    how = one_of(combine, "combine", ("product", "mean"))
    score = fit * interest if how == "product" else 5 * (fit + interest)
    ready = score >= threshold - ALLOWANCE
    return LeadScore(
        fit=fit,
        interest=interest,
        score=score,
        grade="ABCD"[_class(fit)] + "1234"[_class(interest)],
        sales_ready=ready,
        short=0.0 if ready else threshold - score,
        verdict="hand over" if ready else "nurture" if fit >= 5 - ALLOWANCE else "let go",
    )


def _mark(
    marks: Marks, weights: Mapping[str, float] | Iterable[float] | None, name: str
) -> float:
    if not hasattr(marks, "__iter__"):
        mark = number(marks, name, 0, 10, MARK)
        if weights is not None:
            raise ValueError(
                f"{name} is one mark but {name}_weights is given; give a mark for each criterion, "
                "or leave the weights out."
            )
        return mark
    scores = labelled_numbers(marks, name, "criterion", 0, 10, MARK)
    if weights is None:
        shares = dict.fromkeys(scores, 1.0)
    else:
        remedy = "give a weight of 0 or more"
        shares = labelled_numbers(
            weights, f"{name}_weights", "criterion", minimum=0, remedy=remedy
        )
        same_names(scores, shares, name, f"{name}_weights")
    total = fsum(shares.values())
    if total <= 0:
        raise ValueError(f"{name}_weights sum to 0; give at least one criterion a weight above 0.")
    mean = fsum(scores[criterion] * (shares[criterion] / total) for criterion in scores)
    return min(10.0, mean)  # the shares may add up to a hair more than 1


def _class(mark: float) -> int:
    return 3 - sum(mark >= bound - ALLOWANCE for bound in (2.5, 5, 7.5))


@dataclass(frozen=True)
class ThresholdPoint:
    """What happens when every lead from this score up is visited, and no other.

    Attributes
    ----------
    threshold : float
        In points of the score.
    visited, deals, wasted, missed : int
        Leads visited; visits that won a deal; visits that did not; deals that were to be had
        among the leads left alone.
    hit_rate : float or None
        Deals as a fraction of visits; None without visits.
    caught : float or None
        Deals as a fraction of all deals there were; None when there were none.
    wasted_cost : float
        Euros of the visits that won nothing.
    missed_margin : float
        Euros the missed deals would have brought, after the cost of visiting them.
    net : float
        Margin of the deals minus the cost of all visits, in euros.
    """

    threshold: float
    visited: int
    deals: int
    wasted: int
    missed: int
    hit_rate: float | None
    caught: float | None
    wasted_cost: float
    missed_margin: float
    net: float


@dataclass(frozen=True)
class ThresholdTradeoff:
    """The curve from "visit everybody" to "visit nobody".

    Attributes
    ----------
    points : tuple of ThresholdPoint
        One for each score that occurs, from low to high, and one a point above the highest, where
        nobody is visited.
    best : ThresholdPoint
        The point with the highest net; the highest threshold when several share it.
    ideal : float
        Euros that perfect foresight would earn: a visit to every deal and to nobody else.
    break_even_rate : float or None
        Hit rate at which a visit pays for itself, ``cost_of_visit / margin_of_deal``; None when
        a deal is worth nothing. At the best threshold, the leads just above the line win about
        this often.
    """

    points: tuple[ThresholdPoint, ...]
    best: ThresholdPoint
    ideal: float
    break_even_rate: float | None

    def at(self, threshold: float) -> ThresholdPoint:
        """The point for any threshold, also one that is no lead's score."""
        threshold = number(threshold, "threshold")
        for point in self.points:
            if point.threshold >= threshold - ALLOWANCE:
                return replace(point, threshold=threshold)
        return replace(self.points[-1], threshold=threshold)


def threshold_tradeoff(
    scores: Iterable[float], won: Iterable[bool], cost_of_visit: float, margin_of_deal: float
) -> ThresholdTradeoff:
    """Missed deals against wasted visits, for every threshold a lead score can have.

    Parameters
    ----------
    scores : iterable of float
        Score of each lead, in points; a list, an array or a pandas Series.
    won : iterable of bool
        What became of the same leads when they *were* visited: True (or 1) for a deal.
    cost_of_visit : float
        Euros, 0 or more.
    margin_of_deal : float
        Euros of margin on one deal, 0 or more.

    Returns
    -------
    ThresholdTradeoff

    Raises
    ------
    ValueError
        When there are no leads, the two lists differ in length, a score is no number, an outcome
        is not True or False, or an amount is out of range.

    Notes
    -----
    The curve of a classifier with costs for its two mistakes (signal detection: Green, D. M. and
    Swets, J. A. (1966), *Signal Detection Theory and Psychophysics*, Wiley). The threshold is
    fitted to the past, so with few leads it promises too much; and leads that were never visited
    cannot be in the data, which makes low scores look better known than they are.

    Examples
    --------
    >>> curve = threshold_tradeoff([20, 40, 60, 80], [False, False, True, True], 200, 1_000)
    >>> curve.best.threshold, curve.best.net, curve.break_even_rate
    (60.0, 1600.0, 0.2)
    >>> everybody = curve.at(0)
    >>> everybody.wasted, everybody.missed, everybody.net
    (2, 0, 1200.0)
    """
    points_of = [
        number(score, f"scores: lead {place}")
        for place, score in numbered(scores, "scores", "give a list of scores")
    ]
    outcomes = [
        yes_or_no(outcome, f"won: lead {place}")
        for place, outcome in numbered(won, "won", "give a list of True and False")
    ]
    if len(points_of) != len(outcomes):
        raise ValueError(
            f"scores has {len(points_of)} leads and won has {len(outcomes)}; give one outcome for "
            "each score."
        )
    if not points_of:
        raise ValueError("scores is empty; a curve needs at least one lead.")
    cost = number(cost_of_visit, "cost_of_visit", 0)
    margin = number(margin_of_deal, "margin_of_deal", 0)

    tally: dict[float, list[int]] = {}  # score: leads, deals
    for score, outcome in zip(points_of, outcomes, strict=True):
        leads = tally.setdefault(score, [0, 0])
        leads[0] += 1
        leads[1] += outcome
    every, all_deals = len(outcomes), sum(outcomes)
    passed = deals_passed = 0
    points = []
    for score in [*sorted(tally), max(tally) + 1]:
        visited, deals = every - passed, all_deals - deals_passed
        points.append(_point(score, visited, deals, all_deals, cost, margin))
        leads, won_here = tally.get(score, (0, 0))
        passed += leads
        deals_passed += won_here
    return ThresholdTradeoff(
        points=tuple(points),
        best=max(points, key=lambda point: (point.net, point.threshold)),
        ideal=all_deals * max(0.0, margin - cost),
        break_even_rate=ratio(cost, margin),
    )


def _point(
    threshold: float, visited: int, deals: int, all_deals: int, cost: float, margin: float
) -> ThresholdPoint:
    wasted, missed = visited - deals, all_deals - deals
    return ThresholdPoint(
        threshold=threshold,
        visited=visited,
        deals=deals,
        wasted=wasted,
        missed=missed,
        hit_rate=ratio(deals, visited),
        caught=ratio(deals, all_deals),
        wasted_cost=wasted * cost,
        missed_margin=missed * (margin - cost),
        net=deals * margin - visited * cost,
    )
