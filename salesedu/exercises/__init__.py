"""``check``: judge the exercises of a workbook from the data, with feedback that teaches.

The exercises of a chapter stand in the module of its name here; a new module is found by itself.
"""

from .ladder import check, reset

__all__ = ["check", "reset"]
