"""Bid or no bid: four knock-outs, and only then a score and the money."""

from salesedu import charts
from salesedu._notation import and_list, euro, percent, plain, points
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, Toggle, View
from salesedu.leads import KNOCK_OUTS, BidDecision, bid_decision

__all__ = ["EXPLORER"]

VALUE, BIDDING = 120_000, 4_000  # euros
HOURS_FREE, PASS_MARK, MINIMUM_CHANCE, MINIMUM_MARGIN = 400, 6, 0.15, 0.10
MOST_HOURS, MOST_CHANCE, MOST_MARGIN = 800, 0.60, 0.40  # right ends of the scales
LOSS, GAIN = -4_000, 25_000  # ends of the scale of expected value
SAID = {
    KNOCK_OUTS[0]: "nobody here knows who decides",
    KNOCK_OUTS[1]: "there are too few hours to deliver it",
    KNOCK_OUTS[2]: "the competition is too strong",
    KNOCK_OUTS[3]: "the margin is too thin",
}


def paint(dmu: bool, hours: int, chance: float, margin: float, score: float) -> View:
    """Chance and margin as per cent, the score as a mark out of 10."""
    review = bid_decision(
        VALUE,
        margin / 100,
        chance / 100,
        BIDDING,
        knows_dmu=dmu,
        hours_needed=hours,
        hours_available=HOURS_FREE,
        marks={"all else": score},
        pass_mark=PASS_MARK,
        minimum_chance=MINIMUM_CHANCE,
        minimum_margin_rate=MINIMUM_MARGIN,
    )
    even = review.break_even_chance
    kpis = (
        Kpi("verdict", "Verdict", review.verdict, review.reason, lead=True),
        Kpi("knocked", "Knock-outs", plain(len(review.knock_outs)), "one is enough"),
        Kpi("expected", "Expected value", euro(review.expected_value), f"after {euro(BIDDING)} for the bid"),
        Kpi("even", "Breaks even at", "–" if even is None else _even(even), "chance of winning"),
    )
    return View(kpis, _chart(review, dmu, hours, chance / 100, margin / 100), _reading(review, score, chance / 100))


def _even(chance: float) -> str:
    return percent(chance) if chance <= 1 else "over 100 %"


def _chart(review: BidDecision, dmu: bool, hours: int, chance: float, margin: float) -> dict:
    zero = -LOSS / (GAIN - LOSS)
    expected = (review.expected_value - LOSS) / (GAIN - LOSS)
    gates = (
        ("We know who decides", "yes" if dmu else "no", float(dmu), None),
        (f"Hours, {HOURS_FREE} free", plain(hours), hours / MOST_HOURS, HOURS_FREE / MOST_HOURS),
        (
            f"Chance, {percent(MINIMUM_CHANCE)} or more",
            percent(chance),
            chance / MOST_CHANCE,
            MINIMUM_CHANCE / MOST_CHANCE,
        ),
        (
            f"Margin, {percent(MINIMUM_MARGIN)} or more",
            percent(margin),
            margin / MOST_MARGIN,
            MINIMUM_MARGIN / MOST_MARGIN,
        ),
    )
    low = "" if review.passes_on_score else "too low"
    loss = "" if review.expected_value > 0 else "loss"
    rows = [
        {"heading": "Knock-outs: one is enough"},
        *(
            _row(*gate, "knock-out" if name in review.knock_outs else "")
            for name, gate in zip(KNOCK_OUTS, gates, strict=True)
        ),
        {"heading": "Only then: the score and the money"},
        _row(f"Score, {PASS_MARK} or more", plain(review.score, 1), review.score / 10, PASS_MARK / 10, low),
        _row("Expected value, over 0", euro(review.expected_value), expected, zero, loss),
    ]
    told = "; ".join(f"{row['name']}: {row['amount']}" for row in rows if "name" in row)
    return charts.panel(rows, f"The review, in order. {told}.")


def _row(name: str, amount: str, share: float, limit: float | None, failed: str) -> dict:
    return {
        "name": name,
        "amount": f"{amount} · {failed}" if failed else amount,
        "parts": [{"share": share, "colour": charts.BAD if failed else charts.GOOD}],
        "limit": limit,
    }


def _reading(review: BidDecision, score: float, chance: float) -> str:
    if review.knock_outs:
        why = and_list([SAID[name] for name in review.knock_outs])
        text = f"No bid: {why}."
        if review.passes_on_score and review.expected_value > 0:
            return (
                f"{text} A score of {plain(score, 1)} and an expected {euro(review.expected_value)} do not outweigh "
                "that."
            )
        if review.passes_on_score:
            return f"{text} A score of {plain(score, 1)} does not outweigh that."
        return f"{text} There is no need to look at the score."
    if review.reason == "score too low":
        return (
            f"No knock-out, but the score stays {points(PASS_MARK - score)} below the {PASS_MARK} that is needed: "
            "possible, and not what Noorderlicht wants to be busy with."
        )
    margin = euro(review.margin)
    if review.reason == "expected loss":
        return (
            f"No bid: {percent(chance)} of {margin} is not more than the {euro(BIDDING)} that the bid costs. "
            f"It pays above a chance of {_even(review.break_even_chance)}."
        )
    return (
        f"Bid: {percent(chance)} of {margin} is worth more than the {euro(BIDDING)} that the bid costs. Most such bids "
        f"are lost all the same: {percent(1 - chance)} of them."
        if chance < 0.5
        else f"Bid: {percent(chance)} of {margin} is worth far more than the {euro(BIDDING)} that the bid costs. But "
        "ask who made that estimate: a seller who wants to bid is seldom gloomy."
    )


EXPLORER = Explorer(
    id="bid-decision",
    chapter="leads",
    title="Bid or no bid",
    dutch="Bid/no-bid",
    question="A tender of € 120,000 lies on Joris's desk. Is it worth the € 4,000 that the bid would cost?",
    try_this="Raise the chance and the score as high as they go, and then ask for 450 hours. Which figures still say "
    "yes, and why does the verdict not?",
    concepts=("bid-no-bid-review", "bid-knock-outs"),
    section="bid-or-leave-it",
    controls=(
        Toggle("dmu", "We know who decides", True),
        Slider("hours", "Hours needed", 50, 800, 50, 300, note=f"{HOURS_FREE} are free"),
        Slider("chance", "Chance of winning", 0, 60, 5, 30, "%"),
        Slider("margin", "Margin", 0, 40, 1, 25, "%"),
        Slider("score", "Score", 0, 10, 0.5, 7.5, note="fit, reference, risk"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Joris's only contact at the buyer takes another job. On the other hand the project would be such a "
        "fine reference that the score rises to a 10. What does the review say?",
        choices=(
            "Bid: the score is higher than it was",
            "Bid: the expected value did not change",
            "No bid, whatever the score",
        ),
        values={"dmu": False, "score": 10},
        right=2,
        because="A knock-out is no criterion with a low mark; it ends the review. Without anybody who tells you what "
        "counts, your 30 % is a guess, and rivals who do know were there before you.",
    ),
)
