"""Bids: every bid in the tenders that were entered, ours and those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bidding import CRITERIA, OURSELVES, RIVALS
from ..numbering import numbered
from ..schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

TABLE = Table(
    name="bids",
    meaning="Every bid in the tenders that were entered, as the buyer's award letter shows them.",
    row="one bid",
    key="bid_id",
    columns=(
        Column("bid_id", "key", "number of the bid", pattern=r"B\d{4,}"),
        Column("tender_id", "key", "the tender", refers_to="tenders.tender_id"),
        Column("bidder", "label", "who made it (invented)", values=(OURSELVES, *RIVALS)),
        Column("valid", "yes/no", "does it meet all knock-out criteria?"),
        Column("price", "integer", "price for all years", "euros", minimum=100),
        *(
            Column(f"mark_{what}", "integer", f"mark for {what}", "0 to 10", (), "", 0, 10)
            for what in CRITERIA
        ),
        Column(
            "points",
            "decimal",
            "weighted points, price and quality together",
            "of 100",
            minimum=0,
            maximum=100,
            may_be_empty=True,
            empty_means="set aside",
        ),
        Column(
            "notional_price",
            "integer",
            "price less the notional discounts",
            "euros",
            may_be_empty=True,
            empty_means="set aside",
        ),
        Column("awarded", "yes/no", "did it win the contract?"),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The bids of a company, by tender."""
    import numpy as np
    import pandas as pd

    bidding = company.bidding
    rows, at = np.nonzero(bidding.takes_part)
    valid = bidding.valid[rows, at]
    names = np.array([*RIVALS, OURSELVES], dtype=object)
    return pd.DataFrame(
        {
            "bid_id": numbered("B", len(rows), 4),
            "tender_id": numbered("T", len(bidding.years), 3)[rows],
            "bidder": names[bidding.bidder[rows, at]],
            "valid": valid,
            "price": bidding.price[rows, at],
            **{
                f"mark_{what}": bidding.marks[rows, at, which]
                for which, what in enumerate(CRITERIA)
            },
            "points": np.where(valid, bidding.points[rows, at], np.nan),
            "notional_price": np.where(valid, bidding.notional[rows, at], np.nan),
            "awarded": at == bidding.awarded[rows],
        }
    )
