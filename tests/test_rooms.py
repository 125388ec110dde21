"""The rooms of the house: what runs in the page stands on the standard library alone, chapters included.

import-linter checks the rooms that have fixed names; chapters are found, so this test finds them too.
"""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import salesedu
from salesedu.site.assets import python_archive

PACKAGE = Path(salesedu.__file__).parent
WITH_LIBRARIES = {"company", "concepts", "documents", "exercises", "site", "widgets", "style.py"}


def pure_modules() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in WITH_LIBRARIES
    ]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module)
    return {name.split(".")[0] for name in names}


def test_chapters_are_among_the_modules_found():
    assert PACKAGE / "customers.py" in pure_modules()


@pytest.mark.parametrize("path", pure_modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_of_the_page_needs_only_the_standard_library(path):
    reads_banks = path.relative_to(PACKAGE).as_posix().startswith("questions/bank")
    allowed = {"yaml", "markdown_it"} if reads_banks else set()
    foreign = imported(path) - set(sys.stdlib_module_names) - {"salesedu"} - allowed
    assert foreign == set()


@pytest.mark.parametrize(
    "path",
    [path for path in pure_modules() if path.parent.name not in ("questions", "bank") and path.name != "__init__.py"],
    ids=lambda p: p.relative_to(PACKAGE).as_posix(),
)
def test_a_module_of_the_page_imports_no_room_with_libraries(path):
    rooms = {room.removesuffix(".py") for room in WITH_LIBRARIES}
    parts = {name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in rooms_of(node)}
    assert parts & rooms == set()


def rooms_of(node: ast.AST) -> set[str]:
    """The parts of salesedu that an import names: ``from salesedu import company`` as well."""
    if isinstance(node, ast.Import):
        names = {alias.name for alias in node.names}
    elif isinstance(node, ast.ImportFrom):
        names = {f"{node.module or ''}.{alias.name}" for alias in node.names}
        names = {f"salesedu.{name.lstrip('.')}" for name in names} if node.level else names
    else:
        return set()
    return {part for name in names if name.startswith("salesedu.") for part in name.split(".")[1:2]}


def test_importing_salesedu_loads_nothing_heavy():
    code = "import json, sys, salesedu; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & {"pandas", "numpy", "matplotlib", "ipywidgets", "anywidget", "yaml", "sphinx"}


def test_the_explorers_run_on_the_archive_of_the_page_and_nothing_else(tmp_path):
    archive = tmp_path / "salesedu.zip"
    archive.write_bytes(python_archive())
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import salesedu; assert sys.argv[1] in salesedu.__file__\n"
        "from salesedu.explorers import all_explorers, call\n"
        "for e in all_explorers():\n"
        "    values = {c.name: c.value for c in e.controls}\n"
        "    answer = call('paint', {'explorer': e.id, 'values': values})\n"
        "    assert answer['ok'], answer\n"
        "    print(e.id)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(archive)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "nps" in done.stdout.split()


def test_the_archive_is_the_same_for_the_same_sources():
    assert python_archive() == python_archive()


def test_modules_stay_small():
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 320
    }
    assert long == {}
