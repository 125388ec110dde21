"""A guide to score with: what each level of a block looks like, to take along or give to a second rater."""

from collections.abc import Sequence

from salesedu.explorers.parts import Document, markdown
from salesedu.factory import Block

__all__ = ["score_guide"]

HOW = (
    "For each block, choose the highest level of which every word is true, and write down what shows it. Two levels "
    "that are both half true: take the lower. Let a second person do the same without seeing your scores."
)


def score_guide(blocks: Sequence[Block]) -> Document:
    """The question and the five levels of each block, with room for a score."""
    parts = [markdown.heading("Score guide of the sales factory"), markdown.paragraph(HOW)]
    for one in blocks:
        where = ", ".join(f"“{place.title}” (chapter {place.number})" for place in one.places)
        parts += [
            markdown.heading(f"Block {one.number}: {one.name} ({one.dutch})", 2),
            markdown.paragraph(one.question),
            markdown.table(("Level", "What you would see"), enumerate(one.levels, start=1)),
            markdown.bullets(("Score:", "What shows it:", f"Taught in: {where}")),
        ]
    return Document("Score guide", "score-guide.md", "text/markdown", markdown.document(*parts))
