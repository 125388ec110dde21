"""The workbook of chapter 3: its text and its model answer say what the data say."""

from pathlib import Path

import nbformat
import pytest

from salesedu.exercises.ladder import exercises
from salesedu.exercises.leads import tables

WORKBOOK = nbformat.read(Path(__file__).parents[2] / "notebooks/3-lead-management.ipynb", 4)


def prose(id):
    """The text of a cell on one line."""
    return " ".join(next(cell.source for cell in WORKBOOK.cells if cell.id == id).split())


def printed(id):
    cell = next(cell for cell in WORKBOOK.cells if cell.id == id)
    return "".join(output.get("text", "") for output in cell.outputs)


def truth(number):
    return exercises()[f"leads-{number}"].truth(None)


def two_cheapest(column):
    rows = tables.per_channel(None)[column]
    return 100 * rows[["address list", "online campaign"]].sum() / rows.sum()


def strangers_below(score):
    rows = tables.decided(None)
    return 100 * (rows.loc[rows["order"], "score"] < score).mean()


def more_visits():
    scores = tables.later(None)["score"]
    return ((scores >= truth(7)) & (scores < tables.JORIS)).sum()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("score of {:.0f} on", lambda: truth(7)),
        ("{:.0f} % of the leads", lambda: two_cheapest("leads")),
        ("{:.0f} % of the orders. With", lambda: two_cheapest("orders")),
        ("€{:,.0f} through the address list", lambda: tables.channels(None)["address list"].cost_per_order),
        ("€{:,.0f} through references", lambda: tables.channels(None)["references"].cost_per_order),
        ("€{:.2f} for a euro", lambda: tables.channels(None)["cold calling"].cost_per_euro_of_margin),
        ("only {:.0f} % of the orders", lambda: strangers_below(truth(7))),
        ("missed {:.0f} % of them", lambda: 100 * truth(6)),
        ("earned €{:.0f},000 more", lambda: truth(8) / 1_000),
        ("takes {:,.0f} visits more", more_visits),
        ("€{:.1f} million a year (an estimate) is left", lambda: truth(9) / 1e6),
        ("at {:.0f} known customers", lambda: (tables.large(None)["share"] < 0.4).sum()),
        ("lost €{:.0f},000", lambda: -truth(10) / 1_000),
    ],
)
def test_the_figures_of_the_model_answer_are_those_of_the_data(said, found):
    assert said.format(found()) in prose("model-answer")


@pytest.mark.parametrize(
    ("cell", "shown", "text", "said"),
    [
        ("three-orders-code", "without three orders: € 144,948", "model-answer", "still €145,000"),
        ("wallet-record", "3,261 deals, 22% won", "model-answer", "against 22 % with strangers"),
        ("wallet-record", "117 deals, 41% won", "model-answer", "we win 41 % of our deals"),
        ("luck-code", "none at all 25%", "luck-read", "One month in four"),
        ("threshold-median", "best threshold 40", "threshold-doubt", "he would be right"),
    ],
)
def test_what_the_text_says_of_a_result_was_printed_above_it(cell, shown, text, said):
    assert shown in printed(cell)
    assert said in prose(text)


def test_the_money_and_the_doubts_in_the_text_are_those_of_the_data():
    assert tables.per_channel(None)["invoices"].sum() / (40 / 12) == pytest.approx(150_000, rel=0.03)
    assert "about €150,000 a year" in prose("title")
    rows = tables.traced(None)
    listed = rows.loc[rows["order"] & (rows["channel"] == "address list"), "margin"]
    assert (len(listed), round(listed.max() / listed.sum(), 1)) == (14, 0.4)
    assert "fourteen orders, and one of them brought nearly half" in prose("doubt-orders-read")
    visits = tables.later(None).sort_values("margin").iloc[:-3]
    assert 1 - (tables.earned(visits, 20) - tables.earned(visits, 40)) / truth(8) == pytest.approx(2 / 3, abs=0.02)
    assert "Two thirds of the advantage hung on three orders" in prose("three-orders-read")
    assert "nearly a thousand visits more" in prose("three-orders-read")
