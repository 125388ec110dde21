"""Two assessments side by side: a year later, or by two people.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, numbered, shown, yes_or_no
from salesedu._factory.assessment import Assessment, assess
from salesedu._factory.blocks import BY_KEY
from salesedu._factory.words import names_text
from salesedu._notation import plain, points, signed

__all__ = ["Comparison", "DifferenceLine", "compare"]

FAR = 2  # points apart that two people should talk about
NEAR = 1  # less than this is the same opinion


@dataclass(frozen=True)
class DifferenceLine:
    """One block in two assessments.

    Attributes
    ----------
    number, key, name : int, str, str
        The block.
    first, second : float or None
        Both scores; None where there is none.
    difference : float or None
        Second minus first; None unless both have a score.
    says : str
        The difference in words.
    """

    number: int
    key: str
    name: str
    first: float | None
    second: float | None
    difference: float | None
    says: str


@dataclass(frozen=True)
class Comparison:
    """Where two assessments differ.

    Attributes
    ----------
    lines : tuple of DifferenceLine
        Every block of either.
    shared : tuple of str
        Keys of the blocks that both score; all figures below are about these.
    level_first, level_second, change : float or None
        Weighted levels with one set of weights, and second minus first; None when nothing is shared.
    up, down, same : tuple of str
        Shared blocks by direction.
    only_first, only_second : tuple of str
        Blocks that only one of them scores.
    mean_difference : float or None
        Mean of second minus first: of two raters, how much milder the second is.
    mean_distance : float or None
        Mean of the differences without their sign.
    agreement : float or None
        Share of the shared blocks that are less than 1 point apart.
    to_discuss : tuple of str
        Blocks 2 points or more apart, widest first; when there are none, the widest from 1 point.
    because, advice : str
        The outcome in words, and what to do with it.
    """

    lines: tuple[DifferenceLine, ...]
    shared: tuple[str, ...]
    level_first: float | None
    level_second: float | None
    change: float | None
    up: tuple[str, ...]
    down: tuple[str, ...]
    same: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    mean_difference: float | None
    mean_distance: float | None
    agreement: float | None
    to_discuss: tuple[str, ...]
    because: str
    advice: str


def compare(
    first: Assessment | Mapping | Iterable,
    second: Assessment | Mapping | Iterable,
    *,
    names: Iterable[str] = ("a year ago", "now"),
    raters: bool = False,
) -> Comparison:
    """Compare two assessments.

    Parameters
    ----------
    first, second : Assessment, mapping or iterable
        Assessments, or scores as `assess` takes them.
    names : iterable of two str
        What to call them.
    raters : bool
        True when two people scored the same organisation; then they are asked to talk, not to
        conclude that it improved.

    Returns
    -------
    Comparison

    Raises
    ------
    ValueError
        As `assess`, and when there are not two different names.

    Notes
    -----
    Only blocks that both score are compared, with one set of weights: for each block the mean of its
    two shares of importance. Otherwise a change of weights, or a block that was added, would pass
    for progress. Two raters who differ are not averaged: a mean of 2 and 5 is an opinion that nobody
    holds. With so few blocks a difference is no proof; ask what each of them saw.

    Examples
    --------
    >>> found = compare({"customers": 3, "quotes": 2}, {"customers": 4, "quotes": 2})
    >>> found.change, found.up, found.same
    (0.5, ('customers',), ('quotes',))
    """
    one, other = _assessment(first), _assessment(second)
    called = _two_names(names)
    raters = yes_or_no(raters, "raters")
    lines = tuple(_line(key, one.scores, other.scores, called) for key in BY_KEY if key in {*one.scores, *other.scores})
    both = [line for line in lines if line.difference is not None]
    weights = {line.key: one.shares[line.key] + other.shares[line.key] for line in both}
    total = fsum(weights.values())
    levels = [
        fsum(weights[line.key] * score(line) for line in both) / total if both else None
        for score in (lambda line: line.first, lambda line: line.second)
    ]
    steps = [line.difference for line in both]
    change = levels[1] - levels[0] if both else None
    return Comparison(
        lines=lines,
        shared=tuple(line.key for line in both),
        level_first=levels[0],
        level_second=levels[1],
        change=change,
        up=tuple(line.key for line in both if line.difference > 0),
        down=tuple(line.key for line in both if line.difference < 0),
        same=tuple(line.key for line in both if not line.difference),
        only_first=tuple(line.key for line in lines if line.first is not None and line.second is None),
        only_second=tuple(line.key for line in lines if line.first is None and line.second is not None),
        mean_difference=fsum(steps) / len(steps) if steps else None,
        mean_distance=fsum(map(abs, steps)) / len(steps) if steps else None,
        agreement=sum(abs(step) < NEAR - ALLOWANCE for step in steps) / len(steps) if steps else None,
        to_discuss=_widest(both),
        because=_because(both, levels, called, raters),
        advice=_advice(_widest(both), both, raters),
    )


def _assessment(given: Assessment | Mapping | Iterable) -> Assessment:
    return given if isinstance(given, Assessment) else assess(given)


def _two_names(names: Iterable[str]) -> tuple[str, str]:
    remedy = "give two different names, such as ('Marleen', 'Daan')"
    called = [name for _, name in numbered(names, "names", remedy)]
    for name in called:
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"names has {shown(name)}; {remedy}.")
    if len(called) != 2 or called[0] == called[1]:
        raise ValueError(f"names has {len(set(called))} different names; {remedy}.")
    return called[0], called[1]


def _line(key: str, first: dict, second: dict, called: tuple[str, str]) -> DifferenceLine:
    one, other = first.get(key), second.get(key)
    difference = None if one is None or other is None else other - one
    if difference is not None and abs(difference) <= ALLOWANCE:
        difference = 0.0
    if difference is not None:
        way = "the same" if not difference else f"{points(abs(difference))} {'higher' if difference > 0 else 'lower'}"
        says = f"{called[1]}: {way}"
    elif one is None and other is None:
        says = "scored by neither"
    else:
        says = f"scored only {called[1] if one is None else called[0]}"
    return DifferenceLine(BY_KEY[key].number, key, BY_KEY[key].name, one, other, difference, says)


def _widest(both: list[DifferenceLine]) -> tuple[str, ...]:
    """Blocks far apart; when none is, those furthest apart if that is a point or more."""
    by_width = sorted(both, key=lambda line: -abs(line.difference))
    widest = abs(by_width[0].difference) if both else 0
    bound = min(FAR, widest) if widest >= NEAR - ALLOWANCE else float("inf")
    return tuple(line.key for line in by_width if abs(line.difference) >= bound - ALLOWANCE)


def _because(both: list[DifferenceLine], levels: list, called: tuple[str, str], raters: bool) -> str:
    if not both:
        return "No block has a score in both, so there is nothing to compare."
    near = sum(abs(line.difference) < NEAR - ALLOWANCE for line in both)
    blocks = "1 block" if len(both) == 1 else f"{len(both)} blocks"
    if raters:
        lean = fsum(line.difference for line in both) / len(both)
        said = f"Of {blocks} that both scored, {near} {'is' if near == 1 else 'are'} less than a point apart."
        if abs(lean) >= NEAR / 2:
            said += f" {called[1]} scores {points(abs(lean))} {'higher' if lean > 0 else 'lower'} on average."
        return said
    said = f"Over {blocks} scored both times the level went from {plain(levels[0], 1)} to {plain(levels[1], 1)}"
    return f"{said} ({signed(levels[1] - levels[0], 1)})."


def _advice(widest: tuple[str, ...], both: list[DifferenceLine], raters: bool) -> str:
    if not both:
        return "Score the same blocks twice before you compare."
    names = names_text([BY_KEY[key].name for key in widest]) if widest else ""
    if raters:
        if not widest:
            return "You agree. Check that you did not both copy the same opinion: name the evidence."
        return f"Talk about {names}: let each name what they saw before you settle on a score."
    fell = [line.name for line in both if line.difference < 0]
    if fell:
        return f"{names_text(fell)} went down: find out why before you celebrate what went up."
    if not widest:
        return "Little moved. Ask whether the actions were carried out, or whether they were the wrong ones."
    return f"{names} moved most: ask which action did it, and whether the figures show it too."
