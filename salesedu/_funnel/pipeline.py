"""The operational order funnel: today's open deals, their weighted value and their velocity.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import fraction, named_numbers, number, numbered, ratio, shown
from salesedu._funnel.deals import CHANCE, chances_of, values_of

__all__ = ["PipelineStage", "Velocity", "WeightedPipeline", "velocity", "weighted_pipeline"]

Figures = Mapping[str, float] | Iterable[float]
DAYS_PER_YEAR = 365


@dataclass(frozen=True)
class PipelineStage:
    """The open deals of one stage.

    Attributes
    ----------
    deals : int
        How many.
    value : float
        Euros, as if all were won.
    weighted : float
        Euros, each deal times its chance.
    expected_orders : float
        Their chances added up.
    share : float or None
        Share (0–1) of the whole weighted value.
    """

    deals: int
    value: float
    weighted: float
    expected_orders: float
    share: float | None


@dataclass(frozen=True)
class WeightedPipeline:
    """Open deals, weighted by their chances.

    Attributes
    ----------
    deals : int
        How many.
    value, weighted : float
        Euros, as if all were won, and each deal times its chance.
    expected_orders : float
        Chances added up.
    mean_chance : float or None
        ``weighted / value``: the chance of an average *euro*.
    by_stage : dict
        A `PipelineStage` by name; empty without stages.
    largest : str or None
        Deal with the most weighted value; None when all are 0.
    largest_share : float or None
        Its share (0–1): a high one means that the average will not be what happens.
    booked : float
        Euros already won this period.
    expected : float
        ``booked + weighted``.
    target, gap : float or None
        Euros aimed at, and ``expected − target`` (negative = short); None without a target.
    coverage : float or None
        Open value over what is still to be booked: 3 = three euros open for each euro needed. None
        without a target or when nothing is needed any more.
    """

    deals: int
    value: float
    weighted: float
    expected_orders: float
    mean_chance: float | None
    by_stage: dict[str, PipelineStage]
    largest: str | None
    largest_share: float | None
    booked: float
    expected: float
    target: float | None
    gap: float | None
    coverage: float | None


def weighted_pipeline(
    values: Figures,
    chances: Figures | None = None,
    stages: Iterable[str] | Mapping[str, str] | None = None,
    stage_chances: Mapping[str, float] | None = None,
    *,
    target: float | None = None,
    booked: float = 0,
) -> WeightedPipeline:
    """Value of the open deals, each times its chance of being won.

    Parameters
    ----------
    values : mapping or iterable
        Euros of each open deal, 0 or more; a plain list becomes "deal 1", "deal 2"...
    chances : mapping or iterable, optional
        Chance (0–1) of each deal. Leave out to use those of the stages.
    stages : iterable or mapping, optional
        Stage of each deal.
    stage_chances : mapping, optional
        Chance (0–1) of an order from each stage, such as ``chance_from`` of `stage_conversions`.
    target : float, optional
        Euros aimed at, 0 or more.
    booked : float
        Euros already won in the period, 0 or more.

    Returns
    -------
    WeightedPipeline

    Raises
    ------
    ValueError
        When a number is out of range, lists differ in length, neither or both kinds of chances are
        given, or a stage has no chance.

    Notes
    -----
    Common professional practice; no single origin. It is the mean of what may happen, not the most
    likely outcome: see `simulate_pipeline` for the range. Usual variant: a chance per stage for
    all, which keeps a seller's hope out of it.

    Examples
    --------
    >>> today = weighted_pipeline([10_000, 20_000], [0.5, 0.2], target=15_000, booked=4_000)
    >>> today.weighted, today.expected, today.gap
    (9000.0, 13000.0, -2000.0)
    >>> today = weighted_pipeline([10_000, 20_000], stages=["quote", "visit"],
    ...                           stage_chances={"visit": 0.1, "quote": 0.25})
    >>> today.weighted, today.by_stage["quote"].weighted
    (4500.0, 2500.0)
    """
    euros = values_of(values)
    stage_of = None if stages is None else _stages(stages, euros)
    if chances is not None and stage_chances is not None:
        raise ValueError("chances and stage_chances are both given; give one of the two.")
    if chances is not None:
        chance = chances_of(chances, "chances", euros)
        order = list(dict.fromkeys(stage_of.values())) if stage_of else []
    else:
        chance, order = _by_stage(stage_of, stage_chances)
    aim = None if target is None else number(target, "target", 0)
    won = number(booked, "booked", 0)
    weight = {deal: euros[deal] * chance[deal] for deal in euros}
    value, weighted = fsum(euros.values()), fsum(weight.values())
    largest = max(weight, key=weight.__getitem__)
    groups = {stage: [deal for deal in euros if stage_of[deal] == stage] for stage in order}
    return WeightedPipeline(
        deals=len(euros),
        value=value,
        weighted=weighted,
        expected_orders=fsum(chance.values()),
        mean_chance=ratio(weighted, value),
        by_stage={
            stage: PipelineStage(
                deals=len(group),
                value=fsum(euros[deal] for deal in group),
                weighted=(part := fsum(weight[deal] for deal in group)),
                expected_orders=fsum(chance[deal] for deal in group),
                share=ratio(part, weighted),
            )
            for stage, group in groups.items()
        },
        largest=largest if weight[largest] > 0 else None,
        largest_share=ratio(weight[largest], weighted),
        booked=won,
        expected=won + weighted,
        target=aim,
        gap=None if aim is None else won + weighted - aim,
        coverage=None if aim is None else ratio(value, aim - won),
    )


def _stages(stages: Iterable[str] | Mapping[str, str], euros: dict[str, float]) -> dict[str, str]:
    if isinstance(stages, Mapping):
        for deal in euros:
            if deal not in stages:
                raise ValueError(f"stages has no {deal!r}, but values has; add it.")
        listed = [stages[deal] for deal in euros]
    else:
        listed = [stage for _, stage in numbered(stages, "stages", "give the stage of each deal")]
    if len(listed) != len(euros):
        raise ValueError(f"stages has {len(listed)} deals and values has {len(euros)}; give one for each.")
    for deal, stage in zip(euros, listed, strict=True):
        if not isinstance(stage, str) or not stage.strip():
            raise ValueError(f"stages: {deal} is {shown(stage)}; name its stage in words.")
    return dict(zip(euros, listed, strict=True))


def _by_stage(
    stage_of: dict[str, str] | None, stage_chances: Mapping[str, float] | None
) -> tuple[dict[str, float], list[str]]:
    if stage_of is None or stage_chances is None:
        raise ValueError("chances is missing; give a chance for each deal, or stages together with stage_chances.")
    known = named_numbers(stage_chances, "stage_chances", 0, 1, CHANCE)
    for deal, stage in stage_of.items():
        if stage not in known:
            raise ValueError(f"stage_chances has no {stage!r}, the stage of {deal}; use {', '.join(known)} or add it.")
    used = set(stage_of.values())
    return {deal: known[stage] for deal, stage in stage_of.items()}, [stage for stage in known if stage in used]


@dataclass(frozen=True)
class Velocity:
    """What a pipeline brings in per unit of time.

    Attributes
    ----------
    per_day, per_week, per_month, per_quarter, per_year : float
        Euros; a year has 365 days, four quarters and twelve months.
    orders_per_day : float
        Orders won a day.
    levers : dict
        Euros a day more if only "deals", "value", "win_rate" or "cycle_days" gets 10 % better (the
        cycle 10 % shorter; a win rate goes to 1 at most).
    best_lever : str
        The one that brings most; the first of a tie.
    """

    per_day: float
    per_week: float
    per_month: float
    per_quarter: float
    per_year: float
    orders_per_day: float
    levers: dict[str, float]
    best_lever: str


def velocity(deals: float, value: float, win_rate: float, cycle_days: float) -> Velocity:
    """Pipeline velocity: deals × value × win rate / cycle days.

    Parameters
    ----------
    deals : float
        Open deals at any time, 0 or more.
    value : float
        Average euros of a deal, 0 or more.
    win_rate : float
        Share (0–1) of deals that is won.
    cycle_days : float
        Average days a deal is open, 0.5–10,000.

    Returns
    -------
    Velocity

    Raises
    ------
    ValueError
        When a number is out of range.

    Notes
    -----
    Common professional practice. It is Little's law, Little, J. D. C. (1961), A proof for the queuing
    formula L = λW, *Operations Research* 9(3): as many deals leave per day as are open, divided by how
    long each stays. So it holds for a pipeline that is kept filled, and the days must be those of
    *all* deals, lost ones too. The 10 % on the cycle brings 11.1 %, because it is divided by.

    Examples
    --------
    >>> flow = velocity(deals=40, value=8_000, win_rate=0.25, cycle_days=80)
    >>> flow.per_day, flow.per_quarter
    (1000.0, 91250.0)
    >>> {name: round(gain, 2) for name, gain in flow.levers.items()}
    {'deals': 100.0, 'value': 100.0, 'win_rate': 100.0, 'cycle_days': 111.11}
    """
    deals = number(deals, "deals", 0)
    value = number(value, "value", 0)
    rate = fraction(win_rate, "win_rate")
    days = number(cycle_days, "cycle_days", 0.5, 10_000, "give days, from 0.5 to 10,000")
    per_day = deals * value * rate / days
    grown = min(1.0, 1.1 * rate)
    levers = {
        "deals": 0.1 * per_day,
        "value": 0.1 * per_day,
        "win_rate": deals * value * (grown - rate) / days,
        "cycle_days": per_day / 0.9 - per_day,
    }
    return Velocity(
        per_day=per_day,
        per_week=7 * per_day,
        per_month=DAYS_PER_YEAR / 12 * per_day,
        per_quarter=DAYS_PER_YEAR / 4 * per_day,
        per_year=DAYS_PER_YEAR * per_day,
        orders_per_day=deals * rate / days,
        levers=levers,
        best_lever=max(levers, key=levers.__getitem__),
    )
