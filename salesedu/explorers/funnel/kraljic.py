"""Kraljic's purchasing portfolio: what a product is to this buyer, and how to sell into it."""

from salesedu import charts
from salesedu._notation import plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import QUADRANTS, Kraljic, kraljic

__all__ = ["EXPLORER"]

CUT, NEAR = 5, 0.5
CASE = {"spending": 3, "guests": 9, "rare": 3, "switching": 3}
# How much money and taste weigh in the eyes of who fills it in.
EYES = {"karim": (1, 1), "bookkeeper": (3, 1), "barista": (1, 3)}
SAID = {"karim": "Karim", "bookkeeper": "his bookkeeper", "barista": "his barista"}
DUTCH = {field.quadrant: field.dutch for field in (kraljic(i, r) for i in (0, 10) for r in (0, 10))}
SELL = {
    "routine": "Take the work away, with one contract, orders that place themselves and one invoice, and spend no "
    "visits on it",
    "leverage": "Know your lowest price before you talk, sell the lowest total cost, and look for a difference that "
    "makes you harder to replace",
    "bottleneck": "Sell certainty, such as stock kept for him and a delivery promise with a figure, and do not "
    "squeeze: a buyer who feels trapped looks for a way out",
    "strategic": "Sell as a partner, with joint plans, shared figures and people of both firms who know each other",
}


def paint(spending: float, guests: float, rare: float, switching: float, eyes: str) -> View:
    """Marks from 0 to 10, and who fills them in."""
    found = _place(spending, guests, rare, switching, eyes)
    kpis = (
        Kpi("kind", "Kind of product", found.quadrant, found.dutch, lead=True),
        Kpi("impact", "Profit impact", plain(found.profit_impact, 1), _side(found.profit_impact)),
        Kpi("risk", "Supply risk", plain(found.supply_risk, 1), _side(found.supply_risk)),
        Kpi("line", "To the nearest line", plain(found.distance, 1), "a close call" if found.borderline else "clear"),
    )
    own = _place(spending, guests, rare, switching, "karim")
    return View(kpis, _chart(found), _reading(found, own, rare, eyes))


def _place(spending: float, guests: float, rare: float, switching: float, eyes: str) -> Kraljic:
    return kraljic([spending, guests], [rare, switching], impact_weights=EYES[eyes], cut=CUT, near=NEAR)


def _side(mark: float) -> str:
    return "high" if mark >= CUT else "low"


def _chart(found: Kraljic) -> dict:
    fields = [
        {
            "name": name,
            "note": DUTCH[name],
            "right": name in ("bottleneck", "strategic"),
            "upper": name in ("leverage", "strategic"),
            "chosen": name == found.quadrant,
        }
        for name in QUADRANTS
    ]
    case = _place(**CASE, eyes="karim")
    return charts.quadrants(
        fields,
        {"place": (found.supply_risk, found.profit_impact), "label": "Karim's coffee"},
        (case.supply_risk, case.profit_impact),
        ("supply is safe", "supply at risk →", "↑ much profit impact"),
        CUT,
        NEAR,
        (0, 10),
        "Supply risk across, profit impact upwards, 0 to 10. Karim's coffee stands at "
        f"{plain(found.supply_risk, 1)} and {plain(found.profit_impact, 1)}, among the {found.quadrant} "
        "products. In the case it stood at "
        f"{plain(case.supply_risk, 1)} and {plain(case.profit_impact, 1)}.",
    )


def _reading(found: Kraljic, own: Kraljic, rare: float, eyes: str) -> str:
    who = SAID[eyes]
    text = f"To {who} coffee is a {found.quadrant} product"
    if found.borderline:
        text += f", but only just: half a point, and it is {' or '.join(found.neighbours)}"
    text += "."
    if own.quadrant != found.quadrant:
        text += f" Karim himself calls it {own.quadrant}. You sell to whoever decides, so find out who that is."
    elif found.supply_risk >= CUT and rare < CUT:
        text += " Others could deliver it: it is the trouble of switching that ties him to you."
    return f"{text} {SELL[found.quadrant]}."


EXPLORER = Explorer(
    id="kraljic",
    chapter="funnel",
    title="Kraljic's purchasing portfolio",
    dutch="Inkoopportfolio van Kraljic",
    question="Karim buys coffee for Grand Café Meerzicht. What kind of product is it to him, and how should Sanne sell "
    "it?",
    try_this="Let his bookkeeper fill it in, and then his barista. They look at the same coffee. Which talk would you "
    "have with each of them?",
    concepts=("kraljic-portfolio", "routine-product", "leverage-product", "bottleneck-product", "strategic-product"),
    section="how-firms-buy",
    controls=(
        Slider("spending", "Share of his spending", 0, 10, 0.5, 3, note="0 nothing, 10 most of it"),
        Slider("guests", "His guests notice it", 0, 10, 0.5, 9, note="10: they come for it"),
        Slider("rare", "Hard to find elsewhere", 0, 10, 0.5, 3, note="10: one supplier only"),
        Slider("switching", "Hard to switch", 0, 10, 0.5, 3, note="10: takes a year"),
        Choice(
            "eyes",
            "Who fills it in",
            (
                ("karim", "Karim: money and taste alike"),
                ("bookkeeper", "his bookkeeper: money counts triple"),
                ("barista", "his barista: taste counts triple"),
            ),
            "karim",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Karim gets a blend of his own and machines that his staff has learned to work with: “hard to switch” "
        "rises from 3 to 9. There are as many other roasters as before. What does coffee become to him?",
        choices=(
            "It stays leverage: there are as many roasters",
            "A bottleneck: he is tied to one supplier",
            "Strategic: it matters, and leaving has become hard",
        ),
        values={"switching": 9},
        right=2,
        because="Supply risk is not only about how many suppliers there are, but also about how hard it is to move to "
        "them. It rises from 3 to 6, and profit impact stays high. A bottleneck would hardly matter in his result.",
    ),
)
