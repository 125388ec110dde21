"""A funnel as it is, inside the funnel that a target asks for."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._marks import ACCENT, GROUND, INK, LINE, SOFT, pixels

__all__ = ["funnel_bars"]

TOP, ROW, BAR = 30, 56, 24  # px: over the first row, of each row, and of its bar
HAIR = 0.004  # share of the width; what is hardly there is still seen


def funnel_bars(rows: Sequence[dict], most: float, names: tuple[str, str], description: str) -> dict:
    """Bars around a middle, one a stage, each in the outline of what is needed there.

    Parameters
    ----------
    rows : sequence of dict
        ``name`` and ``amount`` (text, what there is and what is needed), ``have`` and ``need``
        (0 or more; an outline wider than the chart is cut off at its edges).
    most : float
        The count that fills the width.
    names : pair of str
        What the bars and the outlines are.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, bars, outlines = [], [], []
    for i, row in enumerate(rows):
        y = TOP + ROW * i
        heads.append({"name": row["name"], "amount": row["amount"], "head": y + 14})
        half = max(min(1.0, row["have"] / most), HAIR) / 2
        bars.append({"start": 0.5 - half, "end": 0.5 + half, "top": y + 23, "bottom": y + 23 + BAR, "colour": ACCENT})
        # Outside the bar, so that an equal one is seen round it.
        half = max(min(1.0, row["need"] / most), HAIR) / 2
        place = {"start": 0.5 - half, "end": 0.5 + half, "top": y + 20, "bottom": y + 26 + BAR, "colour": GROUND}
        outlines.append(place)
    tracks = [bar | {"start": 0, "end": 1, "colour": LINE} for bar in bars]
    key = [{"label": names[0], "colour": ACCENT, "at": 6, "key": 10, "base": 14}]
    second = [{"label": names[1], "colour": GROUND, "at": 30 + len(names[0]) * 7.2, "key": 10, "base": 14}]
    layers = [
        mark.bars("track", (0, 1), opacity=0.3),
        mark.bars("bars", (0, 1)),
        mark.bars("outlines", (0, 1), fillOpacity=0, stroke=INK, strokeWidth=1.5, strokeDash=[4, 3]),
        mark.key("key", "datum.at"),
        mark.words("key", "label", "base", pixels("datum.at + 12"), fill=SOFT),
        mark.key("second", "datum.at", fillOpacity=0, stroke=INK, strokeWidth=1.5, strokeDash=[3, 2]),
        mark.words("second", "label", "base", pixels("datum.at + 12"), fill=SOFT),
        *mark.heads(),
    ]
    datasets = {"track": tracks, "bars": bars, "outlines": outlines, "key": key, "second": second, "rows": heads}
    return mark.spec(description, TOP + ROW * len(rows), layers, datasets)
