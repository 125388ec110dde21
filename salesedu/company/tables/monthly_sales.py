"""Monthly sales: five years, in all and by segment, for whoever forecasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_RECORDED = 36  # months with orders on record
_NAMES = {segment: segment.replace(" ", "_") for segment in sales.SEASON}
_NOISE = 0.04  # standard deviation of a segment's month, in the years before

TABLE = Table(
    name="monthly_sales",
    meaning="Revenue of every month of five years. The last 36 are the sums of the orders.",
    row="one month",
    key="month",
    columns=(
        Column("month", "date", "first day of the month", minimum="2021-10-01"),
        Column("revenue", "integer", "all segments together", "euros", minimum=0),
        *(
            Column(name, "integer", f"revenue of the segment {segment}", "euros", minimum=0)
            for segment, name in _NAMES.items()
        ),
        Column("orders", "integer", "number of orders", minimum=0),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The months of a company."""
    import numpy as np
    import pandas as pd

    orders, draws = company.buying, company.draws("monthly sales")
    segment = company.history.segment[orders.account]
    months = np.datetime64(sales.SALES_START, "M") + np.arange(sales.MONTHS)
    before = sales.MONTHS - _RECORDED
    back = (np.arange(before) - before - 6) / 12  # years before the middle of the first on record
    of_year = months.astype(int) % 12
    made = {}
    for name, column in _NAMES.items():
        here = segment == name
        sums = np.bincount(orders.month[here], orders.revenue[here], _RECORDED)
        level = sums[:12].mean() * (1 + sales.SALES_GROWTH) ** back
        season = np.array(sales.SEASON[name])[of_year[:before]]
        early = level * season * (1 + _NOISE * draws.normal(before))
        made[column] = np.round(np.append(early, sums)).astype("int64")
    count = np.bincount(orders.month, minlength=_RECORDED)
    usual = count[:12].mean() * (1 + sales.SALES_GROWTH) ** back
    early = np.round(usual * (1 + 0.03 * draws.normal(before)))
    return pd.DataFrame(
        {
            "month": months.astype("datetime64[D]"),
            "revenue": np.sum(list(made.values()), axis=0),
            **made,
            "orders": np.append(early, count).astype("int64"),
        }
    )
