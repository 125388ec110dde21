"""Accounts: every customer of the three years, those who left too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names import PLACES, REGIONS
from ..schema import Column, Table
from ..story import FIRST_DAY, LAST_DAY, SEGMENTS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_PYRAMID = {"top": 0.01, "large": 0.04, "medium": 0.15, "small": 0.80}

TABLE = Table(
    name="accounts",
    meaning="Every organisation that was a customer at some time in the three years.",
    row="one customer",
    key="account_id",
    columns=(
        Column("account_id", "key", "number of the account", pattern=r"A\d{4,}"),
        Column("name", "text", "name of the organisation (invented)"),
        Column("segment", "label", "kind of organisation", values=tuple(SEGMENTS)),
        Column(
            "customer_class",
            "label",
            "place in the customer pyramid, by contract value: the largest 1 %, the next 4 %, "
            "the next 15 %, the other 80 %",
            values=tuple(_PYRAMID),
        ),
        Column("place", "text", "town", values=tuple(PLACES)),
        Column("region", "label", "part of the country", values=tuple(REGIONS)),
        Column(
            "customer_since",
            "date",
            "start of the first contract; its anniversary is the day of renewal",
            minimum="2009-01-01",
            maximum=LAST_DAY,
        ),
        Column(
            "loop",
            "integer",
            "supplier order decoupling point of what it buys: 1 standard, picked up; 2 standard, "
            "delivered; 3 standard, adapted; 4 made to order; 5 turnkey project",
            values=(1, 2, 3, 4, 5),
        ),
        Column("rep_id", "key", "its account manager", pattern=r"R\d{2}"),
        Column("contract_value", "integer", "value of the contract", "euros a year", minimum=240),
        Column("buys_on", "label", "what it decides on", values=("price", "value")),
        Column("status", "label", "on the last day of the data", values=("active", "left")),
        Column(
            "left_on",
            "date",
            "day on which it did not renew",
            minimum=FIRST_DAY,
            maximum=LAST_DAY,
            may_be_empty=True,
            empty_means="still a customer",
        ),
    ),
)


def _pyramid(value: np.ndarray) -> np.ndarray:
    """The class of each account, by its rank in contract value."""
    import numpy as np

    rank = (-value).argsort(kind="stable").argsort(kind="stable") / len(value)
    bounds = np.cumsum(list(_PYRAMID.values()))[:-1]
    return np.array(list(_PYRAMID), dtype=object)[np.searchsorted(bounds, rank, side="right")]


def build(company: Company) -> pd.DataFrame:
    """The accounts of a company, oldest customer first."""
    import numpy as np
    import pandas as pd

    history = company.history
    return pd.DataFrame(
        {
            "account_id": history.ids,
            "name": history.names,
            "segment": history.segment,
            "customer_class": _pyramid(history.value),
            "place": history.place,
            "region": [PLACES[place] for place in history.place],
            "customer_since": history.since,
            "loop": history.loop,
            "rep_id": history.rep,
            "contract_value": history.value,
            "buys_on": np.where(history.price_led, "price", "value"),
            "status": np.where(np.isnat(history.left_on), "active", "left"),
            "left_on": history.left_on,
        }
    )
