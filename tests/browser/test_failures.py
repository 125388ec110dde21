"""What a reader sees when something is missing or goes wrong: a sentence, and the rest of the page works."""

import io
import json
import re
import shutil
import zipfile

import pytest

from salesedu.site.assets import python_archive
from salesedu.site.pages import printed, script_json
from salesedu.site.serve import CSP

from .conftest import CHAPTER, SITE, Served, explorers, questions, ready
from .learner import Learner, right
from .test_explorers import moved


def nudge(node):
    slider = node.locator('input[type="range"]').first
    slider.focus()
    slider.press("ArrowRight")


def test_without_the_wasm_the_explorer_says_so_and_the_rest_works(site, new_context):
    page = new_context().new_page()
    page.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=404, body=""))
    ready(page, site.url(CHAPTER))
    node = page.locator('.se-explorer[data-explorer="nps"]')
    nudge(node)
    page.wait_for_function("() => document.querySelector('.se-explorer[data-explorer=nps]').dataset.error")
    assert "pyodide.asm.wasm" in node.inner_text()
    assert "missing" in node.inner_text()
    question = next(q for q in questions() if q["type"] == "choice")
    assert Learner(page, question).answer(right(question)) == "correct"
    # The file is back: the next move works, without a reload.
    page.unroute("**/pyodide.asm.wasm")
    moved(page, node, lambda: nudge(node))
    assert node.get_attribute("data-error") is None


def runaway_archive() -> bytes:
    """The course's Python with an endless loop in the first move of the NPS explorer."""
    packed = io.BytesIO(python_archive())
    with zipfile.ZipFile(packed, "a") as archive:
        text = archive.read("salesedu/explorers/__init__.py").decode()
        text += (
            "\n_call = call\n"
            "def call(fn, args):\n"
            "    while fn == 'paint' and args['explorer'] == 'nps':\n"
            "        pass\n"
            "    return _call(fn, args)\n"
        )
        archive.writestr("salesedu/explorers/__init__.py", text)
    return packed.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_python_that_runs_away_is_stopped_and_others_go_on(site, new_context):
    page = new_context().new_page()
    body = runaway_archive()
    page.route("**/salesedu.zip", lambda route: route.fulfill(body=body, content_type="application/zip"))
    ready(page, site.url(CHAPTER))
    node = page.locator('.se-explorer[data-explorer="nps"]')
    nudge(node)
    page.wait_for_function(
        "() => document.querySelector('.se-explorer[data-explorer=nps]').dataset.error", timeout=90_000
    )
    assert "too long" in node.inner_text()
    other = page.locator(f'.se-explorer[data-explorer="{next(e["id"] for e in explorers() if e["id"] != "nps")}"]')
    moved(page, other, lambda: nudge(other))
    assert other.get_attribute("data-error") is None


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_error_in_python_becomes_a_reply(site, new_context):
    page = new_context().new_page()
    packed = io.BytesIO(python_archive())
    with zipfile.ZipFile(packed, "a") as archive:
        text = archive.read("salesedu/explorers/__init__.py").decode()
        archive.writestr("salesedu/explorers/__init__.py", text + "\ndef call(fn, args):\n    return 1 / 0\n")
    page.route("**/salesedu.zip", lambda route: route.fulfill(body=packed.getvalue()))
    ready(page, site.url(CHAPTER))
    node = page.locator('.se-explorer[data-explorer="nps"]')
    nudge(node)
    page.wait_for_function("() => document.querySelector('.se-explorer[data-explorer=nps]').dataset.error")
    assert "Traceback" not in node.inner_text()


def test_a_page_without_scripts_can_be_read(site, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url(CHAPTER))
    node = page.locator(".se-explorer").first
    assert node.locator("svg").first.is_visible()
    first = page.locator(".se-question").first
    assert first.locator("li").first.is_visible()
    assert page.locator(".se-mount button, .se-mount input, .se-mount select").count() == 0, "no dead controls"
    first.locator("summary").click()
    assert first.locator("details").get_attribute("open") is not None


def test_the_book_works_under_a_sub_path(new_context):
    served = Served(SITE, under="/course/2026/", policy=CSP)
    context = new_context()
    page = ready(context.new_page(), served.url(CHAPTER))
    node = page.locator('.se-explorer[data-explorer="nps"]')
    moved(page, node, lambda: nudge(node))
    question = questions()[0]
    learner = Learner(page, question)
    learner.answer(right(question))
    learner.node.locator(f'a[href$="#{question["section"]["id"]}"]').first.click()
    assert page.url.startswith(served.url(""))
    assert page.locator(f'[id="{question["section"]["id"]}"]').count() == 1
    assert context.watch.errors == []
    served.close()


EVIL = "</script><!--<script><img src=x onerror='window.pwned=1'>"


def test_script_text_in_a_prompt_stays_inert(tmp_path, new_context):
    """A bank entry with script text, taken through the real bank, the real print and the real page."""
    from salesedu import concepts
    from salesedu.questions import bank

    folder = tmp_path / "site"
    shutil.copytree(SITE, folder)
    path = folder / CHAPTER
    text = path.read_text("utf-8")
    source = tmp_path / "customers.yaml"
    source.write_text(
        "- id: customers-evil\n  type: text\n  concepts: [net-promoter-score]\n  asks: recall\n"
        f"  prompt: |\n    What does {EVIL} do?\n"
        f"  accept: [nothing]\n  because: |\n    It is text: {EVIL}\n  hint: |\n    {EVIL}\n"
        f"  solution: |\n    {EVIL}\n  section: would-they-recommend-you\n",
        "utf-8",
    )
    evil = bank.read(source, concepts.chapters())
    state = {"quiz": {"id": "evil", "title": EVIL, "chapter": "customers", "course": "salesedu",
                      "questions": [evil.bake(evil.questions[0])]}}
    folder_url = re.search(r'data-module="([^"]+/)QuizWidget\.mjs"', text)[1]
    models = {"evil": {"state": {"_anywidget_id": "x.QuizWidget", **state}}}
    place = text.index('<div class="se-mount"')
    path.write_text(text[:place] + printed("evil", models, folder_url) + text[place:], "utf-8")

    served = Served(folder, policy=CSP)
    context = new_context()
    page = ready(context.new_page(), served.url(CHAPTER))
    learner = Learner(page, {"id": "customers-evil", "type": "text"})
    assert EVIL in learner.node.inner_text()
    learner.answer("nothing")
    assert learner.state == "correct"
    assert page.evaluate("window.pwned") is None
    assert context.watch.errors == []
    served.close()


def test_json_in_a_page_can_neither_end_nor_nest_a_script():
    text = script_json({"prompt": EVIL + "\u2028"})
    assert "<" not in text
    assert json.loads(text) == {"prompt": EVIL + "\u2028"}
