"""How much a few customers bring: ABC analysis and the Pareto share.

Part of chapter 6; import it from :mod:`salesedu.portfolio`.
"""

from dataclasses import dataclass
from itertools import accumulate
from math import floor, fsum

from salesedu._checks import ALLOWANCE, fraction
from salesedu._portfolio.book import Amounts, active, by_customer, ranked, total

__all__ = ["AbcAnalysis", "AbcClass", "AbcLine", "abc_analysis", "pareto_share", "smallest_share"]

ADVICE = {
    "A": "Know each of them by name: a plan, a visit rhythm and an eye on every sign of leaving.",
    "B": "Look for those who could become an A, and keep the others with a fixed rhythm of contact.",
    "C": "Serve them well and cheaply: web shop, inside sales, standard terms.",
}


@dataclass(frozen=True)
class AbcClass:
    """One class of an ABC analysis.

    Attributes
    ----------
    name : str
        "A", "B" or "C".
    customers : int
        How many.
    share_of_customers, share_of_revenue : float
        0–1.
    revenue : float
        Euros.
    lowest : float or None
        Euros of the smallest in it; None when the class is empty.
    members : tuple of str
        The largest first.
    advice : str
        How to serve this class.
    """

    name: str
    customers: int
    share_of_customers: float
    revenue: float
    share_of_revenue: float
    lowest: float | None
    members: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class AbcLine:
    """One customer in the ranking.

    Attributes
    ----------
    rank : int
        1 for the largest.
    customer : str
        Name.
    revenue : float
        Euros.
    share, cumulative : float
        Of all revenue, 0–1: its own, and with all that rank above it.
    abc_class : str
        "A", "B" or "C".
    """

    rank: int
    customer: str
    revenue: float
    share: float
    cumulative: float
    abc_class: str


@dataclass(frozen=True)
class AbcAnalysis:
    """Customers ranked by revenue and cut into three classes.

    Attributes
    ----------
    classes : dict
        An `AbcClass` for "A", "B" and "C".
    class_of : dict
        The class of every customer with revenue.
    lines : tuple of AbcLine
        The ranking.
    curve : tuple of (float, float)
        Share of the customers against share of the revenue, from (0, 0) to (1, 1).
    customers, inactive : int
        With and without revenue.
    revenue : float
        Euros.
    """

    classes: dict[str, AbcClass]
    class_of: dict[str, str]
    lines: tuple[AbcLine, ...]
    curve: tuple[tuple[float, float], ...]
    customers: int
    inactive: int
    revenue: float


def abc_analysis(revenues: Amounts, a: float = 0.80, b: float = 0.95) -> AbcAnalysis:
    """Rank customers, add up from the largest, and cut at two shares of the revenue.

    Parameters
    ----------
    revenues : mapping or iterable
        Euros by customer, as in `customer_pyramid`; margin or any other amount works as well.
    a, b : float
        Shares (0–1) of the revenue that A, and A and B together, have to bring.

    Returns
    -------
    AbcAnalysis

    Raises
    ------
    ValueError
        When an amount is missing or no number, nobody has revenue, or `a` is larger than `b`.

    Notes
    -----
    Source: Dickie, H. F. (1951), ABC inventory analysis shoots for dollars, not pennies, *Factory
    Management and Maintenance* 109(7), about stocks. A is the smallest group that brings at least
    80 %: the customer who carries the row past it still belongs to A (a usual variant puts it in B).
    Equal revenue, equal class: the higher. Customers without revenue are left out.

    Examples
    --------
    >>> book = abc_analysis({"hotel": 50, "school": 25, "bank": 15, "cafe": 7, "gym": 3})
    >>> book.class_of
    {'hotel': 'A', 'school': 'A', 'bank': 'A', 'cafe': 'B', 'gym': 'C'}
    >>> book.classes["A"].share_of_customers, book.classes["A"].share_of_revenue
    (0.6, 0.9)
    """
    ends = {"A": fraction(a, "a"), "B": fraction(b, "b")}
    if ends["A"] > ends["B"]:
        raise ValueError(f"a is {ends['A']:g}, more than b at {ends['B']:g}; b adds to a, such as 0.80 and 0.95.")
    book = by_customer(revenues, "revenues")
    buying = active(book, "revenues")
    revenue, shares = _shares(buying)
    class_of: dict[str, str] = {}
    for first, _, customers in ranked(buying):
        before = shares[first - 1]
        name = next((name for name, end in ends.items() if before < end - ALLOWANCE), "C")
        class_of.update(dict.fromkeys(customers, name))
    return AbcAnalysis(
        classes={name: _class(name, class_of, buying, revenue) for name in ADVICE},
        class_of=class_of,
        lines=tuple(
            AbcLine(rank, who, buying[who], buying[who] / revenue, shares[rank], class_of[who])
            for rank, who in enumerate(buying, start=1)
        ),
        curve=tuple((rank / len(buying), share) for rank, share in enumerate(shares)),
        customers=len(buying),
        inactive=len(book) - len(buying),
        revenue=revenue,
    )


def _shares(buying: dict[str, float]) -> tuple[float, list[float]]:
    """All revenue, and the share that the largest 0, 1, 2, ... customers bring."""
    revenue = fsum(buying.values())
    sums = list(accumulate(buying.values(), initial=0.0))
    return revenue, [*(min(1.0, part / revenue) for part in sums[:-1]), 1.0]


def _class(name: str, class_of: dict[str, str], buying: dict[str, float], revenue: float) -> AbcClass:
    members = tuple(who for who, its in class_of.items() if its == name)
    mine = total(buying, members)
    return AbcClass(
        name=name,
        customers=len(members),
        share_of_customers=len(members) / len(buying),
        revenue=mine,
        share_of_revenue=mine / revenue,
        lowest=buying[members[-1]] if members else None,
        members=members,
        advice=ADVICE[name],
    )


def pareto_share(revenues: Amounts, top: float = 0.20) -> float:
    """Share of the revenue that the largest customers bring.

    Parameters
    ----------
    revenues : mapping or iterable
        Euros by customer, as in `customer_pyramid`.
    top : float
        Share (0–1) of the customers with revenue; their number is rounded (a half up) and at least
        one, unless `top` is 0.

    Returns
    -------
    float
        0–1.

    Raises
    ------
    ValueError
        When an amount is missing or no number, nobody has revenue, or `top` is out of range.

    Notes
    -----
    That the largest 20 % often bring about 80 % is an observation, not a law. Source of the name:
    Juran, J. M. (1975), The non-Pareto principle; mea culpa, *Quality Progress* 8(5). Counting
    the customers without revenue too would make the share larger.

    Examples
    --------
    >>> pareto_share([50, 20, 10, 10, 10], top=0.20)
    0.5
    """
    share = fraction(top, "top")
    _, shares = _shares(active(by_customer(revenues, "revenues"), "revenues"))
    customers = len(shares) - 1
    most = max(1, floor(share * customers + 0.5 + ALLOWANCE)) if share else 0
    return shares[min(most, customers)]


def smallest_share(revenues: Amounts, of_revenue: float = 0.80) -> float:
    """Smallest share of the customers that brings a share of the revenue.

    Parameters
    ----------
    revenues : mapping or iterable
        Euros by customer, as in `customer_pyramid`.
    of_revenue : float
        Share (0–1) of the revenue.

    Returns
    -------
    float
        Share (0–1) of the customers with revenue.

    Raises
    ------
    ValueError
        When an amount is missing or no number, nobody has revenue, or the share is out of range.

    Examples
    --------
    >>> smallest_share([50, 20, 10, 10, 10], of_revenue=0.80)
    0.6
    """
    goal = fraction(of_revenue, "of_revenue")
    _, shares = _shares(active(by_customer(revenues, "revenues"), "revenues"))
    enough = next(rank for rank, share in enumerate(shares) if share >= goal - ALLOWANCE)
    return enough / (len(shares) - 1)
