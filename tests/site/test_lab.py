"""What the lab in the browser is made of: files that were checked, a course that runs without its compiled helpers."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from salesedu.concepts.source import read_source
from salesedu.site.lab import pyodide
from salesedu.site.lab.contents import contents
from salesedu.site.lab.wheel import course_wheel
from salesedu.site.launch import instead_of_a_kernel, with_button
from salesedu.site.npm import AssetError

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"pandas": b"a wheel", "numpy": b"another wheel", "scipy": b"not wanted"}


def summed(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@pytest.fixture
def published(monkeypatch, tmp_path):
    """A small Pyodide as it was published, and a cache of our own."""
    lock = {
        name: {"file_name": f"{name}.whl", "sha256": summed(body), "depends": ["numpy"] if name == "pandas" else []}
        for name, body in PACKAGES.items()
    }
    core = {"pyodide.asm.wasm": b"wasm", "pyodide-lock.json": json.dumps({"packages": lock}).encode()}
    pins = {"version": "0.0.1", "core": {name: summed(body) for name, body in core.items()}}
    monkeypatch.setattr(pyodide, "_PINS", pins)
    monkeypatch.setattr(pyodide, "WANTED", ("pandas",))
    monkeypatch.setenv("SALESEDU_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("SALESEDU_PYODIDE", raising=False)
    return core | {f"{name}.whl": body for name, body in PACKAGES.items()}


def release(folder: Path, files: dict) -> str:
    path = folder / "pyodide-0.0.1.tar.bz2"
    with tarfile.open(path, "w:bz2") as tar:
        for name, body in files.items():
            told = tarfile.TarInfo(f"pyodide/{name}")
            told.size = len(body)
            tar.addfile(told, io.BytesIO(body))
    return str(path)


def registries(monkeypatch, folder: Path, files: dict):
    core = folder / "npm"
    core.mkdir()
    for name in ("pyodide.asm.wasm", "pyodide-lock.json"):
        (core / name).write_bytes(files[name])
    carrier = folder / "pypi"
    carrier.mkdir()
    with zipfile.ZipFile(carrier / "carrier.whl", "w") as archive:
        for name, body in files.items():
            if name.endswith(".whl"):
                archive.writestr(f"carrier/assets/pyodide/{name}", body)
    monkeypatch.setattr(pyodide, "npm_package", lambda name: core)
    monkeypatch.setattr(pyodide, "downloaded", lambda lock: carrier)


def test_both_providers_give_the_same_files_and_only_what_is_wanted(published, monkeypatch, tmp_path):
    registries(monkeypatch, tmp_path, published)
    first = {path.name: path.read_bytes() for path in pyodide.pyodide_files().iterdir()}
    assert first == {name: body for name, body in published.items() if name != "scipy.whl"}
    monkeypatch.setenv("SALESEDU_CACHE", str(tmp_path / "another"))
    monkeypatch.setenv("SALESEDU_PYODIDE", release(tmp_path, published))
    assert {path.name: path.read_bytes() for path in pyodide.pyodide_files().iterdir()} == first


@pytest.mark.parametrize("changed", ["numpy.whl", "pyodide.asm.wasm", "pyodide-lock.json"])
@pytest.mark.parametrize("provider", ["registries", "tarball"])
def test_a_file_that_is_not_what_was_published_is_refused_and_nothing_is_kept(
    published, monkeypatch, tmp_path, changed, provider
):
    files = published | {changed: published[changed] + b" "}
    if provider == "tarball":
        monkeypatch.setenv("SALESEDU_PYODIDE", release(tmp_path, files))
    else:
        registries(monkeypatch, tmp_path, files)
    with pytest.raises(AssetError, match=f"{changed} is not the file that Pyodide 0.0.1 published"):
        pyodide.pyodide_files()
    assert list((tmp_path / "cache/salesedu/pyodide").iterdir()) == []


def test_what_a_provider_lacks_is_said_with_a_remedy(published, monkeypatch, tmp_path):
    less = {name: body for name, body in published.items() if name != "numpy.whl"}
    registries(monkeypatch, tmp_path, less)
    with pytest.raises(AssetError, match=r"does not carry numpy\.whl; name a release tarball in SALESEDU_PYODIDE"):
        pyodide.pyodide_files()
    monkeypatch.setenv("SALESEDU_PYODIDE", release(tmp_path, less))
    with pytest.raises(AssetError, match=r"has no numpy\.whl; is it the full release"):
        pyodide.pyodide_files()
    monkeypatch.setenv("SALESEDU_PYODIDE", str(tmp_path / "nowhere.tar.bz2"))
    with pytest.raises(AssetError, match="which is no file"):
        pyodide.pyodide_files()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    name, body = course_wheel(ROOT)
    path = tmp_path_factory.mktemp("wheel") / name
    path.write_bytes(body)
    return path


def test_the_same_sources_give_the_same_wheel(wheel):
    assert course_wheel(ROOT) == (wheel.name, wheel.read_bytes())


def test_the_wheel_carries_what_was_read_the_chart_library_and_the_tables(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        read = json.loads(archive.read("salesedu/questions/customers.json"))
        about = archive.read("salesedu-{}.dist-info/METADATA".format(wheel.name.split("-")[1])).decode()
    assert read == read_source(ROOT / "salesedu/questions/customers.yaml").data
    assert {path.name for path in (ROOT / "datasets").glob("*.csv")} == {
        Path(name).name for name in names if name.startswith("salesedu/company/data/")
    }
    assert "salesedu/widgets/charts.mjs" in names
    assert not [name for name in names if name.startswith("salesedu/site/")]
    assert "Requires-Dist: pandas" in about
    assert "vl-convert" not in about


def test_the_course_runs_from_the_wheel_without_yaml_charts_or_word(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "course")
    code = """
import sys
sys.modules.update(dict.fromkeys(["yaml", "vl_convert", "docx"]))  # an import of any of them fails
from salesedu import cards, explore, load, quiz
import salesedu
assert "course" in salesedu.__file__
shown = explore("nps")
assert shown.view["chart"] and not shown.view["svg"]
reply, buffers = shown.charts(None, None)
assert reply["ok"] and len(buffers[0]) > 500_000
for chapter in ("customers", "factory"):
    assert len(quiz(chapter).quiz["questions"]) > 10
assert cards("customers").deck["cards"] and len(load("orders")) > 1000
"""
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "course")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_workbooks_are_laid_out_as_jupyterlite_reads_them():
    files = contents(ROOT)
    books = [name for name in files if name.startswith("files/") and name.endswith(".ipynb")]
    assert len(books) == len(list((ROOT / "notebooks").glob("[1-9]-*.ipynb")))
    for name in books:
        cells = json.loads(files[name])["cells"]
        assert all(isinstance(cell["source"], str) for cell in cells)
        outputs = [output for cell in cells for output in cell.get("outputs", ())]
        assert all(isinstance(value, str) for output in outputs for value in output.get("data", {}).values())
        assert not any("application/vnd.jupyter.widget-view+json" in output.get("data", ()) for output in outputs)


def test_the_button_leads_to_the_workbook_and_is_there_only_with_the_lab():
    page = "<section><h1>One<a>#</a></h1><p>Text</p></section>"
    shown = with_button(page, "../", "1-a b.ipynb", 60)
    assert 'href="../lab/notebooks/index.html?path=1-a%20b.ipynb"' in shown
    assert "60 MB" in shown
    before = '<img alt="a" src="../_images/one.png"><img src="../_static/logo.png"><img src="../_images/two.png">'
    with_lab = instead_of_a_kernel(before, "../", "1-a.ipynb", lab=True)
    without = instead_of_a_kernel(before, "../", "1-a.ipynb", lab=False)
    for text in (with_lab, without):
        assert text.count("<img") == 1
        assert "../_images/two.png" in text
    assert "Run in your browser" in with_lab
    assert "lab/" not in without
    assert "make lab" in without
