"""Chapter 6: the exercises of the workbook on the pyramid, who leaves and what a customer is worth."""

from .layers import LAYERS
from .worth import WORTH

__all__ = ["EXERCISES"]

EXERCISES = (*LAYERS, *WORTH)
