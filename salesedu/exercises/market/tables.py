"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.market import (
    cascade_target,
    commission_plan,
    earnings,
    roll_up,
    sales_force_composite,
    seasonal_indices,
    target_gap,
    trend_and_season,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "LAST",
    "REGIONS",
    "RULES",
    "above",
    "book_year",
    "by_region",
    "corrected",
    "for_each_euro",
    "gap_by_region",
    "highest_over_target",
    "history",
    "hunters",
    "index_of_may",
    "last_year",
    "line",
    "mean_of_ratios",
    "on_the_books",
    "one_factor",
    "orders",
    "pay",
    "plan",
    "potential",
    "segment_sales",
    "share_of_may",
    "targets",
    "turned_factors",
    "yearly",
    "yield_of",
]

LAST = 2026  # a book year is called by the year it ends in: October 2025 to September 2026
MAY = 7  # place of May in a book year, October being 0
REGIONS = ("east", "north", "south", "west")
#: The rules of the pay plan in the chapter.
RULES = {"threshold": 0.5, "accelerator": 2, "cap": 1.5}


# The tables as the workbook makes them.


def book_year(dates: pd.Series) -> pd.Series:
    """The year in which the book year of each date ends."""
    return dates.dt.year + (dates.dt.month >= 10)


@lru_cache(maxsize=8)
def monthly(seed: int | None) -> pd.DataFrame:
    """Sixty months of sales."""
    return load("monthly_sales", seed)


@lru_cache(maxsize=8)
def targets(seed: int | None) -> pd.DataFrame:
    """Targets, forecasts and results with the role of the representative and the book year."""
    rows = load("targets", seed).merge(
        load("representatives", seed)[["rep_id", "role", "region"]], on="rep_id"
    )
    return rows.assign(year=book_year(rows["starts_on"]))


@lru_cache(maxsize=8)
def accounts(seed: int | None) -> pd.DataFrame:
    """All customers, present and former."""
    return load("accounts", seed)


@lru_cache(maxsize=8)
def orders(seed: int | None) -> pd.DataFrame:
    """Orders with the book year and the customer's region and representative."""
    who = accounts(seed)[["account_id", "segment", "region", "rep_id", "customer_since"]]
    rows = load("orders", seed).merge(who, on="account_id")
    return rows.assign(year=book_year(rows["date"]))


def on_the_books(seed: int | None, year: int) -> pd.DataFrame:
    """The customers on the day before a book year began."""
    rows, day = accounts(seed), f"{year - 1}-09-30"
    return rows[(rows["customer_since"] <= day) & ~(rows["left_on"] <= day)]


# Sales and forecasts.


def history(seed: int | None, months: int = 60) -> list[float]:
    """Revenue of the first months."""
    return list(monthly(seed)["revenue"][:months])


def yearly(seed: int | None) -> pd.Series:
    """Revenue of each book year."""
    rows = monthly(seed)
    return rows.groupby(book_year(rows["month"]))["revenue"].sum()


def index_of_may(seed: int | None, column: str = "hospitality") -> float:
    """Seasonal index of May."""
    return seasonal_indices(list(monthly(seed)[column])).indices[MAY]


def share_of_may(seed: int | None) -> float:
    """Mean of the Mays over the mean of all months, which leaves the growth in."""
    rows = monthly(seed)
    mays = rows["month"].dt.month == 5
    return float(rows.loc[mays, "hospitality"].mean() / rows["hospitality"].mean())


@lru_cache(maxsize=32)
def line(seed: int | None, months: int = 60) -> tuple[float, ...]:
    """The twelve months after the first so many, by trend and season."""
    return trend_and_season(history(seed, months), horizon=12).forecast


# The sales force.


def for_each_euro(seed: int | None, year: int | None = None) -> pd.Series:
    """Forecast over actual of each representative, in all years or in one."""
    rows = targets(seed)
    rows = rows if year is None else rows[rows["year"] == year]
    sums = rows.groupby("rep_id")[["forecast", "actual"]].sum()
    return sums["forecast"] / sums["actual"]


def mean_of_ratios(seed: int | None) -> float:
    """The highest mean of the quarterly ratios."""
    rows = targets(seed)
    ratio = (rows["forecast"] / rows["actual"]).where(rows["actual"] > 0, inf)
    return float(ratio.groupby(rows["rep_id"]).mean().max())


def highest_over_target(seed: int | None) -> float:
    """The highest forecast for each euro of target."""
    sums = targets(seed).groupby("rep_id")[["forecast", "target"]].sum()
    return float((sums["forecast"] / sums["target"]).max())


def corrected(seed: int | None, role: str = "hunter", until: int = LAST) -> float:
    """Composite for the last year, corrected by the years before `until`."""
    rows = targets(seed)
    rows = rows[rows["role"] == role]
    past = {
        rep: list(zip(part["forecast"], part["actual"], strict=True))
        for rep, part in rows[rows["year"] < until].groupby("rep_id")
    }
    last = rows[rows["year"] == LAST].groupby("rep_id")["forecast"].sum()
    return sales_force_composite(last.to_dict(), past).total


def hunters(seed: int | None, last: bool) -> pd.DataFrame:
    """Rows of the hunters, in the last year or before."""
    return targets(seed)[
        lambda rows: (rows["role"] == "hunter") & ((rows["year"] == LAST) == last)
    ]


def one_factor(seed: int | None) -> float:
    """Composite with one factor for the whole team."""
    past = hunters(seed, last=False)
    return float(
        hunters(seed, last=True)["forecast"].sum() * past["actual"].sum() / past["forecast"].sum()
    )


def turned_factors(seed: int | None) -> float:
    """Composite with each factor upside down."""
    past = hunters(seed, last=False).groupby("rep_id")[["forecast", "actual"]].sum()
    last = hunters(seed, last=True).groupby("rep_id")["forecast"].sum()
    return float((last * past["forecast"] / past["actual"]).sum())


# Target and plan.


@lru_cache(maxsize=32)
def yield_of(seed: int | None, year: int = LAST) -> float:
    """Orders in a book year for each euro of contract at its start."""
    start = on_the_books(seed, year)
    rows = orders(seed)
    own = rows[(rows["year"] == year) & rows["account_id"].isin(start["account_id"])]
    return float(own["revenue"].sum() / start["contract_value"].sum())


def last_year(seed: int | None) -> pd.Series:
    """Orders of the last book year by region and representative."""
    rows = orders(seed)
    return rows[rows["year"] == LAST].groupby(["region", "rep_id"])["revenue"].sum()


@lru_cache(maxsize=8)
def plan(seed: int | None) -> pd.Series:
    """The plan from below: contracts times their yield, and as many new customers as last year."""
    keep = on_the_books(seed, LAST + 1).groupby(["region", "rep_id"])["contract_value"].sum()
    rows = orders(seed)
    fresh = rows[(rows["year"] == LAST) & (rows["customer_since"] > f"{LAST - 1}-09-30")]
    new = fresh.groupby(["region", "rep_id"])["revenue"].sum()
    return (keep * yield_of(seed)).add(new, fill_value=0)


def above(seed: int | None) -> float:
    """Marleen's target: ten per cent above last year."""
    return 1.10 * float(last_year(seed).sum())


def gap_by_region(seed: int | None, target: float, weights: pd.Series) -> dict[str, float]:
    """Plan less target in each region, when the target is shared by these weights."""
    gaps = target_gap(cascade_target(target, weights), roll_up(plan(seed))).gaps
    return {name.lower(): gap for name, gap in gaps.items() if "/" not in name}


def by_region(rows: pd.Series) -> dict[str, float]:
    """Sum over the representatives of each region."""
    return {name.lower(): float(value) for name, value in rows.groupby(level=0).sum().items()}


def pay(
    seed: int | None,
    what: str = "variable",
    at: pd.Series | None = None,
    together: bool = False,
    **rules: float | None,
) -> float:
    """Pay of all account managers when the plan comes true and the target is 1.10 × last year."""
    people = load("representatives", seed).set_index("rep_id")
    target, sales = 1.10 * last_year(seed), plan(seed) if at is None else at
    agreed = RULES | rules
    if together:
        farmers = people[people["role"] == "farmer"]
        base, variable = farmers["base_salary"].sum(), farmers["variable_at_target"].sum()
        one = commission_plan(base, variable, target.sum(), **agreed)
        return float(getattr(earnings(one, sales.sum()), what))
    total = 0.0
    for place, sold in sales.items():
        person = people.loc[place[1]]
        one = commission_plan(
            person["base_salary"], person["variable_at_target"], target[place], **agreed
        )
        total += getattr(earnings(one, sold), what)
    return float(total)


# Segments.


def potential(seed: int | None, name: str, reachable: bool = True) -> float:
    """Market potential of a segment, euros a year."""
    row = load("segments", seed).set_index("segment").loc[name]
    share = row["reachable"] if reachable else 1.0
    return float(row["organisations"] * share * row["average_spend"])


def segment_sales(seed: int | None, name: str, months: int = 12) -> float:
    """Sales to a segment in the last months, euros."""
    return float(monthly(seed)[name.replace(" ", "_")][-months:].sum())
