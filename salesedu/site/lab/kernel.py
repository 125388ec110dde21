"""The lab's Python: Pyodide, its packages, the widgets' packages and the course, with one lock that names them all.

What is in the lock is loaded when it is imported, so a notebook needs no ``%pip`` cell. All of it is compiled
here once: a browser that had to compile pandas and matplotlib took twice as long to the first output.
"""

import hashlib
import importlib.metadata
import json
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from ..npm import AssetError, cache_folder, node_command, put_in_place
from .pyodide import WANTED, closure, pyodide_files
from .pypi import downloaded, installed
from .wheel import course_wheel, sources_key

__all__ = ["BOOT", "course_files", "python_folder"]

_SELF = Path(__file__)
_HERE = _SELF.parent
_COMPILER = _HERE.parent / "compile_python.mjs"
_FONTS = _HERE / "font_list.mjs"
_KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
#: What the kernel loads when it starts; the course brings pandas, matplotlib and the widgets.
BOOT = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "salesedu")


def _key(*parts: bytes | str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return digest.hexdigest()[:12]


def _run(script: Path, *arguments: str | Path) -> None:
    """One of our scripts, in Node with the lab's own Pyodide."""
    done = subprocess.run(
        [*node_command(), str(script), str(pyodide_files()), *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message")[-2000:]  # its first line is all of Pyodide
        raise AssetError(f"{script.name} could not prepare the lab's Python: {last}")


def _with_fonts_listed(matplotlib: Path, room: Path) -> None:
    """Put the list of fonts in matplotlib's wheel; the one that is in it is not found good."""
    _run(_FONTS, room / "fontlist.json")
    name, better = "matplotlib/fontlist.json", room / "better.whl"
    with zipfile.ZipFile(matplotlib) as old, zipfile.ZipFile(better, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one), zipfile.ZIP_DEFLATED)
        listed = (room / "fontlist.json").read_bytes()
        new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), listed, zipfile.ZIP_DEFLATED)
    better.replace(matplotlib)


def _extra_wheels() -> list[Path]:
    """The pure wheels beside Pyodide's own: the widgets', and the kernel's."""
    kernel = installed("tools") / _KERNEL
    own = [next(kernel.glob(f"{name}*.whl")) for name in ("ipykernel-", "pyodide_kernel-", "widgetsnbextension-4")]
    return [*sorted(downloaded("wheels").glob("*.whl")), *own]


def _entry(wheel: Path, known: set[str]) -> dict:
    """What Pyodide's lock says of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = importlib.metadata.PathDistribution(zipfile.Path(archive, about.removesuffix("METADATA")))
        needs = [Requirement(line) for line in told.requires or ()]
        name = _normal(told.metadata["Name"])
        version = told.metadata["Version"]
    wanted = {_normal(need.name) for need in needs if not need.marker or need.marker.evaluate({"extra": ""})}
    if wanted - known:
        raise AssetError(f"{wheel.name} needs {', '.join(sorted(wanted - known))}, which the lab does not have.")
    tops = {re.sub(r"\.pyc?$", "", name.split("/")[0]) for name in names if name.endswith((".py", ".pyc"))}
    return {
        "name": name, "version": version, "file_name": wheel.name, "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(), "package_type": "package",
        "imports": sorted(tops), "depends": sorted(wanted), "unvendored_tests": False,
    }  # fmt: skip


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def python_folder() -> Path:
    """Everything but the course: core, library and packages, compiled, and their lock."""
    sums = b"".join((_HERE / f"{name}.lock").read_bytes() for name in ("wheels", "piplite", "tools"))
    key = _key(pyodide_files().name, sums, _COMPILER.read_bytes(), _FONTS.read_bytes(), _SELF.read_bytes())
    home = cache_folder() / "lab" / f"python-{key}"
    if home.is_dir():
        return home
    print("compiling the lab's Python packages (a minute or two, once) ...", flush=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    own = pyodide_files()
    with tempfile.TemporaryDirectory(dir=home.parent) as room:
        made = Path(room) / "made"
        made.mkdir()
        piplite, wheels = Path(room) / "piplite", _extra_wheels()
        with zipfile.ZipFile(next(downloaded("piplite").glob("*.whl"))) as archive:
            carried = next(name for name in archive.namelist() if Path(name).name.startswith("piplite-"))
            piplite.mkdir()
            (piplite / Path(carried).name).write_bytes(archive.read(carried))
        wheels += piplite.glob("*.whl")
        packed = [path for path in own.iterdir() if path.suffix in (".whl", ".zip")]
        _run(_COMPILER, made, "--whole", *packed, *wheels)
        _with_fonts_listed(next(made.glob("matplotlib-[0-9]*.whl")), Path(room))
        for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"):
            (made / name).write_bytes((own / name).read_bytes())
        lock = json.loads((own / "pyodide-lock.json").read_text("utf-8"))
        lock["packages"] = {name: lock["packages"][name] for name in closure(WANTED, lock["packages"])}
        for told in lock["packages"].values():
            told["sha256"] = hashlib.sha256((made / told["file_name"]).read_bytes()).hexdigest()
        known = {*lock["packages"], *(_normal(wheel.name.split("-")[0]) for wheel in wheels)}
        for wheel in wheels:
            told = _entry(made / wheel.name, known)
            lock["packages"][told["name"]] = told
        (made / "pyodide-lock.json").write_text(json.dumps(lock, sort_keys=True), "utf-8")
        put_in_place(made, home)
    return home


def course_files(root: Path) -> dict[str, bytes]:
    """The course's wheel, compiled with its sources beside, and the lock that names it too."""
    key = _key(sources_key(root), _COMPILER.read_bytes(), pyodide_files().name)
    home = cache_folder() / "lab" / f"course-{key}"
    if not home.is_dir():
        print("compiling the course for the lab (some seconds, until it changes) ...", flush=True)
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent) as room:
            name, body = course_wheel(root)
            (Path(room) / name).write_bytes(body)
            made = Path(room) / "made"
            made.mkdir()
            _run(_COMPILER, made, "--beside", Path(room) / name)
            put_in_place(made, home)
    wheel = next(home.glob("*.whl"))
    lock = json.loads((python_folder() / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"]["salesedu"] = _entry(wheel, set(lock["packages"]))
    return {wheel.name: wheel.read_bytes(), "pyodide-lock.json": json.dumps(lock, sort_keys=True).encode()}
