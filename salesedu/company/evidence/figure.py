"""One figure as a piece of evidence, and the periods over which figures are taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from salesedu._factory.evidence import Evidence, suggested_score

from ..story import LAST_DAY

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["closed_deals", "figure", "last_year"]


def figure(
    block: str,
    function: str,
    tables: Iterable[str],
    value: float,
    unit: str,
    thresholds: tuple[float, float, float, float],
    sentence: str,
) -> Evidence:
    """A piece of evidence with the score that its figure suggests.

    The figure is kept to six digits, so that it is the same on every machine.
    """
    value = float(f"{value:.6g}")
    suggestion = suggested_score(value, thresholds, unit)
    return Evidence(
        block=block,
        sentence=sentence,
        value=value,
        unit=unit,
        chapter=function.split(".")[0],
        function=function,
        tables=tuple(tables),
        suggested=suggestion.score,
        rule=suggestion.rule,
    )


def last_year(rows: pd.DataFrame, column: str = "date", ago: int = 0) -> pd.DataFrame:
    """The rows of the last twelve months on record, or of as many years before."""
    import pandas as pd

    end = pd.Timestamp(LAST_DAY) - pd.DateOffset(years=ago)
    return rows[(rows[column] > end - pd.DateOffset(years=1)) & (rows[column] <= end)]


def closed_deals(books) -> pd.DataFrame:
    """Every deal that was decided, with whether it was won and the role of who led it."""
    deals = books["opportunities"].dropna(subset="closed_on")
    deals = deals.merge(books["representatives"][["rep_id", "role", "name"]], on="rep_id")
    return deals.assign(won=deals["stage"].eq("won"))
