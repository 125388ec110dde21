"""A cell that does not run ends the build with a sentence, and with nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from salesedu.site.build import silent_about_cells, told

ROOT = Path(__file__).parents[2]
CONFIG = """
title: A book
only_build_toc_files: true
execute: {execute_notebooks: force}
sphinx:
  config:
    nb_execution_raise_on_error: true
"""
PAGE = """---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
---

# A page

```{code-cell} python
from salesedu import quiz
quiz(service)
```
"""


def test_a_build_says_one_sentence_of_a_cell_that_does_not_run(tmp_path):
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    (tmp_path / "_config.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: page\n", "utf-8")
    shutil.copytree(ROOT / "tests/site/my-chapters", tmp_path / "my-chapters")
    (tmp_path / "course.yml").write_text("chapters: [my-chapters/service]", "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SALESEDU_COURSE": str(tmp_path / "course.yml")}
    build = [sys.executable, "-m", "salesedu.site.build"]
    done = subprocess.run(build, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.endswith(
        "\npage.md: a cell does not run (NameError: name 'service' is not defined).\n\n"
        "    from salesedu import quiz\n    quiz(service)\n\n"
        'Write it in quotes: quiz("service").\n'
    )
    for noise in ("Exception occurred", "Traceback", "traceback has been saved", "Please also report"):
        assert noise not in done.stderr + done.stdout


def test_what_is_not_of_a_cell_is_told_as_ever():
    heard = []
    handle = silent_about_cells(lambda *given: heard.append(given))
    problem = ValueError("something else")
    handle(None, "args", problem, sys.stderr)
    assert heard == [(None, "args", problem, sys.stderr)]


@pytest.mark.parametrize(
    ("cell", "name", "remedy"),
    [
        ("quiz(leads)", "leads", 'Write it in quotes: quiz("leads").'),
        ("cards(leads)", "leads", 'Write it in quotes: cards("leads").'),
        ("leads", "leads", 'Write it in quotes: quiz("leads").'),
        ("cards(x)", "cards", "Write `from salesedu import cards` above it, in the same cell or in an earlier one."),
        ("quiz(leeds)", "leeds", "Mend the cell, and build again."),
    ],
)
def test_the_remedy_is_that_of_the_missing_name(cell, name, remedy):
    assert told("a.md", cell, "NameError", f"name '{name}' is not defined").splitlines()[-1] == remedy
