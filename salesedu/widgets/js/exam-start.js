// Before an exam: its number, its clock, what is still under way and how earlier ones went.
import { button, count, el, uid } from "./dom.js";
import { LARGEST, someNumber, wholeNumber } from "./draw.js";
import { date, duration, percent, points } from "./exam-words.js";
import { looksAnswered, resultOf } from "./sitting.js";

const CLOCKS = [["none", "No clock"], ["60", "60 minutes"], ["90", "90 minutes"], ["own", "My own time"]];
const LONGEST = 600; // minutes
const SHOWN = 10; // earlier results

// A field with its label and a place for the sentence that says what is wrong with it.
function field(name, label, attributes) {
  const id = uid(name);
  const wrong = el("p", { class: "se-exam-wrong", id: `${id}-wrong`, role: "alert" });
  const input = el("input", { type: "text", inputmode: "numeric", autocomplete: "off", class: "se-entry", id, "data-field": name, "aria-describedby": wrong.id, ...attributes });
  const node = el("div", { class: "se-exam-field" }, el("label", { for: id }, label), input, wrong);
  return {
    node,
    input,
    say(sentence) {
      wrong.textContent = sentence;
      input.setAttribute("aria-invalid", String(sentence !== ""));
      if (sentence) input.focus();
    },
  };
}

export function makeStart(exam, { onStart, onResume, onReview, onRemove }) {
  const number = field("number", "Exam number", { maxlength: 6 });
  const own = field("minutes", "Minutes", { maxlength: 6, value: "45" });
  const group = uid("clock");
  const radios = CLOCKS.map(([value]) => el("input", { type: "radio", name: group, value, checked: value === "none", on: { change: showOwn } }));
  const clocks = el("fieldset", { class: "se-exam-clocks" }, el("legend", {}, "Clock"),
    el("span", { class: "se-segments" }, radios.map((radio, i) => el("label", { class: "se-segment" }, radio, el("span", {}, CLOCKS[i][1])))), own.node,
    el("p", { class: "se-soft" }, "When the time is up you may still go on without it; the result will say so."));
  const go = el("button", { type: "submit", class: "se-button", "data-action": "start-exam" }, "Start the exam");
  const another = button("Another number", "another-number", () => { number.input.value = someNumber(); number.say(""); });
  const said = el("p", { class: "se-exam-said", role: "status" });
  const title = el("h3", { tabindex: "-1" }, "Before you start");
  const underWay = el("div", { class: "se-exam-open", hidden: true });
  const earlier = el("div", { class: "se-exam-earlier", hidden: true });
  const form = el("form", { novalidate: true, on: { submit } }, number.node, another,
    el("p", { class: "se-soft se-exam-same" }, `Whoever types the same number gets the same ${count(exam.size, "question")}.`), clocks, el("div", { class: "se-actions" }, go, said));
  const node = el("section", { class: "se-exam-start", "aria-label": exam.title }, title, underWay, form, earlier);
  const clockNow = () => radios.find((radio) => radio.checked).value;

  function showOwn() {
    own.node.hidden = clockNow() !== "own";
  }

  function submit(event) {
    event.preventDefault();
    if (go.disabled) return;
    number.say("");
    own.say("");
    const chosen = wholeNumber(number.input.value, 1, LARGEST);
    if (chosen === null) { number.say(`An exam number is a whole number from 1 to ${LARGEST}.`); return; }
    const clock = clockNow();
    const minutes = clock === "none" ? null : wholeNumber(clock === "own" ? own.input.value : clock, 1, LONGEST);
    if (clock !== "none" && minutes === null) { own.say(`Type a whole number of minutes, from 1 to ${LONGEST}.`); return; }
    onStart({ number: chosen, minutes });
  }

  function lineOpen([key, sitting]) {
    const answered = sitting.items.filter(looksAnswered).length;
    const rest = sitting.end === null ? "" : sitting.end > Date.now() ? `, ${duration(sitting.end - Date.now())} left` : ", the time is up";
    return el("li", {}, el("span", { class: "se-line-name" }, el("b", {}, `Exam ${sitting.number}`), ` is under way: ${answered} of ${sitting.items.length} answered${rest}.`),
      el("span", { class: "se-actions" }, labelled(button("Go on", "resume-exam", () => onResume(key), false), `Go on with exam ${sitting.number}`),
        labelled(button("Throw away", "remove-exam", () => onRemove(key)), `Throw away exam ${sitting.number}`)));
  }

  function lineDone([key, sitting]) {
    const { points: got, of, share, mark } = resultOf(sitting);
    return el("tr", {}, el("th", { scope: "row" }, String(sitting.number)), el("td", {}, date(sitting.done)),
      el("td", {}, `${points(got)} of ${of} · ${percent(share)} · ${mark.toFixed(1)}`), el("td", {}, duration(sitting.done - sitting.started)),
      el("td", {}, labelled(button("Look", "review-exam", () => onReview(key)), `Look at exam ${sitting.number} of ${date(sitting.done)}`)));
  }

  function labelled(one, name) {
    one.setAttribute("aria-label", name);
    return one;
  }

  // `sittings`: [[key, sitting]], newest first.
  function show(sittings) {
    const open = sittings.filter(([, one]) => one.done === null);
    const done = sittings.filter(([, one]) => one.done !== null);
    underWay.hidden = !open.length;
    underWay.replaceChildren(el("ul", { class: "se-lines" }, open.map(lineOpen)));
    earlier.hidden = !done.length;
    if (!done.length) return;
    earlier.replaceChildren(el("h4", {}, "Earlier results"), el("div", { class: "se-exam-table" }, el("table", {},
      el("thead", {}, el("tr", {}, ["Exam", "Handed in", "Points and mark", "Time used", ""].map((name) => (name ? el("th", { scope: "col" }, name) : el("td", {}))))),
      el("tbody", {}, done.slice(0, SHOWN).map(lineDone)))), ...(done.length > SHOWN ? [el("p", { class: "se-soft" }, `The ${SHOWN} newest of ${done.length}; an export holds them all.`)] : []));
  }

  showOwn();
  number.input.value = exam.number ?? someNumber();
  return {
    node,
    show,
    title,
    // The same exam once more, or another one.
    offer(again) {
      number.input.value = again ?? someNumber();
      number.say("");
      own.say("");
    },
    busy(sentence, failed = false) {
      go.disabled = sentence !== "" && !failed;
      for (const one of node.querySelectorAll("[data-action]")) if (one !== go) one.disabled = go.disabled;
      said.textContent = sentence;
      go.textContent = failed ? "Try again" : "Start the exam";
    },
  };
}
