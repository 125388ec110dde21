"""How good a forecast was: bias, MAE, RMSE, MAPE, MASE.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, hypot, sqrt

from salesedu._checks import number, numbered
from salesedu._market.series import period_of, read_series

__all__ = ["Accuracy", "accuracy"]

NOTHING = 1e-6  # an actual or a scale smaller than this is nothing to divide by


@dataclass(frozen=True)
class Accuracy:
    """Forecasts against what really happened.

    Attributes
    ----------
    periods : int
        How many periods were compared.
    errors : tuple of float
        ``forecast - actual`` per compared period: positive where the forecast was too high.
    bias : float
        Mean error, in the unit of the series; positive = too high on average.
    mae : float
        Mean absolute error, in the unit of the series.
    rmse : float
        Root mean squared error, in the unit of the series; punishes large errors.
    mape : float or None
        Mean absolute percentage error as a fraction (0.08 = 8 %); None when an actual is 0.
    mape_note : str
        Why `mape` is None; empty when it is not.
    mase : float or None
        MAE divided by that of the naive forecast on the history: below 1 beats it. None without
        a history, or when the naive forecast made no error there.
    mase_note : str
        Why `mase` is None; empty when it is not.
    """

    periods: int
    errors: tuple[float, ...]
    bias: float
    mae: float
    rmse: float
    mape: float | None
    mape_note: str
    mase: float | None
    mase_note: str


def accuracy(
    actual: Iterable[float],
    forecast: Iterable[float | None],
    history: Iterable[float] | None = None,
    period: int = 1,
) -> Accuracy:
    """Measure the error of a forecast.

    Parameters
    ----------
    actual : iterable of float
        What happened, oldest first; at least one.
    forecast : iterable of (float or None)
        What had been forecast, as many values; None where there was no forecast (such periods
        are left out).
    history : iterable of float, optional
        The values the forecast was made from; only MASE needs them. At least ``period + 1``.
    period : int
        MASE compares with the naive forecast (1), or with the seasonal naive one (12 for
        months); 1–366.

    Returns
    -------
    Accuracy

    Raises
    ------
    ValueError
        When a value is missing or no number, the lengths differ, there is nothing to compare, or
        the history is too short.

    Notes
    -----
    Source: Hyndman, R. J. and Koehler, A. B. (2006), Another look at measures of forecast
    accuracy, *International Journal of Forecasting* 22(4), who propose MASE because MAPE breaks
    down near zero and counts a forecast that is too high more heavily than one that is too low.
    They write errors as ``actual - forecast``; here, as in practice, a positive bias means that
    the forecast was too high.

    Examples
    --------
    >>> year = accuracy([100, 120, 80], [110, 120, 90], history=[100, 90, 110])
    >>> year.bias == year.mae, round(year.mape, 3), round(year.mase, 2)
    (True, 0.075, 0.44)
    >>> accuracy([100, 0], [90, 10]).mape_note
    'MAPE divides by the actual value, and value 2 is 0; use MAE or MASE instead.'
    """
    values = read_series(actual, "actual")
    guesses = [
        None if guess is None else number(guess, f"forecast: value {place}")
        for place, guess in numbered(forecast, "forecast", "give a list of numbers, oldest first")
    ]
    if len(guesses) != len(values):
        raise ValueError(
            f"forecast has {len(guesses)} values, but actual has {len(values)}; give as many."
        )
    compared = [
        (place, value, guess - value)
        for place, (value, guess) in enumerate(zip(values, guesses, strict=True), start=1)
        if guess is not None
    ]
    if not compared:
        raise ValueError("forecast has no values; give at least one to compare.")
    errors = tuple(error for _, _, error in compared)
    size = len(errors)
    mae = fsum(map(abs, errors)) / size
    mape, mape_note = _mape(compared)
    mase, mase_note = _mase(mae, history, period_of(period, 1))
    return Accuracy(
        periods=size,
        errors=errors,
        bias=fsum(errors) / size,
        mae=mae,
        rmse=hypot(*errors) / sqrt(size),
        mape=mape,
        mape_note=mape_note,
        mase=mase,
        mase_note=mase_note,
    )


def _mape(compared: list[tuple[int, float, float]]) -> tuple[float | None, str]:
    for place, value, _ in compared:
        if abs(value) < NOTHING:
            return None, (
                f"MAPE divides by the actual value, and value {place} is 0; use MAE or MASE "
                "instead."
            )
    return fsum(abs(error / value) for _, value, error in compared) / len(compared), ""


def _mase(
    mae: float, history: Iterable[float] | None, period: int
) -> tuple[float | None, str]:
    if history is None:
        return None, (
            "MASE compares with the naive forecast on the history; give history to have it."
        )
    past = read_series(
        history, least=period + 1, why=f"MASE needs more than {period} to compare within"
    )
    steps = [abs(now - before) for before, now in zip(past, past[period:], strict=False)]
    scale = fsum(steps) / len(steps)
    if scale < NOTHING:
        return None, (
            "MASE divides by the error of the naive forecast on the history, and that is 0: the "
            "history repeats itself exactly. Use MAE instead."
        )
    return mae / scale, ""
