// The page's Python: Pyodide core in a worker, running the same explorers as the tests and the notebooks.
// JSON in, JSON out. The lock file names no package, so nothing can be fetched from anywhere else.
let python;

// File areas of learning systems often do not know WebAssembly, and a browser compiles it under its own name only.
const send = self.fetch.bind(self);
self.fetch = async (...asked) => {
  const reply = await send(...asked);
  const named = reply.headers.get("Content-Type") === "application/wasm";
  if (named || !reply.ok || !new URL(reply.url).pathname.endsWith(".wasm")) return reply;
  return new Response(reply.body, { headers: { "Content-Type": "application/wasm" } });
};

async function boot() {
  const base = new URL("pyodide/", import.meta.url);
  // loadPyodide never settles when its wasm is missing: look first, and fail with a sentence.
  for (const name of ["pyodide.asm.wasm", "python_stdlib.zip", "lock.json"]) {
    const seen = await fetch(new URL(name, base), { method: "HEAD" }).catch(() => ({ ok: false }));
    if (!seen.ok) throw new Error(`the file ${name} is missing on this site`);
  }
  const [{ loadPyodide }, lock, archive] = await Promise.all([
    import(new URL("pyodide.mjs", base)),
    fetch(new URL("lock.json", base)).then((r) => r.text()),
    fetch(new URL("salesedu.zip", import.meta.url)).then((r) => {
      if (!r.ok) throw new Error("the course's own code is missing on this site");
      return r.arrayBuffer();
    }),
  ]);
  const py = await loadPyodide({
    indexURL: base.href, stdLibURL: new URL("python_stdlib.zip", base).href,
    packageBaseUrl: base.href, lockFileContents: lock, checkAPIVersion: true,
  });
  py.FS.writeFile("/course.zip", new Uint8Array(archive)); // imported as it is: nothing to unpack
  return py.runPython(`
import sys
sys.path.insert(0, "/course.zip")
import json
from salesedu.explorers import call
def answer(fn, args):
    return json.dumps(call(fn, json.loads(args)), allow_nan=False)
answer`);
}

onmessage = async ({ data: { id, fn, args } }) => {
  try {
    python ??= boot();
    const answer = await python;
    postMessage({ id, ready: true });
    postMessage({ id, reply: JSON.parse(answer(fn, JSON.stringify(args))) });
  } catch (problem) {
    python = undefined;
    console.warn(problem); // the whole story is for a developer, its last line for a reader
    const reason = String(problem.message ?? problem).trim().split("\n").at(-1);
    postMessage({ id, failed: true, reply: { ok: false, error: `The calculation failed: ${reason}.` } });
  }
};
