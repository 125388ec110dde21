// Leitner boxes: a card that was known moves one box on and rests longer, one that was not starts again.
const REST = [0, 1, 3, 7, 16, 35]; // days of rest in each box; box 0 is a card never known yet
const DAY = 86400000;

// Days are the learner's own calendar days, written so that they sort: "2025-03-09".
export function day(date = new Date()) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function noon(text) {
  return new Date(`${text}T12:00:00`);
}

export function daysUntil(due, today) {
  return Math.round((noon(due) - noon(today)) / DAY);
}

export function later(today, days) {
  const date = noon(today);
  date.setDate(date.getDate() + days);
  return day(date);
}

export function answered(card, known, today) {
  if (!known) return { box: 0, due: today };
  const box = Math.min(card.box + 1, REST.length - 1);
  return { box, due: later(today, REST[box]) };
}

export function validCard(record) {
  return Number.isInteger(record.box) && record.box >= 0 && record.box < REST.length
    && typeof record.due === "string" && /^\d{4}-\d\d-\d\d$/.test(record.due) && !Number.isNaN(noon(record.due).getTime());
}

export function whenDue(due, today) {
  const days = daysUntil(due, today);
  if (days <= 0) return "due today";
  if (days === 1) return "due tomorrow";
  return `due in ${days} days`;
}
