"""Targets from the top down and plans from the bottom up.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import fsum

from salesedu._checks import number
from salesedu._market.target_tree import Branch, TargetLine, lines_of, read_tree, tree_of

__all__ = ["RollUp", "TargetCascade", "cascade_target", "roll_up"]

Tree = Mapping[str, object] | Iterable[float]


@dataclass(frozen=True)
class TargetCascade:
    """A company target handed down to teams and representatives.

    Attributes
    ----------
    target : float
        The company's target, in euros.
    amounts : dict
        Euros for every part below the company, by path ("North", "North / Anna").
    lines : tuple of TargetLine
        The company first, every part before its own parts.
    tree : dict
        The targets nested as the weights were; `roll_up` takes it.
    """

    target: float
    amounts: dict[str, float]
    lines: tuple[TargetLine, ...]
    tree: dict[str, object]


@dataclass(frozen=True)
class RollUp:
    """What accounts, teams and the company expect, added up from below.

    Attributes
    ----------
    total : float
        The company, in euros.
    amounts, lines, tree
        As in `TargetCascade`.
    """

    total: float
    amounts: dict[str, float]
    lines: tuple[TargetLine, ...]
    tree: dict[str, object]


def cascade_target(target: float, weights: Tree, step: float | None = None) -> TargetCascade:
    """Hand a company target down to its parts, and theirs to the people who sell.

    Parameters
    ----------
    target : float
        The company's target in euros, 0 or more.
    weights : mapping or iterable
        A weight of 0 or more for each part, on any scale: shares, last year's sales, market
        potential. Parts may hold parts: ``{"North": {"Anna": 3, "Bram": 2}, "South": 5}``. A team
        weighs as much as its members together, unless it is given as ``(weight, members)``.
    step : float, optional
        Hand out whole steps, such as 1,000 euros, 0.01 or more. The largest remainders get the
        steps that are left, so that the parts still add up.

    Returns
    -------
    TargetCascade

    Raises
    ------
    ValueError
        When a number is missing or negative, the weights of a part sum to 0, or the target is
        not a whole number of steps.

    Notes
    -----
    Strategic (company), tactical (team) and operational (person) targets in the sense of
    Drucker, P. F. (1954), *The Practice of Management*. A usual variant hands out a few per cent
    more than the company needs, so that one miss does not sink the year; raise `target` for that.

    Examples
    --------
    >>> plan = cascade_target(1_000_000, {"North": {"Anna": 3, "Bram": 2}, "South": 5})
    >>> plan.amounts["North"], plan.amounts["North / Anna"]
    (500000.0, 300000.0)
    >>> cascade_target(100_000, [1, 1, 1], step=1_000).amounts["part 1"]
    34000.0
    """
    target = number(target, "target", 0)
    branch = read_tree(weights, "weights", weights=True)
    if step is not None:
        step = number(step, "step", 0.01, remedy="give a step of 0.01 euro or more")
        steps = round(target / step)
        if abs(steps * step - target) > 1e-6 * step:
            raise ValueError(
                f"target is {target:.12g}, which is not a whole number of steps of {step:.12g}; "
                "round the target or choose another step."
            )
    given = _handed_down(branch, target, step, "weights")
    lines = lines_of(given)
    return TargetCascade(target, _amounts(lines), lines, tree_of(given))


def _handed_down(branch: Branch, amount: float, step: float | None, where: str) -> Branch:
    if not branch.parts:
        return Branch(branch.name, amount)
    weights = [part.total if part.own is None else part.own for part in branch.parts]
    if fsum(weights) <= 0:
        raise ValueError(f"{where} sum to 0; give at least one part a weight above 0.")
    return Branch(
        branch.name,
        None,
        tuple(
            _handed_down(part, own, step, f"{where}: {part.name}")
            for part, own in zip(branch.parts, _divided(amount, weights, step), strict=True)
        ),
    )


def _divided(amount: float, weights: list[float], step: float | None) -> list[float]:
    if step is None:
        total = fsum(weights)
        return [amount * (weight / total) for weight in weights]
    # Exact fractions: rounding must never hand out a step that is not there.
    steps, exact = round(amount / step), [Fraction(weight) for weight in weights]
    quotas = [steps * weight / sum(exact) for weight in exact]
    whole = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda part: whole[part] - quotas[part])
    for part in by_remainder[: steps - sum(whole)]:
        whole[part] += 1
    return [parts * step for parts in whole]


def _amounts(lines: tuple[TargetLine, ...]) -> dict[str, float]:
    return {line.path: line.amount for line in lines if line.path}


def roll_up(parts: Tree) -> RollUp:
    """Add up what accounts expect to teams, and teams to the company.

    Parameters
    ----------
    parts : mapping or iterable
        Expected sales in euros, 0 or more, nested as in `cascade_target`: accounts inside
        representatives inside teams, as deep as you like. A Series with several index levels is
        read as such.

    Returns
    -------
    RollUp

    Raises
    ------
    ValueError
        When an amount is missing or negative, or a part is empty or named twice.

    Examples
    --------
    >>> plan = roll_up({"North": {"Hotel Zeezicht": 40_000, "Gemeente Duin": 25_000}, "South": 70_000})
    >>> plan.total, plan.amounts["North"]
    (135000.0, 65000.0)
    """
    branch = read_tree(parts, "parts")
    lines = lines_of(branch)
    return RollUp(branch.total, _amounts(lines), lines, tree_of(branch))
