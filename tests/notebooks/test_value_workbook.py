"""The workbook of chapter 4: what its prose and its model answer say is what the data say."""

import re
from pathlib import Path

import nbformat
import pytest

from salesedu.exercises.ladder import exercises
from salesedu.exercises.value import tables

FOLDER = Path(__file__).parents[2] / "notebooks"
CELLS = {cell.id: cell for cell in nbformat.read(FOLDER / "4-value-proposition.ipynb", 4).cells}


def model_answer():
    return re.sub(r"\s+", " ", CELLS["model-answer"].source)


def printed(id):
    return "".join(output.get("text", "") for output in CELLS[id].outputs)


def truth(number):
    return exercises()[f"value-{number}"].truth(None)


def thousands(euros):
    return f"{round(euros, -3):,.0f}"


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ('"Price" stands beside {} % of our lost quotes', lambda: 100 * price_of_lost()),
        ("{} % of those were not dearer", lambda: 100 * truth(2)),
        ("won {} points more often than a slow one", lambda: tables.adjusted(None, "speed")),
        ("a cheaper quote {} points more often", lambda: truth(5)),
        ("customers that buy on price ({} points)", lambda: truth(6)),
        ("with the others it is {}.", lambda: 100 * tables.led(None, "value").price.adjusted_effect),
        ("{} % of them, in euros, go to customers that buy on value", lambda: 100 * truth(7)),
        ("pays if {} % of the effect is real", lambda: 100 * 90_000 / truth(11)),
    ],
)
def test_a_rounded_figure_of_the_model_answer_is_that_of_the_data(sentence, figure):
    assert sentence.format(f"{figure():.0f}") in model_answer()


def price_of_lost():
    found = tables.lost(None)
    return found.blamed_on_price / sum(found.reasons.values())


def test_the_orders_of_the_model_answer_are_those_of_the_data():
    assert f"{truth(10):.2f} orders for each one we have now. I expect 1.07." in model_answer()
    assert "That is 1.07 for each one now." in printed("plan-a-orders")


def test_the_euros_of_the_model_answer_are_those_of_the_data():
    assert f"costs us about € {thousands(-tables.gain_of_cut(None))} a year" in model_answer()
    assert f"add about € {thousands(truth(11))} (± € 67,000)" in model_answer()
    margin = re.search(r"± € ([\d,]+)", printed("promise-margin")).group(1)
    assert thousands(float(margin.replace(",", ""))) == "67,000"
    assert f"adds −€ {-tables.gain_of_cut(None):,.0f} of" in printed("plan-a-code")


def test_the_quotes_lost_in_a_year_are_those_of_the_first_sentence():
    found = tables.lost(None).total
    lost = (found.quotes - found.won) / tables.BOOK_YEARS
    assert f"loses some {round(lost, -1):.0f} quotes a year" in CELLS["title"].source


def test_no_representative_stands_out_as_the_model_answer_says():
    rows = tables.decided(None)
    quotes = rows.groupby("rep_id")["discount"].agg(["mean", "size"])
    reach = 1.96 * rows["discount"].std() / quotes["size"] ** 0.5
    assert ((quotes["mean"] - rows["discount"].mean()).abs() < reach).all()
    assert "no one stands out from chance" in model_answer()


@pytest.mark.parametrize("seed", [None, 1, 12345])
def test_what_the_prose_says_without_a_figure_holds_in_every_company(seed):
    found = tables.lost(seed)
    assert found.driver == "speed"
    assert all(rates["fast"].rate > rates["slow"].rate for rates in found.table.values())
    price_led, value_led = tables.led(seed, "price"), tables.led(seed, "value")
    assert price_led.price.adjusted_effect > 2 * value_led.price.adjusted_effect
    assert tables.share_of_slow(seed) > 0.3
    assert tables.gain_of_cut(seed) < 0 < tables.gain_of_promise(seed) - 90_000


@pytest.mark.parametrize("seed", [49, 7, 2026])
def test_there_is_a_prospect_in_every_company(seed):
    customer = tables.prospect(seed)
    assert customer["organisation"]
    assert customer["segment"] != "reseller"
    assert customer["employees"] > 0


def test_the_model_answer_keeps_to_its_length():
    text = re.sub(r"<summary>.*</summary>|<[^>]+>", " ", CELLS["model-answer"].source)
    assert 150 < len(re.findall(r"[\w,.]*\w", text)) <= 200
