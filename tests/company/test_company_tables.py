"""The tables of the company: as defined, whole, the same everywhere."""

from pathlib import Path

import pandas as pd
import pytest

from salesedu import load
from salesedu.company import dictionary_markdown, table_names
from salesedu.company.__main__ import files, main
from salesedu.company.generator import definitions, generate
from salesedu.company.schema import problems
from salesedu.company.story import SEED

DATASETS = Path(__file__).parents[2] / "datasets"
SEEDS = [SEED, 0, 1, 12345, 2**40]


@pytest.mark.parametrize(("seed", "scale"), [*((seed, 1) for seed in SEEDS), (3, 9.5)])
def test_every_table_keeps_its_own_rules_and_every_key_is_found(seed, scale):
    frames = generate(seed, scale)
    for name, table in definitions().items():
        assert problems(frames[name], table, frames) == []


def test_the_tables_are_as_large_as_promised():
    assert len(load("accounts")) >= 600
    assert len(load("surveys")) >= 4_000
    assert len(load("complaints")) >= 900
    assert (load("surveys")["date"].max() - load("surveys")["date"].min()).days > 900


@pytest.mark.parametrize("name", list(definitions()))
def test_the_committed_table_is_what_the_generator_makes(name):
    pd.testing.assert_frame_equal(load(name), generate(SEED)[name])
    assert (DATASETS / f"{name}.csv").read_bytes() == files()[f"{name}.csv"].encode()


def test_the_dictionary_says_what_the_definitions_say():
    assert (DATASETS / "README.md").read_text("utf-8") == files()["README.md"]


def test_every_committed_file_has_a_definition():
    assert {file.name for file in DATASETS.iterdir()} == set(files())


def test_writing_the_files_again_gives_the_same_folder(tmp_path, capsys):
    assert main([str(tmp_path / "new")]) == 0
    for file in DATASETS.iterdir():
        assert (tmp_path / "new" / file.name).read_bytes() == file.read_bytes()
    assert main([]) == 2
    assert "folder" in capsys.readouterr().out


def test_kinds_of_columns_are_the_same_on_every_pandas():
    accounts, renewals = load("accounts"), load("renewals")
    assert str(accounts["customer_since"].dtype) == "datetime64[ns]"
    assert str(accounts["left_on"].dtype) == "datetime64[ns]"
    assert accounts["contract_value"].dtype == "int64"
    assert renewals["renewed"].dtype == bool
    assert accounts["segment"].dtype == pd.Series(["text"]).dtype
    assert load("complaints")["satisfaction_after"].dtype == "float64"


@pytest.mark.parametrize("name", list(definitions()))
def test_a_company_of_your_own_has_the_same_columns_and_other_rows(name):
    mine, shared = load(name, seed=12345), load(name)
    assert list(mine.columns) == list(shared.columns)
    assert mine.dtypes.to_dict() == shared.dtypes.to_dict()
    assert not mine.head(500).equals(shared.head(500))
    pd.testing.assert_frame_equal(mine, load(name, seed=12345))


def test_tables_of_one_seed_belong_together():
    accounts, complaints = load("accounts", seed=9), load("complaints", seed=9)
    assert set(complaints["account_id"]) <= set(accounts["account_id"])


@pytest.mark.parametrize("seed", [None, 3])
def test_what_you_change_stays_yours(seed):
    first = load("accounts", seed=seed)
    first["segment"] = "changed"
    assert "changed" not in set(load("accounts", seed=seed)["segment"])


def test_a_renewal_agrees_with_the_account_it_belongs_to():
    renewals = load("renewals").merge(load("accounts"), on="account_id", suffixes=("", "_now"))
    gone = renewals[~renewals["renewed"]]
    assert (gone["left_on"] == gone["date"]).all()
    assert (
        renewals["date"].dt.strftime("%m-%d") == renewals["customer_since"].dt.strftime("%m-%d")
    ).all()
    years = renewals["date"].dt.year - renewals["customer_since"].dt.year
    assert (years == renewals["years_customer"]).all()
    left = load("accounts").query("status == 'left'")["account_id"]
    assert sorted(gone["account_id"]) == sorted(left)


def test_a_complaint_belongs_to_the_contract_year_it_fell_in():
    complaints = load("complaints").merge(
        load("renewals"), on="renewal_id", suffixes=("", "_renewal")
    )
    assert (complaints["account_id"] == complaints["account_id_renewal"]).all()
    ahead = (complaints["date_renewal"] - complaints["date"]).dt.days
    assert ahead.between(1, 366).all()


def test_nobody_complains_or_answers_who_is_no_customer():
    accounts = load("accounts").set_index("account_id")
    for name in ("complaints", "surveys"):
        rows = load(name).join(accounts[["customer_since", "left_on"]], on="account_id")
        assert (rows["date"] > rows["customer_since"]).all()
        assert (rows["left_on"].isna() | (rows["date"] <= rows["left_on"])).all()


def test_handled_well_means_what_the_dictionary_says():
    complaints = load("complaints")
    quick = (complaints["first_response_hours"] <= 24) & (complaints["resolved_in_days"] <= 7)
    assert (quick == (complaints["handled"] == "well")).all()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("survey", 'Did you mean "surveys"?'),
        ("Accounts ", 'Did you mean "accounts"?'),
        ("opportunity", 'Did you mean "opportunities"?'),
        ("sales", 'Did you mean "monthly_sales"?'),
        ("stages", 'Did you mean "stage_history"?'),
        ("weather", "The tables are"),
        (7, "in quotes"),
    ],
)
def test_an_unknown_table_gets_a_sentence(name, said):
    with pytest.raises(ValueError, match="surveys") as caught:
        load(name)
    assert said in str(caught.value)


@pytest.mark.parametrize("seed", [-1, 1.5, "12", True, 2**70])
def test_a_seed_that_is_none_gets_a_sentence(seed):
    with pytest.raises(ValueError, match="whole number of 0 or more"):
        load("accounts", seed=seed)


def test_names_are_invented_and_each_stands_there_once():
    known = (
        (
            "Albron Heineken Philips Selecta Segafredo Starbucks Nespresso Lavazza Illy Peeze "
            "Jacobs Egberts Sodexo Unilever Randstad Achmea Rabobank Hilton Novotel Tchibo Moyee"
        )
        .lower()
        .split()
    )
    for seed in SEEDS:
        names = load("accounts", seed=seed)["name"]
        assert names.is_unique
        names = pd.concat([names, load("leads", seed=seed)["organisation"]])
        assert not names.str.lower().str.contains("|".join(known)).any()


def test_table_names_are_those_of_the_syllabus_and_sorted():
    assert table_names() == (
        "accounts",
        "activities",
        "bids",
        "channels",
        "complaints",
        "leads",
        "monthly_sales",
        "opportunities",
        "orders",
        "quotes",
        "renewals",
        "representatives",
        "segments",
        "stage_history",
        "surveys",
        "targets",
        "tenders",
        "wallets",
    )


def test_a_larger_company_has_the_same_columns_names_of_its_own_and_more_of_everything():
    for name in table_names():
        large, usual = load(name, seed=3, scale=9.5), load(name, seed=3)
        assert large.dtypes.to_dict() == usual.dtypes.to_dict()
        if name not in ("channels", "monthly_sales", "representatives", "segments", "targets"):
            assert len(large) / len(usual) == pytest.approx(9.5, rel=0.4)
        key = large[definitions()[name].key]
        assert key.is_unique
    accounts, leads = load("accounts", seed=3, scale=9.5), load("leads", seed=3, scale=9.5)
    strangers = leads.loc[leads["account_id"].isna(), "organisation"]
    assert pd.concat([accounts["name"], strangers]).is_unique
    assert accounts["account_id"].is_monotonic_increasing


@pytest.mark.parametrize("scale", [0, 0.5, -1, 1001, "large", None, True, float("nan")])
def test_a_scale_that_is_none_is_refused(scale):
    with pytest.raises(ValueError, match="from 1 to 1,000"):
        load("orders", scale=scale)


def test_the_dictionary_is_a_page_with_every_table_and_column():
    page = dictionary_markdown()
    for name, table in definitions().items():
        section = page.split(f"## {name}\n")[1].split("\n## ")[0]
        assert [row.split("`")[1] for row in section.splitlines() if row.startswith("| `")] == (
            table.names
        )
    assert page.strip() in (DATASETS / "README.md").read_text("utf-8")


def test_no_committed_table_is_too_large_to_carry_along():
    sizes = [file.stat().st_size for file in DATASETS.iterdir()]
    assert max(sizes) < 1_500_000
    assert sum(sizes) < 6_000_000
