"""The lab in the browser: each workbook opened from its page, run from top to bottom, and giving what is committed."""

import json
from contextlib import contextmanager

import pytest

from salesedu.documents import NO_WORD
from salesedu.questions import bank

from .conftest import ROOT, SITE, Watch
from .learner import Learner, right

PATIENCE = 90_000  # ms: Python starts in ten seconds on a free machine, and this one may be busy
BOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("[1-9]-*.ipynb"))
RUN_ALL = """
patience => Promise.race([
  window.jupyterapp.commands.execute("runmenu:run-all"),
  new Promise((_, late) => setTimeout(() => late(new Error("the workbook did not finish")), patience)),
])
"""
CELLS = "() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells"
# What the card says while Python starts, each time that it says something else.
STEPS = """
window.steps = [];
new MutationObserver(() => {
  const card = document.querySelector(".se-start"), said = card?.querySelector("[data-step]")?.textContent;
  if (!said || steps.at(-1)?.said === said) return;
  const more = card.querySelector("[data-detail]").textContent, max = card.querySelector("progress")?.max;
  steps.push({ at: card.dataset.at, said, more, max });
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


@contextmanager
def run(chrome, site, book):
    """A workbook's page, its button pressed, and every cell run; nobody else may be asked for anything."""
    watch = Watch()
    context = chrome.new_context(viewport={"width": 1280, "height": 4600})
    watch.follow(context)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(STEPS)
    page.goto(site.url(f"notebooks/{book.removesuffix('.ipynb')}.html"))
    page.locator(".se-run .se-run-link").click()
    page.wait_for_selector('.se-start[data-at="ready"]')
    page.evaluate(RUN_ALL, PATIENCE)
    yield page
    assert (watch.errors, watch.foreign) == ([], [])
    context.close()


@pytest.fixture(scope="module")
def first(chrome, site):
    """The first workbook, run in the lab."""
    with run(chrome, site, BOOKS[0]) as page:
        yield page


def text(part) -> str:
    return part if isinstance(part, str) else "".join(part)


def told(cells) -> list[tuple[int, str]]:
    """What each code cell says in plain text; not those whose output nbval leaves alone either."""
    found = []
    for number, cell in enumerate(cells):
        if cell["cell_type"] != "code" or "nbval-ignore-output" in cell["metadata"].get("tags", ()):
            continue
        said = "".join(
            text(output["text"] if output["output_type"] == "stream" else output.get("data", {}).get("text/plain", ""))
            for output in cell["outputs"]
        )
        found.append((number, said))
    return found


def without(numbers, cells):
    return [(number, said) for number, said in cells if number not in numbers]


@pytest.mark.xdist_group("lab")
def test_the_first_workbook_says_in_the_lab_what_is_committed(first):
    judge(first, BOOKS[0])


@pytest.mark.parametrize("book", BOOKS[1:])
def test_a_workbook_says_in_the_lab_what_is_committed(chrome, site, book):
    with run(chrome, site, book) as page:
        judge(page, book)


def judge(page, book):
    cells = page.evaluate(CELLS)
    trouble = [
        (number, output.get("evalue") or text(output.get("text", "")))
        for number, cell in enumerate(cells)
        for output in cell.get("outputs", ())
        if output["output_type"] == "error" or output.get("name") == "stderr"
    ]
    # The one thing that cannot be done there says so in a sentence: workbook 8 ends with a Word document.
    no_word = {number for number, said in trouble if said == NO_WORD}
    assert [one for one in trouble if one[0] not in no_word] == []
    assert len(no_word) == (book == "8-sales-factory.ipynb")
    committed = json.loads((ROOT / "notebooks" / book).read_text("utf-8"))["cells"]
    assert without(no_word, told(cells)) == without(no_word, told(committed))
    assert any(said for _, said in told(cells))


@pytest.mark.xdist_group("lab")
def test_the_course_s_widgets_work_in_the_lab(first):
    page = first
    explorer = page.locator('.se-explorer[data-explorer="nps"]')
    explorer.scroll_into_view_if_needed()
    chart = explorer.locator(".se-chart svg").first
    chart.wait_for()  # without a touch: no picture was made beforehand here
    assert "colour" not in chart.text_content(), "settings that are null came through as if they were not there"
    slider = explorer.locator('input[type="range"]').first
    before = explorer.locator("[data-reading]").inner_text()
    slider.press("Home")
    page.wait_for_function("before => document.querySelector('.se-explorer [data-reading]').innerText !== before", arg=before)
    assert explorer.get_attribute("data-error") is None

    shown = page.locator(".se-question").first.get_attribute("data-question")
    asked = bank.bake(next(one for one in bank.questions() if one.id == shown))
    assert Learner(page, asked).answer(right(asked)) == "correct"

    # `interact` draws its figure anew when its control moves.
    figure = page.locator(".widget-interact img, .jupyter-widgets img").first
    figure.wait_for()
    drawn = figure.get_attribute("src")
    page.locator(".jupyter-widgets select").first.select_option(index=1)
    page.wait_for_function(
        "drawn => { const now = document.querySelector('.widget-interact img, .jupyter-widgets img'); return now && now.getAttribute('src') !== drawn }",
        arg=drawn,
    )


@pytest.mark.xdist_group("lab")
def test_work_is_saved_by_itself_and_there_is_a_way_back(first):
    first.wait_for_function(
        "() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=30_000
    )  # JupyterLab left to itself waits two minutes
    back = first.get_by_role("link", name="Back to the book")
    assert back.evaluate("link => fetch(link.href).then((reply) => reply.ok)")


@pytest.mark.xdist_group("lab")
def test_how_far_the_lab_is_can_be_seen_while_it_starts(first):
    steps = first.evaluate("window.steps")
    assert [step["at"] for step in steps] == ["fetching", "starting", "ready"]
    assert "MB" in steps[0]["more"]
    assert steps[0]["max"] > 30e6
    first.wait_for_selector(".se-start", state="detached")


def test_a_page_that_needs_a_kernel_shows_its_last_picture_and_the_way_to_one(page, site):
    page.goto(site.url(f"notebooks/{BOOKS[0].removesuffix('.ipynb')}.html"))
    stand_in = page.locator(".se-kernel")
    picture = stand_in.locator("img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 100", arg=picture.element_handle())
    assert stand_in.locator("input, select, button").count() == 0
    href = stand_in.locator(".se-run-link").get_attribute("href")
    assert (SITE / "notebooks" / href.split("?")[0]).resolve().is_file()


def test_the_lab_lists_every_workbook_and_table(site):
    listed = json.loads((SITE / "lab/api/contents/all.json").read_text("utf-8"))["content"]
    assert [one["name"] for one in listed if one["type"] == "notebook"] == BOOKS
    tables = json.loads((SITE / "lab/api/contents/datasets/all.json").read_text("utf-8"))["content"]
    assert {one["name"] for one in tables} == {path.name for path in (ROOT / "datasets").iterdir()}
