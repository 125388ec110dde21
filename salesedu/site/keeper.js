// The book kept on a device: fetches every file of BOOK (address from the root -> [sha256, bytes]), and answers from them.
// BOOK stands above, one edition to a worker. Files are held under their sha256: an edition can only ever answer with
// its own, whatever else is held, and a file that two editions share is fetched once, also under another address.
const ROOT = new URL("./", location.href).href;
const STORE = `salesedu-book ${ROOT}`;
const FILES = new Map(Object.entries(BOOK));
const channel = new BroadcastChannel(STORE);
const keyOf = (hash) => `${ROOT}?sha256-${hash}`;
const WANTED = new Map(Object.entries(BOOK).map(([path, [hash, bytes]]) => [keyOf(hash), { path, hash, bytes }]));

// One at a time: nothing may be swept away while an edition is being fetched.
const alone = (work, how = {}) => navigator.locks.request(STORE, how, work);

async function fill() {
  const store = await caches.open(STORE);
  const held = new Set((await store.keys()).map((request) => request.url));
  const missing = [...WANTED].filter(([key]) => !held.has(key)).sort((a, b) => b[1].bytes - a[1].bytes);
  const of = missing.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  let fetched = 0;
  async function bring() {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const [key, { path, hash, bytes }] = next;
      // What the browser has from reading will do, if it is the very file; a site that is being changed will not.
      const ask = (cache) => fetch(ROOT + encodeURI(path), { integrity: `sha256-${hash}`, credentials: "same-origin", cache });
      const reply = await ask("force-cache").catch(() => ask("reload"));
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
      // Made anew, so that it carries no address: it may stand under another one in the next edition.
      await store.put(key, new Response(reply.body, { headers: reply.headers }));
      channel.postMessage({ fetched: (fetched += bytes), of });
    }
  }
  try {
    await Promise.all(Array.from({ length: 4 }, bring));
  } catch (problem) {
    missing.length = 0;
    const room = problem.name === "QuotaExceededError";
    if (room && !registration.active) await caches.delete(STORE);
    channel.postMessage({ failed: room ? "room" : "network" });
    throw problem;
  }
}

async function stamp() {
  await (await caches.open(STORE)).put(`${ROOT}?kept`, new Response(new Date().toISOString()));
  channel.postMessage({ kept: true });
}

async function sweep(free) {
  if (!free) return; // an edition is being fetched: the next one to be opened sweeps
  const store = await caches.open(STORE);
  for (const request of await store.keys()) if (!WANTED.has(request.url)) await store.delete(request);
}

addEventListener("install", (event) => event.waitUntil(alone(fill)));

// Only now is the earlier edition let go: until a reader opens this one, or has closed all pages of the other.
addEventListener("activate", (event) => {
  event.waitUntil(alone(sweep, { ifAvailable: true }).then(stamp).then(() => clients.claim()));
});

addEventListener("message", (event) => {
  if (event.data === "open") skipWaiting();
  if (event.data === "fill") event.waitUntil(alone(fill).then(stamp));
});

const ELSEWHERE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not on this device</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>:root{color-scheme:light dark}
body{margin:0 auto;max-width:38rem;padding:3rem 1.2rem;font:1.05rem/1.6 system-ui,sans-serif}</style>
<h1>This is not kept on your device</h1><p>It needs a network: workbooks that run in the browser, worksheets as PDF and
pages of an older edition do. The pages of the book are here. <a href="${ROOT}">Go to the book</a></p></html>`;

async function answer(request, hash) {
  const found = hash && (await caches.match(keyOf(hash), { cacheName: STORE }));
  if (found) return request.method === "HEAD" ? new Response(null, { headers: found.headers }) : found;
  const asked = fetch(request);
  if (request.mode !== "navigate") return asked;
  return asked.catch(() => new Response(ELSEWHERE, { status: 503, headers: { "Content-Type": "text/html" } }));
}

addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  if (!url.startsWith(ROOT) || !["GET", "HEAD"].includes(method)) return;
  const path = decodeURI(url.slice(ROOT.length).replace(/[?#].*/, "")); // ?digest= and ?v= name no other file
  const [hash] = FILES.get(path) ?? FILES.get(`${path}index.html`) ?? FILES.get(`${path}.html`) ?? [];
  if (hash || mode === "navigate") event.respondWith(answer(event.request, hash));
});
