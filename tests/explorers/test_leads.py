"""Chapter 3's explorers: right in what they conclude, right in what they predict."""

import pytest

from salesedu import explorers, leads
from salesedu.explorers.leads import lead_scoring
from tests.explorers.play import corners, figures, paint, reading, said


def test_the_chapter_has_the_five_of_the_syllabus():
    chapter = {one.id for one in explorers.all_explorers() if one.chapter == "leads"}
    assert chapter == {"channel-economics", "cold-calling", "lead-scoring", "tender", "bid-decision"}


# --- Channel economics ------------------------------------------------------------------------


def placed(view, name, column):
    """On which place the chart shows a channel, 0 on top."""
    labels = [row for row in view["chart"]["datasets"]["labels"] if row["at"] == column]
    order = [row["label"] for row in sorted(labels, key=lambda row: row["base"])]
    return next(place for place, label in enumerate(order) if name in label)


def test_channels_start_on_the_case():
    view = explorers.first_view("channel-economics")
    assert figures(view) == {"order": "€ 300", "lead": "€ 30", "then": "€ 1,600", "left": "€ 28,250"}


def test_the_ranking_turns_round():
    view = explorers.first_view("channel-economics")
    assert placed(view, "list", 0) == 0
    assert placed(view, "list", 2) == 4
    assert placed(view, "referrals", 0) == 2
    assert placed(view, "referrals", 2) == 0
    assert "the dearest orders, at € 1,600: the ranking turns round" in reading("channel-economics")


def test_no_two_channels_share_a_place():
    for values in corners(explorers.find("channel-economics")):
        labels = paint("channel-economics", **values)["chart"]["datasets"]["labels"]
        assert len({(row["at"], row["base"]) for row in labels}) == 15


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "The address list and cold calling cost more than the margin that comes back"),
        ({"list_orders": 0}, "not one order"),
        ({"list_orders": 10}, "an order from there costs € 480; referrals come cheaper, at € 300"),
        ({"list_orders": 20}, "the cheapest orders as well, at € 240"),
        ({"hour": 0}, "cold calling looks free only because nobody counts the hours"),
        ({"hour": 20, "list_orders": 20}, "Every channel brings back more than it costs"),
        ({"list_orders": 20}, "Cold calling costs more than"),
    ],
)
def test_channels_conclude(values, says):
    assert says in reading("channel-economics", **values)


def test_a_channel_without_orders_comes_last_and_says_so():
    view = paint("channel-economics", fair_orders=0)
    assert placed(view, "fair", 2) == 4
    assert "no order" in {row["label"] for row in view["chart"]["datasets"]["labels"]}


def test_channels_prediction():
    prediction = explorers.find("channel-economics").prediction
    assert prediction.values == {"hour": 0}
    assert prediction.choices[prediction.right] == "Cold calling"
    assert figures(paint("channel-economics", hour=0))["order"] == "€ 0"


# --- Cold calling -----------------------------------------------------------------------------


def test_calling_starts_on_the_case_and_agrees_with_the_channel():
    view = explorers.first_view("cold-calling")
    assert figures(view) == {"order": "€ 1,583", "orders": "3.0", "none": "5 %", "left": "−€ 250"}
    channels = explorers.first_view("channel-economics")["chart"]["datasets"]["labels"]
    assert "€ 1,583" in {said(row["label"]) for row in channels}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "One order takes 167 calls and costs € 1,583, more than it brings"),
        ({}, "5 % of the callers who do all this right end without one order"),
        ({"margin": 2000}, "less than it brings: here cold calling pays"),
        ({"calls": 250}, "in 22 % of such rounds there is not one"),
        ({"calls": 100}, "With 100 calls expect no order at all"),
        ({"order": 50}, "With 7.5 orders to expect, none at all would be more than bad luck"),
        ({"calls": 50, "reach": 5, "appointment": 2, "order": 5}, "the chance of that is over 99 %"),
    ],
)
def test_calling_concludes(values, says):
    assert says in reading("cold-calling", **values)


def test_each_step_is_smaller_and_dearer_than_the_one_before():
    for values in corners(explorers.find("cold-calling")):
        bars = paint("cold-calling", **values)["chart"]["datasets"]["bars"]
        assert len(bars) == 4
        lengths = [bar["end"] for bar in bars]
        assert lengths == sorted(lengths, reverse=True)


def test_calling_prediction():
    prediction = explorers.find("cold-calling").prediction
    assert prediction.values == {"calls": 250}
    assert leads.cold_calling(250, 0.3, 0.1, 0.2).chance_of_none == pytest.approx(0.22, abs=0.005)
    assert prediction.choices[prediction.right] == "About 1 in 5"


# --- Lead score and threshold -----------------------------------------------------------------


def test_scoring_starts_on_the_case():
    view = explorers.first_view("lead-scoring")
    assert figures(view) == {"net": "€ 12,900", "wasted": "4", "missed": "3", "hits": "71 %"}
    assert view["kpis"][1]["note"].startswith("of 14")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "3 deals go to others: that leaves € 1,050 on the table. Too strict."),
        ({"threshold": 24}, "earns € 13,950, the most that this score allows; with foresight it would be € 17,550"),
        ({"threshold": 0}, "no deal is missed, but 47 visits are wasted"),
        ({"threshold": 0}, "Not strict enough"),
        ({"threshold": 100}, "Nobody scores 100"),
        ({"cost": 600, "margin": 500}, "even a visit that hits earns nothing"),
        ({"cost": 100}, "A deal pays for 15 visits"),
    ],
)
def test_scoring_concludes(values, says):
    assert says in reading("lead-scoring", **values)


def test_a_threshold_moves_the_learner_along_the_curve():
    """Stricter: never more wasted, never fewer missed, and always somewhere on the curve."""
    places = []
    for threshold in range(0, 101):
        data = paint("lead-scoring", threshold=threshold)["chart"]["datasets"]
        here = data["here"][0]
        curve = data["curve"]
        ends = [(part["start"], part["y"]) for part in curve] + [(part["end"], part["y2"]) for part in curve]
        assert (here["x"], here["y"]) in ends
        places.append((here["x"], here["y"]))
    wasted, height = zip(*places, strict=True)
    assert list(wasted) == sorted(wasted, reverse=True)
    assert list(height) == sorted(height, reverse=True)  # pixels run downwards: a higher place is more missed


def test_what_it_costs_moves_the_best_threshold_and_not_the_curve():
    case, dear = explorers.first_view("lead-scoring"), paint("lead-scoring", cost=300)
    assert dear["chart"]["datasets"]["curve"] == case["chart"]["datasets"]["curve"]
    assert case["chart"]["datasets"]["best"][0]["label"] == "earns most: from 24"
    assert dear["chart"]["datasets"]["best"] == []  # a visit twice as dear: 40 is where most is earned
    assert "the most that this score allows" in dear["reading"]


def test_a_better_score_earns_more_whatever_the_threshold():
    best = {}
    for score in lead_scoring.SCORES:
        curve = leads.threshold_tradeoff(lead_scoring._scores(score), lead_scoring.WON, 150, 1500)
        best[score] = curve.best.net
    assert best["both"] > max(best["fit"], best["interest"])


def test_scoring_prediction():
    prediction = explorers.find("lead-scoring").prediction
    assert prediction.values == {"threshold": 50}
    assert prediction.choices[prediction.right] == "It is about halved"
    shown = figures(paint("lead-scoring", threshold=50))
    assert shown == {"net": "€ 6,300", "wasted": "3", "missed": "8", "hits": "62 %"}


# --- Tender -----------------------------------------------------------------------------------


def headings(view):
    return [row["name"] for row in view["chart"]["datasets"]["rows"] if row["weight"] == 600]


def test_tender_starts_on_a_case_where_the_two_ways_disagree():
    view = explorers.first_view("tender")
    assert figures(view) == {"agree": "disagree", "points": "Noorderlicht", "value": "CupDirect", "to_win": "€ 95,000"}
    assert headings(view) == ["On points: Noorderlicht wins", "On value: CupDirect wins"]
    amounts = {said(row["amount"]) for row in view["chart"]["datasets"]["rows"]}
    assert {"32 + 54 = 86", "40 + 36 = 76", "€ 100k − 45k = 55k", "€ 80k − 30k = 50k"} <= amounts


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "is worth € 15,000 to the buyer and costs € 20,000 more: too dear on value"),
        ({}, "On value, Noorderlicht must stay below € 95,000"),
        ({"price": 95000}, "A tie on value"),
        ({"price": 94000}, "The two agree. The better service of Noorderlicht is worth € 15,000"),
        ({"price": 80000}, "no dearer and no worse"),
        ({"mark": 6}, "no cheaper and no better"),
        ({"worth": 0}, "is worth nothing to the buyer"),
        ({"weight": 90, "price": 94000}, "yet with 90 points on the price the cheaper bid wins"),
        ({"price": 70000, "mark": 5, "weight": 0}, "The better service of CupDirect is worth € 5,000"),
        ({"price": 80000, "mark": 6}, "A tie in both ways"),
    ],
)
def test_tender_concludes(values, says):
    assert says in reading("tender", **values)


def test_on_points_our_bid_changes_with_the_rivals_price_and_on_value_it_does_not():
    before, after = (paint("tender", rival=rival)["chart"]["datasets"]["rows"] for rival in (80000, 70000))
    assert [said(rows[1]["amount"]) for rows in (before, after)] == ["32 + 54 = 86", "28 + 54 = 82"]
    assert before[4]["amount"] == after[4]["amount"]


def test_tender_prediction():
    prediction = explorers.find("tender").prediction
    assert prediction.values == {"worth": 70000}
    marks = {"Noorderlicht": {"service": 9}, "CupDirect": {"service": 6}}
    award = leads.award_on_value({"Noorderlicht": 100_000, "CupDirect": 80_000}, marks, {"service": 70_000})
    assert (award.winner, award.lead) == ("Noorderlicht", 1000)
    assert prediction.choices[prediction.right] == "Noorderlicht, just"


# --- Bid or no bid ----------------------------------------------------------------------------


def test_review_starts_on_the_case():
    view = explorers.first_view("bid-decision")
    assert figures(view) == {"verdict": "bid", "knocked": "0", "expected": "€ 5,000", "even": "13 %"}


@pytest.mark.parametrize(
    ("knock_out", "says"),
    [
        ({"dmu": False}, "nobody here knows who decides"),
        ({"hours": 450}, "too few hours"),
        ({"chance": 10}, "the competition is too strong"),
        ({"margin": 9}, "the margin is too thin"),
    ],
)
def test_no_score_outweighs_a_knock_out(knock_out, says):
    best = {"hours": 50, "chance": 60, "margin": 40, "score": 10}
    assert figures(paint("bid-decision", **best))["verdict"] == "bid"
    view = paint("bid-decision", **(best | knock_out))
    assert figures(view)["verdict"] == "no bid"
    assert says in view["reading"]
    assert "not outweigh that" in view["reading"]
    assert sum("knock-out" in row["amount"] for row in view["chart"]["datasets"]["rows"]) == 1


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Bid: 30 % of € 30,000 is worth more than the € 4,000"),
        ({"chance": 60}, "ask who made that estimate"),
        ({"score": 5}, "the score stays 1.0 point below the 6"),
        ({"chance": 15, "margin": 15}, "No bid: 15 % of € 18,000 is not more than the € 4,000"),
        ({"chance": 15, "margin": 15}, "It pays above a chance of 22 %"),
        ({"dmu": False, "score": 2}, "There is no need to look at the score"),
    ],
)
def test_review_concludes(values, says):
    assert says in reading("bid-decision", **values)


def test_review_prediction():
    prediction = explorers.find("bid-decision").prediction
    assert prediction.values == {"dmu": False, "score": 10}
    view = paint("bid-decision", **prediction.values)
    assert figures(view)["verdict"] == "no bid"
    assert figures(view)["expected"] == figures(explorers.first_view("bid-decision"))["expected"]
    assert prediction.choices[prediction.right] == "No bid, whatever the score"


def test_four_hundred_and_fifty_hours_stop_the_finest_tender_as_the_explorer_says():
    view = paint("bid-decision", hours=450, chance=60, score=10)
    assert figures(view) == {"verdict": "no bid", "knocked": "1", "expected": "€ 14,000", "even": "13 %"}
