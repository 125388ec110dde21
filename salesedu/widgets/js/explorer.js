// A model to play with. Control values go to Python in one call; a view (figures, chart, sentence) comes back.
import { latest, makeCaller } from "./calls.js";
import { loadCharts, makeChart } from "./chart.js";
import { makeControls } from "./controls.js";
import { button, el, tied, uid } from "./dom.js";
import { makePrediction } from "./prediction.js";

const SLOW = 350; // ms before a learner is told that something is being calculated
const QUIET = 600; // ms without a move before the sentence is read out

function makeFigures() {
  const node = el("div", { class: "se-figures" });
  let shown = "";
  const parts = new Map();
  function show(kpis) {
    const names = kpis.map((kpi) => kpi.name + kpi.lead).join(" ");
    if (names !== shown) {
      parts.clear();
      node.replaceChildren(...kpis.map((kpi) => {
        const value = el("b", { "data-kpi": kpi.name });
        const note = el("small");
        const label = el("span", { class: "se-name" });
        parts.set(kpi.name, { value, note, label });
        return el("div", { class: kpi.lead ? "se-figure se-lead" : "se-figure" }, label, value, note);
      }));
      shown = names;
    }
    // What cannot be broken, a figure or a word, decides how many fit beside each other.
    const isFigure = (text) => /\d/.test(text);
    const width = (text) => (isFigure(text) ? text.length : Math.max(...text.split(" ").map((word) => word.length)));
    const total = kpis.reduce((sum, kpi) => sum + width(kpi.value) * (kpi.lead ? 2 : 1), 0);
    node.classList.toggle("se-roomy", kpis.some((kpi) => !kpi.lead && width(kpi.value) > 8));
    node.classList.toggle("se-stacked", total > 42);
    for (const kpi of kpis) {
      const part = parts.get(kpi.name);
      part.label.textContent = kpi.label;
      part.value.textContent = kpi.value;
      part.value.classList.toggle("se-words", kpi.value.length > 9);
      part.value.classList.toggle("se-number", isFigure(kpi.value));
      part.note.textContent = kpi.note ?? "";
    }
  }
  return { node, show };
}

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
  const controls = makeControls(explorer.controls, () => move());
  const root = el("section", { class: "se-explorer", "data-explorer": explorer.id, "data-painted": 0, "aria-labelledby": titleId },
    el("header", { class: "se-head" },
      el("div", {}, el("h3", { id: titleId }, explorer.title), explorer.dutch ? el("span", { class: "se-dutch", lang: "nl" }, explorer.dutch) : null),
      button("Back to the case", "reset", () => { controls.jump(controls.start); move(); })),
    explorer.question ? el("p", { class: "se-ask" }, tied(explorer.question)) : null,
    explorer.prediction ? makePrediction(explorer.prediction, (values) => { controls.jump({ ...controls.start, ...values }); return move(); }) : null,
    figures.node, chart.node, reading, status, controls.node,
    explorer.try_this ? el("p", { class: "se-try" }, el("b", {}, "Try this"), " ", tied(explorer.try_this)) : null);

  let library;
  let newest = first;
  let quiet;

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

  function show(view) {
    newest = view;
    figures.show(view.kpis);
    say(view.reading);
    return drawChart();
  }

  function atStart(values) {
    return Object.entries(controls.start).every(([name, value]) => values[name] === value);
  }

  const ask = latest(async (values) => {
    const slow = setTimeout(() => {
      root.setAttribute("aria-busy", "true");
      if (!root.dataset.error) status.textContent = onPage && !library ? "Starting the model: the first move takes a moment…" : "Calculating…";
    }, SLOW);
    // The case itself came with the page: no need to ask for it again.
    const reply = atStart(values) ? { ok: true, value: first } : await call("paint", { explorer: explorer.id, values });
    clearTimeout(slow);
    root.removeAttribute("aria-busy");
    if (stop.signal.aborted) return;
    if (!reply.ok) { fail(reply.error); return; }
    healthy();
    const drawing = show(reply.value);
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
    prepare();
    return ask(controls.values());
  }

  root.addEventListener("pointerenter", prepare, { once: true });
  root.addEventListener("focusin", prepare, { once: true });
  figures.show(first.kpis);
  reading.textContent = first.reading;
  painted();
  host.replaceChildren(root);
  return () => {
    stop.abort();
    clearTimeout(quiet);
    chart.stop();
  };
}

export default { render };
