"""Four fields of two questions, and the place of one thing in them."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.four_fields import field_of, fills_of, heights
from salesedu._charts.labels import INSET, at_label, placed
from salesedu._marks import ACCENT, GROUND, LETTER, LINE, MID, SOFT, Ends, pixels

__all__ = ["quadrants"]

Point = tuple[float, float]
TOP, BOTTOM, HEIGHT = 24, 276, 300  # px: of the fields, and of the chart


def quadrants(
    fields: Sequence[dict],
    here: dict,
    before: Point,
    axes: tuple[str, str, str],
    cut: float,
    near: float,
    ends: Ends,
    description: str,
) -> dict:
    """Four fields, a dot in one of them, and where that dot came from.

    Parameters
    ----------
    fields : sequence of dict
        ``name``, ``note`` (a second line), ``right`` and ``upper`` (which half it is in) and
        ``chosen`` (the field that the dot is in).
    here : dict
        ``place`` (across, up) and ``label``.
    before : tuple
        Place from which a line is drawn to the dot.
    axes : tuple of str
        What stands at the left and the right end of the scale across, and at the top of the other.
    cut, near : float
        Where the fields meet, on both scales; up to `near` from there lies a band of doubt.
    ends : tuple
        Ends of both scales.
    description : str
        What a reader who does not see the chart is told.
    """
    low, high = ends
    y = heights(TOP, BOTTOM, ends)
    grounds, names, words = [], [], []
    for field in fields:
        ground = field_of(field["right"], field["upper"], (cut, cut), ends, y)
        look = {"colour": ACCENT, "strength": 0.28} if field["chosen"] else {"colour": LINE, "strength": 0.6}
        grounds.append(ground | look)
        base = y(high) + 17 if field["upper"] else y(low) - 24
        label = {"label": field["name"], "below": field["note"]}
        names.append(label | {"at": ground["start"], "base": base, "second": base + 17})
        words.append((field, base))
    share = mark.share_of(here["place"][0], ends)
    spot = {"at": here["place"][0], "y": y(here["place"][1])}
    label = {"text": here["label"], "share": share, "y": spot["y"], "room": 10}
    # Names at the left stand at the same place at any width, those at the right begin in the middle.
    taken = [
        (0, base - 14, max(len(field["name"]), len(field["note"])) * LETTER + 8, base + 20)
        for field, base in words
        if not field["right"]
    ]
    full = [
        (mark.share_of(cut, ends) + step / 30, base + row)
        for field, base in words
        if field["right"]
        for step in range(9)
        for row in (-4, 12)
    ]
    full += [(0.8 + step / 40, y(cut)) for step in range(9)]
    labels = placed([label], [(share, spot["y"]), *full], TOP + 2, BOTTOM - 2, taken)
    band = [
        {"start": cut - near, "end": cut + near, "top": y(high), "bottom": y(low), "colour": GROUND},
        {"start": low, "end": high, "top": y(cut + near), "bottom": y(cut - near), "colour": GROUND},
    ]
    came = [{"start": before[0], "y": y(before[1]), "end": here["place"][0], "y2": spot["y"]}]
    left, right, upper = axes
    said = [
        {"label": left, "base": HEIGHT - 5, "at": low, "align": "left"},
        {"label": right, "base": HEIGHT - 5, "at": high, "align": "right"},
        {"label": upper, "base": TOP - 9, "at": low, "align": "left"},
    ]
    place = pixels(f"{INSET} + (datum.at - {low}) / {high - low} * (width - {2 * INSET}) + 6")
    bands = mark.bars("band", ends, INSET, opacity=0.6, cornerRadius=0)
    layers = [
        fills_of("grounds", ends),
        bands,
        mark.words("names", "label", "base", place, fontWeight=600),
        mark.words("names", "below", "second", place, fill=SOFT),
        mark.slopes("came", ends, INSET, stroke=MID, strokeWidth=2, strokeDash=[3, 4]),
        mark.dots("before", "at", ends, INSET, fill=GROUND, stroke=SOFT, size=90),
        mark.dots("here", "at", ends, INSET, fill=ACCENT, stroke=GROUND, size=240),
        mark.words("doubt", "label", "base", pixels(f"width - {INSET + 6}"), "right", fill=SOFT, fontStyle="italic"),
        mark.words("label", "text", "base", pixels(at_label("text")), "center", fontWeight=600),
        mark.ticks(ends, INSET),
    ]
    datasets = {
        "grounds": grounds,
        "band": band,
        "names": names,
        "came": came,
        "before": [{"at": before[0], "y": y(before[1])}],
        "here": [spot],
        "doubt": [{"label": "close call", "base": y(cut) + 4}],
        "label": labels,
        "ticks": said,
    }
    return mark.spec(description, HEIGHT, layers, datasets)
