// The learner's work: one record per question, card or filled-in explorer, in memory always, in localStorage once allowed.
// What is read back is never trusted: it is parsed, migrated and checked before anybody uses it.

const VERSION = 1;
const MIGRATIONS = {}; // {1: (record) => recordOfVersion2}: one step each, run in turn
const CHANGED = "salesedu:work";

// Every widget brings its own copy of this module, so what they share hangs on the document.
function sharedState(course) {
  const all = (document[Symbol.for("salesedu.work")] ??= {});
  return (all[course] ??= { memory: new Map(), consent: null, blocked: null, full: false });
}

function storage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // some browsers throw on the mere mention
  }
}

function isRecord(record) {
  return typeof record === "object" && record !== null && !Array.isArray(record)
    && Number.isInteger(record.v) && typeof record.hash === "string" && record.hash.length < 100;
}

export function migrate(record) {
  let current = record;
  while (isRecord(current) && current.v < VERSION && MIGRATIONS[current.v]) current = MIGRATIONS[current.v](current);
  return isRecord(current) && current.v === VERSION ? current : null;
}

export function makeStore(course) {
  const shared = sharedState(course);
  const prefix = `salesedu:${course}:`;
  const listeners = new Set();

  function fail(error) {
    if (error?.name === "QuotaExceededError" || error?.code === 22) shared.full = true;
    else shared.blocked = true;
  }

  function raw(key) {
    try {
      return storage()?.getItem(prefix + key) ?? null;
    } catch (error) {
      fail(error);
      return null;
    }
  }

  function put(key, text) {
    try {
      const place = storage();
      if (!place) throw new Error("no storage");
      place.setItem(prefix + key, text);
      shared.full = false;
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }

  function drop(key) {
    try {
      storage()?.removeItem(prefix + key);
    } catch (error) {
      fail(error);
    }
  }

  function keys() {
    const found = [];
    try {
      const place = storage();
      for (let i = 0; i < (place?.length ?? 0); i++) {
        const key = place.key(i);
        if (key?.startsWith(prefix)) found.push(key.slice(prefix.length));
      }
    } catch (error) {
      fail(error);
    }
    return found;
  }

  const isWork = (key) => /^(q|card|explorer|exam):/.test(key);

  function announce(changed) {
    document.dispatchEvent(new CustomEvent(CHANGED, { detail: { course, keys: changed } }));
  }

  function canKeep() {
    if (shared.blocked === null) {
      shared.blocked = false;
      if (put("test", "1")) drop("test");
    }
    return !shared.blocked;
  }

  function consent() {
    if (shared.consent !== null) return shared.consent;
    return raw("consent") === "yes" ? "keep" : null;
  }

  // → {record} | {edited: true} (the question is no longer the one that was answered) | {broken: true} | {}
  function read(key, hash, valid = () => true) {
    let record = shared.memory.get(key);
    if (record === undefined) {
      const text = raw(key);
      if (text === null) return {};
      try {
        record = migrate(JSON.parse(text));
      } catch {
        record = null;
      }
      if (!record || (record.hash === hash && !valid(record))) {
        drop(key); // first, so that there is room for the other
        put(`broken:${key}`, text);
        return { broken: true };
      }
    }
    if (record.hash !== hash) return { edited: true };
    return valid(record) ? { record } : {};
  }

  function write(key, record) {
    const whole = { v: VERSION, ...record, at: new Date().toISOString() };
    shared.memory.set(key, whole);
    if (consent() === "keep") put(key, JSON.stringify(whole));
    announce([key]);
    return whole;
  }

  function setConsent(keep) {
    shared.consent = keep ? "keep" : "later";
    if (keep) {
      put("consent", "yes");
      keepMemory();
    }
    announce([]);
  }

  function keepMemory(wanted = () => true) {
    for (const [key, record] of shared.memory) if (wanted(key)) put(key, JSON.stringify(record));
  }

  // All records as they stand, memory first: what an export holds.
  function all() {
    const entries = {};
    for (const key of keys().filter(isWork)) {
      try {
        const record = migrate(JSON.parse(raw(key)));
        if (record) entries[key] = record;
      } catch {
        // a broken entry is dealt with when its question reads it
      }
    }
    for (const [key, record] of shared.memory) entries[key] = record;
    return entries;
  }

  // Put records that came from elsewhere beside ours; of two for the same question the newest stays.
  function merge(entries) {
    const mine = all();
    const taken = [];
    let older = 0;
    for (const [key, record] of Object.entries(entries)) {
      if (mine[key] && String(mine[key].at ?? "") >= String(record.at ?? "")) { older++; continue; }
      shared.memory.set(key, record);
      if (consent() === "keep") put(key, JSON.stringify(record));
      taken.push(key);
    }
    announce(taken);
    return { taken: taken.length, older };
  }

  function reset(belongs) {
    const gone = Object.entries(all()).filter(([key, record]) => belongs(key, record)).map(([key]) => key);
    for (const key of gone) {
      shared.memory.delete(key);
      drop(key);
    }
    announce(gone);
    return gone.length;
  }

  // What a learner should know about where the work is: a sentence, or null when all is well.
  function problem() {
    if (!canKeep()) return "This browser does not let pages keep anything, so your answers last until you close or reload this page.";
    if (shared.full) return "There is no room left in this browser’s storage: your newest answers last until you close or reload this page. Export them to be safe.";
    return null;
  }

  function onChange(event) {
    if (event.detail.course === course) for (const listener of listeners) listener(event.detail.keys);
  }

  // Another tab wrote: what we hold in memory is older than what now lies in the storage.
  function onStorage(event) {
    if (event.key !== null && !event.key.startsWith(prefix)) return;
    const key = event.key?.slice(prefix.length);
    if (key === undefined) shared.memory.clear();
    else shared.memory.delete(key);
    if (key === "consent") {
      shared.consent = null;
      if (consent() === "keep") keepMemory((one) => raw(one) === null);
    }
    const changed = key === undefined ? null : [key];
    for (const listener of listeners) listener(changed);
  }

  function subscribe(listener) {
    if (listeners.size === 0) {
      document.addEventListener(CHANGED, onChange);
      globalThis.addEventListener?.("storage", onStorage);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        document.removeEventListener(CHANGED, onChange);
        globalThis.removeEventListener?.("storage", onStorage);
      }
    };
  }

  return { course, version: VERSION, kept: () => keys().filter(isWork), read, write, all, merge, reset, consent, setConsent, canKeep, problem, subscribe };
}
