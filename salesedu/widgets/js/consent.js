// Asked once, where the first answer was given, before anything is kept on the device.
import { button, el } from "./dom.js";

export function makeConsent(store) {
  const node = el("div", { class: "se-consent-place" });
  // The question stands in one place only, wherever the first answer was given; out of sight it comes along.
  const asked = (document[Symbol.for("salesedu.asked")] ??= { by: null });

  function leave() {
    if (asked.by !== node) return;
    asked.by = null;
    node.replaceChildren();
  }

  const unsubscribe = store.subscribe(() => { if (store.consent() !== null) leave(); });
  return {
    node,
    ask() {
      if (asked.by?.offsetParent || store.consent() !== null || !store.canKeep()) return;
      asked.by?.replaceChildren();
      asked.by = node;
      node.replaceChildren(el("div", { class: "se-consent", role: "group", "aria-label": "Keep your work?" },
        el("p", {}, "Keep your work on this device, so that it is here when you come back? No name, no account, nothing is sent anywhere."),
        el("div", { class: "se-actions" },
          button("Keep it", "consent-keep", () => store.setConsent(true), false),
          button("Not now", "consent-later", () => store.setConsent(false)))));
    },
    stop() {
      leave();
      unsubscribe();
    },
  };
}

// One place per widget where it says what happened to saved work: in sentences, never in silence.
export function makeNotice() {
  const node = el("div", { class: "se-notice", role: "status" });
  const counts = { broken: 0, problem: null };
  function show() {
    const lines = [];
    if (counts.broken) lines.push(`${counts.broken === 1 ? "One saved answer" : `${counts.broken} saved answers`} could not be read and ${counts.broken === 1 ? "was" : "were"} set aside. The rest of your work is as you left it.`);
    if (counts.problem) lines.push(counts.problem);
    const text = lines.join("\n");
    if (node.innerText !== text) node.replaceChildren(...lines.map((line) => el("p", {}, line)));
  }
  return {
    node,
    broken() { counts.broken++; show(); },
    problem(sentence) { if (sentence !== counts.problem) { counts.problem = sentence; show(); } },
  };
}
