"""Chapter 7's explorers: right in what they conclude, right in what they predict."""

from itertools import pairwise, product

import pytest

from salesedu import accounts, charts, explorers
from salesedu.explorers.accounts import progress_report as year
from tests.explorers.play import corners, figures, options, paint, reading, said

OWN = ("key-account-matrix", "visit-capacity", "team-mix", "selling-mode", "progress-report")


def test_the_chapter_has_those_of_the_syllabus_and_the_two_that_belong_to_it():
    assert {one.id for one in explorers.all_explorers() if one.chapter == "accounts"} >= set(OWN)


# --- Key account matrix -----------------------------------------------------------------------


def test_the_matrix_starts_with_the_largest_customer_outside_the_key_field():
    view = explorers.first_view("key-account-matrix")
    assert figures(view) == {"chosen": "2", "keys": "2 of 8", "hotel": "key account", "largest": "maintenance account"}
    assert "Waddenzicht and De Linde are key" in view["reading"]
    assert view["chart"]["datasets"]["trails"] == []


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Waddenzicht lies on the edge: a small change of opinion, and it is a key development account"),
        ({"own": 9}, "Waddenzicht is clearly one of them"),
        ({"rival": 9}, "our position of 4.0 makes it a key development account"),
        ({"rival": 9}, "There is room for one more: win one, do not name one"),
        ({"size": 80}, "KantoorPlus and De Linde get the treatment, Waddenzicht waits"),
        ({"size": 80}, "KantoorPlus counts as key with size at 80 % of the mark"),
        ({"border": 4}, "KantoorPlus counts as key because the border was lowered"),
        ({"border": 3, "places": 1, "size": 90}, "the other seven wait. Where all are key, none is."),
        ({"border": 7}, "No account is high on both marks"),
        ({"size": 90, "border": 7, "own": 10, "rival": 0}, "even Waddenzicht is only a maintenance account"),
        ({"size": 90, "border": 7}, "an opportunistic account"),
    ],
)
def test_the_matrix_concludes(values, says):
    assert says in reading("key-account-matrix", **values)


def test_at_the_weight_the_learner_is_asked_for_the_largest_customer_becomes_key():
    kinds = [figures(paint("key-account-matrix", size=size))["largest"] for size in range(0, 95, 5)]
    assert kinds == ["maintenance account"] * 8 + ["key account"] * 11  # from 40 %


def test_every_dot_lies_in_the_field_that_the_figures_name():
    fields = {(True, True): "key account", (True, False): "key development account"}
    fields |= {(False, True): "maintenance account", (False, False): "opportunistic account"}
    for values in corners(explorers.find("key-account-matrix")):
        view = paint("key-account-matrix", **values)
        data, shown = view["chart"]["datasets"], figures(view)
        # The order of the dots is that of the labels' accounts; the first is Waddenzicht.
        hotel, line = data["dots"][0], data["across"][0]["y"]
        assert fields[hotel["y"] <= line + 0.01, hotel["at"] >= data["down"][0]["at"]] == shown["hotel"]
        chosen = [dot for dot in data["dots"] if dot["colour"] == charts.ACCENT]
        assert str(len(chosen)) == shown["chosen"]


def test_who_moves_leaves_a_trail_from_where_the_case_had_it():
    data = paint("key-account-matrix", rival=9)["chart"]["datasets"]
    assert [(trail["start"], trail["end"]) for trail in data["trails"]] == [(5.5, 4.0)]


def test_matrix_prediction():
    prediction = explorers.find("key-account-matrix").prediction
    assert prediction.values == {"rival": 9}
    position = accounts.relative_position([7], [9])
    assert (position, accounts.key_account_class(7.75, position).kind) == (4, "key development account")
    assert prediction.choices[prediction.right] == "A key development account"


# --- Visit capacity ---------------------------------------------------------------------------


def test_visits_start_on_the_case():
    view = explorers.first_view("visit-capacity")
    assert figures(view) == {"people": "2.5", "slack": "420", "cover": "81 %", "travel": "32 %"}
    assert (
        "regular customers take 58 % of the hours, the eight candidates for key account 14 %"
        in said(view["reading"]).lower()
    )


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "The two are 420 hours a year short and can make 81 % of them"),
        ({"regular": 1}, "It fits for two: 210 hours a year are left"),
        ({"travel": 15}, "It just fits for two. One of them ill"),
        ({"part": 60}, "when are quotes and plans made?"),
        ({"part": 65}, "It just fits for two. One of them ill"),
        ({"travel": 0}, "talks on a screen"),
        ({"small": 1}, "Seeing each small customer just once a year takes 900 hours"),
        ({"small": 0.5}, "just every other year takes 450 hours"),
        ({"regular": 0}, "It fits on paper because nobody goes to regular customers any more"),
        ({"regular": 0, "growth": 0}, "nobody goes to growth accounts and regular customers any more"),
        ({"regular": 0, "growth": 0}, "One account manager could do all these visits"),
        ({"regular": 1.5, "travel": 40}, "work for 2.04 account managers. The two are 39 hours a year short"),
    ],
)
def test_visits_conclude(values, says):
    assert says in reading("visit-capacity", **values)


def test_the_last_bar_is_as_long_as_the_others_together_and_the_line_is_the_hours_of_two():
    for values in corners(explorers.find("visit-capacity")):
        view = paint("visit-capacity", **values)
        data = view["chart"]["datasets"]
        last = data["track"][-1]["top"]
        length = {True: 0.0, False: 0.0}
        for bar in data["bars"]:
            length[bar["top"] == last] += bar["end"] - bar["start"]
        assert length[True] == pytest.approx(length[False])
        line = data["limit"][0]["at"]
        assert line == pytest.approx(2 * 44 * 40 * values["part"] / 100)
        over = "short" in view["kpis"][1]["label"]
        assert over == (length[True] > line + 0.5)


def test_all_visits_are_said_to_be_made_only_when_they_are():
    for values in corners(explorers.find("visit-capacity")):
        view = paint("visit-capacity", **values)
        if figures(view)["cover"] == "100 %":
            assert view["kpis"][1]["label"] == "Hours left"


def test_visits_prediction():
    prediction = explorers.find("visit-capacity").prediction
    assert prediction.values == {"small": 1}
    people = [float(figures(paint("visit-capacity", **values))["people"]) for values in ({}, prediction.values)]
    assert people[1] - people[0] == pytest.approx(1)
    assert prediction.choices[prediction.right] == "A whole account manager"


# --- Hunters and farmers ----------------------------------------------------------------------


def test_the_team_starts_on_the_case():
    shown = figures(explorers.first_view("team-mix"))
    assert shown == {"hunters": "5", "farmers": "8", "new": "€ 1,199,000", "left": "€ 975,000"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "though the target is only € 500,000 higher: € 975,000 leaves first"),
        ({}, "Each point more of the revenue that stays is € 68,000 that nobody has to win again"),
        ({"target": 6.5}, "needs three hunters and eight farmers"),
        ({"target": 6.5}, "though the target asks for no growth: € 975,000 leaves"),
        ({"target": 6}, "for less than now"),
        ({"stays": 100, "growth": 0}, "Hunters have to win € 500,000: nobody leaves, so all of it is growth"),
        ({"stays": 98, "growth": 5}, "of the € 500,000 that the target rises: growth of those who stay does the rest"),
        ({"stays": 100, "growth": 15, "target": 6}, "on paper no hunter is needed"),
        ({"hunter": 400}, "Marleen needs three hunters"),
        ({"hunter": 300, "growth": 5}, "four hunters and eight farmers"),
        ({"farmer": 1150, "hunter": 275}, "Together the work fills ten people, so it is tempting to let one do both"),
        ({"target": 8.5, "stays": 88, "growth": 0, "hunter": 150}, "The hunters have no hour to spare"),
    ],
)
def test_the_team_concludes(values, says):
    assert says in reading("team-mix", **values)


def test_the_steps_lead_from_this_year_to_the_target():
    for values in corners(explorers.find("team-mix")):
        bars = paint("team-mix", **values)["chart"]["datasets"]["bars"]
        grown = 6_500 * values["stays"] / 100 * (1 + values["growth"] / 100)
        target = 1_000 * values["target"]
        assert bars[0]["end"] == 6_500
        low, high = sorted((grown, target))
        # A step of nothing is drawn as a hair, hence the allowance.
        assert (bars[3]["start"], bars[3]["end"]) == pytest.approx((low, high), abs=30)
        assert bars[4]["end"] == target


def test_team_prediction():
    prediction = explorers.find("team-mix").prediction
    assert prediction.values == {"stays": 90}
    now, then = figures(explorers.first_view("team-mix")), figures(paint("team-mix", stays=90))
    assert (now["hunters"], then["hunters"]) == ("5", "4")
    assert now["farmers"] == then["farmers"]
    assert prediction.choices[prediction.right].startswith("One hunter fewer, at the same number")


# --- Selling modes ----------------------------------------------------------------------------


def test_selling_starts_on_the_case():
    shown = figures(explorers.first_view("selling-mode"))
    assert shown == {"left": "€ 11,100", "fits": "transactional", "fitting": "€ 14,675", "cost": "26 % of it"}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Each year € 3,575 goes into talks that it did not ask for"),
        ({"used": "strategic"}, "selling to it costs € 11,000 a year. Being large does not make a customer a partner"),
        ({"used": "transactional"}, "€ 14,675 is left. Nobody misses the visits"),
        ({"looks_for": "extrinsic"}, "€ 11,100 is left. The hours are part of what it pays for"),
        (
            {"looks_for": "extrinsic", "margin": 3000},
            "does not cover the € 3,900 a year that this mode costs: advise by",
        ),
        # 3,575 saved of the 14,675 that would be lost with the customer
        ({"looks_for": "extrinsic", "used": "transactional"}, "when 25 in a hundred such customers leave for that"),
        (
            {"looks_for": "extrinsic", "used": "transactional", "margin": 3000},
            "could not pay for more: advise by telephone",
        ),
        ({"looks_for": "strategic"}, "could not pay for more: sell in the consultative way until the margin is there"),
        ({"looks_for": "strategic", "margin": 2000}, "even that costs more than its margin of € 2,000"),
        ({"looks_for": "strategic", "margin": 30000}, "saves € 22,100 a year and looks clever"),
        ({"looks_for": "strategic", "used": "strategic", "margin": 30000}, "€ 4,000 is left"),
    ],
)
def test_selling_concludes(values, says):
    assert says in reading("selling-mode", **values)


def test_one_mode_fits_and_one_is_used_and_the_words_say_which():
    one = explorers.find("selling-mode")
    for looks_for, used in product(options(one.controls[0]), options(one.controls[1])):
        view = paint("selling-mode", looks_for=looks_for, used=used)
        names = [row["name"] for row in view["chart"]["datasets"]["rows"]]
        assert sum("fits" in name for name in names) == sum("used now" in name for name in names) == 1
        assert next(name for name in names if "fits" in name).startswith(figures(view)["fits"])
        assert next(name for name in names if "used now" in name).startswith(used)


def test_sixty_hours_pay_from_the_margin_the_learner_is_asked_for():
    for margin in range(1_000, 41_000, 1_000):
        lead = paint("selling-mode", looks_for="extrinsic", margin=margin)["kpis"][0]
        assert lead["label"] == ("Short in a year" if margin < 3_900 else "Left of the margin")


def test_selling_prediction():
    prediction = explorers.find("selling-mode").prediction
    assert prediction.values == {"used": "strategic"}
    assert accounts.selling_mode("intrinsic", "strategic", 15_000).result_used == -11_000
    assert "€ 11,000 is lost" in prediction.choices[prediction.right]


# --- Progress report --------------------------------------------------------------------------


def test_the_year_starts_on_the_case():
    view = explorers.first_view("progress-report")
    assert figures(view) == {"end": "€ 900,000", "so_far": "€ 540,000", "variance": "−10 %", "needed": "€ 77,000"}
    assert said(view["kpis"][1]["note"]) == "54 % of the year's target"
    assert view["kpis"][3]["note"].startswith("1.28 times")


def test_each_season_is_a_whole_year_and_the_customers_differ_by_july():
    assert [sum(plan) for plan in year.SEASONS.values()] == [year.TARGET] * 3
    assert [sum(plan[:6]) for plan in year.SEASONS.values()] == [600, 500, 400]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "The run rate of € 1,080,000 is a false comfort: the best months are gone"),
        ({}, "Of the € 460,000 still to sell € 280,000 is in or in sight"),
        ({"coming": 0}, "Of the € 460,000 still to sell nothing is in or in sight"),
        ({"pace": 0}, "just on target, if the rest of the year goes as it did"),
        ({"pace": 5, "season": "new year"}, "the run rate of € 840,000 is a false alarm"),
        ({"method": "run rate"}, "the six months gone bring more than other months do; with the season counted it is"),
        ({"method": "run rate", "gone": 1}, "But January brings less than other months do"),
        ({"method": "run rate", "season": "alike"}, "so that both agree"),
        ({"method": "pipeline added"}, "€ 80,000 more comes from orders that nobody has in sight yet"),
        ({"method": "pipeline added", "gone": 11}, "which of them will really fall this year?"),
        ({"gone": 11}, "Yet all of the € 145,000 still to sell is in or in sight"),
        ({"gone": 11, "pace": 20}, "The target is reached with one month to go"),
        ({"gone": 9, "pace": 20}, "The target is reached with three months to go"),
    ],
)
def test_the_year_concludes(values, says):
    assert says in reading("progress-report", **values)


def test_every_line_of_the_year_begins_where_the_sales_end_and_ends_at_its_forecast():
    for values in corners(explorers.find("progress-report")):
        view = paint("progress-report", **values)
        data = view["chart"]["datasets"]
        sold = data["sold"][-1]
        assert sold["at"] == values["gone"]
        for name in ("chosen", "other 0", "other 1"):
            assert (data[name][0]["at"], data[name][0]["y"]) == (sold["at"], sold["y"])
            assert data[name][-1]["at"] == 12
        assert data["end"][0]["y"] == data["chosen"][-1]["y"]
        bold = next(word["label"] for word in data["words"] if word["weight"] == 600)
        assert bold.startswith(year.METHODS[values["method"]])
        assert bold.split()[-1] == figures(view)["end"].removeprefix("€ ").removesuffix(",000")


def test_words_beside_the_lines_never_lie_on_each_other():
    for values in corners(explorers.find("progress-report")):
        bases = sorted(word["base"] for word in paint("progress-report", **values)["chart"]["datasets"]["words"])
        assert all(below - above >= 14 for above, below in pairwise(bases))


def test_progress_prediction():
    prediction = explorers.find("progress-report").prediction
    assert prediction.values == {"gone": 3, "method": "run rate"}
    july, april = ({**prediction.values, "gone": gone} for gone in (6, 3))
    assert figures(paint("progress-report", **july))["end"] == "€ 1,080,000"
    assert figures(paint("progress-report", **april))["end"] == "€ 792,000"
    for gone in (3, 6):
        assert figures(paint("progress-report", gone=gone))["end"] == "€ 900,000"
    assert prediction.choices[prediction.right] == "Less than € 800,000"
