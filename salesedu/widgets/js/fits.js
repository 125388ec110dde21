// Whether a value that comes from the browser's storage or from a file can stand in a control: the front end's side of
// `read` in salesedu/explorers/parts (both are tried on tests/vectors/controls.json). What is kept is always whole.

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A text of the learner's: counted as Python counts, letter by letter.
function isText(value, longest) {
  return typeof value === "string" && [...value].length <= longest;
}

function sameNames(value, names) {
  return isPlain(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
}

function cellFits(column, value) {
  if (column.kind === "tick") return typeof value === "boolean";
  if (column.kind === "entry") return isText(value, column.longest);
  if (value === null) return true;
  if (column.kind === "level") return Number.isInteger(value) && value >= 1 && value <= column.top;
  return column.options.some(([option]) => option === value);
}

export function fits(control, value) {
  switch (control.kind) {
    case "toggle": return typeof value === "boolean";
    case "choice": return control.options.some(([option]) => option === value);
    case "words": return isText(value, control.longest);
    case "sheet": return sameNames(value, control.rows.map(([key]) => key))
      && Object.values(value).every((cells) => sameNames(cells, control.columns.map((column) => column.name))
        && control.columns.every((column) => cellFits(column, cells[column.name])));
    default: {
      if (typeof value !== "number" || !(value >= control.minimum - 1e-9 && value <= control.maximum + 1e-9)) return false;
      const steps = (value - control.minimum) / control.step;
      return Math.abs(steps - Math.round(steps)) <= 1e-6;
    }
  }
}

export function allFit(controls, values) {
  return sameNames(values, controls.map((control) => control.name)) && controls.every((control) => fits(control, values[control.name]));
}

// Values are JSON and always written in the order of the controls, so their text tells whether they are the same.
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
