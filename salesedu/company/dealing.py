"""Opportunities: deals with new customers, out of leads, and deals that make customers larger."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from . import sales_story as sales
from . import story
from .names import PLACES
from .selling import NEVER_FAILED, days_of_steps, lose_somewhere, win_quote, write_quote

if TYPE_CHECKING:
    import numpy as np

    from .company import Company
    from .selling import Offer

__all__ = ["Deals", "deal"]

_FARMER = 0.78  # share of the growth deals that the account's own manager leads
_ROOM_TO_DECIDE = 230  # days that a growth deal may need before a customer leaves


@dataclass(frozen=True)
class Deals:
    """Arrays with one row per opportunity, in order of opening."""

    growth: np.ndarray
    lead: np.ndarray  # row of the lead, -1 for a growth deal
    account: np.ndarray  # row of the account, -1 for none
    segment: np.ndarray
    price_led: np.ndarray
    rep: np.ndarray
    value: np.ndarray  # euros a year
    entered: np.ndarray  # day on which each stage is (or would be) entered, and the decision
    stops: np.ndarray  # number of the stage at which it stops, NEVER_FAILED when it wins
    offer: Offer

    def __getitem__(self, rows: np.ndarray) -> Deals:
        return Deals(*(getattr(self, field.name)[rows] for field in fields(self)))

    @property
    def ends(self) -> np.ndarray:
        """The day on which it is won or lost; it may lie after the last day of the data."""
        import numpy as np

        stage = np.minimum(self.stops, NEVER_FAILED - 1)
        return self.entered[np.arange(len(stage)), stage + 1]

    @property
    def closed(self) -> np.ndarray:
        """Was it decided by the last day?"""
        import numpy as np

        return self.ends <= np.datetime64(story.LAST_DAY, "D")

    @property
    def won(self) -> np.ndarray:
        """Was it won by the last day?"""
        return self.closed & (self.stops == NEVER_FAILED)

    @property
    def quoted(self) -> np.ndarray:
        """Did a quote go out by the last day?"""
        import numpy as np

        at = sales.STAGES.index("quote")
        sent = self.entered[:, at] + self.offer.days
        return (self.stops >= at) & (sent <= np.datetime64(story.LAST_DAY, "D"))


def _entered(start: np.ndarray, days: np.ndarray) -> np.ndarray:
    import numpy as np

    return start[:, None] + np.cumsum(days, axis=1)


def _with_new_customers(company: Company) -> dict:
    import numpy as np

    leads = company.leads
    rows = np.flatnonzero(leads.becomes_deal)
    return {
        "growth": np.zeros(len(rows), dtype=bool),
        "lead": rows,
        "account": leads.account[rows],
        "segment": leads.segment[rows],
        "price_led": leads.price_led[rows],
        "rep": leads.rep[rows],
        "value": leads.value[rows],
        "entered": _entered(leads.date[rows], leads.days[rows]),
        "stops": leads.fails_at[rows],
        "offer": leads.offer[rows],
    }


def _with_customers(company: Company) -> dict:
    """Growth deals: more machines, another site. Larger customers have more of them."""
    import numpy as np

    history, force, draws = company.history, company.sales_force, company.draws("growth deals")
    first, last = (np.datetime64(day, "D") for day in (story.FIRST_DAY, story.LAST_DAY))
    rank = history.value.argsort(kind="stable").argsort(kind="stable") / len(history.value)
    tries = np.cumsum(0.35 + 2.2 * rank**3)
    count = round(sales.GROWTH_DEALS * len(rank) * 1.15)
    rows = np.searchsorted(tries, draws.uniform(count) * tries[-1])
    start = first + draws.whole(count, low=0, high=(last - first).astype(int))
    left = history.left_on[rows]
    fits = (start >= history.since[rows] + 90) & (np.isnat(left) | (start + _ROOM_TO_DECIDE < left))
    rows, start = rows[fits], start[fits]
    count = len(rows)
    own = draws.uniform(count) < _FARMER
    regions = np.array(list(PLACES.values()), dtype=object)
    towns = {town: at for at, town in enumerate(PLACES)}
    region = regions[np.array([towns[town] for town in history.place[rows]], dtype="int64")]
    hunters = force.pick(region, np.ones(count, dtype=bool), draws.uniform(count))
    numbers = {name: at for at, name in enumerate(force.ids)}
    managers = np.array([numbers[name] for name in history.rep[rows]], dtype="int64")
    price_led = history.price_led[rows]
    offer = write_quote(price_led, draws)
    wins = win_quote(offer, price_led, ~own, sales.GROWTH, draws)
    days = days_of_steps(offer.days, draws)
    days[:, 0] = 0  # there is no lead to follow up
    value = history.value_on(rows, start) * draws.uniform(count, low=0.06, high=0.26)
    return {
        "growth": np.ones(count, dtype=bool),
        "lead": np.full(count, -1),
        "account": rows,
        "segment": history.segment[rows],
        "price_led": price_led,
        "rep": np.where(own, managers, hunters),
        "value": np.maximum(np.round(value / 10) * 10, 150).astype("int64"),
        "entered": _entered(start, days),
        "stops": lose_somewhere(wins, sales.GROWTH, draws),
        "offer": offer,
    }


def deal(company: Company) -> Deals:
    """All opportunities of a company that were opened by the last day."""
    import numpy as np

    new, grown = _with_new_customers(company), _with_customers(company)
    made = {
        name: new[name] + grown[name]
        if name == "offer"
        else np.concatenate([new[name], grown[name]])
        for name in new
    }
    opened = made["entered"][:, 0]
    keep = np.flatnonzero(opened <= np.datetime64(story.LAST_DAY, "D"))
    return Deals(**made)[keep[opened[keep].argsort(kind="stable")]]
