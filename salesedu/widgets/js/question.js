// One question: its controls, the ladder of feedback, and its record of what the learner did.
import { button, count, el, icon, plain, sectionLink, uid } from "./dom.js";
import { grade } from "./grade.js";
import { choiceInput } from "./inputs-choice.js";
import { entryInput } from "./inputs-entry.js";
import { orderInput } from "./inputs-order.js";
import { pairsInput } from "./inputs-pairs.js";

const INPUTS = { choice: choiceInput, multiple: choiceInput, number: entryInput, text: entryInput, order: orderInput, match: pairsInput, sort: pairsInput };
const TAGS = {
  choice: "Choose one", multiple: "Choose all that fit", number: "With your numbers", text: "In your own words",
  order: "Put in order", match: "Match", sort: "Sort",
};
const UNKNOWN = "That is not the term that is asked for. Look at what the case describes, not at the word it resembles; English or Dutch is fine.";
const EMPTY = {
  choice: "Choose an answer first.", multiple: "Tick at least one answer first.", number: "Type a number first.", text: "Type your answer first.",
  order: "Move the items into order first.", match: "Choose an answer for the items first.", sort: "Put the items in place first.",
};
const MISSES = 3; // the miss after which the solution is shown
const STATES = ["new", "wrong", "partial", "correct", "revealed"];

export function fresh() {
  return { response: null, variant: 0, tries: 0, best: 0, state: "new", seen: false };
}

function percent(share) {
  return `${Math.round(100 * share)} %`;
}

// A question that carries its own variants (numbers) has its texts there; the others have them once.
function textsOf(question, variant) {
  return question.variants?.[variant] ?? question;
}

export function makeQuestion(question, { store, notice, consent, tag, onResult }) {
  const key = `q:${question.id}`;
  const feedbackId = uid("feedback");
  const live = el("span", { class: "se-sr", "aria-live": "polite" });
  let record = fresh();
  let saving = false;

  const input = INPUTS[question.type](question, {
    onChange: () => { input.invalid?.(false); },
    tell: (text) => { live.textContent = text; },
    variant: () => record.variant,
  });

  const prompt = el("span", { class: "se-prompt" });
  const feedback = el("div", { class: "se-feedback", id: feedbackId, role: "status", tabindex: "-1" });
  const check = el("button", { type: "submit", class: "se-button", "data-action": "check" }, "Check");
  const hint = button("Hint", "hint", () => { opened.hint = true; show({ result: lastMiss(), hold: true }); feedback.focus(); });
  const solution = button("Show the solution", "solution", () => reveal());
  const again = button("Try again", "retry", retry);
  const numbers = button("New numbers", "new-numbers", newNumbers);
  const where = el("span", { class: "se-where" });
  const link = el("span", { class: "se-again" });
  const fieldset = el("fieldset", { "aria-describedby": feedbackId },
    el("legend", {}, el("span", { class: "se-tag" }, tag ? `${tag} · ${TAGS[question.type]}` : `Check yourself · ${TAGS[question.type].toLowerCase()}`), " ", prompt), input.node);
  const root = el("section", { class: "se-question", "data-question": question.id, "data-type": question.type, "data-state": "new" },
    el("form", { novalidate: true, on: { submit } }, fieldset, feedback,
      el("div", { class: "se-actions" }, check, numbers, again, hint, solution, link, where)), consent.node, live);

  const opened = { hint: false };
  const done = () => record.state === "correct" || record.state === "revealed";
  const lastMiss = () => (record.response !== null && record.tries > 0 && !done() ? grade(question, record.response, record.variant) : null);

  function validRecord(value) {
    return STATES.includes(value.state) && Number.isInteger(value.tries) && value.tries >= 0
      && typeof value.best === "number" && value.best >= 0 && value.best <= 1 && typeof value.seen === "boolean"
      && Number.isInteger(value.variant) && value.variant >= 0 && value.variant < (question.variants?.length ?? 1)
      && (value.response === null || input.valid(value.response));
  }

  function save() {
    saving = true; // the store tells all widgets of a change, this one too
    record = store.write(key, { hash: question.hash, chapter: question.chapter, ...record });
    saving = false;
    notice.problem(store.problem());
    consent.ask();
    onResult();
  }

  function blank() {
    const empty = { order: null, multiple: [], match: [], sort: [], number: "", text: "", choice: null }[question.type];
    input.write(empty);
  }

  // What the learner sees, from the record alone: the same after a reload as after the click.
  function show({ result = null, asked = null, hold = false, edited = false } = {}) {
    const texts = textsOf(question, record.variant);
    if (prompt.dataset.variant !== String(record.variant)) {
      prompt.innerHTML = texts.prompt;
      prompt.dataset.variant = record.variant;
    }
    root.dataset.state = record.state;
    const over = done();
    input.lock(over);
    if (!hold) {
      input.clear();
      if (over) {
        if (record.response !== null) input.write(record.response);
        input.mark("all", { correct: record.state === "correct" });
      } else if (record.tries > 0 && result) input.mark(record.tries >= MISSES - 1 ? "parts" : "tried", { marks: result.marks });
    }
    const blocks = [];
    if (edited) blocks.push(el("p", { class: "se-soft" }, "This question has changed since you answered it, so it starts anew."));
    if (asked) blocks.push(asked);
    else if (over && question.withheld) blocks.push(el("p", {}, icon(record.state === "correct" ? "right" : "seen"), el("b", {}, record.state === "correct" ? "Right." : "Solution seen before."), ` The solution appears on ${question.withheld}.`));
    else if (record.state === "correct") blocks.push(el("p", {}, icon("right"), el("b", {}, record.seen ? "Right, with the solution seen." : "Right."), " ", el("span", { html: texts.solution })));
    else if (record.state === "revealed") blocks.push(el("p", {}, icon("seen"), el("b", {}, texts.shown ? ["The answer: ", el("span", { html: keyOf(texts) })] : "The solution."), " ", el("span", { html: texts.solution })));
    else if (record.tries > 0 && result) blocks.push(...missed(result));
    if (!over && (opened.hint || record.tries >= MISSES - 1)) blocks.push(el("p", { class: "se-hint" }, el("b", {}, "Hint."), " ", el("span", { html: texts.hint })));
    feedback.replaceChildren(...blocks);
    feedback.dataset.kind = asked ? "ask" : record.state === "new" ? "hint" : record.state;

    check.hidden = over;
    check.textContent = record.tries > 0 ? "Check again" : "Check";
    hint.hidden = over || opened.hint || record.tries >= MISSES - 1;
    solution.hidden = over || record.tries === 0 || Boolean(question.withheld);
    again.hidden = !over;
    numbers.hidden = !(question.variants?.length > 1);
    const section = over ? sectionLink(question.section) : null;
    link.replaceChildren(...(section ? [section] : []));
    where.textContent = standing();
  }

  function keyOf(texts) {
    const unit = question.unit ?? "";
    return unit === "€" ? `€\u00a0${texts.shown}.` : `${texts.shown}${unit ? `\u00a0${unit}` : ""}.`;
  }

  function missed(result) {
    const partial = record.state === "partial";
    const head = el("p", {}, icon(partial ? "partial" : "wrong"), el("b", {}, partial ? `Partly right: ${percent(result.score)} of the marks.` : "Not quite."));
    for (const sentence of result.say) head.append(" ", el("span", { html: sentence }));
    if (!result.say.length) head.append(" ", UNKNOWN);
    const rule = question.rule && question.type !== "choice" && (partial || result.score < 1) && ["multiple", "order", "match", "sort"].includes(question.type)
      ? el("p", { class: "se-soft" }, "How it counts: ", el("span", { html: question.rule })) : null;
    return rule ? [head, rule] : [head];
  }

  function standing() {
    if (record.state === "correct") return record.seen ? best() : record.tries ? `Right after ${count(record.tries + 1, "try", "tries")} · full marks` : "Right at once · full marks";
    if (record.state === "revealed") return `Solution shown · ${best()}`;
    if (record.tries === 0) return record.best > 0 ? best() : "";
    const used = record.tries === 1 ? "First try used" : `${record.tries} tries used`;
    if (record.seen) return `${used} · solution seen · ${best()}`;
    return record.tries === MISSES - 1 && !question.withheld ? `${used}, one left · full marks still possible` : `${used} · full marks still possible`;
  }

  function best() {
    return record.best === 1 ? "full marks kept" : record.best > 0 ? `best so far ${percent(record.best)}` : "no marks yet";
  }

  function submit(event) {
    event.preventDefault();
    if (done()) return;
    const response = input.read();
    const result = grade(question, response, record.variant);
    if (result.state === "unanswered" || result.state === "unclear") {
      const ask = el("p", {});
      if (result.say.length) result.say.forEach((sentence) => ask.append(el("span", { html: sentence }), " "));
      else ask.append(EMPTY[question.type]);
      show({ asked: ask, hold: true });
      input.invalid?.(true);
      input.focus();
      return;
    }
    record.response = response;
    if (result.state === "correct") {
      record.state = "correct";
      if (!record.seen) record.best = 1;
    } else {
      record.tries += 1;
      record.state = result.state;
      if (!record.seen) record.best = Math.max(record.best, result.score);
      if (record.tries >= MISSES && !question.withheld) { reveal(response); return; }
    }
    save();
    show({ result });
    input.invalid?.(!done());
    if (done()) feedback.focus({ preventScroll: true });
  }

  function reveal(response = record.response) {
    record.response = response;
    record.state = "revealed";
    record.seen = true;
    if (response !== null) input.write(response);
    save();
    show();
    feedback.focus({ preventScroll: true });
  }

  function startOver() {
    record = { ...record, response: null, tries: 0, state: "new" };
    opened.hint = false;
    blank();
    save();
    show();
    input.invalid?.(false);
    input.focus();
  }

  function retry() {
    startOver();
  }

  function newNumbers() {
    record.variant = (record.variant + 1) % question.variants.length;
    record.seen = false;
    startOver();
    live.textContent = plain(textsOf(question, record.variant).prompt);
  }

  // From the store: at mount, after an import or reset, and when another tab answered.
  function load() {
    const found = store.read(key, question.hash, validRecord);
    if (found.broken) notice.broken();
    record = found.record ? { ...fresh(), ...found.record } : fresh();
    opened.hint = false;
    if (record.response === null) blank();
    else input.write(record.response);
    show({ result: lastMiss(), edited: found.edited });
  }

  load();
  return {
    node: root,
    question,
    key,
    record: () => record,
    reload() {
      if (saving) return false;
      const before = record.at;
      const found = store.read(key, question.hash, validRecord).record;
      if ((found?.at ?? null) !== (before ?? null)) { load(); return true; }
      return false;
    },
    focus() {
      root.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      if (done()) feedback.focus({ preventScroll: true });
      else input.focus();
    },
  };
}
