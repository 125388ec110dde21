// Compare a written term with the accepted ones, forgiving a slip of the fingers.
// The same comparison as salesedu/questions/spelling.py: change both.

const ARTICLES = new Set(["a", "an", "the", "de", "het", "een"]);
const FORGIVEN_FROM = 6;
const FORGIVEN_TWICE_FROM = 12;

/** Further than any forgiven distance. */
export const NO = 99;

/** Small letters and digits, without accents, punctuation and articles. */
export function normalise(text) {
  let flat = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  flat = flat.replace(/['\u2018\u2019`´]/g, "").replaceAll("&", " and ");
  const words = flat.replace(/[^a-z0-9]+/g, " ").split(" ").filter(Boolean);
  const plain = new Set(text.toLowerCase().match(/[a-z]+/g) || []);
  const kept = words.filter((word) => !ARTICLES.has(word) || !plain.has(word));
  return (kept.length ? kept : words).join(" ");
}

/** Slips between a normalised text and the nearest of `forms`; NO when none is near enough. */
export function nearest(given, forms) {
  return forms.reduce((least, form) => Math.min(least, slips(given, form)), NO);
}

function slips(given, form) {
  const joined = given.replaceAll(" ", "");
  const wanted = form.replaceAll(" ", "");
  if (joined === wanted) return 0;
  if (given.replace(/[^0-9]/g, "") !== form.replace(/[^0-9]/g, "")) return NO;
  let words = given.split(" ");
  let needed = form.split(" ");
  if (words.length !== needed.length) [words, needed] = [[joined], [wanted]];
  let total = 0;
  for (let place = 0; place < words.length; place += 1) {
    const [word, need] = [words[place], needed[place]];
    const count = distance(word, need);
    const allowed = (need.length >= FORGIVEN_FROM) + (need.length >= FORGIVEN_TWICE_FROM);
    if (count > allowed || (count && word[0] !== need[0])) return NO;
    total += count;
  }
  return total;
}

/** Letters to add, drop, change or swap with a neighbour. */
export function distance(one, other) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const earlier = before;
    before = row;
    row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + changed);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, earlier[j - 2] + 1);
      }
      row.push(cost);
    }
  }
  return row[other.length];
}
