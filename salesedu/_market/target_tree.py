"""A target with its parts, and the parts of those: how the trees of chapter 2 are read.

Part of chapter 2. A tree may be nested mappings, a mapping with tuples as names, a pandas Series
with one or more index levels (what ``groupby(["team", "name"])["amount"].sum()`` gives), or a
plain list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import number, numbered, shown

__all__ = ["SEPARATOR", "Branch", "TargetLine", "lines_of", "read_tree", "tree_of"]

SEPARATOR = " / "  # between team and representative in the name of a line
DEEPEST = 8  # more layers than any sales organisation has; a tree that contains itself ends here


@dataclass(frozen=True)
class Branch:
    """A part with its number, or with parts of its own; `own` is then the weight it was given."""

    name: str
    own: float | None
    parts: tuple["Branch", ...] = ()

    @property
    def total(self) -> float:
        """The numbers of all leaves together."""
        return fsum(part.total for part in self.parts) if self.parts else self.own


@dataclass(frozen=True)
class TargetLine:
    """One line of a cascade or a roll-up.

    Attributes
    ----------
    name : str
        The part's own name.
    path : str
        Its place below the company: "North / Anna"; empty for the company itself.
    level : int
        0 for the company, 1 for its parts, and so on.
    tier : str
        "strategic" (the company), "operational" (who sells) or "tactical" (between the two).
    amount : float
        Euros.
    share : float or None
        Fraction of the part it belongs to; None when that is nothing.
    share_of_total : float or None
        Fraction of the company.
    """

    name: str
    path: str
    level: int
    tier: str
    amount: float
    share: float | None
    share_of_total: float | None


def read_tree(values: object, name: str, *, weights: bool = False) -> Branch:
    """Read a tree; with `weights`, a pair ``(weight, parts)`` gives a part a weight of its own."""
    root = _branch("company", values, name, weights, 0)
    if not root.parts:
        raise ValueError(
            f"{name} is {shown(values)}; give the parts by name, such as {{'North': 3, 'South': 2}}."
        )
    return root


def _branch(label: str, values: object, where: str, weights: bool, depth: int) -> Branch:
    if depth > DEEPEST:
        raise ValueError(f"{where} lies more than {DEEPEST} layers deep; leave out some layers.")
    if weights and _is_weighted(values):
        below = _branch(label, values[1], where, weights, depth)
        own = number(values[0], f"{where} (its weight)", 0)
        return Branch(label, own, below.parts)
    if isinstance(values, str | bytes) or not _has_parts(values):
        return Branch(label, number(values, where, 0))
    parts = tuple(
        _branch(part, value, f"{where}: {part}", weights, depth + 1)
        for part, value in _parts(values, where)
    )
    if not parts:
        raise ValueError(f"{where} is empty; give at least one part.")
    return Branch(label, None, parts)


def _is_weighted(values: object) -> bool:
    return (
        isinstance(values, list | tuple)
        and len(values) == 2
        and callable(getattr(values[1], "items", None))
    )


def _has_parts(values: object) -> bool:
    # A numpy number of no dimension has __iter__ too, and so does a pandas Series of one.
    return hasattr(values, "__iter__") and getattr(values, "shape", (1,)) != ()


def _parts(values: Mapping | Iterable, where: str) -> Iterator[tuple[str, object]]:
    if not callable(getattr(values, "items", None)):
        for position, value in numbered(values, where, "give the parts by name or as a list"):
            yield f"part {position}", value
        return
    nested: dict[str, object] = {}
    for label, value in values.items():
        path = label if isinstance(label, tuple) and label else (label,)
        for step in path:
            if not isinstance(step, str) or not step.strip():
                raise ValueError(
                    f"{where} has a name that is {shown(step)}; name each part in words."
                )
        inside = nested
        for step in path[:-1]:
            inside = inside.setdefault(step, {})
            if not isinstance(inside, dict):
                raise ValueError(f"{where} gives {step!r} both a number and parts; give one.")
        if path[-1] in inside:
            raise ValueError(f"{where} names {path[-1]!r} twice; give it once.")
        inside[path[-1]] = value
    yield from nested.items()


def lines_of(root: Branch) -> tuple[TargetLine, ...]:
    """The company, then every part followed by its own parts."""
    return tuple(_lines(root, "", 0, None, root.total))


def _lines(
    branch: Branch, path: str, level: int, above: float | None, total: float
) -> Iterator[TargetLine]:
    amount = branch.total
    yield TargetLine(
        name=branch.name,
        path=path,
        level=level,
        tier="strategic" if level == 0 else "tactical" if branch.parts else "operational",
        amount=amount,
        share=_share(amount, amount if above is None else above),
        share_of_total=_share(amount, total),
    )
    for part in branch.parts:
        below = f"{path}{SEPARATOR}{part.name}" if path else part.name
        yield from _lines(part, below, level + 1, amount, total)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole >= 0.01 else None  # less than a cent is nothing to share


def tree_of(branch: Branch) -> dict[str, float | dict]:
    """The tree as nested dictionaries."""
    return {part.name: tree_of(part) if part.parts else part.own for part in branch.parts}
