"""The three verbs: what they make, what they say of themselves, how they answer, and what they print."""

import json
import re

import pytest

from salesedu import cards, explore, explorers, quiz
from salesedu.questions import bank
from salesedu.widgets import fallback
from salesedu.widgets.charts_bundle import charts_bundle
from salesedu.widgets.explorer import fingerprint, shown
from tests.explorers import room_plan

EXPLORERS = [explorer.id for explorer in explorers.all_explorers()]
CHAPTERS = bank.chapters_with_questions()


def state(widget) -> dict:
    return {name: getattr(widget, name) for name in ("explorer", "view", "quiz", "deck") if widget.has_trait(name)}


def test_a_widget_says_the_same_of_itself_every_time():
    assert repr(explore("nps")) == "Explorer('nps')"
    assert repr(quiz("customers-satisfied-not-loyal")) == "Quiz('customers-satisfied-not-loyal', questions=1)"
    assert re.fullmatch(r"Cards\('customers', cards=\d+\)", repr(cards("customers")))


def test_a_chapter_splits_into_what_stands_in_the_text_and_the_quiz_at_its_end():
    ids = [[one["id"] for one in quiz("customers", in_text=where).quiz["questions"]] for where in (None, True, False)]
    whole, inside, after = ids
    assert sorted(inside + after) == sorted(whole)
    assert inside
    assert after


def test_a_few_questions_come_in_the_order_asked():
    first, second = (one.id for one in bank.load("customers")[:2])
    assert [one["id"] for one in quiz(second, first).quiz["questions"]] == [second, first]


@pytest.mark.parametrize(
    ("verb", "name", "near"),
    [
        (explore, "nsp", "nps"),
        (quiz, "custmers", "customers"),
        (quiz, "customers-satisfied-not-loyall", "customers-satisfied-not-loyal"),
        (cards, "custmers", "customers"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(verb, name, near):
    with pytest.raises(ValueError, match=re.escape(near)) as caught:
        verb(name)
    assert name in str(caught.value)


@pytest.mark.parametrize(
    "message", [None, {}, {"fn": "paint"}, {"fn": 3, "args": {}}, {"fn": "paint", "args": {"explorer": "?"}}]
)
def test_a_command_answers_whatever_it_is_asked(message):
    reply, buffers = explore("nps").call(message, [])
    assert reply["ok"] is False
    assert len(reply["error"]) > 10
    assert buffers == []


def test_a_move_is_answered_with_a_view():
    reply, _ = explore("nps").call({"fn": "paint", "args": {"explorer": "nps", "values": {}}}, [])
    assert reply["ok"] is True
    assert reply["value"]["reading"] == explore("nps").view["reading"]


def test_the_chart_library_is_one_module_with_a_default_export():
    reply, (body,) = explore("nps").charts({}, [])
    assert reply["ok"] is True
    assert body == charts_bundle()
    assert re.search(rb"export\s*\{[^}]*as default", body)
    assert re.search(rb"\bimport\s*[\"'{(]\s*[\"']?https?:", body) is None


@pytest.mark.parametrize("name", EXPLORERS)
def test_an_explorer_brings_pictures_that_follow_the_theme_and_have_ids_of_their_own(name):
    pictures = explore(name).view["svg"]
    assert set(pictures) == {"wide", "narrow"}
    for width, svg in pictures.items():
        assert "var(--se-" in svg
        assert re.search(r"#[0-9a-f]{6}\b", svg) is None, "a fixed colour would not follow the theme"
        for one in re.findall(r'\bid="([^"]+)"', svg):
            assert one.startswith(f"se-{name}-{width}-")
        for one in re.findall(r"url\(#([^)]+)\)", svg):
            assert f'id="{one}"' in svg


@pytest.mark.parametrize("name", EXPLORERS)
def test_an_explorer_prints_its_figures_its_picture_and_its_sentence(name):
    widget = explore(name)
    text = fallback.html(state(widget))
    for kpi in widget.view["kpis"]:
        assert kpi["value"] in text
    assert text.count("<svg") == 2
    assert widget.view["reading"] in text.replace("&#x27;", "'").replace("&quot;", '"')


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_printed_quiz_shows_every_question_and_keeps_the_answers_folded_away(chapter):
    widget = quiz(chapter)
    parts = fallback.html(state(widget)).split("<section")[1:]
    assert len(parts) == len(widget.quiz["questions"])
    for question, part in zip(widget.quiz["questions"], parts, strict=True):
        asked, key = part.split("<details")
        base = question["variants"][0] if question["type"] == "number" else question
        assert base["prompt"] in asked
        assert base["solution"] in key
        assert base["solution"] not in asked
        for option in question.get("options", ()):
            assert option["text"] in asked
            assert option["because"] not in asked
            assert option["because"] in key


def test_nothing_printed_can_be_clicked_in_vain():
    for widget in (explore("nps"), shown(room_plan.EXPLORER), quiz("customers"), cards("customers")):
        assert re.search(r"<(button|input|select|textarea|form|script)\b", fallback.html(state(widget))) is None


def test_text_from_outside_is_escaped_in_print():
    deck = {"cards": [{"english": "<b>x</b>", "dutch": "<i>y</i>", "definition": "plain"}]}
    assert "<b>x" not in fallback.html({"deck": deck})


def test_a_notebook_keeps_the_printed_form_beside_the_widget():
    data = explore("nps")._repr_mimebundle_()
    data = data[0] if isinstance(data, tuple) else data
    assert data["text/plain"] == "Explorer('nps')"
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "Net Promoter Score" in data["text/html"]
    assert "<svg" not in data["text/html"], "letters differ from machine to machine, saved output must not"


def test_a_form_is_printed_with_what_the_case_fills_in_and_its_document():
    text = fallback.html(state(shown(room_plan.EXPLORER)))
    form, document = text.split("<details")
    for told in ("Hotel De Kade", "What matters here", "Commercial process", "Importance", "who they are", "☑", "☐"):
        assert told in form
    assert "# Plan for Hotel De Kade" in document
    assert form.count("☑") == 1, "one row is ticked"
    _corner, *cells = re.findall(r"<td>(.*?)</td>", form)
    assert cells[:3] == ["☑", "4", "2"]
    assert cells[3:6] == ["☐", "", ""], "room to write"


def test_a_form_with_text_from_outside_is_escaped_in_print():
    widget = shown(room_plan.EXPLORER)
    told = state(widget)
    told["explorer"] = {**told["explorer"], "controls": [{"kind": "words", "label": "<b>", "note": "", "value": "<i>"}]}
    told["view"] = {**told["view"], "documents": [{"name": "<u>", "text": "</pre><s>"}]}
    text = fallback.html(told)
    assert not re.search(r"<(b|i|u|s)>", text.replace(text[text.index("se-figures") : text.index("se-chart")], ""))


def test_only_a_form_is_told_where_it_is_kept():
    assert shown(room_plan.EXPLORER).explorer["course"] == quiz("customers").quiz["course"]
    assert "hash" not in explore("nps").explorer


def test_kept_work_outlives_new_wording_and_not_new_fields():
    told = room_plan.EXPLORER.as_dict()["controls"]
    before = fingerprint(told)

    def changed(change):
        copy = json.loads(json.dumps(told))
        change(copy)
        return fingerprint(copy) != before

    assert not changed(lambda c: c[0].update(label="Who", value="Café", placeholder="?"))
    assert not changed(lambda c: c[2]["rows"][0].__setitem__(1, "Clients"))
    assert not changed(lambda c: c[2]["columns"][1].update(label="Weight", note="1 to 5"))
    assert not changed(lambda c: c[3].update(adds="Add a person"))
    assert not changed(lambda c: c[3]["columns"][1]["options"][0].__setitem__(1, "pays"))
    assert changed(lambda c: c[0].update(longest=10))
    assert changed(lambda c: c[2]["rows"].pop())
    assert changed(lambda c: c[2]["columns"][1].update(top=4))
    assert changed(lambda c: c[2]["columns"][2].update(needs=""))
    assert changed(lambda c: c[3]["columns"][1]["options"].pop())
    assert changed(lambda c: c[4].update(maximum=36))
    assert changed(lambda c: c.pop())
