"""The sellogram: what a product has against what a customer wants.

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import nested_numbers, weight_shares

__all__ = ["Argument", "Sellogram", "sellogram"]

STRONGEST = 3


@dataclass(frozen=True)
class Argument:
    """One filled cell: a feature that serves a motive.

    Attributes
    ----------
    feature, motive : str
        Row and column.
    strength : float
        How well the feature serves the motive, above 0 and at most 3.
    weight : float
        Share (0–1) of the motive in all the customer's motives.
    force : float
        ``strength * weight``: what to say first; at most 3.
    """

    feature: str
    motive: str
    strength: float
    weight: float
    force: float


@dataclass(frozen=True)
class Sellogram:
    """The matrix, its arguments in order, and its empty places.

    Attributes
    ----------
    features, motives : tuple of str
        Rows and columns in the order given.
    weights : dict
        Share (0–1) of each motive.
    strengths : dict
        Per feature, the strength for each motive; 0 in an empty cell.
    arguments : tuple of Argument
        The filled cells, strongest first; cells with no force (a motive of weight 0) last.
    leading_motive : str
        The motive with the most weight; the first of them when several share it.
    feature_forces : dict
        Force of all arguments of each feature together.
    motive_cover : dict
        Per motive, the best strength any feature has for it, as a fraction of 3.
    cover : float
        Mean cover of the motives, weighted: 1 when each has an argument of full strength.
    unserved_motives : tuple of str
        Motives with weight that no feature serves, heaviest first: what the offer lacks.
    idle_features : tuple of str
        Features that serve no motive with weight: what not to talk about.
    empty_cells : tuple of (str, str)
        Feature and motive of each empty cell.
    """

    features: tuple[str, ...]
    motives: tuple[str, ...]
    weights: dict[str, float]
    strengths: dict[str, dict[str, float]]
    arguments: tuple[Argument, ...]
    leading_motive: str
    feature_forces: dict[str, float]
    motive_cover: dict[str, float]
    cover: float
    unserved_motives: tuple[str, ...]
    idle_features: tuple[str, ...]
    empty_cells: tuple[tuple[str, str], ...]


def sellogram(
    strengths: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float] | None = None,
    motives: Iterable[str] | None = None,
) -> Sellogram:
    """Match product features with a customer's buying motives.

    Parameters
    ----------
    strengths : mapping
        Per feature, how well it serves a motive: 0 (not at all) to 3 (it settles the matter). A
        motive that is left out counts as 0, and a feature may serve none: ``{}``.
    weights : mapping, optional
        How much each motive matters to this customer, 0 or more, on any scale. Name every motive,
        also one that no feature serves. Equal weights when left out.
    motives : iterable of str, optional
        The motives in the order of the columns, when there are no weights to name them.

    Returns
    -------
    Sellogram

    Raises
    ------
    ValueError
        When a strength is not from 0 to 3, a motive has no weight, the weights sum to nothing, or
        nothing is named at all.

    Notes
    -----
    The sellogram is J. Wage's; the scale from 0 to 3 and the product of strength and weight are
    the course's. Motives are one customer's: ask for them before you fill in the weights. A
    strength is what the customer will believe, not what the brochure says.

    Examples
    --------
    >>> picture = sellogram(
    ...     {"fresh beans": {"taste": 3}, "remote service": {"no worries": 3},
    ...      "chrome finish": {}},
    ...     weights={"no worries": 5, "taste": 3, "sustainability": 2},
    ... )
    >>> [(a.feature, a.motive, round(a.force, 2)) for a in picture.arguments]
    [('remote service', 'no worries', 1.5), ('fresh beans', 'taste', 0.9)]
    >>> picture.unserved_motives, picture.idle_features
    (('sustainability',), ('chrome finish',))
    """
    remedy = "give a strength from 0 (serves it not at all) to 3 (settles the matter)"
    given = nested_numbers(strengths, "strengths", 0, STRONGEST, remedy)
    used = dict.fromkeys(motive for row in given.values() for motive in row)
    named = _named(motives, weights, used)
    shares = weight_shares(weights, named, "weights", "motives", "motive")
    full = {feature: {m: row.get(m, 0.0) for m in named} for feature, row in given.items()}

    arguments = [
        Argument(feature, motive, strength, shares[motive], strength * shares[motive])
        for feature, row in full.items()
        for motive, strength in row.items()
        if strength > 0
    ]
    best = {m: max(row[m] for row in full.values()) for m in named}
    cover = {motive: strength / STRONGEST for motive, strength in best.items()}
    weighed = [motive for motive in named if shares[motive] > 0]
    return Sellogram(
        features=tuple(full),
        motives=tuple(named),
        weights=shares,
        strengths=full,
        arguments=tuple(sorted(arguments, key=lambda a: (-a.force, -a.strength))),
        leading_motive=max(shares, key=shares.__getitem__),
        feature_forces={
            feature: fsum(row[m] * shares[m] for m in named) for feature, row in full.items()
        },
        motive_cover=cover,
        cover=min(1.0, fsum(cover[m] * shares[m] for m in named)),
        unserved_motives=tuple(
            sorted((m for m in weighed if best[m] == 0), key=lambda m: -shares[m])
        ),
        idle_features=tuple(
            feature for feature, row in full.items() if not any(row[m] for m in weighed)
        ),
        empty_cells=tuple(
            (feature, m) for feature, row in full.items() for m in named if row[m] == 0
        ),
    )


def _named(
    motives: Iterable[str] | None, weights: Mapping[str, float] | None, used: dict[str, None]
) -> dict[str, None]:
    """The motives in the order of the columns."""
    if motives is not None:
        names, source = list(motives) if hasattr(motives, "__iter__") else [motives], "motives"
        if isinstance(motives, str) or not all(isinstance(n, str) and n.strip() for n in names):
            raise ValueError("motives is no list of names; give each motive in words.")
    elif weights is not None:
        if not isinstance(weights, Mapping) and not hasattr(weights, "items"):
            raise ValueError("weights is no mapping; give the weight of each motive by name.")
        names, source = [name for name, _ in weights.items()], "weights"
    else:
        names, source = list(used), "strengths"
    for motive in used:
        if motive not in names:
            raise ValueError(f"{source} has no {motive!r}, but strengths has; add it.")
    if not names:
        raise ValueError("strengths names no motive at all; say which motives the customer has.")
    return dict.fromkeys(names)
