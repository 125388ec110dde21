"""How large a market is: the chain ratio.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import fraction, named_numbers, number

__all__ = ["ChainLink", "MarketPotential", "market_potential"]


@dataclass(frozen=True)
class ChainLink:
    """One link of the chain: the share that passes it, and how many are left behind it."""

    name: str
    ratio: float
    left: float


@dataclass(frozen=True)
class MarketPotential:
    """A market, narrowed down link by link.

    Attributes
    ----------
    start : float
        Firms (or people) to begin with.
    links : tuple of ChainLink
        Ratio and what is left after each link.
    share_of_start : float
        All ratios multiplied.
    buyers : float
        What is left at the end of the chain.
    units : float
        Buyers times what each buys in a year.
    value : float
        Units times price: the market potential in euros a year.
    sales : float or None
        Your own share of `value`, in euros a year; None when `own_share` is not given.
    """

    start: float
    links: tuple[ChainLink, ...]
    share_of_start: float
    buyers: float
    units: float
    value: float
    sales: float | None


def market_potential(
    start: float,
    ratios: Mapping[str, float] | Iterable[float],
    units_per_year: float = 1,
    price: float = 1,
    own_share: float | None = None,
) -> MarketPotential:
    """Market potential by the chain ratio method.

    Parameters
    ----------
    start : float
        Firms or people in the whole market, 0 or more.
    ratios : mapping or iterable
        The share (0–1) that passes each link, by name or as a list: has an office, has more than
        20 staff, drinks fresh coffee, ...
    units_per_year : float
        What one buyer buys in a year, 0 or more.
    price : float
        Euros per unit, 0 or more.
    own_share : float, optional
        The share (0–1) of that market you expect to win.

    Returns
    -------
    MarketPotential

    Raises
    ------
    ValueError
        When a ratio lies outside 0–1, or a number is missing or negative.

    Notes
    -----
    As taught by Kotler, P. and Keller, K. L., *Marketing Management*. Every link must be a share
    of *the link before it*, not of the start. Errors multiply: five links that are each 10 % too
    high make the market 61 % too large.

    Examples
    --------
    >>> offices = market_potential(40_000, {"over 20 staff": 0.3, "fresh beans": 0.5},
    ...                            units_per_year=120, price=15, own_share=0.05)
    >>> offices.buyers, offices.value, offices.sales
    (6000.0, 10800000.0, 540000.0)
    """
    start = left = number(start, "start", 0)
    # Only the outer names are ours to give; a plain list becomes link 1, link 2...
    remedy = "give a share from 0 to 1, such as 0.25 for 25 %"
    given = named_numbers(ratios, "ratios", 0, 1, remedy)
    if not hasattr(ratios, "items"):
        given = {f"link {n}": ratio for n, ratio in enumerate(given.values(), start=1)}
    links, share = [], 1.0
    for name, ratio in given.items():
        share *= ratio
        left *= ratio
        links.append(ChainLink(name, ratio, left))
    units = left * number(units_per_year, "units_per_year", 0)
    value = units * number(price, "price", 0)
    return MarketPotential(
        start=start,
        links=tuple(links),
        share_of_start=share,
        buyers=left,
        units=units,
        value=value,
        sales=None if own_share is None else value * fraction(own_share, "own_share"),
    )
