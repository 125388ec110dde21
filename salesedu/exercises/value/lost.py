"""Exercises 1 to 6: quotes won and lost, what was written down, and price against speed."""

from salesedu.value import SPEED_BANDS

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import (
    adjusted,
    blamed,
    decided,
    led,
    lost,
    quotes,
    share_of_slow,
    won_by_speed,
)

__all__ = ["LOST"]

PERCENTAGE_POINTS = Number("percentage points", tolerance=0.06)
SHARE = Number(share=True, tolerance=0.0006, decimals=3)

LOST = (
    Exercise(
        id="value-1",
        ask="Which share of the decided quotes was won?",
        kind=SHARE,
        truth=lambda seed: float(decided(seed)["won"].mean()),
        mistakes=(
            Mistake(
                lambda seed: float((quotes(seed)["status"] == "won").mean()),
                "You divided by all quotes. The open ones are not lost yet; use `decided`.",
            ),
            Mistake(
                lambda seed: float(1 - decided(seed)["won"].mean()),
                "That is the share that was lost.",
            ),
            Mistake(
                lambda seed: float(decided(seed)["won"].sum() / (~decided(seed)["won"]).sum()),
                "You divided the won quotes by the lost ones. Divide by both together.",
            ),
        ),
        hint='The column "won" holds True and False; the mean of those is a share.',
        solution='answer = decided["won"].mean()',
        meaning="More than half. So each lost quote was a real chance.",
    ),
    Exercise(
        id="value-2",
        ask="Of the quotes that were lost “on price”, which share was not dearer than the rival?",
        kind=SHARE,
        truth=lambda seed: lost(seed).blamed_wrongly / lost(seed).blamed_on_price,
        mistakes=(
            Mistake(
                lambda seed: 1 - lost(seed).blamed_wrongly / lost(seed).blamed_on_price,
                "That is the share that really was dearer. Turn the question round.",
            ),
            Mistake(
                lambda seed: lost(seed).blamed_wrongly / (lost(seed).total.quotes - lost(seed).total.won),
                "You divided by all lost quotes. Divide by those with “price” beside them.",
            ),
            Mistake(
                lambda seed: float((blamed(seed)["price_band"] == "cheaper").mean()),
                "Those were cheaper. Not dearer is cheaper or level: two bands.",
            ),
            Mistake(
                lambda seed: float((decided(seed)["price_band"] != "dearer").mean()),
                "That is the share among all decided quotes. Keep the rows of `blamed` first.",
            ),
        ),
        hint='Among the rows of `blamed`: how often does "price_band" differ from "dearer"?',
        solution='answer = (blamed["price_band"] != "dearer").mean()',
        meaning="In most of these cases another supplier asked as much as we did, or more.",
    ),
    Exercise(
        id="value-3",
        ask="What is the win rate of the fast, the normal and the slow quotes?",
        kind=Figures(SPEED_BANDS, SHARE, "speed band"),
        truth=lambda seed: won_by_speed(decided(seed)),
        mistakes=(
            Mistake(
                lambda seed: {name: 1 - rate for name, rate in won_by_speed(decided(seed)).items()},
                "These are the shares that were lost.",
            ),
            Mistake(
                lambda seed: (
                    decided(seed)[lambda rows: rows["won"]]["speed_band"].value_counts(normalize=True).to_dict()
                ),
                "You divided the won quotes over the bands. Ask within each band which share was won.",
            ),
            Mistake(
                lambda seed: won_by_speed(
                    quotes(seed).assign(
                        won=quotes(seed)["status"] == "won",
                        speed_band=quotes(seed)["days_to_quote"].map(
                            lambda days: "fast" if days <= 3 else "normal" if days <= 7 else "slow"
                        ),
                    )
                ),
                "You counted the open quotes as lost. Use `decided`.",
            ),
        ),
        hint='Do what was done for the price, with "speed_band" in its place.',
        solution='answer = decided.groupby("speed_band")["won"].mean()',
        meaning="The longer it takes, the less often it is won.",
    ),
    Exercise(
        id="value-4",
        ask="Which share of the dearer quotes is slow?",
        kind=SHARE,
        truth=share_of_slow,
        mistakes=(
            Mistake(
                lambda seed: float(
                    (decided(seed).loc[lambda rows: rows["speed_band"] == "slow", "price_band"] == "dearer").mean()
                ),
                "That is the share of the slow quotes that is dearer. Keep the dearer ones first, "
                "then ask how many are slow.",
            ),
            Mistake(
                lambda seed: float((decided(seed)["speed_band"] == "slow").mean()),
                "That is the share of slow ones among all quotes. Keep the dearer ones first.",
            ),
            Mistake(
                lambda seed: float(
                    ((decided(seed)["speed_band"] == "slow") & (decided(seed)["price_band"] == "dearer")).mean()
                ),
                "You divided by all quotes. Divide by the dearer ones.",
            ),
            Mistake(
                lambda seed: share_of_slow(seed, 7),
                "You counted seven days as slow. Slow is more than seven.",
            ),
        ),
        hint='Select the rows whose "price_band" is "dearer"; then compare "speed_band".',
        solution=(
            'dearer = decided[decided["price_band"] == "dearer"]\nanswer = (dearer["speed_band"] == "slow").mean()'
        ),
        meaning="So the dearer quotes lose partly because they are late.",
    ),
    Exercise(
        id="value-5",
        ask=(
            "With the same mix of speeds, how many percentage points more often is a cheaper quote "
            "won than a dearer one?"
        ),
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: adjusted(seed, "price"),
        mistakes=(
            Mistake(
                lambda seed: 100 * lost(seed).price.effect,
                "That is the difference at first sight. Compare within each speed band, and weigh.",
            ),
            Mistake(
                lambda seed: adjusted(seed, "price", "level"),
                "You compared cheaper with level. Take the dearer quotes.",
            ),
            Mistake(
                lambda seed: adjusted(seed, "speed"),
                "That is what speed does, from the cell above. Turn the two round.",
            ),
        ),
        hint=(
            'Weigh the *columns* this time: shares of "speed_band", `axis="columns"`, and then the '
            "sum over the columns."
        ),
        solution=(
            'weights = decided["speed_band"].value_counts(normalize=True)\n'
            'same_mix = rates.mul(weights, axis="columns").sum(axis="columns")\n'
            'answer = 100 * (same_mix["cheaper"] - same_mix["dearer"])'
        ),
        meaning="A part of what looked like price was speed. And less is left than speed has.",
    ),
    Exercise(
        id="value-6",
        ask=(
            "Among customers that buy on price, how many points more often is a cheaper quote won "
            "than a dearer one, with the same mix of speeds?"
        ),
        kind=PERCENTAGE_POINTS,
        truth=lambda seed: 100 * led(seed, "price").price.adjusted_effect,
        mistakes=(
            Mistake(
                lambda seed: 100 * led(seed, "value").price.adjusted_effect,
                "Those are the customers that buy on value. Select the others.",
            ),
            Mistake(
                lambda seed: 100 * led(seed, "price").price.effect,
                "That is the effect as the quotes fell. Take `adjusted_effect`.",
            ),
            Mistake(
                lambda seed: 100 * led(seed, "price").speed.adjusted_effect,
                "That is what speed does with them. Take `.price`.",
            ),
            Mistake(
                lambda seed: adjusted(seed, "price"),
                "That is the effect among all customers. Select by buys_on first.",
            ),
        ),
        hint='Give `analyse` the rows whose "buys_on" is "price".',
        solution=(
            'price_led = analyse(decided[decided["buys_on"] == "price"])\n'
            "answer = 100 * price_led.price.adjusted_effect"
        ),
        meaning="With them the price does decide. With the others it matters far less.",
    ),
)
