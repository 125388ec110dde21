"""The sales force: sixteen invented people, who sells where, and how they forecast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import sales_story as story
from .draws import Draws
from .names import REGIONS

if TYPE_CHECKING:
    import numpy as np

__all__ = ["FARMERS", "HUNTERS", "SalesForce", "hire"]

# A larger company has larger portfolios, not more representatives.
FARMERS = {"North": (1, 2, 3), "East": (4, 5, 6), "West": (7, 8, 9), "South": (10, 11, 12)}
HUNTERS = {"North": (13,), "East": (14,), "West": (15,), "South": (16,)}

_GIVEN = (
    "Sanne", "Joris", "Anouk", "Bram", "Femke", "Yusuf", "Lotte", "Ruben", "Amina", "Sjoerd",
    "Noor", "Thijs", "Maaike", "Karel", "Ilse", "Mehmet",
)  # fmt: skip
_FAMILY = (
    "Wulpenhorst", "van Keizijl", "Egeldonk", "de Merelbrink", "Hazelrak", "van Bremhage",
    "Otterloo", "Kraandal", "van Roggestein", "Sparzijl", "Haverschoor", "Terpgaard",
    "van Vlierwaard", "Elzenrak", "Reigerdonk", "Zilverkamp",
)  # fmt: skip


@dataclass(frozen=True)
class SalesForce:
    """Arrays with one row per representative, R01 first."""

    ids: np.ndarray
    names: np.ndarray
    role: np.ndarray
    region: np.ndarray
    bias: np.ndarray  # forecast divided by what came in, on average
    over_forecasts: int  # the row of the one whose forecasts are far too high

    def pick(self, region: np.ndarray, hunter: np.ndarray, draw: np.ndarray) -> np.ndarray:
        """A row number for each region and role, by a draw from 0 to 1."""
        import numpy as np

        rows = np.zeros(len(region), dtype="int64")
        for staff, wanted in ((HUNTERS, hunter), (FARMERS, ~hunter)):
            for name, numbers in staff.items():
                here = wanted & (region == name)
                rows[here] = np.array(numbers)[(draw[here] * len(numbers)).astype(int)] - 1
        return rows


def hire(seed: int) -> SalesForce:
    """The sales force of the company of ``seed``."""
    import numpy as np

    draws = Draws(seed, "sales force")
    count = len(_GIVEN)
    role = np.array(["farmer"] * 12 + ["hunter"] * 4, dtype=object)
    region = np.empty(count, dtype=object)
    for name in REGIONS:
        region[[number - 1 for number in FARMERS[name] + HUNTERS[name]]] = name
    given = np.array(_GIVEN, dtype=object)[draws.shuffled(count)]
    family = np.array(_FAMILY, dtype=object)[draws.shuffled(count)]
    bias = np.array(story.BIAS)[draws.whole(count, low=0, high=len(story.BIAS) - 1)]
    over = int(draws.whole(1, low=0, high=count - 1)[0])
    bias[over] = story.OVER_FORECASTS
    return SalesForce(
        ids=np.array([f"R{at:02d}" for at in range(1, count + 1)], dtype=object),
        names=given + " " + family,
        role=role,
        region=region,
        bias=bias,
        over_forecasts=over,
    )
