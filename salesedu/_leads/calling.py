"""Calling strangers: what cold acquisition brings and costs.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from dataclasses import dataclass
from math import ceil, exp, log1p

from salesedu._checks import count, fraction, number

__all__ = ["ColdCalling", "calls_needed", "cold_calling"]

SCARCEST = 1e-12  # a chance below this never comes true in a working life


@dataclass(frozen=True)
class ColdCalling:
    """What calling strangers is expected to bring and cost.

    Attributes
    ----------
    reached, appointments, orders : float
        Expected numbers: decision makers spoken to, visits agreed, orders won. Not whole.
    hours : float
        Hours on the telephone.
    cost : float
        Euros: calling and visiting.
    cost_per_call : float
        Euros, calling only.
    cost_per_appointment, cost_per_order : float or None
        Euros, the cost of the visits included in the latter; None when none is expected.
    calls_per_order : float or None
        Calls it takes on average; None when no order is expected.
    chance_of_none : float
        Chance (0–1) that all the calls together bring no order at all.
    contribution : float
        Margin of the expected orders minus the cost, in euros.
    """

    reached: float
    appointments: float
    orders: float
    hours: float
    cost: float
    cost_per_call: float
    cost_per_appointment: float | None
    cost_per_order: float | None
    calls_per_order: float | None
    chance_of_none: float
    contribution: float


def cold_calling(
    calls: int,
    reach_rate: float,
    appointment_rate: float,
    order_rate: float,
    cost_per_hour: float = 0,
    calls_per_hour: float = 10,
    cost_per_visit: float = 0,
    margin_per_order: float = 0,
) -> ColdCalling:
    """Expected result and cost of cold acquisition by telephone.

    Parameters
    ----------
    calls : int
        Numbers dialled.
    reach_rate : float
        Share (0–1) of the calls on which you speak to somebody who decides.
    appointment_rate : float
        Share (0–1) of those who agree to a visit.
    order_rate : float
        Share (0–1) of the visits that ends in an order.
    cost_per_hour : float
        Euros for an hour of calling, 0 or more.
    calls_per_hour : float
        Calls made in an hour, 0.1–1,000.
    cost_per_visit : float
        Euros for one visit, 0 or more.
    margin_per_order : float
        Euros of margin on one order, 0 or more.

    Returns
    -------
    ColdCalling

    Raises
    ------
    ValueError
        When an argument is out of range or no number.

    Notes
    -----
    Common professional practice; no single origin. Calls are taken to be independent, each
    with the same chance. With cold canvassing (walking in instead of calling) the sum is the
    same: put doors for calls.

    Examples
    --------
    >>> week = cold_calling(500, 0.30, 0.10, 0.20, cost_per_hour=40, cost_per_visit=100)
    >>> round(week.orders, 6), round(week.cost_per_order, 2), round(week.calls_per_order, 1)
    (3.0, 1166.67, 166.7)
    >>> round(week.chance_of_none, 3)
    0.049
    """
    calls = count(calls, "calls")
    reach = fraction(reach_rate, "reach_rate")
    appoint = fraction(appointment_rate, "appointment_rate")
    order = fraction(order_rate, "order_rate")
    per_hour = number(calls_per_hour, "calls_per_hour", 0.1, 1000)
    cost_per_call = number(cost_per_hour, "cost_per_hour", 0) / per_hour
    visit = number(cost_per_visit, "cost_per_visit", 0)
    margin = number(margin_per_order, "margin_per_order", 0)

    booked, chance = reach * appoint, reach * appoint * order
    cost = calls * cost_per_call + calls * booked * visit
    return ColdCalling(
        reached=calls * reach,
        appointments=calls * booked,
        orders=calls * chance,
        hours=calls / per_hour,
        cost=cost,
        cost_per_call=cost_per_call,
        cost_per_appointment=cost_per_call / booked if booked >= SCARCEST else None,
        cost_per_order=(cost_per_call + booked * visit) / chance if chance >= SCARCEST else None,
        calls_per_order=1 / chance if chance >= SCARCEST else None,
        chance_of_none=_never(chance, calls),
        contribution=calls * chance * margin - cost,
    )


def _never(chance: float, times: int) -> float:
    if chance >= 1:
        return 0.0 if times else 1.0
    return exp(times * log1p(-chance))


def calls_needed(
    orders: int, reach_rate: float, appointment_rate: float, order_rate: float
) -> int:
    """Calls that are expected to bring a number of orders.

    Parameters
    ----------
    orders : int
        Orders wanted.
    reach_rate, appointment_rate, order_rate : float
        Shares as in `cold_calling`, above 0 and at most 1.

    Returns
    -------
    int
        Calls, rounded up.

    Raises
    ------
    ValueError
        When a number is out of range, or the rates multiply to less than one in a billion.

    Notes
    -----
    On average: about half of the time these calls will bring fewer orders.

    Examples
    --------
    >>> calls_needed(3, 0.30, 0.10, 0.20)
    500
    """
    orders = count(orders, "orders")
    chance = (
        fraction(reach_rate, "reach_rate")
        * fraction(appointment_rate, "appointment_rate")
        * fraction(order_rate, "order_rate")
    )
    if chance < 1e-9:
        raise ValueError(
            f"reach_rate, appointment_rate and order_rate multiply to {chance:.3g}; no number of "
            "calls will do, so give rates above 0."
        )
    # Without the allowance an exact 500 that arrives as 500.0000000001 would become 501.
    return ceil(orders / chance * (1 - 1e-12))
