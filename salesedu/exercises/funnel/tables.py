"""The tables and figures of the workbook, for the truth and for the mistakes that have a name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from salesedu.company import load
from salesedu.funnel import (
    Calibration,
    IntegralFunnel,
    SimulatedPipeline,
    StageConversions,
    chance_calibration,
    conversions_from_history,
    integral_funnel,
    simulate_pipeline,
    stage_conversions,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COACH",
    "EACH",
    "GROWTH",
    "NEW",
    "ORDERS",
    "STAGES",
    "STEPS",
    "TARGET",
    "at_benchmark",
    "chances",
    "closed",
    "coached",
    "conversions",
    "cost_of_lead",
    "deals",
    "full_rates",
    "funnel",
    "judged",
    "largest",
    "left_trial",
    "negotiated",
    "open_deals",
    "optimist",
    "quarter",
    "record",
    "shown_in_trial",
    "steps",
    "traced",
    "year",
]

STAGES = ("qualified", "visit", "trial", "quote", "negotiation", "won")
STEPS = STAGES[1:]
NEW, GROWTH = "new customer", "growth"
DECIDED = "2026-04-01"  # leads before this day have had half a year
LAST_YEAR = "2025-10-01"  # first day of the last book year
HOUR = 50  # euros, an hour of a seller
EACH = {"trial": 150, "quote": 300, "negotiation": 200, "won": 150}  # euros for each deal that is in it
COACH = 36_000  # euros a year
ORDERS = 300  # new customers that the plan asks for
TARGET = 600_000  # euros a year, to be signed before New Year


# The tables as the workbook makes them.


@lru_cache(maxsize=8)
def steps(seed: int | None) -> pd.DataFrame:
    """Stage history with the kind of deal."""
    return load("stage_history", seed).merge(deals(seed)[["opportunity_id", "kind"]], on="opportunity_id")


def deals(seed: int | None) -> pd.DataFrame:
    """All deals."""
    return load("opportunities", seed)


@lru_cache(maxsize=8)
def conversions(seed: int | None, kind: str) -> StageConversions:
    """Conversions of "new customer" or "growth"."""
    rows = steps(seed)[lambda rows: rows["kind"] == kind]
    return conversions_from_history(rows["opportunity_id"], rows["stage"], STAGES)


def at_benchmark(seed: int | None) -> StageConversions:
    """New customers, with the growth deals for what is normal."""
    new = conversions(seed, NEW)
    return stage_conversions(new.reached, conversions(seed, GROWTH).rates, new.waiting)


def left_trial(seed: int | None, kind: str | None = NEW) -> pd.DataFrame:
    """Deals that have left the trial, with whether they reached a quote."""
    rows = steps(seed)
    if kind:
        rows = rows[rows["kind"] == kind]
    trials = rows[(rows["stage"] == "trial") & rows["left_on"].notna()]
    quoted = rows.loc[rows["stage"] == "quote", "opportunity_id"]
    return trials.assign(went_on=trials["opportunity_id"].isin(quoted))


def shown_in_trial(seed: int | None) -> pd.DataFrame:
    """The same, with whether a demonstration was given."""
    talks = load("activities", seed)
    shown = talks.loc[talks["kind"] == "demonstration", "opportunity_id"]
    rows = left_trial(seed)
    return rows.assign(shown=rows["opportunity_id"].isin(shown))


@lru_cache(maxsize=8)
def traced(seed: int | None) -> dict[str, int]:
    """Decided leads, and how many of them reached each stage."""
    leads = load("leads", seed)[lambda rows: rows["date"] < DECIDED]
    known = deals(seed)[lambda rows: rows["lead_id"].isin(leads["lead_id"])]["opportunity_id"]
    rows = steps(seed)[lambda rows: rows["opportunity_id"].isin(known)]
    reached = conversions_from_history(rows["opportunity_id"], rows["stage"], STAGES).reached
    return {"lead": len(leads)} | {stage: reached[stage] for stage in STEPS}


def full_rates(seed: int | None) -> dict[str, float]:
    """Conversions from the lead to the order."""
    return dict(stage_conversions(traced(seed)).rates)


def coached(seed: int | None) -> dict[str, float]:
    """The same, with the step after the trial as with growth deals."""
    return full_rates(seed) | {"quote": conversions(seed, GROWTH).rates["quote"]}


def cost_of_lead(seed: int | None, hours: bool = True) -> float:
    """Euros that a lead costs on average, with the time of the sellers or without."""
    channels = load("channels", seed).set_index("channel")
    leads = load("leads", seed)["channel"].value_counts()
    spent = channels["cost"].sum()
    if hours:
        spent += HOUR * (channels["hours_per_lead"] * leads).sum()
    return float(spent / leads.sum())


def year(seed: int | None) -> int:
    """Leads of the last book year."""
    return int((load("leads", seed)["date"] >= LAST_YEAR).sum())


def funnel(leads: float, rates: dict[str, float], seed: int | None, hours: bool = True) -> IntegralFunnel:
    """The funnel in euros, from a number of leads to orders."""
    return integral_funnel(leads / 1_000, rates, cost_each={"visit": cost_of_lead(seed, hours)} | EACH)


@lru_cache(maxsize=8)
def record(seed: int | None) -> IntegralFunnel:
    """The funnel in euros of all decided leads."""
    return funnel(traced(seed)["lead"], full_rates(seed), seed)


# Chances of the deals that are open.


@lru_cache(maxsize=8)
def closed(seed: int | None) -> pd.DataFrame:
    """Deals that were won or lost."""
    rows = deals(seed)[lambda rows: rows["closed_on"].notna()]
    return rows.assign(won=rows["stage"] == "won")


def negotiated(seed: int | None) -> pd.DataFrame:
    """Of those, the ones that reached the negotiation, so that their last estimate dates from there."""
    talks = steps(seed).loc[lambda rows: rows["stage"] == "negotiation", "opportunity_id"]
    return closed(seed)[lambda rows: rows["opportunity_id"].isin(talks)]


def optimist(seed: int | None) -> str:
    """Representative who gives the highest chances in the negotiation."""
    return negotiated(seed).groupby("rep_id")["chance"].mean().idxmax()


def judged(rows: pd.DataFrame) -> Calibration:
    """Chances of these deals against what became of them."""
    return chance_calibration(rows["chance"], rows["won"])


@lru_cache(maxsize=8)
def open_deals(seed: int | None) -> pd.DataFrame:
    """Deals that are open, with the chance that the past gives to their stage."""
    rows = deals(seed)[lambda rows: rows["closed_on"].isna()]
    return rows.assign(history=chances(seed, rows))


def chances(seed: int | None, rows: pd.DataFrame) -> list[float]:
    """Chance of an order, by kind and stage."""
    past = {kind: conversions(seed, kind).chance_from for kind in (NEW, GROWTH)}
    return [past[kind][stage] for kind, stage in zip(rows["kind"], rows["stage"], strict=True)]


def largest(seed: int | None) -> int:
    """Index of the open deal with the most weighted value."""
    rows = open_deals(seed)
    return (rows["value"] * rows["history"]).idxmax()


@lru_cache(maxsize=32)
def quarter(seed: int | None, column: str = "history", answer: float | None = None) -> SimulatedPipeline:
    """What the open deals bring; ``answer`` fixes the chance of the largest: 1 for a yes, 0 for a no."""
    rows = open_deals(seed)
    chance = rows[column].copy()
    if answer is not None:
        chance[largest(seed)] = answer
    return simulate_pipeline(rows["value"], chance, TARGET)
