// Which cells and rows of a sheet are filled in, and what rows look like once one is taken out. Values only, no page.

export function cellFilled(column, value) {
  if (column.kind === "tick") return value;
  return column.kind === "entry" ? value.trim() !== "" : value !== null;
}

export function rowFilled(columns, cells) {
  return columns.some((column) => cellFilled(column, cells[column.name]));
}

// The keys of the rows with something in them.
export function filledRows(control, value) {
  return control.rows.map(([key]) => key).filter((key) => rowFilled(control.columns, value[key]));
}

const EMPTY = { tick: false, entry: "" };

// The rows below move up, and the last one is empty again.
export function without(control, value, gone) {
  const keys = control.rows.map(([key]) => key);
  const empty = Object.fromEntries(control.columns.map((column) => [column.name, EMPTY[column.kind] ?? null]));
  const rest = keys.filter((key) => key !== gone).map((key) => value[key]);
  return Object.fromEntries(keys.map((key, i) => [key, rest[i] ?? empty]));
}
