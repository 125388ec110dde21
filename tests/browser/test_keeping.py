"""A learner's work: kept after a reload, per question, through edits, corruption, full or closed storage."""

import json
import shutil

import pytest

from salesedu.site.serve import CSP

from .conftest import CHAPTER, SITE, Served, questions, ready
from .learner import Learner, right, wrong

QUESTIONS = questions()
CHOICE = next(q for q in QUESTIONS if q["type"] == "choice")
OTHERS = [q for q in QUESTIONS if q["type"] in ("number", "sort", "order", "match", "multiple", "text")]
KEYS = "() => Object.keys(localStorage).filter(k => k.startsWith('salesedu:'))"


def keep(page):
    page.locator('[data-action="consent-keep"]').first.click()


def stored_key(page, question):
    return next(k for k in page.evaluate(KEYS) if k.endswith(f":q:{question['id']}"))


def test_nothing_is_kept_before_the_learner_says_so(site, page):
    learner = Learner(ready(page, site.url(CHAPTER)), CHOICE)
    learner.answer(right(CHOICE))
    assert [k for k in page.evaluate(KEYS) if ":q:" in k] == []
    page.locator('[data-action="consent-later"]').first.click()
    assert [k for k in page.evaluate(KEYS) if ":q:" in k] == []
    ready(page, site.url(CHAPTER))
    assert learner.state == "new"


@pytest.mark.parametrize("kind", ["choice", "multiple", "number", "order", "match", "sort", "text"])
def test_answers_survive_a_reload(site, page, kind):
    question = next(q for q in QUESTIONS if q["type"] == kind)
    learner = Learner(ready(page, site.url(CHAPTER)), question)
    learner.answer(right(question))
    keep(page)
    ready(page, site.url(CHAPTER))
    assert learner.state == "correct"
    assert page.locator('[data-action="consent-keep"]').count() == 0, "asked once"


def test_a_miss_survives_a_reload_with_its_place_on_the_ladder(site, page):
    learner = Learner(ready(page, site.url(CHAPTER)), CHOICE)
    learner.answer(wrong(CHOICE))
    keep(page)
    learner.answer(wrong(CHOICE, 1))
    ready(page, site.url(CHAPTER))
    assert learner.state == "wrong"
    learner.answer(wrong(CHOICE, 2))
    assert learner.state == "revealed"


def test_an_edited_question_resets_itself_and_no_other(tmp_path, new_context):
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder)
    served = Served(folder, policy=CSP)
    page = ready(new_context().new_page(), served.url(CHAPTER))
    first, other = Learner(page, CHOICE), Learner(page, OTHERS[0])
    first.answer(right(CHOICE))
    keep(page)
    other.answer(right(OTHERS[0]))
    path = folder / CHAPTER
    text = path.read_text("utf-8")
    assert CHOICE["hash"] in text
    path.write_text(text.replace(CHOICE["hash"], "0123456789ab"), "utf-8")
    ready(page, served.url(CHAPTER))
    assert first.state == "new"
    assert other.state == "correct"
    served.close()


@pytest.mark.parametrize("rubbish", ["{half a rec", "null", '{"v":1,"hash":"HASH","response":{"a":1},"tries":"many"}', '{"v":99,"hash":"HASH"}'])
def test_a_corrupt_record_recovers_with_a_message_and_is_set_aside(site, page, rubbish):
    learner = Learner(ready(page, site.url(CHAPTER)), CHOICE)
    other = Learner(page, OTHERS[0])
    learner.answer(right(CHOICE))
    keep(page)
    other.answer(right(OTHERS[0]))
    key = stored_key(page, CHOICE)
    rubbish = rubbish.replace("HASH", CHOICE["hash"])
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, rubbish])
    ready(page, site.url(CHAPTER))
    assert learner.state == "new"
    assert other.state == "correct"
    assert "could not be read" in page.locator(".bd-article").inner_text()
    assert rubbish in page.evaluate("Object.values(localStorage)")
    assert learner.answer(right(CHOICE)) == "correct"


def test_work_can_be_taken_out_reset_and_brought_back(site, page, tmp_path):
    learner = Learner(ready(page, site.url(CHAPTER)), CHOICE)
    learner.answer(right(CHOICE))
    keep(page)
    work = page.locator(".se-work").first
    work.locator("summary").click()
    with page.expect_download() as download:
        work.locator('[data-action="export"]').click()
    path = tmp_path / "work.json"
    download.value.save_as(path)
    assert CHOICE["id"] in path.read_text("utf-8")

    work.locator('[data-action="reset-chapter"]').click()
    work.locator('[data-action="reset-confirm"]').click()
    assert learner.state == "new"
    assert [k for k in page.evaluate(KEYS) if ":q:" in k] == []

    work.locator('input[type="file"]').set_input_files(path)
    page.wait_for_function(
        "id => document.querySelector(`.se-question[data-question='${id}']`).dataset.state === 'correct'", arg=CHOICE["id"]
    )
    bad = tmp_path / "holiday.json"
    bad.write_text(json.dumps({"beach": True}), "utf-8")
    work.locator('input[type="file"]').set_input_files(bad)
    page.wait_for_function("() => document.querySelector('.se-work').innerText.includes('holiday.json')")
    assert learner.state == "correct"


def test_a_browser_that_keeps_nothing_still_teaches(site, new_context):
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('closed', 'SecurityError'); }})"
    )
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    page.wait_for_function("() => document.documentElement.dataset.salesedu === 'ready'")
    learner = Learner(page, CHOICE)
    assert learner.answer(right(CHOICE)) == "correct"


def test_two_tabs_do_not_overwrite_each_other(site, new_context):
    context = new_context()
    one, two = (ready(context.new_page(), site.url(CHAPTER)) for _ in range(2))
    Learner(one, CHOICE).answer(right(CHOICE))
    keep(one)
    Learner(two, OTHERS[0]).answer(right(OTHERS[0]))
    three = ready(context.new_page(), site.url(CHAPTER))
    assert Learner(three, CHOICE).state == "correct"
    assert Learner(three, OTHERS[0]).state == "correct"
    assert Learner(two, CHOICE).state == "correct", "the second tab follows the first"
