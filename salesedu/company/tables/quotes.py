"""Quotes: every quote that went out, its pre-calculation, and whether it was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..numbering import numbered
from ..schema import Column, Table
from ..story import LAST_DAY
from .opportunities import opportunity_ids

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build", "quote_ids"]


def _day(name: str, meaning: str, **more) -> Column:
    return Column(name, "date", meaning, minimum=sales.LEADS_FROM, maximum=LAST_DAY, **more)


TABLE = Table(
    name="quotes",
    meaning="Every quote that went out, one for each opportunity that came so far.",
    row="one quote",
    key="quote_id",
    notes="An hour of own labour is reckoned at 65 euros.",
    columns=(
        Column("quote_id", "key", "number of the quote", pattern=r"Q\d{5,}"),
        Column(
            "opportunity_id", "key", "the opportunity", refers_to="opportunities.opportunity_id"
        ),
        Column(
            "account_id",
            "key",
            "the customer",
            refers_to="accounts.account_id",
            may_be_empty=True,
            empty_means="no customer, or its contract begins after the last day",
        ),
        Column("rep_id", "key", "who made it", refers_to="representatives.rep_id"),
        _day("requested_on", "day the customer asked for it"),
        _day("sent_on", "day it went out"),
        Column("days_to_quote", "integer", "from request to quote", "days", minimum=1, maximum=28),
        Column("list_price", "integer", "price before discount", "euros a year", minimum=150),
        Column(
            "discount",
            "decimal",
            "taken off the list price",
            "a fraction",
            minimum=0,
            maximum=0.2,
        ),
        Column("price", "integer", "price asked", "euros a year", minimum=150),
        Column(
            "direct_cost",
            "integer",
            "purchase of machines, beans and parts",
            "euros a year",
            minimum=1,
        ),
        Column("hours", "integer", "own labour to install and service", "hours a year", minimum=1),
        Column(
            "price_index",
            "decimal",
            "price divided by the best price of another supplier: 1.05 is 5 % dearer",
            minimum=0.5,
            maximum=1.6,
        ),
        Column("status", "label", "on the last day", values=("won", "lost", "open")),
        _day("decided_on", "day of the answer", may_be_empty=True, empty_means="still open"),
        Column(
            "reason",
            "label",
            "why it was lost, as the representative wrote it down",
            values=tuple(sales.REASONS),
            may_be_empty=True,
            empty_means="not lost",
        ),
    ),
)


def quote_ids(company: Company) -> np.ndarray:
    """The id of the quote of each deal, None where there is none, and None at the end."""
    import numpy as np

    deals = company.deals
    rows = np.flatnonzero(deals.quoted)
    sent = deals.entered[rows, sales.STAGES.index("quote")] + deals.offer.days[rows]
    ids = np.full(len(deals.value) + 1, None, dtype=object)
    ids[rows[sent.argsort(kind="stable")]] = numbered("Q", len(rows), 5)
    return ids


def build(company: Company) -> pd.DataFrame:
    """The quotes of a company, by the day they went out."""
    import numpy as np
    import pandas as pd

    rows = np.flatnonzero(company.deals.quoted)
    deals, offer = company.deals[rows], company.deals.offer[rows]
    draws, count = company.draws("quotes"), len(rows)
    requested = deals.entered[:, sales.STAGES.index("quote")]
    list_price = deals.value / (1 - offer.discount)
    lost = deals.closed & ~deals.won
    reason = draws.pick(count, sales.REASONS)
    reason[~lost] = None
    direct = list_price * draws.uniform(count, low=0.46, high=0.60)
    hours = 1 + list_price * 0.075 / 65 * draws.uniform(count, low=0.6, high=1.5)
    frame = pd.DataFrame(
        {
            "quote_id": quote_ids(company)[rows],
            "opportunity_id": opportunity_ids(company)[rows],
            "account_id": np.append(company.history.ids, None)[deals.account],
            "rep_id": company.sales_force.ids[deals.rep],
            "requested_on": requested,
            "sent_on": requested + offer.days,
            "days_to_quote": offer.days,
            "list_price": np.round(list_price).astype("int64"),
            "discount": offer.discount,
            "price": deals.value,
            "direct_cost": np.round(direct).astype("int64"),
            "hours": np.round(hours).astype("int64"),
            "price_index": offer.price_index,
            "status": np.where(deals.won, "won", np.where(lost, "lost", "open")),
            "decided_on": np.where(deals.closed, deals.ends, np.datetime64("NaT", "D")),
            "reason": reason,
        }
    )
    return frame.sort_values("quote_id", kind="stable")
