"""Chapter 6's functions on retention and lifetime value: published and worked cases, and what always holds."""

import datetime
from math import fsum

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import portfolio as p

RATES = st.floats(0, 0.99)
YEARS = st.integers(1, 40)
TIMINGS = st.sampled_from(["year end", "year start", "after renewal"])

# --- Retention --------------------------------------------------------------------------------


def test_retention_worked_by_hand():
    year = p.retention_rate_of_counts(200, 210, joined=40)
    assert (year.kept, year.lost, year.rate, year.churn) == (170, 30, 0.85, 0.15)
    assert year.average_life == pytest.approx(200 / 30)
    named = p.retention_rate(["a", "b", "c", "d", "a"], {"a", "b", "c", "x", "w"})
    assert (named.at_start, named.at_end, named.rate) == (4, 5, 0.75)
    assert (named.lost_customers, named.joined_customers) == (("d",), ("w", "x"))
    assert p.retention_rate(["a"], ["a"]).average_life is None
    assert p.retention_rate(["a"], []).rate == 0


def test_retention_reads_revenue_and_columns_of_names():
    before, after = {"a": 5, "b": 3, "idle": 0}, {"a": 1, "b": 0, "idle": 4}
    assert p.retention_rate(before, after).rate == 0.5
    assert p.retention_rate(pd.Series(before), pd.Series(after)) == p.retention_rate(before, after)
    orders = pd.Series(["a", "b", "a", "c"])
    assert p.retention_rate(orders[1:3], orders[2:]).lost_customers == ("b",)
    assert p.retention_rate(orders, orders.unique()).rate == 1


def test_retention_from_an_order_history():
    who = ["a", "b", "c", "a", "b", "d", "a"]
    when = ["2023-10-01", "2024-09-30", "2024-01-01", "2024-10-01", "2025-09-30", "2025-01-01", "2025-12-01"]
    first, second = p.retention_by_year(who, when, "2023-10-01", years=3)
    assert (first.at_start, first.kept, first.joined, first.lost_customers) == (3, 2, 1, ("c",))
    assert (second.at_start, second.kept) == (3, 1)
    assert first.period == "2023-10-01 to 2024-09-30, then the year after"
    dates = [datetime.date.fromisoformat(day) for day in when]
    assert p.retention_by_year(pd.Series(who), pd.to_datetime(when), dates[0], 3) == (first, second)


def test_a_year_that_begins_on_29_february():
    (pair,) = p.retention_by_year(["a", "a"], ["2024-02-29", "2025-03-01"], "2024-02-29", years=2)
    assert pair.period == "2024-02-29 to 2025-02-28, then the year after"
    assert pair.rate == 1


@given(st.sets(st.integers(0, 30), min_size=1), st.sets(st.integers(0, 30)))
def test_names_and_counts_agree(start, end):
    named = p.retention_rate(start, end)
    counted = p.retention_rate_of_counts(len(start), len(end), len(end - start))
    for figure in ("at_start", "at_end", "kept", "lost", "joined", "rate", "churn", "average_life"):
        assert getattr(named, figure) == getattr(counted, figure)
    assert named.rate + named.churn == pytest.approx(1)


def test_survivors_and_average_life():
    assert p.share_still_there(0.8, 3) == pytest.approx(0.512)
    assert p.share_still_there(0.98, 12) == pytest.approx(0.7847, abs=1e-4)
    assert p.customer_life(0.75) == 4
    assert p.customer_life(0) == 1


@given(st.floats(0, 0.95))
def test_the_average_life_is_the_sum_of_the_survivors(rate):
    assert fsum(p.share_still_there(rate, year) for year in range(600)) == pytest.approx(p.customer_life(rate))


# --- Lifetime value ---------------------------------------------------------------------------


def test_gupta_and_lehmann_margin_multiples():
    # The table in Gupta and Lehmann (2003): multiples r / (1 + i - r) of the margin, at 10 to 16 % discount.
    table = {(0.60, 0.10): 1.20, (0.70, 0.10): 1.75, (0.80, 0.10): 2.67, (0.90, 0.10): 4.50,
             (0.60, 0.16): 1.07, (0.70, 0.14): 1.59, (0.80, 0.12): 2.50, (0.90, 0.12): 4.09}
    for (retention, rate), multiple in table.items():
        client = p.lifetime_value(1, retention, rate, timing="after renewal")
        assert client.multiple == pytest.approx(multiple, abs=0.005)


def test_three_timings_worked_by_hand():
    timings = ("year end", "year start", "after renewal")
    values = [p.lifetime_value(1_000, 0.80, 0.10, timing=when).value for when in timings]
    assert values == pytest.approx([1_000 / 0.30, 1_100 / 0.30, 800 / 0.30])
    two = [p.lifetime_value(1_000, 0.5, 0.25, years=2, timing=when).value for when in timings]
    assert two == pytest.approx([800 + 320, 1_000 + 400, 400 + 160])


def test_lifetime_value_worked_by_hand():
    client = p.lifetime_value(1_000, 0.80, 0.10, acquisition_cost=1_500)
    assert client.value == pytest.approx(3_333.33 - 1_500, abs=0.01)
    assert client.worth_of_point == pytest.approx(1_000 / 0.29 - 1_000 / 0.30)
    assert client.break_even_year == 2  # 909.09, then 661.16 more
    assert (client.average_life, client.beyond) == (pytest.approx(5), 0)
    assert client.value_to_cost == pytest.approx(2.2222, abs=1e-4)
    assert len(client.steps) == 20
    step = client.steps[1]
    assert (step.still_there, step.margin) == (0.8, 800)
    assert step.present_value == pytest.approx(661.157, abs=0.001)
    assert step.cumulative == pytest.approx(909.091 + 661.157 - 1_500, abs=0.001)


def test_a_finite_horizon_worked_by_hand():
    client = p.lifetime_value(1_000, 0.80, years=3, acquisition_cost=2_440)
    assert client.gross_value == pytest.approx(1_000 + 800 + 640)
    assert client.break_even_year == 3  # exactly paid back
    assert client.beyond == pytest.approx(5_000 - 2_440)
    assert p.lifetime_value(1_000, 0.80, years=3, acquisition_cost=2_441).break_even_year is None
    loyal = p.lifetime_value(100, 1, years=4)
    assert loyal.value == pytest.approx(400)
    assert (loyal.beyond, loyal.average_life, loyal.worth_of_point) == (None, None, None)


def test_edges_of_a_lifetime():
    assert p.lifetime_value(100, 0, 0.1).value == pytest.approx(100 / 1.1)
    assert p.lifetime_value(100, 0, 0.1, timing="after renewal").value == 0
    assert p.lifetime_value(100, 0.5).break_even_year == 0
    assert p.lifetime_value(-100, 0.5, acquisition_cost=10).break_even_year is None
    assert p.lifetime_value(0, 0.5).multiple is None
    assert p.lifetime_value(100, 0.99).worth_of_point is None  # at 100 % the value would have no end
    assert p.lifetime_value(100, 0.99, 0.01).worth_of_point == pytest.approx(100 / 0.01 - 100 / 0.02)
    assert p.lifetime_value(100, 1, 0.05).value == pytest.approx(2_000)  # a perpetuity
    assert p.lifetime_value(1, 1, 0.1, acquisition_cost=9.99).break_even_year == 73  # 1.1^-n <= 0.001


@given(st.floats(1, 1e6), RATES, RATES, YEARS, TIMINGS)
def test_steps_add_up_and_more_years_are_worth_more(margin, retention, rate, years, timing):
    client = p.lifetime_value(margin, retention, rate, 100, years, timing)
    assert fsum(step.present_value for step in client.steps) == pytest.approx(client.gross_value)
    assert client.steps[-1].cumulative == pytest.approx(client.value, abs=1e-6)
    endless = p.lifetime_value(margin, retention, rate, 100, timing=timing)
    assert client.gross_value + client.beyond == pytest.approx(endless.gross_value)
    assert client.gross_value <= endless.gross_value * (1 + 1e-9)


@given(st.floats(1, 1e6), st.floats(0, 0.98), st.floats(0, 1), st.floats(0, 1e7), st.none() | YEARS, TIMINGS)
def test_break_even_is_the_first_year_in_the_black(margin, retention, rate, cost, years, timing):
    client = p.lifetime_value(margin, retention, rate, cost, years, timing)
    assume(abs(client.value) > 1e-3 * max(1, cost))
    assert (client.break_even_year is None) == (client.value < 0)
    if client.break_even_year and client.break_even_year < len(client.steps):
        at = client.break_even_year - 1
        assert client.steps[at].cumulative >= -1e-6 * cost
        assert at == 0 or client.steps[at - 1].cumulative < 1e-6 * cost


@given(st.floats(1, 1e6), st.floats(0, 0.95), st.floats(0, 1), TIMINGS)
def test_a_point_of_retention_is_worth_more_where_retention_is_high(margin, retention, rate, timing):
    here = p.lifetime_value(margin, retention, rate, timing=timing)
    higher = p.lifetime_value(margin, retention + 0.03, rate, timing=timing)
    assert 0 < here.worth_of_point < higher.worth_of_point


@given(st.floats(0, 1e6), RATES)
def test_without_discount_the_value_is_margin_times_life(margin, retention):
    assert p.lifetime_value(margin, retention).value == pytest.approx(margin * p.customer_life(retention))


# --- A budget for retention -------------------------------------------------------------------


def test_a_retention_budget_worked_by_hand():
    plan = p.retention_budget(100, 1_000, 0.80, 0.82, 20_000, 0.10)
    assert (plan.value_before, plan.value_after) == (pytest.approx(1_000 / 0.30), pytest.approx(1_000 / 0.28))
    assert plan.gain == pytest.approx(100_000 / 0.28 - 100_000 / 0.30)
    assert (plan.net, plan.return_on_budget) == (pytest.approx(3_809.52, abs=0.01), pytest.approx(0.19048, abs=1e-5))
    assert plan.cost_per_customer == 200
    # 1 / (1.1 - r) has to rise by 0.2: r = 1.1 - 1 / (1 / 0.3 + 0.2).
    assert plan.retention_needed == pytest.approx(1.1 - 1 / (1 / 0.3 + 0.2))
    extra, year = 0.0, 0
    while extra < 20_000:
        year += 1
        extra += 100_000 * (0.82 ** (year - 1) - 0.80 ** (year - 1)) / 1.1**year
    assert plan.payback_year == year == 12


def test_edges_of_a_budget():
    free = p.retention_budget(10, 100, 0.8, 0.9, 0)
    assert (free.return_on_budget, free.payback_year, free.retention_needed) == (None, 0, 0.8)
    dear = p.retention_budget(10, 100, 0.8, 0.9, 1e9, years=5)
    assert (dear.payback_year, dear.retention_needed) == (None, None)
    none = p.retention_budget(10, 100, 0.8, 0.8, 500)
    assert (none.gain, none.net, none.return_on_budget, none.payback_year) == (0, -500, -1, None)


@given(
    st.integers(1, 1_000), st.floats(1, 1e5), st.floats(0, 0.9), st.floats(0, 0.08), st.floats(1, 1e6),
    st.floats(0.01, 1), st.none() | YEARS, TIMINGS,
)
def test_the_budget_pays_when_its_gain_is_larger(customers, margin, retention, more, budget, rate, years, timing):
    plan = p.retention_budget(customers, margin, retention, retention + more, budget, rate, years, timing)
    assume(abs(plan.net) > 1e-3 * budget)
    assert (plan.payback_year is not None) == (plan.net > 0)
    if plan.retention_needed is not None:
        assert (plan.retention_needed <= retention + more) == (plan.net > 0)
        even = p.retention_budget(customers, margin, retention, plan.retention_needed, budget, rate, years, timing)
        assert even.gain == pytest.approx(budget, rel=1e-3, abs=1e-3)
