"""Which workbooks an edition has, and where: one of the book's for each chapter, and a lecturer's own.

The book's stand in ``notebooks`` under the name of the chapter's page. In a folder of a lecturer's own, every
``.ipynb`` is one.
"""

from pathlib import Path

from .. import concepts
from ..concepts import Chapter
from ..concepts.edition import Own, current

__all__ = ["FOLDER", "every", "in_lab", "numbers_in_sidebar", "of_chapter"]

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


def numbers_in_sidebar(root: Path) -> str:
    """CSS that gives each workbook in the sidebar its chapter's number; empty where counting from one does that.

    A chapter may have no workbook, or two.
    """
    rules, counted = [], 0
    numbers = [chapter.number for chapter in concepts.chapters() for _ in of_chapter(chapter, root)]
    group = ".bd-links p.caption:nth-of-type(3) + ul"
    for place, number in enumerate(numbers, start=1):
        if number - counted != 1:
            step = number - counted
            rules.append(f"{group} > li:nth-child({place}) {{ counter-increment: chapter {step} !important }}")
        counted = number
    if not numbers:  # then the third group is not theirs
        rules.append(f"{group} > li > a {{ display: block !important }} {group} > li > a::before {{ display: none }}")
    return f"<style>{' '.join(rules)}</style>" if rules else ""
