"""Markdown written so that it reads back exactly: escapes, tables, and the pieces of a text.

Shared by what the chapters write (an account plan, a progress report) and by
:mod:`salesedu.documents`, which makes Word documents of it. The tables are those of GitHub.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category

from salesedu._checks import shown

__all__ = ["Section", "bullets", "escaped", "one_line", "plain_text", "sections", "table", "table_rows"]

# White space that a line may hold: a no-break space ties a unit to its number and stays.
TIDY = re.compile(r"[^\S\u00a0\u202f\u2007]+")
ALWAYS = re.compile(r"[\\`*_\[\]<|]|&(?=#|\w+;)|(?:(?<=\s)|(?<=^))#")
AT_START = re.compile(r"[-+=>~]|(?<!\d)\d{1,9}(?=[.)](?:\s|$))")
PUNCTUATION = r"!-/:-@\[-`{-~"
MARKUP = re.compile(
    rf"\\(?P<literal>[{PUNCTUATION}])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<line><br ?/?>)"
    r"|\[(?P<text>(?:\\.|[^\[\]\\])*)\]\((?:\\.|[^()\\])*\)"
    r"|(?P<mark>\*+|`+|(?<!\w)_+|_+(?!\w))"
)
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
BULLET = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$")
RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


@dataclass(frozen=True)
class Section:
    """A heading and the lines under it, up to the next heading.

    Attributes
    ----------
    level : int
        1–6.
    title : str
        Without markup.
    lines : tuple of str
    """

    level: int
    title: str
    lines: tuple[str, ...]


def one_line(value: object, name: str) -> str:
    """A text on one line, its white space tidied; a ``ValueError`` when it cannot be written."""
    if not isinstance(value, str):
        raise ValueError(f"{name} is {shown(value)}; give a text.")
    text = TIDY.sub(" ", value).strip()
    for character in text:
        if category(character) in ("Cc", "Cs") or character in "\ufffe\uffff":
            raise ValueError(
                f"{name} holds the character U+{ord(character):04X}, which no document can show; type the text again."
            )
    return text


def escaped(text: str, *, start: bool = True) -> str:
    """A text as Markdown that shows exactly that text.

    `start` tells whether it begins a line, where a dash would begin a list.

    >>> print(escaped("5 * 3 | a_b"), escaped("- 1"))
    5 \\* 3 \\| a\\_b \\- 1
    """
    safe = ALWAYS.sub(lambda found: "\\" + found.group(), text)
    first = AT_START.match(safe) if start else None
    if first is None:
        return safe
    if first.group()[0].isdigit():
        return f"{first.group()}\\{safe[first.end() :]}"
    return "\\" + safe


def plain_text(markdown: str) -> str:
    """The text that a line of Markdown shows, on one line; the inverse of `escaped`.

    >>> plain_text("**5** \\\\* 3")
    '5 * 3'
    """

    def shown_as(found: re.Match) -> str:
        if found["literal"]:
            return found["literal"]
        if found["entity"]:
            from html import unescape  # the page, which only writes Markdown, has no such library

            return unescape(found["entity"])
        if found["line"]:
            return " "
        return plain_text(found["text"]) if found["text"] is not None else ""

    return TIDY.sub(" ", MARKUP.sub(shown_as, markdown)).strip()


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[str] = ()) -> list[str]:
    """Lines of a table; cells are Markdown already, `right` names the columns set to the right."""
    to_the_right = set(right)
    ruler = ["---:" if name in to_the_right else "---" for name in header]
    return [f"| {' | '.join(cells)} |" for cells in (header, ruler, *rows)]


def bullets(lines: Sequence[str]) -> list[str]:
    """The texts of a list, as Markdown still; a paragraph between them counts as one."""
    items: list[str] = [""]
    for line in lines:
        found = BULLET.match(line)
        if found or not line.strip():
            items.append((found[1] or "") if found else "")
        else:
            items[-1] += " " + line.strip()
    return [item.strip() for item in items if item.strip()]


def table_rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the first table, header first, as plain text; no lines for no table.

    Rows in which every cell is empty are left out; a row may have more cells than the header.
    """
    for place, line in enumerate(lines[:-1]):
        header = _cells(line)
        if "|" in line and RULER.match(lines[place + 1]) and len(_cells(lines[place + 1])) == len(header):
            break
    else:
        return []
    rows = [header]
    for line in lines[place + 2 :]:
        if "|" not in line:
            break
        cells = _cells(line)
        if any(cells):
            rows.append(cells + [""] * (len(header) - len(cells)))
    return rows


def _cells(line: str) -> list[str]:
    # As in CommonMark's tables: a bar with a backslash before it stands for itself.
    parts = re.split(r"(?<!\\)\|", line.strip().removeprefix("|"))
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [plain_text(part) for part in parts]


def sections(markdown: object, name: str = "markdown") -> list[Section]:
    """A text cut at its headings; what stands before the first has level 0 and no title."""
    if not isinstance(markdown, str):
        raise ValueError(f"{name} is {shown(markdown)}; give a text in Markdown.")
    found: list[Section] = []
    level, title, lines = 0, "", []
    for line in markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = HEADING.match(line)
        if heading is None:
            lines.append(line)
            continue
        found.append(Section(level, title, tuple(lines)))
        level, title, lines = len(heading[1]), plain_text(heading[2] or ""), []
    return [*found, Section(level, title, tuple(lines))]
