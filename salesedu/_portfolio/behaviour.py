"""RFM: how lately, how often and for how much customers ordered.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from salesedu._checks import number, ratio
from salesedu._notation import plain
from salesedu._portfolio.book import Amounts, total
from salesedu._portfolio.order_history import columns, day
from salesedu._portfolio.quintiles import columns_by_customer, scores

__all__ = ["RFM_GROUPS", "Rfm", "RfmGroup", "RfmGroupTotal", "RfmScore", "rfm", "rfm_group", "rfm_of_orders"]

# By how lately they ordered (recent, a while ago, long ago) and how much and often (much, middling, little).
GROUPS = {
    ("recent", "much"): (
        "champions", "kampioenen",
        "Look after them, and ask them for a reference and for their plans.",
    ),
    ("recent", "middling"): (
        "growers", "groeiers",
        "Find out what else they need: here lies the growth.",
    ),
    ("recent", "little"): (
        "newcomers", "nieuwkomers",
        "New or small: make the first orders go well, then qualify.",
    ),
    ("a while ago", "much"): (
        "loyal customers", "trouwe klanten",
        "Ask when the next order is due, and whether all is well.",
    ),
    ("a while ago", "middling"): (
        "regulars", "vaste klanten",
        "Keep up a fixed rhythm of contact, and watch the rhythm of orders.",
    ),
    ("a while ago", "little"): (
        "occasional buyers", "gelegenheidskopers",
        "Serve them through the web shop; remind them cheaply.",
    ),
    ("long ago", "much"): (
        "must not lose", "niet te verliezen",
        "Call this week: much has been bought here, and now it is silent.",
    ),
    ("long ago", "middling"): (
        "slipping away", "wegglippers",
        "Ask what changed before a competitor answers it.",
    ),
    ("long ago", "little"): (
        "dormant", "slapers",
        "One cheap attempt to wake them; then close the file.",
    ),
}
RFM_GROUPS = tuple(name for name, _, _ in GROUPS.values())


@dataclass(frozen=True)
class RfmGroup:
    """The group that three scores belong to.

    Attributes
    ----------
    code : str
        The three scores, such as "543".
    name, dutch : str
        One of `RFM_GROUPS`, and its Dutch name.
    because, advice : str
        Why this group, and what to do.
    """

    code: str
    name: str
    dutch: str
    because: str
    advice: str


@dataclass(frozen=True)
class RfmScore:
    """One customer's behaviour, scored.

    Attributes
    ----------
    customer : str
        Name.
    recency_days, frequency, monetary : float
        Days since the last order, number of orders, euros.
    recency_score, frequency_score, monetary_score : int
        1–5, 5 for the best fifth.
    code, group, dutch, because, advice : str
        As in `RfmGroup`.
    """

    customer: str
    recency_days: float
    frequency: float
    monetary: float
    recency_score: int
    frequency_score: int
    monetary_score: int
    code: str
    group: str
    dutch: str
    because: str
    advice: str


@dataclass(frozen=True)
class RfmGroupTotal:
    """All customers of one group.

    Attributes
    ----------
    name, dutch : str
        The group.
    customers : int
        How many.
    monetary : float
        Euros.
    share_of_monetary : float or None
        Of all customers' euros; None when these are not above 0.
    members : tuple of str
        Their names, in the order given.
    advice : str
        What to do.
    """

    name: str
    dutch: str
    customers: int
    monetary: float
    share_of_monetary: float | None
    members: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class Rfm:
    """RFM scores of many customers.

    Attributes
    ----------
    customers : dict
        An `RfmScore` by customer.
    groups : dict
        An `RfmGroupTotal` for each of `RFM_GROUPS`.
    """

    customers: dict[str, RfmScore]
    groups: dict[str, RfmGroupTotal]


def rfm_group(recency_score: int, frequency_score: int, monetary_score: int) -> RfmGroup:
    """Name the group that three scores belong to.

    Parameters
    ----------
    recency_score, frequency_score, monetary_score : int
        1–5, 5 for the best fifth.

    Returns
    -------
    RfmGroup

    Raises
    ------
    ValueError
        When a score is not a whole number from 1 to 5.

    Notes
    -----
    Recency 4–5 is recent, 3 a while ago, 1–2 long ago. The mean of frequency and monetary value is much
    from 4, little up to 2, else middling. Names and limits are an agreement, not a standard: every
    book has its own.

    Examples
    --------
    >>> rfm_group(1, 5, 5).name, rfm_group(5, 4, 4).dutch
    ('must not lose', 'kampioenen')
    >>> rfm_group(1, 4, 3).because
    'Ordered long ago (recency 1); how often and how much is middling (mean 3.5).'
    """
    recency = _score(recency_score, "recency_score")
    frequency = _score(frequency_score, "frequency_score")
    monetary = _score(monetary_score, "monetary_score")
    lately = "recent" if recency >= 4 else "a while ago" if recency == 3 else "long ago"
    mean = (frequency + monetary) / 2
    bought = "much" if mean >= 4 else "little" if mean <= 2 else "middling"
    name, dutch, advice = GROUPS[lately, bought]
    when = "recently" if lately == "recent" else lately
    because = f"Ordered {when} (recency {recency}); how often and how much is {bought} (mean {plain(mean, 1)})."
    return RfmGroup(f"{recency}{frequency}{monetary}", name, dutch, because, advice)


def _score(value: int, name: str) -> int:
    remedy = "give a whole number from 1 to 5"
    result = number(value, name, 1, 5, remedy)
    if result != int(result):
        raise ValueError(f"{name} is {result:g}; {remedy}.")
    return int(result)


def rfm(recency_days: Amounts, frequency: Amounts, monetary: Amounts) -> Rfm:
    """Score customers on recency, frequency and monetary value.

    Parameters
    ----------
    recency_days : mapping or iterable
        Days since the last order by customer, 0 or more; fewer is better.
    frequency : mapping or iterable
        Number of orders in the period, 0 or more.
    monetary : mapping or iterable
        Euros in the period. Lists go in one order.

    Returns
    -------
    Rfm

    Raises
    ------
    ValueError
        When the customers differ, or a number is missing or out of range.

    Notes
    -----
    Source: Hughes, A. M. (1994), *Strategic Database Marketing*, Probus. Each score is the fifth of the
    ranking in which the customer stands; equal values get the score of their middle rank, so no
    tie is broken by chance. Usual variants: fixed limits instead of fifths, and fifths of frequency
    within each fifth of recency. RFM describes what they did, not what they could buy.

    Examples
    --------
    >>> book = rfm({"hotel": 5, "school": 40, "bank": 90, "cafe": 200, "gym": 400},
    ...            {"hotel": 30, "school": 12, "bank": 8, "cafe": 20, "gym": 1},
    ...            {"hotel": 9_000, "school": 4_000, "bank": 2_500, "cafe": 7_000, "gym": 100})
    >>> book.customers["cafe"].code, book.customers["cafe"].group
    ('244', 'must not lose')
    >>> book.groups["champions"].members
    ('hotel',)
    """
    columns = columns_by_customer(
        {"recency_days": recency_days, "frequency": frequency, "monetary": monetary},
        minima={"recency_days": 0, "frequency": 0},
    )
    days, orders, euros = columns.values()
    marks = {"recency_days": scores(days, low_is_good=True), "frequency": scores(orders), "monetary": scores(euros)}
    customers = {}
    for who in days:
        three = [mark[who] for mark in marks.values()]
        group = rfm_group(*three)
        customers[who] = RfmScore(
            who, days[who], orders[who], euros[who], *three,
            code=group.code, group=group.name, dutch=group.dutch, because=group.because, advice=group.advice,
        )
    all_euros = fsum(euros.values())
    groups = {}
    for name, dutch, advice in GROUPS.values():
        members = tuple(who for who, score in customers.items() if score.group == name)
        mine = total(euros, members)
        groups[name] = RfmGroupTotal(name, dutch, len(members), mine, ratio(mine, all_euros), members, advice)
    return Rfm(customers, groups)


def rfm_of_orders(customers: Iterable[str], dates: Iterable, revenues: Iterable[float], on: object = None) -> Rfm:
    """RFM from an order history.

    Parameters
    ----------
    customers, dates, revenues : iterable
        Three columns of one length: who, when (a date, or a text such as "2026-09-30") and euros.
    on : date or str, optional
        The day from which you look back; the day of the last order when left out. Later orders are
        left out.

    Returns
    -------
    Rfm

    Raises
    ------
    ValueError
        When the columns differ in length, a date or amount cannot be read, or no order is left.

    Examples
    --------
    >>> book = rfm_of_orders(["hotel", "cafe", "hotel"], ["2026-01-10", "2026-02-01", "2026-03-01"], [500, 80, 700])
    >>> book.customers["hotel"].recency_days, book.customers["cafe"].recency_days
    (0.0, 28.0)
    """
    rows = list(columns(customers=customers, dates=dates, revenues=revenues))
    look = max(when for _, when, _ in rows) if on is None else day(on, "on")
    last, often, euros = {}, {}, {}
    for place, (who, when, amount) in enumerate(rows, start=1):
        paid = number(amount, f"revenues: row {place}")
        if when <= look:
            last[who] = max(when, last.get(who, when))
            often[who] = often.get(who, 0) + 1
            euros.setdefault(who, []).append(paid)
    if not last:
        raise ValueError(f"on is {look}, before the first order; give a later day.")
    days = {who: (look - when).days for who, when in last.items()}
    return rfm(days, often, {who: fsum(amounts) for who, amounts in euros.items()})
