"""Surveys: the answers to the half-yearly customer survey, one per person who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import story
from ..numbering import numbered
from ..schema import Column, Table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..company import Company
    from ..draws import Draws
    from ..history import History

__all__ = ["TABLE", "build"]


def _mark(when: str, dimension: str) -> Column:
    asked = {"expected": "what was expected of", "perceived": "how it turned out:"}[when]
    return Column(
        f"{when}_{dimension}", "integer", f"{asked} {dimension}", "1 to 10", (), "", 1, 10
    )


TABLE = Table(
    name="surveys",
    meaning="Every May and November all customers are asked; some do not answer, some twice.",
    row="one answer",
    key="survey_id",
    columns=(
        Column("survey_id", "key", "number of the answer", pattern=r"S\d{5,}"),
        Column("account_id", "key", "the customer", refers_to="accounts.account_id"),
        Column(
            "date", "date", "day of the answer", minimum=story.FIRST_DAY, maximum=story.LAST_DAY
        ),
        Column("role", "label", "who answered", values=("buyer", "user", "manager", "facilities")),
        Column(
            "nps",
            "integer",
            '"How likely is it that you would recommend us to a colleague?"',
            "0 not at all, 10 certainly",
            minimum=0,
            maximum=10,
        ),
        *(
            _mark(when, dimension)
            for dimension in story.DIMENSIONS
            for when in ("expected", "perceived")
        ),
    ),
)
_WAVES = ("2023-11-06", "2024-05-06", "2024-11-04", "2025-05-05", "2025-11-03", "2026-05-04")
_ANSWERS = 0.64  # chance that an account answers; a silent, disappointed one does so less
_SILENT_ANSWERS = 0.44
_SECOND_ANSWER = 0.42
_ROLES = {"buyer": 30, "user": 34, "manager": 20, "facilities": 16}
_ROLE_ON_NPS = {"buyer": -0.2, "user": 0.25, "manager": 0.0, "facilities": -0.1}


def build(company: Company) -> pd.DataFrame:
    """The answers of a company, by date."""
    import numpy as np
    import pandas as pd

    history = company.history
    draws = history.draws("surveys")
    rows, days, what, subject = _respondents(history, draws)
    count, segment = len(rows), history.segment[rows]
    roles = draws.pick(count, _ROLES)
    harm = np.array([story.AFTER_A_PROBLEM[name] for name in what])
    mood = history.mood[rows]
    mean = np.array([story.NPS_MEANS[name] for name in segment])
    lean = np.array([_ROLE_ON_NPS[role] for role in roles])
    nps = mean + 0.9 * mood + harm + lean + 1.35 * draws.normal(count)
    made = {
        "account_id": history.ids[rows],
        "date": days,
        "role": roles,
        "nps": np.clip(np.round(nps), 0, 10).astype("int64"),
    }
    for dimension in story.DIMENSIONS:
        gap = np.array([story.GAPS[name][dimension] for name in segment]) + 0.4 * mood
        gap += np.where(subject == dimension, 0.8 * harm, 0.0)
        if dimension == "price":
            # Over both groups together the segment keeps its planted mean.
            lower = history.price_led[rows] - story.BUYS_ON_PRICE
            gap += story.PRICE_LED_ON_PRICE * lower
        expected = np.clip(np.round(7.2 + 0.9 * draws.normal(count)), 1, 10)
        perceived = np.clip(np.round(expected + gap + 1.1 * draws.normal(count)), 1, 10)
        made[f"expected_{dimension}"] = expected.astype("int64")
        made[f"perceived_{dimension}"] = perceived.astype("int64")
    frame = pd.DataFrame(made).sort_values(["date", "account_id"], kind="stable")
    frame.insert(0, "survey_id", numbered("S", len(frame), 5))
    return frame


def _respondents(history: History, draws: Draws) -> tuple[np.ndarray, ...]:
    """Who answers when, and the problem (if any) of the half year before."""
    import numpy as np

    waves = np.array(_WAVES, dtype="datetime64[D]")
    since, left = history.since[:, None], history.left_on[:, None]
    here = (since + np.timedelta64(60, "D") <= waves) & (np.isnat(left) | (left > waves + 21))
    what = np.full(here.shape, "nothing", dtype=object)
    subject = np.full(here.shape, "", dtype=object)
    for year in range(history.problem.shape[1]):
        on = history.problem_on[:, [year]]
        recent = (on < waves) & (on > waves - 183) & (history.problem[:, [year]] != "nothing")
        what = np.where(recent, history.problem[:, [year]], what)
        subject = np.where(recent, history.subject[:, [year]], subject)
    silent = np.isin(what, ["silent minor", "silent severe"])
    answers = here & draws.happens(np.where(silent, _SILENT_ANSWERS, _ANSWERS))
    twice = answers & (draws.uniform(*here.shape) < _SECOND_ANSWER)
    rows = np.append(np.nonzero(answers)[0], np.nonzero(twice)[0])
    wave = np.append(np.nonzero(answers)[1], np.nonzero(twice)[1])
    days = waves[wave] + draws.whole(len(rows), low=0, high=20).astype("timedelta64[D]")
    return rows, days, what[rows, wave], subject[rows, wave]
