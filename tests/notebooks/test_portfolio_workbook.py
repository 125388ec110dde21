"""The workbook of chapter 6: what its prose and its model answer say is what the data say."""

import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from salesedu import load
from salesedu.exercises.ladder import exercises
from salesedu.exercises.portfolio import tables
from salesedu.portfolio import customer_pyramid, lifetime_value

FOLDER = Path(__file__).parents[2] / "notebooks"
CELLS = {cell.id: cell for cell in nbformat.read(FOLDER / "6-customer-portfolio.ipynb", 4).cells}
SEEDS = [None, 1, 12345]


def prose(id):
    """The text of a cell on one line."""
    return re.sub(r"\s+", " ", CELLS[id].source)


def printed(id):
    return "".join(output.get("text", "") for output in CELLS[id].outputs)


def truth(number, seed=None):
    return exercises()[f"portfolio-{number}"].truth(seed)


def young_now(seed=None):
    rows = tables.customers(seed)
    return rows[rows["young"] & ~rows["left"]].sort_values("contract_value", ascending=False)


def spread_of_strangers(seed=None):
    """How far the value of plan A may be off, as customers differ (95 %), euros."""
    won = tables.BUDGET / tables.acquisition_cost(seed)
    return 1.96 * float(tables.whole_year(seed, True).std()) * won**0.5 * tables.new_customer(seed).multiple


def with_later_years(seed=None):
    """Lifetime value of a new customer who, after three anniversaries, renews like an old one."""
    first = tables.new_customer(seed, years=3)
    later = lifetime_value(first.margin, tables.renewal(seed, False), tables.DISCOUNT_RATE).value
    return first.value + (tables.renewal(seed, True) / (1 + tables.DISCOUNT_RATE)) ** 3 * later


def expected_loss(seed=None):
    """Customers of today with the contract value that may be expected to leave within a year."""
    rows = tables.customers(seed)[lambda rows: ~rows["left"]]
    churn = {young: 1 - tables.renewal(seed, young) for young in (True, False)}
    return rows.assign(loss=rows["contract_value"] * rows["young"].map(churn))


def names_of_joris(seed=None):
    """Plan C: the top and the large customers of the last book year."""
    layers = customer_pyramid(tables.revenue(seed)).layers
    return [*layers["top"].members, *layers["large"].members]


def margin_of_lots(seed=None):
    """Margin of the difference when half of the young customers are called, by lot; points (95 %)."""
    rows = tables.customers(seed)
    rate, half = tables.renewal(seed, True), (rows["young"] & ~rows["left"]).sum() / 2
    return float(196 * (2 * rate * (1 - rate) / half) ** 0.5)


def reached(names, seed=None):
    """Percentage of the expected loss that lies with these customers."""
    loss = expected_loss(seed)["loss"]
    return 100 * loss.reindex(list(names)).sum() / loss.sum()


def once(euros, seed=None):
    """Points that bring so many euros when a call works for one anniversary."""
    return 110 * euros / len(young_now(seed)) / tables.new_customer(seed).gross_value


def plan_a(seed=None):
    return tables.BUDGET + tables.strangers(seed)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("{:.0f} of Joris's 61 names", lambda: tables.customers(None).loc[names_of_joris(None), "left"].sum()),
        ("{:.0f} % of what climbers gained", lambda: 100 * truth(4)),
        ("three anniversaries {:.0f} % renew", lambda: 100 * tables.renewal(None, True)),
        ("later {:.0f} %,", lambda: 100 * tables.renewal(None, False)),
        ("customers hold {:.0f} % of what we expect to lose", lambda: reached(young_now().index[:100])),
        ("Joris's names {:.0f} %", lambda: reached(names_of_joris(None))),
        ("at € {:,.0f} each", lambda: truth(9)),
        ("{:.0f} of them are worth", lambda: tables.BUDGET / truth(9)),
        ("worth € {:.0f},000 after cost", lambda: tables.strangers(None) / 1_000),
        ("(± € {:.0f},000)", lambda: spread_of_strangers(None) / 1_000),
        ("But {:.0f} of 100 pass", lambda: 100 * truth(7)),
        ("all {:.0f} young customers", lambda: len(young_now())),
        ("pays from {:.1f} points on", lambda: tables.points_needed(None, tables.BUDGET)),
        ("beats strangers from {:.1f} (one in eleven", lambda: truth(11)),
        ("for one anniversary, from {:.1f} and", lambda: once(tables.BUDGET)),
        ("and {:.1f}. Each lasting point", lambda: once(plan_a())),
        ("worth € {:.0f} more", lambda: tables.new_customer(None).worth_of_point),
        ("effects above {:.0f} points", lambda: margin_of_lots(None)),
    ],
)
def test_a_figure_of_the_model_answer_is_that_of_the_data(sentence, figure):
    assert sentence.format(figure()) in prose("model-answer")


def test_all_of_the_silent_ones_have_left_as_the_model_answer_says():
    assert truth(5)["must not lose"] == 1
    assert "must not lose: 118 customers" in printed("rfm")
    assert 'all 118 that we "must not lose" have left' in prose("model-answer")
    assert len(names_of_joris(None)) == 61
    assert round((1 - tables.renewal(None, True)) / truth(11) * 100) == 11


@pytest.mark.parametrize(
    ("cell", "shown", "figure"),
    [
        ("plan-a", "worth € {:,.0f} after", lambda: tables.strangers(None)),
        ("spread", "± € {:,.0f}", lambda: spread_of_strangers(None)),
        ("constant", "two rates: € {:,.0f}", lambda: with_later_years(None)),
        ("once", "plan A from {:.1f} points", lambda: once(plan_a())),
        ("test", "± {:.1f} points", lambda: margin_of_lots(None)),
        ("cost", "€ {:,.0f} for each", lambda: tables.acquisition_cost(None, hours=0)),
    ],
)
def test_what_the_workbook_computes_is_what_the_exercises_compute(cell, shown, figure):
    assert shown.format(figure()) in printed(cell)


def test_the_figures_that_the_text_names_are_those_of_the_data():
    assert f'"Winning one costs us € {tables.acquisition_cost(None, hours=0):.0f}."' in prose("cost-text")
    young, old = (f"{100 * tables.renewal(None, young):.0f} %" for young in (True, False))
    assert f"A young customer renews with {young}, an old one with {old}." in prose("models")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_prose_says_without_a_figure_holds_in_every_company(seed):
    revenue = tables.revenue(seed)
    assert revenue.mean() > 3 * revenue.median()
    layers = customer_pyramid(revenue).layers
    assert 0.4 < layers["top"].share_of_revenue + layers["large"].share_of_revenue < 0.5
    assert tables.climbing(seed) > 0.85 < tables.falling(seed)
    assert truth(5, seed)["must not lose"] > 0.95
    assert truth(6, seed) < tables.migration(seed).retention.rate < truth(3, seed)
    assert margin_of_lots(seed) > truth(11, seed) > tables.points_needed(seed, tables.BUDGET)
    assert 4.5 < tables.strangers(seed) / tables.BUDGET < 5.5
    assert 1.2 < with_later_years(seed) / tables.new_customer(seed).value < 1.34
    names = [name for name in names_of_joris(seed) if not tables.customers(seed).at[name, "left"]]
    assert reached(young_now(seed).index[: len(names)], seed) > reached(names, seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_large_young_customer_leaves_as_easily_as_a_small_one(seed):
    rows = load("renewals", seed).merge(tables.customers(seed)[["customer_class"]], on="account_id")
    rows["young"] = rows["years_customer"] <= 3
    rate = rows.groupby(["young", "customer_class"])["renewed"].mean().unstack()
    assert (rate.loc[True] < rate.loc[False]).all()
    assert rate.loc[True, "large"] <= rate.loc[True, "small"] + 0.005


@pytest.mark.parametrize("seed", SEEDS)
def test_age_weighs_more_than_satisfaction(seed):
    answers = load("surveys", seed)[["date", "account_id", "nps"]].sort_values("date")
    rows = pd.merge_asof(load("renewals", seed).sort_values("date"), answers, on="date", by="account_id")
    young, glad = rows["years_customer"] <= 3, rows["nps"] >= 9
    for same_age in (young, ~young):
        assert rows.loc[same_age & glad, "renewed"].mean() > rows.loc[same_age & (rows["nps"] <= 6), "renewed"].mean()
    assert rows.loc[young & glad, "renewed"].mean() < rows.loc[~young & (rows["nps"] <= 6), "renewed"].mean() - 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_customers_that_lose_money_are_few_and_small(seed):
    left_over = tables.after_service(seed)
    losers = left_over.index[left_over < 0]
    assert 0 < len(losers) < 40
    assert set(map(customer_pyramid(tables.revenue(seed)).layer_of.get, losers)) == {"small"}
    visits = load("activities", seed)[lambda rows: (rows["kind"] == "visit") & rows["account_id"].notna()]
    assert -truth(8, seed) < 52 * 65 * visits["minutes"].mean() / 60


def test_the_model_answer_keeps_to_its_length():
    text = re.sub(r"<summary>.*</summary>|<[^>]+>", " ", CELLS["model-answer"].source)
    assert 150 < len(re.findall(r"[\w,.]*\w", text)) <= 200
