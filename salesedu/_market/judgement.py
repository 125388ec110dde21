"""Forecasts from people: expert jury, Delphi rounds, buyer intentions.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from statistics import median

from salesedu._checks import ALLOWANCE, count, named_numbers, number, numbered
from salesedu._market.series import read_series
from salesedu._market.weighing import shares

__all__ = [
    "BuyerIntentions",
    "Delphi",
    "DelphiRound",
    "JuryEstimate",
    "buyer_intentions",
    "delphi",
    "jury_estimate",
]

PLAIN = 0.01  # below this a median is nothing to take a share of


@dataclass(frozen=True)
class JuryEstimate:
    """The opinions of a jury in one figure.

    Attributes
    ----------
    estimate : float
        Weighted mean, in the unit of the opinions.
    median : float
        Middle opinion, weights not counted.
    low, high : float
        Lowest and highest opinion.
    spread : float
        ``high - low``.
    """

    estimate: float
    median: float
    low: float
    high: float
    spread: float


def jury_estimate(
    opinions: Mapping[str, float] | Iterable[float],
    weights: Mapping[str, float] | Iterable[float] | None = None,
) -> JuryEstimate:
    """Combine the estimates of an expert jury.

    Parameters
    ----------
    opinions : mapping or iterable
        One estimate of 0 or more per expert, by name or as a list.
    weights : mapping or iterable, optional
        Weight of each expert, 0 or more, on any scale; equal when left out.

    Returns
    -------
    JuryEstimate

    Raises
    ------
    ValueError
        When a number is missing or negative, or the weights do not fit the opinions.

    Notes
    -----
    Common professional practice. A jury that sits together tends to follow the highest in rank;
    Delphi was made to prevent that.

    Examples
    --------
    >>> jury_estimate({"director": 900, "sales": 1_200, "finance": 800}, [1, 2, 1]).estimate
    1025.0
    """
    given = named_numbers(opinions, "opinions", 0)
    share = shares(weights, given)
    low, high = min(given.values()), max(given.values())
    return JuryEstimate(
        estimate=fsum(given[name] * share[name] for name in given),
        median=float(median(given.values())),
        low=low,
        high=high,
        spread=high - low,
    )


@dataclass(frozen=True)
class DelphiRound:
    """One round: how many answered, the median, the quartiles and the range between them."""

    experts: int
    median: float
    lower_quartile: float
    upper_quartile: float
    spread: float


@dataclass(frozen=True)
class Delphi:
    """Rounds of a Delphi study.

    Attributes
    ----------
    estimate : float
        Median of the last round.
    rounds : tuple of DelphiRound
        One for each round.
    narrowing : float or None
        Share of the first round's spread that has gone by the last; negative when opinions moved
        apart, None when there was no spread to begin with.
    converged : bool
        Whether the last spread is at most `agreement` of the last median.
    """

    estimate: float
    rounds: tuple[DelphiRound, ...]
    narrowing: float | None
    converged: bool


def delphi(rounds: Iterable[Iterable[float]], agreement: float = 0.15) -> Delphi:
    """Sum up the rounds of a Delphi study.

    Parameters
    ----------
    rounds : iterable of iterables
        The anonymous estimates of each round, 0 or more, first round first. The number of experts
        may differ.
    agreement : float
        Experts agree once the middle half of their estimates lies within this fraction of the
        median, 0–1.

    Returns
    -------
    Delphi

    Raises
    ------
    ValueError
        When a round is empty, or a number is missing or negative.

    Notes
    -----
    Source: Dalkey, N. and Helmer, O. (1963), An experimental application of the Delphi method to
    the use of experts, *Management Science* 9(3). Quartiles as in a spreadsheet's
    ``QUARTILE.INC``. Agreement is not truth: experts may converge on the same mistake. The
    fraction is ours.

    Examples
    --------
    >>> study = delphi([[80, 100, 120, 160], [95, 100, 110, 115]])
    >>> study.estimate, study.rounds[1].spread, study.converged
    (105.0, 12.5, True)
    """
    agreement = number(agreement, "agreement", 0, 1)
    found = []
    for place, opinions in numbered(rounds, "rounds", "give a list of rounds, each a list"):
        given = sorted(read_series(opinions, f"rounds: round {place}"))
        number(given[0], f"rounds: lowest of round {place}", 0)
        low, high = _quantile(given, 0.25), _quantile(given, 0.75)
        found.append(DelphiRound(len(given), float(median(given)), low, high, high - low))
    if not found:
        raise ValueError("rounds is empty; give at least one round of estimates.")
    first, last = found[0], found[-1]
    return Delphi(
        estimate=last.median,
        rounds=tuple(found),
        narrowing=1 - last.spread / first.spread if first.spread >= PLAIN else None,
        converged=last.spread <= agreement * last.median + ALLOWANCE,
    )


def _quantile(ordered: list[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


@dataclass(frozen=True)
class BuyerIntentions:
    """What a survey of buyers' intentions lets you expect.

    Attributes
    ----------
    respondents : int
        Answers in all.
    share : float
        Expected share (0–1) that buys.
    top_answer : float
        Share that gave the answer with the highest chance: what a naive reader would take.
    buyers : float
        Expected buyers in the market.
    sales : float
        Buyers times what each spends, in euros.
    """

    respondents: int
    share: float
    top_answer: float
    buyers: float
    sales: float


def buyer_intentions(
    answers: Mapping[str, int],
    chances: Mapping[str, float],
    market: float,
    spend: float = 1,
) -> BuyerIntentions:
    """Expected sales from a survey of buying intentions.

    Parameters
    ----------
    answers : mapping
        How many gave each answer ("surely", "probably", "no", ...), whole numbers.
    chances : mapping
        The chance (0–1) that somebody with that answer really buys, from earlier surveys.
    market : float
        Firms in the market that the respondents stand for, 0 or more.
    spend : float
        Euros a buyer spends, 0 or more.

    Returns
    -------
    BuyerIntentions

    Raises
    ------
    ValueError
        When a number is out of range, answers and chances do not name the same, or nobody
        answered.

    Notes
    -----
    Source: Juster, F. T. (1966), Consumer buying intentions and purchase probability, *Journal of
    the American Statistical Association* 61(315), who asked for chances in tenths directly. "Surely"
    is rarely sure: chances must come from what such respondents did before.

    Examples
    --------
    >>> survey = buyer_intentions({"surely": 20, "perhaps": 60, "no": 120},
    ...                           {"surely": 0.7, "perhaps": 0.2, "no": 0.0}, market=1_000, spend=50)
    >>> round(survey.share, 2), round(survey.buyers), round(survey.sales)
    (0.13, 130, 6500)
    """
    counts = {
        name: count(value, f"answers: {name}")
        for name, value in named_numbers(answers, "answers", 0).items()
    }
    chance = named_numbers(
        chances, "chances", 0, 1, "give a chance from 0 to 1", unlabelled=tuple(counts)
    )
    for name in counts:
        if name not in chance:
            raise ValueError(f"chances has no {name!r}, but answers has; add it.")
    for name in chance:
        if name not in counts:
            raise ValueError(f"answers has no {name!r}, but chances has; add it, if need be with 0.")
    respondents = sum(counts.values())
    if not respondents:
        raise ValueError("answers are all 0; give at least one answer.")
    share = min(1.0, fsum(counts[name] * chance[name] for name in counts) / respondents)
    buyers = share * number(market, "market", 0)
    return BuyerIntentions(
        respondents=respondents,
        share=share,
        top_answer=counts[max(chance, key=chance.__getitem__)] / respondents,
        buyers=buyers,
        sales=buyers * number(spend, "spend", 0),
    )
