"""Pay as a curve of straight lines, and where somebody stands on it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from salesedu import _marks as mark
from salesedu._charts.labels import INSET, at_label, placed
from salesedu._charts.path import path
from salesedu._marks import ACCENT, BOLD_LETTER, GROUND, INK, LETTER, LINE, MID, SOFT, Ends, pixels

__all__ = ["pay_lines"]


def pay_lines(
    curve: Sequence[tuple[float, float]],
    before: Sequence[tuple[float, float]],
    here: dict,
    notes: Sequence[dict],
    steps: Sequence[tuple[float, str]],
    ticks: Sequence[tuple[float, str]],
    base: float,
    ends: tuple[Ends, Ends],
    description: str,
) -> dict:
    """A curve of straight lines, the one it is compared with, and where somebody stands on it.

    Parameters
    ----------
    curve, before : sequence of (across, up)
        Corners of the curve, and of the one behind it, from left to right.
    here : dict
        ``at``, ``value`` and ``label`` of the point on the curve.
    notes : sequence of dict
        ``at``, ``value`` and ``label`` of corners that have a name; with ``corner`` False the
        name stands there without a ring.
    steps, ticks : sequence of (value, label)
        Lines across with their label, and labels under the chart.
    base : float
        Up to here the ground is filled.
    ends : tuple
        Ends of the scale across and of the scale upwards.
    description : str
        What a reader who does not see the chart is told.
    """
    across, up = ends
    top, bottom, height = 8, 238, 262

    def y(value: float) -> float:
        return round(bottom - (bottom - top) * mark.share_of(value, up), 2)

    def points(line: Sequence[tuple[float, float]]) -> list[dict]:
        return [{"at": at, "y": y(value), "step": i} for i, (at, value) in enumerate(line)]

    levels = [{"start": across[0], "end": across[1], "y": y(value)} for value, _ in steps]
    names = [{"label": label, "base": y(value) - 4} for value, label in steps]
    full = [(0.0, name["base"] - 12, len(name["label"]) * LETTER + 4, name["base"] + 3) for name in names]
    asked = [
        {"text": note["label"], "share": mark.share_of(note["at"], across), "y": y(note["value"]), "room": room}
        for note, room in ((here, 9), *((note, 5) for note in notes))
    ]
    # The bold label needs the room of longer text.
    asked[0]["text"] += " " * round(len(here["label"]) * (BOLD_LETTER / LETTER - 1))
    dropped = [(here["at"], here["value"]), (here["at"], up[0])]
    labels = placed(asked, [*_along(curve, across, y), *_along(dropped, across, y)], top, bottom, full)
    labels[0]["text"] = here["label"]
    ground = [{"start": across[0], "end": across[1], "top": y(base), "bottom": bottom, "colour": LINE}]
    low = [
        {"at": at, "label": label, "align": align, "base": height - 4}
        for (at, label), align in zip(ticks, _aligned(len(ticks)), strict=True)
    ]
    corners = [{"at": note["at"], "y": y(note["value"])} for note in notes if note.get("corner", True)]
    layers = [
        mark.bars("ground", across, opacity=0.5, cornerRadius=0),
        mark.lines("levels", "start", "end", across, INSET, stroke=LINE),
        mark.words("names", "label", "base", 0, fill=SOFT),
        path("before", across, INSET, stroke=MID, strokeWidth=2, strokeDash=[4, 4]),
        mark.posts("post", across, INSET, stroke=ACCENT, strokeWidth=1.5, strokeDash=[2, 3]),
        path("curve", across, INSET, stroke=INK, strokeWidth=2.5),
        mark.dots("corners", "at", across, INSET, fill=GROUND, stroke=INK, size=45),
        mark.dots("here", "at", across, INSET, fill=ACCENT, stroke=GROUND, size=190),
        mark.words("notes", "text", "base", pixels(at_label("text")), "center", fill=SOFT),
        mark.words("amount", "text", "base", pixels(at_label("text")), "center", fontWeight=600),
        mark.ticks(across, INSET),
    ]
    spot = {"at": here["at"], "y": y(here["value"])}
    datasets = {
        "ground": ground,
        "levels": levels,
        "names": names,
        "before": points(before),
        "post": [{"at": here["at"], "top": spot["y"], "bottom": bottom}],
        "curve": points(curve),
        "corners": corners,
        "here": [spot],
        "notes": labels[1:],
        "amount": labels[:1],
        "ticks": low,
    }
    return mark.spec(description, height, layers, datasets)


def _aligned(count: int) -> list[str]:
    return ["left", *["center"] * (count - 2), "right"]


def _along(
    curve: Sequence[tuple[float, float]], across: Ends, y: Callable[[float], float]
) -> list[tuple[float, float]]:
    """Points close together on a curve, so that no label lies on it."""
    found = []
    for (x1, y1), (x2, y2) in pairwise(curve):
        found += [(mark.share_of(x1 + (x2 - x1) * part / 8, across), y(y1 + (y2 - y1) * part / 8)) for part in range(9)]
    return found
