"""One story: what stands in one table of the selling side agrees with all the others."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from salesedu import load
from salesedu.company import sales_story as sales
from salesedu.company.generator import generate
from salesedu.company.story import FIRST_DAY, LAST_DAY, SEED
from salesedu.leads import award_on_value, tender_points

pytestmark = pytest.mark.parametrize("seed", [SEED, 6, 12345])
ORDER = [*sales.STAGES, "won"]


def won_customers(books) -> pd.DataFrame:
    """Every new customer's deal that became a customer, with its lead, quote and account."""
    deals = books["opportunities"].query("kind == 'new customer' and account_id.notna()")
    deals = deals.merge(books["leads"], on="lead_id", suffixes=("", "_lead"))
    deals = deals.merge(books["quotes"], on="opportunity_id", suffixes=("", "_quote"))
    return deals.merge(books["accounts"], on="account_id", suffixes=("", "_account"))


def test_a_new_customer_was_a_lead_a_deal_a_quote_and_then_an_order(seed):
    books = generate(seed)
    rows = won_customers(books)
    assert len(rows) > 500
    assert (rows["organisation"] == rows["name"]).all()
    for column in ("segment", "place", "region", "buys_on", "account_id"):
        for other in ("_lead", "_quote", "_account"):
            if f"{column}{other}" in rows:
                assert (rows[column] == rows[f"{column}{other}"]).all()
    first = books["orders"].dropna(subset="quote_id").set_index("quote_id")
    first = first[["date", "account_id"]].add_suffix("_order")
    rows = rows.join(first, on="quote_id")
    assert (rows["account_id"] == rows["account_id_order"]).all()
    days = ["date", "opened_on", "requested_on", "sent_on", "decided_on", "date_order"]
    for earlier, later in pairwise(days):
        assert (rows[earlier] < rows[later]).all(), (earlier, later)
    assert (rows["date_order"] == rows["customer_since"]).all()


def test_every_new_customer_came_from_one_lead_or_one_tender(seed):
    books = generate(seed)
    accounts = books["accounts"]
    new = accounts.loc[accounts["customer_since"] >= FIRST_DAY, "account_id"]
    by_lead = books["leads"]["account_id"].dropna()
    by_tender = books["tenders"]["account_id"].dropna()
    assert sorted([*by_lead, *by_tender]) == sorted(new)
    deals = books["opportunities"].query("kind == 'new customer'")["account_id"].dropna()
    assert sorted(deals) == sorted(by_lead)


def test_no_two_organisations_share_a_name(seed):
    books = generate(seed)
    others = [
        books["leads"].query("account_id.isna()")["organisation"],
        books["tenders"].query("account_id.isna()")["buyer"],
        books["accounts"]["name"],
    ]
    assert pd.concat(others).is_unique
    assert books["representatives"]["name"].is_unique


def test_orders_are_placed_by_customers_only(seed):
    rows = generate(seed)["orders"].merge(generate(seed)["accounts"], on="account_id")
    assert (rows["date"] >= rows["customer_since"]).all()
    assert (rows["left_on"].isna() | (rows["date"] <= rows["left_on"])).all()
    assert (rows["revenue"] <= rows["list_value"]).all()
    off = 1 - rows["revenue"] / rows["list_value"]
    assert np.allclose(off, rows["discount"], atol=0.02)


def test_a_year_of_orders_adds_up_to_the_contract(seed):
    orders, accounts = generate(seed)["orders"], generate(seed)["accounts"]
    stayed = accounts[
        (accounts["status"] == "active") & (accounts["customer_since"] < "2025-10-01")
    ]
    last = orders[orders["date"] >= "2025-10-01"].groupby("account_id")["revenue"].sum()
    share = last.reindex(stayed["account_id"]).to_numpy() / stayed["contract_value"].to_numpy()
    assert np.median(share) == pytest.approx(1.0, abs=0.06)
    assert np.mean(np.abs(share - 1) < 0.3) > 0.9


def test_the_stage_history_tells_how_each_deal_came_where_it_is(seed):
    books = generate(seed)
    steps = books["stage_history"]
    deals = books["opportunities"].set_index("opportunity_id")
    last = steps.groupby("opportunity_id").last()
    assert (last["stage"] == deals["stage"].reindex(last.index)).all()
    first = steps.groupby("opportunity_id").first()
    assert (first["stage"] == "qualified").all()
    assert (first["entered_on"] == deals["opened_on"].reindex(first.index)).all()
    assert len(last) == len(deals)
    # One after the other, without a gap and without a stage left out.
    follows = steps["opportunity_id"].eq(steps["opportunity_id"].shift(-1))
    assert (steps["left_on"][follows] == steps["entered_on"].shift(-1)[follows]).all()
    assert steps["left_on"][~follows].isna().all()
    rank = steps["stage"].map({stage: at for at, stage in enumerate(ORDER)})
    onward = follows & steps["stage"].shift(-1).ne("lost")
    assert (rank.shift(-1)[onward] - rank[onward] == 1).all()
    closed = last["stage"].isin(["won", "lost"])
    assert (last["entered_on"][closed] == deals["closed_on"].reindex(last.index)[closed]).all()
    assert deals["closed_on"].isna().sum() == (~closed).sum() > 100


def test_a_quote_agrees_with_its_deal(seed):
    books = generate(seed)
    rows = books["quotes"].merge(
        books["opportunities"], on="opportunity_id", suffixes=("", "_deal")
    )
    assert len(rows) == len(books["quotes"])
    assert (rows["price"] == rows["value"]).all()
    assert (rows["rep_id"] == rows["rep_id_deal"]).all()
    assert ((rows["sent_on"] - rows["requested_on"]).dt.days == rows["days_to_quote"]).all()
    ended = rows["status"] != "open"
    assert (rows["status"] == rows["stage"])[ended].all()
    assert rows["closed_on"].isna().eq(~ended).all()
    assert rows["reason"].notna().eq(rows["status"] == "lost").all()
    price = rows["list_price"] * (1 - rows["discount"])
    assert np.allclose(price, rows["price"], atol=1)
    assert (rows["direct_cost"] + 65 * rows["hours"] < rows["list_price"]).mean() > 0.97


def test_growth_deals_are_with_customers(seed):
    deals = generate(seed)["opportunities"].query("kind == 'growth'")
    rows = deals.merge(generate(seed)["accounts"], on="account_id")
    assert len(rows) == len(deals) > 500
    assert (rows["opened_on"] > rows["customer_since"]).all()
    assert (rows["left_on"].isna() | rows["closed_on"].isna()).mean() > 0.5
    assert not (rows["closed_on"] > rows["left_on"]).any()


def test_five_years_of_months_end_in_the_orders(seed):
    months, orders = generate(seed)["monthly_sales"], generate(seed)["orders"]
    assert len(months) == 60
    assert str(months["month"].iloc[-1])[:7] == LAST_DAY[:7]
    segments = months[["office", "hospitality", "public_sector", "reseller"]]
    assert (segments.sum(axis=1) == months["revenue"]).all()
    booked = orders.groupby(orders["date"].dt.to_period("M"))["revenue"].agg(["sum", "size"])
    assert booked["sum"].tolist() == months["revenue"].tail(36).tolist()
    assert booked["size"].tolist() == months["orders"].tail(36).tolist()


def test_the_result_of_a_representative_is_what_the_orders_and_deals_say(seed):
    books = generate(seed)
    rows = books["targets"].set_index(["rep_id", "quarter"])
    assert len(rows) == 12 * len(books["representatives"])
    orders = books["orders"].merge(books["accounts"][["account_id", "rep_id"]])
    booked = orders.groupby(["rep_id", quarter_of(orders["date"])])["revenue"].sum()
    farmers = rows[rows["measure"] == "revenue"]
    assert (booked.reindex(farmers.index) == farmers["actual"]).all()
    won = books["opportunities"].query("kind == 'new customer' and stage == 'won'")
    signed = won.groupby(["rep_id", quarter_of(won["closed_on"])])["value"].sum()
    hunters = rows[rows["measure"] == "new business"]
    assert (signed.reindex(hunters.index, fill_value=0) == hunters["actual"]).all()
    role = books["representatives"].set_index("rep_id")["role"]
    assert set(role[hunters.index.get_level_values("rep_id")]) == {"hunter"}


def quarter_of(date: pd.Series) -> pd.Series:
    """2024-Q1 and so on."""
    return (date.dt.year.astype(str) + "-Q" + date.dt.quarter.astype(str)).rename("quarter")


def test_account_managers_sell_in_their_own_region(seed):
    rows = generate(seed)["accounts"].merge(
        generate(seed)["representatives"], on="rep_id", suffixes=("", "_rep")
    )
    assert len(rows) == len(generate(seed)["accounts"])
    assert (rows["region"] == rows["region_rep"]).all()
    assert set(rows["role"]) == {"farmer"}
    leads = generate(seed)["leads"].merge(
        generate(seed)["representatives"], on="rep_id", suffixes=("", "_rep")
    )
    assert (leads["region"] == leads["region_rep"]).all()


def test_an_activity_is_with_a_lead_or_a_customer_and_in_its_time(seed):
    books = generate(seed)
    rows = books["activities"]
    assert (rows["lead_id"].isna() != rows["account_id"].isna()).all()
    met = rows.merge(books["leads"], on="lead_id", suffixes=("", "_lead"))
    assert (met["date"] >= met["date_lead"]).all()
    seen = rows.merge(books["accounts"], on="account_id")
    assert (seen["date"] > seen["customer_since"]).all()
    assert not (seen["date"] > seen["left_on"]).any()
    about = rows.merge(books["opportunities"], on="opportunity_id", suffixes=("", "_deal"))
    assert (about["date"] >= about["opened_on"]).all()
    for key in ("lead_id", "account_id"):
        both = about[key].notna()
        assert (about[key] == about[f"{key}_deal"])[both].all()


def test_bids_are_scored_as_the_course_scores_them(seed):
    books = generate(seed)
    tenders = books["tenders"].set_index("tender_id")
    criteria = ("service", "product", "sustainability")
    for tender, bids in books["bids"].query("valid").groupby("tender_id"):
        terms, bids = tenders.loc[tender], bids.set_index("bidder")
        prices = bids["price"].to_dict()
        marks = {
            bidder: {what: row[f"mark_{what}"] for what in criteria}
            for bidder, row in bids.iterrows()
        }
        weights = {what: terms[f"weight_{what}"] for what in ("price", *criteria)}
        values = {what: terms[f"value_{what}"] for what in criteria}
        points = tender_points(prices, marks, weights)
        value = award_on_value(prices, marks, values)
        for bidder, row in bids.iterrows():
            assert points.bids[bidder].total == pytest.approx(row["points"], abs=0.006)
            assert value.bids[bidder].notional_price == pytest.approx(row["notional_price"], abs=1)
        winner = value.winner if terms["method"] == "value" else points.winner
        assert bids.index[bids["awarded"]].tolist() == [winner]
        assert (winner == "Noorderlicht Koffie") == (terms["outcome"] == "won")
        assert sum(weights.values()) == 100


def test_tenders_run_from_notice_to_award_to_contract(seed):
    tenders, bids = generate(seed)["tenders"], generate(seed)["bids"]
    assert (tenders["published_on"] < tenders["closes_on"]).all()
    assert (tenders["closes_on"] < tenders["decided_on"]).all()
    won = tenders.merge(generate(seed)["accounts"], on="account_id")
    assert (won["outcome"] == "won").all()
    assert len(won) == (tenders["outcome"] == "won").sum() > 5
    assert (won["decided_on"] < won["customer_since"]).all()
    assert (won["buyer"] == won["name"]).all()
    entered = tenders.loc[tenders["outcome"] != "no bid", "tender_id"]
    ours = bids.loc[bids["bidder"] == "Noorderlicht Koffie", "tender_id"]
    assert sorted(ours) == sorted(entered)
    assert set(bids["tender_id"]) == set(entered)
    assert not bids.duplicated(["tender_id", "bidder"]).any()
    assert (bids.merge(tenders)["price"] <= bids.merge(tenders)["ceiling"]).all()
    passed = tenders["outcome"] == "no bid"
    assert tenders["no_bid_because"].notna().eq(passed).all()
    assert not tenders.loc[tenders["no_bid_because"] == "own capacity", "capacity"].any()
    assert not tenders.loc[tenders["no_bid_because"] == "no contact with the DMU", "knew_dmu"].any()


def test_a_wallet_holds_at_least_what_we_sell(seed):
    rows = generate(seed)["wallets"].merge(generate(seed)["accounts"], on="account_id")
    assert (rows["total_spend"] >= rows["contract_value"]).all()
    assert (rows["status"] == "active").all()
    alone = rows["suppliers"] == 1
    assert (rows["total_spend"] == rows["contract_value"])[alone].all()
    assert rows["main_rival"].isna().eq(alone).all()


def test_load_gives_the_same_books(seed):
    pd.testing.assert_frame_equal(load("quotes", seed=seed), generate(seed)["quotes"])
