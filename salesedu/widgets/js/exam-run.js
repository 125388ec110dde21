// An exam under way: one question at a time, a strip that says where you are, a clock if it is wanted.
import { button, count, el, icon, uid } from "./dom.js";
import { makeClock } from "./exam-clock.js";
import { askedQuestion } from "./exam-question.js";
import { standing } from "./sitting.js";

const WORDS = { open: "open", unclear: "open, this number cannot be read", answered: "answered" };
const NAMES = { open: "open", marked: "marked for later" };

// `change(edit)` applies an edit to the sitting as it is kept and returns it; `sitting()` gives it as it stands.
export function makeRun(questions, { sitting, change, onHandIn, consent }) {
  const titleId = uid("exam");
  const title = el("h3", { id: titleId, tabindex: "-1" }, `Exam ${sitting().number}`);
  const standingNow = el("span", { class: "se-score" });
  const clock = makeClock(timeUp);
  const dots = sitting().items.map((_, i) => el("button", { type: "button", class: "se-dot", on: { click: () => turn(i) } }));
  const list = el("ol", { class: "se-dots" }, dots.map((one) => el("li", {}, one)));
  const head = el("header", { class: "se-exam-head" }, title, clock.node, standingNow);
  const strip = el("nav", { class: "se-progress", "aria-label": "All questions" }, list);
  const place = el("div", { class: "se-exam-place" });
  const back = button("Previous", "previous-question", () => turn(at - 1));
  const next = button("Next", "next-question", () => turn(at + 1), false);
  const mark = button("Mark for later", "mark", toggleMark);
  const hand = button("Hand in", "hand-in", () => askBack());
  const pager = el("div", { class: "se-pager" }, el("div", { class: "se-actions" }, back, next, mark, hand));
  const panel = el("div", { class: "se-exam-panel", tabindex: "-1", hidden: true });
  const node = el("section", { class: "se-exam-run", "aria-labelledby": titleId }, head, consent, place, pager, panel, strip);
  let at = sitting().current; // the place of the question in sight; kept too, but each tab has its own
  let shown = null; // that question
  let stopped = false; // the time is up and nothing was decided yet

  const standingOf = (item) => standing(questions.get(item.id), item);

  function turn(to) {
    if (stopped) return;
    at = Math.min(sitting().items.length - 1, Math.max(0, to));
    change((now) => ({ ...now, current: at }));
    closePanel();
    put();
    shown.focus();
    comeIntoView();
  }

  // The question comes with the line above it, which has the clock.
  function comeIntoView() {
    const { top, bottom } = head.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight / 2) node.scrollIntoView({ block: "start" });
  }

  function put() {
    const here = at;
    const item = sitting().items[here];
    shown = askedQuestion(questions.get(item.id), item, `Question ${here + 1} of ${sitting().items.length}`, {
      onAnswer: (response) => edit(here, { response }),
      onEnter: () => { if (here < sitting().items.length - 1) turn(here + 1); },
    });
    place.replaceChildren(shown.node);
    show();
  }

  function edit(which, what) {
    change((now) => ({ ...now, items: now.items.map((item, i) => (i === which ? { ...item, ...what } : item)) }));
    show();
  }

  function toggleMark() {
    edit(at, { marked: !sitting().items[at].marked });
  }

  function show() {
    const { items } = sitting();
    const open = items.filter((item) => standingOf(item) !== "answered").length;
    const marked = items.filter((item) => item.marked).length;
    standingNow.replaceChildren(el("b", {}, String(items.length - open)), ` of ${items.length} answered${marked ? ` · ${marked} marked` : ""}`);
    items.forEach((item, i) => {
      const how = standingOf(item);
      const dot = dots[i];
      dot.dataset.standing = how;
      dot.toggleAttribute("data-marked", item.marked);
      if (i === at) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
      dot.setAttribute("aria-label", `Question ${i + 1}: ${WORDS[how]}${item.marked ? ", marked for later" : ""}`);
      dot.replaceChildren(el("span", {}, String(i + 1)), ...(item.marked ? [icon("flag")] : []));
    });
    const isLast = at === items.length - 1;
    back.disabled = at === 0;
    next.disabled = isLast;
    mark.textContent = items[at].marked ? "Marked for later" : "Mark for later";
    mark.setAttribute("aria-pressed", String(items[at].marked));
    next.classList.toggle("se-quiet", isLast);
    hand.classList.toggle("se-quiet", !isLast && open > 0);
  }

  function openPanel(role, label, ...children) {
    panel.setAttribute("role", role);
    panel.setAttribute("aria-label", label);
    panel.replaceChildren(...children);
    panel.hidden = false;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  function closePanel() {
    panel.hidden = true;
    panel.replaceChildren();
  }

  // Handing in cannot be taken back, so what is open or marked is shown first, with a way to each.
  function askBack() {
    const { items } = sitting();
    const places = { open: [], marked: [] };
    items.forEach((item, i) => {
      if (standingOf(item) !== "answered") places.open.push(i);
      if (item.marked) places.marked.push(i);
    });
    if (!places.open.length && !places.marked.length) { onHandIn(); return; }
    const lines = Object.keys(places).filter((kind) => places[kind].length).map((kind) => el("p", {},
      `${count(places[kind].length, "question")} ${places[kind].length === 1 ? "is" : "are"} ${NAMES[kind]}: `,
      places[kind].map((i) => el("button", { type: "button", class: "se-exam-jump", "aria-label": `Go to question ${i + 1}`, on: { click: () => turn(i) } }, String(i + 1)))));
    openPanel("group", "Hand in?", el("h4", {}, "Hand in?"), ...lines, el("div", { class: "se-actions" },
      button("Hand in as it is", "hand-in-anyway", onHandIn, false), button("Go on", "go-on", () => { closePanel(); hand.focus(); })));
  }

  function stop(yes) {
    stopped = yes;
    for (const part of [place, pager, strip]) part.hidden = yes;
    if (!yes) closePanel();
  }

  function timeUp() {
    stop(true);
    openPanel("alertdialog", "Time is up", el("h4", {}, "Time is up"),
      el("p", {}, "Everything you answered is safe. Hand in now, or go on without the clock; the result will then say that you took longer."),
      el("div", { class: "se-actions" }, button("Hand in", "hand-in-now", onHandIn, false), button("Go on without the clock", "no-clock", () => {
        change((now) => ({ ...now, end: null, overtime: true }));
        stop(false);
        shown.focus();
      })));
  }

  put();
  return {
    node,
    start() {
      title.focus({ preventScroll: true });
      comeIntoView();
      clock.run(sitting().end);
    },
    // Another tab went on with the same exam: show what is now true.
    refresh(before) {
      const now = sitting();
      if (before.end !== now.end) { stop(false); clock.run(now.end); }
      if (JSON.stringify(now.items[at].response) !== JSON.stringify(before.items[at].response)) shown.write(now.items[at].response);
      show();
    },
    stop() { clock.stop(); },
  };
}
