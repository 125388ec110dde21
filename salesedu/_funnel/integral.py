"""The integral order funnel: marketing and sales in one, from an audience in thousands to orders.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import labelled_numbers, named_numbers, number, ratio, shown
from salesedu._funnel.response import KINDS, kinds_of, term_of

__all__ = ["IntegralFunnel", "Phase", "integral_funnel"]

Figures = Mapping[str, float] | Iterable[float]
RATE = "give a rate from 0 to 1, such as 0.25 for 25 %"
EUROS = "give euros, 0 or more"


@dataclass(frozen=True)
class Phase:
    """One phase of an integral order funnel.

    Attributes
    ----------
    kind : str or None
        "cognitive" (knowing), "affective" (liking) or "conative" (acting); None when not told.
    term : str or None
        "long" for cognitive and affective phases, which also work later; "short" for conative ones.
    approached : float
        People or firms that are approached in it.
    hits : float
        Those who go on.
    hit_rate : float
        ``hits / approached`` (0–1).
    cost : float
        Euros, fixed and per contact together.
    cost_per_contact, cost_per_hit : float or None
        Euros for each approached, and for each that goes on.
    cost_per_lead, cost_per_order : float or None
        Euros of *this phase* for each lead, and each order, of the whole funnel; they add up to the
        totals.
    share_of_cost : float or None
        Share (0–1) of all costs.
    cost_so_far : float
        Euros of this phase and those before it.
    cost_so_far_per_hit : float or None
        What one who is left has cost until now.
    stopped : float
        Those approached who do not go on.
    orders_later : float
        Those of them who still order later.
    """

    kind: str | None
    term: str | None
    approached: float
    hits: float
    hit_rate: float
    cost: float
    cost_per_contact: float | None
    cost_per_hit: float | None
    cost_per_lead: float | None
    cost_per_order: float | None
    share_of_cost: float | None
    cost_so_far: float
    cost_so_far_per_hit: float | None
    stopped: float
    orders_later: float


@dataclass(frozen=True)
class IntegralFunnel:
    """Marketing and sales in one funnel.

    Attributes
    ----------
    audience : float
        People or firms at the top (not thousands).
    phases : dict
        A `Phase` by name, in order.
    leads, orders : float
        Hits of the lead phase, and of the last.
    cost : float
        Euros of all phases.
    cost_per_contact, cost_per_lead, cost_per_order : float or None
        All costs over the audience, the leads and the orders of this period.
    lead_phase : str
        The phase whose hits are the leads.
    cost_by_kind : dict
        Euros for "cognitive", "affective" and "conative".
    cost_by_term : dict
        Euros for "long" and "short".
    orders_later, orders_long_term : float
        Orders that come after this period, and those with the orders of this period.
    cost_per_order_long_term : float or None
        All costs over the orders in the long term.
    contribution, contribution_long_term : float or None
        Margin on the orders minus all costs; None without a margin.
    dearest : str or None
        Phase that costs most; None when nothing costs anything.
    """

    audience: float
    phases: dict[str, Phase]
    leads: float
    orders: float
    cost: float
    cost_per_contact: float | None
    cost_per_lead: float | None
    cost_per_order: float | None
    lead_phase: str
    cost_by_kind: dict[str, float]
    cost_by_term: dict[str, float]
    orders_later: float
    orders_long_term: float
    cost_per_order_long_term: float | None
    contribution: float | None
    contribution_long_term: float | None
    dearest: str | None


def integral_funnel(
    audience_thousands: float,
    hit_rates: Figures,
    cost: Figures | None = None,
    *,
    cost_each: Figures | None = None,
    kinds: Mapping[str, str] | None = None,
    lead: str | None = None,
    comes_back: Figures | None = None,
    margin_per_order: float | None = None,
) -> IntegralFunnel:
    """Run the integral order funnel, with what each phase costs.

    Parameters
    ----------
    audience_thousands : float
        Audience at the top in thousands, 0 or more: 40 = 40,000 people or firms.
    hit_rates : mapping or iterable
        For each phase the share (0–1) of those approached that goes on; from history, see
        `hit_rates`. At least two phases, the last one being the order.
    cost : mapping or iterable, optional
        Fixed euros of each phase, 0 or more: an advertisement, a stand. A mapping may leave phases out.
    cost_each : mapping or iterable, optional
        Euros for each one *approached* in a phase, 0 or more: a letter, a visit.
    kinds : mapping, optional
        "cognitive", "affective" or "conative" by phase. Names in `RESPONSE_STAGES` know theirs.
    lead : str, optional
        The phase whose hits are leads; else the one called "lead" or "leads", else the one before the
        last.
    comes_back : mapping or iterable, optional
        For each phase the share (0–1) of those who stop in it that still order later. They are the
        long term: a campaign is often judged before they have come.
    margin_per_order : float, optional
        Euros of margin on an order, 0 or more.

    Returns
    -------
    IntegralFunnel
        Expected numbers, not whole.

    Raises
    ------
    ValueError
        When a number is out of range, or a phase, kind or lead phase is unknown.

    Notes
    -----
    The stages: Lavidge, R. J. and Steiner, G. A. (1961), A model for predictive measurements of
    advertising effectiveness, *Journal of Marketing* 25(6). One funnel over marketing and sales is
    common professional practice. Usual variants: costs per thousand reached (CPM) in the first
    phase; other sequences than knowing, liking, acting (Vakratsas and Ambler 1999).

    Examples
    --------
    >>> year = integral_funnel(
    ...     40,
    ...     {"attention": 0.25, "interest": 0.10, "lead": 0.20, "order": 0.10},
    ...     {"attention": 20_000, "interest": 6_000, "lead": 4_000, "order": 10_000},
    ... )
    >>> [phase.hits for phase in year.phases.values()]
    [10000.0, 1000.0, 200.0, 20.0]
    >>> year.cost_per_lead, year.cost_per_order, year.cost_by_term["long"]
    (200.0, 2000.0, 26000.0)
    >>> later = integral_funnel(40, [0.25, 0.002], [20_000, 20_000], comes_back=[0, 0.001])
    >>> round(later.orders, 2), round(later.orders_later, 2), round(later.cost_per_order_long_term)
    (20.0, 9.98, 1334)
    """
    audience = 1000 * number(audience_thousands, "audience_thousands", 0, 1e9, "give thousands, 0 or more")
    rates = labelled_numbers(hit_rates, "hit_rates", "phase", 0, 1, RATE)
    names = tuple(rates)
    if not 2 <= len(names) <= 30:
        raise ValueError(f"hit_rates has {len(names)} phases; give 2 to 30, the last one being the order.")
    fixed = _per_phase(cost, "cost", names, EUROS)
    each = _per_phase(cost_each, "cost_each", names, EUROS)
    back = _per_phase(comes_back, "comes_back", names, RATE, 1)
    kind_of = kinds_of(kinds, names)
    lead_phase = _lead(lead, names)
    margin = None if margin_per_order is None else number(margin_per_order, "margin_per_order", 0)

    approached = [audience]
    for rate in rates.values():
        approached.append(approached[-1] * rate)
    costs = [fixed[name] + each[name] * people for name, people in zip(names, approached, strict=False)]
    leads, orders, total = approached[names.index(lead_phase) + 1], approached[-1], fsum(costs)
    phases = {}
    for place, name in enumerate(names):
        people, hits, euros = approached[place], approached[place + 1], costs[place]
        so_far = fsum(costs[: place + 1])
        phases[name] = Phase(
            kind=kind_of[name],
            term=term_of(kind_of[name]),
            approached=people,
            hits=hits,
            hit_rate=rates[name],
            cost=euros,
            cost_per_contact=ratio(euros, people),
            cost_per_hit=ratio(euros, hits),
            cost_per_lead=ratio(euros, leads),
            cost_per_order=ratio(euros, orders),
            share_of_cost=ratio(euros, total),
            cost_so_far=so_far,
            cost_so_far_per_hit=ratio(so_far, hits),
            stopped=people - hits,
            orders_later=(people - hits) * back[name],
        )
    later = fsum(phase.orders_later for phase in phases.values())
    return IntegralFunnel(
        audience=audience,
        phases=phases,
        leads=leads,
        orders=orders,
        cost=total,
        cost_per_contact=ratio(total, audience),
        cost_per_lead=ratio(total, leads),
        cost_per_order=ratio(total, orders),
        lead_phase=lead_phase,
        cost_by_kind={kind: fsum(p.cost for p in phases.values() if p.kind == kind) for kind in KINDS},
        cost_by_term={term: fsum(p.cost for p in phases.values() if p.term == term) for term in ("long", "short")},
        orders_later=later,
        orders_long_term=orders + later,
        cost_per_order_long_term=ratio(total, orders + later),
        contribution=None if margin is None else orders * margin - total,
        contribution_long_term=None if margin is None else (orders + later) * margin - total,
        dearest=max(names, key=lambda name: phases[name].cost) if total > 0 else None,
    )


def _per_phase(
    values: Figures | None, name: str, names: tuple[str, ...], remedy: str, maximum: float | None = None
) -> dict[str, float]:
    result = dict.fromkeys(names, 0.0)
    if values is None:
        return result
    bounds = (0,) if maximum is None else (0, maximum)
    plain_list = not isinstance(values, Mapping) and not callable(getattr(values, "items", None))
    only = names if plain_list else ()
    result.update(named_numbers(values, name, *bounds, remedy=remedy, only=only or None))
    for phase in result:
        if phase not in names:
            raise ValueError(f"{name} names {phase!r}, which is no phase of hit_rates; use {', '.join(names)}.")
    return result


def _lead(lead: str | None, names: tuple[str, ...]) -> str:
    if lead is None:
        return next((name for name in names if name.strip().lower() in ("lead", "leads")), names[-2])
    if not isinstance(lead, str) or lead not in names:
        raise ValueError(f"lead is {shown(lead)}; use one of the phases: {', '.join(names)}.")
    return lead
