"""Places in several rankings side by side, so that one sees which lines cross."""

from collections.abc import Sequence
from itertools import pairwise

from salesedu import _marks as mark
from salesedu._marks import GROUND, SOFT, pixels

__all__ = ["ranking"]

STEP, TOP = 46, 62  # px from one place to the next, and down to the first


def ranking(columns: Sequence[str], rows: Sequence[dict], description: str) -> dict:
    """Three rankings of the same few names, first place on top, each name's places joined.

    Parameters
    ----------
    columns : sequence of str
        Heads of the three rankings, from left to right.
    rows : sequence of dict
        ``name``, ``colour``, ``places`` (from 0, one for each column) and ``amounts`` (text, one
        for each column). No two rows share a place.
    description : str
        What a reader who does not see the chart is told.
    """
    last = len(columns) - 1
    sides = ["left", *["center"] * (last - 1), "right"]
    heads = [{"at": i, "align": side, "label": columns[i], "base": 16} for i, side in enumerate(sides)]
    slopes, dots, labels = [], [], []
    for row in rows:
        heights = [TOP + STEP * place for place in row["places"]]
        for i, (y, y2) in enumerate(pairwise(heights)):
            slopes.append({"start": i, "end": i + 1, "y": y, "y2": y2, "colour": row["colour"]})
        for i, (y, amount, side) in enumerate(zip(heights, row["amounts"], sides, strict=True)):
            dots.append({"at": i, "y": y, "colour": row["colour"]})
            told = f"{row['name']} {amount}" if i == 0 else f"{amount} {row['name']}" if i == last else amount
            labels.append({"at": i, "align": side, "label": told, "base": y - 12})
    layers = [
        mark.slopes("slopes", (0, last), 9, strokeWidth=3),
        mark.dots("dots", "at", (0, last), 9, stroke=GROUND),
        _turned("heads", last, fontWeight=400, fill=SOFT),
        # Letters stand clear of the lines that pass behind them.
        _turned("labels", last, fill=GROUND, stroke=GROUND, strokeWidth=8, strokeJoin="round"),
        _turned("labels", last),
    ]
    datasets = {"slopes": slopes, "dots": dots, "heads": heads, "labels": labels}
    return mark.spec(description, TOP + STEP * (len(rows) - 1) + 12, layers, datasets)


def _turned(data: str, last: int, **look: object) -> dict:
    """Words at a column, those on both outer columns turned inwards."""
    x = pixels(f"datum.at / {last} * width")
    layer = mark.words(data, "label", "base", x, **look)
    layer["mark"]["align"] = {"expr": "datum.align"}
    return layer
