// A long form in steps that are folded away: each says what it holds and what of that is filled in.
import { button, el, icon } from "./dom.js";
import { cellFilled, filledRows } from "./rows.js";

// What a control holds: its short name, how much is filled in ("" = all there is), and whether something is left to do.
// Controls that always have a value, such as a slider, tell nothing.
export function told(control, value) {
  const name = control.label.split(":")[0];
  if (control.kind === "words") return value.trim() ? { name, said: "", left: false } : { name, said: "empty", left: true };
  if (control.kind !== "sheet") return null;
  if (control.adds) {
    const rows = filledRows(control, value).length;
    return rows ? { name, said: String(rows), left: false } : { name, said: "empty", left: true };
  }
  let all = 0;
  let done = 0;
  for (const cells of Object.values(value)) {
    for (const column of control.columns) {
      if (column.kind === "tick" || (column.needs && !cells[column.needs])) continue;
      all += 1;
      if (cellFilled(column, cells[column.name])) done += 1;
    }
  }
  if (!done) return { name, said: "empty", left: true };
  return { name, said: done < all ? `${done} of ${all}` : "", left: done < all };
}

function chip({ name, said, left }) {
  return el("span", { class: left ? "se-chip se-left" : "se-chip" }, `${name} `,
    said ? el("b", {}, said) : [icon("right"), el("span", { class: "se-sr" }, "filled in")], el("span", { class: "se-sr" }, ". "));
}

// → {node, show(values), begin(values)}: `begin` opens the first step in which something is left to fill in.
export function makeSteps(steps, controls, parts) {
  const byName = new Map(controls.map((control) => [control.name, control]));
  const made = steps.map((step, i) => {
    const filled = el("span", { class: "se-filled" });
    const summary = el("summary", {}, el("span", { class: "se-step-number", "aria-hidden": "true" }, String(i + 1)),
      el("span", {}, el("h4", {}, step.title), filled));
    const next = steps[i + 1] ? button(`Next: ${steps[i + 1].title}`, "next-step", () => open(made[i + 1])) : null;
    const node = el("details", { class: "se-step" }, summary,
      el("div", { class: "se-step-body" }, el("div", { class: "se-controls" }, step.controls.map((name) => parts[name].node)), next));
    return { node, summary, filled, step, shown: "" };
  });

  function open({ node, summary }) {
    node.open = true;
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "start" });
  }

  const inside = (step, values) => step.controls.map((name) => told(byName.get(name), values[name])).filter(Boolean);

  function show(values) {
    for (const one of made) {
      const parts = inside(one.step, values);
      const text = JSON.stringify(parts);
      if (text !== one.shown) one.filled.replaceChildren(...parts.map(chip));
      one.shown = text;
    }
  }

  function begin(values) {
    const first = made.find(({ step }) => inside(step, values).some((part) => part.left)) ?? made[0];
    for (const one of made) one.node.open = one === first;
  }

  return { node: el("div", { class: "se-steps" }, made.map((one) => one.node)), show, begin };
}
