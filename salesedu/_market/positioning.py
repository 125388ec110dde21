"""The positioning map: who stands close to whom, and where nobody stands.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot

from salesedu._checks import ALLOWANCE, number, shown
from salesedu._market.weighing import pair, rows, scale_ends

__all__ = ["OpenSpot", "PositioningMap", "position_distance", "positioning_map"]

Point = tuple[float, float]

EXAMPLE = "{'us': (6, 8), 'Beanline': (4, 5)} with places on two axes"
GRID = 40  # steps along each axis when looking for open ground


@dataclass(frozen=True)
class OpenSpot:
    """Open ground: its place, the firm that is nearest and how far away it is.

    `wanted_by` is the buyer group whose ideal lies within that distance, nearest first; None when
    nobody asks for it.
    """

    place: Point
    nearest: str
    distance: float
    wanted_by: str | None


@dataclass(frozen=True)
class PositioningMap:
    """A positioning map, measured.

    Attributes
    ----------
    places : dict
        Place of every firm on both axes.
    distances : dict
        Distance of every other firm to `own`; empty without `own`.
    nearest : str or None
        The firm closest to `own`.
    crowded : tuple of (str, str)
        Pairs of firms closer together than `crowded_within`, closest first.
    open_spot : OpenSpot
        Middle of the largest circle inside the map that holds no firm.
    ideals : dict
        For every buyer group the firm closest to what it wants.
    own_ideals : tuple of str
        Buyer groups for whom `own` is the closest.
    """

    places: dict[str, Point]
    distances: dict[str, float]
    nearest: str | None
    crowded: tuple[tuple[str, str], ...]
    open_spot: OpenSpot
    ideals: dict[str, str]
    own_ideals: tuple[str, ...]


def position_distance(first: Iterable[float], second: Iterable[float]) -> float:
    """Distance between two places on a positioning map, in points of its axes.

    Parameters
    ----------
    first, second : pair of float
        Place on the two axes.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        When a place is no pair of numbers.

    Examples
    --------
    >>> position_distance((2, 3), (5, 7))
    5.0
    """
    a, b = _point(first, "first"), _point(second, "second")
    return hypot(a[0] - b[0], a[1] - b[1])


def _point(place: Iterable[float], name: str, **bounds: object) -> Point:
    x, y = pair(place, name, "give two numbers, the place on each axis")
    return number(x, f"{name}: first axis", **bounds), number(y, f"{name}: second axis", **bounds)


def positioning_map(
    places: Mapping[str, Iterable[float]],
    own: str | None = None,
    ideals: Mapping[str, Iterable[float]] | None = None,
    crowded_within: float = 1.5,
    scale: tuple[float, float] = (0, 10),
) -> PositioningMap:
    """Measure a positioning map.

    Parameters
    ----------
    places : mapping
        Every firm's place as buyers see it: two numbers, one for each axis.
    own : str, optional
        Which of them is yours.
    ideals : mapping, optional
        What each buyer group would like best: two numbers likewise.
    crowded_within : float
        Firms closer together than this crowd each other, in points, 0 or more.
    scale : tuple
        Lowest and highest value of both axes.

    Returns
    -------
    PositioningMap

    Raises
    ------
    ValueError
        When a place lies off the map or is no pair, or `own` is not among the firms.

    Notes
    -----
    Source: Ries, A. and Trout, J. (1981), *Positioning: The Battle for Your Mind*; the map is a
    picture in buyers' heads, so its figures come from buyers. An open spot may be open because
    nobody wants it: look who stands near it before you move there. Distances mean little unless
    both axes matter equally and do not measure the same thing.

    Examples
    --------
    >>> found = positioning_map({"us": (6, 8), "Beanline": (7, 8), "Koffiehal": (2, 2)}, own="us")
    >>> found.nearest, found.distances["Beanline"], found.crowded
    ('Beanline', 1.0, (('us', 'Beanline'),))
    """
    low, high = scale_ends(scale)
    bounds = {
        "minimum": low, "maximum": high,
        "remedy": f"the axes run from {low:g} to {high:g}; give scale=(lowest, highest) for others",
    }
    given = {
        name: _point(place, f"places: {name}", **bounds)
        for name, place in rows(places, "places", EXAMPLE).items()
    }
    wishes = {
        name: _point(place, f"ideals: {name}", **bounds)
        for name, place in (rows(ideals, "ideals", EXAMPLE) if ideals is not None else {}).items()
    }
    if own is not None and (not isinstance(own, str) or own not in given):
        raise ValueError(f"own is {shown(own)}, which has no place; use one of {', '.join(given)}.")
    within = number(crowded_within, "crowded_within", 0)
    distances = {
        name: position_distance(given[own], place)
        for name, place in given.items()
        if own is not None and name != own
    }
    names = list(given)
    close = [
        (position_distance(given[one], given[other]), one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    ]
    served = {group: _nearest(wish, given)[1] for group, wish in wishes.items()}
    return PositioningMap(
        places=given,
        distances=distances,
        nearest=min(distances, key=distances.__getitem__) if distances else None,
        crowded=tuple(
            (one, other)
            for distance, one, other in sorted(close, key=lambda found: found[0])
            if distance < within - ALLOWANCE
        ),
        open_spot=_open_spot(given, wishes, low, high),
        ideals=served,
        own_ideals=tuple(group for group, firm in served.items() if firm == own),
    )


def _nearest(spot: Point, places: Mapping[str, Point]) -> tuple[float, str]:
    return min(
        ((hypot(x - spot[0], y - spot[1]), name) for name, (x, y) in places.items()),
        key=lambda found: found[0],
    )


def _open_spot(
    places: Mapping[str, Point], wishes: Mapping[str, Point], low: float, high: float
) -> OpenSpot:
    step, best, radius = (high - low) / GRID, None, -1.0
    for across in range(GRID + 1):
        for up in range(GRID + 1):
            spot = (low + across * step, low + up * step)
            # Inside the map: otherwise the corners would nearly always win.
            border = min(across, GRID - across, up, GRID - up) * step
            free = min(border, _nearest(spot, places)[0])
            if free > radius * (1 + ALLOWANCE):
                best, radius = spot, free
    distance, name = _nearest(best, places)
    group = None
    if wishes:
        away, nearest = _nearest(best, wishes)
        group = nearest if away <= distance else None
    return OpenSpot(best, name, distance, group)
