"""``python -m salesedu.site.lab _build/html``: put the lab in a built book, or bring it up to date."""

import argparse
import os
import sys
import time
from pathlib import Path

from ...concepts.edition import VARIABLE
from ...concepts.source import SourceError
from ..npm import AssetError
from .address import is_in
from .place import put_in


def _main() -> None:
    parser = argparse.ArgumentParser(description="Put the lab in the browser in a built book.")
    parser.add_argument("folder", nargs="?", default="_build/html", type=Path)
    parser.add_argument("--if-there", action="store_true", help="only where there is one already")
    args = parser.parse_args()
    if args.if_there and not is_in(args.folder):
        return
    if Path("course.yml").is_file():
        os.environ.setdefault(VARIABLE, str(Path("course.yml").resolve()))  # make has set it already
    start = time.monotonic()
    try:
        size = put_in(args.folder, Path.cwd())
    except (AssetError, SourceError) as problem:
        sys.exit(str(problem))
    if size is not None:
        print(f"The lab is in {args.folder}/lab ({size / 1e6:.0f} MB, {time.monotonic() - start:.1f} s).")


_main()
