"""The way of selling that fits a customer, and what the wrong one costs.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salesedu._checks import named_numbers, number, one_of
from salesedu._notation import euro
from salesedu.value import SELLING_MODES, VALUE_CUSTOMERS

__all__ = ["SELLING_HOURS", "SellingFit", "selling_mode"]

SELLING_HOURS = {"transactional": 5, "consultative": 60, "strategic": 400}
DUTCH = {
    "transactional": "transactionele verkoop",
    "consultative": "consultatieve verkoop",
    "strategic": "strategische verkoop",
}
BECAUSE = {
    "intrinsic": "It knows the product and compares: it values price and ease, and a long talk only takes its time.",
    "extrinsic": "It values advice: help to see its problem and the solution is worth more to it than a lower price.",
    "strategic": "It wants to use more of your firm than the product, and both change their ways for it.",
}
ADVICE = {
    "transactional": "Make buying easy and cheap: web shop, standard quotes, inside sales, few visits.",
    "consultative": "Invest hours in its questions: analyse, show what the problem costs, fit the solution to it.",
    "strategic": "Build an alliance: directors and experts of both firms, a joint plan, shared gains. For very few.",
}


@dataclass(frozen=True)
class SellingFit:
    """How well a way of selling fits a customer.

    Attributes
    ----------
    value_customer : str
        "intrinsic", "extrinsic" or "strategic".
    fits, dutch : str
        The mode that fits: "transactional", "consultative" or "strategic".
    used : str or None
        The mode you sell in now.
    match : bool or None
        Whether they are the same; None when `used` is not given.
    mismatch : str or None
        "too much" (dearer than the customer values) or "too little"; None when they match.
    cost, cost_used, extra_cost : float or None
        Euros a year of the fitting mode, of the one used, and used minus fitting.
    result, result_used : float or None
        Margin minus that cost; None without a margin.
    pays : bool or None
        Whether the margin covers the fitting mode.
    because, warning, advice : str
        Why this mode fits; what is wrong ("" when nothing is); what to do.
    """

    value_customer: str
    fits: str
    dutch: str
    used: str | None
    match: bool | None
    mismatch: str | None
    cost: float
    cost_used: float | None
    extra_cost: float | None
    result: float | None
    result_used: float | None
    pays: bool | None
    because: str
    warning: str
    advice: str


def selling_mode(
    value_customer: str,
    used: str | None = None,
    margin: float | None = None,
    *,
    hours: Mapping[str, float] | None = None,
    cost_per_hour: float = 65,
) -> SellingFit:
    """The way of selling that fits a value customer, and the cost of another.

    Parameters
    ----------
    value_customer : {"intrinsic", "extrinsic", "strategic"}
        What the customer values; `value.value_customer_type` finds it.
    used : {"transactional", "consultative", "strategic"}, optional
        The way you sell to it now.
    margin : float, optional
        Gross margin of this customer in euros a year; may be negative.
    hours : mapping, optional
        Hours a year that each of the three modes takes, 0–100,000; `SELLING_HOURS` when left out.
    cost_per_hour : float
        Euros that an hour of your people costs, 0–10,000.

    Returns
    -------
    SellingFit

    Raises
    ------
    ValueError
        When a word is unknown, a mode has no hours, or a number is out of range.

    Notes
    -----
    Source: Rackham, N. and DeVincentis, J. R. (1999), *Rethinking the Sales Force*, McGraw-Hill,
    who call the third mode "enterprise". The hours (5, 60, 400) are the course's: what matters is
    that each is many times the one before.

    Examples
    --------
    >>> canteen = selling_mode("intrinsic", used="consultative", margin=2_000)
    >>> canteen.fits, canteen.mismatch, canteen.extra_cost, canteen.result_used
    ('transactional', 'too much', 3575.0, -1900.0)
    """
    kind = one_of(value_customer, "value_customer", VALUE_CUSTOMERS)
    modes = tuple(SELLING_MODES.values())
    now = None if used is None else one_of(used, "used", modes)
    earned = None if margin is None else number(margin, "margin")
    rate = number(cost_per_hour, "cost_per_hour", 0, 10_000)
    remedy = "give hours a year from 0 to 100,000"
    time = named_numbers(SELLING_HOURS if hours is None else hours, "hours", 0, 1e5, remedy, only=modes)
    for mode in modes:
        if mode not in time:
            raise ValueError(f"hours has no {mode!r}; {remedy} for it.")

    fits = SELLING_MODES[kind]
    cost = time[fits] * rate
    cost_used = None if now is None else time[now] * rate
    mismatch = None
    if now is not None and now != fits:
        mismatch = "too much" if modes.index(now) > modes.index(fits) else "too little"
    pays = None if earned is None else earned >= cost
    return SellingFit(
        value_customer=kind,
        fits=fits,
        dutch=DUTCH[fits],
        used=now,
        match=None if now is None else now == fits,
        mismatch=mismatch,
        cost=cost,
        cost_used=cost_used,
        extra_cost=None if cost_used is None else cost_used - cost,
        result=None if earned is None else earned - cost,
        result_used=None if earned is None or cost_used is None else earned - cost_used,
        pays=pays,
        because=BECAUSE[kind],
        warning=_warning(now, fits, mismatch, cost, cost_used),
        advice=_advice(fits, pays, cost),
    )


def _warning(now: str | None, fits: str, mismatch: str | None, cost: float, cost_used: float | None) -> str:
    if mismatch == "too much":
        more = max(0.0, cost_used - cost)
        return (
            f"You sell in the {now} way to a customer that wants the {fits} one: it costs {euro(more)} a year more, "
            "and the customer will not pay for it."
        )
    if mismatch == "too little":
        return (
            f"You sell in the {now} way to a customer that wants the {fits} one: it finds you no different from the "
            "others, so that only your price is left, and a rival that gives more takes it over."
        )
    return ""


def _advice(fits: str, pays: bool | None, cost: float) -> str:
    if pays is False:
        cheaper = {
            "transactional": "sell on line only, or raise the smallest order.",
            "consultative": "advise by telephone or in groups, or charge for advice.",
            "strategic": "sell in the consultative way until the margin is there.",
        }
        return f"The margin does not cover the {euro(cost)} a year that this mode costs: {cheaper[fits]}"
    return ADVICE[fits]
