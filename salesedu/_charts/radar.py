"""Levels on several axes around one centre: what is, against what is wanted."""

from collections.abc import Sequence
from math import cos, pi, sin
from textwrap import wrap

from salesedu import _marks as mark
from salesedu._marks import ACCENT, BAD, BOLD_LETTER, GROUND, INK, LETTER, MID, SOFT, pixels

__all__ = ["radar"]

LARGEST = 104  # px, the radius where there is room for it
SMALLEST = 40
GAP = 9  # px between the outer ring and a name
LEADING = 15  # px from one line of a name to the next
TURN = 480  # px; a chart narrower than this shows the short names
SHORT, FULL = 10, 22  # letters on one line of a name
# The radius is a straight line between what fits at these widths (inside the padding): always inside what fits.
WIDTHS = ((292, TURN), (TURN, 632))

RADIUS = (
    f"(width < {TURN} ? max({SMALLEST}, datum.r0 + (datum.r1 - datum.r0) * (width - {WIDTHS[0][0]}) / "
    f"{WIDTHS[0][1] - WIDTHS[0][0]}) : min({LARGEST}, datum.r2 + (datum.r3 - datum.r2) * (width - {TURN}) / "
    f"{WIDTHS[1][1] - TURN}))"
)


def radar(rows: Sequence[dict], own: str, wanted: str, description: str, top: int = 5) -> dict:
    """Own and wanted level on each axis, as two outlines around one centre.

    Parameters
    ----------
    rows : sequence of dict
        One per axis, clockwise from the top: ``name``, ``short`` (ten letters a line, for a
        phone), ``own`` and ``wanted`` (0 to `top`, or None where nothing was given: the outline
        then closes over that axis). With an ``amount``, such as the gap as text, it stands behind
        the name and both are set in bold and in colour. One or two rows, or none, are drawn too.
    own, wanted : str
        What the filled and the dashed outline are called.
    description : str
        What a reader who does not see the chart is told.
    top : int, optional
        The highest level, on the outer ring.

    Examples
    --------
    >>> rows = [{"name": name, "short": name, "own": 2, "wanted": 4} for name in ("CRM", "Leads", "Quotes")]
    >>> spec = radar(rows, "score", "importance", "Three gaps.")
    >>> spec["description"], len(spec["datasets"]["own dots"])
    ('Three gaps.', 3)
    """
    turns = _turns(len(rows))
    web = turns if len(turns) > 2 else _turns(12)  # one or two axes span nothing: their levels lie on a round web
    names = [
        {
            "short": _lines(row["short"], row.get("amount"), SHORT, apart=True),
            "full": _lines(row["name"], row.get("amount"), FULL),
            "letter": BOLD_LETTER if row.get("amount") else LETTER,
            "colour": BAD if row.get("amount") else INK,
            "weight": 600 if row.get("amount") else 400,
        }
        for row in rows
    ]
    radii = _radii(names, turns)
    height = 2 * (LARGEST + GAP) + 2 * 2 * LEADING + 30
    middle = 30 + (height - 30) / 2

    def at(across: str, down: str, out: str = "datum.out") -> dict:
        x = pixels(f"width / 2 + datum.{across} * {out} * {RADIUS}")
        return {"x": x, "y": pixels(f"{middle} + datum.{down} * {out} * {RADIUS}")}

    def outline(data: str, **look: object) -> dict:
        shape = {"type": "point", "size": {"expr": f"pow(2 * {RADIUS}, 2)"}, "opacity": 1, **look}
        path = {"shape": {"field": "path", "type": "nominal", "scale": None, "legend": None}}
        place = {"x": pixels("width / 2"), "y": {"value": middle}}
        return {"data": {"name": data}, "mark": {"strokeJoin": "round", **shape}, "encoding": place | path}

    def dots(data: str, **look: object) -> dict:
        point = {"type": "point", "shape": "circle", "opacity": 1, "strokeWidth": 2, **look}
        return {"data": {"name": data}, "mark": point, "encoding": at("x", "y")}

    place = at("x", "y", f"(1 + {GAP} / {RADIUS})")
    written = {
        "type": "text",
        "text": {"expr": f"width < {TURN} ? datum.short : datum.full"},
        "align": {"expr": "datum.align"},
        "fill": {"expr": "datum.colour"},
        "fontWeight": {"expr": "datum.weight"},
        "dy": {"expr": f"width < {TURN} ? datum.down0 : datum.down1"},
    }
    spokes = {
        "data": {"name": "spokes"},
        "mark": {"type": "rule", "stroke": MID, "opacity": 0.5},
        "encoding": at("x", "y") | {"x2": pixels("width / 2"), "y2": {"value": middle}},
    }
    layers = [
        outline("rings", fill=None, stroke=MID, strokeWidth=1, strokeOpacity=0.5),
        spokes,
        outline("wanted", fill=None, stroke=INK, strokeWidth=1.5, strokeDash=[5, 4]),
        outline("own", fill=ACCENT, fillOpacity=0.22, stroke=ACCENT, strokeWidth=2),
        # The hollow dot is the larger, so that two equal levels show as a dot in a ring.
        dots("wanted dots", fill=GROUND, stroke=INK, size=110),
        dots("own dots", fill=ACCENT, stroke=GROUND, strokeWidth=1.5, size=50),
        {
            "data": {"name": "levels"},
            "mark": {"type": "text", "fill": SOFT, "fontSize": 11, "dy": 4, "align": "center"},
            "encoding": at("x", "y") | {"text": {"field": "label", "type": "nominal"}},
        },
        {"data": {"name": "names"}, "mark": written, "encoding": place},
        mark.key("key", "datum.at", "circle", stroke={"expr": "datum.edge"}, strokeWidth=2),
        mark.words("key", "label", "base", pixels("datum.at + 12")),
    ]
    half = pi / len(web)  # the levels are named half way between the first two axes
    first = {"label": own, "at": 7, "key": 10, "base": 14, "colour": ACCENT, "edge": ACCENT}
    second = {"label": wanted, "at": len(own) * LETTER + 40, "colour": GROUND, "edge": INK}
    datasets = {
        "rings": [radii | {"path": _path([(x * i / top, y * i / top) for x, y in web])} for i in range(1, top + 1)],
        "spokes": [radii | {"x": x, "y": y, "out": 1} for x, y in turns],
        "levels": [
            radii | {"x": sin(half), "y": -cos(half), "out": level / top * cos(half), "label": str(level)}
            for level in sorted({1, (top + 1) // 2, top})
        ],
        "names": [
            radii | line for name, turn in zip(names, turns, strict=True) for line in _written(name, turn)
        ],
        "key": [first, first | second],
    }
    for which in ("own", "wanted"):
        given = [(turn, row[which] / top) for row, turn in zip(rows, turns, strict=True) if row[which] is not None]
        path = _path([(x * share, y * share) for (x, y), share in given])
        datasets[which] = [radii | {"path": path}] if len(given) > 1 else []
        datasets[f"{which} dots"] = [radii | {"x": x, "y": y, "out": share} for (x, y), share in given]
    return mark.spec(description, height, layers, datasets)


def _turns(axes: int) -> list[tuple[float, float]]:
    """Where each axis points, clockwise from the top, to the right and down."""
    return [(sin(2 * pi * i / axes), -cos(2 * pi * i / axes)) for i in range(axes)]


def _lines(name: str, amount: str | None, letters: int, apart: bool = False) -> list[str]:
    """A name over a few lines; on a phone its amount gets a line of its own."""
    *first, last = wrap(name, letters, break_long_words=False) or [""]
    if amount and apart:
        return [*first, last, amount]
    return [*first, f"{last} {amount}" if amount else last]


def _path(points: Sequence[tuple[float, float]]) -> str:
    """An outline in a square from -1 to 1, which the chart blows up to its radius."""
    return "M" + "L".join(f"{x:.4f},{y:.4f}" for x, y in points) + "Z"


def _radii(names: Sequence[dict], turns: Sequence[tuple[float, float]]) -> dict:
    """The largest radius that leaves room for every name, at both ends of both ranges of width."""

    def fits(which: str, width: float) -> float:
        room = [LARGEST]
        for name, (x, _) in zip(names, turns, strict=True):
            length = max(map(len, name[which])) * name["letter"]
            side = abs(x)
            if side > 0.15:
                room.append((width / 2 - length) / side - GAP)
        return max(SMALLEST, min(room))

    kinds = ("short", "short", "full", "full")
    widths = (*WIDTHS[0], *WIDTHS[1])
    return {f"r{i}": round(fits(kind, width), 2) for i, (kind, width) in enumerate(zip(kinds, widths, strict=True))}


def _written(name: dict, turn: tuple[float, float]) -> list[dict]:
    """The lines of a name: beside its axis at the sides, above it at the top, under it at the foot."""
    x, y = turn
    align = "center" if abs(x) <= 0.15 else "left" if x > 0 else "right"
    found = []
    for i in range(max(len(name["short"]), len(name["full"]))):
        line = {"x": x, "y": y, "align": align, "colour": name["colour"], "weight": name["weight"]}
        for place, which in enumerate(("short", "full")):
            lines = name[which]
            block = len(lines) * LEADING
            line[which] = lines[i] if i < len(lines) else ""
            line[f"down{place}"] = round(y * block / 2 - block / 2 + i * LEADING + 11.5, 2)
        found.append(line)
    return found
