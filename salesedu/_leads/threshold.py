"""Where to draw the line between leads: missed deals against wasted visits.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from salesedu._checks import ALLOWANCE, number, numbered, ratio, yes_or_no

__all__ = ["ThresholdPoint", "ThresholdTradeoff", "threshold_tradeoff"]


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
        Euros the missed deals would have brought, after the cost of visiting them; negative
        when a visit costs more than a deal brings.
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
        # To the hundredth of a cent, so that rounding does not decide between equals.
        best=max(points, key=lambda point: (round(point.net, 4), point.threshold)),
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
