"""Tenders: what public bodies asked for, on what terms, and whether a bid was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bidding import CRITERIA
from ..numbering import numbered
from ..schema import Column, Table
from ..story import FIRST_DAY

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_KNOCK_OUTS = ("no contact with the DMU", "own capacity", "competition too strong", "thin margin")

TABLE = Table(
    name="tenders",
    meaning="Every public tender for coffee that was looked at, entered or not.",
    row="one tender",
    key="tender_id",
    notes=(
        "Points for the price are its weight times the lowest price divided by the price; points "
        "for a criterion are its weight times the mark divided by 10. The notional price is the "
        "price less, for each criterion, its value times the mark divided by 10. One tender that "
        "was lost on value would have been won on points."
    ),
    columns=(
        Column("tender_id", "key", "number of the tender", pattern=r"T\d{3,}"),
        Column("buyer", "text", "public body (invented)"),
        Column(
            "account_id",
            "key",
            "the customer it became",
            refers_to="accounts.account_id",
            may_be_empty=True,
            empty_means="no customer",
        ),
        Column("published_on", "date", "day it was announced", minimum="2023-10-01"),
        Column("closes_on", "date", "last day for bids", minimum=FIRST_DAY),
        Column("decided_on", "date", "day of the award", minimum=FIRST_DAY),
        Column("years", "integer", "length of the contract", "years", values=(2, 3, 4)),
        Column("ceiling", "integer", "highest price allowed, all years", "euros", minimum=1_000),
        Column(
            "method",
            "label",
            "how it is awarded: weighted points, or award on value (lowest notional price)",
            values=("points", "value"),
        ),
        *(
            Column(
                f"weight_{what}", "integer", f"weight of {what}", "points of 100", (), "", 0, 100
            )
            for what in ("price", *CRITERIA)
        ),
        *(
            Column(
                f"value_{what}",
                "integer",
                f"largest notional discount for {what}, at mark 10",
                "euros",
                minimum=0,
            )
            for what in CRITERIA
        ),
        Column("knew_dmu", "yes/no", "had someone talked with the deciders before it came out?"),
        Column("capacity", "yes/no", "were there people and machines to do it?"),
        Column("competitors", "integer", "rivals expected", minimum=1, maximum=6),
        Column(
            "expected_margin",
            "decimal",
            "margin at the price that seemed needed",
            "a fraction of the price",
            minimum=0,
            maximum=0.6,
        ),
        Column("outcome", "label", "what came of it", values=("won", "lost", "no bid")),
        Column(
            "no_bid_because",
            "label",
            "the knock-out",
            values=_KNOCK_OUTS,
            may_be_empty=True,
            empty_means="a bid was made",
        ),
    ),
)


def build(company: Company) -> pd.DataFrame:
    """The tenders of a company, by the day of publication."""
    import numpy as np
    import pandas as pd

    bidding, draws = company.bidding, company.draws("bid or not")
    count, passed = len(bidding.years), bidding.outcome == "no bid"
    closes = bidding.published + draws.whole(count, low=40, high=60)
    because = draws.pick(count, dict(zip(_KNOCK_OUTS, (40, 18, 20, 22), strict=True)))
    because[~passed] = None
    # Who knows the deciders wins more often.
    knew = draws.happens(np.where(bidding.outcome == "won", 0.88, 0.5))
    rivals = draws.whole(count, low=1, high=4)
    margin = draws.uniform(count, low=0.14, high=0.38)
    return pd.DataFrame(
        {
            "tender_id": numbered("T", count, 3),
            "buyer": bidding.buyer,
            "account_id": np.append(company.history.ids, None)[bidding.account],
            "published_on": bidding.published,
            "closes_on": closes,
            "decided_on": closes + draws.whole(count, low=20, high=55),
            "years": bidding.years,
            "ceiling": bidding.ceiling,
            "method": np.where(bidding.on_value, "value", "points"),
            "weight_price": bidding.weights[:, 0],
            **{f"weight_{what}": bidding.weights[:, 1 + at] for at, what in enumerate(CRITERIA)},
            **{f"value_{what}": bidding.values[:, at] for at, what in enumerate(CRITERIA)},
            "knew_dmu": knew & (because != _KNOCK_OUTS[0]),
            "capacity": because != _KNOCK_OUTS[1],
            "competitors": np.where(because == _KNOCK_OUTS[2], rivals + 2, rivals),
            "expected_margin": np.where(because == _KNOCK_OUTS[3], margin / 4, margin),
            "outcome": bidding.outcome,
            "no_bid_because": because,
        }
    )
