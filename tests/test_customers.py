"""Chapter 1's functions: closed-form cases, sentences for wrong input, and what always holds."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import customers as c
from tests.wild import finite_or_a_sentence, named_with_remedy

SCORES = st.floats(0, 10)
COUNTS = st.integers(0, 10_000)
RATES = st.floats(0, 1)
EUROS = st.floats(0, 1e9)


# --- Net Promoter Score -----------------------------------------------------------------------


def test_score_is_promoters_minus_detractors_in_points():
    nps = c.net_promoter_score([10] * 54 + [7] * 36 + [0] * 30)
    assert (nps.promoters, nps.passives, nps.detractors, nps.respondents) == (54, 36, 30, 120)
    assert nps.score == 20


def test_margin_is_the_formula_worked_by_hand():
    # p = 0.45, d = 0.25: p + d - (p - d)^2 = 0.70 - 0.04 = 0.66; 0.66 / 120 = 0.0055
    nps = c.net_promoter_score_of_counts(54, 36, 30)
    assert nps.margin == pytest.approx(1.96 * math.sqrt(0.0055) * 100)
    assert nps.low == pytest.approx(20 - nps.margin)
    assert nps.high == pytest.approx(20 + nps.margin)


@pytest.mark.parametrize(
    ("rating", "field"),
    [(0, "detractors"), (6, "detractors"), (7, "passives"), (8, "passives"), (9, "promoters"), (10, "promoters")],
)
def test_each_rating_falls_in_its_class(rating, field):
    assert getattr(c.net_promoter_score([rating]), field) == 1


def test_score_is_not_rounded():
    assert c.net_promoter_score_of_counts(1, 1, 1).score == 0
    assert c.net_promoter_score_of_counts(2, 0, 1).score == pytest.approx(100 / 3, abs=1e-12)


@pytest.mark.parametrize(("counts", "score"), [((9, 0, 0), 100), ((0, 9, 0), 0), ((0, 0, 9), -100)])
def test_everybody_alike_has_an_extreme_score_and_no_margin(counts, score):
    nps = c.net_promoter_score_of_counts(*counts)
    assert (nps.score, nps.margin, nps.low, nps.high) == (score, 0, score, score)


def test_interval_never_leaves_the_scale():
    nps = c.net_promoter_score_of_counts(9, 0, 1)
    assert nps.score + nps.margin > 100
    assert nps.high == 100
    assert c.net_promoter_score_of_counts(1, 0, 9).low == -100


@pytest.mark.parametrize(
    "ratings",
    [
        (10, 9, 8, 3),
        iter([10, 9, 8, 3]),
        (rating for rating in [10, 9, 8, 3]),
        np.array([10, 9, 8, 3]),
        pd.Series([10, 9, 8, 3]),
        pd.Series([10, 9, 8, 3], index=list("abcd"), dtype="Int64"),
        pd.Series([10.0, 9.0, 8.0, 3.0]),
        [Decimal(10), Fraction(9), np.int8(8), 3.0],
    ],
    ids=["tuple", "iterator", "generator", "array", "series", "nullable", "floats", "mixed"],
)
def test_any_iterable_of_numbers_works(ratings):
    assert c.net_promoter_score(ratings).score == 25


def test_shares_are_fractions_of_all_respondents():
    assert c.share_of_promoters(54, 36, 30) == 0.45
    assert c.share_of_passives(54, 36, 30) == 0.30
    assert c.share_of_detractors(54, 36, 30) == 0.25


@given(COUNTS, COUNTS, COUNTS)
def test_swapping_fans_and_critics_turns_the_score_around(fans, passives, critics):
    assume(fans + passives + critics)
    nps = c.net_promoter_score_of_counts(fans, passives, critics)
    turned = c.net_promoter_score_of_counts(critics, passives, fans)
    assert turned.score == -nps.score
    assert turned.margin == pytest.approx(nps.margin)
    assert -100 <= nps.low <= nps.score <= nps.high <= 100


@given(st.lists(st.integers(0, 10), min_size=1))
def test_order_and_repetition_do_not_move_the_score(ratings):
    nps = c.net_promoter_score(ratings)
    assert c.net_promoter_score(sorted(ratings)) == nps
    four = c.net_promoter_score(ratings * 4)
    assert four.score == pytest.approx(nps.score)
    assert four.margin == pytest.approx(nps.margin / 2, abs=1e-9)


@given(st.floats(0.1, 100), RATES, RATES)
def test_answers_needed_are_enough_and_one_fewer_is_not(margin, p, d):
    assume(p + d <= 1)
    needed = c.responses_for_margin(margin, p, d)
    variance = p + d - (p - d) ** 2
    assert 196 * math.sqrt(variance / needed) <= margin * (1 + 1e-6)
    assert needed == 1 or 196 * math.sqrt(variance / (needed - 1)) > margin * (1 - 1e-9)


# --- Satisfaction gap -------------------------------------------------------------------------

EXPECTED = {"product": 8, "service": 8, "price": 6, "availability": 7}
PERCEIVED = {"product": 9, "service": 6, "price": 6, "availability": 6.5}


def test_gap_is_experience_minus_expectation_weighted():
    gap = c.satisfaction_gap(EXPECTED, PERCEIVED, {"product": 3, "service": 4, "price": 2} | {"availability": 1})
    assert gap.gaps == {"product": 1, "service": -2, "price": 0, "availability": -0.5}
    assert gap.overall == pytest.approx(0.3 * 1 - 0.4 * 2 - 0.1 * 0.5)
    assert sum(gap.contributions.values()) == pytest.approx(gap.overall)
    assert gap.verdict == "let down"


def test_without_weights_every_dimension_counts_the_same():
    assert c.satisfaction_gap(EXPECTED, PERCEIVED).overall == pytest.approx(-1.5 / 4)


def test_what_falls_short_most_need_not_be_what_to_mend_first():
    gap = c.satisfaction_gap([8, 8], [6, 7], [1, 9])
    assert (gap.largest_shortfall, gap.first_to_mend) == ("dimension 1", "dimension 2")


@pytest.mark.parametrize(
    ("perceived", "verdict"),
    [(8.3, "exceeded"), (8.25, "met"), (8, "met"), (7.75, "met"), (7.7, "let down")],
)
def test_a_quarter_of_a_point_is_too_small_to_notice(perceived, verdict):
    assert c.satisfaction_gap({"service": 8}, {"service": perceived}).verdict == verdict


def test_nothing_to_mend_when_nothing_falls_short():
    gap = c.satisfaction_gap([7, 7], [7, 9])
    assert (gap.largest_shortfall, gap.first_to_mend) == (None, None)


def test_four_numbers_are_the_four_dimensions_and_a_labelled_series_keeps_its_names():
    by_name = c.satisfaction_gap(EXPECTED, PERCEIVED)
    assert c.satisfaction_gap(EXPECTED.values(), iter(PERCEIVED.values())) == by_name
    assert c.satisfaction_gap(pd.Series(EXPECTED), pd.Series(PERCEIVED)) == by_name
    assert c.satisfaction_gap(pd.Series([8, 8, 6, 7]), np.array([9, 6, 6, 6.5])) == by_name


def test_the_order_of_the_names_does_not_matter():
    turned = dict(reversed(PERCEIVED.items()))
    assert c.satisfaction_gap(EXPECTED, turned) == c.satisfaction_gap(EXPECTED, PERCEIVED)


@given(
    st.lists(st.tuples(SCORES, SCORES, st.floats(0.01, 100)), min_size=1, max_size=6),
    st.floats(0.001, 1000),
)
def test_only_the_ratio_of_the_weights_matters(rows, factor):
    expected, perceived, weights = (list(column) for column in zip(*rows, strict=True))
    gap = c.satisfaction_gap(expected, perceived, weights)
    scaled = c.satisfaction_gap(expected, perceived, [weight * factor for weight in weights])
    assert scaled.overall == pytest.approx(gap.overall, abs=1e-9)
    assert min(gap.gaps.values()) - 1e-9 <= gap.overall <= max(gap.gaps.values()) + 1e-9
    assert sum(gap.shares.values()) == pytest.approx(1)


# --- Value disciplines ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scores", "verdict", "leader", "below"),
    [
        ([6.5, 6, 8.5], "focused", "customer intimacy", ()),
        ([7, 6.5, 8], "stuck in the middle", None, ()),
        ([8, 8, 8], "stuck in the middle", None, ()),
        ([9, 5, 6], "below threshold", "operational excellence", ("product leadership",)),
        ([5, 5.9, 5.9], "below threshold", None, c.DISCIPLINES),
    ],
)
def test_verdict(scores, verdict, leader, below):
    firm = c.value_discipline(scores)
    assert (firm.verdict, firm.leader, firm.below) == (verdict, leader, below)


def test_a_lead_of_exactly_the_points_asked_counts_in_spite_of_rounding():
    assert 8.2 - 6.7 < 1.5  # what the computer makes of it
    assert c.value_discipline([8.2, 6.7, 6]).leader == "operational excellence"


def test_threshold_and_lead_can_be_set_for_another_market():
    assert c.value_discipline([7, 6.5, 8], lead=1).leader == "customer intimacy"
    assert c.value_discipline([7, 6.5, 8], threshold=7).shortfalls == {
        "operational excellence": 0,
        "product leadership": 0.5,
        "customer intimacy": 0,
    }


def test_names_may_be_written_as_python_does():
    by_name = {"Customer_Intimacy": 8, "product-leadership": 6.5, "operational excellence": 7}
    assert c.value_discipline(by_name) == c.value_discipline([7, 6.5, 8])


@given(SCORES, SCORES, SCORES, SCORES, st.floats(0.1, 10))
def test_at_most_one_discipline_leads_and_the_verdict_agrees(one, two, three, threshold, lead):
    firm = c.value_discipline([one, two, three], threshold, lead)
    assert (firm.verdict == "below threshold") == bool(firm.below)
    assert (firm.verdict == "focused") == (firm.leader is not None and not firm.below)
    if firm.leader:
        assert firm.scores[firm.leader] == max(one, two, three)
    for name, lack in firm.shortfalls.items():
        assert (lack > 0) == (firm.scores[name] < threshold)


# --- Recovery value ---------------------------------------------------------------------------

YEAR = {
    "handled_well": 50,
    "handled_badly": 30,
    "never_voiced": 120,
    "repeat_well": 0.9,
    "repeat_badly": 0.6,
    "repeat_never": 0.7,
    "margin_per_year": 1500,
    "years": 3,
    "cost_per_complaint": 150,
}


def test_recovery_worked_by_hand():
    value = c.recovery_value(**YEAR)
    # one customer who stays is worth 1,500 × 3 = 4,500
    assert value.per_well == pytest.approx(4050)
    assert value.per_badly == pytest.approx(2700)
    assert value.per_never == pytest.approx(3150)
    assert value.value_well == pytest.approx(202_500)
    assert value.total == pytest.approx(202_500 + 81_000 + 378_000)
    assert value.lost == pytest.approx(200 * 4500 - value.total)
    assert value.gain == pytest.approx(50 * 900 - 30 * 450)
    assert value.cost == 80 * 150
    assert value.net == pytest.approx(19_500)
    assert value.return_on_handling == pytest.approx(19_500 / 12_000)
    assert value.missed == pytest.approx(120 * (900 - 150))
    assert value.break_even_cost == pytest.approx(31_500 / 80)


def test_handling_that_is_worse_than_silence_destroys_value():
    value = c.recovery_value(**YEAR | {"handled_well": 0, "handled_badly": 80})
    assert value.gain == pytest.approx(-80 * 450)
    assert value.net < value.gain < 0


def test_no_return_without_a_cost_and_no_break_even_without_complaints():
    assert c.recovery_value(**YEAR | {"cost_per_complaint": 0}).return_on_handling is None
    silent = c.recovery_value(**YEAR | {"handled_well": 0, "handled_badly": 0})
    assert silent.break_even_cost is None
    assert silent.gain == silent.cost == 0


def test_break_even_cost_is_where_the_programme_earns_nothing():
    cost = c.recovery_value(**YEAR).break_even_cost
    assert c.recovery_value(**YEAR | {"cost_per_complaint": cost}).net == pytest.approx(0, rel=1e-9, abs=1e-6)


@given(
    customers=st.tuples(COUNTS, COUNTS, COUNTS).filter(any),
    rates=st.tuples(RATES, RATES, RATES),
    margin=EUROS,
    years=st.floats(0, 50),
    cost=st.floats(0, 1e5),
)
def test_what_is_kept_and_what_is_lost_is_all_there_was(customers, rates, margin, years, cost):
    value = c.recovery_value(*customers, *rates, margin, years, cost)
    at_stake = sum(customers) * margin * years
    assert value.total + value.lost == pytest.approx(at_stake, rel=1e-9, abs=1e-6)
    losses = [c.expected_loss(number, rate, margin, years) for number, rate in zip(customers, rates, strict=True)]
    assert sum(losses) == pytest.approx(value.lost, rel=1e-9, abs=1e-6)
    assert value.net == pytest.approx(value.gain - value.cost)


# --- Value chain ------------------------------------------------------------------------------


def test_margin_and_split_worked_by_hand():
    chain = c.value_chain(1000, {"operations": 500, "service": 150, "procurement": 200})
    assert (chain.primary, chain.support, chain.margin) == (650, 200, 150)
    assert chain.margin_rate == 0.15
    assert chain.primary_share == pytest.approx(650 / 850)
    assert list(chain.costs) == [*c.PRIMARY_ACTIVITIES, *c.SUPPORT_ACTIVITIES]


def test_a_margin_may_be_negative():
    chain = c.value_chain(100, {"operations": 130})
    assert (chain.margin, chain.margin_rate) == (-30, -0.3)


def test_shares_of_nothing_are_not_a_number_at_all():
    chain = c.value_chain(0, [0] * 9)
    assert (chain.margin, chain.margin_rate, chain.primary_share) == (0, None, None)


def test_a_series_by_activity_works():
    costs = pd.Series({"operations": 500, "Firm_Infrastructure": 100})
    assert c.value_chain(np.int64(1000), costs).margin == 400


@given(EUROS, st.lists(EUROS, min_size=9, max_size=9))
def test_primary_support_and_margin_make_up_the_revenue(revenue, costs):
    chain = c.value_chain(revenue, costs)
    assert chain.primary + chain.support + chain.margin == pytest.approx(revenue, rel=1e-9, abs=1e-3)
    assert chain.primary == pytest.approx(sum(costs[:5]))


# --- KPI --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actual", "target", "higher", "attainment", "met"),
    [
        (27, 30, True, 0.9, False),
        (30, 30, True, 1, True),
        (-5, 20, True, -0.25, False),
        (5, 4, False, 0.75, False),
        (0, 4, False, 2, True),
        (12, 4, False, -1, False),
    ],
)
def test_attainment(actual, target, higher, attainment, met):
    kpi = c.kpi_attainment(actual, target, higher)
    assert (kpi.attainment, kpi.met, kpi.difference) == (attainment, met, actual - target)


@given(st.floats(-1e9, 1e9), st.floats(0.01, 1e9), st.booleans())
def test_target_is_met_from_a_hundred_per_cent(actual, target, higher):
    kpi = c.kpi_attainment(actual, target, higher)
    assume(abs(kpi.attainment - 1) > 1e-9)
    assert kpi.met == (kpi.attainment > 1)


# --- Wrong input ------------------------------------------------------------------------------

NAN, INF = float("nan"), float("inf")
WRONG = [
    # call, what the sentence names: the value, its place, the remedy
    (lambda: c.net_promoter_score([9, 10, 11]), ["answer 3", "11", "from 0 to 10"]),
    (lambda: c.net_promoter_score([9, -1]), ["answer 2", "-1", "from 0 to 10"]),
    (lambda: c.net_promoter_score([7.5]), ["answer 1", "7.5", "whole number"]),
    (lambda: c.net_promoter_score([9, "eight"]), ["answer 2", "'eight'", "correct it"]),
    (lambda: c.net_promoter_score([9, NAN]), ["answer 2", "NaN", "leave it out"]),
    (lambda: c.net_promoter_score(pd.Series([9, None])), ["answer 2", "NaN", "leave it out"]),
    (lambda: c.net_promoter_score(pd.array([9, pd.NA])), ["answer 2", "NA", "leave it out"]),
    (lambda: c.net_promoter_score([None]), ["answer 1", "None", "leave it out"]),
    (lambda: c.net_promoter_score([INF]), ["answer 1", "inf", "from 0 to 10"]),
    (lambda: c.net_promoter_score([10**400]), ["answer 1", "from 0 to 10"]),
    (lambda: c.net_promoter_score([True]), ["answer 1", "True", "from 0 to 10"]),
    (lambda: c.net_promoter_score(np.array([True])), ["answer 1", "True", "from 0 to 10"]),
    (lambda: c.net_promoter_score([[9]]), ["answer 1", "list", "from 0 to 10"]),
    (lambda: c.net_promoter_score([]), ["empty", "at least one answer"]),
    (lambda: c.net_promoter_score("9, 10"), ["'9, 10'", "give a list"]),
    (lambda: c.net_promoter_score(9), ["9", "give a list"]),
    (lambda: c.net_promoter_score(np.array(9)), ["ndarray", "give a list"]),
    (lambda: c.net_promoter_score({9: 1}), ["mapping", "give a list"]),
    (lambda: c.net_promoter_score("x" * 500), ["…", "give a list"]),
    (lambda: c.net_promoter_score_of_counts(-3, 2, 1), ["promoters", "-3", "0 or more"]),
    (lambda: c.net_promoter_score_of_counts(3, 2.5, 1), ["passives", "2.5", "whole"]),
    (lambda: c.net_promoter_score_of_counts(3, 2, "1"), ["detractors", "'1'", "whole"]),
    (lambda: c.net_promoter_score_of_counts(1e300, 2, 1), ["promoters", "1e+300", "whole"]),
    (lambda: c.net_promoter_score_of_counts(0, 0, 0), ["all 0", "at least one answer"]),
    (lambda: c.share_of_promoters(0, 0, 0), ["all 0", "at least one answer"]),
    (lambda: c.share_of_passives(1, -1, 0), ["passives", "-1", "0 or more"]),
    (lambda: c.share_of_detractors(1, 1, NAN), ["detractors", "NaN", "fill it in"]),
    (lambda: c.responses_for_margin(0), ["margin is 0", "from 0.1 to 100"]),
    (lambda: c.responses_for_margin(5, 45), ["promoters is 45", "0.25 for 25 %"]),
    (lambda: c.responses_for_margin(5, 0.8, 0.4), ["1.2", "at most 1"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 77}), ["perceived: a", "77", "scale="]),
    (lambda: c.satisfaction_gap({"a": NAN}, {"a": 7}), ["expected: a", "NaN", "fill it in"]),
    (lambda: c.satisfaction_gap({"a": 8, "b": 7}, {"a": 7}), ["perceived", "'b'", "add it"]),
    (lambda: c.satisfaction_gap([8, 7], [7]), ["perceived", "'dimension 2'", "add it"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7, "b": 1}), ["expected", "'b'", "add it"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, {"a": 0}), ["sum to 0", "above 0"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, {"a": -1}), ["weights: a", "-1", "0 or more"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, {"b": 1}), ["weights", "'a'", "add it"]),
    (lambda: c.satisfaction_gap({}, {}), ["expected is empty", "at least one"]),
    (lambda: c.satisfaction_gap({1: 8}, {1: 7}), ["expected", "1", "in words"]),
    (lambda: c.satisfaction_gap("8", "7"), ["expected", "'8'", "list of numbers"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, tolerance=-1), ["tolerance", "-1", "at least 0"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, scale=(9, 1)), ["9 to 1", "lowest"]),
    (lambda: c.satisfaction_gap({"a": 8}, {"a": 7}, scale=10), ["scale", "two numbers"]),
    (
        lambda: c.satisfaction_gap(pd.Series([8, 7], index=["a", "a"]), [8, 7]),
        ["'a' twice", "once"],
    ),
    (lambda: c.value_discipline([7, 8]), ["2 numbers", "give 3", "customer intimacy"]),
    (lambda: c.value_discipline([7, 8, 11]), ["customer intimacy", "11", "from 0 to 10"]),
    (lambda: c.value_discipline({"quality": 7}), ["'quality'", "unknown", "product leadership"]),
    (lambda: c.value_discipline({"customer intimacy": 7}), ["no 'operational excellence'", "give"]),
    (lambda: c.value_discipline([7, 7, 7], threshold=12), ["threshold", "12", "0 to 10"]),
    (lambda: c.value_discipline([7, 7, 7], lead=0), ["lead is 0", "above 0"]),
    (lambda: c.recovery_value(**YEAR | {"repeat_well": 90}), ["repeat_well", "90", "0.25 for 25 %"]),
    (lambda: c.recovery_value(**YEAR | {"handled_badly": -1}), ["handled_badly", "-1", "0 or more"]),
    (lambda: c.recovery_value(**YEAR | {"margin_per_year": INF}), ["margin_per_year", "inf", "unit"]),
    (lambda: c.recovery_value(**YEAR | {"years": -1}), ["years", "-1", "0 to 50"]),
    (lambda: c.recovery_value(0, 0, 0, 0.9, 0.6, 0.7, 1500), ["all 0", "at least one customer"]),
    (lambda: c.expected_loss(40, 75, 1200), ["repeat_rate", "75", "0.25 for 25 %"]),
    (lambda: c.value_chain(-1, {"service": 1}), ["revenue", "-1", "at least 0"]),
    (lambda: c.value_chain(1, {"service": -1}), ["costs: service", "-1", "0 or more"]),
    (lambda: c.value_chain(1, {"sales": 1}), ["'sales'", "unknown", "marketing and sales"]),
    (lambda: c.value_chain(1, {"service": 1, "Service": 2}), ["'Service' twice", "once"]),
    (lambda: c.value_chain(1, [1, 2]), ["2 numbers", "give 9", "procurement"]),
    (lambda: c.value_chain("12 million", {"service": 1}), ["revenue", "'12 million'", "number"]),
    (lambda: c.kpi_attainment(5, 0), ["target is 0", "0.01 or more"]),
    (lambda: c.kpi_attainment(NAN, 5), ["actual", "NaN", "fill it in"]),
    (lambda: c.kpi_attainment(5, 5, "yes"), ["higher_is_better", "'yes'", "True or False"]),
]


@pytest.mark.parametrize(("wrong", "names"), WRONG, ids=[" ".join(names) for _, names in WRONG])
def test_a_wrong_input_is_named_with_its_place_and_the_remedy(wrong, names):
    named_with_remedy(wrong, names)


def test_an_error_inside_a_generator_is_not_hidden():
    def broken():
        yield 9
        raise TypeError("the file could not be read")

    with pytest.raises(TypeError, match="could not be read"):
        c.net_promoter_score(broken())


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(0, 10),
    st.floats(),
    st.floats(0, 1),
    st.text(max_size=5),
    st.decimals(),
    st.complex_numbers(),
    st.lists(st.one_of(st.integers(0, 10), st.floats(), st.none(), st.text(max_size=2)), max_size=10),
    st.dictionaries(
        st.one_of(
            st.integers(),
            st.text(max_size=3),
            st.sampled_from([*c.DISCIPLINES, *c.PRIMARY_ACTIVITIES, *c.SUPPORT_ACTIVITIES]),
        ),
        st.one_of(st.floats(), st.integers(0, 10), st.text(max_size=2)),
        max_size=9,
    ),
)
FUNCTIONS = {  # name: how many arguments it is given
    "net_promoter_score": 1,
    "net_promoter_score_of_counts": 3,
    "share_of_promoters": 3,
    "share_of_passives": 3,
    "share_of_detractors": 3,
    "responses_for_margin": 3,
    "satisfaction_gap": 3,
    "value_discipline": 3,
    "recovery_value": 9,
    "expected_loss": 4,
    "value_chain": 2,
    "kpi_attainment": 3,
}


def test_every_function_is_put_to_the_test():
    public = {name for name in c.__all__ if name[0].islower()}
    assert public == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_whatever_comes_in_a_finite_result_or_a_sentence_comes_out(name, data):
    count = FUNCTIONS[name]
    arguments = data.draw(st.lists(ANYTHING, min_size=count, max_size=count))
    assert finite_or_a_sentence(getattr(c, name), *arguments)


PLAUSIBLE = st.one_of(st.floats(0, 1e15), st.floats(0, 1), st.integers(0, 10**15), st.just(5e-324))


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.data())
def test_no_number_is_too_large_or_too_small_for_a_finite_result(name, data):
    count = FUNCTIONS[name]
    many = st.lists(PLAUSIBLE, min_size=1, max_size=9)
    several = {"net_promoter_score": {0}, "satisfaction_gap": {0, 1, 2}, "value_chain": {1}}
    several["value_discipline"] = {0}
    arguments = [data.draw(many if place in several.get(name, ()) else PLAUSIBLE) for place in range(count)]
    assert finite_or_a_sentence(getattr(c, name), *arguments)


def test_results_cannot_be_changed_by_accident():
    nps = c.net_promoter_score([10])
    with pytest.raises(AttributeError):
        nps.score = 50
