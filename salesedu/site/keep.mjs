// The button that keeps the book on this device, and word of a new edition. The keeping itself is done by sw.js, at the
// root of the site, which nobody has before the button is pressed. What sw.js tells, it tells to all open pages.
const root = new URL("../../", import.meta.url).href;
const STORE = `salesedu-book ${root}`;
const service = navigator.serviceWorker;
const panel = document.querySelector(".se-keep");
const size = `${panel?.dataset.megabytes}\u00a0MB`;

const SAID = {
  none: "Press once, and all pages, explorers and the exam work without a network.",
  fetching: "Fetching the book. You can read on meanwhile.",
  removed: "The book is no longer kept on this device. Your answers still are.",
  network:
    "The book could not be fetched in full: the connection failed, or the site is being changed. Try again; what has arrived is not fetched twice.",
  room: `This device has no room for the book. It takes ${size}: make room, then try again.`,
  http: "The book cannot be kept from this address: browsers keep pages only from addresses that begin with https.",
  browser: "This browser cannot keep the book. A private window does not; another window or a newer browser does.",
};

function part(tag, given = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
}

function spoken() {
  const made = part("p");
  made.setAttribute("role", "status");
  return made;
}

// What a browser must have for it; private windows and plain http lack some of it, or refuse it when asked.
function hindrance() {
  if (!isSecureContext) return "http";
  return service && globalThis.caches && navigator.locks && globalThis.BroadcastChannel ? "" : "browser";
}

async function ours() {
  const found = await service.getRegistration(root);
  return found?.scope === root ? found : undefined; // not that of another site above this one
}

const said = spoken();
const bar = part("progress");
bar.setAttribute("aria-label", "Fetched so far");
const count = part("span");
const meter = part("p", { className: "se-keep-meter" }, bar, count);
const button = part("button", { type: "button" });

function show(state, ...told) {
  panel.dataset.state = state;
  said.replaceChildren(...(told.length ? told : [SAID[state]]));
  meter.hidden = state !== "fetching";
  button.setAttribute("aria-disabled", state === "fetching"); // not `disabled`: the focus stays where it is
  button.dataset.action = state === "kept" ? "remove" : "keep";
  const asks = { kept: "Remove from this device", fetching: "Fetching …" };
  button.textContent = asks[state] ?? `Keep this book on my device (${size})`;
  if (state === "fetching") progress(0, Number(panel.dataset.megabytes) * 1e6);
}

function progress(fetched, of) {
  [bar.value, bar.max] = [fetched, of || 1];
  count.textContent = `${Math.floor(fetched / 1e6)} of ${Math.ceil(of / 1e6)}\u00a0MB`;
}

async function refresh() {
  const registration = await ours();
  const kept = registration?.active && (await caches.match(`${root}?kept`, { cacheName: STORE }));
  if (!kept && registration?.installing) return follow(registration.installing);
  if (!kept) return show("none");
  const day = new Date(await kept.text()).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const without = "It works without a network, except workbooks that run in the browser and worksheets as PDF.";
  return show("kept", part("strong", {}, "✓ This book is on your device"), `: ${size}, the edition of ${day}. ${without}`);
}

// A worker says what it lacked, unless the browser ended it: some give it five minutes at a time.
function follow(worker) {
  if (panel.dataset.state !== "fetching") show("fetching");
  worker.addEventListener("statechange", () => {
    if (worker.state === "redundant" && panel.dataset.state === "fetching") show("failed", SAID.network);
  });
}

async function keep() {
  show("fetching");
  navigator.storage?.persist?.(); // else a browser that needs room may let the book go
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < bar.max) return show("failed", SAID.room);
  const registration = await service.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
  if (registration.installing) follow(registration.installing);
  // It was removed, here or by the browser, while pages were open: the worker is there, its files are not.
  else registration.active?.postMessage("fill");
}

async function remove() {
  await (await ours())?.unregister();
  await caches.delete(STORE);
  notice.remove();
  channel.postMessage({ removed: true });
  show("none", SAID.removed);
}

function heard({ fetched, of, failed, kept, removed }) {
  if (!panel) return;
  const state = panel.dataset.state;
  if (kept || removed) refresh();
  else if (state === "kept") return; // a new edition comes, or does not, without a word: what is kept is whole
  else if (failed) show("failed", SAID[failed]);
  else {
    if (state !== "fetching") show("fetching");
    progress(fetched, of);
  }
}

const notice = part("aside", { className: "se-edition" });
notice.setAttribute("aria-label", "New edition");

function offer(registration) {
  if (notice.isConnected) return;
  const told = spoken();
  const open = part("button", { type: "button", textContent: "Open new edition" });
  const later = part("button", { type: "button", textContent: "Later", className: "se-quiet" });
  open.dataset.action = "open-edition";
  open.onclick = () => {
    service.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("open");
  };
  later.onclick = () => notice.remove();
  notice.replaceChildren(told, part("div", {}, open, later));
  (document.querySelector(".bd-article") ?? document.body).append(notice);
  told.textContent = "A new edition of this book has been fetched. All open pages will be loaded anew; answers that are kept stay.";
}

function watch(registration) {
  if (registration.waiting) offer(registration);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh.addEventListener("statechange", () => fresh.state === "installed" && registration.active && offer(registration));
  });
}

let channel;
try {
  const why = hindrance();
  if (why) throw new Error(why);
  const registration = await ours();
  channel = new BroadcastChannel(STORE);
  channel.onmessage = ({ data }) => heard(data);
  if (registration) watch(registration);
  if (panel) {
    await refresh();
    button.onclick = () => {
      const act = { keep, remove }[button.dataset.action];
      if (button.ariaDisabled !== "true") act().catch(() => show("failed", SAID.network));
    };
    panel.replaceChildren(said, meter, button);
  }
} catch (problem) {
  panel?.replaceChildren(said);
  if (panel) show("cannot", SAID[problem.message] ?? SAID.browser);
}
