// The decisive figures on one slim line that stays in sight while a long form is filled in, and leads to the rest.
import { el, icon } from "./dom.js";

// `form` is what is filled in, `figures` what the line leads to: it stands there while one reads the former and not yet the latter.
export function makeBrief(form, figures) {
  const text = el("span", { class: "se-brief-figures" });
  const node = el("button", { type: "button", class: "se-brief", "data-action": "to-figures", on: { click: go } }, text,
    el("span", { class: "se-brief-where" }, el("span", { class: "se-brief-see" }, "See "), el("span", { class: "se-sr" }, "what it gives"), icon("down")));
  const filling = el("div", { class: "se-filling" }, form, node);
  const seen = new Map();
  let byKey = false;
  figures.tabIndex = -1;

  function go() {
    figures.focus({ preventScroll: true });
    figures.scrollIntoView({ block: "start" });
  }

  function watch(target, rootMargin) {
    const watcher = new IntersectionObserver((all) => {
      seen.set(target, all.at(-1).isIntersecting);
      node.toggleAttribute("data-shown", Boolean(seen.get(filling)) && !seen.get(figures));
    }, { rootMargin });
    watcher.observe(target);
    return watcher;
  }
  const watchers = [watch(filling, "0px 0px -40% 0px"), watch(figures, "0px 0px -40px 0px")];

  // What has the focus is never under the line (WCAG 2.2, 2.4.11). Who points at something sees it already.
  filling.addEventListener("keydown", () => { byKey = true; }, true);
  filling.addEventListener("pointerdown", () => { byKey = false; }, true);
  filling.addEventListener("focusin", ({ target }) => {
    if (!byKey || target === node) return;
    const [its, line] = [target, node].map((one) => one.getBoundingClientRect());
    if (its.bottom > line.top - 6 && its.top < line.bottom) target.scrollIntoView({ block: "center" });
  });

  return {
    node: filling,
    show(kpis) {
      const lead = kpis.find((kpi) => kpi.lead) ?? kpis[0];
      const other = kpis.find((kpi) => kpi !== lead);
      text.replaceChildren(...[lead, other].filter(Boolean).map((kpi) => el("span", {}, `${kpi.label} `, el("b", {}, kpi.value), " ")));
    },
    stop() { for (const watcher of watchers) watcher.disconnect(); },
  };
}
