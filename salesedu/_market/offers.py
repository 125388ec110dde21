"""Your offer against the competitors': scores, unique selling points, price.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, named_numbers, number, shown
from salesedu._market.weighing import scale_ends, score_table, shares

__all__ = ["OfferComparison", "compare_offers"]

EXAMPLE = "{'us': {'service': 9, 'range': 6}, 'Beanline': {'service': 6, 'range': 8}}"


@dataclass(frozen=True)
class OfferComparison:
    """Offers side by side, as buyers weigh them.

    Attributes
    ----------
    own : str
        Your own firm.
    scores : dict
        Weighted score per firm, in the order given.
    ranking : tuple of str
        Firms, best first.
    weights : dict
        Share of each criterion, together 1.
    best_rival : str
        Competitor with the highest weighted score.
    gap : float
        Own score minus that of the best rival.
    leads : dict
        Per criterion, own score minus the best of *all* competitors on it.
    usps : tuple of str
        Criteria on which you are ahead of every competitor by `lead` or more and that carry
        weight; the one that counts most first.
    parity : tuple of str
        Criteria on which nobody is that far ahead of the other.
    behind : tuple of str
        Criteria on which some competitor is ahead by `lead` or more; the costliest first.
    price_premium : float or None
        Own price against the mean of the competitors' as a fraction (0.10 = 10 % dearer); None
        without prices.
    points_per_euro : dict
        Weighted score divided by price, per firm; empty without prices.
    best_value : str or None
        Firm with most points per euro; None without prices.
    """

    own: str
    scores: dict[str, float]
    ranking: tuple[str, ...]
    weights: dict[str, float]
    best_rival: str
    gap: float
    leads: dict[str, float]
    usps: tuple[str, ...]
    parity: tuple[str, ...]
    behind: tuple[str, ...]
    price_premium: float | None
    points_per_euro: dict[str, float]
    best_value: str | None


def compare_offers(
    offers: Mapping[str, Mapping[str, float]],
    own: str,
    weights: Mapping[str, float] | Iterable[float] | None = None,
    prices: Mapping[str, float] | Iterable[float] | None = None,
    lead: float = 1,
    scale: tuple[float, float] = (0, 10),
) -> OfferComparison:
    """Compare your offer with those of competitors.

    Parameters
    ----------
    offers : mapping of mappings
        Per firm a score for each criterion, as buyers see it, higher being better. A DataFrame
        is read by column, one column per firm. At least two firms.
    own : str
        Which of them is yours.
    weights : mapping or iterable, optional
        Importance of each criterion to buyers, 0 or more, on any scale; equal when left out.
    prices : mapping or iterable, optional
        Euros per firm for the same package, 0.01 or more.
    lead : float
        Points that buyers notice, above 0.
    scale : tuple
        Lowest and highest score possible.

    Returns
    -------
    OfferComparison

    Raises
    ------
    ValueError
        When a score lies outside the scale or is missing, `own` is unknown, there is no
        competitor, or weights or prices do not fit.

    Notes
    -----
    A unique selling proposition (Reeves 1961, *Reality in Advertising*) must be unique *and*
    matter to the buyer: a criterion without weight is none. Points per euro reward cheapness
    without limit; a buyer with a minimum in mind decides otherwise. Do not forget who is not in
    the table yet: new entrants, substitutes and partners who may turn competitor (Porter 1980).

    Examples
    --------
    >>> table = compare_offers({"us": {"service": 9, "range": 6}, "Beanline": {"service": 6, "range": 8}},
    ...                        own="us", weights={"service": 2, "range": 1},
    ...                        prices={"us": 110, "Beanline": 100})
    >>> table.usps, table.behind, round(table.gap, 2), round(table.price_premium, 2)
    (('service',), ('range',), 1.33, 0.1)
    """
    low, high = scale_ends(scale)
    table = score_table(offers, "offers", low, high, EXAMPLE)
    if not isinstance(own, str) or own not in table:
        raise ValueError(f"own is {shown(own)}; use one of {', '.join(table)}.")
    rivals = [firm for firm in table if firm != own]
    if not rivals:
        raise ValueError("offers has no competitor; give at least two firms.")
    share = shares(weights, table[own])
    lead = number(lead, "lead", 0, remedy="give the points of a lead, above 0")
    if lead == 0:
        raise ValueError("lead is 0; give the points of a lead, above 0.")
    scores = {
        firm: fsum(given[name] * share[name] for name in share) for firm, given in table.items()
    }
    leads = {
        name: table[own][name] - max(table[rival][name] for rival in rivals) for name in share
    }
    usps = [name for name in share if leads[name] >= lead - ALLOWANCE and share[name] > 0]
    behind = [name for name in share if leads[name] <= -lead + ALLOWANCE]
    best_rival = max(rivals, key=scores.__getitem__)
    paid = _prices(prices, table)
    value = {firm: scores[firm] / paid[firm] for firm in paid}
    others = fsum(paid[rival] for rival in rivals) / len(rivals) if paid else None
    return OfferComparison(
        own=own,
        scores=scores,
        ranking=tuple(sorted(scores, key=lambda firm: -scores[firm])),
        weights=share,
        best_rival=best_rival,
        gap=scores[own] - scores[best_rival],
        leads=leads,
        usps=tuple(sorted(usps, key=lambda name: -leads[name] * share[name])),
        parity=tuple(name for name in share if abs(leads[name]) < lead - ALLOWANCE),
        behind=tuple(sorted(behind, key=lambda name: leads[name] * share[name])),
        price_premium=paid[own] / others - 1 if others else None,
        points_per_euro=value,
        best_value=max(value, key=value.__getitem__) if value else None,
    )


def _prices(
    prices: Mapping[str, float] | Iterable[float] | None, firms: Mapping[str, object]
) -> dict[str, float]:
    if prices is None:
        return {}
    remedy = "give a price of 0.01 euro or more"
    paid = named_numbers(prices, "prices", 0.01, remedy=remedy, unlabelled=tuple(firms))
    for firm in firms:
        if firm not in paid:
            raise ValueError(f"prices has no {firm!r}; give a price for every firm.")
    for firm in paid:
        if firm not in firms:
            raise ValueError(f"prices names {firm!r}, which makes no offer; leave it out.")
    return paid
