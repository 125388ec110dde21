"""Are the chances that sellers give honest? Chances against what became of the deals.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, sqrt

from salesedu._checks import ALLOWANCE, count, number, numbered, yes_or_no
from salesedu._funnel.deals import CHANCE
from salesedu._notation import percent

__all__ = ["Calibration", "CalibrationBand", "chance_calibration"]


@dataclass(frozen=True)
class CalibrationBand:
    """Deals with about the same chance.

    Attributes
    ----------
    low, high : float
        Bounds of the chance; the upper one belongs to the next band, except 1.
    deals : int
        How many.
    mean_chance, win_rate : float or None
        Their mean chance, and the share that was won; None without deals.
    gap : float or None
        ``mean_chance − win_rate``; positive = too hopeful.
    """

    low: float
    high: float
    deals: int
    mean_chance: float | None
    win_rate: float | None
    gap: float | None


@dataclass(frozen=True)
class Calibration:
    """Chances against results.

    Attributes
    ----------
    deals : int
        How many.
    mean_chance, win_rate : float
        Over all deals.
    bias : float
        ``mean_chance − win_rate``; positive = too hopeful.
    brier : float
        Mean squared error of the chances (Brier score): 0 is perfect, 0.25 is what always saying
        50 % scores.
    bands : tuple of CalibrationBand
        From low chances to high.
    verdict : str
        "too hopeful", "too careful" or "fair": fair when chance alone could make a bias like this
        (two standard errors).
    because : str
        The sum in a sentence.
    """

    deals: int
    mean_chance: float
    win_rate: float
    bias: float
    brier: float
    bands: tuple[CalibrationBand, ...]
    verdict: str
    because: str


def chance_calibration(chances: Iterable[float], won: Iterable[bool], bands: int = 5) -> Calibration:
    """Compare the chances given to deals with what became of them.

    Parameters
    ----------
    chances : iterable
        Chance (0–1) given to each deal *before* it was decided.
    won : iterable of bool
        Whether it was won.
    bands : int
        Bands of equal width to group the chances in, 1–20.

    Returns
    -------
    Calibration

    Raises
    ------
    ValueError
        When the lists are empty or differ in length, or a value is out of range.

    Notes
    -----
    Source of the score: Brier, G. W. (1950), Verification of forecasts expressed in terms of
    probability, *Monthly Weather Review* 78(1). Take the chances of *all* deals that were open on one
    day and wait until they are decided. A table that keeps only the last estimate of each deal
    misleads: a deal lost at its first visit keeps the chance of a first visit, one that was won had
    its chance raised on the way.

    Examples
    --------
    >>> result = chance_calibration([0.8] * 10 + [0.2] * 10, [1] * 4 + [0] * 6 + [1] * 2 + [0] * 8)
    >>> result.mean_chance, result.win_rate, round(result.bias, 2), round(result.brier, 2)
    (0.5, 0.3, 0.2, 0.28)
    >>> result.verdict, result.bands[4].win_rate
    ('too hopeful', 0.4)
    """
    given = [
        number(chance, f"chances: deal {place}", 0, 1, CHANCE)
        for place, chance in numbered(chances, "chances", "give a chance for each deal")
    ]
    outcomes = [
        yes_or_no(one, f"won: deal {place}")
        for place, one in numbered(won, "won", "give a list of True and False")
    ]
    if len(given) != len(outcomes):
        raise ValueError(f"won has {len(outcomes)} deals and chances has {len(given)}; give one for each.")
    if not given:
        raise ValueError("chances is empty; give at least one deal.")
    parts = count(bands, "bands", 1)
    if parts > 20:
        raise ValueError(f"bands is {parts}; give a whole number from 1 to 20.")
    deals = len(given)
    mean, rate = fsum(given) / deals, sum(outcomes) / deals
    bias = mean - rate
    error = sqrt(fsum(chance * (1 - chance) for chance in given)) / deals
    sure = abs(bias) > 2 * error + ALLOWANCE
    verdict = "fair" if not sure else "too hopeful" if bias > 0 else "too careful"
    return Calibration(
        deals=deals,
        mean_chance=mean,
        win_rate=rate,
        bias=bias,
        brier=fsum((chance - one) ** 2 for chance, one in zip(given, outcomes, strict=True)) / deals,
        bands=tuple(_band(place, parts, given, outcomes) for place in range(parts)),
        verdict=verdict,
        because=f"A mean chance of {percent(mean)} was given and {percent(rate)} was won: "
        + (f"{verdict}." if sure else f"fair, since chance alone moves {deals:,} deals by {percent(2 * error)}."),
    )


def _band(place: int, parts: int, given: list[float], outcomes: list[bool]) -> CalibrationBand:
    # 0.6 × 5 is 3.0000000000000004 or 2.9999999999999996 for some; the allowance settles it.
    inside = [
        (chance, one)
        for chance, one in zip(given, outcomes, strict=True)
        if min(parts - 1, int(chance * parts + ALLOWANCE)) == place
    ]
    low, high = place / parts, (place + 1) / parts
    if not inside:
        return CalibrationBand(low, high, 0, None, None, None)
    mean = fsum(chance for chance, _ in inside) / len(inside)
    rate = sum(one for _, one in inside) / len(inside)
    return CalibrationBand(low, high, len(inside), mean, rate, mean - rate)
