"""What the representatives expect, corrected for what they usually get wrong.

Part of chapter 2; import it from :mod:`salesedu.market`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from salesedu._checks import ALLOWANCE, named_numbers, number, numbered
from salesedu._market.weighing import pair, rows

__all__ = ["RepresentativeForecast", "SalesForceComposite", "sales_force_composite"]

CALIBRATED = 0.05  # actual sales within 5 % of what was estimated
EXAMPLE = "{'Anna': [(100_000, 90_000), (120_000, 110_000)]} with pairs (estimate, actual)"


@dataclass(frozen=True)
class RepresentativeForecast:
    """One representative's estimate, as given and as corrected.

    Attributes
    ----------
    name : str
    estimate : float
        What the representative expects, in euros.
    factor : float
        Past actual sales divided by past estimates; 1 without a history.
    corrected : float
        ``estimate * factor``.
    habit : str
        "over-forecasts", "under-forecasts", "calibrated" (within 5 %) or "no history".
    periods : int
        How many past periods the factor rests on.
    """

    name: str
    estimate: float
    factor: float
    corrected: float
    habit: str
    periods: int


@dataclass(frozen=True)
class SalesForceComposite:
    """The estimates of all representatives, added up.

    Attributes
    ----------
    raw : float
        Sum of the estimates as given, in euros.
    total : float
        Sum of the corrected estimates, in euros: the composite.
    correction : float
        ``total - raw``: negative when the team as a whole is too hopeful.
    factors, corrected : dict
        Factor and corrected estimate per representative.
    lines : tuple of RepresentativeForecast
        In the order given.
    most_biased : str or None
        The representative whose estimate is corrected most in euros; None when none is.
    """

    raw: float
    total: float
    correction: float
    factors: dict[str, float]
    corrected: dict[str, float]
    lines: tuple[RepresentativeForecast, ...]
    most_biased: str | None


def sales_force_composite(
    estimates: Mapping[str, float],
    history: Mapping[str, Iterable[tuple[float, float]]] | None = None,
) -> SalesForceComposite:
    """Sales-force composite, each estimate corrected for the representative's own bias.

    Parameters
    ----------
    estimates : mapping
        Expected sales in euros, 0 or more, by representative.
    history : mapping, optional
        Per representative the past periods as pairs ``(estimate, actual)``, in euros, 0 or more;
        the estimates of a representative add up to at least 0.01. Those without a history are
        taken at their word.

    Returns
    -------
    SalesForceComposite

    Raises
    ------
    ValueError
        When a number is missing or negative, a pair is none, the history names somebody without
        an estimate, or somebody's past estimates are all 0.

    Notes
    -----
    The factor is the sum of actual sales over the sum of estimates, so large periods weigh more;
    a usual variant averages the ratio of each period. A factor from one or two periods is mostly
    luck, and an estimate that feeds a bonus changes once people know it is corrected. Common
    professional practice (Kotler and Keller, *Marketing Management*).

    Examples
    --------
    >>> team = sales_force_composite({"Anna": 200_000, "Bram": 100_000},
    ...                              {"Anna": [(100_000, 80_000), (150_000, 120_000)]})
    >>> team.factors["Anna"], team.raw, team.total, team.lines[0].habit
    (0.8, 300000.0, 260000.0, 'over-forecasts')
    """
    given = named_numbers(estimates, "estimates", 0, remedy="give euros, 0 or more")
    past = {} if history is None else rows(history, "history", EXAMPLE)
    for name in past:
        if name not in given:
            raise ValueError(f"history names {name!r}, who gave no estimate; add one or leave out.")
    lines = tuple(_line(name, estimate, past.get(name)) for name, estimate in given.items())
    raw, total = fsum(given.values()), fsum(line.corrected for line in lines)
    most = max(lines, key=lambda line: abs(line.corrected - line.estimate))
    return SalesForceComposite(
        raw=raw,
        total=total,
        correction=total - raw,
        factors={line.name: line.factor for line in lines},
        corrected={line.name: line.corrected for line in lines},
        lines=lines,
        most_biased=most.name if most.corrected != most.estimate else None,
    )


def _line(name: str, estimate: float, past: Iterable | None) -> RepresentativeForecast:
    if past is None:
        return RepresentativeForecast(name, estimate, 1.0, estimate, "no history", 0)
    where, remedy = f"history: {name}", "give pairs (estimate, actual), in euros"
    expected, actual = [], []
    for period, both in numbered(past, where, remedy):
        first, second = pair(both, f"{where}: period {period}", remedy)
        expected.append(number(first, f"{where}: estimate {period}", 0))
        actual.append(number(second, f"{where}: actual {period}", 0))
    if not expected:
        raise ValueError(f"{where} is empty; give pairs (estimate, actual), or leave {name} out.")
    if fsum(expected) < 0.01:
        raise ValueError(
            f"{where} has estimates of 0 only; nothing can be corrected by it, so leave {name} out."
        )
    factor = fsum(actual) / fsum(expected)
    if abs(factor - 1) <= CALIBRATED + ALLOWANCE:
        habit = "calibrated"
    else:
        habit = "over-forecasts" if factor < 1 else "under-forecasts"
    return RepresentativeForecast(name, estimate, factor, estimate * factor, habit, len(expected))
