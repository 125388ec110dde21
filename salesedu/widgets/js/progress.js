// How a quiz stands: a strip that jumps to a question, and at the end what to read again, by concept.
import { count, el, icon, sectionLink, uid } from "./dom.js";

// What a record amounts to. "seen": the solution was shown before it was right.
export function standingOf(record) {
  if (record.best === 1) return "right";
  if (record.seen) return "seen";
  if (record.best > 0) return "partial";
  return record.tries > 0 ? "wrong" : "new";
}

const WORDS = { right: "right", seen: "solution seen", partial: "partly right", wrong: "not right yet", new: "open" };

export function makeStrip(title, questions, pager) {
  const id = uid("progress");
  const score = el("span", { class: "se-score" });
  const buttons = questions.map((_, i) => el("button", { type: "button", class: "se-dot", on: { click: () => pager.turn(i) } }, String(i + 1)));
  const node = el("nav", { class: "se-progress", "aria-labelledby": id },
    el("div", { class: "se-progress-head" }, el("h3", { id }, title), score),
    el("ol", { class: "se-dots" }, buttons.map((one) => el("li", {}, one))));
  function show() {
    let right = 0;
    questions.forEach((question, i) => {
      const standing = standingOf(question.record());
      if (standing === "right") right++;
      buttons[i].dataset.standing = standing;
      if (pager.current() === i) buttons[i].setAttribute("aria-current", "step");
      else buttons[i].removeAttribute("aria-current");
      buttons[i].setAttribute("aria-label", `Question ${i + 1}: ${WORDS[standing]}`);
      buttons[i].replaceChildren(el("span", {}, String(i + 1)), ...(standing === "new" ? [] : [icon(standing)]));
    });
    score.replaceChildren(el("b", {}, String(right)), ` of ${questions.length} right`);
  }
  return { node, show };
}

// One line per main concept, weakest first.
function byConcept(questions) {
  const lines = new Map();
  for (const { question, record } of questions) {
    const concept = question.concepts[0];
    if (!concept) continue;
    const line = lines.get(concept.id) ?? { concept, section: question.section, right: 0, tried: 0, all: 0 };
    const standing = standingOf(record());
    line.all++;
    if (standing !== "new") line.tried++;
    if (standing === "right") line.right++;
    lines.set(concept.id, line);
  }
  return [...lines.values()];
}

export function makeSummary(questions) {
  const node = el("section", { class: "se-summary", "aria-label": "Your result", hidden: true });
  function show() {
    const tried = questions.filter((question) => standingOf(question.record()) !== "new").length;
    node.hidden = tried === 0;
    if (!tried) return;
    const right = questions.filter((question) => standingOf(question.record()) === "right").length;
    const finished = tried === questions.length;
    const lines = byConcept(questions);
    const weak = lines.filter((line) => line.tried > line.right);
    const strong = lines.filter((line) => line.all === line.right);
    const parts = [el("h3", {}, finished ? "Your result" : "So far"),
      el("p", { class: "se-result" }, el("b", {}, `${right} of ${questions.length}`), finished ? " right" : ` right, ${count(questions.length - tried, "question")} still open`)];
    if (weak.length) {
      parts.push(el("h4", {}, "Worth reading again"), el("ul", { class: "se-lines" }, weak.map((line) => el("li", {},
        el("span", { class: "se-line-name" }, line.concept.english, el("small", {}, ` ${line.right} of ${line.all} right`)), sectionLink(line.section, "Read") ?? ""))));
    }
    if (strong.length) {
      parts.push(el("h4", {}, "You have these"), el("ul", { class: "se-have" }, strong.map((line) => el("li", {}, icon("right"), line.concept.english))));
    }
    if (finished && !weak.length) parts.push(el("p", {}, "Every concept of this quiz is yours. Come back in a week and see what is left of it."));
    node.replaceChildren(...parts);
  }
  return { node, show };
}
