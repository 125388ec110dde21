"""A year added up month by month: the plan, what was sold, and where several methods say it ends."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.labels import INSET
from salesedu._charts.path import path
from salesedu._marks import ACCENT, GROUND, INK, LETTER, LINE, MID, SOFT, Ends, pixels

__all__ = ["year_paths"]

TOP, BOTTOM, HEIGHT = 24, 236, 258  # px: of the picture, and of the chart
APART = 16  # px between two words at the right
ROOM = 122  # px at the right for the words


def year_paths(
    plan: Sequence[float],
    sold: Sequence[float],
    forecasts: Sequence[dict],
    target: dict,
    ticks: Sequence[tuple[float, str]],
    up: Ends,
    description: str,
) -> dict:
    """Added up over a year: a plan, the months that were sold, and forecasts to the end.

    Parameters
    ----------
    plan, sold : sequence of float
        Totals at the end of each period, from zero on; `plan` runs to the end of the year.
    forecasts : sequence of dict
        ``label``, ``values`` (totals from the last one sold to the end of the year) and
        ``chosen`` (the one that counts).
    target : dict
        ``value`` and ``label``: a line across.
    ticks : sequence of (period, label)
        Along the year.
    up : tuple
        Ends of the totals.
    description : str
        What a reader who does not see the chart is told.
    """
    last = len(plan) - 1
    across = (0, last)

    def y(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * mark.share_of(value, up), 2)

    def points(values: Sequence[float], start: int = 0) -> list[dict]:
        return [{"at": start + i, "y": y(value), "step": i} for i, value in enumerate(values)]

    now = len(sold) - 1
    chosen = [one for one in forecasts if one["chosen"]]
    others = [one for one in forecasts if not one["chosen"]]
    words = [{"label": target["label"], "at": y(target["value"]), "colour": INK, "weight": 400}]
    for one in forecasts:
        look = {"colour": ACCENT, "weight": 600} if one["chosen"] else {"colour": SOFT, "weight": 400}
        words.append({"label": one["label"], "at": y(one["values"][-1])} | look)
    datasets = {
        "goal": [{"start": 0, "end": last, "y": y(target["value"])}],
        "plan": points(plan),
        "sold": points(sold),
        "chosen": [row for one in chosen for row in points(one["values"], now)],
        "now": [{"at": now, "y": y(sold[-1])}],
        "ends": [{"at": last, "y": y(one["values"][-1])} for one in others],
        "end": [{"at": last, "y": y(one["values"][-1])} for one in chosen],
        "words": _spread(words),
        "ticks": [
            {"at": at, "label": label, "base": BOTTOM + 17, "align": "center" if at else "left"} for at, label in ticks
        ],
        "key": [
            {"label": "planned", "at": 8, "key": 10, "base": 14, "colour": MID},
            {"label": "sold", "at": 8 + 7 * LETTER + 30, "key": 10, "base": 14, "colour": INK},
        ],
    }
    for i, one in enumerate(others):
        datasets[f"other {i}"] = points(one["values"], now)
    return mark.spec(description, HEIGHT, _layers(across, len(others)), datasets)


def _spread(words: Sequence[dict]) -> list[dict]:
    """Words beside the heights they belong to, moved apart where they would lie on each other."""
    placed = sorted(words, key=lambda word: word["at"])
    lines = [word["at"] + 4 for word in placed]
    for _ in range(40):
        for i in range(1, len(lines)):
            lack = APART - (lines[i] - lines[i - 1])
            if lack > 0:
                lines[i - 1] -= lack / 2
                lines[i] += lack / 2
        shift = max(0.0, TOP + 4 - lines[0]) - max(0.0, lines[-1] - BOTTOM)
        lines = [line + shift for line in lines]
    return [word | {"base": round(line, 2)} for word, line in zip(placed, lines, strict=True)]


def _layers(across: Ends, others: int) -> list[dict]:
    """The picture ends where the words begin: every scale across stops short of them."""
    picture = [
        mark.lines("goal", "start", "end", across, stroke=LINE, strokeWidth=2),
        path("plan", across, stroke=MID, strokeWidth=3),
        *(path(f"other {i}", across, stroke=SOFT, strokeWidth=1.5, strokeDash=[4, 4]) for i in range(others)),
        path("chosen", across, stroke=ACCENT, strokeWidth=3, strokeDash=[7, 4]),
        path("sold", across, stroke=INK, strokeWidth=3.5),
        mark.dots("now", "at", across, fill=INK, stroke=GROUND, size=120),
        mark.dots("ends", "at", across, fill=SOFT, stroke=GROUND, size=70),
        mark.dots("end", "at", across, fill=ACCENT, stroke=GROUND, size=150),
        mark.ticks(across),
    ]
    for layer in picture:
        layer["encoding"]["x"]["scale"]["range"] = [INSET, {"expr": f"width - {ROOM}"}]
        layer["encoding"]["x"]["scale"].pop("padding", None)
    words = mark.words("words", "label", "base", pixels(f"width - {ROOM - 10}"), fontWeight={"expr": "datum.weight"})
    words["encoding"]["fill"] = {"field": "colour", "type": "nominal", "scale": None, "legend": None}
    return [
        mark.key("key", "datum.at"),
        mark.words("key", "label", "base", pixels("datum.at + 11")),
        *picture,
        words,
    ]
