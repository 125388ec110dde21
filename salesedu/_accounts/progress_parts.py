"""What a progress report holds.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from dataclasses import dataclass

from salesedu._accounts.progress_markdown import report_markdown

__all__ = ["PROGRESS_METHODS", "SIGNALS", "ProgressLine", "ProgressReport"]

PROGRESS_METHODS = ("run rate", "seasonal share", "pipeline added")
SIGNALS = ("on track", "watch", "act")


@dataclass(frozen=True)
class ProgressLine:
    """One month or quarter of the report.

    Attributes
    ----------
    label : str
    target, actual, variance : float or None
        Euros, and actual minus target; None while the period is still to come.
    attainment : float or None
        Actual as a fraction of the target; None without a target.
    target_to_date, actual_to_date, variance_to_date, attainment_to_date : float or None
        The same from the first period on.
    signal : str or None
        One of `SIGNALS`, for this period alone.
    """

    label: str
    target: float
    actual: float | None
    variance: float | None
    attainment: float | None
    target_to_date: float
    actual_to_date: float | None
    variance_to_date: float | None
    attainment_to_date: float | None
    signal: str | None


@dataclass(frozen=True)
class ProgressReport:
    """Target, actual, variance and forecast to year end.

    Attributes
    ----------
    lines : tuple of ProgressLine
    periods, passed, left : int
        In the year, gone, and to come.
    target, target_to_date, actual : float
        Euros: of the whole year, of the periods gone, and sold in them.
    variance : float
        ``actual - target_to_date``.
    attainment : float or None
        ``actual / target_to_date``; None without a target.
    run_rate, seasonal_share, pipeline_added : float or None
        The year end in euros by each method; None when no season has passed, or neither booked
        orders nor a pipeline are known.
    method : str
        The method that counts.
    forecast : float
        Its year end.
    lowest, highest : float
        Of the methods.
    gap : float
        ``forecast - target``.
    forecast_attainment : float or None
        ``forecast / target``.
    needed : float
        Euros still to sell to reach the target, 0 or more.
    needed_per_period : float or None
        The same per period to come; None when the year is over.
    pace : float
        Euros sold per period so far.
    needed_times : float or None
        ``needed_per_period / pace``: how many times the average period so far.
    needed_against_forecast : float or None
        ``needed / (forecast - actual)``: how many times what the forecast expects of the rest of
        the year, its season included.
    signal : str
        "on track", "watch" or "act".
    because, advice : str
    """

    lines: tuple[ProgressLine, ...]
    periods: int
    passed: int
    left: int
    target: float
    target_to_date: float
    actual: float
    variance: float
    attainment: float | None
    run_rate: float
    seasonal_share: float | None
    pipeline_added: float | None
    method: str
    forecast: float
    lowest: float
    highest: float
    gap: float
    forecast_attainment: float | None
    needed: float
    needed_per_period: float | None
    pace: float
    needed_times: float | None
    needed_against_forecast: float | None
    signal: str
    because: str
    advice: str

    @property
    def forecasts(self) -> dict[str, float | None]:
        """The year end by method."""
        return dict(zip(PROGRESS_METHODS, (self.run_rate, self.seasonal_share, self.pipeline_added), strict=True))

    def to_markdown(self, title: str = "Progress report") -> str:
        """The report as Markdown; :func:`salesedu.documents.save` makes a document of it."""
        return report_markdown(self, title)
