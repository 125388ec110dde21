"""Vega-Lite charts in the house style.

Each function turns a few rows into one spec: a dict that is plain JSON. They keep to these rules:

* Only ``datasets`` and ``description`` depend on the figures. The shape stays the same, so a
  front end can hand new rows to a chart that stands instead of drawing it anew.
* Colours are CSS variables as text (``var(--se-good)``): an SVG in the page follows the theme's
  light/dark switch by itself. A state that has a colour also has a word, a sign or a shape.
* Marks are labelled in place, on a line of their own above the mark, so that the same picture
  fits a phone (300 px) and a page (640 px) with the same size of type.
* The axis stays put: the caller gives its ends, the figures do not move it.
"""

from collections.abc import Sequence
from math import fsum

from salesedu import _marks as mark
from salesedu._marks import ACCENT, BAD, BOLD, GOOD, GROUND, INK, LETTER, LINE, MID, SOFT, WARM
from salesedu._notation import signed

__all__ = [
    "ACCENT",
    "BAD",
    "GOOD",
    "INK",
    "LINE",
    "MID",
    "SOFT",
    "WARM",
    "gap_rows",
    "share_bar",
    "split_rows",
    "threshold_bars",
    "waterfall",
]


def share_bar(
    parts: Sequence[dict], interval: dict | None, ends: tuple[float, float], description: str
) -> dict:
    """One bar split into shares of a whole; under it a result on its own line with its interval.

    Parameters
    ----------
    parts : sequence of dict
        ``name``, ``note``, ``value`` (0 or more) and ``colour``, from left to right.
    interval : dict or None
        ``value``, ``low``, ``high`` and ``label`` of the result; None when there is no result.
    ends : tuple
        Ends of the line the result stands on.
    description : str
        What a reader who does not see the chart is told.
    """
    height = 148
    whole = fsum(part["value"] for part in parts)
    bars, end = [], 0.0
    for part in parts:
        start, end = end, end + (part["value"] / whole if whole else 1 / len(parts))
        colour = part["colour"] if whole else LINE
        bars.append({"start": start, "end": end, "top": 22, "bottom": 54, "colour": colour})
    # A hair of ground between two shares, drawn as a line so that no share loses width.
    seams = [{"at": bar["end"], "top": 22, "bottom": 54} for bar in bars[:-1]]
    ticks = [
        {"at": at, "align": align, "label": signed(at), "top": 111, "bottom": 121, "below": 138}
        for at, align in zip(
            (ends[0], (ends[0] + ends[1]) / 2, ends[1]), ("left", "center", "right"), strict=True
        )
    ]
    result = []
    if interval is not None:
        share = mark.share_of(interval["value"], ends)
        result = [interval | {"y": 116, "above": 102, "share": share}]
    whole_bar = (0.0, 1.0)
    beside = {"value": {"expr": _beside(len(parts))}}
    key = {"value": {"expr": f"{_beside(len(parts))} + 5"}}
    layers = [
        mark.bars("bars", whole_bar, height),
        mark.rule("seams", height, whole_bar, GROUND, strokeWidth=2),
        mark.layer(
            "labels",
            {"type": "square", "size": 90, "opacity": 1},
            x=key,
            y=mark.down("key", height),
            fill=mark.own("colour"),
        ),
        mark.words("labels", "name", mark.down("above", height), beside, dx=14),
        mark.words("labels", "note", mark.down("below", height), beside, fill=SOFT),
        mark.layer(
            "line",
            {"type": "rule", "stroke": LINE, "strokeWidth": 2},
            x=mark.across("start", ends),
            x2={"field": "end"},
            y=mark.down("y", height),
        ),
        mark.rule("ticks", height, ends, SOFT),
        mark.words(
            "ticks",
            "label",
            mark.down("below", height),
            mark.across("at", ends),
            mark.aligned(),
            fill=SOFT,
        ),
        mark.layer(
            "result",
            {"type": "rule", "stroke": ACCENT, "strokeWidth": 8, "opacity": 0.45},
            x=mark.across("low", ends),
            x2={"field": "high"},
            y=mark.down("y", height),
        ),
        mark.dot("result", "value", ends, height, fill=ACCENT, stroke=GROUND),
        mark.words(
            "result",
            "label",
            mark.down("above", height),
            mark.inside("share", "label"),
            "center",
            **BOLD,
        ),
    ]
    datasets = {
        "bars": bars,
        "seams": seams,
        "labels": _labels(parts, bars),
        "line": [{"start": ends[0], "end": ends[1], "y": 116}],
        "ticks": ticks,
        "result": result,
    }
    return mark.spec(description, height, layers, datasets)


def _beside(parts: int) -> str:
    """Left end of a label: above its share, but right of the labels before it, and with room
    for those behind it."""
    pushed = ", ".join(f"datum.share{i} * width + datum.room{i}" for i in range(parts))
    return f"min(width - datum.behind, max({pushed}))"


def _labels(parts: Sequence[dict], bars: Sequence[dict]) -> list[dict]:
    widths = [
        max(len(part["name"]) * LETTER + 20, len(part["note"]) * LETTER + 6) for part in parts
    ]
    rows = []
    for i, part in enumerate(parts):
        row = {"name": part["name"], "note": part["note"], "colour": part["colour"]}
        row |= {"key": 9, "above": 14, "below": 72, "behind": fsum(widths[i:])}
        for j, bar in enumerate(bars):
            # A label is pushed by those before it only; the rest push by nothing.
            before = j <= i
            row[f"share{j}"] = bar["start"] if before else 0.0
            row[f"room{j}"] = fsum(widths[j:i]) if before else 0.0
        rows.append(row)
    return rows


def gap_rows(
    rows: Sequence[dict], before: str, after: str, ends: tuple[float, float], description: str
) -> dict:
    """A line from a first to a second score for each row: hollow dot, line, filled dot.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``before``, ``after``, ``amount`` (the difference as text) and ``colour``.
    before, after : str
        What the hollow and the filled dot stand for.
    ends : tuple
        Ends of the scale.
    description : str
        What a reader who does not see the chart is told.
    """
    top, step = 26, 44
    height = top + step * len(rows) + 14
    placed = [
        row
        | {"head": top + step * i + 16, "y": top + step * i + 30, "start": ends[0]}
        | {"end": ends[1]}
        for i, row in enumerate(rows)
    ]
    key = [{"label": before, "room": 0}, {"label": after, "room": len(before) * LETTER + 32}]
    for item, dot in zip(key, (6, key[1]["room"] + 6), strict=True):
        item |= {"dot": dot, "y": 10, "base": 14}
    ticks = [
        {"label": f"{ends[0]:g}", "align": "left", "at": ends[0], "below": height - 2},
        {"label": f"{ends[1]:g}", "align": "right", "at": ends[1], "below": height - 2},
    ]
    hollow = {"fill": GROUND, "stroke": INK}
    filled = {"fill": INK, "stroke": INK}
    at_key = {"value": {"expr": "datum.dot"}}
    layers = [
        mark.layer(
            "key",
            {"type": "point", "shape": "circle", "size": 110, "strokeWidth": 2, "opacity": 1}
            | {"stroke": INK},
            x=at_key,
            y=mark.down("y", height),
            fill=mark.own("fill"),
        ),
        mark.words(
            "key", "label", mark.down("base", height), {"value": {"expr": "datum.dot + 12"}}
        ),
        *mark.heads(height),
        *(
            mark.layer(
                "rows",
                {"type": "rule", **look},
                x=mark.across(start, ends),
                x2={"field": end},
                y=mark.down("y", height),
                **encoding,
            )
            for start, end, look, encoding in (
                ("start", "end", {"stroke": LINE, "strokeWidth": 2}, {}),
                ("before", "after", {"strokeWidth": 6}, {"stroke": mark.own("colour")}),
            )
        ),
        mark.dot("rows", "after", ends, height, **filled),
        # The hollow dot lies on top and is smaller, so that two equal scores show as a ring.
        mark.dot("rows", "before", ends, height, **hollow, size=60),
        mark.words(
            "ticks",
            "label",
            mark.down("below", height),
            mark.across("at", ends),
            mark.aligned(),
            fill=SOFT,
        ),
    ]
    for item, fill in zip(key, (GROUND, INK), strict=True):
        item["fill"] = fill
    return mark.spec(description, height, layers, {"rows": placed, "key": key, "ticks": ticks})


def threshold_bars(
    rows: Sequence[dict],
    threshold: float,
    threshold_label: str,
    ends: tuple[float, float],
    description: str,
) -> dict:
    """One bar per row, and a dashed line across all of them.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``value``, ``amount`` (the value as text) and ``colour``.
    threshold : float
        Where the line stands; `threshold_label` stands above it.
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    top, step = 22, 48
    height = top + step * len(rows)
    placed = [
        row
        | {"start": ends[0], "end": row["value"], "head": top + step * i + 18}
        | {"top": top + step * i + 24, "bottom": top + step * i + 42}
        for i, row in enumerate(rows)
    ]
    track = [
        {"start": ends[0], "end": ends[1], "top": row["top"], "bottom": row["bottom"]}
        | {"colour": LINE}
        for row in placed
    ]
    # The line is broken where the words are, so that it never runs through them.
    line = [{"at": threshold, "top": row["top"] - 2, "bottom": row["bottom"] + 3} for row in placed]
    label = [{"label": threshold_label, "share": mark.share_of(threshold, ends), "base": 14}]
    layers = [
        mark.bars("track", ends, height, opacity=0.55),
        mark.bars("rows", ends, height),
        *mark.heads(height),
        mark.rule("line", height, ends, INK, strokeWidth=2),
        mark.words(
            "label", "label", mark.down("base", height), mark.inside("share", "label"), "center"
        )
        | {},
    ]
    layers[-1]["mark"] |= {"fill": SOFT}
    datasets = {"rows": placed, "track": track, "line": line, "label": label}
    return mark.spec(description, height, layers, datasets)


def split_rows(rows: Sequence[dict], ends: tuple[float, float], description: str) -> dict:
    """One bar per row in two parts, on a shared scale, so that long and short can be compared.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``amount`` (text), ``first`` and ``second`` (0 or more).
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    step = 48
    height = step * len(rows)
    placed = [row | {"head": step * i + 16} for i, row in enumerate(rows)]
    bars = []
    for i, row in enumerate(rows):
        place = {"top": step * i + 23, "bottom": step * i + 41}
        middle = ends[0] + row["first"]
        last = middle + row["second"]
        bars.append(place | {"start": ends[0], "end": ends[1], "colour": LINE, "clear": 0.4})
        bars.append(place | {"start": ends[0], "end": middle, "colour": GOOD, "clear": 1})
        bars.append(place | {"start": middle, "end": last, "colour": BAD, "clear": 1})
    seams = [{"at": bar["end"], "top": bar["top"], "bottom": bar["bottom"]} for bar in bars[1::3]]
    layers = [
        mark.bars("bars", ends, height),
        mark.rule("seams", height, ends, GROUND, strokeWidth=2),
        *mark.heads(height),
    ]
    layers[0]["encoding"]["opacity"] = mark.own("clear")
    return mark.spec(description, height, layers, {"bars": bars, "seams": seams, "rows": placed})


def waterfall(rows: Sequence[dict], ends: tuple[float, float], description: str) -> dict:
    """From a first amount down to what is left, one step a row.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``amount`` (text), ``start``, ``end`` and ``colour``; a row whose start and
        end are equal is drawn as a hair line, one without them is a heading.
    ends : tuple
        Ends of the scale; a line marks zero.
    description : str
        What a reader who does not see the chart is told.
    """
    placed, bars, y = [], [], 0
    for row in rows:
        heading = "start" not in row
        words = {"name": row["name"], "amount": row["amount"], "head": y + (22 if heading else 15)}
        placed.append(words | {"weight": 600 if heading else 400})
        if heading:
            y += 26
            continue
        place = {"top": y + 20, "bottom": y + 28, "colour": row["colour"]}
        bars.append(place | {"start": min(row["start"], row["end"])} | _end(row, ends))
        y += 34
    height = y
    zero = [{"at": 0, "top": bars[0]["top"] - 2, "bottom": bars[-1]["bottom"] + 2}]
    heads = mark.heads(height)
    heads[0]["mark"]["fontWeight"] = {"expr": "datum.weight"}
    heads[1]["mark"]["fontWeight"] = {"expr": "datum.weight"}
    tracks = [bar | {"start": ends[0], "end": ends[1], "colour": LINE} for bar in bars]
    layers = [
        mark.bars("tracks", ends, height, opacity=0.55),
        mark.bars("bars", ends, height),
        mark.rule("zero", height, ends, SOFT, strokeWidth=1),
        *heads,
    ]
    datasets = {"tracks": tracks, "bars": bars, "zero": zero, "rows": placed}
    return mark.spec(description, height, layers, datasets)


def _end(row: dict, ends: tuple[float, float]) -> dict:
    hair = (ends[1] - ends[0]) / 300
    return {"end": max(row["start"], row["end"], min(row["start"], row["end"]) + hair)}
