"""Target and plan side by side: how large the gap is and where it sits.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, number, shown
from salesedu._market.target_tree import SEPARATOR, Branch, read_tree
from salesedu._market.targets import RollUp, TargetCascade

__all__ = ["GapLine", "TargetGap", "target_gap"]

Side = float | Mapping[str, object] | Iterable[float] | TargetCascade | RollUp


@dataclass(frozen=True)
class GapLine:
    """Top-down and bottom-up side by side for the company or one part.

    Attributes
    ----------
    name, path : str
        As in `TargetLine`.
    level : int
        0 for the company.
    top_down, bottom_up : float
        Euros.
    gap : float
        ``bottom_up - top_down``: negative where the plan falls short of the target.
    gap_rate : float or None
        Gap as a fraction of `top_down`; None without a target.
    """

    name: str
    path: str
    level: int
    top_down: float
    bottom_up: float
    gap: float
    gap_rate: float | None


@dataclass(frozen=True)
class TargetGap:
    """The gap between the target from above and the plan from below, and where it sits.

    Attributes
    ----------
    top_down, bottom_up : float
        Euros for the whole company.
    gap : float
        ``bottom_up - top_down``: negative when the plan falls short.
    gap_rate : float or None
        Gap as a fraction of the target; None without a target.
    gaps : dict
        Gap of every part that both sides name, by path.
    lines : tuple of GapLine
        The company first, every part before its own parts.
    shortfall, surplus : float
        What the parts that fall short lack together, and what the others have over; both 0 or
        more, ``gap = surplus - shortfall``. Counted at the lowest level both sides reach.
    where : str or None
        Path of the part that falls short most; None when none does.
    verdict : str
        "short", "on target" or "above target".
    """

    top_down: float
    bottom_up: float
    gap: float
    gap_rate: float | None
    gaps: dict[str, float]
    lines: tuple[GapLine, ...]
    shortfall: float
    surplus: float
    where: str | None
    verdict: str


def target_gap(top_down: Side, bottom_up: Side) -> TargetGap:
    """Compare the target from above with the plan from below.

    Parameters
    ----------
    top_down : number, mapping, iterable or TargetCascade
        Targets in euros, 0 or more: one number for the company, or a tree as `cascade_target`
        gives.
    bottom_up : number, mapping, iterable or RollUp
        Plans in euros, 0 or more, likewise. It may go deeper than the target (accounts below
        representatives) or less deep: the two are compared as far down as both reach.

    Returns
    -------
    TargetGap

    Raises
    ------
    ValueError
        When an amount is missing or negative, or one side names a part that the other does not.

    Notes
    -----
    Common professional practice; no single origin. A small gap for the company may hide a large
    shortfall in one team and a surplus in another: compare `gap` with `shortfall`.

    Examples
    --------
    >>> gap = target_gap({"North": 500_000, "South": 500_000}, {"North": 540_000, "South": 420_000})
    >>> gap.gap, gap.shortfall, gap.where
    (-40000.0, 80000.0, 'South')
    """
    above, below = _side(top_down, "top_down"), _side(bottom_up, "bottom_up")
    compared = list(_side_by_side(above, below, "", 0))
    lines = tuple(line for line, _ in compared)
    lowest = [line for line, is_lowest in compared if is_lowest]
    worst = min(lowest, key=lambda line: line.gap)
    company = lines[0]
    # Two sums of the same figures may differ in the last digit; that is no gap.
    allowed = ALLOWANCE * max(1.0, company.top_down)
    verdict = "short" if company.gap < 0 else "above target"
    return TargetGap(
        top_down=company.top_down,
        bottom_up=company.bottom_up,
        gap=company.gap,
        gap_rate=company.gap_rate,
        gaps={line.path: line.gap for line in lines if line.path},
        lines=lines,
        shortfall=fsum(-line.gap for line in lowest if line.gap < 0),
        surplus=fsum(line.gap for line in lowest if line.gap > 0),
        where=worst.path if worst.path and worst.gap < -allowed else None,
        verdict="on target" if abs(company.gap) <= allowed else verdict,
    )


def _side(values: Side, name: str) -> Branch:
    if isinstance(values, TargetCascade | RollUp):
        values = values.tree
    if hasattr(values, "__iter__") and getattr(values, "shape", (1,)) != ():
        if isinstance(values, str | bytes):
            raise ValueError(f"{name} is {shown(values)}; give a number or the parts by name.")
        return read_tree(values, name)
    remedy = "give a number of euros, 0 or more, or the parts by name"
    return Branch("company", number(values, name, 0, remedy=remedy))


def _side_by_side(
    above: Branch, below: Branch, path: str, level: int
) -> Iterator[tuple[GapLine, bool]]:
    """Every part that both sides name, and whether neither side reaches below it together."""
    target, plan = above.total, below.total
    both = bool(above.parts and below.parts)
    yield (
        GapLine(
            name=above.name,
            path=path,
            level=level,
            top_down=target,
            bottom_up=plan,
            gap=plan - target,
            gap_rate=(plan - target) / target if target >= 0.01 else None,
        ),
        not both,
    )
    if not both:
        return
    where = path or "the company"
    plans = {part.name: part for part in below.parts}
    for name in plans:
        if all(part.name != name for part in above.parts):
            raise ValueError(f"bottom_up has {name!r} in {where}, but top_down has not; add it.")
    for part in above.parts:
        if part.name not in plans:
            raise ValueError(
                f"top_down has {part.name!r} in {where}, but bottom_up has not; add it, with 0 "
                "if nothing is planned."
            )
        deeper = f"{path}{SEPARATOR}{part.name}" if path else part.name
        yield from _side_by_side(part, plans[part.name], deeper, level + 1)
