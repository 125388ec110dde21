"""Chapter 4's functions: closed-form cases and what always holds."""

import random

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import value as v

EUROS = st.floats(0, 1e9)
AMOUNTS = st.dictionaries(st.text(min_size=1, max_size=4).filter(str.strip), EUROS, max_size=5)
RATES = st.floats(0, 1)
MARKS = st.floats(0, 10)


# --- Economic value ---------------------------------------------------------------------------


def machine(price=None):
    return v.economic_value(
        6_000, {"less waste": 1_500, "fewer failures": 1_000}, {"training": 500}, price=price
    )


def test_economic_value_worked_by_hand():
    offer = machine(7_000)
    assert (offer.positive, offer.negative, offer.differentiation, offer.value) == (2_500, 500, 2_000, 8_000)
    assert (offer.inducement, offer.premium, offer.share_left) == (1_000, 1_000, 0.5)
    assert offer.verdict == "better than the alternative"


def test_waterfall_runs_from_the_reference_price_to_the_value():
    assert [(step.kind, step.amount, step.start, step.end) for step in machine().steps] == [
        ("reference", 6_000, 0, 6_000),
        ("positive", 1_500, 6_000, 7_500),
        ("positive", 1_000, 7_500, 8_500),
        ("negative", -500, 8_500, 8_000),
        ("value", 8_000, 0, 8_000),
    ]


@pytest.mark.parametrize(
    ("price", "share", "verdict"),
    [
        (6_000, 1, "better than the alternative"),
        (8_000, 0, "no difference"),
        (9_000, -0.5, "worse than the alternative"),
        (5_000, 1.5, "better than the alternative"),
    ],
)
def test_the_price_divides_the_value(price, share, verdict):
    assert (machine(price).share_left, machine(price).verdict) == (share, verdict)


def test_without_a_price_or_a_difference_there_is_nothing_to_share():
    assert (machine().inducement, machine().share_left, machine().verdict) == (None, None, None)
    assert v.economic_value(100, price=90).share_left is None
    assert v.economic_value(100, {}, []).value == 100


def test_a_list_or_a_series_of_advantages_works():
    named = v.economic_value(100, pd.Series({"speed": 20, "taste": 5}))
    assert [step.name for step in named.steps] == ["reference price", "speed", "taste", "economic value"]
    assert [step.name for step in v.economic_value(100, [20], [5]).steps][1:3] == ["advantage 1", "drawback 1"]


@given(EUROS, AMOUNTS, AMOUNTS, EUROS)
def test_steps_join_up_and_what_the_price_takes_the_customer_loses(reference, better, worse, price):
    offer = v.economic_value(reference, better, worse, price)
    for before, after in zip(offer.steps[:-2], offer.steps[1:-1], strict=True):
        assert after.start == before.end
        assert after.end - after.start == pytest.approx(after.amount, abs=1e-3)
    assert offer.steps[-2].end == pytest.approx(offer.value, abs=1e-3)
    assert offer.inducement + offer.premium == pytest.approx(offer.differentiation, rel=1e-9, abs=1e-3)


def test_perceived_value_worked_by_hand():
    offer = v.perceived_value({"taste": 8, "service": 6}, {"price": 7, "switching": 3})
    assert (offer.net, offer.times) == (4, 1.4)
    assert (offer.largest_benefit, offer.largest_sacrifice) == ("taste", "price")
    free = v.perceived_value([0], [0])
    assert (free.times, free.largest_benefit) == (None, None)


@given(st.lists(EUROS, min_size=1, max_size=5), st.lists(EUROS, min_size=1, max_size=5))
def test_worth_it_by_difference_is_worth_it_by_ratio(benefits, sacrifices):
    offer = v.perceived_value(benefits, sacrifices)
    if offer.times is not None and abs(offer.net) > 1e-3:
        assert (offer.net > 0) == (offer.times > 1)


def test_savings_over_years_are_discounted():
    assert v.value_over_years(600, 4) == 2_400
    assert v.value_over_years(600, 2, 0.10) == pytest.approx(600 / 1.1 + 600 / 1.21)
    assert v.value_over_years(600, 0) == 0
    assert v.value_over_years(600, 1.5) == 900


@given(st.floats(0, 1e6), st.floats(0, 50), st.floats(0, 1))
def test_waiting_never_adds_value(per_year, years, rate):
    worth = v.value_over_years(per_year, years, rate)
    assert 0 <= worth <= per_year * years * (1 + 1e-9) + 1e-9


# --- Value customers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "kind", "mode"),
    [
        ([8, 4, 1], "intrinsic", "transactional"),
        ([3, 8, 6.5], "extrinsic", "consultative"),
        ([1, 5, 9], "strategic", "strategic"),
        ([7, 6, 2], None, None),
        ([6.6, 8.1, 2], "extrinsic", "consultative"),
    ],
)
def test_kind_of_value_customer(marks, kind, mode):
    customer = v.value_customer_type(marks)
    assert (customer.kind, customer.selling_mode) == (kind, mode)
    assert v.value_customer_type(dict(zip(v.VALUE_CUSTOMERS, marks, strict=True))) == customer


@given(MARKS, MARKS, MARKS, st.floats(0.1, 10))
def test_a_kind_is_named_only_when_it_is_ahead(one, two, three, lead):
    customer = v.value_customer_type([one, two, three], lead)
    assert (customer.kind is None) == (customer.ahead < lead - 1e-9)
    assert customer.kind is None or customer.marks[customer.kind] == max(one, two, three)


# --- Sellogram --------------------------------------------------------------------------------


def coffee():
    return v.sellogram(
        {
            "fresh beans": {"taste": 3, "image": 1},
            "remote service": {"no worries": 3, "cost": 1},
            "chrome finish": {},
        },
        weights={"no worries": 5, "taste": 3, "cost": 0, "image": 1, "sustainability": 1},
    )


def test_strongest_arguments_come_first():
    assert [(a.feature, a.motive, round(a.force, 2)) for a in coffee().arguments] == [
        ("remote service", "no worries", 1.5),
        ("fresh beans", "taste", 0.9),
        ("fresh beans", "image", 0.1),
        ("remote service", "cost", 0),
    ]
    assert coffee().leading_motive == "no worries"


def test_what_is_empty_is_exposed():
    picture = coffee()
    assert picture.unserved_motives == ("sustainability",)
    assert picture.idle_features == ("chrome finish",)
    assert len(picture.empty_cells) == 3 * 5 - 4
    assert ("chrome finish", "taste") in picture.empty_cells
    assert picture.cover == pytest.approx(0.5 + 0.3 + 0.1 / 3)


def test_a_feature_that_serves_only_what_does_not_count_is_idle():
    picture = v.sellogram({"a": {"x": 3}, "b": {"y": 1}}, {"x": 0, "y": 2})
    assert picture.idle_features == ("a",)


def test_weights_may_be_left_out_and_a_table_may_come_in():
    table = pd.DataFrame({"beans": [3, 0], "service": [0, 2]}, index=["taste", "no worries"])
    picture = v.sellogram(table)
    assert picture.weights == {"taste": 0.5, "no worries": 0.5}
    assert picture.arguments[0].feature == "beans"
    more = v.sellogram({"beans": {"taste": 3}}, motives=["taste", "image", "taste"])
    assert (more.motives, more.unserved_motives) == (("taste", "image"), ("image",))


@given(
    st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1, max_size=5),
    st.lists(st.integers(0, 5), min_size=3, max_size=3),
)
def test_every_cell_is_an_argument_or_empty(rows, weights):
    assume(any(weights))
    picture = v.sellogram(
        {f"f{i}": dict(zip("xyz", row, strict=True)) for i, row in enumerate(rows)},
        dict(zip("xyz", weights, strict=True)),
    )
    assert len(picture.arguments) + len(picture.empty_cells) == 3 * len(rows)
    forces = [argument.force for argument in picture.arguments]
    assert forces == sorted(forces, reverse=True)
    assert sum(forces) == pytest.approx(sum(picture.feature_forces.values()))
    assert 0 <= picture.cover <= 1
    for motive in picture.unserved_motives:
        assert picture.motive_cover[motive] == 0
    assert all(picture.feature_forces[feature] == 0 for feature in picture.idle_features)


# --- Margin of a quote ------------------------------------------------------------------------


def test_pre_calculation_worked_by_hand():
    quote = v.quote_margin(10_000, 4_000, 20, 50, 0.10, 0.20)
    assert (quote.direct, quote.labour, quote.overhead, quote.cost) == (4_000, 1_000, 500, 5_500)
    assert (quote.discount, quote.price, quote.margin) == (2_000, 8_000, 2_500)
    assert (quote.margin_rate, quote.mark_up) == pytest.approx((2_500 / 8_000, 2_500 / 5_500))
    assert quote.break_even_discount == pytest.approx(0.45)
    assert quote.contribution == 3_000
    assert quote.volume_needed == pytest.approx(5_000 / 3_000)


@pytest.mark.parametrize(("base", "overhead"), [("all", 500), ("labour", 100), ("direct", 400)])
def test_overhead_may_be_taken_on_another_base(base, overhead):
    assert v.quote_margin(10_000, 4_000, 20, 50, 0.10, overhead_on=base).overhead == overhead


def test_some_discounts_no_volume_makes_up_for():
    assert v.quote_margin(100, 60, discount=0.4).volume_needed is None
    assert v.quote_margin(100, 120).volume_needed is None
    assert v.quote_margin(100, 120).break_even_discount == pytest.approx(-0.2)
    assert v.quote_margin(100, 60, discount=1).margin_rate is None


def test_at_22_per_cent_off_you_need_almost_twice_the_orders():
    assert v.volume_needed(0.495, 0.22) == pytest.approx(1.8)
    assert v.volume_needed(0.30, 0.10) == pytest.approx(1.5)
    assert v.volume_needed(0, 0) == 1


def test_margin_and_mark_up_are_not_the_same():
    assert v.price_for_margin(600, 0.25) == 800
    assert v.price_for_mark_up(600, 0.25) == 750


@given(st.floats(1, 1e6), st.floats(0, 1e6), st.floats(0, 0.5), RATES)
def test_at_the_break_even_discount_nothing_is_left(list_price, direct, overhead, discount):
    quote = v.quote_margin(list_price, direct, overhead_rate=overhead, discount=discount)
    assert quote.margin == pytest.approx(list_price * (quote.break_even_discount - discount), abs=1e-6)
    if 0 <= quote.break_even_discount <= 1:
        even = v.quote_margin(list_price, direct, overhead_rate=overhead, discount=quote.break_even_discount)
        assert even.margin == pytest.approx(0, abs=1e-6)


@given(st.floats(1, 1e5), RATES, RATES)
def test_the_volume_needed_earns_the_same(list_price, cost_share, discount):
    quote = v.quote_margin(list_price, list_price * cost_share, discount=discount)
    if quote.volume_needed is not None:
        full = v.quote_margin(list_price, list_price * cost_share)
        assert quote.volume_needed * quote.contribution == pytest.approx(full.contribution)
        assert quote.volume_needed >= 1 - 1e-9


@given(st.floats(0.01, 1e6), st.floats(0, 0.99))
def test_prices_bring_the_margin_and_the_mark_up_they_were_made_for(cost, rate):
    price = v.price_for_margin(cost, rate)
    assert (price - cost) / price == pytest.approx(rate, abs=1e-9)
    assert v.price_for_mark_up(cost, rate) <= price * (1 + 1e-9)
    assert v.quote_margin(max(price, 0.01), cost).margin_rate == pytest.approx(rate, abs=1e-6)


# --- Quality of a quote -----------------------------------------------------------------------


def test_quality_worked_by_hand():
    quote = v.quote_quality([8, 7, 3, 8, 6, 4])
    assert (quote.score, quote.good_enough) == (6, True)
    assert quote.below == ("proof", "the next step")
    assert quote.first_to_mend == "proof"
    assert quote.gains["proof"] == pytest.approx(7 / 6)
    heavy = v.quote_quality([8, 7, 3, 8, 6, 4], [0, 0, 0, 0, 0, 1])
    assert (heavy.score, heavy.good_enough, heavy.first_to_mend) == (4, False, "the next step")
    assert v.quote_quality({"price": 10, "proof": 10}).first_to_mend is None
    assert list(v.quote_quality(pd.Series([5, 6])).gains) == ["item 1", "item 2"]


@given(st.lists(MARKS, min_size=1, max_size=8))
def test_gains_lead_to_a_ten(marks):
    quote = v.quote_quality(marks)
    assert quote.score + sum(quote.gains.values()) == pytest.approx(10)


# --- Lost quotes ------------------------------------------------------------------------------


def test_win_rates_worked_by_hand():
    # Dear quotes are mostly slow ones; within a speed band the price does nothing.
    rows = (
        [(1, 0.90, 1)] * 8 + [(0, 0.90, 1)] * 2  # cheap and fast: 8 of 10
        + [(1, 0.90, 9)] * 1 + [(0, 0.90, 9)] * 4  # cheap and slow: 1 of 5
        + [(1, 1.10, 1)] * 4 + [(0, 1.10, 1)] * 1  # dear and fast: 4 of 5
        + [(1, 1.10, 9)] * 4 + [(0, 1.10, 9)] * 16  # dear and slow: 4 of 20
    )
    result = v.win_loss(*zip(*rows, strict=True))
    assert (result.total.quotes, result.total.won) == (40, 17)
    assert (result.price.bands["cheaper"].rate, result.price.bands["dearer"].rate) == (9 / 15, 8 / 25)
    assert result.price.effect == pytest.approx(0.28)
    assert result.price.adjusted_effect == pytest.approx(0)
    # 15 fast and 25 slow quotes: 15/40 * 0.8 + 25/40 * 0.2
    assert result.price.adjusted["cheaper"] == pytest.approx(0.425)
    assert result.speed.effect == pytest.approx(12 / 15 - 5 / 25)
    assert result.speed.adjusted_effect == pytest.approx(0.6)
    assert result.driver == "speed"
    assert result.table["dearer"]["slow"] == v.WinRate(20, 4, 0.2)
    assert result.table["level"]["fast"].rate is None


def test_price_is_the_driver_when_it_is():
    rows = [(1, 0.9, 1), (1, 0.9, 9), (0, 1.1, 1), (0, 1.1, 9)]
    result = v.win_loss(*zip(*rows, strict=True))
    assert (result.driver, result.price.adjusted_effect, result.speed.adjusted_effect) == ("price", 1, 0)


@pytest.mark.parametrize(
    ("index", "days", "price", "speed"),
    [
        (0.96, 3, "cheaper", "fast"),
        (0.97, 4, "level", "normal"),
        (1.03, 7, "level", "normal"),
        (1.0300000000000002, 7.5, "level", "slow"),
        (1.031, 0, "dearer", "fast"),
    ],
)
def test_each_quote_falls_in_its_bands(index, days, price, speed):
    assert v.win_loss([1], [index], [days]).table[price][speed].quotes == 1


def test_when_no_group_holds_both_prices_nothing_can_be_compared():
    result = v.win_loss([1, 0], [0.9, 1.1], [1, 9])
    assert (result.price.effect, result.price.adjusted_effect, result.driver) == (1, None, None)
    assert result.price.compared == 0
    one = v.win_loss([1, 0], [1, 1], [1, 9])
    assert one.price.effect is None
    assert one.price.adjusted == {"cheaper": None, "level": 0.5, "dearer": None}


def test_price_is_blamed_more_often_than_it_is_guilty():
    frame = pd.DataFrame(
        {
            "won": [False, False, False, False, True],
            "index": [1.1, 1.2, 1.0, 0.9, 1.0],
            "days": [9, 9, 9, 9, 1],
            "reason": ["price", "price", "Price", None, "price"],
        }
    )
    result = v.win_loss(frame["won"], frame["index"], frame["days"], frame["reason"])
    assert (result.blamed_on_price, result.blamed_wrongly) == (3, 1)
    assert result.reasons == {"price": 2, "Price": 1}
    frame["reason"] = ["price", float("nan"), pd.NA, "", "price"]
    assert v.win_loss(frame["won"], frame["index"], frame["days"], frame["reason"]).reasons == {"price": 1}


QUOTES = st.tuples(st.booleans(), st.floats(0.5, 2), st.floats(0, 30))


@given(st.lists(QUOTES, min_size=1, max_size=60))
def test_bands_and_cells_hold_every_quote_once(rows):
    result = v.win_loss(*zip(*rows, strict=True))
    cells = [cell for row in result.table.values() for cell in row.values()]
    for rates in (cells, result.price.bands.values(), result.speed.bands.values()):
        assert sum(rate.quotes for rate in rates) == len(rows)
        assert sum(rate.won for rate in rates) == result.total.won
    for effect in (result.price, result.speed):
        assert all(rate is None or -1e-9 <= rate <= 1 + 1e-9 for rate in effect.adjusted.values())
        assert effect.compared <= len(rows)


@given(st.lists(QUOTES, min_size=1, max_size=40), st.integers(2, 4))
def test_the_same_quotes_several_times_tell_the_same(rows, times):
    once = v.win_loss(*zip(*rows, strict=True))
    often = v.win_loss(*zip(*(rows * times), strict=True))
    for one, many in ((once.price, often.price), (once.speed, often.speed)):
        assert many.effect == pytest.approx(one.effect)
        assert many.adjusted_effect == pytest.approx(one.adjusted_effect)


def test_a_planted_speed_effect_is_recovered_under_a_confounded_price():
    dice = random.Random(4)
    rows = []
    for _ in range(20_000):
        slow = dice.random() < 0.5
        dear = dice.random() < (0.7 if slow else 0.3)
        chance = 0.50 - 0.25 * slow - 0.05 * dear
        rows.append((dice.random() < chance, 1.1 if dear else 0.9, 10 if slow else 1))
    result = v.win_loss(*zip(*rows, strict=True))
    assert result.speed.adjusted_effect == pytest.approx(0.25, abs=0.02)
    assert result.price.adjusted_effect == pytest.approx(0.05, abs=0.02)
    assert result.price.effect > 0.12
