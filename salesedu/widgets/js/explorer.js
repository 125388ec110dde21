// A model to play with, or to fill in. Control values go to Python in one call; a view (figures, chart, sentence,
// documents) comes back. The controls are never redrawn, so that nothing that is painted can take a keystroke away.
import { latest, makeCaller } from "./calls.js";
import { makeBrief } from "./brief.js";
import { loadCharts, makeChart } from "./chart.js";
import { makeControls } from "./controls.js";
import { makeDocuments } from "./documents.js";
import { button, el, tied, uid } from "./dom.js";
import { makeFigures } from "./figures.js";
import { same } from "./fits.js";
import { makeKeeping } from "./keeping.js";
import { makePrediction } from "./prediction.js";

const SLOW = 350; // ms before a learner is told that something is being calculated
const QUIET = 600; // ms without a move before the sentence is read out
const PAUSE = 450; // ms without a keystroke before what is typed is calculated

function render({ model, el: host, experimental, signal }) {
  const explorer = model.get("explorer");
  const first = model.get("view");
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort(), { once: true });
  const onPage = document.documentElement.dataset.seRoot !== undefined;
  const call = makeCaller(experimental, stop.signal, onPage);

  const titleId = uid(explorer.id);
  const figures = makeFigures();
  const chart = makeChart(first.chart, first.svg);
  const reading = el("p", { "data-reading": true, "aria-live": "polite" });
  const status = el("p", { class: "se-status" });
  const undone = el("p", { class: "se-undo", role: "status" });
  const controls = makeControls(explorer.controls, (how) => changed(how), explorer.steps, explorer.numbers);
  const documents = first.documents?.length ? makeDocuments(first.documents, upToDate) : null;
  const keeping = explorer.keeps ? makeKeeping(explorer, { read: controls.values, onElsewhere: (values) => { controls.jump(values ?? controls.start); move(); } }) : null;
  const prediction = explorer.prediction ? makePrediction(explorer.prediction, guessed) : null;
  const tip = explorer.try_this ? el("p", { class: "se-try" }, el("b", {}, "Try this"), " ", tied(explorer.try_this)) : null;
  const filling = [controls.node, keeping?.node, status];
  const brief = explorer.steps?.length ? makeBrief(filling, figures.node) : null;
  const back = button(explorer.keeps ? "Start values" : "Back to the case", "reset", reset);
  const shown = [figures.node, chart.node, reading];
  const root = el("section", { class: explorer.keeps ? "se-explorer se-builder" : "se-explorer", "data-explorer": explorer.id, "data-painted": 0, "aria-labelledby": titleId },
    el("header", { class: "se-head" },
      el("div", {}, el("h3", { id: titleId }, explorer.title), explorer.dutch ? el("span", { class: "se-dutch", lang: "nl" }, explorer.dutch) : null),
      back),
    explorer.question ? el("p", { class: "se-ask" }, tied(explorer.question)) : null,
    undone, prediction,
    // What is filled in comes before what it gives; what is played with, after.
    explorer.keeps ? [tip, brief?.node ?? filling, ...shown, documents?.node] : [...shown, status, controls.node, documents?.node, tip]);

  let library;
  let newest = first;
  let paintedFor = controls.start;
  let quiet;
  let pause;

  function painted() {
    root.dataset.painted = Number(root.dataset.painted) + 1;
  }

  function fail(sentence) {
    root.dataset.error = sentence;
    status.replaceChildren(`${sentence} `, button("Try again", "try-again", () => move()));
  }

  function healthy() {
    delete root.dataset.error;
    status.replaceChildren();
  }

  // While a learner drags, a screen reader need not hear every sentence on the way.
  function say(sentence) {
    reading.setAttribute("aria-busy", "true");
    reading.textContent = sentence;
    clearTimeout(quiet);
    quiet = setTimeout(() => reading.removeAttribute("aria-busy"), QUIET);
  }

  async function drawChart() {
    try {
      library ??= await loadCharts(experimental);
      if (stop.signal.aborted) return;
      await chart.paint(library, newest.chart);
      delete chart.node.dataset.stale;
    } catch (error) {
      console.warn(error);
      chart.node.dataset.stale = "";
      fail("The figures are up to date, but the chart could not be redrawn.");
    }
    painted();
  }

  function show(view, values) {
    newest = view;
    paintedFor = values;
    figures.show(view.kpis);
    brief?.show(view.kpis);
    documents?.show(view.documents);
    say(view.reading);
    tellAge();
    return drawChart();
  }

  // Whether what is shown belongs to what is filled in.
  function tellAge() {
    const fresh = same(paintedFor, controls.values());
    root.toggleAttribute("data-stale", !fresh);
    if (fresh) delete root.dataset.restored;
    return fresh;
  }

  const ask = latest(async (values) => {
    const slow = setTimeout(() => {
      root.setAttribute("aria-busy", "true");
      if (!root.dataset.error && root.dataset.restored === undefined) status.textContent = onPage && !library ? "Starting the model: the first move takes a moment…" : "Calculating…";
    }, SLOW);
    // The case itself came with the page: no need to ask for it again.
    const reply = same(values, controls.start) ? { ok: true, value: first } : await call("paint", { explorer: explorer.id, values, numbers: explorer.numbers });
    clearTimeout(slow);
    root.removeAttribute("aria-busy");
    if (stop.signal.aborted) return;
    if (!reply.ok) { fail(reply.error); return; }
    healthy();
    const drawing = show(reply.value, values);
    if (library) await drawing; // the first time the figures need not wait for the chart library
  });

  // Somebody is about to move something: draw the picture that stands there live, out of sight of the clock.
  function prepare() {
    loadCharts(experimental).then(async (loaded) => {
      if (library || stop.signal.aborted) return;
      await chart.paint(loaded, newest.chart);
      library ??= loaded;
    }).catch(() => {}); // a failure is told when a chart is wanted
  }

  function move() {
    clearTimeout(pause);
    prepare();
    return ask(controls.values());
  }

  // The learner changed something: a keystroke waits for the next one, a click does not.
  function changed({ typed = false } = {}) {
    undone.replaceChildren();
    keeping?.changed();
    tellAge();
    if (!typed) { move(); return; }
    clearTimeout(pause);
    pause = setTimeout(move, PAUSE);
  }

  async function upToDate() {
    if (!tellAge()) await move();
    return tellAge();
  }

  async function guessed(values) {
    if (!Object.keys(values).length) return;
    controls.jump({ ...controls.start, ...values });
    await move();
  }

  function reset() {
    const before = controls.values();
    controls.jump(controls.start);
    keeping?.forget();
    undone.replaceChildren();
    if (keeping && !same(before, controls.start)) {
      undone.append("The start values are back. ", button("Undo", "undo", () => {
        controls.jump(before);
        changed();
        back.focus();
      }));
    }
    move();
  }

  // What was kept is back before any Python has come; what it gives follows once the learner sees it.
  function restore() {
    const values = keeping?.found();
    if (!values || same(values, controls.start)) return;
    controls.jump(values);
    root.dataset.restored = "";
    tellAge();
    prediction?.remove(); // who has begun has no need of a guess
    status.textContent = "What you filled in is back. What stands below still belongs to the start values; yours follows in a moment.";
    const watcher = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watcher.disconnect();
      if (!tellAge()) move();
    }, { rootMargin: "200px" });
    watcher.observe(root);
    stop.signal.addEventListener("abort", () => watcher.disconnect(), { once: true });
  }

  root.addEventListener("pointerenter", prepare, { once: true });
  root.addEventListener("focusin", prepare, { once: true });
  figures.show(first.kpis);
  brief?.show(first.kpis);
  reading.textContent = first.reading;
  restore();
  controls.begin();
  painted();
  host.replaceChildren(root);
  if (first.chart && !Object.keys(first.svg ?? {}).length) prepare(); // no picture came along: the lab in the browser
  return () => {
    stop.abort();
    clearTimeout(quiet);
    clearTimeout(pause);
    chart.stop();
    controls.stop();
    brief?.stop();
    keeping?.stop();
  };
}

export default { render };
