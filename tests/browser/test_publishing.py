"""The book as a lecturer puts it somewhere: the zip in a sub-folder, the page for a wrong address, the tags of pages."""

import re
import zipfile
from xml.etree import ElementTree

import pytest

from salesedu.site.pack import bad_links, pack
from salesedu.site.serve import CSP

from .conftest import SITE, Served, ready
from .test_offline import keep, nps

UNDER = "/courses/2026/file.php/12/"


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory):
    """The zip, unpacked, on a server that knows neither modules nor WebAssembly, as many file areas do."""
    folder = tmp_path_factory.mktemp("zip")
    pack(SITE, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder / "site")
    served = Served(folder / "site", under=UNDER, policy=CSP)
    handler = served.server.RequestHandlerClass.func
    handler.extensions_map = {**handler.extensions_map, ".mjs": "document/unknown", ".wasm": "document/unknown"}
    yield served
    served.close()


@pytest.mark.xdist_group("zip")
def test_the_zip_works_in_a_sub_folder_from_its_front_door_to_python(unzipped, page):
    page.goto(unzipped.url("index.html"))
    page.wait_for_url("**/book/index.html")
    ready(page, unzipped.url("book/1-customer-centrality.html"), all_questions=False)
    nps(page)


@pytest.mark.xdist_group("zip")
@pytest.mark.parametrize("name", ["notebooks/1-customer-centrality.html", "book/exam.html", "book/glossary.html"])
def test_other_pages_of_the_zip_come_to_life_too(unzipped, page, name):
    ready(page, unzipped.url(name), all_questions=False)
    assert page.locator(".se-note:not(.se-kernel)").count() == 0


@pytest.mark.xdist_group("zip")
def test_the_zip_can_be_kept_on_a_device_and_its_lab_lets_it_be(unzipped, new_context):
    context = new_context()
    page = context.new_page()
    keep(page, unzipped)
    # JupyterLite has a worker of its own, and would end all others.
    lab = context.new_page()
    for _ in range(2):
        lab.goto(unzipped.url("lab/notebooks/index.html"))
        page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 2)")
        lab.wait_for_function("() => navigator.serviceWorker.controller?.scriptURL.includes('/lab/')")
    lab.close()
    context.set_offline(True)
    ready(page, unzipped.url("book/1-customer-centrality.html"), all_questions=False)
    nps(page)


def test_every_link_of_the_site_holds_in_any_folder():
    assert bad_links(SITE) == []


@pytest.mark.xdist_group("zip")
@pytest.mark.parametrize("wrong", ["nothing.html", "book/old/deeper/page.html"])
def test_a_wrong_address_under_a_sub_path_leads_back_into_the_book(unzipped, new_context, wrong):
    page = new_context().new_page()
    assert page.goto(unzipped.url(wrong)).status == 404
    page.wait_for_function("() => document.documentElement.dataset.root")
    assert page.evaluate("document.documentElement.dataset.root") == UNDER
    page.get_by_role("link", name="Customer centrality").click()
    page.wait_for_url(f"**{UNDER}book/1-customer-centrality.html")


def _tags(name: str) -> dict[str, str]:
    head = (SITE / name).read_text("utf-8").partition("</head>")[0]
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', head))


def test_every_page_says_what_it_is_about():
    root = ElementTree.parse(SITE / "sitemap.xml").getroot()
    pages = [one.text for one in root.findall(".//{*}loc")]
    assert "book/1-customer-centrality.html" in pages
    assert {name for name in pages if name.startswith("notebooks/")}
    seen = {}
    for name in pages:
        told = _tags(name)
        assert 20 < len(told["description"]) <= 170, name
        assert told["og:title"]
        assert (SITE / name).parent.joinpath(told["og:image"]).resolve().is_file()
        assert seen.setdefault(told["description"], name) == name, "two pages say the same about themselves"
