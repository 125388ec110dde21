"""Chapter 8's explorers: what comes first and why, what is not seen, and a report that says so."""

import pytest

from salesedu import explorers
from salesedu.factory import BLOCKS, CASE, assess, priorities
from tests.explorers.play import figures, filled, paint, reading, said

FORM = {control.name: control for control in explorers.find("sales-factory").controls}


def factory(scores=None, importance=None, **more):
    """The form with these blocks ticked and scored, and nothing else; without scores as it starts."""
    if scores is not None:
        cells = filled(FORM["blocks"], "nothing")
        for key, score in scores.items():
            cells[key] = {"counts": True, "score": score, "importance": (importance or {}).get(key, 3)}
        more["blocks"] = cells
    return paint("sales-factory", **more)


def report(view):
    return said(view["documents"][0]["text"])


def guide(view):
    return said(view["documents"][1]["text"])


def test_the_eighth_chapter_has_two():
    assert {one.id for one in explorers.all_explorers() if one.chapter == "factory"} == {"sales-factory", "two-raters"}


# --- The sales factory ------------------------------------------------------------------------


def test_factory_starts_with_marleens_scores():
    view = factory()
    assert figures(view) == {"first": "Quotes", "level": "2.9", "scored": "9 of 10", "evidence": "9 of 9"}
    text = said(view["reading"])
    assert text.startswith("Begin with Convincing quotes. The next step is level 3: Each quote begins with")
    assert "block 6 (Leads and opportunities) scores 2.0 points above what its figures suggest" in text


def test_the_prediction_of_the_factory_is_right():
    prediction = explorers.find("sales-factory").prediction
    before, after = factory(), factory(blocks={"intelligence": {"counts": True}})
    assert figures(before)["level"] == figures(after)["level"] == "2.9"
    assert [view["kpis"][1]["note"] for view in (before, after)] == ["could be 2.8 to 3.1", "could be 2.7 to 3.2"]
    assert "could be 2.8 to 3.1" in prediction.prompt
    assert prediction.choices[prediction.right].startswith("The range becomes wider")
    assert "2.7 to 3.2" in prediction.because


def test_leads_come_first_when_they_score_what_the_books_suggest():
    view = factory(blocks={"leads": {"score": 2}})
    assert figures(view)["first"] == "Leads"
    assert view["kpis"][0]["note"] == "gap 2 × importance 5 = 10"
    assert "scores 2.0 points above" not in said(view["reading"])


def test_the_radar_has_a_corner_for_each_ticked_block_and_a_point_for_each_score():
    chart = factory({"customers": 4, "quotes": 2, "leads": None})["chart"]
    assert len(chart["datasets"]["wanted dots"]) == 3
    assert len(chart["datasets"]["own dots"]) == 2
    assert [(row["name"], row["amount"]) for row in chart["datasets"]["rows"][1:]] == [("Convincing quotes", "6")]


def test_gaps_stand_under_the_radar_the_heaviest_first_and_the_rest_is_counted():
    chart = factory()["chart"]
    shown = [(row["name"], row["amount"]) for row in chart["datasets"]["rows"][1:]]
    found = priorities(
        {key: cells["score"] for key, cells in FORM["blocks"].start.items() if cells["counts"]},
        {key: cells["importance"] for key, cells in FORM["blocks"].start.items() if cells["counts"]},
    )
    assert [int(amount) for _, amount in shown] == [one.weight for one in found.ranking[:4]]
    assert chart["datasets"]["notes"][0]["label"] == "and 4 more blocks below the level you want"


@pytest.mark.parametrize(
    ("scores", "says"),
    [
        ({}, "Tick the blocks that matter to Noorderlicht Koffie"),
        ({"quotes": None}, "One block matters, without a score yet. Begin with Convincing quotes. Are your quotes"),
        ({"quotes": None, "leads": None}, "2 blocks matter"),
        ({"customers": 5, "quotes": 4}, "No score lies below 4. Ask whether you want enough"),
        (
            {"customers": 2, "leads": 2, "quotes": 4},
            "First come “Customers” and “Leads and opportunities”, with 6 each.",
        ),
        (dict.fromkeys(("customers", "leads", "quotes", "funnel"), 3), "4 blocks share the first place, with 3 each."),
        (dict.fromkeys(("customers", "leads", "quotes", "funnel"), 3), "halo effect"),
        ({"quotes": 2}, "But block 1, customers, is not chosen"),
        ({"customers": 3, "quotes": 2, "leads": None}, "block 6 (Leads and opportunities) is chosen and has no score"),
    ],
)
def test_factory_concludes(scores, says):
    assert says in said(factory(scores)["reading"])


def test_an_empty_start_asks_the_questions_of_all_blocks():
    view = factory({}, organisation="", evidence="own")
    assert figures(view) == {"first": "–", "level": "–", "scored": "0", "evidence": "0"}
    assert "matter to the organisation" in view["reading"]
    assert all(block.question in report(view) for block in BLOCKS)
    assert guide(view).count("\n## ") == 11


def test_the_level_that_is_wanted_moves_the_gaps():
    assert figures(factory(wanted=2))["first"] == "none"
    assert factory(wanted=5)["kpis"][0]["note"] == "gap 3 × importance 4 = 12"


def test_importance_that_is_not_given_counts_as_3_and_is_said():
    view = factory({"customers": 3, "quotes": 2}, {"customers": 5, "quotes": None})
    assert "One block has no importance yet and counts as a 3." in view["reading"]
    assert view["kpis"][0]["note"] == "gap 2 × importance 3 = 6"


def test_the_report_of_noorderlicht_draws_on_the_chapters():
    text = report(factory())
    assert text.startswith("# The sales factory of Noorderlicht Koffie\n")
    for chapter in range(1, 8):
        assert f"*Source: chapter {chapter}, " in text
    assert "More leads than ever since the campaign" in text
    assert "proposed" in text.lower()
    left_out = [piece for piece in CASE if piece.block == "intelligence"]
    assert not any(said(piece.sentence) in text for piece in left_out)
    assert "2 pieces of evidence are about these blocks and left out here." not in text, (
        "only what was given is counted"
    )


@pytest.mark.parametrize("name", ["Bakker BV", "Hotel Zuiderlicht"])
def test_the_books_say_nothing_about_another_organisation(name):
    view = factory(organisation=name)
    assert f"show nothing about {name}, so that they are left out" in view["reading"]
    assert "Source: chapter" not in report(view)
    assert report(view).startswith(f"# The sales factory of {name}\n")
    assert figures(view)["evidence"] == "2 of 9", "what the learner saw still counts"
    assert "left out" not in factory(organisation=name, evidence="own")["reading"]


def test_own_findings_and_actions_need_a_block_and_words():
    view = factory(
        seen={"third": {"what": "Half of the records are empty"}},
        actions={
            "first": {"block": "quotes", "what": "One person sends all quotes", "who": "Fatima", "when": "1 March"}
        },
    )
    assert "Choose a block for the third finding, or the report leaves it out." in view["reading"]
    assert "| Convincing quotes | One person sends all quotes | Fatima | 1 March |" in report(view)
    assert "Say what the second action is" in reading("sales-factory", actions={"second": {"block": "leads"}})


def test_the_conclusion_ends_the_report_and_its_signs_mean_nothing():
    text = report(factory(conclusion="Begin with leads.\n# Not a heading"))
    assert text.endswith("## Conclusion\n\nBegin with leads.\\\n\\# Not a heading\n")
    assert "## Conclusion" not in report(factory())


def test_the_score_guide_has_every_level_of_the_ticked_blocks_and_no_scores():
    text = guide(factory({"quotes": 2}))
    quotes = next(block for block in BLOCKS if block.key == "quotes")
    assert all(level in text for level in quotes.levels)
    assert "## Block 7: Convincing quotes (Overtuigende offertes)" in text
    assert text.count("\n## ") == 1
    assert text == guide(factory({"quotes": 5})), "a second rater must not see the first one's scores"


# --- Two raters -------------------------------------------------------------------------------


def test_raters_start_on_the_lower_score():
    view = paint("two-raters")
    assert figures(view) == {"together": "Leads", "marleen": "Quotes", "joris": "Leads", "agree": "3 of 5"}
    assert "puts leads first with 10, as Joris does" in said(view["reading"])


def test_marleen_scores_the_same_in_both():
    both = ("customers", "satisfaction", "leads", "quotes", "funnel")
    start = FORM["blocks"].start
    found = assess({key: start[key]["score"] for key in both}, {key: start[key]["importance"] for key in both})
    labels = paint("two-raters")["chart"]["datasets"]["labels"]
    hers = {label["label"].split()[-1] for label in labels if label["at"] == 0}
    assert hers == {f"{line.weighted_gap:.0f}" for line in found.lines}


def test_the_mean_puts_first_what_neither_puts_first():
    prediction = explorers.find("two-raters").prediction
    view = paint("two-raters", **prediction.values)
    assert prediction.choices[prediction.right].startswith(figures(view)["together"])
    assert figures(view)["together"] not in (figures(view)["marleen"], figures(view)["joris"])
    assert "which neither of them does. Where they differ" in said(view["reading"])


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"settle": "books"}, "The books put leads first with 10, as Joris does."),
        ({"weighed": False}, "satisfaction, leads and quotes first together, with 6 each"),
        ({"weighed": False}, "the widest gap decides"),
        ({"satisfaction": 5}, "satisfaction and leads first together, with 10 each"),
        ({"leads": 4, "quotes": 2}, "They agree on every score"),
        ({"leads": 4, "quotes": 2}, "as both of them do"),
        ({"leads": 3, "quotes": 2}, "are a point apart on leads, which changes nothing at the top"),
        ({"leads": 4, "quotes": 3}, "One point on quotes is enough to change what comes first"),
        ({"leads": 1}, "15"),
    ],
)
def test_raters_conclude(values, says):
    assert says in reading("two-raters", **values)
