"""``make bench``: the speed and size of the living page, medians of interleaved runs in fresh browsers.

The measure is the same page with the same widgets under a local ``@jupyter-widgets/html-manager``, and
the same page with no widgets at all. Nothing here passes or fails: figures are for people.
"""

import gzip
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.conftest import CHAPTER, Served, explorers

from .lab import build_times, lab
from .variants import make

RUNS = 7
MOVES = 40
EYES = """
window.seen = {};
const look = () => {
  const at = performance.now();
  if (!seen.question && document.querySelector('.se-question [data-action="check"]')) seen.question = at;
  const live = document.querySelector('.se-explorer[data-painted] svg') ?? document.querySelector('.se-explorer[data-painted] img');
  if (!seen.chart && live) seen.chart = at;
  if (!seen.picture && document.querySelector('.se-explorer svg, .se-print svg, .se-mount svg')) seen.picture = at;
};
new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-painted", "class"]});
"""
MOVE = """
([id, key]) => new Promise((done, failed) => {
  const explorer = document.querySelector(`.se-explorer[data-explorer="${id}"]`);
  const slider = explorer.querySelector('input[type="range"]');
  const before = explorer.dataset.painted;
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (explorer.dataset.painted === before) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  watch.observe(explorer, {attributes: true, attributeFilter: ["data-painted"]});
  setTimeout(() => failed(new Error("no repaint of " + id)), 60000);
  const step = Number(slider.step || 1), low = Number(slider.min), high = Number(slider.max);
  let next = Number(slider.value) + (key % 2 ? step : -step);
  if (next > high) next = high - step; if (next < low) next = low + step;
  slider.value = next;
  slider.dispatchEvent(new Event("input", {bubbles: true}));
})
"""


def _load(browser, url: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    bodies = []
    page.on("requestfinished", lambda request: bodies.append(request.response()))
    page.add_init_script(EYES)
    page.goto(url, wait_until="load")
    plain = "plain.html" in url
    if not plain:
        page.wait_for_function("window.seen.question && window.seen.chart", timeout=60_000)
    page.wait_for_timeout(600)
    seen = page.evaluate(
        "({...window.seen, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime})"
    )
    raw = [response.body() for response in bodies if response and response.ok]
    figures = {
        "bytes, raw (kB)": sum(map(len, raw)) / 1000,
        "bytes, gzip (kB)": sum(len(gzip.compress(body, 6)) for body in raw) / 1000,
        "requests": len(raw),
        "first contentful paint (ms)": seen["paint"],
    }
    if not plain:
        figures["first gradable question (ms)"] = seen["question"]
        figures["first chart visible (ms)"] = min(seen["chart"], seen.get("picture", seen["chart"]))
        figures["first chart mounted (ms)"] = seen["chart"]
    context.close()
    return figures


def _first_move(browser, url: str, hover: bool) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("document.documentElement.dataset.salesedu === 'ready'")
    place = page.locator('.se-explorer[data-explorer="nps"]')
    place.scroll_into_view_if_needed()
    if hover:
        place.hover()
        page.wait_for_timeout(1500)
    taken = page.evaluate(MOVE, ["nps", 1])
    context.close()
    return taken


def _warm_moves(browser, url: str) -> dict[str, list[float]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("document.documentElement.dataset.salesedu === 'ready'")
    times = {}
    for explorer in explorers():
        page.locator(f'.se-explorer[data-explorer="{explorer["id"]}"]').scroll_into_view_if_needed()
        for warming in range(5):
            page.evaluate(MOVE, [explorer["id"], warming])
        times[explorer["id"]] = [page.evaluate(MOVE, [explorer["id"], n]) for n in range(MOVES)]
    context.close()
    return times


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        pages = make(Path(room) / "site")
        served = Served(Path(room) / "site")
        runs: dict[str, list[dict]] = {name: [] for name in pages}
        moves: dict[str, list[float]] = {"cold": [], "after 1.5 s of hovering": []}
        for number in range(RUNS):
            print(f"round {number + 1} of {RUNS} ...", file=sys.stderr, flush=True)
            for name, path in pages.items():
                browser = launch(playwright)
                runs[name].append(_load(browser, served.url(path)))
                browser.close()
            for name in moves:
                browser = launch(playwright)
                moves[name].append(_first_move(browser, served.url(CHAPTER), name != "cold"))
                browser.close()
        browser = launch(playwright)
        version = browser.version
        warm = _warm_moves(browser, served.url(CHAPTER))
        browser.close()
        served.close()
    _print(runs, moves, warm, version, pages)
    with sync_playwright() as playwright:
        lab(playwright)
    build_times()


def _print(runs, moves, warm, version, pages) -> None:
    rows = list(runs["salesedu"][0])
    print(f"\nChapter 1, Chromium {version}, local server, medians of {RUNS} interleaved runs in fresh browsers\n")
    print(f"{'':34}" + "".join(f"{name:>16}" for name in pages))
    for row in rows:
        cells = [
            f"{statistics.median(r[row] for r in runs[name]):16,.0f}" if row in runs[name][0] else f"{'–':>16}"
            for name in pages
        ]
        print(f"{row:34}" + "".join(cells))
    middle = {n: {r: statistics.median(x[r] for x in runs[n]) for r in runs[n][0]} for n in pages}
    ratio = middle["salesedu"]["first gradable question (ms)"] / middle["html-manager"]["first gradable question (ms)"]
    extra = (middle["salesedu"]["bytes, raw (kB)"] - middle["plain page"]["bytes, raw (kB)"]) / 1000
    print(f"\nquestion gradable: {ratio:.2f} x html-manager; {extra:.2f} MB raw above the plain page")
    for name, values in moves.items():
        print(f"first move, {name}: {statistics.median(values):,.0f} ms (from {min(values):,.0f} to {max(values):,.0f})")
    print(f"\nwarm move to repaint, {MOVES} moves each (ms){'p50':>12}{'p95':>8}")
    for name, values in warm.items():
        print(f"  {name:42}{_percentile(values, 0.5):10.1f}{_percentile(values, 0.95):8.1f}")


if __name__ == "__main__":
    main()
