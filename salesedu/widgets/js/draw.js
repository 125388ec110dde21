// Which questions, with which figures, belong to an exam number: the same as salesedu/questions/exam.py, which tells
// how and why. Change both, and tests/vectors/exams.json.

export const LARGEST = 9999;

export function rank(text) {
  let hashed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hashed = Math.imul(hashed ^ byte, 0x01000193);
  hashed = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b);
  hashed = Math.imul(hashed ^ (hashed >>> 13), 0xc2b2ae35);
  return (hashed ^ (hashed >>> 16)) >>> 0;
}

// `entries`: {id, chapter, type, asks, concept, variants} → [[id, variant]] in the order in which they are asked.
export function drawExam(entries, number, size) {
  const ranked = entries.map((one) => ({ one, rank: rank(`${number}:${one.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.one.id < b.one.id ? -1 : 1)).map(({ one }) => one);
  const chapters = [...new Set(entries.map((one) => one.chapter))];
  const each = Math.floor(size / chapters.length);
  const over = size % chapters.length;
  const chosen = new Set(chapters.flatMap((chapter, place) => takeShare(ranked, chapter, each + (place < over ? 1 : 0))));
  return ranked.filter((one) => chosen.has(one)).map((one) => [one.id, rank(`${number}:${one.id}:figures`) % one.variants]);
}

function takeShare(ranked, chapter, share) {
  const taken = [];
  const half = Math.floor(share / 2);
  for (const [ofAType, recall] of [[share - half, half], [share, half], [share, share]]) {
    for (const one of ranked) {
      if (taken.length === share) return taken;
      if (one.chapter === chapter
        && taken.every((other) => one.concept !== other.concept)
        && taken.filter((other) => one.type === other.type).length < ofAType
        && (one.asks === "apply" || taken.filter((other) => other.asks !== "apply").length < recall)) taken.push(one);
    }
  }
  return taken;
}

// A whole number within bounds as people type it, else null.
export function wholeNumber(text, least, most) {
  const digits = String(text).trim();
  const value = /^\d{1,6}$/.test(digits) ? Number(digits) : NaN;
  return value >= least && value <= most ? value : null;
}

export function someNumber() {
  return 1 + Math.floor(Math.random() * LARGEST);
}
