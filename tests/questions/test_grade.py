"""Responses are worth what the rules say, alike in Python and in the page."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu.questions.grade import RULES, SENTENCES, grade
from salesedu.questions.types import TYPES
from tests.questions.node import call_each

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "grades.json").read_text(encoding="utf-8")
)
QUESTIONS, CASES = VECTORS["questions"], VECTORS["cases"]


def expected(case: dict) -> dict:
    return {name: case[name] for name in ("score", "state", "say", "marks")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['question']}|{case['response']}")
def test_python_grades_the_table(case):
    found = grade(QUESTIONS[case["question"]], case["response"], case.get("variant", 0))
    assert found.as_dict() == {**expected(case), "score": pytest.approx(case["score"])}


def test_the_page_grades_the_same_table():
    arguments = [[QUESTIONS[c["question"]], c["response"], c.get("variant", 0)] for c in CASES]
    different = []
    for case, found in zip(CASES, call_each("grade.js", "grade", arguments), strict=True):
        if found != {**expected(case), "score": pytest.approx(case["score"])}:
            different.append((case["question"], case["response"], found))
    assert different == []


def test_the_table_is_rich():
    assert {QUESTIONS[case["question"]]["type"] for case in CASES} == set(TYPES)
    assert {case["state"] for case in CASES} == {
        "correct", "partial", "wrong", "unanswered", "unclear",
    }
    assert len(CASES) >= 50


def test_both_graders_have_the_same_sentences():
    assert call_each("grade.js", "gradeSentences", [[]]) == [SENTENCES]


def test_every_type_tells_its_rule():
    assert set(RULES) == set(TYPES)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(QUESTIONS)), anything, st.integers(-1, 30))
def test_any_response_gets_a_score_from_zero_to_one(name, response, variant):
    found = grade(QUESTIONS[name], response, variant)
    assert 0 <= found.score <= 1
    assert (found.state == "correct") == (found.score == 1)
    assert (found.state == "partial") == (0 < found.score < 1)


def test_the_graders_agree_on_every_order_and_every_placing():
    orders = [[QUESTIONS["order"], list(one)] for one in itertools.permutations(range(5))]
    placings = [[QUESTIONS["sort"], list(one)]
                for one in itertools.product([None, 0, 1], repeat=4)]
    pairs = [[QUESTIONS["match"], list(one)] for one in itertools.permutations(range(5), 4)]
    ticks = [[QUESTIONS["multiple"], list(one)]
             for size in range(6) for one in itertools.combinations(range(5), size)]
    arguments = orders + placings + pairs + ticks
    found = call_each("grade.js", "grade", arguments)
    here = [grade(*one).as_dict() for one in arguments]
    assert found == here
    assert sum(one["score"] == 1 for one in here) == 4  # each has exactly one full answer


def test_the_graders_agree_on_misspelt_terms():
    letters = "eamnst -é"
    terms = ["expectation management", "customer delight", "verwachtingsmanagement", "promoter"]
    typed = [term[:place] + letter + term[place + cut :]
             for term in terms for place in range(len(term)) for letter in letters for cut in (0, 1)]
    arguments = [[QUESTIONS[name], one] for name in ("text", "near words") for one in typed]
    found = call_each("grade.js", "grade", arguments)
    assert [one["state"] for one in found] == [grade(*one).state for one in arguments]
    assert {one["state"] for one in found} == {"correct", "wrong"}


@given(st.floats(-1000, 1000))
def test_a_number_is_right_only_within_its_tolerance(value):
    found = grade(QUESTIONS["points"], f"{value:.4f}")
    assert (found.score == 1) == (abs(round(value, 4) - 32) <= 0.5 + 1e-6)


def test_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match="no question type 'essay'; use one of choice"):
        grade({"type": "essay"}, "long")
