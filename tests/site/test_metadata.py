"""What search engines and messengers are told, and the pages around the pages."""

import re
from xml.etree import ElementTree

import pytest
from sphinx.errors import ConfigError

from salesedu.site.metadata import base_url, tags
from salesedu.site.sitemap import front_door, lost_page, sitemap
from salesedu.site.social_card import SIZE, png


@pytest.mark.parametrize("wrong", ["www.example.edu", "/sales/", "ftp://example.edu/", "https://", "https://a.b/?x=1"])
def test_an_address_that_is_none_is_refused_with_a_remedy(wrong):
    with pytest.raises(ConfigError, match=r"Write it as https://www\.example\.edu/sales/"):
        base_url(wrong)


def test_the_environment_wins_over_the_configuration():
    assert base_url("https://a.example/x/", " https://b.example/y ") == "https://b.example/y/"
    assert base_url(None, None) == ""


def test_a_title_cannot_leave_its_attribute():
    told = tags('Say "yes" & <go>', "about", "site", "../", "")
    assert '"Say &quot;yes&quot; &amp; &lt;go&gt;"' in told
    assert "og:url" not in told
    assert 'content="../_static/social-card.png"' in told


def test_whole_addresses_are_told_only_when_they_are_known():
    whole = tags("t", "a", "s", "https://a.example/x/", "https://a.example/x/book/p.html")
    assert 'content="https://a.example/x/_static/social-card.png"' in whole
    assert 'property="og:url" content="https://a.example/x/book/p.html"' in whole
    for base in ("", "https://a.example/x/"):
        root = ElementTree.fromstring(sitemap(["book/a & b.html", "book/c.html"], base))
        assert [one.text for one in root.findall(".//{*}loc")] == [f"{base}book/a & b.html", f"{base}book/c.html"]


def test_a_lost_reader_is_led_back_under_a_known_path():
    page = lost_page("salesedu", [("book/index.html", "Start")], "https://a.example/x/", "_static/m.css")
    assert 'href="/x/book/index.html"' in page
    assert "<script" not in page


def test_the_front_door_leads_on_without_scripts():
    door = front_door("salesedu", "book/index.html", "")
    assert re.search(r'http-equiv="refresh" content="0; url=book/index.html"', door)
    assert '<a href="book/index.html">' in door


def test_the_card_has_the_size_it_promises():
    picture = png("A course with a rather long name", "for all")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == SIZE
