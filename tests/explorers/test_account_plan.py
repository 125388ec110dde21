"""Chapter 7's account plan: what is filled in becomes the plan, what is missing is named, nothing is misread."""

import json
from pathlib import Path

import pytest

from salesedu import explorers
from salesedu.accounts import PLAN_CHECKS, AccountPlan, example_plan
from salesedu.explorers.accounts._typed import amount, quantity, share, when
from tests.explorers.play import figures, filled, paint, reading, said

FORM = {control.name: control for control in explorers.find("account-plan").controls}
EMPTY = {name: filled(control, "nothing") if hasattr(control, "rows") else "" for name, control in FORM.items()}
DONE = {
    "head": {"plan": {"share": "40 %"}},
    "figures": {"figure-4": {"name": "Net Promoter Score", "value": "22 points"}},
    "people": {"person-1": {"role": "decider"}, "person-2": {"stance": "neutral"}},
    "strengths": "- Repairs within four hours, in August too\n- The kitchens like the training\n",
    "goals": {"goal-2": {"by": "15-12-2027"}},
    "actions": {"action-4": {"owner": "service team", "cost": "€ 4.000"}},
    "reviews": "2027-04-05\n5 juli 2027\n20/12/2027",
}


def plan_of(view):
    return AccountPlan.from_markdown(view["documents"][0]["text"])


def missing_of(view):
    return said(view["documents"][1]["text"])


def test_it_starts_where_sanne_had_come():
    view = explorers.first_view("account-plan")
    assert figures(view) == {"complete": "55 %", "missing": "10", "supporters": "1 of 3", "result": "19,980"}
    assert said(view["reading"]) == (
        "Find out who decides. A plan that convinces everybody but the decider ends in a friendly no. 9 more things "
        "are missing."
    )


def test_completed_it_is_the_example_plan():
    view = paint("account-plan", **DONE)
    assert plan_of(view) == example_plan()
    assert figures(view)["complete"] == "100 %"
    assert figures(view)["missing"] == "nothing"
    assert "would Waddenzicht sign the needs" in view["reading"]
    assert "passes every check" in missing_of(view)


def test_its_document_reads_back_as_it_stands():
    assert plan_of(explorers.first_view("account-plan")).gaps() != ()
    assert plan_of(paint("account-plan", **EMPTY)).account == "to be filled in"


def test_the_prediction_is_right_more_words_complete_nothing():
    prediction = explorers.find("account-plan").prediction
    longer = paint("account-plan", situation=FORM["situation"].value + "\n\n" + "And a hotel is a house. " * 20)
    assert figures(longer) == figures(explorers.first_view("account-plan"))
    assert prediction.choices[prediction.right] == "Not at all"


def test_try_this_without_needs_the_figures_hardly_move():
    with_needs, without = (figures(paint("account-plan", **DONE, **more)) for more in ({}, {"needs": " \n "}))
    assert without["complete"] == "95 %"
    assert without["result"] == with_needs["result"]
    assert without["supporters"] == with_needs["supporters"]


def test_the_chart_shows_every_check_and_open_dots_for_what_is_missing():
    chart = explorers.first_view("account-plan")["chart"]["datasets"]
    assert len(chart["there"]) + len(chart["missing"]) == len(PLAN_CHECKS)
    assert len(chart["missing"]) == 10
    assert {row["name"]: row["amount"] for row in chart["rows"]}["People"] == "3 missing"


def test_an_empty_form_says_where_to_begin():
    view = paint("account-plan", **EMPTY)
    assert figures(view) == {"complete": "0 %", "missing": "12", "supporters": "–", "result": "–"}
    assert view["reading"].startswith("The plan is empty. Begin with the customer")
    assert "- The name of the account is not filled in." in missing_of(view)


def test_one_last_gap_names_its_day_in_words():
    text = reading("account-plan", **DONE | {"reviews": "5 April 2027\n5 July 2027"})
    assert text.startswith("One thing is missing. Plan a review on or after 15 December 2027")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (
            {"head": {"plan": {"share": "60 %"}}},
            "the shares of wallet add up to 120 %; together they are 100 % at most",
        ),
        ({"head": {"plan": {"share": "135"}}}, "our share of wallet, “135” is no share; type 0 to 100 %"),
        ({"head": {"plan": {"account": " "}}}, "the name of the account is not filled in"),
        ({"goals": {"goal-2": {"by": "31/2/2027"}}}, "goal 2, “31/2/2027” is no date; type it as 31 March 2027"),
        ({"goals": {"goal-1": {"now": "1.250"}}}, "goal 1, “1.250” can mean 1250 or 1.25; type the one you mean"),
        ({"actions": {"action-4": {"cost": "−5"}}}, "action 4, “−5” is below zero"),
        ({"actions": {"action-5": {"owner": "Els"}}}, "action 5 has nothing under “Action”"),
        ({"people": {"person-4": {"function": "chef"}}}, "person 4 has nothing under “Name”"),
        ({"people": {"person-4": {"name": "Lotte van Rijnbeek"}}}, "person 4 names “Lotte van Rijnbeek” a second time"),
        ({"figures": {"figure-4": {"name": "NPS"}}}, "figure 4 does not say how much"),
        ({"forecast": {"Q1": {"margin": "30000"}}}, "Q1, margin is 30000, more than the revenue of 12000"),
        ({"forecast": {"Q1": {"margin": ""}}}, "Q1 needs revenue and margin both"),
        ({"reviews": "in the summer"}, "reviews, “in the summer” is no date"),
        ({"reviews": "soon\nlater"}, "(and 1 more; see What is missing)"),
    ],
)
def test_what_cannot_be_used_is_asked_back_and_left_out(values, says):
    view = paint("account-plan", **values)
    assert says in said(view["reading"])
    assert said(view["reading"]).startswith("To mend: ")
    assert "## To mend" in missing_of(view)
    assert plan_of(view)


def test_a_cost_that_cannot_be_read_does_not_make_the_plan_more_complete():
    assert figures(paint("account-plan", actions={"action-1": {"cost": "−900"}}))["missing"] == "10"


def test_with_only_a_slip_left_it_says_so():
    assert reading("account-plan", **DONE | {"reviews": DONE["reviews"] + "\nsoon"}).endswith(
        "With that mended, nothing is missing."
    )


# --- What is typed ----------------------------------------------------------------------------


def test_a_number_is_read_as_the_questions_read_it_or_asked_back():
    cases = json.loads((Path(__file__).parents[1] / "vectors" / "numbers.json").read_text("utf-8"))["cases"]
    read = 0
    for case in cases:
        if case.get("unit") or "%" in case["text"] or "cent" in case["text"] or not case["text"].strip():
            continue
        try:
            value = amount(case["text"])
        except ValueError:
            continue
        assert value == case["value"], case["text"]
        read += 1
    assert read > 40


@pytest.mark.parametrize(
    ("text", "value"),
    [("12.500", 12500), ("12,500", 12500), ("€ 12 500", 12500), ("12.500,50", 12500.5), ("0.125", 0.125), ("-3", -3)],
)
def test_money_has_no_thousandths(text, value):
    assert amount(text, money=True) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€ 84.000", 84000, "€"),
        ("84000 euro", 84000, "euro"),
        ("+22 points", 22, "points"),
        ("−4", -4, ""),
        ("35 %", 35, "%"),
        ("2 of 3", 2, "of 3"),
        ("", None, ""),
    ],
)
def test_a_figure_comes_with_its_unit(text, value, unit):
    assert quantity(text) == (value, unit)


@pytest.mark.parametrize(
    "text", ["2027-12-05", "5-12-2027", "05/12/2027", "5.12.2027", "5 dec 2027", "5 December 2027"]
)
def test_a_date_may_be_written_in_many_ways(text):
    assert when(text).isoformat() == "2027-12-05"


@pytest.mark.parametrize(
    ("read", "text"), [(when, "5 smarch 2027"), (when, "32-1-2027"), (share, "-5 %"), (amount, "1e99")]
)
def test_what_is_no_date_share_or_number_is_refused(read, text):
    with pytest.raises(ValueError, match="type"):
        read(text)
