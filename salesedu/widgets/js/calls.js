// One question to Python at a time: while one is under way only the newest wish is remembered.

const LAB_LIMIT = 3000; // ms; a kernel that is busy or gone
const PAGE_LIMIT = 100000; // ms; Python may have to be loaded first, and the page's host ends what runs away sooner

export function makeCaller(experimental, signal, onPage) {
  return async function call(fn, args) {
    const limit = new AbortController();
    const end = () => limit.abort(new Error("too long"));
    const timer = setTimeout(end, onPage ? PAGE_LIMIT : LAB_LIMIT);
    signal.addEventListener("abort", end, { once: true });
    try {
      const [reply] = await experimental.invoke("call", { fn, args }, { signal: limit.signal });
      if (limit.signal.aborted) throw limit.signal.reason;
      if (reply?.ok) return { ok: true, value: reply.value };
      return { ok: false, error: reply?.error || "The model gave no answer." };
    } catch {
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

// latest(run)(wish): runs one at a time, drops all wishes but the newest. Whoever wishes hears when all is done.
export function latest(run) {
  let running;
  let busy = false;
  let next;
  async function work() {
    try {
      while (next) {
        const now = next.value;
        next = undefined;
        await run(now);
      }
    } finally {
      busy = false;
    }
  }
  return function wish(value) {
    next = { value };
    if (!busy) {
      busy = true;
      running = work();
    }
    return running;
  };
}
