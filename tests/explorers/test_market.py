"""Chapter 2's explorers: sound at every corner, right in what they conclude, right in what they predict."""

from itertools import pairwise

import pytest
import vl_convert

from salesedu import explorers, load, market
from salesedu.explorers.market import forecast
from tests.explorers.play import corners, figures, paint, reading

CHAPTER = [one for one in explorers.all_explorers() if one.chapter == "market"]
by_id = pytest.mark.parametrize("explorer", CHAPTER, ids=[one.id for one in CHAPTER])
ALL_GROUPS, ALL_NEEDS = "offices, hotels, care homes", "good coffee, no worries, a place to meet"


def predicted(id):
    """The choice that the prediction calls right, and the figures that its values lead to."""
    prediction = explorers.find(id).prediction
    return prediction.choices[prediction.right], figures(paint(id, **prediction.values))


# --- Every explorer ---------------------------------------------------------------------------


def test_the_second_chapter_has_six():
    assert {one.id for one in CHAPTER} == {
        "market-definition",
        "positioning-map",
        "forecast",
        "target-gap",
        "pay-plan",
        "scorecard",
    }


@by_id
def test_nothing_is_drawn_above_or_below_the_chart(explorer):
    for values in corners(explorer):
        chart = paint(explorer.id, **values)["chart"]
        for rows in chart["datasets"].values():
            for row in rows:
                assert all(0 <= row[name] <= chart["height"] for name in ("y", "y2", "top", "bottom") if name in row)


@by_id
def test_the_chart_can_be_drawn_on_a_page(explorer):
    for values in ({}, explorer.prediction.values):
        picture = vl_convert.vegalite_to_svg({**paint(explorer.id, **values)["chart"], "width": 640})
        assert "var(--se-accent)" in picture or "var(--se-good)" in picture


# --- Business definition ----------------------------------------------------------------------


def test_definition_starts_on_the_case():
    assert figures(explorers.first_view("market-definition")) == {
        "served": "4", "added": "0", "farthest": "none", "near": "12",
    }  # fmt: skip
    assert "12 open ones differ from them in one thing only" in reading("market-definition")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"reach": "2"}, "21 open ones differ from them in one or two things"),
        ({"groups": "offices"}, "two of its four combinations are given up"),
        ({"groups": "hotels", "needs": "good coffee"}, "three of its four combinations are given up"),
        ({"needs": ALL_NEEDS}, "Two combinations are new, in one thing only"),
        ({"groups": "offices, care homes"}, "In return two of today's four are given up"),
        ({"needs": ALL_NEEDS, "technologies": "machines, baristas", "reach": "2"}, "new, two of them in two things"),
        (
            {"groups": ALL_GROUPS, "needs": ALL_NEEDS, "technologies": "machines, baristas", "reach": "3"},
            "another firm",
        ),
    ],
)
def test_definition_concludes(values, says):
    assert says in reading("market-definition", **values)


def test_a_cell_says_how_many_things_are_new():
    cells = paint("market-definition", groups=ALL_GROUPS, reach="3")["chart"]["datasets"]["cells"]
    assert len(cells) == 27
    assert [cell["text"] for cell in cells].count("today") == 4
    assert cells[-1]["text"] == "3 new"


def test_cells_out_of_reach_look_farther_than_open_ones():
    one, two = (paint("market-definition", reach=reach)["chart"]["datasets"]["cells"] for reach in "12")
    assert [cell["stroke"] for cell in one] != [cell["stroke"] for cell in two]


def test_definition_prediction():
    said, shown = predicted("market-definition")
    assert said == shown["served"] == str(3 * 3 * 2)


# --- Positioning map --------------------------------------------------------------------------


def test_map_starts_on_the_case_with_the_wishes_hidden():
    view = explorers.first_view("positioning-map")
    assert figures(view) == {"nearest": "3.4", "groups": "hidden", "open": "2.6", "takers": "hidden"}
    assert "dear, with few drinks" in view["reading"]
    assert view["chart"]["datasets"]["wishes"] == []


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"wishes": True}, "comes closest to what hotels want"),
        ({"wishes": True}, "it is a desert, not a gap"),
        ({"wishes": True, "price": 5.5, "drinks": 6}, "what offices, hotels and lunchrooms want"),
        ({"wishes": True, "price": 5.5, "drinks": 6, "danes": True}, "Hotels now find the newcomer nearer"),
        ({"price": 5, "drinks": 4}, "the very same spot: buyers can only compare prices"),
        ({"price": 5, "drinks": 4.5}, "so close that buyers take the two for one"),
        ({"wishes": True, "price": 5, "drinks": 4.5}, "The open ground would suit hotels"),
    ],
)
def test_map_concludes(values, says):
    assert says in reading("positioning-map", **values)


def test_three_groups_can_be_had_and_one_is_lost_to_the_newcomer_as_the_explorer_says():
    place = {"wishes": True, "price": 5.5, "drinks": 6}
    assert figures(paint("positioning-map", **place))["groups"] == "3 of 4"
    assert figures(paint("positioning-map", **place, danes=True))["groups"] == "2 of 4"


def test_map_prediction():
    said, shown = predicted("positioning-map")
    assert said == "For none"
    assert shown["groups"] == "0 of 4"
    assert figures(paint("positioning-map", wishes=True))["groups"] == "1 of 4"


# --- Forecast ---------------------------------------------------------------------------------


def test_the_sales_are_those_of_the_company():
    # When the company's tables change: copy the column here, and the smoothing from the test below.
    assert list(forecast.SALES) == [round(value / 1000) for value in load("monthly_sales")["revenue"]]


SMOOTHED = {
    "exponential smoothing": "exponential smoothing",
    "holt": "Holt",
    "holt-winters multiplicative": "Holt-Winters",
}


@pytest.mark.parametrize(("trend", "season", "year"), list(forecast.SMOOTHING))
def test_the_smoothing_is_what_a_search_on_the_known_months_finds(trend, season, year):
    values = forecast.sales(trend, season)[: forecast.KNOWN[year] + 12]
    searched = market.compare_forecasts(values, 12, 12, list(SMOOTHED))
    kept = forecast.race(trend, season, year)
    for result in searched.ranking:
        made, off = kept[SMOOTHED[result.method]]
        found = {name: round(value, 3) for name, value in result.forecast.parameters.items()}
        assert {name: round(value, 3) for name, value in made.parameters.items()} == found
        assert off.mae == pytest.approx(result.accuracy.mae, rel=0.02)


def test_every_method_sees_the_known_months_only():
    shown = paint("forecast", year="2025")["chart"]["datasets"]
    assert len(shown["known"]) == 36
    for made, _ in forecast.race(True, True, "2025").values():
        assert made.history == forecast.SALES[:36]


def test_without_growth_and_season_neither_is_left():
    found = market.history_pattern(forecast.sales(False, False))
    assert (found.has_trend, found.has_season) == (False, False)
    assert market.history_pattern(forecast.sales(True, True)).has_trend
    assert market.history_pattern(forecast.sales(False, True)).has_season


def test_forecast_starts_on_the_case():
    head, tail = forecast.SALES[:48], forecast.SALES[48:]
    off = market.accuracy(tail, market.seasonal_naive(head, 12, 12).forecast, head)
    shown = figures(explorers.first_view("forecast"))
    assert shown["off"] == f"€ {1000 * round(off.mae):,}"
    assert shown["bias"] == f"−€ {-1000 * round(off.bias):,}"
    assert shown["best"] == "trend and season"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Seasonal naive repeats the months of the year before and knows no growth"),
        ({"method": "naive"}, "knows no growth and no season"),
        ({"method": "linear trend"}, "It knows which months are high and which are low"),
        ({"method": "trend and season"}, "Nothing else came closer: it follows just what is in these sales"),
        ({"method": "Holt-Winters"}, "The most elaborate method is not the best one by right"),
        ({"method": "Holt", "trend": False}, "knows no season"),
        ({"method": "linear trend", "trend": False, "season": False}, "but there is no growth to follow"),
        ({"method": "moving average", "trend": False, "season": False}, "partly luck"),
        ({"method": "naive", "season": False}, "although it leaves out the growth"),
    ],
)
def test_forecast_concludes(values, says):
    assert says in reading("forecast", **values)


def test_exactly_one_method_wins_each_race():
    for values in corners(explorers.find("forecast")):
        rows = paint("forecast", **values)["chart"]["datasets"]
        wins = [row["name"] for row in rows["rows"] if row["name"].endswith("wins")]
        assert len(wins) == 1
        assert wins[0].lower().startswith(figures(paint("forecast", **values))["best"].lower())


def test_forecast_prediction():
    race = market.compare_forecasts(forecast.SALES, 12, 12)
    assert race.ranking[0].method == "trend and season"
    # Of the two Holt-Winters methods the explorer has the one whose season grows along.
    names = [result.method for result in race.ranking if result.method != "holt-winters additive"]
    assert names[1] == "holt-winters multiplicative"
    assert race.ranking[[one.method for one in race.ranking].index(names[1])].accuracy.bias > 0
    said, shown = predicted("forecast")
    assert said.startswith("Trend and season")
    assert shown["best"] == "trend and season"


# --- Target and plan --------------------------------------------------------------------------


def test_gap_starts_on_the_case():
    assert figures(explorers.first_view("target-gap")) == {
        "gap": "−€ 0.20 million",
        "short": "€ 0.53 million",
        "surplus": "€ 0.33 million",
        "where": "offices",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "The plan is € 0.20 million (1.5 %) short. That looks small"),
        ({}, "Start with offices (€ 0.42 million)"),
        ({"hospitality": 4.6}, "The company as a whole has no gap, and yet"),
        ({"corrected": True}, "sell 15 % more than he planned and Sanne 8 % less"),
        ({"corrected": True}, "the largest part at the public sector"),
        ({"target": 14.4, "shared": "market"}, "no team has anything over; the largest shortfall is at resellers"),
        ({"target": 12}, "still the team for offices lacks € 0.10 million"),
        ({"target": 12, "offices": 4.5}, "The teams all reach their targets"),
        ({"offices": 3.8, "hospitality": 3}, "the largest part at hospitality"),
    ],
)
def test_gap_concludes(values, says):
    assert says in reading("target-gap", **values)


def test_the_targets_shown_add_up_to_the_target():
    for shared in ("sales", "equally", "market"):
        for target in (12, 12.7, 13.3, 14.4):
            rows = paint("target-gap", target=target, shared=shared)["chart"]["datasets"]["posts"]
            assert sum(row["at"] for row in rows) == pytest.approx(target)


def test_sharing_and_correcting_move_the_gap_as_the_explorer_says():
    where = [
        figures(paint("target-gap", **values))["where"]
        for values in ({}, {"shared": "market"}, {"shared": "market", "corrected": True})
    ]
    assert where[0] == "offices"
    assert len({where[0], where[2]}) == 2


def test_gap_prediction():
    now = market.target_gap([3.52, 4.07, 3.85, 1.76], [3.1, 4.4, 3.8, 1.7])
    then = market.target_gap([3.52, 4.07, 3.85, 1.76], [3.1, 4.6, 3.8, 1.7])
    assert then.gap == pytest.approx(0)
    assert then.shortfall == pytest.approx(now.shortfall)
    said, shown = predicted("target-gap")
    assert said == "€ 0.53 million, as before"
    assert (shown["gap"], shown["short"]) == ("€ 0.00 million", "€ 0.53 million")


# --- Pay plan ---------------------------------------------------------------------------------


def test_pay_starts_on_the_case():
    plan = market.commission_plan(45_000, 15_000, 600_000, threshold=0.5, accelerator=2, cap=1.5)
    assert figures(explorers.first_view("pay-plan")) == {
        "pay": f"€ {market.earnings(plan, 660_000).total:,.0f}",
        "variable": "€ 18,000",
        "order": "€ 300",
        "forgone": "€ 0",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "each further € 1,000 of sales brings her € 50, twice as much as just below the target"),
        ({}, "The cap stops that at 125 %"),
        ({"cap": "none"}, "one lucky deal can cost a fortune"),
        ({"attainment": 125}, "the next order brings her nothing before New Year"),
        ({"attainment": 130}, "The cap has taken € 1,500 already"),
        ({"cap": "1"}, "the accelerator never works"),
        ({"accelerator": 1}, "above the target as below it"),
        ({"attainment": 80}, "€ 3,000 below on-target earnings; each further € 1,000 of sales brings her € 25"),
        ({"attainment": 80, "pays_from": "threshold", "threshold": 60}, "€ 62.50. Pay starts at nothing"),
        ({"attainment": 49}, "one order of € 6,000 is worth € 7,500 to her"),
        ({"attainment": 30}, "It takes € 120,000 more before anything comes on top, and then € 7,500 comes at once"),
        ({"attainment": 30, "pays_from": "threshold"}, "pay starts from nothing, without a jump"),
        ({"attainment": 0, "threshold": 0}, "So far she has the base alone"),
    ],
)
def test_pay_concludes(values, says):
    assert says in reading("pay-plan", **values)


def test_the_dot_stands_on_the_curve():
    for values in corners(explorers.find("pay-plan")):
        data = paint("pay-plan", **values)["chart"]["datasets"]
        (here,) = data["here"]
        curve = [(point["at"], point["y"]) for point in data["curve"]]
        spans = [pair for pair in pairwise(curve) if pair[0][0] <= here["at"] <= pair[1][0]]
        lines = [
            y1 + (y2 - y1) * (here["at"] - x1) / (x2 - x1) if x2 > x1 else (y1, y2)[here["y"] == y2]
            for (x1, y1), (x2, y2) in spans
        ]
        assert any(abs(y - here["y"]) < 0.05 for y in lines)


def test_another_plan_is_drawn_before_that_of_the_case():
    notes = paint("pay-plan", threshold=0)["chart"]["datasets"]["notes"]
    assert "the case" in [note["text"] for note in notes]
    assert "the case" not in [note["text"] for note in explorers.first_view("pay-plan")["chart"]["datasets"]["notes"]]


def test_pay_prediction():
    plan = market.commission_plan(45_000, 15_000, 600_000, threshold=0.5, accelerator=2, cap=1.5)
    jump = market.earnings(plan, 300_000).total - market.earnings(plan, 294_000).total
    said, shown = predicted("pay-plan")
    assert said == shown["order"] == f"€ {jump:,.0f}"


# --- Scorecard --------------------------------------------------------------------------------


def test_scorecard_starts_on_the_case():
    assert figures(explorers.first_view("scorecard")) == {
        "overall": "88 %",
        "capped": "86 %",
        "met": "1 of 4",
        "weakest": "67 %",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Good money, and customer, internal process and learning and growth are behind"),
        ({"revenue": 17}, "Financial pays for the rest"),
        ({"nps": 45, "quotes": 100, "training": 9}, "All four targets are met"),
        ({"revenue": 11}, "All four perspectives are behind"),
        ({"revenue": 11, "nps": 30, "quotes": 80}, "Money is behind, but customer and internal process are on target"),
        ({"nps": 28, "quotes": 75, "training": 5.5}, "Nothing is far behind"),
        ({"nps": 28, "quotes": 75, "training": 3}, "learning and growth is behind"),
        ({"revenue": 13, "nps": 20}, "Weakest is customer with 67 %"),
    ],
)
def test_scorecard_concludes(values, says):
    assert says in reading("scorecard", **values)


def test_a_bar_is_as_thick_as_it_weighs_and_says_how_it_stands():
    rows = paint("scorecard")["chart"]["datasets"]["rows"]
    thick = [row["bottom"] - row["top"] for row in rows]
    assert thick == sorted(thick, reverse=True)
    assert [row["amount"].split(" · ")[1] for row in rows] == ["met", "behind", "behind", "behind"]


def test_revenue_alone_can_bring_the_total_to_target_as_the_explorer_says():
    assert figures(paint("scorecard", revenue=16.9))["overall"] == "100 %"


def test_scorecard_prediction():
    def total(revenue, nps):
        measures = {
            "financial": {"revenue": (revenue, 13.2)},
            "customer": {"NPS": (nps, 30)},
            "internal process": {"quotes": (64, 80)},
            "learning and growth": {"training": (4, 6)},
        }
        return market.scorecard(measures, [50, 20, 20, 10]).overall

    rise = total(15.8, 10) - total(13.8, 20)
    assert 0 < rise < 0.02
    said, shown = predicted("scorecard")
    assert said == "It rises a little"
    assert shown["overall"] == f"{total(15.8, 10):.0%}".replace("%", " %")
