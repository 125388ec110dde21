"""The effectiveness dashboard: what each medium brings, and what changed.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log

from salesedu._checks import ALLOWANCE, nested_numbers, number, ratio

__all__ = ["MediaEffectiveness", "Medium", "media_effectiveness"]

RATE = "give a rate from 0 to 1, such as 0.25 for 25 %"
FIGURES = ("reach", "response", "conversion", "cost")
COMPARED = ("reach", "response", "conversion", "responses", "orders", "effectiveness", "cost", "cost_per_order")
SCARCEST = 1e-9  # a figure below this is too little to compare with


@dataclass(frozen=True)
class Medium:
    """What one medium brought.

    Attributes
    ----------
    reach : float
        People or firms reached.
    response, conversion : float
        Share (0–1) of those reached that responded, and of the responses that became an order.
    cost : float or None
        Euros; None when not given.
    responses, orders : float
        Expected numbers, not whole.
    effectiveness : float
        ``response × conversion``: orders per person reached (0–1).
    cost_per_contact, cost_per_response, cost_per_order : float or None
        Euros; None without a cost or when there were none.
    acceleration : dict
        Change of each figure as a fraction of the last period (0.2 = 20 % more), None where it was
        0 then or is not known; empty without a last period.
    driver : str or None
        "reach", "response" or "conversion": the one that moved the number of orders most. None when
        nothing moved or orders came from or went to 0.
    """

    reach: float
    response: float
    conversion: float
    cost: float | None
    responses: float
    orders: float
    effectiveness: float
    cost_per_contact: float | None
    cost_per_response: float | None
    cost_per_order: float | None
    acceleration: dict[str, float | None]
    driver: str | None


@dataclass(frozen=True)
class MediaEffectiveness:
    """Media side by side.

    Attributes
    ----------
    media : dict
        A `Medium` by name, in the order given.
    total : Medium
        All media as if they were one. People reached by two media count twice.
    by_orders, by_effectiveness : tuple of str
        Names, most first; ties keep the order given.
    by_cost_per_order : tuple of str
        Names from cheap to dear; a medium without orders, or without a cost, comes last.
    accelerating, slowing : tuple of str
        Media with more orders than last period, and with fewer.
    new, stopped : tuple of str
        Media that were not there last period, and that were there only then.
    """

    media: dict[str, Medium]
    total: Medium
    by_orders: tuple[str, ...]
    by_effectiveness: tuple[str, ...]
    by_cost_per_order: tuple[str, ...]
    accelerating: tuple[str, ...]
    slowing: tuple[str, ...]
    new: tuple[str, ...]
    stopped: tuple[str, ...]


def media_effectiveness(
    media: Mapping[str, Mapping[str, float]], before: Mapping[str, Mapping[str, float]] | None = None
) -> MediaEffectiveness:
    """Compare media by reach × response × conversion, and with the last period.

    Parameters
    ----------
    media : mapping of mappings
        For each medium its "reach" (people or firms, 0 or more), "response" and "conversion" (rates
        0–1) and, when known, its "cost" (euros, 0 or more). From a table with a row per medium:
        ``table.to_dict("index")``.
    before : mapping of mappings, optional
        The same for the last period.

    Returns
    -------
    MediaEffectiveness

    Raises
    ------
    ValueError
        When a figure is missing, unknown or out of range.

    Notes
    -----
    Common professional practice; no single origin. Acceleration is the change of a figure since
    last period; the usual variant, the change *of that change*, needs three periods. Reach, response
    and conversion multiply, so their growth factors do too: the `driver` has the largest logarithm.
    An order is credited to one medium here, though customers met several.

    Examples
    --------
    >>> now = {"trade fair": {"reach": 600, "response": 0.10, "conversion": 0.20, "cost": 12_000},
    ...        "mailing": {"reach": 5_000, "response": 0.02, "conversion": 0.05, "cost": 4_000}}
    >>> last = {"trade fair": {"reach": 500, "response": 0.10, "conversion": 0.20, "cost": 12_000}}
    >>> board = media_effectiveness(now, last)
    >>> fair = board.media["trade fair"]
    >>> fair.orders, fair.cost_per_order, round(fair.acceleration["orders"], 3), fair.driver
    (12.0, 1000.0, 0.2, 'reach')
    >>> board.by_cost_per_order, board.accelerating, board.new
    (('mailing', 'trade fair'), ('trade fair',), ('mailing',))
    """
    now = _read(media, "media")
    last = {} if before is None else _read(before, "before")
    earlier = {name: _medium(figures, None) for name, figures in last.items()}
    found = {name: _medium(figures, earlier.get(name)) for name, figures in now.items()}
    past_total = _total(earlier, None) if earlier else None

    def dear(name: str) -> float:
        price = found[name].cost_per_order
        return float("inf") if price is None else price

    changes = {name: medium.orders - earlier[name].orders for name, medium in found.items() if name in earlier}
    noise = {name: ALLOWANCE * max(1.0, earlier[name].orders) for name in changes}
    return MediaEffectiveness(
        media=found,
        total=_total(found, past_total),
        by_orders=tuple(sorted(found, key=lambda name: -found[name].orders)),
        by_effectiveness=tuple(sorted(found, key=lambda name: -found[name].effectiveness)),
        by_cost_per_order=tuple(sorted(found, key=dear)),
        accelerating=tuple(name for name, change in changes.items() if change > noise[name]),
        slowing=tuple(name for name, change in changes.items() if change < -noise[name]),
        new=tuple(name for name in found if before is not None and name not in earlier),
        stopped=tuple(name for name in earlier if name not in found),
    )


def _read(media: Mapping[str, Mapping[str, float]], name: str) -> dict[str, dict[str, float | None]]:
    result = {}
    for medium, figures in nested_numbers(media, name, 0, remedy="give a number, 0 or more").items():
        place = f"{name}: {medium}"
        for figure in figures:
            if figure not in FIGURES:
                raise ValueError(f"{place} names {figure!r}, which is unknown; use {', '.join(FIGURES)}.")
        for figure in ("reach", "response", "conversion"):
            if figure not in figures:
                raise ValueError(f"{place} has no {figure!r}; add it.")
        for rate in ("response", "conversion"):
            number(figures[rate], f"{place}: {rate}", 0, 1, RATE)
        result[medium] = {figure: figures.get(figure) for figure in FIGURES}
    return result


def _medium(figures: dict[str, float | None], earlier: Medium | None) -> Medium:
    reach, response, conversion, cost = (figures[figure] for figure in FIGURES)
    return _worked_out(reach, response, conversion, cost, reach * response, reach * response * conversion, earlier)


def _worked_out(
    reach: float,
    response: float,
    conversion: float,
    cost: float | None,
    responses: float,
    orders: float,
    earlier: Medium | None,
) -> Medium:
    figures = {
        "reach": reach,
        "response": response,
        "conversion": conversion,
        "cost": cost,
        "responses": responses,
        "orders": orders,
        "effectiveness": response * conversion,
        "cost_per_contact": None if cost is None else ratio(cost, reach),
        "cost_per_response": None if cost is None else ratio(cost, responses),
        "cost_per_order": None if cost is None else ratio(cost, orders),
    }
    changes = {name: _change(figures[name], getattr(earlier, name)) for name in COMPARED} if earlier else {}
    return Medium(**figures, acceleration=changes, driver=_driver(changes))


def _total(media: dict[str, Medium], earlier: Medium | None) -> Medium:
    costs = [medium.cost for medium in media.values()]
    reach, responses, orders = (
        fsum(getattr(medium, name) for medium in media.values()) for name in ("reach", "responses", "orders")
    )
    return _worked_out(
        reach,
        min(1.0, responses / reach) if reach >= SCARCEST else 0.0,
        min(1.0, orders / responses) if responses >= SCARCEST else 0.0,
        None if None in costs else fsum(costs),
        responses,
        orders,
        earlier,
    )


def _change(now: float | None, last: float | None) -> float | None:
    return None if now is None or last is None or last < SCARCEST else (now - last) / last


def _driver(changes: dict[str, float | None]) -> str | None:
    sizes = {}
    for name in ("reach", "response", "conversion"):
        change = changes.get(name)
        if change is None or change <= -1:
            return None
        sizes[name] = abs(log(1 + change))
    most = max(sizes, key=sizes.__getitem__)
    return most if sizes[most] > ALLOWANCE else None
