"""What a budget for keeping customers has to bring.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from dataclasses import dataclass

from salesedu._checks import count, fraction, number, one_of, ratio
from salesedu._portfolio.stream import LEAST_DECAY, TIMINGS, Stream, first_year

__all__ = ["RetentionBudget", "retention_budget"]


@dataclass(frozen=True)
class RetentionBudget:
    """A one-off budget against the lifetime value it adds.

    Attributes
    ----------
    value_before, value_after : float
        Lifetime value of one customer, in euros of today, at the old and the improved retention.
    gain_per_customer, gain : float
        Their difference, for one customer and for all: the most the budget may be.
    budget, cost_per_customer : float
        Euros in all, and for each customer.
    net : float
        ``gain - budget``.
    return_on_budget : float or None
        ``net / budget`` as a fraction; None without a budget.
    payback_year : int or None
        First year in which the extra margins (in euros of today) make up for the budget; 0 without a
        budget, None when they never do.
    retention_needed : float or None
        Retention at which the gain just equals the budget; None when even 100 % is not enough.
    """

    value_before: float
    value_after: float
    gain_per_customer: float
    gain: float
    budget: float
    cost_per_customer: float
    net: float
    return_on_budget: float | None
    payback_year: int | None
    retention_needed: float | None


def retention_budget(
    customers: int,
    margin: float,
    retention: float,
    improved: float,
    budget: float,
    discount_rate: float = 0,
    years: int | None = None,
    timing: str = "year end",
) -> RetentionBudget:
    """Whether it pays to spend a budget on keeping more customers.

    Parameters
    ----------
    customers : int
        How many customers the budget is spent on, 1 or more.
    margin : float
        Euros each leaves in a year, 0 or more.
    retention, improved : float
        Yearly retention (0–1) without and with the budget, for good; the second is not the lower one.
    budget : float
        Euros spent once, today, 0 or more.
    discount_rate, years, timing
        As in `lifetime_value`.

    Returns
    -------
    RetentionBudget

    Raises
    ------
    ValueError
        When a number is out of range, `improved` is below `retention`, or the value has no end.

    Notes
    -----
    ``gain = customers * (value at improved - value at retention)``. That a better retention can be worth
    more than it looks: Gupta, S., Lehmann, D. R. and Stuart, J. A. (2004), Valuing customers, *Journal of
    Marketing Research* 41(1). Be careful with "for good": a campaign may lift one year only.

    Examples
    --------
    >>> plan = retention_budget(100, 1_000, retention=0.80, improved=0.82, budget=20_000, discount_rate=0.10)
    >>> round(plan.gain), round(plan.net), plan.payback_year
    (23810, 3810, 12)
    """
    group = count(customers, "customers", 1)
    yearly = number(margin, "margin", 0)
    before = fraction(retention, "retention")
    after = fraction(improved, "improved")
    if after < before:
        raise ValueError(f"improved is {after:g}, below retention, which is {before:g}; a budget has to raise it.")
    spent = number(budget, "budget", 0)
    rate = fraction(discount_rate, "discount_rate")
    horizon = None if years is None else int(number(count(years, "years", 1), "years", 1, 100))
    when = one_of(timing, "timing", TIMINGS)
    old, new = Stream(before, rate, when), Stream(after, rate, when)
    if horizon is None and new.endless:
        raise ValueError("improved is 1 and discount_rate 0, so that the value has no end; give years or a lower rate.")

    def gain(better: Stream, span: int | None) -> float:
        return group * yearly * (better.sum(span) - old.sum(span))

    gained = gain(new, horizon)
    return RetentionBudget(
        value_before=yearly * old.sum(horizon),
        value_after=yearly * new.sum(horizon),
        gain_per_customer=gained / group,
        gain=gained,
        budget=spent,
        cost_per_customer=spent / group,
        net=gained - spent,
        return_on_budget=ratio(gained - spent, spent),
        payback_year=first_year(lambda year: gain(new, year), spent, horizon),
        retention_needed=_needed(lambda at: gain(Stream(at, rate, when), horizon), before, spent, rate, horizon),
    )


def _needed(gain, lowest: float, goal: float, rate: float, horizon: int | None) -> float | None:
    low, high = lowest, 1.0 if horizon else min(1.0, max(lowest, 1 + rate - 2 * LEAST_DECAY))
    if gain(low) >= goal:
        return low
    if gain(high) < goal:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if gain(middle) >= goal else (middle, high)
    return high
