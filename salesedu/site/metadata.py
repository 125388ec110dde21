"""What a page tells search engines and messengers about itself: description, Open Graph tags, canonical address.

The address of the site is one optional setting, ``SALESEDU_BASE_URL`` or ``html: baseurl`` in ``_config.yml``.
Without it every link stays relative, and the pages work wherever they are put.
"""

import datetime
import os
import re
import subprocess
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.errors import ConfigError

from ..concepts.edition import current
from .social_card import SIZE

__all__ = ["CARD", "base_url", "description", "last_change", "settle_base_url", "tags", "write_metadata"]

CARD = "_static/social-card.png"
_LONGEST = 160  # letters; what search engines and messengers show of a description


def base_url(configured: str | None, environment: str | None = None) -> str:
    """The address of the site, ending in a slash; empty when none is set.

    Raises
    ------
    sphinx.errors.ConfigError
        When it is not a whole web address.

    Examples
    --------
    >>> base_url("https://www.example.edu/sales")
    'https://www.example.edu/sales/'
    >>> base_url("https://www.example.edu/sales", "https://other.example")
    'https://other.example/'
    >>> base_url("")
    ''
    """
    given = (environment or configured or "").strip()
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ConfigError(
            f"The address of the site is {given!r}, which is not a whole web address. Write it as "
            "https://www.example.edu/sales/ in SALESEDU_BASE_URL (or html: baseurl in _config.yml), or leave it out."
        )
    return given.rstrip("/") + "/"


def last_change(source: Path) -> str:
    """The day for the foot of every page: that of the last commit, and today where something was edited since.

    So a book that is built again without a change has the same pages, and who keeps it fetches nothing anew.
    """

    def told(*asked: str) -> str:
        return subprocess.run(["git", *asked], cwd=source, capture_output=True, text=True, check=True).stdout.strip()

    try:
        day = datetime.date.today() if told("status", "--porcelain") else told("log", "-1", "--format=%cs")
    except (OSError, subprocess.CalledProcessError):  # no git, or a copy without its history
        day = datetime.date.today()
    return f"{datetime.date.fromisoformat(str(day)):%b %d, %Y}"


def settle_base_url(app, config) -> None:
    """``config-inited``: one address for everything that needs it, and one day."""
    config.html_last_updated_fmt = last_change(Path(app.srcdir))
    config.html_baseurl = base_url(config.html_baseurl, os.environ.get("SALESEDU_BASE_URL"))


def _shortened(text: str) -> str:
    """At most 160 letters: whole sentences if one fits, else whole words.

    >>> _shortened("Short. " + "Long " * 40)
    'Short.'
    >>> _shortened("word " * 40).endswith("word …")
    True
    """
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    sentences = re.match(rf"(.{{1,{_LONGEST - 1}}}[.?!])\s", text)
    return sentences[1] if sentences else text[: _LONGEST - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def description(doctree: nodes.document) -> str:
    """What a page is about, in its own first words: its first paragraph under the title."""
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section) and (text := paragraph.astext().strip()):
            return _shortened(text)
    return ""


def tags(title: str, about: str, site: str, root: str, address: str, author: str = "", language: str = "en") -> str:
    """The meta tags of one page.

    Parameters
    ----------
    title, about, site : str
        Plain text: of the page, about the page, and the name of the book.
    root : str
        Where the page finds the root of the site: the base address, else a relative path.
    address : str
        The page's own address; empty when the site's is not known.
    author : str
        Who wrote the book.
    """
    width, height = SIZE
    told = [
        ("property", "og:type", "article"),
        ("property", "og:site_name", site),
        ("property", "og:title", title),
        ("property", "og:description", about),
        ("property", "og:locale", {"en": "en_GB", "nl": "nl_NL"}.get(language, language)),
        ("property", "og:url", address),
        ("property", "og:image", root + CARD),
        ("property", "og:image:width", str(width)),
        ("property", "og:image:height", str(height)),
        ("property", "og:image:alt", f"{site}: an open course in B2B sales"),
        ("name", "twitter:card", "summary_large_image"),
        ("name", "author", author),
        ("name", "dcterms.publisher", current().institution),
        ("name", "dcterms.rights", current().rights),
    ]
    return "".join(
        f'<meta {kind}="{name}" content="{escape(value)}">\n' for kind, name, value in told if value
    )


def write_metadata(app, pagename, templatename, context, doctree) -> None:
    """``html-page-context``: the tags of every page that was written by somebody."""
    if app.builder.format != "html" or doctree is None:
        return
    given = context.get("metatags", "")
    own = re.search(r'<meta content="([^"]*)" name="description"', given) or re.search(
        r'<meta name="description" content="([^"]*)"', given
    )
    about = description(doctree)
    if not own and about:
        given += f'<meta name="description" content="{escape(about)}">\n'
    base = app.config.html_baseurl
    root = base or context["pathto"]("", resource=True) or "./"
    title = app.env.titles[pagename].astext() if pagename in app.env.titles else app.config.project
    address = base + app.builder.get_target_uri(pagename) if base else ""
    context["metatags"] = given + tags(
        title, about, app.config.html_title or app.config.project, root if root.endswith("/") else root + "/", address,
        app.config.author,
    )  # fmt: skip
