"""Chapter 5, sales funnel and sales cycle (Salesfunnel en verkoopcyclus).

============================  =======================================================================
``buying_situation``          straight rebuy, modified rebuy or new task
``kraljic``                   routine, leverage, bottleneck or strategic, and how to sell into it
``decoupling_point``          what an order decides: LOOP 1–5, standard to turnkey
``customer_lead_time``        how long the customer waits at such a point
``run_funnel``                the funnel forwards: what is left at each stage
``leads_needed``              the funnel backwards: what must go in for a target
``stage_conversions``         conversions from counts, and where the funnel leaks
``conversions_from_history``  the same from the stage history of each deal
``best_lever``                coach, more actions, more problem analysis, train: orders per euro
``integral_funnel``           marketing and sales in one, from thousands to orders, with costs
``hit_rates``                 hit rates from what earlier campaigns did
``media_effectiveness``       reach × response × conversion per medium, and what changed
``media_acceleration``        what an extra action adds to a medium
``weighted_pipeline``         open deals times their chances, by stage too
``velocity``                  deals × value × win rate / cycle days
``chance_calibration``        were the chances that sellers gave honest?
``simulate_pipeline``         what the quarter may bring, by drawing lots ten thousand times
============================  =======================================================================

Amounts are euros, rates and chances are fractions (0.25, not 25). Wrong input raises a
``ValueError`` whose sentence names the value, its place and the remedy.
"""

from salesedu._funnel.acceleration import Acceleration, media_acceleration
from salesedu._funnel.calibration import Calibration, CalibrationBand, chance_calibration
from salesedu._funnel.conversions import StageConversions, conversions_from_history, stage_conversions
from salesedu._funnel.decoupling import (
    DECOUPLING_POINTS,
    LEAD_TIME_STEPS,
    DecouplingPoint,
    LeadTime,
    customer_lead_time,
    decoupling_point,
)
from salesedu._funnel.hit_rates import HitRates, hit_rates
from salesedu._funnel.integral import IntegralFunnel, Phase, integral_funnel
from salesedu._funnel.interventions import INTERVENTIONS, Intervention
from salesedu._funnel.levers import BestLever, Lever, best_lever
from salesedu._funnel.media import MediaEffectiveness, Medium, media_effectiveness
from salesedu._funnel.pipeline import PipelineStage, Velocity, WeightedPipeline, velocity, weighted_pipeline
from salesedu._funnel.purchasing import QUADRANTS, Kraljic, kraljic
from salesedu._funnel.response import RESPONSE_STAGES
from salesedu._funnel.runs import FunnelRun, leads_needed, run_funnel
from salesedu._funnel.simulation import OutcomeBin, SimulatedPipeline, simulate_pipeline
from salesedu._funnel.situations import BUYING_SITUATIONS, BuyingSituation, buying_situation

__all__ = [
    "BUYING_SITUATIONS",
    "DECOUPLING_POINTS",
    "INTERVENTIONS",
    "LEAD_TIME_STEPS",
    "QUADRANTS",
    "RESPONSE_STAGES",
    "Acceleration",
    "BestLever",
    "BuyingSituation",
    "Calibration",
    "CalibrationBand",
    "DecouplingPoint",
    "FunnelRun",
    "HitRates",
    "IntegralFunnel",
    "Intervention",
    "Kraljic",
    "LeadTime",
    "Lever",
    "MediaEffectiveness",
    "Medium",
    "OutcomeBin",
    "Phase",
    "PipelineStage",
    "SimulatedPipeline",
    "StageConversions",
    "Velocity",
    "WeightedPipeline",
    "best_lever",
    "buying_situation",
    "chance_calibration",
    "conversions_from_history",
    "customer_lead_time",
    "decoupling_point",
    "hit_rates",
    "integral_funnel",
    "kraljic",
    "leads_needed",
    "media_acceleration",
    "media_effectiveness",
    "run_funnel",
    "simulate_pipeline",
    "stage_conversions",
    "velocity",
    "weighted_pipeline",
]
