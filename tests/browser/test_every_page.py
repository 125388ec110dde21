"""Every page of the book, as a reader with any screen, theme or aid meets it."""

import pytest

from .accessible import violations
from .conftest import SITE, ready

PAGES = [
    *sorted(
        path.relative_to(SITE).as_posix()
        for folder in ("book", "notebooks")
        for path in (SITE / folder).glob("*.html")
    ),
    "search.html",
]
# Colours that fade are not judged half-way.
SWITCH = """async (theme) => {
  document.documentElement.dataset.theme = theme;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
}"""
CODE = "notebooks/1-customer-centrality.html"


def test_the_book_has_its_pages():
    names = {path.split("/")[-1] for path in PAGES}
    assert {"index.html", "how-to-study.html", "for-lecturers.html", "glossary.html"} <= names
    assert "1-customer-centrality.html" in names


# On a wide screen loaded in one theme and switched to the other, as a reader switches it. Colours do not change with the
# width, so that on a phone one theme is enough.
@pytest.mark.parametrize(("width", "theme", "other"), [(1280, "light", "dark"), (360, "dark", None)])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_quiet_and_fits(site, new_context, name, width, theme, other):
    context = new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    context.add_init_script(
        f"try {{ localStorage.setItem('mode', '{theme}'); localStorage.setItem('theme', '{theme}') }} catch {{}}"
    )
    page = context.new_page()
    if name == "search.html":  # the theme's own page, without widgets
        page.goto(site.url(name + "?q=customer"))
        page.wait_for_selector("#search-results li")
    else:
        ready(page, site.url(name))
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert sideways <= 0, f"{name} scrolls {sideways} px sideways at {width} px"
    # The colours of code are the same in all workbooks, and slow to check word by word: one of them is enough.
    leave_out = () if name == CODE else (".highlight",)
    assert violations(page, leave_out=leave_out) == []
    if other and not name.startswith("notebooks/"):  # a workbook has the same parts, and is long
        page.evaluate(SWITCH, other)
        assert violations(page, leave_out=leave_out) == []
    assert context.watch.errors == []




@pytest.mark.parametrize(("side", "names"), [("primary", "Lead management"), ("secondary", "Common mistakes")])
def test_on_a_phone_the_menu_and_the_contents_open(site, new_context, side, names):
    page = ready(new_context(viewport={"width": 360, "height": 740}).new_page(), site.url("book/2-market-to-sales-plan.html"))
    wanted = page.locator(f".bd-sidebar-{side}, #pst-{side}-sidebar-modal").get_by_role("link", name=names).first
    assert not wanted.is_visible()
    page.locator(f".bd-header-article .{side}-toggle").click()
    wanted.wait_for()
    wanted.click()
    page.wait_for_url("**/book/*")
    assert page.url != site.url("book/2-market-to-sales-plan.html")


def test_on_a_wide_screen_the_chapters_can_be_folded_away(site, page):
    ready(page, site.url("book/2-market-to-sales-plan.html"))
    chapters = page.locator(".bd-sidebar-primary").get_by_role("link", name="Lead management").first
    assert chapters.is_visible()
    page.locator(".bd-header-article .primary-toggle").click()
    chapters.wait_for(state="hidden")
    page.locator(".bd-header-article .primary-toggle").click()
    chapters.wait_for()
