// Match and sort: every item gets one of a few answers, by native controls that need no dragging.
import { el, icon, plain, uid } from "./dom.js";

const SEGMENTS = 3; // more bins than this and each item gets a list to choose from

// A native list under a box that shows the whole text: phones open their own picker, long texts still wrap.
function picker(name, texts, onPick) {
  const shown = el("span", { class: "se-picked", "aria-hidden": "true" });
  const select = el("select", { "aria-label": name, on: { change: () => { show(); onPick(); } } },
    el("option", { value: "" }, "Choose…"), texts.map((text, i) => el("option", { value: i }, text)));
  function show() {
    shown.textContent = select.value === "" ? "Choose…" : texts[Number(select.value)];
    shown.classList.toggle("se-empty", select.value === "");
  }
  show();
  return {
    node: el("span", { class: "se-picker" }, select, shown, icon("open")),
    get: () => (select.value === "" ? null : Number(select.value)),
    set(value) { select.value = value === null ? "" : String(value); show(); },
    lock(locked) { select.disabled = locked; },
    focus() { select.focus(); },
    used(taken) {
      [...select.options].forEach((option, i) => {
        if (i > 0) option.textContent = taken.has(i - 1) && String(i - 1) !== select.value ? `${texts[i - 1]} (chosen)` : texts[i - 1];
      });
    },
  };
}

// Three of these beside each other fit a phone as long as no single word is long.
function wraps(texts) {
  return texts.every((text) => text.length <= 34 && text.split(/[\s-]+/).every((word) => word.length <= 11));
}

function segments(name, texts, onPick) {
  const group = uid("bin");
  const inputs = texts.map((text, i) => el("input", { type: "radio", name: group, value: i, on: { change: onPick } }));
  return {
    node: el("span", { class: wraps(texts) ? "se-segments" : "se-segments se-tall", role: "radiogroup", "aria-label": name },
      inputs.map((input, i) => el("label", { class: "se-segment" }, input, el("span", {}, texts[i])))),
    get() {
      const picked = inputs.findIndex((input) => input.checked);
      return picked < 0 ? null : picked;
    },
    set(value) { inputs.forEach((input, i) => { input.checked = i === value; }); },
    lock(locked) { for (const input of inputs) input.disabled = locked; },
    focus() { (inputs.find((input) => input.checked) ?? inputs[0]).focus(); },
    used() {},
  };
}

// Both types are rows with an answer each: match chooses among the right sides, sort among the bins.
export function pairsInput(question, { onChange }) {
  const isMatch = question.type === "match";
  const rows = isMatch ? question.lefts : question.items;
  const answers = isMatch ? question.rights.map((right) => ({ value: right.index, html: right.text })) : question.bins.map((text, i) => ({ value: i, html: text }));
  const texts = answers.map((answer) => plain(answer.html));
  const keyOf = (row) => (isMatch ? row.index : row.bin);
  const htmlOf = (value) => answers.find((answer) => answer.value === value)?.html ?? "";

  const parts = rows.map((row) => {
    const make = !isMatch && answers.length <= SEGMENTS ? segments : picker;
    const control = make(plain(row.text), texts, () => { clear(); again(); onChange(); });
    const verdict = el("span", { class: "se-verdict" });
    const reason = el("span", { class: "se-because" });
    const node = el("li", { class: "se-pair", "data-item": row.index },
      el("span", { class: "se-pair-text", html: row.text }), control.node, el("span", { class: "se-pair-after" }, verdict, reason));
    return { row, control, node, verdict, reason };
  });
  const node = el("ul", { class: isMatch || answers.length > SEGMENTS ? "se-pairs" : texts.join("").length <= 16 ? "se-pairs se-bins" : "se-pairs se-bins se-under" }, parts.map((part) => part.node));
  // On paper a closed list says nothing: print what can be chosen.
  node.append(el("li", { class: "se-paper" }, `Choose from: ${texts.join(" · ")}`));

  const valueOf = (part) => {
    const place = part.control.get();
    return place === null ? null : answers[place].value;
  };

  function again() {
    if (!isMatch) return;
    const taken = new Set(parts.map((part) => part.control.get()).filter((place) => place !== null));
    for (const part of parts) part.control.used(taken);
  }

  function clear() {
    for (const { node: row, verdict, reason } of parts) {
      delete row.dataset.mark;
      verdict.replaceChildren();
      reason.replaceChildren();
    }
  }

  return {
    node,
    // By the index of the item, whatever order they are shown in.
    read() {
      const response = new Array(rows.length).fill(null);
      for (const part of parts) response[part.row.index] = valueOf(part);
      return response;
    },
    valid: (response) => Array.isArray(response) && response.length === rows.length
      && response.every((value) => value === null || answers.some((answer) => answer.value === value)),
    write(response) {
      for (const part of parts) {
        const place = answers.findIndex((answer) => answer.value === response[part.row.index]);
        part.control.set(place < 0 ? null : place);
      }
      again();
    },
    lock(locked) {
      for (const { control } of parts) control.lock(locked);
      node.toggleAttribute("data-locked", locked);
    },
    clear,
    mark(how) {
      clear();
      if (how === "tried") return;
      for (const part of parts) {
        const { row, control, verdict, reason } = part;
        const given = valueOf(part);
        const good = given === keyOf(row);
        part.node.dataset.mark = good ? "right" : "wrong";
        verdict.append(icon(good ? "right" : "wrong"));
        if (how === "parts") { verdict.append(good ? "Fits" : "Does not fit yet"); continue; }
        if (good) verdict.append("Right");
        else verdict.append(el("span", { html: given === null ? "You left this open" : `You chose “${htmlOf(given)}”` }));
        reason.innerHTML = row.because;
        control.set(answers.findIndex((answer) => answer.value === keyOf(row)));
      }
    },
    focus() { (parts.find((part) => part.control.get() === null) ?? parts[0]).control.focus(); },
  };
}
