"""Exercises 6 to 11: the threshold, known customers and tenders."""

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import (
    BID,
    JORIS,
    US,
    VISIT,
    curve,
    decided,
    earlier,
    earned,
    entered,
    growth,
    large,
    later,
    learned,
    mean_margin,
    net_of_bids,
    odd_tender,
)

__all__ = ["CHOICES"]

SHARE = Number(share=True, tolerance=0.0006, decimals=3)
EUROS = Number("euros", tolerance=1, decimals=0)
LARGE_EUROS = Number("euros", tolerance=500, decimals=0)


def _best(seed: int | None):
    return curve(decided(seed), mean_margin(decided(seed)))


def _above(rows, threshold: float) -> float:
    return float(rows.loc[rows["score"] >= threshold, "margin"].sum())


def _more(rows, threshold: float) -> float:
    """Euros that a threshold earns more than the one of the sellers."""
    return earned(rows, threshold) - earned(rows, JORIS)


def _thin(seed: int | None):
    return large(seed)[lambda rows: rows["share"] < 0.4]


def _strangers(seed: int | None):
    return entered(seed)[lambda rows: ~rows["knew_dmu"]]


CHOICES = (
    Exercise(
        id="leads-6",
        ask="Which share of all orders would be missed with a threshold of 40?",
        kind=SHARE,
        truth=lambda seed: 1 - _best(seed).at(JORIS).caught,
        mistakes=(
            Mistake(
                lambda seed: _best(seed).at(JORIS).caught,
                "That is the share that is kept. The other leads are missed.",
            ),
            Mistake(
                lambda seed: float((decided(seed)["score"] < JORIS).mean()),
                "That is the share of the leads below 40. Count orders.",
            ),
            Mistake(
                lambda seed: float(
                    decided(seed)[lambda rows: rows["score"] < JORIS]["order"].mean()
                ),
                "That is how often a lead below 40 buys. Ask it the other way round: of the "
                "orders, how many had less than 40?",
            ),
            Mistake(
                lambda seed: 1 - _best(seed).at(JORIS + 1).caught,
                "You left the leads with exactly 40 out. The threshold itself is visited.",
            ),
        ),
        hint="Keep the rows that became an order; then the mean of a comparison with 40.",
        solution='answer = (decided.loc[decided["order"], "score"] < 40).mean()',
        meaning="About half of our new customers had a score that Joris would not drive for.",
    ),
    Exercise(
        id="leads-7",
        ask="Which threshold earns most when an order brings the mean margin?",
        kind=Number("points", tolerance=0.6, decimals=0),
        truth=lambda seed: float(_best(seed).best.threshold),
        mistakes=(
            Mistake(
                lambda seed: float(
                    curve(
                        decided(seed),
                        decided(seed)[lambda rows: rows["order"]]["margin"].median(),
                    ).best.threshold
                ),
                "That is the answer for the median margin. A total is the mean times the number.",
            ),
            Mistake(
                lambda seed: float(
                    max(_best(seed).points[:-1], key=lambda point: point.hit_rate).threshold
                ),
                "That is where most visits hit. It misses nearly all orders; look for the most "
                "euros.",
            ),
            Mistake(
                lambda seed: float(
                    curve(decided(seed), decided(seed)["margin"].mean()).best.threshold
                ),
                "You took the mean of all leads, most of them without an order. Keep the orders.",
            ),
        ),
        hint="The cell above, with .mean() instead of .median(); then .best.threshold.",
        solution=(
            'mean_margin = decided.loc[decided["order"], "margin"].mean()\n'
            'answer = threshold_tradeoff(decided["score"], decided["order"], VISIT, mean_margin)'
            ".best.threshold"
        ),
        meaning=(
            "A few large orders pay for many visits, and they do not all come with a high score."
        ),
    ),
    Exercise(
        id="leads-8",
        ask="How much more does the learned threshold earn in the later year than a threshold of 40?",
        kind=LARGE_EUROS,
        truth=lambda seed: _more(later(seed), learned(earlier(seed))),
        mistakes=(
            Mistake(
                lambda seed: _more(earlier(seed), learned(earlier(seed))),
                "You used the leads that chose the threshold. On those it flatters itself; use "
                "`later`.",
            ),
            Mistake(
                lambda seed: _more(decided(seed), learned(earlier(seed))),
                "You used all decided leads. Keep to `later`, which the threshold has not seen.",
            ),
            Mistake(
                lambda seed: (
                    _above(later(seed), learned(earlier(seed))) - _above(later(seed), JORIS)
                ),
                f"You compared the margins. The extra visits cost € {VISIT} each.",
            ),
            Mistake(
                lambda seed: earned(later(seed), learned(earlier(seed))),
                "That is what the learned threshold earns. Subtract what 40 earns.",
            ),
        ),
        hint="Call `earned` twice on `later`, with the two thresholds, and subtract.",
        solution="answer = earned(later, learned) - earned(later, 40)",
        meaning="The lower threshold wins in a year that had no part in choosing it.",
    ),
    Exercise(
        id="leads-9",
        ask="How much growth is left at the customers of whose wallet we have less than 40 %?",
        kind=LARGE_EUROS,
        truth=lambda seed: growth(_thin(seed)),
        mistakes=(
            Mistake(
                lambda seed: growth(large(seed)),
                "That is what is left at all larger customers. Keep those with a share below 0.4.",
            ),
            Mistake(
                lambda seed: growth(_thin(seed), attainable=1),
                "That is all they spend elsewhere. No more than 80 % of a wallet is in reach.",
            ),
            Mistake(
                lambda seed: float(_thin(seed)["total_spend"].sum()),
                "Those are their whole wallets. Part of that we have already.",
            ),
            Mistake(
                lambda seed: float(len(_thin(seed))),
                "That is how many customers they are. Add up the euros that are left.",
            ),
        ),
        hint='Select the rows of `large` with "share" below 0.4; then as in the cell above.',
        solution=(
            'thin = large[large["share"] < 0.4]\n'
            'answer = growth_potential(thin["contract_value"], thin["total_spend"], REACH)'
            ".total.potential"
        ),
        meaning="Nearly all that is left to gain sits with one third of them, and we know their names.",
    ),
    Exercise(
        id="leads-10",
        ask="What did the bids to buyers whom we did not know bring, after the work?",
        kind=EUROS,
        truth=lambda seed: net_of_bids(_strangers(seed)),
        mistakes=(
            Mistake(
                lambda seed: net_of_bids(entered(seed)[lambda rows: rows["knew_dmu"]]),
                "Those are the buyers whom we knew. Turn the selection round with ~.",
            ),
            Mistake(
                lambda seed: net_of_bids(_strangers(seed)) + BID * len(_strangers(seed)),
                f"You left out the work: every bid costs € {BID:,}, won or lost.",
            ),
            Mistake(
                lambda seed: (
                    net_of_bids(_strangers(seed)) + BID * int((~_strangers(seed)["awarded"]).sum())
                ),
                "You charged the work of the bids that were won. The lost ones cost as much.",
            ),
            Mistake(
                lambda seed: float(_strangers(seed)["margin"].sum() - BID * len(_strangers(seed))),
                "You counted the margin of every bid. Only the ones that were won bring it.",
            ),
        ),
        hint="The three lines above, with the rows where knew_dmu is False.",
        solution=(
            'unknown = ours[~ours["knew_dmu"]]\n'
            'answer = unknown.loc[unknown["awarded"], "margin"].sum() - BID * len(unknown)'
        ),
        meaning="Set beside the bids to buyers whom we knew, that is a poor return for the same work.",
    ),
    Exercise(
        id="leads-11",
        ask="Below which price would Noorderlicht have won this tender?",
        kind=EUROS,
        truth=lambda seed: odd_tender(seed).value.bids[US].price_to_win,
        mistakes=(
            Mistake(
                lambda seed: odd_tender(seed).value.bids[US].notional_price,
                "That is our notional price, which exists on paper only. Ask for the price to bid.",
            ),
            Mistake(
                lambda seed: (
                    odd_tender(seed).value.bids[odd_tender(seed).value.winner].notional_price
                ),
                "That is the notional price of the winner. Add back our own discount for quality.",
            ),
            Mistake(
                lambda seed: odd_tender(seed).value.bids[odd_tender(seed).value.winner].price,
                "That is the price of the winner. Our better marks allow us to ask more than that.",
            ),
            Mistake(
                lambda seed: odd_tender(seed).value.bids[US].price,
                "That is the price we bid, and we lost with it.",
            ),
        ),
        hint="The bid of Noorderlicht, awarded on value, has .price_to_win.",
        solution="answer = odd.value.bids[US].price_to_win",
        meaning=(
            "The winner's notional price plus our own discount: a sum to do before the bid goes out."
        ),
    ),
)
