"""Tenders of public bodies: which were entered, who bid what, and who was awarded the contract.

One tender in the books is a lesson: awarded on value it goes to a rival, while on weighted points
Noorderlicht Koffie would have won it. In all others both ways choose the same bid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import story
from .names import invent

if TYPE_CHECKING:
    import numpy as np

    from .company import Company
    from .draws import Draws

__all__ = ["CRITERIA", "OURSELVES", "RIVALS", "Bidding", "bid"]

OURSELVES = "Noorderlicht Koffie"
RIVALS = ("Bonenhuis", "Koffiewerf Zuid", "Tamperhof", "Molenbrouw", "Schuimkraag Automaten")
CRITERIA = ("service", "product", "sustainability")
_YEARS = (2, 3, 4)
_WON = 0.28  # share of the new customers in the public sector that came in through a tender
_LOST, _PASSED = 1.5, 1.0  # tenders lost, and not entered, for each that was won
_MOST_BIDS = 5
# The tender on which points and value disagree: price and marks of ours and of the winner's bid.
_SPLIT_WEIGHTS = (40, 30, 20, 10)  # price, service, product, sustainability
_SPLIT_PRICES = (1.00, 0.84)  # times our price
_SPLIT_MARKS = ((9, 9, 8), (7, 7, 7))
_SPLIT_VALUES = (0.24, 0.16, 0.08)  # of our price


@dataclass(frozen=True)
class Bidding:
    """Arrays with one row per tender, oldest first; those of the bids have one column per bid."""

    won_by_account: np.ndarray  # rows of the accounts that came in through a tender
    strangers: np.ndarray  # segments of the buyers that never became a customer
    buyer: np.ndarray
    account: np.ndarray  # row of the account, -1 for none
    published: np.ndarray
    years: np.ndarray
    ceiling: np.ndarray
    on_value: np.ndarray  # awarded on value; else on points
    weights: np.ndarray  # price and the criteria, one column each
    values: np.ndarray  # largest notional discount, one column per criterion
    outcome: np.ndarray
    bidder: np.ndarray  # number of the rival, -1 for ourselves
    takes_part: np.ndarray  # is there a bid in this column?
    valid: np.ndarray
    price: np.ndarray
    marks: np.ndarray  # tender x bid x criterion
    points: np.ndarray
    notional: np.ndarray
    awarded: np.ndarray  # column of the bid that won


def _score(price, marks, valid, weights, values):
    """Points and notional price of every bid; the worst there is for one that is not valid."""
    import numpy as np

    lowest = np.where(valid, price, np.inf).min(axis=1, keepdims=True)
    quality = (marks * weights[:, None, 1:]).sum(axis=2) / 10
    points = np.round(weights[:, :1] * lowest / price + quality, 2)
    notional = np.round(price - (marks * values[:, None, :]).sum(axis=2) / 10).astype("int64")
    return np.where(valid, points, -1.0), np.where(valid, notional, 10**12)


def _agree(price, marks, valid, weights, values, on_value) -> np.ndarray:
    """Make the bid that wins cheaper until it wins by both ways of awarding, and clearly."""
    import numpy as np

    price, rows = price.copy(), np.arange(len(price))
    points, notional = _score(price, marks, valid, weights, values)
    best = np.where(on_value, notional.argmin(axis=1), points.argmax(axis=1))
    for _ in range(40):
        points, notional = _score(price, marks, valid, weights, values)
        ahead, cheapest = np.sort(points, axis=1), np.sort(notional, axis=1)
        unsure = (points.argmax(axis=1) != best) | (notional.argmin(axis=1) != best)
        unsure |= (ahead[:, -1] - ahead[:, -2] < 0.5) | (cheapest[:, 1] - cheapest[:, 0] < 50)
        if not unsure.any():
            break
        price[rows[unsure], best[unsure]] = np.round(price[rows[unsure], best[unsure]] * 0.97, -1)
    return price


def bid(company: Company) -> Bidding:
    """All tenders of a company."""
    import numpy as np

    history, draws = company.history, company.draws("tenders")
    first = np.datetime64(story.FIRST_DAY, "D")
    # A tender takes half a year from publication to contract, so the newest customers fit.
    late = history.since >= first + 200
    public = np.flatnonzero((history.segment == "public sector") & late)
    chance = np.where(history.value[public] > np.median(history.value[public]), 1.6, 0.4)
    won = public[draws.happens(_WON * chance)]
    lost, passed = 8 + round(_LOST * len(won)), 5 + round(_PASSED * len(won))
    count = len(won) + lost + passed
    outcome = np.repeat(["won", "lost", "no bid"], [len(won), lost, passed]).astype(object)
    account = np.append(won, np.full(lost + passed, -1))
    strangers = np.full(lost + passed, "public sector", dtype=object)
    names = invent(np.append(history.segment, strangers), company.draws("names"))
    span = (np.datetime64(story.LAST_DAY, "D") - first).astype(int)
    published = first + draws.whole(count, low=0, high=span - 130)
    published[: len(won)] = history.since[won] - draws.whole(len(won), low=125, high=180)
    order = published.argsort(kind="stable")
    outcome, account, published = outcome[order], account[order], published[order]
    years = np.array(_YEARS)[draws.whole(count, low=0, high=2)]
    yearly = 4_200 * np.exp(0.9 * draws.normal(count)) + 4_000
    yearly[account >= 0] = history.value[account[account >= 0]]
    buyer = np.empty(count, dtype=object)
    buyer[account >= 0] = history.names[account[account >= 0]]
    buyer[account < 0] = names[len(history.segment) :]
    terms = _terms(count, yearly * years, draws)
    # The lesson: the first lost tender after a year or so.
    after = np.flatnonzero((outcome == "lost") & (np.arange(count) >= count // 3))[0]
    terms["weights"][after] = _SPLIT_WEIGHTS
    terms["values"][after] = np.round(np.array(_SPLIT_VALUES) * terms["amount"][after], -2)
    terms["on_value"][after] = True
    bids = _bids(outcome, terms, int(after), draws)
    del terms["amount"]
    return Bidding(
        won_by_account=won,
        strangers=strangers,
        buyer=buyer,
        account=account,
        published=published,
        years=years,
        outcome=outcome,
        **terms,
        **bids,
    )


def _terms(count: int, amount: np.ndarray, draws: Draws) -> dict[str, np.ndarray]:
    """What the buyers publish: how they award, the weights, the values and the ceiling."""
    import numpy as np

    price = 30 + 5 * draws.whole(count, low=0, high=5)
    service = np.round((100 - price) * draws.uniform(count, low=0.35, high=0.55) / 5) * 5
    product = np.round((100 - price) * draws.uniform(count, low=0.2, high=0.35) / 5) * 5
    weights = np.stack([price, service, product, 100 - price - service - product], axis=1)
    # A weight of so many points is worth about so many hundredths of the price.
    values = np.round(amount[:, None] * weights[:, 1:] / weights[:, :1] * 0.4 / 100) * 100
    return {
        "weights": weights.astype("int64"),
        "values": np.maximum(values, 100).astype("int64"),
        "on_value": draws.uniform(count) < 0.35,
        "ceiling": (np.ceil(amount * 1.25 / 1000) * 1000).astype("int64"),
        "amount": np.round(amount, -2),
    }


def _bids(outcome, terms, split: int, draws: Draws) -> dict[str, np.ndarray]:
    """The bids: ours is the one that is awarded in a tender that was won, and else another."""
    import numpy as np

    count, rows = len(outcome), np.arange(len(outcome))
    shape = (count, _MOST_BIDS)
    takes_part = np.arange(_MOST_BIDS) < draws.whole(count, low=2, high=_MOST_BIDS)[:, None]
    spread = np.clip(1 + 0.09 * draws.normal(*shape), 0.75, 1.24)
    marks = np.clip(np.round(6.9 + 1.1 * draws.normal(*shape, len(CRITERIA))), 4, 10)
    price = np.maximum(np.round(terms["amount"][:, None] * spread, -1), 500)
    # Now and then a cheap bid fails a knock-out criterion: never the first two, which are needed.
    fails = takes_part & (draws.uniform(*shape) < 0.1) & (np.arange(_MOST_BIDS) >= 2)
    price[fails] = np.round(price[fails] * 0.85, -1)
    takes_part[split], fails[split] = np.arange(_MOST_BIDS) < 2, False
    price[split, :2] = np.round(terms["amount"][split] * np.array(_SPLIT_PRICES), -1)
    marks[split, :2] = _SPLIT_MARKS
    valid = takes_part & ~fails
    scored = (marks, valid, terms["weights"], terms["values"])
    agreed = _agree(price, *scored, terms["on_value"])
    agreed[split] = price[split]
    points, notional = _score(agreed, *scored)
    awarded = np.where(terms["on_value"], notional.argmin(axis=1), points.argmax(axis=1))
    # Ours: the winner where we won, the next valid one where we lost, none where we did not bid.
    other = np.where(awarded == 0, 1, 0)
    ours = np.where(outcome == "won", awarded, other)
    rivals = draws.uniform(*shape).argsort(axis=1)
    rivals[rows[outcome != "no bid"], ours[outcome != "no bid"]] = -1
    return {
        "bidder": rivals,
        "takes_part": takes_part & (outcome != "no bid")[:, None],
        "valid": valid,
        "price": agreed.astype("int64"),
        "marks": marks.astype("int64"),
        "points": points,
        "notional": notional,
        "awarded": awarded,
    }
