"""The predictable funnel: what the quarter may bring, by drawing lots for every open deal.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from math import ceil, floor, fsum, log10, sqrt
from operator import add
from random import Random

from salesedu._checks import ALLOWANCE, count, fraction, number
from salesedu._funnel.deals import CHANCE, chances_of, values_of

__all__ = ["OutcomeBin", "SimulatedPipeline", "simulate_pipeline"]

Figures = Mapping[str, float] | Iterable[float]
PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
MOST_DRAWS = 5_000_000
MOST_BINS = 200
# How the market may turn out: eleven equally likely steps from as bad as it gets to as good.
MARKET = tuple(step / 5 for step in range(-5, 6))
MARKET_VARIANCE = fsum(step**2 for step in MARKET) / len(MARKET)
GROUP = 8  # deals drawn at once: 2⁸ = 256 outcomes are listed in no time and drawn as one


@dataclass(frozen=True)
class OutcomeBin:
    """One bar of the histogram.

    Attributes
    ----------
    low, high : float
        Euros; the upper bound belongs to the next bin.
    runs : int
        Runs that ended in it.
    share : float
        Share (0–1) of all runs.
    """

    low: float
    high: float
    runs: int
    share: float


@dataclass(frozen=True)
class SimulatedPipeline:
    """What a period may bring.

    Attributes
    ----------
    deals, runs, seed : int
        Open deals, runs drawn, and the seed.
    shock : float
        Strength of the common shock (0–1).
    booked : float
        Euros already won, part of every outcome.
    target : float or None
        Euros aimed at.
    weighted : float
        Euros expected from the open deals (value × chance × chance to be in time).
    expected, spread : float
        Exact mean and standard deviation of the outcome, in euros, by formula.
    mean : float
        Mean of the runs; it differs from `expected` by the luck of the draw.
    percentiles : dict
        Euros under which 5, 10, 25, 50, 75, 90 and 95 % of the runs end, as "p5" ... "p95".
    chance : float or None
        Share (0–1) of the runs that reach the target; None without one.
    chance_margin : float or None
        Half the width of its 95 % interval, from drawing this many runs and no more. It says
        nothing about errors in the chances themselves.
    lowest, highest : float
        Worst and best run, in euros.
    bins : tuple of OutcomeBin
        Histogram.
    outcomes : tuple of float
        Euros of every run, sorted upwards.
    """

    deals: int
    runs: int
    seed: int
    shock: float
    booked: float
    target: float | None
    weighted: float
    expected: float
    spread: float
    mean: float
    percentiles: dict[str, float]
    chance: float | None
    chance_margin: float | None
    lowest: float
    highest: float
    bins: tuple[OutcomeBin, ...]
    outcomes: tuple[float, ...] = field(repr=False)

    def chance_of(self, amount: float) -> float:
        """Share (0–1) of the runs that bring an amount of euros or more."""
        return _share_at_least(self.outcomes, number(amount, "amount"))

    def percentile(self, share: float) -> float:
        """Euros under which a share (0–1) of the runs ends."""
        return _percentile(self.outcomes, fraction(share, "share"))

    def sure_of(self, chance: float) -> float:
        """Largest outcome, in euros, that at least this share (0–1) of the runs reaches."""
        wanted = fraction(chance, "chance") * self.runs
        return self.outcomes[self.runs - max(1, ceil(wanted - ALLOWANCE))]


def simulate_pipeline(
    values: Figures,
    chances: Figures,
    target: float | None = None,
    *,
    booked: float = 0,
    in_time: float | Figures = 1,
    shock: float = 0,
    runs: int = 10_000,
    seed: int = 5,
    bin_width: float | None = None,
) -> SimulatedPipeline:
    """Draw lots for all open deals thousands of times, and see what the period brings.

    Parameters
    ----------
    values : mapping or iterable
        Euros of each open deal, 0 or more; a plain list becomes "deal 1", "deal 2"...
    chances : mapping or iterable
        Chance (0–1) that it is won: by the same names, or a list in the same order.
    target : float, optional
        Euros aimed at, 0 or more, including what is booked.
    booked : float
        Euros already won in the period, 0 or more.
    in_time : float, mapping or iterable
        Chance (0–1) that a deal is decided before the period ends: one for all, or one for each.
    shock : float
        Strength (0–1) of the common shock: what all customers feel at once, such as the economy, a
        scandal about coffee, a competitor that stops. 0: deals are independent.
    runs : int
        Times that lots are drawn, 100–100,000; runs × deals at most 5 million.
    seed : int
        Where the draw begins, 0 or more; the same seed gives the same result everywhere.
    bin_width : float, optional
        Euros of a bar of the histogram; a round amount that gives some 10 to 20 bars when left out.

    Returns
    -------
    SimulatedPipeline

    Raises
    ------
    ValueError
        When a number is out of range, or the lists differ in length.

    Notes
    -----
    Source of the method: Metropolis, N. and Ulam, S. (1949), The Monte Carlo method, *Journal of the
    American Statistical Association* 44(247). A deal brings its whole value or nothing. With a
    shock, each run first draws the market from eleven equally likely steps between −1 and 1, and
    every chance p moves by ``step × shock × min(p, 1 − p)``: each deal keeps its chance on average,
    but good and bad luck come together and the range widens. Usual variant: a one-factor normal
    copula (Vasicek), the same idea with another curve.

    Deals are drawn eight at a time from a list of their 256 joint outcomes, which is exact and many
    times quicker than drawing one by one.

    Examples
    --------
    >>> quarter = simulate_pipeline([10_000] * 10, [0.5] * 10, target=50_000, runs=2_000)
    >>> quarter.expected, round(quarter.spread)
    (50000.0, 15811)
    >>> 0.55 < quarter.chance < 0.70  # exactly: 0.623
    True
    >>> simulate_pipeline([10_000] * 10, [0.5] * 10, shock=0.8).spread > quarter.spread
    True
    """
    euros = values_of(values)
    chance = chances_of(chances, "chances", euros)
    timely = _in_time(in_time, euros)
    aim = None if target is None else number(target, "target", 0)
    won = number(booked, "booked", 0)
    force = fraction(shock, "shock")
    runs, seed = count(runs, "runs", 100), count(seed, "seed")
    if runs > 100_000 or runs * len(euros) > MOST_DRAWS:
        most = min(100_000, MOST_DRAWS // len(euros))
        raise ValueError(f"runs is {runs:,} for {len(euros):,} deals; give at most {max(most, 100):,}.")
    width = None if bin_width is None else number(bin_width, "bin_width", 0.01, remedy="give euros, 0.01 or more")

    deals = [(euros[deal], chance[deal] * timely[deal]) for deal in euros]
    outcomes = _draw(deals, won, force, runs, Random(seed))
    weighted = fsum(value * p for value, p in deals)
    reached = None if aim is None else _share_at_least(outcomes, aim)
    return SimulatedPipeline(
        deals=len(deals),
        runs=runs,
        seed=seed,
        shock=force,
        booked=won,
        target=aim,
        weighted=weighted,
        expected=won + weighted,
        spread=_spread(deals, force),
        mean=fsum(outcomes) / runs,
        percentiles={f"p{share}": _percentile(outcomes, share / 100) for share in PERCENTILES},
        chance=reached,
        chance_margin=None if reached is None else 1.96 * sqrt(reached * (1 - reached) / runs),
        lowest=outcomes[0],
        highest=outcomes[-1],
        bins=_bins(outcomes, width),
        outcomes=outcomes,
    )


def _in_time(in_time: float | Figures, euros: dict[str, float]) -> dict[str, float]:
    if hasattr(in_time, "__iter__"):
        return chances_of(in_time, "in_time", euros)
    return dict.fromkeys(euros, number(in_time, "in_time", 0, 1, CHANCE))


def _draw(
    deals: list[tuple[float, float]], booked: float, shock: float, runs: int, lots: Random
) -> tuple[float, ...]:
    """The outcome of every run, sorted."""
    uncertain = [(value, p) for value, p in deals if 0 < p < 1]
    certain = booked + fsum(value for value, p in deals if p >= 1)
    groups = [uncertain[start : start + GROUP] for start in range(0, len(uncertain), GROUP)]
    sums = [_sums(group) for group in groups]
    steps = Counter(lots.choices(MARKET, k=runs)) if shock else {0.0: runs}
    outcomes: list[float] = []
    for step in sorted(steps):
        totals = [certain] * steps[step]
        for group, ends in zip(groups, sums, strict=True):
            odds = list(accumulate(_odds(group, step * shock)))
            totals = list(map(add, totals, lots.choices(ends, cum_weights=odds, k=len(totals))))
        outcomes += totals
    return tuple(sorted(outcomes))


def _sums(group: list[tuple[float, float]]) -> list[float]:
    """What each combination of lost and won deals brings."""
    sums = [0.0]
    for value, _ in group:
        sums += [before + value for before in sums]
    return sums


def _odds(group: list[tuple[float, float]], shift: float) -> list[float]:
    """How likely each of those combinations is."""
    odds = [1.0]
    for _, p in group:
        p += shift * min(p, 1 - p)
        odds = [before * (1 - p) for before in odds] + [before * p for before in odds]
    return odds


def _spread(deals: list[tuple[float, float]], shock: float) -> float:
    alone = fsum(value**2 * p * (1 - p) for value, p in deals)
    moves = [value * shock * min(p, 1 - p) for value, p in deals]
    together = fsum(moves) ** 2 - fsum(move**2 for move in moves)  # twice the sum over all pairs
    return sqrt(alone + MARKET_VARIANCE * max(0.0, together))


def _share_at_least(outcomes: tuple[float, ...], amount: float) -> float:
    # Sums of many deals may differ from the amount in their last digits.
    below = bisect_left(outcomes, amount - ALLOWANCE * max(1.0, abs(amount)))
    return (len(outcomes) - below) / len(outcomes)


def _percentile(outcomes: tuple[float, ...], share: float) -> float:
    """Linear between two runs, as numpy and spreadsheets (PERCENTILE.INC) do it."""
    place = share * (len(outcomes) - 1)
    low = floor(place)
    high = min(low + 1, len(outcomes) - 1)
    return outcomes[low] + (place - low) * (outcomes[high] - outcomes[low])


def _bins(outcomes: tuple[float, ...], width: float | None) -> tuple[OutcomeBin, ...]:
    runs, span = len(outcomes), outcomes[-1] - outcomes[0]
    # Where amounts are huge, floats lie further apart than a cent.
    finest = max(0.01, 1e-9 * abs(outcomes[-1]))
    step = _round_width(max(span / 20, finest)) if width is None else width
    first, last = floor(outcomes[0] / step + ALLOWANCE), floor(outcomes[-1] / step + ALLOWANCE)
    if last - first >= MOST_BINS:
        raise ValueError(
            f"bin_width is {step:.12g}, which makes {last - first + 1:,} bins; give at least {span / MOST_BINS:.3g}."
        )
    edges = [place * step for place in range(first, last + 2)]
    below = [0, *(bisect_left(outcomes, edge - ALLOWANCE * step) for edge in edges[1:-1]), runs]
    return tuple(
        OutcomeBin(low, high, end - start, (end - start) / runs)
        for low, high, start, end in zip(edges, edges[1:], below, below[1:], strict=False)
    )


def _round_width(least: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50..."""
    power = 10.0 ** floor(log10(least))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= least * (1 - ALLOWANCE))
