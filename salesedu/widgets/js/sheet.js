// A table to fill in. Wide enough it is a table; on a phone every row is a card. The same nodes either way, so that
// turning a phone loses nothing; native controls throughout, each with a name that says its row and its column.
import { el, uid } from "./dom.js";
import { makeField } from "./words.js";

const SEGMENTS = 5; // more levels than this and they become a list to choose from
const ROOM = { head: 140, tick: 70, pick: 150, entry: 160, list: 90, segment: 44, between: 10 }; // px, at letters of 16 px

function lower(label) {
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}

function tickCell(column, name, onMove, id) {
  const input = el("input", { type: "checkbox", class: "se-tick", id, "aria-label": name, on: { change: () => onMove() } });
  return { node: input, inputs: [input], get: () => input.checked, set(value) { input.checked = value; } };
}

function levelCell(column, name, onMove) {
  const group = uid("level");
  const inputs = Array.from({ length: column.top }, (_, i) => el("input", {
    type: "radio", name: group, value: i + 1, "aria-label": `${i + 1} of ${column.top}`, on: { change: () => onMove() } }));
  return {
    node: el("span", { class: "se-segments se-levels", role: "radiogroup", "aria-label": name },
      inputs.map((input, i) => el("label", { class: "se-segment" }, input, el("span", { "aria-hidden": "true" }, String(i + 1))))),
    inputs,
    get() {
      const picked = inputs.findIndex((input) => input.checked);
      return picked < 0 ? null : picked + 1;
    },
    set(value) { inputs.forEach((input, i) => { input.checked = i + 1 === value; }); },
  };
}

function listCell(options, empty, name, onMove) {
  const select = el("select", { class: "se-select", "aria-label": name, on: { change: () => onMove() } },
    el("option", { value: "" }, empty), options.map(([, label], i) => el("option", { value: i }, label)));
  return {
    node: select,
    inputs: [select],
    get: () => (select.value === "" ? null : options[Number(select.value)][0]),
    set(value) {
      const place = options.findIndex(([one]) => one === value);
      select.value = place < 0 ? "" : String(place);
    },
  };
}

function entryCell(column, name, onMove) {
  const made = makeField({ longest: column.longest, "aria-label": name }, () => onMove({ typed: true }));
  return { node: el("span", { class: "se-entry-cell" }, made.field, made.left), inputs: [made.field], get: made.get, set: made.set };
}

function makeCell(column, name, onMove, id) {
  if (column.kind === "tick") return tickCell(column, name, onMove, id);
  if (column.kind === "entry") return entryCell(column, name, onMove);
  if (column.kind === "pick") return listCell(column.options, "Choose…", name, onMove);
  if (column.top <= SEGMENTS) return levelCell(column, name, onMove);
  return listCell(Array.from({ length: column.top }, (_, i) => [i + 1, String(i + 1)]), "–", name, onMove);
}

// How wide a table has to be before its columns are cramped, in pixels; `letter` is the size of a reader's letters.
export function widthOf(columns, letter = 16) {
  return columns.reduce((sum, column) => {
    if (column.kind !== "level") return sum + ROOM[column.kind] * letter / 16;
    return sum + ROOM.between + (column.top <= SEGMENTS ? column.top * ROOM.segment : ROOM.list);
  }, ROOM.head * letter / 16);
}

// "Tick “Matters” in a row to fill in its importance and score."
export function explained(tick, waiting) {
  const names = waiting.map((column) => lower(column.label));
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return `Tick “${tick.label}” in a row to fill in its ${list}.`;
}

export function sheet(control, onMove) {
  const { columns } = control;
  // The tick that opens the rest of its row stands at the head of the row, with the row's name as its label.
  const opener = columns.find((column) => column.kind === "tick" && columns.some((one) => one.needs === column.name));
  const others = columns.filter((column) => column !== opener);
  const ticks = columns.filter((column) => columns.some((one) => one.needs === column.name));
  const caption = uid(control.name);
  const why = ticks.map((tick) => el("p", { class: "se-soft", id: uid("why") }, explained(tick, columns.filter((one) => one.needs === tick.name))));
  const whyOf = (column) => why[ticks.findIndex((tick) => tick.name === column.needs)]?.id;

  const rows = control.rows.map(([key, label, note]) => {
    const cells = new Map();
    const changed = (how) => { show(); onMove(how); };
    const id = uid(key);
    for (const column of columns) {
      const cell = makeCell(column, `${label}: ${lower(column.label)}`, changed, column === opener ? id : undefined);
      cells.set(column.name, { column, ...cell });
    }
    const small = note ? el("small", {}, note) : null;
    const head = opener
      ? el("label", { class: "se-row-name", for: id, "data-cell": opener.name }, cells.get(opener.name).node, el("span", {}, label))
      : el("span", { class: "se-row-name" }, label);
    const node = el("tr", { role: "row", "data-row": key },
      el("th", { scope: "row", role: "rowheader" }, head, small),
      others.map((column) => {
        const place = el("td", { role: "cell", "data-cell": column.name },
          el("span", { class: "se-cell-name", "aria-hidden": "true" }, column.label), cells.get(column.name).node);
        cells.get(column.name).place = place;
        return place;
      }));
    // Shut, not dead: what it waits for is told above the table and with every control that waits.
    function show() {
      for (const { column, inputs, place } of cells.values()) {
        if (!column.needs) continue;
        const shut = !cells.get(column.needs).get();
        place.toggleAttribute("data-shut", shut);
        for (const input of inputs) {
          input.disabled = shut;
          if (shut) input.setAttribute("aria-describedby", whyOf(column));
          else input.removeAttribute("aria-describedby");
        }
      }
    }
    return {
      node, key,
      get: () => Object.fromEntries(columns.map((column) => [column.name, cells.get(column.name).get()])),
      set(values) {
        for (const column of columns) cells.get(column.name).set(values[column.name]);
        show();
      },
    };
  });

  const heads = others.map((column) => el("th", { scope: "col", role: "columnheader", class: column.note ? "se-noted" : null },
    column.label, column.note ? el("small", {}, column.note) : null));
  const table = el("table", { class: "se-sheet", role: "table", "data-control": control.name, "aria-labelledby": caption, "data-layout": "cards" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      el("th", { scope: "col", role: "columnheader" }, opener ? opener.label : el("span", { class: "se-sr" }, control.label),
        opener?.note ? el("small", {}, opener.note) : null), heads)),
    el("tbody", { role: "rowgroup" }, rows.map((row) => row.node)));
  const node = el("div", { class: "se-control se-writing" },
    el("p", { class: "se-name", id: caption }, control.label), control.note ? el("small", {}, control.note) : null, why, table);

  // A table where there is room for one, cards where there is not; told before anything is painted.
  const watcher = new ResizeObserver(() => {
    const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (node.clientWidth > 0) table.dataset.layout = node.clientWidth >= widthOf(others, letter) ? "table" : "cards";
  });
  watcher.observe(node);

  return {
    node,
    get: () => Object.fromEntries(rows.map((row) => [row.key, row.get()])),
    set(value) { for (const row of rows) row.set(value[row.key]); },
    stop() { watcher.disconnect(); },
  };
}
