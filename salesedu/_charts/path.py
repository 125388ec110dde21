"""A line through many points, for charts that show a curve or a history."""

from salesedu._marks import Ends

__all__ = ["path"]


def path(data: str, across: Ends, inset: int = 0, **look: object) -> dict:
    """A line through the rows in the order of their ``step``, each at ``at`` and ``y`` (pixels)."""
    scale = {"domain": list(across), "nice": False, "zero": False, "padding": inset}
    return {
        "data": {"name": data},
        "mark": {"type": "line", "strokeJoin": "round", **look},
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "scale": scale, "axis": None},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
            "order": {"field": "step", "type": "quantitative"},
        },
    }
