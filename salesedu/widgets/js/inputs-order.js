// Put in order: every item has buttons up and down; a handle can be dragged as well.
import { el, icon, plain } from "./dom.js";

export function orderInput(question, { onChange, tell }) {
  const items = new Map(question.items.map((item) => [item.index, make(item)]));
  const list = el("ol", { class: "se-order" });
  const node = el("div", {}, list);
  let order = [...question.start];
  let touched = false;
  let locked = false;

  function make(item) {
    const name = plain(item.text);
    const up = el("button", { type: "button", class: "se-move", "data-move": "up", "aria-label": `Move up: ${name}`, on: { click: () => step(item.index, -1) } }, icon("up"));
    const down = el("button", { type: "button", class: "se-move", "data-move": "down", "aria-label": `Move down: ${name}`, on: { click: () => step(item.index, 1) } }, icon("down"));
    const grip = el("span", { class: "se-grip", "aria-hidden": "true", on: { pointerdown: (event) => drag(event, item.index) } }, icon("grip"));
    const note = el("span", { class: "se-because" });
    const verdict = el("span", { class: "se-verdict" });
    const row = el("li", { "data-item": item.index }, grip,
      el("span", { class: "se-order-text" }, el("span", { html: item.text }), verdict, note), el("span", { class: "se-moves" }, up, down));
    return { item, name, row, up, down, note, verdict };
  }

  function show() {
    // Moving rows in the document would take the focus away, so only those out of place are moved.
    order.forEach((index, place) => {
      const { row } = items.get(index);
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
    });
    order.forEach((index, place) => {
      const { up, down } = items.get(index);
      up.setAttribute("aria-disabled", String(place === 0 || locked));
      down.setAttribute("aria-disabled", String(place === order.length - 1 || locked));
    });
  }

  function put(index, place) {
    order = order.filter((one) => one !== index);
    order.splice(place, 0, index);
    touched = true;
    clear();
    show();
    onChange();
  }

  function step(index, by) {
    const place = order.indexOf(index) + by;
    if (locked || place < 0 || place >= order.length) return;
    const { name, up, down } = items.get(index);
    put(index, place);
    (by < 0 ? up : down).focus();
    tell(`${name}: now ${place + 1} of ${order.length}`);
  }

  function drag(event, index) {
    if (locked || event.button > 0) return;
    event.preventDefault();
    const { row } = items.get(index);
    row.dataset.dragged = "";
    const moved = ({ pointerId, clientY }) => {
      if (pointerId !== event.pointerId) return;
      const rest = order.filter((one) => one !== index);
      const place = rest.filter((one) => {
        const box = items.get(one).row.getBoundingClientRect();
        return clientY > box.top + box.height / 2;
      }).length;
      if (place !== order.indexOf(index)) put(index, place);
    };
    // On the document: a row that is put elsewhere in the list would lose a capture of the pointer.
    const stop = new AbortController();
    const done = ({ pointerId }) => {
      if (pointerId !== event.pointerId) return;
      stop.abort();
      delete row.dataset.dragged;
    };
    const always = { capture: true, signal: stop.signal };
    document.addEventListener("pointermove", moved, always);
    document.addEventListener("pointerup", done, always);
    document.addEventListener("pointercancel", done, always);
  }

  function clear() {
    for (const { row, note, verdict } of items.values()) {
      delete row.dataset.mark;
      note.replaceChildren();
      verdict.replaceChildren();
    }
  }

  show();
  return {
    node,
    read: () => (touched ? [...order] : null), // the order we dealt is nobody's answer
    valid: (response) => response === null || (Array.isArray(response) && response.length === items.size && new Set(response).size === items.size && response.every((index) => items.has(index))),
    write(response) {
      touched = response !== null;
      order = [...(response ?? question.start)];
      show();
    },
    lock(value) {
      locked = value;
      node.toggleAttribute("data-locked", value);
      show();
    },
    clear,
    mark(how, { marks = [] } = {}) {
      clear();
      if (how === "tried") return;
      const right = question.items.map((item) => item.index);
      const given = [...order];
      if (how === "all") {
        order = [...right];
        show();
      }
      for (const { item, row, note, verdict } of items.values()) {
        if (how === "all" && !touched) { note.innerHTML = item.because; continue; } // nobody's answer has no places
        const was = given.indexOf(item.index);
        // Before the end: does it follow on from the others? At the end: did it stand in its place?
        const good = how === "all" ? was === right.indexOf(item.index) : marks[was] === true;
        row.dataset.mark = good ? "right" : "wrong";
        verdict.append(icon(good ? "right" : "wrong"), how === "all" ? (good ? "In its place" : `You had this at ${was + 1}`) : good ? "Follows on" : "Move this one");
        if (how === "all") note.innerHTML = item.because;
      }
    },
    focus() { items.get(order[0]).down.focus(); },
  };
}
