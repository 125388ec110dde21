"""The account plan: one customer, one year, what both firms want and who does what.

Part of chapter 7; import it from :mod:`salesedu.accounts`.
"""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date
from math import fsum

from salesedu._accounts.plan_gaps import PLAN_CHECKS, Gap, state_of
from salesedu._accounts.plan_markdown import plan_markdown, read_plan
from salesedu._accounts.plan_parts import Action, Competitor, Figure, ForecastLine, Goal, Person, day, parts, required
from salesedu._checks import ALLOWANCE, fraction, ratio, shown
from salesedu._markdown import one_line

__all__ = ["AccountPlan"]

TEXTS = ("needs", "strengths", "risks")
PARTS = {
    "figures": Figure,
    "people": Person,
    "competitors": Competitor,
    "goals": Goal,
    "actions": Action,
    "forecast": ForecastLine,
}
ONCE = {"figures": "name", "people": "name", "competitors": "name", "forecast": "period"}


@dataclass(frozen=True)
class AccountPlan:
    """A plan for one account.

    Every list takes the parts themselves, mappings, or plain rows in the order of their fields.
    White space in texts is tidied, so that a plan equals what is read back from its document.

    Attributes
    ----------
    account, period, account_manager : str
        The customer, the period ("2027") and who looks after it.
    situation : str
        What matters now, in paragraphs with an empty line between them.
    figures : tuple of Figure
        Name, value, unit.
    people : tuple of Person
        The decision-making unit: name, function, roles, stance, note.
    needs : tuple of str
        What the customer wants to reach.
    own_share : float or None
        Your share of wallet, 0–1.
    competitors : tuple of Competitor
        Name, share of wallet, note.
    strengths, risks : tuple of str
        Yours with this account.
    goals : tuple of Goal
        Goal, measure, now, target, by.
    actions : tuple of Action
        Action, owner, due, cost.
    forecast : tuple of ForecastLine
        Period, revenue, gross margin.
    review_dates : tuple of date

    Raises
    ------
    ValueError
        When a part cannot be: shares above 100 %, margin above revenue, an unknown role, a name
        given twice... What is merely missing, `gaps` tells.

    Notes
    -----
    Common professional practice; the headings are those of most books on key account management,
    such as Cheverton (1999).

    Examples
    --------
    >>> plan = AccountPlan("Hotel Zeezicht", "2027", "Sanne", needs=["no queue at breakfast"],
    ...                    goals=[("win the bar", "machines", 2, 5, "2027-09-30")])
    >>> plan.goals[0].measurable, plan.complete, plan.gaps()[0].section
    (True, False, 'Situation')
    >>> AccountPlan.from_markdown(plan.to_markdown()) == plan
    True
    """

    account: str
    period: str
    account_manager: str
    _: KW_ONLY
    situation: str = ""
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    needs: tuple[str, ...] = ()
    own_share: float | None = None
    competitors: tuple[Competitor, ...] = ()
    strengths: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    forecast: tuple[ForecastLine, ...] = ()
    review_dates: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        tidy: dict[str, object] = {
            name: required(getattr(self, name), name) for name in ("account", "period", "account_manager")
        }
        tidy["situation"] = _paragraphs(self.situation)
        tidy |= {name: parts(kind, getattr(self, name), name) for name, kind in PARTS.items()}
        tidy |= {name: _texts(getattr(self, name), name) for name in TEXTS}
        dates = _listed(self.review_dates, "review_dates", "dates")
        tidy["review_dates"] = tuple(sorted({day(one, "review_dates") for one in dates}))
        if self.own_share is not None:
            tidy["own_share"] = fraction(self.own_share, "own_share") + 0.0
        for name, value in tidy.items():
            object.__setattr__(self, name, value)
        for name, field in ONCE.items():
            _given_once([getattr(part, field) for part in getattr(self, name)], name)
        if (self.known_share or 0) > 1 + ALLOWANCE:
            raise ValueError(
                f"competitors and own_share add up to {100 * self.known_share:.4g} % of the wallet; "
                "together they are 100 % at most."
            )

    @property
    def known_share(self) -> float | None:
        """Share of wallet of you and the competitors together; None when none is known."""
        known = [share for share in (self.own_share, *(one.share for one in self.competitors)) if share is not None]
        return fsum(known) if known else None

    @property
    def revenue(self) -> float:
        """Forecast revenue in euros."""
        return fsum(line.revenue for line in self.forecast)

    @property
    def margin(self) -> float:
        """Forecast gross margin in euros."""
        return fsum(line.margin for line in self.forecast)

    @property
    def margin_rate(self) -> float | None:
        """Margin as a fraction of revenue; None without revenue."""
        return ratio(self.margin, self.revenue)

    @property
    def cost(self) -> float:
        """Cost of all actions in euros, as far as known."""
        return fsum(action.cost or 0.0 for action in self.actions)

    @property
    def result(self) -> float:
        """Margin minus the cost of the actions."""
        return self.margin - self.cost

    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing, and why a plan needs it."""
        found = ((check, *state_of(check, self)) for check in PLAN_CHECKS)
        return tuple(Gap(check.section, missing, check.because) for check, _, missing in found if missing)

    @property
    def completeness(self) -> float:
        """Part (0–1) of the checks that the plan passes."""
        return sum(state_of(check, self)[0] for check in PLAN_CHECKS) / len(PLAN_CHECKS)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.gaps()

    def to_markdown(self) -> str:
        """The plan as Markdown; :func:`salesedu.documents.save` makes a Word document of it."""
        return plan_markdown(self)

    @classmethod
    def from_markdown(cls, text: str) -> "AccountPlan":
        """The plan read back from Markdown, also after somebody edited it.

        Parameters
        ----------
        text : str
            As `to_markdown` writes it. Sections and columns may stand in another order and may
            be left out.

        Raises
        ------
        ValueError
            When a section or column is unknown, or a number or date cannot be read; the
            sentence says where.
        """
        return cls(**read_plan(text))


def _paragraphs(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"situation is {shown(value)}; give a text.")
    pieces: list[list[str]] = [[]]
    for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            pieces[-1].append(line)
        else:
            pieces.append([])
    texts = [one_line(" ".join(piece), "situation") for piece in pieces]
    return "\n\n".join(text for text in texts if text)


def _listed(given: object, name: str, noun: str) -> Iterable:
    if isinstance(given, str | bytes | dict) or not hasattr(given, "__iter__"):
        raise ValueError(f"{name} is {shown(given)}; give a list of {noun}.")
    return given


def _texts(given: object, name: str) -> tuple[str, ...]:
    return tuple(
        required(text, f"{name}: number {place}") for place, text in enumerate(_listed(given, name, "texts"), start=1)
    )


def _given_once(names: list[str], where: str) -> None:
    for place, name in enumerate(names):
        if name in names[:place]:
            raise ValueError(f"{where} names {name!r} twice; give it once, or tell the two apart.")
