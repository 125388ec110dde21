"""The parts of an explorer: controls, figures, a view, documents, a prediction.

Everything is frozen, checks itself when made, and turns into plain JSON with ``as_dict()``, so
that one description serves the page, JupyterLab and the printed book.

===============  ==============================================================
``controls``     a slider, a choice, a switch, a text
``sheet``        a table to fill in: rows with ticks, levels, choices and words
``view``         what is shown: figures, chart, sentence, documents
``explorer``     the whole, and the guess that is asked first
``markdown``     blocks of a document that a learner takes along
===============  ==============================================================
"""

from salesedu.explorers.parts import markdown
from salesedu.explorers.parts.controls import Choice, Slider, Toggle, Words
from salesedu.explorers.parts.explorer import Explorer, Prediction, Step
from salesedu.explorers.parts.sheet import Entry, Level, Pick, Sheet, Tick
from salesedu.explorers.parts.view import Document, Kpi, View

__all__ = [
    "Choice",
    "Document",
    "Entry",
    "Explorer",
    "Kpi",
    "Level",
    "Pick",
    "Prediction",
    "Sheet",
    "Slider",
    "Step",
    "Tick",
    "Toggle",
    "View",
    "Words",
    "markdown",
]
