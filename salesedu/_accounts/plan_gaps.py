"""What an account plan still misses, and why a plan needs it.

Part of chapter 7; import what is public from :mod:`salesedu.accounts`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesedu._notation import and_list, euro

if TYPE_CHECKING:
    from salesedu._accounts.plan import AccountPlan

__all__ = ["PLAN_CHECKS", "Gap", "PlanCheck", "state_of"]


@dataclass(frozen=True)
class Gap:
    """One thing that is missing.

    Attributes
    ----------
    section : str
        Heading of the plan where it belongs.
    missing : str
        What to fill in.
    because : str
        Why a plan needs it.
    """

    section: str
    missing: str
    because: str


@dataclass(frozen=True)
class PlanCheck:
    """One demand on a plan.

    Attributes
    ----------
    section : str
    missing : callable
        Gives the sentence for a plan, "" when the demand is met.
    because : str
    after : str
        A list that must have something in it before this can be judged; "" for none.
    """

    section: str
    missing: Callable[[AccountPlan], str]
    because: str
    after: str = ""


def state_of(check: PlanCheck, plan: AccountPlan) -> tuple[bool, str]:
    """Whether the plan passes, and what is missing; a check that must wait is silent and not passed."""
    if check.after and not getattr(plan, check.after):
        return False, ""
    missing = check.missing(plan)
    return not missing, missing


def _unless(filled: object, sentence: str) -> str:
    return "" if filled else sentence


def _names(names: list[str], before: str, after: str = ".") -> str:
    return f"{before}{and_list(names)}{after}" if names else ""


def _supporters(plan: AccountPlan) -> str:
    for person in plan.people:
        if person.stance == "supporter" and {"decider", "influencer", "buyer"} & set(person.roles):
            return ""
    return "Find a supporter among those who decide, influence or buy."


def _last_review(plan: AccountPlan) -> str:
    ends = [action.due for action in plan.actions if action.due] + [goal.by for goal in plan.goals if goal.by]
    if ends and plan.review_dates[-1] < max(ends):
        return f"Plan a review on or after {max(ends).isoformat()}, when the last goal or action is due."
    return ""


PLAN_CHECKS = (
    PlanCheck(
        "Situation",
        lambda plan: _unless(plan.situation, "Describe the situation: the customer, its market, and how things are."),
        "A stranger must understand the account in a minute: colleagues take over, and directors decide on it.",
    ),
    PlanCheck(
        "Figures",
        lambda plan: _unless(len(plan.figures) >= 3, "Give at least three figures, such as revenue, margin and NPS."),
        "Figures show whether the account grows, pays and is content; opinions do not.",
    ),
    PlanCheck(
        "People",
        lambda plan: _unless(plan.people, "Name the people of the decision-making unit."),
        "Firms do not buy, people do; with one contact you lose the account when that one leaves.",
    ),
    PlanCheck(
        "People",
        lambda plan: _unless(any("decider" in one.roles for one in plan.people), "Find out who decides."),
        "A plan that convinces everybody but the decider ends in a friendly no.",
        "people",
    ),
    PlanCheck(
        "People",
        lambda plan: _names([one.name for one in plan.people if not one.roles], "Give the role in the decision of "),
        "What you bring somebody depends on the role: a user wants ease, a buyer a price.",
        "people",
    ),
    PlanCheck(
        "People",
        lambda plan: _names([one.name for one in plan.people if one.stance == "unknown"], "Find out the stance of "),
        "An opponent you do not know of works while you sleep.",
        "people",
    ),
    PlanCheck(
        "People",
        _supporters,
        "Somebody inside must speak for you when you are not in the room.",
        "people",
    ),
    PlanCheck(
        "Needs",
        lambda plan: _unless(plan.needs, "Write down what the customer wants to reach."),
        "A plan without needs is a sales target with a letterhead: begin with what the customer gains.",
    ),
    PlanCheck(
        "Competitors",
        lambda plan: _unless(plan.competitors, "Name the other suppliers, or who would be asked first."),
        "The customer compares; so must you.",
    ),
    PlanCheck(
        "Competitors",
        lambda plan: _unless(plan.own_share is not None, "Estimate your share of wallet."),
        "The share tells whether to defend or to grow.",
    ),
    PlanCheck(
        "Strengths",
        lambda plan: _unless(plan.strengths, "Say why this customer buys from you."),
        "What the customer values in you is what to build on, and what to defend.",
    ),
    PlanCheck(
        "Risks",
        lambda plan: _unless(plan.risks, "Say what could make you lose (part of) the account."),
        "A risk with a name can be watched; the others surprise you.",
    ),
    PlanCheck(
        "Goals",
        lambda plan: _unless(plan.goals, "Set one to three goals."),
        "Without a goal every action is a good one.",
    ),
    PlanCheck(
        "Goals",
        lambda plan: _names(
            [f"“{goal.goal}”" for goal in plan.goals if not goal.measurable],
            "Give a measure, a target and a date for ",
        ),
        "A goal that cannot be measured cannot be missed, and so never asks for action.",
        "goals",
    ),
    PlanCheck(
        "Goals",
        lambda plan: _names(
            [f"“{goal.goal}”" for goal in plan.goals if goal.now is None], "Say where you stand now on "
        ),
        "Only from where you stand can anybody see whether the target is bold or easy.",
        "goals",
    ),
    PlanCheck(
        "Actions",
        lambda plan: _unless(plan.actions, "List the actions that bring the goals nearer."),
        "Goals are reached by what somebody does on a Tuesday.",
    ),
    PlanCheck(
        "Actions",
        lambda plan: _names(
            [f"“{one.action}”" for one in plan.actions if not one.owner or one.due is None],
            "Give an owner and a date to ",
        ),
        "What everybody should do some day, nobody does.",
        "actions",
    ),
    PlanCheck(
        "Actions",
        lambda plan: _names(
            [f"“{one.action}”" for one in plan.actions if one.cost is None],
            "Estimate the cost of ",
            " (0 is an answer).",
        ),
        "Hours and gifts to one account are taken from another: choose knowingly.",
        "actions",
    ),
    PlanCheck(
        "Forecast",
        lambda plan: _unless(plan.forecast, "Forecast revenue and margin for each period."),
        "The forecast ties the plan to the budget, and shows during the year whether it works.",
    ),
    PlanCheck(
        "Forecast",
        lambda plan: _unless(
            plan.result > 0,
            f"The actions cost {euro(plan.cost)} and the margin is {euro(plan.margin)}: drop actions, or say when "
            "they pay back.",
        ),
        "A key account is chosen for what it brings, not for its name.",
        "forecast",
    ),
    PlanCheck(
        "Review dates",
        lambda plan: _unless(len(plan.review_dates) >= 2, "Plan at least two reviews."),
        "A plan that nobody opens again is a document, not a plan.",
    ),
    PlanCheck(
        "Review dates",
        _last_review,
        "Somebody must look whether the last goal was reached, and what you learn from it.",
        "review_dates",
    ),
)
