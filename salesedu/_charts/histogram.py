"""How often each outcome occurs, and which of them are good enough."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GOOD, GROUND, INK, LINE, MID, SOFT, Ends, pixels

__all__ = ["histogram"]

TOP, BOTTOM, HEIGHT = 46, 206, 252  # px: of the plot, and of the chart


def histogram(
    bins: Sequence[dict],
    target: dict,
    mean: dict,
    sides: tuple[str, str],
    ticks: tuple[str, str],
    ends: tuple[Ends, float],
    description: str,
) -> dict:
    """Bars of how often each outcome occurs; those from the target on have another colour.

    Parameters
    ----------
    bins : sequence of dict
        ``low``, ``high`` and ``share`` of all outcomes, the lower bound in and the upper one out.
    target, mean : dict
        ``at`` and ``label``: a line with its label above, and a diamond with its label below.
    sides : pair of str
        What is said of the bars before and from the target.
    ticks : pair of str
        Labels of both ends of the scale across.
    ends : tuple
        Ends of the scale across, and the share that is as high as the plot; what is higher is cut
        off there.
    description : str
        What a reader who does not see the chart is told.
    """
    across, highest = ends
    bars = [
        {
            "start": one["low"],
            "end": one["high"],
            "top": round(BOTTOM - (BOTTOM - TOP) * min(1.0, one["share"] / highest), 2),
            "bottom": BOTTOM,
            "colour": GOOD if one["low"] >= target["at"] - 1e-6 else MID,
        }
        for one in bins
        if one["share"] > 0
    ]
    at = {"share": mark.share_of(target["at"], across), "base": 38, "top": 43, "bottom": BOTTOM + 4}
    # Under the scale the diamond's label has a line of its own.
    middle = {"share": mark.share_of(mean["at"], across), "y": BOTTOM + 1, "base": HEIGHT - 4}
    said = [
        {"label": sides[0], "base": 14, "x": 0, "align": "left", "colour": SOFT},
        {"label": sides[1], "base": 14, "x": 1, "align": "right", "colour": GOOD},
    ]
    low = [
        {"label": label, "at": end, "align": align, "base": BOTTOM + 22}
        for label, end, align in zip(ticks, across, ("left", "right"), strict=True)
    ]
    words = mark.words("sides", "label", "base", pixels("datum.x * width"), fontWeight=600)
    words["mark"]["align"] = {"expr": "datum.align"}
    words["encoding"]["fill"] = {"field": "colour", "type": "nominal", "scale": None, "legend": None}
    layers = [
        mark.bars("bars", across, cornerRadius=0, stroke=GROUND, strokeWidth=1),
        mark.lines("base", "start", "end", across, stroke=LINE, strokeWidth=2),
        mark.posts("target", across, stroke=INK, strokeWidth=2),
        mark.dots("mean", "at", across, fill=ACCENT, stroke=GROUND, shape="diamond", size=170),
        mark.words("target", "label", "base", mark.inside("share", "label"), "center", fontWeight=600),
        mark.words("mean", "label", "base", mark.inside("share", "label"), "center"),
        words,
        mark.ticks(across),
    ]
    datasets = {
        "bars": bars,
        "base": [{"start": across[0], "end": across[1], "y": BOTTOM}],
        "target": [target | at],
        "mean": [mean | middle],
        "sides": said,
        "ticks": low,
    }
    return mark.spec(description, HEIGHT, layers, datasets)
