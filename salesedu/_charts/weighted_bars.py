"""Bars as thick as they weigh."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import INK, LINE, SOFT, Ends

__all__ = ["weighted_bars"]


def weighted_bars(rows: Sequence[dict], threshold: float, label: str, ends: Ends, description: str) -> dict:
    """One bar per row, as thick as it weighs, and the same threshold marked on each.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``value``, ``amount`` (the value as text), ``weight`` (shares, together 1) and
        ``colour``.
    threshold : float
        Where the mark stands; `label` stands above it.
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    bars, y = [], 20.0
    for row in rows:
        thick = 4 + 108 * row["weight"]
        place = {"head": y + 18, "top": y + 24, "bottom": y + 24 + thick}
        bars.append(row | place | {"start": ends[0], "end": row["value"]})
        y += 30 + thick
    posts = [{"at": threshold, "top": bar["top"] - 2, "bottom": bar["bottom"] + 3} for bar in bars]
    track = [bar | {"end": ends[1], "colour": LINE} for bar in bars]
    share = mark.share_of(threshold, ends)
    layers = [
        mark.bars("track", ends, opacity=0.55),
        mark.bars("rows", ends),
        *mark.heads(),
        mark.posts("posts", ends, stroke=INK, strokeWidth=2),
        mark.words("label", "label", "base", mark.inside("share", "label"), "center", fill=SOFT),
    ]
    datasets = {"rows": bars, "track": track, "posts": posts}
    datasets["label"] = [{"label": label, "share": share, "base": 14}]
    return mark.spec(description, round(y + 4), layers, datasets)
