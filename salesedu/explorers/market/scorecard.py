"""Balanced scorecard: four perspectives, one weighted total, and what that total hides."""

from salesedu import charts
from salesedu._notation import SPACE, and_list, percent, plain, signed
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.market import PERSPECTIVES, Scorecard, scorecard

__all__ = ["EXPLORER"]

TARGETS = {"revenue": 13.2, "NPS": 30, "quotes in time": 80, "training": 6}
UNITS = {
    "revenue": lambda value: f"{plain(value, 1)} of {plain(TARGETS['revenue'], 1)}",
    "NPS": lambda value: f"{signed(value)} of {signed(TARGETS['NPS'])}",
    "quotes in time": lambda value: f"{percent(value / 100)} of {percent(TARGETS['quotes in time'] / 100)}",
    "training": lambda value: f"{plain(value, 1)} of {plain(TARGETS['training'])} days",
}
OTHERS = {"customer": 0.4, "internal process": 0.4, "learning and growth": 0.2}  # of what is not financial
COLOURS = {"met": charts.GOOD, "close": charts.MID, "behind": charts.BAD}
SHORT = {"internal process": "Process", "learning and growth": "Learning"}
ENDS = (0, 1.5)


def paint(revenue: float, nps: float, quotes: float, training: float, weight: float) -> View:
    """Revenue in millions, quotes in time and the weight of the financial perspective as per cent."""
    actual = dict(zip(TARGETS, (revenue, nps, quotes, training), strict=True))
    measures = {
        perspective: {name: (actual[name], TARGETS[name])}
        for perspective, name in zip(PERSPECTIVES, TARGETS, strict=True)
    }
    weights = {"financial": weight} | {name: (100 - weight) * share for name, share in OTHERS.items()}
    card = scorecard(measures, weights)
    capped = scorecard(measures, weights, ceiling=1)
    met = sum(line.met for line in card.lines)
    kpis = (
        Kpi("overall", "Weighted attainment", percent(card.overall), "of all four", lead=True),
        Kpi("capped", "Nothing above 100 %", percent(capped.overall), "the same card"),
        Kpi("met", "Targets met", f"{met} of 4"),
        Kpi("weakest", "Weakest", percent(card.perspectives[card.weakest]), card.weakest),
    )
    return View(kpis, _chart(card), _reading(card, capped))


def _chart(card: Scorecard) -> dict:
    rows = [
        {
            "name": f"{SHORT.get(line.perspective, line.perspective.capitalize())} {percent(line.weight)} · "
            f"{UNITS[line.name](line.actual)}",
            "amount": f"{percent(line.attainment)} · {line.status}",
            "value": line.attainment,
            "weight": line.weight,
            "colour": COLOURS[line.status],
        }
        for line in card.lines
    ]
    told = "; ".join(
        f"{line.perspective}, {line.name}: {percent(line.attainment)} of target, {line.status}, counts for "
        f"{percent(line.weight)}"
        for line in card.lines
    )
    return charts.weighted_bars(rows, 1, "target", ENDS, f"Attainment per perspective. {told}.")


def _reading(card: Scorecard, capped: Scorecard) -> str:
    total = percent(card.overall)
    behind = [line.perspective for line in card.lines if line.status == "behind"]
    met = [line.perspective for line in card.lines if line.met]
    above = max(card.lines, key=lambda line: (line.attainment - 1) * line.weight)
    if len(met) == 4:
        return (
            f"All four targets are met, and the card says {total}. Before you celebrate: were the targets high "
            "enough, and did you measure what customers notice?"
        )
    failing = and_list(behind) if behind else ""
    if card.overall >= 0.995 and behind:
        return (
            f"The card says {total}, target met, while {failing} {_stay(behind)} behind. "
            f"{above.perspective.capitalize()} pays for the rest: with nothing counted above 100{SPACE}% it would say "
            f"{percent(capped.overall)}."
        )
    if card.lines[0].met and behind and "financial" not in behind:
        hidden = ""
        if capped.overall < card.overall - 0.005:
            hidden = f" Counting nothing above 100{SPACE}%, the card would say {percent(capped.overall)}."
        return (
            f"Good money, and {failing} {_stay(behind)} behind: that is next year's money. One total, {total}, says "
            f"neither of the two.{hidden}"
        )
    if not behind:
        return f"Nothing is far behind and the card says {total}. Look at the four bars all the same, not at the total."
    if len(behind) == 4:
        return f"All four perspectives are behind, and for once the total of {total} says all there is to say."
    if card.lines[0].status == "behind" and met:
        return (
            f"Money is behind, but {and_list(met)} {'is' if len(met) == 1 else 'are'} on target. If Kaplan and Norton "
            f"are right, money will follow; the total of {total} shows only the past."
        )
    return (
        f"The card says {total}. Weakest is {card.weakest} with {percent(card.perspectives[card.weakest])}; "
        f"{failing} {_stay(behind)} behind, whatever the weights."
    )


def _stay(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


EXPLORER = Explorer(
    id="scorecard",
    chapter="market",
    title="Balanced scorecard",
    dutch="Balanced scorecard",
    question="Revenue came out at € 13.8 million, well above the target of € 13.2 million. Was it a good year?",
    try_this="Bring the total to 100 % by moving revenue only. Then go back to the case and raise the weight of money "
    "as far as it goes: what has improved at Noorderlicht?",
    concepts=("balanced-scorecard", "critical-success-factor"),
    section="you-get-what-you-pay-for",
    controls=(
        Slider("revenue", "Revenue", 10, 17, 0.1, 13.8, note="million €; target 13.2"),
        Slider("nps", "Net Promoter Score", 0, 45, 1, 20, note="target +30"),
        Slider("quotes", "Quotes in two days", 30, 100, 1, 64, "%", "target 80 %"),
        Slider("training", "Training", 0, 9, 0.5, 4, "days", "a seller; target 6"),
        Slider("weight", "Weight of money", 25, 70, 5, 50, "%", "the rest shared 2 : 2 : 1"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Next year revenue rises to € 15.8 million, and the Net Promoter Score falls from +20 to +10. What does "
        "the total of the card do?",
        choices=("It falls: customers count for 20 %", "It stays exactly as it is", "It rises a little"),
        values={"revenue": 15.8, "nps": 10},
        right=2,
        because="Revenue counts for half, and nobody stops it at 100 %: what it gains makes up for a score that is cut "
        "by half. The critics of this year are missing from the revenue of next year, and the total does not show it.",
    ),
)
