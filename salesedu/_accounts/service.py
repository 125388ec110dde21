"""Kinds of customers, the service each gets, and whether its margin pays for that service.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from dataclasses import dataclass
from math import floor

from salesedu._checks import ALLOWANCE, fraction, number, one_of, ratio
from salesedu._notation import euro, percent, plain

__all__ = ["CUSTOMER_KINDS", "STANDARDS", "ServiceLevel", "service_level"]


@dataclass(frozen=True)
class _Standard:
    dutch: str
    contact: str
    visits: int
    calls: int
    hours: int
    extras: tuple[str, ...]
    goal: str
    because: str


STANDARDS = {
    "key account": _Standard(
        "sleutelklant", "an own account manager, with a team behind", 12, 24, 4,
        ("an account plan, agreed with the customer", "a strategy talk every year", "a contact in every discipline"),
        "grow together, on more levels than purchasing",
        "Losing it would be felt in the year's result, so that its future is planned for.",
    ),
    "large customer": _Standard(
        "grote klant", "an account manager", 6, 12, 8,
        ("a review every year", "a place in the next key account matrix"),
        "keep, and find out whether it should be a key account",
        "It brings much now. Whether your future lies in it, its size does not say: the key account matrix does.",
    ),
    "growth account": _Standard(
        "groeiklant", "an account manager", 6, 12, 8,
        ("a plan to win share of wallet", "trials of what it still buys elsewhere"),
        "win a larger share of what it spends",
        "It buys most of what it needs elsewhere: an hour spent here can bring more than anywhere.",
    ),
    "regular customer": _Standard(
        "vaste klant", "a field representative", 2, 4, 24,
        ("a review every year",),
        "keep, and sell the next product",
        "It buys steadily; it must notice that it is known, at a cost that its margin bears.",
    ),
    "small customer": _Standard(
        "kleine klant", "inside sales and the web shop", 0, 1, 48,
        ("ordering on line", "a newsletter"),
        "keep it easy and cheap, for both",
        "A visit costs more than it earns; it is served well without one.",
    ),
    "new customer": _Standard(
        "nieuwe klant", "who sold, together with who takes over", 3, 6, 8,
        ("a welcome", "a check after the first delivery", "a hand-over on paper"),
        "get the second order",
        "It decides in the first months whether the promise was true.",
    ),
    "dormant customer": _Standard(
        "slapende klant", "inside sales", 1, 1, 24,
        ("a talk about why it stopped", "an offer to come back"),
        "learn why, and win back those worth it",
        "It knows you, which makes it cheaper to win than a stranger; but first find out why it stopped.",
    ),
    "prospect": _Standard(
        "prospect", "a hunter", 2, 4, 24,
        ("a first analysis of its need", "a trial"),
        "get the first order",
        "It costs time and brings nothing yet: limit the time, and stop when it does not qualify.",
    ),
}  # fmt: skip
CUSTOMER_KINDS = tuple(STANDARDS)


@dataclass(frozen=True)
class ServiceLevel:
    """What a kind of customer gets, and what that costs.

    Attributes
    ----------
    kind, dutch : str
        The kind of customer, in English and Dutch.
    contact : str
        Who looks after it.
    visits_per_year, calls_per_year : int
        Visits and telephone calls.
    answer_within_hours : int
        Working hours within which a question is answered.
    extras : tuple of str
        What else belongs to it.
    goal, because : str
        What you want to reach with this service, and why it is no more and no less.
    cost : float
        Euros a year for visits and calls.
    share : float or None
        `cost` as a fraction of the margin; None without a margin.
    affordable : bool or None
        Whether that share stays within the limit; None without a margin given.
    visits_affordable : int or None
        Visits a year that stay within it, after the calls; None without a margin given.
    advice : str
    """

    kind: str
    dutch: str
    contact: str
    visits_per_year: int
    calls_per_year: int
    answer_within_hours: int
    extras: tuple[str, ...]
    goal: str
    because: str
    cost: float
    share: float | None
    affordable: bool | None
    visits_affordable: int | None
    advice: str


def service_level(
    kind: str,
    margin: float | None = None,
    *,
    cost_per_visit: float = 150,
    cost_per_call: float = 20,
    largest_share: float = 0.25,
) -> ServiceLevel:
    """The service a kind of customer gets, and whether its margin pays for it.

    Parameters
    ----------
    kind : str
        One of `CUSTOMER_KINDS`: "key account" (chosen with `key_account_matrix`), "large customer",
        "growth account", "regular customer", "small customer", "new customer", "dormant customer",
        "prospect".
    margin : float, optional
        Gross margin of this customer, in euros a year; may be negative.
    cost_per_visit, cost_per_call : float
        Euros, 0 or more, with travel and preparation.
    largest_share : float
        Fraction (0–1) of the margin that looking after the customer may cost.

    Returns
    -------
    ServiceLevel

    Raises
    ------
    ValueError
        When the kind is unknown or a number is out of range.

    Notes
    -----
    Common professional practice; no single origin. Visits and calls a year are the course's:
    key account 12 and 24, large customer and growth account 6 and 12, regular customer 2 and 4, small customer 0
    and 1, new customer 3 and 6, dormant customer 1 and 1, prospect 2 and 4. Cost to serve in full
    also counts orders, deliveries and repairs (activity-based costing).

    Examples
    --------
    >>> office = service_level("regular customer", margin=1_200)
    >>> office.cost, round(office.share, 3), office.affordable, office.visits_affordable
    (380.0, 0.317, False, 1)
    """
    kind = one_of(kind, "kind", CUSTOMER_KINDS)
    visit, call = number(cost_per_visit, "cost_per_visit", 0), number(cost_per_call, "cost_per_call", 0)
    limit = fraction(largest_share, "largest_share")
    earned = None if margin is None else number(margin, "margin")
    standard = STANDARDS[kind]
    cost = standard.visits * visit + standard.calls * call
    affordable = visits = None
    if earned is not None:
        room = max(0.0, limit * earned) + ALLOWANCE * max(1.0, abs(earned))
        affordable = cost <= room
        left = max(0.0, room - standard.calls * call)
        # Visits that cost nothing are never the limit.
        visits = standard.visits if visit < 0.01 or affordable else min(standard.visits, floor(left / visit))
    return ServiceLevel(
        kind=kind,
        dutch=standard.dutch,
        contact=standard.contact,
        visits_per_year=standard.visits,
        calls_per_year=standard.calls,
        answer_within_hours=standard.hours,
        extras=standard.extras,
        goal=standard.goal,
        because=standard.because,
        cost=cost,
        share=None if earned is None else ratio(cost, earned),
        affordable=affordable,
        visits_affordable=visits,
        advice=_advice(kind, standard, cost, earned, limit, affordable, visits),
    )


def _advice(
    kind: str, standard: _Standard, cost: float, margin: float | None, limit: float,
    affordable: bool | None, visits: int | None,
) -> str:  # fmt: skip
    if affordable is None:
        return f"The service costs {euro(cost)} a year; set that against the margin of the customer."
    spent = f"The service costs {euro(cost)} a year, of a margin of {euro(margin)}"
    if affordable:
        return f"{spent}: within the {percent(limit)} you allow."
    if kind in ("new customer", "prospect"):
        return f"{spent}, more than the {percent(limit)} you allow: an investment, so agree when it must pay."
    if standard.visits and visits < standard.visits:
        return (
            f"{spent}, more than the {percent(limit)} you allow: {plain(visits)} in place of "
            f"{plain(standard.visits)} visits, the rest by telephone and on line."
        )
    return f"{spent}, more than the {percent(limit)} you allow: serve it on line, or charge for delivery."
