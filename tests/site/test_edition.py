"""An edition of three chapters with a bank of its own, built and looked at; and the pieces that make it."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from salesedu import cards, concepts, quiz
from salesedu.explorers import all_explorers, call
from salesedu.notation import localised_explorer, localised_view
from salesedu.site.edition import contents, without_dead_links
from salesedu.site.epub import write
from salesedu.site.own_page import check_own_pages
from salesedu.site.paper import sheet
from salesedu.site.workbooks import numbers_in_sidebar

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site. Of the book's own pages the cells are not run: the other builds do that."""
    home = tmp_path_factory.mktemp("project")
    for name in ("book", "notebooks", "hub"):
        (home / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "_toc.yml", home)
    shutil.copytree(HERE / "my-chapters", home / "my-chapters")
    config = (ROOT / "_config.yml").read_text("utf-8")
    still = config.replace('exclude_patterns: ["notebooks/*"]', 'exclude_patterns: ["notebooks/*", "book/[1-9]*"]')
    assert still != config
    (home / "_config.yml").write_text(still, "utf-8")
    (home / "course.yml").write_text(
        "chapters: [funnel, my-chapters/service, customers]\nsolutions_hidden_until: 2099-01-15\n"
        "course: at-school\ntitle: Sales & Service\ninstitution: Hotel School\n"
        "licence: CC BY 4.0, changed\nnumbers: dutch\n"
        "launch:\n  repository: https://github.com/hotel-school/sales\n  branch: autumn\n"
        "  jupyterhub: https://hub.example.edu\n  binder: https://mybinder.org\n", "utf-8",
    )  # fmt: skip
    old = home / "_build" / "html" / "worksheets" / "leads-key.html"  # left by an earlier build of another edition
    old.parent.mkdir(parents=True)
    old.write_text("an old key")
    for page in ("book/2-gone.html", "lab/notebooks/index.html"):
        (home / "_build/html" / page).parent.mkdir(parents=True, exist_ok=True)
        (home / "_build/html" / page).write_text("from before")
    known = {key: value for key, value in os.environ.items() if key != "SALESEDU_COURSE"}
    paths = {"PYTHONPATH": str(ROOT), "SALESEDU_CACHE": os.environ.get("SALESEDU_CACHE", str(ROOT / ".cache"))}
    command = "from jupyter_book.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", command, "build", ".", "-W", "-n", "--keep-going", "-q"],
        cwd=home, env=known | paths, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return home / "_build" / "html"


def test_pages_of_another_edition_are_taken_away_and_the_lab_is_not(site):
    assert not (site / "book/2-gone.html").exists()
    assert (site / "lab/notebooks/index.html").is_file()


def text_of(page: Path) -> str:
    article = re.search(r"<article.*?</article>", page.read_text("utf-8"), re.DOTALL)[0]
    bare = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", article, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", bare)))


def test_the_contents_are_the_chosen_chapters_in_their_order(site):
    bar = re.search(r"bd-docs-nav.*?</nav>", (site / "book/index.html").read_text("utf-8"), re.DOTALL)[0]
    links = [one.rsplit("/", 1)[-1] for one in re.findall(r'href="([^"#]+)"', bar)]
    course = [one for one in links if re.match(r"[1-9]-|service|calls", one)]
    one, two = "5-sales-funnel.html", "1-customer-centrality.html"
    assert course == [one, "service.html", two, one, "calls.html", two]


def test_no_link_leads_nowhere(site):
    pages = [*site.glob("book/*.html"), *site.glob("notebooks/*.html"), *site.glob("my-chapters/**/*.html")]
    assert len(pages) > 10
    for page in pages:
        text = page.read_text("utf-8")
        for href in re.findall(r'<a[^>]* href="([^"]+)"', text):
            parts = urlsplit(unescape(href))
            if parts.scheme or not parts.path:
                continue
            target = (page.parent / parts.path).resolve()
            assert target.is_file(), f"{page.name} links to {href}"
            if parts.fragment and target.suffix == ".html":
                assert f'id="{parts.fragment}"' in target.read_text("utf-8"), f"{page.name} links to {href}"


def test_numbers_and_mentions_are_those_of_this_edition(site):
    front = text_of(site / "book/index.html")
    assert "Begin with chapter 1, Sales funnel and sales cycle" in front
    assert "questions across the three chapters" in front
    assert "In the chapter “The sales factory” (not in this edition) you use" in front
    assert "Press a block to go where it is taught, if this edition teaches it." in front
    assert "Chapter 3 · De klant centraal" in text_of(site / "book/1-customer-centrality.html")
    own = text_of(site / "my-chapters/service/service.html")
    assert "Net Promoter Score (NPS) (chapter 3): you ask" in own
    assert "Target gap (not in this edition): a contract" in own
    assert "and the gap in the plan, and that" in own
    where = text_of(site / "book/what-is-taught-where.html")
    assert re.findall(r"\b([1-9])\. [A-Z]", where) == ["1", "2", "3"]
    assert "Servicecontract" in text_of(site / "book/glossary.html")
    assert "Hotel School. " in (site / "book/index.html").read_text("utf-8")


def test_nothing_in_the_site_tells_a_solution_before_the_day(site):
    assert not list(site.glob("worksheets/*-key.*"))
    assert (site / "lab/notebooks/index.html").is_file()
    assert not (site / "_sources").exists()
    exam = next((site / "_static").glob("salesedu-*/exam.json")).read_text("utf-8")
    quiz = (site / "my-chapters/service/service.html").read_text("utf-8")
    for secret in ("SOLUTION-NPS", "SOLUTION-PROMISE", "REASON-RIGHT"):
        told = [path for path in site.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
        assert told == [], secret
    assert "service-promise" in (site / "my-chapters/service/calls.html").read_text("utf-8")
    assert "service-nps" in quiz
    assert "The solution appears on 15 January 2099." in text_of(site / "my-chapters/service/service.html")
    for page in ("how-to-study", "exam"):
        assert "In this edition solutions appear on 15 January 2099." in text_of(site / f"book/{page}.html")
    assert '"service-nps"' in exam
    assert '"chapter":"leads"' not in exam


def test_a_block_of_the_factory_whose_chapter_is_left_out_is_pale_no_link_and_says_so(site):
    front = (site / "book/index.html").read_text("utf-8")
    factory = re.search(r'<svg role="group".*?</svg>', front[front.index("se-picture-sales-factory") :], re.DOTALL)[0]
    links = re.findall(r'<a href="([^"#]+)', factory)
    assert set(links) == {"1-customer-centrality.html", "5-sales-funnel.html"}
    pale = re.findall(r'<g role="img" aria-label="([^"]+)">(.*?)</g>', factory, re.DOTALL)
    assert len(links) + len(pale) == 11
    assert "6 Leads and opportunities (not in this edition)" in [label for label, _ in pale]
    assert not [label for label, part in pale if "accent" in part or "href" in part]
    course = re.search(r"<svg.*?</svg>", front[front.index("se-picture-course-map") :], re.DOTALL)[0]
    boxes = re.findall(r'<rect [^>]*fill="var\(--se-([a-z]+)\)"[^>]*/>\s*<text [^>]*>(ch\.[^<]*|not here)<', course)
    assert boxes == [("accent", "ch. 3"), ("panel", "not here"), ("accent", "ch. 1"), ("panel", "not here")]


def test_every_workbook_can_be_opened_where_the_edition_says(site):
    for page in ("notebooks/5-sales-funnel", "my-chapters/service/calls"):
        text = (site / f"{page}.html").read_text("utf-8")
        links = [unescape(one) for one in re.findall(r'<a href="([^"]+)" rel="external">', text)]
        hub, binder = (urlsplit(one) for one in links)
        asked = parse_qs(hub.query)
        assert (hub.netloc, asked["urlpath"]) == ("hub.example.edu", [f"lab/tree/sales/{page}.ipynb"])
        assert asked["repo"] == ["https://github.com/hotel-school/sales"]
        assert asked["branch"] == ["autumn"]
        assert binder.path == "/v2/gh/hotel-school/sales/autumn"
        assert parse_qs(binder.query)["urlpath"] == [f"lab/tree/{page}.ipynb"]
    assert "se-launch" not in (site / "book/5-sales-funnel.html").read_text("utf-8")
    assert "3.5" in text_of(site / "my-chapters/service/calls.html"), "an own workbook carries its outputs"


def test_the_book_has_the_edition_s_name_wherever_it_is_called(site, tmp_path):
    for name in ("index.html", "book/index.html", "my-chapters/service/calls.html", "404.html"):
        text = unescape((site / name).read_text("utf-8"))
        assert re.search(r"<title>[^<]*Sales & Service", text), name
    head = dict(re.findall(r'<meta \w+="([^"]+)" content="([^"]*)"', (site / "book/index.html").read_text("utf-8")))
    assert head["og:site_name"] == "Sales &amp; Service"
    assert (head["dcterms.publisher"], head["dcterms.rights"]) == ("Hotel School", "CC BY 4.0, changed")
    cover = sheet(site)
    assert "<title>Sales &amp; Service</title>" in cover
    assert "<p>Hotel School</p>" in cover.partition("<nav")[0]
    assert "<p>CC BY 4.0, changed</p>" in cover.partition("<nav")[0]
    assert "keeps its solutions to itself for now" in cover
    write(site, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as packed:
        told = packed.read("book/package.opf").decode()
    for part in ("title>Sales &amp; Service<", "publisher>Hotel School<", "rights>CC BY 4.0, changed<"):
        assert f"<dc:{part}" in told


def test_figures_are_dutch_and_names_are_not(site):
    assert "€ 1.250,50 a year" in text_of(site / "my-chapters/service/service.html")
    assert "€ 60.000 to spend" in text_of(site / "book/index.html")
    assert "CC BY 4.0" in text_of(site / "book/for-lecturers.html")


def test_a_workbook_has_the_number_of_its_chapter_in_the_sidebar(site, monkeypatch, tmp_path):
    project = site.parents[1]
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    shutil.copytree(project / "my-chapters", tmp_path / "my-chapters")
    (tmp_path / "course.yml").write_text("chapters: [funnel, my-chapters/service, customers]", "utf-8")
    monkeypatch.setenv("SALESEDU_COURSE", str(tmp_path / "course.yml"))
    assert numbers_in_sidebar(tmp_path) == "", "1, 2, 3 as the list counts by itself"
    (tmp_path / "my-chapters/service/calls.ipynb").unlink()
    steps = re.findall(r"li:nth-child\((\d)\) { counter-increment: chapter (\d)", numbers_in_sidebar(tmp_path))
    assert steps == [("2", "2")], "the second in the list is that of chapter 3"
    (tmp_path / "notebooks").unlink()
    assert "display: none" in numbers_in_sidebar(tmp_path), "without any workbook, no other group is numbered"


def test_the_own_chapter_that_lecturers_are_told_to_write_is_a_good_one(monkeypatch, tmp_path):
    told = (ROOT / "book/for-lecturers.md").read_text("utf-8")
    blocks = re.findall(r"^(`{3,4})\w*\n(.*?)\n\1$", told, re.DOTALL | re.MULTILINE)
    files = {name: next(text for _, text in blocks if text.startswith(start)) for name, start in (
        ("concepts.yaml", "chapter:"), ("service.md", "---\nfile_format"), ("questions.yaml", "- id: customers-ex"),
    )}  # fmt: skip
    question = files["questions.yaml"].replace("customers-example", "service-example")
    question = question.replace("[kpi]", "[service-contract]")
    files["questions.yaml"] = question.replace("would-they-recommend-you", "a-promise")
    (tmp_path / "my-chapters/service").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "my-chapters/service" / name).write_text(text, "utf-8")
    settings = next(text for _, text in blocks if "my-chapters/service" in text and text.startswith("chapters:"))
    (tmp_path / "course.yml").write_text(settings, "utf-8")
    monkeypatch.setenv("SALESEDU_COURSE", str(tmp_path / "course.yml"))
    assert quiz("service").quiz["questions"][0]["id"] == "service-example"
    assert [card["english"] for card in cards("service").deck["cards"]] == ["Service contract"]
    headings = re.findall(r"^## (.*)$", files["service.md"], re.MULTILINE)
    assert [one.title for one in concepts.chapters()] == ["Customer centrality", "Selling service"]
    assert concepts.load("service").sections["a-promise"] == headings[0]
    check_own_pages()


def test_a_pattern_takes_only_pages_that_are_there():
    toc = {"root": "book/index", "parts": [
        {"chapters": [{"glob": "book/[1-9]-*"}]}, {"chapters": [{"glob": "notebooks/[1-9]-*"}]},
        {"chapters": [{"file": "book/exam"}]},
    ]}  # fmt: skip
    from salesedu.concepts import load

    found = contents(toc, (load("leads"),), ["book/3-lead-management"])
    taken = [part["chapters"] for part in found["parts"]]
    assert taken == [[{"file": "book/3-lead-management"}], [{"file": "book/exam"}]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[*two* [2]](2-b.md)", "*two* [2]"),
        (r'"the [work\u2009book](../notebooks/2-b.ipynb)."', r'"the work\u2009book."'),
        ("![picture](2-b.md)", "![picture](2-b.md)"),
        ("[web](https://a.nl/2-b.md)", "[web](https://a.nl/2-b.md)"),
        ("[here](#there) [one](1-a.md#x)", "[here](#there) [one](1-a.md#x)"),
    ],
)
def test_only_links_to_what_is_left_out_become_text(text, told):
    assert without_dead_links(text, "book", {"book/2-b", "notebooks/2-b"}) == told


def test_every_explorer_can_be_shown_in_dutch():
    for explorer in all_explorers():
        english = explorer.view().as_dict()
        dutch = call("paint", {"explorer": explorer.id, "numbers": "dutch"})["value"]
        assert dutch == localised_view(english)
        told = localised_explorer(explorer.as_dict())
        assert [one["name"] for one in told["controls"]] == [one["name"] for one in explorer.as_dict()["controls"]]
        for text in (told["question"], dutch["reading"], *(kpi["value"] for kpi in dutch["kpis"]), *labels(dutch)):
            assert not re.search(r"(?<![\w.,/-])\d{1,3}(,\d{3})+(?!\d)|\d\.\d{1,2}(?![\w.])", text), (explorer.id, text)


def labels(view: dict) -> list[str]:
    """Every text among the data of a chart."""
    rows = [row for data in view["chart"].get("datasets", {}).values() for row in data if isinstance(row, dict)]
    return [one for row in rows for one in row.values() if isinstance(one, str)]
