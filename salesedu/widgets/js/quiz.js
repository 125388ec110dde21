// The questions of a quiz. A few stand one under another; more than that come one at a time, with a strip
// that jumps, a way to see them all, and a summary.
import { makeConsent, makeNotice } from "./consent.js";
import { button, el } from "./dom.js";
import { makeStrip, makeSummary, standingOf } from "./progress.js";
import { makeQuestion } from "./question.js";
import { makeStore } from "./store.js";
import { makeWork } from "./work.js";

const FEW = 3;

// Which question is in sight. On a phone forty of them in a row would be a wall.
function makePager(questions, onTurn) {
  const firstOpen = questions.findIndex((one) => standingOf(one.record()) === "new");
  let current = Math.max(0, firstOpen);
  let all = false;
  const where = el("span", { class: "se-where" });
  const back = button("Previous", "previous-question", () => turn(current - 1));
  const next = button("Next question", "next-question", () => turn(current + 1));
  const toggle = el("button", { type: "button", class: "se-plain", "data-action": "show-all", on: { click: () => { all = !all; show(); } } });
  const node = el("div", { class: "se-pager" }, el("div", { class: "se-actions" }, back, next, where), toggle);

  function turn(to) {
    current = Math.min(questions.length - 1, Math.max(0, to));
    show();
    onTurn();
    questions[current].focus();
  }

  function show() {
    questions.forEach((one, i) => { one.node.hidden = !all && i !== current; });
    for (const one of [back, next, where]) one.hidden = all;
    back.disabled = current === 0;
    next.disabled = current === questions.length - 1;
    where.textContent = `Question ${current + 1} of ${questions.length}`;
    toggle.textContent = all ? "One at a time" : "Show all questions";
    node.toggleAttribute("data-all", all);
  }

  show();
  return { node, turn, current: () => (all ? -1 : current) };
}

function render({ model, el: host }) {
  const quiz = model.get("quiz");
  const store = makeStore(quiz.course);
  const notice = makeNotice();
  const many = quiz.questions.length > FEW;
  const stops = [];
  let parts = [];

  function refresh() {
    for (const part of parts) part.show();
  }

  const questions = quiz.questions.map((question, i) => {
    const consent = makeConsent(store);
    stops.push(consent.stop);
    return makeQuestion(question, { store, notice, consent, tag: many ? `Question ${i + 1}` : null, onResult: refresh });
  });

  if (many) {
    const work = makeWork(store, quiz.chapter, quiz.chapter_title ?? quiz.title);
    stops.push(work.stop);
    const pager = makePager(questions, refresh);
    const strip = makeStrip(quiz.title, questions, pager);
    const summary = makeSummary(questions);
    parts = [strip, summary];
    host.replaceChildren(el("div", { class: "se-quiz", "data-quiz": quiz.id }, strip.node, notice.node, questions.map((one) => one.node), pager.node, summary.node, work.node));
  } else {
    host.replaceChildren(el("div", { class: "se-quiz se-few", "data-quiz": quiz.id }, notice.node, questions.map((one) => one.node)));
  }
  refresh();

  stops.push(store.subscribe((keys) => {
    for (const question of questions) if (keys === null || keys.includes(question.key)) question.reload();
    refresh();
  }));
  return () => stops.forEach((stop) => stop());
}

export default { render };
