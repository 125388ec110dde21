"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.portfolio import (
    LifetimeValue,
    PyramidMigration,
    Retention,
    lifetime_value,
    pyramid_migration,
    retention_budget,
    retention_by_year,
    retention_rate,
    rfm_of_orders,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "BUDGET",
    "DISCOUNT_RATE",
    "LAST_DAY",
    "acquisition_cost",
    "after_service",
    "before_service",
    "climbing",
    "contracts",
    "cost_per_lead",
    "customers",
    "falling",
    "kept_by_orders",
    "lead_hours",
    "left_by_group",
    "losers",
    "migration",
    "new_customer",
    "new_that_climbed",
    "orders",
    "points_needed",
    "renewal",
    "revenue",
    "revenue_of_leavers",
    "share_of_leavers_by_group",
    "strangers",
    "whole_year",
]

BUDGET = 50_000  # euros, about a thousand boxes
HOUR = 65  # euros, an hour of own labour
DISCOUNT_RATE = 0.10
LAST_DAY = "2026-09-30"  # of the last book year; a book year begins on 1 October
YOUNG = 3  # anniversaries: a customer is young until it has passed the third
YOUNG_SINCE = "2023-10-01"


# The tables as the workbook makes them.


def _book_year(dates: pd.Series) -> pd.Series:
    return dates.dt.year + (dates.dt.month >= 10)


@lru_cache(maxsize=4)
def orders(seed: int | None) -> pd.DataFrame:
    """Orders with their book year."""
    rows = load("orders", seed)
    return rows.assign(year=_book_year(rows["date"]))


@lru_cache(maxsize=4)
def customers(seed: int | None) -> pd.DataFrame:
    """Accounts by number, with whether they have left and whether they are young."""
    rows = load("accounts", seed).set_index("account_id")
    return rows.assign(left=rows["status"] == "left", young=rows["customer_since"] >= YOUNG_SINCE)


@lru_cache(maxsize=32)
def revenue(seed: int | None, year: int | None = 2026) -> pd.Series:
    """Revenue of each customer who bought in a book year, or in all three."""
    rows = orders(seed)
    chosen = rows if year is None else rows[rows["year"] == year]
    return chosen.groupby("account_id")["revenue"].sum()


@lru_cache(maxsize=8)
def migration(seed: int | None, year: int = 2026) -> PyramidMigration:
    """From the book year before to this one."""
    return pyramid_migration(revenue(seed, year - 1), revenue(seed, year))


@lru_cache(maxsize=8)
def contracts(seed: int | None, year: int = 2026) -> Retention:
    """Under contract at the start of a book year, and at its end."""
    rows = customers(seed)

    def under(day: str) -> set:
        return set(rows.index[(rows["customer_since"] < day) & ~(rows["left_on"] < day)])

    return retention_rate(under(f"{year - 1}-10-01"), under(f"{year}-10-01"))


@lru_cache(maxsize=32)
def renewal(seed: int | None, young: bool | None = None) -> float:
    """Share of the anniversaries at which the contract was renewed."""
    rows = load("renewals", seed)
    if young is not None:
        rows = rows[(rows["years_customer"] <= YOUNG) == young]
    return float(rows["renewed"].mean())


@lru_cache(maxsize=4)
def kept_by_orders(seed: int | None) -> float:
    """Share of those who bought in the book year before that bought again in the last one."""
    rows = orders(seed)
    return retention_by_year(rows["account_id"], rows["date"], "2023-10-01", 3)[-1].rate


# The figures that are asked for, and the wrong ones that have a name.


def revenue_of_leavers(seed: int | None, year: int | None = 2026) -> float:
    """Share of the revenue that came from customers who have left since."""
    rows = revenue(seed, year)
    return float(rows[customers(seed)["left"].reindex(rows.index)].sum() / rows.sum())


def _moved(seed: int | None, move: str) -> pd.DataFrame:
    change = revenue(seed, 2026) - revenue(seed, 2025)
    members = list(migration(seed).moves[move].members)
    return customers(seed).loc[members].assign(change=change.reindex(members))


def _part(rows: pd.DataFrame, chosen: pd.Series, euros: bool) -> float:
    return float(rows.loc[chosen, "change"].sum() / rows["change"].sum() if euros else chosen.mean())


def climbing(seed: int | None, euros: bool = True) -> float:
    """Part of the climbing that was done by those whose contract began in the book year before."""
    rows = _moved(seed, "climbed")
    return _part(rows, rows["customer_since"] >= "2024-10-01", euros)


def falling(seed: int | None, euros: bool = True) -> float:
    """Part of the falling that was done by those whose contract has ended."""
    rows = _moved(seed, "fell")
    return _part(rows, rows["left"], euros)


def new_that_climbed(seed: int | None) -> float:
    """Of those who began in the book year before, the share that climbed."""
    rows = customers(seed)["customer_since"]
    began = rows.index[(rows >= "2024-10-01") & (rows < "2025-10-01")]
    moves = migration(seed).move_of
    return sum(moves.get(name) == "climbed" for name in began) / len(began)


@lru_cache(maxsize=8)
def _groups(seed: int | None, first_year: int) -> pd.DataFrame:
    rows = orders(seed)
    rows = rows[rows["year"] >= first_year]
    scores = rfm_of_orders(rows["account_id"], rows["date"], rows["revenue"], on=LAST_DAY).customers
    known = customers(seed).loc[list(scores)]
    return known.assign(group=[score.group for score in scores.values()])


def left_by_group(seed: int | None, names: tuple[str, ...], first_year: int = 2024) -> dict[str, float]:
    """Share of the customers that has left, of each RFM group."""
    share = _groups(seed, first_year).groupby("group")["left"].mean()
    return {name: float(share[name]) for name in names}


def share_of_leavers_by_group(seed: int | None, names: tuple[str, ...]) -> dict[str, float]:
    """Share of those who left that each RFM group holds."""
    rows = _groups(seed, 2024)
    share = rows.loc[rows["left"], "group"].value_counts(normalize=True)
    return {name: float(share[name]) for name in names}


@lru_cache(maxsize=4)
def before_service(seed: int | None) -> pd.Series:
    """Revenue less cost of each customer in the last book year."""
    rows = orders(seed)[lambda rows: rows["year"] == 2026]
    totals = rows.groupby("account_id")[["revenue", "cost"]].sum()
    return totals["revenue"] - totals["cost"]


@lru_cache(maxsize=32)
def _minutes(seed: int | None, year: int | None = 2026) -> pd.Series:
    rows = load("activities", seed)
    if year is not None:
        rows = rows[_book_year(rows["date"]) == year]
    return rows.groupby("account_id")["minutes"].sum()


@lru_cache(maxsize=8)
def after_service(seed: int | None, year: int | None = 2026, per_hour: int = 60) -> pd.Series:
    """The same, less the hours of our own people: what each customer leaves."""
    margin = before_service(seed)
    return margin - HOUR * _minutes(seed, year).reindex(margin.index).fillna(0) / per_hour


def losers(left_over: pd.Series) -> float:
    """Sum of what is below zero, euros."""
    return float(left_over[left_over < 0].sum())


@lru_cache(maxsize=32)
def lead_hours(seed: int | None) -> float:
    """Hours spent on leads, over the whole record."""
    rows = load("activities", seed)
    return float(rows.loc[rows["lead_id"].notna(), "minutes"].sum() / 60)


@lru_cache(maxsize=32)
def acquisition_cost(seed: int | None, *, hours: float | None = None, growth: bool = False) -> float:
    """Channels and hours for each new customer that was won, euros."""
    deals = load("opportunities", seed)
    won = (deals["stage"] == "won") & (growth | (deals["kind"] == "new customer"))
    spent = load("channels", seed)["cost"].sum() + HOUR * (lead_hours(seed) if hours is None else hours)
    return float(spent / won.sum())


@lru_cache(maxsize=32)
def cost_per_lead(seed: int | None) -> float:
    """The same money, divided by all leads."""
    deals = load("opportunities", seed)
    won = ((deals["stage"] == "won") & (deals["kind"] == "new customer")).sum()
    return float(acquisition_cost(seed) * won / len(load("leads", seed)))


@lru_cache(maxsize=8)
def whole_year(seed: int | None, young: bool) -> pd.Series:
    """What customers left over who were with us for all of the last book year."""
    rows = customers(seed)
    chosen = rows.index[(rows["customer_since"] < "2025-10-01") & ~rows["left"] & (rows["young"] == young)]
    return after_service(seed).reindex(chosen).fillna(0)


@lru_cache(maxsize=32)
def new_customer(seed: int | None, *, young: bool = True, rate: float | None = None, **other: object) -> LifetimeValue:
    """What a new customer is worth, at the rate at which young customers renew."""
    settings = {"acquisition_cost": acquisition_cost(seed)} | other
    kept = renewal(seed, True) if rate is None else rate
    return lifetime_value(float(whole_year(seed, young).mean()), kept, DISCOUNT_RATE, **settings)


def strangers(seed: int | None) -> float:
    """Plan A: lifetime value of the customers that the budget wins, after the cost of winning them."""
    return BUDGET / acquisition_cost(seed) * new_customer(seed).value


def points_needed(seed: int | None, worth: float) -> float:
    """Points of retention among the young customers of today that are worth so many euros."""
    rows = customers(seed)
    young = int((rows["young"] & ~rows["left"]).sum())
    rate = renewal(seed, True)
    margin = float(whole_year(seed, True).mean())
    plan = retention_budget(young, margin, rate, rate + 0.05, worth, DISCOUNT_RATE)
    return 100 * (plan.retention_needed - rate)
