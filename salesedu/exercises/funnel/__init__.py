"""Chapter 5: the exercises of the workbook on the leak and the chance of the quarter."""

from .leak import LEAK
from .money import MONEY
from .quarter import QUARTER

__all__ = ["EXERCISES"]

EXERCISES = (*LEAK, *MONEY, *QUARTER)
