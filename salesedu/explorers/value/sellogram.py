"""The sellogram: what is in the offer against what this customer wants, empty cells and all."""

from salesedu import charts
from salesedu._notation import and_list, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Toggle, View
from salesedu.value import Argument, Sellogram, sellogram

__all__ = ["EXPLORER"]

MOTIVES = ("no worries", "taste", "ease", "low cost", "pride")
WEIGHTS = {
    "ilse": {"no worries": 40, "taste": 30, "ease": 20, "low cost": 0, "pride": 10},
    "karim": {"no worries": 50, "taste": 30, "ease": 0, "low cost": 20, "pride": 0},
    "els": {"no worries": 10, "taste": 20, "ease": 40, "low cost": 30, "pride": 0},
}
CUSTOMERS = (("ilse", "Ilse, hotel"), ("karim", "Karim, café"), ("els", "Els, office"))
NAMES = {"ilse": "Ilse", "karim": "Karim", "els": "Els"}
# How well a feature serves a motive, 0-3, in the order of MOTIVES.
FEATURES = {
    "fresh-bean machine": (0, 3, 1, 0, 1),
    "repair before seven": (3, 0, 0, 0, 0),
    "two taps": (1, 0, 3, 0, 0),
    "own name on the cups": (0, 0, 0, 0, 3),
    "one price a month": (2, 0, 1, 1, 0),
}
PLACES = ("1st", "2nd", "3rd", *(f"{place}th" for place in range(4, 20)))


def paint(customer: str, repair: bool, taps: bool, cups: bool, month: bool) -> View:
    """Who it is for, and which features the offer has; the machine itself is always in it."""
    present = dict(zip(FEATURES, (True, repair, taps, cups, month), strict=True))
    picture = sellogram(
        {name: dict(zip(MOTIVES, row, strict=True)) for name, row in FEATURES.items() if present[name]},
        WEIGHTS[customer],
    )
    spoken = _spoken(picture)
    first = spoken[0]
    empty = picture.unserved_motives
    kpis = (
        Kpi("cover", "Motives covered", percent(picture.cover), "weighted; 100 % is all, fully", lead=True),
        Kpi("first", "Say first", first.feature, f"for {first.motive}"),
        Kpi("arguments", "Arguments", plain(len(spoken)), "that count for this customer"),
        Kpi("empty", "Empty columns", plain(len(empty)), and_list(empty) if empty else "every motive has an argument"),
    )
    return View(kpis, _chart(picture, present, spoken), _reading(picture, NAMES[customer], spoken))


def _spoken(picture: Sellogram) -> list[Argument]:
    """The arguments that weigh something, strongest first."""
    return [argument for argument in picture.arguments if argument.force > 0]


def _chart(picture: Sellogram, present: dict[str, bool], spoken: list[Argument]) -> dict:
    columns = [
        {
            "name": motive,
            "note": percent(picture.weights[motive]),
            "lacking": motive in picture.unserved_motives,
        }
        for motive in MOTIVES
    ]
    places = {(one.feature, one.motive): place for one, place in zip(spoken, PLACES, strict=False)}
    forces = {(one.feature, one.motive): one.force for one in picture.arguments}
    rows = [
        {
            "name": name if is_in else f"{name} · not in the offer",
            "present": is_in,
            "cells": [_cell((name, motive), forces, places) for motive in MOTIVES] if is_in else [],
        }
        for name, is_in in present.items()
    ]
    order = "; ".join(f"{one.feature} for {one.motive}" for one in spoken[:3])
    lacks = and_list(picture.unserved_motives) if picture.unserved_motives else "none"
    return charts.matrix(
        columns,
        rows,
        f"{len(picture.features)} features against {len(MOTIVES)} motives, {len(picture.empty_cells)} cells empty. "
        f"Strongest arguments: {order}. Motives without any argument: {lacks}.",
    )


def _cell(place: tuple[str, str], forces: dict, places: dict) -> dict | None:
    if place not in forces:
        return None
    # 1.5 is as strong as it gets here: a full 3 on a motive of one half.
    return {"strength": forces[place] / 1.5, "label": places.get(place, "")}


def _reading(picture: Sellogram, customer: str, spoken: list[Argument]) -> str:
    first = spoken[0]
    start = f"To {customer}, begin with “{first.feature}”, for {first.motive}"
    if len(spoken) > 1:
        start += f", then “{spoken[1].feature}”, for {spoken[1].motive}"
    lead = picture.leading_motive
    if lead in picture.unserved_motives:
        text = (
            f"{start}. But what weighs most is {lead}, {percent(picture.weights[lead])}, and there the column is "
            "empty: find an argument before you visit."
        )
    elif picture.unserved_motives:
        text = f"{start}. On {and_list(picture.unserved_motives)} you have nothing to say: {customer} will notice."
    elif picture.cover < 0.8:
        weak = min(_weighed(picture), key=lambda motive: picture.motive_cover[motive])
        text = f"{start}. Every motive has an argument; the one for {weak} is thin."
    else:
        text = f"{start}. Every motive that weighs something has an argument, and nearly all are strong."
    if picture.idle_features:
        one = len(picture.idle_features) == 1
        quoted = and_list([f"“{name}”" for name in picture.idle_features])
        text += f" Leave {quoted} out of the talk: {'it serves' if one else 'they serve'} no motive of {customer}."
    return text


def _weighed(picture: Sellogram) -> list[str]:
    return [motive for motive in MOTIVES if picture.weights[motive] > 0]


EXPLORER = Explorer(
    id="sellogram",
    chapter="value",
    title="Sellogram",
    dutch="Sellogram",
    question="Which arguments does Sanne have for this customer, in which order, and where has she none?",
    try_this="Besides the machine you may offer Ilse two features. Which two cover her motives best? Then show the "
    "same offer to Els.",
    concepts=("sellogram", "leading-motive"),
    section="the-strongest-argument-first",
    controls=(
        Choice("customer", "Customer", CUSTOMERS, "ilse"),
        Toggle("repair", "Repair before seven", False),
        Toggle("taps", "Two taps", False),
        Toggle("cups", "Own name on the cups", True),
        Toggle("month", "One price a month", False),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Sanne shows the same offer, the machine and the cups, to Karim. His motives are no worries (50 %), "
        "taste (30 %) and low cost (20 %). What do the cups with his own name on them do for her case?",
        choices=(
            "They are her second argument, as with Ilse",
            "They become her first argument: a café lives on its name",
            "Nothing: their row is empty for him",
        ),
        values={"customer": "karim"},
        right=2,
        because="Strength is what the feature can do; force is strength times what this customer wants. Pride weighs "
        "nothing for Karim, so the finest cup is no argument. It may even tell him that you did not listen.",
    ),
)
