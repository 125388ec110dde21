"""Expectation and experience: the satisfaction gap per dimension.

Part of chapter 1; import it from :mod:`salesedu.customers`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, named_numbers, number, same_names

__all__ = ["DIMENSIONS", "SatisfactionGap", "satisfaction_gap"]

DIMENSIONS = ("product", "service", "price", "availability")


@dataclass(frozen=True)
class SatisfactionGap:
    """Experience minus expectation.

    Attributes
    ----------
    gaps : dict
        Per dimension, in points of the scale; negative where the customer was let down.
    shares : dict
        Weight of each dimension as a share (0–1) of all weights.
    contributions : dict
        Gap times share; they add up to `overall`.
    overall : float
        Weighted mean gap, in points.
    verdict : str
        "exceeded", "met" or "let down".
    largest_shortfall : str or None
        Dimension with the most negative gap; None when nothing falls short.
    first_to_mend : str or None
        Dimension that pulls `overall` down most, its weight counted; None when none does.
    """

    gaps: dict[str, float]
    shares: dict[str, float]
    contributions: dict[str, float]
    overall: float
    verdict: str
    largest_shortfall: str | None
    first_to_mend: str | None


def satisfaction_gap(
    expected: Mapping[str, float] | Iterable[float],
    perceived: Mapping[str, float] | Iterable[float],
    weights: Mapping[str, float] | Iterable[float] | None = None,
    *,
    tolerance: float = 0.25,
    scale: tuple[float, float] = (0, 10),
) -> SatisfactionGap:
    """Gap between what customers expected and what they experienced, per dimension.

    Parameters
    ----------
    expected, perceived : mapping or iterable
        Scores by dimension, or lists in the same order. Four plain numbers are taken as
        product, service, price and availability.
    weights : mapping or iterable, optional
        Importance of each dimension, 0 or more, on any scale; equal when left out.
    tolerance : float
        An overall gap no wider than this counts as "met", in points.
    scale : tuple
        Lowest and highest score the survey allowed.

    Returns
    -------
    SatisfactionGap

    Raises
    ------
    ValueError
        When a score lies outside the scale, is missing or is no number; when the dimensions
        differ; when weights are negative or sum to nothing.

    Notes
    -----
    Source: Oliver, R. L. (1980), A cognitive model of the antecedents and consequences of
    satisfaction decisions, *Journal of Marketing Research* 17(4) (expectation and
    disconfirmation); Parasuraman, Zeithaml and Berry (1988), SERVQUAL, *Journal of Retailing*
    64(1). Asked after the purchase, people adjust the expectation they remember.

    Examples
    --------
    >>> gap = satisfaction_gap({"product": 8, "service": 8}, {"product": 9, "service": 6},
    ...                        weights={"product": 1, "service": 3})
    >>> gap.gaps["service"], gap.overall, gap.verdict
    (-2.0, -1.25, 'let down')
    """
    low, high = _scale(scale)
    remedy = f"scores run from {low:g} to {high:g}; give scale=(lowest, highest) for another scale"
    before = named_numbers(expected, "expected", low, high, remedy, unlabelled=DIMENSIONS)
    after = named_numbers(perceived, "perceived", low, high, remedy, unlabelled=DIMENSIONS)
    same_names(before, after, "expected", "perceived")
    if weights is None:
        importance = dict.fromkeys(before, 1.0)
    else:
        importance = named_numbers(
            weights,
            "weights",
            minimum=0,
            remedy="give a weight of 0 or more",
            unlabelled=DIMENSIONS,
        )
        same_names(before, importance, "expected", "weights")
    total = fsum(importance.values())
    if total <= 0:
        raise ValueError("weights sum to 0; give at least one dimension a weight above 0.")
    tolerance = number(tolerance, "tolerance", 0)

    gaps = {name: after[name] - before[name] for name in before}
    shares = {name: importance[name] / total for name in before}
    contributions = {name: gaps[name] * shares[name] for name in before}
    overall = fsum(contributions.values())
    if overall > tolerance + ALLOWANCE:
        verdict = "exceeded"
    else:
        verdict = "let down" if overall < -tolerance - ALLOWANCE else "met"
    return SatisfactionGap(
        gaps=gaps,
        shares=shares,
        contributions=contributions,
        overall=overall,
        verdict=verdict,
        largest_shortfall=_lowest(gaps),
        first_to_mend=_lowest(contributions),
    )


def _scale(scale: tuple[float, float]) -> tuple[float, float]:
    remedy = "give two numbers, the lowest and the highest score"
    if isinstance(scale, str) or not isinstance(scale, Iterable) or len(ends := list(scale)) != 2:
        raise ValueError(f"scale is not a pair; {remedy}, such as (0, 10).")
    low, high = (number(end, "scale", remedy=remedy) for end in ends)
    if low >= high:
        raise ValueError(f"scale runs from {low:g} to {high:g}; {remedy}.")
    return low, high


def _lowest(values: dict[str, float]) -> str | None:
    name = min(values, key=values.__getitem__)
    return name if values[name] < 0 else None
