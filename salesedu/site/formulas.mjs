// TeX on standard input (a JSON list) to MathML on standard output (source -> MathML), with the book's own MathJax.
// usage: node formulas.mjs MATHJAX_FOLDER
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { init } = createRequire(import.meta.url)(join(process.argv[2], "es5", "node-main.js"));
const MathJax = await init({ loader: { load: ["input/tex"] } });
const made = {};
for (const source of JSON.parse(readFileSync(0, "utf8"))) made[source] = MathJax.tex2mml(source, { display: true });
process.stdout.write(JSON.stringify(made));
