"""What is true of selling at Noorderlicht Koffie: channels, funnel, quotes, orders, sales force.

Every effect that a learner can find in the tables of the selling side stands here as a number, as
those of the customers stand in :mod:`salesedu.company.story`.

Two traps are planted. The channels that are cheapest per lead are among the dearest per order,
because few of their leads fit. And quotes are lost on speed: representatives write "price" beside
most of them, but at an equal price the quick quote wins far more often than the slow one. Price
does decide among the customers that buy on price, and hardly among the others.
"""

__all__ = [
    "AT_FIVE_AND_FIVE",
    "BIAS",
    "CHANCES",
    "CHANNELS",
    "DAYS",
    "FAILS_BEFORE_TALKS",
    "FIT_ON_DEAL",
    "FORECAST_NOISE",
    "GROWTH",
    "GROWTH_DEALS",
    "INTEREST_ON_DEAL",
    "LEADS_FROM",
    "LEAKING",
    "MARGINS",
    "MONTHS",
    "NEW_CUSTOMER",
    "OVER_FORECASTS",
    "PRICE_ON_WINNING",
    "QUOTE_DAYS",
    "REASONS",
    "ROLE_ON_WINNING",
    "ROOM",
    "SALES_GROWTH",
    "SALES_START",
    "SEASON",
    "SPEED_ON_WINNING",
    "STAGES",
    "STEPS",
    "Channel",
]

from dataclasses import dataclass

LEADS_FROM = "2023-03-01"  # a sale takes 210 days at most, from the lead to the first order


@dataclass(frozen=True)
class Channel:
    """One source of leads: its share of the leads, what a lead costs and how good it is."""

    kind: str
    share: int
    cost_per_lead: int  # euros
    hours_per_lead: float  # selling time
    fit: float  # mean mark, 0 to 10
    interest: float
    lift: float  # on the log odds of a deal, beyond what fit and interest say


CHANNELS = {
    "references": Channel("network", 9, 62, 1.6, 6.9, 6.6, 0.55),
    "networking": Channel("network", 6, 118, 2.0, 6.5, 6.0, 0.5),
    "trade fair": Channel("event", 12, 96, 1.4, 6.1, 6.2, 0.45),
    "website": Channel("online", 20, 48, 0.9, 5.3, 5.8, 0.2),
    "trade press": Channel("bought", 7, 84, 0.9, 5.4, 5.0, 0.1),
    "online campaign": Channel("online", 22, 30, 0.8, 3.5, 4.0, -1.0),
    "address list": Channel("bought", 14, 22, 1.0, 3.4, 2.4, -1.2),
    "cold calling": Channel("bought", 10, 82, 1.8, 4.5, 3.0, -0.1),
}
FIT_ON_DEAL = 0.42  # log odds of a deal, per mark of fit
INTEREST_ON_DEAL = 0.40
AT_FIVE_AND_FIVE = -0.62  # log odds of a deal for a lead marked 5 and 5

STAGES = ("qualified", "visit", "trial", "quote", "negotiation")
LEAKING = "trial"  # after a trial nobody asks for the decision: the next step is often missed
# Chance of going on to the next stage; from the quote on, price and speed decide.
STEPS = {
    "new customer": {"qualified": 0.87, "visit": 0.84, "trial": 0.55},
    "growth": {"qualified": 0.93, "visit": 0.88, "trial": 0.62},
}
FAILS_BEFORE_TALKS = 0.55  # share of the failing quotes that never reach the negotiation
# Days that a step takes, least and most; a quote takes its own days on top of these.
DAYS = {
    "lead": (3, 21),
    "qualified": (4, 18),
    "visit": (6, 24),
    "trial": (14, 35),
    "quote": (4, 16),
    "negotiation": (4, 28),
    "start": (7, 28),  # from the decision to the first order
}
# What a representative with a sound view writes as the chance of winning, by stage.
CHANCES = {"qualified": 0.2, "visit": 0.25, "trial": 0.3, "quote": 0.5, "negotiation": 0.68}
NEW_CUSTOMER, GROWTH = "new customer", "growth"
GROWTH_DEALS = 1.0  # tried per account in the three years, before those of non-customers go

# Log odds of winning a quote.
PRICE_ON_WINNING = {"price": -11.5, "value": -1.2}  # per 1.0 of price index, 0.1 = 10 % dearer
SPEED_ON_WINNING = -0.17  # per day between request and quote
ROLE_ON_WINNING = {  # hunters open, farmers grow
    ("hunter", NEW_CUSTOMER): 0.75,
    ("farmer", NEW_CUSTOMER): -0.35,
    ("hunter", GROWTH): -0.1,
    ("farmer", GROWTH): 1.2,
}
QUOTE_DAYS = 5.0  # median time to a quote
# What the representative writes beside a lost quote, whatever the cause.
REASONS = {"price": 62, "delivery time": 7, "other supplier": 14, "no decision": 17}

# Sales per month as a factor of the year's mean, January first.
SEASON = {
    "office": (1.10, 1.06, 1.06, 1.00, 0.96, 0.94, 0.76, 0.72, 1.04, 1.10, 1.14, 1.12),
    "hospitality": (0.80, 0.84, 0.94, 1.04, 1.12, 1.14, 1.06, 1.04, 1.04, 0.98, 0.92, 1.08),
    "public sector": (1.06, 1.04, 1.08, 1.02, 0.98, 0.94, 0.72, 0.74, 1.08, 1.12, 1.14, 1.08),
    "reseller": (0.86, 0.88, 0.98, 1.00, 1.00, 0.98, 0.88, 0.86, 1.04, 1.12, 1.22, 1.18),
}
MONTHS = 60
SALES_START = "2021-10"
SALES_GROWTH = 0.08  # a year, in the two years before the orders are on record
MARGINS = {"beans": 0.42, "service": 0.5, "machine": 0.3, "project": 0.26}  # of the list value

# Forecast of a representative divided by what came in.
BIAS = (0.95, 0.97, 0.98, 1.0, 1.0, 1.01, 1.02, 1.04, 1.06, 0.9)
OVER_FORECASTS = 1.35
FORECAST_NOISE = 0.09
# Of the large customers this share buys most of its coffee elsewhere: room to grow.
ROOM = 0.35
