"""Blocks 1 to 5: customers, the house that serves them, and the market around it.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from salesedu._factory.block import made

__all__ = ["MARKET_BLOCKS"]

MARKET_BLOCKS = (
    made(
        1,
        "customers",
        "Customers",
        "Klanten",
        "Customers",
        "Do you know which customers you want to serve, what each is worth, and where you excel for them?",
        (
            "Whoever calls is served. Nobody can say which customers bring the money, or whom you would rather not "
            "have.",
            "There is a list of customers by revenue. It is not used to decide who gets time.",
            "Customers are divided into classes by revenue, and the largest get more time. Margin, potential and "
            "loyalty play no part.",
            "Revenue, margin, potential and loyalty place every customer in a class. Each class has a level of "
            "service, and sellers keep to it.",
            "One value discipline is chosen and visible in decisions. Each year customers are kept, promoted, "
            "recruited or dropped on their worth, and what happened then is checked.",
        ),
        "customers/selling-to-firms",
        "customers/choose-what-to-excel-in",
        "portfolio/not-all-customers-weigh-the-same",
        "portfolio/a-few-bring-the-most",
        "leads/start-with-people-you-know",
        "accounts/which-accounts-are-key",
    ),
    made(
        2,
        "organisation",
        "Set-up of the commercial organisation",
        "Inrichting van de commerciële organisatie",
        "Set-up",
        "Do tasks, targets, pay and hours fit the customers whom you want to win and keep?",
        (
            "Everybody sells everything to everyone. Targets are last year's figure with something added.",
            "Regions and tasks are on paper. Targets come from above, and nobody has added up what the accounts "
            "expect.",
            "Who does what is clear. Targets from above are compared with plans from below, once a year. They are "
            "about revenue only.",
            "Visits per class of customer are planned from the hours that there are. Targets cover customers, process "
            "and people as well as money, and pay follows them.",
            "Each quarter plan, hours and targets are compared with what came in, and tasks or people are moved. "
            "Sellers can explain their target and think it fair.",
        ),
        "market/from-above-and-from-below",
        "market/you-get-what-you-pay-for",
        "accounts/four-decisions-before-you-start",
        "accounts/who-gets-which-service",
        "accounts/enough-hours-for-the-visits",
    ),
    made(
        3,
        "satisfaction",
        "Customer satisfaction",
        "Klanttevredenheid",
        "Satisfied",
        "Do you know how satisfied customers are and why, and does anything change because of it?",
        (
            "Nobody asks. You learn that a customer was unhappy from the letter that ends the contract.",
            "Customers are asked now and then. The mean mark is shown in a meeting, and that is all.",
            "All customers are asked at fixed times, what they expected as well as what they got. Complaints are "
            "written down.",
            "Results are split by segment, the largest shortfall gets an owner and a date, and who complains is "
            "answered within a day.",
            "Each low mark is followed by a talk within a week, and what was done is told to the customer. You know "
            "what satisfaction does to renewals, and check it each year.",
        ),
        "customers/what-they-expected",
        "customers/would-they-recommend-you",
        "customers/when-it-goes-wrong",
        "portfolio/who-is-leaving",
        "portfolio/ask-act-and-look-back",
    ),
    made(
        4,
        "competitors",
        "Competitor analysis",
        "Concurrentieanalyse",
        "Rivals",
        "Do you know against whom you win and lose, on what, and what the customer's best alternative costs?",
        (
            "Competitors are \"the others\". When an order is lost, it was the price.",
            "Some sellers know their rivals. What they know stays in their heads.",
            "The main rivals, their offers and their prices are on one page. It is made anew once a year.",
            "For each deal the best alternative and its price are recorded. Wins and losses per rival are counted, "
            "and the offer is compared criterion by criterion.",
            "Each quarter lost deals are called and asked why. What sellers believe is held against the figures, and "
            "the offer or the choice of customers changes because of it.",
        ),
        "market/choose-where-to-stand",
        "value/what-is-it-worth",
        "value/why-quotes-are-lost",
        "leads/when-the-buyer-makes-the-rules",
    ),
    made(
        5,
        "intelligence",
        "Business intelligence and business development",
        "Business intelligence en business development",
        "BI and BD",
        "Do figures about the market and your own sales lead to new business?",
        (
            "Decisions rest on what the loudest seller says. New business comes by chance.",
            "Reports look back at revenue. Ideas for new markets are discussed when times are bad.",
            "Sales are forecast from their history, and segments are compared on size, growth and margin. It is done "
            "once a year, for the plan.",
            "Forecasts are compared with what came in, and the best method is kept. Somebody is responsible for new "
            "business, with a budget and a deadline.",
            "Market potential, own share and forecast error are known per segment and looked at each quarter. Each "
            "trial of something new has a measure and a moment at which it stops or grows.",
        ),
        "market/find-customers-who-fit",
        "market/where-can-you-grow",
        "market/ask-those-who-know",
        "market/read-the-history",
    ),
)
