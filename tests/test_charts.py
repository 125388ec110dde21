"""The house style: charts that keep their shape, follow the theme, and stay readable on a phone."""

import json
import re
from itertools import pairwise

import pytest
import vl_convert

from salesedu import charts
from salesedu._marks import LETTER

PHONE, PAGE = 300, 640


def parts(detractors, passives, promoters):
    return [
        {"name": "Detractors", "note": f"{detractors} gave 0–6", "value": detractors, "colour": charts.BAD},
        {"name": "Passives", "note": f"{passives} gave 7–8", "value": passives, "colour": charts.MID},
        {"name": "Promoters", "note": f"{promoters} gave 9–10", "value": promoters, "colour": charts.GOOD},
    ]


def share_bar(detractors=30, passives=36, promoters=54, value=20):
    result = {"value": value, "low": max(-100, value - 15), "high": min(100, value + 15), "label": f"NPS {value}"}
    return charts.share_bar(parts(detractors, passives, promoters), result, (-100, 100), "A bar.")


def gap_rows(before=8, after=6.5):
    row = {"name": "Service", "before": before, "after": after, "amount": "−1.5", "colour": charts.BAD}
    return charts.gap_rows([row], "expected", "experienced", (1, 10), "A gap.")


def threshold_bars(value=7, threshold=6):
    row = {"name": "Customer intimacy", "value": value, "amount": f"{value}", "colour": charts.ACCENT}
    return charts.threshold_bars([row], threshold, f"taken for granted: {threshold}", (0, 10), "A bar.")


def split_rows(first=41, second=7):
    row = {"name": "Handled well", "amount": "€ 100", "first": first, "second": second}
    return charts.split_rows([row], (0, 200), "Two parts.")


def waterfall(cost=4):
    rows = [
        {"name": "Revenue", "amount": "10", "start": 0, "end": 10, "colour": charts.SOFT},
        {"name": "Primary activities", "amount": f"{cost}"},
        {"name": "Service", "amount": f"{cost}", "start": 10, "end": 10 - cost, "colour": charts.WARM},
    ]
    return charts.waterfall(rows, (-5, 15), "A fall.")


def curve(x=3, y=5, posts=()):
    points = [(0, 10), (3, 5), (8, 1)]
    other = {"points": [(0, 8), (8, 3)], "label": "fit alone", "beside": (4, 6)}
    best = {"x": 8, "y": 1, "label": "earns most: from 24"}
    here = {"x": x, "y": y, "label": "from 40"}
    labels = ("↑ missed", "0", "wasted →")
    scales = ((0, 10), (0, 10))
    return charts.curve(points, here, scales, labels, "A curve.", others=[other], best=best, posts=posts)


def panel(share=0.4):
    part = {"share": share, "colour": charts.GOOD}
    bar = {"name": "Chance", "amount": "30 %", "parts": [part], "limit": 0.25}
    return charts.panel([{"heading": "Knock-outs"}, {"note": "one is enough"}, bar], "A bar.")


def ranking(first=0):
    rows = [
        {"name": "list", "colour": charts.BAD, "places": [first, 1, 1], "amounts": ["€ 30", "€ 1,600", "€ 1.23"]},
        {"name": "fair", "colour": charts.GOOD, "places": [1 - first, 0, 0], "amounts": ["€ 180", "€ 900", "€ 0.33"]},
    ]
    return charts.ranking(("per lead", "per order", "per € of margin"), rows, "Two rankings.")


def matrix(present=True):
    columns = [{"name": name, "note": "50 %", "lacking": name == "ease"} for name in ("taste", "ease")]
    cells = [{"strength": 0.5, "label": "1st"}, None]
    rows = [
        {"name": "machine", "present": True, "cells": cells},
        {"name": "cups", "present": present, "cells": cells if present else []},
    ]
    return charts.matrix(columns, rows, "A table.")


def radar(score=2, axes=11):
    names = [("Set-up of the commercial organisation", "Set-up"), ("Customer satisfaction", "Satisfied")]
    rows = [
        {"name": name, "short": short, "own": score, "wanted": 4, "amount": "−2" if i < 4 else ""}
        for i, (name, short) in enumerate((names * 6)[:axes])
    ]
    if axes > 4:
        rows[4]["own"] = None
    return charts.radar(rows, "score now", "importance", "A radar.")


def check_rows(decider=False):
    rows = [
        {"name": "Review dates", "passed": [False, False], "amount": "2 missing"},
        {"name": "People", "passed": [decider, True, True, True, True], "amount": "1 missing"},
    ]
    return charts.check_rows(rows, "What is missing.")


def gaps_under_a_radar(count=1):
    part = {"share": 0.4, "colour": charts.BAD}
    bars = [{"name": "Set-up of the commercial organisation", "amount": "8", "parts": [part]}] * count
    return charts.panel([{"heading": "Gap"}, *bars, *[{}] * (2 - count)], "Both.", above=radar())


MAKERS = [
    share_bar, gap_rows, threshold_bars, split_rows, waterfall, curve, panel, ranking, matrix, radar, check_rows,
    gaps_under_a_radar,
]  # fmt: skip
MOVED = [
    share_bar(1, 0, 100, 99),
    gap_rows(6, 9),
    threshold_bars(2, 9),
    split_rows(0, 0),
    waterfall(15),
    curve(8, 1, [{"at": 2, "label": "margin gone"}]),
    panel(0),
    ranking(1),
    matrix(False),
    radar(5, 3),
    check_rows(True),
    gaps_under_a_radar(2),
]


def svg(spec, width=PAGE):
    return vl_convert.vegalite_to_svg({**spec, "width": width})


def shape(spec):
    return {key: value for key, value in spec.items() if key not in ("datasets", "description")}


@pytest.mark.parametrize("maker", MAKERS)
def test_every_chart_can_be_drawn_and_says_what_it_shows(maker):
    spec = maker()
    drawn = vl_convert.vegalite_to_vega(spec)
    assert drawn["description"] == spec["description"]
    assert drawn["background"] is None
    assert "<svg" in svg(spec)
    assert spec["width"] == "container"
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec


@pytest.mark.parametrize(("maker", "moved"), list(zip(MAKERS, MOVED, strict=True)))
def test_only_the_data_move_so_that_a_standing_chart_can_take_new_ones(maker, moved):
    assert shape(maker()) == shape(moved)
    assert maker()["datasets"] != moved["datasets"]


@pytest.mark.parametrize("maker", MAKERS)
def test_colours_reach_the_picture_as_variables_of_the_theme(maker):
    picture = svg(maker())
    painted = set(re.findall(r'(?:fill|stroke)="([^"]+)"', picture))
    assert painted - {"none", "transparent"} <= {f"var(--se-{name})" for name in NAMES}
    assert len(painted) > 3


NAMES = ["accent", "bad", "good", "ground", "ink", "line", "mid", "ink-soft", "warm"]


def test_each_part_is_painted_in_its_own_colour():
    picture = svg(share_bar())
    for colour in (charts.BAD, charts.MID, charts.GOOD):
        assert f'fill="{colour}"' in picture


def words_at(picture):
    """Every text in the picture with the place where it starts or ends."""
    found = re.findall(
        r'<text[^>]* text-anchor="(\w+)" transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*>([^<]+)<', picture
    )
    assert found
    return [(anchor, float(x), float(y), text) for anchor, x, y, text in found]


@pytest.mark.parametrize("width", [PHONE, PAGE])
@pytest.mark.parametrize("maker", MAKERS)
def test_no_word_runs_out_of_the_chart(maker, width):
    for anchor, x, _, text in words_at(svg(maker(), width)):
        length = len(text) * LETTER
        left = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert left >= -1
        assert left + length <= width


COUNTS = [(30, 36, 54), (100, 100, 100), (0, 0, 100), (100, 0, 0), (1, 1, 100), (100, 1, 1), (1, 100, 1), (0, 0, 0)]


@pytest.mark.parametrize("width", [PHONE, PAGE])
@pytest.mark.parametrize("counts", COUNTS)
def test_labels_of_narrow_shares_move_aside_but_never_over_each_other(counts, width):
    spec = charts.share_bar(parts(*counts), None, (-100, 100), "A bar.")
    words = words_at(svg(spec, width))
    for row in (["Detractors", "Passives", "Promoters"], [part["note"] for part in parts(*counts)]):
        placed = sorted((x, text) for _, x, _, text in words if text in row)
        assert [text for _, text in placed] == row
        for (left, text), (right, _) in pairwise(placed):
            assert right - left >= len(text) * LETTER - 1


def test_a_label_stands_above_its_own_share_when_there_is_room():
    places = {text: x for _, x, _, text in words_at(svg(share_bar(), 640))}
    width = 640 - 2 * 4
    assert places["Passives"] - places["Detractors"] == pytest.approx(0.25 * width, abs=3)
    assert places["Promoters"] - places["Detractors"] == pytest.approx(0.55 * width, abs=3)


def test_a_bar_without_answers_is_empty_and_has_no_result():
    spec = charts.share_bar(parts(0, 0, 0), None, (-100, 100), "No answers.")
    assert spec["datasets"]["result"] == []
    assert {bar["colour"] for bar in spec["datasets"]["bars"]} == {charts.LINE}


def test_shares_fill_the_bar():
    bars = share_bar(1, 2, 3)["datasets"]["bars"]
    assert [bar["start"] for bar in bars] == pytest.approx([0, 1 / 6, 1 / 2])
    assert bars[-1]["end"] == pytest.approx(1)


@pytest.mark.parametrize(("threshold", "share"), [(0, 0), (6, 0.6), (10, 1)])
def test_the_threshold_stands_where_the_scale_says(threshold, share):
    datasets = threshold_bars(7, threshold)["datasets"]
    assert datasets["label"][0]["share"] == share
    assert datasets["posts"][0]["at"] == threshold


def test_a_step_of_nothing_is_still_seen():
    step = waterfall(0)["datasets"]["bars"][1]
    assert step["end"] > step["start"] == 10


def test_a_step_below_zero_is_drawn_from_left_to_right():
    step = waterfall(14)["datasets"]["bars"][1]
    assert (step["start"], step["end"]) == (-4, 10)


def test_a_seam_is_drawn_only_between_two_parts():
    assert len(split_rows(41, 7)["datasets"]["seams"]) == 1
    assert split_rows(0, 7)["datasets"]["seams"] == []


def test_a_learner_above_the_picture_is_not_drawn():
    spec = charts.curve([(0, 1), (5, 5)], None, ((0, 10), (1, 5)), ("", "", ""), "A curve.")
    assert spec["datasets"]["here"] == []


def test_a_curve_is_drawn_inside_its_scales_only():
    spec = charts.curve([(0, 1), (5, 5), (6, 9)], None, ((0, 10), (1, 5)), ("", "", ""), "A curve.")
    assert [(part["start"], part["end"]) for part in spec["datasets"]["curve"]] == [(0, 5)]


def test_a_chart_above_a_curve_keeps_its_layers_and_its_data():
    fall = waterfall()
    spec = charts.curve([(0, 1), (5, 5)], None, ((0, 10), (1, 5)), ("", "", ""), "Both.", above=fall)
    assert spec["layer"][: len(fall["layer"])] == fall["layer"]
    assert spec["height"] > fall["height"]
    assert all(spec["datasets"][name] == rows for name, rows in fall["datasets"].items())


def test_an_empty_cell_is_seen_and_a_row_that_is_not_there_has_none():
    assert len(matrix()["datasets"]["empty"]) == 2
    assert len(matrix(False)["datasets"]["empty"]) == 1
    assert {cell["edge"] for cell in matrix()["datasets"]["empty"]} == {charts.BAD}


def test_what_is_there_stands_before_what_is_missing():
    dots = check_rows()["datasets"]
    assert [len(dots["there"]), len(dots["missing"])] == [4, 3]
    people = [dot for dot in dots["missing"] if dot["key"] == dots["there"][0]["key"]]
    assert min(dot["at"] for dot in people) > max(dot["at"] for dot in dots["there"])


def test_an_empty_row_keeps_the_room_of_a_bar():
    assert gaps_under_a_radar(0)["height"] == gaps_under_a_radar(2)["height"]
    assert gaps_under_a_radar(0)["datasets"]["track"] == []


def test_a_limit_stands_where_the_row_says():
    assert [post["at"] for post in panel()["datasets"]["limits"]] == [0.25]


@pytest.mark.parametrize("width", [PHONE, 360, 479, 481, PAGE, 900])
@pytest.mark.parametrize("axes", [0, 1, 2, 3, 4, 7, 11, 12])
def test_a_radar_of_any_number_of_axes_keeps_its_names_inside(axes, width):
    for anchor, x, _, text in words_at(svg(radar(axes=axes), width)):
        length = len(text) * LETTER
        left = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert left >= -1, text
        assert left + length <= width + 1, text


def test_a_radar_has_short_names_on_a_phone_and_whole_ones_on_a_page():
    short, whole = "Satisfied", "Customer satisfaction"
    for width, there, gone in ((PHONE, short, whole), (PAGE, whole, short)):
        texts = [text for *_, text in words_at(svg(radar(axes=11), width))]
        assert there in texts
        assert gone not in texts
    assert "−2" in [text for *_, text in words_at(svg(radar(), PHONE))], "on a phone the gap has a line of its own"


def test_a_level_that_is_not_given_is_no_point_and_the_outline_closes_over_it():
    datasets = radar(axes=11)["datasets"]
    assert len(datasets["wanted dots"]) == 11
    assert len(datasets["own dots"]) == 10
    assert datasets["own"][0]["path"].count(",") == 10


def test_a_radar_level_stands_at_its_share_of_the_way_out():
    full, half = (charts.radar(
        [{"name": "A", "short": "A", "own": own, "wanted": None} for _ in range(4)], "own", "wanted", "A radar."
    )["datasets"] for own in (5, 2.5))  # fmt: skip
    assert full["own"][0]["path"] == "M0.0000,-1.0000L1.0000,-0.0000L0.0000,1.0000L-1.0000,0.0000Z"
    assert {dot["out"] for dot in half["own dots"]} == {0.5}
    assert full["wanted"] == full["wanted dots"] == []
