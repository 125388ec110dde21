// One right answer (radio) or several (checkboxes).
import { el, icon, uid } from "./dom.js";

export function choiceInput(question, { onChange }) {
  const several = question.type === "multiple";
  const name = uid(question.id);
  const parts = question.options.map((option) => {
    const input = el("input", { type: several ? "checkbox" : "radio", name, value: option.index, on: { change: () => { clear(); onChange(); } } });
    const verdict = el("span", { class: "se-verdict" });
    const reason = el("span", { class: "se-because" });
    const label = el("label", { class: "se-option", "data-option": option.index }, input,
      el("span", { class: "se-option-text" }, verdict, el("span", { html: option.text }), reason));
    return { option, input, label, verdict, reason };
  });
  const node = el("div", { class: "se-options" }, parts.map((part) => part.label));

  function clear() {
    for (const { label, verdict, reason } of parts) {
      delete label.dataset.mark;
      verdict.replaceChildren();
      reason.replaceChildren();
    }
  }

  function read() {
    const picked = parts.filter((part) => part.input.checked).map((part) => part.option.index);
    if (several) return picked.sort((a, b) => a - b);
    return picked.length ? picked[0] : null;
  }

  const known = (index) => parts.some((part) => part.option.index === index);
  return {
    node,
    read,
    valid: (response) => (several ? Array.isArray(response) && response.every(known) : response === null || known(response)),
    write(response) {
      for (const { option, input } of parts) input.checked = several ? response.includes(option.index) : response === option.index;
    },
    lock(locked) { for (const { input } of parts) input.disabled = locked; },
    clear,
    // After a miss only what was chosen is marked; "parts" also tells which of several ticks are right.
    mark(how) {
      clear();
      for (const { option, input, label, verdict, reason } of parts) {
        const chosen = input.checked;
        const right = option.correct === true;
        if (how === "tried" && chosen && !several) label.dataset.mark = "wrong";
        if (how === "parts" && chosen) {
          label.dataset.mark = right ? "right" : "wrong";
          verdict.append(icon(right ? "right" : "wrong"), right ? "Belongs here" : "Does not belong here");
        }
        if (how === "all") {
          label.dataset.mark = right ? "right" : chosen ? "wrong" : "other";
          const words = right ? (chosen ? "Right, and you chose it" : "Right") : chosen ? "Not right, you chose it" : several ? "Rightly left out" : "Not right";
          verdict.append(icon(right ? "right" : "wrong"), words);
          reason.innerHTML = option.because;
        }
      }
    },
    focus() { (parts.find((part) => part.input.checked) ?? parts[0]).input.focus(); },
  };
}
