"""The whole book on paper and on an e-reader: everything is in it, in order, and can be found."""

import re
import zipfile
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from salesedu import concepts
from salesedu.questions import bank
from salesedu.site import epub, paper
from salesedu.site.printing import pdf
from salesedu.site.whole_book import read_list

from .conftest import SITE, explorers
from .test_worksheets import printer

SHOWN = [one for one in read_list(SITE)["pages"] if not one["page"].endswith(("/exam", "/worksheets"))]
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    page = tmp_path_factory.mktemp("paper") / "book.html"
    page.write_text(paper.sheet(SITE), "utf-8")
    return PdfReader(pdf(page, printer())), page.read_text("utf-8")


@pytest.mark.xdist_group("paper")
def test_the_pdf_is_tagged_and_bookmarked_by_page_and_section(book):
    reader, _ = book
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert len(reader.pages) > 300
    marks = [one for one in reader.outline if not isinstance(one, list)]
    titles = [one.title for one in marks]
    assert titles[-1] == "Solutions"
    assert [one["title"] for one in SHOWN] == titles[-1 - len(SHOWN) : -1]
    starts = [reader.get_destination_page_number(one) for one in marks]
    assert starts == sorted(starts)
    below = {
        one.title: [each.title for each in reader.outline[place + 1] if not isinstance(each, list)]
        for place, one in enumerate(reader.outline[:-1])
        if not isinstance(one, list) and isinstance(reader.outline[place + 1], list)
    }
    assert "Would they recommend you?" in below["Customer centrality"]
    chapters = concepts.chapters()
    assert below["Solutions"][: len(chapters)] == [one.title for one in chapters]


@pytest.mark.xdist_group("paper")
def test_every_question_and_model_is_printed_and_every_solution_stands_at_the_end(book):
    reader, page = book
    before, _, after = page.partition('<section class="chapter" id="solutions">')
    for chapter in concepts.chapters():
        prefix = f"book-{chapter.page}--question-"
        asked = re.findall(rf'id="{prefix}(\d+)"', before)
        assert len(asked) == len(bank.load(chapter.key)), chapter.key
        assert re.findall(rf'id="{prefix}(\d+)-solution"', after) == asked
        start = before.index(f'id="book-{chapter.page}"')
        own = before[start : before.index('<section class="chapter"', start)]
        models = explorers(f"book/{chapter.page}.html")
        assert len(re.findall(r'<section class="se-explorer', own)) == len(models)
    assert "se-solution" not in before.partition("</style>")[2]
    assert "var(--se-" not in page.partition("</style>")[2], "a colour that only the site knows"
    last = reader.pages[-1].extract_text()
    assert "Question" in last


@pytest.mark.xdist_group("paper")
def test_links_inside_the_book_hold_and_nothing_is_fetched(book):
    _, page = book
    known = set(re.findall(r'\sid="([^"]+)"', page))
    assert [one for one in re.findall(r'href="#([^"]+)"', page) if one not in known] == []
    assert len(known) == len(re.findall(r'\sid="([^"]+)"', page)), "an id that is there twice"
    assert re.findall(r'<(?:img|script|link|iframe)[^>]+(?:src|href)="(?!data:)[^"]*"', page) == []
    assert "<button" not in page
    assert "\\begin{" not in page, "a formula that was not set"


@pytest.fixture(scope="module")
def reader_book(tmp_path_factory):
    target = tmp_path_factory.mktemp("epub") / "book.epub"
    epub.write(SITE, target)
    epub.write(SITE, target.with_suffix(".again"))
    assert target.read_bytes() == target.with_suffix(".again").read_bytes()
    return zipfile.ZipFile(target)


@pytest.mark.xdist_group("epub")
def test_the_epub_is_one_as_readers_expect_it(reader_book):
    first = reader_book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert reader_book.read("mimetype") == b"application/epub+zip"
    assert b'full-path="book/package.opf"' in reader_book.read("META-INF/container.xml")
    package = ElementTree.fromstring(reader_book.read("book/package.opf"))
    listed = [one.get("href") for one in package.iter("{http://www.idpf.org/2007/opf}item")]
    there = [name.removeprefix("book/") for name in reader_book.namelist() if name.startswith("book/")]
    assert sorted([*listed, "package.opf"]) == sorted(there)
    ids = {one.get("id") for one in package.iter("{http://www.idpf.org/2007/opf}item")}
    spine = [one.get("idref") for one in package.iter("{http://www.idpf.org/2007/opf}itemref")]
    assert set(spine) <= ids
    assert len(spine) == len(SHOWN) + 2  # contents and solutions


@pytest.mark.xdist_group("epub")
def test_every_link_and_picture_of_the_epub_holds(reader_book):
    pages = {name: ElementTree.fromstring(reader_book.read(name)) for name in reader_book.namelist() if name.endswith(".xhtml")}
    known = {name: [one.get("id") for one in page.iter() if one.get("id")] for name, page in pages.items()}
    names = set(reader_book.namelist())
    for name, page in pages.items():
        assert len(known[name]) == len(set(known[name])), name
        for link in page.iter(f"{XHTML}a"):
            to = link.get("href", "")
            if to and "://" not in to and not to.startswith("mailto:"):
                file, _, mark = to.partition("#")
                home = f"book/{file}" if file else name
                assert home in names, to
                assert not mark or mark in known[home], to
        for image in page.iter(f"{XHTML}img"):
            assert f"book/{image.get('src')}" in names
    contents = "".join(pages["book/contents.xhtml"].itertext())
    assert "Would they recommend you?" in contents
    assert any(True for _ in pages["book/book-1-customer-centrality.xhtml"].iter("{http://www.w3.org/1998/Math/MathML}math"))
