"""The finished site as one zip for any web server or file area: ``python -m salesedu.site.pack``.

Before it packs, it reads every page: a link that would only work at the root of a server, or that leads to a
file that is not there, stops it with a sentence. In the zip every module is named ``….mjs.js``, because file
areas of learning systems do not know ``.mjs`` and send it as something that browsers refuse to run.
"""

import argparse
import re
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .offline import WORKER, belongs, entry, worker

__all__ = ["bad_links", "main", "pack"]

_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_WORDS = {".html", ".js", ".mjs", ".css", ".json", ".webmanifest"}
_PACKED = {".png", ".woff", ".woff2", ".zip", ".whl", ".gz", ".br", ".pdf", ".jpg", ".epub"}
# Put before the lab's Pyodide too: a browser compiles WebAssembly only from what is called so (see worker.mjs).
_NAMES_WASM = b"""{
  const send = self.fetch.bind(self);
  self.fetch = async (...asked) => {
    const reply = await send(...asked);
    const named = reply.headers.get("Content-Type") === "application/wasm";
    if (named || !reply.ok || !new URL(reply.url).pathname.endsWith(".wasm")) return reply;
    return new Response(reply.body, { headers: { "Content-Type": "application/wasm" } });
  };
}
"""
_MODULE = re.compile(r"\.mjs(?=[\"'`?#)\s<]|$)")
# Served for any address, so it may begin at the root; the script in it finds the place.
_ANYWHERE = ("404.html",)
_TEMPLATES = ("_static/webpack-macros.html", "_static/sbt-webpack-macros.html")  # the theme leaves these behind


class _Links(HTMLParser):
    """What a page links to (followed by a reader) and what it loads by itself."""

    def __init__(self):
        super().__init__()
        self.followed: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        links = [told[name] for name in ("href", "src", "data-module") if told.get(name)]
        follows = tag == "a" or told.get("rel") == "canonical"
        (self.followed if follows else self.loaded).extend(links)


def bad_links(site: Path) -> list[str]:
    """Sentences about links that do not hold in a folder of unknown address."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    here = "https://site.invalid/"
    told = []
    for name in sorted(one for one in files if one.endswith(".html") and one not in (*_ANYWHERE, *_TEMPLATES)):
        links = _Links()
        links.feed((site / name).read_text("utf-8"))
        for link in dict.fromkeys(links.loaded + links.followed):
            parts = urlsplit(link)
            if parts.netloc and link in links.loaded:
                told.append(f"{name}: {link} is loaded from another site; serve it from the book.")
            elif link.startswith("/") and not parts.netloc:
                told.append(f"{name}: {link} works at the root of a server only; write it relative.")
            elif parts.path and not parts.scheme and not parts.netloc:
                to = unquote(urljoin(here + name, parts.path)).removeprefix(here)
                to += "index.html" if not to or to.endswith("/") else ""
                if to not in files:
                    told.append(f"{name}: {link} leads to no file of the site.")
    return told


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED_TIME)
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
    return info


def pack(site: Path, target: Path) -> int:
    """Write the zip; the same site gives the same bytes.

    Returns
    -------
    int
        How many files are in it.

    Raises
    ------
    ValueError
        When a link would not hold; one sentence for each.
    """
    if wrong := bad_links(site):
        raise ValueError("\n".join(wrong[:20]))
    paths = sorted(one for one in site.rglob("*") if one.is_file() and not one.name.startswith("."))
    paths = [one for one in paths if one.relative_to(site).as_posix() not in _TEMPLATES]
    modules = any(one.suffix == ".mjs" for one in paths)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".part")
    told = []  # what a reader may keep of it, as it is in the zip
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in paths:
            body, name = path.read_bytes(), path.relative_to(site).as_posix()
            if modules and path.suffix in _WORDS:
                body = _MODULE.sub(".mjs.js", body.decode()).encode()
            if path.name == "pyodide.mjs":
                body = _NAMES_WASM + body
            name = f"{name}.js" if path.suffix == ".mjs" else name
            told += [(name, entry(body))] if belongs(name) else []
            if name != WORKER:  # that is the last one, when all are known
                archive.writestr(_info(name), body)
        if (site / WORKER).is_file():
            archive.writestr(_info(WORKER), worker(told))
    fresh.replace(target)
    return len(paths)


def main(arguments: list[str] | None = None) -> int:
    """Pack the built site into a zip."""
    parser = argparse.ArgumentParser(prog="python -m salesedu.site.pack", description=main.__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("_build/html"))
    parser.add_argument("target", nargs="?", type=Path, default=Path("_build/salesedu-site.zip"))
    given = parser.parse_args(arguments)
    if not (given.site / "index.html").is_file():
        print(f"There is no built book in {given.site}. Run `make html` first.", file=sys.stderr)
        return 1
    try:
        count = pack(given.site, given.target)
    except ValueError as wrong:
        print(f"The site was not packed, because some links would not hold:\n{wrong}", file=sys.stderr)
        return 1
    size = given.target.stat().st_size / 1e6
    print(f"{given.target}: {count} files, {size:.1f} MB. Unpack it on any web server; it starts at index.html.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
