"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from salesedu._factory.directors_sheet import IMPORTANCE, MARLEEN
from salesedu.company import load
from salesedu.company.evidence import gather
from salesedu.factory import Assessment, Comparison, Priorities, assess, compare, priorities, suggested_scores
from salesedu.funnel import StageConversions, conversions_from_history
from salesedu.leads import bid_decision
from salesedu.market import sales_force_composite
from salesedu.portfolio import Retention, retention_rate

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "IMPORTANCE",
    "LAST_DAY",
    "MARLEEN",
    "ORDER",
    "assessed",
    "book_year",
    "both_raters",
    "corrected",
    "eleven",
    "habits",
    "hopeful",
    "kept",
    "knocked_out",
    "last_talk",
    "narrow_for",
    "open_deals",
    "ranking",
    "suggested",
    "team",
]

LAST_DAY = "2026-09-30"
ORDER = ("qualified", "visit", "trial", "quote", "negotiation", "won")


def book_year(rows: pd.DataFrame, column: str = "date", ago: int = 0) -> pd.DataFrame:
    """Rows of the last book year, or of as many years before."""
    import pandas as pd

    end = pd.Timestamp(LAST_DAY) - pd.DateOffset(years=ago)
    return rows[(rows[column] > end - pd.DateOffset(years=1)) & (rows[column] <= end)]


# Customers and tenders.


@lru_cache(maxsize=32)
def kept(seed: int | None, ago: int = 0) -> Retention:
    """Who ordered in the year before, and again in the year."""
    orders = load("orders", seed)
    before, after = (set(book_year(orders, ago=years)["account_id"]) for years in (ago + 1, ago))
    return retention_rate(before, after)


@lru_cache(maxsize=8)
def knocked_out(seed: int | None) -> pd.DataFrame:
    """Tenders, with whether they had a knock-out against them."""
    tenders = load("tenders", seed)
    return tenders.assign(
        stopped=[
            bool(
                bid_decision(
                    one.ceiling, one.expected_margin, 1 / (one.competitors + 1), 0, knows_dmu=bool(one.knew_dmu)
                ).knock_outs
            )
            for one in tenders.itertuples()
        ]
    )


# Forecasts and open deals.


@lru_cache(maxsize=8)
def habits(seed: int | None) -> dict[str, float]:
    """What each representative forecasts for a euro that comes in."""
    past = {
        rep: list(zip(rows["forecast"], rows["actual"], strict=True))
        for rep, rows in load("targets", seed).groupby("rep_id")
    }
    factors = sales_force_composite(dict.fromkeys(past, 100_000), past).factors
    return {rep: 1 / factor for rep, factor in factors.items()}


def hopeful(seed: int | None) -> str:
    """Representative whose forecasts are furthest off."""
    found = habits(seed)
    return max(found, key=lambda rep: abs(log(found[rep])))


def team(seed: int | None) -> pd.DataFrame:
    """Targets of everybody with the same kind of target as the hopeful one."""
    targets = load("targets", seed)
    measure = targets.loc[targets["rep_id"] == hopeful(seed), "measure"].iloc[0]
    return targets[targets["measure"] == measure]


def corrected(rows: pd.DataFrame, factors: dict[str, float]) -> pd.DataFrame:
    """Targets with the forecast divided by the habit of those who have a factor."""
    return rows.assign(forecast=rows["forecast"] / rows["rep_id"].map(factors).fillna(1.0))


@lru_cache(maxsize=8)
def narrow_for(seed: int | None) -> tuple[StageConversions, dict[str, StageConversions]]:
    """Conversions of all deals, and of each representative."""
    led = load("opportunities", seed)[["opportunity_id", "rep_id"]]
    rows = load("stage_history", seed).merge(led, on="opportunity_id")
    each = {rep: _conversions(own) for rep, own in rows.groupby("rep_id")}
    return _conversions(rows), each


def _conversions(rows: pd.DataFrame) -> StageConversions:
    return conversions_from_history(rows["opportunity_id"], rows["stage"], ORDER)


@lru_cache(maxsize=8)
def open_deals(seed: int | None) -> pd.DataFrame:
    """Open deals, with what the seller's chance makes of them beyond the chance of the past."""
    rows = load("opportunities", seed)[lambda rows: rows["closed_on"].isna()]
    past = rows["stage"].map(narrow_for(seed)[0].chance_from)
    return rows.assign(past=past, too_much=rows["value"] * (rows["chance"] - past))


@lru_cache(maxsize=8)
def last_talk(seed: int | None) -> pd.Series:
    """Days since the last talk about each open deal; missing when there is none."""
    import pandas as pd

    latest = open_deals(seed)["opportunity_id"].map(load("activities", seed).groupby("opportunity_id")["date"].max())
    return (pd.Timestamp(LAST_DAY) - latest).dt.days


# Scores.


@lru_cache(maxsize=8)
def eleven(seed: int | None) -> dict[str, float]:
    """What the books suggest for all blocks."""
    return suggested_scores(gather(seed))


def suggested(seed: int | None) -> dict[str, float]:
    """What the books suggest for the ten blocks that Marleen chose."""
    return {key: eleven(seed)[key] for key in IMPORTANCE}


def assessed(seed: int | None) -> Assessment:
    """The assessment from the books."""
    return assess(suggested(seed), IMPORTANCE)


def both_raters(seed: int | None) -> Comparison:
    """Marleen against the books."""
    return compare(MARLEEN, suggested(seed), names=("Marleen", "the books"), raters=True)


def ranking(seed: int | None) -> Priorities:
    """Gaps by importance, from the books."""
    return priorities(assessed(seed))
