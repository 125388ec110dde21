"""Chapter 3: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""


import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import leads as le
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN, INF = float("nan"), float("inf")
P, M, W = {"A": 10, "B": 12}, {"A": {"q": 5}, "B": {"q": 8}}, {"price": 40, "q": 60}
BID = {"value": 100, "margin_rate": 0.2, "win_chance": 0.3, "cost_of_bidding": 1, "knows_dmu": True}

WRONG = [
    (lambda: le.channel_result(-1, 5, 1), ["cost is -1", "at least 0"]),
    (lambda: le.channel_result(100, 5, 6), ["orders is 6", "5 leads", "not every order"]),
    (lambda: le.channel_result(100, 5, 1, contacts=4), ["leads is 5", "4 contacts"]),
    (lambda: le.channel_result(100, 5, 1, 50, 40), ["margin is 50", "revenue of 40"]),
    (lambda: le.channel_result(100, 5.5, 1), ["leads is 5.5", "whole number"]),
    (lambda: le.channel_economics({"fair": 1}, {"web": 1}, {"fair": 1}), ["leads", "'fair'", "add it"]),
    (lambda: le.channel_economics({"fair": 1}, {"fair": 1}, {"fair": 2}), ["orders of fair is 2", "1 leads"]),
    (lambda: le.channel_economics({"fair": NAN}, {"fair": 1}, {"fair": 1}), ["cost: fair", "NaN"]),
    (lambda: le.channel_economics({}, {}, {}), ["cost is empty", "at least one"]),
    (lambda: le.channel_economics("fair", [1], [1]), ["cost", "'fair'", "list of numbers"]),
    (lambda: le.channel_economics([1, 2], [1], [1]), ["leads", "'channel 2'", "add it"]),
    (lambda: le.online_funnel(100, 120, 5, 1), ["clicks is 120", "100 visits"]),
    (lambda: le.online_funnel(100, 50, 5, 6), ["leads is 6", "5 forms"]),
    (lambda: le.online_funnel(100, 50, 5, 1, benchmarks=[5, 30, 70]), ["benchmarks: click", "5", "0.25 for 25 %"]),
    (lambda: le.online_funnel(100, 50, 5, 1, benchmarks={"visit": 1}), ["'visit'", "click, form, lead"]),
    (lambda: le.cold_calling(10, 30, 0.1, 0.1), ["reach_rate is 30", "0.25 for 25 %"]),
    (lambda: le.cold_calling(10, 0.3, 0.1, 0.1, calls_per_hour=0), ["calls_per_hour is 0", "0.1 to 1000"]),
    (lambda: le.calls_needed(3, 0.3, 0, 0.2), ["multiply to 0", "above 0"]),
    (lambda: le.calls_needed(-3, 0.3, 0.1, 0.2), ["orders is -3", "0 or more"]),
    (lambda: le.lead_score(80, 5), ["fit is 80", "mark from 0 to 10"]),
    (lambda: le.lead_score("good", 5), ["fit", "'good'"]),
    (lambda: le.lead_score({"size": 11}, 5), ["fit: size is 11", "0 to 10"]),
    (lambda: le.lead_score(8, 5, {"size": 1}), ["fit is one mark", "fit_weights", "leave the weights out"]),
    (lambda: le.lead_score({"size": 8}, 5, {"size": 0}), ["fit_weights sum to 0", "above 0"]),
    (lambda: le.lead_score({"size": 8}, 5, {"region": 1}), ["fit_weights", "'size'", "add it"]),
    (lambda: le.lead_score(8, 5, combine="sum"), ["combine", "'sum'", "'product' or 'mean'"]),
    (lambda: le.lead_score(8, 5, threshold=400), ["threshold is 400", "0 to 100"]),
    (lambda: le.threshold_tradeoff([], [], 1, 1), ["scores is empty", "at least one lead"]),
    (lambda: le.threshold_tradeoff([1, 2], [True], 1, 1), ["2 leads", "1;", "one outcome"]),
    (lambda: le.threshold_tradeoff([1, None], [1, 0], 1, 1), ["scores: lead 2", "None"]),
    (lambda: le.threshold_tradeoff([1, 2], [1, "won"], 1, 1), ["won: lead 2", "'won'", "True or False"]),
    (lambda: le.threshold_tradeoff([1, 2], [1, 2], 1, 1), ["won: lead 2 is 2", "True or False"]),
    (lambda: le.threshold_tradeoff([1], [1], -5, 1), ["cost_of_visit is -5", "at least 0"]),
    (lambda: le.threshold_tradeoff([1], [1], 5, 1).at(NAN), ["threshold", "NaN"]),
    (lambda: le.price_points(0, 1), ["price is 0", "0.01"]),
    (lambda: le.price_points(10, 8, formula="cubic"), ["formula", "'cubic'", "'relative' or"]),
    (lambda: le.price_points(10, 8, formula="fixed"), ["ceiling is missing", "in euros"]),
    (lambda: le.price_points(10, 8, formula="fixed", ceiling=8), ["ceiling is 8", "higher"]),
    (lambda: le.tender_points(P, M, {"q": 60}), ["weights has no 'price'", "give the price a weight"]),
    (lambda: le.tender_points(P, M, {"price": 0, "q": 0}), ["weights sum to 0", "above 0"]),
    (lambda: le.tender_points(P, M, [40, 60]), ["weights is no mapping", "'price': 40"]),
    (lambda: le.tender_points(P, {"A": {"q": 5}}, W), ["marks has no 'B'", "add it"]),
    (lambda: le.tender_points(P, {**M, "B": {"x": 5}}, W), ["marks: B has no 'q'", "weights", "add it"]),
    (lambda: le.tender_points(P, {**M, "B": {"q": 11}}, W), ["marks: B: q is 11", "0 to 10"]),
    (lambda: le.tender_points(P, {**M, "B": 8}, W), ["marks: B is 8", "by name"]),
    (lambda: le.tender_points({**P, "B": 0}, M, W), ["prices: B is 0", "at least 0.01"]),
    (lambda: le.tender_points(P, M, W, formula="fixed", ceiling=9), ["bottom is missing", "in euros"]),
    (lambda: le.tender_points(P, M, W, minimum_marks={"x": 5}), ["minimum_marks names 'x'", "use q"]),
    (lambda: le.tender_points(P, M, W, requirements={"C": {"iso": True}}), ["'C'", "no price"]),
    (lambda: le.tender_points(P, M, W, requirements={"A": {"iso": "yes"}}), ["A: iso", "'yes'", "True or False"]),
    (lambda: le.tender_points(P, M, W, requirements={"A": True}), ["requirements: A", "no mapping"]),
    (lambda: le.tender_points(P, M, W, requirements=["A"]), ["requirements is no mapping", "give"]),
    (lambda: le.award_on_value(P, M, {"q": -5}), ["values: q is -5", "0 or more"]),
    (lambda: le.award_on_value(P, M, {"x": 5}), ["marks: A has no 'x'", "values", "add it"]),
    (lambda: le.award_on_value(P, M, {"q": 5}, neutral=10), ["neutral is 10", "lower"]),
    (lambda: le.compare_awards(P, M, W, {"q": 5}, formula="fixed"), ["formula", "'fixed'", "'relative'"]),
    (lambda: le.bid_decision(**{**BID, "knows_dmu": "a bit"}), ["knows_dmu", "'a bit'", "True or False"]),
    (lambda: le.bid_decision(**{**BID, "margin_rate": 25}), ["margin_rate is 25", "0.25 for 25 %"]),
    (lambda: le.bid_decision(**{**BID, "win_chance": 30}), ["win_chance is 30", "0.25 for 25 %"]),
    (lambda: le.bid_decision(**BID, weights=[1]), ["weights is given without marks", "give a mark"]),
    (lambda: le.bid_decision(**BID, marks=[5], weights=[0]), ["weights sum to 0", "above 0"]),
    (lambda: le.share_of_wallet(30, 20), ["ours is 30", "wallet of 20", "with others"]),
    (lambda: le.growth_potential({"a": 30}, {"a": 20}), ["ours of a is 30", "wallet of 20"]),
    (lambda: le.growth_potential({"a": 30}, {"b": 40}), ["wallet has no 'a'", "add it"]),
    (lambda: le.wallet_share_of_rank(3, 2), ["rank is 3", "only 2 suppliers"]),
    (lambda: le.wallet_share_of_rank(0, 2), ["rank is 0", "1 or more"]),
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
        st.one_of(st.integers(), st.text(max_size=3), st.sampled_from([*le.STEPS, "price", "A", "B"])),
        st.one_of(
            st.floats(),
            st.text(max_size=2),
            st.dictionaries(st.sampled_from(["q", "r", 3]), st.one_of(st.floats(), st.integers(0, 10))),
        ),
        max_size=4,
    ),
)
TINY, HUGE = st.just(5e-324), st.just(1e15)
AMOUNT = st.one_of(st.floats(0, 1e15), st.floats(0, 1), TINY, HUGE)
COUNT = st.one_of(st.integers(0, 20), st.integers(0, 10**15))
RATE = st.one_of(st.floats(0, 1), TINY, st.just(1.0))
MARK = st.one_of(st.floats(0, 10), TINY)
MARKS = st.one_of(MARK, st.fixed_dictionaries({"q": MARK, "r": MARK}))
WEIGHTS = st.one_of(st.none(), st.fixed_dictionaries({"q": AMOUNT, "r": AMOUNT}))
BIDDERS = st.fixed_dictionaries({"A": AMOUNT, "B": AMOUNT})
GRADES = st.fixed_dictionaries({name: st.fixed_dictionaries({"q": MARK, "r": MARK}) for name in "AB"})
FORMULA = st.sampled_from(le.PRICE_FORMULAS)
KNOCK_OUTS = {
    "highest": st.one_of(st.just(10), AMOUNT),
    "requirements": st.one_of(st.none(), st.just({"A": {"iso": 0}}), st.just({"A": {"iso": True}})),
    "minimum_marks": st.one_of(st.none(), st.fixed_dictionaries({"q": MARK})),
    "ceiling": st.one_of(st.none(), AMOUNT),
}


def each(strategy):
    return st.fixed_dictionaries({"a": strategy, "b": strategy})


FUNCTIONS = {  # name: what each argument may plausibly be
    "channel_result": {
        "cost": AMOUNT, "leads": COUNT, "orders": COUNT, "margin": st.one_of(AMOUNT, st.floats(-1e15, 0)),
        "revenue": st.one_of(st.none(), AMOUNT), "contacts": st.one_of(st.none(), COUNT),
    },
    "channel_economics": {
        "cost": each(AMOUNT), "leads": each(COUNT), "orders": each(st.integers(0, 3)), "margin": each(AMOUNT),
    },
    "online_funnel": {
        "visits": COUNT, "clicks": COUNT, "forms": COUNT, "leads": st.integers(0, 3), "cost": AMOUNT,
        "benchmarks": st.one_of(st.none(), st.lists(RATE, min_size=3, max_size=3)),
    },
    "cold_calling": {
        "calls": COUNT, "reach_rate": RATE, "appointment_rate": RATE, "order_rate": RATE, "cost_per_hour": AMOUNT,
        "calls_per_hour": AMOUNT, "cost_per_visit": AMOUNT, "margin_per_order": AMOUNT,
    },
    "calls_needed": {"orders": COUNT, "reach_rate": RATE, "appointment_rate": RATE, "order_rate": RATE},
    "lead_score": {
        "fit": MARKS, "interest": MARKS, "fit_weights": WEIGHTS, "interest_weights": WEIGHTS,
        "combine": st.sampled_from(["product", "mean"]),
    },
    "threshold_tradeoff": {
        "scores": st.lists(AMOUNT, min_size=2, max_size=2), "won": st.lists(st.booleans(), min_size=2, max_size=2),
        "cost_of_visit": AMOUNT, "margin_of_deal": AMOUNT,
    },
    "price_points": {
        "price": AMOUNT, "lowest": AMOUNT, "maximum": AMOUNT, "formula": FORMULA,
        "ceiling": st.one_of(st.none(), AMOUNT),
    },
    "tender_points": {
        "prices": BIDDERS, "marks": GRADES,
        "weights": st.fixed_dictionaries({"price": AMOUNT, "q": AMOUNT, "r": AMOUNT}),
        "formula": FORMULA, "bottom": st.one_of(st.none(), AMOUNT), **KNOCK_OUTS,
    },
    "award_on_value": {
        "prices": BIDDERS, "marks": GRADES, "values": st.fixed_dictionaries({"q": AMOUNT, "r": AMOUNT}),
        "neutral": MARK, **KNOCK_OUTS,
    },
    "compare_awards": {
        "prices": BIDDERS, "marks": GRADES,
        "weights": st.fixed_dictionaries({"price": AMOUNT, "q": AMOUNT, "r": AMOUNT}),
        "values": st.fixed_dictionaries({"q": AMOUNT, "r": AMOUNT}), "neutral": MARK, **KNOCK_OUTS,
    },
    "bid_decision": {
        "value": AMOUNT, "margin_rate": RATE, "win_chance": RATE, "cost_of_bidding": AMOUNT,
        "knows_dmu": st.booleans(), "hours_needed": AMOUNT, "marks": st.one_of(st.none(), MARKS),
        "weights": WEIGHTS,
    },
    "share_of_wallet": {"ours": AMOUNT, "wallet": AMOUNT, "attainable": RATE},
    "growth_potential": {"ours": each(st.floats(0, 5)), "wallet": each(AMOUNT), "attainable": RATE},
    "wallet_share_of_rank": {"rank": COUNT, "suppliers": COUNT},
}


def test_every_function_is_put_to_the_test():
    public = {name for name in le.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    assert finite_or_a_sentence(getattr(le, name), **drawn(data, FUNCTIONS[name], ANYTHING))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    assert finite_or_a_sentence(getattr(le, name), **drawn(data, FUNCTIONS[name]))


def test_numbers_are_known_by_what_they_do():
    assert le.channel_result(np.int64(100), np.float64(5), pd.Series([1])[0]).cost_per_lead == 20
    table = pd.DataFrame({"A": [5.0], "B": [8.0]}, index=["q"])
    assert le.award_on_value(pd.Series(P), table, pd.Series({"q": 5})).winner == "A"
    assert le.threshold_tradeoff(pd.array([1, 2]), pd.array([True, False]), 1, 5).best.deals == 1


def test_results_cannot_be_changed_by_accident():
    channel = le.channel_result(100, 5, 1)
    with pytest.raises(AttributeError):
        channel.cost = 0
