"""Every type of question, answered right, wrong and partly, by mouse and by keyboard only."""

import pytest

from .conftest import CHAPTER, chapter_pages, questions, ready
from .learner import Learner, partly, right, wrong

QUESTIONS = questions()
ONE_OF_EACH = {q["type"]: q for q in reversed(QUESTIONS)}
# `partly` needs a question with more than one right box to tick.
ONE_OF_EACH["multiple"] = next(
    q for q in QUESTIONS if q["type"] == "multiple" and sum(o["correct"] for o in q["options"]) > 1
)
# The words of baked HTML, as an element has them and as a reader sees them.
TEXT = "html => Object.assign(document.createElement('p'), {innerHTML: html}).textContent"
SEEN = "html => Object.assign(document.createElement('p'), {innerHTML: html}).innerText"
BOTH = pytest.mark.parametrize("keys", [False, True], ids=["mouse", "keyboard"])
EACH = pytest.mark.parametrize("kind", sorted(ONE_OF_EACH))


def test_the_chapter_asks_all_seven_types():
    assert set(ONE_OF_EACH) == {"choice", "multiple", "number", "order", "match", "sort", "text"}


@BOTH
@EACH
def test_a_right_answer_is_right_and_then_every_reason_is_given(site, page, kind, keys):
    question = ONE_OF_EACH[kind]
    learner = Learner(ready(page, site.url(CHAPTER)), question, keys)
    assert learner.state == "new"
    assert learner.answer(right(question)) == "correct"
    assert learner.feedback
    assert learner.node.locator(f'a[href$="#{question["section"]["id"]}"]').count() >= 1
    if kind in ("choice", "multiple"):
        reasons = learner.node.locator(".se-because").all_inner_texts()
        assert len(reasons) == len(question["options"])
        assert all(reasons)


@BOTH
@EACH
def test_a_wrong_answer_is_told_what_is_wrong(site, page, kind, keys):
    question = ONE_OF_EACH[kind]
    learner = Learner(ready(page, site.url(CHAPTER)), question, keys)
    assert learner.answer(wrong(question)) in ("wrong", "partial")
    assert len(learner.feedback) > 20
    assert learner.node.locator('[data-action="check"]').is_visible()


@BOTH
@pytest.mark.parametrize("kind", ["match", "multiple", "order", "sort"])
def test_a_half_right_answer_earns_part_and_shows_the_rule(site, page, kind, keys):
    question = ONE_OF_EACH[kind]
    learner = Learner(ready(page, site.url(CHAPTER)), question, keys)
    assert learner.answer(partly(question)) == "partial"
    shown = page.evaluate(SEEN, question["rule"])
    assert shown in learner.node.inner_text()


@pytest.mark.parametrize("name", chapter_pages())
def test_every_question_of_a_chapter_takes_its_key(site, page, name):
    ready(page, site.url(name))
    for question in questions(name):
        learner = Learner(page, question)
        assert learner.answer(right(question)) == "correct", question["id"]


@EACH
def test_the_ladder_names_the_slip_then_hints_then_solves(site, page, kind):
    question = ONE_OF_EACH[kind]
    base = question["variants"][0] if kind == "number" else question
    hint, solution = (page.evaluate(TEXT, base[part]) for part in ("hint", "solution"))
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    everything = "node => node.textContent"

    learner.answer(wrong(question))
    assert hint not in learner.node.evaluate(everything)
    learner.answer(wrong(question, 1))
    assert hint in learner.node.evaluate(everything)
    assert solution not in learner.node.evaluate(everything)
    learner.answer(wrong(question, 2))
    assert learner.state == "revealed"
    assert solution in learner.node.evaluate(everything)
    learner.press("retry")
    assert learner.state == "new"


def test_a_named_slip_gets_its_own_feedback(site, page):
    question = next(q for q in QUESTIONS if q["type"] == "number" and q["variants"][0]["misconceptions"])
    slip = question["variants"][0]["misconceptions"][0]
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    value = slip["value"] * (100 if question["unit"] == "%" else 1)
    assert learner.answer(f"{value:.4f}") == "wrong"
    said = page.evaluate(TEXT, slip["say"])
    assert said in learner.feedback
    learner.press("hint")
    assert said in learner.feedback, "a hint comes beside what was said of the answer"
    assert learner.node.evaluate("node => node.contains(document.activeElement)"), "the button goes, the focus stays here"


def test_a_number_that_can_be_read_in_two_ways_is_asked_back_and_costs_no_try(site, page):
    question = next(q for q in QUESTIONS if q["type"] == "number")
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    learner.answer("1.250")
    assert learner.state == "new"
    assert "1250" in learner.feedback.replace(",", "").replace(".", "")
    learner.answer("about a dozen")
    assert learner.state == "new"
    assert "about a dozen" in learner.feedback
    assert learner.answer(right(question)) == "correct"


def test_a_dutch_comma_is_read(site, page):
    question = next(
        q for q in QUESTIONS
        if q["type"] == "number" and "." in q["variants"][0]["shown"] and "," not in q["variants"][0]["shown"]
    )
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    assert learner.answer(right(question).replace(".", ",")) == "correct"


def test_no_answer_is_no_try(site, page):
    learner = Learner(ready(page, site.url(CHAPTER)), ONE_OF_EACH["choice"])
    learner.press("check")
    assert learner.state == "new"
    assert learner.feedback


def test_new_numbers_bring_a_new_case_with_a_new_key(site, page):
    question = next(q for q in QUESTIONS if q["type"] == "number" and len(q["variants"]) > 1)
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    first = learner.node.locator("legend").inner_text()
    assert learner.answer(right(question)) == "correct"
    learner.press("new-numbers")
    assert learner.state == "new"
    second = learner.node.locator("legend").inner_text()
    assert second != first
    plain = [page.evaluate(SEEN, variant["prompt"]) for variant in question["variants"]]
    number = next(i for i, prompt in enumerate(plain) if prompt.strip() in second)
    assert learner.answer(right(question, number)) == "correct"


@EACH
def test_every_control_of_a_question_can_be_reached_with_the_tab_key(site, page, kind):
    learner = Learner(ready(page, site.url(CHAPTER)), ONE_OF_EACH[kind], keys=True)
    learner.node.scroll_into_view_if_needed()
    wanted = learner.node.evaluate(
        """node => {
          const groups = new Set();
          const all = [...node.querySelectorAll('input, select, button, a[href], summary')].filter(c => c.offsetParent);
          for (const c of all) {
            if (c.disabled || c.getAttribute('aria-disabled') === 'true') continue;
            c.dataset.wanted = '';
            groups.add(c.type === 'radio' ? c.name : c);
          }
          all[0].focus();
          return groups.size;
        }"""
    )
    reached = set()
    for _ in range(3 * wanted + 6):
        mark = learner.node.evaluate(
            """node => { const c = document.activeElement; if (!node.contains(c) || c.dataset.wanted === undefined) return '';
              return c.type === 'radio' ? 'group ' + c.name : 'one ' + [...node.querySelectorAll('[data-wanted]')].indexOf(c); }"""
        )
        if mark:
            reached.add(mark)
        page.keyboard.press("Tab")
    assert len(reached) == wanted


def test_a_long_quiz_comes_one_question_at_a_time(site, page):
    ready(page, site.url(CHAPTER), all_questions=False)
    quiz = page.locator(".se-quiz:has(.se-pager)")
    shown = quiz.locator(".se-question:visible")
    assert shown.count() == 1
    first = shown.get_attribute("data-question")
    quiz.locator('[data-action="next-question"]').click()
    second = shown.get_attribute("data-question")
    assert second != first
    quiz.locator(".se-dot").nth(0).click()
    assert shown.get_attribute("data-question") == first
    quiz.locator('[data-action="show-all"]').click()
    assert shown.count() == quiz.locator(".se-question").count() > 20


def test_on_paper_a_match_shows_what_can_be_chosen(site, page):
    question = ONE_OF_EACH["match"]
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    choices = learner.node.get_by_text("Choose from:")
    assert not choices.is_visible()
    page.emulate_media(media="print")
    assert choices.is_visible()
    for one in question["rights"]:
        assert page.evaluate(TEXT, one["text"]) in choices.inner_text()
