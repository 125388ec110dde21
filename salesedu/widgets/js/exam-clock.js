// The clock of an exam: counts down to a fixed time, so that neither a reload nor a sleeping tab changes it.
import { button, el } from "./dom.js";
import { left } from "./exam-words.js";

const WARNINGS = [10, 1]; // minutes before the end at which it is also said

export function makeClock(onZero) {
  const face = el("b", { class: "se-clock-face", role: "timer", "aria-live": "off", "aria-label": "Time left" });
  const said = el("span", { class: "se-sr", role: "status" });
  const toggle = button("Hide the clock", "toggle-clock", () => { hidden = !hidden; show(); });
  const node = el("div", { class: "se-clock", hidden: true }, face, toggle, said);
  let end = null;
  let before = Infinity;
  let hidden = false;
  let timer;

  function show() {
    face.hidden = hidden;
    toggle.textContent = hidden ? "Show the clock" : "Hide the clock";
  }

  function tick() {
    if (end === null) return;
    const rest = end - Date.now();
    face.textContent = left(rest);
    node.toggleAttribute("data-late", rest < 60000);
    const passed = WARNINGS.filter((minutes) => before > minutes * 60000 && rest <= minutes * 60000);
    if (rest > 0 && passed.length && before !== Infinity) said.textContent = `${Math.min(...passed) === 1 ? "One minute" : `${Math.min(...passed)} minutes`} left.`;
    before = rest;
    if (rest <= 0) {
      stop();
      onZero();
    }
  }

  function stop() {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
    end = null;
    node.hidden = true;
  }

  return {
    node,
    // `until`: a time in ms, or null for no clock.
    run(until) {
      stop();
      end = until;
      before = Infinity;
      if (end === null) return;
      node.hidden = false;
      show();
      timer = setInterval(tick, 1000);
      document.addEventListener("visibilitychange", tick);
      tick();
    },
    stop,
  };
}
