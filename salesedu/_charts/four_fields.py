"""What charts of two questions share: four fields that meet at a line, and the heights in them."""

from collections.abc import Callable

from salesedu import _marks as mark
from salesedu._charts.labels import INSET
from salesedu._marks import Ends

__all__ = ["field_of", "fills_of", "heights"]


def heights(top: float, bottom: float, ends: Ends) -> Callable[[float], float]:
    """From a value to its height in the chart, in pixels from above."""
    return lambda value: round(bottom - (bottom - top) * mark.share_of(value, ends), 2)


def field_of(right: bool, upper: bool, cuts: tuple[float, float], ends: Ends, y: Callable[[float], float]) -> dict:
    """The ground of one field; `cuts` is where the fields meet, across and upwards."""
    low, high = ends
    across, up = cuts
    start, end = (across, high) if right else (low, across)
    top, bottom = (y(high), y(up)) if upper else (y(up), y(low))
    return {"start": start, "end": end, "top": top, "bottom": bottom}


def fills_of(dataset: str, ends: Ends) -> dict:
    """The layer that paints the fields, each as strongly as its ``strength``."""
    return mark.bars(dataset, ends, INSET, tinted=True, cornerRadius=0)
