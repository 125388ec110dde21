"""The built pages as one text for paper and for e-readers: in order, without controls, solutions at the end.

PDF (:mod:`.paper`) and EPUB (:mod:`.epub`) are made from it, so both say what the site says. What only a
browser can do (cards to turn, an exam with a clock) is left out; formulas become MathML, colours become ink.
"""

import copy
import hashlib
import json
import re
import subprocess
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree
from lxml import html as markup

from .npm import AssetError, cache_folder, node_command, npm_package

__all__ = ["Chapter", "key", "read", "read_list", "solutions"]

_HERE = Path(__file__).parent
_TOKENS = _HERE.parent / "widgets" / "css" / "tokens.css"
_ROOT = "https://book.invalid/"
# Pages that are nothing without a browser.
_NOT_ON_PAPER = ("book/exam", "book/worksheets")
_DROPPED = (
    "a[contains(@class,'headerlink')]", "script", "style", "link", "button", "template",
    "div[contains(@class,'se-cards')]", "div[contains(@class,'se-exam')]", "div[contains(@class,'se-launch')]",
    "div[contains(@class,'se-keep')]",
    "p[contains(concat(' ',@class,' '),' se-run ')]",
    "div[contains(concat(' ',@class,' '),' se-narrow ')]", "*[contains(@class,'se-kernel')]",
    "*[contains(@class,'tag_remove-output')]//*[contains(@class,'cell_output')]",
)  # fmt: skip


@dataclass
class Chapter:
    """One page of the book, made ready for paper."""

    page: str
    title: str
    part: str | None
    body: etree._Element
    solutions: list = field(default_factory=list)

    @property
    def key(self) -> str:
        """A name that is unique in the book and good in an address."""
        return key(self.page)


def key(page: str) -> str:
    """``book/1-customer-centrality`` as the start of an ``id``.

    >>> key("book/1-customer-centrality")
    'book-1-customer-centrality'
    """
    return re.sub(r"[^a-z0-9]+", "-", page.lower()).strip("-")


def read_list(site: Path) -> dict:
    """The list of pages that the build left beside the site.

    Raises
    ------
    FileNotFoundError
        When the book has not been built.
    """
    path = site.parent / "book.json"
    if not path.is_file():
        raise FileNotFoundError(f"There is no built book in {site}. Run `make html` first.")
    return json.loads(path.read_text("utf-8"))


def _ink() -> dict[str, str]:
    """The light palette, name to colour: many readers of books know no CSS variables."""
    light = re.search(r":root\s*\{(.*?)\}", _TOKENS.read_text("utf-8"), re.DOTALL)[1]
    return dict(re.findall(r"(--se-[a-z-]+):\s*(#[0-9a-f]{6})", light))


def _formulas(sources: list[str]) -> dict[str, str]:
    """TeX to MathML, by the MathJax that the pages themselves use; kept until a formula changes."""
    asked = json.dumps(sorted(set(sources)))
    home = npm_package("mathjax")
    script = (_HERE / "formulas.mjs").read_bytes()
    digest = hashlib.sha256(home.name.encode() + script + asked.encode()).hexdigest()[:16]
    kept = cache_folder() / "formulas" / f"{digest}.json"
    if not kept.is_file():
        done = subprocess.run(
            [*node_command(), str(_HERE / "formulas.mjs"), str(home)],
            input=asked, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise AssetError(f"The formulas could not be set: {done.stderr.strip()}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(done.stdout, "utf-8")
    return json.loads(kept.read_text("utf-8"))


def _replace(old, new) -> None:
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def _drop(element) -> None:
    element.drop_tree()


def _set_formulas(chapters: list[Chapter]) -> None:
    bodies = (each.body.iterfind(".//*[@class]") for each in chapters)
    places = [one for body in bodies for one in body if "math" in one.get("class").split()]
    told = {place: re.sub(r"^\s*\\[(\[]|\\[)\]]\s*$", "", place.text_content().strip()) for place in places}
    made = _formulas(list(told.values())) if told else {}
    for place, source in told.items():
        formula = etree.fromstring(made[source])
        if place.tag == "div":
            formula.set("display", "block")
        for child in list(place):
            place.remove(child)
        place.text = None
        place.append(formula)


def _questions(chapter: Chapter) -> None:
    """Number the questions; their solutions go to the end of the book, each with a way back."""
    number = 0
    for question in chapter.body.findall(".//section[@class]"):
        if "se-question" not in question.get("class").split():
            continue
        number += 1
        name = f"{chapter.key}--question-{number}"
        question.set("id", name)
        tag = question.find("./p[@class='se-tag']")
        kind = (tag.text or "").rsplit(" · ", 1)[-1]
        fold = question.find("./details")  # an edition may keep its solutions to itself until a day
        tag.text = f"Question {number} · {kind}" + ("" if fold is None else " · ")
        if fold is None:
            continue
        tag.append(markup.fragment_fromstring(f'<a href="#{name}-solution">solution</a>'))
        answer = markup.fragment_fromstring(
            f'<div class="se-solution" id="{name}-solution"><p class="se-tag">'
            f'<a href="#{name}">Question {number}</a></p></div>'
        )
        for child in fold.findall("./*")[1:]:
            answer.append(child)
        question.remove(fold)
        chapter.solutions.append(answer)


def _plain(chapter: Chapter, colours: dict[str, str]) -> None:
    body = chapter.body
    for deck in body.xpath(".//div[contains(@class,'se-cards')]"):
        section = next(deck.iterancestors("section"))
        if section.find("./h2") is not None:  # what it says is how to turn cards
            _drop(section)
    for what in _DROPPED:
        for one in body.xpath(f".//{what}"):
            if one.getparent() is not None:
                _drop(one)
    for fold in body.xpath(".//details"):  # what else is folded is open on paper
        fold.tag = "div"
        for head in fold.findall("./summary"):
            head.tag = "p"
            head.set("class", "se-folded")
    for one in body.iter(etree.Element):
        for name in ("data-module", "data-warm", "data-state", "tabindex", "onclick"):
            one.attrib.pop(name, None)
        for name, value in one.attrib.items():
            if "var(--se-" in value:
                one.set(name, re.sub(r"var\((--se-[a-z-]+)\)", lambda m: colours.get(m[1], "#1c2421"), value))
    for heading in body.xpath(".//h1|.//h2|.//h3|.//h4"):
        for one in heading.iter():  # a heading is one line in the source, wherever its author broke it
            one.text, one.tail = (text and re.sub(r"\s+", " ", text) for text in (one.text, one.tail))
    for chart in body.xpath(".//*[contains(@class,'se-chart')][@role='img']"):
        if not len(chart):
            _drop(chart)


def _named(chapter: Chapter, pages: dict[str, str], base: str) -> None:
    """Make every ``id`` unique in the book, and turn links between pages into links inside it."""
    for one in chapter.body.xpath(".//*[@id]"):
        if not one.get("id").startswith(f"{chapter.key}--"):
            one.set("id", f"{chapter.key}--{one.get('id')}")
    chapter.body.set("id", chapter.key)
    for one in chapter.body.xpath(".//*[@aria-labelledby or @aria-describedby]"):
        for name in ("aria-labelledby", "aria-describedby"):
            if name in one.attrib:
                one.set(name, " ".join(f"{chapter.key}--{each}" for each in one.get(name).split()))
    for one in chapter.body.xpath(".//*[@*[contains(.,'url(#')]]"):
        for name, value in one.attrib.items():
            one.set(name, re.sub(r"url\(#([^)]+)\)", rf"url(#{chapter.key}--\1)", value))
    here = f"{_ROOT}{chapter.page}.html"
    for link in chapter.body.xpath(".//a[@href]"):
        target = urljoin(here, link.get("href"))
        if not target.startswith(_ROOT):
            continue
        parts = urlsplit(target)
        page = unquote(parts.path).removeprefix("/").removesuffix(".html")
        if page in pages:
            mark = unquote(parts.fragment)
            own = mark.startswith(f"{chapter.key}--")
            link.set("href", f"#{mark}" if own else f"#{pages[page]}--{mark}" if mark else f"#{pages[page]}")
        elif base:
            link.set("href", base + target.removeprefix(_ROOT))
        else:
            del link.attrib["href"]


def _without_dead_links(chapters: list[Chapter]) -> None:
    known = {each.get("id") for one in chapters for each in one.body.xpath("descendant-or-self::*[@id]")}
    known |= {each.get("id") for one in chapters for each in one.solutions}
    for one in chapters:
        for link in [*one.body.xpath(".//a[starts-with(@href,'#')]")]:
            if link.get("href")[1:] not in known:
                page = link.get("href")[1:].split("--")[0]
                link.set("href", f"#{page}") if page in known else link.attrib.pop("href")


def read(site: Path, base: str = "") -> list[Chapter]:
    """All pages that make sense on paper, in order.

    Parameters
    ----------
    site : Path
        The built site.
    base : str
        Where the site is published; links to what is only there lead there, else they are plain text.

    Raises
    ------
    FileNotFoundError
        When the book has not been built.
    AssetError
        When the formulas cannot be set.
    """
    told = read_list(site)
    listed = [one for one in told["pages"] if one["page"] not in _NOT_ON_PAPER]
    pages = {one["page"]: key(one["page"]) for one in listed}
    colours = _ink()
    chapters = []
    for one in listed:
        whole = markup.parse(str(site / f"{one['page']}.html"), markup.HTMLParser(encoding="utf-8"))
        article = whole.getroot().xpath("//article[contains(@class,'bd-article')]")[0]
        body = copy.deepcopy(article)
        body.tail = None
        body.tag = "section"
        body.attrib.clear()
        body.set("class", "chapter")
        for image in body.xpath(".//img[@src]"):
            image.set("src", unquote(urljoin(f"{_ROOT}{one['page']}.html", image.get("src"))).removeprefix(_ROOT))
        chapter = Chapter(one["page"], one["title"], one["part"], body)
        _questions(chapter)
        _plain(chapter, colours)
        chapters.append(chapter)
    for one in chapters:
        _named(one, pages, base)
    _set_formulas(chapters)
    _without_dead_links(chapters)
    return chapters


def solutions(chapters: list[Chapter]) -> etree._Element:
    """The last chapter: every solution, by chapter."""
    told = (
        "The number of each leads back to its question. Questions with numbers are solved for the numbers printed here."
        if any(one.solutions for one in chapters)
        else "This edition keeps its solutions to itself for now."
    )
    whole = markup.fragment_fromstring(
        '<section class="chapter" id="solutions"><h1>Solutions</h1>'
        f"<p>{told}</p></section>"
    )
    for one in chapters:
        if one.solutions:
            head = f'<section id="solutions-{one.key}"><h2>{escape(one.title)}</h2></section>'
            part = markup.fragment_fromstring(head)
            for answer in one.solutions:
                part.append(copy.deepcopy(answer))
            whole.append(part)
    return whole
