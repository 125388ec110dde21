// A text that the learner writes. The field is never redrawn: whatever is painted meanwhile, letters and caret stay.
import { el, uid } from "./dom.js";

const NEAR = 0.8; // from this share of the room on, a learner is told how much is left

// A line or two of room left is worth a word; an empty field needs none.
export function roomLeft(length, longest) {
  if (length < NEAR * longest) return "";
  return length >= longest ? `Full: there is room for ${longest} characters.` : `${longest - length} characters left`;
}

// What wraps is one line of text that may take several on the screen, so that nothing of it is cut off: no line breaks.
function onOneLine(field) {
  if (!/[\r\n]/.test(field.value)) return;
  const caret = field.selectionStart;
  field.value = field.value.replace(/[\r\n]/g, " ");
  field.setSelectionRange(caret, caret);
}

function ends(event, wraps) {
  if (wraps && event.key === "Enter" && !event.isComposing) event.preventDefault();
  event.stopPropagation();
}

// One or several lines; `left` says how much room there is, for the eye at once and for a screen reader after a pause.
export function makeField({ value = "", lines = 1, wraps = false, longest, placeholder, ...attributes }, onInput) {
  const left = el("small", { class: "se-room", id: uid("room"), role: "status" });
  const field = el(lines > 1 || wraps ? "textarea" : "input", {
    class: wraps ? "se-field se-wraps" : "se-field", autocomplete: "off", maxlength: longest, placeholder: placeholder || undefined,
    ...(lines > 1 || wraps ? { rows: lines } : { type: "text" }), ...attributes,
    // What is typed is for the field alone: JupyterLab would take the Enter key of a longer text for itself.
    on: { input: () => { if (wraps) onOneLine(field); tell(); onInput(); }, keydown: (event) => ends(event, wraps) },
  });
  function tell() {
    const text = roomLeft(field.value.length, longest);
    if (left.textContent !== text) left.textContent = text;
  }
  field.value = value;
  field.style.setProperty("--lines", lines);
  return {
    field,
    left,
    get: () => field.value,
    set(text) {
      if (field.value !== text) field.value = text; // writing the same text would move the caret
      tell();
    },
  };
}

export function words(control, onMove) {
  const note = control.note ? el("small", { id: uid("note") }, control.note) : null;
  const id = uid(control.name);
  const made = makeField({ id, lines: control.lines, longest: control.longest, placeholder: control.placeholder,
    "data-control": control.name, "aria-describedby": note?.id }, () => onMove({ typed: true }));
  return {
    node: el("div", { class: "se-control se-writing" }, el("label", { class: "se-name", for: id }, control.label), note, made.field, made.left),
    get: made.get,
    set: made.set,
  };
}
