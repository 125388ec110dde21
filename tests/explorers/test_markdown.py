"""Whatever a learner writes stays text in the document that is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from salesedu.explorers.parts import markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"paragraph_open", "paragraph_close", "inline"}


def kinds(text):
    return {token.type for token in READER.parse(text)}


def words(text):
    return "".join(
        child.content if child.type != "hardbreak" else "\n"
        for token in READER.parse(text)
        for child in token.children or ()
    )


@pytest.mark.parametrize(
    "line",
    [
        "# no heading", "- no item", "+ no item", "* no item", "3. no item", "3) no item", "> no quotation",
        "---", "===", "***", "_ _ _", "```", "~~~ code", "| a | b |", "<b>bold</b>", "[link](x)", "*stress*", "`code`",
        "a\\b", "2.5 % more", "1. ", "-", "<!-- gone -->", "![](x)",
        "_stress_", "__strong__", "~~gone~~", "&copy; us", "&#169;", "Beans & Co", "price_list",
    ],
)  # fmt: skip
def test_a_line_means_nothing_but_its_words(line):
    text = markdown.paragraph(line)
    assert kinds(text) <= PLAIN
    assert words(text) == line.strip()
    assert words(markdown.paragraph(f"before\n{line}\nafter")).split("\n")[1] == line.strip()
    for token in READER.parse(text):
        assert {child.type for child in token.children or ()} <= {"text", "text_special", "hardbreak"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs")), min_size=1))
def test_any_line_makes_one_heading_one_item_and_one_cell(text):
    if not text.split():
        return
    said = " ".join(text.split())
    assert kinds(markdown.heading(text, 2)) == {"heading_open", "inline", "heading_close"}
    assert [token.type for token in READER.parse(markdown.bullets([text]))].count("list_item_open") == 1
    table = READER.parse(markdown.table(("Who",), [(text,), ("x",)]))
    assert [token.type for token in table].count("tr_open") == 3
    cells = [token.content for token in table if token.type == "inline"]
    assert len(cells) == 3
    assert len(said) <= len(cells[1]) * 2


def test_lines_and_blocks_of_a_text_stay_apart():
    text = markdown.paragraph("one\ntwo\n\n\nthree")
    assert [token.type for token in READER.parse(text)].count("paragraph_open") == 2
    assert words(text) == "one\ntwothree"


def test_empty_parts_leave_no_trace():
    assert markdown.document("", markdown.table(("A",), []), markdown.paragraph(" "), "x") == "x\n"
    assert markdown.bullets(["", " "]) == ""
