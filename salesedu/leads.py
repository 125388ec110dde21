"""Chapter 3, lead management (Leadmanagement): where leads come from and which to go after.

===========================  ==============================================================
``channel_result``           one channel: cost per lead, per order, per euro of margin
``channel_economics``        channels side by side; cheap per lead, dear per order
``online_funnel``            visit, click, form, lead, and the weakest step
``cold_calling``             what calling strangers brings and costs
``calls_needed``             calls that are expected to bring so many orders
``lead_score``               fit × interest, a grade, and whether sales should visit
``threshold_tradeoff``       missed deals against wasted visits, for every threshold
``price_points``             points for one price in a tender
``tender_points``            award on weighted points, with knock-out criteria
``award_on_value``           award on value: the lowest notional price wins
``compare_awards``           the same bids awarded in both ways
``bid_decision``             bid or no bid, with knock-outs that no score outweighs
``share_of_wallet``          what a known customer spends with you and elsewhere
``growth_potential``         where among known customers the most growth is left
``wallet_share_of_rank``     the share to expect from your place in the customer's ranking
===========================  ==============================================================

Amounts are euros, rates are fractions (0.25, not 25). Wrong input raises a ``ValueError``
whose sentence names the value, its place and the remedy.
"""

from salesedu._leads.calling import ColdCalling, calls_needed, cold_calling
from salesedu._leads.channels import Channel, ChannelEconomics, channel_economics, channel_result
from salesedu._leads.decision import KNOCK_OUTS, BidDecision, bid_decision
from salesedu._leads.notional import (
    AwardOnValue,
    BidOnValue,
    TenderComparison,
    award_on_value,
    compare_awards,
)
from salesedu._leads.online import STEPS, OnlineFunnel, online_funnel
from salesedu._leads.scoring import LeadScore, lead_score
from salesedu._leads.tenders import (
    PRICE_FORMULAS,
    BidPoints,
    TenderPoints,
    price_points,
    tender_points,
)
from salesedu._leads.threshold import ThresholdPoint, ThresholdTradeoff, threshold_tradeoff
from salesedu._leads.wallet import (
    GrowthPotential,
    ShareOfWallet,
    growth_potential,
    share_of_wallet,
    wallet_share_of_rank,
)

__all__ = [
    "KNOCK_OUTS",
    "PRICE_FORMULAS",
    "STEPS",
    "AwardOnValue",
    "BidDecision",
    "BidOnValue",
    "BidPoints",
    "Channel",
    "ChannelEconomics",
    "ColdCalling",
    "GrowthPotential",
    "LeadScore",
    "OnlineFunnel",
    "ShareOfWallet",
    "TenderComparison",
    "TenderPoints",
    "ThresholdPoint",
    "ThresholdTradeoff",
    "award_on_value",
    "bid_decision",
    "calls_needed",
    "channel_economics",
    "channel_result",
    "cold_calling",
    "compare_awards",
    "growth_potential",
    "lead_score",
    "online_funnel",
    "price_points",
    "share_of_wallet",
    "tender_points",
    "threshold_tradeoff",
    "wallet_share_of_rank",
]
