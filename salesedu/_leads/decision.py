"""Bid or no bid: knock-outs first, then the score, then the expected value.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import (
    ALLOWANCE,
    fraction,
    labelled_numbers,
    number,
    ratio,
    weight_shares,
    yes_or_no,
)

__all__ = ["KNOCK_OUTS", "BidDecision", "bid_decision"]

KNOCK_OUTS = ("no contact with the DMU", "own capacity", "competition too strong", "thin margin")


@dataclass(frozen=True)
class BidDecision:
    """Whether to answer a tender or a request for a quote.

    Attributes
    ----------
    verdict : str
        "bid" or "no bid".
    reason : str
        "knock-out", "score too low", "expected loss" or, for a bid, "worth it".
    knock_outs : tuple of str
        Those of `KNOCK_OUTS` that apply, in that order.
    score : float or None
        Weighted mean mark, 0–10; None when no marks were given.
    passes_on_score : bool or None
        What the score alone would have said.
    margin : float
        Euros the order would bring, ``value * margin_rate``.
    expected_value : float
        ``win_chance * margin - cost_of_bidding``, in euros.
    break_even_chance : float or None
        Chance at which bidding just pays, ``cost_of_bidding / margin``; above 1 it never does.
        None when the order brings no margin.
    """

    verdict: str
    reason: str
    knock_outs: tuple[str, ...]
    score: float | None
    passes_on_score: bool | None
    margin: float
    expected_value: float
    break_even_chance: float | None


def bid_decision(
    value: float,
    margin_rate: float,
    win_chance: float,
    cost_of_bidding: float,
    *,
    knows_dmu: bool,
    hours_needed: float = 0,
    hours_available: float = 0,
    marks: Mapping[str, float] | Iterable[float] | None = None,
    weights: Mapping[str, float] | Iterable[float] | None = None,
    pass_mark: float = 6,
    minimum_chance: float = 0.15,
    minimum_margin_rate: float = 0.10,
) -> BidDecision:
    """Review a tender: bid, or leave it.

    Parameters
    ----------
    value : float
        Value of the order in euros, 0 or more.
    margin_rate : float
        Margin as a fraction of that value, −1 to 1.
    win_chance : float
        Your own estimate, 0–1.
    cost_of_bidding : float
        Euros it takes to write the bid, 0 or more. Euros already spent do not count.
    knows_dmu : bool
        Whether you are in contact with the people who decide (the decision-making unit). Without
        it: knock-out "no contact with the DMU".
    hours_needed, hours_available : float
        Hours the order asks for and hours you have, 0 or more. Too few: knock-out "own capacity".
    marks, weights : mapping or iterable, optional
        Marks 0–10 for whatever else counts (fit with the plan, reference value, risk), and their
        weights, 0 or more; equal weights when left out.
    pass_mark : float
        Lowest weighted mark for a bid, 0–10.
    minimum_chance : float
        Chance (0–1) below which the knock-out "competition too strong" applies.
    minimum_margin_rate : float
        Margin rate below which the knock-out "thin margin" applies, −1 to 1.

    Returns
    -------
    BidDecision

    Raises
    ------
    ValueError
        When a number is out of range, `knows_dmu` is not True or False, marks and weights
        differ, or weights are given without marks.

    Notes
    -----
    Common professional practice; no single origin. The four knock-outs are the course's; the
    two minimums and the pass mark are ours, set them for your firm. No score outweighs a
    knock-out: a mean would let a fine reference make up for a margin that is not there.

    Examples
    --------
    >>> town_hall = bid_decision(120_000, 0.25, 0.30, 4_000, knows_dmu=True, hours_needed=300,
    ...                          hours_available=400, marks={"fit": 8, "reference": 7})
    >>> town_hall.verdict, town_hall.expected_value, round(town_hall.break_even_chance, 3)
    ('bid', 5000.0, 0.133)
    >>> stranger = bid_decision(120_000, 0.25, 0.30, 4_000, knows_dmu=False, marks=[10, 10])
    >>> stranger.verdict, stranger.knock_outs, stranger.passes_on_score
    ('no bid', ('no contact with the DMU',), True)
    """
    rate = _rate(margin_rate, "margin_rate")
    chance = fraction(win_chance, "win_chance")
    cost = number(cost_of_bidding, "cost_of_bidding", 0)
    margin = number(value, "value", 0) * rate
    needed = number(hours_needed, "hours_needed", 0)
    present = number(hours_available, "hours_available", 0)
    pass_mark = number(pass_mark, "pass_mark", 0, 10)
    applies = (
        not yes_or_no(knows_dmu, "knows_dmu"),
        needed > present,
        chance < fraction(minimum_chance, "minimum_chance") - ALLOWANCE,
        rate < _rate(minimum_margin_rate, "minimum_margin_rate") - ALLOWANCE,
    )
    knock_outs = tuple(name for name, hit in zip(KNOCK_OUTS, applies, strict=True) if hit)
    score = _score(marks, weights)
    passes = None if score is None else score >= pass_mark - ALLOWANCE
    expected = chance * margin - cost
    if knock_outs:
        reason = "knock-out"
    elif passes is False:
        reason = "score too low"
    else:
        reason = "worth it" if expected > 0 else "expected loss"
    return BidDecision(
        verdict="bid" if reason == "worth it" else "no bid",
        reason=reason,
        knock_outs=knock_outs,
        score=score,
        passes_on_score=passes,
        margin=margin,
        expected_value=expected,
        break_even_chance=ratio(cost, margin),
    )


def _rate(value: float, name: str) -> float:
    remedy = "give a fraction from -1 to 1, such as 0.25 for 25 %"
    return number(value, name, -1, 1, remedy)


def _score(
    marks: Mapping[str, float] | Iterable[float] | None,
    weights: Mapping[str, float] | Iterable[float] | None,
) -> float | None:
    if marks is None:
        if weights is not None:
            raise ValueError("weights is given without marks; give a mark for each weight.")
        return None
    given = labelled_numbers(marks, "marks", "criterion", 0, 10, "give a mark from 0 to 10")
    shares = weight_shares(weights, given, "weights", "marks", "criterion")
    return min(10.0, fsum(given[name] * shares[name] for name in given))
