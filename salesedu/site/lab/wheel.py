"""The course as a wheel for the lab: the package, the tables of the company, and what Pyodide cannot make by itself.

It differs from the wheel that a lecturer installs in four things. The chart library is in it, since vl-convert
does not run in a browser. Every YAML file has what was read from it beside it, since reading eight question banks
would take a minute there. The room ``site`` is left out: a reader's browser builds no book. And it is the edition's
(:mod:`.edition`): with its banks only, and without solutions until their day.
"""

import hashlib
import importlib.metadata
import io
import json
import re
import tomllib
import zipfile
from pathlib import Path

from ...concepts.edition import current
from ...concepts.source import read_source
from ...widgets.charts_bundle import charts_bundle
from ..npm import AssetError
from .edition import banks, for_the_lab, settings, without_worked_solution

__all__ = ["NOT_IN_THE_LAB", "course_wheel", "sources_key"]

_HERE = Path(__file__).resolve().parent
_PACKAGE = _HERE.parents[1]
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
#: What the package needs elsewhere and the lab has no compiled wheel of; see the module's text, and
#: :mod:`salesedu.documents` for python-docx, which it says itself when it is missed.
NOT_IN_THE_LAB = frozenset({"python-docx", "pyyaml", "vl-convert-python"})


def course_wheel(root: Path) -> tuple[str, bytes]:
    """The wheel's name, which changes with its contents, and its bytes, the same for the same sources.

    Parameters
    ----------
    root : Path
        The project's folder, with ``pyproject.toml`` and ``datasets``.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    name, version = project["name"], project["version"]
    files = _contents(root)
    needs = [need for need in project["dependencies"] if _name(need) not in NOT_IN_THE_LAB]
    info = f"{name}-{version}.dist-info"
    files[f"{info}/METADATA"] = "\n".join(
        ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {n}" for n in needs), ""]
    ).encode()
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: salesedu\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"]).encode()
    packed, digest = io.BytesIO(), hashlib.sha256()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(zipfile.ZipInfo(path, _FIXED_TIME), files[path], zipfile.ZIP_DEFLATED)
            digest.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    # A build number, so that no cache between here and the reader gives an older edition.
    build = int(digest.hexdigest()[:12], 16)
    return f"{name}-{version}-{build}-py3-none-any.whl", packed.getvalue()


def sources_key(root: Path) -> str:
    """What the wheel depends on, in sixteen letters: told without reading a bank or bundling the chart library."""
    digest = hashlib.sha256(importlib.metadata.version("vl-convert-python").encode())
    digest.update(json.dumps(settings()).encode())
    for path in [*_sources(), *_own(), *_tables(root), root / "pyproject.toml", *sorted(_HERE.glob("*.py"))]:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _sources() -> list[Path]:
    inside = ((path, path.relative_to(_PACKAGE).parts) for path in sorted(_PACKAGE.rglob("*")))
    return [path for path, parts in inside if path.is_file() and "__pycache__" not in parts and parts[0] != "site"]


def _own() -> list[Path]:
    return [own.folder / f"{name}.yaml" for own in current().own for name in ("concepts", "questions")]


def _tables(root: Path) -> list[Path]:
    return sorted((root / "datasets").glob("*.csv"))


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def _contents(root: Path) -> dict[str, bytes]:
    files, chosen, withheld = {}, banks(), current().withheld()
    for path in _sources():
        inside = path.relative_to(_PACKAGE)
        name, body = f"salesedu/{inside.as_posix()}", path.read_bytes()
        if path.suffix == ".yaml":
            if inside.parts[0] == "questions" and chosen is not None:
                if path.stem not in chosen:
                    continue
                body = files[name.removesuffix(".yaml") + ".json"] = _as_json(chosen[path.stem], path)
            else:
                files[name.removesuffix(".yaml") + ".json"] = _as_json(read_source(path).data, path)
        elif withheld and inside.parts[0] == "exercises" and len(inside.parts) > 2:
            body = without_worked_solution(body.decode()).encode()
        files[name] = body
    files |= {f"salesedu/edition/{name}": body for name, body in for_the_lab().items()}
    for table in _tables(root):
        files[f"salesedu/company/data/{table.name}"] = table.read_bytes()
    files["salesedu/widgets/charts.mjs"] = charts_bundle()
    return files


def _as_json(data: object, path: Path) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if json.loads(text) != data:
        raise AssetError(f"{path.name} says something that JSON cannot: a key that is not text, most likely. Quote it.")
    return text.encode()
