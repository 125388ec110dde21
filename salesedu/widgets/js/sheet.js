// A table to fill in. Wide enough it is a table; on a phone every row is a card. The same nodes either way, so that
// turning a phone loses nothing; native controls throughout, each with a name that says its row and its column.
import { button, el, icon, uid } from "./dom.js";
import { filledRows, rowFilled, without } from "./rows.js";
import { makeField } from "./words.js";

const SEGMENTS = 5; // more levels than this and they become a list to choose from
const ROOM = { head: 140, letter: 8.5, tick: 70, short: 104, medium: 132, wide: 220, segment: 44, between: 13, out: 44 }; // px, at letters of 16 px

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
  const made = makeField({ longest: column.longest, wraps: true, "aria-label": name }, () => onMove({ typed: true }));
  return { node: el("span", { class: "se-entry-cell" }, made.field, made.left), inputs: [made.field], get: made.get, set: made.set };
}

function makeCell(column, name, onMove, id) {
  if (column.kind === "tick") return tickCell(column, name, onMove, id);
  if (column.kind === "entry") return entryCell(column, name, onMove);
  if (column.kind === "pick") return listCell(column.options, "Choose…", name, onMove);
  if (column.top <= SEGMENTS) return levelCell(column, name, onMove);
  return listCell(Array.from({ length: column.top }, (_, i) => [i + 1, String(i + 1)]), "–", name, onMove);
}

// How much room a cell wants, by what it can hold: a date or an amount, a name, a sentence.
export function sizeOf(column) {
  if (column.kind === "tick") return "tick";
  if (column.kind === "level") return column.top <= SEGMENTS ? "levels" : "short";
  if (column.kind === "pick") return Math.max(...column.options.map(([, label]) => label.length)) > 18 ? "wide" : "medium";
  if (column.longest <= 30) return "short";
  return column.longest <= 60 ? "medium" : "wide";
}

function roomOf(column) {
  return ROOM.between + (sizeOf(column) === "levels" ? column.top * ROOM.segment : ROOM[sizeOf(column)]);
}

function headRoom(rows) {
  return Math.min(ROOM.head, 24 + ROOM.letter * Math.max(...rows.map(([, label]) => label.length)));
}

// From how many pixels on, the name of a level stands beside it.
function besideLevels(columns, letter) {
  const levels = columns.filter((column) => sizeOf(column) === "levels");
  const name = Math.max(0, ...levels.map((column) => column.label.length));
  return 4 + name * 0.44 * letter + Math.max(0, ...levels.map((column) => column.top * ROOM.segment));
}

// How wide a table has to be before its columns are cramped, in pixels; `letter` is the size of a reader's letters.
export function widthOf({ rows, columns, adds }, letter = 16) {
  const own = columns.reduce((sum, column) => sum + roomOf(column) * (sizeOf(column) === "levels" ? 1 : letter / 16), 0);
  return headRoom(rows) * letter / 16 + own + (adds ? ROOM.out : 0);
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
    const changed = (how) => {
      show();
      more?.say();
      more?.show(more.asked());
      onMove(how);
    };
    const id = uid(key);
    for (const column of columns) {
      const cell = makeCell(column, `${label}: ${lower(column.label)}`, changed, column === opener ? id : undefined);
      cells.set(column.name, { column, ...cell });
    }
    const small = note ? el("small", {}, note) : null;
    const out = control.adds ? button("", "take-out", () => takeOut(key)) : null;
    if (out) {
      out.setAttribute("aria-label", `Remove ${label}`);
      out.append(icon("wrong"));
    }
    const head = opener
      ? el("label", { class: "se-row-name", for: id, "data-cell": opener.name }, cells.get(opener.name).node, el("span", {}, label))
      : el("span", { class: "se-row-name" }, label);
    const node = el("tr", { role: "row", "data-row": key },
      el("th", { scope: "row", role: "rowheader" }, head, small),
      others.map((column) => {
        const place = el("td", { role: "cell", "data-cell": column.name, "data-size": sizeOf(column) },
          el("span", { class: "se-cell-name", "aria-hidden": "true" }, column.label), cells.get(column.name).node);
        cells.get(column.name).place = place;
        return place;
      }),
      out ? el("td", { role: "cell", class: "se-out" }, out) : null);
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
      node, key, label, out,
      first: cells.get(columns[0].name).inputs[0],
      get: () => Object.fromEntries(columns.map((column) => [column.name, cells.get(column.name).get()])),
      set(values) {
        for (const column of columns) cells.get(column.name).set(values[column.name]);
        show();
      },
    };
  });

  const heads = others.map((column) => el("th", { scope: "col", role: "columnheader", class: column.note ? "se-noted" : null },
    column.label, column.note ? el("small", {}, column.note) : null));
  const table = el("table", { class: "se-sheet", role: "table", "data-control": control.name, "aria-labelledby": caption, "data-layout": "cards", "data-alone": control.rows.length === 1 && !opener },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      el("th", { scope: "col", role: "columnheader" }, opener ? opener.label : el("span", { class: "se-sr" }, control.label),
        opener?.note ? el("small", {}, opener.note) : null), heads,
      control.adds ? el("th", { scope: "col", role: "columnheader", class: "se-out" }, el("span", { class: "se-sr" }, "Remove")) : null)),
    el("tbody", { role: "rowgroup" }, rows.map((row) => row.node)));
  // What is left over goes to the texts, the names of the rows beside levels included; a date or an amount needs no more.
  const widest = ["levels", "wide", "medium"].find((size) => others.some((column) => sizeOf(column) === size));
  const columnHeads = [...table.tHead.rows[0].cells];
  if (widest !== "levels") columnHeads[0].style.width = `${headRoom(control.rows) / 16}rem`;
  others.forEach((column, i) => {
    if (widest === "levels" || sizeOf(column) !== widest) columnHeads[i + 1].style.width = sizeOf(column) === "levels" ? `${roomOf(column)}px` : `${roomOf(column) / 16}rem`;
  });
  const node = el("div", { class: "se-control se-writing" },
    el("p", { class: "se-name", id: caption }, control.label), control.note ? el("small", {}, control.note) : null, why, table);

  // Rows that are alike: as many as are filled in, one at least, and those that the learner asked for.
  const more = control.adds ? makeMore() : null;
  if (more) node.append(more.node);

  function read() {
    return Object.fromEntries(rows.map((row) => [row.key, row.get()]));
  }

  function write(value) {
    for (const row of rows) row.set(value[row.key]);
    more?.show(0);
  }

  function makeMore() {
    let asked = 1;
    const add = button(control.adds, "add-row", () => {
      show(asked + 1);
      rows[asked - 1].first.focus();
    });
    const full = el("small", {}, `There is room for ${rows.length}.`);
    const said = el("p", { class: "se-sr", role: "status" });
    let gap; // where a row was taken out
    function say(text = "", undo = null, place = 0) {
      gap?.remove();
      gap = undo ? el("tr", { role: "row", class: "se-gone" }, el("td", { role: "cell", colspan: columns.length + 2 }, `${text} `, undo)) : null;
      if (gap) rows[place].node.before(gap);
      said.textContent = text;
    }
    function show(wanted) {
      const keys = filledRows(control, read());
      asked = Math.max(1, wanted, rows.findLastIndex((row) => keys.includes(row.key)) + 1);
      rows.forEach((row, i) => {
        const filled = keys.includes(row.key);
        row.node.hidden = i >= asked;
        row.node.toggleAttribute("data-empty", !filled);
        row.out.disabled = asked === 1 && !filled;
      });
      add.hidden = asked >= rows.length;
      full.hidden = !add.hidden;
    }
    return { node: el("div", { class: "se-more" }, add, full, said), say, show, asked: () => asked };
  }

  // A row that is taken out can be put back; an empty one leaves nothing to put back.
  function takeOut(key) {
    const before = read();
    const asked = more.asked();
    const place = rows.findIndex((row) => row.key === key);
    const { label } = rows[place];
    const filled = rowFilled(columns, before[key]);
    write(without(control, before, key));
    more.show(asked - 1);
    const undo = button("Undo", "undo-row", () => {
      write(before);
      more.show(asked);
      more.say();
      rows[place].first.focus();
      onMove();
    });
    more.say(`${label} is removed.`, filled ? undo : null, place);
    const near = rows[Math.min(place, more.asked() - 1)];
    (filled ? undo : near.first).focus();
    onMove();
  }

  // A table where there is room for one, cards where there is not; told before anything is painted.
  const watcher = new ResizeObserver(() => {
    const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (!node.clientWidth) return; // folded away
    table.toggleAttribute("data-beside", besideLevels(others, letter) <= node.clientWidth);
    table.dataset.layout = node.clientWidth >= widthOf({ ...control, columns: others }, letter) ? "table" : "cards";
  });
  watcher.observe(node);

  return {
    node,
    get: read,
    set(value) {
      more?.say();
      write(value);
    },
    stop() { watcher.disconnect(); },
  };
}
