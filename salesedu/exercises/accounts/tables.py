"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from salesedu.accounts import (
    KEY_ACCOUNT_CLASSES,
    KeyAccountMatrix,
    ProgressReport,
    VisitCapacity,
    customer_kind,
    key_account_matrix,
    new_business_needed,
    progress_report,
    service_level,
    visit_capacity,
)
from salesedu.company import load

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "BUDGET",
    "KINDS",
    "LARGE",
    "PLACES",
    "TREATMENT",
    "after",
    "base",
    "break_even",
    "candidates",
    "carried",
    "class_counts",
    "customers",
    "farmers_log",
    "farmers_time",
    "growth_accounts",
    "kept",
    "largest",
    "matrix",
    "mean_minutes",
    "needed",
    "plan_figures",
    "planned",
    "quarters",
    "renewed",
    "selected",
    "visits",
    "workload",
]

YEAR = "2025-10-01"  # first day of the last book year
TODAY = "2026-10-01"
LARGE = 50_000  # euros a year, where "large" begins in the workbook
WEEKS = 44
HOUR, TREATMENT_HOURS, PLACES = 65, 400, 5
TREATMENT = HOUR * TREATMENT_HOURS  # euros a year for one key account
BUDGET = PLACES * TREATMENT
POINTS = 0.10  # of the wallet, which the account plan is after
KINDS = ("large customer", "growth account", "regular customer", "small customer", "new customer")


# The tables as the workbook makes them.


@lru_cache(maxsize=8)
def visits(seed: int | None) -> pd.DataFrame:
    """Visits to customers in the last book year."""
    rows = load("activities", seed)
    return rows[(rows["date"] >= YEAR) & (rows["kind"] == "visit") & rows["account_id"].notna()]


@lru_cache(maxsize=8)
def customers(seed: int | None) -> pd.DataFrame:
    """Active customers with their wallet, margin, visits and kind."""
    import pandas as pd

    accounts = load("accounts", seed)
    rows = accounts[accounts["status"] == "active"].merge(load("wallets", seed), on="account_id", how="left")
    orders = load("orders", seed)
    sums = orders[orders["date"] >= YEAR].groupby("account_id")[["revenue", "cost"]].sum()
    rows = rows.join(1 - (sums["cost"] / sums["revenue"]).rename("cost_rate"), on="account_id")
    rows = rows.rename(columns={"cost_rate": "margin_rate"})
    rows["margin"] = rows["contract_value"] * rows["margin_rate"]
    today = pd.Timestamp(TODAY)
    rows["months"] = (today - rows["customer_since"]).dt.days / 30.4
    rows["since_order"] = (today - rows["account_id"].map(orders.groupby("account_id")["date"].max())).dt.days / 30.4
    rows["visits"] = rows["account_id"].map(visits(seed)["account_id"].value_counts()).fillna(0)
    rows["room"] = rows["total_spend"] - rows["contract_value"]
    rows["kind"] = kinds(rows, LARGE)
    return rows


def kinds(rows: pd.DataFrame, large: float, wallets: bool = True) -> list[str]:
    """The kind of each customer when "large" begins at so many euros a year."""
    spends = rows["total_spend"].astype(object).where(rows["total_spend"].notna() & wallets, None)
    columns = rows["contract_value"], spends, rows["since_order"], rows["months"]
    return [customer_kind(*figures, large=large).kind for figures in zip(*columns, strict=True)]


@lru_cache(maxsize=8)
def renewed(seed: int | None) -> pd.DataFrame:
    """Renewals of the last book year, with whether the customer was visited in the year before."""
    import pandas as pd

    rows = load("renewals", seed)
    rows = rows[rows["date"] >= YEAR].copy()
    talks = load("activities", seed)
    talks = talks.loc[(talks["kind"] == "visit") & talks["account_id"].notna(), ["account_id", "date"]]
    both = rows.merge(talks, on="account_id", suffixes=("", "_of_visit"))
    before = both["date"] - both["date_of_visit"]
    told = both[(before > pd.Timedelta(0)) & (before <= pd.Timedelta(days=365))]
    rows["visited"] = rows["renewal_id"].isin(told["renewal_id"])
    return rows


@lru_cache(maxsize=8)
def candidates(seed: int | None) -> pd.DataFrame:
    """Large customers and growth accounts, by name."""
    rows = customers(seed)
    return rows[rows["kind"].isin(("large customer", "growth account"))].set_index("name")


@lru_cache(maxsize=8)
def base(seed: int | None) -> pd.DataFrame:
    """Accounts under contract on the first day of the last book year."""
    rows = load("accounts", seed)
    return rows[(rows["customer_since"] < YEAR) & (rows["left_on"].isna() | (rows["left_on"] >= YEAR))]


@lru_cache(maxsize=8)
def quarters(seed: int | None) -> pd.DataFrame:
    """Revenue by book year (2022 ends in September 2022) and quarter (0 begins in October)."""
    rows = load("monthly_sales", seed)
    month = rows["month"].dt.month
    year = (rows["month"].dt.year + (month >= 10)).rename("year")
    return rows.groupby([year, ((month - 10) % 12 // 3).rename("quarter")])["revenue"].sum().unstack()


# The figures that are asked for, and the wrong ones that have a name.


def growth_accounts(seed: int | None, large: float = LARGE, wallets: bool = True) -> int:
    """How many growth accounts there are."""
    return kinds(customers(seed), large, wallets).count("growth account")


def carried(seed: int | None, of: str = "margin") -> list[int]:
    """Visits a year that each customer carries."""
    rows = customers(seed)
    return [
        service_level(kind, margin=amount).visits_affordable
        for kind, amount in zip(rows["kind"], rows[of], strict=True)
    ]


def mean_minutes(seed: int | None) -> float:
    """Minutes of a visit to a customer."""
    return float(visits(seed)["minutes"].mean())


def workload(seed: int | None, travel: float = 45, preparation: float = 30, made: bool = False) -> VisitCapacity:
    """The promised visits (or those that were made) as work for account managers."""
    rows = customers(seed).groupby("kind")["visits"]
    count, each = rows.size(), rows.mean()
    promised = {kind: service_level(kind).visits_per_year for kind in count.index}
    return visit_capacity(
        count, each if made else promised, mean_minutes(seed), travel, preparation, selling_hours=880
    )  # fmt: skip


@lru_cache(maxsize=8)
def farmers_log(seed: int | None) -> pd.DataFrame:
    """What the farmers wrote down in the last book year."""
    people, rows = load("representatives", seed), load("activities", seed)
    farmers = people.loc[people["role"] == "farmer", "rep_id"]
    return rows[(rows["date"] >= YEAR) & rows["rep_id"].isin(farmers)]


def farmers_time(seed: int | None) -> pd.Series:
    """Hours a year each farmer has for talks with customers."""
    people = load("representatives", seed)
    return WEEKS * people[people["role"] == "farmer"].set_index("rep_id")["hours_per_week"]


def kept(seed: int | None, by: str = "value") -> float:
    """Which part of last year's contracts is still there, by "value" or by "number"?"""
    rows = base(seed)
    stayed = rows["status"] == "active"
    if by == "number":
        return float(stayed.mean())
    return float(rows.loc[stayed, "contract_value"].sum() / rows["contract_value"].sum())


def needed(seed: int | None, retention: float | None = None, growth: float = 0.05) -> float:
    """New business next year for contracts that grow by this fraction."""
    now = float(customers(seed)["contract_value"].sum())
    return new_business_needed((1 + growth) * now, now, kept(seed) if retention is None else retention)


def after(seed: int | None, gone: int, season: str = "four years") -> ProgressReport:
    """The farmers' progress after so many quarters of the last book year."""
    rows = load("targets", seed)
    rows = rows[(rows["measure"] == "revenue") & (rows["starts_on"] >= YEAR)]
    sums = rows.groupby("quarter")[["target", "actual"]].sum()
    years = {"four years": [2022, 2023, 2024, 2025], "all years": [2022, 2023, 2024, 2025, 2026]}
    weights = quarters(seed).loc[years[season]].sum() if season in years else None
    return progress_report(sums["target"], sums["actual"].iloc[:gone], season=weights)


@lru_cache(maxsize=8)
def marks(seed: int | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Marks for attractiveness and for position, a row for each candidate."""
    import pandas as pd

    rows = candidates(seed)
    growth = load("segments", seed).set_index("segment")["mark_growth"]
    answers = load("surveys", seed).sort_values("survey_id").drop_duplicates("account_id", keep="last")
    attractiveness = pd.DataFrame(
        {
            "size": (rows["total_spend"] / 30_000).clip(upper=10),
            "growth": rows["segment"].map(growth),
            "margin": (50 * (rows["margin_rate"] - 0.25)).clip(0, 10),
            "value": rows["buys_on"].map({"value": 8, "price": 3}),
        }
    )
    position = pd.DataFrame(
        {
            "share": 10 * rows["contract_value"] / rows["total_spend"],
            "recommend": rows["account_id"].map(answers.set_index("account_id")["nps"]).fillna(5),
        }
    )
    return attractiveness, position


@lru_cache(maxsize=8)
def matrix(
    seed: int | None, *, only_size: bool = False, only_share: bool = False, border: float = 5
) -> KeyAccountMatrix:
    """The key account matrix of all candidates."""
    attractiveness, position = marks(seed)
    return key_account_matrix(
        (attractiveness[["size"]] if only_size else attractiveness).T,
        (position[["share"]] if only_share else position).T,
        border=border,
        places=PLACES,
    )


def class_counts(found: KeyAccountMatrix) -> dict[str, int]:
    """How many accounts each class of the matrix has."""
    return {kind: len(found.classes[kind]) for kind in KEY_ACCOUNT_CLASSES}


def selected(seed: int | None) -> pd.DataFrame:
    """The five that the matrix puts first."""
    return candidates(seed).loc[list(matrix(seed).selected)]


def largest(seed: int | None) -> pd.DataFrame:
    """The five customers with the largest contracts."""
    return customers(seed).nlargest(PLACES, "contract_value")


def break_even(rows: pd.DataFrame, cost: float = BUDGET, column: str = "room") -> float:
    """Which part of what they spend elsewhere must come to us, for its margin to pay the cost?"""
    return float(cost / (rows[column] * rows["margin_rate"]).sum())


def planned(seed: int | None) -> pd.Series:
    """The large customer that buys on value and spends most elsewhere: the one the plan is for."""
    rows = candidates(seed)
    rows = rows[(rows["kind"] == "large customer") & (rows["buys_on"] == "value")]
    return rows.nlargest(1, "room").iloc[0]


def plan_figures(seed: int | None, points: float = POINTS) -> dict[str, float]:
    """Revenue, margin and result of the account plan, when so much of the wallet is won."""
    account = planned(seed)
    share = account["contract_value"] / account["total_spend"]
    season = quarters(seed).loc[[2022, 2023, 2024, 2025]].sum()
    revenue = float(((share + points) * account["total_spend"] * season / season.sum()).round().sum())
    margin = float(account["margin_rate"] * revenue)
    return {"revenue": revenue, "margin": margin, "result": margin - TREATMENT}
