"""What is there and what is missing, a dot for each thing, a row for each part of a whole."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import BAD, GOOD, GROUND, INK

__all__ = ["check_rows"]

STEP, FIRST, APART = 29, 116, 20  # px: from row to row, left end to the first dot, dot to dot


def check_rows(rows: Sequence[dict], description: str) -> dict:
    """A dot for each thing that a part of a whole needs: full when it is there, open when not.

    Parameters
    ----------
    rows : sequence of dict
        ``name`` (twelve letters at most), ``passed`` (one bool a thing, five at most) and
        ``amount`` (text). How many things a row has must not depend on the figures.
    description : str
        What a reader who does not see the chart is told.

    Examples
    --------
    >>> spec = check_rows([{"name": "People", "passed": [True, False], "amount": "1 missing"}], "One is missing.")
    >>> [len(spec["datasets"][name]) for name in ("there", "missing")]
    [1, 1]
    """
    heads, there, missing = [], [], []
    for i, row in enumerate(rows):
        y = STEP * i + 16
        colour = INK if all(row["passed"]) else BAD
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 4.5, "colour": colour})
        for place, passed in enumerate(sorted(row["passed"], reverse=True)):
            dot = {"at": FIRST + APART * place, "key": y, "colour": GOOD if passed else GROUND}
            (there if passed else missing).append(dot)
    amount = mark.words("rows", "amount", "head", "width", "right", fontWeight=600, fill={"expr": "datum.colour"})
    layers = [
        mark.key("there", "datum.at", "circle", size=130),
        mark.key("missing", "datum.at", "circle", size=110, stroke=BAD, strokeWidth=2),
        mark.words("rows", "name", "head", 0),
        amount,
    ]
    datasets = {"rows": heads, "there": there, "missing": missing}
    return mark.spec(description, STEP * len(rows) + 4, layers, datasets)
