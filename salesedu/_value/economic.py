"""What an offer is worth to a customer: economic value, perceived value, savings over years.

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, labelled_numbers, number, ratio

__all__ = [
    "EconomicValue",
    "PerceivedValue",
    "ValueStep",
    "economic_value",
    "perceived_value",
    "value_over_years",
]

Amounts = Mapping[str, float] | Iterable[float]
EUROS = "give an amount in euros, 0 or more"


@dataclass(frozen=True)
class ValueStep:
    """One bar of the waterfall from the reference price to the economic value.

    Attributes
    ----------
    name : str
        What the bar stands for.
    kind : str
        "reference", "positive", "negative" or "value".
    amount : float
        Euros, signed: negative for a drawback.
    start, end : float
        Euros where the bar begins and ends; the first and the last begin at 0.
    """

    name: str
    kind: str
    amount: float
    start: float
    end: float


@dataclass(frozen=True)
class EconomicValue:
    """What an offer is worth to one customer, next to its best alternative.

    Attributes
    ----------
    value : float
        The economic value to the customer (EVC) in euros: the price at which it would not care
        which of the two it buys.
    reference_price, positive, negative : float
        Euros: price of the alternative, all advantages and all drawbacks together.
    differentiation : float
        ``positive - negative``, in euros.
    steps : tuple of ValueStep
        The waterfall in order.
    price : float or None
        Euros asked; the next four are None without it.
    inducement : float or None
        ``value - price``: what the customer gains by buying here, its reason to change.
    premium : float or None
        ``price - reference_price``: euros asked above the alternative.
    share_left : float or None
        Fraction of the differentiation value that is left to the customer, ``inducement /
        differentiation``: 1 at the reference price, 0 when the price takes all. None as well
        when there is no differentiation value to share.
    verdict : str or None
        "better than the alternative", "no difference" or "worse than the alternative".
    """

    value: float
    reference_price: float
    positive: float
    negative: float
    differentiation: float
    steps: tuple[ValueStep, ...]
    price: float | None
    inducement: float | None
    premium: float | None
    share_left: float | None
    verdict: str | None


def economic_value(
    reference_price: float,
    positive: Amounts | None = None,
    negative: Amounts | None = None,
    price: float | None = None,
) -> EconomicValue:
    """Economic value to the customer (EVC) of an offer.

    Parameters
    ----------
    reference_price : float
        Euros, 0 or more: the price of what the customer would otherwise buy or keep.
    positive, negative : mapping or iterable, optional
        What the offer does better (saves, earns) and worse (costs, risks) than the alternative, by
        name, in euros, 0 or more; a plain list becomes "advantage 1", "drawback 1"... All for
        the same thing and time as the price: one machine over its life, say.
    price : float, optional
        Euros you ask, 0 or more.

    Returns
    -------
    EconomicValue

    Raises
    ------
    ValueError
        When an amount is negative, missing or no number. Give a drawback as a positive amount
        under `negative`.

    Notes
    -----
    ``EVC = reference price + positive - negative differentiation value``. Source: Forbis, J. L.
    and Mehta, N. T. (1981), Value-based strategies for industrial products, *Business Horizons*
    24(3); in this form Nagle, T. T. and Holden, R. K. (2002), *The Strategy and Tactics of
    Pricing*, 3rd ed., Prentice Hall. It holds for one customer and one alternative, and only as
    far as the customer believes the figures: perceived value is what decides.

    Examples
    --------
    >>> machine = economic_value(6_000, {"less waste": 1_500, "fewer failures": 1_000},
    ...                          {"training": 500}, price=7_000)
    >>> machine.value, machine.inducement, machine.share_left
    (8000.0, 1000.0, 0.5)
    >>> [(step.name, step.end) for step in machine.steps][:3]
    [('reference price', 6000.0), ('less waste', 7500.0), ('fewer failures', 8500.0)]
    """
    reference = number(reference_price, "reference_price", 0)
    better = _amounts(positive, "positive", "advantage")
    worse = _amounts(negative, "negative", "drawback")
    gained, lost = fsum(better.values()), fsum(worse.values())
    differentiation = gained - lost
    value = reference + differentiation

    steps = [ValueStep("reference price", "reference", reference, 0.0, reference)]
    for kind, sign, amounts in (("positive", 1, better), ("negative", -1, worse)):
        for name, euros in amounts.items():
            start = steps[-1].end
            steps.append(ValueStep(name, kind, sign * euros, start, start + sign * euros))
    steps.append(ValueStep("economic value", "value", value, 0.0, value))

    asked = None if price is None else number(price, "price", 0)
    inducement = None if asked is None else value - asked
    return EconomicValue(
        value=value,
        reference_price=reference,
        positive=gained,
        negative=lost,
        differentiation=differentiation,
        steps=tuple(steps),
        price=asked,
        inducement=inducement,
        premium=None if asked is None else asked - reference,
        share_left=None if inducement is None else ratio(inducement, differentiation),
        verdict=None if inducement is None else _verdict(inducement, max(value, asked)),
    )


def _amounts(values: Amounts | None, name: str, noun: str) -> dict[str, float]:
    if values is None or (isinstance(values, Mapping | list | tuple) and not values):
        return {}
    return labelled_numbers(values, name, noun, 0, remedy=EUROS)


def _verdict(inducement: float, size: float) -> str:
    if abs(inducement) <= ALLOWANCE * max(1.0, size):
        return "no difference"
    return f"{'better' if inducement > 0 else 'worse'} than the alternative"


@dataclass(frozen=True)
class PerceivedValue:
    """Benefits against sacrifices, as one customer sees them.

    Attributes
    ----------
    benefits, sacrifices : float
        Sums, in the unit they were given in.
    net : float
        ``benefits - sacrifices``.
    times : float or None
        ``benefits / sacrifices``: above 1 the offer is worth it; None without sacrifices.
    largest_benefit, largest_sacrifice : str or None
        Names; None when there are none above 0.
    """

    benefits: float
    sacrifices: float
    net: float
    times: float | None
    largest_benefit: str | None
    largest_sacrifice: str | None


def perceived_value(benefits: Amounts, sacrifices: Amounts) -> PerceivedValue:
    """Perceived value of an offer: what the customer gets against what it gives up.

    Parameters
    ----------
    benefits, sacrifices : mapping or iterable
        By name, 0 or more, all in one unit: euros, or points the customer gives. Sacrifices are
        the price and also time, trouble and risk.

    Returns
    -------
    PerceivedValue

    Raises
    ------
    ValueError
        When a number is negative, missing or no number, or one of the two is empty.

    Notes
    -----
    Source: Zeithaml, V. A. (1988), Consumer perceptions of price, quality, and value, *Journal of
    Marketing* 52(3): value is the overall judgement of what is received and what is given. She
    gives no formula; difference and ratio are the two usual ones, and may rank offers
    differently.

    Examples
    --------
    >>> offer = perceived_value({"taste": 8, "service": 6}, {"price": 7, "switching": 3})
    >>> offer.net, offer.times, offer.largest_sacrifice
    (4.0, 1.4, 'price')
    """
    remedy = "give a number of 0 or more"
    gets = labelled_numbers(benefits, "benefits", "benefit", 0, remedy=remedy)
    gives = labelled_numbers(sacrifices, "sacrifices", "sacrifice", 0, remedy=remedy)
    got, given = fsum(gets.values()), fsum(gives.values())
    return PerceivedValue(
        benefits=got,
        sacrifices=given,
        net=got - given,
        times=ratio(got, given),
        largest_benefit=_largest(gets),
        largest_sacrifice=_largest(gives),
    )


def _largest(values: dict[str, float]) -> str | None:
    name = max(values, key=values.__getitem__)
    return name if values[name] > 0 else None


def value_over_years(per_year: float, years: float, discount_rate: float = 0) -> float:
    """Present value of a yearly saving: what it is worth in today's euros.

    Parameters
    ----------
    per_year : float
        Euros a year, at the end of each year; negative for a cost.
    years : float
        Years it lasts, 0–50; part of a year counts for that part, at its end.
    discount_rate : float
        What a year of waiting costs, as a fraction, 0–1. At 0 it is just the sum.

    Returns
    -------
    float
        Euros.

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Examples
    --------
    >>> value_over_years(600, years=4)
    2400.0
    >>> round(value_over_years(600, years=4, discount_rate=0.08), 2)
    1987.28
    """
    euros = number(per_year, "per_year")
    years = number(years, "years", 0, 50, "give a number of years from 0 to 50")
    rate = number(
        discount_rate, "discount_rate", 0, 1, "give a fraction from 0 to 1, such as 0.08 for 8 %"
    )
    whole = int(years)
    full = fsum(euros / (1 + rate) ** year for year in range(1, whole + 1))
    return full + (years - whole) * euros / (1 + rate) ** years
