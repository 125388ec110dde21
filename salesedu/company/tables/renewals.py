"""Renewals: every anniversary of a contract in the three years, and whether it was renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..numbering import numbered
from ..schema import Column, Table
from ..story import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company
    from ..history import History

__all__ = ["TABLE", "build", "renewal_ids"]

TABLE = Table(
    name="renewals",
    meaning="Every contract runs for a year; on its anniversary the customer buys again or leaves.",
    row="one contract that came up for renewal",
    key="renewal_id",
    notes=(
        "Complaints are on record from 1 October 2023. Of a renewal before 1 October 2024, part of "
        "the contract year lies before that day, and so may its complaints."
    ),
    columns=(
        Column("renewal_id", "key", "number of the renewal", pattern=r"N\d{5,}"),
        Column("account_id", "key", "the customer", refers_to="accounts.account_id"),
        Column("date", "date", "day of renewal", minimum=FIRST_DAY, maximum=LAST_DAY),
        Column("years_customer", "integer", "time as a customer", "complete years", minimum=1),
        Column("contract_value", "integer", "value on offer", "euros a year", minimum=200),
        Column("renewed", "yes/no", "did the customer buy again?"),
    ),
)


def renewal_ids(history: History) -> np.ndarray:
    """The id of each renewal by account and contract year; None where there was none (yet)."""
    import numpy as np

    happened = history.customer & (history.renewal <= np.datetime64(LAST_DAY, "D"))
    rows, years = np.nonzero(happened)
    order = np.lexsort((rows, history.renewal[rows, years]))
    ids = np.full(happened.shape, None, dtype=object)
    ids[rows[order], years[order]] = numbered("N", len(order), 5)
    return ids


def build(company: Company) -> pd.DataFrame:
    """The renewals of a company, by date."""
    import numpy as np
    import pandas as pd

    history = company.history
    ids = renewal_ids(history)
    rows, years = np.nonzero(ids != None)  # noqa: E711 (element by element)
    date = history.renewal[rows, years]
    value = history.value_on(rows, date)
    frame = pd.DataFrame(
        {
            "renewal_id": ids[rows, years],
            "account_id": history.ids[rows],
            "date": date,
            "years_customer": history.years[rows, years],
            "contract_value": np.maximum(np.round(value / 10) * 10, 200).astype("int64"),
            "renewed": history.renewed[rows, years],
        }
    )
    return frame.sort_values("renewal_id", kind="stable")
