"""Chapter 2: the exercises of the workbook on forecasts, targets, pay and segments."""

from .forecasts import FORECASTS
from .plans import PLANS

__all__ = ["EXERCISES"]

EXERCISES = (*FORECASTS, *PLANS)
