"""Where a product stands with the buyer: Kraljic's purchasing portfolio.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesedu._checks import ALLOWANCE, mark_or_marks, number
from salesedu._notation import and_list, plain

__all__ = ["QUADRANTS", "Kraljic", "kraljic"]

Marks = float | Mapping[str, float] | Iterable[float]
QUADRANTS = ("routine", "leverage", "bottleneck", "strategic")


@dataclass(frozen=True)
class Kraljic:
    """The place of a product in the buyer's portfolio, and how to sell into it.

    Attributes
    ----------
    quadrant : str
        "routine", "leverage", "bottleneck" or "strategic".
    dutch : str
        Its Dutch name.
    profit_impact, supply_risk : float
        Marks, 0–10.
    buyer_aim : str
        What the buyer tries to do here.
    advice : str
        How to sell into it.
    because : str
        Why it is this quadrant, and how sure that is.
    borderline : bool
        Whether a mark lies so near the line that another opinion would move it.
    neighbours : tuple of str
        The quadrants it nearly is; empty when it is not borderline.
    distance : float
        Points between the nearest line and the mark.
    """

    quadrant: str
    dutch: str
    profit_impact: float
    supply_risk: float
    buyer_aim: str
    advice: str
    because: str
    borderline: bool
    neighbours: tuple[str, ...]
    distance: float


# By whether profit impact and supply risk are high.
PLACES = {(False, False): "routine", (True, False): "leverage", (False, True): "bottleneck", (True, True): "strategic"}
WORDS = {
    "routine": (
        "routineproduct",
        "The buyer wants as little work as possible: ordering may cost more than the goods.",
        "Take the work away: one catalogue, one contract, one invoice, orders that place themselves. Do not spend "
        "visits on it.",
    ),
    "leverage": (
        "hefboomproduct",
        "The buyer uses its buying power: bundle the volume, compare, and play suppliers off against each other.",
        "Know your cost and your lowest price before you talk. Sell the lowest total cost instead of the lowest price, "
        "or find a difference that makes you harder to replace.",
    ),
    "bottleneck": (
        "knelpuntproduct",
        "The buyer wants to be sure of supply, and meanwhile looks for another way.",
        "Sell certainty: stock kept for this customer, a delivery promise with a figure, a spare on the shelf. Do not "
        "squeeze: a buyer who feels trapped redesigns you away.",
    ),
    "strategic": (
        "strategisch product",
        "The buyer works with few suppliers for a long time, and wants to know them well.",
        "Sell as a partner: their people and yours in contact at every level, joint plans, shared figures, and a "
        "contract that gives both a reason to stay.",
    ),
}


def kraljic(
    profit_impact: Marks,
    supply_risk: Marks,
    *,
    impact_weights: Mapping[str, float] | Iterable[float] | None = None,
    risk_weights: Mapping[str, float] | Iterable[float] | None = None,
    cut: float = 5,
    near: float = 0.5,
) -> Kraljic:
    """Place a product in Kraljic's purchasing portfolio, seen by the buyer.

    Parameters
    ----------
    profit_impact : float, mapping or iterable
        How much it weighs in the buyer's result, 0–10: one mark, or one for each criterion (amount
        spent, share of the cost, effect on the quality of what the buyer makes).
    supply_risk : float, mapping or iterable
        How hard it is to be sure of it, 0–10: likewise (few suppliers, long delivery, hard to
        switch).
    impact_weights, risk_weights : mapping or iterable, optional
        Weight of each criterion, 0 or more; equal when left out.
    cut : float
        Where "high" begins on both axes, 0.5–9.5; a mark on the line is high.
    near : float
        Up to how many points from a line a product is borderline, 0–5.

    Returns
    -------
    Kraljic

    Raises
    ------
    ValueError
        When a mark or weight is out of range or no number, or weights and criteria differ.

    Notes
    -----
    Source: Kraljic, P. (1983), Purchasing must become supply management, *Harvard Business Review*
    61(5). He speaks of noncritical, leverage, bottleneck and strategic items; "routine" is the
    usual later name. The marks, the line and the borderline are ours. The *buyer* decides where
    you stand: the same beans are routine for an accountant and strategic for a chain of cafés.

    Examples
    --------
    >>> beans = kraljic(profit_impact=8, supply_risk=2)
    >>> beans.quadrant, beans.dutch, beans.borderline
    ('leverage', 'hefboomproduct', False)
    >>> spare = kraljic({"spend": 2, "effect": 5}, 9, impact_weights={"spend": 1, "effect": 3})
    >>> spare.quadrant, spare.profit_impact
    ('bottleneck', 4.25)
    >>> kraljic(5.2, 8).neighbours
    ('bottleneck',)
    """
    impact = mark_or_marks(profit_impact, impact_weights, "profit_impact", "impact_weights")
    risk = mark_or_marks(supply_risk, risk_weights, "supply_risk", "risk_weights")
    cut = number(cut, "cut", 0.5, 9.5)
    near = number(near, "near", 0, 5)
    high = impact >= cut - ALLOWANCE, risk >= cut - ALLOWANCE
    gaps = abs(impact - cut), abs(risk - cut)
    unsure = [gap <= near + ALLOWANCE for gap in gaps]
    others = [
        (high[0] ^ flip_impact, high[1] ^ flip_risk)
        for flip_impact, flip_risk in ((True, False), (False, True), (True, True))
        if unsure[0] >= flip_impact and unsure[1] >= flip_risk
    ]
    quadrant = PLACES[high]
    neighbours = tuple(PLACES[other] for other in others)
    dutch, aim, advice = WORDS[quadrant]
    return Kraljic(
        quadrant=quadrant,
        dutch=dutch,
        profit_impact=impact,
        supply_risk=risk,
        buyer_aim=aim,
        advice=advice,
        because=_because(quadrant, impact, risk, cut, high, unsure, neighbours),
        borderline=any(unsure),
        neighbours=neighbours,
        distance=min(gaps),
    )


def _because(
    quadrant: str,
    impact: float,
    risk: float,
    cut: float,
    high: tuple[bool, bool],
    unsure: list[bool],
    neighbours: tuple[str, ...],
) -> str:
    sides = ["high" if side else "low" for side in high]
    text = (
        f"Profit impact {plain(impact, 1)} is {sides[0]} and supply risk {plain(risk, 1)} is {sides[1]} (the line is "
        f"at {plain(cut, 1)}): a {quadrant} product."
    )
    if not any(unsure):
        return text
    near = and_list([word for word, close in zip(("profit impact", "supply risk"), unsure, strict=True) if close])
    verb = "lie" if all(unsure) else "lies"
    others = " or ".join(neighbours)
    return f"{text} It is a close call: {near} {verb} near the line, so another buyer may say {others}."
