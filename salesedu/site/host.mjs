// Brings a published page to life: mounts each widget over its printed form and answers its calls.
// The widgets are the very files that run in JupyterLab; only `model` (what they read) and `experimental` are ours here.
const here = new URL(".", import.meta.url);
const root = document.documentElement;
root.dataset.seRoot = root.dataset.content_root ?? "";

// The theme wires the first button of each kind, and that stands in the top bar, which this book does not show.
document.addEventListener("click", ({ target }) => {
  const kind = [".primary-toggle", ".secondary-toggle"].find((one) => target.closest?.(one));
  const wired = kind && document.querySelector(kind);
  if (wired && !wired.contains(target)) wired.click();
});

const BOOT_LIMIT = 90_000; // ms; a slow phone on a slow line may need a minute for the first move
const CALL_LIMIT = 4_000; // ms; Python that runs away cannot be interrupted, only ended

let worker;
let count = 0;
const waiting = new Map();

function endWorker(sentence) {
  worker?.terminate();
  worker = undefined;
  for (const id of [...waiting.keys()]) settle(id, { ok: false, error: sentence });
}

function settle(id, reply) {
  const call = waiting.get(id);
  if (!call) return;
  waiting.delete(id);
  clearTimeout(call.timer);
  call.resolve(reply);
}

function startWorker() {
  worker = new Worker(new URL("worker.mjs", here), { type: "module" });
  worker.onerror = () => endWorker("The calculation could not start in this browser. The text and the questions still work.");
  worker.onmessage = ({ data: { id, ready, failed, reply } }) => {
    if (reply) settle(id, reply);
    // A module that failed to load stays failed in its worker: the next call gets a new one.
    if (failed) return endWorker(reply.error);
    if (reply) return;
    if (ready && waiting.has(id)) {
      const call = waiting.get(id);
      clearTimeout(call.timer);
      call.timer = setTimeout(() => endWorker("The calculation took too long and was stopped. Move a control to try again."), CALL_LIMIT);
    }
  };
}

function ask(fn, args, signal) {
  if (!worker) startWorker();
  return new Promise((resolve) => {
    const id = ++count;
    const timer = setTimeout(() => endWorker("The calculation did not start in time. Move a control to try again."), BOOT_LIMIT);
    waiting.set(id, { resolve, timer });
    signal?.addEventListener("abort", () => settle(id, { ok: false, error: "" }), { once: true });
    worker.postMessage({ id, fn, args });
  });
}

const experimental = {
  async invoke(name, message, { signal } = {}) {
    if (name === "pool") return [{ url: new URL("exam.json", here).href }, []];
    if (name === "charts") return [{ url: new URL("charts.mjs", here).href }, []];
    return [await ask(message.fn, message.args, signal), []];
  },
};

// Python starts when somebody is about to move something, and paints the case once, so that all is loaded.
let warm = false;
function warmUp(explorer) {
  if (warm) return;
  warm = true;
  ask("paint", { explorer, values: {} });
}

async function mount(place) {
  const printed = [...place.childNodes];
  try {
    const state = JSON.parse(place.querySelector("script").textContent);
    const { default: widget } = await import(new URL(place.dataset.module, document.baseURI));
    const model = { get: (name) => state[name] };
    const el = document.createElement("div");
    await widget.render({ model, el, experimental, signal: new AbortController().signal });
    place.replaceChildren(el);
    place.dataset.mounted = "";
    if (place.dataset.warm) {
      for (const event of ["pointerenter", "focusin", "touchstart"]) {
        place.addEventListener(event, () => warmUp(place.dataset.warm), { once: true, passive: true });
      }
    }
  } catch (problem) {
    // What was printed stays readable; a reader is told in one sentence, a developer in the console.
    console.error(problem);
    place.replaceChildren(...printed);
    const note = document.createElement("p");
    note.className = "se-note";
    note.textContent = "This part could not be brought to life in your browser; what you see is its printed form.";
    place.append(note);
  }
}

// This script does not wait for the whole page: it mounts each part as soon as the parser has passed it, so that
// the first question can be answered before the theme's heavy scripts have come.
const mounting = [];
function scan() {
  for (const place of document.querySelectorAll(".se-mount:not([data-found])")) {
    if (document.readyState === "loading" && !passed(place)) break;
    place.dataset.found = "";
    mounting.push(mount(place));
  }
}

function passed(place) {
  for (let node = place; node; node = node.parentElement) if (node.nextSibling) return true;
  return false;
}

if (document.readyState === "loading") {
  const watcher = new MutationObserver(scan);
  watcher.observe(root, { childList: true, subtree: true });
  scan();
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  watcher.disconnect();
}
scan();
await Promise.all(mounting);
root.dataset.salesedu = "ready";
// What was mounted is not as high as what was printed: bring the section that the address names back in sight.
if (mounting.length) document.querySelector(":target")?.scrollIntoView();
// The button that keeps the book, and word of a new edition: only on pages where there can be one.
if (document.querySelector(".se-keep") || navigator.serviceWorker?.controller) import(new URL("keep.mjs", here));
