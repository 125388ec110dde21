"""Where to grow and what business to be in: Ansoff, Abell and Hammond.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from salesedu._checks import numbered, shown
from salesedu._market.weighing import yes_or_no

__all__ = ["BusinessDefinition", "GrowthStrategy", "ansoff", "business_definition"]

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class GrowthStrategy:
    """One cell of Ansoff's matrix.

    Attributes
    ----------
    strategy : str
        "market penetration", "product development", "market development" or "diversification".
    product, market : str
        "present" or "new".
    new_things : int
        How many of the two are new: 0, 1 or 2.
    risk : str
        "low", "medium" or "high".
    advice : str
        What to do in this cell, in a sentence or two.
    """

    strategy: str
    product: str
    market: str
    new_things: int
    risk: str
    advice: str


# By whether the product and the market are new.
STRATEGIES = {
    (False, False): (
        "market penetration",
        "Sell more of what you have to the kind of customer you know: raise your share of wallet, "
        "win accounts from competitors, lose fewer.",
    ),
    (True, False): (
        "product development",
        "Offer known customers something new: ask the accounts that trust you what they buy "
        "elsewhere, and try it out with a few of them first.",
    ),
    (False, True): (
        "market development",
        "Take a proven product to a new region or segment: adapt the story and the channel, and "
        "win one reference customer before you scale up.",
    ),
    (True, True): (
        "diversification",
        "Everything is new at once: take small steps, find a partner or buy a firm that knows the "
        "market, and set beforehand the loss at which you stop.",
    ),
}


def ansoff(product_new: bool, market_new: bool) -> GrowthStrategy:
    """Ansoff's growth matrix: which strategy, how risky, and what to do.

    Parameters
    ----------
    product_new, market_new : bool
        Whether the product, and the market, is new *to the firm*.

    Returns
    -------
    GrowthStrategy

    Raises
    ------
    ValueError
        When an argument is not True or False.

    Notes
    -----
    Source: Ansoff, H. I. (1957), Strategies for diversification, *Harvard Business Review* 35(5).
    He named four strategies; that risk rises with the number of new things is the common reading
    of later textbooks.

    Examples
    --------
    >>> step = ansoff(product_new=False, market_new=True)
    >>> step.strategy, step.risk
    ('market development', 'medium')
    """
    new = yes_or_no(product_new, "product_new"), yes_or_no(market_new, "market_new")
    strategy, advice = STRATEGIES[new]
    return GrowthStrategy(
        strategy=strategy,
        product="new" if new[0] else "present",
        market="new" if new[1] else "present",
        new_things=sum(new),
        risk=("low", "medium", "high")[sum(new)],
        advice=advice,
    )


@dataclass(frozen=True)
class BusinessDefinition:
    """A business in three dimensions.

    Attributes
    ----------
    groups, needs, technologies : tuple of str
        What the firm considers on each axis.
    cells : tuple of (group, need, technology)
        Every combination.
    served : tuple of (group, need, technology)
        The combinations the firm is in.
    open_cells : tuple of (group, need, technology)
        The others.
    coverage : float
        Share (0–1) of all combinations that is served.
    scope : dict
        Share (0–1) of the "groups", "needs" and "technologies" that is served at all.
    next_steps : tuple of (group, need, technology)
        Open combinations that differ from a served one in one thing only: the near growth.
    statement : str
        The business in one sentence.
    """

    groups: tuple[str, ...]
    needs: tuple[str, ...]
    technologies: tuple[str, ...]
    cells: tuple[Cell, ...]
    served: tuple[Cell, ...]
    open_cells: tuple[Cell, ...]
    coverage: float
    scope: dict[str, float]
    next_steps: tuple[Cell, ...]
    statement: str


def business_definition(
    groups: Iterable[str],
    needs: Iterable[str],
    technologies: Iterable[str],
    served: Iterable[tuple[str, str, str]] | None = None,
) -> BusinessDefinition:
    """Define a business by customer groups, needs and technologies.

    Parameters
    ----------
    groups, needs, technologies : iterable of str
        Who could be served, what they need, and how that can be met; at most 20 on each axis.
    served : iterable of (group, need, technology), optional
        The combinations the firm is in; all of them when left out.

    Returns
    -------
    BusinessDefinition

    Raises
    ------
    ValueError
        When an axis is empty or names something twice, or a combination is not on the axes.

    Notes
    -----
    Source: Abell, D. F. and Hammond, J. S. (1979), *Strategic Market Planning*; Abell, D. F.
    (1980), *Defining the Business*, Prentice-Hall. A business is defined by whom it serves, with
    what need, by which technology; not by its product.

    Examples
    --------
    >>> firm = business_definition(["offices", "hotels"], ["good coffee"], ["beans", "capsules"],
    ...                            served=[("offices", "good coffee", "beans")])
    >>> firm.coverage, len(firm.next_steps), firm.scope["groups"]
    (0.25, 2, 0.5)
    """
    axes = (
        _names(groups, "groups"), _names(needs, "needs"), _names(technologies, "technologies")
    )
    cells = tuple(product(*axes))
    chosen = set(cells) if served is None else set(_served(served, axes))
    inside = tuple(cell for cell in cells if cell in chosen)
    outside = tuple(cell for cell in cells if cell not in chosen)
    used = [tuple(name for name in axis if any(cell[place] == name for cell in inside))
            for place, axis in enumerate(axes)]
    near = tuple(
        cell for cell in outside
        if any((*cell[:place], other, *cell[place + 1 :]) in chosen
               for place, axis in enumerate(axes) for other in axis)
    )
    kinds = ("groups", "needs", "technologies")
    return BusinessDefinition(
        *axes,
        cells=cells,
        served=inside,
        open_cells=outside,
        coverage=len(inside) / len(cells),
        scope={kind: len(u) / len(a) for kind, u, a in zip(kinds, used, axes, strict=True)},
        next_steps=near,
        statement="We serve {} that need {}, by means of {}.".format(*map(_listed, used)),
    )


def _names(values: Iterable[str], axis: str) -> tuple[str, ...]:
    names: list[str] = []
    for place, name in numbered(values, axis, "give a list of names"):
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"{axis}: item {place} is {shown(name)}; name it in words.")
        if name in names:
            raise ValueError(f"{axis} names {name!r} twice; give it once.")
        names.append(name)
        if len(names) > 20:
            raise ValueError(f"{axis} has more than 20 names; group them.")
    if not names:
        raise ValueError(f"{axis} is empty; give at least one name.")
    return tuple(names)


def _served(served: Iterable, axes: tuple[tuple[str, ...], ...]) -> list[Cell]:
    remedy = "give combinations (group, need, technology)"
    found: list[Cell] = []
    for place, cell in numbered(served, "served", remedy):
        one = tuple(part for _, part in numbered(cell, f"served: combination {place}", remedy))
        if len(one) != 3:
            raise ValueError(f"served: combination {place} has {len(one)} parts; {remedy}.")
        for part, axis in zip(one, axes, strict=True):
            if not isinstance(part, str) or part not in axis:
                raise ValueError(
                    f"served: combination {place} has {shown(part)}; use one of {', '.join(axis)}."
                )
        found.append(one)
    if not found:
        raise ValueError(f"served is empty; {remedy}, at least one.")
    return found


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
