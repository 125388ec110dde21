"""Chapter 5: the integral order funnel, hit rates, media and what extra actions add."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import funnel as f

RATES = {"attention": 0.25, "interest": 0.10, "lead": 0.20, "order": 0.10}
COST = {"attention": 20_000, "interest": 6_000, "lead": 4_000, "order": 10_000}


def test_the_integral_funnel_worked_by_hand():
    year = f.integral_funnel(40, RATES, COST, margin_per_order=2_500)
    assert [phase.approached for phase in year.phases.values()] == [40_000, 10_000, 1_000, 200]
    assert [phase.hits for phase in year.phases.values()] == [10_000, 1_000, 200, 20]
    assert (year.audience, year.leads, year.orders, year.cost) == (40_000, 200, 20, 40_000)
    assert (year.cost_per_contact, year.cost_per_lead, year.cost_per_order) == (1, 200, 2_000)
    attention = year.phases["attention"]
    assert (attention.cost_per_contact, attention.cost_per_hit) == (0.5, 2)
    assert (attention.cost_per_lead, attention.cost_per_order, attention.share_of_cost) == (100, 1_000, 0.5)
    assert year.phases["lead"].cost_so_far == 30_000
    assert year.phases["lead"].cost_so_far_per_hit == 150
    assert year.contribution == 20 * 2_500 - 40_000
    assert year.dearest == "attention"


def test_knowing_liking_and_acting():
    year = f.integral_funnel(40, RATES, COST)
    assert [phase.kind for phase in year.phases.values()] == ["cognitive", "affective", "conative", "conative"]
    assert year.cost_by_kind == {"cognitive": 20_000, "affective": 6_000, "conative": 14_000}
    assert year.cost_by_term == {"long": 26_000, "short": 14_000}
    own = f.integral_funnel(40, {"radio": 0.1, "call": 0.1}, [5, 6], kinds={"radio": "Cognitive"})
    assert [phase.kind for phase in own.phases.values()] == ["cognitive", None]
    assert own.cost_by_term == {"long": 5, "short": 0}


def test_a_cost_for_each_one_approached():
    # 1,000 letters at € 2 and 50 visits at € 100, on top of € 500 of design
    year = f.integral_funnel(1, {"lead": 0.05, "order": 0.2}, {"lead": 500}, cost_each={"lead": 2, "order": 100})
    assert [phase.cost for phase in year.phases.values()] == [2_500, 5_000]
    assert year.cost_per_order == 750


def test_the_long_term_counts_those_who_come_back():
    year = f.integral_funnel(1, {"lead": 0.1, "order": 0.2}, [1_000, 1_000], comes_back={"lead": 0.01, "order": 0.1})
    # 900 stopped before they were a lead, 80 before they ordered
    assert year.orders_later == pytest.approx(900 * 0.01 + 80 * 0.1)
    assert year.orders_long_term == pytest.approx(37)
    assert year.cost_per_order == 100
    assert year.cost_per_order_long_term == pytest.approx(2_000 / 37)


def test_which_phase_gives_the_leads():
    assert f.integral_funnel(40, RATES).lead_phase == "lead"
    assert f.integral_funnel(40, [0.1, 0.1, 0.1]).lead_phase == "phase 2"
    assert f.integral_funnel(40, RATES, lead="interest").leads == 1_000


def test_without_orders_nothing_is_divided():
    year = f.integral_funnel(40, {"lead": 0.1, "order": 0}, COST and {"lead": 100})
    assert (year.orders, year.cost_per_order, year.cost_per_lead) == (0, None, 0.025)


@given(
    st.floats(0.1, 1e4),
    st.lists(st.tuples(st.floats(0.01, 1), st.floats(0, 1e6), st.floats(0, 100)), min_size=2, max_size=6),
)
def test_the_phases_add_up_to_the_whole(thousands, phases):
    rates, fixed, each = zip(*phases, strict=True)
    year = f.integral_funnel(thousands, rates, fixed, cost_each=each)
    assert sum(phase.cost for phase in year.phases.values()) == pytest.approx(year.cost)
    assert list(year.phases.values())[-1].cost_so_far == pytest.approx(year.cost)
    assert year.audience == pytest.approx(year.orders + sum(phase.stopped for phase in year.phases.values()))
    if year.cost_per_order is not None:
        assert sum(phase.cost_per_order for phase in year.phases.values()) == pytest.approx(year.cost_per_order)
    assert year.orders == pytest.approx(f.run_funnel(1000 * thousands, rates).orders)


def test_hit_rates_pool_what_campaigns_did():
    past = f.hit_rates(
        [{"audience": 1_000, "attention": 300, "order": 3}, {"audience": 3_000, "attention": 500, "order": 5}]
    )
    # (300 + 500) / 4,000, not the mean of 30 % and 16.7 %
    assert past.rates == {"attention": 0.2, "order": 0.01}
    assert (past.low["attention"], past.high["attention"], past.periods) == (pytest.approx(1 / 6), 0.3, 2)
    assert f.integral_funnel(4, past.rates).orders == pytest.approx(8)


# --- Media ------------------------------------------------------------------------------------

NOW = {
    "trade fair": {"reach": 600, "response": 0.10, "conversion": 0.20, "cost": 12_000},
    "mailing": {"reach": 5_000, "response": 0.02, "conversion": 0.05, "cost": 4_000},
    "website": {"reach": 8_000, "response": 0.01, "conversion": 0.10, "cost": 2_000},
}
LAST = {
    "trade fair": {"reach": 500, "response": 0.10, "conversion": 0.20, "cost": 12_000},
    "mailing": {"reach": 6_000, "response": 0.02, "conversion": 0.06, "cost": 4_000},
    "radio": {"reach": 9_000, "response": 0.001, "conversion": 0.1, "cost": 5_000},
}


def test_media_worked_by_hand():
    board = f.media_effectiveness(NOW)
    fair = board.media["trade fair"]
    assert (fair.responses, fair.orders, fair.cost_per_order) == (60, 12, 1_000)
    assert (fair.cost_per_contact, fair.cost_per_response) == (20, 200)
    assert fair.effectiveness == pytest.approx(0.02)
    assert board.by_orders == ("trade fair", "website", "mailing")  # 12, 8, 5
    assert board.by_effectiveness == ("trade fair", "mailing", "website")  # equal ones keep their order
    assert board.by_cost_per_order == ("website", "mailing", "trade fair")  # 250, 800, 1,000
    assert (fair.acceleration, fair.driver, board.new, board.stopped) == ({}, None, (), ())
    total = board.total
    assert (total.reach, total.responses, total.orders, total.cost) == (13_600, 240, 25, 18_000)
    assert (total.cost_per_response, total.cost_per_order) == (75, 720)


def test_acceleration_is_the_change_since_last_period():
    board = f.media_effectiveness(NOW, LAST)
    fair, mailing = board.media["trade fair"], board.media["mailing"]
    assert fair.acceleration["orders"] == pytest.approx(0.2)
    assert fair.acceleration["response"] == 0
    assert fair.acceleration["cost_per_order"] == pytest.approx(-1 / 6)
    assert fair.driver == "reach"
    # 7.2 orders became 5: both reach and conversion fell by a sixth, so the first is named
    assert mailing.acceleration["orders"] == pytest.approx(-2.2 / 7.2)
    assert (board.accelerating, board.slowing) == (("trade fair",), ("mailing",))
    assert (board.new, board.stopped) == (("website",), ("radio",))
    assert board.media["website"].acceleration == {}
    assert board.total.acceleration["orders"] == pytest.approx(25 / 18.1 - 1)


def test_a_medium_whose_cost_is_not_known_has_no_price():
    board = f.media_effectiveness({"tip": {"reach": 10, "response": 0.5, "conversion": 0.5}, **NOW})
    assert board.media["tip"].cost_per_order is None
    assert board.total.cost is None
    assert board.by_cost_per_order[-1] == "tip"


def test_a_table_with_a_row_per_medium_can_be_given():
    table = pd.DataFrame(NOW).T
    assert f.media_effectiveness(table.to_dict("index")) == f.media_effectiveness(NOW)
    assert f.media_effectiveness(table.T) == f.media_effectiveness(NOW)


@given(*[st.floats(0.1, 1)] * 6)
def test_growth_factors_multiply(reach, response, conversion, reach0, response0, conversion0):
    def one(*figures):
        return {"m": dict(zip(("reach", "response", "conversion"), figures, strict=True))}

    board = f.media_effectiveness(one(100 * reach, response, conversion), one(100 * reach0, response0, conversion0))
    change = board.media["m"].acceleration
    assert 1 + change["orders"] == pytest.approx(
        (1 + change["reach"]) * (1 + change["response"]) * (1 + change["conversion"])
    )
    assert 1 + board.total.acceleration["orders"] == pytest.approx(1 + change["orders"])


def test_an_extra_action_is_judged_by_what_it_adds():
    call = f.media_acceleration(5_000, 0.02, 0.10, extra_cost=3_000, response_lift=0.01)
    assert (call.orders_before, call.orders_after, call.gain, call.gain_rate) == pytest.approx((10, 15, 5, 0.5))
    assert call.cost_per_extra_order == pytest.approx(600)
    assert f.media_acceleration(5_000, 0.02, 0.10, extra_cost=3_000).cost_per_extra_order is None
    assert f.media_acceleration(100, 0.9, 0.5, response_lift=0.5).response == 1
