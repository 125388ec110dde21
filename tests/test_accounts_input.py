"""Chapter 7: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import accounts as a
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN = float("nan")

WRONG = [
    (lambda: a.service_level("VIP"), ["kind", "'VIP'", "'key account'"]),
    (lambda: a.service_level("prospect", "much"), ["margin", "'much'", "give a number"]),
    (lambda: a.service_level("prospect", largest_share=25), ["largest_share is 25", "0.25 for 25 %"]),
    (lambda: a.customer_kind(10, 5), ["revenue is 10", "potential of 5", "others"]),
    (lambda: a.customer_kind(10, small=5, large=5), ["small is 5", "below the large one"]),
    (lambda: a.customer_kind(10, months_since_order=None), ["never ordered", "months since the last order"]),
    (lambda: a.weighted_mark([11]), ["marks: criterion 1 is 11", "0 to 10"]),
    (lambda: a.weighted_mark([1, 2], [1]), ["weights has no 'criterion 2'", "add it"]),
    (lambda: a.weighted_mark([1], scale=(5, 5)), ["scale", "lowest mark first"]),
    (lambda: a.relative_position([1, 2], [1]), ["rival has no 'criterion 2'", "add it"]),
    (lambda: a.key_account_class(11, 5), ["attractiveness is 11", "0 to 10"]),
    (lambda: a.key_account_class(5, None), ["position", "missing", "0 to 10"]),
    (lambda: a.key_account_class(5, 5, border=(1, 2, 3)), ["border has 3 numbers", "give one"]),
    (lambda: a.key_account_class(5, 5, margin=6), ["margin is 6", "0 to 5"]),
    (lambda: a.key_account_matrix({"a": 1}, {"b": 1}), ["position has no 'a'", "add it"]),
    (lambda: a.key_account_matrix({"a": {"x": 1}, "b": {"y": 1}}, {"a": 1, "b": 1}), ["b", "'x'", "add it"]),
    (lambda: a.key_account_matrix({"a": {"x": 1}, "b": 2}, {"a": 1, "b": 1}), ["attractiveness: b is 2", "criterion"]),
    (lambda: a.key_account_matrix({"a": 1}, {"a": 1}, [1]), ["attractiveness_weights", "leave them out"]),
    (lambda: a.key_account_matrix([1], {"a": 1}), ["attractiveness", "by name"]),
    (lambda: a.key_account_matrix({}, {}), ["attractiveness is empty", "at least one"]),
    (lambda: a.key_account_matrix({"a": 1}, {"a": 1}).account("b"), ["'b'", "name of an account"]),
    (lambda: a.visit_capacity({"A": 1}, {"B": 1}), ["visits has no 'A'", "add it"]),
    (lambda: a.visit_capacity([1], [1], -5), ["minutes is -5", "0 to 10,000"]),
    (lambda: a.visit_capacity([1], [1], {"x": 5}), ["minutes has no 'class 1'", "add it"]),
    (lambda: a.visit_capacity([1], [1], selling_hours=0), ["selling_hours is 0", "1 to 5000"]),
    (lambda: a.visits_possible(10, 0), ["minutes_per_visit is 0", "travel"]),
    (lambda: a.selling_hours(60), ["weeks is 60", "0 to 53"]),
    (lambda: a.team_mix(1, 1, 0, 1), ["per_hunter is 0", "1 or more"]),
    (lambda: a.team_mix(1, 1, 1, 1, hunters=-1), ["hunters is -1", "0"]),
    (lambda: a.new_business_needed(1, 1, 88), ["retention is 88", "0.25 for 25 %"]),
    (lambda: a.new_business_needed(1, 1, 0.8, 20), ["growth is 20", "0.05 for 5 %"]),
    (lambda: a.selling_mode("cheap"), ["value_customer", "'cheap'", "'intrinsic'"]),
    (lambda: a.selling_mode("intrinsic", "pushy"), ["used", "'pushy'", "'consultative'"]),
    (lambda: a.selling_mode("intrinsic", hours={"strategic": 3}), ["hours has no 'transactional'", "for it"]),
    (lambda: a.progress_report([], [1]), ["targets has 0", "whole year"]),
    (lambda: a.progress_report([1], [1, 2]), ["actuals has 2", "targets has 1"]),
    (lambda: a.progress_report([1, 1], [None]), ["actuals is empty", "first period"]),
    (lambda: a.progress_report([1, 1, 1], [1, NAN, 1]), ["actuals: period 2", "NaN"]),
    (lambda: a.progress_report([1, 1], [1], season=[1]), ["season has 1", "one for each"]),
    (lambda: a.progress_report([1, 1], [1], season=[0, 0]), ["season sums to 0", "last year"]),
    (lambda: a.progress_report([0, 1], [1]), ["season says that hardly anything", 'method="run rate"']),
    (lambda: a.progress_report([1, 1], [1], method="pipeline added"), ["pipeline and booked", "another method"]),
    (lambda: a.progress_report([1, 1], [1], method="guess"), ["method", "'guess'", "'run rate'"]),
    (lambda: a.progress_report([1, 1], [1], labels=["a"]), ["labels has 1", "one for each"]),
    (lambda: a.AccountPlan("", "2027", "x"), ["account is empty", "fill it in"]),
    (lambda: a.AccountPlan("a", 2027, "x"), ["period is 2027", "give a text"]),
    (lambda: a.AccountPlan("a\x00", "2027", "x"), ["account", "U+0000", "again"]),
    (lambda: a.AccountPlan("a", "1", "x", people=[("Els", "", "boss")]), ["person 'Els': role", "'boss'", "'decider'"]),
    (lambda: a.AccountPlan("a", "1", "x", people=[("Els", "", [], "fan")]), ["stance", "'fan'", "'supporter'"]),
    (lambda: a.AccountPlan("a", "1", "x", people=[("Els",), ("Els",)]), ["people names 'Els' twice", "once"]),
    (lambda: a.AccountPlan("a", "1", "x", people="Els"), ["people is the text 'Els'", "Person(name"]),
    (lambda: a.AccountPlan("a", "1", "x", figures=[("n",)]), ["figures: number 1", "not complete", "value"]),
    (lambda: a.AccountPlan("a", "1", "x", figures=[{"nam": 1}]), ["figures: number 1", "'nam'", "name, value"]),
    (lambda: a.AccountPlan("a", "1", "x", needs="one"), ["needs is the text 'one'", "list of texts"]),
    (lambda: a.AccountPlan("a", "1", "x", needs=[""]), ["needs: number 1 is empty", "fill it in"]),
    (lambda: a.AccountPlan("a", "1", "x", own_share=0.6, competitors=[("b", 0.5)]), ["110 %", "100 % at most"]),
    (lambda: a.AccountPlan("a", "1", "x", own_share=35), ["own_share is 35", "0.25 for 25 %"]),
    (lambda: a.AccountPlan("a", "1", "x", forecast=[("Q1", 10, 11)]), ["forecast Q1: margin is 11", "revenue of 10"]),
    (lambda: a.AccountPlan("a", "1", "x", review_dates=["31-3-2027"]), ["review_dates", "2027-03-31"]),
    (lambda: a.AccountPlan("a", "1", "x", actions=[("b", "c", "soon")]), ["action 'b': due", "'soon'", "2027-03-31"]),
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
    st.lists(st.one_of(st.none(), st.floats(), st.text(max_size=2)), max_size=4),
    st.dictionaries(st.text(max_size=2), st.one_of(st.floats(), st.text(max_size=2), st.none()), max_size=3),
    st.dictionaries(st.sampled_from("ab"), st.dictionaries(st.sampled_from("xy"), st.floats(0, 10))),
)
EUROS = st.one_of(st.floats(0, 1e15), st.floats(0, 1))
MARK = st.floats(0, 10)
MARKS = st.fixed_dictionaries({"x": MARK, "y": MARK})
CLASSES = st.fixed_dictionaries({"A": st.floats(0, 1e4), "B": st.floats(0, 1e4)})
MONTHS = st.lists(st.floats(0, 1e12), min_size=3, max_size=3)

FUNCTIONS = [
    (
        a.service_level,
        {
            "kind": st.sampled_from(a.CUSTOMER_KINDS),
            "margin": st.none() | EUROS,
            "cost_per_visit": EUROS,
            "cost_per_call": EUROS,
            "largest_share": st.floats(0, 1),
        },
    ),
    (a.customer_kind, {"revenue": EUROS, "potential": st.none() | EUROS, "months_since_order": st.floats(0, 40)}),
    (a.weighted_mark, {"marks": MARKS, "weights": st.none() | MARKS}),
    (a.relative_position, {"own": MARKS, "rival": MARKS, "weights": st.none() | MARKS}),
    (a.key_account_class, {"attractiveness": MARK, "position": MARK, "border": MARK, "margin": st.floats(0, 5)}),
    (
        a.key_account_matrix,
        {
            "attractiveness": st.fixed_dictionaries({"a": MARKS, "b": MARKS}),
            "position": st.fixed_dictionaries({"a": MARK, "b": MARK}),
            "attractiveness_weights": st.none() | MARKS,
            "border": MARK,
            "places": st.none() | st.integers(0, 3),
        },
    ),
    (a.selling_hours, {"weeks": st.floats(0, 53), "hours_per_week": st.floats(0, 80), "share": st.floats(0, 1)}),
    (a.visits_possible, {"hours": st.floats(0, 1e7), "minutes_per_visit": st.floats(1, 1e4)}),
    (
        a.visit_capacity,
        {
            "customers": CLASSES,
            "visits": CLASSES,
            "minutes": CLASSES | MARK,
            "travel_minutes": MARK,
            "selling_hours": st.floats(1, 5_000),
            "account_managers": st.none() | st.floats(0, 1e6),
        },
    ),
    (
        a.team_mix,
        {
            "new_business": EUROS,
            "existing_business": EUROS,
            "per_hunter": st.floats(1, 1e9),
            "per_farmer": st.floats(1, 1e9),
            "hunters": st.none() | st.floats(0, 100),
            "farmers": st.none() | st.floats(0, 100),
            "cost_per_hunter": st.none() | st.floats(0, 1e9),
            "cost_per_farmer": st.none() | st.floats(0, 1e9),
        },
    ),
    (
        a.new_business_needed,
        {"target": EUROS, "revenue": EUROS, "retention": st.floats(0, 1), "growth": st.floats(-1, 10)},
    ),
    (
        a.selling_mode,
        {
            "value_customer": st.sampled_from(["intrinsic", "extrinsic", "strategic"]),
            "used": st.none() | st.sampled_from(["transactional", "consultative", "strategic"]),
            "margin": st.none() | EUROS,
            "cost_per_hour": st.floats(0, 1e4),
        },
    ),
    (
        a.progress_report,
        {
            "targets": MONTHS,
            "actuals": st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=3),
            "season": st.none() | MONTHS,
            "booked": st.none() | st.floats(0, 1e12),
            "pipeline": st.none() | st.floats(0, 1e12),
            "method": st.sampled_from(a.PROGRESS_METHODS),
            "tolerance": st.floats(0, 1),
        },
    ),
]
NAMES = [function.__name__ for function, _ in FUNCTIONS]


def test_every_function_of_the_chapter_is_tried():
    functions = {name for name in a.__all__ if name.islower()} - {"example_plan"}
    assert set(NAMES) == functions


@pytest.mark.parametrize(("function", "usual"), FUNCTIONS, ids=NAMES)
@given(data=st.data())
def test_results_are_finite_or_refused_with_a_sentence(function, usual, data):
    assert finite_or_a_sentence(function, **drawn(data, usual))


@pytest.mark.parametrize(("function", "usual"), FUNCTIONS, ids=NAMES)
@given(data=st.data())
def test_anything_at_all_gives_a_sentence(function, usual, data):
    assert finite_or_a_sentence(function, **drawn(data, usual, ANYTHING))


PARTS = ("figures", "people", "needs", "own_share", "competitors", "goals", "actions", "forecast", "review_dates")


ROWS = st.lists(st.tuples(ANYTHING, ANYTHING), max_size=2)
MARKUP = st.text(alphabet="#|-*: Acountpl\n1,.%€", max_size=80)


@given(st.dictionaries(st.sampled_from(PARTS), ANYTHING | ROWS))
def test_a_plan_of_anything_at_all_gives_a_sentence(parts):
    assert finite_or_a_sentence(lambda: a.AccountPlan("a", "2027", "b", **parts))


@given(st.text() | MARKUP.map(lambda rest: f"# Account plan: a\n- Period: 1\n- Account manager: b\n{rest}"))
def test_any_text_at_all_is_a_plan_or_refused_with_a_sentence(text):
    assert finite_or_a_sentence(a.AccountPlan.from_markdown, text)
