"""``cards("customers")``: the terms of a chapter, English and Dutch, as cards to learn from."""

import hashlib

import anywidget
import traitlets

from salesedu import concepts
from salesedu.concepts.edition import current
from salesedu.questions.bank.baking import render
from salesedu.widgets import fallback
from salesedu.widgets.assemble import assemble, stylesheet

__all__ = ["CardsWidget", "cards"]


class CardsWidget(anywidget.AnyWidget):
    """A deck; the front end turns the cards and remembers when each is due again."""

    _esm = assemble("cards")
    _css = stylesheet("tokens", "base", "cards")

    deck = traitlets.Dict(help="chapter, title, course and the cards").tag(sync=True)

    def __repr__(self) -> str:
        return f"Cards({self.deck.get('chapter', '')!r}, cards={len(self.deck.get('cards', ()))})"

    def _repr_mimebundle_(self, **kwargs):
        return fallback.with_html(super()._repr_mimebundle_(**kwargs), self)


def _card(concept: concepts.Concept, chapter: concepts.Chapter) -> dict:
    told = (concept.english, concept.dutch, concept.definition)
    return {
        "id": concept.id,
        "hash": hashlib.sha256("\n".join(told).encode()).hexdigest()[:12],
        "english": concept.english,
        "dutch": concept.dutch,
        "definition": render(concept.definition),
        "section": {
            "id": concept.section,
            "title": chapter.section_title(concept.section),
            "page": chapter.page,
        },
    }


def cards(chapter: str) -> CardsWidget:
    """Show the terms of a chapter as cards.

    Parameters
    ----------
    chapter : str
        The chapter's key, such as ``"customers"``.

    Raises
    ------
    ValueError
        If there is no such chapter; the message suggests the nearest.

    Examples
    --------
    >>> cards("custmers")
    Traceback (most recent call last):
        ...
    ValueError: There is no chapter 'custmers'; did you mean "customers"?
    """
    found = concepts.load(chapter)
    return CardsWidget(
        deck={
            "chapter": found.key,
            "title": found.title,
            "course": current().course,
            "cards": [_card(concept, found) for concept in found.concepts],
        }
    )
