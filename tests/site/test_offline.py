"""The list of what a reader keeps: all of the book, nothing else, and the same for the same files."""

import base64
import hashlib
import json
import os
import re
import subprocess
import zipfile

import pytest

from salesedu.site.metadata import last_change
from salesedu.site.offline import WORKER, belongs, write_list
from salesedu.site.pack import pack


@pytest.fixture
def site(tmp_path):
    site = tmp_path / "html"
    for name in ("book", "lab", "_sources/book", "_static/salesedu-1", "worksheets"):
        (site / name).mkdir(parents=True)
    (site / "index.html").write_text('<a href="book/a.html">go</a>')
    (site / "book" / "a.html").write_text('<div class="se-keep" data-megabytes="0"><p>Keep</p></div>' + "x" * 2_000_000)
    (site / "_static" / "salesedu-1" / "host.mjs").write_text('import(new URL("keep.mjs", here))')
    for name in ("lab/index.html", "_sources/book/a.md", "worksheets/a.pdf", "sitemap.xml", ".nojekyll", "404.html"):
        (site / name).write_text("not kept")
    return site


def listed(text: str) -> dict:
    return json.loads(re.match(r"const BOOK = (\{.*?\n\});", text, re.DOTALL)[1])


def test_the_list_names_the_books_files_with_what_they_are(site):
    write_list(site)
    book = listed((site / WORKER).read_text("utf-8"))
    assert list(book) == ["_static/salesedu-1/host.mjs", "book/a.html", "index.html"]
    for name, (hashed, size) in book.items():
        body = (site / name).read_bytes()
        assert base64.b64decode(hashed) == hashlib.sha256(body).digest()
        assert size == len(body)


def test_the_button_says_what_it_takes(site):
    write_list(site)
    assert 'class="se-keep" data-megabytes="3"' in (site / "book" / "a.html").read_text("utf-8")


def test_the_worker_changes_when_a_kept_file_changes_and_only_then(site):
    write_list(site)
    first = (site / WORKER).read_bytes()
    write_list(site)
    (site / "lab" / "index.html").write_text("another lab")
    (site / "worksheets" / "a.pdf").write_text("another print")
    write_list(site)
    assert (site / WORKER).read_bytes() == first
    (site / "index.html").write_text('<a href="book/a.html">come in</a>')
    write_list(site)
    assert (site / WORKER).read_bytes() != first


def test_the_zip_has_a_list_of_its_own_because_its_files_differ(site, tmp_path):
    write_list(site)
    pack(site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        book = listed(packed.read(WORKER).decode())
        assert "_static/salesedu-1/host.mjs.js" in book
        for name, (hashed, _) in book.items():
            assert base64.b64decode(hashed) == hashlib.sha256(packed.read(name)).digest()


@pytest.mark.parametrize("name", ["searchindex.js", "search.html", "_images/a.png", "worksheets/a.html", "a/x.woff2"])
def test_what_a_page_loads_is_kept(name):
    assert belongs(name)


def test_the_day_at_the_foot_is_that_of_the_last_commit_so_that_a_second_build_is_no_new_edition(tmp_path):
    def git(*asked):
        who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        then = os.environ | {"GIT_COMMITTER_DATE": "2026-03-02T12:00:00"}
        subprocess.run(["git", *who, *asked], cwd=tmp_path, check=True, env=then)

    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "first")
    assert last_change(tmp_path) == "Mar 02, 2026"
    (tmp_path / "page.md").write_text("edited")
    assert last_change(tmp_path) != "Mar 02, 2026"
