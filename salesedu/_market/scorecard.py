"""The balanced scorecard: four perspectives, their critical success factors and KPIs.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, number, numbered, shown
from salesedu._customers.strategy import kpi_attainment
from salesedu._market.weighing import rows, shares, yes_or_no

__all__ = ["PERSPECTIVES", "Scorecard", "ScorecardLine", "scorecard"]

PERSPECTIVES = ("financial", "customer", "internal process", "learning and growth")
FIELDS = ("actual", "target", "weight", "higher_is_better", "success_factor")
EXAMPLE = "{'financial': {'revenue': (950_000, 1_000_000)}, 'customer': {'NPS': (32, 30)}}"
CLOSE = 0.9  # from here a KPI counts as close to its target


@dataclass(frozen=True)
class ScorecardLine:
    """One KPI on the scorecard.

    Attributes
    ----------
    perspective, name, success_factor : str
        Where it belongs, what is measured, and what must go right for it ("" when not given).
    actual, target : float
        In the KPI's own unit.
    attainment : float
        Fraction of the target as it counts: never below 0, never above the ceiling.
    weight : float
        Share of the whole scorecard; all lines together are 1.
    met : bool
        Whether the target was reached.
    status : str
        "met", "close" (90 % or more) or "behind".
    """

    perspective: str
    name: str
    success_factor: str
    actual: float
    target: float
    attainment: float
    weight: float
    met: bool
    status: str


@dataclass(frozen=True)
class Scorecard:
    """A filled-in balanced scorecard.

    Attributes
    ----------
    overall : float
        Weighted attainment of all KPIs, as a fraction.
    perspectives : dict
        Attainment per perspective, in Kaplan and Norton's order.
    weights : dict
        Share of each perspective, together 1.
    contributions : dict
        Attainment times share; they add up to `overall`.
    lines : tuple of ScorecardLine
        The KPIs.
    weakest : str
        Perspective with the lowest attainment.
    missing : tuple of str
        Perspectives without a KPI: the card is out of balance there.
    behind : tuple of str
        KPIs with status "behind".
    """

    overall: float
    perspectives: dict[str, float]
    weights: dict[str, float]
    contributions: dict[str, float]
    lines: tuple[ScorecardLine, ...]
    weakest: str
    missing: tuple[str, ...]
    behind: tuple[str, ...]


def scorecard(
    measures: Mapping[str, Mapping[str, object]],
    weights: Mapping[str, float] | Iterable[float] | None = None,
    ceiling: float | None = None,
) -> Scorecard:
    """Weighted attainment over the four perspectives.

    Parameters
    ----------
    measures : mapping
        Per perspective ("financial", "customer", "internal process", "learning and growth") the
        KPIs by name, each a pair ``(actual, target)`` or a mapping with "actual", "target" and,
        if you like, "weight" (inside its perspective; equal when left out),
        "higher_is_better" (False for days, complaints, costs) and "success_factor" (text).
        Targets are 0.01 or more. Perspectives may be left out.
    weights : mapping or iterable, optional
        Weight of each perspective that is used, on any scale; equal when left out.
    ceiling : float, optional
        Attainment above this counts as this, 1–10. Without it one runaway KPI can hide another
        that fails.

    Returns
    -------
    Scorecard

    Raises
    ------
    ValueError
        When a perspective is unknown, a KPI lacks its actual or target, or a number is out of
        range.

    Notes
    -----
    Source: Kaplan, R. S. and Norton, D. P. (1992), The balanced scorecard, *Harvard Business
    Review* 70(1). They list measures side by side; one weighted total is a later habit, handy
    for pay and dangerous for thinking. Critical success factors: Rockart (1979). Attainment is
    that of `customers.kpi_attainment`, but not below 0.

    Examples
    --------
    >>> card = scorecard({"financial": {"revenue": (950, 1_000)}, "customer": {"NPS": (24, 30)}},
    ...                  weights={"financial": 2, "customer": 1})
    >>> round(card.overall, 3), card.weakest, card.missing
    (0.9, 'customer', ('internal process', 'learning and growth'))
    """
    if ceiling is not None:
        ceiling = number(ceiling, "ceiling", 1, 10)
    given = _by_perspective(measures)
    share = shares(weights, given)
    lines: list[ScorecardLine] = []
    attained: dict[str, float] = {}
    for perspective, kpis in given.items():
        read = {name: _kpi(f"{perspective}: {name}", value) for name, value in kpis.items()}
        inside = shares(
            {name: kpi["weight"] for name, kpi in read.items()}, read, f"{perspective}: weights"
        )
        found = [
            _line(perspective, name, kpi, share[perspective] * inside[name], ceiling)
            for name, kpi in read.items()
        ]
        attained[perspective] = fsum(line.attainment * inside[line.name] for line in found)
        lines.extend(found)
    contributions = {name: attained[name] * share[name] for name in attained}
    return Scorecard(
        overall=fsum(contributions.values()),
        perspectives=attained,
        weights=share,
        contributions=contributions,
        lines=tuple(lines),
        weakest=min(attained, key=attained.__getitem__),
        missing=tuple(name for name in PERSPECTIVES if name not in attained),
        behind=tuple(line.name for line in lines if line.status == "behind"),
    )


def _by_perspective(measures: Mapping) -> dict[str, dict[str, object]]:
    given: dict[str, dict[str, object]] = {}
    for name, kpis in rows(measures, "measures", EXAMPLE).items():
        plain = " ".join(name.replace("_", " ").replace("-", " ").lower().split())
        if plain not in PERSPECTIVES:
            raise ValueError(
                f"measures names {name!r}, which is no perspective; use {', '.join(PERSPECTIVES)}."
            )
        if plain in given:
            raise ValueError(f"measures names {name!r} twice; give it once.")
        given[plain] = rows(kpis, f"measures: {plain}", "{'revenue': (950_000, 1_000_000)}")
    return {name: given[name] for name in PERSPECTIVES if name in given}


def _kpi(where: str, value: object) -> dict[str, object]:
    remedy = "give (actual, target), or a mapping with both"
    if isinstance(value, Mapping):
        kpi = dict(value)
    else:
        both = [one for _, one in numbered(value, where, remedy)]
        if len(both) != 2:
            raise ValueError(f"{where} has {len(both)} values; {remedy}.")
        kpi = {"actual": both[0], "target": both[1]}
    for name in kpi:
        if name not in FIELDS:
            raise ValueError(f"{where} names {name!r}, which is unknown; use {', '.join(FIELDS)}.")
    for name in ("actual", "target"):
        if name not in kpi:
            raise ValueError(f"{where} has no {name!r}; {remedy}.")
    factor = kpi.get("success_factor", "")
    if not isinstance(factor, str):
        raise ValueError(f"{where}: success_factor is {shown(factor)}; say it in words.")
    return {
        "actual": number(kpi["actual"], f"{where}: actual"),
        "target": number(
            kpi["target"], f"{where}: target", 0.01, remedy="give a target of 0.01 or more"
        ),
        "weight": number(kpi.get("weight", 1), f"{where}: weight", 0),
        "higher_is_better": yes_or_no(
            kpi.get("higher_is_better", True), f"{where}: higher_is_better"
        ),
        "success_factor": factor,
    }


def _line(
    perspective: str, name: str, kpi: dict, weight: float, ceiling: float | None
) -> ScorecardLine:
    result = kpi_attainment(kpi["actual"], kpi["target"], kpi["higher_is_better"])
    attainment = max(0.0, result.attainment)
    if ceiling is not None:
        attainment = min(ceiling, attainment)
    close = "close" if attainment >= CLOSE - ALLOWANCE else "behind"
    return ScorecardLine(
        perspective=perspective,
        name=name,
        success_factor=kpi["success_factor"],
        actual=kpi["actual"],
        target=kpi["target"],
        attainment=attainment,
        weight=weight,
        met=result.met,
        status="met" if result.met else close,
    )
