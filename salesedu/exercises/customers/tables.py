"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from math import nan, sqrt
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.customers import DIMENSIONS, net_promoter_score

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SEGMENTS",
    "YOUNG",
    "answers",
    "by_segment",
    "detractors",
    "equal_standing",
    "gain",
    "gain_over_everybody",
    "gaps",
    "hotels",
    "latest",
    "leavers_who_were_detractors",
    "left",
    "lost",
    "lowest",
    "nps",
    "of",
    "one_share_margin",
    "plain_mean_of_both",
    "severity",
    "worst",
    "years",
]

SEGMENTS = ("hospitality", "office", "public sector", "reseller")
YOUNG = 3  # years: the workbook calls a customer young up to its third renewal
ON_RECORD = "2024-10-01"  # from here on the whole contract year lies within the data


# The tables as the workbook makes them.


@lru_cache(maxsize=4)
def answers(seed: int | None) -> pd.DataFrame:
    """Survey answers with the segment and the status of the customer."""
    accounts = load("accounts", seed)[["account_id", "segment", "status"]]
    return load("surveys", seed).merge(accounts, on="account_id")


@lru_cache(maxsize=4)
def latest(seed: int | None) -> pd.DataFrame:
    """The last answer of each customer."""
    return answers(seed).sort_values("survey_id").drop_duplicates("account_id", keep="last")


@lru_cache(maxsize=4)
def years(seed: int | None, start: str = ON_RECORD) -> pd.DataFrame:
    """Renewals with what was complained about in the contract year before."""
    complaints = load("complaints", seed)
    complaints = complaints.assign(
        badly=complaints["handled"] == "badly", severe=complaints["severity"] == "severe"
    )
    told = complaints.groupby("renewal_id")[["badly", "severe"]].max()
    rows = load("renewals", seed)
    rows = rows[rows["date"] >= start].join(told, on="renewal_id")
    rows["complaint"] = "none"
    rows.loc[rows["badly"].eq(False), "complaint"] = "well"
    rows.loc[rows["badly"].eq(True), "complaint"] = "badly"
    rows["young"] = rows["years_customer"] <= YOUNG
    return rows


# The figures that are asked for, and the wrong ones that have a name.


def nps(ratings: pd.Series) -> float:
    """Points."""
    return net_promoter_score(ratings).score


def hotels(seed: int | None) -> pd.Series:
    """Ratings of hospitality."""
    rows = answers(seed)
    return rows.loc[rows["segment"] == "hospitality", "nps"]


def by_segment(rows: pd.DataFrame) -> dict[str, float]:
    """NPS of each segment."""
    return {name: nps(rows.loc[rows["segment"] == name, "nps"]) for name in SEGMENTS}


def gaps(rows: pd.DataFrame) -> dict[str, float]:
    """Perceived minus expected, per dimension."""
    return {
        name: float((rows[f"perceived_{name}"] - rows[f"expected_{name}"]).mean())
        for name in DIMENSIONS
    }


def of(seed: int | None, segment: str) -> pd.DataFrame:
    """Answers of one segment."""
    return answers(seed)[lambda rows: rows["segment"] == segment]


def left(rows: pd.DataFrame) -> float:
    """Share that left."""
    return float((rows["status"] == "left").mean())


def gain(rows: pd.DataFrame) -> float:
    """Renewal after a well-handled complaint less renewal without one, percentage points."""
    rate = rows.groupby("complaint")["renewed"].mean()
    # A company of one's own may have no such year among its young customers.
    return float(100 * (rate.get("well", nan) - rate["none"]))


def equal_standing(rows: pd.DataFrame) -> tuple[float, float]:
    """The same at equal standing, weighted by where the well-handled are; and its 95 % margin."""
    well, gains, variance = (rows["complaint"] == "well").sum(), 0.0, 0.0
    for _, part in rows.groupby("young"):
        if not (part["complaint"] == "well").any():
            continue
        group = part.groupby("complaint")["renewed"]
        rate, size = group.mean(), group.size()
        weight = size["well"] / well
        gains += weight * (rate["well"] - rate["none"])
        variance += weight**2 * sum(
            rate[name] * (1 - rate[name]) / size[name] for name in ("well", "none")
        )
    return 100 * gains, 196 * sqrt(variance)


def severity(seed: int | None, severe: bool) -> pd.DataFrame:
    """Contract years without a complaint, and those with one of this severity."""
    rows = years(seed)
    return rows[(rows["complaint"] == "none") | rows["severe"].eq(severe)]


def lost(seed: int | None) -> pd.DataFrame:
    """Contracts that were not renewed in the last book year."""
    return years(seed, "2025-10-01")[lambda rows: ~rows["renewed"]]


def one_share_margin(seed: int | None) -> float:
    """Margin of the share of promoters alone."""
    share = (hotels(seed) >= 9).mean()
    return float(196 * sqrt(share * (1 - share) / len(hotels(seed))))


def lowest(seed: int | None, when: str) -> str:
    """Dimension that resellers mark lowest, expected or perceived."""
    rows = of(seed, "reseller")
    marks = {name: rows[f"{when}_{name}"].mean() for name in DIMENSIONS}
    return min(marks, key=marks.get)


def worst(rows: pd.DataFrame) -> str:
    """Dimension with the most negative gap."""
    found = gaps(rows)
    return min(found, key=found.get)


def detractors(seed: int | None) -> pd.DataFrame:
    """Customers whose last answer was 0 to 6."""
    return latest(seed)[lambda rows: rows["nps"] <= 6]


def leavers_who_were_detractors(seed: int | None) -> float:
    """Share of detractors among those who left."""
    rows = latest(seed)
    return float((rows.loc[rows["status"] == "left", "nps"] <= 6).mean())


def gain_over_everybody(seed: int | None) -> float:
    """Renewal after a well-handled complaint less renewal of all."""
    rows = years(seed)
    return float(
        100 * (rows.loc[rows["complaint"] == "well", "renewed"].mean() - rows["renewed"].mean())
    )


def plain_mean_of_both(seed: int | None) -> float:
    """Effect of severe complaints, both standings weighing the same."""
    rows = severity(seed, True)
    return sum(gain(part) for _, part in rows.groupby("young")) / 2
