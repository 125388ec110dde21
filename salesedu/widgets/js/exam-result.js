// After an exam: points and mark, by chapter with what to read again, and every question with all its reasons.
import { button, count, el, sectionLink, uid } from "./dom.js";
import { reviewedQuestion } from "./exam-question.js";
import { date, duration, percent, points } from "./exam-words.js";
import { byChapter, resultOf } from "./sitting.js";

const plural = (places) => `question${places.length === 1 ? "" : "s"} ${places.map((place) => place + 1).join(", ")}`;

// The concepts that were missed, each once, with the section that teaches it.
function missedConcepts(sitting, questions, places) {
  const lines = new Map();
  for (const place of places) {
    const question = questions.get(sitting.items[place].id);
    const concept = question?.concepts[0];
    if (!concept) continue;
    const line = lines.get(concept.id) ?? { concept, section: question.section, places: [] };
    line.places.push(place);
    lines.set(concept.id, line);
  }
  return [...lines.values()];
}

function chapterPart(exam, sitting, questions, { chapter, points: got, of, missed }) {
  const { number, title } = exam.chapters.find(({ key }) => key === chapter);
  const bar = el("span", { class: "se-exam-bar", "aria-hidden": "true" }, el("span", { style: `width:${(100 * got) / of}%` }));
  const lines = missedConcepts(sitting, questions, missed).map(({ concept, section, places }) => el("li", {},
    el("span", { class: "se-line-name" }, concept.english, el("small", {}, ` ${plural(places)}`)), sectionLink(section, "Read") ?? ""));
  return el("li", { class: "se-exam-chapter", "data-chapter": chapter },
    el("p", { class: "se-exam-chapter-head" }, el("b", {}, `${number}. ${title}`), el("span", {}, `${points(got)} of ${of}`)), bar,
    lines.length ? el("ul", { class: "se-lines" }, lines) : el("p", { class: "se-soft" }, "Nothing missed."));
}

// What should be known about these points besides the points.
function remarks(sitting, edited) {
  const told = [];
  if (sitting.overtime) told.push(`This exam went on after its ${count(sitting.minutes, "minute")} were over.`);
  if (sitting.gone) told.push(`${count(sitting.gone, "question")} left the book while this exam was under way, so it counts ${sitting.items.length}.`);
  if (edited.length) told.push(`Changed in the book since you answered: ${plural(edited)}. Your answer there cannot be shown any more; the points stand.`);
  return told.map((sentence) => el("p", { class: "se-soft" }, sentence));
}

export function makeResult(exam, sitting, edited, questions, { onAnother, onAgain }) {
  const { points: got, of, share, mark, pass } = resultOf(sitting);
  const titleId = uid("result");
  const title = el("h3", { id: titleId, tabindex: "-1" }, `Your result: exam ${sitting.number}`);
  const clock = sitting.minutes === null ? "without a clock" : `with a clock of ${count(sitting.minutes, "minute")}`;
  const top = el("section", { class: "se-summary se-exam-top", "aria-labelledby": titleId, "data-points": points(got), "data-mark": mark.toFixed(1) }, title,
    el("p", { class: "se-exam-mark" }, el("b", {}, mark.toFixed(1)), el("span", {}, `${points(got)} of ${of} points · ${percent(share)}`)),
    el("p", {}, `Mark: 1 + 9 × ${points(got)} ÷ ${of} = ${mark.toFixed(1)}. ${pass ? "From 5.5 it is a pass." : "A pass begins at 5.5."} This is a practice exam, not a diploma.`),
    el("p", { class: "se-soft" }, `Handed in on ${date(sitting.done)} after ${duration(sitting.done - sitting.started)}, ${clock}.`), ...remarks(sitting, edited),
    el("div", { class: "se-actions" }, button("Another exam", "another-exam", onAnother, false), button("The same exam again", "same-exam", onAgain), button("Print", "print-exam", () => globalThis.print())));
  const chapters = el("section", { class: "se-exam-chapters" }, el("h4", {}, "By chapter"),
    el("ol", {}, byChapter(sitting, exam.chapters).map((one) => chapterPart(exam, sitting, questions, one))));

  let onlyMissed = false;
  const toggle = el("button", { type: "button", class: "se-plain", "data-action": "only-missed", "aria-pressed": "false", on: { click: () => { onlyMissed = !onlyMissed; show(); } } });
  const reviewed = sitting.items.map((item, place) => {
    const question = questions.get(item.id);
    const tag = `Question ${place + 1}`;
    const node = question ? reviewedQuestion(question, item, tag, edited.includes(place))
      : el("section", { class: "se-question" }, el("p", { class: "se-soft" }, `${tag} is no longer in the book. You had ${points(item.score)} of 1 for it.`));
    return { node, item };
  });
  const missed = reviewed.filter(({ item }) => item.score < 1).length;
  function show() {
    toggle.textContent = onlyMissed ? "Show every question" : `Show only what you missed (${missed})`;
    toggle.hidden = missed === 0 || missed === of;
    toggle.setAttribute("aria-pressed", String(onlyMissed));
    for (const { node, item } of reviewed) node.hidden = onlyMissed && item.score === 1;
  }
  show();
  const review = el("section", { class: "se-exam-review" }, el("h4", {}, "Every question, with its reasons"), toggle, reviewed.map(({ node }) => node));

  return {
    node: el("div", { class: "se-exam-result" }, top, chapters, review),
    start() {
      title.focus({ preventScroll: true });
      top.scrollIntoView({ block: "nearest" });
    },
  };
}
