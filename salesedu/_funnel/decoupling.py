"""From stock or from scratch: how far a customer's order reaches back.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from salesedu._checks import count, named_numbers, yes_or_no

__all__ = [
    "DECOUPLING_POINTS",
    "LEAD_TIME_STEPS",
    "DecouplingPoint",
    "LeadTime",
    "customer_lead_time",
    "decoupling_point",
]

LEAD_TIME_STEPS = ("design", "purchase", "make", "adapt", "deliver", "install")
# Steps that are done after the order, for points 1 to 5.
AFTER = ((), ("deliver",), ("adapt", "deliver"), ("make", "adapt", "deliver"), LEAD_TIME_STEPS)


@dataclass(frozen=True)
class DecouplingPoint:
    """A decoupling point, and what it means for selling.

    Attributes
    ----------
    point : int
        1–5.
    name : str
        "standard, picked up", "standard, delivered", "standard, adapted", "made to order" or
        "turnkey project".
    dutch : str
        Its Dutch name.
    decided_at_order : str
        What is decided when the customer orders.
    koop : str
        How far the order reaches back into the chain (customer order decoupling point).
    in_stock : str
        What is ready before anyone orders.
    steps_after_order : tuple of str
        Steps of `LEAD_TIME_STEPS` that wait for the order.
    lead_time, quote, sales_role : str
        What it means for the time the customer waits, for the quote, and for who sells.
    advice : str
        What to get right.
    example : str
        At the case company.
    because : str
        Why it is this point.
    """

    point: int
    name: str
    dutch: str
    decided_at_order: str
    koop: str
    in_stock: str
    steps_after_order: tuple[str, ...]
    lead_time: str
    quote: str
    sales_role: str
    advice: str
    example: str
    because: str = ""


DECOUPLING_POINTS = (
    DecouplingPoint(
        point=1,
        name="standard, picked up",
        dutch="standaardproduct, afgehaald",
        decided_at_order="Only which product and how many; the customer takes it along.",
        koop="The shelf near the customer: the order goes no further back.",
        in_stock="Finished products, close to the customer.",
        steps_after_order=AFTER[0],
        lead_time="None: it is there or it is not. Availability is all.",
        quote="No quote: a price list.",
        sales_role="A counter or a web shop. A visit per order would cost more than it brings.",
        advice="Never be out of stock, and make the right product easy to find.",
        example="A café owner takes four bags of beans from the wholesaler's shelf.",
    ),
    DecouplingPoint(
        point=2,
        name="standard, delivered",
        dutch="standaardproduct, geleverd",
        decided_at_order="Which product, how many, where and when.",
        koop="The central stock: picking and transport are done for this order.",
        in_stock="Finished products, in one central place.",
        steps_after_order=AFTER[1],
        lead_time="Days: picking and transport.",
        quote="A price list with volume discount and delivery terms.",
        sales_role="Inside sales; a farmer who sets up a standing order and keeps it.",
        advice="Promise a delivery day you can keep, and make ordering again one click.",
        example="Beans and cups come to the office every second Tuesday.",
    ),
    DecouplingPoint(
        point=3,
        name="standard, adapted",
        dutch="aangepast standaardproduct",
        decided_at_order="Also which variant: options, size, fittings.",
        koop="Modules and parts: only finishing and fitting are done for this order.",
        in_stock="Modules, half-finished products.",
        steps_after_order=AFTER[2],
        lead_time="One to a few weeks: assembling, adapting, delivering.",
        quote="Put together from options with known prices.",
        sales_role="An adviser who finds out which variant fits, with a configurator at hand.",
        advice="Ask before you offer, and keep the number of options small enough to explain.",
        example="A machine with the customer's choice of grinder, milk system and payment.",
    ),
    DecouplingPoint(
        point=4,
        name="made to order",
        dutch="maatwerk, gemaakt op order",
        decided_at_order="The specification itself: it does not exist yet.",
        koop="Materials: making starts with the order.",
        in_stock="Materials and knowledge.",
        steps_after_order=AFTER[3],
        lead_time="Weeks to months: making is part of the wait.",
        quote="A calculation of its own, with drawing and specification; an error costs margin.",
        sales_role="A consultative seller together with an engineer, talking to several members of the DMU.",
        advice="Write down what was agreed before you calculate, and have it signed.",
        example="A bar counter with two built-in machines, made for one hotel.",
    ),
    DecouplingPoint(
        point=5,
        name="turnkey project",
        dutch="turnkeyproject",
        decided_at_order="The result: from design to a place that works, with everything in between.",
        koop="Before purchasing: even the design starts with the order.",
        in_stock="Knowledge and references only.",
        steps_after_order=AFTER[4],
        lead_time="Months: design, purchasing, making, installing and handing over.",
        quote="A project proposal: scope, phases, payment in parts, acceptance and who bears which risk.",
        sales_role="A team led by a senior seller and a project leader; partners at board level.",
        advice="Sell trust and a plan: agree what is not included, and who decides about changes.",
        example="A complete coffee bar in a station hall, ready on opening day.",
    ),
)
QUESTIONS = ("delivered", "adapted", "made to order", "turnkey")


def decoupling_point(
    delivered: bool = False, adapted: bool = False, made_to_order: bool = False, turnkey: bool = False
) -> DecouplingPoint:
    """Tell at which decoupling point (1–5) an order enters, and what that means.

    Parameters
    ----------
    delivered : bool
        Whether place and day of delivery are decided with the order (else the customer fetches it).
    adapted : bool
        Whether a standard product is adapted for this customer.
    made_to_order : bool
        Whether it is made to this customer's specification after the order.
    turnkey : bool
        Whether we take on the whole project, from design to a working result.

    Returns
    -------
    DecouplingPoint
        The furthest "yes" decides; those before it make no difference.

    Raises
    ------
    ValueError
        When an argument is not True or False.

    Notes
    -----
    Source of the decoupling point: Hoekstra, S. and Romme, J. (1992), *Integral Logistic
    Structures*, McGraw-Hill, with five positions: local stock, central stock, assemble to order,
    make to order, purchase and make to order. The supplier's scale (LOOP 1–5) follows them one by
    one here, in the words of the seller. Usual variant: make to stock, assemble, make and
    engineer to order (MTS, ATO, MTO, ETO), where 1 and 2 are one.

    Examples
    --------
    >>> order = decoupling_point(delivered=True, adapted=True)
    >>> order.point, order.name, order.steps_after_order
    (3, 'standard, adapted', ('adapt', 'deliver'))
    >>> print(order.because)
    The furthest thing decided with the order is that it is adapted: point 3.
    """
    answers = [
        yes_or_no(delivered, "delivered"),
        yes_or_no(adapted, "adapted"),
        yes_or_no(made_to_order, "made_to_order"),
        yes_or_no(turnkey, "turnkey"),
    ]
    furthest = max((place for place, yes in enumerate(answers, start=1) if yes), default=0)
    if furthest == 0:
        because = "Only which product and how many is decided with the order, and the customer fetches it: point 1."
    else:
        said = QUESTIONS[furthest - 1] if furthest < 4 else "a turnkey project"
        because = f"The furthest thing decided with the order is that it is {said}: point {furthest + 1}."
    return replace(DECOUPLING_POINTS[furthest], because=because)


@dataclass(frozen=True)
class LeadTime:
    """How long the customer waits, and what was done beforehand.

    Attributes
    ----------
    point : int
        Decoupling point, 1–5.
    days : float
        Days between order and delivery: the steps after the order, one after another.
    steps : dict
        Days of each step after the order.
    ahead : float
        Days of work done on a forecast, before anyone orders.
    ahead_steps : dict
        Days of each of those steps.
    total : float
        ``days + ahead``.
    """

    point: int
    days: float
    steps: dict[str, float]
    ahead: float
    ahead_steps: dict[str, float]
    total: float


def customer_lead_time(days: Mapping[str, float] | Iterable[float], point: int) -> LeadTime:
    """How long a customer waits at a decoupling point.

    Parameters
    ----------
    days : mapping or iterable
        Days of each step, 0–10,000: "design", "purchase", "make", "adapt", "deliver", "install". A
        step that is left out takes no time; a plain list has all six in this order. Installing
        counts at point 5 only: below it the customer sees to that.
    point : int
        Decoupling point, 1–5.

    Returns
    -------
    LeadTime

    Raises
    ------
    ValueError
        When a step is unknown, a number is out of range, or the point is not 1 to 5.

    Notes
    -----
    Source: Hoekstra and Romme (1992), see `decoupling_point`. Steps follow one another here; in
    practice some overlap. Work before the order shortens the wait, at the cost of stock and of the
    risk that nobody wants what was made.

    Examples
    --------
    >>> days = {"purchase": 20, "make": 10, "adapt": 4, "deliver": 2}
    >>> [customer_lead_time(days, point).days for point in (1, 2, 3, 4, 5)]
    [0.0, 2.0, 6.0, 16.0, 36.0]
    """
    remedy = "give days, from 0 to 10,000"
    given = named_numbers(days, "days", 0, 10_000, remedy, only=LEAD_TIME_STEPS)
    point = count(point, "point", 1)
    if point > 5:
        raise ValueError(f"point is {point}; give a decoupling point, a whole number from 1 to 5.")
    after = AFTER[point - 1]
    ordered = {step: given[step] for step in LEAD_TIME_STEPS if step in given}
    steps = {step: value for step, value in ordered.items() if step in after}
    # Nothing can be installed before it is ordered; below point 5 the customer sees to that.
    ahead = {step: value for step, value in ordered.items() if step not in after and step != "install"}
    waiting, done = fsum(steps.values()), fsum(ahead.values())
    return LeadTime(point, waiting, steps, done, ahead, waiting + done)
