"""Controls that are filled in: texts and sheets, and the explorers and documents that are made of them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu.explorers.parts import (
    Choice,
    Document,
    Entry,
    Explorer,
    Kpi,
    Level,
    Pick,
    Prediction,
    Sheet,
    Slider,
    Step,
    Tick,
    Toggle,
    View,
    Words,
)
from tests.explorers import room_plan
from tests.explorers.play import filled

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "controls.json").read_text("utf-8"))
KINDS = {"slider": Slider, "choice": Choice, "toggle": Toggle, "words": Words, "sheet": Sheet}
COLUMNS = {"tick": Tick, "level": Level, "pick": Pick, "entry": Entry}

BLOCKS = room_plan.BLOCKS
GOAL = Words("goal", "Goal", longest=12)
STORY = Words("story", "Story", lines=4, longest=60)


def made(told):
    """The control that a front end was told of."""
    given = {key: tuple(map(tuple, value)) if key in ("options", "rows") else value for key, value in told.items()}
    kind = given.pop("kind")
    if kind in COLUMNS:
        return COLUMNS[kind](**given)
    if kind == "sheet":
        given["columns"] = tuple(map(made, given["columns"]))
    return KINDS[kind](**given)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["control"]["label"] for vector in VECTORS])
def test_what_fits_in_the_browser_is_read_here_and_what_does_not_is_refused_with_a_sentence(vector):
    control = made(vector["control"])
    for value in vector["fits"]:
        control.read(value)
    for value in vector["does_not_fit"]:
        with pytest.raises(ValueError, match=rf"^{control.label}.*\.$"):
            control.read(value)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["control"]["label"] for vector in VECTORS])
def test_a_control_tells_a_front_end_all_that_it_is(vector):
    control = made(vector["control"])
    told = json.loads(json.dumps(control.as_dict()))
    assert made(told).as_dict() == control.as_dict()
    assert told["kind"] == vector["control"]["kind"]


def test_a_text_comes_with_plain_line_ends_and_nothing_unprintable():
    assert STORY.read("one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"
    assert GOAL.read("a\nb\x00\x1bc") == "a bc"
    assert STORY.read("half a pair \ud83d") == "half a pair ?"
    assert GOAL.read("  grow  ") == "  grow  ", "what one types stays, edges too"


def test_a_text_without_room_is_refused():
    with pytest.raises(ValueError, match="Goal has room for 12 letters, not for 13"):
        GOAL.read("x" * 13)
    with pytest.raises(ValueError, match="room for"):
        Words("goal", "Goal", "x" * 13, longest=12)


@given(st.text())
def test_any_text_is_read_or_refused_and_can_be_written_to_a_file(text):
    try:
        read = STORY.read(text)
    except ValueError:
        return
    read.encode("utf-8")
    assert STORY.read(read) == read


def test_every_cell_is_there_and_one_that_waits_for_its_tick_is_empty():
    read = BLOCKS.read({"process": {"counts": False, "importance": 5, "score": 4}})
    assert list(read) == ["customers", "process", "qualities"]
    assert read["customers"] == {"counts": True, "importance": 4, "score": 2}, "left out: the start value"
    assert read["process"] == {"counts": False, "importance": None, "score": None}


def test_the_start_values_are_told_whole_to_the_front_end():
    sheet = Sheet("s", "S", (("a", "A"),), BLOCKS.columns, {"a": {"counts": False, "score": 4}})
    assert sheet.as_dict()["value"] == {"a": {"counts": False, "importance": None, "score": 4}}, "ticked, the 4 is back"
    assert sheet.read({})["a"]["score"] is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"customers": {"score": 9}}, ["What matters here, Customers: Score", "1 to 5", "9"]),
        ({"customers": {"price": 9}}, ["Customers", "no column 'price'", "score"]),
        ({"customer": {}}, ["no row 'customer'", "customers, process"]),
        ({"customers": 3}, ["Customers", "by name"]),
        (None, ["by name", "NoneType"]),
        ({"customers": {"counts": "yes"}}, ["Customers: Matters", "ticked or not", "'yes'"]),
        ({"customers": {"score": float("nan"), "counts": True}}, ["level", "nan"]),
    ],
)
def test_a_cell_that_cannot_be_is_named_by_sheet_row_and_column(value, names):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        BLOCKS.read(value)
    for name in names:
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((), (Tick("t", "T"),)),
        ((("a", "A"), ("a", "B")), (Tick("t", "T"),)),
        ((("<b>", "A"),), (Tick("t", "T"),)),
        ((("a", "A"),), ()),
        ((("a", "A"),), (Tick("t", "T"), Entry("t", "T"))),
        ((("a", "A"),), (Level("l", "L", needs="t"),)),
        ((("a", "A"),), (Entry("e", "E"), Level("l", "L", needs="e"))),
    ],
    ids=["no rows", "a key twice", "no key", "no columns", "a name twice", "no such tick", "needs no tick"],
)
def test_a_sheet_that_cannot_be_filled_in_is_refused(rows, columns):
    with pytest.raises(ValueError, match="sheet"):
        Sheet("s", "S", rows, columns)


def test_rows_that_are_added_begin_empty():
    rows = (("a", "A"), ("b", "B"))
    assert Sheet("s", "S", rows, (Entry("e", "E"),), {"a": {"e": "x"}}, adds="Add one").as_dict()["adds"] == "Add one"
    with pytest.raises(ValueError, match="adds rows that begin empty"):
        Sheet("s", "S", rows, (Entry("e", "E", "x"),), adds="Add one")


def test_steps_hold_every_field_of_a_form_once_and_in_order():
    first, rest = ("customer", "goal"), ("blocks", "people", "months")
    whole = described(keeps=True, steps=(Step("Who", first), Step("What", rest)))
    assert whole.as_dict()["steps"][1] == {"title": "What", "controls": list(rest)}
    twice = (first, rest, ("goal",))
    for steps, keeps in (((first,), True), ((rest, first), True), (twice, True), ((first, rest), False)):
        with pytest.raises(ValueError, match="steps that hold every control"):
            described(keeps=keeps, steps=tuple(Step("Part", names) for names in steps))


def test_levels_have_a_sensible_top():
    for top in (1, 11):
        with pytest.raises(ValueError, match="top of 2 to 10"):
            Level("l", "L", top=top)


@pytest.mark.parametrize("how", ["nothing", "least", "most"])
def test_a_sheet_filled_in_alike_is_read(how):
    read = BLOCKS.read(filled(BLOCKS, how))
    assert [cells["score"] for cells in read.values()] == [{"nothing": None, "least": 1, "most": 5}[how]] * 3


def described(**changes):
    one = room_plan.EXPLORER
    fields = ("id", "chapter", "title", "dutch", "question", "try_this", "concepts", "section", "controls", "paint")
    return Explorer(**{name: getattr(one, name) for name in fields} | changes)


def test_a_form_may_have_twelve_fields_and_a_model_to_play_with_five():
    fields = tuple(Words(name, name) for name in "abcdefghijkl")
    assert described(controls=fields, keeps=True).as_dict()["keeps"] is True
    for controls, keeps, most in ((fields, False, "five"), ((*fields, GOAL), True, "twelve")):
        with pytest.raises(ValueError, match=f"one to {most} controls"):
            described(controls=controls, keeps=keeps)


def test_a_guess_may_not_touch_what_the_learner_fills_in():
    free = Prediction("?", ("a", "b"), {}, 0, "because")
    assert described(keeps=True, prediction=free).prediction is free
    moving = Prediction("?", ("a", "b"), {"months": 3}, 0, "because")
    with pytest.raises(ValueError, match="may move no control"):
        described(keeps=True, prediction=moving)


@pytest.mark.parametrize(
    ("file_name", "media_type", "text"),
    [
        ("../plan.md", "text/markdown", "x"),
        (".plan", "text/markdown", "x"),
        ("my plan.md", "text/markdown", "x"),
        ("plan.md", "text/html", "x"),
        ("plan.md", "text/markdown", " "),
    ],
)
def test_a_document_that_could_not_be_saved_is_refused(file_name, media_type, text):
    with pytest.raises(ValueError, match=r"document|file name"):
        Document("Plan", file_name, media_type, text)


def test_a_view_carries_its_documents_each_with_a_name_of_its_own():
    plan = Document("Plan", "plan.md", "text/markdown", "# Plan\n")
    kpis, chart = (Kpi("a", "A", "1", lead=True),), {"description": "A chart."}
    assert View(kpis, chart, "So.", (plan,)).as_dict()["documents"] == [
        {
            "name": "Plan",
            "file_name": "plan.md",
            "media_type": "text/markdown",
            "format": "Markdown",
            "text": "# Plan\n",
        }
    ]
    assert View(kpis, chart, "So.").as_dict()["documents"] == []
    with pytest.raises(ValueError, match="same file name"):
        View(kpis, chart, "So.", (plan, plan))
