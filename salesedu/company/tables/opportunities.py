"""Opportunities: every deal that was taken on, open and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..numbering import numbered
from ..schema import Column, Table
from ..selling import NEVER_FAILED
from ..story import LAST_DAY, SEGMENTS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company
    from ..dealing import Deals

__all__ = ["TABLE", "build", "opportunity_ids"]

TABLE = Table(
    name="opportunities",
    meaning="Every deal that was taken on, with a new customer or with one that could buy more.",
    row="one opportunity",
    key="opportunity_id",
    columns=(
        Column("opportunity_id", "key", "number of the opportunity", pattern=r"P\d{5,}"),
        Column("kind", "label", "with whom", values=(sales.NEW_CUSTOMER, sales.GROWTH)),
        Column(
            "lead_id",
            "key",
            "the lead it came from",
            refers_to="leads.lead_id",
            may_be_empty=True,
            empty_means="it is with a customer",
        ),
        Column(
            "account_id",
            "key",
            "the customer",
            refers_to="accounts.account_id",
            may_be_empty=True,
            empty_means="no customer, or its contract begins after the last day",
        ),
        Column("segment", "label", "kind of organisation", values=tuple(SEGMENTS)),
        Column(
            "buys_on",
            "label",
            "what it decides on, as the representative sees it",
            values=("price", "value"),
        ),
        Column("rep_id", "key", "who leads it", refers_to="representatives.rep_id"),
        Column(
            "opened_on", "date", "first day", minimum=sales.LEADS_FROM, maximum=LAST_DAY
        ),
        Column(
            "stage", "label", "on the last day", values=(*sales.STAGES, "won", "lost")
        ),
        Column("value", "integer", "what it would bring", "euros a year", minimum=150),
        Column(
            "chance",
            "decimal",
            "the representative's last estimate of winning it, before it was decided",
            "0 to 1",
            minimum=0,
            maximum=1,
        ),
        Column("expected_on", "date", "day of the decision, as the representative expects it"),
        Column(
            "closed_on",
            "date",
            "day it was won or lost",
            minimum=sales.LEADS_FROM,
            maximum=LAST_DAY,
            may_be_empty=True,
            empty_means="still open",
        ),
    ),
)  # fmt: skip


def opportunity_ids(company: Company) -> np.ndarray:
    """The id of each deal, and None at the end for no deal (row -1)."""
    import numpy as np

    return np.append(numbered("P", len(company.deals.value), 5), None)


def last_stage(deals: Deals) -> np.ndarray:
    """Number of the stage that each deal is in, or was in when it was decided."""
    import numpy as np

    here = (deals.entered[:, :-1] <= np.datetime64(LAST_DAY, "D")).sum(axis=1) - 1
    return np.minimum(here, np.minimum(deals.stops, NEVER_FAILED - 1))


def build(company: Company) -> pd.DataFrame:
    """The opportunities of a company, by the day of opening."""
    import numpy as np
    import pandas as pd

    deals, force = company.deals, company.sales_force
    draws, count = company.draws("opportunities"), len(deals.value)
    at = last_stage(deals)
    over = deals.rep == force.over_forecasts
    chance = np.array([sales.CHANCES[stage] for stage in sales.STAGES])[at]
    chance = chance + 0.08 * draws.normal(count) + 0.22 * over
    stage = np.array(sales.STAGES, dtype=object)[at]
    stage[deals.closed] = np.where(deals.won, "won", "lost")[deals.closed]
    plan = deals.entered[:, -1] + np.round(12 * draws.normal(count) - 18 * over).astype(int)
    plan = np.maximum(plan, deals.entered[:, 0] + 14)
    plan = np.where(deals.closed, plan, np.maximum(plan, np.datetime64(LAST_DAY, "D") + 3))
    return pd.DataFrame(
        {
            "opportunity_id": opportunity_ids(company)[:-1],
            "kind": np.where(deals.growth, sales.GROWTH, sales.NEW_CUSTOMER),
            "lead_id": np.append(numbered("L", len(company.leads.date), 5), None)[deals.lead],
            "account_id": np.append(company.history.ids, None)[deals.account],
            "segment": deals.segment,
            "buys_on": np.where(deals.price_led, "price", "value"),
            "rep_id": force.ids[deals.rep],
            "opened_on": deals.entered[:, 0],
            "stage": stage,
            "value": deals.value,
            "chance": np.clip(chance, 0.05, 0.95),
            "expected_on": plan,
            "closed_on": np.where(deals.closed, deals.ends, np.datetime64("NaT", "D")),
        }
    )
