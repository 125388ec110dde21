// What the learner takes along: texts that Python made of the values, to read here and to save as files.
import { button, el } from "./dom.js";

export function save(text, fileName, mediaType) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  el("a", { href: url, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// `current()` brings the view up to date with the last keystroke; false when that failed.
export function makeDocuments(documents, current) {
  const said = el("p", { class: "se-said", role: "status" });
  const parts = new Map();
  const node = el("div", { class: "se-documents" }, documents.map((one) => {
    const preview = el("pre", { "data-preview": true });
    parts.set(one.file_name, { preview, document: one });
    return el("div", { class: "se-document", "data-document": one.file_name },
      button(`Download ${one.name} (${one.format})`, "download", () => take(one.file_name), false),
      el("details", {}, el("summary", {}, documents.length > 1 ? `Read ${one.name} here first` : "Read it here first"), preview));
  }), said);

  async function take(fileName) {
    said.textContent = "";
    const ready = await current();
    const { document: one } = parts.get(fileName);
    if (!ready) { said.textContent = `${one.name} could not be brought up to date, so nothing was saved.`; return; }
    save(one.text, fileName, one.media_type);
    said.textContent = `Saved as ${fileName}.`;
  }

  function show(fresh) {
    said.textContent = "";
    for (const one of fresh) {
      const part = parts.get(one.file_name);
      if (!part) continue;
      part.document = one;
      if (part.preview.textContent !== one.text) part.preview.textContent = one.text;
    }
  }

  show(documents);
  return { node, show };
}
