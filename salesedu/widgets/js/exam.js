// The final exam: start, sitting, result. What is kept is one record per sitting; handed in, it is the result.
import { makeConsent, makeNotice } from "./consent.js";
import { count, el } from "./dom.js";
import { fetchPool } from "./exam-pool.js";
import { makeResult } from "./exam-result.js";
import { makeRun } from "./exam-run.js";
import { makeStart } from "./exam-start.js";
import { FORMAT, handIn, keyOfSitting, newSitting, reconcile, validSitting } from "./sitting.js";
import { makeStore } from "./store.js";
import { makeWork } from "./work.js";

function readIndex({ chapters, index }) {
  return index.map(([id, chapter, type, asks, concept, variants, hash]) => ({ id, chapter: chapters[chapter].key, type, asks, concept, variants, hash }));
}

function render({ model, el: host, experimental, signal }) {
  const exam = model.get("exam");
  const entries = readIndex(exam);
  const store = makeStore(exam.course);
  const notice = makeNotice();
  const said = el("div", { class: "se-notice", role: "status" }); // what happened to this exam, until the next view
  const consent = makeConsent(store);
  const work = makeWork(store, "exam", exam.title, { start: "Remove my exams", sure: "This removes all your exams, under way or handed in, from this device.", where: "of your exams" });
  const place = el("div");
  const root = el("section", { class: "se-quiz se-exam", "data-exam": exam.id, "data-view": "start" }, notice.node, said, place, work.node);
  const start = makeStart(exam, {
    onStart: ({ number, minutes }) => withQuestions(() => begin(number, minutes)),
    onResume: (one) => withQuestions(() => open(one)),
    onReview: (one) => withQuestions(() => open(one)),
    onRemove: (one) => { store.reset((other) => other === one); home(); },
  });
  let questions = null; // all of them, once fetched
  let key = null; // the sitting in sight
  let sitting = null;
  let view = null;
  let writing = false;

  const read = (one) => {
    const found = store.read(one, FORMAT, validSitting);
    if (found.broken) notice.broken();
    return found.record ?? null;
  };

  function sittings() {
    const known = new Set([...Object.keys(store.all()), ...store.kept()]); // what is broken as well: reading it says so
    return [...known].filter((one) => one.startsWith("exam:")).map((one) => [one, read(one)])
      .filter(([, record]) => record?.exam === exam.id).sort(([, a], [, b]) => b.started - a.started);
  }

  async function withQuestions(then) {
    if (!questions) {
      start.busy("Fetching the questions …");
      const found = await fetchPool(experimental, signal, entries);
      start.busy(found.error ?? "", Boolean(found.error));
      if (found.error) return;
      questions = found.questions;
    }
    then();
  }

  // What another tab kept meanwhile stands: every change is made to the record as it is now.
  function change(edit) {
    const kept = read(key);
    sitting = edit(kept ? reconcile(kept, entries).sitting : sitting);
    write();
    return sitting;
  }

  function write() {
    writing = true; // the store tells everybody of a change, us too
    sitting = store.write(key, sitting);
    writing = false;
    notice.problem(store.problem());
  }

  function tell(...sentences) {
    said.replaceChildren(...sentences.map((sentence) => el("p", {}, sentence)));
  }

  function show(name, made) {
    tell();
    view?.stop?.();
    view = made;
    root.dataset.view = name;
    place.replaceChildren(made.node);
  }

  function home() {
    key = sitting = null;
    show("start", { node: start.node });
    start.show(sittings());
  }

  function begin(number, minutes) {
    const now = Date.now();
    key = keyOfSitting(now);
    sitting = newSitting(exam, entries, number, minutes, now);
    write();
    run();
  }

  function open(one) {
    const kept = read(one);
    if (!kept) { home(); return; }
    const { sitting: now, edited } = reconcile(kept, entries);
    key = one;
    if (!now.items.length) {
      home();
      tell(`None of the questions of exam ${now.number} is in the book any more, so it cannot go on.`);
      return;
    }
    sitting = now;
    if (now.done !== null) { result(edited); return; }
    const news = [];
    if (edited.length) news.push(`The book has changed since: ${count(edited.length, "question")} of this exam ${edited.length === 1 ? "is" : "are"} new, and your answer there was dropped: ${edited.map((at) => `question ${at + 1}`).join(", ")}. All other answers are as you left them.`);
    if (now.gone > kept.gone) news.push(`${count(now.gone - kept.gone, "question")} of this exam left the book; it goes on with the other ${now.items.length}.`);
    if (news.length) write();
    run();
    tell(...news);
  }

  function run() {
    show("run", makeRun(questions, { sitting: () => sitting, change, onHandIn, consent: consent.node }));
    consent.ask(); // before anything is answered: an exam is too long to be lost
    view.start();
  }

  function onHandIn() {
    change((now) => (now.done === null ? handIn(now, questions, Date.now()) : now));
    result([]);
  }

  function result(edited) {
    const { number } = sitting;
    show("result", makeResult(exam, sitting, edited, questions, { onAnother: () => back(), onAgain: () => back(number) }));
    view.start();
  }

  function back(number) {
    start.offer(number);
    home();
    start.title.focus();
    start.title.scrollIntoView({ block: "nearest" });
  }

  // Another tab, an import or a reset changed what is kept.
  const unsubscribe = store.subscribe((keys) => {
    if (writing || (keys !== null && !keys.some((one) => one.startsWith("exam:")))) return;
    if (key === null) { start.show(sittings()); return; }
    if (keys !== null && !keys.includes(key)) return;
    const kept = read(key);
    if (!kept) {
      home();
      tell("This exam was removed.");
      return;
    }
    if (sitting.done !== null || kept.at === sitting.at) return;
    const before = sitting;
    sitting = reconcile(kept, entries).sitting;
    if (sitting.done !== null) {
      result([]);
      tell("You handed in this exam in another tab or window.");
      return;
    }
    view.refresh(before);
    tell("This exam is open in another tab or window too: both show the same answers.");
  });

  home();
  host.replaceChildren(root);
  return () => {
    view?.stop?.();
    unsubscribe();
    consent.stop();
    work.stop();
  };
}

export default { render };
