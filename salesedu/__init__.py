"""salesedu: an open, living course in B2B sales.

Six verbs for a learner, each loaded only when it is used, so that ``import salesedu`` stays light:

=============  ====================================================================
``explore``    play with a model: ``explore("nps")``
``quiz``       questions with feedback: ``quiz("customers")``
``exam``       forty questions across the chapters: ``exam()``
``cards``      the terms of a chapter, English and Dutch: ``cards("customers")``
``check``      judge an exercise of a workbook: ``check("customers-1", answer)``
``load``       a table of the case company: ``load("surveys")``
=============  ====================================================================

The chapters are plain modules: ``from salesedu import customers``.

Examples
--------
>>> from salesedu import customers
>>> customers.net_promoter_score([10, 9, 8, 3]).score
25.0
"""

from importlib import import_module

__version__ = "0.3.0"
__all__ = ["cards", "check", "exam", "explore", "load", "quiz"]

_HOMES = {
    "cards": "salesedu.widgets",
    "check": "salesedu.exercises",
    "exam": "salesedu.widgets",
    "explore": "salesedu.widgets",
    "load": "salesedu.company",
    "quiz": "salesedu.widgets",
}


def __getattr__(name: str):
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'salesedu' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
