"""Orders: what customers bought, month by month, and the months before the orders are on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import sales_story as sales
from . import story

if TYPE_CHECKING:
    import numpy as np

    from .company import Company
    from .draws import Draws

__all__ = ["Buying", "buy"]

_MONTHS = 36
_LARGE, _MIDDLE = 12_000, 3_000  # euros a year from which a customer orders monthly, quarterly
_PRODUCTS = ("beans", "service", "machine", "project")


@dataclass(frozen=True)
class Buying:
    """Arrays with one row per order, oldest first."""

    account: np.ndarray
    date: np.ndarray
    product: np.ndarray
    list_value: np.ndarray
    discount: np.ndarray
    revenue: np.ndarray
    cost: np.ndarray
    deal: np.ndarray  # row of the deal that this order is the first of, -1 for none
    month: np.ndarray  # 0 is the month of the first day


def _calendar() -> np.ndarray:
    import numpy as np

    first = np.datetime64(story.FIRST_DAY, "M")
    return first + np.arange(_MONTHS)


def _season(segment: np.ndarray, month: np.ndarray) -> np.ndarray:
    """Seasonal factor of months (0 is the first of the record) for a segment each."""
    import numpy as np

    kinds = {name: at for at, name in enumerate(sales.SEASON)}
    table = np.array(list(sales.SEASON.values()))
    start = int(str(_calendar()[0])[5:7]) - 1
    code = np.zeros(len(segment), dtype="int64")
    for name, at in kinds.items():
        code[segment == name] = at
    return table[code, (start + month) % 12]


def _contract_orders(company: Company, draws: Draws) -> tuple[np.ndarray, ...]:
    """Account, date, month and amount of the orders under the yearly contracts."""
    import numpy as np

    history = company.history
    count = len(history.value)
    step = np.where(history.value >= _LARGE, 1, np.where(history.value >= _MIDDLE, 3, 6))
    first_month = (history.since.astype("datetime64[M]") - _calendar()[0]).astype(int)
    phase = np.where(first_month >= 0, first_month, draws.whole(count, low=0, high=5)) % step
    rows, months = [], []
    for month in range(_MONTHS):  # month by month, so that the grid of all months is never held
        here = np.flatnonzero((month % step == phase) & (month >= first_month))
        rows.append(here)
        months.append(np.full(len(here), month))
    rows, months = np.concatenate(rows), np.concatenate(months)
    date = _calendar()[months].astype("datetime64[D]") + draws.whole(len(rows), low=0, high=27)
    starts = months == first_month[rows]  # the first order is placed on the first day
    date[starts] = history.since[rows[starts]]
    left = history.left_on[rows]
    fits = (date >= history.since[rows]) & (np.isnat(left) | (date < left))
    rows, months, date = rows[fits], months[fits], date[fits]
    amount = history.value_on(rows, date) * step[rows] / 12
    amount = amount * _season(history.segment[rows], months)
    return rows, date, months, amount * (1 + 0.12 * draws.normal(len(rows)).clip(-3, 3))


def _deal_orders(company: Company, draws: Draws) -> tuple[np.ndarray, ...]:
    """Account, date, month, amount and deal of the one order that follows a growth deal."""
    import numpy as np

    deals = company.deals
    rows = np.flatnonzero(deals.won & deals.growth)
    low, high = sales.DAYS["start"]
    date = deals.ends[rows] + draws.whole(len(rows), low=low, high=high)
    fits = date <= np.datetime64(story.LAST_DAY, "D")
    rows, date = rows[fits], date[fits]
    months = (date.astype("datetime64[M]") - _calendar()[0]).astype(int)
    return deals.account[rows], date, months, deals.value[rows].astype(float), rows


def buy(company: Company) -> Buying:
    """All orders of a company."""
    import numpy as np

    history, deals, draws = company.history, company.deals, company.draws("orders")
    rows, date, months, amount = _contract_orders(company, draws)
    more = _deal_orders(company, draws)
    # The first order of a new customer belongs to the deal that won it.
    of_deal = np.full(len(history.value), -1)
    new = np.flatnonzero(deals.won & ~deals.growth & (deals.account >= 0))
    of_deal[deals.account[new]] = new
    deal = np.where(date == history.since[rows], of_deal[rows], -1)
    grown = np.arange(len(rows) + len(more[0])) >= len(rows)
    rows, date, months, amount, deal = (
        np.concatenate(pair) for pair in zip((rows, date, months, amount, deal), more, strict=True)
    )
    order = np.lexsort((rows, date))
    rows, date, months, amount, deal, grown = (
        column[order] for column in (rows, date, months, amount, deal, grown)
    )
    product = _product(history.loop[rows], grown | (deal >= 0), draws)
    # A price-led customer gets more off; a deal has the discount of its quote.
    most = np.where(history.price_led[rows], 0.20, 0.08)
    discount = np.round(most * draws.uniform(len(rows)) ** 1.2, 2)
    discount[deal >= 0] = deals.offer.discount[deal[deal >= 0]]
    revenue = np.maximum(np.round(amount), 20).astype("int64")
    list_value = np.round(revenue / (1 - discount)).astype("int64")
    rate = np.array([1 - sales.MARGINS[name] for name in _PRODUCTS])[product]
    cost = list_value * rate * (1 + 0.05 * draws.normal(len(rows)))
    return Buying(
        account=rows,
        date=date,
        product=np.array(_PRODUCTS, dtype=object)[product],
        list_value=list_value,
        discount=discount,
        revenue=revenue,
        cost=np.round(cost).astype("int64"),
        deal=deal,
        month=months,
    )


def _product(loop: np.ndarray, first: np.ndarray, draws: Draws) -> np.ndarray:
    """What an order is for: beans mostly; the first order of a deal a machine, or a project."""
    import numpy as np

    draw = draws.uniform(len(loop))
    usual = np.where(draw < 0.64, 0, np.where(draw < 0.88, 1, 2))
    usual = np.where((loop == 5) & (draw > 0.94), 3, usual)
    return np.where(first, np.where(loop == 5, 3, 2), usual)
