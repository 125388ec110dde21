// One sitting of an exam, as it is kept: its questions, what was answered, its clock, and once handed in its points.
import { drawExam } from "./draw.js";
import { grade } from "./grade.js";

export const FORMAT = "exam-1"; // what a kept sitting must have been written as; each question in it has its own hash

export function keyOfSitting(started) {
  return `exam:${started.toString(36)}`;
}

export function newSitting(exam, entries, number, minutes, now) {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const items = drawExam(entries, number, exam.size).map(([id, variant]) => {
    const { chapter, hash } = byId.get(id);
    return { id, chapter, variant, hash, response: null, marked: false, score: null };
  });
  return { hash: FORMAT, chapter: "exam", exam: exam.id, number, started: now, minutes, end: minutes === null ? null : now + minutes * 60000, overtime: false, done: null, current: 0, gone: 0, items };
}

const isTime = (value) => Number.isFinite(value) && value > 0;
const isCount = (value) => Number.isInteger(value) && value >= 0;

export function validSitting(value) {
  return typeof value.exam === "string" && Number.isInteger(value.number) && value.number > 0 && isTime(value.started)
    && (value.minutes === null || isCount(value.minutes)) && (value.end === null || isTime(value.end))
    && typeof value.overtime === "boolean" && (value.done === null || isTime(value.done)) && isCount(value.gone)
    && Array.isArray(value.items) && value.items.length > 0 && value.items.length <= 1000 && isCount(value.current) && value.current < value.items.length
    && value.items.every(validItem) && (value.done === null || value.items.every((item) => item.score !== null));
}

function validItem(item) {
  return typeof item === "object" && item !== null && typeof item.id === "string" && typeof item.chapter === "string" && typeof item.hash === "string"
    && isCount(item.variant) && typeof item.marked === "boolean" && "response" in item
    && (item.score === null || (item.score >= 0 && item.score <= 1));
}

// The book may have a new edition since: an edited question loses its answer, one that is gone leaves an exam under way,
// the others stay as they were. Of a sitting that was handed in, the points stand. → {sitting, edited: [places]}
export function reconcile(sitting, entries) {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const stays = (item) => sitting.done !== null || byId.has(item.id);
  const here = sitting.items.filter(stays);
  const edited = [];
  const items = here.map((item, place) => {
    const now = byId.get(item.id);
    if (!now) return item;
    if (now.hash === item.hash) return { ...item, variant: item.variant % now.variants };
    edited.push(place);
    return { ...item, hash: now.hash, variant: item.variant % now.variants, response: null };
  });
  const before = sitting.items.slice(0, sitting.current).filter(stays).length;
  return {
    sitting: { ...sitting, gone: sitting.gone + sitting.items.length - here.length, items, current: Math.max(0, Math.min(before, items.length - 1)) },
    edited,
  };
}

export function judge(question, item) {
  return item.response === null ? { score: 0, state: "unanswered", say: [], marks: [] } : grade(question, item.response, item.variant);
}

// "open", "unclear" (a number that can be read in two ways, or not at all) or "answered": never whether it is right.
export function standing(question, item) {
  const { state } = judge(question, item);
  return state === "unanswered" ? "open" : state === "unclear" ? "unclear" : "answered";
}

// What can be told without the questions themselves.
export function looksAnswered(item) {
  const { response } = item;
  if (Array.isArray(response)) return response.some((one) => one !== null);
  return response !== null && response !== "";
}

export function handIn(sitting, questions, now) {
  const items = sitting.items.map((item) => ({ ...item, score: judge(questions.get(item.id), item).score }));
  return { ...sitting, items, done: now };
}

const tenth = (value) => Math.round(value * 10 + 1e-9) / 10;

// Points, share and the Dutch mark: from 1 to 10, where 5.5 is a pass.
export function resultOf(sitting) {
  const points = sitting.items.reduce((sum, item) => sum + (item.score ?? 0), 0);
  const of = sitting.items.length;
  const share = of ? points / of : 0;
  const mark = tenth(1 + 9 * share);
  return { points, of, share, mark, pass: mark >= 5.5 };
}

// Per chapter the points and what was missed, weakest question first known by its place in the exam.
export function byChapter(sitting, chapters) {
  return chapters.map(({ key }) => key).map((chapter) => {
    const places = sitting.items.map((item, place) => ({ item, place })).filter(({ item }) => item.chapter === chapter);
    return {
      chapter,
      points: places.reduce((sum, { item }) => sum + item.score, 0),
      of: places.length,
      missed: places.filter(({ item }) => item.score < 1).map(({ place }) => place),
    };
  }).filter(({ of }) => of > 0);
}
