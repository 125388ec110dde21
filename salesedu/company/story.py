"""What is true at Noorderlicht Koffie: every effect a learner can find in the data, as a number.

Noorderlicht Koffie (fictional) sells and services coffee machines and beans to offices,
hospitality, the public sector and resellers. Contracts run for a year; customers renew on the
anniversary, or leave.

The recovery paradox is planted as a trap. Customers of more than three years complain sooner, and
their complaints are handled better; they would also have stayed anyway. So customers with a well
handled complaint renew more often than customers without one, although, among customers of equally
long standing, a good answer to a minor complaint only makes up for it; a severe one still costs.
"""

__all__ = [
    "ACCOUNTS",
    "AFTER_A_PROBLEM",
    "BUYS_ON_PRICE",
    "CONTRACT_GROWTH",
    "DIMENSIONS",
    "FIRST_DAY",
    "GAPS",
    "HANDLED_WELL",
    "LAST_DAY",
    "MOOD_ON_RENEWAL",
    "NPS_MEANS",
    "PRICE_LED_ON_PRICE",
    "PROBLEM",
    "RENEWS",
    "SEED",
    "SEGMENTS",
    "SEVERE",
    "TOP_FIFTH",
    "VOICED",
    "YOUNG_UNTIL",
]

SEED = 2026  # of the company that everybody shares
FIRST_DAY, LAST_DAY = "2023-10-01", "2026-09-30"
ACCOUNTS = 1_600
CONTRACT_GROWTH = 0.03  # of the value of one contract, a year
SEGMENTS = {"office": 45, "hospitality": 27, "public sector": 12, "reseller": 16}

# The mean answer to "would you recommend us?" before rounding to 0..10; the order is the finding.
NPS_MEANS = {"public sector": 8.55, "office": 8.05, "reseller": 7.45, "hospitality": 6.85}

DIMENSIONS = ("product", "service", "price", "availability")
# Perceived minus expected, in points of a 1..10 mark: each segment is let down by something else.
GAPS = {
    "office": {"product": 0.1, "service": 0.0, "price": -1.2, "availability": 0.1},
    "hospitality": {"product": -0.1, "service": -0.4, "price": -0.3, "availability": -1.8},
    "public sector": {"product": -0.8, "service": 0.3, "price": 0.0, "availability": 0.2},
    "reseller": {"product": 0.0, "service": -1.4, "price": -0.5, "availability": -0.2},
}

YOUNG_UNTIL = 3  # years: up to the third renewal a customer is young, after it established
PROBLEM = 0.5  # chance that something goes wrong in a contract year
SEVERE = 0.25  # share of the problems that is severe
# By standing and severity: does the customer say so, and is the complaint then handled well?
VOICED = {
    ("young", "minor"): 0.30,
    ("young", "severe"): 0.38,
    ("established", "minor"): 0.88,
    ("established", "severe"): 0.94,
}
HANDLED_WELL = {
    ("young", "minor"): 0.55,
    ("young", "severe"): 0.45,
    ("established", "minor"): 0.84,
    ("established", "severe"): 0.74,
}
# Chance of renewing, by standing and by what happened in the contract year.
RENEWS = {
    "young": {
        "nothing": 0.69,
        "silent minor": 0.58,
        "silent severe": 0.36,
        "minor well": 0.65,
        "minor badly": 0.46,
        "severe well": 0.46,
        "severe badly": 0.28,
    },
    "established": {
        "nothing": 0.95,
        "silent minor": 0.84,
        "silent severe": 0.58,
        "minor well": 0.95,
        "minor badly": 0.76,
        "severe well": 0.79,
        "severe badly": 0.52,
    },
}

# What a problem does to the answers of the half year after it, in points of the 0..10 answer.
AFTER_A_PROBLEM = {
    "nothing": 0.0,
    "silent minor": -1.2,
    "silent severe": -2.4,
    "minor well": 0.1,
    "minor badly": -1.6,
    "severe well": -0.8,
    "severe badly": -2.8,
}
MOOD_ON_RENEWAL = 0.06  # a customer one standard deviation happier renews this much more often
BUYS_ON_PRICE = 0.4  # share of the customers that decides on price rather than on value
PRICE_LED_ON_PRICE = -0.9  # how much lower a price-led customer marks the price
TOP_FIFTH = 0.75  # about this share of the contract value comes from the largest fifth of customers
