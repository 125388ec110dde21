"""Tenders: the best price-quality ratio, by weighted points and by award on value.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import named_numbers, number, one_of
from salesedu._leads.bids import read_bids, standing

__all__ = ["PRICE_FORMULAS", "BidPoints", "TenderPoints", "price_points", "tender_points"]

PRICE_FORMULAS = ("relative", "linear", "fixed")


@dataclass(frozen=True)
class BidPoints:
    """One bid, in points.

    Attributes
    ----------
    price : float
        Euros.
    points : dict
        Points per criterion, "price" among them.
    price_points, quality_points, total : float
        Points for the price, for all other criteria, and together: at most 100.
    place : int
        1 for the best; bids with the same total share a place.
    """

    price: float
    points: dict[str, float]
    price_points: float
    quality_points: float
    total: float
    place: int


@dataclass(frozen=True)
class TenderPoints:
    """A tender awarded on points.

    Attributes
    ----------
    bids : dict
        A `BidPoints` for every bid that takes part.
    ranking : tuple of str
        Bidders from most to fewest points.
    winner : str or None
        None when two share the first place or nobody is left.
    lead : float or None
        Points between first and second; None without a second.
    maxima : dict
        Most points each criterion can bring, together 100.
    excluded : dict
        Bidders that were set aside, with the knock-out criterion they failed.
    """

    bids: dict[str, BidPoints]
    ranking: tuple[str, ...]
    winner: str | None
    lead: float | None
    maxima: dict[str, float]
    excluded: dict[str, str]


def price_points(
    price: float,
    lowest: float,
    maximum: float = 100,
    formula: str = "relative",
    ceiling: float | None = None,
) -> float:
    """Points for one price.

    Parameters
    ----------
    price : float
        Euros, 0.01 or more.
    lowest : float
        Euros that earn the full points: the lowest bid, or with "fixed" the bottom of the
        buyer's range. Any price below it earns the full points too.
    maximum : float
        Points for the lowest price, 0–1,000.
    formula : {"relative", "linear", "fixed"}
        "relative": ``maximum * lowest / price``. "linear": each per cent above the lowest costs
        a per cent of the maximum, so that twice the lowest price earns nothing. "fixed": a
        straight line from the full points at `lowest` to none at `ceiling`, both named by the
        buyer beforehand.
    ceiling : float, optional
        Euros that earn nothing; above `lowest`, needed with "fixed" only.

    Returns
    -------
    float
        Points, 0 to `maximum`.

    Raises
    ------
    ValueError
        When a number is out of range, the formula is unknown or the ceiling missing.

    Notes
    -----
    With "relative" and "linear" the points of one bid depend on who else bids; see
    `tender_points`.

    Examples
    --------
    >>> price_points(100_000, lowest=80_000, maximum=40)
    32.0
    >>> price_points(100_000, lowest=80_000, maximum=40, formula="linear")
    30.0
    """
    price = number(price, "price", 0.01)
    lowest = number(lowest, "lowest", 0.01)
    maximum = number(maximum, "maximum", 0, 1000)
    how = one_of(formula, "formula", PRICE_FORMULAS)
    if how == "fixed":
        if ceiling is None:
            raise ValueError("ceiling is missing (None); the fixed formula needs it, in euros.")
        ceiling = number(ceiling, "ceiling", 0.01)
        if ceiling - lowest < 0.01:
            raise ValueError(
                f"ceiling is {ceiling:.12g} and lowest is {lowest:.12g}; the ceiling is the "
                "higher of the two."
            )
        share = (ceiling - price) / (ceiling - lowest)
    elif how == "linear":
        share = 1 - (price - lowest) / lowest
    else:
        share = lowest / price
    return maximum * min(1.0, max(0.0, share))


def tender_points(
    prices: Mapping[str, float],
    marks: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float],
    *,
    formula: str = "relative",
    highest: float = 10,
    requirements: Mapping[str, Mapping[str, bool]] | None = None,
    minimum_marks: Mapping[str, float] | None = None,
    ceiling: float | None = None,
    bottom: float | None = None,
) -> TenderPoints:
    """Award a tender on weighted points (best price-quality ratio, BPKV).

    Parameters
    ----------
    prices : mapping
        Price of each bid in euros, by bidder, 0.01 or more.
    marks : mapping
        Per bidder, the mark for each quality criterion, 0 to `highest`.
    weights : mapping
        Weight of each quality criterion and of "price", 0 or more, on any scale; they are
        brought to 100 points together.
    formula : {"relative", "linear", "fixed"}
        How a price becomes points; see `price_points`.
    highest : float
        The best mark there is; it earns all the points of its criterion.
    requirements : mapping, optional
        Knock-out criteria: per bidder, each requirement and whether it is met. One that is not
        met sets the bid aside, before any points are given.
    minimum_marks : mapping, optional
        Lowest mark allowed on a criterion; a bid below it is set aside.
    ceiling : float, optional
        Euros above which a bid is set aside; with "fixed" also the price that earns nothing.
    bottom : float, optional
        With "fixed": euros that earn the full points.

    Returns
    -------
    TenderPoints

    Raises
    ------
    ValueError
        When bidders or criteria differ between the arguments, "price" has no weight, a number is
        out of range, or "fixed" lacks its bottom or ceiling.

    Notes
    -----
    Source: Directive 2014/24/EU, art. 67 (award on the most economically advantageous tender;
    the weighting is published beforehand). The relative formula compares bids with each other,
    so that a bid that cannot win, or is withdrawn, may change who does: the rank paradox
    (*rangordeparadox*). The Dutch Supreme Court allowed relative scoring all the same (9 May
    2014, ECLI:NL:HR:2014:1078).

    Examples
    --------
    >>> tender = tender_points(
    ...     prices={"Noorderlicht": 100_000, "Bonenhuis": 80_000},
    ...     marks={"Noorderlicht": {"service": 9, "sustainability": 8},
    ...            "Bonenhuis": {"service": 6, "sustainability": 7}},
    ...     weights={"price": 40, "service": 40, "sustainability": 20},
    ... )
    >>> [(name, bid.price_points, bid.total) for name, bid in tender.bids.items()]
    [('Noorderlicht', 32.0, 84.0), ('Bonenhuis', 40.0, 78.0)]
    >>> tender.winner
    'Noorderlicht'
    """
    highest = number(highest, "highest", 0.01, 1000)
    maxima = _maxima(weights)
    quality = [criterion for criterion in maxima if criterion != "price"]
    bids = read_bids(
        prices, marks, quality, highest, requirements, minimum_marks, ceiling, "weights"
    )
    how = one_of(formula, "formula", PRICE_FORMULAS)
    if how == "fixed":
        if bottom is None:
            raise ValueError("bottom is missing (None); the fixed formula needs it, in euros.")
        lowest = number(bottom, "bottom", 0.01)
        price_points(lowest, lowest, 1, how, ceiling)  # says what is wrong even without bids
    else:
        lowest = min(bids.prices.values(), default=0.01)

    earned = {
        bidder: {
            criterion: price_points(price, lowest, most, how, ceiling)
            if criterion == "price"
            else most * bids.marks[bidder][criterion] / highest
            for criterion, most in maxima.items()
        }
        for bidder, price in bids.prices.items()
    }
    totals = {bidder: fsum(points.values()) for bidder, points in earned.items()}
    ranking, places, lead = standing(totals)
    return TenderPoints(
        bids={
            bidder: BidPoints(
                price=bids.prices[bidder],
                points=points,
                price_points=points["price"],
                quality_points=fsum(n for name, n in points.items() if name != "price"),
                total=totals[bidder],
                place=places[bidder],
            )
            for bidder, points in earned.items()
        },
        ranking=ranking,
        winner=ranking[0] if list(places.values()).count(1) == 1 else None,
        lead=lead,
        maxima=maxima,
        excluded=bids.excluded,
    )


def _maxima(weights: Mapping[str, float]) -> dict[str, float]:
    if not isinstance(weights, Mapping) and not hasattr(weights, "items"):
        raise ValueError(
            "weights is no mapping; give the weight of each criterion, such as {'price': 40, "
            "'service': 60}."
        )
    given = named_numbers(weights, "weights", 0, remedy="give a weight of 0 or more")
    if "price" not in given:
        raise ValueError("weights has no 'price'; give the price a weight, 0 when it is fixed.")
    total = fsum(given.values())
    if total <= 0:
        raise ValueError("weights sum to 0; give at least one criterion a weight above 0.")
    return {criterion: 100 * (weight / total) for criterion, weight in given.items()}
