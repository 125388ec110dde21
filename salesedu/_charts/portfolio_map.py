"""Four fields of two questions, and many customers in them."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.four_fields import field_of, fills_of, heights
from salesedu._charts.labels import INSET, at_label, placed
from salesedu._marks import ACCENT, GROUND, INK, LINE, SOFT, WARM, Ends, pixels

__all__ = ["portfolio_map"]

TOP, BOTTOM, HEIGHT = 24, 296, 320  # px: of the fields, and of the chart


def portfolio_map(
    fields: Sequence[dict],
    own: dict,
    others: Sequence[dict],
    axes: tuple[tuple[str, str], tuple[str, str]],
    cut: float,
    ends: Ends,
    description: str,
) -> dict:
    """Four fields that meet at a line, one customer that moves and others that stay.

    Parameters
    ----------
    fields : sequence of dict
        ``name``, ``right`` and ``upper`` (which half it is in) and ``chosen`` (the field that
        `own` is in).
    own : dict
        ``name`` and ``place`` (across, up).
    others : sequence of dict
        The other customers, likewise; those with ``moved`` stand in another field than before.
    axes : pair of pair of str
        What the lower and the upper end of the two scales mean.
    cut : float
        Where the fields meet, on both scales.
    ends : tuple
        Ends of both scales.
    description : str
        What a reader who does not see the chart is told.
    """
    low, high = ends
    y = heights(TOP, BOTTOM, ends)
    grounds, names, taken, full = [], [], [], []
    for field in fields:
        ground = field_of(field["right"], field["upper"], (cut, cut), ends, y)
        strong = {"colour": ACCENT, "strength": 0.22} if field["chosen"] else {"colour": LINE, "strength": 0.3}
        grounds.append(ground | strong)
        # Names stand in the outer corners, so that the line between the fields may move.
        base = y(high) + 17 if field["upper"] else y(low) - 8
        length = len(field["name"]) * mark.BOLD_LETTER + 10
        names.append({"label": field["name"], "base": base, "at": high if field["right"] else low})
        names[-1] |= {"align": "right" if field["right"] else "left", "aside": -6 if field["right"] else 6}
        if field["right"]:
            # Its place depends on the width: hold it with marks, which are placed by shares.
            full += [(1 - step / 20, base - 4) for step in range(5)]
        else:
            taken.append((0, base - 13, length + INSET, base + 4))
    marks = [(mark.share_of(one["place"][0], ends), y(one["place"][1])) for one in (own, *others)]

    def asked(one: dict, kind: str, room: float) -> dict:
        share = mark.share_of(one["place"][0], ends)
        return {"text": one["name"], "share": share, "y": y(one["place"][1]), "room": room, "kind": kind}

    labels = placed(
        [asked(own, "own", 10), *(asked(one, "other", 6) for one in others)],
        [*marks, *full, *full, *full],
        TOP + 2,
        BOTTOM - 2,
        taken,
    )
    (left, right), (lower, upper) = axes
    said = [
        {"label": left, "base": HEIGHT - 6, "at": low, "align": "left"},
        {"label": right, "base": HEIGHT - 6, "at": high, "align": "right"},
        {"label": upper, "base": TOP - 9, "at": low, "align": "left"},
        {"label": lower, "base": TOP - 9, "at": high, "align": "right"},
    ]
    lines = [{"start": low, "end": high, "y": y(cut), "at": cut, "top": y(high), "bottom": y(low)}]
    place = pixels(f"{INSET} + (datum.at - {low}) / {high - low} * (width - {2 * INSET}) + datum.aside")
    corners = mark.words("names", "label", "base", place, fontWeight=600, fill=SOFT)
    corners["mark"]["align"] = {"expr": "datum.align"}
    halo = {"fill": GROUND, "stroke": GROUND, "strokeWidth": 4, "strokeJoin": "round", "strokeOpacity": 0.8}
    dots = mark.dots("others", "at", ends, INSET, stroke=GROUND, size=130)
    dots["encoding"]["shape"] = {"field": "shape", "type": "nominal", "scale": None, "legend": None}
    at = pixels(at_label("text"))
    layers = [
        fills_of("grounds", ends),
        mark.lines("lines", "start", "end", ends, INSET, stroke=GROUND, strokeWidth=3),
        mark.posts("lines", ends, INSET, stroke=GROUND, strokeWidth=3),
        corners,
        dots,
        mark.dots("own", "at", ends, INSET, fill=ACCENT, stroke=GROUND, size=260),
        *(mark.words("other labels", "text", "base", at, "center", **look) for look in (halo, {})),
        mark.words("own labels", "text", "base", at, "center", **halo),
        mark.words("own labels", "text", "base", at, "center", fontWeight=600, fill=ACCENT),
        mark.ticks(ends, INSET),
    ]
    datasets = {
        "grounds": grounds,
        "lines": lines,
        "names": names,
        "others": [
            {"at": one["place"][0], "y": y(one["place"][1])}
            | ({"shape": "diamond", "colour": WARM} if one["moved"] else {"shape": "circle", "colour": INK})
            for one in others
        ],
        "own": [{"at": own["place"][0], "y": y(own["place"][1])}],
        "own labels": [label for label in labels if label["kind"] == "own"],
        "other labels": [label for label in labels if label["kind"] == "other"],
        "ticks": said,
    }
    return mark.spec(description, HEIGHT, layers, datasets)
