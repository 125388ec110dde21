"""What an account plan is made of: people, goals, actions and the like.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime

from salesedu._checks import number, one_of, shown
from salesedu._markdown import one_line

__all__ = [
    "DMU_ROLES",
    "STANCES",
    "Action",
    "Competitor",
    "Figure",
    "ForecastLine",
    "Goal",
    "Person",
    "day",
    "parts",
    "required",
]

DMU_ROLES = ("initiator", "user", "influencer", "decider", "buyer", "gatekeeper")
STANCES = ("supporter", "neutral", "opponent", "unknown")
MOST = 1e12


def required(value: object, name: str) -> str:
    """A text on one line that says something."""
    text = one_line(value, name)
    if not text:
        raise ValueError(f"{name} is empty; fill it in.")
    return text


def day(value: object, name: str) -> date:
    """A date, from a date or a text such as "2027-03-31"."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date) and value == value:  # pandas' missing date is not equal to itself
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise ValueError(f'{name} is {shown(value)}; give a date as year-month-day, such as "2027-03-31".')


def _set(part: object, **values: object) -> None:
    for name, value in values.items():
        object.__setattr__(part, name, value)


def _maybe(value: object, name: str, minimum: float = -MOST, maximum: float = MOST) -> float | None:
    return None if value is None else number(value, name, minimum, maximum) + 0.0


@dataclass(frozen=True)
class Figure:
    """A figure that describes the account: its name, value and unit."""

    name: str
    value: float
    unit: str = ""

    def __post_init__(self) -> None:
        name = required(self.name, "figure: name")
        value = number(self.value, f"figure {name!r}: value", -MOST, MOST) + 0.0
        _set(self, name=name, value=value, unit=one_line(self.unit, f"figure {name!r}: unit"))


@dataclass(frozen=True)
class Person:
    """Somebody of the customer: function, roles in the buying decision, and stance towards you.

    `roles` are some of `DMU_ROLES`, as a list or a text with commas; `stance` is one of `STANCES`.
    """

    name: str
    function: str = ""
    roles: tuple[str, ...] = ()
    stance: str = "unknown"
    note: str = ""

    def __post_init__(self) -> None:
        name = required(self.name, "person: name")
        given = self.roles
        if isinstance(given, str):
            given = [role for role in given.split(",") if role.strip()]
        if isinstance(given, Mapping) or not hasattr(given, "__iter__"):
            raise ValueError(f"person {name!r}: roles is {shown(given)}; give a list such as ['decider', 'buyer'].")
        roles = tuple(dict.fromkeys(one_of(role, f"person {name!r}: role", DMU_ROLES) for role in given))
        _set(
            self,
            name=name,
            function=one_line(self.function, f"person {name!r}: function"),
            roles=roles,
            stance=one_of(self.stance or "unknown", f"person {name!r}: stance", STANCES),
            note=one_line(self.note, f"person {name!r}: note"),
        )


@dataclass(frozen=True)
class Competitor:
    """A supplier next to you: its share of wallet (0–1, None when unknown) and a note."""

    name: str
    share: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        name = required(self.name, "competitor: name")
        share = _maybe(self.share, f"competitor {name!r}: share", 0, 1)
        _set(self, name=name, share=share, note=one_line(self.note, f"competitor {name!r}: note"))


@dataclass(frozen=True)
class Goal:
    """A goal: what is measured, where it stands now, the target, and by when."""

    goal: str
    measure: str = ""
    now: float | None = None
    target: float | None = None
    by: date | None = None

    def __post_init__(self) -> None:
        goal = required(self.goal, "goal")
        _set(
            self,
            goal=goal,
            measure=one_line(self.measure, f"goal {goal!r}: measure"),
            now=_maybe(self.now, f"goal {goal!r}: now"),
            target=_maybe(self.target, f"goal {goal!r}: target"),
            by=None if self.by is None else day(self.by, f"goal {goal!r}: by"),
        )

    @property
    def measurable(self) -> bool:
        """Whether it says what is measured, how much, and by when."""
        return bool(self.measure) and self.target is not None and self.by is not None


@dataclass(frozen=True)
class Action:
    """An action: who does it, when it is done, and its cost in euros."""

    action: str
    owner: str = ""
    due: date | None = None
    cost: float | None = None

    def __post_init__(self) -> None:
        action = required(self.action, "action")
        _set(
            self,
            action=action,
            owner=one_line(self.owner, f"action {action!r}: owner"),
            due=None if self.due is None else day(self.due, f"action {action!r}: due"),
            cost=_maybe(self.cost, f"action {action!r}: cost", 0),
        )


@dataclass(frozen=True)
class ForecastLine:
    """Revenue and gross margin expected in a period, in euros."""

    period: str
    revenue: float
    margin: float

    def __post_init__(self) -> None:
        period = required(self.period, "forecast: period")
        revenue = number(self.revenue, f"forecast {period}: revenue", 0, MOST) + 0.0
        margin = number(self.margin, f"forecast {period}: margin", -MOST, MOST) + 0.0
        if margin > revenue:
            raise ValueError(
                f"forecast {period}: margin is {margin:.12g}, more than the revenue of {revenue:.12g}; "
                "the margin is the part of the revenue that is left after its costs."
            )
        _set(self, period=period, revenue=revenue, margin=margin)


def parts(kind: type, given: Iterable, name: str) -> tuple:
    """Parts of one kind, from themselves, mappings, or plain rows in the order of their fields."""
    names = [field.name for field in fields(kind)]
    wanted = f"give a list of {kind.__name__}({', '.join(names)})"
    if isinstance(given, str | bytes | Mapping) or is_dataclass(given) or not hasattr(given, "__iter__"):
        raise ValueError(f"{name} is {shown(given)}; {wanted}.")
    found = []
    for place, one in enumerate(given, start=1):
        if isinstance(one, kind):
            found.append(one)
        elif isinstance(one, Mapping):
            unknown = [key for key in one if key not in names]
            if unknown:
                raise ValueError(
                    f"{name}: number {place} has {unknown[0]!r}, which is unknown; use {', '.join(names)}."
                )
            found.append(_made(kind, (), one, f"{name}: number {place}", wanted))
        elif isinstance(one, tuple | list) and 1 <= len(one) <= len(names):
            found.append(_made(kind, one, {}, f"{name}: number {place}", wanted))
        else:
            raise ValueError(f"{name}: number {place} is {shown(one)}; {wanted}.")
    return tuple(found)


def _made(kind: type, row: Iterable, named: Mapping, where: str, wanted: str) -> object:
    try:
        return kind(*row, **named)
    except TypeError:
        raise ValueError(f"{where} is not complete; {wanted}.") from None
