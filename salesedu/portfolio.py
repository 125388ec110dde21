"""Chapter 6, customer portfolio management (Klantportfoliomanagement): who your customers are and what they are worth.

============================  ==============================================================
``customer_pyramid``          top, large, medium, small, inactive, prospects, suspects
``layer_sizes``               how many customers each layer holds
``pyramid_migration``         who climbed, fell, stayed, joined and left between two years
``pyramid_strategy``          keep, promote, recruit or drop one customer
``customer_profitability``    what a customer leaves after the cost to serve it
``abc_analysis``              the ranking cut into A, B and C
``pareto_share``              what the largest 20 % bring
``smallest_share``            how few customers bring 80 %
``rfm``                       recency, frequency and monetary value, scored and named
``rfm_of_orders``             the same from an order history
``rfm_group``                 the group that three scores belong to
``quintile_score``            in which fifth a value stands
``segment_by_criteria``       turnover, margin, potential and loyalty in one ranking
``relationship_strategy``     cherish, strengthen, maintain or phase out
``relationship_portfolio``    the same for all customers
``relationship_mark``         an amount as a mark from 0 to 10
``retention_rate``            who stayed, from the customers of two periods
``retention_rate_of_counts``  the same from three counts
``retention_by_year``         the same from an order history
``share_still_there``         what is left of a group after some periods
``customer_life``             how long a customer stays on average
``lifetime_value``            what a customer is worth in money, and one point of retention
``retention_budget``          whether spending on retention pays, and when
``importance_performance``    what to mend first after satisfaction research
``derived_importance``        what goes with satisfaction, asked or not
============================  ==============================================================

Amounts are euros, rates are fractions (0.25, not 25). Wrong input raises a ``ValueError``
whose sentence names the value, its place and the remedy.
"""

from salesedu._portfolio.behaviour import (
    RFM_GROUPS,
    Rfm,
    RfmGroup,
    RfmGroupTotal,
    RfmScore,
    rfm,
    rfm_group,
    rfm_of_orders,
)
from salesedu._portfolio.budget import RetentionBudget, retention_budget
from salesedu._portfolio.concentration import (
    AbcAnalysis,
    AbcClass,
    AbcLine,
    abc_analysis,
    pareto_share,
    smallest_share,
)
from salesedu._portfolio.criteria import (
    CriteriaLine,
    CriteriaSegmentation,
    segment_by_criteria,
)
from salesedu._portfolio.layer_words import PYRAMID_LAYERS
from salesedu._portfolio.layers import (
    LAYER_SHARES,
    BoundaryTie,
    CustomerPyramid,
    PyramidLayer,
    customer_pyramid,
    layer_sizes,
)
from salesedu._portfolio.lifetime import (
    LifetimeValue,
    LifetimeYear,
    lifetime_value,
)
from salesedu._portfolio.migration import (
    MIGRATION_LEVELS,
    MigrationCell,
    Move,
    PyramidMigration,
    pyramid_migration,
)
from salesedu._portfolio.profitability import (
    CustomerProfitability,
    PyramidStrategy,
    customer_profitability,
    pyramid_strategy,
)
from salesedu._portfolio.quintiles import quintile_score
from salesedu._portfolio.relationship import (
    RELATIONSHIP_STRATEGIES,
    RelationshipStrategy,
    relationship_mark,
    relationship_strategy,
)
from salesedu._portfolio.relationship_book import (
    RelationshipPortfolio,
    StrategyGroup,
    relationship_portfolio,
)
from salesedu._portfolio.research import (
    IMPORTANCE_QUADRANTS,
    ImportanceItem,
    ImportancePerformance,
    derived_importance,
    importance_performance,
)
from salesedu._portfolio.retention import (
    Retention,
    customer_life,
    retention_by_year,
    retention_rate,
    retention_rate_of_counts,
    share_still_there,
)

__all__ = [
    "IMPORTANCE_QUADRANTS",
    "LAYER_SHARES",
    "MIGRATION_LEVELS",
    "PYRAMID_LAYERS",
    "RELATIONSHIP_STRATEGIES",
    "RFM_GROUPS",
    "AbcAnalysis",
    "AbcClass",
    "AbcLine",
    "BoundaryTie",
    "CriteriaLine",
    "CriteriaSegmentation",
    "CustomerProfitability",
    "CustomerPyramid",
    "ImportanceItem",
    "ImportancePerformance",
    "LifetimeValue",
    "LifetimeYear",
    "MigrationCell",
    "Move",
    "PyramidLayer",
    "PyramidMigration",
    "PyramidStrategy",
    "RelationshipPortfolio",
    "RelationshipStrategy",
    "Retention",
    "RetentionBudget",
    "Rfm",
    "RfmGroup",
    "RfmGroupTotal",
    "RfmScore",
    "StrategyGroup",
    "abc_analysis",
    "customer_life",
    "customer_profitability",
    "customer_pyramid",
    "derived_importance",
    "importance_performance",
    "layer_sizes",
    "lifetime_value",
    "pareto_share",
    "pyramid_migration",
    "pyramid_strategy",
    "quintile_score",
    "relationship_mark",
    "relationship_portfolio",
    "relationship_strategy",
    "retention_budget",
    "retention_by_year",
    "retention_rate",
    "retention_rate_of_counts",
    "rfm",
    "rfm_group",
    "rfm_of_orders",
    "segment_by_criteria",
    "share_still_there",
    "smallest_share",
]
