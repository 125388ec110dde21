"""The workbook of chapter 7: what its prose and its model answer say is what the data say."""

import re
from pathlib import Path

import nbformat
import pytest

from salesedu.exercises.accounts import tables
from salesedu.exercises.ladder import exercises

FOLDER = Path(__file__).parents[2] / "notebooks"
CELLS = {cell.id: cell for cell in nbformat.read(FOLDER / "7-account-management.ipynb", 4).cells}
PLANNED = "Waterhorst Kantoorartikelen"
each_company = pytest.mark.parametrize("seed", [None, 1, 12345])


def model_answer():
    return re.sub(r"\s+", " ", CELLS["model-answer"].source)


def printed(id):
    """What a cell prints; nbval compares it with what it prints anew, so what is committed holds."""
    return "".join(output.get("text", "") for output in CELLS[id].outputs)


def truth(number):
    return exercises()[f"accounts-{number}"].truth(None)


def thousands(euros):
    return f"{round(euros, -3):,.0f}"


def missing(kind):
    """Visits that were promised to customers of a kind and not made."""
    rows = tables.customers(None)[lambda rows: rows["kind"] == kind]
    return tables.service_level(kind).visits_per_year * len(rows) - rows["visits"].sum()


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("What we promised, {:,.0f} visits", lambda: tables.workload(None).visits),
        ("takes {:.1f} account managers", lambda: truth(5)),
        ("wrote down {:.0f} % of their hours", lambda: 100 * truth(6)),
        ("Last year {:.0f} visits were more", lambda: truth(3)),
        ("Growth accounts spend € {:.1f} million elsewhere", lambda: room("growth account") / 1e6),
        ("and got {:.1f} visits instead of 6", lambda: truth(2)["growth account"]),
        ("The {:.0f} missing there", lambda: missing("growth account")),
        ("large customers miss {:.0f}.", lambda: missing("large customer")),
        ("The matrix's five pay when {:.0f} %", lambda: 100 * truth(10)),
        ("with {:.0f} % of its wallet ours", lambda: 100 * wallet_share(tables.planned(None))),
        ("It pays from {:.0f} %.", lambda: 100 * tables.break_even(one(), tables.TREATMENT)),
        ("Of our contracts {:.0f} % left", lambda: 100 * (1 - tables.kept(None))),
        ("renewed {:.1f} points more often (± 5.3)", lambda: truth(4)),
    ],
)
def test_a_figure_of_the_model_answer_is_that_of_the_data(sentence, figure):
    assert sentence.format(figure()) in model_answer()


def room(kind):
    return tables.customers(None).groupby("kind")["room"].sum()[kind]


def wallet_share(account):
    return account["contract_value"] / account["total_spend"]


def one():
    return tables.candidates(None).loc[[PLANNED]]


def test_the_euros_of_the_model_answer_are_those_of_the_data():
    assert f"carries: € {thousands(150 * truth(3))}." in model_answer()
    today = tables.planned(None)["margin"]
    assert (
        f"leave € {thousands(truth(11))} after the team's hours, against € {thousands(today)} today" in model_answer()
    )
    assert f"€ {today:,.0f} a year" in printed("plan-today")


def test_what_the_model_answer_takes_from_a_cell_is_what_the_cell_prints():
    assert "the difference of all: ± 5.3 points" in printed("renewals-margin")
    assert 100 * float(printed("moved")) == pytest.approx(4, abs=0.5)
    assert "needed: 7 hunters and 9 farmers; we have 4 and 12" in printed("team")
    assert "takes seven hunters; we have four" in model_answer()
    assert "Look again on 5 April" in model_answer()
    assert '"2027-04-05"' in CELLS["plan-half"].source


def test_the_two_lists_share_two_names_as_the_model_answer_says():
    shared = set(tables.selected(None).index) & set(tables.largest(None)["name"])
    assert len(shared) == 2
    assert "share two names with the matrix" in model_answer()
    assert tables.planned(None).name == PLANNED
    assert PLANNED in model_answer()


def test_the_plan_of_the_tables_alone_lacks_what_only_a_conversation_gives():
    assert "read back the same: True" in printed("plan-saved")
    gaps = printed("plan-saved")
    assert "Find out who decides." in gaps
    assert "Actions: " in gaps
    assert "Forecast: " in gaps


def test_both_plans_cost_what_marleen_can_spend():
    assert tables.BUDGET == 130_000
    assert "€ 130,000 a year more" in re.sub(r"\s+", " ", CELLS["title"].source)
    assert "€ 26,000" in printed("actions")


@each_company
def test_what_the_prose_says_without_a_figure_holds_in_every_company(seed):
    rows = tables.customers(seed)
    each = rows.groupby("kind")["visits"].mean()
    assert each["growth account"] < each["large customer"] < 6
    assert (rows.loc[rows["kind"] == "new customer", "visits"] == 0).mean() > 0.5
    assert tables.kinds(rows, 20_000).count("large customer") > 100
    assert tables.workload(seed).account_managers_exact < 12
    log = tables.farmers_log(seed).groupby("rep_id")["minutes"].sum() / 60
    assert (log / tables.farmers_time(seed)).max() < 0.5
    assert tables.needed(seed, growth=0) > tables.needed(seed) / 2
    assert tables.after(seed, 1).run_rate > tables.after(seed, 1).seasonal_share > tables.after(seed, 4).actual
    assert tables.after(seed, 4).actual < tables.after(seed, 4).target
    found = tables.matrix(seed)
    assert len(found.key_accounts) > len(found.accounts) / 3
    # the visits that no margin carries are more than those that growth accounts and large customers miss
    levels = {kind: tables.service_level(kind).visits_per_year for kind in ("growth account", "large customer")}
    short = sum(visits * (rows["kind"] == kind).sum() for kind, visits in levels.items())
    short -= rows.loc[rows["kind"].isin(list(levels)), "visits"].sum()
    assert exercises()["accounts-3"].truth(seed) > short > 0


@each_company
def test_there_is_a_customer_for_the_plan_in_every_company(seed):
    account = tables.planned(seed)
    assert account["contract_value"] >= tables.LARGE
    assert wallet_share(account) < 0.5
    assert isinstance(account["main_rival"], str)


def test_the_model_answer_keeps_to_its_length():
    text = re.sub(r"<summary>.*</summary>|<[^>]+>", " ", CELLS["model-answer"].source)
    assert 150 < len(re.findall(r"[\w,.]*\w", text)) <= 200
