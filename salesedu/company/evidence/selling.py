"""Evidence on leads, quotes, the funnel and the process (blocks 6 to 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, log

from salesedu._factory.evidence import Evidence
from salesedu._notation import and_list, euro, percent, plain

from ..sales_story import STAGES
from .figure import closed_deals, figure

__all__ = ["evidence", "lost_quotes"]

HOUR = 65  # euros for an hour of own labour, as the quotes reckon it
ORDER = (*STAGES, "won")


def evidence(books: Mapping) -> Iterator[Evidence]:
    """Channels and tenders; speed and margin of quotes; chances and forecasts; leaks and days."""
    yield from _leads(books)
    yield from _quotes(books)
    yield from _funnel(books)
    yield from _process(books)


def lost_quotes(books: Mapping):
    """Won and lost quotes on price and speed."""
    from salesedu.value import win_loss

    quotes = books["quotes"].query("status != 'open'")
    return win_loss(
        quotes["status"].eq("won").tolist(),
        quotes["price_index"].tolist(),
        quotes["days_to_quote"].tolist(),
        quotes["reason"].fillna("").tolist(),
    )


def _leads(books: Mapping) -> Iterator[Evidence]:
    from salesedu.leads import bid_decision, channel_economics

    leads = books["leads"]
    count = leads.groupby("channel").size()
    won = closed_deals(books).query("won").merge(leads[["lead_id", "channel"]], on="lead_id").groupby("channel").size()
    cost = books["channels"].set_index("channel")["cost"]
    found = channel_economics(
        cost.to_dict(), *(rows.reindex(cost.index, fill_value=0).to_dict() for rows in (count, won))
    )
    trap = found.cheap_but_dear
    share = sum(found.channels[name].leads for name in trap) / found.total.leads
    said = "No channel is cheap per lead and dear per order."
    if trap:
        said = (
            f"{percent(share)} of the leads come through {and_list(trap)}, cheap per lead and dear per order "
            f"(on average {euro(found.total.cost_per_order)} an order)."
        )
    yield figure("leads", "leads.channel_economics", ["channels", "leads", "opportunities"], share, "%",
                 (0.50, 0.30, 0.15, 0.05), said)
    entered = books["tenders"].query("outcome != 'no bid'")
    stopped = [
        bool(
            bid_decision(
                one.ceiling, one.expected_margin, 1 / (one.competitors + 1), 0, knows_dmu=bool(one.knew_dmu)
            ).knock_outs
        )
        for one in entered.itertuples()
    ]
    won_those = int(entered.loc[stopped, "outcome"].eq("won").sum())
    yield figure(
        "leads",
        "leads.bid_decision",
        ["tenders"],
        sum(stopped) / len(stopped),
        "%",
        (0.50, 0.30, 0.15, 0.05),
        f"{sum(stopped)} of the {len(stopped)} tenders that were entered had a knock-out against them; {won_those} of "
        f"these {'was' if won_those == 1 else 'were'} won, and "
        f"{int(entered['outcome'].eq('won').sum()) - won_those} of the other {len(stopped) - sum(stopped)}.",
    )


def _quotes(books: Mapping) -> Iterator[Evidence]:
    from salesedu.value import quote_margin

    found = lost_quotes(books)
    fast, slow = found.speed.bands["fast"], found.speed.bands["slow"]
    driver = {"speed": "Speed decides more than price", "price": "Price decides more than speed"}
    yield figure(
        "quotes",
        "value.win_loss",
        ["quotes"],
        found.speed.adjusted_effect,
        "%",
        (0.40, 0.30, 0.20, 0.10),
        f"{driver.get(found.driver, 'Price and speed decide about as much')}: at equal prices a quote sent within "
        f"three days is won {plain(100 * found.speed.adjusted_effect)} points more often than one that takes over a "
        f"week.",
    )
    yield figure(
        "quotes",
        "value.win_loss",
        ["quotes"],
        fast.quotes / found.total.quotes,
        "%",
        (0.15, 0.30, 0.50, 0.75),
        f"{percent(fast.quotes / found.total.quotes)} of the quotes go out within three days, "
        f"{percent(slow.quotes / found.total.quotes)} take over a week; {percent(found.total.rate)} of all are won.",
    )
    sold = [
        quote_margin(one.list_price, one.direct_cost, one.hours, HOUR, discount=one.discount)
        for one in books["quotes"].query("status == 'won'").itertuples()
    ]
    price = sum(one.price for one in sold)
    rate = sum(one.margin for one in sold) / price
    given = sum(one.discount for one in sold) / sum(one.list_price for one in sold)
    yield figure(
        "quotes",
        "value.quote_margin",
        ["quotes"],
        rate,
        "%",
        (0.10, 0.20, 0.30, 0.40),
        f"Won quotes leave a margin of {percent(rate)} after direct cost and own labour, with a discount of "
        f"{percent(given, 1)} on average.",
    )


def _funnel(books: Mapping) -> Iterator[Evidence]:
    from salesedu.funnel import conversions_from_history, weighted_pipeline
    from salesedu.market import accuracy, sales_force_composite

    targets = books["targets"]
    quarters = targets[targets["measure"] == "new business"].groupby("starts_on")[["forecast", "actual"]].sum()
    error = accuracy(quarters["actual"], quarters["forecast"])
    yield figure(
        "funnel",
        "market.accuracy",
        ["targets"],
        error.mape,
        "%",
        (0.40, 0.25, 0.15, 0.08),
        f"What the hunters together forecast for a quarter misses what comes in by {percent(error.mape)} on average "
        f"({len(quarters)} quarters).",
    )
    steps = books["stage_history"]
    history = conversions_from_history(steps["opportunity_id"].tolist(), steps["stage"].tolist(), ORDER)
    still = books["opportunities"].query("closed_on.isna()")
    theirs = weighted_pipeline(still["value"].tolist(), still["chance"].tolist())
    ours = weighted_pipeline(
        still["value"].tolist(), stages=still["stage"].tolist(), stage_chances=history.chance_from
    )
    yield figure(
        "funnel",
        "funnel.weighted_pipeline",
        ["opportunities", "stage_history"],
        abs(theirs.weighted / ours.weighted - 1),
        "%",
        (0.50, 0.25, 0.10, 0.05),
        f"The {plain(theirs.deals)} open deals are worth {euro(theirs.weighted / 1000)} thousand a year weighed by the "
        f"sellers' own chances, and {euro(ours.weighted / 1000)} thousand by the conversions of the past.",
    )
    past = {rep: list(zip(rows["forecast"], rows["actual"], strict=True)) for rep, rows in targets.groupby("rep_id")}
    composite = sales_force_composite(dict.fromkeys(past, 100_000), past)
    # The one who is furthest off, on whichever side: half and twice are equally far.
    worst = max(composite.factors, key=lambda rep: abs(log(composite.factors[rep])))
    off = abs(log(composite.factors[worst]))
    names = books["representatives"].set_index("rep_id")["name"]
    yield figure(
        "funnel",
        "market.sales_force_composite",
        ["targets", "representatives"],
        exp(off),
        "times",
        (1.50, 1.30, 1.15, 1.05),
        f"{names[worst]} forecasts {plain(1 / composite.factors[worst], 2)} times what comes in, further off than "
        f"anyone.",
    )


def _process(books: Mapping) -> Iterator[Evidence]:
    from salesedu.funnel import conversions_from_history, velocity

    steps = books["stage_history"]
    found = conversions_from_history(steps["opportunity_id"].tolist(), steps["stage"].tolist(), ORDER)
    narrow = found.narrowest
    before = ORDER[ORDER.index(narrow) - 1]
    others = [rate for stage, rate in found.rates.items() if stage != narrow]
    yield figure(
        "process",
        "funnel.conversions_from_history",
        ["stage_history"],
        found.rates[narrow],
        "%",
        (0.35, 0.45, 0.60, 0.70),
        f"The funnel leaks between {before} and {narrow}: {percent(found.rates[narrow])} goes on there, against "
        f"{percent(min(others))} or more at every other step.",
    )
    deals = closed_deals(books)
    won = deals[deals["won"]]
    days = float((won["closed_on"] - won["opened_on"]).dt.days.mean())
    still = books["opportunities"].query("closed_on.isna()")
    speed = velocity(len(still), float(won["value"].mean()), float(deals["won"].mean()), days)
    yield figure(
        "process",
        "funnel.velocity",
        ["opportunities"],
        days,
        "days",
        (180, 120, 75, 45),
        f"A deal that is won takes {plain(days)} days; at this pace and with {percent(deals['won'].mean())} won, the "
        f"open deals bring {euro(speed.per_month / 1000)} thousand of yearly value a month.",
    )
