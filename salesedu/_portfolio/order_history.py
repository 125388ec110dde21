"""Columns of an order history: who, when and how much.

Part of chapter 6.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from salesedu._checks import numbered, shown
from salesedu._portfolio.book import customer_name

__all__ = ["columns", "day", "year_after"]

DATE = "give a date such as '2026-09-30'"


def day(value: object, name: str) -> date:
    """A day from a date, a moment or a text; numpy's and pandas' moments too."""
    kind = type(value).__name__
    if kind not in ("NaTType", "NAType"):
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) or kind == "datetime64":
            try:
                return datetime.fromisoformat(str(value)[:10]).date()
            except ValueError:
                pass
    raise ValueError(f"{name} is {shown(value)}; {DATE}.")


def year_after(start: date, first: date) -> date:
    """The same day a year later; a year that began on 29 February begins on 1 March in between."""
    if start.year >= 9999:
        raise ValueError(f"first_day is {first}, too far away for so many years; {DATE}.")
    try:
        return first.replace(year=start.year + 1)
    except ValueError:
        return date(start.year + 1, 3, 1)


def columns(**named: Iterable) -> Iterator[tuple]:
    """Rows of columns of one length: customers and dates are read, other columns stay as they are."""
    read = {}
    for name, values in named.items():
        read[name] = [value for _, value in numbered(values, name, "give a column with a row for each order")]
    names = list(read)
    for name in names[1:]:
        if len(read[name]) != len(read[names[0]]):
            raise ValueError(
                f"{name} has {len(read[name])} rows and {names[0]} has {len(read[names[0]])}; give one for each order."
            )
    if not read[names[0]]:
        raise ValueError(f"{names[0]} is empty; give at least one order.")
    read["customers"] = [customer_name(who, "customers") for who in read["customers"]]
    read["dates"] = [day(when, f"dates: row {place}") for place, when in enumerate(read["dates"], start=1)]
    yield from zip(*read.values(), strict=True)
