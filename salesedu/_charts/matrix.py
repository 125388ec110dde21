"""A table of rows and columns whose empty cells are seen."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, BAD, GROUND, INK, LINE, MID, SOFT, pixels

__all__ = ["matrix"]

TOP, ROW, CELL = 54, 54, 30  # px: the heads, one row, the cell in it


def matrix(columns: Sequence[dict], rows: Sequence[dict], description: str) -> dict:
    """Cells that are filled, more or less strongly, or visibly empty.

    Parameters
    ----------
    columns : sequence of dict
        ``name``, ``note`` (a second line) and ``lacking`` (True when its empty cells are a lack).
    rows : sequence of dict
        ``name``, ``present`` (False draws a row that is not there: no cells at all), and
        ``cells``, one for each column: None when empty, else ``strength`` (0–1, how strongly it is
        filled) and ``label``.
    description : str
        What a reader who does not see the chart is told.
    """
    width = 1 / len(columns)
    filled, empty, absent, labels, names = [], [], [], [], []
    for i, row in enumerate(rows):
        y = TOP + ROW * i
        names.append({"name": row["name"], "base": y + 14, "colour": INK if row["present"] else SOFT})
        if not row["present"]:
            absent.append({"start": 0, "end": 1, "y": y + 20 + CELL / 2})
            continue
        for j, (column, cell) in enumerate(zip(columns, row["cells"], strict=True)):
            place = {"start": j * width, "end": (j + 1) * width, "top": y + 20, "bottom": y + 20 + CELL}
            if cell is None:
                empty.append(place | {"edge": BAD if column["lacking"] else MID})
            else:
                filled.append(place | {"colour": ACCENT, "strength": 0.12 + 0.4 * cell["strength"]})
                labels.append({"at": (j + 0.5) * width, "label": cell["label"], "base": y + 25 + CELL / 2})
    heads = [
        column | {"at": (j + 0.5) * width, "base": 16, "below": 34, "colour": BAD if column["lacking"] else SOFT}
        for j, column in enumerate(columns)
    ]
    cells = mark.bars("filled", (0, 1), tinted=True, stroke=GROUND, strokeWidth=3)
    holes = mark.bars("empty", (0, 1), strokeDash=[4, 3], strokeWidth=1.5, fillOpacity=0)
    del holes["encoding"]["fill"]
    holes["mark"]["fill"] = GROUND
    holes["encoding"]["stroke"] = {"field": "edge", "type": "nominal", "scale": None, "legend": None}
    # A hair of ground between two dashed cells: their edges would otherwise lie on each other.
    for side, field, shift in (("x", "start", 3), ("x2", "end", -3)):
        holes["encoding"][side] = pixels(f"datum.{field} * width + {shift}")
    middle = pixels("datum.at * width")
    layers = [
        mark.lines("absent", "start", "end", (0, 1), stroke=LINE, strokeWidth=2),
        cells,
        holes,
        _coloured(mark.words("heads", "name", "base", middle, "center"), INK),
        _coloured(mark.words("heads", "note", "below", middle, "center", fontWeight=600), "own"),
        _coloured(mark.words("names", "name", "base", 0), "own"),
        mark.words("labels", "label", "base", middle, "center", fontWeight=600),
    ]
    datasets = {"filled": filled, "empty": empty, "absent": absent, "heads": heads, "names": names, "labels": labels}
    return mark.spec(description, TOP + ROW * len(rows), layers, datasets)


def _coloured(layer: dict, colour: str) -> dict:
    if colour == "own":
        layer["encoding"]["fill"] = {"field": "colour", "type": "nominal", "scale": None, "legend": None}
    return layer
