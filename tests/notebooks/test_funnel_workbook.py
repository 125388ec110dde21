"""The workbook of chapter 5: what its prose and its model answer say is what the data say."""

import re
from pathlib import Path

import nbformat
import pytest

from salesedu.exercises.funnel import tables
from salesedu.exercises.ladder import exercises
from salesedu.funnel import run_funnel

FOLDER = Path(__file__).parents[2] / "notebooks"
CELLS = {cell.id: cell for cell in nbformat.read(FOLDER / "5-sales-funnel.ipynb", 4).cells}


def model_answer():
    return re.sub(r"\s+", " ", CELLS["model-answer"].source)


def printed(id):
    return "".join(output.get("text", "") for output in CELLS[id].outputs)


def truth(number, seed=None):
    return exercises()[f"funnel-{number}"].truth(seed)


def thousands(euros):
    return f"{round(euros, -3):,.0f}"


def others_in_talks():
    rows = tables.negotiated(None)
    return 100 * tables.judged(rows[rows["rep_id"] != tables.optimist(None)]).bias


def extra_order(cost, seed=None, **better):
    """Euros for an extra order of a plan, with what follows from it."""
    rates = tables.full_rates(seed)
    lifted = rates | {step: rates[step] + points for step, points in better.items()}
    now, then = (tables.funnel(tables.year(seed), some, seed) for some in (rates, lifted))
    return (cost + then.cost - now.cost) / (then.orders - now.orders)


def lift(step, seed=None):
    """Points between the leads that were followed and the growth deals."""
    return tables.conversions(seed, "growth").rates[step] - tables.full_rates(seed)[step]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("reach € 600,000 in only {} % of the draws", lambda: 100 * truth(10)),
        ("€ 400,000 in {} %", lambda: 100 * tables.quarter(None).chance_of(400_000)),
        ("has a chance of {} %", lambda: 100 * truth(11)),
        ("he says {} points too much", lambda: truth(8)),
        ("the others say {} too little", lambda: -others_in_talks()),
        ("{} % go on, against", lambda: 100 * truth(1)),
        ("against {} % of the growth deals", lambda: 100 * truth(2)["quote"]),
    ],
)
def test_a_rounded_figure_of_the_model_answer_is_that_of_the_data(sentence, figure):
    assert sentence.format(f"{figure():.0f}") in model_answer()


def test_the_euros_of_the_quarter_are_those_of_the_data():
    assert f"the open deals come to € {thousands(truth(9))}." in model_answer()
    assert f"So promise € {thousands(tables.quarter(None).sure_of(0.8))}, which" in model_answer()
    deal = tables.open_deals(None).loc[tables.largest(None)]
    name, value, stage = deal["opportunity_id"], deal["value"], deal["stage"]
    assert f"{name}, € {value:,}, still at the {stage}" in model_answer()


def test_the_euros_of_an_extra_order_are_those_of_the_data():
    assert f"€ {truth(7):,.0f} with the coach" in model_answer()
    assert f"€ {truth(6):,.0f} with more leads" in model_answer()  # at the same rates it costs what an order costs
    assert f"€ {extra_order(40_000, won=lift('won')):,.0f} with the training" in model_answer()
    assert f"leaves {printed('first-year').split(' in ')[0]} in its first year" in model_answer()


def test_the_range_held_as_often_as_the_model_answer_says():
    inside = re.search(r"(\d) of 8 quarters", printed("backtest-code")).group(1)
    assert f"In {inside} of the last 8 quarters the result lay within this method's range" in model_answer()


@pytest.mark.parametrize("seed", [None, 1, 12345])
def test_what_the_prose_says_without_a_figure_holds_in_every_company(seed):
    new, growth = (tables.conversions(seed, kind) for kind in ("new customer", "growth"))
    assert new.narrowest == growth.narrowest == "quote"
    assert tables.at_benchmark(seed).leak == "quote"
    shown = tables.shown_in_trial(seed)
    went_on, size = shown.groupby("shown")["went_on"].mean(), shown["shown"].value_counts()
    margin = 1.96 * sum(went_on[one] * (1 - went_on[one]) / size[one] for one in (True, False)) ** 0.5
    assert abs(went_on[True] - went_on[False]) < margin
    assert 0.45 < shown["shown"].mean() < 0.55
    steps = tables.steps(seed)
    days = (steps["left_on"] - steps["entered_on"]).dt.days.groupby(steps["stage"]).mean()
    assert days.idxmax() == "trial"
    assert truth(7, seed) < extra_order(40_000, seed, won=lift("won", seed)) < truth(6, seed)


@pytest.mark.parametrize("seed", [None, 1, 12345])
def test_the_chances_of_all_closed_deals_are_the_trap_that_the_prose_calls_them(seed):
    closed, talks = tables.closed(seed), tables.negotiated(seed)
    assert tables.judged(closed).verdict == "too hopeful"
    ended_early = closed[~closed["opportunity_id"].isin(talks["opportunity_id"])]
    assert not ended_early["won"].any()
    hopeful = talks["rep_id"] == tables.optimist(seed)
    assert tables.judged(talks[hopeful]).bias > 0 > tables.judged(talks[~hopeful]).bias


@pytest.mark.parametrize("seed", [None, 1, 12345])
def test_the_leads_that_are_followed_have_all_been_decided(seed):
    leads = tables.load("leads", seed)
    followed = leads.loc[leads["date"] < tables.DECIDED, "lead_id"]
    deals = tables.deals(seed)
    assert deals.loc[deals["lead_id"].isin(followed), "closed_on"].notna().all()
    orders = run_funnel(tables.traced(seed)["lead"], tables.full_rates(seed)).orders
    assert orders == pytest.approx(tables.traced(seed)["won"])


def test_nobody_gets_lost_between_the_cast_and_the_tables():
    names = tables.load("representatives").set_index("rep_id")["name"]
    assert names[tables.optimist(None)].split()[0] + "'s chances" in model_answer()


def test_the_model_answer_keeps_to_its_length():
    text = re.sub(r"<summary>.*</summary>|<[^>]+>", " ", CELLS["model-answer"].source)
    assert 150 < len(re.findall(r"[\w,.]*\w", text)) <= 200
