"""Read a YAML source file and keep the line of every value, so that an error can point at it.

Chapters are written by people; what they get wrong is told as *file, line, entry, what, remedy*.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

__all__ = ["Source", "SourceError", "did_you_mean", "read_source"]

Place = tuple[str | int, ...]


class SourceError(ValueError):
    """Something in a source file is wrong, told with its place and a remedy.

    Parameters
    ----------
    file : str
        The file as the author knows it, such as ``questions/customers.yaml``.
    line : int
        Line in that file, counted from 1.
    entry : str
        Id of the entry, or ``""`` when the trouble is with the file itself.
    what, remedy : str
        What is wrong, and what to do about it.

    Examples
    --------
    >>> str(SourceError("questions/x.yaml", 4, "x-1", "no hint", "add one"))
    'questions/x.yaml, line 4, x-1: no hint; add one'
    """

    def __init__(self, file: str, line: int, entry: str, what: str, remedy: str) -> None:
        where = f"{file}, line {line}" + (f", {entry}" if entry else "")
        super().__init__(f"{where}: {what}; {remedy}")
        self.file, self.line, self.entry = file, line, entry
        self.what, self.remedy = what, remedy


@dataclass(frozen=True)
class Source:
    """Plain data read from a file, with the line on which each value stands.

    Attributes
    ----------
    file : str
        Folder and name of the file, for messages.
    data : Any
        Lists, mappings and scalars.
    lines : dict
        From a place such as ``(3, "options", 0)`` to a line counted from 1.
    """

    file: str
    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Line of ``place``, or of the nearest thing around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def did_you_mean(name: object, known: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """Suggest the known name that looks most like ``name``, as the end of a remedy.

    Examples
    --------
    >>> did_you_mean("solutoin", ["hint", "solution"])
    'did you mean "solution"?'
    >>> did_you_mean("KPI", ["kpi", "payer"])
    'did you mean "kpi"?'
    >>> did_you_mean("x", ["hint", "solution"])
    'use one of: hint, solution'
    """
    names = sorted(known)
    small = {one.lower(): one for one in names}
    close = get_close_matches(str(name).lower(), list(small), n=1, cutoff=0.6)
    if close:
        return f'did you mean "{small[close[0]]}"?'
    if not names:
        return "there are none yet"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"use one of: {shown}"


def read_source(path: Path, error: type[SourceError] = SourceError) -> Source:
    """Read one YAML file.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    error : type
        The class of error to raise.

    Raises
    ------
    SourceError
        When the file is not YAML, or a key stands twice in one mapping.
    """
    file = f"{path.parent.name}/{path.name}"
    read_already = path.with_suffix(".json")  # the lab in the browser has it, and no reader of YAML
    if read_already.is_file():
        return Source(file, json.loads(read_already.read_text("utf-8")), {(): 1})
    import yaml

    loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
    try:
        with _as_source_error(file, error):
            node = loader.get_single_node()
            lines: dict[Place, int] = {(): 1}
            data = None if node is None else _plain(loader, node, (), lines, file, error)
    finally:
        loader.dispose()
    return Source(file, data, lines)


@contextmanager
def _as_source_error(file: str, error: type[SourceError]) -> Iterator[None]:
    import yaml

    try:
        yield
    except yaml.MarkedYAMLError as trouble:
        mark = trouble.problem_mark or trouble.context_mark
        remedy = "mend the indentation or put the text in quotes"
        problem = str(trouble.problem)
        if "could not find expected ':'" in problem:
            mark = trouble.context_mark or mark  # where the name stands; YAML finds out lines later
            remedy = "write a colon and a space after the name"
        elif r"'\t'" in problem:
            remedy = "use spaces in place of the tab"
        line = mark.line + 1 if mark else 1
        raise error(file, line, "", f"this is not YAML ({trouble.problem})", remedy) from None
    except yaml.reader.ReaderError as trouble:
        remedy = "save the file as plain UTF-8 text"
        raise error(file, 1, "", f"this is not text ({trouble.reason})", remedy) from None


def _plain(
    loader: yaml.SafeLoader,
    node: yaml.Node,
    place: Place,
    lines: dict[Place, int],
    file: str,
    error: type[SourceError],
) -> Any:
    import yaml

    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(loader, item, (*place, number), lines, file, error)
            for number, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = _value(loader, key_node)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str | int | float):
                raise error(file, line, "", f"{key!r} cannot be a key", "write a plain word")
            if key in found:
                raise error(file, line, "", f'"{key}" stands here twice', "keep one of the two")
            lines[(*place, key)] = line  # the key's line: where a reader looks for the trouble
            found[key] = _plain(loader, value_node, (*place, key), lines, file, error)
        return found
    return _value(loader, node)


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    try:
        return loader.construct_object(node, deep=True)
    except ValueError:  # it looks like a day, but no month has it: whoever reads the setting says so
        return node.value
