"""Chapter 6: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""


import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import portfolio as p
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN = float("nan")

WRONG = [
    (lambda: p.customer_pyramid({}), ["revenues is empty", "at least one customer"]),
    (lambda: p.customer_pyramid([0, -5]), ["revenues has no customer with revenue", "check the period"]),
    (lambda: p.customer_pyramid({"a": NAN, "b": 1}), ["revenues: a", "NaN", "0 for a customer that bought nothing"]),
    (lambda: p.customer_pyramid({"a": "5k"}), ["revenues: a", "'5k'", "give a number"]),
    (lambda: p.customer_pyramid(5), ["revenues is 5", "list of numbers"]),
    (lambda: p.customer_pyramid({None: 5}), ["revenues", "missing (None)", "a name or a number"]),
    (lambda: p.customer_pyramid(pd.Series([1, 2], index=["a", "a"])), ["revenues names 'a' twice", "add its amounts"]),
    (lambda: p.customer_pyramid([1], prospects=-3), ["prospects is -3", "0 or more"]),
    (lambda: p.customer_pyramid([1], inactive=1.5), ["inactive is 1.5", "whole number"]),
    (lambda: p.customer_pyramid([1], shares=[1, 4, 15]), ["shares: large is 4", "0.25 for 25 %"]),
    (lambda: p.customer_pyramid([1], shares=[0.5, 0.5]), ["shares has 2 numbers", "top, large, medium"]),
    (lambda: p.customer_pyramid([1], shares=[0.5, 0.5, 0.5]), ["shares add up to more than 1", "0.04 for 4 %"]),
    (lambda: p.customer_pyramid([1], shares={"giant": 0.5}), ["shares names 'giant'", "top, large, medium"]),
    (lambda: p.customer_pyramid([1], thresholds={"top": 5}), ["thresholds", "top, large and medium"]),
    (lambda: p.customer_pyramid([1], thresholds={"top": 1, "large": 5, "medium": 0}), ["thresholds", "go down"]),
    (lambda: p.layer_sizes(8.4), ["customers is 8.4", "whole number"]),
    (lambda: p.pyramid_strategy("huge"), ["layer", "'huge'", "'top'"]),
    (lambda: p.pyramid_strategy("top", can_grow="yes"), ["can_grow", "'yes'", "True or False"]),
    (lambda: p.pyramid_migration({"a": 1}, [1]), ["before and after are not alike", "both by name"]),
    (lambda: p.pyramid_migration([1, 2], [1]), ["before has 2", "after has 1", "by name"]),
    (lambda: p.pyramid_migration([1], [1], same_thresholds=2), ["same_thresholds is 2", "True or False"]),
    (lambda: p.customer_profitability(-1, 5), ["revenue is -1", "at least 0"]),
    (lambda: p.abc_analysis([1], a=80), ["a is 80", "0.25 for 25 %"]),
    (lambda: p.abc_analysis([1], a=0.9, b=0.8), ["a is 0.9", "more than b at 0.8"]),
    (lambda: p.pareto_share([1], 20), ["top is 20", "0.25 for 25 %"]),
    (lambda: p.smallest_share([0], 0.8), ["no customer with revenue", "check the period"]),
    (lambda: p.quintile_score(4, [1, 2]), ["value is 4", "not among the values"]),
    (lambda: p.rfm([1, 2], [1], [1, 2]), ["frequency has no 'customer 2'", "add it"]),
    (lambda: p.rfm([-1], [1], [1]), ["recency_days: customer 1 is -1", "0 or more"]),
    (lambda: p.rfm_group(0, 5, 5), ["recency_score is 0", "from 1 to 5"]),
    (lambda: p.rfm_group(5, 2.5, 5), ["frequency_score is 2.5", "whole number from 1 to 5"]),
    (lambda: p.rfm_of_orders(["a"], ["31-12-2026"], [5]), ["dates: row 1", "'31-12-2026'", "'2026-09-30'"]),
    (lambda: p.rfm_of_orders(["a"], [pd.NaT], [5]), ["dates: row 1", "missing (NA)"]),
    (lambda: p.rfm_of_orders(["a"], ["2026-01-01"], [NAN]), ["revenues: row 1", "NaN"]),
    (lambda: p.rfm_of_orders(["a", "b"], ["2026-01-01"], [1, 2]), ["dates has 1 rows", "one for each order"]),
    (lambda: p.rfm_of_orders([], [], []), ["customers is empty", "at least one order"]),
    (lambda: p.rfm_of_orders(["a"], ["2026-01-01"], [1], on="2025-01-01"), ["on is 2025-01-01", "later day"]),
    (lambda: p.segment_by_criteria([1]), ["criteria is of type list", "for each criterion"]),
    (lambda: p.segment_by_criteria({}), ["criteria is empty", "turnover"]),
    (lambda: p.segment_by_criteria({"a": [1], "b": [1, 2]}), ["a has no 'customer 2'", "add it"]),
    (lambda: p.segment_by_criteria({"a": [1]}, low_is_good=["b"]), ["low_is_good", "'b'", "use a"]),
    (lambda: p.segment_by_criteria({"a": [1]}, weights=[0]), ["weights sum to 0", "above 0"]),
    (lambda: p.relationship_strategy(11, 5), ["value is 11", "0 to 10"]),
    (lambda: p.relationship_strategy(5, 5, value_weights=[1]), ["value is one mark", "each criterion"]),
    (lambda: p.relationship_mark(5, 3, 3), ["low and high are both 3", "what gets a 10"]),
    (lambda: p.relationship_portfolio([5], [5], [1, 2]), ["values has no 'customer 2'", "add it"]),
    (lambda: p.relationship_portfolio({"a": 50}, {"a": 5}), ["values: a is 50", "0 to 10"]),
    (lambda: p.retention_rate([], ["a"]), ["start has no customers", "the period that had some"]),
    (lambda: p.retention_rate(["a", None], []), ["start", "missing (None)", "a name or a number"]),
    (lambda: p.retention_rate("abc", []), ["start", "'abc'", "give the names"]),
    (lambda: p.retention_rate_of_counts(0, 5, 5), ["at_start is 0", "1 or more"]),
    (lambda: p.retention_rate_of_counts(10, 5, 6), ["joined is 6", "5 at the end"]),
    (lambda: p.retention_rate_of_counts(10, 20, 5), ["at_end minus joined is 15", "10 at the start"]),
    (lambda: p.retention_by_year(["a"], ["2024-01-01"], "2024-01-01", 1), ["years is 1", "2 or more"]),
    (lambda: p.retention_by_year(["a"], ["2024-01-01"], "2020-01-01", 2), ["2020-01-01 to 2020-12-31", "had some"]),
    (lambda: p.retention_by_year(["a"], ["2024-01-01"], 2024, 2), ["first_day is 2024", "'2026-09-30'"]),
    (lambda: p.share_still_there(0.8, -1), ["periods is -1", "0 to 1000"]),
    (lambda: p.customer_life(1), ["retention is 1", "below 1"]),
    (lambda: p.lifetime_value(100, 80), ["retention is 80", "0.25 for 25 %"]),
    (lambda: p.lifetime_value(100, 1), ["no end", "give years"]),
    (lambda: p.lifetime_value(100, 0.8, years=0), ["years is 0", "1 or more"]),
    (lambda: p.lifetime_value(100, 0.8, years=101), ["years is 101", "1 to 100"]),
    (lambda: p.lifetime_value(100, 0.8, timing="monthly"), ["timing", "'monthly'", "'year end'"]),
    (lambda: p.retention_budget(10, 100, 0.8, 0.7, 5), ["improved is 0.7", "below retention", "0.8"]),
    (lambda: p.retention_budget(10, 100, 0.8, 1, 5), ["improved is 1", "no end", "give years"]),
    (lambda: p.importance_performance({"a": 1}, {"b": 1}), ["performance has no 'a'", "add it"]),
    (lambda: p.importance_performance([1], [11]), ["performance: item 1 is 11", "0 to 10"]),
    (lambda: p.importance_performance([1], [5], scale=(5, 5)), ["scale", "two numbers"]),
    (lambda: p.derived_importance({"a": [1, 2]}, [1, 2]), ["overall has 2 answers", "at least 3"]),
    (lambda: p.derived_importance({"a": [4, 4, 4]}, [1, 2, 3]), ["scores: a is the same", "leave it out"]),
    (lambda: p.derived_importance({"a": [4, 5, 6, 7]}, [1, 2, 3]), ["scores: a has 4 marks", "one per answer"]),
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
    st.dates(),
    st.lists(st.one_of(st.integers(0, 10), st.floats(), st.none(), st.text(max_size=2)), max_size=6),
    st.dictionaries(
        st.one_of(st.integers(), st.text(max_size=3), st.sampled_from(["a", "top", "large", "medium"])),
        st.one_of(st.floats(), st.text(max_size=2), st.lists(st.floats(), max_size=3)),
        max_size=4,
    ),
)
AMOUNT = st.one_of(st.floats(0, 1e15), st.floats(0, 1), st.just(5e-324), st.just(1e15))
SIGNED = st.one_of(AMOUNT, AMOUNT.map(lambda amount: -amount))
RATE = st.one_of(st.floats(0, 1), st.just(5e-324), st.just(1.0), st.just(1 - 1e-9))
COUNT = st.one_of(st.integers(0, 1_000), st.just(10**15))
MARK = st.one_of(st.floats(0, 10), st.just(5.0), st.just(5e-324))
HORIZON = st.one_of(st.none(), st.integers(1, 100))
TIMING = st.sampled_from(["year end", "year start", "after renewal"])
NAME = st.sampled_from("abcd")
DAY = st.sampled_from(["2024-01-01", "2024-02-29", "2025-06-30", "2026-12-31"])


def three(strategy):
    return st.lists(strategy, min_size=3, max_size=3)


def falling(amounts):
    return dict(zip(["top", "large", "medium"], sorted(amounts, reverse=True), strict=True))


BOOK = st.lists(SIGNED, max_size=8) | st.dictionaries(NAME, SIGNED) | st.dictionaries(st.integers(0, 5), SIGNED)
FUNCTIONS = {  # name: what each argument may plausibly be
    "customer_pyramid": {
        "revenues": BOOK, "prospects": COUNT, "suspects": COUNT, "inactive": COUNT, "shares": three(st.floats(0, 0.5)),
        "thresholds": st.none() | three(AMOUNT).map(falling),
    },
    "layer_sizes": {"customers": COUNT, "shares": three(st.floats(0, 0.4))},
    "pyramid_strategy": {"layer": st.sampled_from(p.PYRAMID_LAYERS), "margin": SIGNED, "can_grow": st.booleans()},
    "pyramid_migration": {
        "before": st.dictionaries(NAME, SIGNED), "after": st.dictionaries(NAME, SIGNED),
        "same_thresholds": st.booleans(), "shares": three(st.floats(0, 0.4)),
    },
    "customer_profitability": {
        "revenue": AMOUNT, "cost_of_goods": AMOUNT, "visits": st.floats(0, 10_000), "cost_per_visit": AMOUNT,
        "other_service": AMOUNT,
    },
    "abc_analysis": {"revenues": BOOK, "a": st.floats(0, 0.5), "b": st.floats(0.5, 1)},
    "pareto_share": {"revenues": BOOK, "top": RATE},
    "smallest_share": {"revenues": BOOK, "of_revenue": RATE},
    "quintile_score": {"value": st.just(7), "values": st.lists(SIGNED, max_size=5).map(lambda row: [7, *row]),
                       "low_is_good": st.booleans()},
    "rfm": {"recency_days": three(AMOUNT), "frequency": three(AMOUNT), "monetary": three(SIGNED)},
    "rfm_of_orders": {"customers": three(NAME), "dates": three(DAY), "revenues": three(SIGNED), "on": st.none() | DAY},
    "rfm_group": dict.fromkeys(["recency_score", "frequency_score", "monetary_score"], st.integers(1, 5)),
    "segment_by_criteria": {
        "criteria": st.fixed_dictionaries({"x": three(SIGNED), "y": three(SIGNED)}),
        "weights": st.one_of(st.none(), st.lists(AMOUNT, min_size=2, max_size=2)),
        "low_is_good": st.lists(st.sampled_from("xy")),
    },
    "relationship_strategy": {
        "value": st.one_of(MARK, three(MARK)), "strength": three(MARK), "value_weights": st.none() | three(AMOUNT),
        "strength_weights": st.none() | three(AMOUNT), "threshold": MARK, "near": MARK,
    },
    "relationship_mark": {"amount": SIGNED, "low": SIGNED, "high": SIGNED},
    "relationship_portfolio": {
        "values": three(MARK), "strengths": three(MARK), "revenues": st.none() | three(SIGNED), "threshold": MARK,
        "near": MARK,
    },
    "retention_rate": {"start": st.lists(NAME) | st.dictionaries(NAME, SIGNED), "end": st.sets(NAME | st.integers())},
    "retention_rate_of_counts": {"at_start": COUNT, "at_end": COUNT, "joined": COUNT},
    "retention_by_year": {"customers": three(NAME), "dates": three(DAY), "first_day": DAY, "years": st.integers(2, 5)},
    "share_still_there": {"retention": RATE, "periods": st.floats(0, 1_000)},
    "customer_life": {"retention": RATE},
    "lifetime_value": {
        "margin": SIGNED, "retention": RATE, "discount_rate": RATE, "acquisition_cost": AMOUNT, "years": HORIZON,
        "timing": TIMING,
    },
    "retention_budget": {
        "customers": COUNT, "margin": AMOUNT, "retention": st.floats(0, 0.5), "improved": st.one_of(
            st.floats(0.5, 1), st.just(1 - 1e-6)), "budget": AMOUNT, "discount_rate": RATE, "years": HORIZON,
        "timing": TIMING,
    },
    "importance_performance": {
        "importance": three(SIGNED), "performance": three(MARK), "importance_from": st.none() | SIGNED,
        "performance_from": st.none() | SIGNED,
    },
    "derived_importance": {"scores": st.fixed_dictionaries({"x": three(SIGNED)}), "overall": three(SIGNED)},
}


def test_every_function_is_put_to_the_test():
    public = {name for name in p.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    assert finite_or_a_sentence(getattr(p, name), **drawn(data, FUNCTIONS[name], ANYTHING))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    assert finite_or_a_sentence(getattr(p, name), **drawn(data, FUNCTIONS[name]))


def test_numbers_are_known_by_what_they_do():
    assert p.customer_life(np.float64(0.5)) == 2
    assert p.pareto_share(np.array([8, 1, 1])) == 0.8
    assert p.customer_pyramid(pd.Series([5, 6], dtype="Int64")).revenue == 11
    assert p.retention_rate(np.array([1, 2]), {2, 3}).lost_customers == ("1",)
    moments = np.array(["2026-01-01", "2026-01-31"], dtype="datetime64[ns]")
    assert p.rfm_of_orders(["a", "b"], moments, [1, 1]).customers["a"].recency_days == 30


def test_results_cannot_be_changed_by_accident():
    client = p.lifetime_value(100, 0.8)
    with pytest.raises(AttributeError):
        client.value = 0
