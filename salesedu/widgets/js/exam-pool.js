// The questions themselves: too many to lie in the page, so they come when somebody starts.

const LIMIT = 60000; // ms

// → {questions: Map of id to question} or {error: sentence}
export async function fetchPool(experimental, signal, entries) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LIMIT);
  const end = () => limit.abort();
  signal?.addEventListener("abort", end, { once: true });
  try {
    const [reply, buffers] = await experimental.invoke("pool", {}, { signal: limit.signal });
    if (reply?.error) return { error: reply.error };
    const text = reply?.url ? await download(reply.url, limit.signal) : new TextDecoder().decode(buffers[0]);
    const questions = new Map(JSON.parse(text).map((one) => [one.id, one]));
    if (!entries.every((one) => questions.get(one.id)?.hash === one.hash)) {
      return { error: "This page and its questions are of different editions of the book. Reload the page." };
    }
    return { questions };
  } catch {
    return { error: "The questions could not be fetched. Your connection may be gone, or the notebook’s kernel is not running." };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

async function download(url, signal) {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}
