"""Stage history: the day on which every opportunity entered and left each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..numbering import numbered
from ..schema import Column, Table
from ..story import LAST_DAY
from .opportunities import opportunity_ids

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_END = len(sales.STAGES)

TABLE = Table(
    name="stage_history",
    meaning="Every stage that an opportunity entered, its end (won or lost) included.",
    row="one opportunity in one stage",
    key="step_id",
    columns=(
        Column("step_id", "key", "number of the step", pattern=r"H\d{5,}"),
        Column(
            "opportunity_id", "key", "the opportunity", refers_to="opportunities.opportunity_id"
        ),
        Column(
            "stage",
            "label",
            "stage: qualified, visit (needs on the table), trial (a machine on trial), quote "
            "(being made, then sent), negotiation; or the end",
            values=(*sales.STAGES, "won", "lost"),
        ),
        Column("entered_on", "date", "first day in it", minimum=sales.LEADS_FROM, maximum=LAST_DAY),
        Column(
            "left_on",
            "date",
            "day on which it went on, was won or was lost",
            minimum=sales.LEADS_FROM,
            maximum=LAST_DAY,
            may_be_empty=True,
            empty_means="still in this stage, or this is the end",
        ),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The stage history of a company, by opportunity."""
    import numpy as np
    import pandas as pd

    deals, last = company.deals, np.datetime64(LAST_DAY, "D")
    stages = np.arange(_END)
    reached = (stages <= deals.stops[:, None]) & (deals.entered[:, :-1] <= last)
    # One column more for the end.
    reached = np.c_[reached, deals.closed]
    rows, at = np.nonzero(reached)
    ended = at == _END
    names = np.array([*sales.STAGES, "end"], dtype=object)[at]
    names[ended] = np.where(deals.won[rows[ended]], "won", "lost")
    entered = deals.entered[rows, np.minimum(at, _END - 1)]
    entered[ended] = deals.ends[rows[ended]]
    left = np.full(len(rows), np.datetime64("NaT", "D"))
    on = ~ended
    left[on] = deals.entered[rows[on], at[on] + 1]
    left[left > last] = np.datetime64("NaT", "D")
    return pd.DataFrame(
        {
            "step_id": numbered("H", len(rows), 5),
            "opportunity_id": opportunity_ids(company)[rows],
            "stage": names,
            "entered_on": entered,
            "left_on": left,
        }
    )
