"""What the largest bring together: a curve over the classes that it is cut into."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.path import path
from salesedu._marks import ACCENT, GROUND, INK, LINE, MID, SOFT, pixels

__all__ = ["pareto_curve"]

TOP, TALL, INSET = 26, 170, 9  # px: over the plot, the plot, beside it
LOOKS = ((ACCENT, 0.3), (MID, 0.45), (LINE, 0.5))


def pareto_curve(
    points: Sequence[tuple[float, float]],
    here: dict,
    classes: Sequence[dict],
    labels: tuple[str, str, str],
    description: str,
) -> dict:
    """A curve from nothing to all, largest first, over three classes.

    Parameters
    ----------
    points : sequence of tuple
        (share of those who bring, share of what they bring) along the curve, 0–1.
    here : dict
        ``x``, ``y`` and ``label`` of the place that is marked.
    classes : sequence of dict
        Three: ``end`` (share of those who bring up to which it goes) and ``label``.
    labels : tuple of str
        What the scale upwards says at its top, and the one across at its left and right end.
    description : str
        What a reader who does not see the chart is told.
    """
    ends, bottom = (0, 1), TOP + TALL

    def down(y: float) -> float:
        return round(bottom - TALL * y, 2)

    bands, keys, start = [], [], 0.0
    for i, (one, (colour, strength)) in enumerate(zip(classes, LOOKS, strict=True)):
        end = min(1.0, max(start, one["end"]))
        bands.append({"start": start, "end": end, "top": TOP, "bottom": bottom, "colour": colour, "strength": strength})
        line = bottom + 46 + 20 * i
        keys.append({"label": one["label"], "colour": colour, "key": line - 5, "base": line})
        start = end
    said = [
        {"label": labels[0], "base": TOP - 10, "at": 0, "align": "left"},
        {"label": labels[1], "base": bottom + 18, "at": 0, "align": "left"},
        {"label": labels[2], "base": bottom + 18, "at": 1, "align": "right"},
    ]
    spot = {"at": here["x"], "y": down(here["y"]), "top": down(here["y"]), "bottom": bottom}
    spot |= {"label": here["label"], "base": down(here["y"]) + 19}
    fills = mark.bars("bands", ends, INSET, tinted=True, cornerRadius=0)
    words = mark.words("said", "label", "base", pixels("datum.at * width"), fill=SOFT)
    words["mark"]["align"] = {"expr": "datum.align"}
    at = pixels(
        f"min({INSET} + datum.at * (width - {2 * INSET}) + 10, width - length(datum.label) * {mark.BOLD_LETTER})"
    )
    layers = [
        fills,
        mark.slopes("same", ends, INSET, stroke=SOFT, strokeWidth=1.5, strokeDash=[4, 4]),
        path("curve", ends, INSET, stroke=ACCENT, strokeWidth=3),
        mark.posts("here", ends, INSET, stroke=INK, strokeWidth=1, strokeDash=[3, 3]),
        mark.dots("here", "at", ends, INSET, fill=ACCENT, stroke=GROUND, size=200),
        mark.words("here", "label", "base", at, fill=GROUND, stroke=GROUND, strokeWidth=6, strokeJoin="round"),
        mark.words("here", "label", "base", at, fontWeight=600),
        words,
        mark.key("keys", "7"),
        mark.words("keys", "label", "base", 18),
    ]
    datasets = {
        "bands": bands,
        "same": [{"start": 0, "end": 1, "y": down(0), "y2": down(1)}],
        "curve": [{"at": x, "y": down(y), "step": i} for i, (x, y) in enumerate(points)],
        "here": [spot],
        "said": said,
        "keys": keys,
    }
    return mark.spec(description, bottom + 92, layers, datasets)
