"""A complete account plan for a customer that does not exist, to look at and to change.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from salesedu._accounts.plan import AccountPlan

__all__ = ["example_plan"]


def example_plan() -> AccountPlan:
    """A complete plan: Noorderlicht Koffie and a small group of hotels, for 2027.

    Returns
    -------
    AccountPlan

    Examples
    --------
    >>> plan = example_plan()
    >>> plan.complete, plan.revenue, plan.result
    (True, 108000.0, 33100.0)
    """
    return AccountPlan(
        "Hotelgroep Duinzicht",
        "2027",
        "Sanne Wilgenhof",
        situation=(
            "Six hotels along the coast, with a seventh to open in June 2027. The group buys its beans from us and "
            "half of its machines; service is bought from two suppliers.\n\n"
            "A new purchasing manager wants fewer suppliers and one contract for all hotels before the summer."
        ),
        figures=[
            ("Revenue 2026", 84_000, "€"),
            ("Gross margin 2026", 33_600, "€"),
            ("Total spend on coffee 2026", 240_000, "€"),
            ("Net Promoter Score", 22, "points"),
        ],
        people=[
            ("Marleen Oudekerk", "managing director", "decider", "neutral", "Wants one bill and no queue at breakfast"),
            ("Hicham Duinker", "purchasing manager", "buyer, gatekeeper", "opponent", "Knows Bonenhuis from before"),
            ("Els van Rijnbeek", "food and beverage", "influencer, user", "supporter", "Trains with our barista"),
        ],
        needs=["No queue at breakfast in the season", "One contract for seven hotels", "Less waste of milk and beans"],
        own_share=0.35,
        competitors=[
            ("Bonenhuis", 0.5, "Beans and service in four hotels; cheap, slow in August"),
            ("Others", 0.15, "Machines leased from two makers"),
        ],
        strengths=["Repairs within four hours, also on Sundays", "The staff likes the training"],
        risks=["The new buyer prefers Bonenhuis", "One contract can go either way"],
        goals=[
            ("Become the one supplier of service", "hotels with our service", 3, 7, "2027-06-30"),
            ("A larger share of wallet", "% of total spend", 35, 45, "2027-12-15"),
        ],
        actions=[
            ("Measure the breakfast queue in two hotels", "Els and Sanne", "2027-02-15", 900),
            ("Show the managing director what the queue costs", "Sanne Wilgenhof", "2027-03-10", 0),
            ("Quote one contract for seven hotels", "Sanne Wilgenhof", "2027-04-01", 1_200),
            ("Run a pilot at the new hotel", "service team", "2027-06-15", 8_000),
        ],
        forecast=[
            ("Q1", 21_000, 8_400),
            ("Q2", 27_000, 10_800),
            ("Q3", 34_000, 13_600),
            ("Q4", 26_000, 10_400),
        ],
        review_dates=["2027-04-05", "2027-07-05", "2027-12-20"],
    )
