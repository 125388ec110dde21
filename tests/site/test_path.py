"""What the book says of its own order is true: needs, unlocks, and what is taught where."""

import re
from pathlib import Path

import pytest

from salesedu import concepts, explorers
from salesedu.questions import bank
from salesedu.site.path import needs_markdown, taught_where_markdown, unlocks_markdown

CHAPTERS = concepts.chapters()
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.key)
def test_each_chapter_names_its_needs_with_a_link_that_leads_there(chapter):
    text = needs_markdown(chapter)
    for id_ in chapter.needs:
        concept = concepts.find(id_)
        home = concepts.load(concept.chapter)
        assert f"[{concept.english}]({home.page}.md#{concept.section}) (chapter {home.number})" in text
    assert bool(chapter.needs) == ("faded" in text)


@pytest.mark.parametrize("chapter", CHAPTERS[:-1], ids=lambda one: one.key)
def test_what_a_chapter_unlocks_is_what_later_ones_need(chapter):
    text = unlocks_markdown(chapter)
    using = {
        later.number
        for later in CHAPTERS
        if any(concepts.find(id_).chapter == chapter.key for id_ in later.needs)
    }
    assert {int(number) for number in re.findall(r"\[Chapter (\d+),", text)} == using
    assert using, f"nothing later uses chapter {chapter.number}: say in some `needs:` what does"
    assert min(using) > chapter.number


def test_every_concept_stands_on_the_map_once_with_what_there_is_to_practise():
    rows = [line for line in taught_where_markdown(ROOT).splitlines() if line.startswith("| [")]
    assert len(rows) == sum(len(chapter.concepts) for chapter in CHAPTERS)
    row = next(line for line in rows if "net-promoter-score" in line or "would-they-recommend-you" in line)
    assert "questions" in row
    playable = {id_ for one in explorers.all_explorers() for id_ in one.concepts}
    for chapter in CHAPTERS:
        for concept in chapter.concepts:
            row = next(line for line in rows if line.startswith(f"| [{concept.english}]({chapter.page}.md#"))
            count = sum(concept.id in question.concepts for question in bank.load(chapter.key))
            assert re.search(rf"\| {count} questions?\b", row), row
            if "explorer" in row:
                assert concept.id in playable
