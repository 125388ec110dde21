"""Activities: calls, visits, e-mails, demonstrations; with leads, in deals, with customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import sales_story as sales
from ..numbering import numbered
from ..schema import Column, Table
from ..story import FIRST_DAY, LAST_DAY
from .opportunities import opportunity_ids

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_KINDS = ("call", "visit", "e-mail", "demonstration")
_MINUTES = (15, 75, 8, 90)  # usual length of each
_WITH_LEAD = 0.55  # share of the leads with a talk on record
_VISITS = (0.5, 5.0)  # a year, to the smallest and to the largest customers

TABLE = Table(
    name="activities",
    meaning="What representatives wrote down of their talks with leads and customers.",
    row="one talk",
    key="activity_id",
    columns=(
        Column("activity_id", "key", "number of the activity", pattern=r"V\d{5,}"),
        Column("date", "date", "day", minimum=sales.LEADS_FROM, maximum=LAST_DAY),
        Column("rep_id", "key", "who did it", refers_to="representatives.rep_id"),
        Column("kind", "label", "what it was", values=_KINDS),
        Column(
            "lead_id",
            "key",
            "the lead it was with",
            refers_to="leads.lead_id",
            may_be_empty=True,
            empty_means="with a customer",
        ),
        Column(
            "account_id",
            "key",
            "the customer it was with",
            refers_to="accounts.account_id",
            may_be_empty=True,
            empty_means="with a lead",
        ),
        Column(
            "opportunity_id",
            "key",
            "the deal it was about",
            refers_to="opportunities.opportunity_id",
            may_be_empty=True,
            empty_means="about no deal",
        ),
        Column("minutes", "integer", "how long, travel not counted", "minutes", minimum=2),
    ),
)


def _with_leads(company: Company) -> tuple[np.ndarray, ...]:
    """Date, rep, kind, lead, account and deal of the first talk with a lead."""
    import numpy as np

    leads, draws = company.leads, company.draws("talks with leads")
    rows = np.flatnonzero(draws.uniform(len(leads.date)) < _WITH_LEAD)
    date = leads.date[rows] + draws.whole(len(rows), low=0, high=sales.DAYS["lead"][0])
    none = np.full(len(rows), -1)
    kind = np.where(draws.uniform(len(rows)) < 0.7, 0, 2)
    return date, leads.rep[rows], kind, rows, none, none


def _in_deals(company: Company) -> tuple[np.ndarray, ...]:
    """A visit in the stage "visit", and for half of the trials a demonstration."""
    import numpy as np

    deals, draws = company.deals, company.draws("talks in deals")
    parts = []
    for stage, kind, share in (("visit", 1, 1.0), ("trial", 3, 0.5)):
        at = sales.STAGES.index(stage)
        rows = np.flatnonzero((deals.stops >= at) & (draws.uniform(len(deals.stops)) < share))
        none, growth = np.full(len(rows), -1), deals.growth[rows]
        date = deals.entered[rows, at] + draws.whole(len(rows), low=0, high=3)
        lead = np.where(growth, none, deals.lead[rows])
        account = np.where(growth, deals.account[rows], none)
        kinds = np.full(len(rows), kind)
        parts.append((date, deals.rep[rows], kinds, lead, account, rows))
    return tuple(np.concatenate(columns) for columns in zip(*parts, strict=True))


def _with_customers(company: Company) -> tuple[np.ndarray, ...]:
    """Visits by the account manager: more to the larger customers."""
    import numpy as np

    history, draws = company.history, company.draws("talks with customers")
    count = len(history.value)
    rank = history.value.argsort(kind="stable").argsort(kind="stable") / count
    visits = 3 * (_VISITS[0] + (_VISITS[1] - _VISITS[0]) * rank**5)
    planned = np.floor(visits + draws.uniform(count)).astype(int)
    rows = np.repeat(np.arange(count), planned)
    first, last = (np.datetime64(day, "D") for day in (FIRST_DAY, LAST_DAY))
    date = first + draws.whole(len(rows), low=0, high=(last - first).astype(int))
    left = history.left_on[rows]
    here = (date > history.since[rows]) & (np.isnat(left) | (date < left))
    rows, date = rows[here], date[here]
    numbers = {name: at for at, name in enumerate(company.sales_force.ids)}
    rep = np.array([numbers[name] for name in history.rep[rows]], dtype="int64")
    none = np.full(len(rows), -1)
    kind = np.where(draws.uniform(len(rows)) < 0.75, 1, 0)
    return date, rep, kind, none, rows, none


def build(company: Company) -> pd.DataFrame:
    """The activities of a company, by date."""
    import numpy as np
    import pandas as pd

    parts = (_with_leads(company), _in_deals(company), _with_customers(company))
    date, rep, kind, lead, account, deal = (
        np.concatenate(columns) for columns in zip(*parts, strict=True)
    )
    keep = np.flatnonzero(date <= np.datetime64(LAST_DAY, "D"))
    keep = keep[date[keep].argsort(kind="stable")]
    count, draws = len(keep), company.draws("activities")
    minutes = np.array(_MINUTES)[kind[keep]] * draws.uniform(count, low=0.5, high=1.6)
    return pd.DataFrame(
        {
            "activity_id": numbered("V", count, 5),
            "date": date[keep],
            "rep_id": company.sales_force.ids[rep[keep]],
            "kind": np.array(_KINDS, dtype=object)[kind[keep]],
            "lead_id": np.append(numbered("L", len(company.leads.date), 5), None)[lead[keep]],
            "account_id": np.append(company.history.ids, None)[account[keep]],
            "opportunity_id": opportunity_ids(company)[deal[keep]],
            "minutes": np.round(minutes).astype("int64"),
        }
    )
