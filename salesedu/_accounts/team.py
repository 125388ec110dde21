"""Hunters and farmers: how many of each the targets ask for.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from dataclasses import dataclass
from math import ceil, fsum

from salesedu._checks import ALLOWANCE, fraction, number, ratio
from salesedu._notation import and_list, plain

__all__ = ["HUNTER_AND_FARMER", "TeamMix", "new_business_needed", "team_mix"]

HUNTER_AND_FARMER = {
    "hunter": (
        "finds and qualifies prospects",
        "opens doors at firms that do not know you",
        "wins the first order",
        "hands the customer over on paper",
    ),
    "farmer": (
        "looks after customers and keeps them",
        "raises share of wallet and sells the next product",
        "builds contacts on more levels",
        "writes the account plan and keeps it",
    ),
}


@dataclass(frozen=True)
class TeamMix:
    """Hunters and farmers.

    Attributes
    ----------
    hunters_exact, farmers_exact : float
        Target over what one sells.
    hunters_needed, farmers_needed, people : int
        The same, rounded up, and both together.
    hunter_share : float or None
        Fraction of `people` that hunts; None without people.
    hunters, farmers : float or None
        Those you have.
    hunters_short, farmers_short : float or None
        Needed minus have: to hire; negative when there are more than needed.
    new_business_reached, existing_business_reached : float or None
        Euros that those you have can sell, whether or not you need it.
    cost : float or None
        Euros a year of the people needed, when both costs are known.
    cost_of_new, cost_of_existing : float or None
        Euros of people for each euro of the target.
    advice : str
    """

    hunters_exact: float
    farmers_exact: float
    hunters_needed: int
    farmers_needed: int
    people: int
    hunter_share: float | None
    hunters: float | None
    farmers: float | None
    hunters_short: float | None
    farmers_short: float | None
    new_business_reached: float | None
    existing_business_reached: float | None
    cost: float | None
    cost_of_new: float | None
    cost_of_existing: float | None
    advice: str


def team_mix(
    new_business: float,
    existing_business: float,
    per_hunter: float,
    per_farmer: float,
    *,
    hunters: float | None = None,
    farmers: float | None = None,
    cost_per_hunter: float | None = None,
    cost_per_farmer: float | None = None,
) -> TeamMix:
    """Hunters and farmers needed for a target of new and of existing business.

    Parameters
    ----------
    new_business, existing_business : float
        Targets in euros a year, 0 or more: sales to new customers, and to those you have.
    per_hunter, per_farmer : float
        Euros a year that one of them sells of his or her own kind, 1 or more.
    hunters, farmers : float, optional
        Those you have; part-timers count in part.
    cost_per_hunter, cost_per_farmer : float, optional
        Euros a year all in: pay, variable pay, car, charges.

    Returns
    -------
    TeamMix

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Notes
    -----
    Common professional practice; no single origin. Hunters and farmers are rounded up apart: half
    a hunter and half a farmer are no salesperson who does both well (in the books of the case
    company hunters win new customers far more often, and farmers win growth).

    Examples
    --------
    >>> team = team_mix(900_000, 6_000_000, per_hunter=250_000, per_farmer=800_000, hunters=2, farmers=10)
    >>> team.hunters_needed, team.farmers_needed, team.hunters_short, team.farmers_short
    (4, 8, 2.0, -2.0)
    """
    new, existing = number(new_business, "new_business", 0), number(existing_business, "existing_business", 0)
    remedy = "give the euros a year that one person sells, 1 or more"
    hunts = number(per_hunter, "per_hunter", 1, remedy=remedy)
    farms = number(per_farmer, "per_farmer", 1, remedy=remedy)
    hunter_pay = _optional(cost_per_hunter, "cost_per_hunter")
    farmer_pay = _optional(cost_per_farmer, "cost_per_farmer")
    have_hunters, have_farmers = _optional(hunters, "hunters", 1e6), _optional(farmers, "farmers", 1e6)

    need_hunters, need_farmers = _up(new / hunts), _up(existing / farms)
    people = need_hunters + need_farmers
    cost_new = None if hunter_pay is None else need_hunters * hunter_pay
    cost_existing = None if farmer_pay is None else need_farmers * farmer_pay
    short_hunters = None if have_hunters is None else need_hunters - have_hunters
    short_farmers = None if have_farmers is None else need_farmers - have_farmers
    return TeamMix(
        hunters_exact=new / hunts,
        farmers_exact=existing / farms,
        hunters_needed=need_hunters,
        farmers_needed=need_farmers,
        people=people,
        hunter_share=ratio(need_hunters, people),
        hunters=have_hunters,
        farmers=have_farmers,
        hunters_short=short_hunters,
        farmers_short=short_farmers,
        new_business_reached=None if have_hunters is None else have_hunters * hunts,
        existing_business_reached=None if have_farmers is None else have_farmers * farms,
        cost=None if cost_new is None or cost_existing is None else fsum((cost_new, cost_existing)),
        cost_of_new=None if cost_new is None else ratio(cost_new, new),
        cost_of_existing=None if cost_existing is None else ratio(cost_existing, existing),
        advice=_advice(need_hunters, need_farmers, short_hunters, short_farmers),
    )


def _optional(value: object, name: str, most: float = 1e9) -> float | None:
    return None if value is None else number(value, name, 0, most)


def _up(exact: float) -> int:
    return max(0, ceil(exact - ALLOWANCE * max(1.0, exact)))


def _people(amount: float, one: str) -> str:
    whole = abs(amount - round(amount)) <= ALLOWANCE
    return f"{plain(amount, 0 if whole else 1)} {one if amount == 1 else one + 's'}"


def _advice(hunters: int, farmers: int, short_hunters: float | None, short_farmers: float | None) -> str:
    need = f"The targets ask for {_people(hunters, 'hunter')} and {_people(farmers, 'farmer')}"
    short = [
        _people(amount, noun)
        for amount, noun in ((short_hunters, "hunter"), (short_farmers, "farmer"))
        if amount is not None and amount > ALLOWANCE
    ]
    over = [
        noun
        for amount, noun in ((short_hunters, "hunters"), (short_farmers, "farmers"))
        if amount is not None and amount <= -1
    ]
    if short and over:
        return (
            f"{need}: you are {and_list(short)} short and have {over[0]} to spare. Do not simply change their job: "
            "what makes one good makes the other poor. Hire, or train those who want it."
        )
    if short:
        return f"{need}: you are {and_list(short)} short, so hire, raise what one sells, or lower the target."
    if over:
        return f"{need}: you have {and_list(over)} to spare, for a higher target or lower cost."
    return f"{need}." if short_hunters is None and short_farmers is None else f"{need}: the team fits."


def new_business_needed(target: float, revenue: float, retention: float, growth: float = 0) -> float:
    """New business needed to reach a target, once customers who leave are counted.

    Parameters
    ----------
    target : float
        Next year's target in euros, 0 or more.
    revenue : float
        This year's revenue in euros, 0 or more.
    retention : float
        Fraction (0–1) of that revenue whose customers stay.
    growth : float
        Growth of those who stay, a fraction from −1 to 10.

    Returns
    -------
    float
        Euros, ``target - revenue * retention * (1 + growth)``, at least 0.

    Raises
    ------
    ValueError
        When a number is out of range or no number.

    Notes
    -----
    Common professional practice; no single origin. Counted as euros within the year: a customer
    won in October brings a quarter of its yearly revenue.

    Examples
    --------
    >>> new_business_needed(7_000_000, 6_500_000, retention=0.88, growth=0.05)
    994000.0
    """
    remedy = "give a fraction from −1 to 10, such as 0.05 for 5 %"
    more = number(growth, "growth", -1, 10, remedy)
    kept = number(revenue, "revenue", 0) * fraction(retention, "retention") * (1 + more)
    goal = number(target, "target", 0)
    needed = goal - kept
    # Less than rounding can add is nothing.
    return needed if needed > ALLOWANCE * max(1.0, goal) else 0.0
