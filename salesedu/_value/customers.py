"""What kind of value a customer looks for: intrinsic, extrinsic or strategic.

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE, named_numbers, number

__all__ = ["SELLING_MODES", "VALUE_CUSTOMERS", "ValueCustomer", "value_customer_type"]

VALUE_CUSTOMERS = ("intrinsic", "extrinsic", "strategic")
SELLING_MODES = {
    "intrinsic": "transactional",
    "extrinsic": "consultative",
    "strategic": "strategic",
}


@dataclass(frozen=True)
class ValueCustomer:
    """What kind of value customer this is.

    Attributes
    ----------
    marks : dict
        Mark for each kind, 0–10.
    kind : str or None
        The kind that is far enough ahead; None for a mixed customer.
    ahead : float
        Points between the best and the runner-up.
    selling_mode : str or None
        The way of selling that fits: "transactional", "consultative" or "strategic"; None for a
        mixed customer.
    """

    marks: dict[str, float]
    kind: str | None
    ahead: float
    selling_mode: str | None


def value_customer_type(
    marks: Mapping[str, float] | Iterable[float], lead: float = 1.5
) -> ValueCustomer:
    """Intrinsic, extrinsic or strategic value customer.

    Parameters
    ----------
    marks : mapping or iterable
        How well each description fits the customer, 0–10; a plain list in this order.
        "intrinsic": it knows the product, compares, and wants it cheap and easy. "extrinsic": it
        wants advice and gives you time to find what its problem really is. "strategic": it wants to
        use more of your firm than your product, and to change its own ways for it.
    lead : float
        Points the best must be ahead of the runner-up, above 0 and at most 10.

    Returns
    -------
    ValueCustomer

    Raises
    ------
    ValueError
        When a kind is unknown or missing, or a number is out of range.

    Notes
    -----
    Source: Rackham, N. and DeVincentis, J. R. (1999), *Rethinking the Sales Force*, McGraw-Hill;
    they call the third way of selling "enterprise". They give no marks: the marks and the lead
    are ours. One firm may be one kind for beans and another for a coffee bar.

    Examples
    --------
    >>> canteen = value_customer_type({"intrinsic": 8, "extrinsic": 4, "strategic": 1})
    >>> canteen.kind, canteen.selling_mode
    ('intrinsic', 'transactional')
    """
    remedy = "give a mark from 0 to 10"
    given = named_numbers(marks, "marks", 0, 10, remedy, only=VALUE_CUSTOMERS)
    for kind in VALUE_CUSTOMERS:
        if kind not in given:
            raise ValueError(f"marks has no {kind!r}; {remedy} for it.")
    remedy = "give the points of a lead, above 0 and at most 10"
    lead = number(lead, "lead", 0.01, 10, remedy)
    ordered = {kind: given[kind] for kind in VALUE_CUSTOMERS}
    best, second, _ = sorted(ordered.values(), reverse=True)
    leads = best - second >= lead - ALLOWANCE
    kind = max(ordered, key=ordered.__getitem__) if leads else None
    return ValueCustomer(
        marks=ordered,
        kind=kind,
        ahead=best - second,
        selling_mode=SELLING_MODES[kind] if kind else None,
    )
