"""Exercises 7 and 8: new business for next year, and a forecast of the year's end."""

from ..kinds import Number
from ..parts import Exercise, Mistake
from .tables import after, kept, needed

__all__ = ["TARGETS"]

EUROS = Number("euros", tolerance=500, decimals=0)

TARGETS = (
    Exercise(
        id="accounts-7",
        ask="How much new business, in euros a year, do contracts need to be 5 % larger in a year?",
        kind=EUROS,
        truth=needed,
        mistakes=(
            Mistake(
                lambda seed: needed(seed, 1.0),
                "That is the 5 % alone. First something leaves: count the retention.",
            ),
            Mistake(
                lambda seed: needed(seed, growth=0),
                "That is what it takes to stand still. The target is 5 % higher.",
            ),
            Mistake(
                lambda seed: needed(seed, kept(seed, "number")),
                "You took the share of customers that stay. Large and small leave at other rates: take the euros.",
            ),
            Mistake(
                lambda seed: 1.05 * needed(seed, growth=0),
                "You raised the new business by 5 %. Raise the target.",
            ),
        ),
        hint=(
            "First the retention in euros: contract_value of those in `base` that are still active, divided by all of "
            "it. Then new_business_needed(1.05 * now, now, retention)."
        ),
        solution=(
            'stayed = base.loc[base["status"] == "active", "contract_value"].sum()\n'
            'retention = stayed / base["contract_value"].sum()\n'
            "answer = new_business_needed(1.05 * now, now, retention)"
        ),
        meaning="Most of it replaces what leaves.",
    ),
    Exercise(
        id="accounts-8",
        ask="Where would the seasonal share have put the year's end on 1 January?",
        kind=EUROS,
        truth=lambda seed: after(seed, 1).seasonal_share,
        mistakes=(
            Mistake(
                lambda seed: after(seed, 1).run_rate,
                "That is the run rate. October to December is the best quarter; look at .seasonal_share.",
            ),
            Mistake(
                lambda seed: after(seed, 1, "targets").seasonal_share,
                "You gave no season, so the targets were taken for it. Give season=season.",
            ),
            Mistake(
                lambda seed: after(seed, 1, "all years").seasonal_share,
                "You used the quarters of the year itself. On 1 January nobody had seen them.",
            ),
            Mistake(
                lambda seed: after(seed, 2).seasonal_share,
                "Two quarters were given. On 1 January one had gone.",
            ),
        ),
        hint="progress_report with the four targets, the first actual alone and season=season.",
        solution=(
            'report = progress_report(year["target"], year["actual"].iloc[:1], season=season)\n'
            "answer = report.seasonal_share"
        ),
        meaning="Compare it with what the run rate said that day.",
    ),
)
