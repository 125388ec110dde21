"""Chapter 4, value proposition (Waardepropositie): what an offer is worth, and what it leaves.

==========================  ===============================================================
``economic_value``          what an offer is worth next to its best alternative (EVC)
``perceived_value``         benefits against sacrifices
``value_over_years``        a yearly saving in today's euros
``value_customer_type``     intrinsic, extrinsic or strategic value customer
``sellogram``               product features against the customer's motives
``quote_margin``            pre-calculation: cost, price, margin, and what a discount does
``volume_needed``           orders needed at a discount to earn the same
``price_for_margin``        the price that leaves a margin, as a fraction of the price
``price_for_mark_up``       the price with a surcharge, as a fraction of the cost
``quote_quality``           a quote marked on a checklist
``win_loss``                lost quotes: was it the price, or the time it took?
==========================  ===============================================================

Amounts are euros, rates are fractions (0.25, not 25). Wrong input raises a ``ValueError``
whose sentence names the value, its place and the remedy.
"""

from salesedu._value.arguments import Argument, Sellogram, sellogram
from salesedu._value.customers import (
    SELLING_MODES,
    VALUE_CUSTOMERS,
    ValueCustomer,
    value_customer_type,
)
from salesedu._value.economic import (
    EconomicValue,
    PerceivedValue,
    ValueStep,
    economic_value,
    perceived_value,
    value_over_years,
)
from salesedu._value.lost import PRICE_BANDS, SPEED_BANDS, FactorEffect, WinLoss, WinRate, win_loss
from salesedu._value.margin import (
    QuoteMargin,
    price_for_margin,
    price_for_mark_up,
    quote_margin,
    volume_needed,
)
from salesedu._value.quotes import QUOTE_ITEMS, QuoteQuality, quote_quality

__all__ = [
    "PRICE_BANDS",
    "QUOTE_ITEMS",
    "SELLING_MODES",
    "SPEED_BANDS",
    "VALUE_CUSTOMERS",
    "Argument",
    "EconomicValue",
    "FactorEffect",
    "PerceivedValue",
    "QuoteMargin",
    "QuoteQuality",
    "Sellogram",
    "ValueCustomer",
    "ValueStep",
    "WinLoss",
    "WinRate",
    "economic_value",
    "perceived_value",
    "price_for_margin",
    "price_for_mark_up",
    "quote_margin",
    "quote_quality",
    "sellogram",
    "value_customer_type",
    "value_over_years",
    "volume_needed",
    "win_loss",
]
