"""Jupyter Book, with a sentence instead of its traceback where a cell of a page does not run: ``make html``."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .. import __all__ as VERBS
from .. import concepts

__all__ = ["main", "silent_about_cells", "told"]


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__ or problem.__context__


def told(page: str, cell: str, name: str, value: str) -> str:
    """What an author reads of a cell that does not run.

    Parameters
    ----------
    page : str
        The file, as seen from the project.
    cell : str
        Its code.
    name, value : str
        The error's class and words.

    Examples
    --------
    >>> print(told("my-chapters/a/a.md", 'quiz("a")', "NameError", "name 'quiz' is not defined"))
    my-chapters/a/a.md: a cell does not run (NameError: name 'quiz' is not defined).
    <BLANKLINE>
        quiz("a")
    <BLANKLINE>
    Write `from salesedu import quiz` above it, in the same cell or in an earlier one.
    >>> print(told("a.md", "quiz(leads)", "NameError", "name 'leads' is not defined").splitlines()[-1])
    Write it in quotes: quiz("leads").
    """
    lines = [f"{page}: a cell does not run ({name}: {value}).", "", *(f"    {line}" for line in cell.splitlines()), ""]
    missing = re.fullmatch(r"name '(\w+)' is not defined", value)
    remedy = "Mend the cell, and build again."
    if missing and missing[1] in VERBS:
        remedy = f"Write `from salesedu import {missing[1]}` above it, in the same cell or in an earlier one."
    elif missing and missing[1] in {chapter.key for chapter in concepts.catalogue()}:
        asked = re.search(rf"\b({'|'.join(VERBS)})\(\s*{missing[1]}\b", cell)
        remedy = f'Write it in quotes: {asked[1] if asked else "quiz"}("{missing[1]}").'
    return "\n".join([*lines, remedy])


def _of_a_cell(problem: BaseException) -> str | None:
    """The sentence, when the build ended because of a cell."""
    from myst_nb.core.execute.base import ExecutionError
    from nbclient.exceptions import CellExecutionError

    chain = list(_chain(problem))
    cell = next((one for one in chain if isinstance(one, CellExecutionError)), None)
    page = next((str(one) for one in chain if isinstance(one, ExecutionError)), "")
    if cell is None:
        return None
    code = re.search(r"-{5,}\n(.*?)\n-{5,}", cell.traceback, re.DOTALL)
    path = Path(page)
    page = path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else page
    return told(page, code[1] if code else "", cell.ename, cell.evalue)


def silent_about_cells(tell: Callable[..., None]) -> Callable[..., None]:
    """Return what tells of a build's end, silent where our sentence follows.

    Sphinx's own words name a file with a traceback, and ask to report what an author can mend.
    """

    def handle(app: Any, args: Any, problem: BaseException, *rest: Any) -> None:
        if _of_a_cell(problem) is None:
            tell(app, args, problem, *rest)

    return handle


def main() -> None:
    """Build the book of this folder."""
    from jupyter_book import sphinx
    from jupyter_book.cli.main import main as jupyter_book

    sphinx.handle_exception = silent_about_cells(sphinx.handle_exception)
    try:
        jupyter_book(["build", ".", "-W", "-n", "--keep-going", "-q"], standalone_mode=False)
    except Exception as problem:
        if sentence := _of_a_cell(problem):
            sys.exit(f"\n{sentence}")
        raise


if __name__ == "__main__":
    main()
