"""Chapter 6's functions on the book of customers: cases worked by hand, and what always holds."""

from math import fsum

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesedu import portfolio as p

NAMES = st.sampled_from([f"c{place}" for place in range(30)])
REVENUE = st.integers(-50, 500)
BOOK = st.dictionaries(NAMES, REVENUE, min_size=1).filter(lambda book: any(amount > 0 for amount in book.values()))
LISTS = st.lists(st.integers(1, 200), min_size=1, max_size=60)


def sizes(pyramid):
    return [pyramid.layers[layer].customers for layer in ("top", "large", "medium", "small")]


# --- The pyramid ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("customers", "expected"),
    [
        (100, [1, 4, 15, 80]),  # Curry's own shares
        (1_000, [10, 40, 150, 800]),
        (840, [8, 34, 126, 672]),  # 8.4, 42 and 168 from the top
        (250, [3, 10, 37, 200]),  # 2.5 is rounded up
        (10, [1, 0, 1, 8]),
        (1, [1, 0, 0, 0]),
        (0, [0, 0, 0, 0]),
    ],
)
def test_layer_sizes_worked_by_hand(customers, expected):
    assert list(p.layer_sizes(customers).values()) == expected
    if customers:
        assert sizes(p.customer_pyramid(range(1, customers + 1))) == expected


def test_pyramid_worked_by_hand():
    # 100 customers: 1 of 5,000, 4 of 1,000, 15 of 200, 80 of 25 = 14,000.
    revenues = [25] * 80 + [200] * 15 + [1_000] * 4 + [5_000] + [0, 0, -40]
    book = p.customer_pyramid(revenues, prospects=300, suspects=4_000)
    assert sizes(book) == [1, 4, 15, 80]
    assert book.ties == ()
    assert (book.customers, book.inactive, book.prospects, book.suspects) == (100, 3, 300, 4_000)
    assert (book.revenue, book.revenue_per_customer, book.credited) == (14_000, 140, -40)
    shares = [layer.share_of_revenue for layer in book.layers.values()]
    assert shares == pytest.approx([5 / 14, 4 / 14, 3 / 14, 2 / 14, None, None, None])
    assert book.thresholds == {"top": 5_000, "large": 1_000, "medium": 200, "small": 25}
    assert book.layers["medium"].revenue_per_customer == 200
    assert book.layers["inactive"].members == ("customer 101", "customer 102", "customer 103")
    assert book.layers["inactive"].share_of_revenue is None
    assert [book.layers[layer].strategy for layer in p.PYRAMID_LAYERS] == [
        "keep", "keep", "promote", "promote", "recruit", "recruit", "recruit",
    ]


def test_equal_customers_are_in_one_layer_where_most_of_them_stand():
    ranks = list(range(1_000, 900, -1))  # 100 customers, all different: 1, 4, 15 and 80
    most_below = ranks.copy()
    most_below[4:8] = [996] * 4  # ranks 5 to 8, and large ends at 5
    book = p.customer_pyramid(most_below)
    assert sizes(book) == [1, 3, 16, 80]
    assert [(tie.revenue, tie.customers, tie.layer) for tie in book.ties] == [(996, 4, "medium")]
    even = ranks.copy()
    even[4:6] = [996] * 2  # ranks 5 and 6: split evenly, so both go up
    assert sizes(p.customer_pyramid(even)) == [1, 5, 14, 80]
    assert sizes(p.customer_pyramid([10] * 100)) == [0, 0, 0, 100]


def test_a_pyramid_by_fixed_amounts():
    book = p.customer_pyramid([90, 50, 49, 20, 1], thresholds={"top": 50, "large": 50, "medium": 20})
    assert sizes(book) == [2, 0, 2, 1]
    assert book.thresholds["large"] is None
    assert book.layers["large"].revenue_per_customer is None


def test_any_book_of_customers_will_do():
    named = {"a": 5, "b": 9, "c": 0}
    assert p.customer_pyramid(named) == p.customer_pyramid(pd.Series(named))
    assert p.customer_pyramid(pd.Series([5, 9, 0])) == p.customer_pyramid([5, 9, 0])
    assert p.customer_pyramid({1001: 5, 1002: 9}).layers["top"].members == ("1002",)
    assert p.customer_pyramid(pd.Series({1001: 5, 1002: 9})).layers["top"].members == ("1002",)


@given(BOOK, st.integers(0, 9))
def test_every_customer_has_one_layer_and_every_euro_is_counted_once(book, extra):
    pyramid = p.customer_pyramid(book, inactive=extra)
    assert set(pyramid.layer_of) == set(book)
    assert sum(sizes(pyramid)) == pyramid.customers == sum(amount > 0 for amount in book.values())
    assert pyramid.customers + pyramid.inactive == len(book) + extra
    assert fsum(layer.revenue for layer in pyramid.layers.values()) == pytest.approx(pyramid.revenue)
    assert fsum(layer.share_of_revenue or 0 for layer in pyramid.layers.values()) == pytest.approx(1)
    assert pyramid.revenue + pyramid.credited == sum(book.values())


@given(BOOK, st.randoms())
def test_layers_follow_revenue_and_not_the_order_of_the_record(book, random):
    pyramid = p.customer_pyramid(book)
    shuffled = list(book.items())
    random.shuffle(shuffled)
    assert p.customer_pyramid(dict(shuffled)).layer_of == pyramid.layer_of
    height = {layer: -place for place, layer in enumerate(p.PYRAMID_LAYERS)}
    for one in book:
        for other in book:
            if book[one] >= book[other]:
                assert height[pyramid.layer_of[one]] >= height[pyramid.layer_of[other]]


# --- One customer -----------------------------------------------------------------------------


def test_a_large_customer_can_lose_money():
    cafe = p.customer_profitability(10_000, 6_500, visits=20, cost_per_visit=150, other_service=800)
    assert (cafe.gross_margin, cafe.cost_to_serve, cafe.profit, cafe.break_even_visits) == (3_500, 3_800, -300, 18)
    assert (cafe.gross_margin_rate, cafe.profit_rate) == (0.35, -0.03)
    assert p.customer_profitability(0, 0).profit_rate is None
    assert p.customer_profitability(100, 150, 1, 10).break_even_visits == 0


@pytest.mark.parametrize(
    ("layer", "margin", "can_grow", "strategy", "dutch"),
    [
        ("top", 9_000, True, "keep", "behouden"),
        ("Top", None, False, "keep", "behouden"),
        ("top", -500, True, "keep", "behouden"),
        ("top", -500, False, "drop", "afstoten"),
        ("medium", 900, True, "promote", "laten stijgen"),
        ("medium", 900, False, "keep", "behouden"),
        ("small", -400, True, "promote", "laten stijgen"),
        ("small", -400, False, "drop", "afstoten"),
        ("small", 0, False, "drop", "afstoten"),
        ("inactive", None, True, "recruit", "werven"),
        ("inactive", None, False, "drop", "afstoten"),
        ("suspects", 500, True, "recruit", "werven"),
    ],
)
def test_keep_promote_recruit_drop(layer, margin, can_grow, strategy, dutch):
    judged = p.pyramid_strategy(layer, margin, can_grow)
    assert (judged.strategy, judged.dutch) == (strategy, dutch)
    assert judged.because.endswith(".")
    assert judged.advice.endswith(".")


# --- Migration --------------------------------------------------------------------------------


def test_migration_worked_by_hand():
    # Five customers: one top, no large (5 % of 5 is nobody), no medium (20 % of 5 is the top one), so four small.
    years = p.pyramid_migration(
        {"hotel": 900, "school": 500, "cafe": 100, "bank": 80, "zoo": 0, "gym": 20},
        {"hotel": 600, "school": 950, "bank": 90, "zoo": 40, "spa": 10, "cafe": 0},
    )
    assert years.move_of == {
        "hotel": "fell", "school": "climbed", "cafe": "left", "bank": "stayed", "zoo": "joined", "gym": "left",
        "spa": "joined",
    }
    assert years.came_back == ("zoo",)
    assert {name: move.change for name, move in years.moves.items()} == {
        "climbed": 450, "fell": -300, "stayed": 10, "joined": 50, "left": -120,
    }
    assert (years.revenue_before, years.revenue_after, years.change) == (1_600, 1_690, 90)
    assert years.revenue_retention == (600 + 950 + 90) / 1_600
    assert (years.retention.kept, years.retention.at_start, years.retention.rate) == (3, 5, 0.6)
    cell = years.matrix["small"]["top"]
    assert (cell.customers, cell.revenue_before, cell.revenue_after) == (1, 500, 950)
    assert years.matrix["small"]["outside"].customers == 2
    assert years.moves["left"].members == ("cafe", "gym")


def test_a_layer_is_a_place_in_a_row_and_not_an_amount():
    before, after = {"hotel": 900, "school": 500, "cafe": 10}, {"hotel": 100, "school": 400, "cafe": 10}
    ranked = p.pyramid_migration(before, after)
    assert (ranked.move_of["school"], ranked.climbed_without_growth) == ("climbed", ("school",))
    fixed = p.pyramid_migration(before, after, same_thresholds=True)
    assert (fixed.move_of["school"], fixed.climbed_without_growth) == ("stayed", ())


def test_two_lists_are_the_same_customers_in_one_order():
    years = p.pyramid_migration([900, 500, 0], [800, 0, 50])
    assert years.move_of == {"customer 1": "stayed", "customer 2": "left", "customer 3": "joined"}


@given(BOOK, BOOK, st.booleans())
def test_moves_explain_the_whole_change(before, after, same):
    years = p.pyramid_migration(before, after, same_thresholds=same)
    assert fsum(move.change for move in years.moves.values()) == pytest.approx(years.change, abs=1e-6)
    cells = [cell for row in years.matrix.values() for cell in row.values()]
    assert sum(cell.customers for cell in cells) == len({*before, *after})
    assert fsum(cell.change for cell in cells) == pytest.approx(years.change, abs=1e-6)
    assert sum(move.customers for move in years.moves.values()) == len(years.move_of)
    assert years.moves["left"].customers == years.retention.lost
    assert years.moves["joined"].customers == years.retention.joined


@given(BOOK, BOOK)
def test_with_the_same_thresholds_nobody_moves_without_a_reason(before, after):
    years = p.pyramid_migration(before, after, same_thresholds=True)
    assert years.climbed_without_growth == ()
    stable = p.pyramid_migration(before, before)
    assert set(stable.move_of.values()) == {"stayed"}


# --- Concentration ----------------------------------------------------------------------------


def test_abc_worked_by_hand():
    book = p.abc_analysis({"e": 3, "a": 50, "c": 15, "b": 25, "d": 7, "idle": 0, "credit": -9})
    assert "".join(book.class_of[name] for name in "abcde") == "AAABC"  # c starts at 75 % and carries past 80 %
    assert [line.cumulative for line in book.lines] == pytest.approx([0.5, 0.75, 0.9, 0.97, 1])
    assert (book.customers, book.inactive, book.revenue) == (5, 2, 100)
    assert [book.classes[name].customers for name in "ABC"] == [3, 1, 1]
    assert (book.classes["A"].share_of_revenue, book.classes["A"].lowest) == (0.9, 15)
    assert book.curve[0] == (0, 0)
    assert book.curve[-1] == (1, 1)


def test_abc_exactly_on_the_limit_and_equal_customers():
    assert p.abc_analysis([80, 15, 5]).class_of == {"customer 1": "A", "customer 2": "B", "customer 3": "C"}
    assert set(p.abc_analysis([10] * 7).class_of.values()) == {"A"}
    assert p.abc_analysis([80, 15, 5], b=1).classes["C"].lowest is None


def test_pareto_worked_by_hand():
    book = [10, 50, 10, 20, 10, 0, 0]
    assert p.pareto_share(book) == 0.5
    assert p.pareto_share(book, 0.4) == 0.7
    assert p.pareto_share(book, 0.01) == 0.5  # at least one
    assert (p.pareto_share(book, 0), p.pareto_share(book, 1)) == (0, 1)
    assert p.smallest_share(book) == 0.6
    assert p.smallest_share(book, 0.5) == 0.2
    assert p.smallest_share([7] * 10, 0.8) == 0.8


@given(LISTS, st.floats(0, 1))
def test_the_largest_bring_at_least_their_part(book, share):
    needed = p.smallest_share(book, share)
    assert p.pareto_share(book, needed) >= share - 1e-9
    assert needed <= share + 1 / len(book) + 1e-9
    abc = p.abc_analysis(book)
    assert abc.classes["A"].share_of_revenue >= 0.8 - 1e-9
    assert fsum(one.share_of_customers for one in abc.classes.values()) == pytest.approx(1)
    heights = [height for _, height in abc.curve]
    assert heights == sorted(heights)


# --- Behaviour and criteria -------------------------------------------------------------------


def test_quintiles_worked_by_hand():
    ten = list(range(1, 11))
    assert [p.quintile_score(value, ten) for value in ten] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert [p.quintile_score(value, ten, low_is_good=True) for value in (1, 10)] == [5, 1]
    assert p.quintile_score(4, [4, 4, 4, 4]) == 3
    # Three equal ones at the bottom of five: their middle rank is the second.
    assert [p.quintile_score(value, [1, 1, 1, 5, 9]) for value in (1, 5, 9)] == [2, 4, 5]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=40))
def test_a_higher_value_never_scores_lower_and_turning_round_mirrors(values):
    up = [p.quintile_score(value, values) for value in values]
    for value, score in zip(values, up, strict=True):
        assert all(score <= other for higher, other in zip(values, up, strict=True) if higher > value)
        assert 1 <= score <= 5
    if len(set(values)) == len(values) and len(values) % 5 == 0:
        assert sorted(up) == sorted([*range(1, 6)] * (len(values) // 5))
        assert [6 - p.quintile_score(value, values, low_is_good=True) for value in values] == up


@pytest.mark.parametrize(
    ("scores", "group"),
    [
        ((5, 5, 5), "champions"), ((4, 4, 4), "champions"), ((5, 3, 4), "growers"), ((4, 1, 3), "newcomers"),
        ((3, 5, 4), "loyal customers"), ((3, 3, 3), "regulars"), ((3, 1, 2), "occasional buyers"),
        ((2, 4, 4), "must not lose"), ((1, 2, 3), "slipping away"), ((1, 1, 1), "dormant"),
    ],
)
def test_rfm_groups(scores, group):
    named = p.rfm_group(*scores)
    assert (named.name, named.code) == (group, "".join(map(str, scores)))
    assert str(scores[0]) in named.because


def test_rfm_of_an_order_history():
    who = ["a", "b", "a", "c", "a", "late"]
    when = ["2026-01-01", "2026-03-01", "2026-04-01", "2025-01-01", "2026-05-01", "2026-12-01"]
    book = p.rfm_of_orders(who, when, [100, 50, 100, 900, 100, 7], on="2026-05-31")
    assert set(book.customers) == {"a", "b", "c"}
    a = book.customers["a"]
    assert (a.recency_days, a.frequency, a.monetary, a.code) == (30, 3, 300, "553")
    assert book.customers["c"].code == "125"  # one order, as b: their middle is a third of the way along
    assert sum(group.customers for group in book.groups.values()) == 3
    assert book.groups[a.group].share_of_monetary == pytest.approx(300 / 1_250)
    frame = pd.DataFrame({"who": who, "when": pd.to_datetime(when), "sum": [100, 50, 100, 900, 100, 7]})
    assert p.rfm_of_orders(frame.who, frame.when, frame["sum"], on=pd.Timestamp("2026-05-31")) == book


def test_the_ranking_depends_on_the_criterion():
    criteria = {
        "turnover": {"hotel": 90, "school": 60, "cafe": 20},
        "margin": {"hotel": 2, "school": 18, "cafe": 6},
        "days overdue": {"hotel": 60, "school": 10, "cafe": 0},
    }
    book = p.segment_by_criteria(criteria, low_is_good=["days overdue"])
    assert book.by_criterion["turnover"] == ("hotel", "school", "cafe")
    assert book.by_criterion["days overdue"] == ("cafe", "school", "hotel")
    assert book.ranking == ("school", "cafe", "hotel")  # scores 3, 5, 3; 1, 3, 5; 5, 1, 1
    assert [line.score for line in book.lines] == pytest.approx([11 / 3, 3, 7 / 3])
    assert [line.places_won for line in book.lines] == [1, 1, -2]
    assert (book.lines[2].strongest, book.lines[2].weakest) == ("turnover", "margin")
    assert p.segment_by_criteria(pd.DataFrame(criteria), low_is_good=["days overdue"]) == book
    assert p.segment_by_criteria(criteria, weights=[1, 0, 0]).ranking == ("hotel", "school", "cafe")


# --- Relationship -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "strength", "strategy", "dutch", "near_to"),
    [
        (8, 8, "cherish", "koesteren", ()),
        (8, 3, "strengthen", "versterken", ()),
        (2, 8, "maintain", "onderhouden", ()),
        (2, 3, "phase out", "afbouwen", ()),
        (8, 5.2, "cherish", "koesteren", ("strengthen",)),
        (4.5, 9, "maintain", "onderhouden", ("cherish",)),
        (5, 5, "cherish", "koesteren", ("strengthen", "maintain", "phase out")),
        (4.4, 9, "maintain", "onderhouden", ()),
    ],
)
def test_relationship_strategies_and_their_borderline(value, strength, strategy, dutch, near_to):
    judged = p.relationship_strategy(value, strength)
    assert (judged.strategy, judged.dutch, judged.near_to) == (strategy, dutch, near_to)
    assert judged.borderline == bool(near_to) == bool(judged.note)
    assert all(name in judged.note for name in near_to)


def test_marks_by_criterion():
    judged = p.relationship_strategy({"margin": 9, "potential": 5}, [2, 4], value_weights={"margin": 3, "potential": 1})
    assert (judged.value, judged.strength) == (8, 3)
    assert p.relationship_mark(30_000, 0, 40_000) == 7.5
    assert p.relationship_mark(30, low=60, high=0) == 5
    assert (p.relationship_mark(-5, 0, 10), p.relationship_mark(50, 0, 10)) == (0, 10)


def test_the_whole_book_by_strategy():
    book = p.relationship_portfolio([8, 2, 9, 5], [3, 9, 2, 5], [600, 100, 200, 100])
    assert book.strategies["strengthen"].members == ("customer 3", "customer 1")
    assert (book.strategies["strengthen"].revenue, book.strategies["strengthen"].share_of_revenue) == (800, 0.8)
    assert book.borderline == ("customer 4",)
    assert book.strategies["phase out"].customers == 0
    assert p.relationship_portfolio([8], [3]).strategies["strengthen"].revenue is None


@given(st.floats(0, 10), st.floats(0, 10))
def test_one_more_point_of_strength_never_weakens(value, strength):
    assume(strength <= 9)
    strong = {"cherish", "maintain"}
    if p.relationship_strategy(value, strength).strategy in strong:
        assert p.relationship_strategy(value, strength + 1).strategy in strong


# --- Research ---------------------------------------------------------------------------------


def test_importance_and_performance_worked_by_hand():
    study = p.importance_performance(
        {"service": 9, "price": 6, "product": 8, "invoice": 5}, {"service": 5, "price": 8, "product": 8, "invoice": 6}
    )
    assert (study.importance_from, study.performance_from) == (7, 6.75)
    assert {name: item.quadrant for name, item in study.items.items()} == {
        "service": "mend first", "price": "perhaps too much", "product": "keep up", "invoice": "low priority",
    }
    assert study.first_to_mend == "service"
    strict = p.importance_performance({"service": 9, "price": 8}, {"service": 8, "price": 7.5}, performance_from=8)
    assert strict.items["service"].borderline
    assert p.importance_performance([5, 5], [7, 7]).first_to_mend is None


def test_derived_importance_is_a_correlation():
    # By hand: deviations (-1, 0, 1) against (-1, 1, 0): 1 / 2.
    assert p.derived_importance({"a": [1, 2, 3], "b": [9, 8, 7]}, [1, 3, 2]) == pytest.approx({"a": 0.5, "b": -0.5})
    frame = pd.DataFrame({"a": [1, 5, 3, 8], "b": [2, 2, 9, 4], "all": [4, 6, 5, 9]})
    derived = p.derived_importance(frame[["a", "b"]], frame["all"])
    assert derived == pytest.approx(frame.corr()["all"][["a", "b"]].to_dict())
