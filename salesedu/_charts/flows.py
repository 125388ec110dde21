"""Who moved from which level to which, between two moments."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import GROUND, SOFT, pixels

__all__ = ["flows"]

TOP, STEP, INSET = 54, 58, 9  # px: down to the first level, between two levels, and at both sides


def flows(heads: tuple[str, str], levels: Sequence[dict], moves: Sequence[dict], description: str) -> dict:
    """Levels at the left and the right, and a line for each group that went from one to another.

    Parameters
    ----------
    heads : pair of str
        What both sides are.
    levels : sequence of dict
        ``before`` and ``after``, text over the left and the right end; the highest level first.
    moves : sequence of dict
        ``start`` and ``end`` (level, from 0), ``width`` (pixels), ``colour``, ``label`` (text, may be empty) and
        ``beside`` (0–1, how far along the line the label stands).
    description : str
        What a reader who does not see the chart is told.
    """
    heights = [TOP + STEP * i for i in range(len(levels))]
    lines, labels, dots = [], [], []
    for move in moves:
        y, y2 = heights[move["start"]], heights[move["end"]]
        line = {"start": 0, "end": 1, "y": y, "y2": y2}
        lines.append(line | {"colour": move["colour"], "thick": move["width"]})
        if move["label"]:
            place = {"share": move["beside"], "base": round(y + (y2 - y) * move["beside"] + 5, 2)}
            labels.append(place | {"label": move["label"], "colour": move["colour"]})
    names = [{"before": heads[0], "after": heads[1], "base": 14}]
    ends = [
        {"before": level["before"], "after": level["after"], "base": y - 13}
        for level, y in zip(levels, heights, strict=True)
    ]
    for y in heights:
        dots += [{"at": at, "y": y} for at in (0, 1)]
    drawn = mark.slopes("lines", (0, 1), INSET)
    drawn["encoding"]["strokeWidth"] = {"field": "thick", "type": "quantitative", "scale": None, "legend": None}
    along = pixels(f"{INSET} + datum.share * (width - {2 * INSET})")
    halo = {"fill": GROUND, "stroke": GROUND, "strokeWidth": 6, "strokeJoin": "round"}
    moved = mark.words("labels", "label", "base", along, "center", fontWeight=600)
    moved["encoding"]["fill"] = {"field": "colour", "type": "nominal", "scale": None, "legend": None}
    layers = [
        mark.words("heads", "before", "base", 0, fill=SOFT),
        mark.words("heads", "after", "base", "width", "right", fill=SOFT),
        drawn,
        mark.dots("dots", "at", (0, 1), INSET, fill=SOFT, stroke=GROUND, size=110),
        *(mark.words("ends", "before", "base", 0, **look) for look in (halo, {"fontWeight": 600})),
        *(mark.words("ends", "after", "base", "width", "right", **look) for look in (halo, {})),
        mark.words("labels", "label", "base", along, "center", **halo),
        moved,
    ]
    datasets = {"heads": names, "lines": lines, "dots": dots, "ends": ends, "labels": labels}
    return mark.spec(description, heights[-1] + 14, layers, datasets)
