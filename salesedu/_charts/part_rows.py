"""Bars made of the same parts, row by row, and a limit on one of them."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import GROUND, INK, LETTER, LINE, SOFT, Ends, pixels

__all__ = ["part_rows"]

TOP, ROW, FOOT = 26, 42, 26  # px: over the first row, of a row, and under the row with the limit


def part_rows(
    parts: Sequence[tuple[str, str]], rows: Sequence[dict], limit: dict, ends: Ends, description: str
) -> dict:
    """Rows of stacked bars on one scale, the last of them against a limit.

    Parameters
    ----------
    parts : sequence of (name, colour)
        What every bar is made of, from left to right.
    rows : sequence of dict
        ``name``, ``amount`` (text) and ``values`` (0 or more, one for each part). The last is
        what the limit is for.
    limit : dict
        ``value`` and ``label``, which stands below it.
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, bars, tracks, seams = [], [], [], []
    for i, row in enumerate(rows):
        y = TOP + ROW * i
        last = i == len(rows) - 1
        place = {"top": y + 20, "bottom": y + (38 if last else 32)}
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14, "weight": 600 if last else 400})
        tracks.append(place | {"start": ends[0], "end": ends[1], "colour": LINE})
        at = ends[0]
        for (_, colour), value in zip(parts, row["values"], strict=True):
            if value > 0:
                if at > ends[0]:
                    seams.append(place | {"at": at})
                bars.append(place | {"start": at, "end": at + value, "colour": colour})
                at += value
    foot = TOP + ROW * len(rows)
    keys, x = [], 6.0
    for name, colour in parts:
        keys.append({"label": name, "colour": colour, "at": x, "key": 10, "base": 14})
        x += len(name) * LETTER + 28
    layers = [
        mark.key("key", "datum.at"),
        mark.words("key", "label", "base", pixels("datum.at + 11")),
        mark.bars("track", ends, opacity=0.55),
        mark.bars("bars", ends),
        mark.posts("seams", ends, stroke=GROUND, strokeWidth=1.5),
        *mark.heads("datum.weight"),
        mark.posts("limit", ends, stroke=INK, strokeWidth=2.5),
        mark.words("limit", "label", "base", mark.inside("share", "label"), "center", fill=SOFT),
    ]
    share = mark.share_of(limit["value"], ends)
    datasets = {
        "key": keys,
        "track": tracks,
        "bars": bars,
        "seams": seams,
        "rows": heads,
        "limit": [
            {"at": limit["value"], "label": limit["label"], "share": share}
            | {"top": foot - ROW + 16, "bottom": foot + 2, "base": foot + 16}
        ],
    }
    return mark.spec(description, foot + FOOT - 4, layers, datasets)
