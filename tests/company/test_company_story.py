"""What is planted can be found: with plain pandas, in the shared company and in several others.

Tolerances are about three standard errors of what is estimated, so that a company of a student's
own tells the same story.
"""

from functools import lru_cache

import numpy as np
import pandas as pd
import pytest

from salesedu import load
from salesedu.company import story
from salesedu.company.loader import load as _load
from salesedu.customers import net_promoter_score

SEEDS = [None, 1, 2, 3, 5, 8, 12345, 20250101]
ORDER = ["hospitality", "reseller", "office", "public sector"]  # from worst to best

pytestmark = pytest.mark.parametrize("seed", SEEDS)


@lru_cache(maxsize=4)
def contract_years(seed) -> pd.DataFrame:
    """Every renewal with a whole year on record, and the worst that was complained about."""
    complaints = _load("complaints", seed).dropna(subset=["renewal_id"])
    told = complaints.assign(
        badly=complaints["handled"].eq("badly"), severe=complaints["severity"].eq("severe")
    )
    told = told.groupby("renewal_id")[["badly", "severe"]].max()
    renewals = _load("renewals", seed)
    renewals = renewals[renewals["date"] >= "2024-10-01"]
    years = renewals.merge(told, left_on="renewal_id", right_index=True, how="left")
    silent = years["badly"].isna()
    years["group"] = np.where(silent, "none", np.where(years["badly"].eq(True), "badly", "well"))
    years["young"] = years["years_customer"] <= story.YOUNG_UNTIL
    return years


def within_standing(years: pd.DataFrame) -> float:
    """Renewal after a good answer less renewal without complaint, at equal standing."""
    rates = years.groupby(["young", "group"])["renewed"].mean().unstack()
    weights = years.loc[years["group"] == "well", "young"].value_counts(normalize=True)
    return float(((rates["well"] - rates["none"]) * weights).sum())


def test_nps_differs_by_segment_in_the_planted_order(seed):
    answers = load("surveys", seed).merge(load("accounts", seed)[["account_id", "segment"]])
    scores = {name: net_promoter_score(rows) for name, rows in answers.groupby("segment")["nps"]}
    assert sorted(scores, key=lambda name: scores[name].score) == ORDER
    assert scores["public sector"].score == pytest.approx(37, abs=11)
    assert scores["office"].score == pytest.approx(18, abs=9)
    assert scores["reseller"].score == pytest.approx(-6, abs=11)
    assert scores["hospitality"].score == pytest.approx(-28, abs=9)


def test_another_dimension_lets_each_segment_down(seed):
    answers = load("surveys", seed).merge(load("accounts", seed)[["account_id", "segment"]])
    for segment, planted in story.GAPS.items():
        rows = answers[answers["segment"] == segment]
        gaps = {
            name: (rows[f"perceived_{name}"] - rows[f"expected_{name}"]).mean()
            for name in story.DIMENSIONS
        }
        worst = min(planted, key=planted.get)
        assert min(gaps, key=gaps.get) == worst
        assert gaps[worst] == pytest.approx(planted[worst], abs=0.5)


def test_detractors_leave_more_often(seed):
    last = load("surveys", seed).sort_values("date").drop_duplicates("account_id", keep="last")
    last = last.merge(load("accounts", seed)[["account_id", "status"]])
    left = last["status"].eq("left")
    detractors, promoters = left[last["nps"] <= 6].mean(), left[last["nps"] >= 9].mean()
    assert 0.05 < detractors - promoters < 0.25


def test_after_a_good_answer_more_customers_renew_than_without_a_complaint(seed):
    rates = contract_years(seed).groupby("group")["renewed"].mean()
    assert 0.03 < rates["well"] - rates["none"] < 0.15
    assert rates["badly"] < rates["none"] - 0.1


def test_long_standing_customers_complain_more_get_better_answers_and_stay_anyway(seed):
    years = contract_years(seed)
    young, old = years[years["young"]], years[~years["young"]]
    assert (old["group"] != "none").mean() > (young["group"] != "none").mean() + 0.15
    told_young, told_old = young[young["group"] != "none"], old[old["group"] != "none"]
    assert told_old["group"].eq("well").mean() > told_young["group"].eq("well").mean() + 0.15
    quiet = years[years["group"] == "none"].groupby("young")["renewed"].mean()
    assert quiet[False] > quiet[True] + 0.2


def test_at_equal_standing_the_paradox_is_gone(seed):
    years = contract_years(seed)
    raw = years.groupby("group")["renewed"].mean()
    assert within_standing(years) < 0.5 * (raw["well"] - raw["none"])
    assert within_standing(years) == pytest.approx(-0.02, abs=0.06)


def test_at_equal_standing_minor_is_made_good_and_severe_still_costs(seed):
    years = contract_years(seed)
    quiet = years["group"] == "none"
    minor = years[quiet | years["severe"].eq(False)]
    severe = years[quiet | years["severe"].eq(True)]
    assert within_standing(minor) == pytest.approx(0.015, abs=0.06)
    assert within_standing(severe) == pytest.approx(-0.15, abs=0.13)


def test_disappointed_customers_who_keep_silent_leave_more_than_those_who_were_answered(seed):
    years = contract_years(seed).sort_values("date")
    answers = load("surveys", seed).sort_values("date")[["account_id", "date", "nps"]]
    years = pd.merge_asof(
        years, answers, on="date", by="account_id", tolerance=pd.Timedelta("365D")
    )
    renewed = years[years["nps"] <= 6].groupby("group")["renewed"].mean()
    assert renewed["none"] < renewed["well"]


def test_a_fifth_of_the_customers_brings_most_of_the_contract_value(seed):
    value = load("accounts", seed)["contract_value"].sort_values(ascending=False)
    assert value.head(len(value) // 5).sum() / value.sum() == pytest.approx(
        story.TOP_FIFTH, abs=0.06
    )


def test_customers_that_buy_on_price_mark_the_price_lower(seed):
    answers = load("surveys", seed).merge(load("accounts", seed)[["account_id", "buys_on"]])
    gap = (
        (answers["perceived_price"] - answers["expected_price"]).groupby(answers["buys_on"]).mean()
    )
    assert gap["price"] - gap["value"] == pytest.approx(story.PRICE_LED_ON_PRICE, abs=0.25)
