// What a learner moves or fills in: each a native control with its value beside it.
import { el, uid } from "./dom.js";
import { sheet } from "./sheet.js";
import { makeSteps } from "./steps.js";
import { withUnit } from "./units.js";
import { words } from "./words.js";

const SEGMENTS = 4; // more options than this, or long ones, and a choice becomes a drop-down list

function decimalsOf(step) {
  const text = String(step);
  if (text.includes("e-")) return Number(text.split("e-")[1]);
  return text.includes(".") ? text.split(".")[1].length : 0;
}

function slider(control, onMove) {
  const decimals = decimalsOf(control.step);
  const output = el("output", { class: "se-value" });
  const input = el("input", {
    type: "range", class: "se-range", "data-control": control.name, min: control.minimum, max: control.maximum, step: control.step,
    on: { input: () => { show(); onMove(); } },
  });
  function show() {
    const value = Number(input.value);
    const share = (value - control.minimum) / (control.maximum - control.minimum || 1);
    const text = withUnit(value, control.unit, decimals);
    input.style.setProperty("--fill", `${100 * share}%`);
    input.setAttribute("aria-valuetext", text);
    output.textContent = text;
  }
  const note = control.note ? el("small", {}, control.note) : null;
  const node = el("label", { class: "se-control" }, el("span", { class: "se-name" }, control.label, note && " ", note), input, output);
  return {
    node,
    get: () => Number(input.value),
    set(value) { input.value = value; show(); },
  };
}

// On a phone the options stand beside each other only while the longest word of each fits its share of the width.
function needsRows(options) {
  const longest = Math.max(...options.flatMap(([, label]) => label.split(" ").map((word) => word.length)));
  return (longest * 8 + 20) * options.length > 290;
}

function segments(control, onMove) {
  const name = uid(control.name);
  const inputs = control.options.map(([value]) => el("input", { type: "radio", name, value, on: { change: () => onMove() } }));
  const node = el("fieldset", { class: "se-control se-choice", "data-control": control.name },
    el("legend", { class: "se-name" }, control.label),
    el("span", { class: needsRows(control.options) ? "se-segments se-tall" : "se-segments" }, control.options.map(([, label], i) => el("label", { class: "se-segment" }, inputs[i], el("span", {}, label)))));
  return {
    node,
    get: () => control.options[Math.max(0, inputs.findIndex((input) => input.checked))][0],
    set(value) { control.options.forEach(([one], i) => { inputs[i].checked = one === value; }); },
  };
}

function list(control, onMove) {
  const select = el("select", { class: "se-select", "data-control": control.name, on: { change: () => onMove() } },
    control.options.map(([, label], i) => el("option", { value: i }, label)));
  return {
    node: el("label", { class: "se-control se-choice" }, el("span", { class: "se-name" }, control.label), select),
    get: () => control.options[select.selectedIndex][0],
    set(value) { select.selectedIndex = control.options.findIndex(([one]) => one === value); },
  };
}

function toggle(control, onMove) {
  const input = el("input", { type: "checkbox", role: "switch", class: "se-switch", "data-control": control.name, on: { change: () => onMove() } });
  return {
    node: el("label", { class: "se-control se-toggle" }, el("span", { class: "se-name" }, control.label), input),
    get: () => input.checked,
    set(value) { input.checked = Boolean(value); },
  };
}

function make(control, onMove) {
  if (control.kind === "words") return words(control, onMove);
  if (control.kind === "sheet") return sheet(control, onMove);
  if ("minimum" in control) return slider(control, onMove);
  if (!("options" in control)) return toggle(control, onMove);
  const short = control.options.length <= SEGMENTS && control.options.every(([, label]) => label.length <= 22);
  return short ? segments(control, onMove) : list(control, onMove);
}

// → {node, values(), jump(values)}; onMove is called on every change by the learner, with {typed: true} for a keystroke.
export function makeControls(controls, onMove, steps = []) {
  const parts = Object.fromEntries(controls.map((control) => [control.name, make(control, (how) => { folded?.show(values()); onMove(how); })]));
  const start = Object.fromEntries(controls.map((control) => [control.name, control.value]));
  const values = () => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.get()]));
  const folded = steps.length ? makeSteps(steps, controls, parts) : null;
  function jump(to) {
    for (const [name, value] of Object.entries(to)) parts[name]?.set(value);
    folded?.show(values());
  }
  jump(start);
  return {
    node: folded?.node ?? el("div", { class: "se-controls" }, Object.values(parts).map((part) => part.node)),
    values,
    begin: () => folded?.begin(values()),
    start,
    jump,
    stop() { for (const part of Object.values(parts)) part.stop?.(); },
  };
}
