"""The account plan: what it refuses, what it finds missing, and that no document loses a character."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import accounts as a
from salesedu.accounts import AccountPlan

ANY_LETTER = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
NASTY = st.text(st.sampled_from("|\\`*_#<>[]()!&;:-+=~.1 2\"'“€\u00a0é漢🙂\u200b{}$"), max_size=20)
TRICKS = st.sampled_from(["&amp;", "1. x", "<br>", "---", "a\\|", "**b**"])
LINE = st.one_of(st.text(ANY_LETTER, max_size=30), NASTY, TRICKS)
TEXT = LINE.filter(str.strip)
EUROS = st.floats(0, 1e12)
ANY_NUMBER = st.floats(-1e12, 1e12) | st.integers(-5, 5) | st.decimals(-99, 99, places=3)
SHARE = st.none() | st.integers(0, 16).map(lambda whole: whole / 100) | st.floats(0, 0.16)
DAY = st.none() | st.dates()
FORECASTS = st.tuples(TEXT, EUROS, st.floats(-1, 1)).map(lambda row: (row[0], row[1], row[1] * row[2]))


def once(parts):
    return st.lists(parts, max_size=3, unique_by=lambda row: " ".join(row[0].split()))


PLANS = st.builds(
    AccountPlan,
    TEXT,
    TEXT,
    TEXT,
    situation=st.lists(LINE, max_size=3).map("\n\n".join),
    figures=once(st.tuples(TEXT, ANY_NUMBER, LINE)),
    people=once(
        st.tuples(TEXT, LINE, st.lists(st.sampled_from(a.DMU_ROLES)), st.sampled_from(a.STANCES), LINE),
    ),
    needs=st.lists(TEXT, max_size=3),
    own_share=SHARE,
    competitors=once(st.tuples(TEXT, SHARE, LINE)),
    strengths=st.lists(TEXT, max_size=3),
    risks=st.lists(TEXT, max_size=3),
    goals=st.lists(st.tuples(TEXT, LINE, st.none() | ANY_NUMBER, st.none() | ANY_NUMBER, DAY), max_size=3),
    actions=st.lists(st.tuples(TEXT, LINE, DAY, st.none() | EUROS), max_size=3),
    forecast=once(FORECASTS),
    review_dates=st.lists(st.dates(), max_size=3),
)


@given(PLANS)
def test_markdown_reads_back_exactly(plan):
    assert AccountPlan.from_markdown(plan.to_markdown()) == plan


@given(PLANS)
def test_what_is_complete_has_no_gaps(plan):
    assert 0 <= plan.completeness <= 1
    assert plan.complete == (plan.completeness == 1)
    assert all(gap.missing.endswith(".") and gap.because.endswith(".") for gap in plan.gaps())


# --- Reading what people change ----------------------------------------------------------------

EXAMPLE = a.example_plan()
# Who types a number types a plain space before its unit.
TEXT_OF_EXAMPLE = EXAMPLE.to_markdown().replace("\N{NO-BREAK SPACE}", " ")


def changed(old, new):
    assert TEXT_OF_EXAMPLE.count(old) == 1
    return AccountPlan.from_markdown(TEXT_OF_EXAMPLE.replace(old, new))


def test_a_hand_written_plan_is_understood():
    plan = AccountPlan.from_markdown(
        "#  account plan:  De Zwaan \r\n* Period: 2027\r\n* __Account manager__: Bram\r\n\r\n"
        "## needs:\r\n1. one bill\r\n2. *fast* repair\r\n"
        "## People\r\n\r\nStance | Name\r\n--- | :---:\r\nSupporter | Els\r\n"
    )
    assert plan == AccountPlan(
        "De Zwaan", "2027", "Bram", needs=["one bill", "fast repair"], people=[("Els", "", (), "supporter")]
    )


def test_numbers_as_people_write_them():
    assert changed("| € 4,000 |", "| 4000 |").actions[3].cost == 4_000
    assert changed("| € 4,000 |", "| €4,000.50 |").actions[3].cost == 4_000.5
    assert changed("wallet:** 40 %", "wallet:** 0.4").own_share == 0.4
    assert changed("| 2027-06-15 |", "| |").actions[3].due is None


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("| € 4,000 |", "| 4.000 |", ["Actions, row 4, Cost", "two ways", "4,000 or 4.0000"]),
        ("| € 4,000 |", "| a lot |", ["Actions, row 4, Cost", "'a lot'", "12,500"]),
        ("| € 4,000 |", "| 4.000,50 |", ["Actions, row 4, Cost", "12,500 or 12.50"]),
        ("| 2027-06-15 |", "| mid June |", ["Actions, row 4, Due", "'mid June'", "2027-03-31"]),
        ("| € 4,000 |", "| € 4,000 | x |", ["Actions, row 4", "5 cells", "4 columns"]),
        ("| € 12,000 |", "| |", ["Forecast, row 1 has no Revenue", "fill it in"]),
        ("| Cost |", "| Money |", ["Actions", "'Money'", "Cost"]),
        ("| Owner |", "| Action |", ["Actions", "'Action'", "twice"]),
        ("## Needs", "## Wishes", ["'Wishes'", "unknown", "Needs"]),
        ("## Needs", "## Risks", ["'Risks' twice", "together"]),
        ("## Goals\n", "## Goals\n\nWe want more.\n", ["Goals", "'We want more.'", "Situation"]),
        ("- **Period:** 2027\n", "", ['no "Period"', "add the line"]),
        ("**Period:**", "**Year:**", ["'Year'", "Period"]),
        ("# Account plan:", "# Plan:", ["no title", "Account plan"]),
        ("| supporter |", "| fan |", ["Lotte", "stance", "'supporter'"]),
    ],
)
def test_a_wrong_edit_is_named_with_its_place(old, new, names):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        changed(old, new)
    for name in names:
        assert name in str(caught.value)


def test_numbers_that_could_be_misread_are_never_written():
    plan = replace(EXAMPLE, figures=[("a", 12.5), ("b", 1.125), ("c", 12_500), ("d", -0.25), ("e", 1e-7)])
    text = plan.to_markdown()
    for cell in ("| 12.50 |", "| 1.1250 |", "| 12,500 |", "| −0.25 |", "| 1e-07 |"):
        assert cell in text


# --- Gaps --------------------------------------------------------------------------------------


def test_the_example_is_complete():
    assert EXAMPLE.gaps() == ()
    assert EXAMPLE.completeness == 1
    assert (EXAMPLE.revenue, EXAMPLE.margin, EXAMPLE.margin_rate, EXAMPLE.cost) == (84_000, 22_680, 0.27, 6_700)
    assert EXAMPLE.result == 15_980
    assert EXAMPLE.known_share == pytest.approx(1)


def test_an_empty_plan_is_a_form_that_names_every_section():
    plan = AccountPlan("a", "2027", "b")
    assert {gap.section for gap in plan.gaps()} >= {"Situation", "People", "Goals", "Actions", "Forecast"}
    assert plan.completeness == 0
    assert plan.known_share is None


@pytest.mark.parametrize(
    ("change", "section", "says"),
    [
        ({"people": [("Els", "cook", "user", "neutral")]}, "People", "who decides"),
        ({"people": [("Els", "", "decider", "unknown")]}, "People", "stance of Els"),
        ({"people": [("Els", "", "user", "supporter"), ("Jan", "", "decider", "neutral")]}, "People", "supporter"),
        ({"goals": [("be loved", "", 1, 2, "2027-01-01")]}, "Goals", "“be loved”"),
        ({"goals": [("grow", "€", None, 2, "2027-01-01")]}, "Goals", "stand now on “grow”"),
        ({"actions": [("call", "", "2027-01-01", 0)]}, "Actions", "owner and a date to “call”"),
        ({"actions": [("call", "Els", "2027-01-01", None)]}, "Actions", "cost of “call”"),
        ({"actions": [("party", "Els", "2027-01-01", 50_000)]}, "Forecast", "€\u00a050,000"),
        ({"review_dates": ["2027-01-01", "2027-02-01"]}, "Review dates", "2027-12-15"),
        ({"own_share": None}, "Competitors", "share of wallet"),
        ({"figures": EXAMPLE.figures[:2]}, "Figures", "three figures"),
    ],
)
def test_a_gap_says_what_is_missing(change, section, says):
    gaps = replace(EXAMPLE, **change).gaps()
    assert any(gap.section == section and says in gap.missing for gap in gaps)


# --- Parts -------------------------------------------------------------------------------------


def test_parts_may_be_mappings_rows_or_themselves():
    plans = [
        AccountPlan("a", "1", "b", people=[person])
        for person in (
            a.Person("Els", "cook", ("user",), "neutral"),
            {"name": "Els", "function": "cook", "roles": "user", "stance": "Neutral"},
            ["Els", "cook", ["User"], "neutral"],
        )
    ]
    assert plans[0] == plans[1] == plans[2]


def test_white_space_is_tidied_and_dates_are_sorted():
    plan = AccountPlan(
        " a\n b ", "1", "c", situation="x\ny\n \n\n z ", review_dates=[datetime(2027, 2, 1, 9), "2027-01-01"]
    )
    assert (plan.account, plan.situation) == ("a b", "x y\n\nz")
    assert plan.review_dates == (date(2027, 1, 1), date(2027, 2, 1))


def test_a_goal_is_measurable_with_measure_target_and_date():
    assert a.Goal("grow", "€", 1, 2, "2027-01-01").measurable
    assert not a.Goal("grow", "€", 1, 2).measurable
    assert not a.Goal("grow", "", 1, 2, "2027-01-01").measurable
