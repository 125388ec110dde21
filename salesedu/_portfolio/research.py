"""Acting on satisfaction research: what matters, and how well it goes.

Part of chapter 6; import it from :mod:`salesedu.portfolio`. The gap between expectation and experience is
:func:`salesedu.customers.satisfaction_gap`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from salesedu._checks import ALLOWANCE, labelled_numbers, number, numbered, same_names, shown
from salesedu._notation import plain

__all__ = [
    "IMPORTANCE_QUADRANTS",
    "ImportanceItem",
    "ImportancePerformance",
    "derived_importance",
    "importance_performance",
]

# By whether it matters much and whether it goes well.
QUADRANTS = {
    (True, False): ("mend first", "eerst verbeteren", "Put your best people on it, and tell customers what changed."),
    (True, True): ("keep up", "vasthouden", "Do not touch what works, and watch it closely."),
    (False, False): ("low priority", "lage prioriteit", "Leave it for later: mending it hardly makes anybody happier."),
    (False, True): ("perhaps too much", "mogelijk te veel", "See whether some of the effort does more elsewhere."),
}
IMPORTANCE_QUADRANTS = tuple(name for name, _, _ in QUADRANTS.values())
NEAR = 0.05  # of the distance between the lowest and the highest of all items


@dataclass(frozen=True)
class ImportanceItem:
    """One thing customers judge.

    Attributes
    ----------
    name : str
        What it is.
    importance, performance : float
        As given.
    quadrant, dutch : str
        One of `IMPORTANCE_QUADRANTS`, and its Dutch name.
    because, advice : str
        Why there, and what to do.
    borderline : bool
        Whether it lies so near a line (within 5 % of the spread of all items) that it could as well be on
        the other side.
    """

    name: str
    importance: float
    performance: float
    quadrant: str
    dutch: str
    because: str
    advice: str
    borderline: bool


@dataclass(frozen=True)
class ImportancePerformance:
    """Importance against performance of all items.

    Attributes
    ----------
    items : dict
        An `ImportanceItem` by name.
    importance_from, performance_from : float
        Where the two lines lie.
    first_to_mend : str or None
        Item in "mend first" with the lowest performance (the more important when equal); None without.
    quadrants : dict
        Names of the items in each quadrant.
    """

    items: dict[str, ImportanceItem]
    importance_from: float
    performance_from: float
    first_to_mend: str | None
    quadrants: dict[str, tuple[str, ...]]


def importance_performance(
    importance: Mapping[str, float] | Iterable[float],
    performance: Mapping[str, float] | Iterable[float],
    importance_from: float | None = None,
    performance_from: float | None = None,
    *,
    scale: tuple[float, float] = (0, 10),
) -> ImportancePerformance:
    """What to mend first: importance against performance.

    Parameters
    ----------
    importance : mapping or iterable
        How much each item matters, on any scale: marks that customers gave, or `derived_importance`.
    performance : mapping or iterable
        Mean mark of each item, on `scale`.
    importance_from, performance_from : float, optional
        From where an item matters much, and goes well; the mean of all items when left out.
    scale : tuple
        Lowest and highest mark of performance.

    Returns
    -------
    ImportancePerformance

    Raises
    ------
    ValueError
        When the items differ, or a number is missing or off the scale.

    Notes
    -----
    Source: Martilla, J. A. and James, J. C. (1977), Importance-performance analysis, *Journal of
    Marketing* 41(1). With the means as lines something is always below them, even where all goes well;
    a target of your own, such as 7, judges more strictly. What lies on a line counts as above it.

    Examples
    --------
    >>> study = importance_performance({"service": 9, "price": 6, "product": 8},
    ...                                {"service": 5, "price": 7, "product": 8})
    >>> study.first_to_mend, study.items["price"].quadrant
    ('service', 'perhaps too much')
    """
    low, high = _scale(scale)
    remedy = f"marks run from {low:g} to {high:g}; give scale=(lowest, highest) for another scale"
    matters = labelled_numbers(importance, "importance", "item")
    goes = labelled_numbers(performance, "performance", "item", low, high, remedy)
    same_names(matters, goes, "importance", "performance")
    lines = []
    for values, given, name in (
        (matters, importance_from, "importance_from"), (goes, performance_from, "performance_from")
    ):
        lines.append(fsum(values.values()) / len(values) if given is None else number(given, name))
    items = {name: _item(name, matters, goes, *lines) for name in matters}
    quadrants = {
        quadrant: tuple(name for name, item in items.items() if item.quadrant == quadrant)
        for quadrant in IMPORTANCE_QUADRANTS
    }
    first = min(quadrants["mend first"], key=lambda name: (goes[name], -matters[name]), default=None)
    return ImportancePerformance(items, *lines, first_to_mend=first, quadrants=quadrants)


def _scale(scale: tuple[float, float]) -> tuple[float, float]:
    remedy = "give two numbers, the lowest and the highest mark, such as (0, 10)"
    ends = [number(end, "scale", remedy=remedy) for _, end in numbered(scale, "scale", remedy)]
    if len(ends) != 2 or ends[0] >= ends[1]:
        raise ValueError(f"scale is not a lowest and a highest mark; {remedy}.")
    return ends[0], ends[1]


def _item(
    name: str, matters: dict[str, float], goes: dict[str, float], importance_from: float, performance_from: float
) -> ImportanceItem:
    much, well, near = [], [], []
    for values, line, above in ((matters, importance_from, much), (goes, performance_from, well)):
        spread = max(values.values()) - min(values.values())
        above.append(values[name] >= line - ALLOWANCE * max(1.0, abs(line)))
        near.append(abs(values[name] - line) <= NEAR * spread + ALLOWANCE)
    quadrant, dutch, advice = QUADRANTS[much[0], well[0]]
    return ImportanceItem(
        name=name,
        importance=matters[name],
        performance=goes[name],
        quadrant=quadrant,
        dutch=dutch,
        because=(
            f"It matters {'much' if much[0] else 'little'} ({plain(matters[name], 2)}, the line is at "
            f"{plain(importance_from, 2)}) and goes {'well' if well[0] else 'badly'} ({plain(goes[name], 2)} against "
            f"{plain(performance_from, 2)})."
        ),
        advice=advice,
        borderline=any(near),
    )


def derived_importance(
    scores: Mapping[str, Iterable[float]], overall: Iterable[float]
) -> dict[str, float]:
    """How much each item matters, from how it moves with the overall judgement.

    Parameters
    ----------
    scores : mapping
        For each item the marks, one per answer; a DataFrame with a column per item works.
    overall : iterable
        The overall judgement in the same order: satisfaction, or the 0–10 of the NPS question.

    Returns
    -------
    dict
        Correlation (Pearson) of each item with `overall`, −1 to 1; the higher, the more it matters.

    Raises
    ------
    ValueError
        When a column is shorter or longer than `overall`, has fewer than 3 answers, or is all the same.

    Notes
    -----
    Asked directly, customers call everything important, and price most of all; derived importance looks
    at what goes with their satisfaction. It is no proof of a cause, and items that go up and down
    together share their importance.

    Examples
    --------
    >>> derived_importance({"service": [4, 6, 8, 10], "price": [7, 5, 7, 5]}, overall=[5, 6, 8, 9])["service"] > 0.9
    True
    """
    if not callable(getattr(scores, "items", None)):
        raise ValueError(f"scores is {shown(scores)}; give the marks of each item by name.")
    columns = dict(scores.items())
    if not columns:
        raise ValueError("scores is empty; give the marks of at least one item.")
    judged = _from_mean(overall, "overall")
    result = {}
    for name, values in columns.items():
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"scores has a name that is {shown(name)}; name each one in words.")
        own = _from_mean(values, f"scores: {name}")
        if len(own) != len(judged):
            raise ValueError(f"scores: {name} has {len(own)} marks and overall {len(judged)}; give one per answer.")
        together = fsum(one * other for one, other in zip(own, judged, strict=True))
        result[name] = max(-1.0, min(1.0, together / (_length(own) * _length(judged))))
    return result


def _from_mean(values: Iterable[float], name: str) -> list[float]:
    """Distances from the mean, the largest set to 1."""
    answers = numbered(values, name, "give a list of marks")
    marks = [number(value, f"{name}: answer {place}") for place, value in answers]
    if len(marks) < 3:
        raise ValueError(f"{name} has {len(marks)} answers; give at least 3.")
    if max(marks) - min(marks) <= ALLOWANCE * max(1.0, abs(max(marks)), abs(min(marks))):
        raise ValueError(f"{name} is the same in every answer; leave it out, it cannot go up and down with anything.")
    mean = fsum(marks) / len(marks)
    away = [mark - mean for mark in marks]
    largest = max(map(abs, away))
    return [one / largest for one in away]


def _length(away: list[float]) -> float:
    return sqrt(fsum(one * one for one in away))
