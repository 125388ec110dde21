"""One customer: what it leaves after service, and what to do with it in the pyramid.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from dataclasses import dataclass

from salesedu._checks import number, one_of, ratio, yes_or_no
from salesedu._notation import euro
from salesedu._portfolio.layer_words import DUTCH, PYRAMID_LAYERS

__all__ = ["CustomerProfitability", "PyramidStrategy", "customer_profitability", "pyramid_strategy"]


@dataclass(frozen=True)
class CustomerProfitability:
    """What a customer leaves in a year.

    Attributes
    ----------
    revenue, gross_margin : float
        Euros; the margin before service.
    cost_to_serve : float
        Euros for visits and other service.
    profit : float
        ``gross_margin - cost_to_serve``, in euros.
    gross_margin_rate, profit_rate : float or None
        Fractions of revenue; None without revenue.
    break_even_visits : float or None
        Visits a year at which `profit` is 0, at least 0; None when a visit costs nothing.
    """

    revenue: float
    gross_margin: float
    cost_to_serve: float
    profit: float
    gross_margin_rate: float | None
    profit_rate: float | None
    break_even_visits: float | None


def customer_profitability(
    revenue: float,
    cost_of_goods: float,
    visits: float = 0,
    cost_per_visit: float = 0,
    other_service: float = 0,
) -> CustomerProfitability:
    """What a customer leaves after the goods and after what it costs to serve it.

    Parameters
    ----------
    revenue, cost_of_goods : float
        Euros a year, 0 or more.
    visits, cost_per_visit : float
        Visits a year, and euros per visit with travel and preparation, 0 or more.
    other_service : float
        Euros a year for what else it takes: deliveries, repairs, late payment; 0 or more.

    Returns
    -------
    CustomerProfitability

    Raises
    ------
    ValueError
        When a number is negative, missing or no number.

    Notes
    -----
    Source: Niraj, R., Gupta, M. and Narasimhan, C. (2001), Customer profitability in a supply chain,
    *Journal of Marketing* 65(3). Overheads that do not change with the customer are left out.

    Examples
    --------
    >>> cafe = customer_profitability(10_000, 6_500, visits=20, cost_per_visit=150, other_service=800)
    >>> cafe.gross_margin, cafe.profit, cafe.break_even_visits
    (3500.0, -300.0, 18.0)
    """
    revenue = number(revenue, "revenue", 0)
    visit = number(cost_per_visit, "cost_per_visit", 0)
    other = number(other_service, "other_service", 0)
    margin = revenue - number(cost_of_goods, "cost_of_goods", 0)
    service = number(visits, "visits", 0, 10_000) * visit + other
    return CustomerProfitability(
        revenue=revenue,
        gross_margin=margin,
        cost_to_serve=service,
        profit=margin - service,
        gross_margin_rate=ratio(margin, revenue),
        profit_rate=ratio(margin - service, revenue),
        break_even_visits=ratio(max(0.0, margin - other), visit),
    )


@dataclass(frozen=True)
class PyramidStrategy:
    """What to do with one customer in the pyramid.

    Attributes
    ----------
    strategy, dutch : str
        "keep" (behouden), "promote" (laten stijgen), "recruit" (werven) or "drop" (afstoten).
    because : str
        Why, from the figures given.
    advice : str
        The next step.
    """

    strategy: str
    dutch: str
    because: str
    advice: str


def pyramid_strategy(layer: str, margin: float | None = None, can_grow: bool = True) -> PyramidStrategy:
    """Keep, promote, recruit or drop one customer.

    Parameters
    ----------
    layer : str
        Its layer: one of `PYRAMID_LAYERS`.
    margin : float, optional
        Euros it leaves a year after the cost to serve it (`customer_profitability`); above 0 when
        left out. It only matters for customers with revenue.
    can_grow : bool
        Whether it could buy clearly more; for those without revenue: whether it is worth having.

    Returns
    -------
    PyramidStrategy

    Raises
    ------
    ValueError
        When the layer is unknown, the margin no number, or `can_grow` neither True nor False.

    Notes
    -----
    The four strategies: Curry, J. and Curry, A. (2000), *The Customer Marketing Method*, Free
    Press. The rules: without revenue, recruit what fits and drop the rest; with revenue, drop what costs
    money and cannot grow, promote what can grow, keep the others. In the top nothing is left to
    climb to.

    Examples
    --------
    >>> pyramid_strategy("small", margin=-400, can_grow=False).strategy
    'drop'
    >>> pyramid_strategy("medium", margin=900).strategy, pyramid_strategy("suspects").strategy
    ('promote', 'recruit')
    """
    layer = one_of(layer, "layer", PYRAMID_LAYERS)
    left = None if margin is None else number(margin, "margin")
    room = yes_or_no(can_grow, "can_grow")
    strategy, because, advice = _judge(layer, left, room)
    return PyramidStrategy(strategy, DUTCH[strategy], because, advice)


# Without revenue, by layer: why it is worth having, and how to begin.
RECRUIT = {
    "inactive": ("It bought before and is worth having back.", "Ask why it stopped, mend that, and invite it again."),
    "prospects": ("It does not buy yet and is worth having.", "Find out who decides and what they need, then quote."),
    "suspects": ("It could be a customer; nobody has asked.", "Qualify it first: need, money, authority and time."),
}


def _judge(layer: str, margin: float | None, room: bool) -> tuple[str, str, str]:
    if layer in RECRUIT:
        if room:
            return "recruit", *RECRUIT[layer]
        why = "It brings no revenue and is not worth having."
        return "drop", why, "Close the file and spend the time elsewhere."
    loses = margin is not None and margin <= 0
    if loses and not room:
        why = f"It leaves {euro(margin)} a year after service and cannot grow."
        step = "First try a higher price or cheaper service (web shop, fewer visits); if that fails, part as friends."
        return "drop", why, step
    if room and layer != "top":
        if loses:
            why = f"It leaves {euro(margin)} a year now, but it could buy more."
            return "promote", why, "Set a date: if it has not grown by then, serve it more cheaply or let it go."
        why = "It could buy clearly more than it does."
        return "promote", why, "Find out what it buys elsewhere and help it climb."
    if loses:
        why = f"It leaves {euro(margin)} a year, but a top customer that can grow is worth mending."
        return "keep", why, "Talk about price and service first: at this margin it cannot stay as it is."
    if layer == "top":
        why = "It is among the few that bring the most."
        return "keep", why, "Look after it on several levels, with a plan of its own."
    why = "It pays for itself, but has no room to climb."
    return "keep", why, "Serve it well at the least cost, and watch for signs of leaving."
