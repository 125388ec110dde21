"""Chapter 7's functions: cases worked by hand, and what always holds."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesedu import accounts as a

MARK = st.floats(0, 10)
EUROS = st.floats(0, 1e9)


# --- Kinds of customers and service ------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        ({"revenue": 25_000}, "large customer"),
        ({"revenue": 20_000, "potential": 200_000}, "large customer"),
        ({"revenue": 6_000, "potential": 30_000}, "growth account"),
        ({"revenue": 16_000, "potential": 30_000}, "regular customer"),
        ({"revenue": 6_000}, "regular customer"),
        ({"revenue": 2_499}, "small customer"),
        ({"revenue": 90_000, "months_as_customer": 2}, "new customer"),
        ({"revenue": 90_000, "months_since_order": 12}, "dormant customer"),
        ({"revenue": 0, "months_since_order": None}, "prospect"),
    ],
)
def test_kind_of_customer(figures, kind):
    found = a.customer_kind(**figures)
    assert (found.kind, found.service.kind) == (kind, kind)
    assert found.because.endswith(".")
    assert found.dutch == found.service.dutch


@given(EUROS, EUROS, st.floats(0, 40) | st.none(), st.floats(0, 40) | st.none())
def test_figures_alone_make_nobody_a_key_account(revenue, elsewhere, silent, known):
    revenue = 0 if silent is None else revenue
    found = a.customer_kind(revenue, revenue + elsewhere, silent, known)
    assert found.kind in set(a.CUSTOMER_KINDS) - {"key account"}


def test_key_accounts_get_most_and_small_customers_no_visit():
    visits = {kind: a.service_level(kind).visits_per_year for kind in a.CUSTOMER_KINDS}
    assert visits["key account"] > visits["growth account"] > visits["regular customer"] > visits["small customer"] == 0


def test_service_must_be_paid_from_the_margin():
    rich, poor = a.service_level("regular customer", 2_000), a.service_level("regular customer", 1_200)
    assert (rich.cost, rich.share, rich.affordable, rich.visits_affordable) == (380, 0.19, True, 2)
    assert (poor.affordable, poor.visits_affordable) == (False, 1)
    assert "1 in place of 2 visits" in poor.advice
    assert a.service_level("regular customer").affordable is None
    assert a.service_level("regular customer", -100).affordable is False


@given(st.sampled_from(a.CUSTOMER_KINDS), st.floats(0, 1e6), st.floats(1, 1e3), st.floats(0, 1e3), st.floats(0, 1))
def test_the_visits_called_affordable_are_affordable(kind, margin, visit, call, limit):
    level = a.service_level(kind, margin, cost_per_visit=visit, cost_per_call=call, largest_share=limit)
    if level.visits_affordable:
        spent = level.visits_affordable * visit + level.calls_per_year * call
        assert spent <= limit * margin + 1e-3
    assert level.affordable == (level.cost <= limit * margin + 1e-9 * max(1, margin))


# --- Key account matrix ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attractive", "strong", "kind"),
    [
        (8, 8, "key account"),
        (8, 2, "key development account"),
        (2, 8, "maintenance account"),
        (2, 2, "opportunistic account"),
        (5, 5, "key account"),
        (4.999, 5, "maintenance account"),
    ],
)
def test_class_of_an_account(attractive, strong, kind):
    assert a.key_account_class(attractive, strong).kind == kind


def test_a_borderline_account_says_what_else_it_could_be():
    near = a.key_account_class(5.4, 4.6)
    assert near.borderline == ("attractiveness", "position")
    assert set(near.could_be) == {"key account", "maintenance account", "opportunistic account"}
    assert "borderline" in near.because
    clear = a.key_account_class(9, 1)
    assert (clear.borderline, clear.could_be) == ((), ())


def test_marks_in_one():
    assert a.weighted_mark({"volume": 8, "growth": 4}, {"growth": 1, "volume": 3}) == 7
    assert a.weighted_mark([2, 4]) == 3
    assert a.weighted_mark([1, 5], [1, 1], scale=(1, 5)) == 3
    assert a.relative_position([8, 6], [8, 6]) == 5
    assert a.relative_position([10], [0]) == 10
    assert a.relative_position([0], [10]) == 0
    assert a.relative_position([9, 5], [7, 6], [3, 1]) == 5.625


MATRIX = {
    "hotel": {"volume": 8, "growth": 6},
    "school": {"volume": 3, "growth": 4},
    "office": {"volume": 9, "growth": 9},
}
POSITION = {"hotel": 7, "school": 4, "office": 3}


def test_accounts_are_ranked_and_classed():
    found = a.key_account_matrix(MATRIX, POSITION, {"volume": 3, "growth": 1})
    assert [(one.rank, one.name, one.kind) for one in found.accounts] == [
        (1, "hotel", "key account"),
        (2, "office", "key development account"),
        (3, "school", "opportunistic account"),
    ]
    assert found.account("hotel").contributions == {"attractiveness": {"volume": 6, "growth": 1.5}, "position": {}}
    assert found.classes["maintenance account"] == ()
    assert found.attractiveness_weights == {"volume": 0.75, "growth": 0.25}


def test_room_for_key_accounts_is_given_to_the_best():
    marks = {"a": 7, "b": 9, "c": 8}
    found = a.key_account_matrix(marks, {"a": 9, "b": 6, "c": 6}, places=2)
    assert (found.selected, found.waiting) == (("b", "c"), ("a",))
    assert a.key_account_matrix(marks, marks).waiting == ()


def test_equals_share_a_rank_in_the_order_given():
    found = a.key_account_matrix({"z": 7, "y": 7, "x": 6}, {"z": 7, "y": 7, "x": 6})
    assert [(one.name, one.rank) for one in found.accounts] == [("z", 1), ("y", 1), ("x", 3)]


def test_a_table_has_accounts_as_columns():
    assert a.key_account_matrix(pd.DataFrame(MATRIX), pd.Series(POSITION)) == a.key_account_matrix(MATRIX, POSITION)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(MARK, MARK), min_size=1))
def test_every_account_is_in_one_class_and_ranks_never_fall(marks):
    found = a.key_account_matrix({n: m[0] for n, m in marks.items()}, {n: m[1] for n, m in marks.items()})
    assert sorted(name for names in found.classes.values() for name in names) == sorted(marks)
    ranks = [one.rank for one in found.accounts]
    assert ranks == sorted(ranks)
    assert all((one.name in found.borderline) == bool(one.could_be) for one in found.accounts)


# --- Visit capacity ----------------------------------------------------------------------------


def plan(**more):
    return a.visit_capacity({"A": 20, "B": 60, "C": 200}, {"A": 12, "B": 6, "C": 2}, 60, 45, 30, **more)


def test_visits_worked_by_hand():
    found = plan()
    # 240 + 360 + 400 visits of 135 minutes
    assert (found.visits, found.hours_needed, found.account_managers_needed) == (1_000, 2_250, 3)
    assert found.account_managers_exact == pytest.approx(2.5568, abs=1e-4)
    assert (found.hours_available, found.slack, found.visits_possible, found.coverage) == (2_640, 390, 1_173, 1)
    assert [(line.visits, line.hours) for line in found.classes] == [(240, 540), (360, 810), (400, 900)]


def test_with_too_few_people_not_all_visits_are_made():
    found = plan(account_managers=2)
    assert (found.slack, found.visits_possible) == (-490, 782)
    assert found.coverage == pytest.approx(0.7822, abs=1e-4)
    assert "490 hours a year short" in found.advice
    nobody = plan(account_managers=0)
    assert (nobody.load, nobody.visits_possible, nobody.coverage) == (None, 0, 0)


def test_people_to_spare_are_named():
    assert "1.4 account managers" in plan(account_managers=4).advice


def test_minutes_may_differ_by_class():
    found = a.visit_capacity([1, 1], [1, 1], {"class 1": 120, "class 2": 60}, preparation_minutes=[0, 30])
    assert [line.minutes_each for line in found.classes] == [120, 90]
    assert found.hours_needed == 3.5


def test_exactly_full_needs_nobody_more():
    assert a.visit_capacity([1_100], [0.8], 60, selling_hours=880).account_managers_needed == 1
    assert a.visit_capacity([3], [0.1], 60, selling_hours=1).account_managers_needed == 1
    assert a.visit_capacity([0], [4]).account_managers_needed == 0


def test_hours_and_the_visits_they_hold():
    assert a.selling_hours(44, 40, 0.5) == 880
    assert a.visits_possible(880, 135) == 391
    assert a.visits_possible(2, 120) == 1


COUNTS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 52), st.integers(0, 300)), min_size=1, max_size=5)


@given(COUNTS, st.floats(1, 3_000))
def test_the_people_needed_are_enough_and_no_more(classes, hours):
    customers, visits, minutes = (list(column) for column in zip(*classes, strict=True))
    found = a.visit_capacity(customers, visits, minutes, selling_hours=hours)
    needed = sum(c * v * m for c, v, m in classes) / 60
    assert found.hours_needed == pytest.approx(needed)
    assert found.account_managers_needed * hours >= needed * (1 - 1e-8)
    assert (found.account_managers_needed - 1) * hours < needed or found.account_managers_needed == 0
    assert found.coverage == pytest.approx(1)


# --- Hunters and farmers -----------------------------------------------------------------------


def test_team_worked_by_hand():
    found = a.team_mix(900_000, 6_000_000, 250_000, 800_000, cost_per_hunter=90_000, cost_per_farmer=80_000)
    assert (found.hunters_exact, found.farmers_exact) == (3.6, 7.5)
    assert (found.hunters_needed, found.farmers_needed, found.people) == (4, 8, 12)
    assert (found.cost, found.cost_of_new) == (1_000_000, 0.4)
    assert found.cost_of_existing == pytest.approx(640_000 / 6_000_000)


@pytest.mark.parametrize(
    ("hunters", "farmers", "short", "says"),
    [
        (2, 10, (2, -2), "2 hunters short and have farmers to spare"),
        (2, 8, (2, 0), "2 hunters short"),
        (4, 10, (0, -2), "farmers to spare"),
        (4, 8, (0, 0), "the team fits"),
        (3.5, 8, (0.5, 0), "0.5 hunters short"),
    ],
)
def test_the_team_you_have(hunters, farmers, short, says):
    found = a.team_mix(900_000, 6_000_000, 250_000, 800_000, hunters=hunters, farmers=farmers)
    assert (found.hunters_short, found.farmers_short) == short
    assert (found.new_business_reached, found.existing_business_reached) == (hunters * 250_000, farmers * 800_000)
    assert says in found.advice


def test_leavers_must_be_replaced_before_growth():
    assert a.new_business_needed(7_000_000, 6_500_000, 0.88, 0.05) == pytest.approx(994_000)
    assert a.new_business_needed(100, 100, 1) == 0
    assert a.new_business_needed(100, 100, 1, 0.5) == 0
    assert a.new_business_needed(100, 100, 0) == 100


# --- Selling modes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("customer", "used", "fits", "mismatch"),
    [
        ("intrinsic", "transactional", "transactional", None),
        ("intrinsic", "consultative", "transactional", "too much"),
        ("extrinsic", "transactional", "consultative", "too little"),
        ("extrinsic", "strategic", "consultative", "too much"),
        ("strategic", "consultative", "strategic", "too little"),
    ],
)
def test_selling_mode_fits_the_value_customer(customer, used, fits, mismatch):
    found = a.selling_mode(customer, used)
    assert (found.fits, found.mismatch, found.match) == (fits, mismatch, mismatch is None)
    assert bool(found.warning) == (mismatch is not None)


def test_cost_of_the_wrong_mode():
    found = a.selling_mode("intrinsic", "consultative", 2_000)
    assert (found.cost, found.cost_used, found.extra_cost) == (325, 3_900, 3_575)
    assert (found.result, found.result_used, found.pays) == (1_675, -1_900, True)
    assert "3,575" in found.warning
    small = a.selling_mode("strategic", margin=20_000)
    assert (small.pays, small.cost_used) == (False, None)
    assert "until the margin is there" in small.advice


# --- Progress report ---------------------------------------------------------------------------


def test_progress_worked_by_hand():
    report = a.progress_report([100, 150, 100, 50], [90, 120], booked=10, pipeline=30)
    assert (report.target, report.target_to_date, report.actual, report.variance) == (400, 250, 210, -40)
    assert (report.attainment, report.passed, report.left) == (0.84, 2, 2)
    assert report.forecasts == {"run rate": 420, "seasonal share": 336, "pipeline added": 250}
    assert (report.forecast, report.lowest, report.highest, report.gap) == (336, 250, 420, -64)
    assert (report.needed, report.needed_per_period, report.pace, report.signal) == (190, 95, 105, "act")
    assert report.needed_against_forecast == pytest.approx(190 / 126)
    assert [line.signal for line in report.lines] == ["act", "act", None, None]
    assert (report.lines[1].actual_to_date, report.lines[1].attainment_to_date) == (210, 0.84)


def test_season_from_last_year():
    report = a.progress_report([100] * 4, [60, 60], season=[1, 1, 1, 2])
    assert report.seasonal_share == pytest.approx(300)
    assert (report.run_rate, report.pipeline_added) == (240, None)


@pytest.mark.parametrize(("actual", "signal"), [(100, "on track"), (99.9, "watch"), (95, "watch"), (94.9, "act")])
def test_signals(actual, signal):
    assert a.progress_report([100] * 4, [actual]).signal == signal
    assert a.progress_report([100] * 4, [actual]).lines[0].signal == signal


def test_a_year_that_is_over_has_no_forecast_left():
    report = a.progress_report([100, 100], [90, 130], pipeline=500)
    assert set(report.forecasts.values()) == {220}
    assert (report.left, report.needed_per_period, report.needed, report.signal) == (0, None, 0, "on track")
    assert "The year ended" in report.because


def test_missing_months_at_the_end_are_still_to_come():
    known = pd.Series([90.0, 120.0, None, None])
    assert a.progress_report([100, 150, 100, 50], known) == a.progress_report([100, 150, 100, 50], [90, 120])


def test_periods_have_names():
    assert a.progress_report([1] * 12, [1]).lines[11].label == "Dec"
    assert a.progress_report([1] * 4, [1]).lines[3].label == "Q4"
    assert a.progress_report([1] * 2, [1], labels=["spring", "autumn"]).lines[1].label == "autumn"


def test_the_report_as_text():
    text = a.progress_report([100_000] * 4, [90_000], labels=["A|B", "C", "D", "E"]).to_markdown("Team *North*")
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("# Team \\*North\\*\n\n**Act.** By seasonal share the year ends at € 360,000")
    assert "| A\\|B | € 100,000 | € 90,000 | −€ 10,000 | 90.0 % | −€ 10,000 | act |" in text
    assert "pipeline added" not in text
    assert text.count("\n## ") == 3


@given(st.lists(st.floats(1, 1e4), min_size=2, max_size=12), st.data())
def test_selling_what_the_season_says_ends_on_target(targets, data):
    passed = data.draw(st.integers(1, len(targets)))
    report = a.progress_report(targets, targets[:passed])
    assert report.seasonal_share == pytest.approx(sum(targets), rel=1e-6)
    assert report.signal == "on track"
    assert report.actual + report.needed == pytest.approx(sum(targets))
