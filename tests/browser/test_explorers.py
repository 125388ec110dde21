"""Every explorer of every chapter, moved on the built page, where Python runs in a worker."""

import pytest

from .conftest import CHAPTER, chapter_pages, explorers, questions, ready
from .learner import Learner, right

ALL = [(name, e) for name in chapter_pages() for e in explorers(name)]
SHOWN = """n => ['[data-reading]', '.se-figures', '.se-chart', '.se-documents'].map((part) => n.querySelector(part)?.textContent).join() + n.querySelector('.se-chart').innerHTML"""
REPAINTED = "([id, before]) => Number(document.querySelector(`.se-explorer[data-explorer='${id}']`).dataset.painted) > before"


def moved(page, node, act):
    """Act on an explorer and wait for the paint that follows."""
    before = int(node.get_attribute("data-painted"))
    act()
    page.wait_for_function(REPAINTED, arg=[node.get_attribute("data-explorer"), before], timeout=90_000)


def fill_a_cell(table):
    """Put something else into the first cell of a sheet that is open."""
    cell = table.locator("input:enabled, select:enabled, textarea:enabled").first
    kind = cell.evaluate("n => n.type")
    if kind == "checkbox":
        cell.click()
    elif kind == "radio":
        table.locator("input[type=radio]:enabled:not(:checked)").first.check(force=True)
    elif kind == "textarea":
        cell.fill("Something else")
    else:
        cell.select_option(index=1 if cell.evaluate("n => n.selectedIndex") != 1 else 2)


def test_chapter_one_has_its_five():
    assert {e["id"] for e in explorers()} >= {
        "nps", "satisfaction-gap", "value-disciplines", "recovery-value", "value-chain",
    }


@pytest.mark.parametrize(("name", "explorer"), ALL, ids=[e["id"] for _, e in ALL])
def test_each_control_changes_what_is_said_and_shown(site, page, name, explorer):
    ready(page, site.url(name))
    node = page.locator(f'.se-explorer[data-explorer="{explorer["id"]}"]')
    node.scroll_into_view_if_needed()
    assert node.locator(".se-chart svg").first.is_visible(), "the picture stands there before any Python loads"
    node.locator("details.se-step").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    case = node.inner_text()
    for number, control in enumerate(explorer["controls"]):
        if number:
            moved(page, node, lambda: node.locator('[data-action="reset"]').click())
        before = node.evaluate(SHOWN)
        place = node.locator(f'[data-control="{control["name"]}"]')
        if control["kind"] == "words":
            moved(page, node, lambda place=place: place.fill("Something else"))
        elif control["kind"] == "sheet":
            moved(page, node, lambda place=place: fill_a_cell(place))
        elif "minimum" in control:
            near_top = control["value"] > (control["minimum"] + control["maximum"]) / 2
            place.focus()
            moved(page, node, lambda near_top=near_top: page.keyboard.press("Home" if near_top else "End"))
        elif "options" in control and place.evaluate("n => n.tagName") == "FIELDSET":
            moved(page, node, lambda place=place: place.locator("input:not(:checked)").first.check(force=True))
        elif "options" in control:
            moved(page, node, lambda place=place, control=control: place.select_option(index=len(control["options"]) - 1))
        else:
            moved(page, node, lambda place=place: place.click())
        assert node.get_attribute("data-error") is None
        after = node.evaluate(SHOWN)
        assert after != before, control["name"]
        assert "NaN" not in after
        assert "undefined" not in after
    moved(page, node, lambda: node.locator('[data-action="reset"]').click())
    assert node.locator("[data-reading]").inner_text() in case


def test_a_guess_is_asked_first_and_answered(site, page):
    explorer = next(e for e in explorers() if e.get("prediction"))
    ready(page, site.url(CHAPTER))
    node = page.locator(f'.se-explorer[data-explorer="{explorer["id"]}"]')
    off = (explorer["prediction"]["right"] + 1) % len(explorer["prediction"]["choices"])
    node.locator(f'[data-predict="{off}"]').click()
    told = node.locator(".se-guess-answer")
    page.wait_for_function("node => node.innerText.length > 20", arg=told.element_handle(), timeout=90_000)
    assert explorer["prediction"]["choices"][explorer["prediction"]["right"]] in told.inner_text()


def test_python_loads_only_when_somebody_is_about_to_move_something(site, new_context):
    page = new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ready(page, site.url(CHAPTER))
    page.wait_for_timeout(400)
    heavy = ("pyodide", "charts.mjs", "worker.mjs")
    assert [url for url in asked if any(part in url for part in heavy)] == []
    page.locator(".se-explorer").first.hover()
    page.wait_for_function("() => performance.getEntriesByType('resource').some(e => e.name.endsWith('worker.mjs'))")


def test_a_learner_in_a_train_goes_on_after_the_first_load(site, new_context):
    context = new_context(viewport={"width": 360, "height": 740})
    page = ready(context.new_page(), site.url(CHAPTER))
    first, *others = explorers()
    node = page.locator(f'.se-explorer[data-explorer="{first["id"]}"]')
    slider = node.locator('input[type="range"]').first
    slider.focus()
    moved(page, node, lambda: slider.press("ArrowLeft"))
    context.set_offline(True)
    for explorer in others:
        node = page.locator(f'.se-explorer[data-explorer="{explorer["id"]}"]')
        slider = node.locator('input[type="range"]').first
        slider.focus()
        moved(page, node, lambda slider=slider: slider.press("ArrowLeft"))
        assert node.get_attribute("data-error") is None
    question = questions()[0]
    assert Learner(page, question).answer(right(question)) == "correct"
