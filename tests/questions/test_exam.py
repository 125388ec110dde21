"""The final exam: fair to every chapter, the same for everybody with the same number, in Python and in the page."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesedu.questions import bank, exam
from salesedu.questions.exam import NUMBERS, SIZE, VARIANTS, Entry, draw, draw_from, index, pool, rank, usual_size
from tests.questions.node import call_each

TABLE = json.loads((Path(__file__).parents[1] / "vectors" / "exams.json").read_text(encoding="utf-8"))
INDEX = index()
BY_ID = {one.id: one for one in INDEX}
CHAPTERS = bank.chapters_with_questions()

numbers = st.integers(NUMBERS.start, NUMBERS.stop - 1)


def entries(name: str) -> list[Entry]:
    return [Entry(*row) for row in TABLE["indexes"][name]]


def for_the_page(of: list[Entry]) -> list[dict]:
    return [vars(one) for one in of]


@pytest.mark.parametrize(("text", "value"), TABLE["ranks"])
def test_python_ranks_the_table(text, value):
    assert rank(text) == value


@pytest.mark.parametrize("case", TABLE["exams"], ids=lambda case: f"{case['index']}-{case['number']}-{case['size']}")
def test_python_draws_the_table(case):
    drawn = draw_from(entries(case["index"]), case["number"], case["size"])
    assert [list(one) for one in drawn] == case["drawn"]


def test_the_page_ranks_and_draws_the_same_table():
    ranked = call_each("draw.js", "rank", [[text] for text, _ in TABLE["ranks"]])
    assert ranked == [value for _, value in TABLE["ranks"]]
    cases = TABLE["exams"]
    drawn = call_each(
        "draw.js", "drawExam", [[for_the_page(entries(c["index"])), c["number"], c["size"]] for c in cases]
    )
    assert drawn == [case["drawn"] for case in cases]


def test_the_page_draws_the_same_exams_from_the_course():
    some = [1, 2, 3, 10, 99, 2025, 4711, 9998, 9999]
    drawn = call_each("draw.js", "drawExam", [[for_the_page(INDEX), number, SIZE] for number in some])
    assert drawn == [[list(one) for one in draw(number)] for number in some]


@settings(deadline=None)
@given(numbers)
def test_an_exam_has_forty_questions_shared_fairly_over_the_chapters(number):
    drawn = draw(number)
    assert drawn == draw(number)
    assert len({id_ for id_, _ in drawn}) == len(drawn) == SIZE
    shares = Counter(BY_ID[id_].chapter for id_, _ in drawn)
    each, over = divmod(SIZE, len(CHAPTERS))
    assert [shares[chapter] for chapter in CHAPTERS] == [each + (i < over) for i in range(len(CHAPTERS))]


@settings(deadline=None)
@given(numbers)
def test_within_a_chapter_no_concept_comes_twice_and_most_is_use_of_more_than_one_type(number):
    drawn = [BY_ID[id_] for id_, _ in draw(number)]
    for chapter in CHAPTERS:
        mine = [one for one in drawn if one.chapter == chapter]
        assert len({one.concept for one in mine}) == len(mine)
        assert 2 * sum(one.asks == "apply" for one in mine) >= len(mine)
        assert len({one.type for one in mine}) >= 2


@settings(deadline=None)
@given(numbers)
def test_figures_are_among_those_that_the_question_brings(number):
    for id_, variant in draw(number):
        assert 0 <= variant < BY_ID[id_].variants <= VARIANTS


def test_a_small_chapter_gives_what_it_has_and_the_others_fill_up_on_the_page_too():
    first, second, third = CHAPTERS[:3]
    few = [next(one for one in INDEX if one.chapter == first)]
    small = [*few, *(one for one in INDEX if one.chapter in (second, third))]
    assert usual_size(small) == SIZE
    drawn = draw_from(small, 7)
    shares = Counter(BY_ID[id_].chapter for id_, _ in drawn)
    assert [shares[chapter] for chapter in (first, second, third)] == [1, 20, 19]
    assert call_each("draw.js", "drawExam", [[for_the_page(small), 7, SIZE]]) == [[list(one) for one in drawn]]
    assert usual_size(few) == 1


def test_exams_differ_and_every_question_gets_its_turn():
    drawn = [draw(number) for number in range(1, 301)]
    assert len(set(drawn)) == 300
    assert {id_ for one in drawn for id_, _ in one} == set(BY_ID)
    assert {variant for one in drawn for _, variant in one} == set(range(VARIANTS))


def test_the_chapters_come_mixed():
    order = [BY_ID[id_].chapter for id_, _ in draw(1)]
    changes = sum(one != other for one, other in pairwise(order))
    assert changes > len(CHAPTERS)


def test_a_few_chapters_only():
    first = CHAPTERS[0]
    assert {BY_ID[id_].chapter for id_, _ in draw(3, 6, [first])} == {first}


@pytest.mark.parametrize("number", [0, 10_000, -1, 2.5, True, "7"])
def test_a_number_that_cannot_be_is_refused_with_what_can(number):
    with pytest.raises(ValueError, match="from 1 to 9999"):
        draw(number)


def test_a_size_that_cannot_be_is_refused_with_what_can():
    with pytest.raises(ValueError, match=r"ask for \d+ at least"):
        draw(1, 0)
    with pytest.raises(ValueError, match=r"ask for \d+ at most"):
        draw(1, 4000)


def test_an_unknown_chapter_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match=f'did you mean "{CHAPTERS[0]}"'):
        draw(1, 5, [CHAPTERS[0][:-1]])
    with pytest.raises(ValueError, match="needs a chapter"):
        draw(1, 5, [])


def test_the_questions_of_exams_are_those_of_the_bank_without_what_an_exam_hides():
    baked = {question.id: bank.bake(question) for question in bank.questions()}
    for one in pool():
        whole = baked[one["id"]]
        assert one["hash"] == whole["hash"]
        assert "hint" not in one
        assert 1 <= len(one.get("variants", "1")) <= VARIANTS
        if "variants" in one:
            assert [v["solution"] for v in one["variants"]] == [v["solution"] for v in whole["variants"][:VARIANTS]]
        else:
            assert one["solution"] == whole["solution"]
    assert [one.id for one in exam.index()] == [one["id"] for one in pool()]
