"""One company: its story in parts, each made when it is first asked for, and kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .draws import Draws
from .history import History, happen

if TYPE_CHECKING:
    from .bidding import Bidding
    from .buying import Buying
    from .dealing import Deals
    from .people import SalesForce
    from .prospecting import Leads

__all__ = ["Company"]


class Company:
    """The company of ``seed``, ``scale`` times as large as the one that everybody shares.

    The parts rest on each other in this order: the customers and what happened to them; the
    tenders that brought some of them; the leads that brought the others; the deals with both;
    the orders. A table asks for the parts it needs, and no more is made.
    """

    def __init__(self, seed: int, scale: float = 1) -> None:
        self.seed, self.scale = seed, scale

    def draws(self, topic: str) -> Draws:
        """A stream of draws for one topic of this company."""
        return Draws(self.seed, topic)

    @cached_property
    def history(self) -> History:
        """The customers, and their contract years."""
        return happen(self.seed, self.scale)

    @cached_property
    def sales_force(self) -> SalesForce:
        """The representatives."""
        from .people import hire

        return hire(self.seed)

    @cached_property
    def bidding(self) -> Bidding:
        """The tenders and the bids."""
        from .bidding import bid

        return bid(self)

    @cached_property
    def leads(self) -> Leads:
        """The leads, and how far each comes."""
        from .prospecting import prospect

        return prospect(self)

    @cached_property
    def deals(self) -> Deals:
        """The opportunities, new customers and growth together."""
        from .dealing import deal

        return deal(self)

    @cached_property
    def buying(self) -> Buying:
        """The orders."""
        from .buying import buy

        return buy(self)
