"""A table that the learner fills in: the same few columns for every row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Real

from salesedu.explorers.parts.controls import check_text, shown

__all__ = ["Entry", "Level", "Pick", "Sheet", "Tick"]

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")
MOST_ROWS = 30
Cell = bool | int | str | None


@dataclass(frozen=True)
class Tick:
    """A column to tick."""

    name: str
    label: str
    value: bool = False
    note: str = ""
    needs = ""  # a tick never waits for another: two steps to one cell would be one too many
    empty = False

    def read(self, value: object, where: str) -> bool:
        """The value, when it is on or off; `where` says which cell, for the sentence."""
        if not isinstance(value, bool):
            raise ValueError(f"{where} is ticked or not, not {shown(value)}.")
        return value

    def as_dict(self) -> dict:
        return {"kind": "tick", "name": self.name, "label": self.label, "value": self.value, "note": self.note}


@dataclass(frozen=True)
class Level:
    """A column for a level of 1 up to `top`; None while none is given."""

    name: str
    label: str
    top: int = 5
    value: int | None = None
    needs: str = ""
    note: str = ""
    empty = None

    def __post_init__(self) -> None:
        if not 2 <= self.top <= 10:
            raise ValueError(f"levels of {self.name!r} run from 1 to a top of 2 to 10, not {self.top}.")

    def read(self, value: object, where: str) -> int | None:
        """The level as a whole number; JSON may have turned 4 into 4.0."""
        if value is None:
            return None
        wrong = isinstance(value, bool) or not isinstance(value, Real) or value != value
        if wrong or not 1 <= value <= self.top or value != int(value):
            raise ValueError(f"{where} is a level of 1 to {self.top}, not {shown(value)}.")
        return int(value)

    def as_dict(self) -> dict:
        return {
            "kind": "level",
            "name": self.name,
            "label": self.label,
            "top": self.top,
            "value": self.value,
            "needs": self.needs,
            "note": self.note,
        }


@dataclass(frozen=True)
class Pick:
    """A column with one of a few options, each a (value, label) pair; None while none is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str | None = None
    needs: str = ""
    note: str = ""
    empty = None

    def read(self, value: object, where: str) -> str | None:
        """The value, when it is one of the options."""
        known = [option for option, _ in self.options]
        if value is not None and value not in known:
            raise ValueError(f"{where} has no option {shown(value)}; choose {', '.join(known)}.")
        return value

    def as_dict(self) -> dict:
        return {
            "kind": "pick",
            "name": self.name,
            "label": self.label,
            "options": [list(option) for option in self.options],
            "value": self.value,
            "needs": self.needs,
            "note": self.note,
        }


@dataclass(frozen=True)
class Entry:
    """A column with a few words of the learner's own, on one line."""

    name: str
    label: str
    value: str = ""
    longest: int = 80
    needs: str = ""
    note: str = ""
    empty = ""

    def read(self, value: object, where: str) -> str:
        """The text; empty when nothing was written."""
        return check_text(value, where, self.longest)

    def as_dict(self) -> dict:
        return {
            "kind": "entry",
            "name": self.name,
            "label": self.label,
            "value": self.value,
            "longest": self.longest,
            "needs": self.needs,
            "note": self.note,
        }


Column = Tick | Level | Pick | Entry


@dataclass(frozen=True)
class Sheet:
    """Rows, each a (key, label) or (key, label, note), with the same columns to fill in.

    `value` holds the start values by row and column; a cell left out takes its column's own.

    With `adds`, such as ``"Add a person"``, rows are alike and there are as many as one needs: those beyond the last
    that is filled in wait behind a button of that name, and a row can be taken out again. Cells then start empty.
    """

    name: str
    label: str
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    value: Mapping[str, Mapping[str, Cell]] = field(default_factory=dict)
    note: str = ""
    adds: str = ""

    def __post_init__(self) -> None:
        keys = [key for key, *_ in self.rows]
        if not 1 <= len(keys) <= MOST_ROWS or len(set(keys)) != len(keys) or not all(map(KEY.fullmatch, keys)):
            raise ValueError(f"sheet {self.name!r} needs 1 to {MOST_ROWS} rows, each with a key of its own.")
        names = [column.name for column in self.columns]
        if not names or len(set(names)) != len(names):
            raise ValueError(f"sheet {self.name!r} needs columns, each named once.")
        ticks = {column.name for column in self.columns if isinstance(column, Tick)}
        for column in self.columns:
            if column.needs and column.needs not in ticks:
                raise ValueError(f"sheet {self.name!r} has no tick {column.needs!r} that column {column.name!r} needs.")
            if self.adds and column.value != column.empty:
                raise ValueError(f"sheet {self.name!r} adds rows that begin empty: column {column.name!r} does not.")
        self.read(self.value)

    @property
    def start(self) -> dict[str, dict[str, Cell]]:
        """Every cell's own value, those that wait for a tick included."""
        return self._whole({})

    def read(self, value: object) -> dict[str, dict[str, Cell]]:
        """Every cell of every row; what waits for a tick that is off is empty, whatever it held.

        Examples
        --------
        >>> columns = Tick("counts", "Matters"), Level("score", "Score")
        >>> sheet = Sheet("blocks", "Blocks", (("crm", "System"),), columns)
        >>> sheet.read({"crm": {"counts": True, "score": 4.0}})
        {'crm': {'counts': True, 'score': 4}}
        >>> sheet.read({"crm": {"score": 9}})
        Traceback (most recent call last):
            ...
        ValueError: Blocks, System: Score is a level of 1 to 5, not 9.
        """
        whole = self._whole(value)
        for cells in whole.values():
            for column in self.columns:
                if column.needs and not cells[column.needs]:
                    cells[column.name] = column.empty
        return whole

    def _whole(self, value: object) -> dict[str, dict[str, Cell]]:
        rows = self._by_name(value, self.label, "row", [key for key, *_ in self.rows])
        return {key: self._row(key, label, rows.get(key, {})) for key, label, *_ in self.rows}

    def _row(self, key: str, label: str, value: object) -> dict[str, Cell]:
        place = f"{self.label}, {label}"
        cells = self._by_name(value, place, "column", [column.name for column in self.columns])
        own = self.value.get(key, {})
        return {
            column.name: column.read(
                cells.get(column.name, own.get(column.name, column.value)), f"{place}: {column.label}"
            )
            for column in self.columns
        }

    @staticmethod
    def _by_name(value: object, place: str, what: str, known: list[str]) -> Mapping:
        if not isinstance(value, Mapping):
            raise ValueError(f"{place} needs every {what} by name, not {shown(value)}.")
        for name in value:
            if name not in known:
                raise ValueError(f"{place} has no {what} {shown(name)}; it has {', '.join(known)}.")
        return value

    def as_dict(self) -> dict:
        return {
            "kind": "sheet",
            "name": self.name,
            "label": self.label,
            "rows": [[key, label, *note, ""][:3] for key, label, *note in self.rows],
            "columns": [column.as_dict() for column in self.columns],
            "value": self.start,
            "note": self.note,
            "adds": self.adds,
        }
