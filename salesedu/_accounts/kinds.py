"""What kind of customer somebody is.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from dataclasses import dataclass

from salesedu._accounts.service import STANDARDS, ServiceLevel, service_level
from salesedu._checks import fraction, number, ratio
from salesedu._notation import euro, percent, plain

__all__ = ["CustomerKind", "customer_kind"]


@dataclass(frozen=True)
class CustomerKind:
    """What kind of customer this is.

    Attributes
    ----------
    kind, dutch : str
        One of `CUSTOMER_KINDS`; never "key account", which figures alone do not make.
    share : float or None
        Revenue as a fraction of the potential; None when that is unknown or zero.
    because : str
        The figures that decided.
    service : ServiceLevel
        The service this kind gets.
    """

    kind: str
    dutch: str
    share: float | None
    because: str
    service: ServiceLevel


def customer_kind(
    revenue: float,
    potential: float | None = None,
    months_since_order: float | None = 0,
    months_as_customer: float | None = None,
    *,
    large: float = 20_000,
    small: float = 2_500,
    growth_share: float = 0.5,
    dormant_after: float = 12,
    new_for: float = 6,
) -> CustomerKind:
    """What kind of customer somebody is, from its figures.

    Parameters
    ----------
    revenue : float
        Euros a year it spends with you, 0 or more.
    potential : float, optional
        Euros a year it spends on your kind of product with all suppliers, at least `revenue`.
    months_since_order : float or None
        Months since its last order, 0 or more; None when it never ordered.
    months_as_customer : float, optional
        Months since its first order.
    large, small : float
        Euros a year from which a customer is large, and below which it is small.
    growth_share : float
        Share (0–1) of its spending below which a large customer is one to grow.
    dormant_after : float
        Months without an order after which a customer sleeps.
    new_for : float
        Months that a customer counts as new.

    Returns
    -------
    CustomerKind
        The tests run in this order, and the first that holds decides: never ordered (prospect), no
        order for long (dormant), just begun (new), large revenue (large customer), large potential
        of which you have little (growth account), small revenue (small), else regular.

    Raises
    ------
    ValueError
        When a number is out of range, `small` is not below `large`, or the revenue exceeds the
        potential.

    Notes
    -----
    Common professional practice; the limits are the course's. Size is a first sieve and no more: a
    large customer is a candidate, and `key_account_matrix` tells which candidates become key
    accounts.

    Examples
    --------
    >>> hotel = customer_kind(6_000, potential=30_000)
    >>> hotel.kind, hotel.share, hotel.service.visits_per_year
    ('growth account', 0.2, 6)
    """
    bought = number(revenue, "revenue", 0)
    wallet = None if potential is None else number(potential, "potential", 0)
    if wallet is not None and bought > wallet:
        raise ValueError(
            f"revenue is {bought:.12g}, more than the potential of {wallet:.12g}; the potential is "
            "all the customer spends, with you and with others."
        )
    silent = None if months_since_order is None else number(months_since_order, "months_since_order", 0)
    known = None if months_as_customer is None else number(months_as_customer, "months_as_customer", 0)
    upper, lower = number(large, "large", 0.01), number(small, "small", 0)
    if lower >= upper:
        raise ValueError(f"small is {lower:.12g} and large is {upper:.12g}; give a small limit below the large one.")
    share_limit = fraction(growth_share, "growth_share")
    sleeps, fresh = number(dormant_after, "dormant_after", 0.01), number(new_for, "new_for", 0)
    if silent is None and bought > 0:
        raise ValueError(
            "months_since_order is missing (None), which means never ordered, but there is revenue; "
            "give the months since the last order."
        )
    share = None if wallet is None else ratio(bought, wallet)

    if silent is None:
        kind, because = "prospect", "It never ordered."
    elif silent >= sleeps:
        kind, because = "dormant customer", f"Its last order is {plain(silent)} months ago."
    elif known is not None and known < fresh:
        kind, because = "new customer", f"It has been a customer for less than {plain(fresh)} months."
    elif bought >= upper:
        kind, because = "large customer", f"It spends {euro(bought)} a year with you: {euro(upper)} or more."
    elif wallet is not None and wallet >= upper and share < share_limit:
        kind = "growth account"
        because = f"It spends {euro(wallet)} a year in all, and only {percent(share)} of that with you."
    elif bought < lower:
        kind, because = "small customer", f"It spends {euro(bought)} a year with you: under {euro(lower)}."
    else:
        kind, because = "regular customer", f"It spends {euro(bought)} a year with you."
    return CustomerKind(kind, STANDARDS[kind].dutch, share, because, service_level(kind))
