"""What holds for every explorer of every chapter: sound at every corner, drawn, described, to be predicted."""

import json
import re

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from salesedu import concepts, explorers
from salesedu._marks import LETTER
from salesedu.explorers.parts import Sheet, Slider, Words
from tests.explorers.play import corners, options, paint, shape

ALL = explorers.all_explorers()
by_id = pytest.mark.parametrize("explorer", ALL, ids=[one.id for one in ALL])
SENTENCE = re.compile(r"[A-Z0-9€].*[.?]")
WORDS = re.compile(r'<text[^>]* text-anchor="(\w+)" transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*>([^<]+)<')


@by_id
def test_every_corner_gives_figures_a_chart_and_a_sentence(explorer):
    first = explorers.first_view(explorer.id)["chart"]
    for values in corners(explorer):
        view = paint(explorer.id, **values)
        assert 1 <= len(view["kpis"]) <= 4
        assert [kpi["lead"] for kpi in view["kpis"]] == [True] + [False] * (len(view["kpis"]) - 1)
        assert all(kpi["label"] and kpi["value"] for kpi in view["kpis"])
        assert SENTENCE.fullmatch(view["reading"])
        # What a learner reads, not what the machine says when it does not know.
        words = json.dumps([view["kpis"], view["reading"], view["chart"]["description"]], ensure_ascii=False)
        assert not re.search(r"\b(nan|inf|None|True|False)\b|-\d|  |−€?\s?0\b(?!\.)", words)
        assert shape(view["chart"]) == shape(first)


@by_id
def test_nothing_is_drawn_beyond_the_ends_of_the_axis(explorer):
    for values in corners(explorer):
        chart = paint(explorer.id, **values)["chart"]
        for layer in chart["layer"]:
            across = layer["encoding"]["x"]
            if "field" not in across:
                continue
            low, high = across["scale"]["domain"]
            fields = {across["field"], layer["encoding"].get("x2", across).get("field", across["field"])}
            for row in chart["datasets"][layer["data"]["name"]]:
                for field in fields:
                    assert low - 1e-6 <= row[field] <= high * 1.01 + 1e-6


def narrow(explorer):
    """The case, the prediction, and both ends of every control on its own."""
    ends = [{control.name: value} for control in explorer.controls for value in options(control)]
    return [{}, dict(explorer.prediction.values) if explorer.prediction else {}, *ends]


@by_id
def test_on_a_phone_no_word_runs_out_of_the_chart(explorer):
    for values in narrow(explorer):
        picture = vl_convert.vegalite_to_svg({**paint(explorer.id, **values)["chart"], "width": 300})
        assert "var(--se-" in picture
        for anchor, x, _, text in WORDS.findall(picture):
            length = len(text) * LETTER
            left = float(x) - {"start": 0, "middle": length / 2, "end": length}[anchor]
            # Real letters are a little narrower than LETTER, so a word may seem to stick out by a few of them.
            assert left >= -12, text
            assert left + length <= 312, text


@by_id
@given(data=st.data())
def test_wherever_the_controls_stand_it_can_be_painted(explorer, data):
    values = {}
    for control in explorer.controls:
        if isinstance(control, Slider):
            steps = round((control.maximum - control.minimum) / control.step)
            values[control.name] = control.minimum + control.step * data.draw(st.integers(0, steps))
        elif isinstance(control, Words):
            values[control.name] = data.draw(st.text(max_size=min(control.longest, 60)))
        elif isinstance(control, Sheet):
            rows = st.sampled_from(options(control))
            values[control.name] = {key: data.draw(rows)[key] for key, *_ in control.rows}
        else:
            values[control.name] = data.draw(st.sampled_from(options(control)))
    view = paint(explorer.id, **values)
    # What JSON makes of whole numbers on the way to Python and back.
    again = {name: float(value) if type(value) is int else value for name, value in values.items()}
    assert paint(explorer.id, **again) == view


@by_id
def test_every_control_changes_what_is_read_or_seen(explorer):
    first = explorers.first_view(explorer.id)
    for control in explorer.controls:
        start = control.start if isinstance(control, Sheet) else control.value
        others = [paint(explorer.id, **{control.name: value}) for value in options(control) if value != start]
        shown = ("documents",) if explorer.keeps else ("chart", "kpis")
        assert any(any(view[part] != first[part] for part in shown) for view in others), control.name
        if not explorer.keeps:  # a form's one sentence need not mention every field of it
            assert any(view["reading"] != first["reading"] for view in others), control.name


@by_id
def test_it_stands_in_its_chapter_and_names_concepts_that_are_there(explorer):
    chapter = concepts.load(explorer.chapter)
    assert explorer.section in {concept.section for concept in chapter.concepts}
    # The first is its own chapter's; others may have been met before.
    assert concepts.find(explorer.concepts[0]).chapter == explorer.chapter
    for concept in explorer.concepts:
        assert concepts.find(concept).id == concept


@by_id
def test_it_comes_with_what_a_learner_needs(explorer):
    assert explorer.question.endswith("?")
    assert explorer.try_this
    assert explorer.dutch
    json.dumps(explorer.as_dict(), allow_nan=False)


@by_id
def test_a_prediction_shows_something_other_than_the_case(explorer):
    if explorer.keeps:  # a guess may not touch what the learner fills in
        assert not explorer.prediction or not explorer.prediction.values
        return
    view = paint(explorer.id, **explorer.prediction.values)
    assert view["reading"] != explorers.first_view(explorer.id)["reading"]


@by_id
def test_documents_have_the_same_names_wherever_the_controls_stand(explorer):
    first = [document["file_name"] for document in explorers.first_view(explorer.id)["documents"]]
    assert bool(first) or not explorer.keeps, "what is filled in can be taken along"
    for values in corners(explorer) if explorer.keeps else [{}]:
        documents = paint(explorer.id, **values)["documents"]
        assert [document["file_name"] for document in documents] == first
        for document in documents:
            # "None of the blocks" and "None yet" are English.
            assert not re.search(r"\b(None(?! of| yet)|nan|True|False)\b", document["text"])
