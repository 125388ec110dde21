"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.leads import channel_economics, compare_awards, growth_potential, threshold_tradeoff

if TYPE_CHECKING:
    import pandas as pd

    from salesedu.leads import Channel, TenderComparison, ThresholdTradeoff

__all__ = [
    "BID",
    "CHANNEL_NAMES",
    "HOUR",
    "JORIS",
    "REACH",
    "US",
    "VISIT",
    "channels",
    "curve",
    "decided",
    "earlier",
    "earned",
    "entered",
    "growth",
    "large",
    "later",
    "learned",
    "mean_margin",
    "net_of_bids",
    "odd_tender",
    "per_channel",
    "steps",
    "traced",
]

CHANNEL_NAMES = (
    "address list",
    "cold calling",
    "networking",
    "online campaign",
    "references",
    "trade fair",
    "trade press",
    "website",
)
HOUR = 50  # euros, an hour of a seller
LABOUR = 65  # euros, an hour of own labour in a quote
VISIT = 150  # euros, with the drive
BID = 2_000  # euros of work in one bid
REACH = 0.8  # of a customer's wallet
JORIS = 40  # the threshold that the sellers ask for
DECIDED = "2026-04-01"  # leads before this day have had half a year
SPLIT = "2025-04-01"  # leads before this day choose the threshold, the later ones test it
US = "Noorderlicht Koffie"
CRITERIA = ("service", "product", "sustainability")


# The tables as the workbook makes them.


@lru_cache(maxsize=4)
def traced(seed: int | None) -> pd.DataFrame:
    """Each lead with what became of it: a deal, an order, its margin in the first year."""
    deals = load("opportunities", seed)
    quotes = load("quotes", seed)
    won = deals[(deals["kind"] == "new customer") & (deals["stage"] == "won")].merge(
        quotes[["opportunity_id", "price", "direct_cost", "hours"]], on="opportunity_id"
    )
    won["margin"] = won["price"] - won["direct_cost"] - LABOUR * won["hours"]
    rows = load("leads", seed).merge(won[["lead_id", "price", "margin"]], on="lead_id", how="left")
    rows["deal"] = rows["status"] == "opportunity"
    rows["order"] = rows["margin"].notna()
    rows["score"] = rows["fit"] * rows["interest"]
    return rows.fillna({"price": 0, "margin": 0})


def decided(seed: int | None) -> pd.DataFrame:
    """Leads that have had half a year to become an order."""
    return traced(seed)[lambda rows: rows["date"] < DECIDED]


def earlier(seed: int | None) -> pd.DataFrame:
    """Decided leads that choose the threshold."""
    return traced(seed)[lambda rows: rows["date"] < SPLIT]


def later(seed: int | None) -> pd.DataFrame:
    """Decided leads that test it."""
    return decided(seed)[lambda rows: rows["date"] >= SPLIT]


@lru_cache(maxsize=4)
def per_channel(seed: int | None) -> pd.DataFrame:
    """Leads, deals, orders, revenue and margin of each channel, with what it cost."""
    found = (
        traced(seed)
        .groupby("channel")
        .agg(
            leads=("order", "size"),
            deals=("deal", "sum"),
            orders=("order", "sum"),
            revenue=("price", "sum"),
            margin=("margin", "sum"),
        )
    )
    table = load("channels", seed).set_index("channel")
    found["invoices"] = table["cost"]
    found["hours_per_lead"] = table["hours_per_lead"]
    found["full"] = found["invoices"] + HOUR * found["hours_per_lead"] * found["leads"]
    return found


@lru_cache(maxsize=16)
def channels(
    seed: int | None, cost: str = "full", orders: str = "orders", margin: str = "margin"
) -> dict[str, Channel]:
    """Economics of each channel, on these columns of its table."""
    rows = per_channel(seed)
    return channel_economics(rows[cost], rows["leads"], rows[orders], rows[margin]).channels


@lru_cache(maxsize=8)
def steps(seed: int | None, channel: str) -> tuple[float, float, float]:
    """Leads that become a deal, deals that reach a visit, visits that end in an order."""
    rows = decided(seed)[lambda rows: rows["channel"] == channel]
    deals = load("opportunities", seed)
    deals = deals[deals["lead_id"].isin(rows["lead_id"])]
    stages = load("stage_history", seed)
    visited = stages.loc[stages["stage"] == "visit", "opportunity_id"]
    visits = int(deals["opportunity_id"].isin(visited).sum())
    return (
        len(deals) / len(rows),
        visits / len(deals),
        int((deals["stage"] == "won").sum()) / visits,
    )


def large(seed: int | None) -> pd.DataFrame:
    """The larger customers with their wallet and our share of it, by account_id."""
    accounts = load("accounts", seed)[["account_id", "contract_value"]]
    rows = load("wallets", seed).merge(accounts, on="account_id").set_index("account_id")
    rows["share"] = rows["contract_value"] / rows["total_spend"]
    return rows


@lru_cache(maxsize=4)
def entered(seed: int | None) -> pd.DataFrame:
    """Our own bids, with the tender and the margin expected of it."""
    bids = load("bids", seed)
    rows = bids[bids["bidder"] == US].merge(load("tenders", seed), on="tender_id")
    rows["margin"] = rows["price"] * rows["expected_margin"]
    return rows


@lru_cache(maxsize=4)
def odd_tender(seed: int | None) -> TenderComparison:
    """The tender that points and value award to different bidders."""
    bids, tenders = load("bids", seed), load("tenders", seed).set_index("tender_id")
    bids = bids[bids["valid"]]
    for tender_id, rows in bids.groupby("tender_id"):
        tender, rows = tenders.loc[tender_id], rows.set_index("bidder")
        compared = compare_awards(
            rows["price"],
            {
                bidder: {name: row[f"mark_{name}"] for name in CRITERIA}
                for bidder, row in rows.iterrows()
            },
            {name: tender[f"weight_{name}"] for name in ("price", *CRITERIA)},
            {name: tender[f"value_{name}"] for name in CRITERIA},
        )
        if not compared.agree:
            return compared
    raise AssertionError("every company has one tender in which points and value disagree")


# The figures that are asked for, and the wrong ones that have a name.


def curve(rows: pd.DataFrame, margin: float, score: str = "score") -> ThresholdTradeoff:
    """Missed deals against wasted visits among these leads."""
    return threshold_tradeoff(rows[score], rows["order"], VISIT, margin)


def mean_margin(rows: pd.DataFrame) -> float:
    """Euros an order brings on average in its first year."""
    return float(rows.loc[rows["order"], "margin"].mean())


def learned(rows: pd.DataFrame) -> float:
    """Threshold that would have earned most among these leads."""
    return curve(rows, mean_margin(rows)).best.threshold


def earned(rows: pd.DataFrame, threshold: float) -> float:
    """Real margin of the orders from this score on, less the visits."""
    visited = rows[rows["score"] >= threshold]
    return float(visited["margin"].sum() - VISIT * len(visited))


def growth(rows: pd.DataFrame, attainable: float = REACH) -> float:
    """Euros a year that are left to gain at these customers."""
    found = growth_potential(rows["contract_value"], rows["total_spend"], attainable)
    return found.total.potential


def net_of_bids(rows: pd.DataFrame) -> float:
    """Margin of the tenders won, less the work of all bids."""
    return float(rows.loc[rows["awarded"], "margin"].sum() - BID * len(rows))
