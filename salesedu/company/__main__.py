"""Write all tables as CSV, with the data dictionary: ``python -m salesedu.company datasets``.

Beside a checkout's sources it writes the evidence for the case of chapter 8 as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .dictionary import dictionary_markdown
from .evidence import case_module, gather_from
from .generator import definitions, generate
from .schema import csv_text
from .story import SEED

__all__ = ["files", "main"]

_NOTE = (
    "\nThis page and the CSV files are made by `python -m salesedu.company datasets`; "
    "do not edit them by\nhand.\n"
)


def files(seed: int = SEED) -> dict[str, str]:
    """The text of every file, by file name."""
    tables, frames = definitions(), generate(seed)
    made = {f"{name}.csv": csv_text(frames[name], table) for name, table in tables.items()}
    return made | {"README.md": dictionary_markdown() + _NOTE}


def main(arguments: list[str]) -> int:
    """Write the files into the folder that is named on the command line."""
    if len(arguments) != 1:
        print("Name one folder to write to: python -m salesedu.company datasets")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_bytes(text.encode())
        print(f"{name}: {text.count(chr(10)):,} lines")
    case = folder.resolve().parent / "salesedu" / "_factory" / "case.py"
    if case.parent.is_dir():
        case.write_bytes(case_module(gather_from(generate(SEED))).encode())
        print(f"{case.name}: the evidence for chapter 8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
