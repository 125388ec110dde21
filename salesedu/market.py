"""Chapter 2, market analysis and the sales plan (Van markt naar verkoopplan).

==========================  ================================================================
``cascade_target``          a company target handed down to teams and people
``roll_up``                 what accounts expect, added up to the company
``target_gap``              target and plan side by side, and where the gap sits
``commission_plan``         base, variable, threshold, accelerator and cap
``earnings``                what a year's sales earn under such a plan
``pay_curve``               the whole plan as one curve
``scorecard``               balanced scorecard: four perspectives, weighted attainment
``market_potential``        how large a market is, by the chain ratio
``sales_force_composite``   representatives' estimates, corrected for their bias
``jury_estimate``           the opinions of an expert jury in one figure
``delphi``                  rounds of anonymous estimates, and whether they converge
``buyer_intentions``        expected sales from a survey of intentions
``naive``                   the last value again
``seasonal_naive``          the same month of last year again
``moving_average``          the mean of the last few values
``linear_trend``            a straight line through the history
``exponential_smoothing``   learn a part of every surprise
``holt``                    smoothing of level and trend
``holt_winters``            smoothing of level, trend and season
``trend_and_season``        a straight line with seasonal indices
``centred_moving_average``  the trend with the season averaged out
``seasonal_indices``        how each month differs from the average one
``history_pattern``         how clear trend and season are
``accuracy``                bias, MAE, RMSE, MAPE, MASE
``compare_forecasts``       hide the last year, forecast it with every method, rank them
``segment_attractiveness``  which segment to serve first
``positioning_map``         who is close to whom, and where nobody stands
``position_distance``       distance between two places on such a map
``ansoff``                  growth matrix: strategy, risk, advice
``business_definition``     Abell and Hammond: groups × needs × technologies
``compare_offers``          your offer against the competitors', with USPs
==========================  ================================================================

Amounts are euros, rates are fractions (0.25, not 25), histories run from old to new. Wrong input
raises a ``ValueError`` whose sentence names the value, its place and the remedy.
"""

from salesedu._market.accuracy import Accuracy, accuracy
from salesedu._market.commission import CommissionPlan, commission_plan
from salesedu._market.comparison import (
    FORECAST_METHODS,
    ForecastComparison,
    MethodResult,
    compare_forecasts,
)
from salesedu._market.growth import (
    BusinessDefinition,
    GrowthStrategy,
    ansoff,
    business_definition,
)
from salesedu._market.judgement import (
    BuyerIntentions,
    Delphi,
    DelphiRound,
    JuryEstimate,
    buyer_intentions,
    delphi,
    jury_estimate,
)
from salesedu._market.offers import OfferComparison, compare_offers
from salesedu._market.pattern import HistoryPattern, history_pattern
from salesedu._market.pay import Earnings, PayPoint, earnings, pay_curve
from salesedu._market.positioning import (
    OpenSpot,
    PositioningMap,
    position_distance,
    positioning_map,
)
from salesedu._market.potential import ChainLink, MarketPotential, market_potential
from salesedu._market.sales_force import (
    RepresentativeForecast,
    SalesForceComposite,
    sales_force_composite,
)
from salesedu._market.scorecard import PERSPECTIVES, Scorecard, ScorecardLine, scorecard
from salesedu._market.seasons import (
    SeasonalIndices,
    centred_moving_average,
    seasonal_indices,
    trend_and_season,
)
from salesedu._market.segments import (
    SegmentAttractiveness,
    SegmentLine,
    segment_attractiveness,
)
from salesedu._market.series import Forecast
from salesedu._market.simple_forecasts import (
    linear_trend,
    moving_average,
    naive,
    seasonal_naive,
)
from salesedu._market.smoothing import exponential_smoothing, holt
from salesedu._market.target_gap import GapLine, TargetGap, target_gap
from salesedu._market.target_tree import TargetLine
from salesedu._market.targets import RollUp, TargetCascade, cascade_target, roll_up
from salesedu._market.winters import holt_winters

__all__ = [
    "FORECAST_METHODS",
    "PERSPECTIVES",
    "Accuracy",
    "BusinessDefinition",
    "BuyerIntentions",
    "ChainLink",
    "CommissionPlan",
    "Delphi",
    "DelphiRound",
    "Earnings",
    "Forecast",
    "ForecastComparison",
    "GapLine",
    "GrowthStrategy",
    "HistoryPattern",
    "JuryEstimate",
    "MarketPotential",
    "MethodResult",
    "OfferComparison",
    "OpenSpot",
    "PayPoint",
    "PositioningMap",
    "RepresentativeForecast",
    "RollUp",
    "SalesForceComposite",
    "Scorecard",
    "ScorecardLine",
    "SeasonalIndices",
    "SegmentAttractiveness",
    "SegmentLine",
    "TargetCascade",
    "TargetGap",
    "TargetLine",
    "accuracy",
    "ansoff",
    "business_definition",
    "buyer_intentions",
    "cascade_target",
    "centred_moving_average",
    "commission_plan",
    "compare_forecasts",
    "compare_offers",
    "delphi",
    "earnings",
    "exponential_smoothing",
    "history_pattern",
    "holt",
    "holt_winters",
    "jury_estimate",
    "linear_trend",
    "market_potential",
    "moving_average",
    "naive",
    "pay_curve",
    "position_distance",
    "positioning_map",
    "roll_up",
    "sales_force_composite",
    "scorecard",
    "seasonal_indices",
    "seasonal_naive",
    "segment_attractiveness",
    "target_gap",
    "trend_and_season",
]
