// A number or a short text, typed. The Enter key sends it (the question is a form).
import { el } from "./dom.js";
import { withUnit } from "./units.js";

export function entryInput(question, { onChange, variant }) {
  const isNumber = question.type === "number";
  const unit = question.unit ?? "";
  const input = el("input", {
    type: "text", class: "se-entry", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    inputmode: isNumber ? "decimal" : "text", maxlength: 200, on: { input: onChange },
  });
  const name = isNumber ? `Your answer${unit ? `, in ${unit === "€" ? "euros" : unit === "%" ? "per cent" : unit}` : ""}` : "Your answer";
  const sign = unit ? el("span", { class: "se-unit", "aria-hidden": "true" }, unit) : null;
  const slips = el("div", { class: "se-slips" });
  const node = el("div", {}, el("label", { class: isNumber ? "se-answer" : "se-answer se-long" },
    el("span", { class: "se-sr" }, name), unit === "€" ? sign : null, input, unit !== "€" ? sign : null), slips);

  function known() {
    if (!isNumber) return (question.misconceptions ?? []).map((one) => ({ given: one.accept[0], say: one.say }));
    const decimals = question.decimals ?? 0;
    const shown = (value) => (unit === "%" ? withUnit(value * 100, "%", decimals, question.numbers) : withUnit(value, unit, decimals, question.numbers));
    return (question.variants[variant()].misconceptions ?? []).map((one) => ({ given: shown(one.value), say: one.say }));
  }

  return {
    node,
    read: () => input.value,
    valid: (response) => typeof response === "string" && response.length <= 200,
    write(response) { input.value = response; },
    lock(locked) { input.readOnly = locked; },
    clear() {
      delete node.dataset.mark;
      slips.replaceChildren();
    },
    mark(how, { correct = false } = {}) {
      node.dataset.mark = how === "all" && correct ? "right" : how === "all" ? "other" : "wrong";
      const others = how === "all" ? known() : [];
      if (how === "all" && !isNumber && !question.withheld) slips.append(el("p", { class: "se-because" }, el("b", { html: question.shown }), " ", el("span", { html: question.because })));
      if (others.length) {
        slips.append(el("details", {}, el("summary", {}, "Answers that others give, and why not"),
          el("dl", {}, others.flatMap(({ given, say }) => [el("dt", {}, given), el("dd", { html: say })]))));
      }
    },
    focus() { input.focus(); },
    invalid(wrong) { input.setAttribute("aria-invalid", String(wrong)); },
  };
}
