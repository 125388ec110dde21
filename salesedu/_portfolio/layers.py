"""The customer pyramid: who is in which layer, and what it brings.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor, fsum

from salesedu._checks import ALLOWANCE, count, number, shown
from salesedu._portfolio.book import CENT, Amounts, active, by_customer, fractions, ranked, total
from salesedu._portfolio.layer_words import ACTIVE_LAYERS, DUTCH, PYRAMID_LAYERS, STRATEGIES

__all__ = [
    "LAYER_SHARES",
    "BoundaryTie",
    "CustomerPyramid",
    "PyramidLayer",
    "customer_pyramid",
    "layer_sizes",
]

LAYER_SHARES = (0.01, 0.04, 0.15)


@dataclass(frozen=True)
class PyramidLayer:
    """One layer of the pyramid.

    Attributes
    ----------
    name, dutch : str
        One of `PYRAMID_LAYERS`, and its Dutch name.
    customers : int
        How many.
    share_of_customers, share_of_revenue : float or None
        Of the active customers and their revenue, 0–1; None for the layers without revenue.
    revenue : float
        Euros.
    revenue_per_customer, lowest, highest : float or None
        Euros; None when the layer is empty or has no revenue.
    members : tuple of str
        Customers, the largest first; empty for prospects and suspects, which are only counted.
    strategy, strategy_dutch : str
        "keep" or "promote" for active layers, "recruit" for the others; `pyramid_strategy` judges one customer.
    advice : str
        What to do with this layer.
    """

    name: str
    dutch: str
    customers: int
    share_of_customers: float | None
    revenue: float
    share_of_revenue: float | None
    revenue_per_customer: float | None
    lowest: float | None
    highest: float | None
    members: tuple[str, ...]
    strategy: str
    strategy_dutch: str
    advice: str


@dataclass(frozen=True)
class BoundaryTie:
    """Customers of equal revenue who stand across a boundary, and the layer they share.

    Attributes
    ----------
    revenue : float
        Euros of each of them.
    customers : int
        How many.
    layer : str
        The layer all of them are in.
    """

    revenue: float
    customers: int
    layer: str


@dataclass(frozen=True)
class CustomerPyramid:
    """Customers in layers by revenue.

    Attributes
    ----------
    customers : int
        Active customers: with revenue of at least a cent. All shares are of these.
    inactive, prospects, suspects : int
        Counts of the layers without revenue.
    revenue : float
        Euros of the active customers.
    revenue_per_customer : float
        Euros per active customer.
    credited : float
        Sum of the negative amounts (more credited than bought), 0 or less; not in `revenue`.
    layers : dict
        A `PyramidLayer` for each of `PYRAMID_LAYERS`.
    layer_of : dict
        The layer of every customer in the record.
    thresholds : dict
        Lowest revenue in "top", "large", "medium" and "small"; None for an empty layer.
    ties : tuple of BoundaryTie
        Where equal revenue stood across a boundary.
    """

    customers: int
    inactive: int
    prospects: int
    suspects: int
    revenue: float
    revenue_per_customer: float
    credited: float
    layers: dict[str, PyramidLayer]
    layer_of: dict[str, str]
    thresholds: dict[str, float | None]
    ties: tuple[BoundaryTie, ...]


def layer_sizes(customers: int, shares: Mapping[str, float] | Iterable[float] = LAYER_SHARES) -> dict[str, int]:
    """How many active customers each layer holds.

    Parameters
    ----------
    customers : int
        Active customers, 0 or more.
    shares : mapping or iterable
        Shares (0–1) of the customers that are top, large and medium; small is the rest.

    Returns
    -------
    dict
        Number of customers in "top", "large", "medium" and "small".

    Raises
    ------
    ValueError
        When the number is not whole, or the shares are out of range or add up to more than 1.

    Notes
    -----
    The boundaries are rounded, not the layers, so that the sizes always add up: the top 5 % of
    840 is 42, the top 1 % is 8, so 34 are large. A half is rounded up, and there is at least one top
    customer. With fewer than 100 customers the layers say little.

    Examples
    --------
    >>> layer_sizes(840)
    {'top': 8, 'large': 34, 'medium': 126, 'small': 672}
    """
    return _sizes(count(customers, "customers"), fractions(shares, "shares", ACTIVE_LAYERS[:3]))


def _sizes(customers: int, shares: dict[str, float]) -> dict[str, int]:
    sizes, reached, so_far = {}, 0, 0.0
    for layer, share in shares.items():
        so_far += share
        bound = min(customers, floor(so_far * customers + 0.5 + ALLOWANCE))
        if layer == "top" and share and customers:
            bound = max(1, bound)
        sizes[layer] = max(0, bound - reached)
        reached = max(bound, reached)
    return {**sizes, "small": customers - reached}


def customer_pyramid(
    revenues: Amounts,
    prospects: int = 0,
    suspects: int = 0,
    *,
    inactive: int = 0,
    shares: Mapping[str, float] | Iterable[float] = LAYER_SHARES,
    thresholds: Mapping[str, float] | None = None,
) -> CustomerPyramid:
    """Curry's customer pyramid of a year's revenue.

    Parameters
    ----------
    revenues : mapping or iterable
        Euros of one period by customer; a plain list becomes "customer 1", "customer 2", ... Write 0
        for a customer in the record that bought nothing.
    prospects, suspects : int
        How many there are; they only stand under the pyramid.
    inactive : int
        Customers without revenue that are not in `revenues`, if any.
    shares : mapping or iterable
        Shares (0–1) of the active customers that are top, large and medium; the rest is small.
    thresholds : mapping, optional
        Euros from which a customer is "top", "large" and "medium": a usual variant, by fixed amounts
        instead of `shares`.

    Returns
    -------
    CustomerPyramid

    Raises
    ------
    ValueError
        When an amount is missing or no number, a customer is named twice, nobody has revenue, or
        shares or thresholds do not descend sensibly.

    Notes
    -----
    Source: Curry, J. and Curry, A. (2000), *The Customer Marketing Method*, Free Press. Who bought for
    nothing, or got more credited than it bought, is inactive and has no part in any share.
    Boundaries are rounded as in `layer_sizes`. Customers of equal revenue (to the cent) stay together,
    in the layer of their middle rank: where most of them would stand, the higher when they
    would be split evenly; `ties` tells.

    Examples
    --------
    >>> book = customer_pyramid({"hospital": 60_000, "hotel": 9_000, "school": 6_000, "cafe": 0}, prospects=20)
    >>> book.layers["top"].share_of_revenue, book.layer_of["cafe"], book.customers
    (0.8, 'inactive', 3)
    """
    book = by_customer(revenues, "revenues")
    buying = active(book, "revenues")
    ties: tuple[BoundaryTie, ...] = ()
    if thresholds is None:
        layer_of, ties = _by_rank(buying, fractions(shares, "shares", ACTIVE_LAYERS[:3]))
    else:
        layer_of = _by_amount(buying, _thresholds(thresholds))
    idle = [customer for customer in book if customer not in buying]
    counts = {
        "inactive": len(idle) + count(inactive, "inactive"),
        "prospects": count(prospects, "prospects"),
        "suspects": count(suspects, "suspects"),
    }
    revenue = fsum(buying.values())
    members: dict[str, list[str]] = {layer: [] for layer in PYRAMID_LAYERS}
    for customer, layer in layer_of.items():
        members[layer].append(customer)
    members["inactive"] = idle
    layers = {
        layer: _layer(layer, members[layer], counts.get(layer), buying, revenue) for layer in PYRAMID_LAYERS
    }
    return CustomerPyramid(
        customers=len(buying),
        **counts,
        revenue=revenue,
        revenue_per_customer=revenue / len(buying),
        credited=fsum(amount for amount in book.values() if amount < 0),
        layers=layers,
        layer_of={customer: layer_of.get(customer, "inactive") for customer in book},
        thresholds={layer: layers[layer].lowest for layer in ACTIVE_LAYERS},
        ties=ties,
    )


def _by_rank(buying: dict[str, float], shares: dict[str, float]) -> tuple[dict[str, str], tuple[BoundaryTie, ...]]:
    ends, reached = {}, 0
    for layer, size in _sizes(len(buying), shares).items():
        reached += size
        ends[layer] = reached

    def at(rank: float) -> str:
        return next(layer for layer, end in ends.items() if rank <= end)

    layer_of, ties = {}, []
    for first, last, customers in ranked(buying):
        layer = at((first + last - 1) / 2)  # half a place before the middle: an even split goes up
        if at(first) != at(last):
            ties.append(BoundaryTie(buying[customers[0]], len(customers), layer))
        layer_of.update(dict.fromkeys(customers, layer))
    return layer_of, tuple(ties)


def _by_amount(buying: dict[str, float], bounds: dict[str, float]) -> dict[str, str]:
    return {
        customer: next((layer for layer, bound in bounds.items() if amount >= bound - CENT / 2), "small")
        for customer, amount in buying.items()
    }


def _thresholds(values: Mapping[str, float]) -> dict[str, float]:
    remedy = "give the lowest revenue of top, large and medium, such as {'top': 50000, 'large': 20000, 'medium': 5000}"
    if not isinstance(values, Mapping):
        raise ValueError(f"thresholds is {shown(values)}; {remedy}.")
    if set(values) != set(ACTIVE_LAYERS[:3]):
        raise ValueError(f"thresholds names other layers than these three; {remedy}.")
    bounds = {layer: number(values[layer], f"thresholds: {layer}", 0) for layer in ACTIVE_LAYERS[:3]}
    if not bounds["top"] >= bounds["large"] >= bounds["medium"]:
        raise ValueError(f"thresholds do not go down from top to medium; {remedy}.")
    return bounds


def _layer(
    name: str, members: list[str], counted: int | None, buying: dict[str, float], revenue: float
) -> PyramidLayer:
    strategy, advice = STRATEGIES[name]
    has_revenue = counted is None
    mine = total(buying, members)
    return PyramidLayer(
        name=name,
        dutch=DUTCH[name],
        customers=len(members) if has_revenue else counted,
        share_of_customers=len(members) / len(buying) if has_revenue else None,
        revenue=mine,
        share_of_revenue=mine / revenue if has_revenue else None,
        revenue_per_customer=mine / len(members) if has_revenue and members else None,
        lowest=buying[members[-1]] if has_revenue and members else None,
        highest=buying[members[0]] if has_revenue and members else None,
        members=tuple(members),
        strategy=strategy,
        strategy_dutch=DUTCH[strategy],
        advice=advice,
    )
