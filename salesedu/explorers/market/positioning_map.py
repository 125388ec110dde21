"""Positioning map: who stands close to whom, what buyers want, and whether open ground is worth anything."""

from salesedu import charts
from salesedu._notation import and_list, plain, points
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, Toggle, View
from salesedu.market import PositioningMap, position_distance, positioning_map

__all__ = ["EXPLORER"]

OWN, DANES = "Noorderlicht", "the newcomer"
# As buyers see them, 0 to 10: price per cup (cheap to dear) and choice of drinks (few to many).
RIVALS = {"Beanline": (3.0, 6.5), "Koffiepunt": (5.0, 4.0), "Schuimkraag": (1.5, 2.5)}
NEWCOMER = {DANES: (8.0, 8.0)}
WISHES = {"offices": (4.5, 7.0), "hotels": (7.0, 8.5), "lunchrooms": (6.0, 5.0), "workshops": (1.5, 4.0)}
AXES = (("← cheap · price per cup", "dear →"), ("few drinks", "↑ many drinks"))
CROWDED = 1.5  # points; closer together than this buyers take two firms for one


def paint(price: float, drinks: float, wishes: bool, danes: bool) -> View:
    """Both places as marks from 0 to 10."""
    places = {OWN: (price, drinks)} | RIVALS | (NEWCOMER if danes else {})
    found = positioning_map(places, OWN, WISHES, CROWDED)
    spot = found.open_spot
    # A group wants open ground when it is nearer to its wish than the firm that serves it now.
    takers = [
        group for group, wish in WISHES.items()
        if position_distance(wish, spot.place) < position_distance(wish, places[found.ideals[group]])
    ]  # fmt: skip
    known = "hidden" if not wishes else None
    kpis = (
        Kpi("nearest", "To the nearest rival", plain(found.distances[found.nearest], 1), found.nearest, lead=True),
        Kpi("groups", "Closest to", known or f"{len(found.own_ideals)} of 4", "groups of buyers"),
        Kpi("open", "Open ground", plain(spot.distance, 1), f"points to {spot.nearest}"),
        Kpi("takers", "Would be first there", known or f"{len(takers)} of 4", "groups of buyers"),
    )
    return View(kpis, _chart(found, wishes), _reading(found, takers, wishes, danes))


def _chart(found: PositioningMap, wishes: bool) -> dict:
    others = [
        {"name": name, "place": place, "nearest": name == found.nearest}
        for name, place in found.places.items()
        if name != OWN
    ]
    groups = [
        {"name": group, "place": wish, "served_at": found.places[found.ideals[group]]}
        for group, wish in WISHES.items()
        if wishes
    ]
    told = "; ".join(f"{name} at {plain(x, 1)} and {plain(y, 1)}" for name, (x, y) in found.places.items())
    told = f"Price per cup and choice of drinks, 0 to 10: {told}."
    if wishes:
        told += " Closest to what they want: " + ", ".join(f"{g}: {name}" for g, name in found.ideals.items()) + "."
    own = {"name": OWN, "place": found.places[OWN]}
    spot = {"name": "open ground", "place": found.open_spot.place}
    return charts.supplier_map(own, others, spot, groups, AXES, (0, 10), told)


def _reading(found: PositioningMap, takers: list[str], wishes: bool, danes: bool) -> str:
    distance = found.distances[found.nearest]
    near = f"{found.nearest} is the nearest rival, {points(distance)} away"
    if distance < 0.05:
        near = f"{found.nearest} stands on the very same spot: buyers can only compare prices"
    elif distance < CROWDED:
        near += ": so close that buyers take the two for one"
    near = near[0].upper() + near[1:]
    if not wishes:
        return (
            f"{near}. The largest open ground is {_ground(found.open_spot.place)}. The map cannot tell you why "
            "it is open: it shows suppliers, not what anyone wants."
        )
    won = list(found.own_ideals)
    if won:
        text = f"{near}. Noorderlicht comes closest to what {and_list(won)} want."
    else:
        text = f"{near}. For no group of buyers is Noorderlicht the closest any more."
    if danes and found.ideals["hotels"] == DANES:
        text += " Hotels now find the newcomer nearer."
    if not takers:
        return f"{text} Nobody would be served better on the open ground: it is a desert, not a gap."
    return f"{text} The open ground would suit {and_list(takers)} better than any supplier today: look there."


def _ground(place: tuple[float, float]) -> str:
    price = "dear" if place[0] > 5.5 else "cheap" if place[0] < 4.5 else "middling in price"
    drinks = "many drinks" if place[1] > 5.5 else "few drinks" if place[1] < 4.5 else "an average choice"
    return f"{price}, with {drinks}"


EXPLORER = Explorer(
    id="positioning-map",
    chapter="market",
    title="Positioning map",
    dutch="Positionering",
    question="Daan sees a corner of the map where nobody stands: dear, with few drinks. Is it a place for us?",
    try_this="Show what buyers want, and find a place where Noorderlicht is the closest for three groups. Then let the "
    "Danish firm arrive. Which group did you lose, and was being everybody's second choice worth it?",
    concepts=("positioning", "competitor-analysis", "stp-process"),
    section="choose-where-to-stand",
    controls=(
        Slider("price", "Our price per cup", 0, 10, 0.5, 6.5, note="0 cheap, 10 dear"),
        Slider("drinks", "Our choice of drinks", 0, 10, 0.5, 7, note="0 few, 10 many"),
        Toggle("wishes", "Show what buyers want", False),
        Toggle("danes", "A Danish firm arrives", False),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Noorderlicht moves into the empty corner: a dear cup and hardly any choice. There are four groups of "
        "buyers on the map, still hidden. For how many of them is it then the closest supplier?",
        choices=("For two: those who want quality pay for it", "For one, as today", "For none"),
        values={"price": 9, "drinks": 2, "wishes": True},
        right=2,
        because="Far from every competitor, and far from every buyer. The corner was empty for a reason, and hotels "
        "now find another supplier nearer. First ask what buyers want, then who stands there.",
    ),
)
