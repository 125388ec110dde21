"""Chapter 8, the sales factory (De salesfabriek): an organisation judged block by block, with evidence.

========================  =================================================================
``BLOCKS``                the eleven building blocks: question, levels, where they are taught
``block``                 one of them, by key, number or name
``assess``                scores and importance: level, gaps, radar, blind spots
``weighted_level``        the weighted mean score by itself
``priorities``            gaps by importance, each with the next step up
``compare``               two assessments: a year later, or by two people
``suggested_score``       the score that a figure suggests, by agreed thresholds
``suggested_scores``      the mean suggestion of all evidence, for each block
``evidence_by_block``     evidence sorted by block
``report``                a report on all of it, with ``to_markdown()``
``CASE``                  evidence from the books of Noorderlicht Koffie
========================  =================================================================

Scores and levels run from 1 to 5; a block without a score is None and never 0. Wrong input raises
a ``ValueError`` whose sentence names the value, its place and the remedy.
"""

from salesedu._factory.assessment import Assessment, assess
from salesedu._factory.blind_spots import BlindSpot
from salesedu._factory.block import Block
from salesedu._factory.block_line import BlockLine
from salesedu._factory.blocks import BLOCKS, block
from salesedu._factory.case import CASE
from salesedu._factory.choice import WANTED
from salesedu._factory.comparison import Comparison, DifferenceLine, compare
from salesedu._factory.document import Action, Report, report
from salesedu._factory.evidence import (
    Evidence,
    Suggestion,
    evidence_by_block,
    suggested_score,
    suggested_scores,
)
from salesedu._factory.places import Place
from salesedu._factory.radar import RadarPoint
from salesedu._factory.ranking import Priorities, Priority, priorities
from salesedu._factory.weighted import weighted_level

__all__ = [
    "BLOCKS",
    "CASE",
    "WANTED",
    "Action",
    "Assessment",
    "BlindSpot",
    "Block",
    "BlockLine",
    "Comparison",
    "DifferenceLine",
    "Evidence",
    "Place",
    "Priorities",
    "Priority",
    "RadarPoint",
    "Report",
    "Suggestion",
    "assess",
    "block",
    "compare",
    "evidence_by_block",
    "priorities",
    "report",
    "suggested_score",
    "suggested_scores",
    "weighted_level",
]
