"""Evidence on the sales factory of Noorderlicht Koffie: every block, from the company's own books.

>>> pieces = gather()
>>> pieces[0].block, pieces[0].function
('customers', 'portfolio.pareto_share')
"""

from __future__ import annotations

from collections.abc import Mapping

from salesedu._factory.blocks import BY_KEY
from salesedu._factory.evidence import Evidence

from ..loader import load
from .literal import case_module

__all__ = ["case_module", "gather", "gather_from"]


class _Loaded(dict):
    """The tables of one company, each read when it is first asked for."""

    def __init__(self, seed: int | None) -> None:
        super().__init__()
        self.seed = seed

    def __missing__(self, name: str):
        self[name] = load(name, seed=self.seed)
        return self[name]


def gather(seed: int | None = None) -> tuple[Evidence, ...]:
    """Evidence for each of the eleven blocks, computed from the tables by functions of chapters 1 to 7.

    Parameters
    ----------
    seed : int, optional
        A company of your own, as in `load`; the shared one when left out.

    Returns
    -------
    tuple of Evidence
        At least one piece for each block, in the order of the blocks. The suggested scores follow
        thresholds that stand in each rule; they are no verdict.

    Raises
    ------
    ValueError
        When the seed is none.
    """
    return gather_from(_Loaded(seed))


def gather_from(books: Mapping) -> tuple[Evidence, ...]:
    """The same from tables at hand: a mapping of their names to DataFrames."""
    from . import customers, market, selling, system

    found = [piece for room in (customers, market, selling, system) for piece in room.evidence(books)]
    return tuple(sorted(found, key=lambda piece: BY_KEY[piece.block].number))
