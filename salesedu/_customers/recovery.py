"""What a complaint handled well, handled badly or never voiced is worth.

Part of chapter 1; import it from :mod:`salesedu.customers`.
"""

from dataclasses import dataclass

from salesedu._checks import count, fraction, number

__all__ = ["RecoveryValue", "expected_loss", "recovery_value"]


@dataclass(frozen=True)
class RecoveryValue:
    """What customers who met a problem are still worth, by what became of their complaint.

    Amounts are euros over the whole horizon.

    Attributes
    ----------
    per_well, per_badly, per_never : float
        Expected margin of *one* customer on each path.
    value_well, value_badly, value_never : float
        Expected margin of all customers on each path.
    total : float
        The three paths together.
    lost : float
        Expected margin lost because customers do not come back.
    gain : float
        What the complaints that were voiced bring more than they would have in silence.
    cost : float
        Cost of handling the complaints that were voiced.
    net : float
        ``gain - cost``: the value of the complaint programme.
    return_on_handling : float or None
        ``net / cost`` as a fraction (2.0 = two euros earned on top of each euro spent); None
        when handling costs nothing.
    missed : float
        What the silent customers would add, net of cost, had they complained and been handled
        well.
    break_even_cost : float or None
        The cost per complaint at which `net` is zero; None when nobody complains.
    """

    per_well: float
    per_badly: float
    per_never: float
    value_well: float
    value_badly: float
    value_never: float
    total: float
    lost: float
    gain: float
    cost: float
    net: float
    return_on_handling: float | None
    missed: float
    break_even_cost: float | None


def expected_loss(customers: int, repeat_rate: float, margin_per_year: float, years: float = 1) -> float:
    """Margin that is expected to be lost with the customers who do not buy again.

    Parameters
    ----------
    customers : int
        Customers concerned.
    repeat_rate : float
        Share (0–1) that buys again.
    margin_per_year : float
        Margin of one customer in euros a year, 0 or more.
    years : float
        Years over which you look ahead, 0–50.

    Returns
    -------
    float
        Euros.

    Raises
    ------
    ValueError
        When an argument is out of range or no number.

    Examples
    --------
    >>> expected_loss(40, repeat_rate=0.75, margin_per_year=1_200, years=2)
    24000.0
    """
    return (
        count(customers, "customers")
        * (1 - fraction(repeat_rate, "repeat_rate"))
        * number(margin_per_year, "margin_per_year", 0)
        * _years(years)
    )


def recovery_value(
    handled_well: int,
    handled_badly: int,
    never_voiced: int,
    repeat_well: float,
    repeat_badly: float,
    repeat_never: float,
    margin_per_year: float,
    years: float = 1,
    cost_per_complaint: float = 0,
) -> RecoveryValue:
    """Value of complaint handling in repeat business.

    Customers who met a problem take one of three paths. On each path a customer who buys
    again is worth ``margin_per_year * years``; one who does not is worth nothing.

    Parameters
    ----------
    handled_well, handled_badly, never_voiced : int
        Customers on each path.
    repeat_well, repeat_badly, repeat_never : float
        Share (0–1) on each path that buys again.
    margin_per_year : float
        Margin of one customer in euros a year, 0 or more.
    years : float
        Years over which you look ahead, 0–50.
    cost_per_complaint : float
        Euros spent on each complaint that is voiced, handled well or badly; 0 or more.

    Returns
    -------
    RecoveryValue
        Value per path, value of the programme and the return on complaint handling.

    Raises
    ------
    ValueError
        When an argument is out of range or no number, or when there are no customers.

    Notes
    -----
    The programme is compared with silence: had nobody listened, those who complained would
    have returned at the rate of those who never did. A usual variant lets every path shrink
    each year by its own retention rate (chapter 6); here somebody stays or leaves once.

    That good recovery can leave a customer more loyal than no failure at all, the *service
    recovery paradox*, was named by McCollough and Bharadwaj (1992). Tax, Brown and
    Chandrashekaran (1998) tie staying to how fair the handling was; Tax and Brown (1998)
    describe it as a programme with a return. The paradox is not a law: in many studies
    recovered customers are merely less unhappy.

    Examples
    --------
    >>> year = recovery_value(50, 30, 120, 0.90, 0.60, 0.70, margin_per_year=1_500, years=3,
    ...                       cost_per_complaint=150)
    >>> round(year.per_well), round(year.gain), round(year.cost), round(year.net)
    (4050, 31500, 12000, 19500)
    """
    well = count(handled_well, "handled_well")
    badly = count(handled_badly, "handled_badly")
    never = count(never_voiced, "never_voiced")
    if not well + badly + never:
        raise ValueError("handled_well, handled_badly and never_voiced are all 0; give at least one customer.")
    stays = (
        fraction(repeat_well, "repeat_well"),
        fraction(repeat_badly, "repeat_badly"),
        fraction(repeat_never, "repeat_never"),
    )
    kept = number(margin_per_year, "margin_per_year", 0) * _years(years)
    cost_each = number(cost_per_complaint, "cost_per_complaint", 0)

    per_well, per_badly, per_never = (rate * kept for rate in stays)
    values = (well * per_well, badly * per_badly, never * per_never)
    voiced = well + badly
    gain = well * (per_well - per_never) + badly * (per_badly - per_never)
    cost = voiced * cost_each
    return RecoveryValue(
        per_well=per_well,
        per_badly=per_badly,
        per_never=per_never,
        value_well=values[0],
        value_badly=values[1],
        value_never=values[2],
        total=sum(values),
        lost=sum(customers * (1 - rate) * kept for customers, rate in zip((well, badly, never), stays, strict=True)),
        gain=gain,
        cost=cost,
        net=gain - cost,
        # Rounding hides nothing here: a cost below a cent is no cost to earn a return on.
        return_on_handling=(gain - cost) / cost if cost >= 0.01 else None,
        missed=never * (per_well - per_never - cost_each),
        break_even_cost=gain / voiced if voiced else None,
    )


def _years(years: float) -> float:
    return number(years, "years", 0, 50, "give a number of years from 0 to 50")
