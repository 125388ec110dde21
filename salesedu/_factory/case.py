"""Evidence from the books of Noorderlicht Koffie, for the case of chapter 8.

Made by `python -m salesedu.company datasets`; do not edit by hand.
"""

from salesedu._factory.evidence import Evidence

__all__ = ["CASE"]

CASE = (
    Evidence(
        block="customers",
        sentence=(
            "In the last year the largest 20\xa0% of the 1,224 customers who ordered brought 77\xa0% of the "
            "revenue."
        ),
        value=0.76544, unit="%", chapter="portfolio", function="portfolio.pareto_share", tables=("orders",),
        suggested=3, rule="less is better: 2 at most 90\xa0%, 3 at most 80\xa0%, 4 at most 70\xa0%, 5 at most 60\xa0%",
    ),
    Evidence(
        block="customers",
        sentence=(
            "Of the 1,178 customers who ordered in the year before, 84\xa0% ordered again in the last year; 237 "
            "were new or came back."
        ),
        value=0.837861, unit="%", chapter="portfolio", function="portfolio.retention_rate", tables=("orders",),
        suggested=3, rule="2 from 70\xa0%, 3 from 80\xa0%, 4 from 88\xa0%, 5 from 94\xa0%",
    ),
    Evidence(
        block="customers",
        sentence=(
            "The 214 largest customers buy 47\xa0% of their coffee here; €\xa010.3\xa0million a year goes to "
            "other suppliers."
        ),
        value=0.46614, unit="%", chapter="leads", function="leads.growth_potential", tables=("wallets", "accounts"),
        suggested=3, rule="2 from 30\xa0%, 3 from 45\xa0%, 4 from 60\xa0%, 5 from 75\xa0%",
    ),
    Evidence(
        block="organisation",
        sentence=(
            "Person by person, what representatives forecast for the last year differs 13\xa0% from their "
            "targets; added up, the forecasts are as high."
        ),
        value=0.128684, unit="%", chapter="market", function="market.target_gap", tables=("targets",), suggested=3,
        rule="less is better: 2 at most 25\xa0%, 3 at most 15\xa0%, 4 at most 8\xa0%, 5 at most 3\xa0%",
    ),
    Evidence(
        block="organisation",
        sentence=(
            "Targets are on record for new business and revenue only, one of the four perspectives of a "
            "scorecard; none for customer, internal process and learning and growth."
        ),
        value=1.0, unit="of 4 perspectives", chapter="market", function="market.scorecard", tables=("targets",),
        suggested=2, rule="2 from 1 of 4 perspectives, 3 from 2, 4 from 3, 5 from 4",
    ),
    Evidence(
        block="organisation",
        sentence=(
            "Twelve, six and two visits a year to top, large and medium customers would take 15\xa0% of the "
            "farmers' hours. 81\xa0% of these visits were made; a top customer got 4.2 of the twelve."
        ),
        value=0.806034, unit="%", chapter="accounts", function="accounts.visit_capacity",
        tables=("accounts", "activities", "representatives"), suggested=4,
        rule="2 from 40\xa0%, 3 from 60\xa0%, 4 from 80\xa0%, 5 from 95\xa0%",
    ),
    Evidence(
        block="satisfaction",
        sentence="The Net Promoter Score of the last year is +6, plus or minus 4 (1,747 answers).", value=6.29651,
        unit="points", chapter="customers", function="customers.net_promoter_score", tables=("surveys",), suggested=2,
        rule="2 from 0 points, 3 from 15, 4 from 30, 5 from 50",
    ),
    Evidence(
        block="satisfaction",
        sentence="The largest shortfall is availability in the segment hospitality: 1.9 points less than expected.",
        value=-1.90043, unit="points", chapter="customers", function="customers.satisfaction_gap",
        tables=("surveys", "accounts"), suggested=2, rule="2 from −2 points, 3 from −1, 4 from −0.5, 5 from −0.25",
    ),
    Evidence(
        block="satisfaction",
        sentence=(
            "Customers who answered 6 or less renewed in 76\xa0% of the cases, those who answered 9 or 10 in "
            "84\xa0%."
        ),
        value=0.758678, unit="%", chapter="portfolio", function="portfolio.retention_rate_of_counts",
        tables=("surveys", "renewals"), suggested=3,
        rule="2 from 50\xa0%, 3 from 65\xa0%, 4 from 80\xa0%, 5 from 90\xa0%",
    ),
    Evidence(
        block="competitors",
        sentence=(
            "At the price of the best rival 57\xa0% of the quotes are won, when cheaper 71\xa0% and when dearer "
            "47\xa0%."
        ),
        value=0.574257, unit="%", chapter="value", function="value.win_loss", tables=("quotes",), suggested=3,
        rule="2 from 30\xa0%, 3 from 45\xa0%, 4 from 60\xa0%, 5 from 75\xa0%",
    ),
    Evidence(
        block="competitors",
        sentence=(
            "Of the 447 quotes that sellers say were lost on price, 263 (59\xa0%) were not dearer than the "
            "rival's."
        ),
        value=0.588367, unit="%", chapter="value", function="value.win_loss", tables=("quotes",), suggested=2,
        rule="less is better: 2 at most 60\xa0%, 3 at most 40\xa0%, 4 at most 20\xa0%, 5 at most 10\xa0%",
    ),
    Evidence(
        block="competitors", sentence="Of the 78 tenders that were entered, this bid had the most points in 37\xa0%.",
        value=0.371795, unit="%", chapter="leads", function="leads.tender_points", tables=("tenders", "bids"),
        suggested=4, rule="2 from 10\xa0%, 3 from 20\xa0%, 4 from 35\xa0%, 5 from 50\xa0%",
    ),
    Evidence(
        block="intelligence",
        sentence=(
            "Sales can be forecast from their history: the best method, trend and season, missed the last twelve "
            "months by 3.3\xa0% on average."
        ),
        value=0.0329519, unit="%", chapter="market", function="market.compare_forecasts", tables=("monthly_sales",),
        suggested=4, rule="less is better: 2 at most 15\xa0%, 3 at most 10\xa0%, 4 at most 6\xa0%, 5 at most 3\xa0%",
    ),
    Evidence(
        block="intelligence",
        sentence=(
            "The most attractive segment is reseller. The company has 12.4\xa0% of that market and 4.2\xa0% of "
            "the whole, 2.9 times as much."
        ),
        value=2.9332, unit="times", chapter="market", function="market.segment_attractiveness",
        tables=("segments", "monthly_sales"), suggested=4, rule="2 from 0.5 times, 3 from 1, 4 from 2, 5 from 4",
    ),
    Evidence(
        block="leads",
        sentence=(
            "36\xa0% of the leads come through online campaign and address list, cheap per lead and dear per "
            "order (on average €\xa0701 an order)."
        ),
        value=0.356117, unit="%", chapter="leads", function="leads.channel_economics",
        tables=("channels", "leads", "opportunities"), suggested=2,
        rule="less is better: 2 at most 50\xa0%, 3 at most 30\xa0%, 4 at most 15\xa0%, 5 at most 5\xa0%",
    ),
    Evidence(
        block="leads",
        sentence=(
            "30 of the 78 tenders that were entered had a knock-out against them; 4 of these were won, and 24 of "
            "the other 48."
        ),
        value=0.384615, unit="%", chapter="leads", function="leads.bid_decision", tables=("tenders",), suggested=2,
        rule="less is better: 2 at most 50\xa0%, 3 at most 30\xa0%, 4 at most 15\xa0%, 5 at most 5\xa0%",
    ),
    Evidence(
        block="quotes",
        sentence=(
            "Speed decides more than price: at equal prices a quote sent within three days is won 30 points more "
            "often than one that takes over a week."
        ),
        value=0.301544, unit="%", chapter="value", function="value.win_loss", tables=("quotes",), suggested=2,
        rule="less is better: 2 at most 40\xa0%, 3 at most 30\xa0%, 4 at most 20\xa0%, 5 at most 10\xa0%",
    ),
    Evidence(
        block="quotes",
        sentence="32\xa0% of the quotes go out within three days, 29\xa0% take over a week; 58\xa0% of all are won.",
        value=0.323716, unit="%", chapter="value", function="value.win_loss", tables=("quotes",), suggested=3,
        rule="2 from 15\xa0%, 3 from 30\xa0%, 4 from 50\xa0%, 5 from 75\xa0%",
    ),
    Evidence(
        block="quotes",
        sentence=(
            "Won quotes leave a margin of 34\xa0% after direct cost and own labour, with a discount of 8.0\xa0% "
            "on average."
        ),
        value=0.337835, unit="%", chapter="value", function="value.quote_margin", tables=("quotes",), suggested=4,
        rule="2 from 10\xa0%, 3 from 20\xa0%, 4 from 30\xa0%, 5 from 40\xa0%",
    ),
    Evidence(
        block="funnel",
        sentence=(
            "What the hunters together forecast for a quarter misses what comes in by 11\xa0% on average (12 "
            "quarters)."
        ),
        value=0.111378, unit="%", chapter="market", function="market.accuracy", tables=("targets",), suggested=4,
        rule="less is better: 2 at most 40\xa0%, 3 at most 25\xa0%, 4 at most 15\xa0%, 5 at most 8\xa0%",
    ),
    Evidence(
        block="funnel",
        sentence=(
            "The 188 open deals are worth €\xa0703 thousand a year weighed by the sellers' own chances, and "
            "€\xa0698 thousand by the conversions of the past."
        ),
        value=0.0059906, unit="%", chapter="funnel", function="funnel.weighted_pipeline",
        tables=("opportunities", "stage_history"), suggested=5,
        rule="less is better: 2 at most 50\xa0%, 3 at most 25\xa0%, 4 at most 10\xa0%, 5 at most 5\xa0%",
    ),
    Evidence(
        block="funnel", sentence="Thijs Otterloo forecasts 1.37 times what comes in, further off than anyone.",
        value=1.36665, unit="times", chapter="market", function="market.sales_force_composite",
        tables=("targets", "representatives"), suggested=2,
        rule="less is better: 2 at most 1.5 times, 3 at most 1.3, 4 at most 1.15, 5 at most 1.05",
    ),
    Evidence(
        block="process",
        sentence=(
            "The funnel leaks between trial and quote: 56\xa0% goes on there, against 75\xa0% or more at every "
            "other step."
        ),
        value=0.564429, unit="%", chapter="funnel", function="funnel.conversions_from_history",
        tables=("stage_history",), suggested=3, rule="2 from 35\xa0%, 3 from 45\xa0%, 4 from 60\xa0%, 5 from 70\xa0%",
    ),
    Evidence(
        block="process",
        sentence=(
            "A deal that is won takes 81 days; at this pace and with 24\xa0% won, the open deals bring €\xa0150 "
            "thousand of yearly value a month."
        ),
        value=81.0079, unit="days", chapter="funnel", function="funnel.velocity", tables=("opportunities",),
        suggested=3, rule="less is better: 2 at most 180 days, 3 at most 120, 4 at most 75, 5 at most 45",
    ),
    Evidence(
        block="system",
        sentence=(
            "Of the 188 open deals 56\xa0% have a talk on record of the last 30 days, and 23\xa0% have none at "
            "all."
        ),
        value=0.558511, unit="%", chapter="customers", function="customers.kpi_attainment",
        tables=("opportunities", "activities"), suggested=3,
        rule="2 from 30\xa0%, 3 from 50\xa0%, 4 from 75\xa0%, 5 from 95\xa0%",
    ),
    Evidence(
        block="system", sentence="Of the 1,032 customers 63\xa0% have a talk on record in the last year.",
        value=0.631783, unit="%", chapter="customers", function="customers.kpi_attainment",
        tables=("accounts", "activities"), suggested=3,
        rule="2 from 40\xa0%, 3 from 60\xa0%, 4 from 80\xa0%, 5 from 95\xa0%",
    ),
    Evidence(
        block="qualities",
        sentence=(
            "Hunters win 25\xa0% of the deals with new customers and farmers 15\xa0%; with known customers it is "
            "20\xa0% and 35\xa0%. Each is better at their own work."
        ),
        value=0.0976006, unit="%", chapter="funnel", function="funnel.stage_conversions",
        tables=("opportunities", "representatives"), suggested=4,
        rule="2 from −5\xa0%, 3 from 0\xa0%, 4 from 5\xa0%, 5 from 15\xa0%",
    ),
    Evidence(
        block="qualities",
        sentence=(
            "76\xa0% of the closed deals lay with the kind of seller whose work it is; farmers led 24\xa0% of the "
            "deals with new customers."
        ),
        value=0.762431, unit="%", chapter="customers", function="customers.kpi_attainment",
        tables=("opportunities", "representatives"), suggested=3,
        rule="2 from 50\xa0%, 3 from 65\xa0%, 4 from 80\xa0%, 5 from 92\xa0%",
    ),
)
