"""Chapter 5's explorers: right in what they conclude, right in what they predict."""

from itertools import pairwise

import pytest

from salesedu import explorers, funnel
from salesedu.explorers.funnel import pipeline_simulation
from tests.explorers.play import corners, figures, paint, reading, said


def test_the_chapter_has_those_of_the_syllabus():
    chapter = {one.id for one in explorers.all_explorers() if one.chapter == "funnel"}
    assert chapter == {
        "kraljic",
        "decoupling-point",
        "order-funnel",
        "funnel-levers",
        "integral-funnel",
        "media-effectiveness",
        "pipeline-simulation",
    }


def predicted(id):
    """The figures after the prediction's own move, and the choice it calls right."""
    prediction = explorers.find(id).prediction
    return figures(paint(id, **prediction.values)), prediction.choices[prediction.right]


def rows(view):
    """Label and amount of each row of a chart with rows."""
    return {said(row["name"]): said(row["amount"]) for row in view["chart"]["datasets"]["rows"]}


# --- Kraljic ----------------------------------------------------------------------------------


def test_kraljic_starts_on_the_case():
    assert figures(explorers.first_view("kraljic")) == {
        "kind": "leverage",
        "impact": "6.0",
        "risk": "3.0",
        "line": "1.0",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "To Karim coffee is a leverage product. Know your lowest price"),
        ({"eyes": "bookkeeper"}, "a routine product, but only just: half a point, and it is leverage"),
        ({"eyes": "bookkeeper"}, "Karim himself calls it leverage. You sell to whoever decides"),
        ({"eyes": "barista"}, "To his barista coffee is a leverage product."),
        ({"guests": 0}, "a routine product. Take the work away"),
        ({"guests": 0, "rare": 10}, "a bottleneck product. Sell certainty"),
        ({"switching": 9}, "it is the trouble of switching that ties him to you. Sell as a partner"),
        ({"rare": 9}, "strategic product. Sell as a partner"),
    ],
)
def test_kraljic_concludes(values, says):
    assert says in reading("kraljic", **values)


def test_the_dot_is_in_the_field_that_is_lit():
    for values in corners(explorers.find("kraljic")):
        data = paint("kraljic", **values)["chart"]["datasets"]
        dot = data["here"][0]
        lit = [field for field in data["grounds"] if field["colour"] == "var(--se-accent)"]
        assert len(lit) == 1
        assert lit[0]["start"] <= dot["at"] <= lit[0]["end"]
        assert lit[0]["top"] <= dot["y"] <= lit[0]["bottom"]


def test_kraljic_prediction():
    assert funnel.kraljic([3, 9], [3, 9]).quadrant == "strategic"
    now, right = predicted("kraljic")
    assert now["kind"] == "strategic"
    assert right.startswith("Strategic")


# --- Decoupling point -------------------------------------------------------------------------


def test_decoupling_starts_on_the_case():
    assert figures(explorers.first_view("decoupling-point")) == {
        "point": "LOOP 3",
        "waits": "10 days",
        "ahead": "90 days",
        "quote": "options",
    }


@pytest.mark.parametrize(
    ("switches", "point", "days"),
    [
        ((False, False, False, False), 1, 0),
        ((True, False, False, False), 2, 2),
        ((True, True, False, False), 3, 10),
        ((True, True, True, False), 4, 30),
        ((True, True, True, True), 5, 105),
        ((False, False, False, True), 5, 105),
    ],
)
def test_the_further_the_order_reaches_back_the_longer_she_waits(switches, point, days):
    values = dict(zip(("delivered", "adapted", "made", "turnkey"), switches, strict=True))
    now = figures(paint("decoupling-point", **values))
    assert now["point"] == f"LOOP {point}"
    assert now["waits"] == f"{days} days"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Making took 20 days before that, and she does not notice"),
        ({"delivered": False, "adapted": False}, "all 100 days of work were done on a guess"),
        ({"adapted": False}, "you keep finished machines that nobody has ordered yet"),
        ({"made": True}, "The 20 days of making are now her waiting"),
        ({"turnkey": True}, "nothing stands ready, nothing can stay unsold"),
        ({"delivered": False}, "The furthest yes decides"),
    ],
)
def test_decoupling_concludes(values, says):
    assert says in reading("decoupling-point", **values)


def test_a_full_row_of_switches_needs_no_word_about_the_others():
    assert "furthest yes" not in reading("decoupling-point", made=True, turnkey=True)


def test_the_same_work_shifts_along_the_order():
    data = explorers.first_view("decoupling-point")["chart"]["datasets"]
    waits = [bar["end"] for bar in data["bars"] if bar["start"] == 0]
    assert waits == [2, 10, 30, 105]
    assert [bar["start"] for bar in data["bars"] if bar["end"] == 0] == [-100, -98, -90, -70]


def test_decoupling_prediction():
    now, right = predicted("decoupling-point")
    assert now["waits"] == figures(explorers.first_view("decoupling-point"))["waits"]
    assert right == "Not a day longer"
    slow, fast = (figures(paint("decoupling-point", made=True, making=days))["waits"] for days in (40, 20))
    assert (slow, fast) == ("50 days", "30 days")


# --- Order funnel -----------------------------------------------------------------------------


def test_the_order_funnel_starts_on_the_case():
    view = explorers.first_view("order-funnel")
    assert figures(view) == {"orders": "12", "needed": "250", "short": "50 short", "each": "16.7"}
    assert rows(view) == {
        "200 leads": "needs 250",
        "120 visits (60 %)": "needs 150",
        "60 quotes (50 %)": "needs 75",
        "12 orders (20 %)": "needs 15",
    }


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "50 more than he has, or the same leads and 25 % of the quotes instead of 20 %"),
        ({"order": 25}, "enough for 15. On average: in about half of all years it will be fewer"),
        ({"leads": 400}, "He has 150 leads to spare"),
        ({"target": 40}, "That is 3.3 times what he has: this target was not made from the funnel"),
        ({"leads": 20, "target": 40}, "Even if every quote became an order, he would not get there"),
        ({"target": 1, "leads": 20}, "20 leads bring 1.2 orders on average, enough for 1."),
    ],
)
def test_the_order_funnel_concludes(values, says):
    assert says in reading("order-funnel", **values)


def test_forwards_and_backwards_agree_wherever_the_controls_stand():
    for values in corners(explorers.find("order-funnel")):
        now = figures(paint("order-funnel", **values))
        needed = int(now["needed"].replace(",", ""))
        rates = {name: values[name] / 100 for name in ("visit", "quote", "order")}
        assert funnel.run_funnel(needed, rates).orders >= values["target"] - 1e-9
        assert funnel.run_funnel(needed - 1, rates).orders < values["target"]
        assert ("short" in now["short"]) == (needed > values["leads"])


def test_order_funnel_prediction():
    now, right = predicted("order-funnel")
    assert now["needed"] == "200"
    assert right.startswith("200:")


# --- Levers -----------------------------------------------------------------------------------


def test_levers_start_on_the_case():
    view = explorers.first_view("funnel-levers")
    assert figures(view) == {"best": "coaching", "gain": "+3.0", "most": "+4.8", "all": "+15.7"}
    assert rows(view) == {
        "Extra orders for € 1,000": "pays from 0.67",
        "Coach: +3.0 for € 3,000": "best · 1.00",
        "More actions: +2.4 for € 3,200": "0.75",
        "More problem analysis: +4.8 for € 6,000": "0.80",
        "Train: +2.0 for € 5,000": "0.40",
    }


def test_the_best_lever_has_the_longest_bar():
    for values in corners(explorers.find("funnel-levers")):
        view = paint("funnel-levers", **values)
        each = {name: float(amount.split()[-1]) for name, amount in list(rows(view).items())[1:]}
        marked = [name for name, amount in rows(view).items() if amount.startswith("best")]
        if figures(view)["best"] == "none pays":
            assert marked == []
            assert max(each.values()) <= 1_000 / values["margin"] + 0.01
        else:
            assert len(marked) == 1
            assert each[marked[0]] == max(each.values())


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Start with coaching: € 1,000 for each extra order, against a margin of € 1,500"),
        ({}, "More problem analysis adds more orders, at € 1,250 each: less than the margin, so a second step"),
        ({"margin": 1100}, "It is the only one that pays"),
        ({"margin": 500}, "Not one of the four pays: even coaching costs € 1,000 for an order that leaves € 500"),
        ({"leads": 100, "margin": 4000}, "with so few leads a better rate has little to work on"),
        ({"analysis": 15}, "It adds the most orders as well. Next comes coaching"),
        ({"actions": 50, "margin": 1300}, "More actions add more orders, at € 1,333 each: more than they leave"),
    ],
)
def test_levers_conclude(values, says):
    assert says in reading("funnel-levers", **values)


def test_levers_prediction():
    now, right = predicted("funnel-levers")
    assert now["best"] == right.lower() == "more actions"
    assert "only one that pays" in reading("funnel-levers", leads=100)


# --- Integral funnel --------------------------------------------------------------------------


def test_the_integral_funnel_starts_on_the_case():
    view = explorers.first_view("integral-funnel")
    assert figures(view) == {"order": "€ 1,550", "orders": "30", "later": "€ 1,107", "lead": "€ 160"}
    assert list(rows(view).values())[1:5] == ["€ 400", "€ 200", "€ 200", "€ 750"]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Of every 2,000 readers one orders, and that order costs € 1,550; 39 % of the money"),
        ({}, "each order loses € 50; count who comes back later, and it pays"),
        ({"later": 0}, "nobody comes back: stop, or mend the narrowest phase"),
        ({"order": 40}, "It pays at once, and leads that come back later are a bonus"),
        ({"order": 40, "later": 0}, "It pays at once, even if no lead ever comes back"),
        ({"attention": 4, "lead": 4}, "The dearest phase is the campaign, € 2,500 an order"),
    ],
)
def test_the_integral_funnel_concludes(values, says):
    assert says in reading("integral-funnel", **values)


def test_the_phases_add_up_to_the_order():
    bars = explorers.first_view("integral-funnel")["chart"]["datasets"]["bars"]
    phases, together = bars[:4], bars[4]
    assert phases[0]["start"] == 0
    for one, following in pairwise(phases):
        assert following["start"] == pytest.approx(one["end"])
    assert together["end"] == pytest.approx(phases[-1]["end"])


def test_integral_funnel_prediction():
    now, right = predicted("integral-funnel")
    assert (now["orders"], now["order"]) == ("60", "€ 1,350")
    assert right.startswith("€ 1,350")
    assert figures(paint("integral-funnel", order=40))["order"] == "€ 775"


# --- Media ------------------------------------------------------------------------------------


def test_media_start_on_the_case():
    view = explorers.first_view("media-effectiveness")
    assert figures(view) == {"orders": "7.2", "pace": "+20 %", "each": "€ 667", "extra": "€ 1,500"}
    assert rows(view)["reach 6,000"] == "+50 %"
    assert rows(view)["× response 2.4 %"] == "−20 %"
    assert rows(view)["= orders 7.2"] == "+20 %"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "speeds up by 20 %, thanks to reach, though another factor gave part of it back"),
        ({}, "each extra order cost € 1,500, all that it leaves: faster, and not a euro better"),
        ({"response": 0}, "Each extra order cost € 600 and leaves € 1,500: worth it"),
        ({"response": -30}, "more than the € 1,500 it leaves: too dear"),
        ({"response": 0, "extra": 0}, "It cost nothing extra: find out whether it lasts"),
        ({"reach": 100, "response": -50}, "What one factor won, another lost: 6.0 orders, as before"),
        ({"reach": 0}, "slows down by 20 %: response pulls it down. And it cost € 1,800 more"),
        ({"reach": 0, "response": 0}, "does what it did: 6.0 orders. The € 1,800 extra changed nothing"),
        ({"reach": 0, "response": 0, "extra": 0}, "Which factor could you move?"),
        ({"reach": 20, "response": 20, "conversion": 20}, "more than the 60 % that they add up to"),
    ],
)
def test_media_conclude(values, says):
    assert says in reading("media-effectiveness", **values)


def test_a_loss_goes_to_the_left_of_the_middle_and_a_gain_to_the_right():
    bars = explorers.first_view("media-effectiveness")["chart"]["datasets"]["bars"][3:]
    reach, response, orders = bars
    assert (reach["start"], reach["end"]) == (0.5, 0.75)
    assert (response["start"], response["end"]) == pytest.approx((0.4, 0.5))
    assert (orders["start"], orders["end"]) == pytest.approx((0.5, 0.6))


def test_only_the_medium_that_changed_leaves_its_mark():
    data = paint("media-effectiveness", medium="open day")["chart"]["datasets"]
    ends = [bar["end"] for bar in data["bars"][:3]]
    marks = [mark["at"] for mark in data["limits"][:3]]
    assert [end == pytest.approx(mark) for end, mark in zip(ends, marks, strict=True)] == [True, True, False]


def test_media_prediction():
    now, right = predicted("media-effectiveness")
    assert now["pace"] == "+73 %"
    assert right == "73 %"


# --- The quarter ------------------------------------------------------------------------------


def test_the_quarter_starts_on_the_case():
    view = explorers.first_view("pipeline-simulation")
    assert figures(view) == {
        "chance": "46 %",
        "expected": "€ 90,000",
        "sure": "€ 61,000",
        "weighted": "€ 70,000",
    }
    assert said(view["kpis"][3]["note"]) == "€ 778 a day, at 90 days a deal"


def test_the_quarter_is_drawn_the_same_each_time():
    assert paint("pipeline-simulation", together=40) == paint("pipeline-simulation", together=40)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "The average of € 90,000 is over the target, and yet he makes it in only 46 % of the quarters"),
        ({"large": "eight"}, "makes € 80,000 in 71 % of the quarters. Many small deals stay close to their average"),
        ({"large": "eight"}, "if you want to be right four times out of five"),
        ({"booked": 60000}, "He may expect € 130,000"),
        ({"target": 120000}, "Most of those have the large deal in them: the target is a bet on one customer"),
        ({"large": "lost"}, "27 % of the quarters make it. That is luck, and not a plan"),
        ({"large": "lost", "target": 120000}, "look for new deals, not for hope"),
        ({"large": "lost", "target": 130000, "booked": 0}, "It cannot be: even if every deal came"),
        ({"large": "eight", "target": 180000}, "not one of the 10,000 quarters made € 180,000"),
        ({"target": 30000, "booked": 40000}, "What is signed is enough"),
        ({"in_time": 70}, "Of the weighted pipeline only € 49,000 falls inside the quarter"),
        ({"together": 60}, "good and bad luck come together and the range widens"),
    ],
)
def test_the_quarter_concludes(values, says):
    assert says in reading("pipeline-simulation", **values)


def test_green_bars_are_the_quarters_that_make_it():
    for values in corners(explorers.find("pipeline-simulation")):
        view = paint("pipeline-simulation", **values)
        data = view["chart"]["datasets"]
        # Heights are shares: together they are all quarters, none cut off at the top.
        height = {
            colour: sum(bar["bottom"] - bar["top"] for bar in data["bars"] if bar["colour"] == f"var(--se-{colour})")
            for colour in ("good", "mid")
        }
        whole = 160 / pipeline_simulation.HIGHEST
        assert sum(height.values()) == pytest.approx(whole, abs=0.2)
        chance = figures(view)["chance"]
        if "er" not in chance:  # neither "under 1 %" nor "over 99 %"
            assert height["good"] / whole == pytest.approx(float(chance[:-2]) / 100, abs=0.006)


def test_the_weighted_pipeline_is_the_same_however_the_large_deal_is_cut():
    values = [sum(value * chance for value, chance in pipeline_simulation.LARGE[large]) for large in ("one", "eight")]
    assert values == [20_000, 20_000]


def test_quarter_prediction():
    now, right = predicted("pipeline-simulation")
    assert now["weighted"] == "€ 70,000"
    assert now["chance"] == "71 %"
    assert "seven in ten" in right


def test_above_what_small_deals_can_bring_it_turns_round():
    one, eight = (figures(paint("pipeline-simulation", target=120000, large=large)) for large in ("one", "eight"))
    assert float(one["chance"][:-2]) > 3 * float(eight["chance"][:-2])
