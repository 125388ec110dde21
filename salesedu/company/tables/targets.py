"""Targets: what every representative was to bring in each quarter, forecast, and brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..numbering import numbered
from ..schema import Column, Table
from ..story import FIRST_DAY

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_QUARTERS = 12
_STRETCH = 1.05  # the sum of the targets is this much more than what comes in
_MEASURES = ("revenue", "new business")

TABLE = Table(
    name="targets",
    meaning="Target, forecast and result of every representative in every quarter.",
    row="one representative in one quarter",
    key="target_id",
    columns=(
        Column("target_id", "key", "number of the target", pattern=r"G\d{3}"),
        Column("rep_id", "key", "the representative", refers_to="representatives.rep_id"),
        Column("quarter", "text", "year and quarter", pattern=r"20\d\d-Q[1-4]"),
        Column("starts_on", "date", "first day of the quarter", minimum=FIRST_DAY),
        Column(
            "measure",
            "label",
            "of a farmer, revenue: the orders of the accounts in care; of a hunter, new business: "
            "the yearly value of the new customers' deals that were won",
            values=_MEASURES,
        ),
        Column("target", "integer", "set by the company", "euros", minimum=0),
        Column(
            "forecast",
            "integer",
            "what the representative expected at the start of the quarter",
            "euros",
            minimum=0,
        ),
        Column("actual", "integer", "what came in", "euros", minimum=0),
    ),
)


def _quarter(date: np.ndarray) -> np.ndarray:
    import numpy as np

    first = np.datetime64(FIRST_DAY, "M")
    return (date.astype("datetime64[M]") - first).astype(int) // 3


def _actual(company: Company) -> np.ndarray:
    """What came in, by representative and quarter."""
    import numpy as np

    force, deals, orders = company.sales_force, company.deals, company.buying
    numbers = {name: at for at, name in enumerate(force.ids)}
    managers = np.array([numbers[name] for name in company.history.rep], dtype="int64")
    actual = np.zeros((len(force.ids), _QUARTERS), dtype="int64")
    np.add.at(actual, (managers[orders.account], orders.month // 3), orders.revenue)
    won = deals.won & ~deals.growth & (force.role == "hunter")[deals.rep]
    won &= deals.ends >= np.datetime64(FIRST_DAY, "D")
    np.add.at(actual, (deals.rep[won], _quarter(deals.ends[won])), deals.value[won])
    return actual


def build(company: Company) -> pd.DataFrame:
    """The targets of a company, by quarter."""
    import numpy as np
    import pandas as pd

    force, draws = company.sales_force, company.draws("targets")
    actual = _actual(company)
    reps, hunter = len(force.ids), force.role == "hunter"
    # Hunters all get the same target; a farmer's follows what the portfolio usually brings.
    usual = actual / actual.mean(axis=0)
    usual = np.where(hunter[:, None], actual[hunter].mean(), usual.mean(axis=1, keepdims=True))
    year = np.arange(_QUARTERS) // 4
    by_year = np.stack([actual[~hunter][:, year == at].sum() for at in range(3)]) / 4 / reps
    season = actual[~hunter].sum(axis=0) / (by_year[year] * reps)
    season = np.array([season[at::4].mean() for at in range(4)])[np.arange(_QUARTERS) % 4]
    plan = np.where(hunter[:, None], 1.0, by_year[year] * season / by_year.mean())
    level = np.where(hunter, 1.0, actual[~hunter].mean() / usual[~hunter].mean())
    target = _STRETCH * usual * level[:, None] * plan * (1 + 0.05 * draws.normal(reps, _QUARTERS))
    noise = np.exp(sales.FORECAST_NOISE * draws.normal(reps, _QUARTERS))
    forecast = np.maximum(actual, 2_000) * force.bias[:, None] * noise
    months = np.datetime64(FIRST_DAY, "M") + 3 * np.arange(_QUARTERS)
    names = [f"{str(month)[:4]}-Q{(int(str(month)[5:7]) + 2) // 3}" for month in months]
    quarter, rep = (at.ravel() for at in np.meshgrid(range(_QUARTERS), range(reps), indexing="ij"))
    return pd.DataFrame(
        {
            "target_id": numbered("G", len(rep), 3),
            "rep_id": force.ids[rep],
            "quarter": np.array(names, dtype=object)[quarter],
            "starts_on": months.astype("datetime64[D]")[quarter],
            "measure": np.where(hunter, _MEASURES[1], _MEASURES[0])[rep],
            "target": (np.round(target[rep, quarter] / 500) * 500).astype("int64"),
            "forecast": (np.round(forecast[rep, quarter] / 100) * 100).astype("int64"),
            "actual": actual[rep, quarter],
        }
    )
