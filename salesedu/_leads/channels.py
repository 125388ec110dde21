"""What leads cost by the channel they came through, and what they bring.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, count, labelled_numbers, number, ratio, same_names

__all__ = ["Channel", "ChannelEconomics", "channel_economics", "channel_result"]

Figures = Mapping[str, float] | Iterable[float]


@dataclass(frozen=True)
class Channel:
    """What one channel cost and brought.

    Attributes
    ----------
    cost : float
        Euros spent on the channel.
    contacts : int or None
        People or firms it reached; None when nobody counted them.
    leads, orders : int
        Leads it gave, and leads that became an order.
    revenue : float or None
        Euros of those orders; None when it was not given.
    margin : float
        Euros of gross margin on those orders, before the cost of the channel.
    response : float or None
        Leads as a fraction of contacts.
    conversion : float or None
        Orders as a fraction of leads; None without leads.
    cost_per_contact, cost_per_lead, cost_per_order : float or None
        Euros; None when there was none to divide by.
    cost_per_euro_of_margin : float or None
        Euros spent for each euro of margin; above 1 the channel costs more than it brings. None
        without a margin above a cent.
    contribution : float
        ``margin - cost``, in euros.
    return_on_cost : float or None
        ``contribution / cost`` as a fraction; None when the channel costs nothing.
    """

    cost: float
    contacts: int | None
    leads: int
    orders: int
    revenue: float | None
    margin: float
    response: float | None
    conversion: float | None
    cost_per_contact: float | None
    cost_per_lead: float | None
    cost_per_order: float | None
    cost_per_euro_of_margin: float | None
    contribution: float
    return_on_cost: float | None


@dataclass(frozen=True)
class ChannelEconomics:
    """Channels side by side.

    Attributes
    ----------
    channels : dict
        A `Channel` by name, in the order given.
    total : Channel
        All channels as if they were one; its costs per lead and per order are the averages
        the others are compared with.
    by_lead, by_order, by_margin : tuple of str
        Names from cheap to dear: per lead, per order and per euro of margin. A channel that
        has none comes last.
    cheap_but_dear : tuple of str
        Cheaper than average per lead, dearer per order (or without any order).
    dear_but_cheap : tuple of str
        The reverse: dearer than average per lead, cheaper per order.
    """

    channels: dict[str, Channel]
    total: Channel
    by_lead: tuple[str, ...]
    by_order: tuple[str, ...]
    by_margin: tuple[str, ...]
    cheap_but_dear: tuple[str, ...]
    dear_but_cheap: tuple[str, ...]


def channel_result(
    cost: float,
    leads: int,
    orders: int,
    margin: float = 0,
    revenue: float | None = None,
    contacts: int | None = None,
) -> Channel:
    """Cost per lead, per order and per euro of margin of one channel.

    Parameters
    ----------
    cost : float
        Euros spent, 0 or more: fees, media and the hours of your own people.
    leads, orders : int
        Leads, and how many of them became an order.
    margin : float
        Euros of gross margin on the orders; negative when they were sold at a loss.
    revenue : float, optional
        Euros of the orders, 0 or more and no less than the margin.
    contacts : int, optional
        People or firms reached, at least as many as the leads.

    Returns
    -------
    Channel

    Raises
    ------
    ValueError
        When a number is out of range, or there are more orders than leads or leads than contacts.

    Examples
    --------
    >>> fair = channel_result(12_000, leads=60, orders=12, margin=30_000)
    >>> fair.cost_per_lead, fair.cost_per_order, fair.cost_per_euro_of_margin
    (200.0, 1000.0, 0.4)
    """
    return _channel("", cost, leads, orders, margin, revenue, contacts)


def channel_economics(
    cost: Figures,
    leads: Figures,
    orders: Figures,
    margin: Figures | None = None,
    revenue: Figures | None = None,
    contacts: Figures | None = None,
) -> ChannelEconomics:
    """Compare lead channels per lead, per order and per euro of margin.

    Parameters
    ----------
    cost, leads, orders, margin, revenue, contacts : mapping or iterable
        A number for each channel by name, or lists in one order (then they are called "channel
        1", "channel 2"...). Ranges as in `channel_result`; the last three may be left out. The
        columns of a table that is indexed by channel can be given as they are.

    Returns
    -------
    ChannelEconomics

    Raises
    ------
    ValueError
        When the channels differ from one argument to the next, or a number is out of range.

    Notes
    -----
    Common professional practice; no single origin. An order is credited to one channel here,
    usually the first that brought the lead; where a customer met you at a fair *and* on the web
    the split is a convention. All costs are averages: the next euro spent on a channel that is
    nearly exhausted brings less than the last one did.

    Examples
    --------
    >>> result = channel_economics(
    ...     cost={"address list": 4_000, "referrals": 3_000},
    ...     leads={"address list": 200, "referrals": 30},
    ...     orders={"address list": 4, "referrals": 10},
    ... )
    >>> result.channels["address list"].cost_per_lead, result.channels["referrals"].cost_per_lead
    (20.0, 100.0)
    >>> result.by_lead[0], result.by_order[0], result.cheap_but_dear
    ('address list', 'referrals', ('address list',))
    """
    given = {"cost": labelled_numbers(cost, "cost", "channel")}
    for name, figures in (
        ("leads", leads),
        ("orders", orders),
        ("margin", margin),
        ("revenue", revenue),
        ("contacts", contacts),
    ):
        if figures is None and name not in ("leads", "orders"):
            continue
        given[name] = labelled_numbers(figures, name, "channel")
        same_names(given["cost"], given[name], "cost", name)
    columns = ("cost", "leads", "orders", "margin", "revenue", "contacts")
    channels = {
        label: _channel(f" of {label}", *(given.get(c, {}).get(label) for c in columns))
        for label in given["cost"]
    }
    total = _worked_out(*(_sum(channels, column) for column in columns))
    return ChannelEconomics(
        channels=channels,
        total=total,
        by_lead=_cheapest_first(channels, "cost_per_lead"),
        by_order=_cheapest_first(channels, "cost_per_order"),
        by_margin=_cheapest_first(channels, "cost_per_euro_of_margin"),
        cheap_but_dear=_where(channels, total, "cheap", "dear"),
        dear_but_cheap=_where(channels, total, "dear", "cheap"),
    )


def _channel(
    of: str,
    cost: float,
    leads: float,
    orders: float,
    margin: float | None,
    revenue: float | None,
    contacts: float | None,
) -> Channel:
    cost = number(cost, f"cost{of}", 0)
    leads, orders = count(leads, f"leads{of}"), count(orders, f"orders{of}")
    margin = number(0 if margin is None else margin, f"margin{of}")
    if orders > leads:
        raise ValueError(
            f"orders{of} is {orders}, more than the {leads} leads; count the leads that became a "
            "customer, not every order they placed."
        )
    if contacts is not None:
        contacts = count(contacts, f"contacts{of}")
        if leads > contacts:
            raise ValueError(
                f"leads{of} is {leads}, more than the {contacts} contacts; every lead is a "
                "contact first."
            )
    if revenue is not None:
        revenue = number(revenue, f"revenue{of}", 0)
        # Sums of many orders may differ in their last digits.
        if margin > revenue + ALLOWANCE * max(1.0, revenue):
            raise ValueError(
                f"margin{of} is {margin:.12g}, more than the revenue of {revenue:.12g}; margin is "
                "what is left of the revenue."
            )
    return _worked_out(cost, leads, orders, margin, revenue, contacts)


def _worked_out(
    cost: float,
    leads: int,
    orders: int,
    margin: float,
    revenue: float | None,
    contacts: int | None,
) -> Channel:
    return Channel(
        cost=cost,
        contacts=contacts,
        leads=leads,
        orders=orders,
        revenue=revenue,
        margin=margin,
        response=None if contacts is None else ratio(leads, contacts),
        conversion=ratio(orders, leads),
        cost_per_contact=None if contacts is None else ratio(cost, contacts),
        cost_per_lead=ratio(cost, leads),
        cost_per_order=ratio(cost, orders),
        cost_per_euro_of_margin=ratio(cost, margin),
        contribution=margin - cost,
        return_on_cost=ratio(margin - cost, cost),
    )


def _sum(channels: dict[str, Channel], field: str) -> float | int | None:
    values = [getattr(channel, field) for channel in channels.values()]
    if None in values:
        return None
    return sum(values) if field in ("leads", "orders", "contacts") else fsum(values)


def _cheapest_first(channels: dict[str, Channel], field: str) -> tuple[str, ...]:
    def price(name: str) -> float:
        value = getattr(channels[name], field)
        return float("inf") if value is None else value

    return tuple(sorted(channels, key=price))


def _where(
    channels: dict[str, Channel], total: Channel, per_lead: str, per_order: str
) -> tuple[str, ...]:
    return tuple(
        name
        for name, channel in channels.items()
        if _side(channel.cost_per_lead, total.cost_per_lead, channel.cost) == per_lead
        and _side(channel.cost_per_order, total.cost_per_order, channel.cost) == per_order
    )


def _side(own: float | None, average: float | None, cost: float) -> str:
    if own is None:  # money spent and nothing to show for it
        return "dear" if cost >= 0.01 else "average"
    if average is None or abs(own - average) <= ALLOWANCE * max(1.0, average):
        return "average"
    return "cheap" if own < average else "dear"
