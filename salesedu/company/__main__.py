"""Write all tables as CSV, with the data dictionary: ``python -m salesedu.company datasets``."""

from __future__ import annotations

import sys
from pathlib import Path

from .generator import definitions, generate
from .schema import csv_text, dictionary
from .story import SEED

__all__ = ["files", "main"]

_HEAD = """\
# The tables of Noorderlicht Koffie

Noorderlicht Koffie is a fictional Dutch company: it supplies coffee machines, beans and service to
offices, hospitality, the public sector and resellers. The tables cover 1 October 2023 to
30 September 2026. Every organisation in them is invented; the towns are real. Files are UTF-8, with
commas, a point as decimal sign and dates as year-month-day; a cell without a value is empty.

In Python: `from salesedu import load`, then `load("accounts")`. With a seed,
`load("accounts", seed=12345)` gives another company with the same columns. Tables join on columns
of the same name (`account_id`, `renewal_id`, `rep_id`).

This page and the CSV files are made by `python -m salesedu.company datasets`; do not edit them by
hand.

"""


def files(seed: int = SEED) -> dict[str, str]:
    """The text of every file, by file name."""
    tables, frames = definitions(), generate(seed)
    made = {f"{name}.csv": csv_text(frames[name], table) for name, table in tables.items()}
    rows = {name: len(frame) for name, frame in frames.items()}
    return made | {"README.md": _HEAD + dictionary(tables, rows)}


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
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
