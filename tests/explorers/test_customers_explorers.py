"""Chapter 1's explorers: sound at every corner, right in what they conclude, right in what they predict."""

import json
import re
from itertools import product

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from salesedu import customers, explorers
from salesedu.explorers.parts import Slider

CHAPTER = [one for one in explorers.all_explorers() if one.chapter == "customers"]
by_id = pytest.mark.parametrize("explorer", CHAPTER, ids=[one.id for one in CHAPTER])
SENTENCE = re.compile(r"[A-Z0-9].*[.?]")


def corners(explorer):
    """Lowest, the case's own and highest value of every control, in all combinations."""
    ends = ((control.minimum, control.value, control.maximum) for control in explorer.controls)
    names = [control.name for control in explorer.controls]
    return [dict(zip(names, values, strict=True)) for values in product(*ends)]


def paint(id, **values):
    answer = explorers.call("paint", {"explorer": id, "values": values})
    assert answer["ok"], answer
    return answer["value"]


def figures(view):
    return {kpi["name"]: kpi["value"].replace("\N{NO-BREAK SPACE}", " ") for kpi in view["kpis"]}


def reading(id, **values):
    return paint(id, **values)["reading"].replace("\N{NO-BREAK SPACE}", " ")


def shape(chart):
    return {key: value for key, value in chart.items() if key not in ("datasets", "description")}


# --- Every explorer ---------------------------------------------------------------------------


@by_id
def test_every_corner_gives_figures_a_chart_and_a_sentence(explorer):
    first = explorers.first_view(explorer.id)["chart"]
    for values in corners(explorer):
        view = paint(explorer.id, **values)
        assert 1 <= len(view["kpis"]) <= 4
        assert [kpi["lead"] for kpi in view["kpis"]] == [True] + [False] * (len(view["kpis"]) - 1)
        assert all(kpi["label"] and kpi["value"] for kpi in view["kpis"])
        assert SENTENCE.fullmatch(view["reading"])
        assert view["chart"]["description"]
        # What a learner reads, not what the machine says when it does not know.
        words = json.dumps([view["kpis"], view["reading"], view["chart"]["description"]])
        assert not re.search(r"\b(nan|inf|None|True|False)\b|-\d|  ", words)
        assert "−0 " not in words
        assert shape(view["chart"]) == shape(first)


@by_id
def test_the_chart_is_one_that_vega_lite_draws(explorer):
    lowest = {control.name: control.minimum for control in explorer.controls}
    for values in ({}, lowest):
        chart = paint(explorer.id, **values)["chart"]
        for width in (300, 640):
            assert "var(--se-" in vl_convert.vegalite_to_svg({**chart, "width": width})


@by_id
def test_nothing_is_drawn_beyond_the_ends_of_the_axis(explorer):
    for values in corners(explorer):
        chart = paint(explorer.id, **values)["chart"]
        for layer in chart["layer"]:
            across = layer["encoding"]["x"]
            if "field" not in across:
                continue
            low, high = across["scale"]["domain"]
            fields = [across["field"], layer["encoding"].get("x2", across)["field"]]
            for row in chart["datasets"][layer["data"]["name"]]:
                for field in fields:
                    assert low - 1e-6 <= row[field] <= high * 1.01 + 1e-6


@by_id
@given(data=st.data())
def test_wherever_the_sliders_stand_it_can_be_painted(explorer, data):
    values = {}
    for control in explorer.controls:
        steps = round((control.maximum - control.minimum) / control.step)
        values[control.name] = control.minimum + control.step * data.draw(st.integers(0, steps))
    view = paint(explorer.id, **values)
    # What JSON makes of whole numbers on the way to Python and back.
    assert paint(explorer.id, **{name: float(value) for name, value in values.items()}) == view


@by_id
def test_every_control_changes_what_is_read_or_seen(explorer):
    first = explorers.first_view(explorer.id)
    for control in explorer.controls:
        moved = paint(explorer.id, **{control.name: control.maximum})
        assert moved["chart"]["datasets"] != first["chart"]["datasets"] or moved["kpis"] != first["kpis"]
        assert moved["reading"] != first["reading"]


@by_id
def test_it_comes_with_what_a_learner_needs(explorer):
    assert explorer.question.endswith("?")
    assert explorer.try_this
    assert explorer.prediction is not None
    assert explorer.dutch
    assert all(isinstance(control, Slider) for control in explorer.controls)
    json.dumps(explorer.as_dict(), allow_nan=False)


@by_id
def test_a_prediction_shows_something_other_than_the_case(explorer):
    view = paint(explorer.id, **explorer.prediction.values)
    assert view["reading"] != explorers.first_view(explorer.id)["reading"]


# --- Net Promoter Score -----------------------------------------------------------------------


def test_nps_starts_on_the_case():
    view = explorers.first_view("nps")
    assert figures(view) == {"score": "+20", "promoters": "45 %", "passives": "30 %", "detractors": "25 %"}
    assert reading("nps") == (
        "For every ten fans there are almost six critics: the score is +20, and with 120 answers "
        "the truth lies between +5 and +35."
    )


def test_nps_without_answers_asks_for_some():
    view = paint("nps", promoters=0, passives=0, detractors=0)
    assert figures(view)["score"] == "–"
    assert "Nobody has answered yet" in view["reading"]
    assert view["chart"]["datasets"]["result"] == []


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((0, 40, 0), "No fans and no critics"),
        ((40, 40, 0), "Not one critic"),
        ((0, 40, 40), "Not one fan"),
        ((40, 0, 40), "cancel each other out"),
        ((10, 0, 40), "For every ten critics there are between two and three fans"),
        ((100, 40, 10), "For every ten fans there is one critic:"),
        ((100, 40, 11), "For every ten fans there is just over one critic:"),
        ((100, 40, 1), "there are hardly any critics"),
        ((99, 0, 100), "there are almost ten fans"),
        ((40, 0, 0), "cannot promise what the next customer says"),
        ((1, 0, 0), "one answer cannot promise"),
        ((5, 5, 3), "So few answers"),
        ((50, 40, 48), "cannot even tell whether you have more fans"),
    ],
)
def test_nps_concludes(counts, says):
    assert says in reading("nps", **dict(zip(("promoters", "passives", "detractors"), counts, strict=True)))


def test_nps_prediction():
    now = customers.net_promoter_score_of_counts(54, 36, 30).score
    then = customers.net_promoter_score_of_counts(54, 18, 30).score
    right = 2 if then > now else 0 if then < now else 1
    prediction = explorers.find("nps").prediction
    assert prediction.values == {"passives": 18}
    assert prediction.right == right


# --- Satisfaction gap -------------------------------------------------------------------------


def test_gap_starts_on_the_case():
    assert figures(explorers.first_view("satisfaction-gap")) == {
        "overall": "−0.2",
        "verdict": "met",
        "shortfall": "service",
        "mend": "service",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"service": 10}, "beats expectation by 1.0 point"),
        ({"service": 8}, "No dimension falls short"),
        ({"service": 4}, "let down by 1.4 points"),
        ({"promise": 1}, "Without the extra 1.0 point of promise the same work would have felt like −0.2"),
        ({"promise": -1}, "Promising 1.0 point less did that: the same work felt like −0.2 before"),
        ({"service": 7, "availability": 5.5}, "Availability falls short most, but service weighs more"),
        ({"service": 9, "price": 5}, "Mend price first: it falls 1.5 points short."),
    ],
)
def test_gap_concludes(values, says):
    assert says in reading("satisfaction-gap", **values)


def test_gap_prediction():
    usual, weights = [8, 8, 6.5, 7.5], [30, 40, 20, 10]
    felt = [8.5, 7, 6.5, 8]
    now = customers.satisfaction_gap(usual, felt, weights).overall
    then = customers.satisfaction_gap([score + 1 for score in usual], felt, weights).overall
    prediction = explorers.find("satisfaction-gap").prediction
    assert prediction.values == {"promise": 1}
    assert then - now == pytest.approx(-1)
    assert prediction.choices[prediction.right] == "It grows worse by a full point"
    assert figures(paint("satisfaction-gap", promise=1))["overall"] == f"−{-then:.1f}"


# --- Value disciplines ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "customer intimacy leads by only 1.0 point: stuck in the middle. It takes 0.5 points more"),
        ({"intimacy": 8.5}, "A clear choice: customer intimacy leads by 1.5 points"),
        ({"operations": 8}, "operational excellence and customer intimacy are level"),
        ({"threshold": 7}, "Repair before you choose: product leadership falls 0.5 points short"),
        ({"intimacy": 9, "threshold": 7}, "Excellent in customer intimacy, and still not on the shortlist"),
        ({"threshold": 7.5}, "operational excellence and product leadership fall short, by up to 1.0 point"),
        ({"threshold": 10}, "misses the threshold of 10.0 everywhere"),
        ({"operations": 0, "product": 0, "intimacy": 0, "threshold": 0}, "are level"),
    ],
)
def test_disciplines_conclude(values, says):
    assert says in reading("value-disciplines", **values)


def test_the_chart_says_in_words_who_leads_and_who_is_below():
    rows = paint("value-disciplines", intimacy=9, threshold=7)["chart"]["datasets"]["rows"]
    assert [row["amount"] for row in rows] == ["7.0", "6.5 · below", "9.0 · leads"]


def test_disciplines_prediction():
    before, after = (customers.value_discipline([7, 6.5, 8], threshold) for threshold in (6, 7))
    prediction = explorers.find("value-disciplines").prediction
    assert prediction.values == {"threshold": 7}
    assert (before.verdict, after.verdict) == ("stuck in the middle", "below threshold")
    assert after.below == ("product leadership",)
    assert prediction.choices[prediction.right] == "Below the threshold in one discipline"


# --- Recovery value ---------------------------------------------------------------------------


def test_recovery_starts_on_the_case():
    assert figures(explorers.first_view("recovery-value")) == {
        "net": "€ 6,000",
        "return": "50 %",
        "lost": "€ 252,000",
        "missed": "€ 63,000",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "80 complaints cost € 12,000 to handle and keep € 18,000"),
        ({}, "120 customers never complained, and would be worth € 63,000 more"),
        ({"voiced": 0}, "Nobody complains, and that is no good news"),
        ({"voiced": 100}, "Nobody is silent any more"),
        ({"voiced": 95, "well": 100}, "The 10 silent customers would add € 5,250"),
        ({"well": 0}, "worse off than silence"),
        ({"well": 40, "repeat": 85}, "keep no more than silence would have"),
        ({"cost": 1000}, "It pays below € 225 a complaint"),
        ({"cost": 0}, "80 complaints cost nothing to handle"),
        ({"repeat": 70}, "handling complaints cannot pay"),
        ({"repeat": 60, "cost": 0}, "handling complaints cannot pay"),
    ],
)
def test_recovery_concludes(values, says):
    assert says in reading("recovery-value", **values)


def test_recovery_shows_no_return_on_nothing_spent():
    assert figures(paint("recovery-value", cost=0))["return"] == "–"


def test_all_customers_with_a_problem_are_on_one_of_the_paths():
    for values in corners(explorers.find("recovery-value")):
        data = paint("recovery-value", **values)["chart"]["datasets"]
        assert sum(part["end"] - part["start"] for part in [*data["firsts"], *data["seconds"]]) == 200


def test_recovery_prediction():
    case = {"repeat_well": 0.85, "repeat_badly": 0.6, "repeat_never": 0.7, "margin_per_year": 1500}
    case |= {"years": 3, "cost_per_complaint": 150}
    now = customers.recovery_value(48, 32, 120, **case).net
    then = customers.recovery_value(72, 48, 80, **case).net
    prediction = explorers.find("recovery-value").prediction
    assert prediction.values == {"voiced": 60}
    assert then == pytest.approx(1.5 * now)
    assert prediction.choices[prediction.right] == "Half as much again"
    assert figures(paint("recovery-value", voiced=60))["net"] == f"€ {then:,.0f}"


# --- Value chain ------------------------------------------------------------------------------


def test_chain_starts_on_the_case():
    assert figures(explorers.first_view("value-chain")) == {
        "margin": "€ 0.80 million",
        "primary": "84 %",
        "support": "16 %",
        "largest": "€ 4.6 million",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "€ 0.93 goes into the work and € 0.07 is left"),
        ({}, "gone when revenue falls by 6.7 %"),
        ({"revenue": 11.2}, "Revenue just covers all nine activities"),
        ({"revenue": 10.5}, "Each euro of revenue costs € 1.07"),
        ({"revenue": 10.5}, "€ 0.70 million a year goes missing"),
    ],
)
def test_chain_concludes(values, says):
    assert says in reading("value-chain", **values)


def test_the_steps_lead_from_revenue_to_margin():
    for values in corners(explorers.find("value-chain")):
        chart = paint("value-chain", **values)["chart"]
        revenue, *steps, margin = chart["datasets"]["bars"]
        assert len(steps) == 9
        left = revenue["end"] - sum(step["end"] - step["start"] for step in steps)
        assert left == pytest.approx(margin["start"] or margin["end"], abs=0.1)


def test_chain_prediction():
    costs = dict.fromkeys(customers.PRIMARY_ACTIVITIES, 0) | {"operations": 11.2e6}
    now, then = (customers.value_chain(revenue, costs).margin for revenue in (12e6, 11.4e6))
    prediction = explorers.find("value-chain").prediction
    assert prediction.values == {"revenue": 11.4}
    assert then / now == pytest.approx(0.25)
    assert prediction.choices[prediction.right] == "Three quarters of it is gone"
    assert figures(paint("value-chain", revenue=11.4))["margin"] == "€ 0.20 million"


def test_halving_service_nearly_doubles_the_margin_as_the_explorer_says():
    assert figures(paint("value-chain", service=0.6))["margin"] == "€ 1.50 million"
