"""A whole company from one number: the same tables, other customers.

>>> companies = generate(7)
>>> sorted(companies)[:2]
['accounts', 'complaints']
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from . import tables as _tables
from .history import happen
from .schema import Table, restore

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["definitions", "generate"]


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


@lru_cache(maxsize=3)
def generate(seed: int) -> dict[str, pd.DataFrame]:
    """All tables of the company of ``seed``. Kept for the next call: copy before you change one."""
    history = happen(seed)
    built = {module.TABLE.name: module.build(history) for module in _modules().values()}
    return {name: restore(built[name], table) for name, table in definitions().items()}
