"""Chapter 8: wrong input gets a sentence, and whatever comes in, no result is ever NaN."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import factory as f
from tests.wild import drawn, finite_or_a_sentence, named_with_remedy

NAN = float("nan")
FOUND = f.assess({"customers": 3, "quotes": 2})

WRONG = [
    (lambda: f.block("quote"), ["which", "'quote'", "1 to 11"]),
    (lambda: f.block(12), ["which", "12", "1 to 11"]),
    (lambda: f.block(True), ["which", "True", "1 to 11"]),
    (lambda: f.block(None), ["which", "None", "1 to 11"]),
    (lambda: f.assess({"quotes": 0}), ["scores: quotes is 0", "1 to 5", "None"]),
    (lambda: f.assess({"quotes": 6}), ["scores: quotes is 6", "1 to 5"]),
    (lambda: f.assess({"quotes": "good"}), ["scores: quotes", "'good'", "1 to 5"]),
    (lambda: f.assess({"price": 3}), ["scores", "'price'", "quotes"]),
    (lambda: f.assess({7: 3, "quotes": 3}), ["scores", "'quotes' twice", "once"]),
    (lambda: f.assess({}), ["scores is empty", "at least one"]),
    (lambda: f.assess([]), ["scores is empty", "at least one"]),
    (lambda: f.assess([3, 3]), ["scores has 2 values", "eleven"]),
    (lambda: f.assess([3, 3], chosen=[1, 2, 3]), ["scores has 2 values", "3, one for each chosen"]),
    (lambda: f.assess(3), ["scores is 3", "by name"]),
    (lambda: f.assess("3"), ["scores", "'3'", "by name"]),
    (lambda: f.assess([3] * 11, chosen=[]), ["chosen is empty", "at least one"]),
    (lambda: f.assess([3] * 11, chosen="quotes"), ["chosen", "'quotes'", "list of blocks"]),
    (lambda: f.assess([3] * 11, chosen=[1, "customers"]), ["chosen", "'customers' twice"]),
    (lambda: f.assess({"quotes": 3}, {"quotes": 0}), ["importance: quotes is 0", "above 0", "chosen"]),
    (lambda: f.assess({"quotes": 3, "leads": 3}, {"quotes": 2}), ["importance has no 'leads'", "add it"]),
    (lambda: f.assess({"quotes": 3}, {"quotes": NAN}), ["importance has no 'quotes'", "add it"]),
    (lambda: f.assess({"quotes": 3}, wanted=6), ["wanted", "6", "1 to 5"]),
    (lambda: f.assess({"quotes": 3}, wanted={"quotes": 0}), ["wanted: quotes is 0", "1 to 5"]),
    (lambda: f.assess({"quotes": 3}, evidence=["slow"]), ["evidence: piece 1", "'slow'", "Evidence"]),
    (lambda: f.assess({"quotes": 3}, evidence=3), ["evidence is 3", "list of Evidence"]),
    (lambda: FOUND.line("leads"), ["'leads'", "not in this assessment", "customers, quotes"]),
    (lambda: f.weighted_level([]), ["scores has 0 values", "1 to 11"]),
    (lambda: f.weighted_level([3, 4], [1]), ["importance has 1 values", "2, one for each"]),
    (lambda: f.weighted_level([3, None]), ["organisation has no score", "fill it in"]),
    (lambda: f.suggested_score(3, (1, 2, 3)), ["thresholds has 3 numbers", "four numbers"]),
    (lambda: f.suggested_score(3, (1, 2, 2, 3)), ["thresholds neither rise nor fall", "last"]),
    (lambda: f.suggested_score(NAN, (1, 2, 3, 4)), ["value", "NaN", "fill it in"]),
    (lambda: f.suggested_score(3, (1, 2, 3, 4), 5), ["unit is 5", "text"]),
    (lambda: f.Evidence("quotes", " "), ["sentence", "in words"]),
    (lambda: f.Evidence("price", "Dear."), ["block", "'price'", "1 to 11"]),
    (lambda: f.Evidence("quotes", "Slow.", "nine"), ["value", "'nine'", "give a number"]),
    (lambda: f.Evidence("quotes", "Slow.", suggested=2.5), ["suggested is 2.5", "whole level"]),
    (lambda: f.Evidence("quotes", "Slow.", tables="quotes"), ["tables", "'quotes'", "list"]),
    (lambda: f.Evidence("quotes", "Slow.", tables=[3]), ["tables names 3", "names of tables"]),
    (lambda: f.Evidence("quotes", "Slow.", unit=3), ["unit is 3", "text"]),
    (lambda: f.compare(FOUND, {}), ["scores is empty", "at least one"]),
    (lambda: f.compare(FOUND, FOUND, names=("a", "a")), ["names has 1 different", "two different names"]),
    (lambda: f.compare(FOUND, FOUND, names="ab"), ["names", "'ab'", "two different names"]),
    (lambda: f.compare(FOUND, FOUND, raters="yes"), ["raters", "'yes'", "True or False"]),
    (lambda: f.report({"quotes": 3}), ["assessment", "assess(...)"]),
    (lambda: f.report(FOUND, organisation=""), ["organisation", "give its name"]),
    (lambda: f.report(FOUND, by=3), ["by is 3", "leave it out"]),
    (lambda: f.report(FOUND, actions=["call"]), ["actions: number 1", "'call'", "list of Action"]),
    (lambda: f.Action("quotes", ""), ["what", "will be done"]),
]


@pytest.mark.parametrize(("wrong", "names"), WRONG, ids=[" ".join(names) for _, names in WRONG])
def test_a_wrong_input_is_named_with_its_place_and_the_remedy(wrong, names):
    named_with_remedy(wrong, names)


KEYS = [block.key for block in f.BLOCKS]
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.one_of(st.integers(), st.floats(), st.none()), max_size=12),
    st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=3), st.integers()), st.floats(), max_size=4),
)
SCORE = st.one_of(st.none(), st.integers(1, 5), st.floats(1, 5))
SCORES = st.one_of(
    st.dictionaries(st.sampled_from(KEYS), SCORE, min_size=1), st.lists(SCORE, min_size=11, max_size=11)
)
WEIGHTS = st.lists(st.floats(0.1, 100), min_size=11, max_size=11)
ASSESSED = {"scores": SCORES, "importance": st.one_of(st.none(), WEIGHTS), "wanted": st.floats(1, 5)}


@given(data=st.data())
@pytest.mark.parametrize("function", [f.assess, f.priorities])
def test_an_assessment_is_finite_or_refused_in_a_sentence(function, data):
    assert finite_or_a_sentence(function, **drawn(data, ASSESSED))
    assert finite_or_a_sentence(function, **drawn(data, ASSESSED, ANYTHING))


@given(data=st.data())
def test_a_comparison_is_finite_or_refused_in_a_sentence(data):
    usual = {"first": SCORES, "second": SCORES, "raters": st.booleans()}
    assert finite_or_a_sentence(f.compare, **drawn(data, usual))
    assert finite_or_a_sentence(f.compare, **drawn(data, usual, ANYTHING))


@given(data=st.data())
def test_a_suggestion_is_finite_or_refused_in_a_sentence(data):
    usual = {"value": st.floats(-100, 100), "thresholds": st.lists(st.floats(-10, 10), min_size=4, max_size=4)}
    assert finite_or_a_sentence(f.suggested_score, **drawn(data, usual))
    assert finite_or_a_sentence(f.suggested_score, **drawn(data, usual, ANYTHING))


@given(scores=SCORES, importance=WEIGHTS, wanted=st.floats(1, 5))
def test_the_level_lies_between_the_scores_and_inside_its_bounds(scores, importance, wanted):
    found = f.assess(scores, importance, wanted=wanted)
    given_scores = [score for score in found.scores.values() if score is not None]
    if given_scores:
        assert min(given_scores) - 1e-9 <= found.level <= max(given_scores) + 1e-9
        assert found.lowest - 1e-9 <= found.level <= found.highest + 1e-9
    assert set(found.scored) | set(found.unscored) == set(found.scores)
    order = f.priorities(found)
    weights = [one.weight for one in order.ranking]
    assert all(later <= earlier + 1e-6 for earlier, later in pairwise(weights))
    assert {one.key for one in order.ranking} == set(found.below)


@given(first=SCORES, second=SCORES)
def test_a_comparison_turned_round_has_the_other_sign(first, second):
    one, other = f.compare(first, second), f.compare(second, first)
    assert (one.up, one.down, one.same) == (other.down, other.up, other.same)
    assert one.shared == other.shared
    if one.shared:
        assert one.change == pytest.approx(-other.change, abs=1e-9)


TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Cn"]), min_size=1, max_size=20)


@given(scores=SCORES, name=TYPED, wish=TYPED)
def test_a_report_can_be_written_whatever_people_type(scores, name, wish):
    text = f.report(f.assess(scores), [], name, actions={"quotes": wish}).to_markdown()
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "The picture",
        "Gaps by importance",
        "Evidence",
        "Actions",
        "What is not known",
    ]
    assert text.count("\n# ") == 0
