"""Chapter 2: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import market as m
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN, INF = float("nan"), float("inf")
PLAN = {"base": 45_000, "variable": 15_000, "target": 600_000}
TWO = {"us": {"x": 5}, "them": {"x": 6}}
QUARTERS = [80, 130, 130, 120, 120, 170, 170, 160]
DEEP = {}
DEEP["again"] = DEEP

WRONG = [
    (lambda: m.cascade_target(-1, [1]), ["target is -1", "at least 0"]),
    (lambda: m.cascade_target(100, {"North": {"Anna": 0}, "South": 0}), ["weights sum to 0", "above 0"]),
    (lambda: m.cascade_target(100, {"North": {"Anna": 0}, "South": 1}), ["weights: North sum to 0", "above 0"]),
    (lambda: m.cascade_target(100, {"North": {"Anna": "much"}}), ["weights: North: Anna", "'much'"]),
    (lambda: m.cascade_target(100, {"North": {}}), ["weights: North is empty", "at least one"]),
    (lambda: m.cascade_target(100, 5), ["weights is 5", "by name"]),
    (lambda: m.cascade_target(100, {7: 5}), ["weights has a name that is 7", "in words"]),
    (lambda: m.cascade_target(100, DEEP), ["more than 8 layers deep", "leave out"]),
    (lambda: m.cascade_target(100, {("North", "Anna"): 1, "North": 2}), ["names 'North' twice", "once"]),
    (lambda: m.cascade_target(100, {"North": 2, ("North", "Anna"): 1}), ["'North' both a number and parts"]),
    (lambda: m.cascade_target(1_050, [1, 1], step=100), ["target is 1050", "steps of 100"]),
    (lambda: m.cascade_target(1_000, [1], step=0), ["step is 0", "0.01"]),
    (lambda: m.roll_up({"Anna": NAN}), ["parts: Anna", "NaN", "leave it out"]),
    (lambda: m.roll_up({"Anna": -5}), ["parts: Anna is -5", "at least 0"]),
    (lambda: m.target_gap({"North": 1}, {"South": 1}), ["bottom_up has 'South'", "top_down has not"]),
    (lambda: m.target_gap({"North": 1, "South": 2}, {"North": 1}), ["top_down has 'South'", "with 0"]),
    (lambda: m.target_gap("a lot", 5), ["top_down is the text 'a lot'", "by name"]),
    (lambda: m.commission_plan(1, 1, 0), ["target is 0", "1 or more"]),
    (lambda: m.commission_plan(1, 1, 5, threshold=50), ["threshold is 50", "0.5 for 50 %"]),
    (lambda: m.commission_plan(1, 1, 5, threshold=1, pays_from="threshold"), ["threshold is 1", "to 0.99"]),
    (lambda: m.commission_plan(1, 1, 5, cap=0.5), ["cap is 0.5", "or None"]),
    (lambda: m.commission_plan(1, 1, 5, pays_from="monday"), ["'monday'", '"first euro" or "threshold"']),
    (lambda: m.earnings({"base": 1}, 5), ["plan has no 'variable'", "euros a year"]),
    (lambda: m.earnings({**PLAN, "bonus": 1}, 5), ["plan names 'bonus'", "accelerator"]),
    (lambda: m.earnings(45_000, 5), ["plan is 45000", "commission_plan"]),
    (lambda: m.earnings(PLAN, -5), ["sales is -5", "at least 0"]),
    (lambda: m.earnings(replace(m.commission_plan(**PLAN), variable=NAN), 5), ["variable", "NaN"]),
    (lambda: m.pay_curve(PLAN, 50), ["up_to is 50", "0.01 to 10"]),
    (lambda: m.scorecard({"finance": {"revenue": (1, 2)}}), ["'finance'", "internal process"]),
    (lambda: m.scorecard({"financial": {}}), ["measures: financial is empty", "mapping"]),
    (lambda: m.scorecard({"financial": {"revenue": (1, 2, 3)}}), ["revenue has 3 values", "(actual, target)"]),
    (lambda: m.scorecard({"financial": {"revenue": {"actual": 1}}}), ["revenue has no 'target'"]),
    (lambda: m.scorecard({"financial": {"revenue": (1, 0)}}), ["revenue: target is 0", "0.01"]),
    (lambda: m.scorecard({"financial": {"revenue": (1, 2)}}, {"customer": 1}), ["weights has no 'financial'"]),
    (lambda: m.scorecard({"financial": {"r": (1, 2)}}, {"financial": 1, "customer": 1}), ["'customer'", "not scored"]),
    (lambda: m.scorecard({"financial": {"revenue": (1, 2)}}, ceiling=0), ["ceiling is 0", "1 to 10"]),
    (lambda: m.market_potential(100, {"large": 30}), ["ratios: large is 30", "0.25 for 25 %"]),
    (lambda: m.market_potential(100, []), ["ratios is empty", "at least one"]),
    (lambda: m.market_potential(100, [0.5], own_share=5), ["own_share is 5", "0 to 1"]),
    (lambda: m.sales_force_composite({"Anna": 5}, {"Bram": [(1, 2)]}), ["'Bram'", "no estimate"]),
    (lambda: m.sales_force_composite({"Anna": 5}, {"Anna": [1, 2]}), ["history: Anna: period 1 is 1", "pairs"]),
    (lambda: m.sales_force_composite({"Anna": 5}, {"Anna": [(0, 2)]}), ["estimates of 0 only", "leave Anna out"]),
    (lambda: m.sales_force_composite({"Anna": 5}, {"Anna": []}), ["history: Anna is empty", "pairs"]),
    (lambda: m.jury_estimate({}), ["opinions is empty", "at least one"]),
    (lambda: m.jury_estimate([1, 2], [0, 0]), ["weights sum to 0", "above 0"]),
    (lambda: m.delphi([]), ["rounds is empty", "at least one round"]),
    (lambda: m.delphi([[1, 2], []]), ["rounds: round 2 is empty"]),
    (lambda: m.delphi([[1, -2]]), ["lowest of round 1 is -2", "at least 0"]),
    (lambda: m.buyer_intentions({"yes": 5}, {"yes": 80}, 10), ["chances: yes is 80", "from 0 to 1"]),
    (lambda: m.buyer_intentions({"yes": 5}, {"no": 0.5}, 10), ["chances has no 'yes'", "add it"]),
    (lambda: m.buyer_intentions({"yes": 0}, {"yes": 0.5}, 10), ["answers are all 0", "at least one"]),
    (lambda: m.buyer_intentions({"yes": 1.5}, {"yes": 0.5}, 10), ["answers: yes is 1.5", "whole number"]),
    (lambda: m.naive([]), ["history is empty", "oldest first"]),
    (lambda: m.naive([1, None]), ["history: value 2", "None"]),
    (lambda: m.naive(pd.Series([1.0, NAN])), ["history: value 2", "NaN", "leave it out"]),
    (lambda: m.naive({"jan": 1}), ["history is a mapping", "list of numbers"]),
    (lambda: m.naive([1], horizon=0), ["horizon is 0", "1 or more"]),
    (lambda: m.naive([1], horizon=601), ["horizon is 601", "at most 600"]),
    (lambda: m.seasonal_naive([1, 2], 12), ["history has 2 values", "one cycle of 12"]),
    (lambda: m.seasonal_naive([1, 2], 1), ["period is 1", "2 or more"]),
    (lambda: m.seasonal_naive([1, 2], 400), ["period is 400", "at most 366"]),
    (lambda: m.moving_average([1, 2], 3), ["window is 3", "history has 2 values", "fewer"]),
    (lambda: m.linear_trend([1]), ["history has 1 value;", "at least two"]),
    (lambda: m.exponential_smoothing([1, 2], 20), ["alpha is 20", "from 0 to 1"]),
    (lambda: m.exponential_smoothing([1]), ["history has 1 value;", "give alpha"]),
    (lambda: m.holt([1, 2]), ["history has 2 values", "three"]),
    (lambda: m.holt([1, 2], 0.1, 0.1, initial_level=5), ["initial_trend is missing", "both"]),
    (lambda: m.holt_winters([1, 2, 3], 2), ["history has 3 values", "two cycles of 2"]),
    (lambda: m.holt_winters([1, 0, 3, 4], 2), ["history: value 2 is 0", 'season="additive"']),
    (lambda: m.holt_winters(QUARTERS, 4, season="yes"), ["season is the text 'yes'", '"additive"']),
    (lambda: m.holt_winters(QUARTERS, 4, initial_level=5), ["initial_trend is missing", "all three"]),
    (
        lambda: m.holt_winters(QUARTERS, 4, initial_level=5, initial_trend=1, initial_seasonal=[1]),
        ["initial_seasonal has 1 values", "give 4 numbers"],
    ),
    (lambda: m.holt_winters([1, 1, 1, 1, 99, 99, 99, 99], 4), ["rises so steeply", 'season="additive"']),
    (lambda: m.holt_winters([900, 901, 2, 1, 1, 1], 2, 1, 1, 1), ["multiplicative", "down to 0", "alpha 1"]),
    (
        lambda: m.holt_winters([1e15 * (-1) ** t for t in range(600)], 3, 1, 1, 1, season="additive"),
        ["run away", "alpha 1", "lower alpha"],
    ),
    (lambda: m.seasonal_indices([1, 2, 3], 2), ["history has 3 values", "two cycles of 2"]),
    (lambda: m.seasonal_indices([1, -2, 3, 4], 2), ["history: value 2 is -2", "additive"]),
    (lambda: m.centred_moving_average([1, 2, 3], 4), ["window is 4", "at least 5"]),
    (lambda: m.history_pattern([1, 2]), ["history has 2 values", "three"]),
    (lambda: m.accuracy([1, 2], [1]), ["forecast has 1 values", "actual has 2"]),
    (lambda: m.accuracy([1], [None]), ["forecast has no values", "at least one"]),
    (lambda: m.accuracy([1, NAN], [1, 2]), ["actual: value 2", "NaN"]),
    (lambda: m.accuracy([1], [1], [1, 2, 3], period=12), ["history has 3 values", "more than 12"]),
    (lambda: m.compare_forecasts(QUARTERS, 6), ["history has 8 values", "hold out 6", "at least 9"]),
    (lambda: m.compare_forecasts(QUARTERS, 0), ["hold_out is 0", "1 or more"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 4, methods=["crystal ball"]), ["'crystal ball'", "seasonal naive"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 4, methods="naive"), ["methods is the text 'naive'", "give a list"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 4, methods=np.array(5)), ["methods is of type", "give a list"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 4, methods=[]), ["methods is empty", "at least one"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 4, measure="luck"), ["'luck'", "mae, rmse, mape, mase"]),
    (lambda: m.compare_forecasts([1, 2, 3, 4, 0], 2, 2, measure="mape"), ['"mape", which is', "value 2 is 0"]),
    (lambda: m.compare_forecasts(QUARTERS, 2, 12, methods=["seasonal naive"]), ["suits none", "one cycle of 12"]),
    (lambda: m.segment_attractiveness({}), ["scores is empty", "mapping"]),
    (lambda: m.segment_attractiveness({"a": {"x": 11}}), ["scores: a: x is 11", "0 to 10"]),
    (lambda: m.segment_attractiveness({"a": {"x": 1}, "b": {"y": 1}}), ["scores: b has no 'x'", "same"]),
    (lambda: m.segment_attractiveness({"a": {"x": 1}}, scale=(5, 5)), ["scale runs from 5 to 5", "(0, 10)"]),
    (lambda: m.segment_attractiveness({"a": {"x": 1}}, scale=5), ["scale is 5", "two numbers"]),
    (lambda: m.positioning_map({"us": (1, 2, 3)}), ["places: us has 3 values", "each axis"]),
    (lambda: m.positioning_map({"us": (1, 12)}), ["places: us: second axis is 12", "0 to 10"]),
    (lambda: m.positioning_map({"us": (1, 2)}, own="them"), ["own is the text 'them'", "use one of us"]),
    (lambda: m.position_distance("ab", (1, 2)), ["first is the text 'ab'", "two numbers"]),
    (lambda: m.ansoff("yes", True), ["product_new is the text 'yes'", "True or False"]),
    (lambda: m.ansoff(True, 1), ["market_new is 1", "True or False"]),
    (lambda: m.business_definition([], ["n"], ["t"]), ["groups is empty", "at least one"]),
    (lambda: m.business_definition("offices", ["n"], ["t"]), ["groups is the text 'offices'", "list of names"]),
    (lambda: m.business_definition(["g"], ["n", "n"], ["t"]), ["needs names 'n' twice", "once"]),
    (lambda: m.business_definition(["g"], ["n"], ["t"], [("g", "n")]), ["combination 1 has 2 parts"]),
    (lambda: m.business_definition(["g"], ["n"], ["t"], [("g", "n", "x")]), ["combination 1", "'x'", "use one of t"]),
    (lambda: m.compare_offers(TWO, "you"), ["own is the text 'you'", "us, them"]),
    (lambda: m.compare_offers({"us": {"x": 5}}, "us"), ["no competitor", "at least two"]),
    (lambda: m.compare_offers(TWO, "us", lead=0), ["lead is 0", "above 0"]),
    (lambda: m.compare_offers(TWO, "us", prices={"us": 5}), ["prices has no 'them'", "every firm"]),
    (lambda: m.compare_offers(TWO, "us", prices=[5, 0]), ["prices: them is 0", "0.01"]),
]


@pytest.mark.parametrize(("wrong", "names"), WRONG, ids=[" ".join(names) for _, names in WRONG])
def test_a_wrong_input_is_named_with_its_place_and_the_remedy(wrong, names):
    named_with_remedy(wrong, names)


NAMES = st.sampled_from(["a", "b", "financial", "customer"])
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.decimals(),
    st.complex_numbers(),
    st.just(np.array(5.0)),
    st.just(pd.NA),
    st.lists(
        st.one_of(st.integers(0, 10), st.floats(), st.none(), st.text(max_size=2), st.lists(st.floats(), max_size=3)),
        max_size=9,
    ),
    st.dictionaries(
        st.one_of(st.integers(), st.text(max_size=3), NAMES, st.tuples(NAMES, NAMES)),
        st.one_of(
            st.floats(),
            st.text(max_size=2),
            st.lists(st.one_of(st.floats(), st.tuples(st.floats(), st.floats())), max_size=3),
            st.dictionaries(NAMES, st.one_of(st.floats(), st.integers(0, 10), st.tuples(st.floats(), st.floats()))),
        ),
        max_size=4,
    ),
)
TINY, HUGE = st.just(5e-324), st.just(1e15)
AMOUNT = st.one_of(st.floats(0, 1e15), st.floats(0, 1), TINY, HUGE)
ANY = st.one_of(st.floats(-1e15, 1e15), AMOUNT, st.just(-1e15))
RATE = st.one_of(st.floats(0, 1), TINY, st.just(1.0))
MAYBE_RATE = st.one_of(st.none(), RATE)
SCORE = st.one_of(st.floats(0, 10), TINY)
HISTORY = st.one_of(
    st.lists(ANY, min_size=1, max_size=16),
    st.lists(AMOUNT, min_size=8, max_size=16),
    st.lists(st.floats(1, 100), min_size=8, max_size=16),
    st.lists(st.sampled_from([0.01, 1.0, 1e15]), min_size=8, max_size=16),
)
HORIZON = st.sampled_from([1, 2, 600])
PERIOD = st.integers(2, 4)
SEASON = st.sampled_from(["additive", "multiplicative"])
AB = {"a": AMOUNT, "b": AMOUNT}
TREE = st.one_of(
    AMOUNT, st.fixed_dictionaries(AB), st.fixed_dictionaries({"a": st.fixed_dictionaries(AB), "b": AMOUNT})
)
PLANS = st.fixed_dictionaries(
    {"base": AMOUNT, "variable": AMOUNT, "target": AMOUNT},
    optional={
        "threshold": RATE, "accelerator": SCORE, "cap": st.one_of(st.none(), st.floats(1, 100)),
        "pays_from": st.sampled_from(["first euro", "threshold"]),
    },
)
SCORES = st.fixed_dictionaries({name: st.fixed_dictionaries({"x": SCORE, "y": SCORE}) for name in "ab"})
WEIGHTS = st.one_of(st.none(), st.fixed_dictionaries({"x": AMOUNT, "y": AMOUNT}), st.lists(AMOUNT, max_size=3))
POINT = st.tuples(SCORE, SCORE)
AXIS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)

FUNCTIONS = {  # name: what each argument may plausibly be
    "accuracy": {
        "actual": HISTORY, "forecast": HISTORY, "history": st.one_of(st.none(), HISTORY), "period": st.integers(1, 4),
    },
    "ansoff": {"product_new": st.booleans(), "market_new": st.booleans()},
    "business_definition": {"groups": AXIS, "needs": AXIS, "technologies": AXIS, "served": st.none()},
    "buyer_intentions": {
        "answers": st.fixed_dictionaries({"a": st.integers(0, 10**15), "b": st.integers(0, 9)}),
        "chances": st.fixed_dictionaries({"a": RATE, "b": RATE}), "market": AMOUNT, "spend": AMOUNT,
    },
    "cascade_target": {
        "target": AMOUNT, "weights": TREE, "step": st.one_of(st.none(), st.sampled_from([0.01, 1, 1e15])),
    },
    "centred_moving_average": {"history": HISTORY, "window": st.integers(1, 5)},
    "commission_plan": {
        "base": AMOUNT, "variable": AMOUNT, "target": AMOUNT, "threshold": RATE, "accelerator": SCORE,
        "cap": st.one_of(st.none(), st.floats(1, 100)),
        "pays_from": st.sampled_from(["first euro", "threshold"]),
    },
    "compare_forecasts": {
        "history": HISTORY, "hold_out": st.integers(1, 4), "period": PERIOD, "methods": st.none(),
        "measure": st.sampled_from(["mae", "rmse", "mape", "mase"]),
    },
    "compare_offers": {
        "offers": SCORES, "own": st.sampled_from("ab"), "weights": WEIGHTS,
        "prices": st.one_of(st.none(), st.fixed_dictionaries(AB)), "lead": SCORE,
        "scale": st.sampled_from([(0, 10), (-1e15, 1e15)]),
    },
    "delphi": {"rounds": st.lists(st.lists(AMOUNT, min_size=1), min_size=1, max_size=3), "agreement": RATE},
    "earnings": {"plan": PLANS, "sales": AMOUNT},
    "exponential_smoothing": {
        "history": HISTORY, "alpha": MAYBE_RATE, "horizon": HORIZON, "initial": st.one_of(st.none(), ANY),
    },
    "history_pattern": {"history": HISTORY, "period": PERIOD},
    "holt": {
        "history": HISTORY, "alpha": MAYBE_RATE, "beta": MAYBE_RATE, "horizon": HORIZON,
        "initial_level": st.one_of(st.none(), ANY), "initial_trend": st.one_of(st.none(), ANY),
    },
    "holt_winters": {
        "history": HISTORY, "period": PERIOD, "alpha": MAYBE_RATE, "beta": MAYBE_RATE, "gamma": MAYBE_RATE,
        "horizon": HORIZON, "season": SEASON, "initial_level": st.one_of(st.none(), ANY),
        "initial_trend": st.one_of(st.none(), ANY),
        "initial_seasonal": st.one_of(st.none(), st.lists(ANY, min_size=2, max_size=4)),
    },
    "jury_estimate": {"opinions": st.lists(AMOUNT, max_size=4), "weights": st.one_of(st.none(), st.lists(AMOUNT))},
    "linear_trend": {"history": HISTORY, "horizon": HORIZON},
    "market_potential": {
        "start": AMOUNT, "ratios": st.lists(RATE, min_size=1, max_size=9), "units_per_year": AMOUNT, "price": AMOUNT,
        "own_share": MAYBE_RATE,
    },
    "moving_average": {"history": HISTORY, "window": st.integers(1, 9), "horizon": HORIZON},
    "naive": {"history": HISTORY, "horizon": HORIZON},
    "pay_curve": {"plan": PLANS, "up_to": st.floats(0.01, 10)},
    "position_distance": {"first": st.tuples(ANY, ANY), "second": st.tuples(ANY, ANY)},
    "positioning_map": {
        "places": st.fixed_dictionaries({"a": POINT, "b": POINT}), "own": st.sampled_from([None, "a"]),
        "ideals": st.one_of(st.none(), st.fixed_dictionaries({"hotels": POINT})), "crowded_within": SCORE,
        "scale": st.sampled_from([(0, 10), (-1e15, 1e15)]),
    },
    "roll_up": {"parts": TREE},
    "sales_force_composite": {
        "estimates": st.fixed_dictionaries(AB),
        "history": st.one_of(st.none(), st.fixed_dictionaries({"a": st.lists(st.tuples(AMOUNT, AMOUNT), max_size=3)})),
    },
    "scorecard": {
        "measures": st.fixed_dictionaries(
            {"financial": st.fixed_dictionaries({"a": st.tuples(ANY, AMOUNT), "b": st.tuples(ANY, AMOUNT)})},
            optional={"customer": st.fixed_dictionaries(
                {"a": st.fixed_dictionaries(
                    {"actual": ANY, "target": AMOUNT, "weight": AMOUNT, "higher_is_better": st.booleans()}
                )}
            )},
        ),
        "weights": st.one_of(st.none(), st.lists(AMOUNT, max_size=2)),
        "ceiling": st.one_of(st.none(), st.floats(1, 10)),
    },
    "seasonal_indices": {"history": HISTORY, "period": PERIOD, "season": SEASON},
    "seasonal_naive": {"history": HISTORY, "period": PERIOD, "horizon": HORIZON},
    "segment_attractiveness": {
        "scores": SCORES, "weights": WEIGHTS, "scale": st.sampled_from([(0, 10), (-1e15, 1e15)]),
    },
    "target_gap": {"top_down": TREE, "bottom_up": TREE},
    "trend_and_season": {"history": HISTORY, "period": PERIOD, "horizon": HORIZON, "season": SEASON},
}


def test_every_function_is_put_to_the_test():
    public = {name for name in m.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    assert finite_or_a_sentence(getattr(m, name), **drawn(data, FUNCTIONS[name], ANYTHING))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    assert finite_or_a_sentence(getattr(m, name), **drawn(data, FUNCTIONS[name]))


def test_numbers_are_known_by_what_they_do():
    assert m.earnings({**PLAN, "threshold": np.float64(0.5)}, np.int64(300_000)).total == 52_500
    assert m.ansoff(np.bool_(True), np.bool_(False)).strategy == "product development"
    assert m.roll_up(pd.Series({"Anna": 5, "Bram": 6})).total == 11
    assert m.jury_estimate(pd.Series([Decimal(4), 6])).estimate == 5
    assert m.sales_force_composite(pd.Series({"Anna": 5.0}), {"Anna": np.array([[10, 5]])}).total == 2.5
    assert m.accuracy(pd.array([1, 2]), np.array([2, 3])).bias == 1
    table = pd.DataFrame({"us": [9, 6], "them": [6, 8]}, index=["service", "range"])
    assert m.compare_offers(table, "us", pd.Series({"range": 1, "service": 2})).usps == ("service",)


def test_results_cannot_be_changed_by_accident():
    plan = m.commission_plan(**PLAN)
    with pytest.raises(AttributeError):
        plan.base = 0
