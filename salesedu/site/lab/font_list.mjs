// Makes the list of fonts that Pyodide's matplotlib otherwise makes anew in every session, with a message in red.
// usage: node font_list.mjs PYODIDE_FOLDER OUT_JSON
import { pathToFileURL } from "node:url";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [home, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const py = await loadPyodide({ indexURL: home });
await py.loadPackage("matplotlib", { messageCallback: () => {} });
writeFileSync(out, py.runPython(`
import matplotlib.font_manager
from pathlib import Path
Path(matplotlib.font_manager.__file__).with_name("fontlist.json").read_text()
`));
process.exit(0);
