// Grade a response to a baked question: {score, state, say, marks}.
// The same rules and sentences as salesedu/questions/grade.py: change both, and tests/vectors/grades.json.

import { readNumber, plain } from "./numbers.js";
import { normalise, nearest, NO } from "./spelling.js";

const SENTENCES = {
  "missed one": "You missed one right answer.",
  "missed more": "You missed {n} right answers.",
  "open one": "One is still open.",
  "open more": "{n} are still open.",
  "too early": "<strong>{item}</strong> comes too early. {because}",
  "too late": "<strong>{item}</strong> comes too late. {because}",
  misplaced: "<strong>{item}</strong>: {because}",
  "too high": "Your answer is too high.",
  "too low": "Your answer is too low.",
  close: "You are close: keep all decimals until the last step.",
  sign: "The size is right; look at the sign: plus or minus?",
  "times too high":
    "Your answer is {n} times too high: look at the decimal point, the percentage and the unit.",
  "times too low":
    "Your answer is {n} times too low: look at the decimal point, the percentage and the unit.",
};

const FACTORS = [10, 100, 1000];
const CLOSE = 3;
const SLACK = 1e-9;

/** The sentences, for the test that holds both graders to the same ones. */
export function gradeSentences() {
  return { ...SENTENCES };
}

/** Grade one response; a malformed one counts as unanswered. */
export function grade(baked, response, variant = 0) {
  if (!Object.hasOwn(GRADERS, baked.type)) throw new Error(`There is no question type ${baked.type}`);
  return GRADERS[baked.type](baked, response, variant);
}

const unanswered = () => ({ score: 0, state: "unanswered", say: [], marks: [] });

function graded(score, say = [], marks = []) {
  const state = score >= 1 ? "correct" : score > 0 ? "partial" : "wrong";
  return { score, state, say, marks };
}

function tell(name, parts = {}) {
  let say = SENTENCES[name];
  for (const [key, part] of Object.entries(parts)) say = say.replaceAll(`{${key}}`, () => String(part));
  return say;
}

function escapeHtml(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]);
}

function index(value, below) {
  return Number.isInteger(value) && value >= 0 && value < below ? value : null;
}

const byIndex = (things) => [...things].sort((one, other) => one.index - other.index);
const list = (value) => (Array.isArray(value) ? value : []);

// An item's text without the full stop of a sentence of its own: our sentence goes on.
const bare = (item) => item.text.replace(/\.$/, "");

function gradeChoice(baked, response) {
  const options = byIndex(baked.options);
  const chosen = index(response, options.length);
  if (chosen === null) return unanswered();
  const right = options[chosen].correct;
  const marks = options.map((option) => right || option.index !== chosen);
  return graded(right ? 1 : 0, [options[chosen].because], marks);
}

function gradeMultiple(baked, response) {
  const options = byIndex(baked.options);
  const ticked = new Set(list(response).map((one) => index(one, options.length)));
  ticked.delete(null);
  if (!ticked.size) return unanswered();
  const right = options.filter((option) => option.correct);
  const hits = right.filter((option) => ticked.has(option.index)).length;
  const missed = right.length - hits;
  const wrong = options.filter((option) => ticked.has(option.index) && !option.correct);
  const say = wrong.map((option) => option.because);
  if (missed) say.push(tell(missed === 1 ? "missed one" : "missed more", { n: missed }));
  const score = Math.max(0, hits - wrong.length) / right.length;
  return graded(score, say, options.map((option) => ticked.has(option.index) === option.correct));
}

function gradeNumber(baked, response, variant) {
  const typed = typeof response === "number" && Number.isFinite(response) ? plain(response) : response;
  if (typeof typed !== "string") return unanswered();
  const reading = readNumber(typed, baked.unit);
  if (reading.problem === "empty") return unanswered();
  const chosen = baked.variants[index(variant, baked.variants.length) || 0];
  const { answer, tolerance } = chosen;
  if (reading.problem) {
    // Our own pages write 9,600: somebody who types the key that way is right, not unclear.
    if (reading.alternatives?.some((value) => near(value, answer, tolerance))) return graded(1);
    return { score: 0, state: "unclear", say: [escapeHtml(reading.say)], marks: [] };
  }
  const meant = [reading.value, ...reading.alternatives];
  if (meant.some((value) => near(value, answer, tolerance))) return graded(1);
  for (const wrong of chosen.misconceptions) {
    if (meant.some((value) => near(value, wrong.value, tolerance))) return graded(0, [wrong.say]);
  }
  return graded(0, [direction(meant, answer, tolerance)]);
}

function near(value, target, tolerance) {
  return Math.abs(value - target) <= tolerance + SLACK * Math.max(1, Math.abs(target));
}

function direction(meant, key, tolerance) {
  if (meant.some((one) => key && near(-one, key, tolerance))) return tell("sign");
  for (const one of meant) {
    for (const factor of FACTORS) {
      if (key && near(one / factor, key, tolerance) && Math.abs(one) > Math.abs(key)) {
        return tell("times too high", { n: factor });
      }
      if (key && near(one * factor, key, tolerance) && Math.abs(one) < Math.abs(key)) {
        return tell("times too low", { n: factor });
      }
    }
  }
  const value = meant.reduce((best, one) => (Math.abs(one - key) < Math.abs(best - key) ? one : best));
  if (Math.abs(value - key) <= CLOSE * tolerance) return tell("close");
  return tell(value > key ? "too high" : "too low");
}

function gradeOrder(baked, response) {
  const items = baked.items;
  const steps = list(response).map((one) => index(one, items.length));
  const whole = steps.length === items.length && !steps.includes(null);
  if (!whole || new Set(steps).size !== steps.length) return unanswered();
  const run = longestRun(steps);
  const score = (run.length - 1) / (items.length - 1);
  const say = [];
  if (score < 1) {
    const place = steps.findIndex((_, at) => !run.includes(at));
    const item = items[steps[place]];
    const early = run.some((later) => later > place && steps[later] < steps[place]);
    say.push(tell(early ? "too early" : "too late", { item: bare(item), because: item.because }));
  }
  return graded(score, say, steps.map((_, at) => run.includes(at)));
}

function longestRun(steps) {
  const best = [];
  steps.forEach((step, place) => {
    let run = [];
    for (let earlier = 0; earlier < place; earlier += 1) {
      if (steps[earlier] < step && best[earlier].length > run.length) run = best[earlier];
    }
    best.push([...run, place]);
  });
  return best.reduce((longest, run) => (run.length > longest.length ? run : longest));
}

function gradePlaced(parts, response, bins, right) {
  const items = byIndex(parts);
  const given = list(response);
  const placed = items.map((_, at) => index(given[at], bins));
  if (placed.every((one) => one === null)) return unanswered();
  const marks = items.map((item, at) => placed[at] === right(item));
  const wrong = items.filter((_, at) => placed[at] !== null && !marks[at]);
  const say = wrong.slice(0, 2).map((item) => tell("misplaced", { item: bare(item), because: item.because }));
  const open = placed.filter((one) => one === null).length;
  if (open) say.push(tell(open === 1 ? "open one" : "open more", { n: open }));
  return graded(marks.filter(Boolean).length / items.length, say, marks);
}

function gradeText(baked, response) {
  const given = typeof response === "string" ? normalise(response) : "";
  if (!given) return unanswered();
  const right = nearest(given, baked.accept);
  const slips = baked.misconceptions.map((wrong) => nearest(given, wrong.accept));
  const least = Math.min(NO, ...slips);
  if (right < least) return graded(1, [baked.because]);
  if (least < NO) return graded(0, [baked.misconceptions[slips.indexOf(least)].say]);
  return graded(0);
}

const GRADERS = {
  choice: gradeChoice,
  multiple: gradeMultiple,
  number: gradeNumber,
  order: gradeOrder,
  match: (baked, response) => gradePlaced(baked.lefts, response, baked.rights.length, (left) => left.index),
  sort: (baked, response) => gradePlaced(baked.items, response, baked.bins.length, (item) => item.bin),
  text: gradeText,
};
