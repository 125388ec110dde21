"""Directives for authors: a picture drawn as SVG source, and the pages that are made from what the course knows."""

import re
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from .. import concepts
from ..concepts.edition import current
from ..notation import localised

__all__ = ["DataDictionary", "Glossary", "Picture", "parsed"]


class Picture(SphinxDirective):
    """``{salesedu-picture} NAME``: ``book/pictures/NAME.svg`` inlined, so that it follows the theme.

    The content is the caption; ``:alt:`` is the sentence a screen reader hears.
    """

    required_arguments = 1
    has_content = True
    option_spec = {"alt": directives.unchanged_required}  # noqa: RUF012 (docutils' own form)

    def run(self):
        own = self.env.relfn2path(f"pictures/{self.arguments[0]}.svg")  # beside the page, else the book's
        of_book = self.env.relfn2path(f"/book/pictures/{self.arguments[0]}.svg")
        relative, path = own if Path(own[1]).is_file() else of_book
        self.env.note_dependency(relative)
        if not Path(path).is_file():
            raise self.error(f"there is no picture {relative}: draw it, or mend the name.")
        if "alt" not in self.options:
            raise self.error(f"the picture {self.arguments[0]} needs an :alt: sentence.")
        drawing = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", Path(path).read_text("utf-8"), flags=re.DOTALL)
        drawing = picture_here(drawing)
        alt = self.options["alt"].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        opening = re.search(r"<svg\b[^>]*>", drawing)[0]
        bare = re.sub(r'\s(role|aria-label|aria-labelledby|aria-describedby)="[^"]*"', "", opening)
        # A picture with links, or places where they were, is a group: `img` would hide them from a screen reader.
        role = "group" if "<a " in drawing or "<g role=" in drawing else "img"
        drawing = drawing.replace(opening, bare.replace("<svg", f'<svg role="{role}" aria-label="{alt}"', 1), 1)
        figure = nodes.container(classes=["se-picture", f"se-picture-{self.arguments[0]}"])
        figure += nodes.raw("", drawing.strip(), format="html")
        caption = nodes.container(classes=["se-caption"])
        self.state.nested_parse(self.content, self.content_offset, caption)
        figure += caption
        return [figure]


def picture_here(drawing: str) -> str:
    """Return a drawing as this edition tells it: chapters by its numbers, what it leaves out pale and without a link.

    Examples
    --------
    >>> picture_here("<text>ch. 1–2</text>")
    '<text>ch. 1–2</text>'
    """
    edition = current()
    if edition.chapters is not None:
        here = {f"{chapter.page}.html" for chapter in concepts.chapters()}
        drawing = re.sub(
            r'<a href="([^"#]*)(?:#[^"]*)?">(.*?)</a>',
            lambda found: found[0] if found[1] in here or "/" in found[1] else _left_out(found[2]),
            drawing, flags=re.DOTALL,
        )  # fmt: skip
        drawing = re.sub(r"<rect [^>]*/>\s*<text [^>]*>ch\. ([1-9])(?:–([1-9]))?</text>", _numbers_here, drawing)
        drawing = concepts.renumbered(drawing)
    return re.sub(r">([^<>]+)<", lambda found: f">{localised(found[1], edition.numbers)}<", drawing)


def _left_out(part: str) -> str:
    """A part of a picture that would be a link to a chapter that is not in this edition."""
    words = " ".join("".join(re.findall(r">([^<>]*)<", part)).split())
    return f'<g role="img" aria-label="{words} (not in this edition)">{_pale(part)}</g>'


def _pale(part: str) -> str:
    part = re.sub(r'fill="var\(--se-accent(?:-soft)?\)"(?=[^>]*/>)', 'fill="var(--se-panel)"', part)
    part = re.sub(r'\s*stroke="[^"]*"|\s*stroke-width="[^"]*"', "", part)
    part = part.replace("<rect ", '<rect stroke="var(--se-ink-soft)" stroke-dasharray="4 4" ')
    return re.sub(r'fill="var\(--se-(?:accent|accent-ink|ink)\)"', 'fill="var(--se-ink-soft)"', part)


def _numbers_here(found: re.Match) -> str:
    """A box that is labelled with chapters, such as "ch. 3–4", with this edition's numbers."""
    here = [concepts.number_here(one) for one in range(int(found[1]), int(found[2] or found[1]) + 1)]
    left = sorted(one for one in here if one)
    label = f">ch. {', '.join(map(str, left))}<" if left else ">not here<"
    told = re.sub(r">ch\. [^<]*<", label, found[0])
    return told if left else _pale(told)


def parsed(directive: SphinxDirective, lines: list[str]) -> list[nodes.Node]:
    """MyST lines that were made, not written, as part of a page with headings of its own."""
    place = nodes.Element()
    place.document = directive.state.document
    directive.state.nested_parse(StringList(lines, "made by salesedu"), 0, place, match_titles=True)
    return place.children


class DataDictionary(SphinxDirective):
    """``{salesedu-dictionary}``: every table and column of the case company."""

    def run(self):
        from ..company import dictionary_markdown

        return parsed(self, dictionary_markdown().splitlines())


class Glossary(SphinxDirective):
    """``{salesedu-glossary}``: every concept of the course with its Dutch term, meaning and source."""

    def run(self):
        lines = ["```{glossary}", ":sorted:", ""]
        for chapter in concepts.chapters():
            for concept in chapter.concepts:
                cited = "".join(f" {{cite:p}}`{key}`" for key in concept.source)
                lines += [
                    concept.english,
                    f"  *{concept.dutch}*. {concept.definition.strip()}{cited}",
                    "",
                    f"  Taught in [{chapter.number}. {chapter.title}]({chapter.page}.md#{concept.section})."
                    ,
                    "",
                ]
        lines.append("```")
        return parsed(self, lines)
