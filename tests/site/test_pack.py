"""The zip for any web server: it refuses what would not work there."""

import zipfile

import pytest

from salesedu.site.pack import bad_links, main, pack


@pytest.fixture
def small(tmp_path):
    site = tmp_path / "html"
    (site / "book").mkdir(parents=True)
    (site / "index.html").write_text('<a href="book/a.html">go</a> <a href="https://a.example/">away</a>')
    (site / "book" / "a.html").write_text('<a href="../index.html#top">back</a><script src="../host.mjs?v=1"></script>')
    (site / "host.mjs").write_text('import(new URL("worker.mjs", here)); // host.mjs is here\n')
    (site / "worker.mjs").write_text("`${base}worker.mjs`")
    (site / ".nojekyll").touch()
    return site


def test_a_sound_site_is_packed_and_its_modules_have_a_name_that_every_server_knows(small, tmp_path):
    target = tmp_path / "out" / "site.zip"
    assert pack(small, target) == 4
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == ["book/a.html", "host.mjs.js", "index.html", "worker.mjs.js"]
        assert '"worker.mjs.js"' in packed.read("host.mjs.js").decode()
        assert packed.read("worker.mjs.js").decode() == "`${base}worker.mjs.js`"
        assert 'src="../host.mjs.js?v=1"' in packed.read("book/a.html").decode()


def test_the_same_site_gives_the_same_zip(small, tmp_path):
    pack(small, tmp_path / "1.zip")
    pack(small, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ('<a href="/book/a.html">x</a>', "works at the root of a server only"),
        ('<a href="nowhere.html">x</a>', "leads to no file"),
        ('<script src="https://cdn.example/x.js"></script>', "is loaded from another site"),
        ('<img src="//cdn.example/x.png">', "is loaded from another site"),
    ],
)
def test_a_link_that_would_not_hold_stops_it(small, tmp_path, capsys, link, why):
    (small / "book" / "b.html").write_text(link)
    assert len(bad_links(small)) == 1
    assert main([str(small), str(tmp_path / "site.zip")]) == 1
    assert why in capsys.readouterr().err
    assert not (tmp_path / "site.zip").exists()


def test_without_a_book_it_says_what_to_do(tmp_path, capsys):
    assert main([str(tmp_path), str(tmp_path / "site.zip")]) == 1
    assert "make html" in capsys.readouterr().err
