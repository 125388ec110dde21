"""The five explorers of chapter 1: what a learner can play with on Noorderlicht's own numbers."""

from salesedu import charts
from salesedu._notation import (
    and_list,
    euro,
    in_words,
    millions,
    percent,
    plain,
    points,
    signed,
)
from salesedu.customers import (
    DIMENSIONS,
    DISCIPLINES,
    PRIMARY_ACTIVITIES,
    SUPPORT_ACTIVITIES,
    NetPromoterScore,
    RecoveryValue,
    SatisfactionGap,
    ValueChain,
    ValueDiscipline,
    net_promoter_score_of_counts,
    recovery_value,
    satisfaction_gap,
    share_of_detractors,
    share_of_passives,
    share_of_promoters,
    value_chain,
    value_discipline,
)
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View

__all__ = ["EXPLORERS"]


# --- Net Promoter Score ---------------------------------------------------------------------

FEW = 30  # below this many answers the margin itself is a guess


def _paint_nps(promoters: int, passives: int, detractors: int) -> View:
    counts = (promoters, passives, detractors)
    answered = sum(counts) > 0
    nps = net_promoter_score_of_counts(*counts) if answered else None
    shares = (share_of_promoters, share_of_passives, share_of_detractors)
    kpis = (
        Kpi(
            "score",
            "NPS",
            signed(nps.score) if nps else "–",
            f"± {points(nps.margin, 0)}" if nps else "no answers yet",
            lead=True,
        ),
        *(
            Kpi(label.lower(), label, percent(share(*counts)) if answered else "–")
            for label, share in zip(("Promoters", "Passives", "Detractors"), shares, strict=True)
        ),
    )
    return View(kpis, _nps_chart(counts, nps), _read_nps(nps))


def _nps_chart(counts: tuple[int, int, int], nps: NetPromoterScore | None) -> dict:
    promoters, passives, detractors = counts
    parts = [
        ("Detractors", "0–6", detractors, charts.BAD),
        ("Passives", "7–8", passives, charts.MID),
        ("Promoters", "9–10", promoters, charts.GOOD),
    ]
    bar = [
        {"name": name, "note": f"{n} gave {scores}", "value": n, "colour": colour}
        for name, scores, n, colour in parts
    ]
    told = f"Bar of {sum(counts)} answers: {detractors} detractors, {passives} passives, "
    told += f"{promoters} promoters"
    if nps is None:
        return charts.share_bar(bar, None, (-100, 100), f"{told}.")
    result = {"value": nps.score, "low": nps.low, "high": nps.high}
    result["label"] = f"NPS {signed(nps.score)}"
    told += f"; score {signed(nps.score)}, between {signed(nps.low)} and {signed(nps.high)}."
    return charts.share_bar(bar, result, (-100, 100), told)


def _read_nps(nps: NetPromoterScore | None) -> str:
    if nps is None:
        return "Nobody has answered yet. Add some answers: a score needs at least one."
    fans, critics, n = nps.promoters, nps.detractors, nps.respondents
    if not fans and not critics:
        return (
            f"Everybody is a passive, so the score is 0. All {n} may be content, and none of "
            "them will tell a friend."
        )
    if not critics:
        verdict = "Not one critic in the survey"
    elif not fans:
        verdict = "Not one fan in the survey"
    elif fans == critics:
        verdict = "Fans and critics cancel each other out"
    elif fans > critics:
        verdict = f"For every ten fans there {_are(10 * critics / fans)} {_critics(critics, fans)}"
    else:
        verdict = f"For every ten critics there {_are(10 * fans / critics)} {_fans(fans, critics)}"
    answers = "one answer" if n == 1 else f"{n} answers"
    if fans == n or critics == n:
        return (
            f"{verdict}: the score is {signed(nps.score)}. With everybody in one group the margin "
            f"comes out as 0, but {answers} cannot promise that the next customer agrees."
        )
    low, high = signed(nps.low), signed(nps.high)
    span = f"with {answers} the truth lies between {low} and {high}"
    text = f"{verdict}: the score is {signed(nps.score)}, and {span}"
    if n < FEW:
        return f"{text}. So few answers make even that a rough guess."
    if nps.low < 0 < nps.high:
        return f"{text}. You cannot even say whether there are more fans than critics."
    return f"{text}."


def _are(number: float) -> str:
    return "is" if in_words(number) in ("one", "almost one") else "are"


def _critics(critics: int, fans: int) -> str:
    words = in_words(10 * critics / fans)
    return f"{words} critic{'' if words in ('one', 'almost one') else 's'}"


def _fans(fans: int, critics: int) -> str:
    words = in_words(10 * fans / critics)
    return f"{words} fan{'' if words in ('one', 'almost one') else 's'}"
