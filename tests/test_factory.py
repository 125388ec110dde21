"""Chapter 8: the blocks, the arithmetic by hand, and what the learner is told about it."""

import math

import pandas as pd
import pytest

from salesedu import concepts
from salesedu import factory as f

KEYS = [block.key for block in f.BLOCKS]


# --- the blocks ---------------------------------------------------------------------------------


def test_the_eleven_blocks_are_those_of_the_syllabus_in_its_order():
    assert [(block.number, block.name) for block in f.BLOCKS] == [
        (1, "Customers"),
        (2, "Set-up of the commercial organisation"),
        (3, "Customer satisfaction"),
        (4, "Competitor analysis"),
        (5, "Business intelligence and business development"),
        (6, "Leads and opportunities"),
        (7, "Convincing quotes"),
        (8, "Predictable sales funnel"),
        (9, "Commercial process"),
        (10, "Commercial system"),
        (11, "Qualities of the sellers"),
    ]


@pytest.mark.parametrize("block", f.BLOCKS, ids=lambda block: block.key)
def test_a_block_asks_describes_five_levels_and_leads_to_sections_that_exist(block):
    assert block.question.endswith("?")
    assert len(set(block.levels)) == 5
    assert all(level.endswith(".") and 30 < len(level) < 230 for level in block.levels)
    assert block.anchors == {1: block.levels[0], 3: block.levels[2], 5: block.levels[4]}
    assert len(block.short) <= 10
    assert len({one.link for one in block.places}) == len(block.places)
    for one in block.places:
        chapter = concepts.load(one.chapter)
        assert (one.number, one.page) == (chapter.number, chapter.page)
        assert one.title == chapter.sections[one.section]
        assert one.section in {concept.section for concept in chapter.concepts}


def test_every_chapter_before_the_last_furnishes_a_block():
    taught = {chapter for block in f.BLOCKS for chapter in block.chapters}
    assert taught == {chapter.key for chapter in concepts.chapters() if chapter.key != "factory"}


def test_no_two_blocks_share_a_name_or_an_axis():
    for name in ("key", "name", "dutch", "short", "question"):
        assert len({getattr(block, name) for block in f.BLOCKS}) == 11


@pytest.mark.parametrize("which", [7, 7.0, "7", "quotes", "Convincing quotes", "overtuigende offertes", f.BLOCKS[6]])
def test_a_block_is_found_by_number_key_or_name(which):
    assert f.block(which).key == "quotes"


# --- the level ----------------------------------------------------------------------------------


def test_the_level_by_hand():
    # (4·5 + 2·3 + 3·2) / (5 + 3 + 2) = 32 / 10
    found = f.assess({"customers": 4, "quotes": 2, "funnel": 3}, {"customers": 5, "quotes": 3, "funnel": 2})
    assert found.level == pytest.approx(3.2)
    assert found.mean == pytest.approx(3)
    assert found.gaps == {"customers": 0, "quotes": 2, "funnel": 1}
    assert found.shares == pytest.approx({"customers": 0.5, "quotes": 0.3, "funnel": 0.2})
    assert (found.reached, found.below) == (("customers",), ("quotes", "funnel"))
    assert found.line("quotes").weighted_gap == 6
    assert (found.coverage, found.lowest, found.highest) == (1, found.level, found.level)
    assert f.weighted_level([4, 2, 3], [5, 3, 2]) == pytest.approx(3.2)


def test_a_block_without_a_score_is_not_a_zero():
    # Scored: 4 and 2, alike. If the third were a 1: 7/3; if it were a 5: 11/3.
    found = f.assess({"customers": 4, "quotes": 2, "leads": None})
    assert found.level == 3
    assert found.coverage == pytest.approx(2 / 3)
    assert (found.lowest, found.highest) == (pytest.approx(7 / 3), pytest.approx(11 / 3))
    assert found.unscored == ("leads",)
    line = found.line("leads")
    assert (line.score, line.gap, line.weighted_gap) == (None, None, None)
    assert (line.state, line.looks_like) == ("not scored", "")
    assert "from 2.3 to 3.7" in found.because
    assert [spot.kind for spot in found.blind_spots] == ["not scored"]


def test_without_any_score_there_is_no_level():
    found = f.assess([None] * 11)
    assert (found.level, found.mean, found.coverage, found.lowest, found.highest) == (None, None, 0, 1, 5)
    assert "no level" in found.because
    assert f.priorities(found).ranking == ()


@pytest.mark.parametrize("hole", [None, float("nan"), pd.NA])
def test_an_empty_cell_of_a_table_is_no_score(hole):
    series = pd.Series([3, hole], index=["customers", "quotes"], dtype=object)
    assert f.assess(series).unscored == ("quotes",)


def test_what_is_not_chosen_does_not_count():
    scores = [5, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1]
    found = f.assess(scores, chosen=["quotes", "customers"])
    assert found.level == 4
    assert list(found.scores) == ["customers", "quotes"]
    assert len(found.not_chosen) == 9
    # A short list goes with the blocks in the order in which they are chosen.
    assert f.assess([3, 5], chosen=["quotes", "customers"]).scores == {"customers": 5, "quotes": 3}
    # Importance alone chooses a block too, and then it has no score.
    assert f.assess({"quotes": 2}, {"quotes": 3, "leads": 5}).unscored == ("leads",)


def test_wanted_levels_for_all_or_for_each():
    assert f.assess({"quotes": 2, "leads": 2}, wanted=3).gaps == {"leads": 1, "quotes": 1}
    assert f.assess({"quotes": 2, "leads": 2}, wanted={"quotes": 5}).gaps == {"leads": 2, "quotes": 3}
    assert f.assess({"quotes": 5}).gaps == {"quotes": 0}


def test_weights_on_any_scale_give_the_same_level():
    scores = {"customers": 4, "quotes": 1, "leads": 3}
    small, large = ({"customers": 5 * k, "quotes": 2 * k, "leads": 1 * k} for k in (1, 100))
    assert f.assess(scores, small).level == pytest.approx(f.assess(scores, large).level)


def test_a_score_between_two_levels_looks_like_the_lower_one():
    assert f.assess({"quotes": 2.5}).line(7).looks_like == f.block("quotes").levels[1]
    assert f.assess({"quotes": 5}).line(7).looks_like == f.block("quotes").levels[4]


def test_the_radar_has_the_first_block_on_top_and_runs_clockwise():
    top, right, bottom, left = f.assess([5, 5, None, 2.5], chosen=KEYS[:4], wanted=4).radar
    assert (top.x, top.y) == (pytest.approx(0), pytest.approx(1))
    assert (right.x, right.y) == (pytest.approx(1), pytest.approx(0))
    assert (bottom.x, bottom.y, bottom.angle) == (None, None, 180)
    assert (bottom.wanted_x, bottom.wanted_y) == (pytest.approx(0), pytest.approx(-0.8))
    assert (left.x, left.y) == (pytest.approx(-0.5), pytest.approx(0))
    for point in f.assess([3] * 11).radar:
        assert math.hypot(point.x, point.y) == pytest.approx(0.6)


# --- blind spots --------------------------------------------------------------------------------


def kinds(*arguments, **named):
    return [(spot.kind, spot.block) for spot in f.assess(*arguments, **named).blind_spots]


def test_a_score_that_nothing_shows_is_a_blind_spot_once_evidence_is_looked_at():
    scores = {"customers": 3, "quotes": 4}
    assert kinds(scores) == []
    assert kinds(scores, evidence=[]) == [("no evidence", "customers"), ("no evidence", "quotes")]
    piece = f.Evidence("quotes", "Two thirds go out within three days.", suggested=4)
    assert kinds(scores, evidence=[piece]) == [("no evidence", "customers")]


def test_a_score_far_from_its_evidence_is_a_blind_spot():
    slow = f.Evidence("quotes", "A quote takes nine days.", 9, "days", suggested=2)
    base = {"customers": 3, "quotes": 4}
    own = f.Evidence("customers", "Known.", suggested=3)
    assert kinds(base, evidence=[slow, own]) == [("evidence disagrees", "quotes")]
    assert kinds(base | {"quotes": 3}, evidence=[slow, own]) == []


def test_the_important_blind_spots_come_first():
    assert kinds({"customers": None, "quotes": None}, {"customers": 2, "quotes": 5}) == [
        ("not scored", "quotes"),
        ("not scored", "customers"),
    ]


def test_blind_spots_of_the_whole():
    assert kinds({"quotes": 3, "leads": 2}) == [("foundation left out", "customers")]
    assert kinds([3] * 11) == [("all the same", None)]
    assert kinds([3, 4] * 5 + [3], [5] * 11) == [("all equally important", None)]
    assert kinds([3, 3, 3], chosen=KEYS[:3]) == []


# --- priorities ---------------------------------------------------------------------------------


def test_gaps_by_importance_by_hand():
    # 2·3 = 6, 1·5 = 5, 3·1 = 3, 0·5 = nothing to do
    found = f.priorities(
        {"quotes": 2, "leads": 3, "system": 1, "customers": 4}, {"quotes": 3, "leads": 5, "system": 1, "customers": 5}
    )
    assert [(one.rank, one.key, one.weight) for one in found.ranking] == [
        (1, "quotes", 6),
        (2, "leads", 5),
        (3, "system", 3),
    ]
    assert (found.first, found.total) == ("quotes", 14)
    assert sum(one.share for one in found.ranking) == pytest.approx(1)
    assert found.ranking[0].next_step == f.block("quotes").levels[2]
    assert found.ranking[0].links[0] == "4-value-proposition.html#a-quote-that-convinces"
    assert "2 points below the wanted 4, times importance 3, is 6" in found.because.replace("\xa0", " ")


def test_equal_weights_share_a_rank_and_the_important_one_stands_first():
    # quotes 3·2, leads 2·3, customers 1·1
    found = f.priorities({"quotes": 1, "leads": 2, "customers": 3}, {"quotes": 2, "leads": 3, "customers": 1})
    assert [(one.rank, one.key, one.tied) for one in found.ranking] == [
        (1, "leads", True),
        (1, "quotes", True),
        (3, "customers", False),
    ]
    assert found.first is None
    assert "share the first place" in found.because


def test_rounding_does_not_break_a_tie():
    # 0.1·3 and 0.3·1 are equal on paper and not in binary.
    found = f.priorities({"quotes": 3.9, "leads": 3.7}, {"quotes": 3, "leads": 1})
    assert [one.rank for one in found.ranking] == [1, 1]


def test_the_next_step_is_one_level_up_not_the_whole_gap():
    first = f.priorities({"funnel": 1.5}, wanted=5).ranking[0]
    assert (first.gap, first.next_level, first.next_step) == (3.5, 2, f.block("funnel").levels[1])


def test_what_has_no_score_has_no_rank_and_is_named():
    found = f.priorities({"quotes": 3, "leads": None})
    assert [one.key for one in found.ranking] == ["quotes"]
    assert found.unscored == ("leads",)
    assert "could be worse" in found.because


# --- evidence -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "thresholds", "score"),
    [
        (0.29, (0.3, 0.4, 0.5, 0.6), 1),
        (0.3, (0.3, 0.4, 0.5, 0.6), 2),
        (0.1 + 0.2, (0.3, 0.4, 0.5, 0.6), 2),
        (0.6, (0.3, 0.4, 0.5, 0.6), 5),
        (15, (14, 10, 7, 3), 1),
        (7, (14, 10, 7, 3), 4),
        (0, (14, 10, 7, 3), 5),
        (-1.9, (-2, -1, -0.5, -0.25), 2),
    ],
)
def test_a_threshold_is_reached_by_standing_on_it(value, thresholds, score):
    assert f.suggested_score(value, thresholds).score == score


def test_a_suggestion_says_its_rule_in_the_unit_of_the_figure():
    found = f.suggested_score(0.32, (0.15, 0.3, 0.5, 0.75), "%")
    assert found.rule.replace("\xa0", " ") == "2 from 15 %, 3 from 30 %, 4 from 50 %, 5 from 75 %"
    assert found.because.replace("\xa0", " ") == "32 % does not reach 50 %, the threshold of a 4."


def test_suggestions_are_averaged_per_block_and_what_suggests_nothing_is_absent():
    pieces = [
        f.Evidence(7, "Slow.", suggested=2),
        f.Evidence("quotes", "Won often.", suggested=5),
        f.Evidence("leads", "They said so."),
    ]
    assert f.suggested_scores(pieces) == {"quotes": 3.5}
    assert list(f.evidence_by_block(pieces)) == ["leads", "quotes"]


# --- comparison ---------------------------------------------------------------------------------


def test_a_year_later_by_hand():
    # (3·5 + 2·3) / 8 = 2.625 and (4·5 + 3·3) / 8 = 3.625
    weights = {"customers": 5, "quotes": 3}
    before = f.assess({"customers": 3, "quotes": 2}, weights)
    after = f.assess({"customers": 4, "quotes": 3}, weights)
    found = f.compare(before, after)
    assert (found.level_first, found.level_second, found.change) == (2.625, 3.625, 1)
    assert found.up == ("customers", "quotes")
    assert "from 2.6 to 3.6 (+1.0)" in found.because


def test_a_change_of_weights_or_blocks_is_no_progress():
    before = f.assess({"customers": 5, "quotes": 1}, {"customers": 1, "quotes": 5})
    after = f.assess({"customers": 5, "quotes": 1, "leads": 5}, {"customers": 5, "quotes": 1, "leads": 5})
    assert after.level > before.level + 2
    found = f.compare(before, after)
    assert found.change == 0
    assert found.only_second == ("leads",)
    assert found.same == ("customers", "quotes")


def test_a_block_that_fell_is_named_before_what_rose():
    found = f.compare({"customers": 3, "quotes": 4}, {"customers": 5, "quotes": 3})
    assert found.down == ("quotes",)
    assert found.advice.startswith("Convincing quotes went down")


def test_two_raters():
    marleen, daan = ({1: a, 2: b, 3: c, 4: d} for a, b, c, d in ((3, 2, 4, 3), (4, 5, 4, 3)))
    found = f.compare(marleen, daan, names=("Marleen", "Daan"), raters=True)
    assert (found.mean_difference, found.mean_distance, found.agreement) == (1, 1, 0.5)
    assert found.to_discuss == ("organisation",)
    assert "Daan scores 1.0\xa0point higher on average" in found.because
    assert "Set-up of the commercial organisation" in found.advice
    assert found.lines[1].says == "Daan: 3.0\xa0points higher"


def test_nothing_shared_is_said():
    found = f.compare({"customers": 3}, {"quotes": 3})
    assert (found.change, found.agreement, found.to_discuss) == (None, None, ())
    assert "nothing to compare" in found.because


# --- the report ---------------------------------------------------------------------------------


def written(**named):
    pieces = [f.Evidence("quotes", "A quote | takes *nine* days.", 9, "days", "value", "value.win_loss", ["quotes"], 2)]
    found = f.assess({"customers": 4, "quotes": 2, "leads": None}, {"customers": 5, "quotes": 5, "leads": 4})
    return f.report(found, pieces, "Noorderlicht Koffie", **named)


def test_a_report_has_all_its_parts_in_order():
    text = written(by="Marleen", on="1 October 2026").to_markdown()
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# The sales factory of Noorderlicht Koffie",
        "## The picture",
        "## Gaps by importance",
        "## Evidence",
        "### 1. Customers",
        "### 6. Leads and opportunities",
        "### 7. Convincing quotes",
        "## Actions",
        "## What is not known",
    ]
    assert "*Marleen, 1 October 2026*" in text
    assert text.endswith(".\n")
    assert "None" not in text
    assert "nan" not in text.lower().split()


def test_the_summary_is_made_from_the_numbers():
    summary = written().summary.replace("\xa0", " ")
    assert "On 2 of the 11 building blocks" in summary
    assert "a weighted level of 3.0" in summary
    assert "Highest: Customers (4). Lowest: Convincing quotes (2)." in summary
    assert "1 of the 2 scores has evidence, 1 piece in all." in summary
    assert "71 % of the importance is scored" in summary  # 10 of 14


def test_evidence_stands_with_its_chapter_function_and_table_and_cannot_break_the_page():
    text = written().to_markdown()
    assert "A quote \\| takes \\*nine\\* days. *Source: chapter 4, `value.win_loss`, table quotes.*" in text
    assert "Suggests a 2." in text
    assert text.count("No evidence.") == 2


def test_what_is_not_known_is_said():
    unknown = " ".join(written().unknown)
    assert "Block 6 (Leads and opportunities) is chosen and has no score" in unknown
    assert "Block 1 (Customers) scores 4, and nothing shows why" in unknown
    assert "Not looked at, because they were not chosen: “Set-up" in unknown


def test_actions_are_proposed_or_those_of_the_writer():
    proposed = written().actions
    assert [(one.block, one.proposed) for one in proposed] == [("quotes", True)]
    assert proposed[0].what == f.block("quotes").levels[2]
    mine = written(actions=[f.Action(7, "Send it on Tuesday", "Sanne", "1 May")])
    assert "| Convincing quotes | Send it on Tuesday | Sanne | 1 May |" in mine.to_markdown()
    assert written(actions={"quotes": "Call them"}).actions == (f.Action("quotes", "Call them"),)
    assert "None yet." in written(actions=[]).to_markdown()


def test_every_row_of_a_table_has_as_many_cells_as_its_head():
    text = written(actions={"quotes": "Ask | listen"}).to_markdown()
    for block in text.split("\n\n"):
        rows = [line.replace("\\|", "") for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1


def test_the_case_can_be_scored_from_its_evidence_alone():
    scores = f.suggested_scores(f.CASE)
    assert list(scores) == KEYS
    found = f.report(f.assess(scores), f.CASE, "Noorderlicht Koffie")
    assert not any(spot.kind in ("no evidence", "evidence disagrees") for spot in found.assessment.blind_spots)
    for piece in f.CASE:
        assert piece.sentence.split(",")[0][:20] in found.to_markdown()
