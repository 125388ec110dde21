// Guess first: a question with a few answers, then the controls jump and the figures tell.
import { button, el, icon, tied, uid } from "./dom.js";

export function makePrediction(prediction, jump) {
  const id = uid("prediction");
  const answer = el("div", { class: "se-guess-answer", role: "status" });
  const choices = prediction.choices.map((choice, i) => el("button", {
    type: "button", class: "se-button se-quiet se-guess-choice", "data-predict": i, "aria-pressed": "false", on: { click: () => choose(i) },
  }, tied(choice)));
  const skip = el("button", { type: "button", class: "se-plain", "data-action": "skip-prediction", on: { click: leave } }, "Skip, I want to play");
  const node = el("div", { class: "se-guess", role: "group", "aria-labelledby": id },
    el("p", { class: "se-tag" }, "Guess first"),
    el("p", { class: "se-guess-prompt", id }, tied(prediction.prompt)),
    el("div", { class: "se-guess-choices" }, choices), answer, skip);

  async function choose(i) {
    if (node.dataset.guess) return; // a guess is made once
    const right = i === prediction.right;
    choices.forEach((choice, k) => {
      choice.disabled = k !== i;
      choice.setAttribute("aria-pressed", String(k === i));
      choice.toggleAttribute("data-right", k === prediction.right);
      if (k === i || k === prediction.right) choice.prepend(icon(k === prediction.right ? "right" : "wrong"));
    });
    node.dataset.guess = right ? "right" : "wrong";
    skip.remove();
    await jump(prediction.values);
    const verdict = right ? "You saw that coming." : `Not quite. Right is: “${prediction.choices[prediction.right]}”.`;
    answer.replaceChildren(el("b", {}, verdict), " ", tied(prediction.because), " ", button("Close", "close-prediction", leave));
  }

  function leave() {
    const next = node.parentElement?.querySelector("[data-control]");
    const target = next?.matches("fieldset, table") ? next.querySelector("input:checked") ?? next.querySelector("input, select") : next;
    node.remove();
    target?.focus();
  }
  return node;
}
