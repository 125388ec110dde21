"""Scores by fifths of a ranking, and the field of a grid that they lead to."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, INK, LINE, SOFT, pixels

__all__ = ["score_fields"]

ROW, GAP, FIELD = 48, 30, 58  # px: of each score, over the grid, of a field in it


def score_fields(rows: Sequence[dict], fields: Sequence[dict], axes: tuple[str, str, str], description: str) -> dict:
    """Five steps for each score, the one reached lit up; under them a grid of three by three.

    Parameters
    ----------
    rows : sequence of dict
        ``name`` and ``amount`` (text), ``steps`` (five short texts) and ``score`` (1–5).
    fields : sequence of dict
        Nine, row by row from the top left: ``name`` (one or two lines), ``note`` (text) and
        ``chosen``.
    axes : tuple of str
        What the grid says upwards, and across at its left and its right.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, steps = [], []
    for i, row in enumerate(rows):
        y = ROW * i
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14})
        for j, text in enumerate(row["steps"]):
            place = {"start": j / 5, "end": (j + 1) / 5, "at": (j + 0.5) / 5, "top": y + 20, "bottom": y + 42}
            steps.append(place | {"label": text, "base": y + 36} | _look(j + 1 == row["score"]))
    top = ROW * len(rows) + GAP
    cells = []
    for i, field in enumerate(fields):
        line, column = divmod(i, 3)
        y = top + FIELD * line
        one, _, two = field["name"].partition("\n")
        place = {"start": column / 3, "end": (column + 1) / 3, "at": (column + 0.5) / 3, "top": y, "bottom": y + FIELD}
        place |= {"first": y + (17 if two else 25), "second": y + 33, "third": y + 50}
        cells.append(place | {"one": one, "two": two, "note": field["note"]} | _look(field["chosen"]))
    foot = top + FIELD * 3
    said = [
        {"label": axes[0], "base": top - 8, "at": 0, "align": "left"},
        {"label": axes[1], "base": foot + 17, "at": 0, "align": "left"},
        {"label": axes[2], "base": foot + 17, "at": 1, "align": "right"},
    ]
    middle = pixels("datum.at * width")
    words = mark.words("said", "label", "base", middle, fill=SOFT)
    words["mark"]["align"] = {"expr": "datum.align"}
    layers = [
        *mark.heads(),
        _boxes("steps"),
        _inked(mark.words("steps", "label", "base", middle, "center")),
        _boxes("cells"),
        _inked(mark.words("cells", "one", "first", middle, "center")),
        _inked(mark.words("cells", "two", "second", middle, "center")),
        _inked(mark.words("cells", "note", "third", middle, "center"), "quiet"),
        words,
    ]
    datasets = {"rows": heads, "steps": steps, "cells": cells, "said": said}
    return mark.spec(description, foot + 22, layers, datasets)


def _look(chosen: bool) -> dict:
    if chosen:
        return {"colour": ACCENT, "strength": 1, "ink": GROUND, "quiet": GROUND}
    return {"colour": LINE, "strength": 0.5, "ink": INK, "quiet": SOFT}


def _boxes(data: str) -> dict:
    return mark.bars(data, (0, 1), tinted=True, stroke=GROUND, strokeWidth=3)


def _inked(layer: dict, field: str = "ink") -> dict:
    layer["encoding"]["fill"] = {"field": field, "type": "nominal", "scale": None, "legend": None}
    return layer
