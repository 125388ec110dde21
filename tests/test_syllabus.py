"""Nothing on the syllabus is missing: each line is taught, defined, tested and, where it says so, playable."""

import re
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from salesedu import concepts, explorers
from salesedu.questions import bank

ROOT = Path(__file__).resolve().parents[1]
SYLLABUS = yaml.safe_load((ROOT / "tests/syllabus.yaml").read_text("utf-8"))
LINES = [
    pytest.param(chapter, line, id=f"{chapter}: {line['line']}")
    for chapter, lines in SYLLABUS.items()
    for line in lines
]


def page(chapter: str) -> str:
    return (ROOT / "book" / f"{concepts.load(chapter).page}.md").read_text("utf-8")


def slug(heading: str) -> str:
    return "-".join(re.sub(r"[^\w\s-]", "", heading.lower()).split())


def sections(text: str) -> dict[str, str]:
    """Slug of each second-level heading to the text below it."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(map(slug, parts[1::2]), parts[2::2], strict=True))


def test_the_course_has_its_eight_chapters():
    assert [one.key for one in concepts.chapters()] == list(SYLLABUS)
    assert [one.number for one in concepts.chapters()] == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(("chapter", "line"), LINES)
def test_a_line_of_the_syllabus_is_taught_defined_tested_and_playable(chapter, line):
    known = {concept.id: concept for concept in concepts.load(chapter).concepts}
    asked = {concept for question in bank.load(chapter) for concept in question.concepts}
    on_page = sections(page(chapter))
    for id in line["concepts"]:
        concept = known[id]
        assert concept.dutch, "a glossary entry has its Dutch term"
        assert concept.section in on_page, f"{id} is taught in a section that the page has"
        assert id in asked, f"{id} has a question"
    module = import_module(f"salesedu.{chapter}")
    for function in line.get("functions", ()):
        assert function in module.__all__
        assert callable(getattr(module, function))
    if "explorer" in line:
        assert explorers.find(line["explorer"]).chapter == chapter
        assert f'explore("{line["explorer"]}")' in page(chapter)
    if "picture" in line:
        assert f"{{salesedu-picture}} {line['picture']}\n" in page(chapter)


@pytest.mark.parametrize("chapter", concepts.chapters(), ids=lambda chapter: chapter.key)
def test_a_chapter_page_has_all_its_parts(chapter):
    text = page(chapter.key)
    on_page = sections(text)
    assert set(chapter.sections) <= set(on_page)
    assert {"common-mistakes", "what-you-can-now-do", "the-chapter-quiz", "the-cards"} <= set(on_page)
    assert f'quiz("{chapter.key}", in_text=False)' in text
    assert f'cards("{chapter.key}")' in text
    assert (ROOT / "notebooks" / f"{chapter.page}.ipynb").is_file()


@pytest.mark.parametrize("chapter", concepts.chapters(), ids=lambda chapter: chapter.key)
def test_questions_that_belong_in_the_text_stand_in_their_section(chapter):
    on_page = sections(page(chapter.key))
    for question in bank.load(chapter.key):
        assert (f'"{question.id}"' in on_page[question.section]) == question.in_text, question.id


@pytest.mark.parametrize("chapter", concepts.chapters(), ids=lambda chapter: chapter.key)
def test_every_concept_is_named_in_its_section_with_its_source_known(chapter):
    bibliography = set(re.findall(r"^@\w+\{(\S+),", (ROOT / "book/references.bib").read_text("utf-8"), re.MULTILINE))
    for concept in chapter.concepts:
        assert set(concept.source) <= bibliography, concept.id


@pytest.mark.parametrize("chapter", concepts.chapters(), ids=lambda chapter: chapter.key)
def test_a_chapter_is_as_long_as_a_reader_can_bear(chapter):
    text = re.sub(r"```.*?```|\$\$.*?\$\$|^---.*?^---|:::.*?$", " ", page(chapter.key), flags=re.DOTALL | re.MULTILINE)
    words = len(re.findall(r"\b[\w’'-]+\b", re.sub(r"\{cite:\w\}`[^`]*`", " ", text)))
    assert 2_800 <= words <= 4_700, words


def test_every_block_of_the_factory_leads_to_where_it_is_taught():
    drawing = (ROOT / "book/pictures/sales-factory.svg").read_text("utf-8")
    links = dict(re.findall(r'<a href="([^"]+)">.*?<text[^>]*>(\d+)</text>', drawing, re.DOTALL))
    leads_to = {int(number): target for target, number in links.items()}
    for block in import_module("salesedu.factory").BLOCKS:
        page_, _, section = leads_to[block.number].partition(".html#")
        assert (page_, section) in {(place.page, place.section) for place in block.places}
        assert section in sections((ROOT / "book" / f"{page_}.md").read_text("utf-8"))
