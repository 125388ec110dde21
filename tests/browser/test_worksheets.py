"""The printed sheets: tagged PDFs with their text in them, and links that lead to them."""

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from salesedu import concepts
from salesedu.questions import bank
from salesedu.site.printing import find_browser, pdf
from salesedu.site.worksheets import sheet_html

from .conftest import SITE

CHAPTERS = concepts.chapters()


def printer() -> str:
    if found := find_browser():
        return found
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


@pytest.mark.parametrize("name", [f"{one.key}{end}" for one in CHAPTERS for end in ("", "-key")])
def test_a_sheet_prints_as_a_tagged_pdf_with_its_text(name):
    reader = PdfReader(pdf(SITE / "worksheets" / f"{name}.html", printer()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    chapter = concepts.load(name.removesuffix("-key"))
    assert reader.metadata.title.endswith(f"chapter {chapter.number}: {chapter.title}")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) > 3
    quiz = [one for one in bank.load(chapter.key) if not one.in_text]
    assert "Belongs to the worksheet" in text if name.endswith("-key") else "Name" in text
    assert f"{len(quiz)} " in text
    assert len(reader.outline) > 0


def test_the_page_of_worksheets_leads_to_all_of_them(site, page):
    page.goto(site.url("book/worksheets.html"))
    links = page.locator(".se-sheets a").evaluate_all("all => all.map(a => a.href)")
    assert len(links) == len(CHAPTERS) * (4 if find_browser() else 2)
    for link in links:
        assert page.request.get(link).ok, link


@pytest.mark.parametrize("width", [360, 900])
def test_a_sheet_reads_on_a_phone_too(site, new_context, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    for chapter in CHAPTERS:
        page.goto(site.url(f"worksheets/{chapter.key}.html"))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, chapter.key
        assert page.locator("section").count() == sheet_html(chapter).count("<section>")
