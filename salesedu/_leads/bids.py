"""Reading the bids of a tender: prices, marks, knock-outs; shared by both ways of awarding.

Part of chapter 3; import what is public from :mod:`salesedu.leads`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import (
    ALLOWANCE,
    labelled_numbers,
    named_numbers,
    nested_numbers,
    number,
    same_names,
    yes_or_no,
)

__all__ = ["Bids", "read_bids", "standing"]


@dataclass(frozen=True)
class Bids:
    """The bids that take part, and the reasons why others do not."""

    prices: dict[str, float]
    marks: dict[str, dict[str, float]]
    excluded: dict[str, str]


def read_bids(
    prices: Mapping[str, float],
    marks: Mapping[str, Mapping[str, float]],
    criteria: Iterable[str],
    highest: float,
    requirements: Mapping[str, Mapping[str, bool]] | None,
    minimum_marks: Mapping[str, float] | None,
    ceiling: float | None,
    source: str,
) -> Bids:
    """Check the bids and set those aside that fail a knock-out criterion.

    `source` is the argument that names the criteria, for the error sentences.
    """
    read = labelled_numbers(
        prices, "prices", "bid", 0.01, remedy="give a price in euros, at least 0.01"
    )
    wanted = dict.fromkeys(criteria, 0.0)
    given = nested_numbers(
        marks, "marks", 0, highest, f"give a mark from 0 to {highest:g}"
    ) if wanted else {bidder: {} for bidder in read}
    same_names(read, given, "prices", "marks")
    for bidder, row in given.items():
        same_names(wanted, row, source, f"marks: {bidder}")
    lowest_marks = {}
    if minimum_marks is not None:
        lowest_marks = named_numbers(minimum_marks, "minimum_marks", 0, highest)
        for criterion in lowest_marks:
            if criterion not in wanted:
                raise ValueError(
                    f"minimum_marks names {criterion!r}, which is no criterion; use "
                    f"{', '.join(wanted) or 'none'}."
                )
    excluded = _unmet(requirements, read)
    if ceiling is not None:
        ceiling = number(ceiling, "ceiling", 0.01)
        for bidder, price in read.items():
            if price > ceiling:
                excluded.setdefault(bidder, "price above the ceiling")
    for bidder, row in given.items():
        for criterion, least in lowest_marks.items():
            if row[criterion] < least - ALLOWANCE:
                excluded.setdefault(bidder, f"{criterion} below the minimum mark")
    kept = [bidder for bidder in read if bidder not in excluded]
    return Bids(
        prices={bidder: read[bidder] for bidder in kept},
        marks={bidder: given[bidder] for bidder in kept},
        excluded=excluded,
    )


def _unmet(
    requirements: Mapping[str, Mapping[str, bool]] | None, bidders: Mapping[str, float]
) -> dict[str, str]:
    failed: dict[str, str] = {}
    if requirements is None:
        return failed
    if not hasattr(requirements, "items"):
        raise ValueError(
            "requirements is no mapping; give {'bidder': {'requirement': True or False}}."
        )
    for bidder, answers in requirements.items():
        if bidder not in bidders:
            raise ValueError(f"requirements names {bidder!r}, who gave no price; leave it out.")
        if not hasattr(answers, "items"):
            raise ValueError(
                f"requirements: {bidder} is no mapping; give {{'requirement': True or False}}."
            )
        for requirement, answer in answers.items():
            if not yes_or_no(answer, f"requirements: {bidder}: {requirement}"):
                failed.setdefault(bidder, f"fails the requirement: {requirement}")
    return failed


def standing(
    results: Mapping[str, float],
) -> tuple[tuple[str, ...], dict[str, int], float | None]:
    """Names from best (highest) to worst, the place of each, and the lead of the first.

    Equals share a place, as in a race; there is no lead (None) without a second.
    """
    ranking = tuple(sorted(results, key=lambda name: -results[name]))
    places: dict[str, int] = {}
    for position, name in enumerate(ranking, start=1):
        ahead = ranking[position - 2] if position > 1 else None
        same = ahead is not None and _equal(results[ahead], results[name])
        places[name] = places[ahead] if same else position
    if len(ranking) < 2:
        return ranking, places, None
    first, second = results[ranking[0]], results[ranking[1]]
    return ranking, places, 0.0 if _equal(first, second) else first - second


def _equal(first: float, second: float) -> bool:
    return abs(first - second) <= ALLOWANCE * max(1.0, abs(first))
