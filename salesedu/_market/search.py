"""A small deterministic search for smoothing parameters.

Part of chapter 2. A coarse grid over everything that is allowed, then walks downhill from its
best points in ever smaller steps. Slower than calculus and impossible to lead astray by a start
value; the same history always gives the same parameters.
"""

from collections.abc import Callable, Iterator
from itertools import product

__all__ = ["best_weights"]

GRID = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
STARTS = 3  # there may be more than one valley
STEPS = (0.1, 0.03, 0.01, 0.003, 0.001)

Weights = dict[str, float]


def best_weights(loss: Callable[[Weights], float], given: dict[str, float | None]) -> Weights:
    """Fill in the weights that are None so that the loss is lowest; others stay as they are.

    Parameters
    ----------
    loss : callable
        Sum of squared errors for one choice of weights; infinite where they cannot be used.
    given : dict
        Each weight's value, or None to have it searched from 0 to 1 in steps of 0.001.
    """
    names = [name for name, value in given.items() if value is None]
    fixed = {name: value for name, value in given.items() if value is not None}
    tried: dict[tuple[float, ...], float] = {}

    def cost(point: tuple[float, ...]) -> float:
        if point not in tried:
            tried[point] = loss({**given, **fixed, **dict(zip(names, point, strict=True))})
        return tried[point]

    grid = sorted(product(GRID, repeat=len(names)), key=cost)
    best = min((_downhill(start, cost) for start in grid[:STARTS]), key=cost)
    return {**given, **dict(zip(names, best, strict=True))}


def _downhill(best: tuple[float, ...], cost: Callable) -> tuple[float, ...]:
    for step in STEPS:
        while True:
            # Straight moves first, oblique ones only where those no longer help.
            better = _best_of(_straight(best, step), cost, best)
            if better == best:
                better = _best_of(_oblique(best, step), cost, best)
            if better == best:
                break
            best = better
    return best


def _best_of(points: Iterator, cost: Callable, best: tuple[float, ...]) -> tuple[float, ...]:
    for point in points:
        # A millionth better is not worth a step: along a flat valley that walk takes long.
        if cost(point) < cost(best) * (1 - 1e-6):
            best = point
    return best


def _straight(point: tuple[float, ...], step: float) -> Iterator[tuple[float, ...]]:
    for place in range(len(point)):
        for move in (-step, step):
            yield (*point[:place], _kept(point[place] + move), *point[place + 1 :])


def _oblique(point: tuple[float, ...], step: float) -> Iterator[tuple[float, ...]]:
    for moves in product((-step, 0, step), repeat=len(point)):
        yield tuple(_kept(here + move) for here, move in zip(point, moves, strict=True))


def _kept(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
