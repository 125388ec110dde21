"""Pre-calculation of a quote: cost, price, margin, and what a discount does to them.

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from dataclasses import dataclass

from salesedu._checks import fraction, number, one_of, ratio

__all__ = [
    "QuoteMargin",
    "price_for_margin",
    "price_for_mark_up",
    "quote_margin",
    "volume_needed",
]

BASES = ("all", "labour", "direct")


@dataclass(frozen=True)
class QuoteMargin:
    """What a quote costs, brings and leaves.

    Amounts are euros.

    Attributes
    ----------
    direct, labour, overhead : float
        Goods and third parties; hours times rate; the surcharge for everything else.
    cost : float
        The three together: the cost price.
    list_price, discount, price : float
        Before the discount, the discount in euros, and what is left to pay.
    margin : float
        ``price - cost``; may be negative.
    margin_rate : float or None
        Margin as a fraction of the *price*; None when nothing is paid.
    mark_up : float or None
        Margin as a fraction of the *cost*; None without cost. The same margin looks larger here.
    contribution : float
        ``price - direct - labour``: what one more order adds, as overhead does not grow with it.
    break_even_discount : float
        Fraction off the list price at which the margin is zero; negative when the list price is
        below cost already.
    volume_needed : float or None
        Orders needed at this price for each order at the list price, to earn the same
        contribution in all (1.8 = 80 % more orders). None when no number of orders will do.
    """

    direct: float
    labour: float
    overhead: float
    cost: float
    list_price: float
    discount: float
    price: float
    margin: float
    margin_rate: float | None
    mark_up: float | None
    contribution: float
    break_even_discount: float
    volume_needed: float | None


def quote_margin(
    list_price: float,
    direct_cost: float,
    hours: float = 0,
    rate_per_hour: float = 0,
    overhead_rate: float = 0,
    discount: float = 0,
    *,
    overhead_on: str = "all",
) -> QuoteMargin:
    """Pre-calculate the margin of a quote.

    Parameters
    ----------
    list_price : float
        Euros before any discount, 0.01 or more, without VAT.
    direct_cost : float
        Euros for goods and third parties, 0 or more.
    hours, rate_per_hour : float
        Hours of your own people and what an hour costs (not what you charge), 0 or more.
    overhead_rate : float
        Surcharge for rent, management, sales...: a fraction, 0–10 (0.15 = 15 %).
    discount : float
        Fraction (0–1) off the list price.
    overhead_on : {"all", "labour", "direct"}
        What the surcharge is taken on: direct cost and labour (a surcharge on cost), or only
        one of them, the usual variants.

    Returns
    -------
    QuoteMargin

    Raises
    ------
    ValueError
        When a number is out of range or no number, or `overhead_on` is unknown.

    Notes
    -----
    Common professional practice; no single origin. For `volume_needed` see the function of that
    name.

    Examples
    --------
    >>> quote = quote_margin(10_000, direct_cost=4_000, hours=20, rate_per_hour=50,
    ...                      overhead_rate=0.10, discount=0.20)
    >>> quote.cost, quote.price, quote.margin, quote.margin_rate
    (5500.0, 8000.0, 2500.0, 0.3125)
    >>> round(quote.mark_up, 4), round(quote.break_even_discount, 4), round(quote.volume_needed, 3)
    (0.4545, 0.45, 1.667)
    """
    asked = number(list_price, "list_price", 0.01, remedy="give a price in euros, at least 0.01")
    direct = number(direct_cost, "direct_cost", 0)
    labour = number(hours, "hours", 0) * number(rate_per_hour, "rate_per_hour", 0)
    remedy = "give a fraction from 0 to 10, such as 0.15 for 15 %"
    surcharge = number(overhead_rate, "overhead_rate", 0, 10, remedy)
    off = fraction(discount, "discount")
    basis = one_of(overhead_on, "overhead_on", BASES)

    overhead = surcharge * {"all": direct + labour, "labour": labour, "direct": direct}[basis]
    cost = direct + labour + overhead
    price = asked * (1 - off)
    margin, contribution = price - cost, price - direct - labour
    full = asked - direct - labour
    return QuoteMargin(
        direct=direct,
        labour=labour,
        overhead=overhead,
        cost=cost,
        list_price=asked,
        discount=asked - price,
        price=price,
        margin=margin,
        margin_rate=ratio(margin, price),
        mark_up=ratio(margin, cost),
        contribution=contribution,
        break_even_discount=1 - cost / asked,
        # Without a contribution at the list price there is nothing to earn back.
        volume_needed=ratio(full, contribution) if full >= 0.01 else None,
    )


def volume_needed(margin_rate: float, discount: float) -> float:
    """Orders needed at a discount for each order without it, to earn the same in all.

    Parameters
    ----------
    margin_rate : float
        Contribution as a fraction (0–1) of the price before the discount.
    discount : float
        Fraction (0–1) off that price, at least a thousandth below `margin_rate`.

    Returns
    -------
    float
        A multiple, 1 or more: 1.8 = 80 % more orders.

    Raises
    ------
    ValueError
        When a number is out of range, or the discount leaves no margin.

    Notes
    -----
    ``margin_rate / (margin_rate - discount)``, the break-even sales change. Source: Nagle, T. T.
    and Holden, R. K. (2002), *The Strategy and Tactics of Pricing*, 3rd ed., Prentice Hall. It
    takes the cost of one more order as constant, and says nothing of next year, when
    customers remember the lower price.

    Examples
    --------
    >>> round(volume_needed(margin_rate=0.495, discount=0.22), 2)
    1.8
    """
    rate, off = fraction(margin_rate, "margin_rate"), fraction(discount, "discount")
    if off == 0:
        return 1.0
    if rate - off < 0.001:
        raise ValueError(
            f"discount is {off:.6g} and margin_rate is {rate:.6g}; nothing is left of the margin, "
            "so no number of orders will do: give a smaller discount."
        )
    return rate / (rate - off)


def price_for_margin(cost: float, margin_rate: float) -> float:
    """Price that leaves a margin as a fraction of the *price*.

    Parameters
    ----------
    cost : float
        Cost price in euros, 0 or more.
    margin_rate : float
        Fraction of the price, 0–0.99.

    Returns
    -------
    float
        Euros, ``cost / (1 - margin_rate)``.

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Examples
    --------
    >>> price_for_margin(600, 0.25)
    800.0
    """
    remedy = "give a fraction of the price from 0 to 0.99, such as 0.25 for 25 %"
    return number(cost, "cost", 0) / (1 - number(margin_rate, "margin_rate", 0, 0.99, remedy))


def price_for_mark_up(cost: float, mark_up: float) -> float:
    """Price with a surcharge as a fraction of the *cost*.

    Parameters
    ----------
    cost : float
        Cost price in euros, 0 or more.
    mark_up : float
        Fraction of the cost, 0–100.

    Returns
    -------
    float
        Euros, ``cost * (1 + mark_up)``.

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Examples
    --------
    >>> price_for_mark_up(600, 0.25)
    750.0
    """
    remedy = "give a fraction of the cost from 0 to 100, such as 0.25 for 25 %"
    return number(cost, "cost", 0) * (1 + number(mark_up, "mark_up", 0, 100, remedy))
