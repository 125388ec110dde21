"""The lab in the browser: seconds to the first output, and what is fetched for it. Part of ``make bench``."""

import functools
import os
import statistics
import subprocess
import sys
import tempfile
import time

from salesedu.site.printing import find_browser
from tests.browser.chromium import ARGUMENTS
from tests.browser.conftest import ROOT, SITE, Served

__all__ = ["build_times", "lab"]

RUNS = 3
PATIENCE = 180_000
BOOK = "1-customer-centrality.ipynb"
RUN = """
() => {
  window.jupyterapp.commands.execute("notebook:clear-all-cell-outputs");
  window.jupyterapp.commands.execute("runmenu:run-all");
}
"""
SHOWN = """
kind => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells.some(
  (cell) => (cell.outputs ?? []).some((output) => output.data?.[kind]))
"""


def _visit(context, url: str) -> dict[str, float]:
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    start = time.monotonic()
    seconds = {}
    page.goto(url, wait_until="commit")
    page.wait_for_selector(".jp-Cell")
    seconds["workbook visible"] = time.monotonic() - start
    page.wait_for_selector('.se-start[data-at="ready"]')
    seconds["Python ready"] = time.monotonic() - start
    page.evaluate(RUN)
    for kind, name in (("text/html", "first output, a table of pandas"), ("image/png", "first figure of matplotlib")):
        page.wait_for_function(SHOWN, arg=kind, polling=100)
        seconds[name] = time.monotonic() - start
    return seconds


def _counted(served) -> list[int]:
    """The size of every file that a server sends from now on; what a browser has kept is not sent again."""
    sent: list[int] = []

    class Counting(served.server.RequestHandlerClass.func):
        def copyfile(self, source, outputfile):
            sent.append(os.fstat(source.fileno()).st_size)
            super().copyfile(source, outputfile)

    served.server.RequestHandlerClass = functools.partial(Counting, **served.server.RequestHandlerClass.keywords)
    return sent


def lab(playwright) -> None:
    """Measure a cold and a warm visit and print."""
    if not (SITE / "lab").is_dir():
        print("\nThere is no lab in this build: make lite")
        return
    served = Served(SITE)
    sent = _counted(served)
    url = served.url(f"lab/notebooks/index.html?path={BOOK}")
    visits: dict[str, list] = {"cold": [], "warm": []}
    fetched: dict[str, list] = {"cold": [], "warm": []}
    for number in range(RUNS):
        print(f"lab, round {number + 1} of {RUNS} ...", file=sys.stderr, flush=True)
        # A profile on disk: the browser of a context in memory has no room to keep what it fetched.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            for name in visits:
                context = playwright.chromium.launch_persistent_context(
                    profile, executable_path=find_browser(), args=list(ARGUMENTS)
                )
                sent.clear()
                visits[name].append(_visit(context, url))
                fetched[name].append(sum(sent) / 1e6)
                context.close()
    served.close()
    print(f"\nThe lab in the browser, {BOOK}, medians of {RUNS} visits in fresh browsers (s)\n")
    print(f"{'':40}{'cold':>10}{'warm':>10}")
    for row in visits["cold"][0]:
        print(f"{row:40}" + "".join(f"{statistics.median(v[row] for v in visits[n]):10.1f}" for n in visits))
    print(f"{'bytes over the line (MB)':40}" + "".join(f"{statistics.median(fetched[n]):10.1f}" for n in fetched))
    print(f"{'on disk (MB)':40}{sum(p.stat().st_size for p in (SITE / 'lab').rglob('*') if p.is_file()) / 1e6:10.1f}")


def build_times() -> None:
    """How long ``make html`` takes with nothing changed, and with a change to the lab's inputs."""
    command = ["make", "--no-print-directory", "html"]

    def taken() -> float:
        start = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.monotonic() - start

    table = ROOT / "datasets" / "segments.csv"
    before = table.read_bytes()
    taken()
    print("\nmake html (s)")
    print(f"  nothing changed{taken():42.1f}")
    page = ROOT / "book" / "how-to-study.md"
    text = page.read_bytes()
    try:
        page.write_bytes(text + b"\nA sentence.\n")
        print(f"  an edited paragraph{taken():38.1f}")
        page.write_bytes(text)
        taken()
        table.write_bytes(before + b"\n")
        print(f"  a table changed, which is one of the lab's inputs{taken():8.1f}")
    finally:
        page.write_bytes(text)
        table.write_bytes(before)
    taken()
