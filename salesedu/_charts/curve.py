"""A curve that a learner moves along."""

from collections.abc import Sequence
from itertools import pairwise

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, INK, MID, SOFT, Ends

__all__ = ["curve"]

TOP, TALL, UNDER, INSET = 46, 165, 48, 9  # px: over the plot, the plot, under it, beside it
Points = Sequence[tuple[float, float]]


def curve(
    points: Points,
    here: dict | None,
    ends: tuple[Ends, Ends],
    labels: tuple[str, str, str],
    description: str,
    *,
    side: str = "right",
    others: Sequence[dict] = (),
    best: dict | None = None,
    posts: Sequence[dict] = (),
    above: dict | None = None,
) -> dict:
    """A curve with the place where the learner stands on it, and what else is worth a mark.

    Parameters
    ----------
    points : sequence of tuple
        (x, y) along the curve; what lies outside the ends is not drawn.
    here : dict or None
        ``x``, ``y`` and ``label``; None when the learner is nowhere on it.
    ends : tuple
        Ends of the scale across and of the scale upwards.
    labels : tuple of str
        What the scale upwards says at its top, and the one across at its left and right end.
    description : str
        What a reader who does not see the chart is told.
    side : {"right", "left"}
        The side on which there is room for the label of `here`, above its dot.
    others : sequence of dict, optional
        Other curves, drawn faintly behind it: ``points``, ``label`` and ``beside``, the (x, y)
        that the label stands to the right of.
    best : dict, optional
        A second place, drawn as a diamond with its label under the scale: ``x``, ``y``, ``label``.
    posts : sequence of dict, optional
        Lines straight down: ``at`` and ``label``.
    above : dict, optional
        A chart that stands over this one in the same frame; it has other names for its data.
    """
    across, upwards = ends
    top = TOP + (above["height"] if above else 0)
    bottom = top + TALL

    def down(y: float) -> float:
        return round(bottom - TALL * mark.share_of(y, upwards), 2)

    def segments(of: Points, colour: str) -> list[dict]:
        return [
            {"start": x, "y": down(y), "end": x2, "y2": down(y2), "colour": colour}
            for (x, y), (x2, y2) in pairwise(of)
            if _within(x, y, ends) and _within(x2, y2, ends)
        ]

    marked = {
        name: [] if spot is None else [spot | {"y": down(spot["y"]), "share": mark.share_of(spot["x"], across)}]
        for name, spot in (("here", here), ("best", best))
    }
    frame = [{"start": across[0], "end": across[1], "y": bottom, "y2": bottom, "colour": SOFT}]
    said = [
        {"label": labels[0], "base": top - 28, "at": 0, "align": "left"},
        {"label": labels[1], "base": bottom + 42, "at": 0, "align": "left"},
        {"label": labels[2], "base": bottom + 42, "at": 1, "align": "right"},
    ]
    names = [
        {"label": other["label"], "share": mark.share_of(x, across), "y": down(y)}
        for other in others
        for x, y in [other["beside"]]
    ]
    for spot in marked["best"]:
        spot |= {"at": spot["x"], "top": spot["y"], "bottom": bottom + 6, "base": bottom + 20}
    placed = [
        post | {"top": top, "bottom": bottom, "share": mark.share_of(post["at"], across), "base": top - 4}
        for post in posts
    ]
    words = mark.words("said", "label", "base", mark.pixels("datum.at * width"), fill=SOFT)
    words["mark"]["align"] = {"expr": "datum.align"}
    beside, under = _beside(side), mark.inside("share", "label")
    layers = [
        *(above["layer"] if above else []),
        mark.slopes("frame", across, INSET, strokeWidth=1),
        mark.posts("posts", across, INSET, stroke=MID, strokeWidth=2),
        mark.slopes("others", across, INSET, strokeWidth=2),
        mark.slopes("curve", across, INSET, strokeWidth=3),
        mark.posts("best", across, INSET, stroke=INK, strokeWidth=1, strokeDash=[3, 3]),
        mark.dots("best", "x", across, INSET, shape="diamond", fill=GROUND, stroke=INK, size=170),
        mark.dots("here", "x", across, INSET, fill=ACCENT, stroke=GROUND, size=200),
        words,
        mark.words("posts", "label", "base", under, "center", fill=SOFT),
        *_clear("names", "datum.y + 4", _beside("right"), "left", fill=SOFT),
        mark.words("best", "label", "base", under, "center"),
        *_clear("here", "datum.y - 14", beside, "left", fontWeight=600),
    ]
    datasets = (above["datasets"] if above else {}) | {
        "frame": frame,
        "posts": placed,
        "others": [segment for other in others for segment in segments(other["points"], MID)],
        "names": names,
        "curve": segments(points, ACCENT),
        "said": said,
        **marked,
    }
    return mark.spec(description, bottom + UNDER, layers, datasets)


def _within(x: float, y: float, ends: tuple[Ends, Ends]) -> bool:
    return all(low - 1e-9 <= at <= high + 1e-9 for at, (low, high) in zip((x, y), ends, strict=True))


def _beside(side: str) -> dict:
    """Left end of a label beside its dot, as far as there is room inside the chart."""
    at, length = f"(datum.share * (width - {2 * INSET}) + {INSET})", f"length(datum.label) * {mark.BOLD_LETTER}"
    if side == "left":
        return mark.pixels(f"max(0, {at} - 8 - {length})")
    return mark.pixels(f"min({at} + 12, width - {length})")


def _clear(data: str, y: str, x: dict, align: str, **look: object) -> list[dict]:
    """Words with the ground behind them, so that no curve runs through the letters."""
    ground = {"fill": GROUND, "stroke": GROUND, "strokeWidth": 6, "strokeJoin": "round"}
    layers = [mark.words(data, "label", "y", x, align, **(look | more)) for more in (ground, {})]
    for layer in layers:
        layer["encoding"]["y"] = mark.pixels(y)
    return layers
