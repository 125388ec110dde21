"""The page of an own chapter that would build into something broken is told of before it is built."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from salesedu import concepts
from salesedu.concepts import ConceptError
from salesedu.site.edition import settle
from salesedu.site.own_page import anchors, check_own_pages

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The own chapter of the tests, in an edition."""
    shutil.copytree(Path(__file__).parent / "my-chapters", tmp_path / "my-chapters")
    (tmp_path / "course.yml").write_text("chapters: [my-chapters/service, customers]", "utf-8")
    monkeypatch.setenv("SALESEDU_COURSE", str(tmp_path / "course.yml"))
    concepts._chapters.cache_clear()
    yield tmp_path / "my-chapters" / "service"
    concepts._chapters.cache_clear()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_good_page_is_let_through(folder):
    check_own_pages()
    page = folder / "service.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))  # as an editor on Windows may save it
    check_own_pages()
    change(page, "## A promise has a price", "(a-promise-has-a-price)=\n### What a promise costs")
    check_own_pages()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("---\nfile_format", "\n---\nfile_format"),
        ("file_format: mystnb\n", ""),
        ("file_format: mystnb", "file_format: myst"),
        ("kernelspec: {name: python3, display_name: Python 3}\n", ""),
        ("kernelspec: {", "kernelspec: [{"),
        ("---\nfile_format: mystnb\nkernelspec: {name: python3, display_name: Python 3}\n---\n", ""),
    ],
)
def test_a_page_whose_cells_would_not_run_is_told(folder, old, new):
    change(folder / "service.md", old, new)
    with pytest.raises(ConceptError) as caught:
        check_own_pages()
    assert str(caught.value) == (
        "my-chapters/service/service.md, line 1: the first four lines are not those of a page with questions; begin it "
        "with: --- / file_format: mystnb / kernelspec: {name: python3, display_name: Python 3} / ---"
    )


@pytest.mark.parametrize("heading", ["## A promise", "# A promise has a price", "```\n## A promise has a price\n```"])
def test_a_section_without_its_heading_is_told(folder, heading):
    change(folder / "service.md", "## A promise has a price", heading)
    with pytest.raises(ConceptError) as caught:
        check_own_pages()
    assert str(caught.value) == (
        'service/concepts.yaml, line 8, chapter: service.md has no heading for the section "a-promise-has-a-price"; '
        'write "## A promise has a price", or mend `sections`'
    )


def test_so_is_the_section_of_a_concept_when_the_chapter_names_none(folder):
    change(folder / "concepts.yaml", "  sections:\n    a-promise-has-a-price: A promise has a price\n", "")
    check_own_pages()
    text = (folder / "concepts.yaml").read_text("utf-8")
    head, _, rest = text.rpartition("a-promise-has-a-price")
    (folder / "concepts.yaml").write_text(f"{head}how-fast{rest}", "utf-8")
    concepts._chapters.cache_clear()
    with pytest.raises(ConceptError) as caught:
        check_own_pages()
    line = head.count("\n") + 1
    assert str(caught.value) == (
        f'service/concepts.yaml, line {line}, response-time: service.md has no heading for the section "how-fast"; '
        'write "## How fast", or mend `section`'
    )


def test_the_heading_that_is_proposed_makes_the_section(folder):
    change(folder / "concepts.yaml", "price: A promise has a price", "price: What it costs")
    change(folder / "service.md", "## A promise has a price", "## What it costs")
    with pytest.raises(ConceptError, match='write "## A promise has a price"'):
        check_own_pages()


def test_a_build_ends_with_that_sentence(folder):
    change(folder / "service.md", "file_format: mystnb\n", "")
    with pytest.raises(SystemExit, match=r"^\nmy-chapters/service/service\.md, line 1: the first four lines"):
        settle(SimpleNamespace(srcdir=str(folder.parents[1])), SimpleNamespace())


@pytest.mark.parametrize("chapter", concepts.chapters(), ids=lambda one: one.key)
def test_headings_are_read_as_the_pages_of_the_book_have_them(chapter):
    named = {*chapter.sections, *(one.section for one in chapter.concepts)}
    assert named <= anchors((ROOT / "book" / f"{chapter.page}.md").read_text("utf-8"))
