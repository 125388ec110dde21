"""Bars under headings, on scales of their own."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import INK, LINE, SOFT

__all__ = ["panel"]

HEADING, NOTE, BAR = 30, 20, 38  # px


def panel(rows: Sequence[dict], description: str, *, above: dict | None = None) -> dict:
    """Rows of bars under headings; each row has its own scale, given as shares of the width.

    Parameters
    ----------
    rows : sequence of dict
        A heading (``heading`` and, where there is one, ``amount`` on its right: text), a line
        below one (``note``: text) or a bar: ``name``, ``amount`` (text), ``parts`` (each a
        ``share`` of the width, 0–1, and its ``colour``, from left to right) and, where there is
        one, ``limit`` (the share at which a mark stands) and ``start`` (the share at which the
        first part begins; 0 without it).
        An empty row keeps the room of a bar. Which of these stands where must not depend on the
        figures; only a bar and an empty row may change places.
    description : str
        What a reader who does not see the chart is told.
    above : dict, optional
        A chart that stands over this one in the same frame; it has other names for its data.
    """
    heads, notes, tracks, bars, posts = [], [], [], [], []
    y = above["height"] if above else 0
    for row in rows:
        if "heading" in row:
            heads.append({"name": row["heading"], "amount": row.get("amount", ""), "head": y + 20, "weight": 600})
            y += HEADING
        elif "note" in row:
            notes.append({"label": row["note"], "base": y + 12})
            y += NOTE
        elif not row:
            y += BAR
        else:
            heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14, "weight": 400})
            place = {"top": y + 20, "bottom": y + 31}
            tracks.append(place | {"start": 0, "end": 1, "colour": LINE})
            at = row.get("start", 0.0)
            for part in row["parts"]:
                start, at = at, at + part["share"]
                if part["share"] > 0:
                    bars.append(place | {"start": min(1.0, start), "end": min(1.0, at), "colour": part["colour"]})
            if row.get("limit") is not None:
                posts.append({"at": row["limit"], "top": y + 17, "bottom": y + 34})
            y += BAR
    layers = [
        *(above["layer"] if above else []),
        mark.bars("track", (0, 1), opacity=0.55),
        mark.bars("bars", (0, 1)),
        mark.posts("limits", (0, 1), stroke=INK, strokeWidth=2),
        mark.words("rows", "name", "head", 0, fontWeight={"expr": "datum.weight"}),
        mark.words("rows", "amount", "head", "width", "right", fontWeight=600),
        mark.words("notes", "label", "base", 0, fill=SOFT),
    ]
    datasets = (above["datasets"] if above else {}) | {
        "track": tracks, "bars": bars, "limits": posts, "rows": heads, "notes": notes,
    }  # fmt: skip
    return mark.spec(description, y, layers, datasets)
