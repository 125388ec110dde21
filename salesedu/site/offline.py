"""The whole book kept on a reader's device, at the press of a button: ``sw.js`` with the list of all its files.

Without the button nothing is registered and nothing fetched. ``keep.mjs`` is the button, ``keeper.js`` the service
worker; this module writes the list, each file with its sha256, above that worker.

Why not Workbox, which was tried on paper first: its precache is keyed by *address* and revision, and our assets stand
in a folder that is named after its contents. One edited question gives that folder another name, and Workbox would
fetch Pyodide and all else in it once more, more than half of the book. It asks for one file at a time, and does not
answer the ``HEAD`` requests of the page's Python. Its keys, its install and its clean-up would all have to be replaced;
``keeper.js``, under a hundred lines, holds files by their sha256 instead.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .lab.address import FOLDER

__all__ = [
    "WORKER", "Keep", "belongs", "entry", "list_of_build", "megabytes", "reload_with_edition", "site_files", "worker",
    "write_list",
]  # fmt: skip

#: In the root of the site, because a service worker answers for what stands beside it and below.
WORKER = "sw.js"
_HERE = Path(__file__).parent
# What no page loads: another program with a worker of its own, sources, translations of the theme's build.
_FOLDERS = (FOLDER, "_sources", "_static/locales")
# Source maps and licences, fonts in a form that only browsers without workers ask for, lists for machines. PDFs of
# worksheets stand beside pages that print the same, and no two prints of them are the same bytes.
_SUFFIXES = {".map", ".ttf", ".txt", ".xml", ".inv", ".pdf"}
_NAMES = {
    WORKER, "404.html", "_static/social-card.png", "_static/webpack-macros.html", "_static/sbt-webpack-macros.html",
}  # fmt: skip
_SIZE = re.compile(rb'(?<=<div class="se-keep" data-megabytes=")\d+')


def belongs(name: str) -> bool:
    """Whether a file, named from the root of the site, is part of the book that is kept.

    Examples
    --------
    >>> belongs("book/index.html"), belongs("lab/index.html"), belongs("_static/basic.css.map"), belongs(".nojekyll")
    (True, False, False, False)
    """
    path = PurePosixPath(name)
    inside = any(path.is_relative_to(folder) for folder in _FOLDERS)
    hidden = any(one.startswith(".") for one in path.parts)
    return not (inside or hidden or path.suffix in _SUFFIXES or name in _NAMES)


def entry(body: bytes) -> list:
    """What the list says of a file: its sha256 as browsers write it, and its size.

    >>> entry(b"")
    ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 0]
    """
    return [base64.b64encode(hashlib.sha256(body).digest()).decode(), len(body)]


def site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """The files of a built site that belong to the book, by name."""
    for path in sorted(site.rglob("*")):
        if belongs(name := path.relative_to(site).as_posix()) and path.is_file():
            yield name, path


def worker(entries: Iterable[tuple[str, list]]) -> bytes:
    """The text of ``sw.js``: the same for the same files, whenever they were made.

    Parameters
    ----------
    entries : iterable of tuple
        Names from the root of the site, with what :func:`entry` says of each.
    """
    short = json.JSONEncoder(separators=(",", ":")).encode
    lines = ",\n".join(f"{short(name)}:{short(told)}" for name, told in sorted(entries))
    return f"const BOOK = {{\n{lines}\n}};\n".encode() + (_HERE / "keeper.js").read_bytes()


def megabytes(total: int) -> int:
    """Bytes as a reader is told them, rounded up.

    >>> megabytes(31_200_000)
    32
    """
    return -(-total // 1_000_000)


def write_list(site: Path) -> None:
    """Put the size on the button's pages and write ``sw.js``; the last thing that happens to a site."""
    files = list(site_files(site))
    size = b"%d" % megabytes(sum(path.stat().st_size for _, path in files))
    told = []
    for name, path in files:
        body = path.read_bytes()
        if name.endswith(".html") and (sized := _SIZE.sub(size, body)) != body:
            path.write_bytes(body := sized)
        told.append((name, entry(body)))
    (site / WORKER).write_bytes(worker(told))


def list_of_build(app, problem) -> None:
    """``build-finished``, after all others: the list of what this build made."""
    if not problem and app.builder.format == "html":
        write_list(Path(app.outdir))


# First in every page: when the reader opens a new edition, in whichever tab, a page of the old one may ask for nothing
# more. Nothing happens where no worker answers for the page.
_RELOAD = (
    "<script>(w=>w?.controller&&w.addEventListener('controllerchange',()=>location.reload()))"
    "(navigator.serviceWorker)</script>"
)


def reload_with_edition(app, pagename, templatename, context, doctree) -> None:
    """``html-page-context``: every page goes along when a new edition is opened."""
    if app.builder.format == "html":
        context["metatags"] = _RELOAD + context.get("metatags", "")


class Keep(SphinxDirective):
    """``{salesedu-keep}``: the button that keeps the book on the reader's device; once on a page."""

    def run(self):
        still = "With scripts, your browser shows a button here that keeps the whole book on your device."
        return [nodes.raw("", f'<div class="se-keep" data-megabytes="0"><p>{still}</p></div>', format="html")]
