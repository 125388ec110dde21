"""Tenders: award on value, with notional discounts for quality; and both ways side by side.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import labelled_numbers, number, one_of
from salesedu._leads.bids import read_bids, standing
from salesedu._leads.tenders import PRICE_FORMULAS, TenderPoints, tender_points

__all__ = ["AwardOnValue", "BidOnValue", "TenderComparison", "award_on_value", "compare_awards"]


@dataclass(frozen=True)
class BidOnValue:
    """One bid, in notional euros.

    Attributes
    ----------
    price : float
        Euros that will be paid.
    discounts : dict
        Notional discount per criterion, in euros; negative (an addition) for a mark below the
        neutral one.
    discount : float
        All of them together.
    notional_price : float
        ``price - discount``: euros that decide, and that nobody pays.
    price_to_win : float or None
        The price at which this bid, with its marks, would equal the best of the others: below
        it, the tender is won. None without other bids; may be negative.
    place : int
        1 for the lowest notional price; equals share a place.
    """

    price: float
    discounts: dict[str, float]
    discount: float
    notional_price: float
    price_to_win: float | None
    place: int


@dataclass(frozen=True)
class AwardOnValue:
    """A tender awarded on value.

    Attributes
    ----------
    bids : dict
        A `BidOnValue` for every bid that takes part.
    ranking : tuple of str
        Bidders from lowest to highest notional price.
    winner : str or None
        None when two share the lowest notional price or nobody is left.
    lead : float or None
        Notional euros between first and second; None without a second.
    excluded : dict
        Bidders that were set aside, with the knock-out criterion they failed.
    """

    bids: dict[str, BidOnValue]
    ranking: tuple[str, ...]
    winner: str | None
    lead: float | None
    excluded: dict[str, str]


def award_on_value(
    prices: Mapping[str, float],
    marks: Mapping[str, Mapping[str, float]],
    values: Mapping[str, float],
    *,
    highest: float = 10,
    neutral: float = 0,
    requirements: Mapping[str, Mapping[str, bool]] | None = None,
    minimum_marks: Mapping[str, float] | None = None,
    ceiling: float | None = None,
) -> AwardOnValue:
    """Award a tender on value (gunnen op waarde): the lowest notional price wins.

    Parameters
    ----------
    prices : mapping
        Price of each bid in euros, by bidder, 0.01 or more.
    marks : mapping
        Per bidder, the mark for each quality criterion, 0 to `highest`.
    values : mapping
        What the best mark on each criterion is worth to the buyer, in euros, 0 or more: the
        largest notional discount.
    highest : float
        The best mark there is.
    neutral : float
        The mark that is worth nothing more and nothing less, from 0 to below `highest`; the
        value runs in a straight line through it. With 6, say, a bid marked 4 gets an addition
        to its price.
    requirements, minimum_marks, ceiling : optional
        Knock-outs, as in `tender_points`.

    Returns
    -------
    AwardOnValue

    Raises
    ------
    ValueError
        When bidders or criteria differ between the arguments, or a number is out of range.

    Notes
    -----
    Rijkswaterstaat (the Dutch national road and water authority) awards works this way: no weights,
    but for each criterion an amount of euros published beforehand (*Handleiding
    Rijkswaterstaat Beste prijs-kwaliteitverhouding*, 2017). A usual variant has steps in
    place of the straight line. The notional price of a bid does not depend on the other bids,
    so there is no rank paradox, and a seller can reckon beforehand what a better mark may cost.

    Examples
    --------
    >>> tender = award_on_value(
    ...     prices={"Noorderlicht": 100_000, "Bonenhuis": 80_000},
    ...     marks={"Noorderlicht": {"service": 9}, "Bonenhuis": {"service": 6}},
    ...     values={"service": 50_000},
    ... )
    >>> [(name, bid.discount, bid.notional_price) for name, bid in tender.bids.items()]
    [('Noorderlicht', 45000.0, 55000.0), ('Bonenhuis', 30000.0, 50000.0)]
    >>> tender.winner, tender.bids["Noorderlicht"].price_to_win
    ('Bonenhuis', 95000.0)
    """
    highest = number(highest, "highest", 0.01, 1000)
    neutral = number(neutral, "neutral", 0, 1000)
    if highest - neutral < 0.01:
        raise ValueError(
            f"neutral is {neutral:g} and highest is {highest:g}; the neutral mark is the lower."
        )
    worth = labelled_numbers(
        values, "values", "criterion", 0, remedy="give an amount in euros, 0 or more"
    )
    bids = read_bids(
        prices, marks, worth, highest, requirements, minimum_marks, ceiling, "values"
    )
    discounts = {
        bidder: {
            criterion: most * (row[criterion] - neutral) / (highest - neutral)
            for criterion, most in worth.items()
        }
        for bidder, row in bids.marks.items()
    }
    discount = {bidder: fsum(parts.values()) for bidder, parts in discounts.items()}
    notional = {bidder: price - discount[bidder] for bidder, price in bids.prices.items()}
    ranking, places, lead = standing({bidder: -euros for bidder, euros in notional.items()})
    return AwardOnValue(
        bids={
            bidder: BidOnValue(
                price=price,
                discounts=discounts[bidder],
                discount=discount[bidder],
                notional_price=notional[bidder],
                price_to_win=_price_to_win(bidder, ranking, notional, discount),
                place=places[bidder],
            )
            for bidder, price in bids.prices.items()
        },
        ranking=ranking,
        winner=ranking[0] if list(places.values()).count(1) == 1 else None,
        lead=lead,
        excluded=bids.excluded,
    )


def _price_to_win(
    bidder: str, ranking: Iterable[str], notional: dict[str, float], discount: dict[str, float]
) -> float | None:
    best_other = next((other for other in ranking if other != bidder), None)
    return None if best_other is None else notional[best_other] + discount[bidder]


@dataclass(frozen=True)
class TenderComparison:
    """The same bids awarded in both ways.

    Attributes
    ----------
    points : TenderPoints
        Awarded on points.
    value : AwardOnValue
        Awarded on value.
    agree : bool
        Whether both have the same single winner.
    """

    points: TenderPoints
    value: AwardOnValue
    agree: bool


def compare_awards(
    prices: Mapping[str, float],
    marks: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float],
    values: Mapping[str, float],
    *,
    formula: str = "relative",
    highest: float = 10,
    neutral: float = 0,
    requirements: Mapping[str, Mapping[str, bool]] | None = None,
    minimum_marks: Mapping[str, float] | None = None,
    ceiling: float | None = None,
) -> TenderComparison:
    """Award the same bids on points and on value, and see whether the winner is the same.

    Parameters
    ----------
    prices, marks, weights, values : mapping
        As in `tender_points` and `award_on_value`; `weights` has "price" besides the criteria of
        `values`.
    formula : {"relative", "linear"}
        How a price becomes points.
    highest, neutral, requirements, minimum_marks, ceiling : optional
        As in those two functions.

    Returns
    -------
    TenderComparison

    Raises
    ------
    ValueError
        As in those two functions, and for the formula "fixed", which needs a bottom price.

    Notes
    -----
    Why the two may disagree: with points, the exchange rate between euros and quality follows
    from the weights and the bids; with value, the buyer fixes it in euros. In the example 40
    points hang on the price, so € 20,000 on € 80,000 costs Noorderlicht 8 points while its better
    service brings 18. Yet the buyer values that difference at € 15,000 (three marks of € 5,000),
    which is less than the € 20,000 it costs. Made-up figures.

    Examples
    --------
    >>> both = compare_awards(
    ...     prices={"Noorderlicht": 100_000, "Bonenhuis": 80_000},
    ...     marks={"Noorderlicht": {"service": 9}, "Bonenhuis": {"service": 6}},
    ...     weights={"price": 40, "service": 60},
    ...     values={"service": 50_000},
    ... )
    >>> both.points.winner, both.value.winner, both.agree
    ('Noorderlicht', 'Bonenhuis', False)
    """
    how = one_of(formula, "formula", PRICE_FORMULAS[:2])
    knock_outs = {
        "highest": highest,
        "requirements": requirements,
        "minimum_marks": minimum_marks,
        "ceiling": ceiling,
    }
    points = tender_points(prices, marks, weights, formula=how, **knock_outs)
    value = award_on_value(prices, marks, values, neutral=neutral, **knock_outs)
    return TenderComparison(
        points=points,
        value=value,
        agree=points.winner is not None and points.winner == value.winner,
    )
