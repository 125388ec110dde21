"""Net Promoter Score: three counts, one score, and how sure you can be of it."""

from salesedu import charts
from salesedu._notation import in_words, percent, points, signed
from salesedu.customers import (
    NetPromoterScore,
    net_promoter_score_of_counts,
    share_of_detractors,
    share_of_passives,
    share_of_promoters,
)
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORER"]

FEW = 30  # below this many answers the margin itself is a guess
ENDS = (-100, 100)


def paint(promoters: int, passives: int, detractors: int) -> View:
    """The score of three counts; no answers at all are a view, not an error."""
    counts = (promoters, passives, detractors)
    nps = net_promoter_score_of_counts(*counts) if any(counts) else None
    shares = (
        Kpi(name.lower(), name, percent(share(*counts)) if nps else "–")
        for name, share in (
            ("Promoters", share_of_promoters),
            ("Passives", share_of_passives),
            ("Detractors", share_of_detractors),
        )
    )
    if nps is None:
        score = Kpi("score", "NPS", "–", "no answers yet", lead=True)
    else:
        score = Kpi("score", "NPS", signed(nps.score), f"± {points(nps.margin, 0)}", lead=True)
    return View((score, *shares), _chart(counts, nps), _reading(nps))


def _chart(counts: tuple[int, int, int], nps: NetPromoterScore | None) -> dict:
    promoters, passives, detractors = counts
    parts = [
        {"name": name, "note": f"{given} gave {scores}", "value": given, "colour": colour}
        for name, scores, given, colour in (
            ("Detractors", "0–6", detractors, charts.BAD),
            ("Passives", "7–8", passives, charts.MID),
            ("Promoters", "9–10", promoters, charts.GOOD),
        )
    ]
    told = f"Bar of {sum(counts)} answers: {detractors} detractors, {passives} passives, {promoters} promoters"
    if nps is None:
        return charts.share_bar(parts, None, ENDS, f"{told}.")
    label = f"NPS {signed(nps.score)}"
    result = {"value": nps.score, "low": nps.low, "high": nps.high, "label": label}
    told += f"; {label}, between {signed(nps.low)} and {signed(nps.high)}."
    return charts.share_bar(parts, result, ENDS, told)


def _reading(nps: NetPromoterScore | None) -> str:
    if nps is None:
        return "Nobody has answered yet. Add some answers: a score needs at least one."
    fans, critics, n = nps.promoters, nps.detractors, nps.respondents
    answers = "one answer" if n == 1 else f"{n} answers"
    if nps.passives == n:
        verdict = "No fans and no critics: whoever is merely content does not talk about you"
    elif not critics:
        verdict = "Not one critic in the survey"
    elif not fans:
        verdict = "Not one fan in the survey"
    elif fans == critics:
        verdict = "Fans and critics cancel each other out"
    elif fans > critics:
        verdict = _for_every_ten("fan", fans, "critic", critics)
    else:
        verdict = _for_every_ten("critic", critics, "fan", fans)
    if n in (fans, critics, nps.passives):
        return (
            f"{verdict}. The score is {signed(nps.score)}, and with everybody in one group the "
            f"margin comes out as 0; still, {answers} cannot promise what the next customer says."
        )
    text = (
        f"{verdict}: the score is {signed(nps.score)}, and with {answers} the truth lies between "
        f"{signed(nps.low)} and {signed(nps.high)}."
    )
    if n < FEW:
        return f"{text} So few answers make even that a rough guess."
    if nps.low < 0 < nps.high:
        return f"{text} You cannot even tell whether you have more fans than critics."
    return text


def _for_every_ten(many: str, more: int, few: str, fewer: int) -> str:
    words = in_words(10 * fewer / more)
    if words.endswith("one") and "between" not in words:
        return f"For every ten {many}s there is {words} {few}"
    return f"For every ten {many}s there are {words} {few}s"


EXPLORER = Explorer(
    id="nps",
    chapter="customers",
    title="Net Promoter Score",
    dutch="Net Promoter Score (NPS)",
    question="120 hotels answered. How many fans does Noorderlicht have left after its critics?",
    try_this="Double all three counts. The score stays where it is; watch what the margin does.",
    concepts=("net-promoter-score", "kpi"),
    section="would-they-recommend-you",
    controls=(
        Slider("promoters", "Promoters", 0, 100, 1, 54, note="9–10"),
        Slider("passives", "Passives", 0, 100, 1, 36, note="7–8"),
        Slider("detractors", "Detractors", 0, 100, 1, 30, note="0–6"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Next year half of the 36 passives do not answer; everybody else says the same "
        "again. What happens to the score?",
        choices=(
            "It falls: there are fewer content customers",
            "It stays at +20: passives do not count",
            "It rises above +20",
        ),
        values={"passives": 18},
        right=2,
        because="Passives count in the number of answers. With fewer of them the same 24 hotels "
        "between fans and critics weigh more: 24 of 102 instead of 24 of 120. Nobody became "
        "happier, so look at who answered before you celebrate.",
    ),
)
