"""Chapter 6's explorers: right in what they conclude, right in what they predict."""

import re

import pytest

from salesedu import explorers, portfolio
from salesedu.explorers.portfolio import _layers, pareto, relationship_strategy, rfm
from tests.explorers.play import corners, figures, paint, reading, said


def test_the_chapter_has_those_of_the_syllabus_and_more():
    chapter = {one.id for one in explorers.all_explorers() if one.chapter == "portfolio"}
    needed = {"customer-pyramid", "customer-migration", "relationship-strategy", "rfm", "lifetime-value"}
    assert chapter == needed | {"pareto"}


def right(id):
    prediction = explorers.find(id).prediction
    return prediction.choices[prediction.right]


# --- Customer pyramid -------------------------------------------------------------------------


def test_pyramid_starts_on_the_case():
    view = explorers.first_view("customer-pyramid")
    assert figures(view) == {"top": "18.5 %", "revenue": "€ 4.00 million", "small": "62 new ones", "climbs": "4.2"}
    heads = [said(row["amount"]) for row in view["chart"]["datasets"]["rows"]]
    assert heads == ["€ 740k (18.5 %)", "€ 1.04 m (26.0 %)", "€ 1.26 m (31.5 %)", "€ 960k (24.0 %)"]


def test_the_layers_of_the_case_are_currys_of_four_hundred_customers():
    assert portfolio.layer_sizes(400) == _layers.COUNTS


def test_the_pyramid_stands_on_its_wide_side_left_and_on_its_narrow_side_right():
    bars = explorers.first_view("customer-pyramid")["chart"]["datasets"]["bars"]
    left = [-bar["start"] for bar in bars if bar["start"] < 0]
    right_side = [bar["end"] for bar in bars if bar["end"] > 0]
    assert left == sorted(left)
    assert right_side[0] > 10 * left[0]
    assert right_side[3] < left[3] / 3


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Four of 400 customers bring 18.5 % of the revenue, as much as 247 small ones"),
        ({"start": "large"}, "or 1.5 that climb from large to top"),
        ({"lost": 1}, "One of the four at the top leaves and takes € 185,000"),
        ({"lost": 1}, "62 new small customers, or 5 that climb from medium to large"),
        ({"lost": 4}, "All four at the top leave"),
        ({"lost": 1, "climbed": 5}, "€ 35,000 more than was lost, with one customer fewer to serve"),
        ({"lost": 1, "climbed": 4}, "still € 9,000 short"),
        ({"lost": 1, "new": 1, "climbed": 0}, "One new small customer brings € 3,000: still € 182,000 short"),
        ({"climbed": 1}, "One medium customer that climbs to large brings € 44,000 more, as much as 15 new small ones"),
        ({"new": 60}, "there are 15 % more customers to serve"),
        ({"start": "large", "climbed": 15}, "With 19 at the top it is time to draw the lines higher"),
    ],
)
def test_pyramid_concludes(values, says):
    assert says in reading("customer-pyramid", **values)


def test_who_leaves_becomes_inactive_and_who_comes_was_a_prospect():
    boxes = paint("customer-pyramid", lost=3, new=40)["chart"]["datasets"]["boxes"]
    assert [box["amount"] for box in boxes] == ["123", "460", "2,000"]


def test_pyramid_prediction():
    assert right("customer-pyramid") == "More than 60"
    assert figures(paint("customer-pyramid", lost=1, new=61))["revenue"] == "€ 4.00 million"
    assert "still € 2,000 short" in reading("customer-pyramid", lost=1, new=61)
    assert "€ 1,000 more than was lost" in reading("customer-pyramid", lost=1, new=62)


# --- Who climbed, who fell --------------------------------------------------------------------


def test_migration_starts_on_two_pyramids_of_one_shape():
    view = explorers.first_view("customer-migration")
    assert figures(view) == {"change": "the same", "kept": "85.0 %", "revenue": "95.5 %", "moved": "130"}
    ends = view["chart"]["datasets"]["ends"]
    for end in ends[:-1]:
        assert re.search(r"\d+", end["before"]).group() == re.search(r"\d+", end["after"]).group()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Both pyramids show 4, 16, 60 and 320, and yet 130 customers moved"),
        ({"climbed": 0, "fell": 0, "left": 0, "joined": 0}, "Nobody climbed, fell, came or went"),
        ({"largest": "falls"}, "85.0 % of the customers are kept, and its fall alone takes € 164,000"),
        ({"largest": "leaves"}, "one of 61 that left, and takes € 185,000 of the € 365,000"),
        ({"largest": "leaves", "left": 0}, "Nobody left but the largest customer: 99.8 % of the customers are kept"),
        ({"fell": 8, "joined": 80}, "There are 20 customers more than last year, so Daan is cheerful"),
        ({"fell": 0, "joined": 0}, "There are 60 customers fewer than last year, yet euros grow"),
        ({"fell": 6}, "Revenue falls by € 44,000"),
    ],
)
def test_migration_concludes(values, says):
    assert says in reading("customer-migration", **values)


def test_of_two_lines_that_cross_one_climbs_and_one_falls_and_their_labels_stand_apart():
    chart = explorers.first_view("customer-migration")["chart"]["datasets"]
    labels = {row["label"]: row for row in chart["labels"]}
    assert set(labels) == {"5 climb", "5 fall", "60 join", "60 leave"}
    assert labels["5 climb"]["share"] - labels["5 fall"]["share"] > 0.2
    assert labels["5 climb"]["colour"] != labels["5 fall"]["colour"]


def test_what_nobody_does_has_no_line():
    assert paint("customer-migration", left=0)["chart"]["datasets"]["labels"][-1]["label"] == "60 join"
    assert len(paint("customer-migration", climbed=0, fell=0)["chart"]["datasets"]["labels"]) == 2


def test_migration_prediction():
    shown = figures(paint("customer-migration", largest="falls"))
    assert shown["kept"] == figures(explorers.first_view("customer-migration"))["kept"]
    assert shown["change"] == "−€ 164,000"
    assert pytest.approx(0.04, abs=0.002) == 164_000 / 4_000_000
    assert right("customer-migration").startswith("The share kept stays the same, revenue falls")


def test_five_more_climbs_and_five_falls_less_weigh_the_same_as_the_explorer_suggests():
    for values in ({"climbed": 10}, {"fell": 0}):
        assert figures(paint("customer-migration", joined=0, **values))["change"] == "+€ 40,000"
    assert figures(paint("customer-migration", joined=0, climbed=9))["change"] == "−€ 4,000"


# --- Pareto -----------------------------------------------------------------------------------


def test_pareto_starts_on_the_case_and_agrees_with_the_pyramid():
    view = explorers.first_view("pareto")
    assert figures(view) == {"a": "101", "top": "76 %", "largest": "€ 235,992", "revenue": "€ 4.00 million"}
    layers = [amount for layer, n in _layers.COUNTS.items() for amount in [_layers.AMOUNTS[layer]] * n]
    assert portfolio.pareto_share(layers) == pytest.approx(0.76)
    four = sum(pareto._revenues(6.5)[:4])
    assert four == pytest.approx(4 * _layers.AMOUNTS["top"], rel=0.03)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "80 % of the revenue rests on 101 of 400 customers"),
        ({"unequal": 0}, "All buy the same, so the largest 20 % bring 20 %"),
        ({"unequal": 2}, "Buyers are nearly alike here"),
        ({"gone": 1}, "The largest one takes € 0.24 million along. Of what is left 80 % rests on 108 of 399"),
        ({"gone": 3}, "The largest 3 take"),
        ({"a": 70}, "70 % of the revenue rests on"),
        ({"b": 91}, "bring 9 % together"),
    ],
)
def test_pareto_concludes(values, says):
    assert says in reading("pareto", **values)


def test_the_largest_fifth_brings_exactly_80_where_the_explorer_can_show_it():
    assert figures(paint("pareto", unequal=7))["top"] == "80 %"


def test_the_classes_lie_side_by_side_over_all_customers():
    for values in corners(explorers.find("pareto")):
        bands = paint("pareto", **values)["chart"]["datasets"]["bands"]
        assert bands[0]["start"] == 0
        assert bands[2]["end"] == pytest.approx(1)
        assert [band["end"] for band in bands[:2]] == [band["start"] for band in bands[1:]]


def test_pareto_prediction():
    assert right("pareto") == "About 35 %"
    assert figures(paint("pareto", unequal=2))["top"] == "34 %"


# --- RFM --------------------------------------------------------------------------------------


def test_rfm_starts_on_the_case():
    view = explorers.first_view("rfm")
    assert figures(view) == {"group": "must not lose", "code": "1 · 3 · 5", "size": "2 of 25", "silent": "3.4 ×"}


def lit(view):
    return [said(f"{cell['one']} {cell['two']}").strip() for cell in view["chart"]["datasets"]["cells"]
            if cell["strength"] == 1]  # fmt: skip


def test_the_field_and_the_steps_that_are_lit_are_the_customers_own():
    for values in corners(explorers.find("rfm")):
        view = paint("rfm", **values)
        assert lit(view) == [figures(view)["group"]]
        steps = view["chart"]["datasets"]["steps"]
        scores = [i % 5 + 1 for i, step in enumerate(steps) if step["strength"] == 1]
        assert " · ".join(map(str, scores)) == figures(view)["code"]


def test_the_grid_runs_from_long_ago_to_recently_and_from_much_to_little():
    cells = explorers.first_view("rfm")["chart"]["datasets"]["cells"]
    names = [said(f"{cell['one']} {cell['two']}").strip() for cell in cells]
    assert names[:3] == ["must not lose", "loyal customers", "champions"]
    assert names[6:] == ["dormant", "occasional buyers", "newcomers"]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Among cafés Meerzicht scores 135: must not lose. It has been silent for 3.4 times its own rhythm"),
        ({"book": "both"}, "loyal customers. Yet it has been silent for 3.4 times its own rhythm"),
        ({"book": "both"}, "Among cafés it would be: must not lose"),
        ({"book": "offices"}, "champions. Yet it has been silent"),
        ({"days": 7}, "champions. Look after them"),
        ({"days": 80, "orders": 4}, "slipping away. Still it keeps to its own rhythm"),
        ({"days": 80, "orders": 4, "book": "offices"}, "regulars. Keep up a fixed rhythm"),
        ({"days": 0, "orders": 1, "euros": 500}, "newcomers"),
    ],
)
def test_rfm_concludes(values, says):
    assert says in reading("rfm", **values)


def test_one_order_has_no_rhythm():
    assert figures(paint("rfm", orders=1))["silent"] == "–"


def test_offices_order_more_rarely_than_cafes_as_the_prediction_says():
    cafes, offices = (sorted(one[1] for one in rfm.BOOKS[name]) for name in ("cafes", "offices"))
    assert offices[len(offices) // 2] <= 6 < 18 < cafes[len(cafes) // 2]


def test_rfm_prediction():
    assert right("rfm") == "Among the loyal customers"
    assert figures(paint("rfm", book="both"))["group"] == "loyal customers"


# --- Value and strength -----------------------------------------------------------------------


def test_relationship_starts_on_the_case():
    view = explorers.first_view("relationship-strategy")
    assert figures(view) == {"strategy": "strengthen", "value": "7.0", "strength": "3.5", "moved": "0 of 7"}
    book = portfolio.relationship_portfolio(relationship_strategy.VALUES, relationship_strategy.STRENGTHS)
    assert {name: group.customers for name, group in book.strategies.items()} == {
        "cherish": 4, "strengthen": 1, "maintain": 1, "phase out": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Van Dam: strengthen. Give it the hours that others do not need"),
        ({"wallet": 60}, "Van Dam: cherish, but only just; half a point, and it is strengthen"),
        ({"trust": 9}, "Van Dam: cherish. Give it time on several levels"),
        ({"wallet": 100, "trust": 2}, "bound, not loyal"),
        ({"margin": 0, "potential": 2}, "phase out. Give it the web shop and no visits"),
        ({"margin": 0, "potential": 2, "wallet": 90, "trust": 8}, "maintain. Give it a friendly call"),
        ({"line": 6}, "With the line at 6.0 Waterland, Meerzicht and the shipyard get another strategy as well"),
    ],
)
def test_relationship_concludes(values, says):
    assert says in reading("relationship-strategy", **values)


def test_the_field_that_is_lit_holds_the_dot():
    for values in corners(explorers.find("relationship-strategy")):
        view = paint("relationship-strategy", **values)
        chart = view["chart"]["datasets"]
        names = [name["label"] for name in chart["names"]]
        lit_fields = [i for i, ground in enumerate(chart["grounds"]) if "accent" in ground["colour"]]
        assert [names[i] for i in lit_fields] == [figures(view)["strategy"]]
        field, dot = chart["grounds"][lit_fields[0]], chart["own"][0]
        assert field["start"] - 1e-9 <= dot["at"] <= field["end"] + 1e-9
        assert field["top"] - 1e-6 <= dot["y"] <= field["bottom"] + 1e-6


def test_who_moved_has_another_shape_and_not_only_another_colour():
    dots = paint("relationship-strategy", line=6)["chart"]["datasets"]["others"]
    assert sum(dot["shape"] == "diamond" for dot in dots) == 3


def test_relationship_prediction():
    assert right("relationship-strategy") == "Three"
    assert figures(paint("relationship-strategy", line=6))["moved"] == "3 of 7"


# --- Customer lifetime value ------------------------------------------------------------------


def test_lifetime_starts_on_the_case():
    view = explorers.first_view("lifetime-value")
    assert figures(view) == {"value": "€ 2,433", "point": "€ 115", "life": "5.0 years", "back": "in year 1"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "For a hundred of them that point may cost you up to € 11,494 today"),
        ({"retention": 90}, "one point more is worth € 263 per customer: the curve is steep here"),
        ({"retention": 40}, "little, as who is kept this year is soon gone"),
        ({"horizon": "3"}, "Looking 3 years ahead you see € 2,051 and miss € 1,282 that comes later"),
        ({"horizon": "3"}, "seems worth only € 20"),
        ({"cost": 3300}, "A new one is earned back only in year 15"),
        ({"cost": 4000}, "each new customer loses € 667. It pays from a retention of 85 % on"),
        ({"cost": 5000, "margin": 100}, "No retention mends that"),
    ],
)
def test_lifetime_concludes(values, says):
    assert says in reading("lifetime-value", **values)


def test_the_retention_that_is_said_to_pay_does_and_one_point_less_does_not():
    assert figures(paint("lifetime-value", cost=4000, retention=85))["value"] == "€ 0"
    assert figures(paint("lifetime-value", cost=4000, retention=84))["value"].startswith("−")
    assert figures(paint("lifetime-value", cost=4000, retention=84))["back"] == "never"


def test_the_dot_stands_on_the_curve_within_the_picture():
    for values in corners(explorers.find("lifetime-value")):
        chart = paint("lifetime-value", **values)["chart"]["datasets"]
        (dot,) = chart["here"]
        near = [part for part in chart["curve"] if part["start"] - 1e-9 <= dot["x"] <= part["end"] + 1e-9]
        assert any(min(part["y"], part["y2"]) - 0.5 <= dot["y"] <= max(part["y"], part["y2"]) + 0.5 for part in near)


def test_lifetime_prediction():
    before, after = (portfolio.lifetime_value(1000, rate, 0.1).worth_of_point for rate in (0.8, 0.9))
    assert (round(before), round(after)) == (115, 263)
    assert right("lifetime-value") == "More than twice as much"
    assert after > 2 * before


def test_five_points_of_retention_help_more_than_a_tenth_more_margin_as_the_explorer_lets_one_find():
    assert figures(paint("lifetime-value", cost=3300))["value"] == "€ 33"
    assert figures(paint("lifetime-value", cost=3300, margin=1100))["value"] == "€ 367"
    assert figures(paint("lifetime-value", cost=3300, retention=85))["value"] == "€ 700"
