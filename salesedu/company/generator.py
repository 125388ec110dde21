"""A whole company from one number: the same tables, other customers.

>>> books = generate(7)
>>> list(books)[:2]
['accounts', 'activities']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from . import tables as _tables
from .company import Company
from .schema import Table, restore

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Books", "definitions", "generate"]

_LARGE = 20  # times the shared company; its books take some 100 MB


@lru_cache(maxsize=1)
def _modules() -> dict[str, object]:
    names = sorted(module.name for module in iter_modules(_tables.__path__))
    return {name: import_module(f"{_tables.__name__}.{name}") for name in names}


def definitions() -> dict[str, Table]:
    """The definition of every table, by name.

    >>> definitions()["surveys"]["nps"].maximum
    10
    """
    return {module.TABLE.name: module.TABLE for module in _modules().values()}


class Books(Mapping):
    """All tables of one company by name; each is made when it is first asked for, and kept.

    Copy a table before you change it.
    """

    def __init__(self, company: Company) -> None:
        self._company, self._made = company, {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            module = _modules()[name]
            self._made[name] = restore(module.build(self._company), module.TABLE)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_modules())

    def __len__(self) -> int:
        return len(_modules())


def generate(seed: int, scale: float = 1) -> Books:
    """All tables of the company of ``seed``, ``scale`` times as large as the shared one.

    The last few companies are kept for the next call, but only one that is really large.
    """
    return (_large if scale > _LARGE else _small)(seed, float(scale))


@lru_cache(maxsize=3)
def _small(seed: int, scale: float) -> Books:
    return Books(Company(seed, scale))


@lru_cache(maxsize=1)
def _large(seed: int, scale: float) -> Books:
    return Books(Company(seed, scale))
