"""Segments: the market of each, for whoever chooses where to sell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schema import Column, Table
from ..story import SEGMENTS

if TYPE_CHECKING:
    import pandas as pd

    from ..company import Company

__all__ = ["TABLE", "build"]

_MARKS = {
    "size": "size of the market",
    "growth": "growth",
    "margin": "margin",
    "competition": "how little competition there is",
    "access": "how easily we get in",
}
# Dutch name, organisations, reachable, spend, growth, margin, competitors, and the five marks.
_MARKET = {
    "office": ("kantoren", 62_000, 0.34, 5_900, 0.015, 0.36, 9, (8, 4, 5, 3, 8)),
    "hospitality": ("horeca", 31_000, 0.42, 7_800, 0.030, 0.33, 12, (7, 6, 4, 2, 6)),
    "public sector": ("overheid en zorg", 6_400, 0.55, 11_500, 0.010, 0.29, 6, (4, 3, 4, 5, 4)),
    "reseller": ("wederverkopers", 2_900, 0.60, 16_500, 0.055, 0.27, 4, (5, 8, 3, 7, 6)),
}

TABLE = Table(
    name="segments",
    meaning="The market of every segment in the area that is served, as market research sees it.",
    row="one segment",
    key="segment",
    columns=(
        Column("segment", "key", "kind of organisation", values=tuple(SEGMENTS)),
        Column("dutch", "text", "its name in Dutch"),
        Column("organisations", "integer", "how many there are", minimum=1),
        Column(
            "reachable",
            "decimal",
            "share of them that buys machines, beans and service under contract",
            "a fraction",
            minimum=0,
            maximum=1,
        ),
        Column("average_spend", "integer", "what one spends on them", "euros a year", minimum=1),
        Column(
            "growth", "decimal", "growth of the market a year", "a fraction", decimals=3,
            minimum=-0.2, maximum=0.2,
        ),
        Column(
            "margin", "decimal", "usual margin in this market", "a fraction of the price",
            minimum=0, maximum=1,
        ),
        Column("competitors", "integer", "suppliers of some size", minimum=0),
        *(
            Column(f"mark_{name}", "integer", f"mark for {what}", "0 to 10", (), "", 0, 10)
            for name, what in _MARKS.items()
        ),
    ),
)  # fmt: skip


def build(company: Company) -> pd.DataFrame:
    """The segments of a company's market."""
    import numpy as np
    import pandas as pd

    draws = company.draws("segments")
    names, *columns, marks = zip(*_MARKET.values(), strict=True)
    organisations, reachable, spend, growth, margin, competitors = map(np.array, columns)
    count = len(names)
    some = 1 + 0.05 * draws.normal(2, count)
    marks = np.array(marks)
    return pd.DataFrame(
        {
            "segment": list(_MARKET),
            "dutch": names,
            "organisations": (np.round(organisations * some[0], -2) * company.scale).astype(
                "int64"
            ),
            "reachable": reachable,
            "average_spend": np.round(spend * some[1], -2).astype("int64"),
            "growth": growth + 0.002 * draws.whole(count, low=-2, high=2),
            "margin": margin,
            "competitors": competitors + draws.whole(count, low=-1, high=1),
            **{f"mark_{name}": marks[:, at] for at, name in enumerate(_MARKS)},
        }
    )
