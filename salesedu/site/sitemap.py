"""What stands around the pages: the sitemap, the page for a wrong address, the front door, the social card."""

import json
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit

from sphinx.util.matching import patfilter
from sphinx_external_toc.api import GlobItem

from ..concepts.edition import current
from .metadata import CARD, tags
from .social_card import png

__all__ = ["front_door", "lost_page", "pages_in_order", "sitemap", "write_around"]

_LINE = "An open course in B2B sales that answers back"
_LOOK = (
    ":root{color-scheme:light dark}body{margin:0 auto;max-width:38rem;padding:3rem 1.2rem;"
    "font:1.05rem/1.6 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;background:light-dark(#fff,#121614);"
    "color:light-dark(#1c2421,#e8ece9)}h1{line-height:1.2}a{color:light-dark(#0b6e5f,#5cc9b1);display:inline-block;"
    "padding:.45rem 0}ul{list-style:none;padding:0}li{border-top:1px solid light-dark(#d9ded8,#333d38)}"
)
# Served for any address, so no relative link holds: look for the folder of this very edition, from here upwards.
_FIND_ROOT = """
const marker = document.documentElement.dataset.marker, parts = location.pathname.split("/").slice(0, -1);
for (; parts.length; parts.pop()) {
  const root = parts.join("/") + "/";
  const found = await fetch(root + marker, { method: "HEAD" }).then((reply) => reply.ok, () => false);
  if (!found) continue;
  for (const link of document.querySelectorAll("a[data-to]")) link.href = root + link.dataset.to;
  document.documentElement.dataset.root = root;
  break;
}
"""


def pages_in_order(app) -> list[dict]:
    """Every page of the book as its contents list it: ``part`` (may be None), ``page`` and ``title``."""
    site_map = app.env.external_site_map
    told = [{"part": None, "page": site_map.root.docname}]

    def walk(name: str, part: str | None) -> None:
        for tree in site_map[name].subtrees if name in site_map else ():
            for item in tree.items:
                # a file, a pattern of files, or an address, which is no page of the book
                found = patfilter(app.env.found_docs, item) if isinstance(item, GlobItem) else [item]
                for child in sorted(one for one in found if one in app.env.found_docs):
                    told.append({"part": tree.caption or part, "page": str(child)})
                    walk(child, tree.caption or part)

    walk(site_map.root.docname, None)
    return [{**one, "title": app.env.titles[one["page"]].astext()} for one in told]


def sitemap(addresses: list[str], base: str) -> str:
    """The sitemap; its addresses are whole when the base address is known, else relative.

    Examples
    --------
    >>> "<loc>https://a.example/book/x.html</loc>" in sitemap(["book/x.html"], "https://a.example/")
    True
    """
    listed = "".join(f"  <url><loc>{escape(base + one)}</loc></url>\n" for one in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{listed}</urlset>\n"
    )


def lost_page(site: str, places: list[tuple[str, str]], base: str, marker: str, icon: str = "") -> str:
    """The page for an address that leads nowhere; it works at any depth and under any path.

    Parameters
    ----------
    places : list of tuple of str
        Address from the root of the site and text of each link; the first is the book's first page.
    base : str
        The base address; when it is not known, a script looks for the root.
    marker : str
        A file of the site, from its root, that no other site has.
    icon : str
        The link to the icon, for the head.
    """
    path = urlsplit(base).path
    links = "".join(
        f'<li><a data-to="{escape(to)}" href="{escape(path + to)}">{escape(text)}</a></li>' for to, text in places
    )
    script = "" if base else f'<script type="module">{_FIND_ROOT}</script>'
    return (
        f'<!doctype html>\n<html lang="en" data-marker="{escape(marker)}"><head><meta charset="utf-8">'
        f'<title>Not found: {escape(site)}</title><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex">{icon}<style>{_LOOK}</style></head><body><main>'
        "<h1>This page is not in the book</h1><p>The address may be old or mistyped. Nothing you have answered is "
        f"lost: your work is kept in your browser. Go on from here:</p><ul>{links}</ul></main>{script}</body></html>\n"
    )


def front_door(site: str, first: str, head: str) -> str:
    """The page at the root, which leads on to the first page, also without scripts."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(site)}</title>'
        f'<meta http-equiv="refresh" content="0; url={escape(first)}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}<style>{_LOOK}</style></head>'
        f'<body><main><p><a href="{escape(first)}">{escape(site)}</a></p></main></body></html>\n'
    )


def _icon(picture: str) -> str:
    """The icon inside the page: one without any makes browsers ask the root of the server for it, which has none."""
    return f'<link rel="icon" href="data:image/svg+xml,{quote(picture)}">'


def write_around(app, problem) -> None:
    """``build-finished``: write what stands around the pages, and the list of pages for zip, PDF and EPUB."""
    if problem or app.builder.format != "html":
        return
    out, base, site = Path(app.outdir), app.config.html_baseurl, app.config.html_title or app.config.project
    edition = current()
    uri = app.builder.get_target_uri
    pages = pages_in_order(app)
    first = uri(pages[0]["page"])
    (out / CARD).parent.mkdir(parents=True, exist_ok=True)
    (out / CARD).write_bytes(png(site, _LINE, edition.institution))
    (out / ".nojekyll").touch()  # else GitHub's own builder leaves out the folders that begin with _
    (out / "sitemap.xml").write_text(sitemap([uri(one["page"]) for one in pages], base), "utf-8")
    places = [(first, f"{site}: the first page")]
    places += [(uri(one["page"]), one["title"]) for one in pages[1:] if one["page"].startswith("book/")]
    marker = f"{app.salesedu_static}/page.css"
    icon = _icon((Path(app.srcdir) / app.config.html_favicon).read_text("utf-8"))
    (out / "404.html").write_text(lost_page(site, places, base, marker, icon), "utf-8")
    if first != "index.html":
        head = f'{icon}<meta name="description" content="{escape(_LINE)}.">\n'
        head += tags(site, f"{_LINE}.", site, base or "./", base)
        head += f'<link rel="canonical" href="{escape(base + first)}">' if base else ""
        (out / "index.html").write_text(front_door(site, first, head), "utf-8")
    told = {
        "title": site, "language": app.config.language, "version": app.config.release, "author": app.config.author,
        "institution": edition.institution, "licence": edition.rights, "pages": pages,
    }  # fmt: skip
    (out.parent / "book.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
