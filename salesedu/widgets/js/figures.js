// The figures above the chart, the decisive one largest.
import { el } from "./dom.js";

export function makeFigures() {
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
