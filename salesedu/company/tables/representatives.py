"""Representatives: who sells, in which region, and what they earn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names import REGIONS
from ..schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="representatives",
    meaning="The field sales force: farmers look after customers, hunters win new ones.",
    row="one representative",
    key="rep_id",
    columns=(
        Column("rep_id", "key", "number of the representative", pattern=r"R\d{2}"),
        Column("name", "text", "name (invented)"),
        Column("role", "label", "main task", values=("farmer", "hunter")),
        Column("region", "label", "part of the country", values=tuple(REGIONS)),
        Column("since", "date", "first working day", minimum="2006-01-01", maximum="2023-08-31"),
        Column(
            "hours_per_week",
            "integer",
            "working time left for talks with customers, travel and office work taken off",
            "hours",
            minimum=10,
            maximum=30,
        ),
        Column("base_salary", "integer", "fixed pay", "euros a year", minimum=30_000),
        Column(
            "variable_at_target",
            "integer",
            "variable pay when the target is just made; with the fixed pay it is the on-target "
            "earnings",
            "euros a year",
            minimum=3_000,
        ),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The representatives of a company."""
    import numpy as np
    import pandas as pd

    force, draws = company.sales_force, company.draws("representatives")
    count, hunter = len(force.ids), force.role == "hunter"
    base = np.where(hunter, 39_000, 45_000) + 500 * draws.whole(count, low=0, high=16)
    share = np.where(hunter, 0.45, 0.2) + 0.05 * draws.uniform(count)
    return pd.DataFrame(
        {
            "rep_id": force.ids,
            "name": force.names,
            "role": force.role,
            "region": force.region,
            "since": np.datetime64("2023-08-01", "D") - draws.whole(count, low=30, high=5_800),
            "hours_per_week": draws.whole(count, low=16, high=22),
            "base_salary": base,
            "variable_at_target": (np.round(base * share / 500) * 500).astype("int64"),
        }
    )
