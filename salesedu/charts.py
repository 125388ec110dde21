"""Vega-Lite charts in the house style.

Each function turns a few rows into one spec: a dict that is plain JSON. They keep to these rules:

* Only ``datasets`` and ``description`` depend on the figures. The shape stays the same, so a
  front end can hand new rows to a chart that stands instead of drawing it anew.
* Colours are CSS variables as text (``var(--se-good)``): an SVG in the page follows the theme's
  light/dark switch by itself. A state that has a colour also has a word, a sign or a shape.
* Marks are labelled in place, on a line of their own above the mark, so that the same picture
  fits a phone (300 px) and a page (640 px) with the same size of type.
* The axis stays put: the caller gives its ends, the figures do not move it.
"""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.account_map import account_map
from salesedu._charts.business_grid import business_grid
from salesedu._charts.check_rows import check_rows
from salesedu._charts.curve import curve
from salesedu._charts.flows import flows
from salesedu._charts.forecast_race import forecast_race
from salesedu._charts.funnel_bars import funnel_bars
from salesedu._charts.histogram import histogram
from salesedu._charts.matrix import matrix
from salesedu._charts.moment_rows import moment_rows
from salesedu._charts.panel import panel
from salesedu._charts.pareto_curve import pareto_curve
from salesedu._charts.part_rows import part_rows
from salesedu._charts.pay_lines import pay_lines
from salesedu._charts.portfolio_map import portfolio_map
from salesedu._charts.pyramid import pyramid
from salesedu._charts.quadrants import quadrants
from salesedu._charts.radar import radar
from salesedu._charts.ranking import ranking
from salesedu._charts.score_fields import score_fields
from salesedu._charts.share_bar import share_bar
from salesedu._charts.supplier_map import supplier_map
from salesedu._charts.target_rows import target_rows
from salesedu._charts.weighted_bars import weighted_bars
from salesedu._charts.year_paths import year_paths
from salesedu._marks import (
    ACCENT,
    BAD,
    GOOD,
    GROUND,
    INK,
    LETTER,
    LINE,
    MID,
    SOFT,
    WARM,
    Ends,
    pixels,
)
from salesedu._notation import plain

__all__ = [
    "ACCENT",
    "BAD",
    "GOOD",
    "INK",
    "LINE",
    "MID",
    "SOFT",
    "WARM",
    "account_map",
    "business_grid",
    "check_rows",
    "curve",
    "flows",
    "forecast_race",
    "funnel_bars",
    "gap_rows",
    "histogram",
    "matrix",
    "moment_rows",
    "panel",
    "pareto_curve",
    "part_rows",
    "pay_lines",
    "portfolio_map",
    "pyramid",
    "quadrants",
    "radar",
    "ranking",
    "score_fields",
    "share_bar",
    "split_rows",
    "supplier_map",
    "target_rows",
    "threshold_bars",
    "waterfall",
    "weighted_bars",
    "year_paths",
]


def gap_rows(rows: Sequence[dict], before: str, after: str, ends: Ends, description: str) -> dict:
    """A line from a first to a second score in each row: hollow dot, line, filled dot.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``before``, ``after``, ``amount`` (the difference as text) and ``colour``.
    before, after : str
        What the hollow and the filled dot stand for.
    ends : tuple
        Ends of the scale.
    description : str
        What a reader who does not see the chart is told.
    """
    height = 40 + 44 * len(rows)
    placed = [
        row | {"head": 44 * i + 42, "y": 44 * i + 56, "start": ends[0], "end": ends[1]} for i, row in enumerate(rows)
    ]
    first = {"label": before, "at": 6, "key": 10, "base": 14, "colour": GROUND}
    second = first | {"label": after, "at": len(before) * LETTER + 38, "colour": INK}
    ticks = [
        {"at": at, "align": align, "label": plain(at), "base": height - 2}
        for at, align in zip(ends, ("left", "right"), strict=True)
    ]
    layers = [
        mark.key("key", "datum.at", "circle", stroke=INK, strokeWidth=2),
        mark.words("key", "label", "base", pixels("datum.at + 12")),
        *mark.heads(),
        mark.lines("rows", "start", "end", ends, 9, stroke=LINE, strokeWidth=2),
        mark.lines("rows", "before", "after", ends, 9, strokeWidth=6),
        mark.dots("rows", "after", ends, 9, fill=INK, stroke=INK),
        # The hollow dot lies on top and is smaller, so that two equal scores show as a ring.
        mark.dots("rows", "before", ends, 9, fill=GROUND, stroke=INK, size=60),
        mark.ticks(ends, 9),
    ]
    datasets = {"rows": placed, "key": [first, second], "ticks": ticks}
    return mark.spec(description, height, layers, datasets)


def threshold_bars(rows: Sequence[dict], threshold: float, label: str, ends: Ends, description: str) -> dict:
    """One bar per row, and the same threshold marked on each.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``value``, ``amount`` (the value as text) and ``colour``.
    threshold : float
        Where the mark stands; `label` stands above it.
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    bars = [
        row | {"start": ends[0], "end": row["value"], "head": 48 * i + 40} | {"top": 48 * i + 46, "bottom": 48 * i + 64}
        for i, row in enumerate(rows)
    ]
    # The line is broken where the words are, so that it never runs through them.
    posts = [{"at": threshold, "top": bar["top"] - 2, "bottom": bar["bottom"] + 3} for bar in bars]
    layers = [
        mark.bars("track", ends, opacity=0.55),
        mark.bars("rows", ends),
        *mark.heads(),
        mark.posts("posts", ends, stroke=INK, strokeWidth=2),
        mark.words("label", "label", "base", mark.inside("share", "label"), "center", fill=SOFT),
    ]
    datasets = {
        "rows": bars,
        "track": _tracks(bars, ends),
        "posts": posts,
        "label": [{"label": label, "share": mark.share_of(threshold, ends), "base": 14}],
    }
    return mark.spec(description, 22 + 48 * len(rows), layers, datasets)


def _tracks(bars: Sequence[dict], ends: Ends) -> list[dict]:
    """The full width of the scale behind each bar."""
    full = {"start": ends[0], "end": ends[1], "colour": LINE}
    return [full | {"top": bar["top"], "bottom": bar["bottom"]} for bar in bars]


def split_rows(rows: Sequence[dict], ends: Ends, description: str) -> dict:
    """One bar per row in two parts, on a shared scale, so that long and short can be compared.

    Parameters
    ----------
    rows : sequence of dict
        ``name`` (which says what both parts are), ``amount`` (text), ``first`` and ``second``
        (0 or more).
    ends : tuple
        Ends of the scale; the bars start at the first.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, firsts, seconds, seams = [], [], [], []
    for i, row in enumerate(rows):
        place = {"top": 48 * i + 23, "bottom": 48 * i + 41}
        middle = ends[0] + row["first"]
        last = middle + row["second"]
        heads.append({"name": row["name"], "amount": row["amount"], "head": 48 * i + 16})
        firsts.append(place | {"start": ends[0], "end": middle, "colour": GOOD})
        seconds.append(place | {"start": middle, "end": last, "colour": BAD})
        if row["first"] and row["second"]:
            seams.append(place | {"at": middle})
    layers = [
        mark.bars("track", ends, opacity=0.55),
        mark.bars("firsts", ends),
        mark.bars("seconds", ends),
        mark.posts("seams", ends, stroke=GROUND, strokeWidth=2),
        *mark.heads(),
    ]
    datasets = {"track": _tracks(firsts, ends), "firsts": firsts, "seconds": seconds}
    return mark.spec(description, 48 * len(rows), layers, datasets | {"seams": seams, "rows": heads})


def waterfall(rows: Sequence[dict], ends: Ends, description: str) -> dict:
    """From a first amount down to what is left, one step a row.

    Parameters
    ----------
    rows : sequence of dict
        ``name``, ``amount`` (text), ``start``, ``end`` and ``colour``; a row without a start
        is a heading.
    ends : tuple
        Ends of the scale; a line marks zero.
    description : str
        What a reader who does not see the chart is told.
    """
    heads, bars, y = [], [], 0
    hair = (ends[1] - ends[0]) / 300  # so that a step of nothing is still seen
    for row in rows:
        heading = "start" not in row
        words = {"name": row["name"], "amount": row["amount"], "head": y + (22 if heading else 15)}
        heads.append(words | {"weight": 600 if heading else 400})
        if not heading:
            low, high = sorted((row["start"], row["end"]))
            place = {"top": y + 20, "bottom": y + 28, "colour": row["colour"]}
            bars.append(place | {"start": low, "end": max(high, low + hair)})
        y += 26 if heading else 34
    zeros = [{"at": 0, "top": bar["top"] - 2, "bottom": bar["bottom"] + 2} for bar in bars]
    layers = [
        mark.bars("track", ends, opacity=0.55),
        mark.bars("bars", ends),
        mark.posts("zeros", ends, stroke=INK, strokeWidth=1),
        *mark.heads("datum.weight"),
    ]
    datasets = {"track": _tracks(bars, ends), "bars": bars, "zeros": zeros, "rows": heads}
    return mark.spec(description, y, layers, datasets)
