"""Suppliers and buyers on a map of two axes."""

from collections.abc import Callable, Sequence

from salesedu import _marks as mark
from salesedu._charts.labels import INSET, at_label, placed
from salesedu._marks import ACCENT, GROUND, INK, LINE, SOFT, WARM, Ends, pixels

__all__ = ["supplier_map"]

Point = tuple[float, float]


def supplier_map(
    own: dict,
    others: Sequence[dict],
    open_spot: dict,
    wishes: Sequence[dict],
    axes: tuple[tuple[str, str], tuple[str, str]],
    ends: Ends,
    description: str,
) -> dict:
    """Suppliers on two axes, the open ground between them, and what buyers want.

    Parameters
    ----------
    own, open_spot : dict
        ``name`` and ``place`` (across, up).
    others : sequence of dict
        The other suppliers, likewise; the one with ``nearest`` gets a line to `own`.
    wishes : sequence of dict
        What groups of buyers want, likewise, with ``served_at``, the place of the supplier that
        is closest. May be empty.
    axes : pair of pair of str
        What the lower and the upper end of the two axes mean.
    ends : tuple
        Ends of both axes.
    description : str
        What a reader who does not see the chart is told.
    """
    top, bottom, height = 24, 286, 308

    def y(value: float) -> float:
        return round(bottom - (bottom - top) * mark.share_of(value, ends), 2)

    def at(place: Point) -> dict:
        return {"x": place[0], "y": y(place[1])}

    def asked(one: dict, kind: str, room: float) -> dict:
        share = mark.share_of(one["place"][0], ends)
        return {"text": one["name"], "share": share, "y": y(one["place"][1]), "room": room, "kind": kind}

    suppliers = [own, *others]
    marks = [(mark.share_of(one["place"][0], ends), y(one["place"][1])) for one in (*suppliers, *wishes, open_spot)]
    middle = (ends[0] + ends[1]) / 2
    nearest = [_slope(own["place"], one["place"], y) for one in others if one["nearest"]]
    served = [_slope(wish["place"], wish["served_at"], y) for wish in wishes]
    labels = placed(
        [
            *(asked(one, "other", 7) for one in others),
            asked(own, "own", 10),
            *(asked(one, "wish", 6) for one in wishes),
            asked(open_spot, "open", 15),
        ],
        [*marks, *_on_the_way([*nearest, *served], ends)],
        top + 2,
        bottom - 2,
    )
    (low_x, high_x), (low_y, high_y) = axes
    words = [
        {"label": low_x, "base": height - 5, "align": "left", "at": ends[0]},
        {"label": high_x, "base": height - 5, "align": "right", "at": ends[1]},
        {"label": low_y, "base": bottom - 5, "align": "left", "at": ends[0]},
        {"label": high_y, "base": top - 9, "align": "left", "at": ends[0]},
    ]
    frame = [{"start": ends[0], "end": ends[1], "top": top, "bottom": bottom, "colour": LINE}]
    layers = [
        mark.bars("frame", ends, opacity=0.28),
        mark.lines("across", "start", "end", ends, stroke=GROUND, strokeWidth=2),
        mark.posts("down", ends, stroke=GROUND, strokeWidth=2),
        mark.slopes("served", ends, INSET, stroke=WARM, strokeWidth=1.5, strokeDash=[2, 3]),
        mark.slopes("nearest", ends, INSET, stroke=ACCENT, strokeWidth=1.5),
        mark.dots("open", "x", ends, INSET, fill=None, stroke=SOFT, size=900, strokeDash=[3, 4], strokeWidth=1.5),
        mark.dots("wishes", "x", ends, INSET, fill=GROUND, stroke=WARM, size=90, shape="diamond"),
        mark.dots("others", "x", ends, INSET, fill=INK, stroke=GROUND),
        mark.dots("own", "x", ends, INSET, fill=ACCENT, stroke=GROUND, size=260),
        *(
            mark.words(f"{kind} labels", "text", "base", pixels(at_label("text")), "center", **look)
            for kind, look in (
                ("other", {}),
                ("own", {"fontWeight": 600, "fill": ACCENT}),
                ("wish", {"fill": SOFT}),
                ("open", {"fill": SOFT, "fontStyle": "italic"}),
            )
        ),
        mark.ticks(ends, INSET),
    ]
    datasets = {
        "frame": frame,
        "across": [{"start": ends[0], "end": ends[1], "y": y(middle)}],
        "down": [{"at": middle, "top": top, "bottom": bottom}],
        "served": served,
        "nearest": nearest,
        "open": [at(open_spot["place"])],
        "wishes": [at(wish["place"]) for wish in wishes],
        "others": [at(one["place"]) for one in others],
        "own": [at(own["place"])],
        "ticks": words,
    }
    for kind in ("other", "own", "wish", "open"):
        datasets[f"{kind} labels"] = [label for label in labels if label["kind"] == kind]
    return mark.spec(description, height, layers, datasets)


def _slope(first: Point, second: Point, y: Callable[[float], float]) -> dict:
    return {"start": first[0], "end": second[0], "y": y(first[1]), "y2": y(second[1])}


def _on_the_way(lines: Sequence[dict], ends: Ends) -> list[Point]:
    """Points along straight lines, so that no label lies on one."""
    return [
        (
            mark.share_of(line["start"] + (line["end"] - line["start"]) * part / 8, ends),
            line["y"] + (line["y2"] - line["y"]) * part / 8,
        )
        for line in lines
        for part in range(1, 8)
    ]
