"""Lead score and threshold: wasted visits against missed deals, on sixty leads of last year."""

from functools import cache

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.leads import ThresholdPoint, ThresholdTradeoff, lead_score, threshold_tradeoff

__all__ = ["EXPLORER"]

# (fit, interest), marks 0-10. All were visited whatever their score, so that all outcomes are known.
DEALS = (
    (9, 9), (10, 7), (7, 10), (6, 9), (6, 9), (7, 7), (8, 6), (7, 6), (6, 7), (5, 8), (8, 4), (8, 3), (6, 4),
)  # fmt: skip
NO_DEALS = (
    (8, 10), (8, 9), (6, 10), (8, 6), (9, 4), (4, 9), (6, 6), (7, 5), (7, 5), (7, 5), (7, 5), (8, 4), (8, 4), (8, 4),
    (3, 10), (5, 6), (3, 10), (10, 3), (5, 6), (7, 4), (9, 3), (6, 4), (6, 4), (6, 4), (7, 3), (4, 5), (4, 5), (5, 4),
    (4, 5), (10, 2), (3, 6), (3, 6), (3, 6), (5, 3), (7, 2), (6, 2), (6, 2), (6, 2), (6, 2), (5, 2), (5, 2), (1, 8),
    (3, 2), (3, 2), (4, 1), (5, 0), (7, 0),
)  # fmt: skip
LEADS = DEALS + NO_DEALS
WON = (True,) * len(DEALS) + (False,) * len(NO_DEALS)
SCORES = {"both": "fit × interest", "fit": "fit alone", "interest": "interest alone"}
ENDS = ((0, 50), (0, len(DEALS)))


def paint(threshold: int, cost: float, margin: float, score: str) -> View:
    """Points of the score, euros for a visit, euros of margin on a deal."""
    result = threshold_tradeoff(_scores(score), WON, cost, margin)
    here = result.at(threshold)
    kpis = (
        Kpi("net", "Earned", euro(here.net), "margin minus all visits", lead=True),
        Kpi("wasted", "Wasted visits", plain(here.wasted), f"of {here.visited}, {euro(here.wasted_cost)}"),
        Kpi("missed", "Missed deals", plain(here.missed), f"of {len(DEALS)}"),
        Kpi("hits", "Visits that hit", _rate(here.hit_rate), f"{_rate(result.break_even_rate)} breaks even"),
    )
    return View(kpis, _chart(score, here, result), _reading(here, result, cost, margin))


@cache
def _scores(score: str) -> tuple[float, ...]:
    if score == "both":
        return tuple(lead_score(fit, interest).score for fit, interest in LEADS)
    return tuple(10.0 * marks[("fit", "interest").index(score)] for marks in LEADS)


@cache
def _curve(score: str) -> tuple[tuple[int, int], ...]:
    """Wasted visits and missed deals at every threshold: they do not depend on what things cost."""
    return tuple((point.wasted, point.missed) for point in threshold_tradeoff(_scores(score), WON, 0, 1).points)


@cache
def _other(score: str) -> dict:
    """A curve to compare with, its name where the other two leave room."""
    beside = {"both": (0.5, 0.6), "fit": (19, 5), "interest": (7, 8)}
    return {"points": _curve(score), "label": SCORES[score], "beside": beside[score]}


def _rate(rate: float | None) -> str:
    return "–" if rate is None else percent(rate) if rate <= 1 else "over 100 %"


def _chart(score: str, here: ThresholdPoint, result: ThresholdTradeoff) -> dict:
    best = result.best
    told = (
        f"Curve from visiting everybody (no deal missed) to visiting nobody (no visit wasted), scored on "
        f"{SCORES[score]}. From {plain(here.threshold)} on: {here.wasted} visits wasted and {here.missed} deals "
        f"missed. Most is earned from {plain(best.threshold)} on, with {best.wasted} wasted and {best.missed} missed."
    )
    return charts.curve(
        _curve(score),
        {"x": here.wasted, "y": here.missed, "label": f"from {plain(here.threshold)}"},
        ENDS,
        (f"↑ {ENDS[1][1]} missed deals", "0", f"{ENDS[0][1]} wasted visits →"),
        told,
        others=[_other(other) for other in SCORES if other != score],
        best=None
        if (best.wasted, best.missed) == (here.wasted, here.missed)
        else {"x": best.wasted, "y": best.missed, "label": f"earns most: from {plain(best.threshold)}"},
    )


def _reading(here: ThresholdPoint, result: ThresholdTradeoff, cost: float, margin: float) -> str:
    best = result.best
    if margin <= cost:
        return (
            f"A visit costs {euro(cost)} and a deal brings {euro(margin)}: even a visit that hits earns nothing. "
            "No threshold mends that; visit nobody, or call instead."
        )
    times = margin / cost
    plenty = f"A deal pays for {plain(times, 0 if times >= 10 or times.is_integer() else 1)} visits"
    where = f"from {plain(here.threshold)} on"
    if not here.visited:
        return f"Nobody scores {plain(here.threshold)}: no visit is wasted and all {len(DEALS)} deals are missed."
    if here.net >= best.net - 0.005:
        return (
            f"{plenty}. Visiting {where} earns {euro(here.net)}, the most that this score allows; with "
            f"foresight it would be {euro(result.ideal)}."
        )
    short = euro(best.net - here.net)
    if here.threshold > best.threshold:
        return (
            f"{plenty}. {where[0].upper()}{where[1:]} {_few(here.wasted)}, but {_lost(here.missed)} to others: "
            f"that leaves {short} on the table. Too strict."
        )
    return (
        f"{plenty}. {where[0].upper()}{where[1:]} {_missed(here.missed)}, but {_many(here.wasted)} "
        f"wasted: {short} less than the best threshold earns. Not strict enough."
    )


def _few(visits: int) -> str:
    return "no visit is wasted" if not visits else "only one is wasted" if visits == 1 else f"only {visits} are wasted"


def _many(visits: int) -> str:
    return "one visit is" if visits == 1 else f"{visits} visits are"


def _lost(deals: int) -> str:
    return "one deal goes" if deals == 1 else f"{deals} deals go"


def _missed(deals: int) -> str:
    return "no deal is missed" if not deals else "one deal is missed" if deals == 1 else f"{deals} deals are missed"


EXPLORER = Explorer(
    id="lead-scoring",
    chapter="leads",
    title="Lead score and threshold",
    dutch="Leadscore en drempel",
    question="Last year sales visited 60 leads, whatever their score. From which score on is a lead worth a visit?",
    try_this="Find the threshold that earns most. Double the cost of a visit and find it again. Then score on fit "
    "alone: a threshold moves you along the curve, a better score moves the curve itself.",
    concepts=("sales-ready-threshold", "lead-scoring", "lead-qualification"),
    section="worth-a-visit",
    controls=(
        Slider("threshold", "Visit from this score on", 0, 100, 1, 40, "points"),
        Slider("cost", "Cost of a visit", 50, 600, 50, 150, "€"),
        Slider("margin", "Margin of a deal", 500, 5000, 250, 1500, "€"),
        Choice("score", "Score leads on", tuple(SCORES.items()), "both"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="“Four of our fourteen visits were for nothing,” the sellers say. They want to visit from 50 on instead "
        "of 40. What happens to what is earned?",
        choices=(
            "It rises a little: fewer visits are wasted",
            "It falls a little: a few deals are missed",
            "It is about halved",
        ),
        values={"threshold": 50},
        right=2,
        because="One wasted visit fewer saves € 150. Five more deals missed cost € 1,350 each. Whoever looks at wasted "
        "visits only does not see the deals that were never tried.",
    ),
)
