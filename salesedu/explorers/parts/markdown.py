"""Blocks of a Markdown document that a learner takes along; the learner's own words are made safe in it."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["bullets", "document", "heading", "paragraph", "table"]

# What would turn a line of the learner's into a heading, a list, a quotation, a rule or a table.
STARTS = re.compile(r"^(\s*)([#>|=~]|[-+*_](?=\s|[-*_]|$)|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
# And what would mean something inside a line: stress, code, a link, HTML, an entity.
INSIDE = re.compile(r"([\\`*<\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;))")


def _safe(text: str) -> str:
    """Words as words: none of their signs means anything in Markdown."""
    escaped = INSIDE.sub(r"\\\1", text)
    return STARTS.sub(lambda found: found[1] + _quoted(found[2]), escaped)


def _quoted(sign: str) -> str:
    # "3." is no item of a list when its dot is escaped; a digit itself cannot be.
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _line(text: object) -> str:
    return " ".join(str(text).split())


def heading(text: str, level: int = 1) -> str:
    """A heading of level 1 to 6.

    Examples
    --------
    >>> heading("Goals for 2025", 2)
    '## Goals for 2025'
    """
    return f"{'#' * level} {_safe(_line(text))}"


def paragraph(text: str) -> str:
    """A text with the learner's own line ends; empty when there is nothing in it.

    Examples
    --------
    >>> print(paragraph("Keep * the fleet\\n# and grow"))
    Keep \\* the fleet\\
    \\# and grow
    """
    blocks = re.split(r"\n\s*\n", _safe(text.strip()))
    return "\n\n".join("\\\n".join(line.rstrip() for line in block.split("\n")) for block in blocks)


def bullets(items: Iterable[str]) -> str:
    """A list, one line an item; empty items are left out.

    Examples
    --------
    >>> print(bullets(["visit the buyer", "", "- call"]))
    - visit the buyer
    - \\- call
    """
    return "\n".join(f"- {_safe(_line(item))}" for item in items if _line(item))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a head; empty when it has no rows.

    Examples
    --------
    >>> print(table(("Who", "Role"), [("Jan | Piet", "buyer")]))
    | Who | Role |
    | --- | --- |
    | Jan \\| Piet | buyer |
    """
    lines = [[_cell(cell) for cell in row] for row in rows]
    if not lines:
        return ""
    written = [[_cell(cell) for cell in head], ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in written)


def _cell(cell: object) -> str:
    return INSIDE.sub(r"\\\1", _line(cell)).replace("|", "\\|")


def document(*blocks: str) -> str:
    """Blocks with one empty line between them; empty blocks are left out.

    Examples
    --------
    >>> document(heading("Plan"), "", paragraph("Grow."))
    '# Plan\\n\\nGrow.\\n'
    """
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"
