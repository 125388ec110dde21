"""The files of the lab's Pyodide, from one of two providers, each file checked before it is used.

By default they come from the registries: the core from npm, the compiled packages from a wheel on PyPI that
carries them unchanged. Who has Pyodide's own release as a tarball names it in ``SALESEDU_PYODIDE`` instead. Either
way the core must have the sums in ``pyodide.json``, and each package the sum in Pyodide's own lock file.
"""

import hashlib
import json
import os
import re
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..npm import AssetError, cache_folder, npm_package, put_in_place
from .pypi import downloaded

__all__ = ["WANTED", "closure", "pyodide_files"]

_PINS = json.loads(Path(__file__).with_name("pyodide.json").read_text("utf-8"))
_LOCK = "pyodide-lock.json"
#: Packages of Pyodide's own that the lab needs; what they depend on comes with them.
WANTED = ("ipython", "jedi", "matplotlib", "micropip", "pandas")

Read = Callable[[str], bytes]


def closure(wanted, packages: dict) -> list[str]:
    """The names in a lock's ``packages`` of what is wanted and all that it depends on, sorted."""
    found, waiting = set(), list(wanted)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name not in found:
            found.add(name)
            waiting += packages[name]["depends"]
    return sorted(found)


def pyodide_files() -> Path:
    """A folder with the core, Pyodide's lock and the wanted packages, all checked.

    Raises
    ------
    AssetError
        When a file cannot be had, or is not the one that Pyodide published.
    """
    pins = hashlib.sha256(json.dumps([_PINS, WANTED]).encode()).hexdigest()[:12]
    home = cache_folder() / "pyodide" / f"{_PINS['version']}-{pins}"
    if home.is_dir():
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    tarball = os.environ.get("SALESEDU_PYODIDE")
    with tempfile.TemporaryDirectory(dir=home.parent) as room, _from(tarball) as read:
        made = Path(room) / "made"
        made.mkdir()
        for name, body in _checked(read):
            (made / name).write_bytes(body)
        put_in_place(made, home)
    return home


def _checked(read: Read) -> Iterator[tuple[str, bytes]]:
    core = {name: _same(name, read(name), wanted) for name, wanted in _PINS["core"].items()}
    yield from core.items()
    packages = json.loads(core[_LOCK])["packages"]
    for name in closure(WANTED, packages):
        file = packages[name]["file_name"]
        yield file, _same(file, read(file), packages[name]["sha256"])


def _same(name: str, body: bytes, wanted: str) -> bytes:
    seen = hashlib.sha256(body).hexdigest()
    if seen != wanted:
        raise AssetError(f"{name} is not the file that Pyodide {_PINS['version']} published ({seen}). Do not use it.")
    return body


@contextmanager
def _from(tarball: str | None) -> Iterator[Read]:
    """A way to read one file by its name, from the release tarball if there is one, else from the registries."""
    if tarball:
        with _from_tarball(Path(tarball)) as read:
            yield read
        return
    core = npm_package("pyodide-of-the-lab")
    carrier = next(downloaded("pyodide-packages").glob("*.whl"))
    with zipfile.ZipFile(carrier) as archive:
        inside = {Path(name).name: name for name in archive.namelist() if "/assets/pyodide/" in name}

        def read(name: str) -> bytes:
            if name in _PINS["core"]:
                return (core / name).read_bytes()
            if name not in inside:
                raise AssetError(f"{carrier.name} does not carry {name}; name a release tarball in SALESEDU_PYODIDE.")
            return archive.read(inside[name])

        yield read


@contextmanager
def _from_tarball(path: Path) -> Iterator[Read]:
    if not path.is_file():
        raise AssetError(f"SALESEDU_PYODIDE names {path}, which is no file. Name a Pyodide release, or unset it.")
    with tempfile.TemporaryDirectory() as room, tarfile.open(path) as tar:
        tar.extractall(room, filter="data")  # once: reading single files would unpack all of it for each
        inside = {file.name: file for file in Path(room).rglob("*") if file.is_file()}

        def read(name: str) -> bytes:
            if name not in inside:
                raise AssetError(f"{path.name} has no {name}; is it the full release of Pyodide {_PINS['version']}?")
            return inside[name].read_bytes()

        yield read
