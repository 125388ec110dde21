// What a learner fills in, kept in the browser like the answers to questions: one record per explorer.
import { makeConsent, makeNotice } from "./consent.js";
import { button, el } from "./dom.js";
import { allFit, same } from "./fits.js";
import { makeStore } from "./store.js";

const PAUSE = 300; // ms without a keystroke before it is written down

// `read()` gives the values as they stand; `onElsewhere(values)` is told when they changed in another place
// (an import, a reset, another tab), with null when they are gone.
export function makeKeeping(explorer, { read, onElsewhere }) {
  const store = makeStore(explorer.course);
  const notice = makeNotice();
  const consent = makeConsent(store);
  const key = `explorer:${explorer.id}`;
  const where = el("span", { class: "se-where" });
  const keep = button("Keep it here", "keep-here", () => store.setConsent(true));
  const place = el("div", { class: "se-actions se-kept", hidden: true }, where, keep);
  const node = el("div", {}, notice.node, consent.node, place);
  const valid = (record) => allFit(explorer.controls, record.values);
  let timer;
  let pending = false;
  let writing = false;
  let has = false;

  function found() {
    const it = store.read(key, explorer.hash, valid);
    if (it.broken) notice.broken();
    if (it.edited) notice.problem("This part of the course has changed since you filled it in, so it starts anew.");
    has = Boolean(it.record);
    show();
    return it.record?.values ?? null;
  }

  function show() {
    const kept = store.consent() === "keep";
    place.hidden = !has || (store.consent() === null && store.canKeep());
    where.textContent = store.problem() ?? (kept ? "Kept in this browser, and nowhere else." : "Kept only until you close or reload this page.");
    keep.hidden = kept || !store.canKeep();
  }

  function write() {
    clearTimeout(timer);
    if (!pending) return;
    pending = false;
    has = true;
    writing = true; // the store tells everybody of a change, us too
    store.write(key, { hash: explorer.hash, chapter: explorer.chapter, values: read() });
    writing = false;
    show();
  }

  // A page that is left, closed or put aside on a phone writes at once what it still holds.
  const leaving = () => write();
  const hiding = () => { if (document.visibilityState === "hidden") write(); };
  globalThis.addEventListener("pagehide", leaving);
  document.addEventListener("visibilitychange", hiding);
  const unsubscribe = store.subscribe((keys) => {
    show();
    if (writing || pending || (keys !== null && !keys.includes(key))) return;
    const had = has;
    const values = found();
    if (values ? !same(values, read()) : had) onElsewhere(values);
  });

  return {
    node,
    found,
    changed() {
      consent.ask();
      pending = true;
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE);
    },
    forget() {
      clearTimeout(timer);
      pending = false;
      has = false;
      writing = true;
      store.reset((one) => one === key);
      writing = false;
      show();
    },
    stop() {
      write();
      globalThis.removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", hiding);
      unsubscribe();
      consent.stop();
    },
  };
}
