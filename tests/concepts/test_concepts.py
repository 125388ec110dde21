"""Concepts are defined once, and what is wrong in their file is told with place and remedy."""

from pathlib import Path

import pytest

from salesedu import concepts

SAMPLE = Path(__file__).with_name("sample.yaml")
TEXT = SAMPLE.read_text(encoding="utf-8")

MISTAKES = {
    "key with a slip": ("    dutch: Kostprijs", "    ductch: Kostprijs", "cost-price",
                        'unknown key "ductch"', 'did you mean "dutch"?'),
    "no definition": ("    definition: Who pays the bill.\n", "", "payer",
                      '"definition" is missing', "add `definition:`", "  - id: payer"),
    "empty term": ("english: Payer", 'english: ""', "payer", "the english is ''", "write a text"),
    "id twice": ("id: payer", "id: cost-price", "cost-price", "this id stands here twice",
                 "its own id", "id: cost-price\n    english: Payer"),
    "id with capitals": ("id: payer", "id: Payer", "Payer", "the id is 'Payer'", "small letters"),
    "source in words": ("source: []", "source: common", "payer", "the source is 'common'",
                        "[] for common knowledge"),
    "unknown section": ("    section: who-pays", "    section: who-pay", "payer",
                        'no section "who-pay"', 'did you mean "who-pays"?'),
    "number in words": ("number: 9", "number: nine", "chapter", "the number is 'nine'",
                        "write 1, 2, 3"),
    "key unlike the file": ("key: sample", "key: simple", "chapter", "the key is 'simple'",
                            "make the two the same"),
    "no page": ("  page: 9-sample\n", "", "chapter", '"page" is missing', "add `page:`",
                "chapter:"),
    "a YAML slip": ("title: Sample", "title: Sample: x", "", "this is not YAML",
                    "put the text in quotes"),
    "no heading": ("    who-pays: Who pays", "    who-pays:", "chapter",
                   "the heading of who-pays is None", "write a text"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_remedy(name, tmp_path):
    old, new, id_, what, remedy, *at = MISTAKES[name]
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    path = tmp_path / "concepts" / "sample.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(concepts.ConceptError) as caught:
        concepts.read(path)
    error = caught.value
    line = text.count("\n", 0, text.index(at[0] if at else new)) + 1
    assert what in error.what
    assert remedy in error.remedy
    assert error.line == line
    where = f"concepts/sample.yaml, line {line}" + (f", {id_}" if id_ else "")
    assert str(error) == f"{where}: {error.what}; {error.remedy}"


@pytest.mark.parametrize("text", ["", "- list", "chapter: {number: 1}\nconcepts: []"])
def test_an_empty_or_odd_file_is_refused(text, tmp_path):
    path = tmp_path / "sample.yaml"
    path.write_text(text)
    with pytest.raises(concepts.ConceptError, match=r"sample\.yaml, line 1"):
        concepts.read(path)


def test_a_chapter_is_read():
    chapter = concepts.read(SAMPLE)
    assert (chapter.number, chapter.key, chapter.page) == (9, "sample", "9-sample")
    first, second = chapter.concepts
    assert (first.id, first.chapter, first.source) == ("cost-price", "sample", ("author1999",))
    assert second.source == ()
    assert chapter.section_title("what-it-costs") == "What does it cost?"
    assert chapter.section_title("in-other-words") == "In other words"


def test_chapters_come_by_number_and_their_ids_differ():
    found = concepts.chapters()
    numbers = [chapter.number for chapter in found]
    assert numbers == sorted(set(numbers))
    ids = [concept.id for chapter in found for concept in chapter.concepts]
    assert len(set(ids)) == len(ids) > 20


def test_a_concept_is_found_and_an_unknown_one_suggests_the_nearest():
    assert concepts.find("net-promoter-score").chapter == "customers"
    assert concepts.load("customers").number == 1
    with pytest.raises(ValueError, match=r'did you mean "net-promoter-score"\?'):
        concepts.find("net-promotor-score")
    with pytest.raises(ValueError, match=r"no chapter 'custmers'; did you mean .customers.\?"):
        concepts.load("custmers")


def test_what_a_chapter_needs_is_taught_before_it():
    number = {chapter.key: chapter.number for chapter in concepts.chapters()}
    for chapter in concepts.chapters():
        assert chapter.needs or chapter.number == 1, "only the first chapter starts from nothing"
        for id_ in chapter.needs:
            assert number[concepts.find(id_).chapter] < chapter.number


def test_a_need_that_no_earlier_chapter_teaches_is_told(tmp_path, monkeypatch):
    text = TEXT.replace("  sections:", "  needs:\n    payer: who pays\n  sections:", 1)
    (tmp_path / "sample.yaml").write_text(text)
    monkeypatch.setattr(concepts, "HERE", tmp_path)
    with pytest.raises(concepts.ConceptError, match=r'no earlier chapter teaches "payer"') as caught:
        concepts._book.__wrapped__()
    assert caught.value.line == text[: text.index("payer: who pays")].count("\n") + 1
