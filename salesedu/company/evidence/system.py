"""Evidence on the commercial system and the qualities of the sellers (blocks 10 and 11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesedu._factory.evidence import Evidence
from salesedu._notation import percent, plain

from ..story import LAST_DAY
from .figure import closed_deals, figure, last_year

__all__ = ["evidence"]

FRESH = 30  # days within which something should be noted about an open deal
KINDS = {"hunter": "new customer", "farmer": "growth"}  # what each role is for


def evidence(books: Mapping) -> Iterator[Evidence]:
    """How true and complete the records are; who does what, and who is good at it."""
    yield from _system(books)
    yield from _qualities(books)


def _system(books: Mapping) -> Iterator[Evidence]:
    import pandas as pd

    from salesedu.customers import kpi_attainment

    notes = books["activities"]
    still = books["opportunities"].query("closed_on.isna()")
    latest = still["opportunity_id"].map(notes.groupby("opportunity_id")["date"].max())
    fresh = kpi_attainment(((pd.Timestamp(LAST_DAY) - latest).dt.days <= FRESH).sum(), len(still))
    yield figure(
        "system",
        "customers.kpi_attainment",
        ["opportunities", "activities"],
        fresh.attainment,
        "%",
        (0.30, 0.50, 0.75, 0.95),
        f"Of the {plain(len(still))} open deals {percent(fresh.attainment)} have a talk on record of the last {FRESH} "
        f"days, and {percent(latest.isna().mean())} have none at all.",
    )
    active = books["accounts"].query("status == 'active'")
    known = active["account_id"].isin(last_year(notes)["account_id"].dropna())
    seen = kpi_attainment(known.sum(), len(active))
    yield figure(
        "system",
        "customers.kpi_attainment",
        ["accounts", "activities"],
        seen.attainment,
        "%",
        (0.40, 0.60, 0.80, 0.95),
        f"Of the {plain(len(active))} customers {percent(seen.attainment)} have a talk on record in the last year.",
    )


def _qualities(books: Mapping) -> Iterator[Evidence]:
    from salesedu.customers import kpi_attainment
    from salesedu.funnel import stage_conversions

    deals = closed_deals(books)
    rates = {
        (kind, role): stage_conversions({"opened": len(rows), "won": int(rows["won"].sum())}).overall
        for (kind, role), rows in deals.groupby(["kind", "role"])
    }
    ahead = min(
        rates["new customer", "hunter"] - rates["new customer", "farmer"],
        rates["growth", "farmer"] - rates["growth", "hunter"],
    )
    verdict = "Each is better at their own work." if ahead > 0 else "Not each is better at their own work."
    yield figure(
        "qualities",
        "funnel.stage_conversions",
        ["opportunities", "representatives"],
        ahead,
        "%",
        (-0.05, 0.00, 0.05, 0.15),
        f"Hunters win {percent(rates['new customer', 'hunter'])} of the deals with new customers and farmers "
        f"{percent(rates['new customer', 'farmer'])}; with known customers it is {percent(rates['growth', 'hunter'])} "
        f"and {percent(rates['growth', 'farmer'])}. {verdict}",
    )
    fits = deals["kind"] == deals["role"].map(KINDS)
    own = kpi_attainment(fits.sum(), len(deals))
    new = deals[deals["kind"] == "new customer"]
    by_farmers = new["role"].eq("farmer").mean()
    yield figure(
        "qualities",
        "customers.kpi_attainment",
        ["opportunities", "representatives"],
        own.attainment,
        "%",
        (0.50, 0.65, 0.80, 0.92),
        f"{percent(own.attainment)} of the closed deals lay with the kind of seller whose work it is; farmers led "
        f"{percent(by_farmers)} of the deals with new customers.",
    )
