// "Your work on this device": keep, take away, bring back, start over. Nothing here leaves the browser.
import { button, count, el } from "./dom.js";
import { migrate } from "./store.js";

const LIMIT = 2_000_000; // bytes; a whole course of answers is far below this
const OF_A_CHAPTER = {
  start: "Start this chapter over", sure: "This removes your answers, your cards and what you filled in of “{title}” from this device.", where: "of this chapter",
};

// → {entries} or {error: sentence}. The file comes from anywhere, so only well-formed records pass.
export function readExport(text, course) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { error: "this file could not be read, so it is not an export of this course. Nothing was changed." };
  }
  if (typeof file !== "object" || file === null || typeof file.salesedu !== "string" || typeof file.entries !== "object" || file.entries === null) {
    return { error: "this file is not an export of this course. Nothing was changed." };
  }
  if (file.salesedu !== course) return { error: `this file belongs to another course (“${file.salesedu.slice(0, 40)}”). Nothing was changed.` };
  const entries = {};
  let refused = 0;
  for (const [key, value] of Object.entries(file.entries)) {
    const record = /^(q|card|explorer|exam):[a-z0-9][a-z0-9-]{0,80}$/.test(key) ? migrate(value) : null;
    if (record && typeof record.at === "string") entries[key] = record;
    else refused++;
  }
  return { entries, refused };
}

export function exportOf(store, now = new Date()) {
  return { salesedu: store.course, v: store.version, exported: now.toISOString(), entries: store.all() };
}

export function makeWork(store, chapter, chapterTitle, words = OF_A_CHAPTER) {
  const said = el("p", { class: "se-work-said", role: "status" });
  const where = el("p", { class: "se-soft" });
  const file = el("input", { type: "file", class: "se-sr", tabindex: "-1", "aria-label": "An export of your work", accept: ".json,application/json", on: { change: bringIn } });
  const keep = button("Keep my answers here", "keep-here", () => store.setConsent(true));
  const sure = el("div", { class: "se-sure", role: "group", "aria-label": `${words.start}?`, hidden: true },
    el("p", {}, words.sure.replace("{title}", chapterTitle)),
    el("div", { class: "se-actions" }, button("Yes, remove them", "reset-confirm", doReset, false), button("No, leave them", "reset-cancel", () => { sure.hidden = true; start.focus(); })));
  const start = button(words.start, "reset-chapter", () => { sure.hidden = false; sure.querySelector("button:last-of-type").focus(); });
  const node = el("details", { class: "se-work" }, el("summary", {}, "Your work on this device"), where,
    el("div", { class: "se-actions" }, keep, button("Export", "export", takeAway), button("Import", "import", () => file.click()), file, start), sure, said);

  function show() {
    const all = Object.keys(store.all());
    const kept = store.consent() === "keep";
    const place = store.problem() ?? (kept ? "Kept in this browser, and nowhere else." : "Kept only until you close or reload this page.");
    const cards = all.filter((key) => key.startsWith("card:")).length;
    const forms = all.filter((key) => key.startsWith("explorer:")).length;
    const exams = all.filter((key) => key.startsWith("exam:")).length;
    const have = [[all.length - cards - forms - exams, "answer"], [cards, "card"], [forms, "form"], [exams, "exam"]].filter(([n]) => n).map(([n, one]) => count(n, one)).join(", ");
    where.textContent = all.length ? `${have}. ${place}` : `Nothing yet. ${place}`;
    keep.hidden = kept || !store.canKeep();
  }

  function takeAway() {
    const now = new Date();
    const url = URL.createObjectURL(new Blob([JSON.stringify(exportOf(store, now), null, 1)], { type: "application/json" }));
    const name = `salesedu-${store.course}-${now.toISOString().slice(0, 10)}.json`;
    el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    said.textContent = `Saved as ${name}. Import it on another device to go on there.`;
  }

  async function bringIn() {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    if (chosen.size > LIMIT) { said.textContent = `${chosen.name}: this file is too large to be an export of this course. Nothing was changed.`; return; }
    const { entries, refused, error } = readExport(await chosen.text(), store.course);
    if (error) { said.textContent = `${chosen.name}: ${error}`; return; }
    const { taken, older } = store.merge(entries);
    said.textContent = [`${count(taken, "entry", "entries")} imported.`,
      older ? `${count(older, "entry", "entries")} left alone: yours ${older === 1 ? "is" : "are"} newer.` : "",
      refused ? `${count(refused, "entry", "entries")} could not be read.` : ""].filter(Boolean).join(" ");
  }

  function doReset() {
    const gone = store.reset((key, record) => record.chapter === chapter);
    sure.hidden = true;
    said.textContent = gone ? `Removed ${count(gone, "entry", "entries")} ${words.where}.` : "There was nothing to remove.";
    start.focus();
  }

  const unsubscribe = store.subscribe(show);
  node.addEventListener("toggle", show);
  show();
  return { node, stop: unsubscribe };
}
