"""What a learner sees and touches: four widgets, the same in JupyterLab and on a published page.

=============  ===========================================================
``explore``    a model to play with (``explorer.py``, ``js/explorer.js``)
``quiz``       questions with feedback (``quiz.py``, ``js/quiz.js``)
``exam``       the final exam (``exam.py``, ``js/exam.js``)
``cards``      terms to learn (``cards.py``, ``js/cards.js``)
=============  ===========================================================

``assemble`` makes one module of the files in ``js/``; ``fallback`` is the printed form of each widget.
"""

from salesedu.widgets import fallback
from salesedu.widgets.cards import CardsWidget, cards
from salesedu.widgets.exam import ExamWidget, exam
from salesedu.widgets.explorer import ExplorerWidget, explore
from salesedu.widgets.nulls import keep_nulls
from salesedu.widgets.quiz import QuizWidget, quiz

__all__ = [
    "CardsWidget", "ExamWidget", "ExplorerWidget", "QuizWidget", "cards", "exam", "explore", "fallback", "quiz",
]

keep_nulls()
