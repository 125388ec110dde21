"""Worksheets with other numbers, for a lecturer: ``python -m salesedu.site.print_worksheets FOLDER --numbers 4``."""

import argparse
import os
import sys
from pathlib import Path

from ..concepts.edition import VARIABLE
from .printing import find_browser
from .worksheets import write

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Write every chapter's worksheet and key into a folder, for the edition of ``course.yml`` when it is here."""
    parser = argparse.ArgumentParser(prog="python -m salesedu.site.print_worksheets", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="where sheets and keys go")
    parser.add_argument("--numbers", type=int, default=1, choices=range(1, 21), metavar="1-20", help="set of numbers")
    given = parser.parse_args(arguments)
    if Path("course.yml").is_file():
        os.environ.setdefault(VARIABLE, "course.yml")
    browser = find_browser()
    written = write(given.folder, browser, given.numbers)
    print(f"{len(written)} files are in {given.folder}.")
    if browser is None:
        remedy = "Install one, or print the HTML from any browser."
        print(f"No PDF: this needs Chromium or Chrome. {remedy}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
