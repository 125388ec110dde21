"""The two long forms of the book: folded in steps, with rows that are added and taken out, on a phone and on paper."""

import pytest

from .accessible import violations
from .conftest import ready

PAGES = {"account-plan": "book/7-account-management.html", "sales-factory": "book/8-sales-factory.html"}
FORMS = sorted(PAGES)
FOCUSED = """() => {
  const n = document.activeElement, box = (n.closest('.se-segment') ?? n).getBoundingClientRect();
  const at = [box.left + box.width / 2, box.top + box.height / 2];
  const over = document.elementFromPoint(...at);
  const covered = over?.closest('.se-brief') && n !== over.closest('.se-brief');
  return [n.closest('.se-explorer') !== null, n.dataset.action ?? n.getAttribute('aria-label') ?? n.tagName, Boolean(covered)];
}"""


def form(page, site, id):
    ready(page, site.url(PAGES[id]), all_questions=False)
    return page.locator(f'.se-explorer[data-explorer="{id}"]')


def settled(page, id):
    page.wait_for_function(
        "id => { const n = document.querySelector(`.se-explorer[data-explorer=${id}]`);"
        " return !('stale' in n.dataset) && !n.getAttribute('aria-busy') }",
        arg=id,
        timeout=90_000,
    )


def step(plan, title):
    found = plan.locator(".se-step", has=plan.page.get_by_role("heading", name=title, exact=True))
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def rows(plan, sheet):
    return [one for one in plan.locator(f'[data-control="{sheet}"] tbody tr[data-row]').all() if one.is_visible()]


@pytest.fixture
def phone(new_context):
    return new_context(viewport={"width": 360, "height": 780}).new_page()


def test_on_a_phone_the_account_plan_is_no_longer_than_five_screens_and_names_all_it_asks(site, phone):
    plan = form(phone, site, "account-plan")
    assert plan.bounding_box()["height"] < 4000
    opened = plan.locator(".se-step[open]")
    assert opened.count() == 1, "one step is open: where to begin"
    assert "3 of 4" in opened.locator("summary").inner_text()
    told = " ".join(plan.locator(".se-step summary").all_inner_texts())
    for part in ("Situation", "Figures", "People", "Needs", "Competitors", "Strengths", "Risks", "Goals", "Actions"):
        assert part in told
    assert "Strengths empty" in " ".join(told.split())


def test_a_step_tells_at_once_what_is_filled_in(site, page):
    plan = form(page, site, "account-plan")
    why = step(plan, "Why us, and who else")
    assert "Strengths empty" in " ".join(why.locator("summary").inner_text().split())
    plan.locator('[data-control="strengths"]').fill("Repairs within four hours")
    assert "empty" not in why.locator("summary").inner_text()


def test_a_row_is_added_with_the_keyboard_and_taken_out_again(site, page):
    plan = form(page, site, "account-plan")
    people = step(plan, "People and needs")
    before = len(rows(plan, "people"))
    add = people.locator('[data-control="people"] ~ .se-more [data-action="add-row"]')
    add.focus()
    page.keyboard.press("Enter")
    assert len(rows(plan, "people")) == before + 1
    page.keyboard.type("Els de Wit")  # the new row has the focus
    new = rows(plan, "people")[-1]
    assert new.locator('[data-cell="name"] textarea').input_value() == "Els de Wit"
    settled(page, "account-plan")
    assert "Els de Wit" in plan.locator("[data-preview]").first.text_content()
    names = [one.locator('[data-cell="name"] textarea').input_value() for one in rows(plan, "people")]
    rows(plan, "people")[0].get_by_role("button", name="Remove Person 1").press("Enter")
    left = [one.locator('[data-cell="name"] textarea').input_value() for one in rows(plan, "people")]
    assert left == names[1:]
    assert page.evaluate("document.activeElement.dataset.action") == "undo-row"
    assert "Person 1 is removed." in people.locator("[role=status]").all_inner_texts()
    settled(page, "account-plan")
    assert names[0] not in plan.locator("[data-preview]").first.text_content()
    page.keyboard.press("Enter")
    assert [one.locator('[data-cell="name"] textarea').input_value() for one in rows(plan, "people")] == names
    settled(page, "account-plan")
    assert names[0] in plan.locator("[data-preview]").first.text_content()


def test_a_sheet_without_anything_shows_one_row_and_never_more_than_there_are(site, page):
    factory = form(page, site, "sales-factory")
    last = step(factory, "Actions and conclusion")
    assert len(rows(factory, "actions")) == 1
    add = last.locator('[data-action="add-row"]')
    while add.is_visible():
        add.click()
    assert len(rows(factory, "actions")) == 3
    assert "There is room for 3." in last.inner_text()


def test_added_rows_are_kept_and_shown_again(site, page):
    plan = form(page, site, "account-plan")
    goals = step(plan, "Goals and actions")
    before = len(rows(plan, "goals"))
    goals.locator('[data-control="goals"] ~ .se-more [data-action="add-row"]').click()
    page.keyboard.type("A third goal")
    page.locator('[data-action="consent-keep"]').first.click()
    page.wait_for_function("() => localStorage.getItem('salesedu:b2b-sales:explorer:account-plan')")
    plan = form(page, site, "account-plan")
    step(plan, "Goals and actions")
    assert len(rows(plan, "goals")) == before + 1
    assert rows(plan, "goals")[-1].locator('[data-cell="goal"] textarea').input_value() == "A third goal"


def test_a_cell_is_one_line_of_text_however_it_is_typed(site, page):
    plan = form(page, site, "account-plan")
    account = plan.locator('[data-control="head"] [data-cell="account"] textarea')
    account.fill("")
    account.press_sequentially("Hotel")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(" De\nKroon")
    assert account.input_value() == "Hotel De Kroon"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("id", FORMS)
def test_the_slim_line_never_covers_what_has_the_focus(site, new_context, id, width):
    page = new_context(viewport={"width": width, "height": 640}).new_page()
    plan = form(page, site, id)
    plan.locator(".se-step").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    plan.locator("summary").first.focus()
    seen = 0
    for key in ["Tab"] * 150 + ["Shift+Tab"] * 60:
        inside, name, covered = page.evaluate(FOCUSED)
        assert not covered, name
        if not inside:
            break
        seen += 1
        page.keyboard.press(key)
    assert seen > 40


def test_the_slim_line_tells_the_figures_and_leads_to_them(site, phone):
    plan = form(phone, site, "account-plan")
    line = plan.locator('[data-action="to-figures"]')
    assert not line.is_visible(), "not yet: the learner is not at the form"
    plan.locator(".se-step").first.evaluate("n => n.scrollIntoView({ block: 'start' })")
    line.wait_for()
    assert "Complete 55" in line.inner_text().replace("\n", " ")
    line.click()
    figure = plan.locator('[data-kpi="complete"]')
    phone.wait_for_function("n => n.getBoundingClientRect().bottom < innerHeight", arg=figure.element_handle())
    assert plan.locator(".se-figures").evaluate("n => n === document.activeElement")
    phone.wait_for_function("n => getComputedStyle(n).visibility === 'hidden'", arg=line.element_handle())


@pytest.mark.parametrize("id", FORMS)
def test_on_paper_every_step_is_open_and_no_row_is_empty(site, page, id):
    plan = form(page, site, id)
    page.emulate_media(media="print")
    for name in {"account-plan": ("needs", "goals", "reviews"), "sales-factory": ("by", "blocks", "conclusion")}[id]:
        assert plan.locator(f'[data-control="{name}"]').bounding_box()["height"] > 20, name
    empty = plan.locator("tr[data-empty]")
    assert empty.count() > 0
    assert not any(one.is_visible() for one in empty.all())
    assert not plan.locator(".se-brief").is_visible()
    assert not any(one.is_visible() for one in plan.locator(".se-more").all())


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("id", FORMS)
def test_all_laid_open_it_fits_and_is_accessible(site, new_context, id, width, theme):
    page = new_context(viewport={"width": width, "height": 800}, color_scheme=theme).new_page()
    plan = form(page, site, id)
    plan.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    small = plan.evaluate(
        """root => [...root.querySelectorAll('.se-segment, .se-field, select, label.se-row-name, button, summary')]
          .map((n) => [n.className || n.tagName, n.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5)).map(([name, box]) => `${name} ${box.width} ${box.height}`)"""
    )
    assert small == []
    cut = plan.locator(".se-sheet textarea, .se-sheet select").evaluate_all(
        "all => all.filter((n) => n.scrollWidth > n.clientWidth + 1 || n.scrollHeight > n.clientHeight + 1).map((n) => n.value)"
    )
    assert cut == [], "nothing that is filled in is cut off"
    assert violations(page, f".se-explorer[data-explorer={id}]") == []
