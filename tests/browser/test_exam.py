"""The final exam, taken from the first question to the result, as a learner with or without a clock, twice or in two tabs."""

import datetime
import json
import re
import shutil

import pytest

from salesedu.questions import exam as exams
from salesedu.site.serve import CSP

from .accessible import violations
from .conftest import SITE, Served, ready
from .learner import Learner, partly, right, wrong

EXAM = "book/exam.html"
NUMBER = 2025
KEPT = "() => Object.entries(localStorage).filter(([k]) => /:exam:/.test(k) && !k.includes('broken'))"
IN_PARTS = ("multiple", "order", "match", "sort")


def pool(site_folder=SITE) -> dict:
    """The questions as the book serves them."""
    (path,) = (site_folder / "_static").glob("salesedu-*/exam.json")
    return {one["id"]: one for one in json.loads(path.read_text("utf-8"))}


POOL = pool()


def places_by_type() -> dict[str, list[int]]:
    """Where in the exam each type is asked."""
    places = {}
    for place, (id_, _) in enumerate(exams.draw(NUMBER)):
        places.setdefault(POOL[id_]["type"], []).append(place)
    return places


class Candidate:
    """Somebody at the exam."""

    def __init__(self, page, keys=False):
        self.page, self.keys = page, keys
        self.root = page.locator(".se-exam")

    def press(self, action, nth=0):
        button = self.root.locator(f'[data-action="{action}"]').nth(nth)
        if self.keys:
            button.focus()
            self.page.keyboard.press("Enter")
        else:
            button.click()

    @property
    def view(self):
        return self.root.get_attribute("data-view")

    def start(self, number=NUMBER, clock="none", minutes=None):
        self.root.locator('[data-field="number"]').fill(str(number))
        self.root.locator(f'.se-exam-clocks input[value="{clock}"]').check(force=True)
        if minutes is not None:
            self.root.locator('[data-field="minutes"]').fill(str(minutes))
        self.press("start-exam")
        self.page.wait_for_selector('.se-exam[data-view="run"]')

    def keep(self):
        self.root.locator('[data-action="consent-keep"]').click()

    def asked(self):
        """The question in sight and the number of its set of figures."""
        node = self.root.locator(".se-question")
        question = POOL[node.get_attribute("data-question")]
        return question, dict(exams.draw(NUMBER))[question["id"]]

    def answer(self, how):
        question, variant = self.asked()
        response = right(question, variant) if how is right else how(question)
        Learner(self.page, question, self.keys).fill(response)
        return question

    def answer_all(self, how=right, until=exams.SIZE):
        for place in range(until):
            self.answer(how)
            if place < until - 1:
                self.press("next-question")

    def result(self):
        top = self.root.locator(".se-exam-top")
        top.wait_for()
        return float(top.get_attribute("data-points")), float(top.get_attribute("data-mark"))


@pytest.fixture
def candidate(site, page):
    return Candidate(ready(page, site.url(EXAM)))


def accessible(page) -> list[str]:
    page.evaluate("scrollTo(0, 0)")
    return violations(page)


def test_the_page_asks_for_the_questions_only_when_somebody_starts(site, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    one = Candidate(ready(page, site.url(EXAM)))
    assert not any(url.endswith("exam.json") for url in asked)
    one.start()
    assert sum(url.endswith("exam.json") for url in asked) == 1


def test_all_keys_give_forty_points_and_a_ten(candidate):
    candidate.start()
    candidate.answer_all(right)
    candidate.press("hand-in")
    assert candidate.result() == (40, 10.0)
    assert "pass" in candidate.root.locator(".se-exam-top").inner_text()
    assert candidate.root.locator('.se-exam-review .se-question[data-state="correct"]').count() == 40


def test_all_wrong_gives_a_low_mark_and_ways_to_read_again_that_exist(candidate):
    candidate.start()
    candidate.answer_all(wrong)
    candidate.press("hand-in")
    points, mark = candidate.result()
    assert points < 10
    assert mark < 4
    links = candidate.root.locator(".se-exam-result a").evaluate_all("links => links.map(a => a.href)")
    assert len(links) > 40
    for page_name, anchor in {re.search(r"/(book/[\w-]+\.html)#([\w-]+)$", link).groups() for link in links}:
        assert f'id="{anchor}"' in (SITE / page_name).read_text("utf-8")


def test_half_right_answers_earn_part_and_every_reason_is_given(candidate):
    candidate.start()
    expected = 0
    for place in range(exams.SIZE):
        question, _ = candidate.asked()
        half = question["type"] in IN_PARTS and not (question["type"] == "multiple" and sum(o["correct"] for o in question["options"]) < 2)
        candidate.answer(partly if half else right)
        expected += not half
        if place < exams.SIZE - 1:
            candidate.press("next-question")
    candidate.press("hand-in")
    points, mark = candidate.result()
    assert expected < points < 40
    assert mark == pytest.approx(1 + 9 * points / 40, abs=0.06)
    assert candidate.root.locator('.se-exam-review .se-question[data-state="partial"]').count() > 5
    for node in candidate.root.locator('.se-exam-review .se-question[data-type="choice"]').all()[:5]:
        reasons = node.locator(".se-because").all_inner_texts()
        assert len(reasons) >= 3
        assert all(reasons)


def test_nothing_is_told_before_handing_in(candidate):
    candidate.start()
    for _ in range(8):
        question = candidate.answer(wrong)
        node = candidate.root.locator(".se-question")
        assert node.locator("[data-mark]").count() == 0
        assert question.get("solution", "no solution") not in node.inner_text()
        assert node.locator(".se-because:visible").count() == 0
        candidate.press("next-question")
    dots = candidate.root.locator(".se-dot").evaluate_all("dots => dots.slice(0, 8).map(d => d.dataset.standing)")
    assert dots == ["answered"] * 8


def test_with_the_keyboard_alone(site, page):
    one = Candidate(ready(page, site.url(EXAM)), keys=True)
    one.start()
    assert page.evaluate("document.activeElement.innerText") == f"Exam {NUMBER}"
    first_of_each = [places[0] for places in places_by_type().values()]
    for place in first_of_each:
        one.root.locator(".se-dot").nth(place).focus()
        page.keyboard.press("Enter")
        assert "se-question" in page.evaluate("document.activeElement.className"), "the focus goes along"
        one.answer(right)
    one.root.locator(".se-dot").nth(0).click()
    one.press("next-question")
    assert "Question 2 of 40" in page.evaluate("document.activeElement.innerText")
    one.press("hand-in")
    assert f"{40 - len(first_of_each)} questions are open" in page.evaluate("document.activeElement.innerText")
    one.press("hand-in-anyway")
    assert one.result()[0] == len(first_of_each) >= 5
    assert "Your result" in page.evaluate("document.activeElement.innerText")


def test_handing_in_shows_what_is_open_or_marked_and_leads_there(candidate):
    candidate.start()
    candidate.answer_all(right)
    candidate.root.locator(".se-dot").nth(4).click()
    candidate.press("mark")
    assert "marked for later" in candidate.root.locator(".se-dot").nth(4).get_attribute("aria-label")
    candidate.press("hand-in")
    assert candidate.view == "run"
    candidate.root.locator(".se-exam-jump").click()
    assert "Question 5 of 40" in candidate.root.locator(".se-question").inner_text()
    candidate.press("mark")
    candidate.press("hand-in")
    assert candidate.result()[0] == 40


def test_a_number_that_can_be_read_in_two_ways_is_asked_back(candidate):
    candidate.start()
    place = next(i for i, (id_, _) in enumerate(exams.draw(NUMBER)) if POOL[id_]["type"] == "number")
    candidate.root.locator(".se-dot").nth(place).click()
    field = candidate.root.locator("input.se-entry")
    field.fill("1.250")
    field.press("Enter")
    assert "1250" in candidate.root.locator(".se-exam-ask").inner_text().replace(",", "").replace(".", "")
    assert f"Question {place + 1} of" in candidate.root.locator(".se-question").inner_text()
    assert candidate.root.locator(".se-dot").nth(place).get_attribute("data-standing") == "unclear"


@pytest.mark.parametrize(("number", "clock", "minutes"), [("seven", "none", None), ("0", "none", None), ("10000", "none", None), ("7", "own", "0"), ("7", "own", "soon")])
def test_what_cannot_be_typed_at_the_start_is_answered_with_a_sentence(candidate, number, clock, minutes):
    root = candidate.root
    root.locator('[data-field="number"]').fill(number)
    root.locator(f'.se-exam-clocks input[value="{clock}"]').check(force=True)
    if minutes:
        root.locator('[data-field="minutes"]').fill(minutes)
    candidate.press("start-exam")
    assert "whole number" in root.locator(".se-exam-wrong:visible").inner_text()
    assert candidate.view == "start"
    assert candidate.page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"


def test_without_the_questions_a_sentence_and_another_try(site, new_context):
    page = new_context().new_page()
    page.route("**/exam.json", lambda route: route.abort())
    one = Candidate(ready(page, site.url(EXAM)))
    one.press("start-exam")
    page.get_by_text("could not be fetched").wait_for()
    page.unroute("**/exam.json")
    one.start()
    assert one.view == "run"


def test_in_the_middle_a_reload_loses_nothing(candidate, site):
    page = candidate.page
    candidate.start()
    candidate.keep()
    candidate.answer_all(right, until=25)
    candidate.press("mark")
    ready(page, site.url(EXAM))
    assert "25 of 40 answered" in candidate.root.locator(".se-exam-open").inner_text()
    candidate.press("resume-exam")
    page.wait_for_selector('.se-exam[data-view="run"]')
    assert "Question 25 of 40" in candidate.root.locator(".se-question").inner_text()
    assert candidate.root.locator(".se-dot[data-marked]").count() == 1
    for place in range(25, 40):
        candidate.root.locator(".se-dot").nth(place).click()
        candidate.answer(right)
    candidate.press("hand-in")
    candidate.press("hand-in-anyway")
    assert candidate.result() == (40, 10.0)
    ready(page, site.url(EXAM))
    row = candidate.root.locator(".se-exam-earlier tbody tr")
    assert str(NUMBER) in row.inner_text()
    assert "40 of 40" in row.inner_text()
    candidate.press("review-exam")
    assert candidate.result() == (40, 10.0)


def test_nothing_is_kept_before_the_learner_says_so(candidate):
    candidate.start()
    candidate.answer(right)
    assert candidate.page.evaluate(KEPT) == []
    candidate.keep()
    assert len(candidate.page.evaluate(KEPT)) == 1


def test_the_clock_warns_stops_at_zero_and_lets_one_go_on(site, page):
    page.clock.install(time=datetime.datetime(2025, 6, 2, 9, 0))
    one = Candidate(ready(page, site.url(EXAM)))
    one.start(clock="own", minutes=30)
    one.keep()
    one.answer(right)
    clock = one.root.locator(".se-clock")
    assert clock.locator("[role=timer]").inner_text().startswith(("30:00", "29:5"))
    page.clock.run_for(20 * 60_000)
    assert "10 minutes left" in clock.locator("[role=status]").inner_text()
    one.press("toggle-clock")
    assert not clock.locator("[role=timer]").is_visible()
    page.clock.run_for(9 * 60_000)
    assert "One minute left" in clock.locator("[role=status]").inner_text()

    ready(page, site.url(EXAM))
    one.press("resume-exam")
    page.wait_for_selector('.se-exam[data-view="run"]')
    page.clock.run_for(30_000)
    assert re.match(r"0:([0-2]\d|30)", clock.locator("[role=timer]").inner_text())
    page.clock.run_for(60_000)
    panel = page.get_by_role("alertdialog")
    assert "Time is up" in panel.inner_text()
    assert panel.evaluate("node => node === document.activeElement")
    assert not one.root.locator(".se-question").is_visible()
    one.press("no-clock")
    assert one.root.locator(".se-question").is_visible()
    assert not clock.is_visible()
    one.press("hand-in")
    one.press("hand-in-anyway")
    assert one.result()[0] == 1
    assert "went on after its 30 minutes" in one.root.locator(".se-exam-top").inner_text()


def test_when_the_time_was_over_while_away_one_hands_in_what_is_there(site, page):
    page.clock.install(time=datetime.datetime(2025, 6, 2, 9, 0))
    one = Candidate(ready(page, site.url(EXAM)))
    one.start(clock="60")
    one.keep()
    one.answer(right)
    page.clock.fast_forward(3 * 3600_000)
    ready(page, site.url(EXAM))
    assert "the time is up" in one.root.locator(".se-exam-open").inner_text()
    one.press("resume-exam")
    page.get_by_role("alertdialog").wait_for()
    one.press("hand-in-now")
    assert one.result()[0] == 1
    assert "went on" not in one.root.locator(".se-exam-top").inner_text()


def test_two_tabs_follow_each_other(site, new_context):
    context = new_context()
    first = Candidate(ready(context.new_page(), site.url(EXAM)))
    first.start()
    first.keep()
    first.answer(right)
    second = Candidate(ready(context.new_page(), site.url(EXAM)))
    second.press("resume-exam")
    second.page.wait_for_selector('.se-exam[data-view="run"]')
    second.press("next-question")
    second.answer(right)
    first.page.get_by_text("open in another tab").wait_for()
    first.page.wait_for_function("() => document.querySelectorAll('.se-exam .se-dot[data-standing=answered]').length === 2")
    assert "Question 1 of 40" in first.root.locator(".se-question").inner_text(), "each tab keeps its place"
    first.root.locator(".se-dot").nth(2).click()
    first.answer(right)
    second.page.wait_for_function("() => document.querySelectorAll('.se-exam .se-dot[data-standing=answered]').length === 3")
    first.press("hand-in")
    first.press("hand-in-anyway")
    assert first.result()[0] == 3
    assert second.result()[0] == 3, "handed in here is handed in there"


@pytest.mark.parametrize("rubbish", ["{half a rec", '{"v":1,"hash":"exam-1","items":"many"}'])
def test_a_corrupt_exam_is_set_aside_with_a_message_and_a_new_one_can_start(candidate, site, rubbish):
    page = candidate.page
    candidate.start()
    candidate.keep()
    candidate.answer(right)
    ((key, _),) = page.evaluate(KEPT)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, rubbish])
    ready(page, site.url(EXAM))
    assert "could not be read" in candidate.root.inner_text()
    assert rubbish in page.evaluate("Object.values(localStorage)")
    candidate.start()
    assert candidate.view == "run"


def test_an_exam_can_be_taken_out_removed_and_brought_back(candidate, tmp_path):
    page, root = candidate.page, candidate.root
    candidate.start()
    candidate.keep()
    candidate.answer_all(right, until=3)
    work = root.locator(".se-work")
    work.locator("summary").click()
    assert "1 exam" in work.inner_text()
    with page.expect_download() as download:
        work.locator('[data-action="export"]').click()
    path = tmp_path / "work.json"
    download.value.save_as(path)
    work.locator('[data-action="reset-chapter"]').click()
    work.locator('[data-action="reset-confirm"]').click()
    assert candidate.view == "start"
    assert page.evaluate(KEPT) == []
    work.locator('input[type="file"]').set_input_files(path)
    root.locator(".se-exam-open").get_by_text("3 of 40 answered").wait_for()


def test_an_edited_question_loses_its_answer_and_no_other_does(tmp_path, new_context):
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder)
    served = Served(folder, policy=CSP)
    one = Candidate(ready(new_context().new_page(), served.url(EXAM)))
    one.start()
    one.keep()
    one.answer_all(right, until=3)
    edited = POOL[exams.draw(NUMBER)[1][0]]
    (assets,) = (folder / "_static").glob("salesedu-*")
    for path in (folder / EXAM, assets / "exam.json"):
        text = path.read_text("utf-8")
        assert edited["hash"] in text
        path.write_text(text.replace(edited["hash"], "0123456789ab"), "utf-8")
    moved = assets.rename(assets.with_name("salesedu-0123456789ab"))
    (folder / EXAM).write_text((folder / EXAM).read_text("utf-8").replace(assets.name, moved.name), "utf-8")
    ready(one.page, served.url(EXAM))
    one.press("resume-exam")
    one.page.wait_for_selector('.se-exam[data-view="run"]')
    assert "question 2" in " ".join(one.root.locator(".se-notice").all_inner_texts())
    dots = one.root.locator(".se-dot").evaluate_all("dots => dots.slice(0, 3).map(d => d.dataset.standing)")
    assert dots == ["answered", "open", "answered"]
    served.close()


def test_the_same_exam_again_and_another_one(candidate):
    number = candidate.root.locator('[data-field="number"]')
    candidate.start()
    first = candidate.asked()[0]["id"]
    candidate.press("hand-in")
    candidate.press("hand-in-anyway")
    assert candidate.result() == (0, 1.0)
    candidate.press("same-exam")
    assert number.input_value() == str(NUMBER)
    candidate.press("start-exam")
    assert candidate.asked()[0]["id"] == first
    candidate.press("hand-in")
    candidate.press("hand-in-anyway")
    candidate.press("another-exam")
    assert 1 <= int(number.input_value()) <= 9999
    assert candidate.root.locator(".se-exam-earlier tbody tr").count() == 2


def test_printing_prints_the_result_and_nothing_else(candidate):
    candidate.start()
    candidate.answer_all(right, until=2)
    candidate.press("hand-in")
    candidate.press("hand-in-anyway")
    candidate.page.evaluate("window.print = () => { document.title = 'printed'; }")
    candidate.press("print-exam")
    assert candidate.page.title() == "printed"
    candidate.page.emulate_media(media="print")
    text = candidate.page.locator(".bd-article").inner_text()
    assert "Your result" in text
    assert "For lecturers" not in text
    assert "Another exam" not in text


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (360, "dark")])
def test_every_view_is_accessible_and_fits(site, new_context, width, theme):
    context = new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    context.add_init_script(f"try {{ localStorage.setItem('mode', '{theme}'); localStorage.setItem('theme', '{theme}') }} catch {{}}")
    page = context.new_page()
    one = Candidate(ready(page, site.url(EXAM)))

    def check(what, axe=True):
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, f"{what} scrolls {sideways} px sideways"
        spilt = page.evaluate("[...document.querySelectorAll('.se-exam button, .se-exam input')].filter(n => n.offsetParent && n.getBoundingClientRect().right > innerWidth - 8).map(n => n.outerHTML)")
        assert spilt == [], what
        if axe:
            assert accessible(page) == [], what

    one.start(clock="90")
    check("the question whether to keep it")
    one.keep()
    for kind, places in places_by_type().items():
        for place, how in zip(places, (right, wrong, partly if kind in IN_PARTS else wrong), strict=False):
            one.root.locator(".se-dot").nth(place).click()
            one.answer(how)
        check(f"a question of type {kind}", axe=kind in ("number", "sort"))  # the chapters check them all
    one.press("mark")
    one.press("hand-in")
    check("handing in")
    one.press("hand-in-anyway")
    one.result()
    check("the result")
    one.press("same-exam")
    check("the start with earlier results")
    assert context.watch.errors == []


def test_without_javascript_the_page_says_where_to_practise(site, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url(EXAM))
    printed = page.locator(".se-exam.se-print")
    assert "JavaScript" in printed.inner_text()
    links = printed.locator("a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(links) > len({q["chapter"] for q in POOL.values()})
    for link in links:
        assert (SITE / "book" / link).resolve().is_file()
    assert page.locator(".se-exam button, .se-exam input").count() == 0


def test_the_page_state_holds_an_index_and_no_answers():
    text = (SITE / EXAM).read_text("utf-8")
    assert all(question["hash"] in text for question in POOL.values())
    assert not any(question["solution"][:60] in text for question in POOL.values() if "solution" in question)
