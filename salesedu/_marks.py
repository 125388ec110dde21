"""The marks of the house style, from which :mod:`salesedu.charts` builds its charts.

A chart is a stack of layers over named data. Downwards, every row says in pixels from the top
where it stands (``y``, or ``top`` and ``bottom``); across, every layer has a scale with two
fixed ends. Words that must stay inside the chart get their place from an expression that knows
its width.
"""

__all__ = [
    "ACCENT",
    "BAD",
    "BOLD_LETTER",
    "GOOD",
    "GROUND",
    "INK",
    "LETTER",
    "LINE",
    "MID",
    "SOFT",
    "WARM",
    "Ends",
    "bars",
    "dots",
    "heads",
    "inside",
    "key",
    "lines",
    "pixels",
    "posts",
    "share_of",
    "slopes",
    "spec",
    "ticks",
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
SIZE = 13
LETTER = 7.2  # px, a generous mean width of one letter at this size
BOLD_LETTER = 8.8

Ends = tuple[float, float]


def spec(description: str, height: float, layers: list[dict], datasets: dict) -> dict:
    """The frame that every chart shares."""
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
        "resolve": {"scale": {"x": "independent"}},
    }


def pixels(expression: str) -> dict:
    """A position in pixels, from the row (``datum``) and the chart's ``width``."""
    return {"value": {"expr": expression}}


def share_of(at: float, ends: Ends) -> float:
    """How far along between both ends a value lies, as a fraction."""
    return (at - ends[0]) / (ends[1] - ends[0])


def inside(share: str, text: str) -> dict:
    """Middle of a label at a share of the width, kept inside the chart at any width."""
    half = f"length(datum.{text}) * {BOLD_LETTER / 2}"
    return pixels(f"clamp(datum.{share} * width, {half}, width - {half})")


def _across(field: str, ends: Ends, inset: int = 0) -> dict:
    scale = {"domain": list(ends), "nice": False, "zero": False, "padding": inset}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _layer(data: str, mark: dict, **encoding: dict) -> dict:
    return {"data": {"name": data}, "mark": mark, "encoding": encoding}


def _own(field: str) -> dict:
    """A colour that stands in the row itself."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def bars(data: str, ends: Ends, inset: int = 0, tinted: bool = False, **look: object) -> dict:
    """Bars from ``start`` to ``end``, ``top`` to ``bottom`` in their ``colour``; if `tinted`, in their ``strength``."""
    tint = {"field": "strength", "type": "quantitative", "scale": None, "legend": None}
    return _layer(
        data,
        {"type": "rect", "cornerRadius": 2, **look},
        x=_across("start", ends, inset),
        x2={"field": "end"},
        y=pixels("datum.top"),
        y2=pixels("datum.bottom"),
        fill=_own("colour"),
        **({"fillOpacity": tint} if tinted else {}),
    )


def posts(data: str, ends: Ends, inset: int = 0, **look: object) -> dict:
    """Lines straight down at ``at``, ``top`` to ``bottom``."""
    return _layer(
        data,
        {"type": "rule", **look},
        x=_across("at", ends, inset),
        y=pixels("datum.top"),
        y2=pixels("datum.bottom"),
    )


def lines(data: str, start: str, end: str, ends: Ends, inset: int = 0, **look: object) -> dict:
    """Lines straight across at ``y``; without a `stroke` in their own ``colour``."""
    own = {} if "stroke" in look else {"stroke": _own("colour")}
    return _layer(
        data,
        {"type": "rule", **look},
        x=_across(start, ends, inset),
        x2={"field": end},
        y=pixels("datum.y"),
        **own,
    )


def slopes(data: str, ends: Ends, inset: int = 0, **look: object) -> dict:
    """Straight lines from (``start``, ``y``) to (``end``, ``y2``); else like `lines`."""
    layer = lines(data, "start", "end", ends, inset, strokeCap="round", **look)
    layer["encoding"]["y2"] = pixels("datum.y2")
    return layer


def dots(data: str, field: str, ends: Ends, inset: int = 0, **look: object) -> dict:
    """Round dots at ``y``; without a `fill` in their own ``colour``."""
    mark = {"type": "point", "shape": "circle", "size": 150, "opacity": 1, "strokeWidth": 2}
    own = {} if "fill" in look else {"fill": _own("colour")}
    return _layer(data, mark | look, x=_across(field, ends, inset), y=pixels("datum.y"), **own)


def key(data: str, x: str, shape: str = "square", **look: object) -> dict:
    """Small signs beside a word, in the row's own ``colour``."""
    mark = {"type": "point", "shape": shape, "size": 90, "opacity": 1, "stroke": None, **look}
    return _layer(data, mark, x=pixels(x), y=pixels("datum.key"), fill=_own("colour"))


def words(data: str, field: str, y: str, x: dict | int | str, align: str = "left", **look: object) -> dict:
    """Text from a field, on the base line that field `y` says."""
    return _layer(
        data,
        {"type": "text", "align": align, **look},
        x=x if isinstance(x, dict) else {"value": x},
        y=pixels(f"datum.{y}"),
        text={"field": field, "type": "nominal"},
    )


def heads(weight: str | None = None) -> list[dict]:
    """A line of type above a mark: what it is on the left, how much on the right.

    The amount is the heavier of the two, unless an expression gives a weight for both.
    """
    name, amount = ({"expr": weight},) * 2 if weight else (400, 600)
    return [
        words("rows", "name", "head", 0, fontWeight=name),
        words("rows", "amount", "head", "width", "right", fontWeight=amount),
    ]


def ticks(ends: Ends, inset: int = 0) -> dict:
    """The labels of an axis' ends, and of a middle if there is one, turned inwards."""
    turned = words("ticks", "label", "base", _across("at", ends, inset), fill=SOFT)
    turned["mark"]["align"] = {"expr": "datum.align"}
    return turned
