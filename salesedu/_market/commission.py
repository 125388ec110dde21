"""The agreement on pay: base, variable, target, threshold, accelerator and cap.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salesedu._checks import number, shown

__all__ = ["CommissionPlan", "commission_plan", "read_plan"]

WAYS = ("first euro", "threshold")


@dataclass(frozen=True)
class CommissionPlan:
    """A year's pay as it is agreed beforehand.

    Attributes
    ----------
    base : float
        Fixed pay in euros a year.
    variable : float
        Variable pay in euros a year when the target is met exactly.
    target : float
        Sales target in euros a year.
    threshold : float
        Attainment (fraction of the target) below which no variable pay is due.
    accelerator : float
        How many times faster variable pay grows above the target than just below it.
    cap : float or None
        Most variable pay, as a multiple of `variable`; None when there is no cap.
    pays_from : str
        "first euro" or "threshold": which sales count once the threshold is reached.
    """

    base: float
    variable: float
    target: float
    threshold: float
    accelerator: float
    cap: float | None
    pays_from: str

    @property
    def on_target_earnings(self) -> float:
        """Base and variable pay at exactly 100 % of the target, in euros a year."""
        return self.base + self.variable

    @property
    def variable_share(self) -> float | None:
        """Variable pay as a fraction of on-target earnings; None when nothing is paid."""
        whole = self.on_target_earnings
        return self.variable / whole if whole >= 0.01 else None

    @property
    def threshold_sales(self) -> float:
        """Sales in euros at which variable pay starts."""
        return self.threshold * self.target

    @property
    def rate(self) -> float:
        """Variable pay in euros per extra euro sold, between threshold and target."""
        below = 1 - self.threshold if self.pays_from == "threshold" else 1
        return self.variable / (self.target * below)

    @property
    def accelerated_rate(self) -> float:
        """Variable pay in euros per extra euro sold above the target."""
        return self.rate * self.accelerator

    @property
    def cap_sales(self) -> float | None:
        """Sales in euros beyond which nothing more is earned; None when that never happens."""
        if self.cap is None or self.variable == 0:
            return None
        if self.cap == 1:
            return self.target
        if self.accelerator < 0.001:  # so slow that no sales of this world reach the cap
            return None
        below = 1 - self.threshold if self.pays_from == "threshold" else 1
        return self.target * (1 + (self.cap - 1) * below / self.accelerator)

    @property
    def highest_earnings(self) -> float | None:
        """Base and variable pay at the cap, in euros a year; None when there is no cap."""
        return None if self.cap is None else self.base + self.cap * self.variable


def commission_plan(
    base: float,
    variable: float,
    target: float,
    threshold: float = 0,
    accelerator: float = 1,
    cap: float | None = None,
    pays_from: str = "first euro",
) -> CommissionPlan:
    """Agree on a year's pay.

    Parameters
    ----------
    base, variable : float
        Euros a year, 0 or more; `variable` is what exactly 100 % of the target pays.
    target : float
        Sales target in euros a year, 1 or more.
    threshold : float
        Fraction of the target below which no variable pay is due, 0–1; at most 0.99 when pay
        counts from the threshold.
    accelerator : float
        Above the target, variable pay grows this many times faster than just below it, 0–10
        (below 1 it slows down).
    cap : float, optional
        Most variable pay as a multiple of `variable`, 1–100.
    pays_from : str
        "first euro": at the threshold all sales start to count, so pay *jumps* there.
        "threshold": only sales above it count, so pay is continuous there and climbs steeper,
        to reach `variable` at the target.

    Returns
    -------
    CommissionPlan

    Raises
    ------
    ValueError
        When a number is missing or out of range, or `pays_from` is unknown.

    Notes
    -----
    Common professional practice; firms differ in what an accelerator multiplies: here the rate
    in force just below the target. Some firms cap attainment instead of pay. Oyer, P. (1998),
    Fiscal year ends and nonlinear incentive contracts, *Quarterly Journal of Economics* 113(1),
    shows how such corners make sellers move deals in time.

    Examples
    --------
    >>> plan = commission_plan(45_000, 15_000, target=600_000, threshold=0.5, accelerator=2, cap=2)
    >>> plan.on_target_earnings, plan.variable_share, plan.threshold_sales, plan.cap_sales
    (60000.0, 0.25, 300000.0, 900000.0)
    """
    if not isinstance(pays_from, str) or pays_from not in WAYS:
        raise ValueError(f'pays_from is {shown(pays_from)}; give "first euro" or "threshold".')
    highest = 1 if pays_from == "first euro" else 0.99
    return CommissionPlan(
        base=number(base, "base", 0),
        variable=number(variable, "variable", 0),
        target=number(target, "target", 1, remedy="give a target in euros, 1 or more"),
        threshold=number(
            threshold, "threshold", 0, highest,
            f"give a share of the target from 0 to {highest:g}, such as 0.5 for 50 %",
        ),
        accelerator=number(accelerator, "accelerator", 0, 10),
        cap=None if cap is None else number(
            cap, "cap", 1, 100, "give a multiple of the variable pay from 1 to 100, or None"
        ),
        pays_from=pays_from,
    )


def read_plan(plan: CommissionPlan | Mapping[str, object]) -> CommissionPlan:
    """Read a plan anew: one that was built by hand gets the same checks."""
    if isinstance(plan, CommissionPlan):
        return commission_plan(
            plan.base, plan.variable, plan.target, plan.threshold, plan.accelerator, plan.cap,
            plan.pays_from,
        )
    if not isinstance(plan, Mapping):
        raise ValueError(f"plan is {shown(plan)}; give what commission_plan(...) returns.")
    known = CommissionPlan.__dataclass_fields__
    for name in plan:
        if name not in known:
            raise ValueError(f"plan names {name!r}, which is unknown; use {', '.join(known)}.")
    for name in ("base", "variable", "target"):
        if name not in plan:
            raise ValueError(f"plan has no {name!r}; give it in euros a year.")
    return commission_plan(**plan)
