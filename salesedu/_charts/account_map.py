"""Accounts on two marks, in four fields."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.four_fields import field_of, fills_of, heights
from salesedu._charts.labels import INSET, at_label, placed
from salesedu._marks import ACCENT, BOLD_LETTER, GROUND, INK, LINE, SOFT, WARM, Ends, pixels

__all__ = ["account_map"]

TOP, BOTTOM, HEIGHT = 24, 306, 330  # px: of the fields, and of the chart
FIELDS = ((False, True), (True, True), (False, False), (True, False))  # right, upper
LOOKS = {  # of a dot: fill, edge
    "chosen": (ACCENT, GROUND),
    "waiting": (GROUND, ACCENT),
    "other": (INK, GROUND),
}


def account_map(
    names: Sequence[str],
    dots: Sequence[dict],
    axes: tuple[tuple[str, str], str],
    cuts: tuple[float, float],
    near: float,
    ends: Ends,
    description: str,
) -> dict:
    """Accounts in four fields, the fields' borders with a band of doubt, and who has moved.

    Parameters
    ----------
    names : sequence of str
        Of the four fields: left and right above, left and right below.
    dots : sequence of dict
        ``name``, ``place`` (across, up), ``before`` (where it stood) and ``state``: "chosen",
        "waiting" (a ring) or "other".
    axes : (pair of str, str)
        What stands at both ends of the scale across, and at the upper end of the one upwards.
    cuts : tuple
        Where the fields meet, across and upwards.
    near : float
        Up to here from a border lies the band of doubt.
    ends : tuple
        Ends of both scales.
    description : str
        What a reader who does not see the chart is told.
    """
    low, high = ends
    y = heights(TOP, BOTTOM, ends)
    fields, titles, taken, full = [], [], [], []
    for (right, upper), name in zip(FIELDS, names, strict=True):
        key = right and upper
        look = {"colour": ACCENT if key else LINE, "strength": 0.16 if key else 0.3}
        fields.append(field_of(right, upper, cuts, ends, y) | look)
        base, length = (y(high) + 17 if upper else y(low) - 8), len(name) * BOLD_LETTER
        titles.append({"label": name, "base": base, "right": right})
        if right:
            # A name at the right end ends there at any width; on a phone it takes this share of it.
            full += [(1 - step / 24, base - 4) for step in range(round(24 * length / 284) + 1)]
        else:
            taken.append((0, base - 14, length + 12, base + 6))
    band = [
        {"start": max(low, cuts[0] - near), "end": min(high, cuts[0] + near), "top": y(high), "bottom": y(low)},
        {"start": low, "end": high, "top": y(min(high, cuts[1] + near)), "bottom": y(max(low, cuts[1] - near))},
    ]
    spots, trails, asked = [], [], []
    for dot in dots:
        (across, up), (across_before, up_before) = dot["place"], dot["before"]
        fill, edge = LOOKS[dot["state"]]
        spots.append({"at": across, "y": y(up), "colour": fill, "edge": edge})
        if (across, up) != (across_before, up_before):
            trails.append({"start": across_before, "y": y(up_before), "end": across, "y2": y(up)})
        asked.append({"text": dot["name"], "share": mark.share_of(across, ends), "y": y(up), "room": 8})
    chosen = [dot["state"] == "chosen" for dot in dots]
    asked = [label | {"weight": 600 if bold else 400} for label, bold in zip(asked, chosen, strict=True)]
    marks = [(label["share"], label["y"]) for label in asked]
    (left, right), upper = axes
    said = [
        {"label": left, "base": HEIGHT - 5, "at": low, "align": "left"},
        {"label": right, "base": HEIGHT - 5, "at": high, "align": "right"},
        {"label": upper, "base": TOP - 9, "at": low, "align": "left"},
    ]
    datasets = {
        "fields": fields,
        "band": [part | {"colour": GROUND} for part in band],
        "across": [{"start": low, "end": high, "y": y(cuts[1])}],
        "down": [{"at": cuts[0], "top": TOP, "bottom": BOTTOM}],
        "names left": [title for title in titles if not title["right"]],
        "names right": [title for title in titles if title["right"]],
        "trails": trails,
        "before": [{"at": trail["start"], "y": trail["y"]} for trail in trails],
        "dots": spots,
        "labels": placed(asked, [*marks, *full], TOP + 2, BOTTOM - 2, taken),
        "ticks": said,
    }
    return mark.spec(description, HEIGHT, _layers(ends), datasets)


def _layers(ends: Ends) -> list[dict]:
    own = {"type": "nominal", "scale": None, "legend": None}
    bands = mark.bars("band", ends, INSET, opacity=0.6, cornerRadius=0)
    dots = mark.dots("dots", "at", ends, INSET)
    dots["encoding"]["stroke"] = {"field": "edge", **own}
    beside, weight = pixels(at_label("text")), {"fontWeight": {"expr": "datum.weight"}}
    clear = {"fill": GROUND, "stroke": GROUND, "strokeWidth": 4, "strokeJoin": "round", "opacity": 0.8}
    return [
        fills_of("fields", ends),
        bands,
        mark.lines("across", "start", "end", ends, INSET, stroke=LINE, strokeWidth=1.5),
        mark.posts("down", ends, INSET, stroke=LINE, strokeWidth=1.5),
        mark.words("names left", "label", "base", INSET + 6, fill=SOFT, fontWeight=600),
        mark.words("names right", "label", "base", pixels(f"width - {INSET + 6}"), "right", fill=SOFT, fontWeight=600),
        mark.slopes("trails", ends, INSET, stroke=WARM, strokeWidth=2, strokeDash=[3, 4]),
        mark.dots("before", "at", ends, INSET, fill=GROUND, stroke=WARM, size=60),
        dots,
        mark.words("labels", "text", "base", beside, "center", **weight, **clear),
        mark.words("labels", "text", "base", beside, "center", **weight),
        mark.ticks(ends, INSET),
    ]
