"""When the funnel narrows: which intervention brings most orders per euro.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE, nested_numbers, number, ratio
from salesedu._funnel.interventions import INTERVENTIONS
from salesedu._funnel.runs import FunnelRun, Rates, read_rates, run_funnel
from salesedu._notation import SPACE, and_list, euro, percent, plain, signed

__all__ = ["BestLever", "Lever", "best_lever"]

MOST_OPTIONS = 20


@dataclass(frozen=True)
class Lever:
    """One option: what it costs and what it brings.

    Attributes
    ----------
    name : str
        As given.
    dutch : str or None
        Dutch name, for one of the four interventions.
    cost : float
        Euros.
    effects : dict
        As given: "volume" as a fraction of the start, a stage in points of its conversion.
    start : float
        What goes in at the top with it.
    rates : dict
        Conversions with it.
    orders : float
        Orders with it.
    gain : float
        Orders more than before; negative when it costs orders.
    gain_per_euro : float or None
        ``gain / cost``; None when it costs nothing (under a cent).
    cost_per_order : float or None
        Euros for each order gained; None without a gain.
    contribution : float or None
        ``gain × margin_per_order − cost`` in euros; None without a margin.
    capped : tuple of str
        Stages whose conversion would have left 0–1 and was kept there.
    because : str
        The sum in a sentence.
    """

    name: str
    dutch: str | None
    cost: float
    effects: dict[str, float]
    start: float
    rates: dict[str, float]
    orders: float
    gain: float
    gain_per_euro: float | None
    cost_per_order: float | None
    contribution: float | None
    capped: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class BestLever:
    """Options ranked by orders gained per euro.

    Attributes
    ----------
    orders : float
        Orders before anything is done.
    options : dict
        A `Lever` by name, in the order given.
    ranking : tuple of str
        Names, most orders per euro first.
    best : str or None
        The first of the ranking; None when no option gains orders.
    by_gain : tuple of str
        Names, most orders gained first, whatever they cost.
    together : float
        Orders if all options are done.
    together_gain : float
        Orders gained by all together: levers multiply, so this is not the sum of the gains.
    """

    orders: float
    options: dict[str, Lever]
    ranking: tuple[str, ...]
    best: str | None
    by_gain: tuple[str, ...]
    together: float
    together_gain: float


def best_lever(
    start: float,
    rates: Rates,
    options: Mapping[str, Mapping[str, float]],
    *,
    margin_per_order: float | None = None,
) -> BestLever:
    """Rank ways to act on a funnel by orders gained per euro.

    Parameters
    ----------
    start, rates
        The funnel as it is, as in `run_funnel`.
    options : mapping of mappings
        For each option its "cost" in euros (0 or more) and its effects: "volume", the extra share of
        the start (0.2 = 20 % more; −1 to 10), and by the name of a stage the *points* added to its
        conversion (0.05 = from 25 % to 30 %; −1 to 1). Several effects and negative ones may go
        together: more calls at the cost of attention. Conversions stay within 0–1. At most 20.
    margin_per_order : float, optional
        Euros of margin on an order, 0 or more.

    Returns
    -------
    BestLever
        Ranked by orders gained per euro. An option that gains orders for nothing goes before all
        others; one that gains none comes last, the most harmful at the end. Ties keep the order in
        which the options were given.

    Raises
    ------
    ValueError
        When a cost is missing, an effect names no stage, or a number is out of range.

    Notes
    -----
    Common professional practice; no single origin. The effects are estimates: try the best one in
    one team first. A conversion that is lifted by a share (25 % → 30 % is a fifth more) brings the
    same share of extra orders at whatever stage, so what counts is room and price, not which stage
    is the narrowest. Usual variant: rank by contribution instead of orders per euro, which favours
    the large option over the cheap one.

    Examples
    --------
    >>> result = best_lever(
    ...     200,
    ...     {"visit": 0.5, "quote": 0.4, "order": 0.25},
    ...     {"coach": {"cost": 6_000, "order": 0.05}, "more actions": {"cost": 4_000, "volume": 0.2},
    ...      "train": {"cost": 9_000, "visit": 0.1, "quote": 0.04}},
    ... )
    >>> result.orders, result.ranking
    (10.0, ('more actions', 'train', 'coach'))
    >>> round(result.options["train"].gain, 2), result.by_gain[0]
    (3.2, 'train')
    >>> round(result.options["coach"].cost_per_order)
    3000
    """
    given, _ = read_rates(rates)
    for reserved in ("cost", "volume"):
        if reserved in given:
            raise ValueError(f"rates names a stage {reserved!r}, which an option uses for itself; call it otherwise.")
    before = run_funnel(start, given)
    margin = None if margin_per_order is None else number(margin_per_order, "margin_per_order", 0)
    asked = nested_numbers(options, "options")
    if len(asked) > MOST_OPTIONS:
        raise ValueError(f"options has {len(asked)} options; give at most {MOST_OPTIONS}.")
    levers = {name: _lever(name, one, before, margin) for name, one in asked.items()}
    noise = ALLOWANCE * max(1.0, before.orders)

    def per_euro(name: str) -> tuple[int, float]:
        lever = levers[name]
        if lever.gain <= noise:
            return 2, -_rounded(lever.gain)
        return (0, -_rounded(lever.gain)) if lever.gain_per_euro is None else (1, -_rounded(lever.gain_per_euro))

    ranking = tuple(sorted(levers, key=per_euro))
    everything: dict[str, float] = {}
    for one in asked.values():
        for effect, value in one.items():
            everything[effect] = everything.get(effect, 0.0) + value
    growth = 1.0
    for one in asked.values():
        growth *= 1 + one.get("volume", 0.0)
    together = run_funnel(before.start * growth, _with(given, everything)[0]).orders
    return BestLever(
        orders=before.orders,
        options=levers,
        ranking=ranking,
        best=ranking[0] if levers[ranking[0]].gain > noise else None,
        by_gain=tuple(sorted(levers, key=lambda name: -_rounded(levers[name].gain))),
        together=together,
        together_gain=together - before.orders,
    )


def _lever(name: str, one: dict[str, float], before: FunnelRun, margin: float | None) -> Lever:
    place = f"options: {name}"
    if "cost" not in one:
        raise ValueError(f"{place} has no 'cost'; add its euros, 0 if it is free.")
    cost = number(one["cost"], f"{place}: cost", 0)
    effects = {effect: value for effect, value in one.items() if effect != "cost"}
    for effect, value in effects.items():
        if effect == "volume":
            number(value, f"{place}: volume", -1, 10, "give the extra share of the start, such as 0.2 for 20 % more")
        elif effect in before.rates:
            number(value, f"{place}: {effect}", -1, 1, "give points of conversion, such as 0.05 for 5 points more")
        else:
            raise ValueError(f"{place} names {effect!r}; use 'cost', 'volume' or a stage: {', '.join(before.rates)}.")
    start = before.start * (1 + effects.get("volume", 0.0))
    rates, capped = _with(before.rates, effects)
    after = run_funnel(start, rates)
    # Nothing changed means exactly nothing gained, whatever the floats say.
    gain = after.orders - before.orders if any(effects.values()) else 0.0
    gains = gain > ALLOWANCE * max(1.0, before.orders)
    return Lever(
        name=name,
        dutch=INTERVENTIONS[name].dutch if name in INTERVENTIONS else None,
        cost=cost,
        effects=effects,
        start=start,
        rates=rates,
        orders=after.orders,
        gain=gain,
        gain_per_euro=ratio(gain, cost),
        cost_per_order=cost / gain if gains else None,
        contribution=None if margin is None else gain * margin - cost,
        capped=capped,
        because=_because(effects, before.rates, rates, before.orders, gain, cost, gains),
    )


def _with(rates: dict[str, float], effects: dict[str, float]) -> tuple[dict[str, float], tuple[str, ...]]:
    """The conversions with the points added, and the stages that had to be kept within 0–1."""
    wanted = {stage: rate + effects.get(stage, 0.0) for stage, rate in rates.items()}
    capped = tuple(stage for stage, rate in wanted.items() if not -ALLOWANCE <= rate <= 1 + ALLOWANCE)
    return {stage: min(1.0, max(0.0, rate)) for stage, rate in wanted.items()}, capped


def _rounded(value: float) -> float:
    return float(f"{value:.10g}")  # so that a tie is a tie, whatever the last digits


def _because(
    effects: dict[str, float],
    old: dict[str, float],
    new: dict[str, float],
    orders: float,
    gain: float,
    cost: float,
    gains: bool,
) -> str:
    parts = []
    if effects.get("volume"):
        parts.append(f"{signed(100 * effects['volume'], 0)}{SPACE}% at the top")
    parts += [
        f"{stage} from {percent(old[stage], 1)} to {percent(new[stage], 1)}"
        for stage, points in effects.items()
        if stage != "volume" and points
    ]
    change = and_list(parts) if parts else "no effect"
    count = f"{plain(orders, 1)} orders become {plain(orders + gain, 1)}"
    price = f" for {euro(cost)}, {euro(cost / gain)} for each order gained" if gains else f", at a cost of {euro(cost)}"
    return f"{change[0].upper()}{change[1:]}: {count}{price}."
