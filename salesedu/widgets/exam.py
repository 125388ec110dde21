"""``exam()``: an exam across the chapters, drawn by its number."""

import json

import anywidget
import traitlets

from salesedu import concepts
from salesedu.concepts.edition import current
from salesedu.questions import exam as exams
from salesedu.widgets import fallback
from salesedu.widgets.assemble import assemble, stylesheet

__all__ = ["ExamWidget", "exam"]


class ExamWidget(anywidget.AnyWidget):
    """What an exam is drawn from; the front end draws, fetches the questions, grades and remembers by itself."""

    _esm = assemble("exam")
    _css = stylesheet("tokens", "base", "quiz", "exam")

    exam = traitlets.Dict(help="id, title, size, number, course, chapters and the index of questions").tag(sync=True)

    def __repr__(self) -> str:
        return f"Exam({self.exam.get('id', '')!r}, questions={self.exam.get('size', 0)})"

    def _repr_mimebundle_(self, **kwargs):
        return fallback.with_html(super()._repr_mimebundle_(**kwargs), self)

    @anywidget.experimental.command
    def pool(self, message, buffers):
        """Hand over the questions; a command that raises would send no reply at all."""
        del message, buffers
        try:
            chapters = [one["key"] for one in self.exam["chapters"]]
            return {"ok": True}, [json.dumps(exams.pool(chapters), ensure_ascii=False).encode()]
        except Exception as error:  # whatever it is, the learner gets a sentence
            return {"ok": False, "error": f"The questions could not be made: {error}"}, []


def exam(number: int | None = None, *, size: int | None = None, chapters: list[str] | None = None) -> ExamWidget:
    """Show an exam: choose a number and a clock, answer, hand in, see what to read again.

    Parameters
    ----------
    number : int, optional
        The exam number that is offered, 1 to 9999; without it, one at random. The same number always gives the
        same questions with the same figures.
    size : int, optional
        How many questions; without it 40, or fewer where there are not so many concepts to ask.
    chapters : list of str, optional
        Keys of the chapters to draw from; all, if not given.

    Raises
    ------
    ValueError
        If there is no such number or chapter, or the chapters have too few questions.

    Examples
    --------
    >>> exam()
    Exam('final', questions=40)
    >>> exam(7, size=5, chapters=["leads"])
    Exam('leads', questions=5)
    """
    questions = exams.pool(chapters)
    entries = exams.index(chapters)
    size = exams.usual_size(entries) if size is None else size
    exams.draw_from(entries, 1 if number is None else number, size)  # says what cannot be
    keys = list(dict.fromkeys(one.chapter for one in entries))
    told = [concepts.load(key) for key in keys]
    return ExamWidget(
        exam={
            "id": "final" if chapters is None else "-".join(keys),
            "title": "The final exam" if chapters is None else "An exam: " + ", ".join(one.title for one in told),
            "course": current().course,
            "size": size,
            "number": number,
            "chapters": [{"key": one.key, "number": one.number, "title": one.title, "page": one.page} for one in told],
            # Rows, not objects: hundreds of these lie in the page.
            "index": [
                [one.id, keys.index(one.chapter), one.type, one.asks, one.concept, one.variants, baked["hash"]]
                for one, baked in zip(entries, questions, strict=True)
            ],
        }
    )
