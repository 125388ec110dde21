"""course.yml: its defaults are the book, what it chooses is done, and what is wrong in it is told."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from salesedu import concepts
from salesedu.concepts import edition as editions
from salesedu.concepts.source import read_source
from salesedu.questions import bank, exam, registry
from salesedu.widgets import cards, quiz

ROOT = Path(__file__).parents[2]
FOLDERS = ROOT / "tests" / "site" / "my-chapters"
SETTINGS = {
    "chapters", "course", "title", "institution", "licence", "numbers", "solutions_hidden_until", "launch",
}  # fmt: skip


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a course.yml beside a folder of own chapters, and make it the edition of this process."""
    shutil.copytree(FOLDERS, tmp_path / "my-chapters")

    def written(text):
        path = tmp_path / "course.yml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv(editions.VARIABLE, str(path))
        editions._current.cache_clear()
        return path

    yield written
    editions._current.cache_clear()


def test_tests_are_about_the_whole_book_whatever_course_yml_chooses():
    assert editions.current() == editions.Edition()
    assert [chapter.key for chapter in concepts.chapters()] == [chapter.key for chapter in concepts.catalogue()]


def test_the_file_of_the_project_can_be_read():
    """A lecturer may have an edition in it, so nothing is said of what it chooses."""
    chosen = editions.read(ROOT / "course.yml")
    given = read_source(ROOT / "course.yml").data or {}
    assert set(given) <= SETTINGS
    assert chosen.course == given.get("course", "b2b-sales")


def test_an_empty_file_and_the_documented_defaults_are_the_whole_book(write):
    assert editions.read(write("# nothing chosen")) == editions.Edition()
    told = f'chapters: all\nsolutions_hidden_until:\nlicence: "{editions.LICENCE}"\nlaunch: {{branch: main}}\n'
    assert editions.read(write(told)) == editions.Edition()


def test_its_comment_names_every_chapter():
    told = (ROOT / "course.yml").read_text("utf-8")
    assert ", ".join(chapter.key for chapter in concepts.chapters()) in told


# fmt: off
MISTAKES = {
    "unknown": ("xyzzy: red", 1, "xyzzy", "there is no such setting", "use one of: chapters"),
    "nearly": ("chapter: all", 1, "chapter", "there is no such setting", 'did you mean "chapters"?'),
    "no settings": ("- all", 1, "", "these are not settings", "write lines such as"),
    "not YAML": ("course: a: b", 1, "", "this is not YAML", "mend the indentation"),
    "no colon": ("title: a\ncourse my-course\ntitle: Sales", 2, "", "this is not YAML", "write a colon and a space"),
    "a tab": ("launch:\n\tbranch: main", 2, "", "this is not YAML", "use spaces in place of the tab"),
    "in capitals": ("COURSE: a", 1, "COURSE", "there is no such setting", 'did you mean "course"?'),
    "twice": ("course: a\ncourse: b", 2, "", "twice", ""),
    "some chapters": ("chapters: some", 1, "chapters", "this is 'some'", "write `all`, or a list"),
    "no chapters": ("chapters: []", 1, "chapters", "this is []", "write `all`, or a list"),
    "a misspelt chapter": ("chapters:\n  - leads\n  - custmers", 3, "chapters", 'no chapter "custmers"', '"customers"?'),  # noqa: E501
    "a number": ("chapters: [1, 2]", 1, "chapters", "1 is not a chapter", "use one of: accounts"),
    "a chapter twice": ("chapters: [leads, leads]", 1, "chapters", '"leads" stands here twice', "once"),
    "no folder": ("chapters: [my-chapters/none]", 1, "chapters", 'no folder "my-chapters/none"', "seen from course.yml"),  # noqa: E501
    "a folder outside": ("chapters: [../service]", 1, "chapters", "outside the project", "beside course.yml"),
    "a folder named as a chapter": ("chapters: [my-chapters/leads]", 1, "chapters", 'a chapter "leads" already', "another"),  # noqa: E501
    "a folder with an odd name": ("chapters: [my-chapters/1 a]", 1, "chapters", '"1 a" cannot be', "small letters"),
    "an empty folder": ("chapters: [my-chapters/empty]", 1, "chapters", "has no concepts.yaml", "write its terms there"),  # noqa: E501
    "a day": ("solutions_hidden_until: soon", 1, "solutions_hidden_until", "'soon' is not a day", "2027-01-15"),
    "a day of no month": ("course: a\nsolutions_hidden_until: 2027-02-30", 2, "solutions_hidden_until", "'2027-02-30' is not a day", "2027-01-15"),  # noqa: E501
    "an hour of no day": ("solutions_hidden_until: 2027-01-15 25:00:00", 1, "solutions_hidden_until", "25:00:00' is not a day", "2027-01-15"),  # noqa: E501
    "a day as a name": ("2027-02-30: a", 1, "2027-02-30", "there is no such setting", "use one of"),
    "no day": ("solutions_hidden_until: 2027", 1, "solutions_hidden_until", "2027 is not a day", "2027-01-15"),
    "a course with spaces": ("course: My course", 1, "course", "the name is 'My course'", "small letters"),
    "an institution in lines": ('institution: "a\\nb"', 1, "institution", "this is", "one line of text"),
    "a title in a list": ("title: [Sales]", 1, "title", "this is ['Sales']", "one line of text"),
    "a licence in a list": ("licence: [CC]", 1, "licence", "this is ['CC']", "one line of text"),
    "a notation": ("numbers: nl", 1, "numbers", "this is 'nl'", "`dutch` (1.250,50)"),
    "launch": ("launch: on", 1, "launch", "this is True", "lines under it: jupyterhub, binder, colab"),
    "a launch target": ("launch:\n  bindr: https://a.nl", 2, "launch", 'no launch setting "bindr"', '"binder"?'),
    "an address": ("launch:\n  binder: yes", 2, "launch", "binder is True", "begins with https://"),
    "a branch": ("launch: {branch: 'my branch'}", 1, "launch", "branch is 'my branch'", "such as main"),
    "a target without sources": ("launch:\n  colab: https://a.nl", 2, "launch", "colab has to fetch", "add `repository:`"),  # noqa: E501
}
# fmt: on


@pytest.mark.parametrize("name", MISTAKES)
def test_a_wrong_setting_is_told_with_file_line_setting_and_remedy(name, write, tmp_path):
    text, line, setting, what, remedy = MISTAKES[name]
    for folder in ("leads", "1 a", "empty"):
        (tmp_path / "my-chapters" / folder).mkdir()
    path = write(text)
    with pytest.raises(editions.EditionError) as caught:
        editions.read(path)
    error = caught.value
    assert what in error.what
    assert remedy in error.remedy
    where = f"{tmp_path.name}/course.yml, line {line}" + (f", {setting}" if setting else "")
    assert str(error).startswith(f"{where}: ")


OWN_MISTAKES = {
    "a number": ("chapter:\n", "chapter:\n  number: 3\n", "an own chapter has no number"),
    "a key": ("key: service", "key: servic", "the folder is named service"),
    "no page": ("page: service", "page: servce", "there is no page my-chapters/service/servce.md"),
    "a term of the book": ("id: response-time", "id: kpi", 'the chapter "customers" defines this concept already'),
    "a need nobody teaches": ("target-gap: a", "target-gaps: a", 'no other chapter teaches "target-gaps"'),
}


@pytest.mark.parametrize("name", OWN_MISTAKES)
def test_a_wrong_own_chapter_is_told_with_its_line(name, write, tmp_path):
    write("chapters: [my-chapters/service]")
    path = tmp_path / "my-chapters" / "service" / "concepts.yaml"
    old, new, what = OWN_MISTAKES[name]
    text = path.read_text("utf-8").replace(old, new, 1)
    path.write_text(text, "utf-8")
    concepts._chapters.cache_clear()
    with pytest.raises(concepts.ConceptError) as caught:
        concepts.chapters()
    assert what in caught.value.what
    assert caught.value.line == text[: text.index(new)].count("\n") + 1 + new.strip("\n").count("\n")
    assert str(caught.value).startswith("service/concepts.yaml, line")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(editions.EditionError, match=r"other\.yml, line 1: there is no such file; write it"):
        editions.read(tmp_path / "other.yml")


def test_chapters_are_picked_ordered_and_numbered(write):
    write("chapters: [funnel, my-chapters/service, customers]\ncourse: at-school")
    found = concepts.chapters()
    assert [(one.number, one.key) for one in found] == [(1, "funnel"), (2, "service"), (3, "customers")]
    assert found[1].page == "../my-chapters/service/service"
    assert len(concepts.catalogue()) == 9
    assert concepts.renumbered("Chapter 1 and chapters 5 and 2.") == (
        "Chapter 3 and chapter 1 and the chapter “From market to sales plan” (not in this edition)."
    )
    assert concepts.renumbered("It costs € 40 per chapter.") == "It costs € 40 per chapter."
    with pytest.raises(ValueError, match="no chapter 'leads'"):
        concepts.load("leads")


def test_an_own_bank_joins_the_quiz_the_cards_and_the_exam(write):
    write("chapters: [my-chapters/service, customers]\ncourse: at-school")
    assert bank.chapters_with_questions() == ("service", "customers")
    shown = quiz("service").quiz
    assert [one["id"] for one in shown["questions"]] == ["service-nps", "service-promise"]
    assert shown["course"] == cards("service").deck["course"] == "at-school"
    assert len(shown["questions"][0]["variants"]) == 20
    # A function of a chapter that is left out may be called, and its concepts may be named.
    assert any(name.startswith("market.") for name in registry.names())
    entries = exam.index()
    assert exam.usual_size(entries) == 30, "two of the own chapter; the other fills up"
    assert sum(id_.startswith("service-") for id_, _ in exam.draw(7)) == 2


def test_the_whole_book_has_its_forty_questions():
    entries = [exam.Entry(f"{c}-{n}", c, "choice", "apply", f"{c}-{n}", 1) for c in "abcdefgh" for n in range(9)]
    assert exam.usual_size(entries) == exam.SIZE


def test_until_the_day_a_page_has_no_solution(write):
    write("chapters: [my-chapters/service]\nsolutions_hidden_until: 2099-01-15")
    number, choice = quiz("service").quiz["questions"]
    told = str(number) + str(choice)
    for secret in ("SOLUTION-NPS", "SOLUTION-PROMISE", "REASON-RIGHT"):
        assert secret not in told
    assert "REASON-WRONG" in told, "what is said of one's own mistake is part of grading"
    assert number["withheld"] == "15 January 2099"
    assert {one["shown"] for one in number["variants"]} == {""}
    whole = bank.bake(bank.find("service-promise"))
    assert choice["hash"] == whole["hash"], "an answer given before the day stays"


def test_the_day_itself_has_solutions_again(write):
    write(f"solutions_hidden_until: {date.today().isoformat()}")
    assert editions.current().withheld() is None
    before = editions.digest()
    write("solutions_hidden_until: 2099-01-15")
    assert editions.digest() != before, "pages must be made anew"


def test_dutch_notation_in_prompts_and_keys(write):
    write("chapters: [my-chapters/service]\nnumbers: dutch")
    number, choice = quiz("service").quiz["questions"]
    assert "€\u00a01.250,50" in choice["prompt"]
    for variant in number["variants"]:
        assert "." not in variant["shown"]
        assert f"{variant['shown']} points" in variant["solution"]
