"""The weighted mean of scores, by itself.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping

from salesedu._checks import numbered
from salesedu._factory.assessment import assess
from salesedu._factory.blocks import BLOCKS, BY_KEY

__all__ = ["weighted_level"]


def weighted_level(scores: Mapping | Iterable, importance: Mapping | Iterable | None = None) -> float:
    """The weighted mean score of blocks that all have one.

    Parameters
    ----------
    scores, importance : mapping or iterable
        By block, or two plain lists of the same length in the same order.

    Returns
    -------
    float
        1 to 5.

    Raises
    ------
    ValueError
        As `assess`, and when a block has no score.

    Examples
    --------
    >>> weighted_level([4, 2], [5, 3])
    3.25
    """
    if not isinstance(scores, Mapping) and not callable(getattr(scores, "items", None)):
        scores, importance = _in_order(scores, importance)
    found = assess(scores, importance)
    if found.unscored:
        raise ValueError(f"scores: {found.unscored[0]} has no score; fill it in, or use assess, which can do without.")
    return found.level


def _in_order(scores: Iterable, importance: Iterable | None) -> tuple[Mapping, Mapping | None]:
    """Two lists of equal length as mappings; which blocks they are does not matter for the mean."""
    marks = [value for _, value in numbered(scores, "scores", "give a list of scores")]
    if not 1 <= len(marks) <= len(BLOCKS):
        raise ValueError(f"scores has {len(marks)} values; give 1 to {len(BLOCKS)}.")
    keys = list(BY_KEY)[: len(marks)]
    named = dict(zip(keys, marks, strict=True))
    if importance is None or isinstance(importance, Mapping):
        return named, importance
    weights = [value for _, value in numbered(importance, "importance", "give a list of weights")]
    if len(weights) != len(marks):
        raise ValueError(f"importance has {len(weights)} values; give {len(marks)}, one for each score.")
    return named, dict(zip(keys, weights, strict=True))
