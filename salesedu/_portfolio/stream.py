"""One euro of margin a year from a customer who may leave, in euros of today.

Part of chapter 6: what `lifetime_value` and `retention_budget` have in common.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import expm1, log

from salesedu._checks import ALLOWANCE

__all__ = ["TIMINGS", "Stream", "first_year"]

TIMINGS = ("year end", "year start", "after renewal")

# With less than this lost a year, to leaving and discount together, a sum without end says nothing.
LEAST_DECAY = 1e-6


@dataclass(frozen=True)
class Stream:
    """Expected present values of a euro a year: each year is the one before times retention / (1 + discount)."""

    retention: float
    discount_rate: float
    timing: str

    @property
    def endless(self) -> bool:
        """Whether the sum over all years has no end."""
        return 1 + self.discount_rate - self.retention < LEAST_DECAY

    @property
    def first(self) -> float:
        """Present value of the first year's euro."""
        return self.still_there(1) * self.discount_factor(1)

    def still_there(self, year: int) -> float:
        """Chance that the customer brings this year's margin."""
        return self.retention ** (year if self.timing == "after renewal" else year - 1)

    def discount_factor(self, year: int) -> float:
        """What a euro of the moment this year's margin comes is worth today."""
        return (1 + self.discount_rate) ** -(year - 1 if self.timing == "year start" else year)

    def sum(self, years: int | None, after: int = 0) -> float:
        """Sum of the present values of these years (all years if None), or of those after some of them."""
        step = self.retention / (1 + self.discount_rate)
        decay = (1 + self.discount_rate - self.retention) / (1 + self.discount_rate)
        start = self.first * step**after
        if years is None:
            return start / decay
        if decay < ALLOWANCE:
            return start * years
        return start * (1.0 if step == 0 else -expm1(years * log(step)) / decay)


def first_year(cumulative: Callable[[int], float], goal: float, horizon: int | None) -> int | None:
    """First year in which a growing sum reaches a goal; 0 when there is no goal, None when it never does."""
    if goal <= ALLOWANCE:
        return 0
    enough = goal * (1 - ALLOWANCE)
    last = horizon or 1
    while horizon is None and cumulative(last) < enough:
        last *= 2
        if last > 2**40:  # a sum that has not got there by now has stopped growing
            return None
    if cumulative(last) < enough:
        return None
    before = 0
    while last - before > 1:
        middle = (before + last) // 2
        before, last = (before, middle) if cumulative(middle) >= enough else (middle, last)
    return last
