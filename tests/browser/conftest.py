"""What every browser test stands on: the built book on a local server, a closed browser, a watched page."""

import json
import re
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import sync_playwright

from salesedu.site.serve import CSP, make_server

from .chromium import launch

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "_build" / "html"
CHAPTER = "book/1-customer-centrality.html"


class Served:
    """A folder on a local address, for as long as a test wants it."""

    def __init__(self, folder, **how):
        self.server = make_server(folder, **how)
        self.under = how.get("under", "/")
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, page: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{self.under}{page}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def site():
    """The built book, sent with the strict Content-Security-Policy."""
    assert (SITE / CHAPTER).is_file(), "Build the book first: make html"
    served = Served(SITE, policy=CSP)
    yield served
    served.close()


@pytest.fixture(scope="session")
def chrome():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


class Watch:
    """What a page asked for and complained about."""

    def __init__(self):
        self.foreign, self.errors = [], []

    def follow(self, context):
        context.on("request", self._request)
        context.on("page", self._page)

    def _request(self, request):
        host = urlparse(request.url).hostname
        if host not in (None, "", "127.0.0.1", "localhost"):
            self.foreign.append(request.url)

    def _page(self, page):
        page.on("pageerror", lambda problem: self.errors.append(str(problem)))
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)


@pytest.fixture
def new_context(chrome):
    """Makes browser contexts; at the end of the test, none may have asked a foreign host for anything."""
    made, watch = [], Watch()

    def make(**options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = chrome.new_context(**options)
        context.set_default_timeout(20_000)
        watch.follow(context)
        made.append(context)
        context.watch = watch
        return context

    yield make
    for context in made:
        context.close()
    assert watch.foreign == [], f"the page asked others: {watch.foreign}"


@pytest.fixture
def page(new_context):
    """A page whose errors fail the test."""
    context = new_context()
    page = context.new_page()
    yield page
    assert context.watch.errors == []


def ready(page, url, all_questions=True):
    """Open a page, wait until its widgets are mounted, and lay all questions of a quiz open."""
    page.goto(url)
    page.wait_for_function("() => document.documentElement.dataset.salesedu === 'ready'")
    if all_questions:
        for button in page.locator('[data-action="show-all"]').all():
            button.click()
    return page


class _States(HTMLParser):
    def __init__(self):
        super().__init__()
        self.states, self._inside = [], False

    def handle_starttag(self, tag, attrs):
        self._inside = tag == "script" and dict(attrs).get("type") == "application/json"

    def handle_data(self, data):
        if self._inside:
            self.states.append(json.loads(data))
            self._inside = False


def states(path: Path) -> list[dict]:
    """The widgets' states that a built page carries."""
    if not path.is_file():
        pytest.exit("There is no built book to test. Run `make html` first (`make browser` does).", 2)
    parser = _States()
    parser.feed(path.read_text("utf-8"))
    return [state for state in parser.states if {"quiz", "explorer", "deck"} & set(state)]


def chapter_pages() -> list[str]:
    """Every chapter's page, found by name as the book finds them."""
    return sorted(
        f"book/{path.name}" for path in (SITE / "book").glob("*.html") if re.match(r"\d+-", path.name)
    )


def questions(page: str = CHAPTER) -> list[dict]:
    """All baked questions on a page, in order."""
    return [q for s in states(SITE / page) if "quiz" in s for q in s["quiz"]["questions"]]


def explorers(page: str = CHAPTER) -> list[dict]:
    """All explorers on a page, in order."""
    return [s["explorer"] for s in states(SITE / page) if "explorer" in s]
