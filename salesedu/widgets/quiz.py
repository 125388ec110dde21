"""``quiz("customers")``: the questions of a chapter, or a few of them, as a widget."""

import anywidget
import traitlets

from salesedu import concepts
from salesedu.concepts.edition import current
from salesedu.concepts.source import did_you_mean
from salesedu.questions import bank
from salesedu.widgets import fallback
from salesedu.widgets.assemble import assemble, stylesheet

__all__ = ["QuizWidget", "quiz"]


class QuizWidget(anywidget.AnyWidget):
    """Baked questions; the front end shows, grades and remembers them by itself."""

    _esm = assemble("quiz")
    _css = stylesheet("tokens", "base", "quiz")

    quiz = traitlets.Dict(help="id, title, chapter, course and the baked questions").tag(sync=True)

    def __repr__(self) -> str:
        return f"Quiz({self.quiz.get('id', '')!r}, questions={len(self.quiz.get('questions', ()))})"

    def _repr_mimebundle_(self, **kwargs):
        return fallback.with_html(super()._repr_mimebundle_(**kwargs), self)


def _chosen(names: tuple[str, ...], in_text: bool | None) -> list:
    if len(names) == 1 and names[0] in bank.chapters_with_questions():
        return [one for one in bank.load(names[0]) if in_text is None or one.in_text == in_text]
    known = {one.id: one for one in bank.questions()}
    for name in names:
        if name not in known:
            advice = did_you_mean(name, [*bank.chapters_with_questions(), *known])
            raise ValueError(f"There is no chapter or question {name!r}; {advice}")
    return [known[name] for name in names]


def quiz(name: str, *more: str, in_text: bool | None = None) -> QuizWidget:
    """Show questions that answer back.

    Parameters
    ----------
    name : str
        A chapter (``"customers"``: all its questions) or the id of one question.
    *more : str
        Ids of further questions, shown below the first.
    in_text : bool, optional
        Of a chapter only the questions that stand inside its text (True) or only those of the quiz
        at its end (False).

    Raises
    ------
    ValueError
        If there is no chapter or question of that name; the message suggests the nearest.

    Examples
    --------
    >>> quiz("customers-satisfied-not-loyal")
    Quiz('customers-satisfied-not-loyal', questions=1)
    """
    questions = _chosen((name, *more), in_text)
    chapter = concepts.load(questions[0].chapter if questions else name)
    whole = len(questions) != 1 + len(more) or name == chapter.key
    return QuizWidget(
        quiz={
            "id": name if not more else "+".join((name, *more)),
            "title": f"Quiz: {chapter.title}" if whole else "Check yourself",
            "chapter": chapter.key,
            "chapter_title": chapter.title,
            "course": current().course,
            "questions": [bank.published(question) for question in questions],
        }
    )
