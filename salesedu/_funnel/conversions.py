"""Conversions of a funnel that has run: from counts, or from the history of each deal.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import prod

from salesedu._checks import ALLOWANCE, count, labelled_numbers, named_numbers, numbered, ratio, shown

__all__ = ["StageConversions", "conversions_from_history", "stage_conversions"]

COUNTS = "give a number of deals, 0 or more"
RATE = "give a rate from 0 to 1, such as 0.25 for 25 %"


@dataclass(frozen=True)
class StageConversions:
    """How many went on from each stage of a funnel to the next.

    Attributes
    ----------
    reached : dict
        Deals that ever reached each stage.
    waiting : dict
        Deals that are still open in it.
    rates : dict
        Conversion (0–1) *into* each stage but the first, of the deals before it that were decided;
        None when there were none.
    lost : dict
        Deals that dropped out on the way into each stage.
    overall : float or None
        All rates multiplied: the chance of an order at the start.
    chance_from : dict
        Chance (0–1) of an order for a deal that has reached the stage; 1 at the last.
    narrowest : str or None
        Stage with the lowest rate into it.
    leak : str or None
        Stage furthest below its benchmark, as a ratio: repairing it brings most orders. None when
        no stage is below, or without benchmarks.
    orders_at_benchmark : dict
        For each stage with a benchmark: orders in the end if only that rate were at its benchmark.
    """

    reached: dict[str, int]
    waiting: dict[str, int]
    rates: dict[str, float | None]
    lost: dict[str, int]
    overall: float | None
    chance_from: dict[str, float | None]
    narrowest: str | None
    leak: str | None
    orders_at_benchmark: dict[str, float]


def stage_conversions(
    reached: Mapping[str, int] | Iterable[int],
    benchmarks: Mapping[str, float] | None = None,
    waiting: Mapping[str, int] | None = None,
) -> StageConversions:
    """Conversions from counts per stage, and where the funnel leaks.

    Parameters
    ----------
    reached : mapping or iterable
        Deals that ever reached each stage, in order, never rising; at least two stages. A plain
        list becomes "step 1", "step 2"...
    benchmarks : mapping, optional
        The rate (0–1) *into* a stage that you hold possible; for some or all but the first.
    waiting : mapping, optional
        Deals that are open in a stage today. They have not dropped out, so they are left out of the
        rate to the next stage. None in the last one.

    Returns
    -------
    StageConversions

    Raises
    ------
    ValueError
        When a number is out of range, a later stage counts more than an earlier one, or a benchmark
        or a waiting deal belongs to no stage.

    Notes
    -----
    Common professional practice; no single origin. The *narrowest* stage need not be the one that
    leaks: the first step of a funnel is always narrow, which is why a fair verdict asks for a
    benchmark (last year, another region).

    Examples
    --------
    >>> year = stage_conversions({"lead": 200, "visit": 100, "quote": 40, "order": 10})
    >>> year.rates, year.narrowest
    ({'visit': 0.5, 'quote': 0.4, 'order': 0.25}, 'order')
    >>> year.chance_from["quote"], year.chance_from["lead"]
    (0.25, 0.05)
    >>> year = stage_conversions(year.reached, benchmarks={"visit": 0.5, "quote": 0.6, "order": 0.25})
    >>> year.leak, year.orders_at_benchmark["quote"]
    ('quote', 15.0)
    """
    given = labelled_numbers(reached, "reached", "step")
    counts = {stage: count(value, f"reached: {stage}") for stage, value in given.items()}
    stages = list(counts)
    if len(stages) < 2:
        raise ValueError("reached has one stage; give at least two, the first being the entry.")
    for before, after in pairwise(stages):
        if counts[after] > counts[before]:
            raise ValueError(
                f"reached: {after} is {counts[after]}, more than the {counts[before]} of {before}; count for each "
                "stage the deals that ever reached it, in order."
            )
    open_deals = _waiting(waiting, counts)
    goals = {} if benchmarks is None else _benchmarks(benchmarks, stages)
    rates = {
        after: ratio(counts[after], counts[before] - open_deals[before])
        for before, after in pairwise(stages)
    }
    chances: dict[str, float | None] = {stages[-1]: 1.0}
    for before, after in reversed(list(pairwise(stages))):
        known = rates[after] is not None and chances[after] is not None
        chances[before] = rates[after] * chances[after] if known else None
    known = {stage: rate for stage, rate in rates.items() if rate is not None}
    return StageConversions(
        reached=counts,
        waiting=open_deals,
        rates=rates,
        lost={
            after: counts[before] - open_deals[before] - counts[after]
            for before, after in pairwise(stages)
        },
        overall=chances[stages[0]],
        chance_from={stage: chances[stage] for stage in stages},
        narrowest=min(known, key=known.__getitem__) if known else None,
        leak=_leak(known, goals),
        orders_at_benchmark={
            stage: counts[stages[0]] * prod(rate or 0.0 for rate in {**rates, stage: goal}.values())
            for stage, goal in goals.items()
        },
    )


def conversions_from_history(
    deals: Iterable,
    stages: Iterable[str],
    order: Iterable[str],
    lost: str = "lost",
    benchmarks: Mapping[str, float] | None = None,
) -> StageConversions:
    """Conversions from the stage history of deals, one row for each step.

    Parameters
    ----------
    deals, stages : iterable
        For each step the deal (a number or a name) and the stage it entered. Rows may stand in any
        order.
    order : iterable of str
        The stages in sequence, from entry to won.
    lost : str
        Name of the stage of a lost deal.
    benchmarks : mapping, optional
        As in `stage_conversions`.

    Returns
    -------
    StageConversions
        A deal that reached a stage counts for all stages before it, even if one was skipped. A deal
        that is neither won nor lost is `waiting` in its furthest stage.

    Raises
    ------
    ValueError
        When the lists differ in length, are empty, or hold a stage that is not in `order`.

    Examples
    --------
    >>> deals = ["P1", "P1", "P1", "P2", "P2", "P3", "P3"]
    >>> stages = ["visit", "quote", "won", "visit", "lost", "visit", "quote"]
    >>> result = conversions_from_history(deals, stages, order=["visit", "quote", "won"])
    >>> result.reached, result.waiting["quote"], result.rates["won"]
    ({'visit': 3, 'quote': 2, 'won': 1}, 1, 1.0)
    """
    sequence = _sequence(order, lost)
    place_of = {stage: place for place, stage in enumerate(sequence)}
    who = [deal for _, deal in numbered(deals, "deals", "give the deal of each step")]
    where = [stage for _, stage in numbered(stages, "stages", "give the stage of each step")]
    if len(who) != len(where):
        raise ValueError(f"stages has {len(where)} steps and deals has {len(who)}; give one for each.")
    if not who:
        raise ValueError("deals is empty; give at least one step.")
    furthest: dict[object, int] = {}
    closed = set()
    for row, (deal, stage) in enumerate(zip(who, where, strict=True), start=1):
        name = _deal(deal, row)
        place = place_of.get(stage) if isinstance(stage, str) else None
        if place is None and stage != lost:
            raise ValueError(f"stages: step {row} is {shown(stage)}; use {', '.join(sequence)} or {lost!r}.")
        furthest[name] = max(furthest.get(name, 0), place or 0)
        if place is None or place == len(sequence) - 1:
            closed.add(name)
    reached = [0] * len(sequence)
    waiting = [0] * len(sequence)
    for deal, place in furthest.items():
        waiting[place] += deal not in closed
        for passed in range(place + 1):
            reached[passed] += 1
    return stage_conversions(
        dict(zip(sequence, reached, strict=True)), benchmarks, dict(zip(sequence, waiting, strict=True))
    )


def _sequence(order: Iterable[str], lost: str) -> list[str]:
    sequence: list[str] = []
    for place, stage in numbered(order, "order", "give the stages in sequence, from entry to won"):
        if not isinstance(stage, str) or not stage.strip():
            raise ValueError(f"order: stage {place} is {shown(stage)}; name it in words.")
        if stage in sequence:
            raise ValueError(f"order names {stage!r} twice; give each stage once.")
        sequence.append(stage)
    if len(sequence) < 2:
        raise ValueError(f"order has {len(sequence)} stages; give at least two, from entry to won.")
    if not isinstance(lost, str) or lost in sequence:
        raise ValueError(f"lost is {shown(lost)}; give the name of the stage of a lost deal, which is not in order.")
    return sequence


def _deal(deal: object, row: int) -> object:
    missing = deal is None or (not isinstance(deal, str) and shown(deal).startswith("missing"))
    if missing or getattr(deal, "__hash__", None) is None:
        raise ValueError(f"deals: step {row} is {shown(deal)}; give the name or number of the deal.")
    return deal


def _waiting(waiting: Mapping[str, int] | None, counts: dict[str, int]) -> dict[str, int]:
    result = dict.fromkeys(counts, 0)
    stages = list(counts)
    if waiting is None:
        return result
    for stage, value in named_numbers(waiting, "waiting", 0, remedy=COUNTS).items():
        if stage not in counts:
            raise ValueError(f"waiting names {stage!r}, which is no stage; use {', '.join(stages)}.")
        result[stage] = count(value, f"waiting: {stage}")
        if stage == stages[-1]:
            if result[stage]:
                raise ValueError(f"waiting: {stage} is {result[stage]}; nobody waits in the last stage, so give 0.")
            continue
        left = counts[stage] - counts[stages[stages.index(stage) + 1]]
        if result[stage] > left:
            raise ValueError(
                f"waiting: {stage} is {result[stage]}, but only {left} did not go on; count the deals that are open "
                "in this stage."
            )
    return result


def _benchmarks(benchmarks: Mapping[str, float], stages: list[str]) -> dict[str, float]:
    goals = named_numbers(benchmarks, "benchmarks", 0, 1, RATE)
    for stage in goals:
        if stage not in stages[1:]:
            raise ValueError(f"benchmarks names {stage!r}, which no rate leads into; use {', '.join(stages[1:])}.")
    return goals


def _leak(rates: dict[str, float], goals: dict[str, float]) -> str | None:
    below = {
        stage: rates[stage] / goal
        for stage, goal in goals.items()
        if stage in rates and goal > 0 and rates[stage] < goal - ALLOWANCE
    }
    return min(below, key=below.__getitem__) if below else None
