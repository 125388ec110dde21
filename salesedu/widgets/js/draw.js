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
  const shares = sharesOf(entries, chapters, size);
  const chosen = new Set(chapters.flatMap((chapter) => takeShare(ranked, chapter, shares[chapter])));
  return ranked.filter((one) => chosen.has(one)).map((one) => [one.id, rank(`${number}:${one.id}:figures`) % one.variants]);
}

// In turn, one each, as long as a chapter has another concept to ask.
function sharesOf(entries, chapters, size) {
  const room = (chapter) => new Set(entries.filter((one) => one.chapter === chapter).map((one) => one.concept)).size;
  const most = Object.fromEntries(chapters.map((chapter) => [chapter, room(chapter)]));
  const shares = Object.fromEntries(chapters.map((chapter) => [chapter, 0]));
  let left = Math.min(size, chapters.reduce((sum, chapter) => sum + most[chapter], 0));
  while (left > 0) {
    for (const chapter of chapters) {
      if (left > 0 && shares[chapter] < most[chapter]) {
        shares[chapter] += 1;
        left -= 1;
      }
    }
  }
  return shares;
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
