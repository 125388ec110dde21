// The picture: first the SVG that was drawn when the page was made, after the first move a live chart.
import { el } from "./dom.js";

// The library (0.9 MB) is fetched once per page, and only when somebody is about to move something.
export function loadCharts(experimental) {
  const shared = (document[Symbol.for("salesedu.charts")] ??= {});
  shared.loading ??= fetchLibrary(experimental).then(
    (library) => (shared.library = library),
    (error) => { shared.loading = undefined; throw error; },
  );
  return shared.loading;
}

async function fetchLibrary(experimental) {
  const [reply, buffers] = await experimental.invoke("charts", {}, { signal: AbortSignal.timeout(60000) });
  if (reply?.url) return import(reply.url);
  if (!buffers?.length) throw new Error(reply?.error || "no chart library");
  const url = URL.createObjectURL(new Blob([buffers[0]], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

// Give every inline `data.values` a name, so that new figures can be handed to a chart that stands.
function splitData(spec) {
  const data = { ...spec.datasets };
  function walk(part) {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    const copy = {};
    for (const [key, value] of Object.entries(part)) {
      if (key === "datasets" || (key === "description" && part === spec)) continue;
      if (key === "data" && Array.isArray(value?.values) && !value.format) {
        const name = value.name ?? `inline${Object.keys(data).length}`;
        data[name] = value.values;
        copy.data = { name };
      } else copy[key] = walk(value);
    }
    return copy;
  }
  const shape = walk(spec);
  return { shape, data, key: JSON.stringify(shape) };
}

export function makeChart(spec, pictures) {
  const box = el("div", { class: "se-chart", role: "img", "aria-label": spec?.description ?? "Chart" });
  for (const [width, svg] of Object.entries(pictures ?? {})) box.append(el("div", { class: `se-still se-${width}`, html: svg }));
  let view;
  let drawn;
  let watcher;

  async function redraw(library, parts) {
    // Drawn beside the old picture, then put in its place: nothing jumps, and the width can be measured.
    const place = el("div", { class: "se-live", style: "position:absolute;inset-inline:0;visibility:hidden" });
    box.append(place);
    try {
      const result = await library.default(place, { ...parts.shape, datasets: structuredClone(parts.data) }, {
        actions: false, renderer: "svg", ast: true, defaultStyle: false, tooltip: false,
        config: { aria: false },
      });
      view?.finalize();
      view = result.view;
    } catch (error) {
      place.remove();
      throw error;
    }
    place.removeAttribute("style");
    box.replaceChildren(place);
    watcher ??= new ResizeObserver(() => {
      const width = box.clientWidth;
      if (view && width > 0 && Math.abs(view.width() - width) > 1) view.width(width).runAsync();
    });
    watcher.observe(box);
  }

  // One drawing at a time: a second one would measure and replace what the first is making.
  let queue = Promise.resolve();

  return {
    node: box,
    paint(library, next) {
      const drawing = queue.then(() => paint(library, next));
      queue = drawing.catch(() => {});
      return drawing;
    },
    stop() {
      watcher?.disconnect();
      view?.finalize();
    },
  };

  async function paint(library, next) {
    if (next.description) box.setAttribute("aria-label", next.description);
    const parts = splitData(next);
    if (view && drawn === parts.key) {
      for (const [name, values] of Object.entries(parts.data)) view.data(name, structuredClone(values));
      await view.runAsync();
      return;
    }
    await redraw(library, parts);
    drawn = parts.key;
  }
}
