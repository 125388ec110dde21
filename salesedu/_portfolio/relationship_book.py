"""Relationship strategies for the whole book of customers.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from dataclasses import dataclass
from math import fsum

from salesedu._checks import ratio, same_names
from salesedu._portfolio.book import Amounts, by_customer, total
from salesedu._portfolio.relationship import MARK, STRATEGIES, RelationshipStrategy, relationship_strategy

__all__ = ["RelationshipPortfolio", "StrategyGroup", "relationship_portfolio"]


@dataclass(frozen=True)
class StrategyGroup:
    """All customers that get one strategy.

    Attributes
    ----------
    name, dutch : str
        The strategy.
    customers : int
        How many.
    share_of_customers : float
        0–1.
    revenue, share_of_revenue : float or None
        Euros and their share, 0–1; None without `revenues`, the share also when all is not above 0.
    members : tuple of str
        The most valuable first.
    advice : str
        What to do.
    """

    name: str
    dutch: str
    customers: int
    share_of_customers: float
    revenue: float | None
    share_of_revenue: float | None
    members: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class RelationshipPortfolio:
    """Many customers by strategy.

    Attributes
    ----------
    customers : dict
        A `RelationshipStrategy` by customer.
    strategies : dict
        A `StrategyGroup` for each of `RELATIONSHIP_STRATEGIES`.
    borderline : tuple of str
        Customers to look at once more.
    """

    customers: dict[str, RelationshipStrategy]
    strategies: dict[str, StrategyGroup]
    borderline: tuple[str, ...]


def relationship_portfolio(
    values: Amounts,
    strengths: Amounts,
    revenues: Amounts | None = None,
    *,
    threshold: float = 5,
    near: float = 0.5,
) -> RelationshipPortfolio:
    """Strategies for all customers, and how many euros each strategy touches.

    Parameters
    ----------
    values, strengths : mapping or iterable
        A mark from 0 to 10 by customer; `relationship_mark` turns euros into one. Lists go in one order.
    revenues : mapping or iterable, optional
        Euros by customer.
    threshold, near : float
        As in `relationship_strategy`.

    Returns
    -------
    RelationshipPortfolio

    Raises
    ------
    ValueError
        When the customers differ, or a number is missing or out of range.

    Examples
    --------
    >>> book = relationship_portfolio({"hotel": 8, "cafe": 2}, {"hotel": 3, "cafe": 9}, {"hotel": 900, "cafe": 100})
    >>> book.strategies["strengthen"].members, book.strategies["strengthen"].share_of_revenue
    (('hotel',), 0.9)
    """
    worth = by_customer(values, "values", 0, 10, MARK)
    bond = by_customer(strengths, "strengths", 0, 10, MARK)
    same_names(worth, bond, "values", "strengths")
    euros = None
    if revenues is not None:
        euros = by_customer(revenues, "revenues")
        same_names(worth, euros, "values", "revenues")
    customers = {
        who: relationship_strategy(worth[who], bond[who], threshold=threshold, near=near) for who in worth
    }
    all_euros = None if euros is None else fsum(euros.values())
    groups = {}
    for name, dutch, advice in STRATEGIES.values():
        members = sorted((who for who in worth if customers[who].strategy == name), key=lambda who: -worth[who])
        mine = None if euros is None else total(euros, members)
        groups[name] = StrategyGroup(
            name=name,
            dutch=dutch,
            customers=len(members),
            share_of_customers=len(members) / len(worth),
            revenue=mine,
            share_of_revenue=None if mine is None else ratio(mine, all_euros),
            members=tuple(members),
            advice=advice,
        )
    return RelationshipPortfolio(customers, groups, tuple(who for who in worth if customers[who].borderline))
