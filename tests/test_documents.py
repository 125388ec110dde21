"""The documents room: what goes into Word comes out again, and the document is a proper one."""

import subprocess
import sys
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from salesedu import accounts, documents
from salesedu.accounts import AccountPlan
from tests.test_account_plan import PLANS

EVERYTHING = """\
# Sales factory of Noorderlicht

A first paragraph with **bold**, *italic*, ***both***, `code | x` and [a link](https://example.org/a_b).

Two lines\\
in one.

- one
- two
  - deep **er**
    - deepest

  more of two
- three

3. third
4. fourth
   1. within
5. fifth

Another list:

1. starts again

> somebody *said* so

```
x = 1
  y
```

---

| Block | Score<br>now | Gap |
| --- | ---: | :---: |
| **customers** | 7.5 | 1 \\| 2 |
|  | 4 |  |

| Second | table |
| --- | --- |
| a | b |

### Sub #1 & \\<more>
"""


@pytest.fixture
def home(tmp_path):
    return lambda name: tmp_path / name


def through_word(text, path):
    return documents.read(documents.save(text, path))


def test_everything_a_report_needs_survives_word(home):
    once = through_word(EVERYTHING, home("a.docx"))
    assert once == EVERYTHING.replace("#1 & ", "\\#1 & ")
    assert through_word(once, home("b.docx")) == once


def test_a_plan_and_a_report_survive_word(home):
    for name, thing in (
        ("plan.docx", accounts.example_plan()),
        ("empty.docx", AccountPlan("Nobody", "2027", "Anna")),
        ("report.docx", accounts.progress_report([1e5] * 4, [9e4, 8e4], pipeline=5e4)),
    ):
        assert through_word(thing, home(name)) == thing.to_markdown()


@settings(max_examples=40, deadline=None)
@given(PLANS)
def test_a_plan_reads_back_from_word_exactly(tmp_path_factory, plan):
    path = tmp_path_factory.getbasetemp() / "plan.docx"
    assert AccountPlan.from_markdown(through_word(plan, path)) == plan


WORDS = st.text(st.sampled_from("ab C1.-#*_|\\[]<>&;`~+é€"), min_size=1, max_size=12).map(str.strip).filter(bool)
BLOCKS = st.one_of(
    WORDS,
    WORDS.map(lambda text: f"## {text}"),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3).map(
        lambda rows: "| a | b |\n| --- | --- |\n" + "\n".join(f"| {x} | **{y}** |" for x, y in rows)
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join))
def test_what_came_out_of_word_once_stays_the_same(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.docx"
    once = through_word(text, path)
    if once.strip():
        assert through_word(once, path) == once


def test_a_markdown_file_holds_the_text_as_it_is(home):
    path = documents.save(accounts.example_plan(), home("plan.md"))
    assert path.read_bytes().decode() == accounts.example_plan().to_markdown()
    assert AccountPlan.from_markdown(documents.read(path)) == accounts.example_plan()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert documents.read(path).startswith("# Account plan")


# --- A proper Word document --------------------------------------------------------------------


@pytest.fixture
def word(home):
    return docx.Document(str(documents.save(EVERYTHING, home("a.docx"), language="nl-NL")))


def test_headings_lists_and_tables_are_true_ones(word):
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles[0] == "Heading 1"
    assert styles[-1] == "Heading 3"
    assert {"List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "Quote"} <= set(styles)
    first = word.tables[0].rows
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in first] == [1, 0, 0]
    assert first[0].cells[0].paragraphs[0].style.font.bold
    assert first[1].cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_a_second_numbered_list_starts_at_one_again(word):
    numbers = [
        paragraph._p.pPr.numPr.numId.val for paragraph in word.paragraphs if paragraph.style.name == "List Number"
    ]
    assert len(set(numbers)) == 2


def test_title_and_language_are_set(word, home):
    assert word.core_properties.title == "Sales factory of Noorderlicht"
    assert word.core_properties.language == "nl-NL"
    assert [given.get(qn("w:val")) for given in word.styles.element.iter(qn("w:lang"))] == ["nl-NL"]
    other = docx.Document(str(documents.save("# A", home("b.docx"), title="B")))
    assert (other.core_properties.title, other.core_properties.language) == ("B", "en-GB")


def test_nothing_tells_who_made_it_when_or_with_what(home):
    path = documents.save(EVERYTHING, home("a.docx"))
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        everything = b"".join(packed.read(name) for name in names).decode("utf-8", "replace")
        assert {item.date_time[0] for item in packed.infolist()} == {2020}
    assert not [name for name in names if "app.xml" in name or "thumbnail" in name or "customXml" in name]
    for trace in ("python-docx", "Macintosh Word</", "dc:creator", "lastModifiedBy", "dcterms:created", "w:rsid "):
        assert trace not in everything
    assert documents.to_docx(EVERYTHING) == path.read_bytes()


def test_links_lead_to_their_address(word):
    assert [link.address for paragraph in word.paragraphs for link in paragraph.hyperlinks] == ["https://example.org/a_b"]


def test_an_address_that_runs_something_is_not_linked(home):
    text = "[x](javascript:alert) [y](file:///etc/passwd) [z](other.html)"
    word = docx.Document(str(documents.save(text, home("a.docx"))))
    assert word.paragraphs[0].hyperlinks == []
    assert word.paragraphs[0].text.endswith("z")


# --- Documents of other people -----------------------------------------------------------------


def test_a_plan_changed_in_word_is_read(home):
    path = documents.save(accounts.example_plan(), home("plan.docx"))
    word = docx.Document(str(path))
    actions = next(table for table in word.tables if table.rows[0].cells[0].text == "Action")
    actions.rows[1].cells[3].paragraphs[0].runs[0].text = "€ 1,500"
    row = actions.add_row().cells
    row[0].text, row[1].text, row[2].text, row[3].text = "Call\non Monday", "Bram | Els", "2027-05-01", ""
    row[1].paragraphs[0].runs[0].bold = True
    word.save(str(path))
    plan = AccountPlan.from_markdown(documents.read(path))
    assert plan.actions[0].cost == 1_500
    assert plan.actions[-1] == accounts.Action("Call on Monday", "Bram | Els", "2027-05-01")


def test_text_inserted_while_changes_are_tracked_counts_and_deleted_text_does_not(home):
    word = docx.Document()
    paragraph = word.add_paragraph("We ")
    for name, text in (("w:ins", "really "), ("w:del", "never ")):
        change = docx.oxml.OxmlElement(name)
        change.append(paragraph.add_run(text)._r)
        paragraph._p.append(change)
    paragraph.add_run("sell")
    word.save(str(home("a.docx")))
    assert documents.read(home("a.docx")) == "We really sell\n"


def test_lists_numbered_by_word_itself_are_lists(home):
    word = docx.Document()
    word.add_paragraph("Title", style="Title")
    for style in ("List Bullet", "List Number"):
        source = word.styles[style].element.pPr.numPr
        paragraph = word.add_paragraph(style, style="List Paragraph")
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = source.numId.val
        properties.get_or_add_ilvl().val = 0
    word.save(str(home("a.docx")))
    assert documents.read(home("a.docx")) == "# Title\n\n- List Bullet\n\n1. List Number\n"


# --- Refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "names"),
    [
        (lambda home: documents.save("a", home("plan.pdf")), ["'.pdf'", ".md or .docx"]),
        (lambda home: documents.save("a", 3), ["path", "int", "name of a file"]),
        (lambda home: documents.save("  ", home("a.md")), ["what is empty", "one word"]),
        (lambda home: documents.save(3, home("a.md")), ["what", "int", "to_markdown"]),
        (lambda home: documents.save(AccountPlan, home("a.md")), ["what", "type", "to_markdown"]),
        (lambda home: documents.to_docx("a", language="Dutch!"), ["language", "'Dutch!'", "nl-NL"]),
        (lambda home: documents.to_docx("a\x00b"), ["what", "U+0000", "again"]),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_sentence(wrong, names, home):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        wrong(home)
    for name in names:
        assert name in str(caught.value)


def test_what_is_no_document_is_refused_with_a_sentence(home):
    home("a.docx").write_bytes(b"no zip")
    home("b.md").write_bytes(b"\xff\xfe\x00")
    with zipfile.ZipFile(home("c.docx"), "w") as packed:
        packed.writestr("a.txt", "a")
    for name, says in (("a.docx", "no Word document"), ("b.md", "UTF-8"), ("c.docx", "no Word document")):
        with pytest.raises(ValueError, match=says):
            documents.read(home(name))
    for name in ("none.docx", "none.md"):
        with pytest.raises(FileNotFoundError, match=name):
            documents.read(home(name))


def test_python_docx_is_loaded_only_when_it_is_used():
    code = "import sys; from salesedu import documents; print('docx' in sys.modules, 'markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
