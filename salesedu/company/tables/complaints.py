"""Complaints: what customers said when something went wrong. Silent ones are not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..numbering import numbered
from ..schema import Column, Table
from ..story import DIMENSIONS, FIRST_DAY, LAST_DAY
from .renewals import renewal_ids

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="complaints",
    meaning="Every complaint that customers made.",
    row="one complaint",
    key="complaint_id",
    columns=(
        Column("complaint_id", "key", "number of the complaint", pattern=r"C\d{4,}"),
        Column("account_id", "key", "who complained", refers_to="accounts.account_id"),
        Column("date", "date", "day of the complaint", minimum=FIRST_DAY, maximum=LAST_DAY),
        Column("subject", "label", "what it was about", values=DIMENSIONS),
        Column("severity", "label", "how bad it was", values=("minor", "severe")),
        Column("channel", "label", "how it came in", values=("phone", "e-mail", "portal", "visit")),
        Column("first_response_hours", "integer", "time to the first answer", "hours", minimum=1),
        Column("resolved_in_days", "integer", "time to the solution", "days", minimum=0),
        Column(
            "handled",
            "label",
            "well: first answer within 24 hours and solved within 7 days; badly: not so",
            values=("well", "badly"),
        ),
        Column("handling_cost", "integer", "hours, parts and goodwill", "euros", minimum=10),
        Column(
            "satisfaction_after",
            "integer",
            "mark for the handling, asked two weeks later",
            "1 to 10",
            minimum=1,
            maximum=10,
            may_be_empty=True,
            empty_means="no answer",
        ),
        Column(
            "renewal_id",
            "key",
            "the first renewal after the complaint",
            refers_to="renewals.renewal_id",
            may_be_empty=True,
            empty_means="after the last day of the data",
        ),
    ),
)
_AGAIN = 0.14  # chance of a second, minor complaint in the same contract year
_CHANNELS = {"phone": 40, "e-mail": 34, "portal": 18, "visit": 8}
_MARKS = {"minor well": 8.4, "minor badly": 4.6, "severe well": 7.3, "severe badly": 3.2}


def build(company: Company) -> pd.DataFrame:
    """The complaints of a company, by date."""
    import numpy as np
    import pandas as pd

    history = company.history
    draws = history.draws("complaints")
    spoken = np.isin(history.problem, list(_MARKS)) & history.customer
    rows, years = np.nonzero(spoken)
    again = np.flatnonzero(draws.uniform(len(rows)) < _AGAIN)
    first, rows, years = len(rows), np.append(rows, rows[again]), np.append(years, years[again])
    date = history.problem_on[rows, years]
    date[first:] = history.renewal[rows, years][first:] - draws.whole(
        len(again), low=20, high=364
    ).astype("timedelta64[D]")
    what = history.problem[rows, years]
    well = np.array([name.endswith("well") for name in what])
    severe = np.array([name.startswith("severe") for name in what])
    severe[first:] = False
    count = len(rows)

    # A complaint is handled badly when the answer, the solution or both come too late.
    late = draws.uniform(count)
    slow_answer, slow_solution = ~well & (late < 0.7), ~well & (late > 0.35)
    quick = draws.uniform(count) ** 2
    hours = np.where(slow_answer, 25 + 140 * quick, 1 + 23 * quick)
    length = draws.uniform(count)
    days = np.where(slow_solution, 8 + 34 * length**2, 7.9 * length ** np.where(severe, 0.7, 1.6))
    cost = np.where(severe, 190, 55) * (0.6 + draws.uniform(count)) * np.where(well, 1.25, 0.8)
    kinds = np.where(severe, "severe", "minor") + np.where(well, " well", " badly").astype(object)
    mark = np.array([_MARKS[kind] for kind in kinds]) + 1.2 * draws.normal(count)
    mark = np.clip(np.round(mark), 1, 10)
    mark[draws.uniform(count) < 0.35] = np.nan
    frame = pd.DataFrame(
        {
            "account_id": history.ids[rows],
            "date": date,
            "subject": history.subject[rows, years],
            "severity": np.where(severe, "severe", "minor"),
            "channel": draws.pick(count, _CHANNELS),
            "first_response_hours": hours.astype("int64"),
            "resolved_in_days": days.astype("int64"),
            "handled": np.where(well, "well", "badly"),
            "handling_cost": cost.astype("int64"),
            "satisfaction_after": mark,
            "renewal_id": renewal_ids(history)[rows, years],
        }
    )
    within = (date >= np.datetime64(FIRST_DAY, "D")) & (date <= np.datetime64(LAST_DAY, "D"))
    within &= date > history.since[rows]
    frame = frame[within].sort_values(["date", "account_id"], kind="stable")
    frame.insert(0, "complaint_id", numbered("C", len(frame), 4))
    return frame
