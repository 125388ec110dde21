"""From the form to the plan: what can be read goes in, what cannot is said and left out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from math import fsum

from salesedu._notation import percent
from salesedu.accounts import AccountPlan, Action, Competitor, Figure, ForecastLine, Goal, Person
from salesedu.explorers.accounts._plan_form import SHEETS
from salesedu.explorers.accounts._typed import amount, lines, quantity, share, when

__all__ = ["read_form"]

NAMELESS = "to be filled in"
NAMES = {"account": "the name of the account", "period": "the period", "manager": "the account manager"}
ONCE = ("figures", "people", "competitors")  # whose names may stand there once
Rows = Mapping[str, Mapping[str, str | None]]


class _Reader:
    """Reads the cells of a form, and remembers what could not be used."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def rows(self, sheet: str, rows: Rows, named: str = "") -> Iterator[tuple[str, dict[str, str]]]:
        """The rows with something in them, their texts tidied, and where they stand.

        A row whose `named` cell is empty cannot be used; nor can a second one of the same name.
        """
        seen = set()
        for (key, row), cells in zip(SHEETS[sheet].rows, rows.values(), strict=True):
            tidy = {name: " ".join((text or "").split()) for name, text in cells.items()}
            if not any(tidy.values()):
                continue
            where = row if sheet == "forecast" else row.lower()
            name = tidy.get(named, "")
            if named and not name:
                column = next(column.label for column in SHEETS[sheet].columns if column.name == named)
                self.problems.append(f"{where} has nothing under “{column}”")
            elif sheet in ONCE and name in seen:
                self.problems.append(f"{where} names “{name}” a second time")
            else:
                seen.add(name)
                yield where, tidy | {"row": key}

    def cell(self, where: str, read: Callable, text: str, **more: bool) -> float | tuple | date | None:
        """What a cell says; None, and a problem, when it cannot be read."""
        try:
            return read(text, **more)
        except ValueError as problem:
            self.problems.append(f"{where}, {problem}")
            return None

    def part(self, where: str, kind: type, *values: object) -> list:
        """One part of the plan in a list; an empty one, and a problem, when it cannot be."""
        try:
            return [kind(*values)]
        except ValueError as problem:
            self.problems.append(f"{where}, {str(problem).partition(': ')[2].rstrip('.') or problem}")
            return []


def read_form(
    head: Rows,
    situation: str,
    figures: Rows,
    people: Rows,
    needs: str,
    competitors: Rows,
    strengths: str,
    risks: str,
    goals: Rows,
    actions: Rows,
    forecast: Rows,
    reviews: str,
) -> tuple[AccountPlan, tuple[str, ...]]:
    """The plan as far as it can be read, and a text for each thing that is left out."""
    reader = _Reader()
    facts = {name: " ".join(text.split()) for name, text in head["plan"].items()}
    own, others = _wallet(reader, facts["share"], competitors)
    days = [reader.cell("reviews", when, line) for line in lines(reviews)]
    plan = AccountPlan(
        *(facts[name] or NAMELESS for name in NAMES),
        situation=situation,
        figures=_figures(reader, figures),
        people=_people(reader, people),
        needs=lines(needs),
        own_share=own,
        competitors=others,
        strengths=lines(strengths),
        risks=lines(risks),
        goals=_goals(reader, goals),
        actions=_actions(reader, actions),
        forecast=_forecast(reader, forecast),
        review_dates=[day for day in days if day],
    )
    nameless = (f"{name} is not filled in" for fact, name in NAMES.items() if not facts[fact])
    return plan, (*reader.problems, *nameless)


def _figures(reader: _Reader, rows: Rows) -> list[Figure]:
    found = []
    for where, cells in reader.rows("figures", rows, "name"):
        value, unit = reader.cell(where, quantity, cells["value"]) or (None, "")
        if value is not None:
            found += reader.part(where, Figure, cells["name"], value, unit)
        elif not cells["value"]:
            reader.problems.append(f"{where} does not say how much")
    return found


def _people(reader: _Reader, rows: Rows) -> list[Person]:
    found = []
    for where, cells in reader.rows("people", rows, "name"):
        roles = [role for role in (cells["role"], cells["also"]) if role]
        found += reader.part(where, Person, cells["name"], cells["function"], roles, cells["stance"], cells["note"])
    return found


def _wallet(reader: _Reader, own: str, rows: Rows) -> tuple[float | None, list[Competitor]]:
    """Our share and the competitors; no shares at all when they cannot all be true."""
    ours = reader.cell("our share of wallet", share, own)
    found = []
    for where, cells in reader.rows("competitors", rows, "name"):
        theirs = reader.cell(where, share, cells["share"])
        found += reader.part(where, Competitor, cells["name"], theirs, cells["note"])
    total = fsum(one for one in (ours, *(one.share for one in found)) if one is not None)
    if total > 1 + 1e-9:
        reader.problems.append(f"the shares of wallet add up to {percent(total)}; together they are 100 % at most")
        return None, [replace(one, share=None) for one in found]
    return ours, found


def _goals(reader: _Reader, rows: Rows) -> list[Goal]:
    found = []
    for where, cells in reader.rows("goals", rows, "goal"):
        now, target = (reader.cell(where, amount, cells[name]) for name in ("now", "target"))
        found += reader.part(
            where, Goal, cells["goal"], cells["measure"], now, target, reader.cell(where, when, cells["by"])
        )
    return found


def _actions(reader: _Reader, rows: Rows) -> list[Action]:
    found = []
    for where, cells in reader.rows("actions", rows, "action"):
        due = reader.cell(where, when, cells["due"])
        cost = reader.cell(where, amount, cells["cost"], money=True, below_zero=False)
        found += reader.part(where, Action, cells["action"], cells["owner"], due, cost)
    return found


def _forecast(reader: _Reader, rows: Rows) -> list[ForecastLine]:
    """The quarters of which both revenue and margin are known."""
    found = []
    for where, cells in reader.rows("forecast", rows):
        revenue = reader.cell(where, amount, cells["revenue"], money=True, below_zero=False)
        margin = reader.cell(where, amount, cells["margin"], money=True)
        if revenue is not None and margin is not None:
            found += reader.part(where, ForecastLine, cells["row"], revenue, margin)
        elif bool(cells["revenue"]) != bool(cells["margin"]):
            reader.problems.append(f"{where} needs revenue and margin both")
    return found
