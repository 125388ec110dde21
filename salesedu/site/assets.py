"""Everything the published page serves beside its HTML, gathered in one content-hashed folder.

A folder named after its contents can be cached for ever and never mixes two editions of the book.
"""

import hashlib
import io
import json
import os
import subprocess
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path

from ..concepts.edition import digest as edition_digest
from .npm import AssetError, cache_folder, node_command, npm_package

__all__ = ["exam_questions", "gather", "python_archive", "source_digest"]

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
# The part of the package that runs in the page: standard library only (DESIGN, "Who may import whom").
_NOT_IN_THE_PAGE = {"company", "concepts", "documents", "exercises", "questions", "site", "widgets", "style.py"}


def source_digest() -> str:
    """A fingerprint of the package's sources and data and of the edition, to know when pages must be made anew."""
    digest = hashlib.sha256(edition_digest().encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def python_archive() -> bytes:
    """The chapters and explorers as a zip for the page's Python; the same bytes for the same sources."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(_PACKAGE.rglob("*.py")):
            inside = path.relative_to(_PACKAGE)
            if inside.parts[0] not in _NOT_IN_THE_PAGE:
                name = zipfile.ZipInfo(f"salesedu/{inside.as_posix()}", _FIXED_TIME)
                archive.writestr(name, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _compiled(label: str, source: bytes | None = None) -> bytes:
    """Python compiled by the Pyodide that will run it: a given archive, else Pyodide's own library.

    Kept in the cache under a fingerprint of what went in.
    """
    home = npm_package("pyodide")
    script = _HERE / "compile_python.mjs"
    digest = hashlib.sha256(home.name.encode() + script.read_bytes() + (source or b"")).hexdigest()
    kept = cache_folder() / "compiled" / f"{label}-{digest[:16]}.zip"
    if not kept.is_file():
        print(f"compiling {label} for the page (some seconds, until it changes) ...", flush=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as room:
            given = []
            if source is not None:
                given = [f"{room}/given.zip"]
                Path(given[0]).write_bytes(source)
            done = subprocess.run(
                [*node_command(), str(script), str(home), f"{room}/made.zip", *given],
                capture_output=True, text=True, check=False,
            )
            if done.returncode:
                raise AssetError(f"{label} could not be compiled for the page: {done.stderr.strip()}")
            Path(f"{room}/made.zip").replace(kept)
    return kept.read_bytes()


def _pyodide() -> dict[str, bytes]:
    """Pyodide's core with a compiled standard library and a lock file that names no package."""
    home = npm_package("pyodide")
    info = json.loads((home / "pyodide-lock.json").read_text("utf-8"))["info"]
    files = {n: (home / n).read_bytes() for n in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")}
    files["python_stdlib.zip"] = _compiled("the Python library")
    files["lock.json"] = json.dumps({"info": info, "packages": {}}, sort_keys=True).encode()
    return {f"pyodide/{name}": body for name, body in files.items()}


def _mathjax() -> dict[str, bytes]:
    home = npm_package("mathjax") / "es5"
    files = {"mathjax/tex-mml-chtml.js": (home / "tex-mml-chtml.js").read_bytes()}
    for font in sorted((home / "output/chtml/fonts/woff-v2").glob("*.woff")):
        files[f"mathjax/output/chtml/fonts/woff-v2/{font.name}"] = font.read_bytes()
    return files


def exam_questions() -> bytes:
    """The questions that exams are drawn from; baked once for each edition of the sources."""
    from ..questions import exam

    kept = cache_folder() / "exam" / f"{source_digest()}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        room = kept.with_suffix(f".{os.getpid()}")
        room.write_text(json.dumps(exam.pool(), ensure_ascii=False, separators=(",", ":"), allow_nan=False), "utf-8")
        room.replace(kept)
    return kept.read_bytes()


@lru_cache(maxsize=1)
def gather() -> tuple[str, dict[str, bytes]]:
    """All assets of the page.

    Returns
    -------
    tuple of str and dict
        The folder's name (``salesedu-`` and twelve hex digits of the contents) and its files,
        path inside the folder to bytes.

    Raises
    ------
    AssetError
        When a browser package cannot be had.
    """
    from ..widgets import CardsWidget, ExamWidget, ExplorerWidget, QuizWidget
    from ..widgets.assemble import stylesheet
    from ..widgets.charts_bundle import charts_bundle

    files = {name: (_HERE / name).read_bytes() for name in ("host.mjs", "keep.mjs", "worker.mjs", "page.css")}
    for widget in (ExplorerWidget, QuizWidget, ExamWidget, CardsWidget):
        files[f"{widget.__name__}.mjs"] = widget._esm.encode()
    files["widgets.css"] = stylesheet("tokens", "base", "explorer", "quiz", "exam", "cards").encode()
    files["exam.json"] = exam_questions()
    files["charts.mjs"] = charts_bundle()
    files["salesedu.zip"] = _compiled("the course", python_archive())
    files |= _pyodide() | _mathjax()
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return f"salesedu-{digest.hexdigest()[:12]}", files

