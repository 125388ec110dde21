"""What the lab's course knows of the edition: its settings, a lecturer's own chapters, and no solution before the day.

The book as it stands needs none of it. The files are JSON under the names of YAML, which is YAML too: the lab reads
what stands beside them as ``.json``.
"""

import ast
import json
from pathlib import Path
from typing import Any

from ...concepts.edition import Edition, Own, current
from ...concepts.source import read_source
from ...questions import bank
from ...questions.bank.withholding import entry_without_solution

__all__ = ["banks", "for_the_lab", "settings", "without_worked_solution"]


def settings() -> dict[str, Any]:
    """What ``course.yml`` says, as far as it counts in a notebook; empty for the book as it stands."""
    edition, usual = current(), Edition()
    told: dict[str, Any] = {name: value for name in ("course", "numbers")
                            if (value := getattr(edition, name)) != getattr(usual, name)}
    if edition.chapters is not None:
        own = {one.key: f"./{one.place}" for one in edition.own}  # a slash makes it a folder
        told["chapters"] = [own.get(key, key) for key in edition.chapters]
    if day := edition.withheld():
        told["solutions_hidden_until"] = day.isoformat()
    return told


def for_the_lab() -> dict[str, bytes]:
    """The files under ``salesedu/edition``, where :func:`salesedu.concepts.edition.current` looks for them."""
    told = settings()
    if not told:
        return {}
    files = _both("course", told)
    for own in current().own:
        page = read_source(own.folder / "concepts.yaml").data
        files |= _both(f"{own.place}/concepts", page)
        files |= _both(f"{own.place}/questions", _entries(own.folder / "questions.yaml", own))
        # The page itself is in the book; its name is checked.
        files[f"{own.place}/{page['chapter']['page']}.md"] = b""
    return files


def banks() -> dict[str, Any] | None:
    """The book's banks of this edition, name to entries without solutions; None when they are as their files are."""
    edition = current()
    if edition.chapters is None and not edition.withheld():
        return None
    own = {one.key for one in edition.own}
    return {key: _entries(bank.HERE / f"{key}.yaml") for key in bank.chapters_with_questions() if key not in own}


def without_worked_solution(source: str) -> str:
    """A module of exercises without the code that solves them; what judges an answer stays.

    Examples
    --------
    >>> without_worked_solution("one = Exercise(id='a', solution='answer = 1')  # easy")
    "one = Exercise(id='a', solution='')"
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "solution":
            node.value = ast.Constant("")
    return ast.unparse(tree)


def _entries(path: Path, own: Own | None = None) -> Any:
    data, day = read_source(path).data, current().withheld()
    if not day:
        return data
    prints = {one.id: bank.bake(one)["hash"] for one in bank.load(own.key if own else path.stem)}
    return [entry_without_solution(entry, prints[entry["id"]], day) for entry in data]


def _both(name: str, data: Any) -> dict[str, bytes]:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return {f"{name}.yml" if name == "course" else f"{name}.yaml": body, f"{name}.json": body}
