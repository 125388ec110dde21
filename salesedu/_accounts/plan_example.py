"""A complete account plan for a customer that does not exist, to look at and to change.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from salesedu._accounts.plan import AccountPlan

__all__ = ["example_plan"]


def example_plan() -> AccountPlan:
    """A complete plan: Noorderlicht Koffie and the hotel group of chapter 7, for 2027.

    Returns
    -------
    AccountPlan

    Examples
    --------
    >>> plan = example_plan()
    >>> plan.complete, plan.revenue, plan.result
    (True, 84000.0, 15980.0)
    """
    return AccountPlan(
        "Waddenzicht",
        "2027",
        "Sanne Wilgenhof",
        situation=(
            "Ten hotels along the coast, and six more to open within three years. Four have our machines. The other "
            "six have those of Beanline, under a contract that ends in June 2027.\n\n"
            "A purchasing director buys for all ten now, and wants one contract before the summer."
        ),
        figures=[
            ("Revenue 2026", 60_000, "€"),
            ("Gross margin 2026", 15_000, "€"),
            ("Total spend on coffee 2026", 150_000, "€"),
            ("Net Promoter Score", 22, "points"),
        ],
        people=[
            ("Gerben Oudekerk", "director", "decider", "neutral", "Wants guests from abroad, and no breakfast queue"),
            ("Nadia Duinker", "purchasing director", "buyer, gatekeeper", "neutral", "Wants one contract and invoice"),
            ("Lotte van Rijnbeek", "chef", "influencer, user", "supporter", "Trains with our barista"),
        ],
        needs=["Fewer staff at breakfast, and content guests", "One contract for ten hotels", "Less waste of milk"],
        own_share=0.4,
        competitors=[
            ("Beanline", 0.5, "Machines and service in six hotels; cheap, slow in August"),
            ("Others", 0.1, "Beans, bought hotel by hotel"),
        ],
        strengths=["Repairs within four hours, in August too", "The kitchens like the training"],
        risks=["Beanline promises repairs within two hours", "One contract can go either way"],
        goals=[
            ("Win three of Beanline's six hotels", "hotels with our machines", 4, 7, "2027-12-15"),
            ("Win them without giving the margin away", "% of revenue", 25, 28, "2027-12-15"),
        ],
        actions=[
            ("Measure the breakfast queue in two hotels", "Lotte and Sanne", "2027-02-01", 900),
            ("Run a trial in hotel Zuid", "Sanne and an engineer", "2027-02-26", 1_800),
            ("Show the director the trial, and quote", "Sanne Wilgenhof", "2027-04-01", 0),
            ("Prepare the change of three hotels", "service team", "2027-06-15", 4_000),
        ],
        forecast=[
            ("Q1", 12_000, 3_000),
            ("Q2", 18_000, 4_500),
            ("Q3", 28_000, 7_900),
            ("Q4", 26_000, 7_280),
        ],
        review_dates=["2027-04-05", "2027-07-05", "2027-12-20"],
    )
