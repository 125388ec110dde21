"""Chapter 8: the exercises of the workbook that judges the sales factory from the books."""

from .rooms import ROOMS
from .scores import SCORES

__all__ = ["EXERCISES"]

EXERCISES = (*ROOMS, *SCORES)
