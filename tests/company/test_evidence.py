"""Evidence for the sales factory: what the books say, the same on the page as in the tables."""

from importlib import import_module
from pathlib import Path

import pytest

import salesedu
from salesedu import load
from salesedu.company.__main__ import main
from salesedu.company.evidence import case_module, gather, gather_from
from salesedu.company.generator import generate
from salesedu.company.story import SEED
from salesedu.factory import BLOCKS, CASE, Evidence, suggested_scores

KEYS = [block.key for block in BLOCKS]
SEEDS = [None, 1, 7, 2**40]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_block_of_every_company_has_evidence_from_its_own_tables(seed):
    pieces = gather(seed)
    assert list(suggested_scores(pieces)) == KEYS
    assert [KEYS.index(piece.block) for piece in pieces] == sorted(KEYS.index(piece.block) for piece in pieces)
    for piece in pieces:
        assert piece.sentence.endswith(".")
        assert any(character.isdigit() for character in piece.sentence) or "one of the four" in piece.sentence
        assert "nan" not in piece.sentence.split()
        assert piece.suggested in range(1, 6)
        assert piece.rule
        chapter, function = piece.function.split(".")
        assert piece.chapter == chapter
        module = import_module(f"salesedu.{chapter}")
        assert function in module.__all__
        assert callable(getattr(module, function))
        for table in piece.tables:
            assert len(load(table))
    assert {piece.chapter for piece in pieces} == {
        "customers", "market", "leads", "value", "funnel", "portfolio", "accounts"
    }


def test_the_page_shows_what_the_tables_say():
    assert gather() == CASE


def test_the_committed_module_is_what_the_command_writes(tmp_path, capsys):
    rooms = tmp_path / "salesedu" / "_factory"
    rooms.mkdir(parents=True)
    assert main([str(tmp_path / "datasets")]) == 0
    committed = Path(salesedu.__file__).parent / "_factory" / "case.py"
    assert (rooms / "case.py").read_bytes() == committed.read_bytes()
    assert "case.py" in capsys.readouterr().out


def test_a_module_of_any_evidence_reads_back_as_it_was():
    pieces = (
        Evidence("quotes", 'He said "no" \\ and left. ' + "A long story about a quote. " * 12, 1 / 3, "%"),
        Evidence("leads", "€\xa05\xa0million.", -2.0, tables=("leads",), suggested=1, rule="2 from 3"),
    )
    room: dict = {}
    exec(case_module(pieces), room)
    assert room["CASE"] == pieces
    assert max(map(len, case_module(pieces).splitlines())) <= 120


def test_tables_at_hand_give_the_same_as_a_seed():
    assert gather_from(generate(SEED)) == gather()


def found(block: str, function: str) -> list[float]:
    return [piece.value for piece in CASE if (piece.block, piece.function) == (block, function)]


def test_figures_worked_out_again_from_the_tables():
    orders = load("orders")
    revenue = orders[orders["date"] >= "2025-10-01"].groupby("account_id")["revenue"].sum().sort_values()
    (pareto,) = found("customers", "portfolio.pareto_share")
    assert pareto == pytest.approx(revenue.tail(round(len(revenue) / 5)).sum() / revenue.sum(), abs=0.002)

    answers = load("surveys").query("date >= '2025-10-01'")["nps"]
    (nps,) = found("satisfaction", "customers.net_promoter_score")
    assert nps == pytest.approx(100 * ((answers >= 9).mean() - (answers <= 6).mean()), abs=0.01)

    quotes = load("quotes").query("status != 'open'")
    fast = (quotes["days_to_quote"] <= 3).mean()
    assert found("quotes", "value.win_loss")[1] == pytest.approx(fast, abs=1e-5)

    deals = load("opportunities").dropna(subset="closed_on").merge(load("representatives"), on="rep_id")
    won = deals["stage"].eq("won").groupby([deals["kind"], deals["role"]]).mean()
    ahead = min(
        won["new customer", "hunter"] - won["new customer", "farmer"],
        won["growth", "farmer"] - won["growth", "hunter"],
    )
    assert found("qualities", "funnel.stage_conversions")[0] == pytest.approx(ahead, abs=1e-5)

    tenders = load("tenders").query("outcome != 'no bid'")
    unknown = (~tenders["knew_dmu"]).mean()
    assert found("leads", "leads.bid_decision")[0] == pytest.approx(unknown, abs=1e-5)

    reps = load("targets").groupby("rep_id")[["forecast", "actual"]].sum()
    (worst,) = found("funnel", "market.sales_force_composite")
    assert worst == pytest.approx((reps["forecast"] / reps["actual"]).max(), abs=0.01)

    steps = load("stage_history")["stage"].value_counts()
    (leak,) = found("process", "funnel.conversions_from_history")
    assert leak == pytest.approx(steps["quote"] / steps["trial"], abs=0.02)


def test_what_is_planted_is_what_the_evidence_says():
    said = {(piece.block, piece.function): piece.sentence for piece in reversed(CASE)}
    assert "Speed decides more than price" in said["quotes", "value.win_loss"]
    assert "between trial and quote" in said["process", "funnel.conversions_from_history"]
    assert "availability in the segment hospitality" in said["satisfaction", "customers.satisfaction_gap"]
    assert "address list" in said["leads", "leads.channel_economics"]
