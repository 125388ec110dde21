"""What a year's sales earn under a plan, and the whole pay curve.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE, number
from salesedu._market.commission import CommissionPlan, read_plan

__all__ = ["Earnings", "PayPoint", "earnings", "pay_curve"]


@dataclass(frozen=True)
class Earnings:
    """What a year's sales earn under a plan.

    Attributes
    ----------
    sales : float
        Euros sold.
    attainment : float
        Fraction of the target.
    base, variable, total : float
        Euros earned; ``total = base + variable``.
    accelerated : float
        Part of `variable` earned with sales above the target.
    forgone : float
        Variable pay that the cap took away.
    next_euro : float
        Variable pay, in euros, for the next euro sold. The jump at a threshold is not in it.
    zone : str
        "below threshold", "up to target", "above target" or "capped".
    """

    sales: float
    attainment: float
    base: float
    variable: float
    total: float
    accelerated: float
    forgone: float
    next_euro: float
    zone: str


def earnings(plan: CommissionPlan | Mapping[str, object], sales: float) -> Earnings:
    """Pay for a year's sales under a plan.

    Parameters
    ----------
    plan : CommissionPlan or mapping
        From `commission_plan`, or its arguments by name.
    sales : float
        Euros sold in the year, 0 or more.

    Returns
    -------
    Earnings

    Raises
    ------
    ValueError
        When the plan is none, or `sales` is missing or negative.

    Notes
    -----
    Pay never falls when sales rise. It is one continuous line, but for the jump at the threshold
    when pay counts from the first euro.

    Examples
    --------
    >>> from salesedu.market import commission_plan
    >>> plan = commission_plan(45_000, 15_000, target=600_000, threshold=0.5, accelerator=2, cap=2)
    >>> [earnings(plan, sales).total for sales in (299_999, 300_000, 600_000, 700_000, 1_000_000)]
    [45000.0, 52500.0, 60000.0, 65000.0, 75000.0]
    """
    plan = read_plan(plan)
    sales = number(sales, "sales", 0)
    attainment = sales / plan.target
    if attainment < plan.threshold - ALLOWANCE:
        zone, up_to_target, accelerated = "below threshold", 0.0, 0.0
    else:
        zone = "above target" if attainment >= 1 else "up to target"
        counted = min(attainment, 1.0)
        if plan.pays_from == "threshold":
            counted = max(0.0, counted - plan.threshold) / (1 - plan.threshold)
        up_to_target = plan.variable * counted
        accelerated = max(0.0, sales - plan.target) * plan.accelerated_rate
    uncapped = up_to_target + accelerated
    most = uncapped if plan.cap is None else min(uncapped, plan.cap * plan.variable)
    forgone = uncapped - most
    if plan.cap_sales is not None and sales >= plan.cap_sales and zone != "below threshold":
        zone = "capped"
    rates = {"up to target": plan.rate, "above target": plan.accelerated_rate}
    return Earnings(
        sales=sales,
        attainment=attainment,
        base=plan.base,
        variable=most,
        total=plan.base + most,
        accelerated=max(0.0, accelerated - forgone),
        forgone=forgone,
        next_euro=rates.get(zone, 0.0),
        zone=zone,
    )


@dataclass(frozen=True)
class PayPoint:
    """A point of the pay curve: attainment (fraction), sales and total pay (euros)."""

    attainment: float
    sales: float
    total: float


def pay_curve(
    plan: CommissionPlan | Mapping[str, object], up_to: float = 1.5
) -> tuple[PayPoint, ...]:
    """Corners of the pay curve; straight lines between them are the whole curve.

    Parameters
    ----------
    plan : CommissionPlan or mapping
        As in `earnings`.
    up_to : float
        Attainment at which the curve ends, 0.01–10.

    Returns
    -------
    tuple of PayPoint
        From left to right. A jump at the threshold is two points with the same attainment.

    Raises
    ------
    ValueError
        As `earnings`.

    Examples
    --------
    >>> from salesedu.market import commission_plan
    >>> plan = commission_plan(45_000, 15_000, target=600_000, threshold=0.5)
    >>> [(point.attainment, point.total) for point in pay_curve(plan, up_to=1.2)]
    [(0.0, 45000.0), (0.5, 45000.0), (0.5, 52500.0), (1.0, 60000.0), (1.2, 63000.0)]
    """
    plan = read_plan(plan)
    up_to = number(up_to, "up_to", 0.01, 10)
    corners = [0.0, plan.threshold, 1.0, up_to]
    if plan.cap_sales is not None:
        corners.append(plan.cap_sales / plan.target)
    points = []
    for attainment in sorted({corner for corner in corners if corner <= up_to}):
        total = earnings(plan, attainment * plan.target).total
        if attainment == plan.threshold > 0 and total > plan.base:
            points.append(PayPoint(attainment, attainment * plan.target, plan.base))
        points.append(PayPoint(attainment, attainment * plan.target, total))
    return tuple(points)
