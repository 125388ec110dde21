"""The book kept on a device: whole without a network, and never two editions at once."""

import os
import re
import shutil

import pytest

from salesedu.site.offline import write_list
from salesedu.site.serve import CSP

from .conftest import CHAPTER, SITE, Served, questions, ready
from .learner import Learner, right
from .test_explorers import moved

START = "book/index.html"
EXAM = "book/exam.html"
PAGES, SHEETS = (
    sorted(path.relative_to(SITE).as_posix() for folder in folders for path in (SITE / folder).glob("*.html"))
    for folders in (("book", "notebooks"), ("worksheets",))
)
CHOICE = next(one for one in questions() if one["type"] == "choice")
REGISTERED = "() => navigator.serviceWorker.getRegistrations().then((all) => all.length)"
HELD = "() => caches.keys().then((all) => all.length)"
# What the page is, what its hashed assets are, and what an asset of a lasting address is.
MARKS = """() => [document.querySelector('meta[name=edition]').content, document.documentElement.dataset.assets,
  getComputedStyle(document.documentElement).getPropertyValue('--edition').trim()]"""
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const fresh = registration.installing;
  if (fresh) await new Promise((done) => { fresh.onstatechange = () => fresh.state !== 'installing' && done(); });
  return registration.waiting ? 'waiting' : 'none';
}"""


def edition(folder, mark: str):
    """A copy of the site that says everywhere which edition it is, in pages and in assets of both kinds."""
    shutil.copytree(SITE, folder, copy_function=os.link, ignore=shutil.ignore_patterns("lab", "_sources", "*.pdf"))
    (old,) = (folder / "_static").glob("salesedu-*")
    new = old.rename(old.with_name(f"salesedu-{mark * 12}"))

    def write(path, text):
        path.unlink()  # not the built site's own file, which it is a link to
        path.write_text(text, "utf-8")

    for path in [*folder.rglob("*.html")]:
        text = path.read_text("utf-8").replace(old.name, new.name)
        write(path, text.replace("</head>", f'<meta name="edition" content="{mark}"></head>', 1))
    write(new / "host.mjs", f"document.documentElement.dataset.assets = '{mark}';\n" + (new / "host.mjs").read_text("utf-8"))
    css = folder / "_static" / "pygments.css"
    write(css, f":root {{ --edition: {mark} }}\n" + css.read_text("utf-8"))
    (folder / "sw.js").unlink()
    write_list(folder)
    os.utime(folder / "sw.js", (ord(mark) * 1e6,) * 2)  # servers tell editions apart by whole seconds
    return folder


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    room = tmp_path_factory.mktemp("editions")
    return {mark: edition(room / mark, mark) for mark in "ab"}


class Host:
    """A server that can go and come back with another edition, and that remembers what it was asked for."""

    def __init__(self, room, folder, **how):
        self.live, self.asked, self.away = room / "live", [], False
        self.serve(folder)
        self.served = Served(self.live, policy=CSP, **how)
        self.url = self.served.url
        handler = self.served.server.RequestHandlerClass.func
        listen = handler.parse_request

        def parse_request(handler):
            # also on connections that were open before
            handler.close_connection = self.away
            return not self.away and listen(handler)

        handler.parse_request = parse_request
        handler.log_request = lambda handler, *_: self.asked.append(handler.path.partition("?")[0])

    def serve(self, folder):
        fresh = self.live.with_name("fresh")
        fresh.symlink_to(folder)
        fresh.replace(self.live)
        self.asked.clear()
        self.away = False


@pytest.fixture
def host(tmp_path, editions):
    host = Host(tmp_path, editions["a"])
    yield host
    host.served.close()


def gone(context, host):
    """No network, twice: what a worker asks for may go past the first."""
    context.set_offline(True)
    host.away = True


def back(context, host, folder):
    host.serve(folder)
    context.set_offline(False)


@pytest.fixture
def reader(new_context, host):
    """Somebody who has kept edition a."""
    context = new_context()
    page = context.new_page()
    keep(page, host)
    return context, page


def panel(page):
    return page.locator(".se-keep")


def reached(page, state):
    page.wait_for_selector(f'.se-keep[data-state="{state}"]', timeout=60_000)


def keep(page, host):
    page.goto(host.url(START))
    reached(page, "none")
    panel(page).get_by_role("button", name="Keep this book on my device").click()
    reached(page, "kept")


def whole(page, mark):
    assert page.evaluate(MARKS) == [mark] * 3


def nps(page):
    node = page.locator('.se-explorer[data-explorer="nps"]')
    node.scroll_into_view_if_needed()
    before = node.locator("[data-reading]").inner_text()
    node.locator('input[type="range"]').first.focus()
    moved(page, node, lambda: page.keyboard.press("End"))
    assert node.locator("[data-reading]").inner_text() != before
    assert node.get_attribute("data-error") is None


@pytest.mark.xdist_group("offline")
def test_without_the_button_no_worker_nothing_kept_and_nothing_asked_for(host, new_context):
    context = new_context()
    page = ready(context.new_page(), host.url(CHAPTER))
    assert [path for path in host.asked if "keep.mjs" in path or "sw.js" in path] == []
    page.goto(host.url(START))
    reached(page, "none")
    assert re.search(r"\(\d\d\sMB\)", panel(page).get_by_role("button").inner_text())
    assert "/sw.js" not in host.asked
    assert (page.evaluate(REGISTERED), page.evaluate(HELD)) == (0, 0)
    assert context.watch.errors == []


@pytest.mark.xdist_group("offline")
def test_kept_then_every_page_without_a_network_then_back_and_a_new_edition(host, reader, editions):
    context, page = reader
    gone(context, host)
    lost = []
    # what a page no longer waits for, because another is opened, is called aborted
    context.on("requestfailed", lambda one: "ABORTED" in one.failure or lost.append((one.url, one.failure)))
    for name in PAGES:
        ready(page, host.url(name), all_questions=False)
        whole(page, "a")
        assert page.locator("footer.bd-footer").count() == 1, "all of the page came"
        assert page.evaluate("() => [...document.images].filter((one) => one.complete && !one.naturalWidth).length") == 0
    page.goto(host.url(""))
    page.wait_for_url("**/book/index.html")
    page.goto(host.url("search.html?q=customer"))
    page.wait_for_selector("#search-results li")
    ready(page, host.url(EXAM))
    page.locator('[data-action="start-exam"]').click()
    page.wait_for_selector('.se-exam[data-view="run"]')
    learner = Learner(ready(page, host.url(CHAPTER)), CHOICE)
    nps(page)
    assert learner.answer(right(CHOICE)) == "correct"
    page.locator('[data-action="consent-keep"]').first.click()
    assert lost == []
    assert context.watch.errors == []
    for sheet in SHEETS:
        page.goto(host.url(sheet))
        assert page.locator("section").count() > 3
    page.goto(host.url("worksheets/customers.pdf"))
    assert "not kept on your device" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Go to the book").click()
    page.wait_for_url("**/book/index.html")

    back(context, host, editions["b"])
    ready(page, host.url(CHAPTER))
    other = ready(context.new_page(), host.url(START))
    assert page.evaluate(UPDATED) == "waiting"  # browsers ask by themselves too, but each in its own time
    notice = page.locator(".se-edition")
    notice.wait_for()
    for tab in (page, other):
        tab.reload()
        tab.locator(".se-edition").wait_for()
        whole(tab, "a")
    fetched = {path for path in host.asked if path != "/sw.js"}
    assert not [path for path in fetched if "pyodide" in path or "/salesedu-aaa" in path], "shared files stay"
    assert {"/book/index.html", "/_static/salesedu-bbbbbbbbbbbb/host.mjs"} <= fetched
    with other.expect_navigation():
        notice.get_by_role("button", name="Open new edition").click()
    for tab in (page, other):
        tab.wait_for_function("() => document.querySelector('meta[name=edition]')?.content === 'b'")
        tab.wait_for_function("() => document.documentElement.dataset.salesedu === 'ready'")
        whole(tab, "b")
        assert tab.locator(".se-edition").count() == 0
    assert learner.state == "correct", "the learner's work goes along"
    gone(context, host)
    ready(page, host.url(CHAPTER))
    whole(page, "b")
    nps(page)


@pytest.mark.xdist_group("offline")
def test_an_update_that_comes_in_parts_leaves_the_old_edition_whole(host, reader, editions, tmp_path):
    context, page = reader
    torn = tmp_path / "torn"
    shutil.copytree(editions["b"], torn, copy_function=os.link)
    one = torn / "book" / "glossary.html"
    one.unlink()
    back(context, host, torn)
    assert page.evaluate(UPDATED) == "none", "a file is missing"
    shutil.copy(editions["a"] / "book" / "glossary.html", one)
    assert page.evaluate(UPDATED) == "none", "the list is the new one, this page not yet"
    ready(page, host.url(START))
    reached(page, "kept")
    assert page.locator(".se-edition").count() == 0
    gone(context, host)
    for name in ("book/glossary.html", CHAPTER):
        ready(page, host.url(name))
        whole(page, "a")
    back(context, host, editions["b"])
    assert page.evaluate(UPDATED) == "waiting"
    assert "/book/glossary.html" in host.asked
    assert "/book/2-market-to-sales-plan.html" not in host.asked, "what had come is not fetched twice"
    page.locator(".se-edition").get_by_role("button", name="Open").click()
    page.wait_for_function("() => document.querySelector('meta[name=edition]')?.content === 'b'")


@pytest.mark.xdist_group("offline")
def test_removed_it_leaves_the_learners_work_and_nothing_else_and_can_be_kept_again(host, reader):
    context, page = reader
    other = Learner(ready(context.new_page(), host.url(CHAPTER)), CHOICE)
    other.answer(right(CHOICE))
    other.page.locator('[data-action="consent-keep"]').first.click()
    work = other.page.evaluate("() => JSON.stringify({ ...localStorage })")
    button = panel(page).get_by_role("button", name="Remove from this device")
    button.focus()
    page.keyboard.press("Enter")
    reached(page, "none")
    assert "Your answers still are" in panel(page).get_by_role("status").inner_text()
    assert page.evaluate("document.activeElement.textContent").startswith("Keep this book")
    assert (page.evaluate(REGISTERED), page.evaluate(HELD)) == (0, 0)
    assert other.page.evaluate("() => JSON.stringify({ ...localStorage })") == work
    # The other tab still has the worker that was removed: what it kept must be fetched anew.
    page.keyboard.press("Enter")
    reached(page, "kept")
    gone(context, host)
    ready(other.page, host.url(CHAPTER))
    assert other.state == "correct"
    nps(other.page)
    assert context.watch.errors == []


@pytest.mark.xdist_group("offline")
def test_what_goes_wrong_is_said_and_the_next_press_works(host, new_context):
    context = new_context()
    page = context.new_page()
    page.goto(host.url(START))
    reached(page, "none")
    page.evaluate("() => { navigator.storage.estimate = async () => ({ quota: 9e6, usage: 0 }) }")
    panel(page).get_by_role("button").focus()
    page.keyboard.press("Enter")
    reached(page, "failed")
    assert "no room" in panel(page).get_by_role("status").inner_text()
    page.evaluate("() => { delete navigator.storage.estimate }")
    context.set_offline(True)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.se-keep').textContent.includes('connection failed')")
    assert page.evaluate(REGISTERED) == 0
    context.set_offline(False)
    page.keyboard.press("Enter")
    reached(page, "kept")


@pytest.mark.parametrize(("lacking", "why"), [("serviceWorker", "private window"), ("isSecureContext", "https")])
def test_where_it_cannot_be_there_is_no_button_but_a_reason(site, new_context, lacking, why):
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'isSecureContext', { value: false })" if lacking == "isSecureContext"
        else "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })"
    )
    page = context.new_page()
    page.goto(site.url(START))
    reached(page, "cannot")
    assert why in panel(page).inner_text()
    assert panel(page).locator("button").count() == 0
    assert context.watch.errors == []


def test_without_scripts_there_is_a_sentence(site, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url(START))
    assert "With scripts" in panel(page).inner_text()
    assert panel(page).locator("button").count() == 0
