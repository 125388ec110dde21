"""Chapter 1: the exercises of the workbook on satisfaction, loyalty and complaints."""

from .complaints import COMPLAINTS
from .surveys import SURVEYS

__all__ = ["EXERCISES"]

EXERCISES = (*SURVEYS, *COMPLAINTS)
