"""Who stayed: retention and churn between two periods.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from salesedu._checks import count, fraction, number, numbered
from salesedu._portfolio.book import CENT, by_customer, customer_name, is_by_name
from salesedu._portfolio.order_history import columns, day, year_after

__all__ = [
    "Retention",
    "customer_life",
    "retention_by_year",
    "retention_rate",
    "retention_rate_of_counts",
    "share_still_there",
]


@dataclass(frozen=True)
class Retention:
    """Customers kept from one period to the next.

    Attributes
    ----------
    at_start, at_end : int
        Customers in the first period (or at its start), and in the second (or at its end).
    kept, lost, joined : int
        Of those at the start: still there, and gone; and those at the end who are new.
    rate, churn : float
        ``kept / at_start`` and ``lost / at_start``, 0–1; together 1.
    average_life : float or None
        ``1 / churn``: how many periods a customer stays on average if the rate stays the same; None
        when nobody left.
    lost_customers, joined_customers : tuple of str
        Their names; empty when only counts were given.
    period : str
        Which periods, when worked out from an order history; else "".
    """

    at_start: int
    at_end: int
    kept: int
    lost: int
    joined: int
    rate: float
    churn: float
    average_life: float | None
    lost_customers: tuple[str, ...] = ()
    joined_customers: tuple[str, ...] = ()
    period: str = ""


def retention_rate(start: Iterable[str] | Mapping[str, float], end: Iterable[str] | Mapping[str, float]) -> Retention:
    """Retention and churn from who was a customer in two periods.

    Parameters
    ----------
    start, end : iterable of str, or mapping
        Customers by name or number; one named twice counts once. With a mapping (or a Series) of revenue
        by customer, those with revenue of at least a cent.

    Returns
    -------
    Retention

    Raises
    ------
    ValueError
        When there is no customer at the start, or a name is missing or no text or number.

    Notes
    -----
    Retention is kept ÷ at the start: who joined later counts neither above nor below the line. Sources:
    Reichheld, F. F. and Sasser, W. E. (1990), Zero defections, *Harvard Business Review* 68(5). Usual
    variants: by revenue instead of customers (`pyramid_migration` gives that), and by contracts that
    came up for renewal.

    Examples
    --------
    >>> year = retention_rate(["hotel", "school", "cafe", "bank"], ["hotel", "school", "bank", "gym", "zoo"])
    >>> year.rate, year.lost_customers, year.joined
    (0.75, ('cafe',), 2)
    """
    return _between(_names(start, "start"), _names(end, "end"))


def _names(customers: Iterable | Mapping, name: str) -> dict[str, None]:
    if isinstance(customers, Mapping) and not customers:
        return {}
    if not isinstance(customers, Mapping) and callable(getattr(customers, "items", None)):
        rows = [value for _, value in customers.items()]  # a Series: of names, or of revenue by name
        if not is_by_name(customers) or any(isinstance(value, str) for value in rows):
            customers = rows
    if is_by_name(customers):
        return {who: None for who, amount in by_customer(customers, name).items() if amount >= CENT}
    if isinstance(customers, set | frozenset):
        customers = sorted(customers, key=str)  # a set has no order of its own
    remedy = "give the names of the customers, or their revenue by name"
    return {customer_name(who, name): None for _, who in numbered(customers, name, remedy)}


def _between(start: dict[str, None], end: dict[str, None], period: str = "") -> Retention:
    if not start:
        raise ValueError(f"start has no customers{f' in {period}' if period else ''}; give the period that had some.")
    lost = tuple(who for who in start if who not in end)
    joined = tuple(who for who in end if who not in start)
    return _retention(len(start), len(start) - len(lost), len(joined), lost, joined, period)


def _retention(
    at_start: int, kept: int, joined: int, lost: tuple[str, ...] = (), new: tuple[str, ...] = (), period: str = ""
) -> Retention:
    gone = at_start - kept
    return Retention(
        at_start=at_start,
        at_end=kept + joined,
        kept=kept,
        lost=gone,
        joined=joined,
        rate=kept / at_start,
        churn=gone / at_start,
        average_life=at_start / gone if gone else None,
        lost_customers=lost,
        joined_customers=new,
        period=period,
    )


def retention_rate_of_counts(at_start: int, at_end: int, joined: int) -> Retention:
    """Retention and churn from three counts.

    Parameters
    ----------
    at_start, at_end : int
        Customers at the start (1 or more) and at the end of the period.
    joined : int
        Customers at the end who were none at the start.

    Returns
    -------
    Retention
        Without names.

    Raises
    ------
    ValueError
        When a number is not whole or negative, or the three contradict each other.

    Notes
    -----
    ``rate = (at_end - joined) / at_start``. A firm that grows may be leaking: 210 after 200 looks like
    growth, but with 40 new ones it lost 30.

    Examples
    --------
    >>> year = retention_rate_of_counts(200, 210, joined=40)
    >>> year.rate, year.lost, round(year.average_life, 2)
    (0.85, 30, 6.67)
    """
    before = count(at_start, "at_start", 1)
    after, new = count(at_end, "at_end"), count(joined, "joined")
    if new > after:
        raise ValueError(f"joined is {new}, more than the {after} at the end; count those who are still there.")
    kept = after - new
    if kept > before:
        raise ValueError(
            f"at_end minus joined is {kept}, more than the {before} at the start; count again who joined."
        )
    return _retention(before, kept, new)


def retention_by_year(
    customers: Iterable[str], dates: Iterable, first_day: object, years: int
) -> tuple[Retention, ...]:
    """Retention from an order history: who ordered in a year and again in the next.

    Parameters
    ----------
    customers, dates : iterable
        Two columns of one length: who ordered, and when (a date, or a text such as "2026-09-30").
    first_day : date or str
        First day of the first year, such as "2023-10-01".
    years : int
        How many years the history covers from there, 2–50. Give whole years only: in a year that is not
        over yet, who orders late looks lost.

    Returns
    -------
    tuple of Retention
        One for each pair of years, ``years - 1`` of them, the oldest first.

    Raises
    ------
    ValueError
        When the columns differ in length, a date cannot be read, or a year has no orders.

    Notes
    -----
    Without a contract nobody says goodbye: here a customer counts as lost after a year without an
    order. That suits customers who order a few times a year; who buys a machine every eight years is
    not lost.

    Examples
    --------
    >>> who, when = ["hotel", "cafe", "hotel", "gym"], ["2024-03-01", "2024-11-30", "2025-02-01", "2025-06-01"]
    >>> [(pair.rate, pair.period) for pair in retention_by_year(who, when, "2024-01-01", years=2)]
    [(0.5, '2024-01-01 to 2024-12-31, then the year after')]
    """
    start = day(first_day, "first_day")
    years = int(number(count(years, "years", 2), "years", 2, 50))
    starts = [start]
    for _ in range(years):
        starts.append(year_after(starts[-1], start))
    buyers: list[dict[str, None]] = [{} for _ in range(years)]
    for who, when in columns(customers=customers, dates=dates):
        place = sum(when >= begin for begin in starts) - 1
        if 0 <= place < years:
            buyers[place][who] = None
    labels = [
        f"{begin} to {end.fromordinal(end.toordinal() - 1)}, then the year after"
        for begin, end in pairwise(starts)
    ]
    return tuple(_between(buyers[k], buyers[k + 1], labels[k]) for k in range(years - 1))


def share_still_there(retention: float, periods: float) -> float:
    """Share of a group of customers that is still there after some periods.

    Parameters
    ----------
    retention : float
        Rate per period, 0–1.
    periods : float
        How many periods, 0 or more: 12 turns a monthly rate into a yearly one.

    Returns
    -------
    float
        ``retention ** periods``, 0–1.

    Raises
    ------
    ValueError
        When a number is out of range.

    Examples
    --------
    >>> round(share_still_there(0.8, 3), 3), round(share_still_there(0.98, 12), 3)
    (0.512, 0.785)
    """
    return fraction(retention, "retention") ** number(periods, "periods", 0, 1_000)


def customer_life(retention: float) -> float:
    """Average life of a customer at a retention that stays the same.

    Parameters
    ----------
    retention : float
        Rate per period, 0 up to (not including) 1.

    Returns
    -------
    float
        ``1 / (1 - retention)``, in periods, the one in which the customer leaves included.

    Raises
    ------
    ValueError
        When the rate is out of range, or 1: a customer that never leaves has no average life.

    Notes
    -----
    Usual practice; Reichheld and Sasser (1990). It is the mean of a geometric distribution: many leave
    sooner and a few stay very long.

    Examples
    --------
    >>> round(customer_life(0.8), 6)
    5.0
    """
    churn = 1 - fraction(retention, "retention")
    if churn < 1e-9:
        raise ValueError("retention is 1, so that nobody ever leaves; give a rate below 1, such as 0.95.")
    return 1 / churn
