"""Chapter 3: the exercises of the workbook on channels, lead scores, wallets and tenders."""

from .channels import CHANNELS
from .choices import CHOICES

__all__ = ["EXERCISES"]

EXERCISES = (*CHANNELS, *CHOICES)
