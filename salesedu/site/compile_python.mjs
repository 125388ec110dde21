// Compiles Python once, with the Pyodide that will run it, so that a reader's browser need not: compiling the
// sources took more than half of the time to the first move.
// usage: node compile_python.mjs PYODIDE_FOLDER OUT_ZIP [SOURCE_ZIP]   (without a source: Pyodide's own library)
import { pathToFileURL } from "node:url";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [home, out, given] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const py = await loadPyodide({ indexURL: home });
if (given) py.FS.writeFile("/given.zip", readFileSync(given));
py.globals.set("given", Boolean(given));
py.runPython(`
import importlib.util, io, marshal, sys, zipfile
# Never reached by a chapter, an explorer or Pyodide's own start: leave them out of the download.
LEFT_OUT = ("test/", "unittest/", "pydoc", "doctest", "pdb", "idlelib/", "turtle", "ensurepip/", "venv/",
  "http/", "email/", "xml/", "xmlrpc/", "html/", "mailbox", "tarfile", "ftplib", "imaplib", "smtplib",
  "poplib", "sqlite3/", "dbm/", "curses/", "multiprocessing/", "wsgiref/", "logging/config", "logging/handlers",
  "pickletools", "ipaddress", "_pyio", "lib2to3/", "tkinter/", "cProfile", "profile", "pstats", "webbrowser",
  "encodings/cp", "encodings/mac", "encodings/iso", "encodings/koi", "encodings/big5", "encodings/euc", "encodings/gb",
  "encodings/shift", "encodings/johab", "encodings/hz", "encodings/ptcp", "encodings/kz", "encodings/tis", "encodings/hp",
  "profiling/", "compression/zstd/", "_pyrepl/", "concurrent/interpreters")
source = "/given.zip" if given else next(p for p in sys.path if p.endswith(".zip"))
packed = io.BytesIO()
kept = 0
with zipfile.ZipFile(source) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
    for name in sorted(old.namelist()):
        if name.endswith("/") or (not given and name.startswith(LEFT_OUT)):
            continue
        body = old.read(name)
        if name.endswith(".py"):
            # Unchecked-hash .pyc: the interpreter takes it without looking for a source or a time stamp.
            code = compile(body, "/lib/" + name, "exec", dont_inherit=True, optimize=2)
            body = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)
            name += "c"
        new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
        kept += 1
`);
writeFileSync(out, py.runPython("packed.getvalue()").toJs());
console.log(`${py.globals.get("kept")} modules compiled`);
process.exit(0);
