"""The page's Python comes without parts of the standard library: no explorer may lean on those."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import salesedu

LEFT_OUT = re.compile(r"LEFT_OUT = (\(.*?\))\n", re.DOTALL)
LOADED = """
import sys
before = set(sys.modules)
from salesedu import explorers
for explorer in explorers.all_explorers():
    explorer.view()
print(*sorted(set(sys.modules) - before))
"""


def test_every_explorer_can_be_painted_with_the_library_that_the_page_has():
    script = (Path(salesedu.__file__).parent / "site" / "compile_python.mjs").read_text("utf-8")
    left_out = ast.literal_eval(LEFT_OUT.search(script)[1])
    assert "html/" in left_out
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    paths = [name.replace(".", "/") for name in told.split() if not name.startswith("salesedu")]
    assert "dataclasses" in paths
    assert [path for path in paths if f"{path}/".startswith(left_out)] == []
