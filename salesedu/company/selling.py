"""From a first talk to a decision: what a quote looks like, who wins it, and where a deal stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import sales_story as sales

if TYPE_CHECKING:
    import numpy as np

    from .draws import Draws

__all__ = [
    "NEVER_FAILED",
    "Offer",
    "days_of_steps",
    "lose_somewhere",
    "win_quote",
    "write_quote",
]

NEVER_FAILED = len(sales.STAGES)
_AT_THE_QUOTE = sales.STAGES.index("quote")


@dataclass(frozen=True)
class Offer:
    """Arrays with one row per deal: the quote that it gets if it comes that far."""

    days: np.ndarray  # between the request and the quote
    discount: np.ndarray  # a fraction
    price_index: np.ndarray  # our price divided by the price we are up against

    def __getitem__(self, rows: np.ndarray) -> Offer:
        return Offer(self.days[rows], self.discount[rows], self.price_index[rows])

    def __add__(self, other: Offer) -> Offer:
        import numpy as np

        return Offer(
            np.append(self.days, other.days),
            np.append(self.discount, other.discount),
            np.append(self.price_index, other.price_index),
        )


def write_quote(price_led: np.ndarray, draws: Draws) -> Offer:
    """A quote for each deal: who buys on price gets more discount; a dear quote takes longer."""
    import numpy as np

    count = len(price_led)
    most = np.where(price_led, 0.20, 0.12)
    discount = np.round(most * draws.uniform(count) ** 1.2, 2)
    # Before discount we are some 7 % dearer than the others, more or less.
    index = np.round(np.exp(0.07 + 0.055 * draws.normal(count)) * (1 - discount), 2)
    days = sales.QUOTE_DAYS * np.exp(0.7 * draws.normal(count) + 2.5 * (index - 1))
    return Offer(np.clip(np.round(days), 1, 28).astype("int64"), discount, index)


def win_quote(
    offer: Offer, price_led: np.ndarray, hunter: np.ndarray, kind: str, draws: Draws
) -> np.ndarray:
    """Is the quote accepted?"""
    import numpy as np

    role = np.where(
        hunter,
        sales.ROLE_ON_WINNING["hunter", kind],
        sales.ROLE_ON_WINNING["farmer", kind],
    )
    slope = np.where(price_led, sales.PRICE_ON_WINNING["price"], sales.PRICE_ON_WINNING["value"])
    odds = role + slope * (offer.price_index - 1) + sales.SPEED_ON_WINNING * (offer.days - 5)
    return draws.happens(1 / (1 + np.exp(-odds)))


def lose_somewhere(wins_quote: np.ndarray, kind: str, draws: Draws) -> np.ndarray:
    """The number of the stage at which each deal stops; NEVER_FAILED for one that is won."""
    import numpy as np

    early = draws.uniform(len(wins_quote)) < sales.FAILS_BEFORE_TALKS
    stops = np.where(wins_quote, NEVER_FAILED, np.where(early, _AT_THE_QUOTE, _AT_THE_QUOTE + 1))
    for stage in reversed(sales.STAGES[:_AT_THE_QUOTE]):
        goes_on = draws.uniform(len(stops)) < sales.STEPS[kind][stage]
        stops = np.where(goes_on, stops, sales.STAGES.index(stage))
    return stops


def days_of_steps(quote_days: np.ndarray, draws: Draws) -> np.ndarray:
    """Days that each step takes: one column for the lead and one for each stage."""
    import numpy as np

    steps = [sales.DAYS[step] for step in ("lead", *sales.STAGES)]
    columns = [draws.whole(len(quote_days), low=low, high=high) for low, high in steps]
    columns[1 + _AT_THE_QUOTE] += quote_days
    return np.stack(columns, axis=1)
