"""Chapter 2's plan: targets, pay, scorecard, potential, opinions, segments, map, growth, offers."""

import math
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import market as m

EUROS = st.floats(0, 1e9)
SHARES = st.floats(0, 1)
NAMES = st.sampled_from(["Anna", "Bram", "Chris", "Daan", "Els"])


def trees(leaves):
    below = st.recursive(leaves, lambda part: st.dictionaries(NAMES, part, min_size=1, max_size=3), max_leaves=6)
    return st.dictionaries(NAMES, below, min_size=1, max_size=4)


TREES = trees(EUROS)


# --- Targets ----------------------------------------------------------------------------------


def test_a_team_weighs_as_much_as_its_members_unless_it_has_its_own_weight():
    members = {"Anna": 3, "Bram": 2}
    plain = m.cascade_target(1_000, {"North": members, "South": 5})
    assert plain.amounts == {"North": 500, "North / Anna": 300, "North / Bram": 200, "South": 500}
    weighted = m.cascade_target(1_000, {"North": (4, members), "South": 1})
    assert weighted.amounts == {"North": 800, "North / Anna": 480, "North / Bram": 320, "South": 200}


def test_every_line_knows_its_tier_and_its_shares():
    lines = m.cascade_target(1_000, {"North": {"Anna": 3, "Bram": 2}, "South": 5}).lines
    assert [(line.path, line.level, line.tier) for line in lines] == [
        ("", 0, "strategic"), ("North", 1, "tactical"), ("North / Anna", 2, "operational"),
        ("North / Bram", 2, "operational"), ("South", 1, "operational"),
    ]
    assert (lines[2].share, lines[2].share_of_total) == (pytest.approx(0.6), pytest.approx(0.3))


def test_whole_steps_go_to_the_largest_remainders_and_still_add_up():
    plan = m.cascade_target(100_000, {"a": 1, "b": 1.1, "c": 1}, step=1_000)
    assert plan.amounts == {"a": 32_000, "b": 36_000, "c": 32_000}
    assert m.cascade_target(10, [1, 1, 1, 1], step=5).amounts == {
        "part 1": 5, "part 2": 5, "part 3": 0, "part 4": 0,
    }


@given(st.floats(0, 1e12), trees(st.floats(0.001, 1e6)))
def test_a_cascade_adds_up_to_its_target_and_rolls_up_to_it(target, weights):
    plan = m.cascade_target(target, weights)
    assert m.roll_up(plan.tree).total == pytest.approx(target)
    assert math.fsum(line.amount for line in plan.lines if line.tier == "operational") == pytest.approx(target)
    assert m.target_gap(plan, m.roll_up(plan.tree)).verdict == "on target"


@given(st.integers(0, 10_000), st.sampled_from([0.5, 1, 250, 1_000]), st.lists(EUROS, min_size=1, max_size=8))
def test_steps_are_whole_and_nearly_the_exact_share(steps, step, weights):
    assume(sum(weights) > 1e-6)
    plan = m.cascade_target(steps * step, weights, step=step)
    exact = m.cascade_target(steps * step, weights)
    assert sum(plan.amounts.values()) == steps * step
    for part, amount in plan.amounts.items():
        assert amount % step == 0
        assert abs(amount - exact.amounts[part]) < step * (1 + 1e-6)


def test_accounts_roll_up_to_representatives_teams_and_company():
    plan = m.roll_up({"North": {"Anna": {"Hotel Zee": 40, "Gemeente Duin": 25}, "Bram": 10}, "South": [3, 4]})
    assert plan.total == 82
    assert plan.amounts["North / Anna"] == 65
    assert plan.amounts["North"] == 75
    assert plan.amounts["South / part 2"] == 4


def test_a_grouped_series_is_a_tree():
    table = pd.DataFrame(
        {"team": ["North", "North", "South"], "name": ["Anna", "Bram", "Chris"], "amount": [3, 2, 5]}
    )
    sums = table.groupby(["team", "name"])["amount"].sum()
    assert m.roll_up(sums).amounts["North"] == 5
    assert m.cascade_target(1_000, sums).amounts["South / Chris"] == 500
    assert m.roll_up(table.groupby("team")["amount"].sum()).amounts == {"North": 5, "South": 5}


@given(TREES)
def test_a_roll_up_is_the_sum_of_its_leaves_at_every_level(tree):
    plan = m.roll_up(tree)
    assert plan.total == pytest.approx(math.fsum(_leaves(tree)))
    for name, part in tree.items():
        assert plan.amounts[name] == pytest.approx(math.fsum(_leaves({"": part})))


def _leaves(tree):
    for part in tree.values():
        if isinstance(part, dict):
            yield from _leaves(part)
        else:
            yield part


def test_a_small_gap_can_hide_a_large_shortfall():
    gap = m.target_gap(
        {"North": {"Anna": 300, "Bram": 200}, "South": {"Chris": 500}},
        {"North": {"Anna": 380, "Bram": 190}, "South": {"Chris": {"Hotel Zee": 250, "Bistro": 170}}},
    )
    assert (gap.top_down, gap.bottom_up, gap.gap, gap.verdict) == (1_000, 990, -10, "short")
    assert gap.gap_rate == pytest.approx(-0.01)
    assert (gap.shortfall, gap.surplus, gap.where) == (90, 80, "South / Chris")
    assert gap.gaps == {
        "North": 70, "North / Anna": 80, "North / Bram": -10, "South": -80, "South / Chris": -80,
    }


def test_two_plain_numbers_have_a_gap_too():
    gap = m.target_gap(1_000, 1_200)
    assert (gap.gap, gap.verdict, gap.where, gap.gaps) == (200, "above target", None, {})
    assert m.target_gap(0, 10).gap_rate is None
    assert m.target_gap(1_000, {"North": 600, "South": 300}).gap == -100


@given(TREES, st.floats(0, 3))
def test_gap_is_surplus_minus_shortfall(tree, factor):
    above, below = m.roll_up(tree), m.roll_up(_scaled(tree, factor))
    gap = m.target_gap(above, below)
    assert gap.surplus - gap.shortfall == pytest.approx(gap.gap, abs=1e-6 * max(1, above.total))
    if factor >= 1:
        assert gap.where is None
    elif factor < 0.999 and above.total > 1:
        assert gap.gaps[gap.where] == min(gap.gaps[path] for path in gap.gaps if _is_leaf(path, gap.gaps))
        assert gap.verdict == "short"


def _is_leaf(path, paths):
    return not any(other.startswith(path + " / ") for other in paths)


def _scaled(tree, factor):
    return {
        name: _scaled(part, factor) if isinstance(part, dict) else part * factor
        for name, part in tree.items()
    }


# --- Pay --------------------------------------------------------------------------------------

PLAN = {"base": 45_000, "variable": 15_000, "target": 600_000, "threshold": 0.5, "accelerator": 2, "cap": 2}


@pytest.mark.parametrize(
    ("sales", "total", "zone", "next_euro"),
    [
        (0, 45_000, "below threshold", 0),
        (299_999, 45_000, "below threshold", 0),
        (300_000, 52_500, "up to target", 0.025),
        (480_000, 57_000, "up to target", 0.025),
        (600_000, 60_000, "above target", 0.05),
        (750_000, 67_500, "above target", 0.05),
        (900_000, 75_000, "capped", 0),
        (2_000_000, 75_000, "capped", 0),
    ],
)
def test_pay_from_the_first_euro(sales, total, zone, next_euro):
    pay = m.earnings(PLAN, sales)
    assert (pay.total, pay.zone) == (pytest.approx(total), zone)
    assert pay.next_euro == pytest.approx(next_euro)
    assert pay == m.earnings(m.commission_plan(**PLAN), sales)


def test_pay_from_the_threshold_is_continuous_there_and_twice_as_steep():
    plan = m.commission_plan(**PLAN, pays_from="threshold")
    assert plan.rate == pytest.approx(0.05)
    assert [m.earnings(plan, sales).total for sales in (300_000, 450_000, 600_000)] == [45_000, 52_500, 60_000]
    assert m.earnings(plan, 660_000).variable == pytest.approx(15_000 + 60_000 * 0.1)


def test_a_plan_tells_its_corners():
    plan = m.commission_plan(**PLAN)
    assert (plan.on_target_earnings, plan.variable_share) == (60_000, 0.25)
    assert (plan.threshold_sales, plan.cap_sales, plan.highest_earnings) == (300_000, 900_000, 75_000)
    uncapped = m.commission_plan(45_000, 15_000, 600_000)
    assert (uncapped.cap_sales, uncapped.highest_earnings) == (None, None)
    assert m.commission_plan(0, 0, 600_000).variable_share is None


def test_what_the_cap_takes_away_is_told():
    pay = m.earnings(PLAN, 1_000_000)
    assert (pay.variable, pay.forgone, pay.accelerated) == (30_000, pytest.approx(5_000), pytest.approx(15_000))


def test_the_pay_curve_has_two_points_at_the_jump():
    points = [(point.attainment, point.total) for point in m.pay_curve(PLAN, up_to=2)]
    assert points == [
        (0, 45_000), (0.5, 45_000), (0.5, 52_500), (1, 60_000), (1.5, 75_000), (2, 75_000),
    ]


PLANS = st.builds(
    m.commission_plan, EUROS, EUROS, st.floats(1, 1e9), st.floats(0, 0.99), st.floats(0, 10),
    st.none() | st.floats(1, 100), st.sampled_from(["first euro", "threshold"]),
)


@given(PLANS, st.floats(0, 3), st.floats(0, 3))
def test_pay_never_falls_when_sales_rise(plan, one, other):
    low, high = sorted((one, other))
    less, more = m.earnings(plan, low * plan.target), m.earnings(plan, high * plan.target)
    assert more.total >= less.total - 1e-9 * max(1, less.total)
    assert less.total >= plan.base
    if plan.cap is not None:
        assert more.variable <= plan.cap * plan.variable


@given(PLANS, st.floats(0.01, 10))
def test_on_target_pays_on_target_earnings_and_the_curve_is_continuous_but_for_the_jump(plan, up_to):
    assert m.earnings(plan, plan.target).total == pytest.approx(plan.on_target_earnings)
    tiny = 1e-6
    places = [1, *([plan.threshold] if plan.pays_from == "threshold" else [])]
    if plan.cap_sales is not None and plan.cap_sales < 1e12:
        places.append(plan.cap_sales / plan.target)
    for place in places:
        before = m.earnings(plan, max(0, place - tiny) * plan.target).total
        after = m.earnings(plan, (place + tiny) * plan.target).total
        assert after - before <= 1e-2 * plan.variable + 1e-6
    points = m.pay_curve(plan, up_to)
    for left, right in pairwise(points):
        assert left.attainment <= right.attainment
        if left.attainment < right.attainment:
            middle = m.earnings(plan, (left.sales + right.sales) / 2).total
            assert middle == pytest.approx((left.total + right.total) / 2, rel=1e-6, abs=1e-3 + 1e-8 * plan.variable)


# --- Scorecard --------------------------------------------------------------------------------


def test_attainment_is_weighted_inside_and_between_perspectives():
    card = m.scorecard(
        {
            "customer": {
                "NPS": {"actual": 24, "target": 30, "weight": 3, "success_factor": "be recommended"},
                "days to answer": {"actual": 5, "target": 4, "higher_is_better": False},
            },
            "financial": {"revenue": (950, 1_000)},
        },
        weights={"financial": 2, "customer": 1},
    )
    # customer: 3/4 × 0.80 + 1/4 × 0.75 = 0.7875; overall: 2/3 × 0.95 + 1/3 × 0.7875
    assert card.perspectives == {"financial": 0.95, "customer": pytest.approx(0.7875)}
    assert card.overall == pytest.approx(2 / 3 * 0.95 + 0.7875 / 3)
    assert card.missing == ("internal process", "learning and growth")
    assert (card.weakest, card.behind) == ("customer", ("NPS", "days to answer"))
    assert [line.status for line in card.lines] == ["close", "behind", "behind"]
    assert card.lines[1].success_factor == "be recommended"
    assert card.lines[1].weight == pytest.approx(0.25)


def test_a_ceiling_stops_one_kpi_from_hiding_another():
    measures = {"financial": {"revenue": (300, 100)}, "customer": {"NPS": (0, 30)}}
    assert m.scorecard(measures).overall == 1.5
    assert m.scorecard(measures, ceiling=1).overall == 0.5


def test_attainment_never_falls_below_zero():
    late = {"customer": {"days": {"actual": 40, "target": 4, "higher_is_better": False}}}
    assert m.scorecard(late).overall == 0


@given(
    st.dictionaries(
        st.sampled_from(m.PERSPECTIVES),
        st.dictionaries(NAMES, st.tuples(st.floats(-1e6, 1e6), st.floats(0.01, 1e6)), min_size=1),
        min_size=1,
    )
)
def test_the_overall_attainment_lies_between_the_perspectives(measures):
    card = m.scorecard(measures, ceiling=2)
    assert sum(line.weight for line in card.lines) == pytest.approx(1)
    assert sum(card.weights.values()) == pytest.approx(1)
    low, high = min(card.perspectives.values()), max(card.perspectives.values())
    assert low - 1e-9 <= card.overall <= high + 1e-9
    assert card.overall == pytest.approx(sum(line.attainment * line.weight for line in card.lines))


# --- Market potential -------------------------------------------------------------------------


def test_the_chain_narrows_link_by_link():
    found = m.market_potential(40_000, {"over 20 staff": 0.3, "fresh": 0.5}, 120, 15, own_share=0.05)
    assert [(link.name, link.left) for link in found.links] == [("over 20 staff", 12_000), ("fresh", 6_000)]
    assert (found.buyers, found.units, found.value, found.sales) == (6_000, 720_000, 10_800_000, 540_000)
    assert found.share_of_start == pytest.approx(0.15)
    assert m.market_potential(10, [0.5]).links[0].name == "link 1"
    assert m.market_potential(10, [0.5]).sales is None


@given(EUROS, st.lists(SHARES, min_size=1, max_size=8), EUROS, EUROS)
def test_no_link_ever_widens_the_market_and_their_order_does_not_matter(start, ratios, units, price):
    found = m.market_potential(start, ratios, units, price)
    left = [start, *(link.left for link in found.links)]
    assert all(after <= before for before, after in pairwise(left))
    turned = m.market_potential(start, ratios[::-1], units, price)
    assert turned.value == pytest.approx(found.value)


# --- Opinions ---------------------------------------------------------------------------------


def test_each_estimate_is_corrected_by_the_representatives_own_record():
    team = m.sales_force_composite(
        {"Anna": 200, "Bram": 100, "Chris": 50},
        {"Anna": [(100, 80), (150, 120)], "Bram": [(100, 110), (100, 120)]},
    )
    assert team.factors == {"Anna": 0.8, "Bram": 1.15, "Chris": 1}
    assert team.corrected == {"Anna": 160, "Bram": pytest.approx(115), "Chris": 50}
    assert [line.habit for line in team.lines] == ["over-forecasts", "under-forecasts", "no history"]
    assert (team.raw, team.total, team.correction) == (350, pytest.approx(325), pytest.approx(-25))
    assert team.most_biased == "Anna"
    assert m.sales_force_composite({"Anna": 10}).most_biased is None
    assert m.sales_force_composite({"Anna": 10}, {"Anna": [(100, 95)]}).lines[0].habit == "calibrated"


@given(st.dictionaries(NAMES, EUROS, min_size=1), st.floats(0.1, 3))
def test_a_constant_exaggeration_is_taken_out_exactly(truth, exaggeration):
    estimates = {name: value * exaggeration for name, value in truth.items()}
    past = {name: [(100 * exaggeration, 100), (50 * exaggeration, 50)] for name in truth}
    assert m.sales_force_composite(estimates, past).total == pytest.approx(math.fsum(truth.values()))


def test_a_jury_is_a_weighted_mean():
    jury = m.jury_estimate({"director": 900, "sales": 1_200, "finance": 800}, {"director": 1, "sales": 2, "finance": 1})
    assert (jury.estimate, jury.median, jury.low, jury.high, jury.spread) == (1_025, 900, 800, 1_200, 400)


@given(st.lists(EUROS, min_size=1, max_size=12))
def test_a_jury_stays_between_its_lowest_and_highest_opinion(opinions):
    jury = m.jury_estimate(opinions)
    assert jury.low - 1e-6 <= jury.estimate <= jury.high * (1 + 1e-9) + 1e-6
    assert jury.low <= jury.median <= jury.high


def test_delphi_narrows_until_experts_agree():
    study = m.delphi([[80, 100, 120, 160], [95, 100, 110, 115]])
    assert study.estimate == 105
    first, last = study.rounds
    assert (first.lower_quartile, first.upper_quartile, first.spread) == (95, 130, 35)
    assert last.spread == 12.5
    assert study.narrowing == pytest.approx(1 - 12.5 / 35)
    assert study.converged
    assert not m.delphi([[80, 100, 120, 160]]).converged
    assert m.delphi([[100, 100]]).narrowing is None


@given(st.lists(st.lists(EUROS, min_size=1, max_size=9), min_size=1, max_size=5))
def test_delphi_quartiles_are_those_of_pandas(rounds):
    for given_, found in zip(rounds, m.delphi(rounds).rounds, strict=True):
        expected = pd.Series(given_).quantile([0.25, 0.5, 0.75]).tolist()
        assert [found.lower_quartile, found.median, found.upper_quartile] == pytest.approx(expected)


def test_intentions_are_counted_by_the_chance_that_they_come_true():
    survey = m.buyer_intentions(
        {"surely": 20, "perhaps": 60, "no": 120}, {"surely": 0.7, "perhaps": 0.2, "no": 0}, 1_000, 50
    )
    assert (survey.respondents, survey.share, survey.top_answer) == (200, pytest.approx(0.13), 0.1)
    assert (survey.buyers, survey.sales) == (pytest.approx(130), pytest.approx(6_500))


@given(st.dictionaries(NAMES, st.tuples(st.integers(0, 500), SHARES), min_size=1), EUROS)
def test_no_more_buyers_than_there_is_market(answers, size):
    assume(sum(n for n, _ in answers.values()))
    survey = m.buyer_intentions(
        {name: n for name, (n, _) in answers.items()}, {name: p for name, (_, p) in answers.items()}, size
    )
    assert 0 <= survey.buyers <= size


# --- Segments, map, growth, offers ------------------------------------------------------------

SEGMENTS = {"offices": {"size": 8, "growth": 4}, "hotels": {"size": 5, "growth": 9}}


def test_segments_are_ranked_by_weighted_score():
    found = m.segment_attractiveness(SEGMENTS, {"size": 3, "growth": 1})
    assert found.scores == {"offices": 7, "hotels": 6}
    assert (found.best, found.lead, found.decisive) == ("offices", 1, "size")
    assert found.ranking[1].strongest == "growth"
    assert m.segment_attractiveness(SEGMENTS, {"size": 1, "growth": 3}).best == "hotels"


def test_equal_segments_share_a_rank_and_none_is_best():
    found = m.segment_attractiveness({"a": {"x": 5}, "b": {"x": 5}, "c": {"x": 4}})
    assert [line.rank for line in found.ranking] == [1, 1, 3]
    assert (found.best, found.decisive) == (None, None)


def test_a_table_of_scores_is_read_by_column():
    assert m.segment_attractiveness(pd.DataFrame(SEGMENTS)) == m.segment_attractiveness(SEGMENTS)


TABLES = st.dictionaries(
    NAMES, st.fixed_dictionaries({"x": st.floats(0, 10), "y": st.floats(0, 10), "z": st.floats(0, 10)}), min_size=2
)


@given(TABLES, st.lists(st.floats(0.01, 100), min_size=3, max_size=3), st.floats(0.1, 50))
def test_scores_add_up_and_the_size_of_the_weights_does_not_matter(table, weights, factor):
    found = m.segment_attractiveness(table, weights)
    for line in found.ranking:
        assert sum(line.contributions.values()) == pytest.approx(line.score)
        assert min(table[line.name].values()) - 1e-9 <= line.score <= max(table[line.name].values()) + 1e-9
    scores = [line.score for line in found.ranking]
    assert scores == sorted(scores, reverse=True)
    larger = m.segment_attractiveness(table, [weight * factor for weight in weights])
    assert larger.scores == pytest.approx(found.scores)


def test_a_map_shows_neighbours_crowds_and_open_ground():
    found = m.positioning_map(
        {"us": (6, 8), "Beanline": (7, 8), "Koffiehal": (2, 2)}, own="us",
        ideals={"budget hotels": (3, 2), "law firms": (6, 9), "workshops": (7, 3)},
    )
    assert found.distances == {"Beanline": 1, "Koffiehal": pytest.approx(math.hypot(4, 6))}
    assert (found.nearest, found.crowded) == ("Beanline", (("us", "Beanline"),))
    assert found.ideals == {"budget hotels": "Koffiehal", "law firms": "us", "workshops": "Beanline"}
    assert found.own_ideals == ("law firms",)
    assert found.open_spot.distance > 3
    assert found.open_spot.wanted_by == "workshops"


@given(st.dictionaries(NAMES, st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=1))
def test_open_ground_is_inside_the_map_and_nobody_stands_on_it(places):
    spot = m.positioning_map(places, crowded_within=0).open_spot
    assert all(0 < axis < 10 for axis in spot.place)
    assert spot.distance == pytest.approx(min(m.position_distance(spot.place, p) for p in places.values()))
    # Five firms cannot fill a map of ten by ten: some circle of one point across is always free.
    assert spot.distance > 0.5


POINTS = st.tuples(st.floats(-100, 100), st.floats(-100, 100))


@given(POINTS, POINTS, POINTS)
def test_a_detour_is_never_shorter(a, b, c):
    assert m.position_distance(a, b) == m.position_distance(b, a)
    assert m.position_distance(a, a) == 0
    assert m.position_distance(a, c) <= m.position_distance(a, b) + m.position_distance(b, c) + 1e-9


@pytest.mark.parametrize(
    ("product", "market", "strategy", "risk"),
    [
        (False, False, "market penetration", "low"), (True, False, "product development", "medium"),
        (False, True, "market development", "medium"), (True, True, "diversification", "high"),
    ],
)
def test_ansoff_has_four_cells(product, market, strategy, risk):
    cell = m.ansoff(product, market)
    assert (cell.strategy, cell.risk, cell.new_things) == (strategy, risk, product + market)
    assert cell.advice.endswith(".")


@given(st.booleans(), st.booleans())
def test_more_new_things_are_never_less_risky(product, market):
    order = ["low", "medium", "high"]
    assert order.index(m.ansoff(True, market).risk) >= order.index(m.ansoff(product, market).risk)


def test_a_business_is_groups_times_needs_times_technologies():
    firm = m.business_definition(
        ["offices", "hotels"], ["good coffee", "a place to meet"], ["beans", "capsules"],
        served=[("offices", "good coffee", "beans"), ("hotels", "good coffee", "beans")],
    )
    assert (len(firm.cells), len(firm.open_cells), firm.coverage) == (8, 6, 0.25)
    assert firm.scope == {"groups": 1, "needs": 0.5, "technologies": 0.5}
    assert set(firm.next_steps) == {
        ("offices", "good coffee", "capsules"), ("hotels", "good coffee", "capsules"),
        ("offices", "a place to meet", "beans"), ("hotels", "a place to meet", "beans"),
    }
    assert firm.statement == "We serve offices and hotels that need good coffee, by means of beans."


AXES = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True)


@given(AXES, AXES, AXES, st.data())
def test_a_next_step_is_open_and_one_change_away(groups, needs, technologies, data):
    everything = m.business_definition(groups, needs, technologies)
    assert (everything.coverage, everything.next_steps) == (1, ())
    served = data.draw(st.lists(st.sampled_from(everything.cells), min_size=1))
    firm = m.business_definition(groups, needs, technologies, served)
    assert set(firm.served) | set(firm.open_cells) == set(firm.cells)
    assert len(firm.served) + len(firm.open_cells) == len(firm.cells)
    for cell in firm.open_cells:
        near = any(sum(a != b for a, b in zip(cell, other, strict=True)) == 1 for other in firm.served)
        assert near == (cell in firm.next_steps)


def test_a_usp_is_ahead_of_every_competitor_and_matters():
    offers = {
        "us": {"service": 9, "range": 6, "logo": 10, "price": 7},
        "Beanline": {"service": 6, "range": 8, "logo": 2, "price": 7.5},
        "Koffiehal": {"service": 7, "range": 4, "logo": 1, "price": 6},
    }
    table = m.compare_offers(offers, "us", {"service": 2, "range": 1, "logo": 0, "price": 1},
                             prices={"us": 110, "Beanline": 100, "Koffiehal": 120})
    assert table.leads == {"service": 2, "range": -2, "logo": 8, "price": -0.5}
    assert (table.usps, table.behind, table.parity) == (("service",), ("range",), ("price",))
    assert table.scores == {"us": 7.75, "Beanline": 6.875, "Koffiehal": 6}
    assert (table.best_rival, table.gap, table.ranking[0]) == ("Beanline", 0.875, "us")
    assert table.price_premium == pytest.approx(0)
    assert table.best_value == "us"
    assert m.compare_offers(offers, "us").price_premium is None


@given(TABLES)
def test_every_criterion_is_a_lead_a_lag_or_neither(table):
    own = next(iter(table))
    found = m.compare_offers(table, own)
    assert sorted((*found.usps, *found.behind, *found.parity)) == ["x", "y", "z"]
    assert set(found.ranking) == set(table)
    assert found.gap == pytest.approx(found.scores[own] - max(v for k, v in found.scores.items() if k != own))
