"""Reading the book of customers: an amount for each, by name or in a list.

Part of chapter 6. A customer goes by a name or a number; a plain list becomes "customer 1",
"customer 2", ... An amount is *active* from one cent.
"""

from collections.abc import Iterable, Mapping
from math import fsum
from numbers import Integral

from salesedu._checks import LARGEST, fraction, number, numbered, shown

__all__ = ["CENT", "Amounts", "active", "by_customer", "customer_name", "fractions", "is_by_name", "ranked", "total"]

Amounts = Mapping[str, float] | Iterable[float]

CENT = 0.01
NO_REVENUE = "give a number in euros, and 0 for a customer that bought nothing"


def customer_name(label: object, name: str) -> str:
    """A customer's name or number as text."""
    if isinstance(label, Integral) and not isinstance(label, bool):
        return str(label)
    if not isinstance(label, str) or not label.strip():
        raise ValueError(f"{name} has a customer that is {shown(label)}; give each one a name or a number.")
    return label


def is_by_name(values: object) -> bool:
    """Whether the numbers come with the names of their customers."""
    if isinstance(values, Mapping):
        return True
    if not callable(getattr(values, "items", None)):
        return False
    # A pandas Series that was never given names counts its rows 0, 1, 2, ...
    labels = [label for label, _ in values.items()]
    return labels != list(range(len(labels)))


def by_customer(
    values: Amounts,
    name: str,
    minimum: float = -LARGEST,
    maximum: float = LARGEST,
    remedy: str = NO_REVENUE,
) -> dict[str, float]:
    """One number for each customer, in the order given."""
    if is_by_name(values):
        pairs = [(customer_name(label, name), value) for label, value in values.items()]
    else:
        advice = "give a number for each customer by name, or a list of numbers"
        plain = [v for _, v in values.items()] if callable(getattr(values, "items", None)) else values
        pairs = [(f"customer {place}", value) for place, value in numbered(plain, name, advice)]
    result: dict[str, float] = {}
    for label, value in pairs:
        if label in result:
            raise ValueError(f"{name} names {label!r} twice; add its amounts together first.")
        if type(value) is float and value != value:
            raise ValueError(f"{name}: {label} is missing (NaN); {remedy}.")
        result[label] = number(value, f"{name}: {label}", minimum, maximum, remedy)
    if not result:
        raise ValueError(f"{name} is empty; give at least one customer.")
    return result


def active(book: Mapping[str, float], name: str) -> dict[str, float]:
    """Customers with revenue, the largest first; equal ones in the order given."""
    buying = {customer: amount for customer, amount in book.items() if amount >= CENT}
    if not buying:
        raise ValueError(f"{name} has no customer with revenue; check the period and the unit.")
    return dict(sorted(buying.items(), key=lambda pair: -pair[1]))


def ranked(buying: Mapping[str, float]) -> list[tuple[int, int, list[str]]]:
    """Groups of equal revenue (to the cent) as (first rank, last rank, customers), largest first."""
    groups: list[tuple[int, int, list[str]]] = []
    before = None
    for rank, (customer, amount) in enumerate(buying.items(), start=1):
        cents = round(amount, 2)
        if cents == before:
            first, _, members = groups[-1]
            groups[-1] = (first, rank, [*members, customer])
        else:
            groups.append((rank, rank, [customer]))
        before = cents
    return groups


def total(book: Mapping[str, float], customers: Iterable[str]) -> float:
    """Amounts of some customers together; those not in the book bring nothing."""
    return fsum(book.get(customer, 0.0) for customer in customers)


def fractions(values: Mapping | Iterable, name: str, only: tuple[str, ...]) -> dict[str, float]:
    """A share from 0 to 1 for each of a few names, together at most 1."""
    remedy = f"give shares from 0 to 1 for {', '.join(only)}"
    if isinstance(values, Mapping):
        for label in values:
            if label not in only:
                raise ValueError(f"{name} names {label!r}, which is unknown; {remedy}.")
        values = [values.get(label) for label in only]
    plain = [value for _, value in numbered(values, name, remedy)]
    if len(plain) != len(only):
        raise ValueError(f"{name} has {len(plain)} numbers; {remedy}.")
    result = {label: fraction(value, f"{name}: {label}") for label, value in zip(only, plain, strict=True)}
    if fsum(result.values()) > 1 + 1e-9:
        raise ValueError(f"{name} add up to more than 1; give shares of the customers, 0.04 for 4 %.")
    return result
