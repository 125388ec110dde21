"""Wallets: what the larger customers spend on coffee in all, with us and with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bidding import RIVALS
from ..sales_story import ROOM
from ..schema import Column, Table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="wallets",
    meaning=(
        "What the largest fifth of the customers, as far as they are still customers, spends on "
        "machines, beans and service with all suppliers together, as their account managers "
        "estimate it. What they spend with us is `contract_value` in `accounts`."
    ),
    row="one customer",
    key="account_id",
    columns=(
        Column("account_id", "key", "the customer", refers_to="accounts.account_id"),
        Column(
            "total_spend", "integer", "with all suppliers together", "euros a year", minimum=240
        ),
        Column("suppliers", "integer", "how many it buys from", minimum=1, maximum=5),
        Column(
            "main_rival",
            "label",
            "the largest of the other suppliers (invented)",
            values=RIVALS,
            may_be_empty=True,
            empty_means="it buys everything from us",
        ),
    ),
)


def _largest_fifth(value: np.ndarray) -> np.ndarray:
    import numpy as np

    order = (-value).argsort(kind="stable")
    return np.sort(order[: len(value) // 5])


def build(company: Company) -> pd.DataFrame:
    """The wallets of a company's larger customers."""
    import numpy as np
    import pandas as pd

    history, draws = company.history, company.draws("wallets")
    rows = _largest_fifth(history.value)
    rows = rows[np.isnat(history.left_on[rows])]
    count = len(rows)
    room = draws.uniform(count) < ROOM
    share = np.where(
        room,
        draws.uniform(count, low=0.12, high=0.38),
        draws.uniform(count, low=0.6, high=1.15),
    )
    whole = share >= 1
    share = np.minimum(share, 1)
    spend = np.where(whole, history.value[rows], np.ceil(history.value[rows] / share / 100) * 100)
    rival = np.array(RIVALS, dtype=object)[draws.whole(count, low=0, high=len(RIVALS) - 1)]
    rival[whole] = None
    others = 2 + (draws.uniform(count) < 0.3) + (room & (draws.uniform(count) < 0.4))
    return pd.DataFrame(
        {
            "account_id": history.ids[rows],
            "total_spend": spend.astype("int64"),
            "suppliers": np.where(whole, 1, others),
            "main_rival": rival,
        }
    )
