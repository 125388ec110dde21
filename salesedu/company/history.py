"""What really happened at Noorderlicht Koffie, by customer and by contract year.

The tables show parts of this history, as a real CRM system does: a problem that the customer kept
silent about happened here, and stands in no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import story
from .draws import Draws
from .names import PLACES, invent
from .numbering import numbered

if TYPE_CHECKING:
    import numpy as np

__all__ = ["MEDIAN_VALUE", "History", "happen"]

_CONTRACT_YEARS = 4  # renewals in 2023/24, 2024/25, 2025/26, and the contract year still running
_DAY = "datetime64[D]"
_PRESENT = 0.55  # share of the accounts that were customers already on the first day
_REPS = {"North": (1, 2, 3), "East": (4, 5, 6), "West": (7, 8, 9), "South": (10, 11, 12)}
MEDIAN_VALUE = {"office": 2_600, "hospitality": 3_400, "public sector": 4_200, "reseller": 6_500}
_LOOPS = {  # chances of LOOP 1 to 5
    "office": (20, 52, 20, 6, 2),
    "hospitality": (10, 38, 28, 15, 9),
    "public sector": (5, 40, 35, 15, 5),
    "reseller": (55, 35, 8, 2, 0.001),
}


@dataclass(frozen=True)
class History:
    """Arrays with one row per account; those of the contract years have one column per year."""

    seed: int
    names: np.ndarray
    segment: np.ndarray
    place: np.ndarray
    rep: np.ndarray
    since: np.ndarray
    value: np.ndarray  # euros per year
    loop: np.ndarray
    price_led: np.ndarray
    mood: np.ndarray  # how happy this customer is by nature, mean 0, standard deviation 1
    renewal: np.ndarray  # date on which the contract year ends
    years: np.ndarray  # complete years as a customer on that date
    customer: np.ndarray  # was it a customer in this contract year?
    renewed: np.ndarray
    problem: np.ndarray  # what happened: a key of story.RENEWS["young"]
    problem_on: np.ndarray
    subject: np.ndarray
    left_on: np.ndarray  # NaT: still a customer on the last day

    @property
    def ids(self) -> np.ndarray:
        """The account ids, A0001 and up."""
        return numbered("A", len(self.names), 4)

    def draws(self, topic: str) -> Draws:
        """A stream of draws for one table of this company."""
        return Draws(self.seed, topic)

    def value_on(self, rows: np.ndarray, date: np.ndarray) -> np.ndarray:
        """Contract value of accounts (row numbers) on a day: it grew to what it is now."""
        import numpy as np

        years_back = (np.datetime64(story.LAST_DAY, "D") - date).astype(int) // 365
        return self.value[rows] / (1 + story.CONTRACT_GROWTH) ** years_back


def _customers(seed: int, scale: float) -> dict[str, np.ndarray]:
    import numpy as np

    count, draws = max(round(story.ACCOUNTS * scale), 40), Draws(seed, "customers")
    segment = draws.pick(count, story.SEGMENTS)
    place = draws.pick(count, dict.fromkeys(PLACES, 1))
    rep = draws.whole(count, low=0, high=2)
    rep = [f"R{_REPS[PLACES[town]][which]:02d}" for town, which in zip(place, rep, strict=True)]
    scale = np.array([MEDIAN_VALUE[name] for name in segment])
    loops = np.cumsum([_LOOPS[name] for name in segment], axis=1)
    loop = 1 + (draws.uniform(count, 1) * loops[:, -1:] >= loops).sum(axis=1)
    first, last = np.datetime64(story.FIRST_DAY, "D"), np.datetime64(story.LAST_DAY, "D")
    present = draws.uniform(count) < _PRESENT
    before = (30 + 14 * 365 * draws.uniform(count) ** 1.3).astype("timedelta64[D]")
    into = (draws.uniform(count) * ((last - first).astype(int) - 30)).astype("timedelta64[D]")
    since = np.where(present, first - before, first + into)
    # A contract of 29 February would have no anniversary in most years.
    leap = (since.astype("datetime64[M]").astype(int) % 12 == 1) & (
        (since - since.astype("datetime64[M]").astype(_DAY)).astype(int) == 28
    )
    since = since - leap.astype("timedelta64[D]")
    oldest_first = since.argsort(kind="stable")  # so that account numbers follow the calendar
    value = np.maximum(scale * np.exp(1.5 * draws.normal(count)), 240)
    made = {
        "segment": segment,
        "place": place,
        "rep": np.array(rep, dtype=object),
        "since": since,
        "value": (np.round(value / 10) * 10).astype("int64"),
        "loop": loop,
        "price_led": draws.uniform(count) < story.BUYS_ON_PRICE,
        "mood": draws.normal(count),
    }
    made = {name: column[oldest_first] for name, column in made.items()}
    return {"names": invent(made["segment"], Draws(seed, "names"))} | made


def _anniversaries(since: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Dates of the renewals from the first day on, and the years as a customer on each."""
    import numpy as np

    first = np.datetime64(story.FIRST_DAY, "D")
    month = since.astype("datetime64[M]")
    day = since - month.astype(_DAY)

    def anniversary(years: np.ndarray) -> np.ndarray:
        return (month[:, None] + 12 * years).astype(_DAY) + day[:, None]

    start = first.astype("datetime64[Y]").astype(int) - since.astype("datetime64[Y]").astype(int)
    start = start[:, None] + (anniversary(start[:, None]) < first)
    years = np.maximum(start, 1) + np.arange(_CONTRACT_YEARS)
    return anniversary(years), years


def happen(seed: int, scale: float = 1) -> History:
    """Let three years pass at the company of ``seed``, ``scale`` times as large."""
    import numpy as np

    made = _customers(seed, scale)
    draws = Draws(seed, "contract years")
    renewal, years = _anniversaries(made["since"])
    shape = renewal.shape
    standing = np.where(years <= story.YOUNG_UNTIL, "young", "established").astype(object)
    severity = np.where(draws.uniform(*shape) < story.SEVERE, "severe", "minor").astype(object)
    voiced = draws.happens(_look_up(story.VOICED, standing, severity))
    well = draws.happens(_look_up(story.HANDLED_WELL, standing, severity))
    handled = np.where(well, "well", "badly").astype(object)
    problem = np.where(voiced, severity + " " + handled, "silent " + severity)
    problem[draws.uniform(*shape) >= story.PROBLEM] = "nothing"
    problem_on = renewal - draws.whole(*shape, low=20, high=364).astype("timedelta64[D]")

    chances = {(who, what): p for who, row in story.RENEWS.items() for what, p in row.items()}
    chance = _look_up(chances, standing, problem) + story.MOOD_ON_RENEWAL * made["mood"][:, None]
    renews = draws.happens(np.clip(chance, 0.02, 0.98))
    customer = np.cumprod(np.c_[np.ones(len(renews), bool), renews[:, :-1]], axis=1).astype(bool)
    # Of the contract year that is still running on the last day, the outcome is not known yet.
    last = np.datetime64(story.LAST_DAY, "D")
    customer &= renewal - np.timedelta64(365, "D") <= last
    lost = customer & ~renews & (renewal <= last)
    left_on = np.where(lost.any(axis=1), renewal[range(len(lost)), lost.argmax(axis=1)], _never())
    return History(
        seed=seed,
        **made,
        renewal=renewal,
        years=years,
        customer=customer,
        renewed=renews,
        problem=problem,
        problem_on=problem_on,
        subject=_subjects(made["segment"], shape[1], draws),
        left_on=left_on,
    )


def _never() -> np.datetime64:
    import numpy as np

    return np.datetime64("NaT", "D")


def _look_up(chances: dict[tuple[str, str], float], *keys: np.ndarray) -> np.ndarray:
    import numpy as np

    found = np.zeros(keys[0].shape)
    for labels, chance in chances.items():
        found[
            np.logical_and.reduce([key == label for key, label in zip(keys, labels, strict=True)])
        ] = chance
    return found


def _subjects(segment: np.ndarray, years: int, draws: Draws) -> np.ndarray:
    """What the problem is about: mostly the dimension that lets this segment down."""
    import numpy as np

    subject = np.empty((len(segment), years), dtype=object)
    for name, gaps in story.GAPS.items():
        rows = np.flatnonzero(segment == name)
        weights = {what: 1.0 + 2.5 * max(0.0, -gap) for what, gap in gaps.items()}
        subject[rows] = draws.pick(len(rows) * years, weights).reshape(len(rows), years)
    return subject
