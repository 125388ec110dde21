"""Chapter 3's functions on leads: closed-form cases and what always holds."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import leads as le

MARKS = st.floats(0, 10)
RATES = st.floats(0, 1)
EUROS = st.floats(0, 1e9)


# --- Channels ---------------------------------------------------------------------------------

TABLE = pd.DataFrame(
    {
        "cost": [4_000, 12_000, 3_000],
        "contacts": [4_000, 600, 40],
        "leads": [200, 60, 30],
        "orders": [4, 12, 10],
        "margin": [3_000, 30_000, 24_000],
        "revenue": [12_000, 100_000, 80_000],
    },
    index=["address list", "fair", "referrals"],
)


def test_one_channel_worked_by_hand():
    fair = le.channel_result(12_000, 60, 12, 30_000, 100_000, 600)
    assert (fair.response, fair.conversion) == (0.1, 0.2)
    assert (fair.cost_per_contact, fair.cost_per_lead, fair.cost_per_order) == (20, 200, 1000)
    assert (fair.cost_per_euro_of_margin, fair.contribution, fair.return_on_cost) == (0.4, 18_000, 1.5)


def test_the_cheapest_lead_is_not_the_cheapest_order():
    result = le.channel_economics(*(TABLE[c] for c in ("cost", "leads", "orders", "margin")))
    assert result.by_lead == ("address list", "referrals", "fair")
    assert result.by_order[0] == "referrals"  # the other two tie at 1,000
    assert result.by_margin == ("referrals", "fair", "address list")
    assert result.channels["address list"].cost_per_order == 1_000
    assert (result.total.cost, result.total.leads, result.total.orders) == (19_000, 290, 26)
    # average: 65.52 per lead and 730.77 per order
    assert result.cheap_but_dear == ("address list",)
    assert result.dear_but_cheap == ("referrals",)


def test_a_channel_is_the_same_alone_and_in_company():
    result = le.channel_economics(
        TABLE["cost"], TABLE["leads"], TABLE["orders"], TABLE["margin"], TABLE["revenue"], TABLE["contacts"]
    )
    assert result.channels["fair"] == le.channel_result(12_000, 60, 12, 30_000, 100_000, 600)


def test_leads_without_any_order_are_cheap_but_dear():
    result = le.channel_economics({"a": 100, "b": 900}, {"a": 50, "b": 10}, {"a": 0, "b": 5})
    assert result.channels["a"].cost_per_order is None
    assert result.by_order == ("b", "a")
    assert result.cheap_but_dear == ("a",)


def test_what_was_not_counted_stays_unknown():
    channel = le.channel_result(0, 0, 0)
    assert (channel.contacts, channel.revenue, channel.response) == (None, None, None)
    assert (channel.conversion, channel.cost_per_lead, channel.return_on_cost) == (None, None, None)


def test_plain_lists_become_numbered_channels():
    assert list(le.channel_economics([10, 20], [1, 2], [0, 1]).channels) == ["channel 1", "channel 2"]


@st.composite
def channel_rows(draw):
    rows = draw(
        st.lists(
            st.tuples(EUROS, st.integers(0, 10_000), RATES, st.floats(-1e6, 1e6)), min_size=1, max_size=6
        )
    )
    return [(cost, n, int(n * share), margin) for cost, n, share, margin in rows]


@given(channel_rows())
def test_contributions_of_the_channels_make_up_the_total(rows):
    result = le.channel_economics(*zip(*rows, strict=True))
    parts = math.fsum(channel.contribution for channel in result.channels.values())
    assert result.total.contribution == pytest.approx(parts, rel=1e-9, abs=1e-3)
    assert set(result.by_lead) == set(result.by_order) == set(result.channels)
    assert not set(result.cheap_but_dear) & set(result.dear_but_cheap)
    known = [result.channels[name].cost_per_lead for name in result.by_lead]
    known = [price for price in known if price is not None]
    assert known == sorted(known)


# --- Online funnel ----------------------------------------------------------------------------


def test_online_funnel_worked_by_hand():
    page = le.online_funnel(8_000, 400, 80, 60, cost=2_400)
    assert page.rates == {"click": 0.05, "form": 0.2, "lead": 0.75}
    assert page.overall == 0.0075
    assert (page.cost_per_visit, page.cost_per_click, page.cost_per_form, page.cost_per_lead) == (0.3, 6, 30, 40)


def test_the_weakest_step_is_the_one_furthest_below_its_benchmark():
    assert le.online_funnel(8_000, 400, 80, 60).weakest == "click"
    page = le.online_funnel(8_000, 400, 80, 60, benchmarks={"click": 0.04, "form": 0.3, "lead": 0.8})
    assert page.weakest == "form"
    assert page.leads_at_benchmark == pytest.approx({"click": 48, "form": 90, "lead": 64})
    assert le.online_funnel(8_000, 400, 80, 60, benchmarks=[0.05, 0.2, 0.75]).weakest is None


def test_nobody_came_so_there_is_nothing_to_say():
    page = le.online_funnel(0, 0, 0, 0, cost=100)
    assert (page.overall, page.cost_per_lead, page.weakest) == (None, None, None)


@given(st.integers(1, 10**6), RATES, RATES, RATES, EUROS)
def test_rates_multiply_to_the_whole(visits, one, two, three, cost):
    clicks = int(visits * one)
    forms = int(clicks * two)
    found = int(forms * three)
    page = le.online_funnel(visits, clicks, forms, found, cost, benchmarks=[1, 1, 1])
    assert page.overall == pytest.approx(math.prod(rate or 0 for rate in page.rates.values()))
    assert all(number >= found - 1e-6 * visits for number in page.leads_at_benchmark.values())


# --- Cold calling -----------------------------------------------------------------------------


def test_calling_worked_by_hand():
    week = le.cold_calling(500, 0.30, 0.10, 0.20, 40, 10, 100, 2_000)
    assert (week.reached, week.appointments, week.orders) == pytest.approx((150, 15, 3))
    assert (week.hours, week.cost_per_call, week.cost) == pytest.approx((50, 4, 2_000 + 1_500))
    assert week.cost_per_appointment == pytest.approx(4 / 0.03)
    assert week.cost_per_order == pytest.approx(3_500 / 3)
    assert week.calls_per_order == pytest.approx(1 / 0.006)
    assert week.contribution == pytest.approx(6_000 - 3_500)
    assert week.chance_of_none == pytest.approx(0.994**500)


def test_no_order_is_ever_expected_at_a_rate_of_nothing():
    week = le.cold_calling(500, 0.3, 0, 0.2, 40)
    assert (week.cost_per_order, week.calls_per_order, week.chance_of_none) == (None, None, 1)
    assert le.cold_calling(0, 1, 1, 1).chance_of_none == 1
    assert le.cold_calling(1, 1, 1, 1).chance_of_none == 0


@pytest.mark.parametrize(
    ("orders", "rates", "calls"),
    [(3, (0.3, 0.1, 0.2), 500), (0, (1, 1, 1), 0), (7, (1, 1, 1), 7), (1, (0.3, 0.1, 0.2), 167)],
)
def test_calls_needed_are_rounded_up_and_exact_ones_are_not(orders, rates, calls):
    assert le.calls_needed(orders, *rates) == calls


@given(st.integers(0, 1_000), st.lists(st.floats(0.01, 1), min_size=3, max_size=3))
def test_the_calls_needed_are_enough_and_one_fewer_is_not(orders, rates):
    calls = le.calls_needed(orders, *rates)
    assert le.cold_calling(calls, *rates).orders >= orders * (1 - 1e-9)
    if calls:
        assert le.cold_calling(calls - 1, *rates).orders < orders


# --- Lead score -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fit", "interest", "score", "grade", "verdict"),
    [
        (8, 6, 48, "A2", "hand over"),
        (10, 4, 40, "A3", "hand over"),
        (8, 4, 32, "A3", "nurture"),
        (5, 7.5, 37.5, "B1", "nurture"),
        (4, 9, 36, "C1", "let go"),
        (2, 1, 2, "D4", "let go"),
        (10, 0, 0, "A4", "nurture"),
    ],
)
def test_score_grade_and_verdict(fit, interest, score, grade, verdict):
    lead = le.lead_score(fit, interest)
    assert (lead.score, lead.grade, lead.verdict) == (score, grade, verdict)
    assert lead.short == max(0, 40 - score)


def test_marks_are_weighted_per_side():
    lead = le.lead_score({"size": 9, "region": 5}, [2, 4], {"region": 1, "size": 3}, [1, 1])
    assert (lead.fit, lead.interest, lead.score) == (8, 3, 24)
    series = pd.Series({"size": 9, "region": 5})
    assert le.lead_score(series, 3, pd.Series({"size": 3, "region": 1})).score == 24


def test_a_mean_lets_fit_make_up_for_interest_and_a_product_does_not():
    assert le.lead_score(10, 0).score == 0
    assert le.lead_score(10, 0, combine="mean").score == 50


@given(MARKS, MARKS, st.floats(0, 100))
def test_the_product_never_flatters_more_than_the_mean(fit, interest, threshold):
    product = le.lead_score(fit, interest, threshold=threshold)
    mean = le.lead_score(fit, interest, threshold=threshold, combine="mean")
    assert 0 <= product.score <= mean.score + 1e-9
    assert product.sales_ready == (product.verdict == "hand over") == (product.short == 0)


@given(st.lists(MARKS, min_size=1, max_size=6), st.floats(0.01, 100))
def test_equal_weights_are_no_weights(marks, weight):
    assert le.lead_score(marks, 5, [weight] * len(marks)).fit == pytest.approx(le.lead_score(marks, 5).fit)


# --- Threshold --------------------------------------------------------------------------------


def test_threshold_worked_by_hand():
    curve = le.threshold_tradeoff([10, 30, 50, 70, 90], [0, 1, 0, 1, 1], 300, 1_000)
    assert [point.threshold for point in curve.points] == [10, 30, 50, 70, 90, 91]
    assert [point.visited for point in curve.points] == [5, 4, 3, 2, 1, 0]
    assert [point.wasted for point in curve.points] == [2, 1, 1, 0, 0, 0]
    assert [point.missed for point in curve.points] == [0, 0, 1, 1, 2, 3]
    assert [point.net for point in curve.points] == [1_500, 1_800, 1_100, 1_400, 700, 0]
    assert curve.best.threshold == 30
    assert (curve.ideal, curve.break_even_rate) == (2_100, 0.3)
    assert curve.points[2].missed_margin == 700
    assert curve.points[0].wasted_cost == 600


def test_any_threshold_can_be_looked_up():
    curve = le.threshold_tradeoff([10, 30, 50], [0, 1, 1], 300, 1_000)
    assert curve.at(20).visited == curve.at(30).visited == 2
    assert curve.at(0).visited == 3
    assert curve.at(100).visited == 0
    assert curve.at(20).threshold == 20


def test_dearer_visits_raise_the_best_threshold_and_dearer_deals_lower_it():
    scores, won = [10, 20, 30, 40, 50, 60], [0, 0, 1, 0, 1, 1]
    usual = le.threshold_tradeoff(scores, won, 300, 1_000).best.threshold
    assert le.threshold_tradeoff(scores, won, 700, 1_000).best.threshold > usual
    assert le.threshold_tradeoff(scores, won, 0, 1_000).best.threshold <= usual
    assert le.threshold_tradeoff(scores, won, 2_000, 1_000).best.visited == 0


def test_columns_of_a_table_work():
    table = pd.DataFrame({"score": [20, 40, 60, 80], "won": [False, False, True, True]})
    assert le.threshold_tradeoff(table["score"], table["won"], 200, 1_000).best.net == 1_600
    assert le.threshold_tradeoff(np.array([20, 60]), np.array([0, 1]), 200, 1_000).best.net == 800


@given(
    st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=60),
    st.integers(0, 1_000),
    st.integers(0, 5_000),
    st.integers(-20, 220).map(lambda halves: halves / 2),
)
def test_wasted_and_missed_are_all_that_keeps_you_from_the_ideal(rows, cost, margin, threshold):
    assume(margin >= cost)
    scores, won = zip(*rows, strict=True)
    curve = le.threshold_tradeoff(scores, won, cost, margin)
    for point in (*curve.points, curve.at(threshold)):
        assert curve.ideal - point.net == point.wasted_cost + point.missed_margin
        assert point.net <= curve.best.net
        assert point.visited == sum(score >= point.threshold for score in scores)
        assert point.deals + point.missed == sum(won)


@given(st.lists(st.tuples(st.floats(0, 100), st.booleans()), min_size=1, max_size=40))
def test_a_higher_threshold_never_visits_more_nor_misses_less(rows):
    points = le.threshold_tradeoff(*zip(*rows, strict=True), 100, 1_000).points
    for lower, higher in pairwise(points):
        assert lower.visited > higher.visited
        assert lower.missed <= higher.missed
        assert lower.wasted >= higher.wasted


# --- Bid or no bid ----------------------------------------------------------------------------

GOOD = {
    "value": 120_000,
    "margin_rate": 0.25,
    "win_chance": 0.30,
    "cost_of_bidding": 4_000,
    "knows_dmu": True,
    "hours_needed": 300,
    "hours_available": 400,
    "marks": [8, 7],
}


def test_a_good_tender_worked_by_hand():
    bid = le.bid_decision(**GOOD)
    assert (bid.verdict, bid.reason, bid.knock_outs) == ("bid", "worth it", ())
    assert (bid.score, bid.margin, bid.expected_value) == (7.5, 30_000, 5_000)
    assert bid.break_even_chance == pytest.approx(4_000 / 30_000)


@pytest.mark.parametrize(
    ("change", "knock_out"),
    [
        ({"knows_dmu": False}, "no contact with the DMU"),
        ({"hours_needed": 401}, "own capacity"),
        ({"win_chance": 0.149}, "competition too strong"),
        ({"margin_rate": 0.09}, "thin margin"),
    ],
)
def test_no_score_outweighs_a_knock_out(change, knock_out):
    bid = le.bid_decision(**{**GOOD, "marks": [10, 10], **change})
    assert (bid.verdict, bid.reason, bid.knock_outs) == ("no bid", "knock-out", (knock_out,))
    assert bid.passes_on_score


def test_knock_outs_begin_only_below_their_bound():
    edge = {"win_chance": 0.15, "margin_rate": 0.10, "hours_needed": 400, "cost_of_bidding": 100}
    assert le.bid_decision(**{**GOOD, **edge}).knock_outs == ()


def test_a_low_score_or_an_expected_loss_also_means_no_bid():
    assert le.bid_decision(**{**GOOD, "marks": [5, 6]}).reason == "score too low"
    assert le.bid_decision(**{**GOOD, "cost_of_bidding": 9_000}).reason == "expected loss"
    bid = le.bid_decision(**{**GOOD, "marks": None})
    assert (bid.verdict, bid.score, bid.passes_on_score) == ("bid", None, None)


@given(EUROS, st.floats(-1, 1), RATES, EUROS, st.booleans(), EUROS, EUROS, st.lists(MARKS, min_size=1, max_size=5))
def test_a_bid_has_no_knock_out_passes_and_pays(value, rate, chance, cost, knows, needed, present, marks):
    bid = le.bid_decision(
        value, rate, chance, cost, knows_dmu=knows, hours_needed=needed, hours_available=present, marks=marks
    )
    worth = not bid.knock_outs and bid.passes_on_score and bid.expected_value > 0
    assert (bid.verdict == "bid") == worth
    assert bid.expected_value == pytest.approx(chance * value * rate - cost)


# --- Share of wallet --------------------------------------------------------------------------


def test_wallet_worked_by_hand():
    hotel = le.share_of_wallet(6_000, 20_000, 0.8)
    assert (hotel.share, hotel.elsewhere, hotel.potential) == (0.3, 14_000, 10_000)
    assert le.share_of_wallet(19_000, 20_000, 0.8).potential == 0
    assert le.share_of_wallet(0, 0).share is None


def test_the_largest_customer_need_not_have_the_most_room():
    known = le.growth_potential(
        pd.Series({"hospital": 40_000, "hotel": 6_000}), {"hotel": 20_000, "hospital": 48_000}
    )
    assert known.ranking == ("hotel", "hospital")
    assert known.total.share == pytest.approx(46 / 68)
    assert (known.total.elsewhere, known.total.potential) == (22_000, 22_000)


@given(st.lists(st.tuples(EUROS, RATES), min_size=1, max_size=8), RATES)
def test_potential_is_never_negative_nor_more_than_is_spent_elsewhere(rows, attainable):
    wallet = [euros for euros, _ in rows]
    known = le.growth_potential([euros * share for euros, share in rows], wallet, attainable)
    for customer in (*known.customers.values(), known.total):
        assert 0 <= customer.potential <= customer.elsewhere + 1e-6
    rooms = [known.customers[name].potential for name in known.ranking]
    assert rooms == sorted(rooms, reverse=True)


@given(st.integers(1, 200))
def test_the_shares_of_all_ranks_are_the_whole_wallet(suppliers):
    shares = [le.wallet_share_of_rank(rank, suppliers) for rank in range(1, suppliers + 1)]
    assert math.fsum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
