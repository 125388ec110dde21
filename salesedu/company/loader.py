"""``load``: a table of the case company as a pandas DataFrame, without a network."""

from __future__ import annotations

from difflib import get_close_matches
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING

from .story import SEED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["load", "table_names"]

_HERE = Path(__file__).resolve().parent
# In an installed package the tables lie beside this file, in a checkout in the folder datasets.
_FOLDERS = (_HERE / "data", _HERE.parents[1] / "datasets")
_LARGEST_SEED = 2**63 - 1
_LARGEST_SCALE = 1_000


def table_names() -> tuple[str, ...]:
    """The names of the tables that :func:`load` knows.

    Examples
    --------
    >>> "accounts" in table_names()
    True
    """
    from .generator import definitions

    return tuple(definitions())


def load(name: str, seed: int | None = None, scale: float = 1) -> pd.DataFrame:
    """Load one table of Noorderlicht Koffie (fictional): 1 October 2023 to 30 September 2026.

    Parameters
    ----------
    name : str
        ``"accounts"``, ``"leads"``, ``"quotes"``, ``"orders"``, ...: see :func:`table_names` for
        all of them and ``datasets/README.md`` for every column.
    seed : int, optional
        A whole number of 0 or more gives a company of your own: the same columns, other customers,
        other figures. Tables loaded with the same seed and scale belong together.
    scale : float, optional
        How many times as large the company is, 1 to 1,000. Customers, leads, deals and orders grow
        with it; the channels, the representatives and the months stay as many. At 70 there are a
        million orders.

    Returns
    -------
    pandas.DataFrame
        A fresh copy, which you may change.

    Raises
    ------
    ValueError
        When there is no such table, the seed is not a whole number of 0 or more, or the scale is
        not a number from 1 to 1,000.

    Examples
    --------
    >>> accounts = load("accounts")
    >>> accounts.loc[0, "account_id"]
    'A0001'
    >>> load("accounts", seed=12345).shape == accounts.shape
    True
    """
    from .generator import definitions, generate

    known = definitions()
    if not isinstance(name, str):
        raise ValueError(f"load() needs the name of a table in quotes; choose from {_list(known)}.")
    if name not in known:
        near = _nearest(name, known)
        hint = f'Did you mean "{near}"? ' if near else ""
        raise ValueError(f'There is no table "{name}". {hint}The tables are {_list(known)}.')
    if isinstance(scale, bool) or not isinstance(scale, Real) or not 1 <= scale <= _LARGEST_SCALE:
        raise ValueError(f"scale={scale!r} is no scale: use a number from 1 to {_LARGEST_SCALE:,}.")
    if seed is None and scale == 1:
        return _read(name, known[name])
    seed = SEED if seed is None else seed
    if isinstance(seed, bool) or not isinstance(seed, Integral) or not 0 <= seed <= _LARGEST_SEED:
        raise ValueError(
            f"seed={seed!r} is no seed: use a whole number of 0 or more, your student number say."
        )
    return generate(int(seed), float(scale))[name].copy()


def _nearest(name: str, known) -> str | None:
    """The table that is meant: by its whole name, or by one of its words ("sales")."""
    words = {word: table for table in known for word in (*table.split("_"), table)}
    near = get_close_matches(name.strip().lower().replace(" ", "_"), words, n=1, cutoff=0.5)
    return words[near[0]] if near else None


def _list(names) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _read(name, table):
    import pandas as pd

    from .schema import restore

    for folder in _FOLDERS:
        file = folder / f"{name}.csv"
        if file.is_file():
            kinds = {column.name: str for column in table.columns if column.kind != "integer"}
            # Only an empty cell is empty: a customer may be called "NA" or "None".
            frame = pd.read_csv(
                file, dtype=kinds, keep_default_na=False, na_values=[""], encoding="utf-8"
            )
            return restore(frame, table)
    raise FileNotFoundError(
        f"The file {name}.csv is missing from this installation of salesedu; install it again, "
        f'or use load("{name}", seed=1), which needs no file.'
    )
