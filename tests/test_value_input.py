"""Chapter 4: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""


import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import value as v
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN = float("nan")

WRONG = [
    (lambda: v.economic_value(-1), ["reference_price is -1", "at least 0"]),
    (lambda: v.economic_value(1, {"a": -5}), ["positive: a is -5", "0 or more"]),
    (lambda: v.economic_value(1, {"a": 5}, {"b": NAN}), ["negative: b", "NaN", "fill it in"]),
    (lambda: v.economic_value(1, 5), ["positive is 5", "list of numbers"]),
    (lambda: v.economic_value(1, price="8k"), ["price", "'8k'", "give a number"]),
    (lambda: v.economic_value(1, {3: 5}), ["positive", "3", "in words"]),
    (lambda: v.perceived_value({}, [1]), ["benefits is empty", "at least one"]),
    (lambda: v.perceived_value([1], [-1]), ["sacrifices: sacrifice 1 is -1", "0 or more"]),
    (lambda: v.value_over_years(1, 51), ["years is 51", "0 to 50"]),
    (lambda: v.value_over_years(1, 5, 8), ["discount_rate is 8", "0.08 for 8 %"]),
    (lambda: v.value_customer_type([1, 2]), ["2 numbers", "intrinsic, extrinsic, strategic"]),
    (lambda: v.value_customer_type({"intrinsic": 5}), ["no 'extrinsic'", "0 to 10"]),
    (lambda: v.value_customer_type({"cheap": 5}), ["'cheap'", "unknown"]),
    (lambda: v.value_customer_type([1, 2, 3], 0), ["lead is 0", "above 0"]),
    (lambda: v.sellogram({"a": {"x": 4}}), ["strengths: a: x is 4", "0", "3"]),
    (lambda: v.sellogram({"a": {"x": 1}}, {"y": 1}), ["weights has no 'x'", "add it"]),
    (lambda: v.sellogram({"a": {"x": 1}}, motives=["y"]), ["motives has no 'x'", "add it"]),
    (lambda: v.sellogram({"a": {"x": 1}}, {"x": 0}), ["weights sum to 0", "above 0"]),
    (lambda: v.sellogram({"a": {"x": 1}}, {"x": 1}, ["x", "y"]), ["weights has no 'y'", "motives"]),
    (lambda: v.sellogram({"a": {"x": 1}}, [1]), ["weights is no mapping", "by name"]),
    (lambda: v.sellogram({"a": {"x": 1}}, motives="x"), ["motives is no list", "in words"]),
    (lambda: v.sellogram({"a": {}}), ["no motive at all", "say which"]),
    (lambda: v.sellogram({}), ["strengths is empty", "at least one"]),
    (lambda: v.sellogram({"a": 3}), ["strengths: a is 3", "by name"]),
    (lambda: v.sellogram([3]), ["strengths", "mapping of mappings"]),
    (lambda: v.quote_margin(0, 5), ["list_price is 0", "at least 0.01"]),
    (lambda: v.quote_margin(10, 5, discount=20), ["discount is 20", "0.25 for 25 %"]),
    (lambda: v.quote_margin(10, 5, overhead_rate=15), ["overhead_rate is 15", "0.15 for 15 %"]),
    (lambda: v.quote_margin(10, 5, hours=-1), ["hours is -1", "at least 0"]),
    (lambda: v.quote_margin(10, 5, overhead_on="rent"), ["overhead_on", "'rent'", "'labour'"]),
    (lambda: v.volume_needed(0.3, 0.3), ["discount is 0.3", "nothing is left", "smaller discount"]),
    (lambda: v.volume_needed(30, 0.3), ["margin_rate is 30", "0.25 for 25 %"]),
    (lambda: v.price_for_margin(10, 1), ["margin_rate is 1", "0 to 0.99"]),
    (lambda: v.price_for_mark_up(10, -1), ["mark_up is -1", "0 to 100"]),
    (lambda: v.quote_quality([5, 11]), ["marks: item 2 is 11", "0 to 10"]),
    (lambda: v.quote_quality([5, 6], [1]), ["weights has no 'item 2'", "add it"]),
    (lambda: v.quote_quality([5, 6], [0, 0]), ["weights sum to 0", "above 0"]),
    (lambda: v.win_loss([], [], []), ["won is empty", "at least one quote"]),
    (lambda: v.win_loss([1, 0], [1], [1, 2]), ["price_index has 1", "won has 2", "one for each"]),
    (lambda: v.win_loss([1], [108], [1]), ["price_index: quote 1 is 108", "1.08 for 8 % dearer"]),
    (lambda: v.win_loss([1], [1], [-1]), ["days: quote 1 is -1", "at least 0"]),
    (lambda: v.win_loss([1, "lost"], [1, 1], [1, 1]), ["won: quote 2", "'lost'", "True or False"]),
    (lambda: v.win_loss([1], [NAN], [1]), ["price_index: quote 1", "NaN", "leave it out"]),
    (lambda: v.win_loss([0], [1], [1], [5]), ["reasons: quote 1 is 5", "text"]),
    (lambda: v.win_loss([0], [1], [1], ["a", "b"]), ["reasons has 2", "one for each"]),
    (lambda: v.win_loss([0], [1], [1], "price"), ["reasons", "'price'", "give a list"]),
    (lambda: v.win_loss([0], [1], [1], level=(1.03, 0.97)), ["level runs from 1.03 to 0.97", "in order"]),
    (lambda: v.win_loss([0], [1], [1], speed=3), ["speed is not a pair", "two numbers"]),
]


@pytest.mark.parametrize(("wrong", "names"), WRONG, ids=[" ".join(names) for _, names in WRONG])
def test_a_wrong_input_is_named_with_its_place_and_the_remedy(wrong, names):
    named_with_remedy(wrong, names)


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.decimals(),
    st.complex_numbers(),
    st.lists(st.one_of(st.integers(0, 10), st.floats(), st.none(), st.text(max_size=2)), max_size=6),
    st.dictionaries(
        st.one_of(st.integers(), st.text(max_size=3), st.sampled_from([*v.VALUE_CUSTOMERS, "x", "y"])),
        st.one_of(
            st.floats(),
            st.text(max_size=2),
            st.dictionaries(st.sampled_from(["x", "y", 3]), st.one_of(st.floats(), st.integers(0, 3))),
        ),
        max_size=4,
    ),
)
AMOUNT = st.one_of(st.floats(0, 1e15), st.floats(0, 1), st.just(5e-324), st.just(1e15))
RATE = st.one_of(st.floats(0, 1), st.just(5e-324), st.just(1.0))
AMOUNTS = st.one_of(st.none(), st.lists(AMOUNT, max_size=4))
MARKS = st.lists(st.floats(0, 10), min_size=3, max_size=3)
STRENGTH = st.one_of(st.floats(0, 3), st.just(5e-324))


def three(strategy):
    return st.lists(strategy, min_size=3, max_size=3)


FUNCTIONS = {  # name: what each argument may plausibly be
    "economic_value": {
        "reference_price": AMOUNT, "positive": AMOUNTS, "negative": AMOUNTS, "price": st.one_of(st.none(), AMOUNT),
    },
    "perceived_value": {"benefits": three(AMOUNT), "sacrifices": three(AMOUNT)},
    "value_over_years": {"per_year": AMOUNT, "years": st.floats(0, 50), "discount_rate": RATE},
    "value_customer_type": {"marks": MARKS, "lead": st.floats(0, 10)},
    "sellogram": {
        "strengths": st.fixed_dictionaries({f: st.fixed_dictionaries({"x": STRENGTH, "y": STRENGTH}) for f in "ab"}),
        "weights": st.one_of(st.none(), st.fixed_dictionaries({"x": AMOUNT, "y": AMOUNT})),
        "motives": st.one_of(st.none(), st.just(["y", "x"])),
    },
    "quote_margin": {
        "list_price": AMOUNT, "direct_cost": AMOUNT, "hours": AMOUNT, "rate_per_hour": AMOUNT,
        "overhead_rate": st.floats(0, 10), "discount": RATE,
        "overhead_on": st.sampled_from(["all", "labour", "direct"]),
    },
    "volume_needed": {"margin_rate": RATE, "discount": RATE},
    "price_for_margin": {"cost": AMOUNT, "margin_rate": RATE},
    "price_for_mark_up": {"cost": AMOUNT, "mark_up": RATE},
    "quote_quality": {"marks": MARKS, "weights": st.one_of(st.none(), three(AMOUNT)), "pass_mark": st.floats(0, 10)},
    "win_loss": {
        "won": three(st.booleans()), "price_index": three(st.floats(0.01, 100)), "days": three(AMOUNT),
        "reasons": st.one_of(st.none(), three(st.one_of(st.none(), st.text(max_size=3), st.just("price")))),
    },
}


def test_every_function_is_put_to_the_test():
    public = {name for name in v.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    assert finite_or_a_sentence(getattr(v, name), **drawn(data, FUNCTIONS[name], ANYTHING))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    assert finite_or_a_sentence(getattr(v, name), **drawn(data, FUNCTIONS[name]))


def test_numbers_are_known_by_what_they_do():
    assert v.quote_margin(np.int64(100), np.float64(60)).margin == 40
    won = pd.array([True, False], dtype="boolean")
    assert v.win_loss(won, pd.array([0.9, 1.1]), np.array([1, 1])).price.adjusted_effect == 1


def test_results_cannot_be_changed_by_accident():
    quote = v.quote_margin(100, 60)
    with pytest.raises(AttributeError):
        quote.margin = 0
