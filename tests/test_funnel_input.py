"""Chapter 5: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import funnel as f
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN = float("nan")
R = {"visit": 0.5, "order": 0.2}
FAIR = {"reach": 100, "response": 0.1, "conversion": 0.2}

WRONG = [
    (lambda: f.buying_situation("often"), ["bought_before", "'often'", "True or False"]),
    (lambda: f.buying_situation(True, looks_around=2), ["looks_around is 2", "True or False"]),
    (lambda: f.kraljic(11, 5), ["profit_impact is 11", "0 to 10"]),
    (lambda: f.kraljic(5, {"few suppliers": -1}), ["supply_risk: few suppliers is -1", "0 to 10"]),
    (lambda: f.kraljic(5, 5, risk_weights=[1]), ["supply_risk is one mark", "leave the weights out"]),
    (lambda: f.kraljic([5, 6], 5, impact_weights=[0, 0]), ["impact_weights sum to 0", "above 0"]),
    (lambda: f.kraljic(5, 5, cut=10), ["cut is 10", "0.5 to 9.5"]),
    (lambda: f.decoupling_point("yes"), ["delivered", "'yes'", "True or False"]),
    (lambda: f.customer_lead_time({"paint": 3}, 2), ["'paint'", "unknown", "deliver"]),
    (lambda: f.customer_lead_time([1, 2], 2), ["2 numbers", "6, in this order"]),
    (lambda: f.customer_lead_time({"make": 3}, 6), ["point is 6", "1 to 5"]),
    (lambda: f.run_funnel(100, {"visit": 50}), ["rates: visit is 50", "0.25 for 25 %"]),
    (lambda: f.run_funnel(-1, R), ["start is -1", "at least 0"]),
    (lambda: f.run_funnel(10.5, R, whole=True), ["start is 10.5", "whole number"]),
    (lambda: f.run_funnel(10, {}), ["rates is empty", "at least one"]),
    (lambda: f.run_funnel(10, 0.5), ["rates is 0.5", "list of numbers"]),
    (lambda: f.run_funnel(10, [0.5] * 31), ["rates has 31 stages", "at most 30"]),
    (lambda: f.leads_needed(10, [0.5, 0]), ["rates multiply to 0", "above 0"]),
    (lambda: f.leads_needed(1.5, R, whole=True), ["target is 1.5", "whole number"]),
    (lambda: f.leads_needed(100, R, value_per_order=0), ["value_per_order is 0", "above 0"]),
    (lambda: f.stage_conversions([10]), ["reached has one stage", "at least two"]),
    (lambda: f.stage_conversions([10, 20]), ["step 2 is 20", "more than the 10", "ever reached"]),
    (lambda: f.stage_conversions([10, 5], {"order": 0.5}), ["benchmarks names 'order'", "step 2"]),
    (lambda: f.stage_conversions([10, 5], {"step 2": 50}), ["benchmarks: step 2 is 50", "0.25 for 25 %"]),
    (lambda: f.stage_conversions([10, 5], waiting={"step 1": 6}), ["waiting: step 1 is 6", "only 5"]),
    (lambda: f.stage_conversions([10, 5], waiting={"step 2": 1}), ["waiting: step 2 is 1", "last stage"]),
    (lambda: f.stage_conversions([10, 5], waiting={"x": 1}), ["waiting names 'x'", "no stage"]),
    (lambda: f.conversions_from_history([1], ["visit"], ["visit"]), ["order has 1 stages", "at least two"]),
    (lambda: f.conversions_from_history([1], ["call"], ["a", "b"]), ["stages: step 1", "'call'", "a, b or 'lost'"]),
    (lambda: f.conversions_from_history([1, 2], ["a"], ["a", "b"]), ["stages has 1", "deals has 2"]),
    (lambda: f.conversions_from_history([NAN], ["a"], ["a", "b"]), ["deals: step 1", "missing", "give the name"]),
    (lambda: f.conversions_from_history([], [], ["a", "b"]), ["deals is empty", "at least one"]),
    (lambda: f.conversions_from_history([1], ["a"], ["a", "a"]), ["order names 'a' twice", "once"]),
    (lambda: f.conversions_from_history([1], ["a"], ["a", "lost"]), ["lost is", "not in order"]),
    (lambda: f.best_lever(100, R, {"coach": {"visit": 0.1}}), ["options: coach has no 'cost'", "0 if it is free"]),
    (lambda: f.best_lever(100, R, {"coach": {"cost": 1, "quote": 0.1}}), ["'quote'", "visit, order"]),
    (lambda: f.best_lever(100, R, {"coach": {"cost": 1, "visit": 5}}), ["coach: visit is 5", "0.05 for 5 points"]),
    (lambda: f.best_lever(100, R, {"coach": {"cost": -1}}), ["coach: cost is -1", "at least 0"]),
    (lambda: f.best_lever(100, R, {"a": {"cost": 1, "volume": 20}}), ["a: volume is 20", "0.2 for 20 % more"]),
    (lambda: f.best_lever(100, {"cost": 0.5}, {"a": {"cost": 1}}), ["stage 'cost'", "call it otherwise"]),
    (lambda: f.best_lever(100, R, {}), ["options is empty", "at least one"]),
    (lambda: f.integral_funnel(-1, [0.1, 0.1]), ["audience_thousands is -1", "thousands"]),
    (lambda: f.integral_funnel(1, [0.1]), ["hit_rates has 1 phases", "2 to 30"]),
    (lambda: f.integral_funnel(1, [0.1, 20]), ["hit_rates: phase 2 is 20", "0.25 for 25 %"]),
    (lambda: f.integral_funnel(1, R, {"radio": 5}), ["cost names 'radio'", "visit, order"]),
    (lambda: f.integral_funnel(1, R, [5]), ["cost has 1 numbers", "give 2, in this order"]),
    (lambda: f.integral_funnel(1, R, lead="call"), ["lead is", "'call'", "visit, order"]),
    (lambda: f.integral_funnel(1, R, kinds={"visit": "warm"}), ["kinds: visit", "'warm'", "'conative'"]),
    (lambda: f.integral_funnel(1, R, kinds={"x": "conative"}), ["kinds names 'x'", "visit, order"]),
    (lambda: f.integral_funnel(1, R, comes_back={"visit": 5}), ["comes_back: visit is 5", "0.25 for 25 %"]),
    (lambda: f.hit_rates([]), ["history is empty", "audience first"]),
    (lambda: f.hit_rates([{"a": 1}]), ["history has 1 phases", "at least one phase after"]),
    (lambda: f.hit_rates([{"a": 1, "b": 2}]), ["period 1: b is 2", "more than the 1"]),
    (lambda: f.hit_rates([{"a": 2, "b": 1}, {"a": 2}]), ["period 2 has other phases", "a, b"]),
    (lambda: f.media_effectiveness({"fair": {"reach": 5}}), ["media: fair has no 'response'", "add it"]),
    (lambda: f.media_effectiveness({"fair": {**FAIR, "costs": 5}}), ["fair names 'costs'", "cost"]),
    (lambda: f.media_effectiveness({"fair": {**FAIR, "response": 10}}), ["fair: response is 10", "0.25 for 25 %"]),
    (lambda: f.media_effectiveness({"f": FAIR}, {"f": {"reach": 1}}), ["before: f has no 'response'", "add it"]),
    (lambda: f.media_acceleration(100, 5, 0.1), ["response is 5", "0.25 for 25 %"]),
    (lambda: f.media_acceleration(100, 0.1, 0.1, response_lift=5), ["response_lift is 5", "0.01 for 1 point"]),
    (lambda: f.weighted_pipeline([100]), ["chances is missing", "stage_chances"]),
    (lambda: f.weighted_pipeline([], []), ["values is empty", "at least one"]),
    (lambda: f.weighted_pipeline([100], [50]), ["chances: deal 1 is 50", "0.25 for 25 %"]),
    (lambda: f.weighted_pipeline([100], [0.1, 0.2]), ["chances has 2 deals", "values has 1"]),
    (lambda: f.weighted_pipeline({"a": 1}, {"b": 0.5}), ["chances has no 'a'", "add it"]),
    (lambda: f.weighted_pipeline([1], [0.5], ["x"], {"x": 0.5}), ["chances and stage_chances", "one of the two"]),
    (lambda: f.weighted_pipeline([1], stages=["x"], stage_chances={"y": 1}), ["no 'x'", "deal 1", "add it"]),
    (lambda: f.weighted_pipeline([1, 2], [0.5, 1], stages=["x"]), ["stages has 1 deals", "values has 2"]),
    (lambda: f.velocity(10, 100, 25, 80), ["win_rate is 25", "0.25 for 25 %"]),
    (lambda: f.velocity(10, 100, 0.2, 0), ["cycle_days is 0", "0.5 to 10,000"]),
    (lambda: f.chance_calibration([0.5], []), ["won has 0 deals", "chances has 1"]),
    (lambda: f.chance_calibration([], []), ["chances is empty", "at least one"]),
    (lambda: f.chance_calibration([50], [1]), ["chances: deal 1 is 50", "0.25 for 25 %"]),
    (lambda: f.chance_calibration([0.5], [1], bands=0), ["bands is 0", "1 or more"]),
    (lambda: f.simulate_pipeline([1], [0.5], runs=10), ["runs is 10", "100 or more"]),
    (lambda: f.simulate_pipeline([1] * 600, [0.5] * 600), ["runs is 10,000 for 600 deals", "at most 8,333"]),
    (lambda: f.simulate_pipeline([1], [0.5], shock=2), ["shock is 2", "0 to 1"]),
    (lambda: f.simulate_pipeline([1], [0.5], in_time=[0.5, 1]), ["in_time has 2 deals", "values has 1"]),
    (lambda: f.simulate_pipeline([1e6], [0.5], bin_width=1), ["bin_width is 1", "at least 5e+03"]),
    (lambda: f.simulate_pipeline([1], [0.5], seed=-1), ["seed is -1", "0 or more"]),
    (lambda: f.simulate_pipeline([1], [0.5], runs=100).sure_of(80), ["chance is 80", "0.25 for 25 %"]),
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
        st.one_of(st.integers(), st.text(max_size=3), st.sampled_from(["a", "b", "make"])),
        st.one_of(
            st.floats(),
            st.text(max_size=2),
            st.dictionaries(st.sampled_from(["a", "cost", "reach", 3]), st.one_of(st.floats(), st.integers(0, 3))),
        ),
        max_size=4,
    ),
)
TINY = st.sampled_from([0.0, 5e-324, 1e-300, 1e-12])
AMOUNT = st.one_of(st.floats(0, 1e15), st.floats(0, 1), TINY, st.just(1e15))
RATE = st.one_of(st.floats(0, 1), TINY, st.just(1.0))
MARK = st.one_of(st.floats(0, 10), TINY)
MARKS = st.one_of(MARK, st.fixed_dictionaries({"a": MARK, "b": MARK}))
WEIGHTS = st.one_of(st.none(), st.fixed_dictionaries({"a": AMOUNT, "b": AMOUNT}))
YES = st.booleans()
POINTS = st.floats(-1, 1)


def each(strategy):
    return st.fixed_dictionaries({"a": strategy, "b": strategy})


def some(strategy):
    return st.one_of(st.none(), each(strategy))


STAGES = st.lists(st.sampled_from(["a", "b", "lost"]), min_size=3, max_size=3)
MEDIA = st.dictionaries(
    st.sampled_from(["fair", "mail"]),
    st.fixed_dictionaries({"reach": AMOUNT, "response": RATE, "conversion": RATE}, optional={"cost": AMOUNT}),
    min_size=1,
)

FUNCTIONS = {  # name: what each argument may plausibly be
    "buying_situation": {"bought_before": YES, "needs_change": YES, "looks_around": YES, "experience_left": YES},
    "kraljic": {
        "profit_impact": MARKS, "supply_risk": MARKS, "impact_weights": WEIGHTS, "risk_weights": WEIGHTS,
        "cut": st.floats(0, 10), "near": st.floats(0, 5),
    },
    "decoupling_point": {"delivered": YES, "adapted": YES, "made_to_order": YES, "turnkey": YES},
    "customer_lead_time": {
        "days": st.dictionaries(st.sampled_from(f.LEAD_TIME_STEPS), st.floats(0, 1e4), min_size=1),
        "point": st.integers(1, 5),
    },
    "run_funnel": {"start": st.one_of(AMOUNT, st.integers(0, 500)), "rates": each(RATE), "whole": YES},
    "leads_needed": {
        "target": st.one_of(AMOUNT, st.integers(0, 500)), "rates": each(RATE),
        "value_per_order": st.one_of(st.none(), AMOUNT), "whole": YES,
    },
    "stage_conversions": {
        "reached": st.lists(st.integers(0, 50), min_size=2, max_size=2).map(lambda n: sorted(n, reverse=True)),
        "benchmarks": st.one_of(st.none(), st.fixed_dictionaries({"step 2": RATE})),
        "waiting": st.one_of(st.none(), st.fixed_dictionaries({"step 1": st.integers(0, 5)})),
    },
    "conversions_from_history": {
        "deals": st.lists(st.integers(0, 3), min_size=3, max_size=3), "stages": STAGES, "order": st.just(["a", "b"]),
        "lost": st.just("lost"), "benchmarks": st.one_of(st.none(), st.fixed_dictionaries({"b": RATE})),
    },
    "best_lever": {
        "start": AMOUNT, "rates": each(RATE),
        "options": st.dictionaries(
            st.sampled_from(["coach", "train", "x"]),
            st.fixed_dictionaries({"cost": AMOUNT}, optional={"a": POINTS, "b": POINTS, "volume": st.floats(-1, 10)}),
            min_size=1,
        ),
        "margin_per_order": st.one_of(st.none(), AMOUNT),
    },
    "integral_funnel": {
        "audience_thousands": st.one_of(st.floats(0, 1e9), TINY), "hit_rates": each(RATE), "cost": some(AMOUNT),
        "cost_each": some(AMOUNT), "comes_back": some(RATE), "margin_per_order": st.one_of(st.none(), AMOUNT),
        "kinds": some(st.sampled_from(["cognitive", "conative"])), "lead": st.sampled_from([None, "a"]),
    },
    "hit_rates": {"history": st.lists(st.fixed_dictionaries({"x": st.integers(5, 9), "y": st.integers(0, 5)}))},
    "media_effectiveness": {"media": MEDIA, "before": st.one_of(st.none(), MEDIA)},
    "media_acceleration": {
        "reach": AMOUNT, "response": RATE, "conversion": RATE, "extra_cost": AMOUNT, "response_lift": POINTS,
        "conversion_lift": POINTS,
    },
    "weighted_pipeline": {
        "values": each(AMOUNT), "chances": some(RATE), "stages": some(st.sampled_from(["x", "y"])),
        "stage_chances": st.one_of(st.none(), st.fixed_dictionaries({"x": RATE, "y": RATE})),
        "target": st.one_of(st.none(), AMOUNT), "booked": AMOUNT,
    },
    "velocity": {"deals": AMOUNT, "value": AMOUNT, "win_rate": RATE, "cycle_days": st.floats(0.5, 10_000)},
    "chance_calibration": {
        "chances": st.lists(RATE, min_size=2, max_size=2), "won": st.lists(YES, min_size=2, max_size=2),
        "bands": st.integers(1, 20),
    },
    "simulate_pipeline": {
        "values": each(AMOUNT), "chances": each(RATE), "target": st.one_of(st.none(), AMOUNT), "booked": AMOUNT,
        "in_time": st.one_of(RATE, each(RATE)), "shock": RATE, "runs": st.just(100), "seed": st.integers(0, 99),
        "bin_width": st.one_of(st.none(), AMOUNT),
    },
}


def test_every_function_is_put_to_the_test():
    public = {name for name in f.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    assert finite_or_a_sentence(getattr(f, name), **drawn(data, FUNCTIONS[name], ANYTHING))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    assert finite_or_a_sentence(getattr(f, name), **drawn(data, FUNCTIONS[name]))


def test_numbers_are_known_by_what_they_do():
    assert f.run_funnel(np.int64(100), pd.Series({"visit": 0.5})).counts == {"visit": 50}
    assert f.velocity(np.float64(40), 8_000, pd.Series([0.25])[0], 80).per_day == 1_000
    assert f.chance_calibration(pd.array([0.5, 0.5]), np.array([True, False])).bias == 0


def test_results_cannot_be_changed_by_accident():
    flow = f.velocity(40, 8_000, 0.25, 80)
    with pytest.raises(AttributeError):
        flow.per_day = 0
