"""A plan against its target, part by part."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import BAD, GOOD, INK, LETTER, LINE, MID, Ends, pixels

__all__ = ["target_rows"]


def target_rows(whole: dict, rows: Sequence[dict], ends: Ends, description: str) -> dict:
    """A plan against its target, part by part: what is planned, what is missing, what is over.

    Parameters
    ----------
    whole : dict
        ``name`` and ``amount`` (text) of all parts together, the heading.
    rows : sequence of dict
        ``name``, ``amount`` (the gap as text), ``target`` and ``plan`` (0 or more).
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    heads = [whole | {"head": 46, "weight": 600}]
    bars, posts = [], []
    for i, row in enumerate(rows):
        y = 58 + 50 * i
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14, "weight": 400})
        place = {"top": y + 22, "bottom": y + 38}
        common = min(row["plan"], row["target"])
        bars.append(place | {"start": ends[0], "end": common, "colour": MID})
        rest = GOOD if row["plan"] > row["target"] else BAD
        bars.append(place | {"start": common, "end": max(row["plan"], row["target"]), "colour": rest})
        posts.append({"at": row["target"], "top": y + 18, "bottom": y + 42})
    names = (("planned", MID), ("missing", BAD), ("over", GOOD))
    key, at = [], 6.0
    for label, colour in names:
        key.append({"label": label, "colour": colour, "at": at, "key": 10, "base": 14})
        at += len(label) * LETTER + 26
    # The sign of the target is a line, as it is on the bars.
    sign = [{"label": "target", "x": at - 2, "top": 2, "bottom": 18, "base": 14}]
    height = 58 + 50 * len(rows)
    tracks = [{"start": ends[0], "end": ends[1], "top": bar["top"], "bottom": bar["bottom"]} for bar in bars[::2]]
    layers = [
        mark.key("key", "datum.at"),
        mark.words("key", "label", "base", pixels("datum.at + 11")),
        _upright("sign", "datum.x"),
        mark.words("sign", "label", "base", pixels("datum.x + 6")),
        mark.bars("track", ends, fill=LINE, opacity=0.55),
        mark.bars("bars", ends),
        mark.posts("posts", ends, stroke=INK, strokeWidth=2.5),
        *mark.heads("datum.weight"),
    ]
    tracks = [track | {"colour": LINE} for track in tracks]
    datasets = {"key": key, "sign": sign, "track": tracks, "bars": bars, "posts": posts, "rows": heads}
    return mark.spec(description, height, layers, datasets)


def _upright(data: str, x: str) -> dict:
    """A line straight down at a place in pixels."""
    return {
        "data": {"name": data},
        "mark": {"type": "rule", "stroke": INK, "strokeWidth": 2.5},
        "encoding": {"x": pixels(x), "y": pixels("datum.top"), "y2": pixels("datum.bottom")},
    }
