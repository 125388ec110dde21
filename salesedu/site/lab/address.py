"""Where the lab is in a site, without loading what builds it."""

import json
from pathlib import Path
from urllib.parse import quote

__all__ = ["EDITION", "FOLDER", "address", "is_in", "megabytes"]

#: Name of the lab's folder in the site.
FOLDER = "lab"
#: The file in it that says which edition it is and how much a first visit fetches.
EDITION = "edition.json"


def is_in(site: Path) -> bool:
    """Whether a built book has the lab."""
    return (site / FOLDER / EDITION).is_file()


def megabytes(site: Path) -> int:
    """What a first visit to the lab fetches, rounded to five megabytes; 0 where there is no lab."""
    if not is_in(site):
        return 0
    return 5 * round(json.loads((site / FOLDER / EDITION).read_text("utf-8"))["fetched"] / 5e6)


def address(notebook: str) -> str:
    """Where the lab opens a workbook, from the root of the site.

    Examples
    --------
    >>> address("1-customer-centrality.ipynb")
    'lab/notebooks/index.html?path=1-customer-centrality.ipynb'
    """
    return f"{FOLDER}/notebooks/index.html?path={quote(notebook)}"
