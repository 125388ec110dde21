"""A business in three dimensions, as a grid."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, BAD, GROUND, INK, LETTER, LINE, MID, SOFT, WARM, pixels

__all__ = ["business_grid"]

LABELS = 112  # px for the names of the rows of a grid
ROW, HEAD, TOP = 27, 24, 62
LOOKS = {  # stroke, its width and the colour of the words
    "today": (ACCENT, ACCENT, GROUND),
    "added": (GROUND, WARM, INK),
    "open": (GROUND, MID, INK),
    "far": (GROUND, LINE, SOFT),
    "left": (GROUND, BAD, BAD),
}


def business_grid(
    columns: Sequence[str], blocks: Sequence[tuple[str, Sequence[tuple[str, Sequence[dict]]]]], description: str
) -> dict:
    """A grid in three dimensions: columns, blocks under each other, and rows in each block.

    Parameters
    ----------
    columns : sequence of str
        Their names; short ones.
    blocks : sequence of (name, rows)
        Each row is a name and one dict per column with ``state`` ("today", "added", "open",
        "far" or "left") and ``text``, a word or sign for the cell.
    description : str
        What a reader who does not see the chart is told.
    """
    count = len(columns)
    cells, heads, rows, y = [], [], [], TOP
    for block, lines in blocks:
        heads.append({"label": block, "base": y + 15})
        y += HEAD
        for name, line in lines:
            rows.append({"label": name, "base": y + 17})
            for i, cell in enumerate(line):
                fill, stroke, ink = LOOKS[cell["state"]]
                cells.append(
                    {"text": cell["text"], "place": i, "top": y, "bottom": y + ROW - 4, "base": y + 16}
                    | {"fill": fill, "stroke": stroke, "ink": ink}
                )
            y += ROW
        y += 4
    names = [{"label": name, "place": i, "base": 52} for i, name in enumerate(columns)]
    key, at = [], 0.0
    for label, state in (("added", "added"), ("given up", "left"), ("open", "open"), ("too far", "far")):
        fill, stroke, _ = LOOKS[state]
        key.append({"label": label, "at": at, "top": 4, "bottom": 16, "base": 15, "fill": fill, "stroke": stroke})
        at += len(label) * LETTER + 28
    step = f"(width - {LABELS}) / {count}"
    left = f"{LABELS} + datum.place * {step} + 3"
    middle = pixels(f"{LABELS} + (datum.place + 0.5) * {step}")
    layers = [
        _boxes("key", "datum.at + 1", "datum.at + 13"),
        mark.words("key", "label", "base", pixels("datum.at + 18")),
        mark.words("columns", "label", "base", middle, "center", fill=SOFT),
        mark.words("blocks", "label", "base", 0, fontWeight=600),
        mark.words("rows", "label", "base", 8),
        _boxes("cells", left, f"{left} + {step} - 6"),
        _inked(mark.words("cells", "text", "base", middle, "center")),
    ]
    datasets = {"key": key, "columns": names, "blocks": heads, "rows": rows, "cells": cells}
    return mark.spec(description, y, layers, datasets)


def _boxes(data: str, left: str, right: str) -> dict:
    """Boxes between two places in pixels, in the row's own ``fill`` and ``stroke``."""
    own = {"type": "nominal", "scale": None, "legend": None}
    return {
        "data": {"name": data},
        "mark": {"type": "rect", "cornerRadius": 4, "strokeWidth": 2},
        "encoding": {
            "x": pixels(left),
            "x2": pixels(right),
            "y": pixels("datum.top"),
            "y2": pixels("datum.bottom"),
            "fill": {"field": "fill", **own},
            "stroke": {"field": "stroke", **own},
        },
    }


def _inked(layer: dict) -> dict:
    layer["encoding"]["fill"] = {"field": "ink", "type": "nominal", "scale": None, "legend": None}
    return layer
