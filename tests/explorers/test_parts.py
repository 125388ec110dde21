"""The parts of an explorer check themselves and read what a front end sends."""

import pytest

from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, Toggle, View

COUNT = Slider("count", "Count", 0, 100, 1, 54)
POINTS = Slider("points", "Points", 1, 10, 0.1, 7.3)
PLACE = Choice("place", "Place", (("nl", "Netherlands"), ("be", "Belgium")), "nl")
OPEN = Toggle("open", "Open", True)
CHART = {"description": "A chart."}


@pytest.mark.parametrize(("given", "read"), [(54, 54), (54.0, 54), (0, 0), (100.0, 100)])
def test_a_whole_number_stays_whole_though_json_made_it_a_float(given, read):
    assert COUNT.read(given) == read
    assert isinstance(COUNT.read(given), int)


def test_a_number_is_put_back_on_the_grid():
    assert POINTS.read(0.1 + 0.2 + 1) == 1.3
    assert POINTS.read(10) == 10


@pytest.mark.parametrize(
    ("control", "value", "names"),
    [
        (COUNT, 101, ["Count", "0 to 100", "101"]),
        (COUNT, -1, ["Count", "0 to 100", "-1"]),
        (COUNT, 5.5, ["Count", "steps of 1", "5.5"]),
        (COUNT, "5", ["Count", "number", "'5'"]),
        (COUNT, True, ["Count", "number", "True"]),
        (COUNT, float("nan"), ["Count", "number", "nan"]),
        (COUNT, float("inf"), ["Count", "number", "inf"]),
        (COUNT, None, ["Count", "number", "NoneType"]),
        (COUNT, 10**400, ["Count", "number"]),
        (PLACE, "de", ["Place", "'de'", "nl, be"]),
        (PLACE, ["nl"], ["Place", "a list", "nl, be"]),
        (OPEN, 1, ["Open", "on or off", "1"]),
    ],
)
def test_a_value_that_a_control_cannot_have_is_named(control, value, names):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        control.read(value)
    for name in names:
        assert name in str(caught.value)
    assert len(str(caught.value)) < 200


def test_choices_and_toggles_are_read_as_they_are():
    assert PLACE.read("be") == "be"
    assert OPEN.read(False) is False


@pytest.mark.parametrize("value", [200, 0.5])
def test_a_slider_cannot_start_where_it_cannot_go(value):
    with pytest.raises(ValueError, match="Count"):
        Slider("count", "Count", 0, 100, 1, value)


def test_a_slider_ends_on_its_own_grid():
    with pytest.raises(ValueError, match="steps of 3"):
        Slider("count", "Count", 0, 100, 3, 54)


def test_controls_turn_into_json():
    assert POINTS.as_dict()["step"] == 0.1
    assert PLACE.as_dict()["options"] == [["nl", "Netherlands"], ["be", "Belgium"]]
    assert OPEN.as_dict() == {"kind": "toggle", "name": "open", "label": "Open", "value": True}


@pytest.mark.parametrize(
    ("kpis", "chart", "reading"),
    [
        ((Kpi("a", "A", "1"),), CHART, "So."),
        ((Kpi("a", "A", "1", lead=True), Kpi("b", "B", "1", lead=True)), CHART, "So."),
        (tuple(Kpi(name, "A", "1", lead=name == "a") for name in "abcde"), CHART, "So."),
        ((Kpi("a", "A", "1", lead=True),), CHART, " "),
        ((Kpi("a", "A", "1", lead=True),), {"description": ""}, "So."),
    ],
    ids=["no lead", "two leads", "five figures", "nothing read", "nothing described"],
)
def test_an_unfinished_view_is_refused(kpis, chart, reading):
    with pytest.raises(ValueError, match="view"):
        View(kpis, chart, reading)


def explorer(**changes):
    def paint(count, open):
        return View((Kpi("sum", "Sum", f"{count} {open}", lead=True),), CHART, "So it is.")

    described = {
        "id": "sample",
        "chapter": "customers",
        "title": "Sample",
        "dutch": "Voorbeeld",
        "question": "What?",
        "try_this": "That.",
        "concepts": ("kpi",),
        "section": "would-they-recommend-you",
        "controls": (COUNT, OPEN),
        "paint": paint,
    }
    return Explorer(**described | changes)


def test_controls_that_are_not_given_keep_the_case():
    assert explorer().view({"count": 7.0}).kpis[0].value == "7 True"
    assert explorer().view().kpis[0].value == "54 True"


def test_an_unknown_control_is_named_with_those_there_are():
    with pytest.raises(ValueError, match=r"no control 'size'; it has count, open"):
        explorer().view({"size": 1})


def test_values_come_by_name():
    with pytest.raises(ValueError, match="by name"):
        explorer().view([54, True])


@pytest.mark.parametrize("controls", [(), (COUNT, COUNT), tuple(Toggle(n, n, True) for n in "abcdef")])
def test_an_explorer_has_one_to_five_controls_each_named_once(controls):
    with pytest.raises(ValueError, match="one to five controls"):
        explorer(controls=controls)


def test_a_prediction_moves_controls_that_exist_to_values_they_can_have():
    for values in ({"size": 1}, {"count": 500}):
        with pytest.raises(ValueError, match=r"Sample|Count"):
            explorer(prediction=Prediction("?", ("a", "b"), values, 0, "because"))


@pytest.mark.parametrize(("choices", "right"), [(("a",), 0), (("a", "b"), 2), (("a", "b"), -1)])
def test_a_prediction_has_a_right_choice_among_others(choices, right):
    with pytest.raises(ValueError, match="prediction"):
        Prediction("?", choices, {}, right, "because")
