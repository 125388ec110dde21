"""Leads: every organisation that came in sight, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..names import PLACES, REGIONS
from ..numbering import numbered
from ..schema import Column, Table
from ..story import LAST_DAY, SEGMENTS

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="leads",
    meaning="Every organisation that was no customer and came in sight through a channel.",
    row="one lead",
    key="lead_id",
    notes=(
        "From before 1 October 2023 only the leads are on record on which the decision could fall "
        "on or about that day or later. New customers in the public sector may come from a tender "
        "instead: see `tenders`."
    ),
    columns=(
        Column("lead_id", "key", "number of the lead", pattern=r"L\d{5,}"),
        Column(
            "date", "date", "day it came in", minimum=sales.LEADS_FROM, maximum=LAST_DAY
        ),
        Column("organisation", "text", "name (invented)"),
        Column("segment", "label", "kind of organisation", values=tuple(SEGMENTS)),
        Column("place", "text", "town", values=tuple(PLACES)),
        Column("region", "label", "part of the country", values=tuple(REGIONS)),
        Column("employees", "integer", "people who work there", minimum=1),
        Column(
            "channel", "label", "how it came in", values=tuple(sales.CHANNELS),
            refers_to="channels.channel",
        ),
        Column("fit", "integer", "how well it fits the ideal customer", "0 to 10", (), "", 0, 10),
        Column(
            "interest", "integer", "how much interest it has shown", "0 to 10", (), "", 0, 10
        ),
        Column(
            "status",
            "label",
            "on the last day: not decided, no deal in it, or taken on as an opportunity",
            values=("open", "dropped", "opportunity"),
        ),
        Column(
            "rep_id", "key", "who followed it up", refers_to="representatives.rep_id"
        ),
        Column(
            "account_id",
            "key",
            "the customer it became",
            refers_to="accounts.account_id",
            may_be_empty=True,
            empty_means="no customer, or not yet",
        ),
    ),
)  # fmt: skip


def build(company: Company) -> pd.DataFrame:
    """The leads of a company, by date."""
    import numpy as np
    import pandas as pd

    leads, draws = company.leads, company.draws("employees")
    count = len(leads.date)
    decided = leads.date + leads.days[:, 0] <= np.datetime64(LAST_DAY, "D")
    ids = np.append(company.history.ids, None)
    people = np.maximum(leads.value / 55 * np.exp(0.6 * draws.normal(count)), 1)
    return pd.DataFrame(
        {
            "lead_id": numbered("L", count, 5),
            "date": leads.date,
            "organisation": leads.organisation,
            "segment": leads.segment,
            "place": leads.place,
            "region": pd.Series(leads.place).map(PLACES),
            "employees": np.round(people).astype("int64"),
            "channel": np.array(list(sales.CHANNELS), dtype=object)[leads.channel],
            "fit": leads.fit,
            "interest": leads.interest,
            "status": np.where(
                decided, np.where(leads.becomes_deal, "opportunity", "dropped"), "open"
            ),
            "rep_id": company.sales_force.ids[leads.rep],
            "account_id": ids[leads.account],
        }
    )
