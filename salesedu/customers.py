"""Chapter 1, customer centrality (De klant centraal): what customers say and what it is worth.

================================  =========================================================
``net_promoter_score``            would they recommend you? with its 95 % margin
``net_promoter_score_of_counts``  the same from three counts
``responses_for_margin``          how many answers a margin asks for
``satisfaction_gap``              what they expected against what they got
``recovery_value``                what handling complaints is worth in repeat business
``expected_loss``                 what customers who do not come back take with them
``value_discipline``              which discipline leads, and which fall below the threshold
``value_chain``                   where the revenue goes, and what is left
``kpi_attainment``                how much of a target has been reached
================================  =========================================================

Amounts are euros, rates are fractions (0.25, not 25). Wrong input raises a ``ValueError``
whose sentence names the value, its place and the remedy.
"""

from salesedu._customers.net_promoter import (
    NetPromoterScore,
    net_promoter_score,
    net_promoter_score_of_counts,
    responses_for_margin,
    share_of_detractors,
    share_of_passives,
    share_of_promoters,
)
from salesedu._customers.recovery import RecoveryValue, expected_loss, recovery_value
from salesedu._customers.satisfaction import DIMENSIONS, SatisfactionGap, satisfaction_gap
from salesedu._customers.strategy import (
    DISCIPLINES,
    PRIMARY_ACTIVITIES,
    SUPPORT_ACTIVITIES,
    KpiAttainment,
    ValueChain,
    ValueDiscipline,
    kpi_attainment,
    value_chain,
    value_discipline,
)

__all__ = [
    "DIMENSIONS",
    "DISCIPLINES",
    "PRIMARY_ACTIVITIES",
    "SUPPORT_ACTIVITIES",
    "KpiAttainment",
    "NetPromoterScore",
    "RecoveryValue",
    "SatisfactionGap",
    "ValueChain",
    "ValueDiscipline",
    "expected_loss",
    "kpi_attainment",
    "net_promoter_score",
    "net_promoter_score_of_counts",
    "recovery_value",
    "responses_for_margin",
    "satisfaction_gap",
    "share_of_detractors",
    "share_of_passives",
    "share_of_promoters",
    "value_chain",
    "value_discipline",
]
