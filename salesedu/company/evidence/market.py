"""Evidence on competitors and on business intelligence and development (blocks 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesedu._factory.evidence import Evidence
from salesedu._notation import percent, plain

from .figure import figure
from .selling import lost_quotes

__all__ = ["evidence"]

CRITERIA = ("size", "growth", "margin", "competition", "access")
OUR_NAME = "Noorderlicht Koffie"


def evidence(books: Mapping) -> Iterator[Evidence]:
    """What is known of rivals and prices; forecasts, and where the company is strong."""
    yield from _competitors(books)
    yield from _intelligence(books)


def _competitors(books: Mapping) -> Iterator[Evidence]:
    found = lost_quotes(books)
    bands = found.price.bands
    yield figure(
        "competitors",
        "value.win_loss",
        ["quotes"],
        bands["level"].rate,
        "%",
        (0.30, 0.45, 0.60, 0.75),
        f"At the price of the best rival {percent(bands['level'].rate)} of the quotes are won, when cheaper "
        f"{percent(bands['cheaper'].rate)} and when dearer {percent(bands['dearer'].rate)}.",
    )
    wrong = found.blamed_wrongly / found.blamed_on_price if found.blamed_on_price else 0.0
    yield figure(
        "competitors",
        "value.win_loss",
        ["quotes"],
        wrong,
        "%",
        (0.60, 0.40, 0.20, 0.10),
        f"Of the {plain(found.blamed_on_price)} quotes that sellers say were lost on price, "
        f"{plain(found.blamed_wrongly)} ({percent(wrong)}) were not dearer than the rival's.",
    )
    places = _places(books)
    won = sum(place == 1 for place in places) / len(places)
    yield figure(
        "competitors",
        "leads.tender_points",
        ["tenders", "bids"],
        won,
        "%",
        (0.10, 0.20, 0.35, 0.50),
        f"Of the {plain(len(places))} tenders that were entered, this bid had the most points in {percent(won)}.",
    )


def _places(books: Mapping) -> list[int]:
    """Our place on points in every tender that we entered; last when the bid was set aside."""
    from salesedu.leads import tender_points

    tenders = books["tenders"].set_index("tender_id")
    criteria = ("service", "product", "sustainability")
    found = []
    for tender, bids in books["bids"].query("valid").groupby("tender_id"):
        terms, bids = tenders.loc[tender], bids.set_index("bidder")
        points = tender_points(
            bids["price"].to_dict(),
            {name: {one: row[f"mark_{one}"] for one in criteria} for name, row in bids.iterrows()},
            {one: terms[f"weight_{one}"] for one in ("price", *criteria)},
        )
        found.append(points.bids[OUR_NAME].place if OUR_NAME in points.bids else len(bids) + 1)
    return found


def _intelligence(books: Mapping) -> Iterator[Evidence]:
    from salesedu.market import compare_forecasts, market_potential, segment_attractiveness

    months = books["monthly_sales"]
    race = compare_forecasts(months["revenue"].tolist())
    best = race.ranking[0]
    yield figure(
        "intelligence",
        "market.compare_forecasts",
        ["monthly_sales"],
        best.accuracy.mape,
        "%",
        (0.15, 0.10, 0.06, 0.03),
        f"Sales can be forecast from their history: the best method, {best.method}, missed the last twelve months by "
        f"{percent(best.accuracy.mape, 1)} on average.",
    )
    segments = books["segments"].set_index("segment")
    ranking = segment_attractiveness(
        {name: {one: row[f"mark_{one}"] for one in CRITERIA} for name, row in segments.iterrows()}
    ).ranking
    revenue = months.tail(12)
    shares, potential = {}, 0.0
    for name, row in segments.iterrows():
        market = market_potential(row["organisations"], {"reachable": row["reachable"]}, price=row["average_spend"])
        potential += market.value
        shares[name] = revenue[name.replace(" ", "_")].sum() / market.value
    overall = revenue["revenue"].sum() / potential
    first = ranking[0].name
    yield figure(
        "intelligence",
        "market.segment_attractiveness",
        ["segments", "monthly_sales"],
        shares[first] / overall,
        "times",
        (0.5, 1.0, 2.0, 4.0),
        f"The most attractive segment is {first}. The company has {percent(shares[first], 1)} of that market and "
        f"{percent(overall, 1)} of the whole, {plain(shares[first] / overall, 1)} times as much.",
    )
