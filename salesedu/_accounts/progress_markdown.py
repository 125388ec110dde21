"""A progress report as Markdown.

Part of chapter 7; `ProgressReport.to_markdown` uses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesedu._markdown import escaped, one_line, table
from salesedu._notation import euro, percent, signed

if TYPE_CHECKING:
    from salesedu._accounts.progress import ProgressReport

__all__ = ["report_markdown"]

HOW = {
    "run rate": "the periods to come sell as the average one so far",
    "seasonal share": "the periods to come sell as the season says",
    "pipeline added": "what is in, what is booked, and open deals by their chance",
}


def report_markdown(report: ProgressReport, title: str = "Progress report") -> str:
    """The report: how it stands, each period, the forecasts, what is needed."""
    heading = one_line(title, "title")
    share = "" if report.attainment is None else f", {percent(report.attainment, 1)} of the target so far"
    lines = [
        f"# {escaped(heading or 'Progress report', start=False)}",
        "",
        f"**{report.signal.capitalize()}.** {report.because}",
        "",
        "## Target and actual",
        "",
        f"After {report.passed} of {report.periods} periods {euro(report.actual)} is sold{share}: "
        f"{_difference(report.variance)}.",
        "",
        *table(
            ["Period", "Target", "Actual", "Variance", "Attainment", "Variance to date", "Signal"],
            [
                [
                    escaped(line.label, start=False),
                    euro(line.target),
                    _euros(line.actual),
                    _signed(line.variance),
                    _share(line.attainment),
                    _signed(line.variance_to_date),
                    line.signal or "",
                ]
                for line in report.lines
            ],
            ["Target", "Actual", "Variance", "Attainment", "Variance to date"],
        ),
        "",
        "## Forecast to year end",
        "",
        *table(
            ["Method", "Year end", "Against target", "It takes that"],
            [
                [
                    f"**{name}** (counts)" if name == report.method else name,
                    euro(value),
                    _signed(value - report.target),
                    HOW[name],
                ]
                for name, value in report.forecasts.items()
                if value is not None
            ],
            ["Year end", "Against target"],
        ),
        "",
        "## What is needed",
        "",
        report.advice,
    ]
    return "\n".join(lines) + "\n"


def _difference(variance: float) -> str:
    if abs(variance) < 0.5:
        return "on target"
    return f"{euro(abs(variance))} {'above' if variance > 0 else 'below'} target"


def _euros(value: float | None) -> str:
    return "" if value is None else euro(value)


def _signed(value: float | None) -> str:
    if value is None:
        return ""
    text = signed(value)
    sign = text[0] if text[0] in "+−" else ""
    return f"{sign}{euro(abs(value))}"


def _share(value: float | None) -> str:
    return "" if value is None else percent(value, 1)
