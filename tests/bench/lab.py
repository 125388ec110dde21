"""The lab in the browser: seconds to the first output, and what is fetched for it. Part of ``make bench``."""

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
async (count) => {
  const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
  const code = content.widgets.filter((cell) => cell.model.type === "code").slice(0, count);
  const kernel = sessionContext.session.kernel;
  for (const cell of code) await kernel.requestExecute({ code: cell.model.sharedModel.getSource() }).done;
}
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
    # The first cell imports pandas, matplotlib and the course; the third shows a table.
    page.evaluate(RUN, 3)
    seconds["first output, a table of pandas"] = time.monotonic() - start
    page.evaluate(RUN, 6)
    seconds["first six cells, a figure among them"] = time.monotonic() - start
    page.close()
    return seconds


def lab(playwright) -> None:
    """Measure a cold and a warm visit and print."""
    if not (SITE / "lab").is_dir():
        print("\nThere is no lab in this build: make lite")
        return
    served = Served(SITE)
    url = served.url(f"lab/notebooks/index.html?path={BOOK}")
    visits: dict[str, list] = {"cold": [], "warm": []}
    fetched: dict[str, list] = {"cold": [], "warm": []}
    for number in range(RUNS):
        print(f"lab, round {number + 1} of {RUNS} ...", file=sys.stderr, flush=True)
        # A profile on disk: the browser of a context in memory has no room to keep what it fetched.
        with tempfile.TemporaryDirectory() as profile:
            for name in visits:
                context = playwright.chromium.launch_persistent_context(
                    profile, executable_path=find_browser(), args=list(ARGUMENTS)
                )
                done: list = []
                context.on("requestfinished", done.append)
                visits[name].append(_visit(context, url))
                fetched[name].append(sum(request.sizes()["responseBodySize"] for request in done) / 1e6)
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
