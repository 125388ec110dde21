// Compiles Python once, with the Pyodide that will run it, so that a reader's browser need not: compiling the
// sources took more than half of the time to the first move.
// usage: node compile_python.mjs PYODIDE_FOLDER OUT_ZIP [SOURCE_ZIP]   (without a source: Pyodide's own library)
//        node compile_python.mjs PYODIDE_FOLDER OUT_FOLDER --whole ZIP...  (wheels and libraries, with their docstrings)
//        node compile_python.mjs PYODIDE_FOLDER OUT_FOLDER --beside ZIP... (the same, and the sources stay beside)
import { pathToFileURL } from "node:url";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [home, out, ...rest] = process.argv.slice(2);
const mode = rest[0]?.startsWith("--") ? rest.shift().slice(2) : "page";
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const py = await loadPyodide({ indexURL: home });
py.runPython(`
import importlib.util, io, marshal, sys, zipfile
# Never reached by a chapter, an explorer or Pyodide's own start: leave them out of the page's download.
LEFT_OUT = ("test/", "unittest/", "pydoc", "doctest", "pdb", "idlelib/", "turtle", "ensurepip/", "venv/",
  "http/", "email/", "xml/", "xmlrpc/", "html/", "mailbox", "tarfile", "ftplib", "imaplib", "smtplib",
  "poplib", "sqlite3/", "dbm/", "curses/", "multiprocessing/", "wsgiref/", "logging/config", "logging/handlers",
  "pickletools", "ipaddress", "_pyio", "lib2to3/", "tkinter/", "cProfile", "profile", "pstats", "webbrowser",
  "encodings/cp", "encodings/mac", "encodings/iso", "encodings/koi", "encodings/big5", "encodings/euc", "encodings/gb",
  "encodings/shift", "encodings/johab", "encodings/hz", "encodings/ptcp", "encodings/kz", "encodings/tis", "encodings/hp",
  "profiling/", "compression/zstd/", "_pyrepl/", "concurrent/interpreters")
kept = 0
def compiled(source, left_out=(), optimize=2, beside=False):
    global kept
    packed = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        def write(name, body):
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
        for name in sorted(old.namelist()):
            if name.endswith("/") or name.startswith(left_out):
                continue
            body = old.read(name)
            if name.endswith(".py"):
                try:
                    code = compile(body, "/lib/" + name, "exec", dont_inherit=True, optimize=optimize)
                except SyntaxError:  # a template, or a test of broken code: nothing imports it
                    code = None
                if code:
                    # Unchecked-hash .pyc: the interpreter takes it without looking for a source or a time stamp.
                    done = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)
                    if beside:
                        folder, _, file = name.rpartition("/")
                        write(f"{folder}/__pycache__/{file[:-3]}.{sys.implementation.cache_tag}.pyc", done)
                    else:
                        name, body = name + "c", done
            write(name, body)
            kept += 1
    return packed.getvalue()
`);
const run = (code) => py.runPython(code).toJs();
if (mode === "page") {
  const [given] = rest;
  if (given) py.FS.writeFile("/given.zip", readFileSync(given));
  const source = given ? '"/given.zip"' : 'next(p for p in sys.path if p.endswith(".zip")), LEFT_OUT';
  writeFileSync(out, run(`compiled(${source})`));
} else {
  for (const given of rest) {
    py.FS.writeFile("/given.zip", readFileSync(given));
    writeFileSync(join(out, basename(given)), run(`compiled("/given.zip", optimize=0, beside=${mode === "beside" ? "True" : "False"})`));
  }
}
console.log(`${py.globals.get("kept")} modules compiled`);
process.exit(0);
