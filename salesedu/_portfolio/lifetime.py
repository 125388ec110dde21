"""Customer lifetime value: what a customer is worth to you in money.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, count, fraction, number, one_of, ratio
from salesedu._portfolio.stream import TIMINGS, Stream, first_year

__all__ = ["LifetimeValue", "LifetimeYear", "lifetime_value"]

YEARS_SHOWN = 20


@dataclass(frozen=True)
class LifetimeYear:
    """One year of a customer's expected life.

    Attributes
    ----------
    year : int
        1, 2, ...
    still_there : float
        Chance (0–1) that the customer still brings this year's margin.
    margin : float
        Expected euros: the margin times that chance.
    discount_factor : float
        What a euro of that moment is worth today, 0–1.
    present_value : float
        ``margin * discount_factor``.
    cumulative : float
        Present values up to this year, minus the acquisition cost.
    """

    year: int
    still_there: float
    margin: float
    discount_factor: float
    present_value: float
    cumulative: float


@dataclass(frozen=True)
class LifetimeValue:
    """What a customer is worth.

    Attributes
    ----------
    value : float
        Euros of today, after the acquisition cost.
    gross_value : float
        Before it: the most you may spend on winning such a customer.
    multiple : float or None
        ``gross_value / margin``; None when the margin is under a cent.
    average_life : float or None
        ``1 / (1 - retention)`` years; None when nobody ever leaves.
    break_even_year : int or None
        First year whose cumulative present value makes up for the acquisition cost; 0 when there is
        nothing to make up for, None when it never happens within the horizon.
    worth_of_point : float or None
        Euros that `value` rises when retention rises by one percentage point; None above 99 %, and where
        the value would have no end.
    value_to_cost : float or None
        ``gross_value / acquisition_cost``; None when winning the customer costs nothing.
    beyond : float or None
        Gross value after the horizon, which a finite one leaves out; 0 for an infinite horizon, None when
        it has no end.
    steps : tuple of LifetimeYear
        Year by year; the first 20 when the horizon is infinite.
    margin, retention, discount_rate, acquisition_cost : float
        As given.
    years : int or None
        As given.
    timing : str
        As given.
    """

    value: float
    gross_value: float
    multiple: float | None
    average_life: float | None
    break_even_year: int | None
    worth_of_point: float | None
    value_to_cost: float | None
    beyond: float | None
    steps: tuple[LifetimeYear, ...]
    margin: float
    retention: float
    discount_rate: float
    acquisition_cost: float
    years: int | None
    timing: str


def lifetime_value(
    margin: float,
    retention: float,
    discount_rate: float = 0,
    acquisition_cost: float = 0,
    years: int | None = None,
    timing: str = "year end",
) -> LifetimeValue:
    """Customer lifetime value, over some years or without end.

    Parameters
    ----------
    margin : float
        Euros a customer leaves in a year, after the cost to serve it.
    retention : float
        Chance (0–1) that a customer is still one a year later, the same every year.
    discount_rate : float
        By how much a euro a year later counts for less, 0–1: 0.10 for 10 %.
    acquisition_cost : float
        Euros spent today on winning the customer, 0 or more.
    years : int, optional
        Horizon, 1–100; without end when left out.
    timing : {"year end", "year start", "after renewal"}
        When margins come. "year end": after each year, the first one for certain; without end that is
        ``m / (1 + d - r)``. "year start": the first at once, ``m (1 + d) / (1 + d - r)``. "after renewal":
        after each year, if the customer stayed, ``m r / (1 + d - r)``: right for a customer you already
        have, whose margin of this year is in.

    Returns
    -------
    LifetimeValue

    Raises
    ------
    ValueError
        When a number is out of range, or the value has no end: nobody leaves, nothing is discounted and
        there is no horizon.

    Notes
    -----
    Sources: Berger, P. D. and Nasr, N. I. (1998), Customer lifetime value, *Journal of Interactive
    Marketing* 12(1), with several timings; Gupta, S. and Lehmann, D. R. (2003), Customers as assets,
    the same journal 17(1), for "after renewal". Without discount and without end, "year end" and
    "year start" give margin × average life. Usual variants: a margin that grows, and a retention
    that rises with the years; one retention for all hides that.

    Examples
    --------
    >>> client = lifetime_value(margin=1_000, retention=0.80, discount_rate=0.10, acquisition_cost=900)
    >>> round(client.gross_value, 2), round(client.value, 2), round(client.worth_of_point, 2)
    (3333.33, 2433.33, 114.94)
    >>> client.break_even_year
    1
    >>> round(lifetime_value(1_000, 0.80, years=3).value, 6)
    2440.0
    """
    yearly = number(margin, "margin")
    kept = fraction(retention, "retention")
    rate = fraction(discount_rate, "discount_rate")
    cost = number(acquisition_cost, "acquisition_cost", 0)
    horizon = None if years is None else int(number(count(years, "years", 1), "years", 1, 100))
    when = one_of(timing, "timing", TIMINGS)
    stream = Stream(kept, rate, when)
    if horizon is None and stream.endless:
        raise ValueError(
            "retention is 1 and discount_rate 0, so that the value has no end; give years, or a rate of either kind."
        )
    gross = yearly * stream.sum(horizon)
    return LifetimeValue(
        value=gross - cost,
        gross_value=gross,
        multiple=gross / yearly if abs(yearly) >= 0.01 else None,
        average_life=1 / (1 - kept) if 1 - kept >= ALLOWANCE else None,
        break_even_year=first_year(lambda year: yearly * stream.sum(year), cost, horizon),
        worth_of_point=_worth_of_point(yearly, stream, horizon),
        value_to_cost=ratio(gross, cost),
        beyond=0.0 if horizon is None else None if stream.endless else yearly * stream.sum(None, after=horizon),
        steps=_steps(yearly, stream, cost, horizon or YEARS_SHOWN),
        margin=yearly,
        retention=kept,
        discount_rate=rate,
        acquisition_cost=cost,
        years=horizon,
        timing=when,
    )


def _worth_of_point(margin: float, stream: Stream, horizon: int | None) -> float | None:
    better = Stream(min(1.0, stream.retention + 0.01), stream.discount_rate, stream.timing)
    if stream.retention > 0.99 + ALLOWANCE or (horizon is None and better.endless):
        return None
    return margin * (better.sum(horizon) - stream.sum(horizon))


def _steps(margin: float, stream: Stream, cost: float, years: int) -> tuple[LifetimeYear, ...]:
    steps, worth = [], [-cost]
    for year in range(1, years + 1):
        chance, factor = stream.still_there(year), stream.discount_factor(year)
        worth.append(margin * chance * factor)
        steps.append(LifetimeYear(year, chance, margin * chance, factor, worth[-1], fsum(worth)))
    return tuple(steps)
