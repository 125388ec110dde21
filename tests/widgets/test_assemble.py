"""One module out of several: what each scope sees, and which lines are refused."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from salesedu.widgets import CardsWidget, ExplorerWidget, QuizWidget
from salesedu.widgets.assemble import assemble
from tests.questions.node import node

SHOW = "import(process.argv.at(-1)).then((m) => console.log(JSON.stringify(m.default.answer())));"


def written(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text)
    return folder


def run(module: str, folder: Path):
    file = folder / "made.mjs"
    file.write_text(module)
    done = subprocess.run(
        [node(), "--eval", SHOW, "--", file.as_uri()], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_modules_keep_their_own_names_and_see_what_they_import(tmp_path):
    folder = written(
        tmp_path,
        low="const secret = 1;\nexport const base = 10;\nexport function more(x) {\n  return x + secret;\n}",
        mid='import { more } from "./low.js";\nconst secret = 100;\nexport const far = more(secret);',
        top='import { base, more } from "./low.js";\nimport { far } from "./mid.js";\n'
        "const answer = () => [base, more(1), far];\nexport default { answer };",
    )
    assert run(assemble("top", folder), tmp_path) == [10, 2, 101]


def test_an_asynchronous_export_stays_one(tmp_path):
    folder = written(
        tmp_path,
        low="export async function later() {\n  return 1;\n}",
        top='import { later } from "./low.js";\nexport default { answer: () => later() instanceof Promise };',
    )
    assert run(assemble("top", folder), tmp_path) is True


@pytest.mark.parametrize(
    "line",
    ['import * as all from "./low.js";', 'import thing from "./low.js";', "export { base };", 'import "./low.js";'],
)
def test_a_line_of_unknown_form_is_refused_with_its_place(tmp_path, line):
    folder = written(tmp_path, top=f"const base = 1;\n{line}\nexport default {{ base }};")
    with pytest.raises(ValueError, match=r"js/top\.js, line 2"):
        assemble("top", folder)


def test_a_missing_module_and_a_circle_are_named(tmp_path):
    folder = written(tmp_path, top='import { a } from "./gone.js";\nexport default { a };')
    with pytest.raises(ValueError, match=r"no js/gone\.js, imported by js/top\.js"):
        assemble("top", folder)
    folder = written(
        tmp_path,
        one='import { b } from "./two.js";\nexport const a = 1;',
        two='import { a } from "./one.js";\nexport const b = 1;',
    )
    with pytest.raises(ValueError, match="one -> two -> one"):
        assemble("one", folder)


@pytest.mark.parametrize("widget", [ExplorerWidget, QuizWidget, CardsWidget])
def test_each_widget_is_one_small_module_that_imports_nothing(widget, tmp_path):
    file = tmp_path / "widget.mjs"
    file.write_text(widget._esm)
    check = "import(process.argv.at(-1)).then((m) => console.log(typeof m.default.render));"
    done = subprocess.run([node(), "--eval", check, "--", file.as_uri()], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "function", done.stderr
    assert "\nimport " not in widget._esm
    assert len(widget._esm) < 75_000


def test_no_template_runs_over_a_line_since_indentation_is_dropped():
    folder = Path(assemble.__wrapped__.__code__.co_filename).parent / "js"
    for file in folder.glob("*.js"):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            code = re.sub(r"\[[^\]]*\]", "", line) if "replace(/" in line else line  # a class of characters
            assert code.count("`") % 2 == 0, f"{file.name}:{number}"
