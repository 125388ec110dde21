// One question of an exam: to be answered without a word on whether it is right, or afterwards with all reasons.
import { el, icon, sectionLink, uid } from "./dom.js";
import { points } from "./exam-words.js";
import { choiceInput } from "./inputs-choice.js";
import { entryInput } from "./inputs-entry.js";
import { orderInput } from "./inputs-order.js";
import { pairsInput } from "./inputs-pairs.js";
import { judge, standing } from "./sitting.js";

const INPUTS = { choice: choiceInput, multiple: choiceInput, number: entryInput, text: entryInput, order: orderInput, match: pairsInput, sort: pairsInput };
const TAGS = {
  choice: "Choose one", multiple: "Choose all that fit", number: "With numbers", text: "In your own words",
  order: "Put in order", match: "Match", sort: "Sort",
};
const IN_PARTS = ["multiple", "order", "match", "sort"];
const EMPTY = { choice: null, multiple: [], order: null, match: [], sort: [], number: "", text: "" };
const VERDICTS = { correct: ["right", "Right"], partial: ["partial", "Partly right"], wrong: ["wrong", "Not right"], unanswered: ["wrong", "Left open"], unclear: ["wrong", "Could not be read"] };

function frame(question, item, tag, { onChange, tell, state }) {
  const texts = question.variants?.[item.variant] ?? question;
  const input = INPUTS[question.type](question, { onChange, tell, variant: () => item.variant });
  const promptId = uid("prompt");
  const top = el("span", { class: "se-tag" }, `${tag} · ${TAGS[question.type]}`);
  const fieldset = el("fieldset", {}, el("legend", {}, top, " ", el("span", { class: "se-prompt", id: promptId, html: texts.prompt })), input.node);
  const node = el("section", { class: "se-question", "data-question": question.id, "data-type": question.type, "data-state": state, tabindex: "-1", "aria-labelledby": promptId }, fieldset);
  return { texts, input, fieldset, top, node };
}

// What was kept may come from anywhere, so it is believed only when it fits the question.
function fill(question, input, response) {
  input.write(response !== null && input.valid(response) ? response : EMPTY[question.type]);
}

// `onAnswer(response)` hears of every change; `onEnter` of the Enter key in a field.
export function askedQuestion(question, item, tag, { onAnswer, onEnter }) {
  const live = el("span", { class: "se-sr", "aria-live": "polite" });
  const ask = el("p", { class: "se-exam-ask", role: "status" });
  const { input, fieldset, node } = frame(question, item, tag, {
    state: "new",
    tell: (text) => { live.textContent = text; },
    onChange: () => {
      ask.replaceChildren();
      onAnswer(input.read());
    },
  });
  fill(question, input, item.response);
  fieldset.addEventListener("focusout", check);
  fieldset.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches(".se-entry")) return;
    event.preventDefault();
    check();
    if (!ask.hasChildNodes()) onEnter();
  });
  node.append(ask, live);
  if (IN_PARTS.includes(question.type)) node.append(el("p", { class: "se-soft" }, "How it counts: ", el("span", { html: question.rule })));

  // A number that nobody can read is asked about, so that it does not cost marks; nothing else is told.
  function check() {
    const now = { ...item, response: input.read() };
    const unclear = standing(question, now) === "unclear";
    ask.replaceChildren(...(unclear ? judge(question, now).say.map((sentence) => el("span", { html: `${sentence} ` })) : []));
    input.invalid?.(unclear);
  }

  return {
    node,
    write(response) { fill(question, input, response); },
    focus() { node.focus({ preventScroll: true }); },
  };
}

function keyOf(question, texts) {
  const unit = question.unit ?? "";
  return unit === "€" ? `€\u00a0${texts.shown}.` : `${texts.shown}${unit ? `\u00a0${unit}` : ""}.`;
}

export function reviewedQuestion(question, item, tag, wasEdited) {
  const result = judge(question, item);
  const { texts, input, fieldset, top, node } = frame(question, item, tag, { state: result.state, onChange() {}, tell() {} });
  fill(question, input, item.response);
  input.lock(true);
  input.mark(question.withheld && result.state !== "correct" ? "parts" : "all", { correct: result.state === "correct", marks: result.marks });
  top.append(` · ${points(item.score)} of 1`);
  const [shape, words] = wasEdited ? ["seen", "This question has changed since, so your answer to it cannot be shown; the points you had for it stand"] : VERDICTS[result.state];
  const said = el("p", {}, icon(shape), el("b", {}, `${words}.`));
  // Of a choice the chosen option has its reason already, and what was put in rows says it row by row.
  if (["number", "text"].includes(question.type) && ["wrong", "unclear"].includes(result.state)) for (const sentence of result.say) said.append(" ", el("span", { html: sentence }));
  const solution = question.withheld ? el("p", { class: "se-soft" }, `The solution appears on ${question.withheld}.`) : el("p", {}, ...(texts.shown ? [el("b", {}, "The answer: ", el("span", { html: keyOf(question, texts) })), " "] : []), el("span", { html: texts.solution }));
  const link = sectionLink(question.section);
  const kind = wasEdited ? "revealed" : { unanswered: "wrong", unclear: "wrong" }[result.state] ?? result.state;
  fieldset.after(el("div", { class: "se-feedback", "data-kind": kind }, said, solution), ...(link ? [el("p", { class: "se-again" }, link)] : []));
  node.dataset.state = kind;
  return node;
}
