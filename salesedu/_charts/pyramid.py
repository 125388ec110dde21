"""A customer pyramid with two sides: how many there are, and what they bring."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, INK, LINE, MID, SOFT, pixels

__all__ = ["pyramid"]

TOP, ROW, BASE = 26, 48, 46  # px: over the first layer, of each layer, and of what stands below them
ENDS = (-0.9, 0.9)
HAIR = 0.006  # so that a layer of nearly nobody is still seen


def pyramid(layers: Sequence[dict], below: Sequence[dict], sides: tuple[str, str], description: str) -> dict:
    """Layers from the top down, each a bar to the left and one to the right of the middle.

    Parameters
    ----------
    layers : sequence of dict
        ``left`` and ``right`` (text), ``shares`` (the two lengths, 0–0.9) and ``before`` (the two
        at which a mark stands).
    below : sequence of dict
        Boxes side by side under the layers: ``amount`` and ``name`` (text).
    sides : pair of str
        What both sides say.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, bars, posts = [], [], []
    for i, layer in enumerate(layers):
        y = TOP + ROW * i
        heads.append({"name": layer["left"], "amount": layer["right"], "head": y + 15})
        place = {"top": y + 21, "bottom": y + 41}
        (left, right), (was_left, was_right) = layer["shares"], layer["before"]
        if left:
            bars.append(place | {"start": -max(left, HAIR), "end": 0, "colour": MID})
        if right:
            bars.append(place | {"start": 0, "end": max(right, HAIR), "colour": ACCENT})
        posts += [{"at": at, "top": y + 18, "bottom": y + 44} for at in (-was_left, was_right)]
    foot = TOP + ROW * len(layers) + 6
    place = {"top": foot, "bottom": foot + 38, "colour": LINE}
    boxes = [
        place | {"start": i / len(below), "end": (i + 1) / len(below), "at": (i + 0.5) / len(below)}
        | {"amount": box["amount"], "name": box["name"], "base": foot + 16, "second": foot + 32}
        for i, box in enumerate(below)
    ]  # fmt: skip
    bottom = TOP + ROW * len(layers)
    middle = pixels("datum.at * width")
    chart = [
        mark.words("sides", "left", "base", 0, fill=SOFT),
        mark.words("sides", "right", "base", "width", "right", fill=ACCENT),
        mark.bars("bars", ENDS),
        mark.posts("posts", ENDS, stroke=INK, strokeWidth=1.5),
        mark.posts("middle", ENDS, stroke=GROUND, strokeWidth=3),
        *mark.heads(),
        mark.bars("boxes", (0, 1), opacity=0.5, stroke=GROUND, strokeWidth=3),
        mark.words("boxes", "amount", "base", middle, "center", fontWeight=600),
        mark.words("boxes", "name", "second", middle, "center", fill=SOFT),
    ]
    datasets = {
        "sides": [{"left": sides[0], "right": sides[1], "base": 14}],
        "bars": bars,
        "posts": posts,
        "middle": [{"at": 0, "top": TOP + ROW * i + 20, "bottom": TOP + ROW * i + 42} for i in range(len(layers))],
        "rows": heads,
        "boxes": boxes,
    }
    return mark.spec(description, bottom + BASE, chart, datasets)
