"""Visit capacity: the work that visits are, and the account managers it takes.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, fsum

from salesedu._checks import ALLOWANCE, fraction, labelled_numbers, number, ratio, same_names
from salesedu._notation import percent, plain

__all__ = ["VisitCapacity", "VisitClass", "selling_hours", "visit_capacity", "visits_possible"]

Figures = Mapping[str, float] | Iterable[float]
MOST = 1e9  # customers, visits, minutes: beyond this they say nothing about people


@dataclass(frozen=True)
class VisitClass:
    """The visits to one class of customers.

    Attributes
    ----------
    name : str
    customers : float
    visits_each : float
        Per customer per year.
    visits : float
        Per year, to all of them.
    minutes_each : float
        Of one visit: the talk, travel and preparation.
    hours : float
        Per year.
    share : float or None
        Fraction of all hours; None when there is no work at all.
    """

    name: str
    customers: float
    visits_each: float
    visits: float
    minutes_each: float
    hours: float
    share: float | None


@dataclass(frozen=True)
class VisitCapacity:
    """Work and capacity of the account managers, per year.

    Attributes
    ----------
    classes : tuple of VisitClass
    visits, hours_needed : float
        All visits, and the hours they take.
    selling_hours : float
        Hours one account manager has for visits.
    account_managers_exact : float
        ``hours_needed / selling_hours``.
    account_managers_needed : int
        The same, rounded up: nobody hires 0.4 of a person without asking.
    account_managers : float
        Those you have; those needed when you did not say.
    hours_available, slack : float
        Hours they have, and what is left of them; negative when short.
    load : float or None
        ``hours_needed / hours_available``; None without anybody.
    visits_possible : int
        Whole visits in the hours available, spread over the classes as planned.
    coverage : float
        Part (0–1) of the planned visits that can be made; 1 when nothing is planned.
    advice : str
    """

    classes: tuple[VisitClass, ...]
    visits: float
    hours_needed: float
    selling_hours: float
    account_managers_exact: float
    account_managers_needed: int
    account_managers: float
    hours_available: float
    slack: float
    load: float | None
    visits_possible: int
    coverage: float
    advice: str


def selling_hours(weeks: float = 44, hours_per_week: float = 40, share: float = 0.5) -> float:
    """Hours a year that an account manager has for visits.

    Parameters
    ----------
    weeks : float
        Working weeks, 0–53, without holidays, illness and training.
    hours_per_week : float
        0–80.
    share : float
        Fraction (0–1) for visits, with their travel and preparation; the rest goes to quotes,
        meetings, administration.

    Returns
    -------
    float
        Hours, ``weeks * hours_per_week * share``.

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Examples
    --------
    >>> selling_hours(44, 40, 0.5)
    880.0
    """
    return number(weeks, "weeks", 0, 53) * number(hours_per_week, "hours_per_week", 0, 80) * fraction(share, "share")


def visits_possible(hours: float, minutes_per_visit: float) -> int:
    """Whole visits that fit in a number of hours.

    Parameters
    ----------
    hours : float
        0 or more, at most 10 million.
    minutes_per_visit : float
        The talk, travel and preparation together, 1–10,000.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Examples
    --------
    >>> visits_possible(880, 135)
    391
    """
    remedy = "give the minutes of the talk, travel and preparation together, from 1 to 10,000"
    minutes = number(minutes_per_visit, "minutes_per_visit", 1, 10_000, remedy)
    return floor(number(hours, "hours", 0, 1e7) * 60 / minutes + ALLOWANCE)


def visit_capacity(
    customers: Figures,
    visits: Figures,
    minutes: float | Figures = 60,
    travel_minutes: float | Figures = 0,
    preparation_minutes: float | Figures = 0,
    selling_hours: float = 880,
    account_managers: float | None = None,
) -> VisitCapacity:
    """How many account managers the planned visits need, and how far those you have get.

    Parameters
    ----------
    customers, visits : mapping or iterable
        By class of customer: how many there are, and visits to each per year; 0 or more.
    minutes, travel_minutes, preparation_minutes : number, mapping or iterable
        Minutes per visit for the talk, for travel, and for preparing and reporting; one number
        for all classes, or one each; 0–10,000.
    selling_hours : float
        Hours a year that one account manager has for visits (see the function of that name),
        1–5,000.
    account_managers : float, optional
        Those you have; part-timers count in part.

    Returns
    -------
    VisitCapacity

    Raises
    ------
    ValueError
        When the classes differ, or a number is out of range.

    Notes
    -----
    The workload method: Talley, W. J. (1961), How to design sales territories, *Journal of
    Marketing* 25(3). It asks how much work there is, not what the work brings: the last visit
    planned may cost more than it earns.

    Examples
    --------
    >>> plan = visit_capacity({"A": 20, "B": 60, "C": 200}, {"A": 12, "B": 6, "C": 2},
    ...                       minutes=60, travel_minutes=45, preparation_minutes=30)
    >>> plan.visits, plan.hours_needed, plan.account_managers_needed, plan.slack
    (1000.0, 2250.0, 3, 390.0)
    """
    firms = labelled_numbers(customers, "customers", "class", 0, MOST)
    each = labelled_numbers(visits, "visits", "class", 0, 1e4)
    same_names(firms, each, "customers", "visits")
    parts = [
        _per_class(given, name, firms)
        for given, name in (
            (minutes, "minutes"),
            (travel_minutes, "travel_minutes"),
            (preparation_minutes, "preparation_minutes"),
        )
    ]
    hours_each = number(selling_hours, "selling_hours", 1, 5_000)
    have = None if account_managers is None else number(account_managers, "account_managers", 0, 1e6)

    total = {name: firms[name] * each[name] for name in firms}
    length = {name: fsum(part[name] for part in parts) for name in firms}
    hours = {name: total[name] * length[name] / 60 for name in firms}
    needed, planned = fsum(hours.values()), fsum(total.values())
    exact = needed / hours_each
    whole = max(0, ceil(exact - ALLOWANCE * max(1.0, exact)))
    people = float(whole) if have is None else have
    available = people * hours_each
    possible, coverage = planned, 1.0
    if needed >= 0.01:
        possible = planned * available / needed
        coverage = min(1.0, available / needed)
    return VisitCapacity(
        classes=tuple(
            VisitClass(name, firms[name], each[name], total[name], length[name], hours[name],
                       ratio(hours[name], needed))
            for name in firms
        ),
        visits=planned,
        hours_needed=needed,
        selling_hours=hours_each,
        account_managers_exact=exact,
        account_managers_needed=whole,
        account_managers=people,
        hours_available=available,
        slack=available - needed,
        load=ratio(needed, available),
        visits_possible=floor(possible + ALLOWANCE * max(1.0, possible)),
        coverage=coverage,
        advice=_advice(needed, available, hours_each, coverage, have),
    )  # fmt: skip


def _per_class(given: object, name: str, like: Mapping[str, float]) -> dict[str, float]:
    remedy = "give minutes from 0 to 10,000"
    if hasattr(given, "__iter__") and not isinstance(given, str | bytes):
        read = labelled_numbers(given, name, "class", 0, 10_000, remedy)
        same_names(like, read, "customers", name)
        return read
    return dict.fromkeys(like, number(given, name, 0, 10_000, remedy))


def _advice(needed: float, available: float, each: float, coverage: float, have: float | None) -> str:
    if needed < 0.01:
        return "No visits are planned, so nobody is needed for them."
    slack = available - needed
    if slack < -ALLOWANCE * needed:
        return (
            f"You are {plain(-slack)} hours a year short and can make {percent(coverage)} of the visits: plan fewer "
            "visits to the class where a visit brings least, shorten travel, or hire."
        )
    if have is not None and slack >= each:
        return (
            f"{plain(slack)} hours a year are left, the work of {plain(slack / each, 1)} account managers: give them "
            "to key accounts or new business."
        )
    return f"It fits: {plain(slack)} hours a year are left for what nobody planned."
