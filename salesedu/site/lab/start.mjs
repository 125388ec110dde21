// Shows how far the lab is while it starts: what has been fetched, of how much, and whether Python runs.
// It fetches what Python will ask for meanwhile, so that the browser has it when JupyterLite is there.
const here = new URL(".", import.meta.url);
const PATIENCE = 180_000; // ms; then it is not slow, it is stuck
const mega = (bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

const card = document.createElement("div");
card.className = "se-start";
card.innerHTML = `<style>
.se-start { position: fixed; z-index: 100000; right: 1rem; bottom: 1rem; box-sizing: border-box; width: min(22rem, calc(100vw - 2rem)); padding: .8rem 1rem;
  font: 15px/1.45 system-ui, sans-serif; color: #1c2421; background: #fff; border: 1px solid #d9ded8; border-left: 4px solid #0b6e5f; border-radius: 8px; box-shadow: 0 4px 18px #0003; }
.se-start progress { display: block; width: 100%; height: .6rem; margin: .5rem 0; accent-color: #0b6e5f; } .se-start p { margin: 0; } .se-start small { color: #55615b; }
</style><p data-step role="status"></p><progress></progress><p><small data-detail></small></p>`;
const step = card.querySelector("[data-step]"), bar = card.querySelector("progress"), detail = card.querySelector("[data-detail]");
const say = (name, text, more = "") => {
  card.dataset.at = name;
  if (step.textContent !== text) step.textContent = text;
  detail.textContent = more;
};
document.body.append(card);

// The way back: JupyterLite has none.
const back = document.createElement("a");
back.className = "se-back";
back.textContent = "← Back to the book";
back.href = new URL("../index.html", here).href;
const bookmark = document.createElement("style");
bookmark.textContent = `.se-back { position: fixed; z-index: 9999; top: 9px; right: 7rem; padding: .25rem .6rem; font: 600 14px/1.4 system-ui, sans-serif; color: #0b6e5f; background: #fff; border-radius: 6px; }
.se-back:focus-visible { outline: 3px solid #0b6e5f; } @media (max-width: 700px) { .se-back { top: auto; right: auto; bottom: .5rem; left: .5rem; border: 1px solid #d9ded8; } }`;
document.body.append(bookmark, back);

const kernel = () => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status;
const pause = (time) => new Promise((done) => setTimeout(done, time));
const started = performance.now();

let got = 0;
async function fetchAll() {
  const files = await (await fetch(new URL("start.json", here))).json();
  const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  bar.max = total;
  const show = () => {
    bar.value = Math.min(got, total);
    say("fetching", "Step 1 of 2: fetching Python and the course", `${mega(got)} of ${mega(total)} MB. The next visit needs hardly any of it.`);
  };
  show();
  const queue = [...files];
  const fetchNext = async () => {
    while (queue.length) {
      const reader = (await fetch(new URL(queue.shift()[0], here), { priority: "low" })).body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        got += part.value.length;
        show();
      }
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext()]);
}

async function untilItRuns() {
  while (!["idle", "busy"].includes(kernel())) {
    if (performance.now() - started > PATIENCE) throw new Error("Python did not start");
    await pause(200);
  }
}

try {
  const runs = untilItRuns();
  await Promise.race([fetchAll(), runs]);
  bar.removeAttribute("value");
  say("starting", "Step 2 of 2: starting Python", "Ten seconds or so on a laptop. You can read on meanwhile.");
  await runs;
  bar.remove();
  say("ready", "Ready: begin at the top, cell by cell, with Shift+Enter or ▶.", `Started in ${Math.round((performance.now() - started) / 1000)} s. Python starts empty each time: to go on where you were, choose Run, Run All Above Selected Cell. What you write stays in this browser.`);
  await pause(12000);
  card.remove();
} catch (problem) {
  console.warn(problem);
  bar.remove();
  say("failed", "The lab could not start here.", `${problem.message}. Reload the page; a browser of the last two years is needed.`);
}
