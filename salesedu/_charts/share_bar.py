"""A whole split into shares, and a result on a line of its own."""

from collections.abc import Sequence
from math import fsum

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, LETTER, LINE, SOFT, Ends, pixels
from salesedu._notation import signed

__all__ = ["share_bar"]


def share_bar(parts: Sequence[dict], result: dict | None, ends: Ends, description: str) -> dict:
    """One bar split into shares of a whole; under it a result on its own line, with its interval.

    Parameters
    ----------
    parts : sequence of dict
        ``name``, ``note``, ``value`` (0 or more) and ``colour``, from left to right.
    result : dict or None
        ``value``, ``low``, ``high`` and ``label``; None when there is no result.
    ends : tuple
        Ends of the line the result stands on.
    description : str
        What a reader who does not see the chart is told.
    """
    whole = fsum(part["value"] for part in parts)
    bars, end = [], 0.0
    for part in parts:
        start, end = end, end + (part["value"] / whole if whole else 1 / len(parts))
        colour = part["colour"] if whole else LINE
        bars.append({"start": start, "end": end, "top": 22, "bottom": 54, "colour": colour})
    # A hair of ground between two shares, drawn as a line so that no share loses width.
    seams = [{"at": bar["end"], "top": 22, "bottom": 54} for bar in bars[:-1]]
    middle = (ends[0] + ends[1]) / 2
    sides = zip((ends[0], middle, ends[1]), ("left", "center", "right"), strict=True)
    ticks = [
        {"at": at, "align": align, "label": signed(at), "top": 111, "bottom": 121, "base": 138} for at, align in sides
    ]
    placed = []
    if result is not None:
        share = mark.share_of(result["value"], ends)
        placed = [result | {"y": 116, "base": 102, "share": share}]
    left = _beside(len(parts))
    layers = [
        mark.bars("bars", (0, 1)),
        mark.posts("seams", (0, 1), stroke=GROUND, strokeWidth=2),
        mark.key("labels", f"{left} + 5"),
        mark.words("labels", "name", "above", pixels(left), dx=14),
        mark.words("labels", "note", "below", pixels(left), fill=SOFT),
        mark.lines("line", "start", "end", ends, 9, stroke=LINE, strokeWidth=2),
        mark.posts("ticks", ends, 9, stroke=SOFT),
        mark.ticks(ends, 9),
        mark.lines("result", "low", "high", ends, 9, stroke=ACCENT, strokeWidth=8, opacity=0.45),
        mark.dots("result", "value", ends, 9, fill=ACCENT, stroke=GROUND),
        mark.words("result", "label", "base", mark.inside("share", "label"), "center", fontWeight=600),
    ]
    datasets = {
        "bars": bars,
        "seams": seams,
        "labels": _labels(parts, bars),
        "line": [{"start": ends[0], "end": ends[1], "y": 116}],
        "ticks": ticks,
        "result": placed,
    }
    return mark.spec(description, 148, layers, datasets)


def _beside(parts: int) -> str:
    """Left end of a label: above its share, but right of the labels before it, and with room
    for those behind it."""
    pushed = ", ".join(f"datum.share{i} * width + datum.room{i}" for i in range(parts))
    return f"min(width - datum.behind, max({pushed}))"


def _labels(parts: Sequence[dict], bars: Sequence[dict]) -> list[dict]:
    widths = [max(len(part["name"]) * LETTER + 20, len(part["note"]) * LETTER + 6) for part in parts]
    rows = []
    for i, part in enumerate(parts):
        row = {"name": part["name"], "note": part["note"], "colour": part["colour"]}
        row |= {"key": 9, "above": 14, "below": 72, "behind": fsum(widths[i:])}
        for j, bar in enumerate(bars):
            # A label is pushed by those before it only; the rest push by nothing.
            row[f"share{j}"] = bar["start"] if j <= i else 0.0
            row[f"room{j}"] = fsum(widths[j:i])
        rows.append(row)
    return rows
