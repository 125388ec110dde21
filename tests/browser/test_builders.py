"""An explorer that is filled in: typed and ticked with the keyboard, kept, restored, taken along; on a page of the book.

It is a small one of the tests' own, put into a page of the book and into the Python that the page runs.
"""

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from salesedu.site.assets import python_archive
from salesedu.site.pages import printed
from salesedu.site.serve import CSP
from salesedu.widgets.explorer import shown
from tests.explorers import room_plan

from .accessible import violations
from .conftest import CHAPTER, SITE, Served, questions, ready
from .learner import Learner, right
from .test_explorers import moved

KEY = "salesedu:b2b-sales:explorer:room-plan"
STATE = {name: getattr(shown(room_plan.EXPLORER), name) for name in ("explorer", "view")}


def archive() -> bytes:
    """The course's Python with the tests' explorer among those of chapter 1."""
    packed = io.BytesIO(python_archive())
    with zipfile.ZipFile(packed, "a") as more:
        more.writestr("salesedu/explorers/customers/room_plan.py", Path(room_plan.__file__).read_text("utf-8"))
    return packed.getvalue()


def put(folder: Path, state: dict) -> None:
    path = folder / CHAPTER
    text = (SITE / CHAPTER).read_text("utf-8")
    folder_url = re.search(r'data-module="([^"]+/)QuizWidget\.mjs"', text)[1]
    models = {"plan": {"state": {"_anywidget_id": "x.ExplorerWidget", **state}}}
    place = text.index('<div class="se-mount"')
    path.write_text(text[:place] + printed("plan", models, folder_url) + text[place:], "utf-8")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("builders") / "site"
    shutil.copytree(SITE, folder)
    put(folder, STATE)
    for packed in folder.glob("_static/salesedu-*/salesedu.zip"):
        packed.write_bytes(archive())
    served = Served(folder, policy=CSP)
    served.folder = folder
    yield served
    served.close()


@pytest.fixture
def plan(book, page):
    ready(page, book.url(CHAPTER))
    return page.locator('.se-explorer[data-explorer="room-plan"]')


def keep(page):
    page.locator('[data-action="consent-keep"]').first.click()


def settled(page):
    """Wait until what is shown belongs to what is filled in."""
    page.wait_for_function(
        "() => { const n = document.querySelector('.se-explorer[data-explorer=room-plan]');"
        " return !('stale' in n.dataset) && !n.getAttribute('aria-busy') }",
        timeout=90_000,
    )


def test_what_is_typed_stays_and_is_told_after_a_pause(plan, page):
    field = plan.locator('[data-control="customer"]')
    field.fill("")
    moved(page, plan, lambda: field.press_sequentially("Café De Zon", delay=25))
    settled(page)
    assert "Café De Zon" in plan.locator("[data-reading]").inner_text()
    assert "Café De Zon" in plan.locator("[data-preview]").text_content()


def test_no_keystroke_and_no_caret_is_lost_while_python_answers(plan, page):
    field = plan.locator('[data-control="goal"]')
    field.click()
    page.keyboard.type("Grow the fleet of machines. ", delay=20)
    page.wait_for_timeout(500)  # now Python starts, and letters go on falling
    page.keyboard.type("Twenty by summer.", delay=60)
    for _ in "by summer.":
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("more ", delay=120)
    settled(page)
    page.keyboard.type("machines ")
    assert field.input_value() == "Grow the fleet of machines. Twenty more machines by summer."
    settled(page)
    assert "Twenty more machines by summer" in plan.locator("[data-preview]").text_content()


def test_a_row_opens_with_its_tick_and_says_so_before(plan, page):
    row = plan.locator('[data-row="process"]')
    third = row.locator('[data-cell="score"] input').nth(2)
    assert third.is_disabled()
    told = page.locator(f'[id="{third.get_attribute("aria-describedby")}"]')
    assert told.inner_text() == "Tick “Matters” in a row to fill in its importance and score."
    row.locator("input[type=checkbox]").focus()
    moved(page, plan, lambda: page.keyboard.press("Space"))
    assert plan.locator('[data-kpi="ticked"]').inner_text() == "2"
    page.keyboard.press("Tab")  # into importance
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # into the score
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert third.is_checked()
    settled(page)
    row.locator("input[type=checkbox]").uncheck()
    settled(page)
    row.locator("input[type=checkbox]").check()
    assert third.is_checked(), "closing a row by mistake costs nothing"
    settled(page)
    assert plan.get_attribute("data-error") is None


def test_every_control_has_a_name_that_tells_row_and_column(plan):
    for name, role in (
        ("Customers: matters", "checkbox"),
        ("Customers: importance", "radiogroup"),
        ("First person: name", "textbox"),
        ("Second person: role", "combobox"),
        ("Second person: trust", "combobox"),
        ("Goal", "textbox"),
    ):
        assert plan.get_by_role(role, name=name, exact=True).count() == 1, name


def test_the_document_holds_the_last_keystroke_and_works_offline(plan, page, tmp_path):
    field = plan.locator('[data-control="customer"]')
    field.fill("Hotel De")
    settled(page)
    page.context.set_offline(True)
    field.press_sequentially(" Kroon")
    with page.expect_download() as download:  # at once, before the pause is over
        plan.locator('[data-document="plan.md"] [data-action="download"]').click()
    page.context.set_offline(False)
    assert download.value.suggested_filename == "plan.md"
    path = tmp_path / "plan.md"
    download.value.save_as(path)
    text = path.read_text("utf-8")
    assert text.startswith("# Plan for Hotel De Kroon\n")
    summary = plan.locator(".se-document summary")
    summary.click()
    assert plan.locator("[data-preview]").text_content() == text
    assert plan.locator("[data-preview]").is_visible()


def test_script_text_in_a_field_stays_text(plan, page):
    evil = "</pre><img src=x onerror=pwned=1>"
    plan.locator('[data-control="customer"]').fill(evil)
    settled(page)
    assert evil in plan.locator("[data-reading]").inner_text()
    assert page.evaluate("window.pwned") is None


def test_without_python_nothing_out_of_date_is_saved(book, new_context):
    page = new_context().new_page()
    page.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=404, body=""))
    ready(page, book.url(CHAPTER))
    plan = page.locator('.se-explorer[data-explorer="room-plan"]')
    saved = []
    page.on("download", lambda download: saved.append(download))
    plan.locator('[data-control="customer"]').fill("Café De Zon")
    plan.locator('[data-action="download"]').click()
    told = plan.locator(".se-said")
    page.wait_for_function("n => n.innerText !== ''", arg=told.element_handle())
    assert "Plan could not be brought up to date, so nothing was saved" in told.inner_text()
    assert saved == []
    assert plan.locator('[data-control="customer"]').input_value() == "Café De Zon"
    page.unroute("**/pyodide.asm.wasm")
    with page.expect_download():
        plan.locator('[data-action="download"]').click()


def fill_in(plan, page):
    plan.locator('[data-control="customer"]').fill("Café De Zon")
    plan.locator('[data-row="qualities"] input[type=checkbox]').check()
    plan.locator('[data-row="second"] select').first.select_option(label="uses")


def filled(plan):
    return (
        plan.locator('[data-control="customer"]').input_value(),
        plan.locator('[data-row="qualities"] input[type=checkbox]').is_checked(),
        plan.locator('[data-row="second"] select').first.evaluate("n => n.selectedOptions[0].text"),
    )


MINE = ("Café De Zon", True, "uses")
START = ("Hotel De Kade", False, "Choose…")


def test_it_is_kept_with_consent_and_back_before_python_has_come(book, plan, page):
    fill_in(plan, page)
    settled(page)
    page.wait_for_timeout(400)
    assert page.evaluate("k => localStorage.getItem(k)", KEY) is None, "nothing before the learner says so"
    keep(page)
    # Python comes late: the page shows what was filled in, and says that what stands below is not yet its own.
    go = []
    page.route("**/pyodide.mjs", lambda route: go.append(route))
    ready(page, book.url(CHAPTER))
    assert filled(plan) == MINE
    assert plan.get_attribute("data-restored") is not None
    assert plan.get_attribute("data-stale") is not None
    assert "still belongs to the start values" in plan.locator(".se-status").inner_text()
    assert plan.locator('[data-kpi="ticked"]').inner_text() == "1"
    plan.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    assert go, "Python is asked for when the learner sees the plan"
    for route in go:
        route.continue_()
    settled(page)
    assert plan.locator('[data-kpi="ticked"]').inner_text() == "2"
    assert "Café De Zon" in plan.locator("[data-preview]").text_content()
    assert plan.locator(".se-status").inner_text() == ""


def test_start_values_come_back_and_can_be_undone(book, plan, page):
    fill_in(plan, page)
    keep(page)
    settled(page)
    plan.locator('[data-action="reset"]').click()
    assert filled(plan) == START
    assert page.evaluate("k => localStorage.getItem(k)", KEY) is None
    plan.locator('[data-action="undo"]').click()
    assert filled(plan) == MINE
    settled(page)
    page.wait_for_function("k => localStorage.getItem(k)", arg=KEY)
    ready(page, book.url(CHAPTER))
    assert filled(plan) == MINE


def test_a_last_keystroke_before_leaving_is_kept(book, plan, page):
    fill_in(plan, page)
    keep(page)
    plan.locator('[data-control="customer"]').press("End")
    page.keyboard.type(" 2")
    page.goto("about:blank")
    ready(page, book.url(CHAPTER))
    assert filled(plan)[0] == "Café De Zon 2"


@pytest.mark.parametrize("rubbish", ["{half", '{"v":1,"hash":"HASH","values":{"customer":3}}'])
def test_a_corrupt_record_is_set_aside_with_a_message(book, plan, page, rubbish):
    question = next(q for q in questions() if q["type"] == "choice")
    learner = Learner(page, question)
    learner.answer(right(question))
    keep(page)
    rubbish = rubbish.replace("HASH", STATE["explorer"]["hash"])
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, rubbish])
    ready(page, book.url(CHAPTER))
    assert filled(plan) == START
    assert "could not be read" in plan.inner_text()
    assert rubbish in page.evaluate("Object.values(localStorage)")
    assert learner.state == "correct"


def test_a_changed_explorer_starts_anew_and_the_answers_stand(book, plan, page):
    question = next(q for q in questions() if q["type"] == "choice")
    learner = Learner(page, question)
    learner.answer(right(question))
    fill_in(plan, page)
    keep(page)
    settled(page)
    changed = json.loads(json.dumps(STATE))
    changed["explorer"]["hash"] = "0123456789ab"
    try:
        put(book.folder, changed)
        ready(page, book.url(CHAPTER))
        assert filled(plan) == START
        assert "has changed since you filled it in" in plan.inner_text()
        assert learner.state == "correct"
    finally:
        put(book.folder, STATE)


def test_it_is_exported_reset_and_brought_back_with_the_rest(book, plan, page, tmp_path):
    fill_in(plan, page)
    keep(page)
    page.wait_for_function("k => localStorage.getItem(k)?.includes('\"user\"')", arg=KEY)
    work = page.locator(".se-work").first
    work.locator("summary").click()
    with page.expect_download() as download:
        work.locator('[data-action="export"]').click()
    path = tmp_path / "work.json"
    download.value.save_as(path)
    work.locator('[data-action="reset-chapter"]').click()
    work.locator('[data-action="reset-confirm"]').click()
    assert filled(plan) == START
    work.locator('input[type="file"]').set_input_files(path)
    page.wait_for_function("() => document.querySelector('[data-control=customer]').value === 'Café De Zon'")
    assert filled(plan) == MINE
    settled(page)


@pytest.mark.parametrize(("width", "theme"), [(1280, "dark"), (700, "light"), (360, "dark"), (360, "light")])
def test_it_fits_every_screen_and_is_accessible(book, new_context, width, theme):
    context = new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    page = ready(context.new_page(), book.url(CHAPTER))
    plan = page.locator('.se-explorer[data-explorer="room-plan"]')
    plan.locator(".se-document summary").click()
    layout = plan.locator('table[data-control="blocks"]').get_attribute("data-layout")
    assert layout == ("cards" if width == 360 else "table")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    small = plan.evaluate(
        """root => [...root.querySelectorAll('.se-segment, .se-field, select, label.se-row-name, button, summary')]
          .map((n) => [n.className || n.tagName, n.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5)).map(([name, box]) => `${name} ${box.width} ${box.height}`)"""
    )
    assert small == []
    assert violations(page, ".se-explorer[data-explorer=room-plan]") == []
    assert context.watch.errors == []


def test_without_scripts_the_form_can_be_read(book, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(book.url(CHAPTER))
    form = page.locator(".se-mount").first
    assert form.locator("text=Commercial process").is_visible()
    assert form.locator("input, textarea, select, button").count() == 0


def test_on_paper_stands_what_was_filled_in(plan, page):
    fill_in(plan, page)
    settled(page)
    page.emulate_media(media="print")
    assert plan.locator('[data-control="customer"]').is_visible()
    assert plan.locator('[data-row="qualities"]').is_visible()
    assert not plan.locator('[data-action="download"]').is_visible()
