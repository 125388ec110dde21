"""Put the parts of the lab together in a built book; where nothing changed, nothing is done."""

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

from ...concepts.edition import current
from .address import EDITION, FOLDER, is_in
from .app import app_folder
from .contents import contents
from .kernel import BOOT, course_files, python_folder
from .pyodide import closure

__all__ = ["put_in"]

_HERE = Path(__file__).parent
_PYTHON = "static/pyodide"
_CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
_APPLICATION = 9_000_000  # bytes that JupyterLite itself fetches before a notebook stands there, as measured
_START = '<link rel="icon" href="favicon.ico"><script type="module" src="../start.mjs"></script>'

_WITH_PYTHON = ("notebooks/index.html", "lab/index.html")


def put_in(site: Path, root: Path) -> int | None:
    """Put the lab in a built book, or bring it up to date.

    Parameters
    ----------
    site : Path
        The folder of the built book; it need not be there yet.
    root : Path
        The project's folder, with ``notebooks`` and ``datasets``.

    Returns
    -------
    int or None
        The lab's size in bytes; None when it was there already.

    Raises
    ------
    AssetError
        When something it is made of cannot be had.
    """
    listed = contents(root)  # first, as it is quick to find what is wrong in course.yml
    app, python, course = app_folder(), python_folder(), course_files(root)
    written = listed | {f"{_PYTHON}/{name}": body for name, body in course.items()}
    written["start.mjs"] = (_HERE / "start.mjs").read_bytes()
    written["start.json"] = _to_fetch(python, course)
    if title := current().title:
        told = json.loads((app / "jupyter-lite.json").read_text("utf-8"))
        told["jupyter-config-data"]["appName"] = title
        written["jupyter-lite.json"] = json.dumps(told).encode()
    first = f"<script>{(_HERE / 'own_worker.js').read_text('utf-8')}</script>"
    for page in sorted(path.relative_to(app).as_posix() for path in app.glob("*/index.html")):
        more = first + (_START if page in _WITH_PYTHON else "")
        written[page] = (app / page).read_text("utf-8").replace("</head>", f"{more}</head>", 1).encode()
    edition = _edition(app.name, python.name, written)
    home = site / FOLDER
    whole = is_in(site) and all((home / name).is_file() for name in written)
    if whole and (home / EDITION).read_bytes() == edition:
        return None
    site.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=site, prefix="lab-") as room:
        made = Path(room) / "made"
        _link(app, made, written)
        _link(python, made / _PYTHON, course)
        for name, body in written.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(body)
        (made / EDITION).write_bytes(edition)
        if home.exists():
            shutil.rmtree(home)
        made.rename(home)
    return sum(path.stat().st_size for path in home.rglob("*") if path.is_file())


def _edition(app: str, python: str, written: dict[str, bytes]) -> bytes:
    digest = hashlib.sha256(f"{app} {python}".encode())
    for name in sorted(written):
        digest.update(name.encode() + b"\0" + hashlib.sha256(written[name]).digest())
    fetched = _APPLICATION + sum(size for _, size in json.loads(written["start.json"]))
    return json.dumps({"edition": digest.hexdigest()[:16], "fetched": fetched}).encode()


def _to_fetch(python: Path, course: dict[str, bytes]) -> bytes:
    """What Python's start fetches and how many bytes each is, for the bar that a reader sees."""
    packages = json.loads(course["pyodide-lock.json"])["packages"]
    names = [*_CORE, *(packages[name]["file_name"] for name in closure(BOOT, packages))]
    sizes = {name: len(course[name]) if name in course else (python / name).stat().st_size for name in names}
    largest_first = sorted(sizes, key=lambda name: (name not in _CORE, -sizes[name]))
    return json.dumps([[f"{_PYTHON}/{name}", sizes[name]] for name in largest_first]).encode()


def _link(source: Path, target: Path, but: dict[str, bytes]) -> None:
    """Lay a folder of the cache in the site without copying it, where the disk can do that."""
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if path.is_dir() or inside.as_posix() in but:
            continue
        (target / inside).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target / inside)
        except OSError:
            shutil.copyfile(path, target / inside)
