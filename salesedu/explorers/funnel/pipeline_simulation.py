"""What the quarter may bring: lots drawn for all open deals, ten thousand times."""

from salesedu import charts
from salesedu._notation import euro, percent
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.funnel import SimulatedPipeline, simulate_pipeline, velocity, weighted_pipeline

__all__ = ["EXPLORER"]

# Open deals: euros, and the chance that they are won. Together worth € 50,000 when weighted.
SMALL = (
    (15_000, 0.4), (12_000, 0.5), (12_000, 0.4), (11_000, 0.1), (10_000, 0.5), (9_000, 0.7),
    (8_000, 0.6), (7_000, 0.6), (6_000, 0.8), (6_000, 0.5), (5_000, 0.8),
)  # fmt: skip
LARGE = {"one": ((80_000, 0.25),), "eight": ((10_000, 0.25),) * 8, "lost": ()}
CYCLE = 90  # days from the first talk to a decision
WIDTH, MOST, HIGHEST = 10_000, 250_000, 0.30  # euros of a bar, euros across, share upwards
SPACE = "\N{NO-BREAK SPACE}"


def paint(target: int, booked: int, large: str, in_time: float, together: float) -> View:
    """Euros aimed at and signed, the large deal, and two strengths as per cent."""
    deals = SMALL + LARGE[large]
    values, chances = zip(*deals, strict=True)
    pipeline = weighted_pipeline(values, chances)
    pace = velocity(pipeline.deals, pipeline.value / pipeline.deals, pipeline.weighted / pipeline.value, CYCLE)
    found = simulate_pipeline(
        values, chances, target, booked=booked, in_time=in_time / 100, shock=together / 100, bin_width=WIDTH
    )
    kpis = (
        Kpi("chance", "Chance of the target", _chance(found.chance), f"{found.runs:,} quarters drawn", lead=True),
        Kpi("expected", "Expected", euro(found.expected), f"signed {euro(booked)} and open {euro(found.weighted)}"),
        Kpi("sure", "Four out of five times", euro(found.sure_of(0.8)), "or more"),
        Kpi(
            "weighted",
            "Weighted pipeline",
            euro(pipeline.weighted),
            f"{euro(pace.per_day)} a day, at {CYCLE} days a deal",
        ),
    )
    return View(kpis, _chart(found), _reading(found, pipeline.value, large, in_time, together))


def _chance(chance: float) -> str:
    if chance in (0, 1):
        return percent(chance)
    return percent(chance) if 0.005 <= chance < 0.995 else "under 1 %" if chance < 0.5 else "over 99 %"


def _chart(found: SimulatedPipeline) -> dict:
    bins = [{"low": one.low, "high": one.high, "share": one.share} for one in found.bins]
    made = _chance(found.chance)
    return charts.histogram(
        bins,
        {"at": found.target, "label": f"target {euro(found.target)}"},
        {"at": found.expected, "label": f"expected {euro(found.expected)}"},
        (f"{_chance(1 - found.chance)} miss it", f"{made} make it"),
        (euro(0), euro(MOST)),
        ((0, MOST), HIGHEST),
        f"How often each outcome occurs in {found.runs:,} drawn quarters: from {euro(found.lowest)} to "
        f"{euro(found.highest)}, half of them under {euro(found.percentiles['p50'])}. {made} reach the target of "
        f"{euro(found.target)}; expected is {euro(found.expected)}.",
    )


def _reading(found: SimulatedPipeline, value: float, large: str, in_time: float, together: float) -> str:
    aim, expected, chance = euro(found.target), euro(found.expected), _chance(found.chance)
    if found.booked >= found.target:
        return f"What is signed is enough: the target of {aim} has been made, whatever the open deals do."
    if found.booked + value < found.target:
        return (
            f"It cannot be: even if every deal came, there would be {euro(found.booked + value)}. {aim} takes deals "
            "that are not in the pipeline yet."
        )
    over = found.expected - found.target
    if over >= 0 and found.chance < 0.5:
        text = (
            f"The average of {expected} is over the target, and yet he makes it in only {chance} of the quarters. The "
            "large deal lifts the average; most quarters it does not come."
            if large == "one"
            else f"The average of {expected} is over the target, and yet he makes it in only {chance} of the quarters."
        )
    elif over >= 0:
        text = f"He may expect {expected} and makes {aim} in {chance} of the quarters."
        if large == "eight" and together < 50:
            text += " Many small deals stay close to their average."
        if found.chance < 0.8:
            text += f" Promise {euro(found.sure_of(0.8))} if you want to be right four times out of five."
    elif found.chance == 0:
        text = f"Expected is {expected}, and not one of the {found.runs:,} quarters made {aim}: look for new deals."
    elif found.chance >= 0.1:
        text = f"Expected is {expected}, below the target; all the same {chance} of the quarters make it."
        if large == "one" and found.target > found.booked + 0.75 * (value - 80_000):
            text += " Most of those have the large deal in them: the target is a bet on one customer."
        else:
            text += " That is luck, and not a plan."
    else:
        text = f"Expected is {expected}, and {chance} of the quarters make {aim}: look for new deals, not for hope."
    if in_time <= 80:
        text += f" Of the weighted pipeline only {euro(found.weighted)} falls inside the quarter."
    if together >= 50:
        text += " When all customers feel the same market, good and bad luck come together and the range widens."
    return text


EXPLORER = Explorer(
    id="pipeline-simulation",
    chapter="funnel",
    title="What will the quarter bring?",
    dutch="Voorspelbare salesfunnel",
    question="Joris has signed € 20,000 and has twelve open deals. Will he make his € 80,000?",
    try_this="Raise the target to € 120,000 and split the large deal again. Now it turns round. Why? Then let only "
    "70 % of the deals be decided before the quarter ends.",
    concepts=("predictable-funnel", "weighted-pipeline", "pipeline-velocity", "operational-order-funnel"),
    section="what-will-the-quarter-bring",
    controls=(
        Slider("target", "Target", 30000, 180000, 10000, 80000, "€"),
        Slider("booked", "Signed already", 0, 60000, 5000, 20000, "€"),
        Choice(
            "large",
            "The large deal",
            (
                ("one", "one of € 80,000 at 25 %"),
                ("eight", "eight of € 10,000 at 25 %"),
                ("lost", "lost"),
            ),
            "one",
        ),
        Slider("in_time", "Decided in time", 50, 100, 5, 100, "%", "chance for each deal"),
        Slider("together", "Customers move together", 0, 100, 10, 0, "%", "0: each deal on its own"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Joris may expect € 90,000, and in fewer than half of the quarters he makes € 80,000. Now suppose that "
        "the large deal were eight deals of € 10,000, each with the same 25 %. The weighted pipeline stays € 70,000. "
        "What happens to his chance?",
        choices=(
            "It stays: the weighted pipeline is the same",
            "It falls: eight deals must go well instead of one",
            "It rises to about seven in ten",
        ),
        values={"large": "eight"},
        right=2,
        because="The one large deal comes in one quarter out of four, and the other three are poor. Of eight small "
        "ones nearly always some come, so that the quarter stays close to its average, which is over the target.",
    ),
)
