"""Chapter 4: the exercises of the workbook on lost quotes, discounts and a price cut."""

from .decision import DECISION
from .lost import LOST

__all__ = ["EXERCISES"]

EXERCISES = (*LOST, *DECISION)
