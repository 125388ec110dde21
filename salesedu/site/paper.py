"""The whole book as one tagged PDF with bookmarks: ``python -m salesedu.site.paper``."""

import argparse
import base64
import mimetypes
import os
import shutil
import sys
from html import escape
from pathlib import Path

from lxml import etree

from .npm import AssetError
from .printing import find_browser, pdf
from .whole_book import Chapter, read, read_list, solutions

__all__ = ["main", "sheet"]

_CSS = Path(__file__).with_name("paper.css")


def _inlined(body: etree._Element, site: Path) -> None:
    """Pictures into the page itself, so that it needs nothing beside it."""
    for image in body.iterfind(".//img[@src]"):
        path = site / image.get("src")
        if path.is_file():
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            image.set("src", f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")


def _contents(chapters: list[Chapter]) -> str:
    lines, part = [], None
    for one in chapters:
        if one.part and one.part != part:
            lines.append(f'<li class="part">{escape(one.part)}</li>')
        part = one.part
        lines.append(f'<li><a href="#{one.key}">{escape(one.title)}</a></li>')
    lines.append('<li class="part"><a href="#solutions">Solutions</a></li>')
    return f'<nav class="contents"><h1>Contents</h1><ol>{"".join(lines)}</ol></nav>'


def sheet(site: Path, base: str = "") -> str:
    """The whole book as one HTML page that needs nothing beside it.

    Parameters
    ----------
    site : Path
        The built site.
    base : str
        Where it is published, for links to what is only there.
    """
    told, chapters = read_list(site), read(site, base)
    bodies = [*(one.body for one in chapters), solutions(chapters)]
    for body in bodies:
        _inlined(body, site)
    text = "".join(etree.tostring(body, encoding="unicode", method="html", with_tail=False) for body in bodies)
    title = escape(told["title"])
    solved = " and the solutions are at the end" if any(one.solutions for one in chapters) else ""
    given = f"<p>{escape(told['institution'])}</p>" if told["institution"] else ""
    where = f'<p><a href="{escape(base)}">{escape(base)}</a></p>' if base else ""
    return (
        f'<!doctype html><html lang="{told["language"]}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_CSS.read_text('utf-8')}</style></head><body>"
        f'<div class="cover"><h1>{title}</h1><p>An open course in B2B sales</p>{given}{where}'
        f"<p>On paper the models stand still{solved}. The book on the web answers back.</p>"
        f"<p>{escape(told['licence'])}</p>"
        f"</div>{_contents(chapters)}{text}</body></html>\n"
    )


def main(arguments: list[str] | None = None) -> int:
    """Print the built book into one PDF."""
    parser = argparse.ArgumentParser(prog="python -m salesedu.site.paper", description=main.__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("_build/html"))
    parser.add_argument("target", nargs="?", type=Path, default=Path("_build/salesedu.pdf"))
    given = parser.parse_args(arguments)
    page = given.target.with_suffix(".print.html")
    try:
        text = sheet(given.site, os.environ.get("SALESEDU_BASE_URL", ""))
    except (FileNotFoundError, AssetError) as missing:
        print(missing, file=sys.stderr)
        return 1
    page.write_text(text, "utf-8")
    browser = find_browser()
    if browser is None:
        print(
            f"The PDF needs Chromium or Chrome; install one, or name it in CHROMIUM. The page to print is {page}.",
            file=sys.stderr,
        )
        return 1
    shutil.move(pdf(page, browser), given.target)
    page.unlink()
    print(f"{given.target}: {given.target.stat().st_size / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
