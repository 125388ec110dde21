"""Chapter 3's tenders: points, notional prices, knock-outs, and where both ways disagree."""

import math

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import leads as le

PRICES = {"Noorderlicht": 100_000, "Bonenhuis": 80_000}
MARKS = {"Noorderlicht": {"service": 9}, "Bonenhuis": {"service": 6}}
NAMES = ("Noorderlicht", "Bonenhuis", "Zwart Goud", "Kopje")


# --- Points for a price -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("price", "formula", "points"),
    [
        (80_000, "relative", 40),
        (100_000, "relative", 32),
        (160_000, "relative", 20),
        (80_000, "linear", 40),
        (100_000, "linear", 30),
        (160_000, "linear", 0),
        (200_000, "linear", 0),
        (80_000, "fixed", 40),
        (100_000, "fixed", 20),
        (120_000, "fixed", 0),
        (70_000, "fixed", 40),
        (130_000, "fixed", 0),
    ],
)
def test_points_for_a_price(price, formula, points):
    assert le.price_points(price, 80_000, 40, formula, ceiling=120_000) == pytest.approx(points)


@given(
    st.floats(1, 1e9), st.floats(1, 1e9), st.floats(0, 100), st.sampled_from(["relative", "linear", "fixed"])
)
def test_a_dearer_bid_never_earns_more(price, lowest, maximum, formula):
    def points(euros):
        return le.price_points(euros, lowest, maximum, formula, ceiling=2 * lowest)

    assert 0 <= points(price * 1.1) <= points(price) <= maximum


# --- Award on points --------------------------------------------------------------------------


def test_points_worked_by_hand():
    tender = le.tender_points(PRICES, MARKS, {"price": 4, "service": 6})
    ours, theirs = tender.bids["Noorderlicht"], tender.bids["Bonenhuis"]
    assert tender.maxima == pytest.approx({"price": 40, "service": 60})
    assert (ours.price_points, ours.quality_points, ours.total) == pytest.approx((32, 54, 86))
    assert (theirs.price_points, theirs.quality_points, theirs.total) == pytest.approx((40, 36, 76))
    assert (tender.winner, tender.ranking) == ("Noorderlicht", ("Noorderlicht", "Bonenhuis"))
    assert (ours.place, theirs.place) == (1, 2)
    assert tender.lead == pytest.approx(10)


def test_a_bid_that_cannot_win_decides_who_does():
    """The rank paradox of the relative formula."""
    prices = {"A": 100_000, "B": 130_000, "C": 60_000}
    marks = {"A": {"plan": 6}, "B": {"plan": 8.2}, "C": {"plan": 0}}
    weights = {"price": 50, "plan": 50}
    with_c = le.tender_points(prices, marks, weights)
    without_c = le.tender_points({n: prices[n] for n in "AB"}, {n: marks[n] for n in "AB"}, weights)
    assert with_c.ranking == ("B", "A", "C")
    assert without_c.ranking == ("A", "B")
    fixed = {"formula": "fixed", "bottom": 60_000, "ceiling": 150_000}
    assert le.tender_points(prices, marks, weights, **fixed).ranking[:2] == (
        le.tender_points({n: prices[n] for n in "AB"}, {n: marks[n] for n in "AB"}, weights, **fixed).ranking
    )


def test_knock_outs_come_before_points_and_before_the_lowest_price():
    tender = le.tender_points(
        {**PRICES, "Kopje": 40_000},
        {**MARKS, "Kopje": {"service": 10}},
        {"price": 40, "service": 60},
        requirements={"Kopje": {"ISO 14001": False, "references": True}},
    )
    assert tender.excluded == {"Kopje": "fails the requirement: ISO 14001"}
    assert "Kopje" not in tender.bids
    assert tender.bids["Bonenhuis"].price_points == 40


def test_minimum_mark_and_ceiling_set_bids_aside():
    weights = {"price": 40, "service": 60}
    low = le.tender_points(PRICES, MARKS, weights, minimum_marks={"service": 7})
    assert low.excluded == {"Bonenhuis": "service below the minimum mark"}
    assert (low.winner, low.lead) == ("Noorderlicht", None)
    dear = le.award_on_value(PRICES, MARKS, {"service": 1}, ceiling=90_000)
    assert dear.excluded == {"Noorderlicht": "price above the ceiling"}
    nobody = le.tender_points(PRICES, MARKS, weights, ceiling=1)
    assert (nobody.winner, nobody.ranking, nobody.bids) == (None, (), {})


def test_a_bid_on_the_bound_still_takes_part():
    edge = le.award_on_value(PRICES, MARKS, {"service": 1}, minimum_marks={"service": 6}, ceiling=100_000)
    assert edge.excluded == {}


def test_a_tie_has_no_winner_and_shares_the_first_place():
    tender = le.tender_points({"A": 10, "B": 10}, {"A": {"q": 5}, "B": {"q": 5}}, {"price": 1, "q": 1})
    assert (tender.winner, tender.lead) == (None, 0)
    assert [bid.place for bid in tender.bids.values()] == [1, 1]


def test_tables_of_bids_work():
    table = pd.DataFrame(MARKS)  # a column per bidder
    tender = le.tender_points(pd.Series(PRICES), table, pd.Series({"price": 40, "service": 60}))
    assert tender == le.tender_points(PRICES, MARKS, {"price": 40, "service": 60})


@st.composite
def tenders(draw):
    bidders = NAMES[: draw(st.integers(1, 4))]
    prices = {name: draw(st.integers(1_000, 1_000_000)) for name in bidders}
    marks = {name: {c: draw(st.integers(0, 10)) for c in ("plan", "service")} for name in bidders}
    return prices, marks


@given(tenders(), st.integers(0, 100), st.integers(0, 100), st.integers(1, 100), st.booleans())
def test_points_stay_within_a_hundred_and_the_ranking_follows_them(tender, plan, service, price, linear):
    prices, marks = tender
    result = le.tender_points(
        prices,
        marks,
        {"plan": plan, "service": service, "price": price},
        formula="linear" if linear else "relative",
    )
    totals = [result.bids[name].total for name in result.ranking]
    assert totals == sorted(totals, reverse=True)
    for bid in result.bids.values():
        assert -1e-9 <= bid.total <= 100 + 1e-9
        assert bid.total == pytest.approx(bid.price_points + bid.quality_points)
    cheapest = min(prices, key=prices.get)
    assert result.bids[cheapest].price_points == pytest.approx(result.maxima["price"])


# --- Award on value ---------------------------------------------------------------------------


def test_notional_prices_worked_by_hand():
    tender = le.award_on_value(PRICES, MARKS, {"service": 50_000})
    ours, theirs = tender.bids["Noorderlicht"], tender.bids["Bonenhuis"]
    assert (ours.discount, ours.notional_price) == (45_000, 55_000)
    assert (theirs.discount, theirs.notional_price) == (30_000, 50_000)
    assert (tender.winner, tender.lead, ours.place, theirs.place) == ("Bonenhuis", 5_000, 2, 1)
    assert (ours.price_to_win, theirs.price_to_win) == (95_000, 85_000)


def test_below_the_neutral_mark_the_price_is_raised():
    tender = le.award_on_value({"A": 100}, {"A": {"plan": 4}}, {"plan": 40}, neutral=6)
    assert tender.bids["A"].discounts == {"plan": -20}
    assert tender.bids["A"].notional_price == 120
    assert tender.bids["A"].price_to_win is None


@given(tenders(), st.integers(0, 500_000), st.integers(0, 500_000), st.integers(0, 9))
def test_bidding_just_under_the_price_to_win_wins(tender, plan, service, neutral):
    prices, marks = tender
    assume(len(prices) > 1)
    values = {"plan": plan, "service": service}
    result = le.award_on_value(prices, marks, values, neutral=neutral)
    for name, bid in result.bids.items():
        if bid.price_to_win > 2:
            lower = {**prices, name: bid.price_to_win - 1}
            assert le.award_on_value(lower, marks, values, neutral=neutral).winner == name
            higher = {**prices, name: bid.price_to_win + 1}
            assert le.award_on_value(higher, marks, values, neutral=neutral).winner != name


@given(tenders(), st.integers(0, 500_000), st.integers(0, 500_000))
def test_a_withdrawn_bid_never_changes_the_order_of_the_others(tender, plan, service):
    prices, marks = tender
    assume(len(prices) > 2)
    values = {"plan": plan, "service": service}
    full = le.award_on_value(prices, marks, values)
    left = full.ranking[0]
    rest = [name for name in prices if name != left]
    fewer = le.award_on_value({n: prices[n] for n in rest}, {n: marks[n] for n in rest}, values)
    assert [fewer.bids[n].notional_price for n in rest] == [full.bids[n].notional_price for n in rest]
    assert fewer.ranking == full.ranking[1:]


# --- Both ways --------------------------------------------------------------------------------


def test_the_documented_case_where_points_and_value_disagree():
    both = le.compare_awards(PRICES, MARKS, {"price": 40, "service": 60}, {"service": 50_000})
    assert (both.points.winner, both.value.winner, both.agree) == ("Noorderlicht", "Bonenhuis", False)
    # worth more than € 20,000 for three marks, and the dearer bid wins in both ways
    richer = le.compare_awards(PRICES, MARKS, {"price": 40, "service": 60}, {"service": 70_000})
    assert richer.agree
    assert richer.value.winner == "Noorderlicht"


@given(tenders(), st.integers(1, 100), st.integers(0, 500_000))
def test_equal_quality_is_won_on_price_in_both_ways(tender, weight, worth):
    prices, marks = tender
    assume(len(set(prices.values())) == len(prices))
    same = {name: {"plan": 7} for name in marks}
    both = le.compare_awards(prices, same, {"price": weight, "plan": 50}, {"plan": worth})
    assert both.value.winner == min(prices, key=prices.get)
    assert both.agree
    assert math.isfinite(both.points.bids[both.points.winner].total)
