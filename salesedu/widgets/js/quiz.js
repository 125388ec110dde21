// The questions of a quiz, all in sight, one under another. More than three get a strip and a summary.
import { makeConsent, makeNotice } from "./consent.js";
import { el } from "./dom.js";
import { makeStrip, makeSummary } from "./progress.js";
import { makeQuestion } from "./question.js";
import { makeStore } from "./store.js";
import { makeWork } from "./work.js";

const FEW = 3;

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
    const strip = makeStrip(quiz.title, questions);
    const summary = makeSummary(questions);
    parts = [strip, summary];
    host.replaceChildren(el("div", { class: "se-quiz", "data-quiz": quiz.id }, strip.node, notice.node, questions.map((one) => one.node), summary.node, work.node));
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
