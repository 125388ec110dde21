"""Evidence on customers, the set-up of the organisation and satisfaction (blocks 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesedu._factory.evidence import Evidence
from salesedu._notation import and_list, in_words, millions, percent, plain, signed

from .figure import figure, last_year

__all__ = ["evidence"]

VISITS = {"top": 12, "large": 6, "medium": 2}  # a year, as chapter 7 gives key, growth and regular customers
TRAVEL = 45  # minutes a visit
WEEKS = 44  # worked in a year


def evidence(books: Mapping) -> Iterator[Evidence]:
    """Who brings the revenue, who stays, who buys elsewhere; targets and hours; satisfaction."""
    yield from _customers(books)
    yield from _organisation(books)
    yield from _satisfaction(books)


def _customers(books: Mapping) -> Iterator[Evidence]:
    from salesedu.leads import growth_potential
    from salesedu.portfolio import pareto_share, retention_rate

    orders = books["orders"]
    revenue = last_year(orders).groupby("account_id")["revenue"].sum()
    share = pareto_share(revenue)
    yield figure(
        "customers",
        "portfolio.pareto_share",
        ["orders"],
        share,
        "%",
        (0.90, 0.80, 0.70, 0.60),
        f"In the last year the largest {percent(0.2)} of the {plain(len(revenue))} customers who ordered "
        f"brought {percent(share)} of the revenue.",
    )
    kept = retention_rate(last_year(orders, ago=1)["account_id"].tolist(), revenue.index.tolist())
    yield figure(
        "customers",
        "portfolio.retention_rate",
        ["orders"],
        kept.rate,
        "%",
        (0.70, 0.80, 0.88, 0.94),
        f"Of the {plain(kept.at_start)} customers who ordered in the year before, {percent(kept.rate)} ordered "
        f"again in the last year; {plain(kept.joined)} were new or came back.",
    )
    wallets = books["wallets"].merge(books["accounts"], on="account_id").set_index("account_id")
    room = growth_potential(wallets["contract_value"], wallets["total_spend"]).total
    yield figure(
        "customers",
        "leads.growth_potential",
        ["wallets", "accounts"],
        room.share,
        "%",
        (0.30, 0.45, 0.60, 0.75),
        f"The {plain(len(wallets))} largest customers buy {percent(room.share)} of their coffee here; "
        f"{millions(room.elsewhere)} a year goes to other suppliers.",
    )


def _organisation(books: Mapping) -> Iterator[Evidence]:
    from salesedu.accounts import visit_capacity
    from salesedu.market import PERSPECTIVES, scorecard, target_gap

    targets = last_year(books["targets"], "starts_on")
    per_rep = targets.groupby(["measure", "rep_id"])[["target", "forecast"]].sum()
    gap = target_gap(per_rep["target"], per_rep["forecast"])
    sums = targets.groupby("measure")[["target", "actual"]].sum()
    apart = (gap.surplus + gap.shortfall) / gap.top_down
    together = f"{percent(abs(gap.gap_rate), 1)} {'below' if gap.gap < 0 else 'above'} them"
    if abs(gap.gap_rate) < 0.0005:
        together = "as high"
    yield figure(
        "organisation",
        "market.target_gap",
        ["targets"],
        apart,
        "%",
        (0.25, 0.15, 0.08, 0.03),
        f"Person by person, what representatives forecast for the last year differs {percent(apart)} from their "
        f"targets; added up, the forecasts are {together}.",
    )
    card = scorecard({"financial": {name: (row.actual, row.target) for name, row in sums.iterrows()}})
    used = len(PERSPECTIVES) - len(card.missing)
    yield figure(
        "organisation",
        "market.scorecard",
        ["targets"],
        used,
        f"of {len(PERSPECTIVES)} perspectives",
        (1, 2, 3, 4),
        f"Targets are on record for {' and '.join(sums.index)} only, {in_words(used)} of the "
        f"{in_words(len(PERSPECTIVES))} perspectives of a scorecard; none for {and_list(card.missing)}.",
    )
    farmers = books["representatives"].query("role == 'farmer'")
    accounts = books["accounts"].query("status == 'active'")
    visits = last_year(books["activities"]).dropna(subset="account_id")
    visits = visits[visits["kind"].isin(["visit", "demonstration"])].merge(farmers[["rep_id"]])
    classes = accounts["customer_class"].value_counts()
    capacity = visit_capacity(
        {name: int(classes.get(name, 0)) for name in VISITS},
        VISITS,
        minutes=visits["minutes"].mean(),
        travel_minutes=TRAVEL,
        selling_hours=farmers["hours_per_week"].mean() * WEEKS,
        account_managers=len(farmers),
    )
    made = visits.merge(accounts[["account_id", "customer_class"]])["customer_class"].value_counts()
    met = sum(min(made.get(one.name, 0), one.visits) for one in capacity.classes) / capacity.visits
    top = made.get("top", 0) / classes["top"]
    yield figure(
        "organisation",
        "accounts.visit_capacity",
        ["accounts", "activities", "representatives"],
        met,
        "%",
        (0.40, 0.60, 0.80, 0.95),
        f"Twelve, six and two visits a year to top, large and medium customers would take {percent(capacity.load)} of "
        f"the farmers' hours. {percent(met)} of these visits were made; a top customer got {plain(top, 1)} of the "
        f"twelve.",
    )


def _satisfaction(books: Mapping) -> Iterator[Evidence]:
    from salesedu.customers import DIMENSIONS, net_promoter_score, satisfaction_gap
    from salesedu.portfolio import retention_rate_of_counts

    surveys = books["surveys"].merge(books["accounts"][["account_id", "segment"]], on="account_id")
    year = last_year(surveys)
    nps = net_promoter_score(year["nps"])
    yield figure(
        "satisfaction",
        "customers.net_promoter_score",
        ["surveys"],
        nps.score,
        "points",
        (0, 15, 30, 50),
        f"The Net Promoter Score of the last year is {signed(nps.score)}, plus or minus {plain(nps.margin)} "
        f"({plain(nps.respondents)} answers).",
    )
    worst, where = 0.0, ("", "")
    for segment, rows in year.groupby("segment"):
        found = satisfaction_gap(
            *({one: rows[f"{side}_{one}"].mean() for one in DIMENSIONS} for side in ("expected", "perceived"))
        )
        low = min(found.gaps, key=found.gaps.get)
        if found.gaps[low] < worst:
            worst, where = found.gaps[low], (segment, low)
    yield figure(
        "satisfaction",
        "customers.satisfaction_gap",
        ["surveys", "accounts"],
        worst,
        "points",
        (-2, -1, -0.5, -0.25),
        f"The largest shortfall is {where[1]} in the segment {where[0]}: {plain(-worst, 1)} points less than expected.",
    )
    unhappy = _renewals_after(books, surveys)
    kept = {
        name: retention_rate_of_counts(len(rows), int(rows["renewed"].sum()), 0).rate
        for name, rows in (("low", unhappy[unhappy["nps"] <= 6]), ("high", unhappy[unhappy["nps"] >= 9]))
    }
    yield figure(
        "satisfaction",
        "portfolio.retention_rate_of_counts",
        ["surveys", "renewals"],
        kept["low"],
        "%",
        (0.50, 0.65, 0.80, 0.90),
        f"Customers who answered 6 or less renewed in {percent(kept['low'])} of the cases, those who answered 9 or 10 "
        f"in {percent(kept['high'])}.",
    )


def _renewals_after(books: Mapping, surveys):
    """Every renewal with the last answer of that customer in the year before it."""
    import pandas as pd

    asked = surveys.sort_values("date", kind="stable").assign(asked=lambda rows: rows["date"])
    renewals = books["renewals"].sort_values("date", kind="stable")
    found = pd.merge_asof(
        renewals,
        asked[["date", "asked", "account_id", "nps"]],
        on="date",
        by="account_id",
        tolerance=pd.Timedelta(days=365),
    )
    return found.dropna(subset="nps")
