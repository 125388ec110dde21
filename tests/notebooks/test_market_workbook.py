"""The model answer of the workbook on the sales plan: each of its figures is one of the data."""

import json
from pathlib import Path

import pytest

from salesedu.exercises.ladder import exercises
from salesedu.exercises.market import tables

CELLS = json.loads(
    (Path(__file__).parents[2] / "notebooks" / "2-market-to-sales-plan.ipynb").read_text("utf-8")
)["cells"]
ANSWER = next("".join(cell["source"]) for cell in CELLS if "<details>" in "".join(cell["source"]))
# nbval compares what the cells print with what they print anew, so what is committed holds.
PRINTED = "".join(
    "".join(output.get("text") or output.get("data", {}).get("text/plain", ""))
    for cell in CELLS
    for output in cell.get("outputs", [])
)


def truth(number):
    return exercises()[f"market-{number}"].truth(None)


def million(value, decimals=1):
    return f"€ {abs(value) / 1e6:.{decimals}f} million"


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (lambda: million((truth(5) + tables.plan(None).sum()) / 2), "Write {} on the board"),
        (lambda: f"{tables.above(None) / 1e6:.1f}", "not {}, and share"),
        (lambda: million(truth(5)), "The line says {};"),
        (
            lambda: f"{(sum(tables.history(None)[48:]) - sum(tables.line(None, 48))) / 1e6:.2f}",
            "it was € {} and €",
        ),
        (lambda: million(truth(4), 2), "and {} too low"),
        (lambda: million(tables.plan(None).sum()), "The plan from below says {};"),
        (
            lambda: million(tables.on_the_books(None, 2027)["contract_value"].sum()),
            "begins with {} under contract",
        ),
        (
            lambda: million(tables.on_the_books(None, 2026)["contract_value"].sum()),
            "against {} a year ago",
        ),
        (lambda: million(sum(truth(9).values()), 2), "leaves a gap of {}."),
        (lambda: million(truth(9)["south"], 2), "is in the South ({})"),
        (lambda: f"€ {truth(10):,.0f}", "for {} of variable pay"),
        (lambda: f"{100 * truth(11):.1f} %", "we have {} of the potential"),
    ],
)
def test_a_figure_of_the_model_answer_is_that_of_the_data(figure, written):
    assert written.format(figure()) in " ".join(ANSWER.split())


def test_what_the_model_answer_says_of_people_is_in_the_data():
    people = tables.load("representatives").set_index("rep_id")
    gaps = tables.plan(None) - 1.10 * tables.last_year(None)
    short = people.loc[gaps.idxmin()[1], "name"]
    assert f"({million(gaps.min(), 2)}) with {short}" in " ".join(ANSWER.split())
    assert truth(9)["south"] < sum(truth(9).values()) / 2
    assert gaps.min() < truth(9)["south"] / 2
    assert f"{(gaps < 0).sum()} of {len(gaps)} account managers miss" in " ".join(ANSWER.split())
    farmers = people[people["role"] == "farmer"]
    assert f"the agreed € {farmers['variable_at_target'].sum():,}." in ANSWER
    worst = people.loc[tables.for_each_euro(None).idxmax(), "name"]
    assert f"{worst}'s forecasts times 0.72" in ANSWER
    assert f"{worst}  595200    0.72" in PRINTED


def test_the_plan_of_a_year_ago_and_the_growth_of_segments_are_in_the_data():
    assert "the same plan for 2025/26: € 13,086,812" in PRINTED
    assert million(13_086_812 - tables.yearly(None)[2026], 2) in ANSWER
    for name, written in [("hospitality", "hospitality (+{})"), ("reseller", "resellers (+{})")]:
        now = tables.segment_sales(None, name)
        growth = now / (tables.segment_sales(None, name, 24) - now) - 1
        assert written.format(f"{100 * growth:.1f} %") in " ".join(ANSWER.split())
        assert growth > tables.load("segments").set_index("segment").loc[name, "growth"]


def test_the_two_largest_customers_of_the_shortest_portfolio_have_left():
    rep = (tables.plan(None) - 1.10 * tables.last_year(None)).idxmin()[1]
    books = tables.on_the_books(None, 2026)
    two = books[books["rep_id"] == rep].nlargest(2, "contract_value")
    assert two["left_on"].notna().all()
    assert "whose two largest customers left" in " ".join(ANSWER.split())
