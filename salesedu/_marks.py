"""The marks of the house style, from which :mod:`salesedu.charts` builds its charts.

A chart is a stack of layers over named data. Heights are pixels from the top, written in the
rows themselves; across, every layer has a scale with two fixed ends.
"""

__all__ = [
    "ACCENT",
    "BAD",
    "BOLD",
    "GOOD",
    "GROUND",
    "INK",
    "LETTER",
    "LINE",
    "MID",
    "SOFT",
    "WARM",
    "across",
    "aligned",
    "bars",
    "dot",
    "down",
    "heads",
    "inside",
    "layer",
    "own",
    "rule",
    "share_of",
    "spec",
    "words",
]

ACCENT = "var(--se-accent)"
BAD = "var(--se-bad)"
GOOD = "var(--se-good)"
GROUND = "var(--se-ground)"
INK = "var(--se-ink)"
LINE = "var(--se-line)"
MID = "var(--se-mid)"
SOFT = "var(--se-ink-soft)"
WARM = "var(--se-warm)"

FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
BOLD = {"fontWeight": 600}
SIZE = 13
LETTER = 7.2  # px, a generous mean width of one letter at this size


def spec(description: str, height: float, layers: list[dict], datasets: dict) -> dict:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": None,
        "padding": {"left": 4, "right": 4, "top": 2, "bottom": 2},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            # The description speaks for the chart; a role for each mark would only be noise.
            "mark": {"aria": False},
            "text": {"fontSize": SIZE, "fill": INK, "baseline": "alphabetic"},
        },
        "datasets": datasets,
        "layer": layers,
        # Only positions across the chart are shared; each layer brings its own distance.
        "resolve": {"scale": {"x": "independent"}},
    }


def down(field: str, height: float) -> dict:
    """Vertical position in pixels from the top."""
    scale = {"domain": [0, height], "reverse": True, "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def across(field: str, ends: tuple[float, float], inset: int = 0) -> dict:
    """Horizontal position between two fixed ends, `inset` pixels from the chart's sides."""
    scale = {"domain": list(ends), "nice": False, "zero": False, "padding": inset}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def layer(data: str, mark: dict, **encoding: dict) -> dict:
    return {"data": {"name": data}, "mark": mark, "encoding": encoding}


def own(field: str) -> dict:
    """A colour that stands in the row itself."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def words(
    data: str, field: str, y: dict, x: dict | int | str, align: str | dict = "left", **look: object
) -> dict:
    at = {"value": x} if isinstance(x, str | int) else x
    text = {"field": field, "type": "nominal"}
    return layer(data, {"type": "text", "align": align, **look}, x=at, y=y, text=text)


def bars(data: str, ends: tuple[float, float], height: float, **look: object) -> dict:
    mark = {"type": "rect", "cornerRadius": 2, **look}
    return layer(
        data,
        mark,
        x=across("start", ends),
        x2={"field": "end"},
        y=down("top", height),
        y2={"field": "bottom"},
        fill=own("colour"),
    )


def rule(data: str, height: float, ends: tuple[float, float], colour: str, **look) -> dict:
    """A line straight down, from ``top`` to ``bottom``."""
    return layer(
        data,
        {"type": "rule", "stroke": colour, **look},
        x=across("at", ends),
        y=down("top", height),
        y2={"field": "bottom"},
    )


def inside(share: str, text: str) -> dict:
    """Middle of a label at a share of the width, kept inside the chart at any width."""
    half = f"length(datum.{text}) * {LETTER / 2}"
    return {"value": {"expr": f"clamp(datum.{share} * width, {half}, width - {half})"}}


def dot(data: str, field: str, ends: tuple[float, float], height: float, **look: str) -> dict:
    mark = {"type": "point", "shape": "circle", "size": 150, "opacity": 1, "strokeWidth": 2}
    return layer(data, mark | look, x=across(field, ends), y=down("y", height))


def share_of(at: float, ends: tuple[float, float]) -> float:
    return (at - ends[0]) / (ends[1] - ends[0])


def aligned() -> dict:
    """The side of a label that stands in the row itself."""
    return {"expr": "datum.align"}


def heads(height: float) -> list[dict]:
    """A line of type above a mark: what it is on the left, how much on the right."""
    return [
        words("rows", "name", down("head", height), 0),
        words("rows", "amount", down("head", height), "width", "right", **BOLD),
    ]
