"""Leads from the web: how many are left after each step.

Part of chapter 3; import it from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import count, named_numbers, number, ratio

__all__ = ["STEPS", "OnlineFunnel", "online_funnel"]

STEPS = ("click", "form", "lead")


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
        if goal > 0 and rates[step] is not None and rates[step] < goal
    }
    return min(reached, key=reached.__getitem__) if reached else None


def _leads_with(visits: int, rates: dict[str, float | None]) -> float:
    left = float(visits)
    for step in STEPS:
        left *= rates[step] or 0.0
    return left
