// The smallest helpers that make DOM code readable.

// JupyterLab takes keys such as arrows and Enter for itself, unless the very element in focus says no.
const FOCUSED = new Set(["a", "button", "input", "select", "summary", "textarea"]);

// el("p", { class: "x", html: safeHtml, on: { click } }, "text", node): `html` only for text baked by the bank.
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  if (FOCUSED.has(tag) || "tabindex" in props) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "html") node.innerHTML = value;
    else if (name === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Ids must be unique on the page, also when the same question stands on it twice.
export function uid(base) {
  const counter = (document[Symbol.for("salesedu.uid")] ??= { next: 1 });
  return `se-${String(base).replace(/[^\w-]/g, "")}-${counter.next++}`;
}

const SHAPES = {
  right: '<path d="M3.5 8.5l3 3 6-7"/>',
  wrong: '<path d="M4 4l8 8M12 4l-8 8"/>',
  partial: '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none"/>',
  flag: '<path d="M4 14.5V2.5M4 3h8l-2 3 2 3H4"/>',
  seen: '<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.7"/>',
  arrow: '<path d="M3 8h10M9 4l4 4-4 4"/>',
  up: '<path d="M8 13V3M4 7l4-4 4 4"/>',
  open: '<path d="M3.5 6l4.5 4.5L12.5 6"/>',
  down: '<path d="M8 3v10M4 9l4 4 4-4"/>',
  grip: '<path d="M5.5 3.5v.01M5.5 8v.01M5.5 12.5v.01M10.5 3.5v.01M10.5 8v.01M10.5 12.5v.01"/>',
};

export function icon(name) {
  const holder = document.createElement("span");
  holder.className = "se-icon";
  holder.setAttribute("aria-hidden", "true");
  holder.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${SHAPES[name]}</svg>`;
  return holder;
}

export function button(label, action, onClick, quiet = true) {
  return el("button", { type: "button", class: quiet ? "se-button se-quiet" : "se-button", "data-action": action, on: { click: onClick } }, label);
}

// Text of safe inline HTML, for places that cannot hold markup (an <option>, an aria-label).
export function plain(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.textContent;
}

// A link to a section: on the page a real one, in JupyterLab (no site around us) its title.
export function sectionLink(section, lead = "Read again") {
  if (!section || !section.title) return null;
  const root = document.documentElement.dataset.seRoot;
  const title = `“${plain(section.title)}”`;
  if (root === undefined || !section.page) return el("span", { class: "se-where" }, `${lead}: ${title}`);
  return el("a", { class: "se-link", href: `${root}book/${section.page}.html#${section.id}` }, `${lead}: ${title}`);
}

// A sign and its figure stay on one line: "€ 40", "25 %".
export function tied(text) {
  return text.replace(/([€−]) (?=\d)/g, "$1\u00a0").replace(/(\d) %/g, "$1\u00a0%");
}

export function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
