"""What a table of the case company is: its columns, their types and what may stand in them.

Every column is defined once, in the table's own module (``salesedu/company/tables``). Three things
are made from that one definition: the dtypes that :func:`restore` gives, the rules that
:func:`problems` checks, and the data dictionary in ``datasets/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Column", "Table", "csv_text", "dictionary", "problems", "restore"]

# How a type of the dictionary is held in pandas. Dates get one unit on every pandas version, and a
# whole number that may be missing is a float, because that is what students meet first.
_KINDS = {
    "key": "a key",
    "text": "text",
    "label": "one of a list",
    "integer": "whole number",
    "decimal": "number",
    "date": "date (year-month-day)",
    "yes/no": "True or False",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, kind, meaning and the values it may hold."""

    name: str
    kind: str
    meaning: str
    unit: str = ""
    values: tuple = ()
    pattern: str = ""
    minimum: object = None
    maximum: object = None
    refers_to: str = ""  # "accounts.account_id"
    may_be_empty: bool = False
    empty_means: str = ""
    decimals: int = 2  # of a decimal: how many are written

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"column {self.name}: {self.kind!r} is not one of {list(_KINDS)}.")
        if self.kind == "label" and not self.values:
            raise ValueError(f"column {self.name}: a label needs its list of values.")

    def allowed(self) -> str:
        """What may stand in this column, as the dictionary says it."""
        parts = []
        if self.values:
            parts.append(", ".join(str(value) for value in self.values))
        if self.minimum is not None and self.maximum is not None:
            parts.append(f"{self.minimum} to {self.maximum}")
        elif self.minimum is not None:
            parts.append(f"{self.minimum} or more")
        if self.refers_to:
            parts.append(f"one of `{self.refers_to}`")
        if self.may_be_empty:
            parts.append(f"empty: {self.empty_means}" if self.empty_means else "may be empty")
        return "; ".join(parts)


@dataclass(frozen=True)
class Table:
    """One table: what a row stands for, which column is its key, and its columns in order."""

    name: str
    meaning: str
    row: str
    key: str
    columns: tuple[Column, ...]
    notes: str = ""

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}.")

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]


def restore(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Give every column the dtype its definition asks for, the same on every pandas version."""
    import pandas as pd

    made, text = {}, pd.Series(["text"]).dtype
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "date":
            made[column.name] = pd.to_datetime(values).astype("datetime64[ns]")
        elif column.kind == "yes/no":
            made[column.name] = values.map({"True": True, "False": False, True: True, False: False})
            made[column.name] = made[column.name].astype(bool)
        elif column.kind == "integer":
            made[column.name] = values.astype("float64" if column.may_be_empty else "int64")
        elif column.kind == "decimal":
            made[column.name] = values.astype("float64").round(column.decimals)
        else:
            # Text as this pandas holds it, with its one sign for a missing value.
            made[column.name] = values.where(values.notna(), float("nan")).astype(text)
    return pd.DataFrame(made, columns=table.names).reset_index(drop=True)


def csv_text(frame: pd.DataFrame, table: Table) -> str:
    """The table as CSV, written by the rules of its columns, not by those of a pandas version."""
    columns = []
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "date":
            texts = values.dt.strftime("%Y-%m-%d")
            columns.append(list(texts.where(values.notna(), "")))
        elif column.kind == "integer":
            columns.append(["" if value != value else str(int(value)) for value in values])
        elif column.kind == "decimal":
            shape = f".{column.decimals}f"
            columns.append(["" if value != value else format(value, shape) for value in values])
        else:
            columns.append(
                ["" if value != value or value is None else str(value) for value in values]
            )
        unsafe = [text for text in columns[-1] if "," in text or '"' in text]
        if unsafe:
            raise ValueError(
                f"{table.name}.{column.name}: {unsafe[0]!r} would need quotes in a CSV."
            )
    lines = [",".join(table.names), *(",".join(row) for row in zip(*columns, strict=True))]
    return "\n".join(lines) + "\n"


def problems(frame: pd.DataFrame, table: Table, tables: Mapping[str, pd.DataFrame] | None = None):
    """Every way in which ``frame`` breaks the rules of ``table``, one sentence each.

    With ``tables`` (all tables by name) the references to other tables are checked too.
    """
    found = []
    if list(frame.columns) != table.names:
        return [f"{table.name}: the columns are {list(frame.columns)}, not {table.names}."]
    if frame[table.key].duplicated().any():
        twice = frame.loc[frame[table.key].duplicated(), table.key].iloc[0]
        found.append(f"{table.name}: {table.key} {twice} stands there twice.")
    for column in table.columns:
        values, where = frame[column.name], f"{table.name}.{column.name}"
        if values.isna().any() and not column.may_be_empty:
            found.append(f"{where}: row {int(values.isna().to_numpy().argmax())} is empty.")
        values = values.dropna()
        wrong = values[~_fits(values, column)]
        if len(wrong):
            found.append(f"{where}: {wrong.iloc[0]!r} is not allowed ({column.allowed()}).")
        if column.refers_to and tables:
            other, key = column.refers_to.split(".")
            lost = values[~values.isin(tables[other][key])]
            if len(lost):
                found.append(f"{where}: {lost.iloc[0]} is no {column.refers_to}.")
    return found


def _fits(values: pd.Series, column: Column) -> pd.Series:
    import pandas as pd

    fits = pd.Series(True, index=values.index)
    if column.values:
        fits &= values.isin(column.values)
    if column.pattern:
        shape = re.compile(column.pattern)
        fits &= values.map(lambda value: bool(shape.fullmatch(str(value)))).astype(bool)
    for bound, compare in ((column.minimum, "ge"), (column.maximum, "le")):
        if bound is not None:
            fits &= getattr(values, compare)(
                pd.Timestamp(bound) if column.kind == "date" else bound
            )
    return fits


def dictionary(tables: Mapping[str, Table], rows: Mapping[str, int]) -> str:
    """The data dictionary as Markdown: one section per table, one line per column."""
    lines = []
    for name, table in tables.items():
        lines += [
            f"## {name}",
            "",
            f"{table.meaning} One row is {table.row}; {rows[name]:,} rows.",
            "",
        ]
        if table.notes:
            lines += [table.notes, ""]
        lines += ["| column | holds | meaning | may be |", "|---|---|---|---|"]
        for column in table.columns:
            kind = _KINDS[column.kind] + (f", {column.unit}" if column.unit else "")
            kind = "the key of this table" if column.name == table.key else kind
            lines.append(f"| `{column.name}` | {kind} | {column.meaning} | {column.allowed()} |")
        lines.append("")
    return "\n".join(lines)
