"""Leads: where each comes from, how good it is, and how far it comes.

Every customer that came in during the three years was once a lead (or a tender). So a pool of leads
is let loose on the funnel; those that win become these customers, and so many of the others are
kept that the shares stay those of the pool.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import sales_story as sales
from . import story
from .names import PLACES, invent
from .selling import NEVER_FAILED, days_of_steps, lose_somewhere, win_quote, write_quote

if TYPE_CHECKING:
    import numpy as np

    from .company import Company
    from .draws import Draws
    from .selling import Offer

__all__ = ["Leads", "chance_of_deal", "prospect", "typical_value"]

_HUNTER = 0.75  # share of the leads that a hunter follows up
_AHEAD = 230  # days past the last day on which a decision may fall: longer than any sale takes
_BEHIND = 47  # days before the last day from which a won deal may not have become a customer yet
_LEAST = 0.06  # a lead becomes a customer more often than this


@dataclass(frozen=True)
class Leads:
    """Arrays with one row per lead, oldest first."""

    date: np.ndarray
    account: np.ndarray  # row of the account it became, -1 for none
    organisation: np.ndarray
    segment: np.ndarray
    place: np.ndarray
    value: np.ndarray  # euros a year that it asks for, or would
    price_led: np.ndarray
    channel: np.ndarray  # number in sales_story.CHANNELS
    fit: np.ndarray
    interest: np.ndarray
    becomes_deal: np.ndarray
    rep: np.ndarray  # row of the sales force
    days: np.ndarray  # one column per step of sales_story.DAYS, "start" excepted
    fails_at: np.ndarray  # number of the stage, NEVER_FAILED when it wins
    offer: Offer


def chance_of_deal(fit: np.ndarray, interest: np.ndarray, lift: np.ndarray) -> np.ndarray:
    """The chance that a lead becomes an opportunity."""
    import numpy as np

    odds = sales.AT_FIVE_AND_FIVE + sales.FIT_ON_DEAL * (fit - 5) + lift
    return 1 / (1 + np.exp(-odds - sales.INTEREST_ON_DEAL * (interest - 5)))


def typical_value(segment: np.ndarray, draws: Draws) -> np.ndarray:
    """A contract value for each segment, spread as those of the customers are."""
    import numpy as np

    from .history import MEDIAN_VALUE

    value = np.empty(len(segment))
    for name, median in MEDIAN_VALUE.items():
        value[segment == name] = median
    return np.maximum(value * np.exp(1.5 * draws.normal(len(segment))), 240)


def _pool(count: int, price_led: bool, draws: Draws) -> tuple[dict, Offer]:
    """Leads of one kind of customer, and what becomes of them if nothing stops them."""
    import numpy as np

    shares = {at: channel.share for at, channel in enumerate(sales.CHANNELS.values())}
    channel = draws.pick(count, shares).astype("int64")
    fit, interest, lift = (
        np.array([getattr(one, what) for one in sales.CHANNELS.values()])[channel]
        for what in ("fit", "interest", "lift")
    )
    fit = np.clip(np.round(fit + 1.8 * draws.normal(count)), 0, 10).astype("int64")
    interest = np.clip(np.round(interest + 1.9 * draws.normal(count)), 0, 10).astype("int64")
    deal = draws.happens(chance_of_deal(fit, interest, lift))
    hunter = draws.uniform(count) < _HUNTER
    led = np.full(count, price_led)
    offer = write_quote(led, draws)
    wins = win_quote(offer, led, hunter, sales.NEW_CUSTOMER, draws)
    fails_at = lose_somewhere(wins, sales.NEW_CUSTOMER, draws)
    made = {
        "price_led": led,
        "channel": channel,
        "fit": fit,
        "interest": interest,
        "becomes_deal": deal,
        "hunter": hunter,
        "fails_at": fails_at,
        "days": days_of_steps(offer.days, draws),
    }
    return made, offer


def _brought_in(company: Company, price_led: bool) -> np.ndarray:
    """Rows of the accounts that came in through a lead, in random order."""
    import numpy as np

    history = company.history
    new = history.since >= np.datetime64(story.FIRST_DAY, "D")
    new[company.bidding.won_by_account] = False
    rows = np.flatnonzero(new & (history.price_led == price_led))
    return rows[company.draws(f"brought in, {price_led}").shuffled(len(rows))]


def _kind(company: Company, price_led: bool) -> tuple[dict, Offer]:
    """The leads of one kind of customer, each with its account (-1 for none) and decision day."""
    import numpy as np

    draws, rows = company.draws(f"leads, {price_led}"), _brought_in(company, price_led)
    first, last = (np.datetime64(day, "D") for day in (story.FIRST_DAY, story.LAST_DAY))
    span = (last - first).astype(int)
    to_come = round(len(rows) * (_AHEAD + _BEHIND) / (span - _BEHIND))
    wanted = len(rows) + to_come
    made, offer = _pool(int((wanted + 6 * wanted**0.5 + 12) / _LEAST), price_led, draws)
    wins = made["becomes_deal"] & (made["fails_at"] == NEVER_FAILED)
    winners, losers = np.flatnonzero(wins), np.flatnonzero(~wins)
    losers = losers[: round(wanted * len(losers) / len(winners))]
    keep = np.append(winners[:wanted], losers)
    made = {name: column[keep] for name, column in made.items()}

    start = draws.whole(len(rows), low=sales.DAYS["start"][0], high=sales.DAYS["start"][1])
    soon = last + draws.whole(to_come, low=1 - _BEHIND, high=_AHEAD)
    some_day = first + draws.whole(len(losers), low=0, high=span + _AHEAD)
    made["decision"] = np.concatenate([company.history.since[rows] - start, soon, some_day])
    made["account"] = np.concatenate([rows, np.full(to_come + len(losers), -1)])
    return made, offer[keep]


def prospect(company: Company) -> Leads:
    """All leads of a company."""
    import numpy as np

    history, draws = company.history, company.draws("leads")
    kinds = [_kind(company, price_led) for price_led in (True, False)]
    made = {name: np.concatenate([kind[name] for kind, _ in kinds]) for name in kinds[0][0]}
    offer = kinds[0][1] + kinds[1][1]
    made["date"] = made.pop("decision") - made["days"].sum(axis=1)
    keep = np.flatnonzero(made["date"] <= np.datetime64(story.LAST_DAY, "D"))
    keep = keep[made["date"][keep].argsort(kind="stable")]
    made, offer = {name: column[keep] for name, column in made.items()}, offer[keep]

    count, known = len(keep), made["account"] >= 0
    account = made["account"][known]
    segment = draws.pick(count, story.SEGMENTS)
    place = draws.pick(count, dict.fromkeys(PLACES, 1))
    value = typical_value(segment, draws)
    segment[known], place[known] = history.segment[account], history.place[account]
    value[known] = history.value_on(account, history.since[account])
    organisation = np.empty(count, dtype=object)
    organisation[known] = history.names[account]
    # The names go on where those of the customers and the tenders stop.
    before = np.concatenate([history.segment, company.bidding.strangers])
    others = invent(np.concatenate([before, segment[~known]]), company.draws("names"))
    organisation[~known] = others[len(before) :]
    region = np.array(list(PLACES.values()), dtype=object)
    towns = {town: at for at, town in enumerate(PLACES)}
    region = region[np.array([towns[town] for town in place], dtype="int64")]
    return Leads(
        **{name: made[name] for name in made if name != "hunter"},
        organisation=organisation,
        segment=segment,
        place=place,
        value=np.maximum(np.round(value / 10) * 10, 200).astype("int64"),
        rep=company.sales_force.pick(region, made["hunter"], draws.uniform(count)),
        offer=offer,
    )
