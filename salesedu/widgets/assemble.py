"""Make one ES module of several: what an anywidget needs as its ``_esm``.

The front end is written as small ES modules in ``js/``. A widget may hand over only one text, which must
run unchanged in JupyterLab (from a blob) and on a page (from a file). So every module becomes a function
scope of its own, in order of dependency, and names cannot clash.

Only the two forms that the front end uses are understood: one-line ``import { a, b } from "./x.js";`` and
``export function|async function|class|const|let``; an entry file ends in ``export default { ... };``.
No string or template may run over a line break, since comment lines and indentation are left out. Anything else is an
error at import time in Python, not a surprise in a browser.
"""

import re
from functools import lru_cache
from pathlib import Path

__all__ = ["assemble", "stylesheet"]

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{ ([\w$]+(?:, [\w$]+)*) \} from "\./([\w-]+)\.js";$')
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const|let) ([\w$]+)")
_DEFAULT = re.compile(r"^export default ")


def _scope_name(module: str) -> str:
    return "$" + module.replace("-", "_")


def _translate(module: str, text: str) -> tuple[list[str], list[str], list[str], bool]:
    """Return the modules a text needs, its body, the names it exports, and whether it is an entry."""
    needs: list[str] = []
    names: list[str] = []
    body: list[str] = []
    entry = False
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _IMPORT.match(line):
            needs.append(found[2])
            body.append(f"const {{ {found[1]} }} = {_scope_name(found[2])};")
        elif found := _EXPORT.match(line):
            names.append(found[2])
            body.append(line.removeprefix("export "))
        elif _DEFAULT.match(line):
            entry = True
            body.append("return " + line.removeprefix("export default "))
        elif line.startswith(("import ", "import{", "export ", "export{")):
            raise ValueError(
                f"js/{module}.js, line {number}: the assembler cannot read {line!r}; "
                'write import { a } from "./x.js"; or export function|class|const'
            )
        else:
            body.append(line.lstrip())
    # Comments are for those who read the files; the browser gets none, nor the indentation.
    body = [line for line in body if line and not line.startswith("//")]
    return needs, body, names, entry


@lru_cache
def assemble(entry: str, folder: Path = _HERE / "js") -> str:
    """Return the text of one ES module made of *entry* and all that it imports.

    Parameters
    ----------
    entry : str
        Name of the entry file without its suffix, such as ``"quiz"``.
    folder : pathlib.Path
        Where the modules are.

    Raises
    ------
    ValueError
        If a module imports itself in a circle, a file is missing, or a line has an unknown form.

    Examples
    --------
    >>> assemble("explorer").count("export default")
    1
    """
    done: dict[str, str] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        if module in done:
            return
        if module in path:
            raise ValueError(f"js modules import each other in a circle: {' -> '.join((*path, module))}")
        file = folder / f"{module}.js"
        if not file.is_file():
            wanted_by = f", imported by js/{path[-1]}.js" if path else ""
            raise ValueError(f"there is no js/{module}.js{wanted_by}")
        needs, body, names, is_entry = _translate(module, file.read_text(encoding="utf-8"))
        for need in needs:
            visit(need, (*path, module))
        inner = "\n".join(body)
        if is_entry:
            if path:
                raise ValueError(f"js/{module}.js has a default export: only an entry may have one")
            done[module] = f"export default (() => {{\n{inner}\n}})();"
        else:
            exported = ", ".join(names)
            done[module] = (
                f"const {_scope_name(module)} = (() => {{\n{inner}\nreturn {{ {exported} }};\n}})();"
            )

    visit(entry, ())
    return "\n".join(done.values()) + "\n"


@lru_cache
def stylesheet(*names: str) -> str:
    """Return the named files of ``css/`` as one text, each followed by those named after it (``explorer-forms``).

    Examples
    --------
    >>> "--se-accent" in stylesheet("tokens")
    True
    """
    home = _HERE / "css"
    files = [file for name in names for file in (home / f"{name}.css", *sorted(home.glob(f"{name}-*.css")))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
