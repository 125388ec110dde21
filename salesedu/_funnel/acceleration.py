"""An extra action on top of a medium: what it adds, and at what price.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from dataclasses import dataclass

from salesedu._checks import fraction, number

__all__ = ["Acceleration", "media_acceleration"]

SCARCEST = 1e-9  # fewer orders than this are none


@dataclass(frozen=True)
class Acceleration:
    """What an extra action adds to a medium.

    Attributes
    ----------
    orders_before, orders_after : float
        Expected orders without and with it.
    gain : float
        Orders it adds; negative when it costs orders.
    gain_rate : float or None
        Gain as a fraction of the orders before.
    response, conversion : float
        Rates (0–1) with it.
    extra_cost : float
        Euros.
    cost_per_extra_order : float or None
        Euros for each order it adds; None without a gain.
    """

    orders_before: float
    orders_after: float
    gain: float
    gain_rate: float | None
    response: float
    conversion: float
    extra_cost: float
    cost_per_extra_order: float | None


def media_acceleration(
    reach: float,
    response: float,
    conversion: float,
    *,
    extra_cost: float = 0,
    response_lift: float = 0,
    conversion_lift: float = 0,
) -> Acceleration:
    """What an extra action (a call after the mailing) adds to a medium, and at what price.

    Parameters
    ----------
    reach : float
        People or firms reached, 0 or more.
    response, conversion : float
        Rates (0–1) without the extra action.
    extra_cost : float
        Euros of the extra action, 0 or more.
    response_lift, conversion_lift : float
        Points added to each rate, −1 to 1 (0.01 = from 2 % to 3 %); rates stay within 0–1.

    Returns
    -------
    Acceleration

    Raises
    ------
    ValueError
        When a number is out of range.

    Notes
    -----
    That media strengthen each other: Naik, P. A. and Raman, K. (2003), Understanding the impact of
    synergy in multimedia communications, *Journal of Marketing Research* 40(4). Judge the extra
    action by the orders it *adds*, not by all orders that came after it.

    Examples
    --------
    >>> call = media_acceleration(5_000, 0.02, 0.10, extra_cost=3_000, response_lift=0.01)
    >>> call.orders_before, call.orders_after, call.cost_per_extra_order
    (10.0, 15.0, 600.0)
    """
    reach = number(reach, "reach", 0)
    response, conversion = fraction(response, "response"), fraction(conversion, "conversion")
    cost = number(extra_cost, "extra_cost", 0)
    points = "give points of a rate, such as 0.01 for 1 point more"
    more_response = number(response_lift, "response_lift", -1, 1, points)
    more_conversion = number(conversion_lift, "conversion_lift", -1, 1, points)
    new_response = min(1.0, max(0.0, response + more_response))
    new_conversion = min(1.0, max(0.0, conversion + more_conversion))
    before, after = reach * response * conversion, reach * new_response * new_conversion
    gain = after - before
    return Acceleration(
        orders_before=before,
        orders_after=after,
        gain=gain,
        gain_rate=gain / before if before > SCARCEST else None,
        response=new_response,
        conversion=new_conversion,
        extra_cost=cost,
        cost_per_extra_order=cost / gain if gain > SCARCEST else None,
    )
