"""Chapter 7: the exercises of the workbook on visits, key accounts and an account plan."""

from .choices import CHOICES
from .targets import TARGETS
from .visits import VISITS

__all__ = ["EXERCISES"]

EXERCISES = (*VISITS, *TARGETS, *CHOICES)
