// Read a number as people write it, in Dutch or English, and ask back when it can be two.
// The same reading as salesedu/questions/numbers.py: change both, and tests/vectors/numbers.json.

const SENTENCES = {
  ambiguous:
    "“{text}” can mean {large} or {small}. Type {large} or {small}, so that it is clear which you mean.",
  unreadable: "“{text}” cannot be read as a number. Type one number, such as 1250.50 or 25 %.",
  zero: "“{text}” divides by zero. Type one number.",
  percent: "“{text}” is a percentage, and this answer is an amount in euros. Type the amount.",
  euro: "“{text}” is an amount in euros, and this answer is not. Type it in {unit}.",
};

const LONGEST = 60;
const TIMES = {
  k: 1e3, thousand: 1e3, duizend: 1e3,
  m: 1e6, mln: 1e6, mio: 1e6, million: 1e6, miljoen: 1e6,
  bn: 1e9, mrd: 1e9, billion: 1e9, miljard: 1e9,
};
const PERCENT_WORDS = ["%", "percent", "per cent", "procent", "pct"];
const EURO_WORDS = ["€", "euros", "euro", "eur"];
const LEAD_WORDS = ["=", "≈", "~", "about", "circa", "ca.", "ca"];
const COMMON_UNITS = ["points", "point", "punten", "punt", "pts", "pt", "stuks", "pieces"];
const SPACES =
  /[\t-\r\x1c-\x20\x85\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
const FRACTIONS = { "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3" };

/** The sentences, for the test that holds both readers to the same ones. */
export function numberSentences() {
  return { ...SENTENCES };
}

/** Read `text`: {value, problem, alternatives, say}; see Reading in numbers.py. */
export function readNumber(text, unit) {
  const box = (unit || "").trim();
  const typed = String(text).replace(SPACES, " ").trim();
  if (!typed) return reading(null, "empty");
  if (Array.from(typed).length > LONGEST) {
    return trouble("unreadable", Array.from(typed).slice(0, LONGEST).join("") + "…");
  }
  const { rest, percent, euro } = stripUnits(tidy(typed).toLowerCase(), box);
  const money = box.includes("€") || box.toLowerCase().includes("euro");
  if (percent && (money || euro)) return trouble(money ? "percent" : "unreadable", typed);
  if (euro && box && !money) {
    return trouble("euro", typed, [], { unit: box === "%" ? "per cent" : box });
  }
  const found = quantity(rest, countedIn(box.toLowerCase()));
  if (typeof found === "string") return trouble(found, typed);
  if (!found.every(Number.isFinite)) return trouble("unreadable", typed);
  if (found.length === 2) {
    const both = found.map((value) => (percent || box === "%" ? value / 100 : value));
    return trouble("ambiguous", typed, both, { large: plain(found[0]), small: plain(found[1]) });
  }
  return withPercent(found[0], percent, box);
}

/** Write a number so that it can be typed and read back in one way only: "1250.5". */
export function plain(value) {
  let text = value.toFixed(6).replace(/0+$/, "").replace(/\.$/, "");
  if (/^-?[1-9][0-9]{0,2}[.][0-9]{3}$/.test(text)) text += "0"; // "1.255" would be asked about again
  return text === "-0" ? "0" : text;
}

function reading(value, problem = null, alternatives = [], say = "") {
  return { value, problem, alternatives, say };
}

function trouble(kind, text, alternatives = [], more = {}) {
  let say = SENTENCES[kind].replaceAll("{text}", () => text);
  for (const [name, part] of Object.entries(more)) say = say.replaceAll(`{${name}}`, () => part);
  return reading(null, kind, alternatives, say);
}

function tidy(text) {
  text = text.replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-");
  text = text.replace(/[\u2018\u2019\u02bc`´]/g, "'");
  text = text.replaceAll("\u2044", "/").replaceAll("÷", "/");
  for (const [sign, spelled] of Object.entries(FRACTIONS)) {
    text = text.replaceAll(sign, ` ${spelled}`);
  }
  return text.replace(/ +/g, " ").trim();
}

function stripUnits(text, unit) {
  let percent = false;
  let euro = false;
  const small = unit.toLowerCase();
  const bare = small.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const names = [small, bare].flatMap((one) => [one, one.replace(/s+$/, "")]);
  const signs = ["", ...PERCENT_WORDS, ...EURO_WORDS];
  const units = [...new Set([...names, ...COMMON_UNITS])].filter((word) => !signs.includes(word));
  units.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  let before;
  do {
    before = text;
    for (const word of LEAD_WORDS) text = without(text, word, false);
    for (const word of PERCENT_WORDS) {
      const shorter = without(text, word, true);
      percent = percent || shorter !== text;
      text = shorter;
    }
    for (const word of EURO_WORDS) {
      let shorter = without(without(text, word, true), word, false);
      shorter = shorter.replace(new RegExp(`^([+-]) ?${word} ?(?=[\\d.,])`), "$1");
      euro = euro || shorter !== text;
      text = shorter;
    }
    for (const word of units) text = without(text, word, true);
  } while (text !== before);
  const whole = text.replace(/(\d)[.,] ?--?$/, "$1");
  if (whole !== text) text = whole.replace(/[.,](?=\d{3}(?!\d))/g, "");
  return { rest: text.replace(/(\d)[.,;]$/, "$1"), percent, euro };
}

const isLetter = (sign) => /\p{L}/u.test(sign);

function without(text, word, atEnd) {
  if (atEnd && text.endsWith(word)) {
    const cut = text.slice(0, text.length - word.length);
    const rest = cut.replace(/ +$/, "");
    return isLetter(rest.slice(-1)) && !cut.endsWith(" ") ? text : rest;
  }
  if (!atEnd && text.startsWith(word)) {
    const cut = text.slice(word.length);
    const rest = cut.replace(/^ +/, "");
    return isLetter(rest.slice(0, 1)) && !cut.startsWith(" ") ? text : rest;
  }
  return text;
}

function countedIn(unit) {
  const first = unit.split(" ")[0];
  return first.length > 3 && Object.hasOwn(TIMES, first) ? TIMES[first] : 1; // "m" is a metre
}

// In a box for thousands ("thousand euros"), `each` is 1000: there "230k" and "230" are the same.
function quantity(text, each) {
  const found = /^([+-]?) ?(.*?) ?([a-z]*)\.?$/.exec(text);
  if (!found) return "unreadable";
  const sign = found[1] === "-" ? -1 : 1;
  const body = found[2];
  let times = 1;
  if (found[3]) {
    if (!Object.hasOwn(TIMES, found[3])) return "unreadable";
    times = TIMES[found[3]] / each;
  }
  const power = /^(\d*[.,]?\d+)e([+-]?\d{1,3})$/.exec(body);
  if (power) return [sign * Number(`${power[1].replace(",", ".")}e${power[2]}`) * times];

  const fraction = /^(?:(\d+) )?(\d+(?:[.,]\d+)?) ?\/ ?(\d+(?:[.,]\d+)?)$/.exec(body);
  if (fraction) {
    const whole = Number(fraction[1] || 0);
    const [upper, lower] = fraction.slice(2, 4).map((part) => Number(part.replace(",", ".")));
    if (lower === 0) return "zero";
    return [sign * (whole + upper / lower) * times];
  }
  const figures = figure(body);
  if (typeof figures === "string") return figures;
  return figures.map((one) => sign * Number(one) * times);
}

function figure(body) {
  if (/[ ']/.test(body)) {
    if (!/^\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*([.,]\d+)?$/.test(body)) return "unreadable";
    return [body.replace(/[ ']/g, "").replace(",", ".")];
  }
  if (!/^[\d.,]*\d$/.test(body)) return "unreadable";
  const points = body.split(".").length - 1;
  const commas = body.split(",").length - 1;
  if (points && commas) {
    const [decimal, group] = body.lastIndexOf(".") > body.lastIndexOf(",") ? [".", ","] : [",", "."];
    const shape = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+\\${decimal}\\d+$`);
    if (!shape.test(body)) return "unreadable";
    return [body.replaceAll(group, "").replace(decimal, ".")];
  }
  if (points + commas > 1) {
    if (!/^\d{1,3}(?:[.,]\d{3})+$/.test(body)) return "unreadable";
    return [body.replace(/[.,]/g, "")];
  }
  // One separator and three digits behind it: thousands or decimals? A leading zero tells.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) {
    return [body.replace(/[.,]/g, ""), body.replace(",", ".")];
  }
  return [body.replace(",", ".")];
}

function withPercent(value, percent, unit) {
  if (unit === "%") {
    if (percent) return reading(value / 100);
    if (value > -1 && value < 1) return reading(value, null, value === 0 ? [] : [value / 100]);
    return reading(value / 100, null, [value]);
  }
  if (percent) return reading(value / 100, null, unit ? [value] : []);
  return reading(value);
}
