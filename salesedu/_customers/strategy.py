"""What to excel in and where the money goes: value disciplines, value chain, KPI.

Part of chapter 1; import it from :mod:`salesedu.customers`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, named_numbers, number, shown

__all__ = [
    "DISCIPLINES",
    "PRIMARY_ACTIVITIES",
    "SUPPORT_ACTIVITIES",
    "KpiAttainment",
    "ValueChain",
    "ValueDiscipline",
    "kpi_attainment",
    "value_chain",
    "value_discipline",
]

DISCIPLINES = ("operational excellence", "product leadership", "customer intimacy")
PRIMARY_ACTIVITIES = (
    "inbound logistics",
    "operations",
    "outbound logistics",
    "marketing and sales",
    "service",
)
SUPPORT_ACTIVITIES = (
    "firm infrastructure",
    "human resource management",
    "technology development",
    "procurement",
)


@dataclass(frozen=True)
class ValueDiscipline:
    """How a firm stands on the three value disciplines.

    Attributes
    ----------
    scores : dict
        Score per discipline, 0–10.
    leader : str or None
        The discipline that is far enough ahead; None when none is.
    ahead : float
        Points between the best discipline and the runner-up.
    below : tuple of str
        Disciplines under the threshold.
    shortfalls : dict
        Points each discipline lacks to reach the threshold; 0 when it does.
    verdict : str
        "focused" (one leads, none below), "stuck in the middle" (none leads, none below) or
        "below threshold" (at least one below, whoever leads).
    """

    scores: dict[str, float]
    leader: str | None
    ahead: float
    below: tuple[str, ...]
    shortfalls: dict[str, float]
    verdict: str


def value_discipline(
    scores: Mapping[str, float] | Iterable[float], threshold: float = 6, lead: float = 1.5
) -> ValueDiscipline:
    """Which value discipline leads, and which fall below what the market takes for granted.

    Parameters
    ----------
    scores : mapping or iterable
        Customers' scores, 0–10, for operational excellence, product leadership and customer
        intimacy; a plain list in that order.
    threshold : float
        The level customers take for granted, 0–10.
    lead : float
        Points that the best must be ahead of the runner-up to count as excelling, above 0.

    Returns
    -------
    ValueDiscipline

    Raises
    ------
    ValueError
        When a discipline is unknown or missing, or a number is out of range.

    Notes
    -----
    Source: Treacy, M. and Wiersema, F. (1993), Customer intimacy and other value disciplines,
    *Harvard Business Review* 71(1): excel in one, keep to the threshold in the others. They
    give no figures; the threshold and the lead are ours, set them for your market. "Stuck in
    the middle" is Porter's (1985) name for a firm that chose nothing.

    Examples
    --------
    >>> firm = value_discipline([6.5, 6.0, 8.5])
    >>> firm.verdict, firm.leader, firm.ahead
    ('focused', 'customer intimacy', 2.0)
    """
    given = named_numbers(scores, "scores", 0, 10, "give a score from 0 to 10", only=DISCIPLINES)
    for name in DISCIPLINES:
        if name not in given:
            raise ValueError(f"scores has no {name!r}; give a score from 0 to 10 for it.")
    threshold = number(threshold, "threshold", 0, 10)
    lead = number(lead, "lead", 0, 10, "give the points of a lead, above 0 and at most 10")
    if lead == 0:
        raise ValueError("lead is 0; give the points of a lead, above 0 and at most 10.")

    ordered = {name: given[name] for name in DISCIPLINES}
    best, second, _ = sorted(ordered.values(), reverse=True)
    leads = best - second >= lead - ALLOWANCE
    shortfalls = {name: max(0.0, threshold - score) for name, score in ordered.items()}
    below = tuple(name for name in DISCIPLINES if shortfalls[name] > 0)
    return ValueDiscipline(
        scores=ordered,
        leader=max(ordered, key=ordered.__getitem__) if leads else None,
        ahead=best - second,
        below=below,
        shortfalls=shortfalls,
        verdict="below threshold" if below else "focused" if leads else "stuck in the middle",
    )


@dataclass(frozen=True)
class ValueChain:
    """Revenue, the cost of nine activities, and the margin that is left.

    Attributes
    ----------
    revenue : float
        Euros.
    costs : dict
        Euros per activity, all nine in Porter's order.
    primary, support : float
        Euros spent on the five primary and on the four support activities.
    margin : float
        Revenue minus all costs, in euros; may be negative.
    margin_rate : float or None
        Margin as a fraction of revenue; None without revenue.
    primary_share, support_share : float or None
        Fractions of all costs; None without costs.
    """

    revenue: float
    costs: dict[str, float]
    primary: float
    support: float
    margin: float
    margin_rate: float | None
    primary_share: float | None
    support_share: float | None


def value_chain(revenue: float, costs: Mapping[str, float] | Iterable[float]) -> ValueChain:
    """Porter's value chain: what the activities cost and what margin they leave.

    Parameters
    ----------
    revenue : float
        Euros, 0 or more.
    costs : mapping or iterable
        Euros per activity, 0 or more; an activity that is left out costs nothing. A plain list
        has nine numbers: the five primary activities, then the four support activities.

    Returns
    -------
    ValueChain

    Raises
    ------
    ValueError
        When an activity is unknown, or an amount is negative, missing or no number.

    Notes
    -----
    Source: Porter, M. E. (1985), *Competitive Advantage*, Free Press. In Porter's picture the
    margin is the difference between the value buyers pay for and the cost of all activities
    together; revenue stands for that value here.

    Examples
    --------
    >>> chain = value_chain(1_000, {"operations": 500, "service": 150, "procurement": 200})
    >>> chain.margin, chain.margin_rate, chain.primary, chain.support
    (150.0, 0.15, 650.0, 200.0)
    """
    revenue = number(revenue, "revenue", 0)
    given = named_numbers(
        costs,
        "costs",
        minimum=0,
        remedy="give a cost in euros, 0 or more",
        only=PRIMARY_ACTIVITIES + SUPPORT_ACTIVITIES,
    )
    complete = {name: given.get(name, 0.0) for name in PRIMARY_ACTIVITIES + SUPPORT_ACTIVITIES}
    primary = fsum(complete[name] for name in PRIMARY_ACTIVITIES)
    support = fsum(complete[name] for name in SUPPORT_ACTIVITIES)
    total = primary + support
    margin = revenue - total
    return ValueChain(
        revenue=revenue,
        costs=complete,
        primary=primary,
        support=support,
        margin=margin,
        # Less than a cent of revenue or cost is nothing to take a share of.
        margin_rate=margin / revenue if revenue >= 0.01 else None,
        primary_share=primary / total if total >= 0.01 else None,
        support_share=support / total if total >= 0.01 else None,
    )


@dataclass(frozen=True)
class KpiAttainment:
    """A key performance indicator against its target.

    Attributes
    ----------
    attainment : float
        Fraction of the target that was reached (1.0 = exactly on target); may pass 1.
    difference : float
        ``actual - target``, in the unit of the KPI.
    met : bool
        Whether the target was reached.
    """

    attainment: float
    difference: float
    met: bool


def kpi_attainment(actual: float, target: float, higher_is_better: bool = True) -> KpiAttainment:
    """How much of a KPI's target has been reached.

    Parameters
    ----------
    actual : float
        What was measured.
    target : float
        What was agreed, 0.01 or more, in the same unit.
    higher_is_better : bool
        False for a KPI that should be low, such as days to answer a complaint.

    Returns
    -------
    KpiAttainment

    Raises
    ------
    ValueError
        When a number is missing or out of range, or `higher_is_better` is not True or False.

    Notes
    -----
    ``actual / target`` when higher is better, ``2 - actual / target`` when lower is better:
    each per cent too much costs a per cent. The usual variant ``target / actual`` gives the
    same verdict and grows without limit as the actual value nears zero. Common professional
    practice; no single origin.

    Examples
    --------
    >>> kpi_attainment(27, target=30).attainment
    0.9
    >>> kpi_attainment(5, target=4, higher_is_better=False).attainment
    0.75
    """
    actual = number(actual, "actual")
    target = number(target, "target", 0.01, remedy="give a target of 0.01 or more, in the unit of the actual")
    if not isinstance(higher_is_better, bool):
        raise ValueError(f"higher_is_better is {shown(higher_is_better)}; give True or False.")
    ratio = actual / target
    return KpiAttainment(
        attainment=ratio if higher_is_better else 2 - ratio,
        difference=actual - target,
        met=actual >= target if higher_is_better else actual <= target,
    )
