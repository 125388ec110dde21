"""Chapter 5: how firms buy, decoupling points, the funnel run forwards and backwards, levers."""

from fractions import Fraction
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import funnel as f

RATES = {"visit": 0.5, "quote": 0.4, "order": 0.25}


# --- How firms buy ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "situation"),
    [
        ({"bought_before": True}, "straight rebuy"),
        ({"bought_before": True, "needs_change": True}, "modified rebuy"),
        ({"bought_before": True, "looks_around": True}, "modified rebuy"),
        ({"bought_before": True, "experience_left": False}, "new task"),
        ({"bought_before": False}, "new task"),
        ({"bought_before": False, "needs_change": True, "looks_around": True}, "new task"),
    ],
)
def test_the_newness_of_a_purchase_decides_the_buying_situation(answers, situation):
    found = f.buying_situation(**answers)
    assert found.situation == situation
    assert found.because.endswith(f": a {situation}.")


def test_newness_information_and_alternatives_rise_together():
    kinds = [
        f.buying_situation(True), f.buying_situation(True, needs_change=True), f.buying_situation(False)
    ]
    assert tuple(kind.situation for kind in kinds) == f.BUYING_SITUATIONS
    assert [kind.newness for kind in kinds] == ["low", "medium", "high"]
    assert [kind.information for kind in kinds] == ["little", "some", "much"]
    assert [kind.alternatives for kind in kinds] == ["none", "few", "many"]
    assert len({kind.dutch for kind in kinds}) == 3


def test_the_supplier_in_place_gets_other_advice_than_the_outsider():
    ours, theirs = f.buying_situation(True), f.buying_situation(True, we_supply=False)
    assert ours.advice == theirs.advice_in != theirs.advice == ours.advice_out


@pytest.mark.parametrize(
    ("impact", "risk", "quadrant", "dutch"),
    [
        (2, 2, "routine", "routineproduct"),
        (8, 2, "leverage", "hefboomproduct"),
        (2, 8, "bottleneck", "knelpuntproduct"),
        (8, 8, "strategic", "strategisch product"),
        (5, 5, "strategic", "strategisch product"),  # on the line counts as high
    ],
)
def test_kraljics_four_quadrants(impact, risk, quadrant, dutch):
    found = f.kraljic(impact, risk)
    assert (found.quadrant, found.dutch) == (quadrant, dutch)
    assert f"a {quadrant} product" in found.because


def test_a_product_near_a_line_says_what_else_it_may_be():
    assert f.kraljic(5.2, 8).neighbours == ("bottleneck",)
    assert f.kraljic(8, 4.6).neighbours == ("strategic",)
    assert set(f.kraljic(5, 5).neighbours) == {"bottleneck", "leverage", "routine"}
    sure = f.kraljic(8, 2)
    assert (sure.borderline, sure.neighbours, sure.distance) == (False, (), 3)
    assert "close call" in f.kraljic(5.2, 8).because
    assert "close call" not in sure.because


def test_how_near_is_near_and_where_the_line_lies_can_be_said():
    assert not f.kraljic(5.2, 8, near=0.1).borderline
    assert f.kraljic(5.2, 8, cut=6).quadrant == "bottleneck"


def test_marks_per_criterion_are_weighed():
    spare = f.kraljic({"spend": 2, "effect": 5}, [9, 7], impact_weights={"spend": 1, "effect": 3})
    assert (spare.profit_impact, spare.supply_risk, spare.quadrant) == (4.25, 8, "bottleneck")


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0.5, 9.5), st.floats(0, 5))
def test_every_quadrant_explains_itself_and_is_not_its_own_neighbour(impact, risk, cut, near):
    found = f.kraljic(impact, risk, cut=cut, near=near)
    assert found.quadrant in f.QUADRANTS
    assert found.quadrant not in found.neighbours
    assert bool(found.neighbours) == found.borderline == (found.distance <= near + 1e-9)
    assert found.advice
    assert found.buyer_aim


# --- From stock or from scratch ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "point", "name"),
    [
        ({}, 1, "standard, picked up"),
        ({"delivered": True}, 2, "standard, delivered"),
        ({"adapted": True}, 3, "standard, adapted"),
        ({"delivered": True, "adapted": True, "made_to_order": True}, 4, "made to order"),
        ({"turnkey": True}, 5, "turnkey project"),
    ],
)
def test_the_furthest_decision_is_the_decoupling_point(answers, point, name):
    found = f.decoupling_point(**answers)
    assert (found.point, found.name) == (point, name)
    assert found.because.endswith(f"point {point}.")


def test_each_point_waits_for_more_than_the_one_before():
    assert [place.point for place in f.DECOUPLING_POINTS] == [1, 2, 3, 4, 5]
    steps = [set(place.steps_after_order) for place in f.DECOUPLING_POINTS]
    assert steps[0] == set()
    assert all(less < more for less, more in pairwise(steps))
    assert steps[4] == set(f.LEAD_TIME_STEPS)


def test_the_customer_waits_for_what_is_done_after_the_order():
    days = {"design": 30, "purchase": 20, "make": 10, "adapt": 4, "deliver": 2, "install": 5}
    assert [f.customer_lead_time(days, point).days for point in range(1, 6)] == [0, 2, 6, 16, 71]
    adapted = f.customer_lead_time(days, 3)
    assert (adapted.ahead, adapted.total) == (60, 66)  # installing is not done for him, nor ahead
    assert adapted.steps == {"adapt": 4, "deliver": 2}
    assert f.customer_lead_time([30, 20, 10, 4, 2, 5], 5).total == 71


# --- A race of elimination --------------------------------------------------------------------


def test_the_funnel_worked_by_hand():
    year = f.run_funnel(200, RATES)
    assert year.counts == {"visit": 100, "quote": 40, "order": 10}
    assert year.lost == {"visit": 100, "quote": 60, "order": 30}
    assert (year.orders, year.overall, year.leads_per_order, year.narrowest) == (10, 0.05, 20, "order")


def test_backwards_worked_by_hand():
    plan = f.leads_needed(7, [0.3, 0.3, 0.3])
    assert plan.start == pytest.approx(7000 / 27)
    assert plan.leads == 260
    # 7 orders need 23.3 → 24 quotes, those 80 visits, those 266.7 → 267 leads
    whole = f.leads_needed(7, [0.3, 0.3, 0.3], whole=True)
    assert (whole.start, list(whole.counts.values())) == (267, [80, 24, 7])


def test_a_target_in_euros_is_turned_into_orders():
    plan = f.leads_needed(52_000, RATES, value_per_order=5_000)
    assert (plan.target, plan.leads) == (10.4, 208)
    assert f.leads_needed(52_000, RATES, value_per_order=5_000, whole=True).target == 11


def test_no_rounding_error_costs_a_firm():
    # In floats 0.7 × 0.1 × 100 is 7.000000000000001 and 0.29 × 100 is 28.999999999999996.
    assert f.run_funnel(100, [0.29], whole=True).orders == 29
    assert f.leads_needed(29, [0.29], whole=True).start == 100
    assert f.run_funnel(3, [1 / 3], whole=True).orders == 1
    assert f.leads_needed(7, [0.7, 0.1]).leads == 100


rate = st.one_of(
    st.integers(1, 100).map(lambda n: n / 100),
    st.fractions(Fraction(1, 40), 1, max_denominator=40).map(float),
    st.floats(0.01, 1),
)


@given(st.integers(0, 500), st.lists(rate, min_size=1, max_size=6))
def test_whole_forward_and_backward_agree_and_no_smaller_start_will_do(target, rates):
    assume(pd.Series(rates).prod() > 1e-8)
    plan = f.leads_needed(target, rates, whole=True)
    assert f.run_funnel(plan.start, rates, whole=True).orders >= target
    if target:
        assert f.run_funnel(plan.start - 1, rates, whole=True).orders < target


@given(st.floats(0, 1e6), st.lists(rate, min_size=1, max_size=6))
def test_on_average_forward_and_backward_agree(target, rates):
    assume(pd.Series(rates).prod() > 1e-8)
    plan = f.leads_needed(target, rates)
    back = f.run_funnel(plan.start, rates)
    assert back.orders == pytest.approx(target)
    assert back.counts == pytest.approx(plan.counts)
    assert plan.start <= plan.leads <= plan.start + 1


@given(st.integers(0, 10_000), st.lists(rate, min_size=1, max_size=6))
def test_counting_only_whole_firms_never_gives_more_and_asks_for_no_less(start, rates):
    assume(pd.Series(rates).prod() > 1e-8)
    exact, whole = f.run_funnel(start, rates), f.run_funnel(start, rates, whole=True)
    assert whole.orders <= exact.orders + 1e-9
    assert whole.start == whole.counts[list(whole.counts)[-1]] + sum(whole.lost.values())
    assert f.leads_needed(start, rates, whole=True).start >= f.leads_needed(start, rates).leads


# --- What a funnel did ------------------------------------------------------------------------


def test_conversions_and_the_leak():
    year = f.stage_conversions(
        {"lead": 200, "visit": 100, "quote": 40, "order": 10},
        benchmarks={"visit": 0.5, "quote": 0.6, "order": 0.3},
    )
    assert year.rates == {"visit": 0.5, "quote": 0.4, "order": 0.25}
    assert year.lost == {"visit": 100, "quote": 60, "order": 30}
    assert year.chance_from == pytest.approx({"lead": 0.05, "visit": 0.1, "quote": 0.25, "order": 1})
    assert year.narrowest == "order"
    assert year.leak == "quote"  # .40 of .60 is further below than .25 of .30
    assert year.orders_at_benchmark == pytest.approx({"visit": 10, "quote": 15, "order": 12})


def test_the_leak_is_where_the_benchmark_brings_most_orders():
    year = f.stage_conversions([100, 90, 20, 15], {"step 2": 0.95, "step 3": 0.3, "step 4": 0.9})
    assert year.leak == max(year.orders_at_benchmark, key=year.orders_at_benchmark.get) == "step 3"
    assert f.stage_conversions([100, 90], {"step 2": 0.5}).leak is None


def test_open_deals_have_not_dropped_out():
    # Of 50 visits 10 are still going on: 20 quotes from 40 decided.
    year = f.stage_conversions({"visit": 50, "quote": 20, "order": 5}, waiting={"visit": 10, "quote": 10})
    assert year.rates == {"quote": 0.5, "order": 0.5}
    assert year.lost == {"quote": 20, "order": 5}
    assert year.overall == 0.25


def test_where_nobody_came_there_is_no_rate():
    year = f.stage_conversions({"lead": 20, "visit": 0, "order": 0})
    assert year.rates == {"visit": 0, "order": None}
    assert (year.overall, year.chance_from["lead"], year.narrowest) == (None, None, "visit")


def test_conversions_from_the_history_of_each_deal():
    history = pd.DataFrame(
        [
            ("P1", "visit"), ("P1", "quote"), ("P1", "won"),
            ("P2", "visit"), ("P2", "lost"),
            ("P3", "quote"), ("P3", "lost"),  # the visit was skipped or not written down
            ("P4", "visit"),  # open
            ("P5", "visit"), ("P5", "quote"),  # open
        ],
        columns=["deal", "stage"],
    )
    result = f.conversions_from_history(history.deal, history.stage, ["visit", "quote", "won"])
    assert result.reached == {"visit": 5, "quote": 3, "won": 1}
    assert result.waiting == {"visit": 1, "quote": 1, "won": 0}
    assert result.rates == {"quote": 3 / 4, "won": 1 / 2}
    shuffled = history.sample(frac=1, random_state=1)
    assert f.conversions_from_history(shuffled.deal, shuffled.stage, ["visit", "quote", "won"]) == result


# --- When it narrows --------------------------------------------------------------------------

OPTIONS = {
    "coach": {"cost": 6_000, "order": 0.05},
    "more actions": {"cost": 4_000, "volume": 0.2},
    "more problem analysis": {"cost": 3_000, "quote": 0.02},
    "train": {"cost": 9_000, "visit": 0.1, "quote": 0.04},
}


def test_levers_worked_by_hand():
    result = f.best_lever(200, RATES, OPTIONS, margin_per_order=4_000)
    gains = {name: lever.gain for name, lever in result.options.items()}
    # 200·.5·.4·.30 = 12; 240·.05 = 12; 200·.5·.42·.25 = 10.5; 200·.6·.44·.25 = 13.2
    assert gains == pytest.approx({"coach": 2, "more actions": 2, "more problem analysis": 0.5, "train": 3.2})
    # per order: 3,000; 2,000; 6,000; 2,812.50
    assert result.ranking == ("more actions", "train", "coach", "more problem analysis")
    assert result.by_gain == ("train", "coach", "more actions", "more problem analysis")
    assert result.best == "more actions"
    assert result.options["train"].cost_per_order == pytest.approx(2812.5)
    assert result.options["train"].contribution == pytest.approx(3.2 * 4_000 - 9_000)
    assert result.options["train"].dutch == "trainen"
    # all at once: 240 · .6 · .46 · .30
    assert result.together == pytest.approx(19.872)
    assert result.together_gain == pytest.approx(9.872)
    assert result.together_gain > sum(gains.values())


def test_ties_keep_the_order_given():
    same = {name: {"cost": 1_000, "volume": 0.1} for name in ("b", "a", "c")}
    assert f.best_lever(200, RATES, same).ranking == ("b", "a", "c")
    # A tenth more at any stage brings a tenth more orders: a tie, although the floats differ.
    tenth = {"a": {"cost": 900, "order": 0.025}, "b": {"cost": 900, "visit": 0.05}, "c": {"cost": 900, "quote": 0.04}}
    result = f.best_lever(200, RATES, tenth)
    assert result.ranking == result.by_gain == ("a", "b", "c")


def test_what_is_free_comes_first_and_what_harms_last():
    result = f.best_lever(
        200,
        RATES,
        {"nothing": {"cost": 10}, "harm": {"cost": 0, "visit": -0.1}, "pay": {"cost": 1, "volume": 5}, "free":
         {"cost": 0, "visit": 0.01}},
    )
    assert result.ranking == ("free", "pay", "nothing", "harm")
    assert result.options["free"].gain_per_euro is None
    assert result.options["harm"].cost_per_order is None
    assert f.best_lever(200, RATES, {"nothing": {"cost": 10}}).best is None


def test_a_conversion_stays_within_its_bounds():
    lever = f.best_lever(200, RATES, {"dream": {"cost": 10, "visit": 0.9}}).options["dream"]
    assert (lever.rates["visit"], lever.capped, lever.orders) == (1, ("visit",), 20)


def test_the_four_interventions_have_their_dutch_names():
    assert list(f.INTERVENTIONS) == ["coach", "more actions", "more problem analysis", "train"]
    assert all(one.dutch and one.what and one.fits_when for one in f.INTERVENTIONS.values())


@given(st.floats(1, 1e6), st.lists(st.floats(0.01, 0.9), min_size=2, max_size=5), st.data())
def test_the_best_lever_is_the_cheapest_per_order(start, rates, data):
    stages = [f"step {place}" for place in range(1, len(rates) + 1)]
    options = {
        f"option {n}": {
            "cost": data.draw(st.floats(1, 1e5)), data.draw(st.sampled_from([*stages, "volume"])): 0.05
        }
        for n in range(3)
    }
    result = f.best_lever(start, rates, options)
    paid = {name: lever.cost_per_order for name, lever in result.options.items() if lever.cost_per_order}
    if paid:
        assert paid[result.best] == pytest.approx(min(paid.values()))
    assert sorted(result.ranking) == sorted(options)
