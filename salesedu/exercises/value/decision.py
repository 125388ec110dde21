"""Exercises 7 to 11: discounts, the value to one prospect, and two plans in euros."""

from salesedu.value import volume_needed

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import (
    BOOK_YEARS,
    all_won_like_the_fast,
    chance_alone,
    contribution_rate,
    decided,
    discount_share,
    gain_of_cut,
    gain_of_promise,
    prospect,
    top_discounter,
    value_to_prospect,
)

__all__ = ["DECISION"]

DESK = 90_000  # euros a year, what the quote desk costs
SHARE = Number(share=True, tolerance=0.0006, decimals=3)

DECISION = (
    Exercise(
        id="value-7",
        ask="Which share of all discount, in euros, was offered to customers that buy on value?",
        kind=SHARE,
        truth=discount_share,
        mistakes=(
            Mistake(
                lambda seed: discount_share(seed, "price"),
                "That is the share of the customers that buy on price.",
            ),
            Mistake(
                lambda seed: float((decided(seed)["buys_on"] == "value").mean()),
                "That is their share of the quotes. Add up the euros.",
            ),
            Mistake(
                lambda seed: float(
                    decided(seed).groupby("buys_on")["discount"].sum()["value"] / decided(seed)["discount"].sum()
                ),
                "You added up rates. Ten per cent of a large quote is more than ten per cent of a "
                "small one; add up discount_euros.",
            ),
        ),
        hint='Group by "buys_on", take the sum of "discount_euros", divide by the sum of all.',
        solution=('given = decided.groupby("buys_on")["discount_euros"].sum()\nanswer = given["value"] / given.sum()'),
        meaning="That part was offered where the price hardly moves the decision.",
    ),
    Exercise(
        id="value-8",
        ask=(
            "How far from the mean of everybody may chance alone take the representative with the "
            "highest mean discount (95 %)?"
        ),
        kind=Number("percentage points", tolerance=0.006, decimals=2),
        truth=chance_alone,
        mistakes=(
            Mistake(
                lambda seed: chance_alone(seed) / 1.96,
                "That is one standard error. The 95 % margin is 1.96 of them.",
            ),
            Mistake(
                lambda seed: float(196 * decided(seed)["discount"].std()),
                "That is how far one single quote may lie. Divide by the root of the number of quotes.",
            ),
            Mistake(
                lambda seed: float(196 * decided(seed)["discount"].std() / len(decided(seed)) ** 0.5),
                "That is the margin of all quotes together. This one made fewer, so chance is larger.",
            ),
            Mistake(
                lambda seed: float(196 * top_discounter(seed)["discount"].std() / len(top_discounter(seed)) ** 0.5),
                "You used this representative's own spread. Ask what chance does with everybody's: "
                "the spread of all quotes.",
            ),
        ),
        hint="As in the cell above, with the number of quotes of `top` under the root.",
        solution='answer = 196 * decided["discount"].std() / per_rep.loc[top, "quotes"] ** 0.5',
        meaning="Compare it with the distance to the mean before you call anybody generous.",
    ),
    Exercise(
        id="value-9",
        ask="What is our offer worth to the prospect, in euros a year?",
        kind=Number("euros", tolerance=2, decimals=0),
        truth=lambda seed: value_to_prospect(seed).value,
        mistakes=(
            Mistake(
                lambda seed: value_to_prospect(seed).differentiation,
                "Those are the differences alone. Add the price of the alternative.",
            ),
            Mistake(
                lambda seed: prospect(seed)["price"] + value_to_prospect(seed).differentiation,
                "You started from our own price. Start from the rival's.",
            ),
            Mistake(
                lambda seed: value_to_prospect(seed, spread=False).value,
                "You took the training off in full each year. It is paid once, over three years.",
            ),
            Mistake(
                lambda seed: value_to_prospect(seed).value + 2 * value_to_prospect(seed).negative,
                "You added the training. It is trouble: give it as a negative difference.",
            ),
        ),
        hint=(
            "economic_value wants the reference price, a dict of what is better and a dict of what "
            "is worse; all per year. Look at .value."
        ),
        solution=(
            "offer = economic_value(\n"
            "    reference,\n"
            '    {"less waste": 0.05 * reference, "hours saved": 0.5 * 24 * prospect["employees"]},\n'
            '    {"training": 10 * prospect["employees"] / 3},\n'
            ")\n"
            "answer = offer.value"
        ),
        meaning="Above this the prospect is better off with the rival, below it with us.",
    ),
    Exercise(
        id="value-10",
        ask=(
            "After 5 % off every price, how many orders does it take for each order now, to earn the same contribution?"
        ),
        kind=Number("orders", tolerance=0.006, decimals=2),
        truth=lambda seed: volume_needed(contribution_rate(seed), 0.05),
        mistakes=(
            Mistake(
                lambda seed: volume_needed(
                    float(
                        (decided(seed)["contribution"] + decided(seed)["discount_euros"]).sum()
                        / decided(seed)["list_price"].sum()
                    ),
                    0.05,
                ),
                "That is the rate at list price. Customers pay `price`: the discounts we give already are gone.",
            ),
            Mistake(
                lambda seed: volume_needed(
                    float(1 - decided(seed)["direct_cost"].sum() / decided(seed)["price"].sum()),
                    0.05,
                ),
                "You forgot our own hours. Each order takes them too.",
            ),
            Mistake(
                lambda seed: 1 / 0.95,
                "That many orders bring the same *revenue*. The goods and hours in them must be paid as well.",
            ),
            Mistake(
                lambda seed: volume_needed(
                    float(
                        decided(seed)["contribution"].sum()
                        / (decided(seed)["price"] - decided(seed)["contribution"]).sum()
                    ),
                    0.05,
                ),
                "You divided by the cost: that is a mark-up. The margin is a part of the price.",
            ),
        ),
        hint="First the contribution of all quotes as a part of their prices; then volume_needed.",
        solution=('rate = decided["contribution"].sum() / decided["price"].sum()\nanswer = volume_needed(rate, 0.05)'),
        meaning="Remember it when you see how many more orders the lower price brings.",
    ),
    Exercise(
        id="value-11",
        ask=(
            "How many euros of contribution a year does it add when every quote goes out within "
            "three days, before the cost of the desk?"
        ),
        kind=Number("euros", tolerance=500, decimals=0),
        truth=gain_of_promise,
        mistakes=(
            Mistake(
                lambda seed: BOOK_YEARS * gain_of_promise(seed),
                "That is the gain of three years. Ask for one.",
            ),
            Mistake(
                lambda seed: gain_of_promise(seed, "price"),
                "That is revenue. Goods and hours must be paid from it; count the contribution.",
            ),
            Mistake(
                all_won_like_the_fast,
                "You gave every quote the win rate of all fast quotes. Those are often the cheaper "
                "ones: keep each quote in its own price band.",
            ),
            Mistake(
                lambda seed: gain_of_promise(seed) - DESK,
                "You took the desk off already. Before its cost, please.",
            ),
            Mistake(
                lambda seed: gain_of_promise(seed) - gain_of_cut(seed),
                "That is the difference between both plans. Compare with now.",
            ),
        ),
        hint='Make a table in which every "speed_band" is "fast", and give it to `expected`.',
        solution=('prompt = decided.assign(speed_band="fast")\nanswer = expected(prompt) - expected(decided)'),
        meaning="At full price, so that all of it stays.",
    ),
)
