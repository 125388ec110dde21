// One question to Python at a time: while one is under way only the newest wish is remembered.

const LAB_LIMIT = 3000; // ms; a kernel that is busy or gone
const PAGE_LIMIT = 6000; // ms; the page's host stops runaway Python itself, after 4 s, and says so
const BOOT_LIMIT = 100000; // ms; the first answer on a page waits until Python has been loaded

export function makeCaller(experimental, signal, onPage) {
  let warm = !onPage;

  return async function call(fn, args) {
    const limit = new AbortController();
    const end = () => limit.abort(new Error("too long"));
    const timer = setTimeout(end, !warm ? BOOT_LIMIT : onPage ? PAGE_LIMIT : LAB_LIMIT);
    signal.addEventListener("abort", end, { once: true });
    try {
      const [reply] = await experimental.invoke("call", { fn, args }, { signal: limit.signal });
      if (limit.signal.aborted) throw limit.signal.reason;
      if (reply?.ok) {
        warm = true;
        return { ok: true, value: reply.value };
      }
      warm = !onPage; // the host may have ended Python, so the next answer may take a start again
      return { ok: false, error: reply?.error || "The model gave no answer." };
    } catch {
      warm = !onPage;
      return {
        ok: false,
        error: onPage
          ? "The calculation took too long."
          : "The notebook’s kernel did not answer: it may be busy or not running.",
      };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
    }
  };
}

// latest(run)(wish): runs one at a time, drops all wishes but the newest.
export function latest(run) {
  let busy = false;
  let next;
  return async function wish(value) {
    next = { value };
    if (busy) return;
    busy = true;
    try {
      while (next) {
        const now = next.value;
        next = undefined;
        await run(now);
      }
    } finally {
      busy = false;
    }
  };
}
