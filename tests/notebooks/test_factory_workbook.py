"""The workbook of chapter 8: its evidence, its text and its model answer say what the data say."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from salesedu.company import evidence
from salesedu.exercises.factory import rooms, scores, tables
from salesedu.exercises.ladder import exercises
from salesedu.explorers.factory import _marleen
from salesedu.factory import block, evidence_by_block

FOLDER = Path(__file__).parents[2] / "notebooks"
CELLS = {cell.id: cell for cell in nbformat.read(FOLDER / "8-sales-factory.ipynb", 4).cells}
SEEDS = [None, 1, 12345]
gather = lru_cache(evidence.gather)


def prose(id):
    """The text of a cell on one line."""
    return " ".join(CELLS[id].source.split())


def printed(id):
    return "".join(output.get("text", "") for output in CELLS[id].outputs)


def truth(number, seed=None):
    return exercises()[f"factory-{number}"].truth(seed)


def piece(function, seed=None):
    """The first piece of evidence that this function of a chapter made."""
    return next(one for one in gather(seed) if one.function == function)


def written(id, name):
    """The literal that a cell gives to a name."""
    tree = ast.parse(CELLS[id].source)
    return next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and node.targets[0].id == name
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_student_makes_again_is_what_was_gathered(seed):
    assert truth(1, seed) == pytest.approx(piece("portfolio.retention_rate", seed).value, rel=1e-5)
    assert truth(2, seed) == pytest.approx(piece("leads.bid_decision", seed).value, rel=1e-5)
    assert truth(3, seed) == piece("leads.bid_decision", seed).suggested
    off = tables.habits(seed)[tables.hopeful(seed)]
    assert max(off, 1 / off) == pytest.approx(piece("market.sales_force_composite", seed).value, rel=1e-5)
    if tables.team(seed)["measure"].iloc[0] == "new business":
        assert rooms.missed(tables.team(seed)).mape == pytest.approx(piece("market.accuracy", seed).value, rel=1e-5)


def test_the_two_sheets_are_those_of_the_page_and_of_the_exercises():
    assert written("importance", "IMPORTANCE") == tables.IMPORTANCE == _marleen.IMPORTANCE
    assert written("marleen", "MARLEEN") == tables.MARLEEN == _marleen.MARLEEN


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("the same level, {:.1f}, made of", lambda: truth(8)),
        ("{:.0f} % of the leads come", lambda: 100 * piece("leads.channel_economics").value),
        ("{:.0f} of 78 bids", lambda: rooms.entered(None)["stopped"].sum()),
        ("of {:.0f} bids went", lambda: len(rooms.entered(None))),
        ("leads carry {:.0f} % of all", lambda: 100 * truth(10)),
        ("NPS {:+.0f} ±", lambda: piece("customers.net_promoter_score").value),
        ("availability (−{:.1f} in", lambda: -piece("customers.satisfaction_gap").value),
        ("puts € {:,.0f} too much", lambda: rooms.too_much(None, "hopeful")),
        ("the others € {:,.0f} too little", lambda: -round(truth(5), -2)),
        ("falls from {:.0f} to", lambda: 100 * rooms.missed(tables.team(None)).mape),
        ("to {:.0f} %. And", lambda: 100 * truth(4)),
        ("And {:.0f} of 16 sellers", lambda: truth(6)),
        ("rose from {:.0f} to", lambda: 100 * scores.bids(None, 1)[0]),
        ("to {:.0f} %; ±", lambda: 100 * scores.bids(None, 0)[0]),
        ("± {:.0f} points may", lambda: truth(11)),
        ("still win only {:.0f} %", lambda: 100 * (rooms.entered(None)["outcome"] == "won").mean()),
    ],
)
def test_a_figure_of_the_model_answer_is_that_of_the_data(said, found):
    assert said.format(found()) in prose("model-answer")


def test_what_the_model_answer_says_in_words_is_in_the_data():
    bids = rooms.entered(None).assign(won=rooms.entered(None)["outcome"] == "won").groupby("stopped")["won"]
    won, each = bids.sum(), bids.size()
    assert f"We won {won[True]} of those, and {won[False]} of the other {each[False]}." in prose("model-answer")
    names = tables.load("representatives").set_index("rep_id")["name"]
    assert f"{names[tables.hopeful(None)]} puts" in prose("model-answer")
    assert "weighted level 2.94" in printed("marleen")
    assert piece("funnel.weighted_pipeline").value < 0.01


def test_the_first_place_after_a_doubt_is_that_of_the_picture():
    names = {"IMPORTANCE": tables.IMPORTANCE, "by_books": tables.suggested(None)}
    source = CELLS["doubt-function"].source.split("    often = ")[0]
    exec("import random\nfrom salesedu.factory import priorities\n" + source + "    return count\n", names)
    count = names["show_doubt"]()
    assert f"first in {100 * count['leads'] / sum(count.values()):.0f} % of the draws" in prose("model-answer")


@pytest.mark.parametrize(
    ("cell", "shown", "text", "said"),
    [
        ("threshold", "0.3015 suggests a 2", "threshold-read", "that is 0.3015, and the threshold of a 3 is 0.30"),
        ("system", "44 open deals without a talk; half of them are 6 days", "system-read", "simply new"),
        ("two-years", "0.294 →   0.542   score 3 → 1", "years-end", "the change is 24.8 points"),
        ("describe-code", "2023-11 2024-05 2024-11", "describe-read", "Every May and November"),
        ("by-books", "'funnel': 3.67", "funnel-score", "The figures average 3.7"),
        ("gather", "suggests a 3", "gather-text", "28 pieces"),
        ("load", "17 tables", "books-text", "Seventeen tables"),
    ],
)
def test_what_the_text_says_of_a_result_was_printed(cell, shown, text, said):
    assert shown in printed(cell)
    assert said in prose(text)
    assert len(gather(None)) == 28
    assert truth(11) > 100 * (scores.bids(None, 0)[0] - scores.bids(None, 1)[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_text_says_without_a_figure_holds_in_every_company(seed):
    assert tables.ranking(seed).first == "leads"
    ranking = tables.ranking(seed).ranking
    assert ranking[0].weight > 1.4 * ranking[1].weight
    assert tables.both_raters(seed).to_discuss == ("leads",)
    assert abs(tables.both_raters(seed).mean_difference) < 0.3
    assert truth(6, seed) >= 15
    funnel = evidence_by_block(gather(seed))["funnel"]
    assert max(one.suggested for one in funnel) - min(one.suggested for one in funnel) >= 2
    talk = tables.last_talk(seed)
    age = (pd.Timestamp(tables.LAST_DAY) - tables.open_deals(seed)["opened_on"]).dt.days
    assert age[talk.isna()].max() <= 30


def test_the_report_was_read_back_whole():
    assert "the same as before: True" in printed("word")
    for heading in ("# The sales factory of Noorderlicht Koffie", "## Actions", "## What is not known"):
        assert heading in printed("word").splitlines()


def test_each_action_is_for_a_block_and_names_a_figure_and_a_day():
    tree = ast.parse(CELLS["actions"].source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert len(calls) == 3
    for call in calls:
        which, what, who, when = (ast.unparse(one) for one in call.args)
        assert block(ast.literal_eval(which)).key in tables.IMPORTANCE
        assert "in July" in what
        assert "%" in what or "half" in what
        assert who
        assert "202" in when


def test_the_model_answer_keeps_to_its_length():
    text = re.sub(r"<summary>.*</summary>|<[^>]+>", " ", CELLS["model-answer"].source)
    assert 150 < len(re.findall(r"[\w,.]*\w", text)) <= 250
