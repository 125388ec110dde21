"""The funnel as an elimination race, run forwards and backwards.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from salesedu._checks import count, labelled_numbers, number, yes_or_no

__all__ = ["FunnelRun", "leads_needed", "read_rates", "run_funnel"]

Rates = Mapping[str, float] | Iterable[float]
RATE = "give a rate from 0 to 1, such as 0.25 for 25 %"
MOST_STAGES = 30
SCARCEST = 1e-9  # below this overall rate no start would do


@dataclass(frozen=True)
class FunnelRun:
    """A funnel from top to bottom.

    Attributes
    ----------
    start : float
        What goes in at the top; a whole number (int) when `whole`.
    counts : dict
        What is left at each stage.
    orders : float
        What is left at the last one.
    rates : dict
        Conversion (0–1) into each stage.
    overall : float
        All rates multiplied.
    lost : dict
        What dropped out on the way to each stage.
    narrowest : str
        Stage with the lowest rate; the first of several.
    leads : int
        `start` rounded up.
    leads_per_order : float or None
        ``1 / overall``; None when a rate is 0 or the product is under one in a billion.
    whole : bool
        Whether only whole firms count.
    target : float or None
        Orders that were asked for; None for a forward run.
    """

    start: float
    counts: dict[str, float]
    orders: float
    rates: dict[str, float]
    overall: float
    lost: dict[str, float]
    narrowest: str
    leads: int
    leads_per_order: float | None
    whole: bool
    target: float | None = None


def run_funnel(start: float, rates: Rates, *, whole: bool = False) -> FunnelRun:
    """Run a funnel forwards: what is left at each stage.

    Parameters
    ----------
    start : float
        What goes in at the top (suspects, leads), 0 or more.
    rates : mapping or iterable
        Conversion (0–1) into each stage, in order: ``{"visit": 0.5, "quote": 0.4, "order": 0.25}``.
        A plain list becomes "step 1", "step 2"... At most 30.
    whole : bool
        False: averages, so 2.5 orders is an answer. True: only whole firms count; at every stage
        the number is rounded down.

    Returns
    -------
    FunnelRun

    Raises
    ------
    ValueError
        When a rate or the start is out of range, or the start is no whole number while `whole`.

    Notes
    -----
    Common professional practice; no single origin. See `leads_needed` for the way back. Rates are
    taken as the simple fractions they stand for (0.1 is a tenth, 1/3 a third), so no rounding error
    turns 3 visits into 2.

    Examples
    --------
    >>> year = run_funnel(200, {"visit": 0.5, "quote": 0.4, "order": 0.25})
    >>> year.counts, year.orders, year.narrowest
    ({'visit': 100.0, 'quote': 40.0, 'order': 10.0}, 10.0, 'order')
    >>> run_funnel(50, [0.5, 0.3, 0.3]).orders, run_funnel(50, [0.5, 0.3, 0.3], whole=True).orders
    (2.25, 2)
    """
    whole = yes_or_no(whole, "whole")
    given, exact = read_rates(rates)
    entering = count(start, "start") if whole else simple_fraction(number(start, "start", 0))
    left = [Fraction(entering)]
    for rate in exact.values():
        left.append(Fraction(floor(left[-1] * rate)) if whole else left[-1] * rate)
    return _result(left, given, exact, whole, None)


def leads_needed(
    target: float, rates: Rates, *, value_per_order: float | None = None, whole: bool = False
) -> FunnelRun:
    """Run a funnel backwards: what must go in at the top to reach a target.

    Parameters
    ----------
    target : float
        Orders wanted, 0 or more; euros when `value_per_order` is given.
    rates : mapping or iterable
        As in `run_funnel`; together at least one in a billion.
    value_per_order : float, optional
        Euros of an average order, 0.01 or more.
    whole : bool
        False: averages; the answer to "how many leads" is then `leads`, the start rounded up. True:
        only whole firms count; at every stage the number is rounded up.

    Returns
    -------
    FunnelRun
        What must be there at each stage.

    Raises
    ------
    ValueError
        When a number is out of range, a rate is 0, or the target is no whole number while `whole`.

    Notes
    -----
    It agrees with `run_funnel`: a forward run from this start gives the target, and with
    ``whole=True`` the start is the *smallest* that does. The whole way asks for a few more, since
    it rounds at every stage. Both are what you need on average: with chance in play, about half
    of the time fewer orders come out.

    Examples
    --------
    >>> plan = leads_needed(7, {"visit": 0.3, "quote": 0.3, "order": 0.3})
    >>> round(plan.start, 2), plan.leads
    (259.26, 260)
    >>> whole = leads_needed(7, {"visit": 0.3, "quote": 0.3, "order": 0.3}, whole=True)
    >>> whole.start, whole.counts
    (267, {'visit': 80, 'quote': 24, 'order': 7})
    >>> leads_needed(50_000, [0.5, 0.4, 0.25], value_per_order=5_000).leads
    200
    """
    whole = yes_or_no(whole, "whole")
    given, exact = read_rates(rates)
    if value_per_order is not None:
        value = number(value_per_order, "value_per_order", 0.01, remedy="give the euros of one order, above 0")
        orders = simple_fraction(number(target, "target", 0)) / simple_fraction(value)
        orders = Fraction(ceil(orders)) if whole else orders
    elif whole:
        orders = Fraction(count(target, "target"))
    else:
        orders = simple_fraction(number(target, "target", 0))
    overall = _product(exact)
    if overall < SCARCEST:
        raise ValueError(f"rates multiply to {overall:.3g}; no start will do, so give rates above 0.")
    left = [orders]
    for rate in reversed(exact.values()):
        before = left[0] / rate
        left.insert(0, Fraction(ceil(before)) if whole else before)
    return _result(left, given, exact, whole, float(orders))


def read_rates(rates: Rates, name: str = "rates") -> tuple[dict[str, float], dict[str, Fraction]]:
    """The rates as given, and as the simple fractions they stand for."""
    given = labelled_numbers(rates, name, "step", 0, 1, RATE)
    if len(given) > MOST_STAGES:
        raise ValueError(f"{name} has {len(given)} stages; give at most {MOST_STAGES}, by taking some together.")
    return given, {stage: simple_fraction(rate) for stage, rate in given.items()}


def simple_fraction(value: float) -> Fraction:
    """A number as the simple fraction it stands for: 0.1 is a tenth, not the float next to it."""
    exact = Fraction(value)
    simple = exact.limit_denominator(1_000_000)
    return simple if abs(simple - exact) <= abs(exact) / 10**12 else exact


def _product(rates: dict[str, Fraction]) -> float:
    product = Fraction(1)
    for rate in rates.values():
        product *= rate
    return float(product)


def _result(
    left: list[Fraction], given: dict[str, float], exact: dict[str, Fraction], whole: bool, target: float | None
) -> FunnelRun:
    shown = int if whole else float
    overall = _product(exact)
    return FunnelRun(
        start=shown(left[0]),
        counts=dict(zip(given, map(shown, left[1:]), strict=True)),
        orders=shown(left[-1]),
        rates=given,
        overall=overall,
        lost={stage: shown(left[place] - left[place + 1]) for place, stage in enumerate(given)},
        narrowest=min(given, key=given.__getitem__),
        leads=ceil(left[0]),
        leads_per_order=1 / overall if overall >= SCARCEST else None,
        whole=whole,
        target=target,
    )
