"""Quotes: how good one is, before it goes out.

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, labelled_numbers, number, weight_shares

__all__ = ["QUOTE_ITEMS", "QuoteQuality", "quote_quality"]

QUOTE_ITEMS = (
    "the customer's question in its own words",
    "a solution with its benefits",
    "proof",
    "what it costs and what is included",
    "planning and responsibilities",
    "the next step",
)


@dataclass(frozen=True)
class QuoteQuality:
    """How convincing a quote is.

    Attributes
    ----------
    score : float
        Weighted mean mark, 0–10.
    good_enough : bool
        Whether the score reaches the pass mark.
    below : tuple of str
        Items marked under the pass mark.
    first_to_mend : str or None
        Item with the most to gain, ``share * (10 - mark)``; None when every mark is a 10.
    gains : dict
        Points the score would rise if only that item became a 10.
    """

    score: float
    good_enough: bool
    below: tuple[str, ...]
    first_to_mend: str | None
    gains: dict[str, float]


def quote_quality(
    marks: Mapping[str, float] | Iterable[float],
    weights: Mapping[str, float] | Iterable[float] | None = None,
    pass_mark: float = 6,
) -> QuoteQuality:
    """Mark a quote on a checklist, as its reader would.

    Parameters
    ----------
    marks : mapping or iterable
        Mark for each item, 0–10. Six plain numbers are taken for `QUOTE_ITEMS`, in that order.
    weights : mapping or iterable, optional
        Importance of each item, 0 or more; equal when left out.
    pass_mark : float
        0–10.

    Returns
    -------
    QuoteQuality

    Raises
    ------
    ValueError
        When a mark is not from 0 to 10, the items of marks and weights differ, or the weights sum
        to nothing.

    Notes
    -----
    Common professional practice; the six items are the course's. Speed is not on the list: a
    quote that comes late is not read, however good it is (see `win_loss`).

    Examples
    --------
    >>> quote = quote_quality([8, 7, 3, 8, 6, 4])
    >>> quote.score, quote.below, quote.first_to_mend
    (6.0, ('proof', 'the next step'), 'proof')
    """
    given = _named(labelled_numbers(marks, "marks", "item", 0, 10, "give a mark from 0 to 10"))
    if weights is not None:
        remedy = "give a weight of 0 or more"
        weights = _named(labelled_numbers(weights, "weights", "item", 0, remedy=remedy))
    shares = weight_shares(weights, given, "weights", "marks", "item")
    pass_mark = number(pass_mark, "pass_mark", 0, 10)
    score = min(10.0, fsum(given[item] * shares[item] for item in given))
    gains = {item: shares[item] * (10 - mark) for item, mark in given.items()}
    most = max(gains, key=gains.__getitem__)
    return QuoteQuality(
        score=score,
        good_enough=score >= pass_mark - ALLOWANCE,
        below=tuple(item for item, mark in given.items() if mark < pass_mark - ALLOWANCE),
        first_to_mend=most if gains[most] > 0 else None,
        gains=gains,
    )


def _named(numbers: dict[str, float]) -> dict[str, float]:
    """Six plain numbers stand for the six items of the checklist."""
    if list(numbers) == [f"item {place}" for place in range(1, len(QUOTE_ITEMS) + 1)]:
        return dict(zip(QUOTE_ITEMS, numbers.values(), strict=True))
    return numbers
