"""Leads from the web and over the telephone: how many are left after each step.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, exp, log1p

from salesedu._checks import count, fraction, named_numbers, number, ratio

__all__ = ["STEPS", "ColdCalling", "OnlineFunnel", "calls_needed", "cold_calling", "online_funnel"]

STEPS = ("click", "form", "lead")
SCARCEST = 1e-12  # a chance below this never comes true in a working life


@dataclass(frozen=True)
class OnlineFunnel:
    """From visits to leads on a website.

    Attributes
    ----------
    visits, clicks, forms, leads : int
        Left after each step.
    rates : dict
        Fraction that goes on, for "click" (of visits), "form" (of clicks) and "lead" (of forms);
        None where nobody was left to go on.
    overall : float or None
        Leads as a fraction of visits.
    cost_per_visit, cost_per_click, cost_per_form, cost_per_lead : float or None
        Euros; None when there were none.
    weakest : str or None
        The step furthest below its benchmark; without benchmarks the step with the lowest rate.
        None when every step reaches its benchmark, or nobody visited.
    leads_at_benchmark : dict
        Leads there would be if only that step reached its benchmark and the others stayed as
        they are; empty without benchmarks.
    """

    visits: int
    clicks: int
    forms: int
    leads: int
    rates: dict[str, float | None]
    overall: float | None
    cost_per_visit: float | None
    cost_per_click: float | None
    cost_per_form: float | None
    cost_per_lead: float | None
    weakest: str | None
    leads_at_benchmark: dict[str, float]


def online_funnel(
    visits: int,
    clicks: int,
    forms: int,
    leads: int,
    cost: float = 0,
    benchmarks: Mapping[str, float] | Iterable[float] | None = None,
) -> OnlineFunnel:
    """Rates and costs of online lead generation: visit, click, form, lead.

    Parameters
    ----------
    visits : int
        Visits to the page.
    clicks : int
        Visits on which somebody clicked on the offer ("plan a tasting").
    forms : int
        Clicks that ended in a form sent.
    leads : int
        Forms that turned out to be a real, reachable firm.
    cost : float
        Euros spent on getting the visits, 0 or more.
    benchmarks : mapping or iterable, optional
        The rate (0–1) you hold possible at "click", "form" and "lead"; a plain list in that
        order.

    Returns
    -------
    OnlineFunnel

    Raises
    ------
    ValueError
        When a number is out of range or no number, or a later step counts more than an earlier
        one.

    Notes
    -----
    Common professional practice; no single origin. Rates multiply, so improving *any* step by
    a tenth brings a tenth more leads; what differs is how much room a step has. A first click
    is always rare, which is why a fair verdict on the weakest step needs a benchmark.

    Examples
    --------
    >>> page = online_funnel(8_000, 400, 80, 60, cost=2_400)
    >>> page.rates, page.cost_per_lead, page.weakest
    ({'click': 0.05, 'form': 0.2, 'lead': 0.75}, 40.0, 'click')
    >>> page = online_funnel(8_000, 400, 80, 60, benchmarks=[0.05, 0.3, 0.75])
    >>> page.weakest, round(page.leads_at_benchmark["form"])
    ('form', 90)
    """
    names = ("visits", "clicks", "forms", "leads")
    counts = [count(n, name) for n, name in zip((visits, clicks, forms, leads), names, strict=True)]
    for place in (1, 2, 3):
        if counts[place] > counts[place - 1]:
            raise ValueError(
                f"{names[place]} is {counts[place]}, more than the {counts[place - 1]} "
                f"{names[place - 1]}; each step keeps at most what the step before it left."
            )
    cost = number(cost, "cost", 0)
    rates = {step: ratio(counts[i + 1], counts[i]) for i, step in enumerate(STEPS)}
    if benchmarks is None:
        goals = {}
    else:
        remedy = "give a rate from 0 to 1, such as 0.25 for 25 %"
        goals = named_numbers(benchmarks, "benchmarks", 0, 1, remedy, only=STEPS)
    return OnlineFunnel(
        *counts,
        rates=rates,
        overall=ratio(counts[3], counts[0]),
        cost_per_visit=ratio(cost, counts[0]),
        cost_per_click=ratio(cost, counts[1]),
        cost_per_form=ratio(cost, counts[2]),
        cost_per_lead=ratio(cost, counts[3]),
        weakest=_weakest(rates, goals),
        leads_at_benchmark={
            step: _leads_with(counts[0], {**rates, step: goals[step]}) for step in goals
        },
    )


def _weakest(rates: dict[str, float | None], goals: dict[str, float]) -> str | None:
    if not goals:
        known = {step: rate for step, rate in rates.items() if rate is not None}
        return min(known, key=known.__getitem__) if known else None
    reached = {
        step: rates[step] / goal
        for step, goal in goals.items()
        if goal >= SCARCEST and rates[step] is not None and rates[step] < goal
    }
    return min(reached, key=reached.__getitem__) if reached else None


def _leads_with(visits: int, rates: dict[str, float | None]) -> float:
    left = float(visits)
    for step in STEPS:
        left *= rates[step] or 0.0
    return left


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
