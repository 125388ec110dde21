"""On paper as on the screen: every question of the closing quiz, and a key that agrees with it."""

import re
from html.parser import HTMLParser

import pytest

from salesedu import concepts
from salesedu.questions import bank
from salesedu.questions.grade import grade
from salesedu.site.print_worksheets import main
from salesedu.site.printing import pdf
from salesedu.site.worksheets import key_html, sheet_html

CHAPTERS = concepts.chapters()


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def words(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    return " ".join(" ".join(parser.parts).split())


def sections(page: str) -> list[str]:
    return re.findall(r"<section>.*?</section>", page, re.DOTALL)


@pytest.mark.parametrize("numbers", [1, 4])
@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.key)
def test_the_sheet_has_every_question_and_the_key_scores_full_marks(chapter, numbers):
    own = [bank.bake(one) for one in bank.load(chapter.key) if not one.in_text]
    asked, answered = sections(sheet_html(chapter, numbers)), sections(key_html(chapter, numbers))
    assert len(asked) == len(answered) == len(own)
    for question, sheet, key in zip(own, asked, answered, strict=True):
        which = (numbers - 1) % len(question.get("variants") or [0])
        given = question["variants"][which] if "variants" in question else question
        assert given["prompt"] in sheet
        assert given["solution"] in key
        assert given["solution"] not in sheet
        short = words(re.search(r'<p class="answer">(.*?)</p>', key)[1])
        assert grade(question, _response(question, short), which).score == 1, short


def _response(question: dict, short: str):
    """What a student hands in who copies the key's short answer onto the sheet and is then graded."""
    kind = question["type"]
    letters = "ABCDEFGHIJKLMNOP"
    if kind in ("choice", "multiple"):
        chosen = [question["options"][letters.index(letter)]["index"] for letter in short.split(", ")]
        return chosen[0] if kind == "choice" else chosen
    if kind == "order":
        places = [int(number) for number in short.split()]
        return [index for _, index in sorted(zip(places, question["start"], strict=True))]
    if kind == "match":
        return [question["rights"][letters.index(letter)]["index"] for letter in short.split()]
    if kind == "sort":
        bins = [words(name) for name in question["bins"]]
        answer = [None] * len(question["items"])
        for item, name in zip(question["items"], short.split(" · "), strict=True):
            answer[item["index"]] = bins.index(name)
        return answer
    return short if kind == "text" else short.removesuffix(question.get("unit") or "").strip()


def test_another_set_of_numbers_is_another_sheet():
    chapter = CHAPTERS[0]
    assert sheet_html(chapter, 1) != sheet_html(chapter, 2)
    assert "Numbers: set 2." in sheet_html(chapter, 2)


def test_a_sheet_promises_a_key_only_when_there_is_one(tmp_path, monkeypatch):
    assert "The key says why." in sheet_html(CHAPTERS[0])
    (tmp_path / "course.yml").write_text("solutions_hidden_until: 2099-01-15", "utf-8")
    monkeypatch.setenv("SALESEDU_COURSE", str(tmp_path / "course.yml"))
    assert "The key" not in sheet_html(CHAPTERS[0])


def test_a_browser_that_prints_nothing_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("SALESEDU_CACHE", str(tmp_path / "cache"))
    page = tmp_path / "sheet.html"
    page.write_text("<p>A sheet")
    with pytest.raises(RuntimeError, match=r"could not print sheet\.html .*Print the HTML page"):
        pdf(page, "/bin/false")


def test_without_a_browser_the_sheets_are_there_as_pages(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("salesedu.site.print_worksheets.find_browser", lambda: None)
    assert main([str(tmp_path), "--numbers", "3"]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"{one.key}{end}.html" for one in CHAPTERS for end in ("", "-key")}
    assert "Install one" in capsys.readouterr().err
