"""Which workbooks an edition has, and where: one of the book's for each chapter, and a lecturer's own.

The book's stand in ``notebooks`` under the name of the chapter's page. In a folder of a lecturer's own, every
``.ipynb`` is one.
"""

from pathlib import Path

from .. import concepts
from ..concepts import Chapter
from ..concepts.edition import Own, current

__all__ = ["FOLDER", "every", "in_lab", "of_chapter"]

#: Where the book's own stand, as seen from the project.
FOLDER = "notebooks"


def _own(key: str) -> Own | None:
    return next((one for one in current().own if one.key == key), None)


def of_chapter(chapter: Chapter, root: Path) -> list[str]:
    """The workbooks of a chapter, as seen from the project's folder.

    Examples
    --------
    >>> of_chapter(concepts.load("customers"), Path.cwd())
    ['notebooks/1-customer-centrality.ipynb']
    """
    if own := _own(chapter.key):
        return [f"{own.place}/{path.name}" for path in sorted(own.folder.glob("*.ipynb"))]
    return [one] if (root / (one := f"{FOLDER}/{chapter.page}.ipynb")).is_file() else []


def every(root: Path) -> list[str]:
    """All workbooks of this edition, in the order of its chapters."""
    return [one for chapter in concepts.chapters() for one in of_chapter(chapter, root)]


def in_lab(workbook: str) -> str:
    """The name that a workbook has in the lab: an own one keeps its folder, beside its tables.

    Examples
    --------
    >>> in_lab("notebooks/1-customer-centrality.ipynb"), in_lab("my-chapters/service/calls.ipynb")
    ('1-customer-centrality.ipynb', 'service/calls.ipynb')
    """
    path = Path(workbook)
    return path.name if path.parent.as_posix() == FOLDER else f"{path.parent.name}/{path.name}"
