"""Chapter 5: open deals weighted, their velocity, honest chances, and the quarter simulated."""

from itertools import product
from math import comb, sqrt
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesedu import funnel as f

# --- Weighted pipeline and velocity -----------------------------------------------------------


def test_the_weighted_pipeline_worked_by_hand():
    today = f.weighted_pipeline(
        [10_000, 20_000, 5_000], [0.5, 0.2, 0.8], ["quote", "visit", "quote"], target=20_000, booked=6_000
    )
    assert (today.deals, today.value, today.weighted, today.expected_orders) == (3, 35_000, 13_000, 1.5)
    assert (today.expected, today.gap, today.coverage) == (19_000, -1_000, 2.5)
    assert today.mean_chance == pytest.approx(13 / 35)
    quote = today.by_stage["quote"]
    assert (quote.deals, quote.value, quote.weighted, quote.expected_orders) == (2, 15_000, 9_000, 1.3)
    assert quote.share == pytest.approx(9 / 13)
    assert (today.largest, today.largest_share) == ("deal 1", pytest.approx(5 / 13))


def test_chances_can_come_from_the_history_of_the_stages():
    history = f.stage_conversions({"visit": 100, "quote": 40, "order": 10})
    today = f.weighted_pipeline(
        {"café": 10_000, "hotel": 20_000}, stages={"hotel": "visit", "café": "quote"},
        stage_chances=history.chance_from,
    )
    assert today.weighted == pytest.approx(10_000 * 0.25 + 20_000 * 0.1)
    assert list(today.by_stage) == ["visit", "quote"]  # in the order of the funnel


def test_columns_of_a_table_of_deals_can_be_given():
    table = pd.DataFrame(
        {"value": [10_000, 20_000], "chance": [0.5, 0.2], "stage": ["quote", "visit"]}, index=["P1", "P2"]
    )
    today = f.weighted_pipeline(table.value, table.chance, table.stage)
    assert (today.weighted, today.largest) == (9_000, "P1")
    assert f.simulate_pipeline(table.value, table.chance, runs=100).expected == 9_000
    assert f.simulate_pipeline(table.value, [0.5, 0.2], runs=100).expected == 9_000


def test_without_a_target_or_when_it_is_made_there_is_no_coverage():
    assert f.weighted_pipeline([1], [1]).coverage is None
    assert f.weighted_pipeline([1], [1], target=5, booked=6).coverage is None
    assert f.weighted_pipeline([0], [1]).largest is None


def test_velocity_worked_by_hand():
    flow = f.velocity(40, 8_000, 0.25, 80)
    assert (flow.per_day, flow.per_week, flow.per_quarter, flow.per_year) == (1_000, 7_000, 91_250, 365_000)
    assert flow.orders_per_day == 0.125
    assert flow.levers["deals"] == pytest.approx(f.velocity(44, 8_000, 0.25, 80).per_day - 1_000)
    assert flow.levers["cycle_days"] == pytest.approx(f.velocity(40, 8_000, 0.25, 72).per_day - 1_000)
    assert flow.best_lever == "cycle_days"


def test_velocity_is_what_a_filled_pipeline_brings():
    # A deal enters every two days and stays 80: 40 are open; every second one brings € 8,000.
    won = sum(8_000 for day in range(0, 8_000, 2) if (day // 2) % 2)
    assert f.velocity(40, 8_000, 0.5, 80).per_day * 8_000 == won


def test_a_win_rate_cannot_pass_one():
    assert f.velocity(10, 100, 1, 10).levers["win_rate"] == 0


# --- Honest chances ---------------------------------------------------------------------------


def test_calibration_worked_by_hand():
    result = f.chance_calibration([0.8] * 10 + [0.2] * 10, [1] * 4 + [0] * 6 + [1] * 2 + [0] * 8)
    assert (result.mean_chance, result.win_rate) == (0.5, 0.3)
    # (4·.04 + 6·.64 + 2·.64 + 8·.04) / 20
    assert result.brier == pytest.approx(0.28)
    assert result.verdict == "too hopeful"
    high = result.bands[4]
    assert (high.low, high.high, high.deals, high.win_rate) == (0.8, 1, 10, 0.4)
    assert high.gap == pytest.approx(0.4)
    assert result.bands[2].win_rate is None


def test_a_few_deals_prove_nothing():
    assert f.chance_calibration([0.5] * 4, [0, 0, 1, 0]).verdict == "fair"
    assert f.chance_calibration([0.5] * 400, [0, 0, 1, 0] * 100).verdict == "too hopeful"
    assert f.chance_calibration([0.2] * 100, [1, 0] * 50).verdict == "too careful"


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40), st.integers(1, 20))
def test_every_deal_falls_in_one_band(deals, bands):
    chances, won = zip(*deals, strict=True)
    result = f.chance_calibration(chances, won, bands)
    assert sum(band.deals for band in result.bands) == len(deals)
    for band in result.bands:
        if band.deals:
            assert band.low - 1e-8 <= band.mean_chance <= band.high + 1e-8


# --- The quarter simulated --------------------------------------------------------------------


def test_equal_deals_follow_the_binomial_distribution():
    quarter = f.simulate_pipeline([10_000] * 10, [0.5] * 10, target=50_000)
    exact = sum(comb(10, n) for n in range(5, 11)) / 2**10  # 0.623
    assert quarter.chance == pytest.approx(exact, abs=4 * quarter.chance_margin / 1.96)
    for orders in range(11):
        share = sum(comb(10, n) for n in range(orders, 11)) / 2**10
        assert quarter.chance_of(10_000 * orders) == pytest.approx(share, abs=0.02)
    assert (quarter.expected, quarter.spread) == (50_000, pytest.approx(10_000 * sqrt(2.5)))


def test_unequal_deals_follow_the_list_of_all_outcomes():
    values, chances, booked = [7_000, 20_000, 3_000, 11_000, 5_000, 2_000, 1_000, 4_000, 9_000], [
        0.9, 0.15, 0.5, 0.35, 0.6, 0.25, 0.8, 0.7, 0.4], 2_500
    odds: dict[float, float] = {}
    for wins in product([0, 1], repeat=9):
        total = booked + sum(v for v, won in zip(values, wins, strict=True) if won)
        share = np.prod([p if won else 1 - p for p, won in zip(chances, wins, strict=True)])
        odds[total] = odds.get(total, 0) + share
    quarter = f.simulate_pipeline(values, chances, booked=booked, runs=40_000)
    assert set(quarter.outcomes) <= set(odds)
    for amount in (10_000, 20_000, 30_000, 40_000, 50_000):
        exact = sum(share for total, share in odds.items() if total >= amount)
        assert quarter.chance_of(amount) == pytest.approx(exact, abs=0.01)
    mean = sum(total * share for total, share in odds.items())
    assert quarter.expected == pytest.approx(mean)
    assert quarter.spread == pytest.approx(sqrt(sum((t - mean) ** 2 * s for t, s in odds.items())))


def test_a_common_shock_worked_by_hand():
    # Two coins; the market u is one of −1, −.8 ... 1, and both chances become (1 + u)/2. Both won: the
    # mean of ((1 + u)/2)² = ¼ + var(u)/4 = ¼ + .4/4 = .35 instead of .25.
    quarter = f.simulate_pipeline([10, 10], [0.5, 0.5], target=20, shock=1, runs=100_000)
    assert quarter.chance == pytest.approx(0.35, abs=0.006)
    assert quarter.expected == 10
    # variance: 4·¼·100·... = (.35·2)·100 + .3·0 = 70
    assert quarter.spread == pytest.approx(sqrt(70))
    assert np.std(quarter.outcomes) == pytest.approx(quarter.spread, rel=0.01)


def test_a_shock_widens_the_range_and_leaves_the_mean():
    values, chances = [1_000 * n for n in range(1, 31)], [0.02 * n + 0.1 for n in range(30)]
    spreads = []
    for shock in (0, 0.3, 0.6, 1):
        quarter = f.simulate_pipeline(values, chances, shock=shock)
        assert quarter.mean == pytest.approx(quarter.expected, abs=5 * quarter.spread / 100)
        assert np.std(quarter.outcomes) == pytest.approx(quarter.spread, rel=0.04)
        spreads.append(quarter.spread)
    assert spreads == sorted(spreads)
    assert spreads[3] > 1.8 * spreads[0]


def test_it_agrees_with_drawing_deal_by_deal():
    lots = Random(11)
    values = [lots.randint(1_000, 30_000) for _ in range(25)]
    chances = [lots.random() for _ in values]
    slow = [sum(v for v, p in zip(values, chances, strict=True) if lots.random() < p) for _ in range(10_000)]
    quick = f.simulate_pipeline(values, chances, seed=2)
    for share in (0.05, 0.25, 0.5, 0.75, 0.95):
        assert quick.percentile(share) == pytest.approx(np.quantile(slow, share), rel=0.03)


def test_the_same_seed_gives_the_same_quarter():
    arguments = ([5_000, 8_000, 13_000], [0.3, 0.5, 0.7], 10_000)
    first = f.simulate_pipeline(*arguments, shock=0.4, seed=7)
    assert f.simulate_pipeline(*arguments, shock=0.4, seed=7) == first
    assert f.simulate_pipeline(*arguments, shock=0.4, seed=8).mean != first.mean


def test_what_is_sure_and_what_is_impossible_is_never_drawn():
    quarter = f.simulate_pipeline([10, 20, 40], [1, 0, 1], target=50, booked=100, runs=100)
    assert (quarter.lowest, quarter.highest, quarter.spread) == (150, 150, 0)
    assert (quarter.chance, quarter.chance_margin) == (1, 0)
    assert f.simulate_pipeline([10], [0], target=5, runs=100).chance == 0


def test_a_deal_that_is_decided_too_late_does_not_count():
    quarter = f.simulate_pipeline([10_000, 10_000], [0.5, 0.5], in_time=[1, 0], runs=100)
    assert quarter.expected == 5_000
    assert f.simulate_pipeline([10_000, 10_000], [0.5, 0.5], in_time=0.5, runs=100).weighted == 5_000


def test_percentiles_are_those_of_numpy():
    quarter = f.simulate_pipeline([1_000, 2_500, 4_000, 8_000], [0.2, 0.5, 0.6, 0.3], runs=1_001)
    for share in (5, 10, 25, 50, 75, 90, 95):
        assert quarter.percentiles[f"p{share}"] == pytest.approx(np.percentile(quarter.outcomes, share))


def test_what_one_can_promise():
    quarter = f.simulate_pipeline([10_000] * 10, [0.5] * 10)
    for chance in (0.5, 0.8, 0.95, 1):
        amount = quarter.sure_of(chance)
        assert quarter.chance_of(amount) >= chance
        assert quarter.chance_of(amount + 10_000) < chance
    assert quarter.sure_of(0) == quarter.highest


def test_bars_are_round_amounts():
    quarter = f.simulate_pipeline([12_340] * 12, [0.4] * 12)
    assert quarter.bins[0].high - quarter.bins[0].low in (5_000, 10_000)
    fixed = f.simulate_pipeline([12_340] * 12, [0.4] * 12, bin_width=25_000)
    assert [one.low % 25_000 for one in fixed.bins] == [0] * len(fixed.bins)
    assert fixed.bins[0].runs == sum(total < 25_000 for total in fixed.outcomes)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1)), min_size=1, max_size=20),
    st.floats(0, 1),
    st.floats(0, 1e6),
)
def test_every_run_falls_in_one_bar_and_within_what_is_possible(deals, shock, booked):
    values, chances = zip(*deals, strict=True)
    quarter = f.simulate_pipeline(values, chances, booked, booked=booked, shock=shock, runs=200)
    assert sum(one.runs for one in quarter.bins) == quarter.runs == len(quarter.outcomes)
    assert quarter.bins[0].low <= quarter.lowest + 0.02
    assert quarter.highest <= quarter.bins[-1].high * (1 + 1e-9)
    assert booked <= quarter.lowest
    assert quarter.highest <= (booked + sum(values)) * (1 + 1e-9)
    assert quarter.chance == 1  # what is booked is made
    assert list(quarter.outcomes) == sorted(quarter.outcomes)
