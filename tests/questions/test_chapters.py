"""The banks themselves: every key is right, every mistake is not, and a chapter is well covered.

These tests find the chapters by themselves; a new bank must pass them as it is.
"""

from collections import Counter

import pytest

from salesedu import concepts
from salesedu.questions import bank
from salesedu.questions.grade import grade
from salesedu.questions.numbers import plain
from salesedu.questions.types import TYPES, Choice, Number
from tests.questions.node import call_each

CHAPTERS = bank.chapters_with_questions()
FEWEST_QUESTIONS = {"factory": 20}  # the capstone asks for judgement: fewer, longer questions
USUALLY, FEWEST_VARIED, VARIANTS = 36, 8, 20


def typed(value: float, unit: str) -> str:
    """Return a number as a careful learner types it."""
    return f"{plain(value * 100)} %" if unit == "%" else plain(value)


def keys(baked: dict) -> list[tuple[object, int]]:
    """Return the full answers to a baked question, with the variant each belongs to."""
    kind = baked["type"]
    if kind == "choice":
        return [(option["index"], 0) for option in baked["options"] if option["correct"]]
    if kind == "multiple":
        return [([option["index"] for option in baked["options"] if option["correct"]], 0)]
    if kind == "number":
        exact = [(typed(one["answer"], baked["unit"]), number)
                 for number, one in enumerate(baked["variants"])]
        shown = [(one["shown"].replace(",", ""), number)
                 for number, one in enumerate(baked["variants"])]
        return exact + shown
    if kind == "order":
        return [(list(range(len(baked["items"]))), 0)]
    if kind == "match":
        return [(list(range(len(baked["lefts"]))), 0)]
    if kind == "sort":
        return [([item["bin"] for item in sorted(baked["items"], key=lambda one: one["index"])], 0)]
    return [(form, 0) for form in baked["accept"]]


def mistakes(baked: dict) -> list[tuple[object, int]]:
    """Return wrong answers: every distractor, every named misconception, one slip in each key."""
    kind = baked["type"]
    if kind == "choice":
        return [(option["index"], 0) for option in baked["options"] if not option["correct"]]
    if kind == "multiple":
        right = {option["index"] for option in baked["options"] if option["correct"]}
        return [(sorted(right ^ {option["index"]}), 0) for option in baked["options"]
                if right ^ {option["index"]}]
    if kind == "number":
        return [(typed(wrong["value"], baked["unit"]), number)
                for number, one in enumerate(baked["variants"]) for wrong in one["misconceptions"]]
    if kind == "order":
        count = len(baked["items"])
        swaps = [[*range(at), at + 1, at, *range(at + 2, count)] for at in range(count - 1)]
        return [(one, 0) for one in [*swaps, baked["start"], list(range(count))[::-1]]]
    if kind == "match":
        right = list(range(len(baked["lefts"])))
        others = [one["index"] for one in baked["rights"]]
        return [([*right[:at], other, *right[at + 1 :]], 0)
                for at in right for other in others if other != at]
    if kind == "sort":
        right = keys(baked)[0][0]
        return [([*right[:at], other, *right[at + 1 :]], 0) for at in range(len(right))
                for other in range(len(baked["bins"])) if other != right[at]]
    return [(form, 0) for wrong in baked["misconceptions"] for form in wrong["accept"]]


@pytest.fixture(scope="module", params=CHAPTERS)
def chapter(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def baked(chapter) -> list[dict]:
    return [bank.bake(question) for question in bank.load(chapter)]


def test_every_key_scores_one_in_both_graders(baked):
    tries = [[one, response, variant] for one in baked for response, variant in keys(one)]
    assert {one["id"] for one, *_ in tries} == {one["id"] for one in baked}
    failed = [(t[0]["id"], t[1]) for t in tries if grade(*t).score != 1]
    failed += [(t[0]["id"], t[1])
               for t, found in zip(tries, call_each("grade.js", "grade", tries), strict=True)
               if found["score"] != 1]
    assert failed == []


def test_every_mistake_scores_less_and_is_answered_alike(baked):
    tries = [[one, response, variant] for one in baked for response, variant in mistakes(one)]
    here = [grade(*one).as_dict() for one in tries]
    there = call_each("grade.js", "grade", tries)
    assert [(t[0]["id"], t[1]) for t, found in zip(tries, here, strict=True)
            if found["score"] >= 1 or found["state"] not in ("wrong", "partial")] == []
    assert [(t[0]["id"], t[1], one, other)
            for t, one, other in zip(tries, here, there, strict=True) if one != other] == []


def test_every_named_mistake_gets_its_own_sentence(baked):
    missed = []
    for one in baked:
        if one["type"] == "number":
            named = [(typed(wrong["value"], one["unit"]), number, wrong["say"])
                     for number, variant in enumerate(one["variants"])
                     for wrong in variant["misconceptions"]]
        elif one["type"] == "text":
            named = [(form, 0, wrong["say"]) for wrong in one["misconceptions"]
                     for form in wrong["accept"]]
        else:
            named = []
        missed += [(one["id"], response) for response, variant, say in named
                   if grade(one, response, variant).say != (say,)]
    assert missed == []


def test_a_chapter_has_enough_questions(chapter):
    assert len(bank.load(chapter)) >= FEWEST_QUESTIONS.get(chapter, USUALLY)


def test_the_first_chapter_shows_all_seven_types():
    assert {question.type for question in bank.load("customers")} == set(TYPES)


def test_enough_number_questions_have_fresh_figures(baked):
    varied = [one for one in baked if one["type"] == "number" and len(one["variants"]) > 1]
    assert len(varied) >= FEWEST_VARIED
    for one in varied:
        assert len({variant["prompt"] for variant in one["variants"]}) == VARIANTS, one["id"]


def test_fresh_figures_change_the_answer_too(baked):
    for one in baked:
        if one["type"] == "number" and len(one["variants"]) > 1:
            answers = Counter(variant["shown"] for variant in one["variants"])
            assert answers.most_common(1)[0][1] <= VARIANTS / 4, one["id"]


def test_at_most_a_third_asks_for_recall(chapter):
    asks = Counter(question.asks for question in bank.load(chapter))
    assert asks["recall"] * 3 <= asks.total()


def test_every_concept_is_asked_about(chapter):
    asked = {concept for question in bank.load(chapter) for concept in question.concepts}
    taught = {concept.id for concept in concepts.load(chapter).concepts}
    assert taught - asked == set()


def test_a_question_points_to_a_section_where_one_of_its_concepts_is_taught(chapter):
    taught = {concept.id: concept.section for concept in concepts.load(chapter).concepts}
    lost = [question.id for question in bank.load(chapter)
            if question.section not in {taught.get(one) for one in question.concepts}]
    assert lost == []


def test_keys_are_spread_over_the_places(baked):
    places = Counter(
        next(place for place, option in enumerate(one["options"]) if option["correct"])
        for one in baked if one["type"] == "choice" and len(one["options"]) == 4
    )
    assert places.total() >= 4
    assert max(places.values()) <= 0.45 * places.total()


def test_the_longest_option_is_not_the_way_to_find_the_key(chapter):
    shuffled = [one for one in bank.load(chapter) if type(one) is Choice]
    longest = sum(max(one.options, key=lambda option: len(option.text)).correct
                  for one in shuffled)
    assert longest <= len(shuffled) / 2


def test_every_number_question_recognises_a_mistake(chapter):
    silent = [question.id for question in bank.load(chapter)
              if isinstance(question, Number) and not question.misconceptions]
    assert silent == []
