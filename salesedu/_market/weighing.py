"""Reading weights and tables of scores: shared by scorecard, segments and offers.

Part of chapter 2. A table is a mapping of mappings, a mapping of labelled Series, or a DataFrame,
which is read by column: one column for each thing that is scored.
"""

from collections.abc import Iterable, Mapping
from math import fsum

from salesedu._checks import named_numbers, number, shown

__all__ = ["pair", "rows", "scale_ends", "score_table", "shares", "yes_or_no"]


def rows(values: Mapping, name: str, example: str) -> dict[str, object]:
    """What stands under each name, in the order given."""
    if isinstance(values, str) or not callable(getattr(values, "items", None)):
        raise ValueError(f"{name} is {shown(values)}; give a mapping such as {example}.")
    result: dict[str, object] = {}
    for label, value in values.items():
        if not isinstance(label, str) or not label.strip():
            raise ValueError(f"{name} has a name that is {shown(label)}; name each one in words.")
        if label in result:
            raise ValueError(f"{name} names {label!r} twice; give it once.")
        result[label] = value
    if not result:
        raise ValueError(f"{name} is empty; give a mapping such as {example}.")
    return result


def score_table(
    values: Mapping, name: str, low: float, high: float, example: str
) -> dict[str, dict[str, float]]:
    """Scores by thing and criterion; every thing is scored on the same criteria."""
    remedy = f"scores run from {low:g} to {high:g}; give scale=(lowest, highest) for another scale"
    table = {
        label: named_numbers(scores, f"{name}: {label}", low, high, remedy)
        for label, scores in rows(values, name, example).items()
    }
    first, criteria = next(iter(table.items()))
    for label, scores in table.items():
        for criterion in criteria:
            if criterion not in scores:
                raise ValueError(
                    f"{name}: {label} has no {criterion!r}, but {first} has; score all on the same."
                )
        for criterion in scores:
            if criterion not in criteria:
                raise ValueError(
                    f"{name}: {first} has no {criterion!r}, but {label} has; score all on the same."
                )
    return table


def shares(
    weights: Mapping[str, float] | Iterable[float] | None,
    names: Iterable[str],
    name: str = "weights",
) -> dict[str, float]:
    """Weights on any scale as shares of 1, in the order of the names; equal when left out."""
    wanted = tuple(names)
    if weights is None:
        return dict.fromkeys(wanted, 1 / len(wanted))
    given = named_numbers(
        weights, name, 0, remedy="give a weight of 0 or more", unlabelled=wanted
    )
    for label in wanted:
        if label not in given:
            raise ValueError(f"{name} has no {label!r}; give a weight for each of the names.")
    for label in given:
        if label not in wanted:
            raise ValueError(
                f"{name} names {label!r}, which is not scored; use {', '.join(wanted)}."
            )
    total = fsum(given.values())
    if total <= 0:
        raise ValueError(f"{name} sum to 0; give at least one a weight above 0.")
    return {label: given[label] / total for label in wanted}


def pair(values: Iterable[float], name: str, remedy: str) -> tuple[object, object]:
    """Exactly two values, not yet read."""
    if isinstance(values, str | bytes | Mapping) or not hasattr(values, "__iter__"):
        raise ValueError(f"{name} is {shown(values)}; {remedy}.")
    try:
        both = list(values)
    except TypeError:  # a numpy array of no dimension has __iter__ and refuses it
        raise ValueError(f"{name} is {shown(values)}; {remedy}.") from None
    if len(both) != 2:
        raise ValueError(f"{name} has {len(both)} values; {remedy}.")
    return both[0], both[1]


def scale_ends(scale: tuple[float, float]) -> tuple[float, float]:
    """Lowest and highest score."""
    remedy = "give two numbers, the lowest and the highest score, such as (0, 10)"
    low, high = (number(end, "scale", remedy=remedy) for end in pair(scale, "scale", remedy))
    if high - low < 1e-6:
        raise ValueError(f"scale runs from {low:g} to {high:g}; {remedy}.")
    return low, high


def yes_or_no(value: bool, name: str) -> bool:
    """True or False, numpy's included."""
    if type(value).__name__ not in ("bool", "bool_"):
        raise ValueError(f"{name} is {shown(value)}; give True or False.")
    return bool(value)
