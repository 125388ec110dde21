"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.value import EconomicValue, WinLoss, economic_value, win_loss

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "BOOK_YEARS",
    "HOUR",
    "adjusted",
    "all_won_like_the_fast",
    "blamed",
    "chance_alone",
    "contribution_rate",
    "decided",
    "discount_share",
    "expected",
    "gain_of_cut",
    "gain_of_promise",
    "led",
    "lost",
    "prospect",
    "quotes",
    "share_of_slow",
    "top_discounter",
    "value_to_prospect",
    "won_by_speed",
]

BOOK_YEARS = 3  # the quotes of three book years are on record
HOUR = 65  # euros, an hour of own labour in a quote
GROUPS = ["buys_on", "price_band", "speed_band"]
HOURS_A_HEAD, WAGE, WASTE = 0.5, 24, 0.05  # what Sanne noted at the prospect
TRAINING_A_HEAD, CONTRACT = 10, 3  # euros, once; years


def price_band(index: float) -> str:
    """The band of a price index, as in :func:`salesedu.value.win_loss`."""
    return "cheaper" if index < 0.97 else "level" if index <= 1.03 else "dearer"


def speed_band(days: float) -> str:
    """The band of a number of days, as in :func:`salesedu.value.win_loss`."""
    return "fast" if days <= 3 else "normal" if days <= 7 else "slow"


# The tables as the workbook makes them.


@lru_cache(maxsize=8)
def quotes(seed: int | None) -> pd.DataFrame:
    """Quotes with what is known of their opportunity."""
    known = load("opportunities", seed)[["opportunity_id", "lead_id", "kind", "segment", "buys_on"]]
    return load("quotes", seed).merge(known, on="opportunity_id")


@lru_cache(maxsize=8)
def decided(seed: int | None) -> pd.DataFrame:
    """Quotes that were won or lost, with their bands, discount in euros and contribution."""
    rows = quotes(seed)[lambda rows: rows["status"] != "open"].copy()
    rows["won"] = rows["status"] == "won"
    rows["price_band"] = rows["price_index"].map(price_band)
    rows["speed_band"] = rows["days_to_quote"].map(speed_band)
    rows["discount_euros"] = rows["list_price"] - rows["price"]
    rows["contribution"] = rows["price"] - rows["direct_cost"] - HOUR * rows["hours"]
    return rows


@lru_cache(maxsize=8)
def lost(seed: int | None) -> WinLoss:
    """The analysis of all decided quotes."""
    return _analysed(decided(seed))


@lru_cache(maxsize=8)
def led(seed: int | None, motive: str) -> WinLoss:
    """The analysis of the quotes to customers that buy on "price" or on "value"."""
    return _analysed(decided(seed)[lambda rows: rows["buys_on"] == motive])


def _analysed(rows: pd.DataFrame) -> WinLoss:
    return win_loss(rows["won"], rows["price_index"], rows["days_to_quote"], rows["reason"])


def blamed(seed: int | None) -> pd.DataFrame:
    """Quotes that were lost "on price"."""
    return decided(seed)[lambda rows: rows["reason"] == "price"]


def prospect(seed: int | None) -> pd.Series:
    """The largest open quote to an organisation that is no customer yet, and no reseller."""
    rows = quotes(seed)[lambda rows: (rows["status"] == "open") & (rows["segment"] != "reseller")]
    leads = load("leads", seed)[["lead_id", "organisation", "place", "employees"]]
    return rows.merge(leads, on="lead_id").nlargest(1, "price").iloc[0]


# The figures that are asked for, and the wrong ones that have a name.


def won_by_speed(rows: pd.DataFrame) -> dict[str, float]:
    """Win rate per speed band."""
    return rows.groupby("speed_band")["won"].mean().to_dict()


def share_of_slow(seed: int | None, at_least: int = 8) -> float:
    """Which share of the dearer quotes took so many days or more?"""
    rows = decided(seed)
    return float((rows.loc[rows["price_band"] == "dearer", "days_to_quote"] >= at_least).mean())


def adjusted(seed: int | None, factor: str, last: str | None = None) -> float:
    """Effect of "price" or "speed" with like compared with like, percentage points.

    ``last`` names another band than the last one to compare the first with.
    """
    effect = getattr(lost(seed), factor)
    if last is None:
        return 100 * effect.adjusted_effect
    first = next(iter(effect.adjusted))
    return 100 * (effect.adjusted[first] - effect.adjusted[last])


def discount_share(seed: int | None, motive: str = "value") -> float:
    """Share of all discount, in euros, that went to customers that buy on this."""
    given = decided(seed).groupby("buys_on")["discount_euros"].sum()
    return float(given[motive] / given.sum())


def top_discounter(seed: int | None) -> pd.DataFrame:
    """The quotes of the representative with the highest mean discount."""
    rows = decided(seed)
    top = rows.groupby("rep_id")["discount"].mean().idxmax()
    return rows[rows["rep_id"] == top]


def chance_alone(seed: int | None) -> float:
    """How far chance may take the mean discount of that one, percentage points (95 %)."""
    return float(196 * decided(seed)["discount"].std() / len(top_discounter(seed)) ** 0.5)


def value_to_prospect(seed: int | None, spread: bool = True) -> EconomicValue:
    """What our offer is worth to the prospect, a year."""
    customer = prospect(seed)
    reference = customer["price"] / customer["price_index"]
    training = TRAINING_A_HEAD * customer["employees"]
    return economic_value(
        reference,
        {
            "less waste": WASTE * reference,
            "hours saved": HOURS_A_HEAD * WAGE * customer["employees"],
        },
        {"training": training / CONTRACT if spread else training},
        customer["price"],
    )


def contribution_rate(seed: int | None) -> float:
    """Contribution of all decided quotes as a fraction of their prices."""
    rows = decided(seed)
    return float(rows["contribution"].sum() / rows["price"].sum())


def expected(seed: int | None, rows: pd.DataFrame, column: str = "contribution") -> float:
    """Euros a year when every quote is won at the rate of its own kind."""
    rate = decided(seed).groupby(GROUPS)["won"].mean()
    kinds = rows.set_index(GROUPS)[column]
    return float((rate.reindex(kinds.index) * kinds).sum() / BOOK_YEARS)


def gain_of_cut(seed: int | None, cut: float = 0.05) -> float:
    """Contribution a year that a price cut on every quote adds."""
    rows = decided(seed)
    lower = rows.assign(
        price_band=(rows["price_index"] * (1 - cut)).map(price_band),
        contribution=rows["contribution"] - cut * rows["price"],
    )
    return expected(seed, lower) - expected(seed, rows)


def gain_of_promise(seed: int | None, column: str = "contribution") -> float:
    """Euros a year that are added when every quote goes out within three days."""
    rows = decided(seed)
    prompt = rows.assign(speed_band="fast")
    return expected(seed, prompt, column) - expected(seed, rows, column)


def all_won_like_the_fast(seed: int | None) -> float:
    """The same, when every quote is won at the one rate of all fast quotes."""
    rows = decided(seed)
    rate = won_by_speed(rows)["fast"]
    return float(rate * rows["contribution"].sum() / BOOK_YEARS - expected(seed, rows))
