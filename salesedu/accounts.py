"""Chapter 7, account management (Accountmanagement): which customers, how much work, what plan.

==========================  ===============================================================
``customer_kind``           what kind of customer this is, from its figures
``service_level``           the service each kind gets, and whether its margin pays for it
``weighted_mark``           several marks in one
``relative_position``       your position with a customer, against the best rival
``key_account_class``       attractiveness × position: class and advice for one account
``key_account_matrix``      the same for a list of accounts, ranked
``selling_hours``           hours a year an account manager has for visits
``visits_possible``         visits that fit in a number of hours
``visit_capacity``          work of all visits, account managers needed, slack
``team_mix``                hunters and farmers needed
``new_business_needed``     new business for a target, once leavers are counted
``selling_mode``            transactional, consultative, strategic: what fits, what it costs
``AccountPlan``             the account plan: gaps, Markdown, and back
``example_plan``            a complete plan, to look at
``progress_report``         target, actual, forecast to year end
==========================  ===============================================================

Amounts are euros, rates are fractions (0.25, not 25). Wrong input raises a ``ValueError``
whose sentence names the value, its place and the remedy.
"""

from salesedu._accounts.classes import KEY_ACCOUNT_CLASSES, AccountClass, key_account_class
from salesedu._accounts.kinds import CustomerKind, customer_kind
from salesedu._accounts.marks import relative_position, weighted_mark
from salesedu._accounts.matrix import KeyAccountMatrix, RankedAccount, key_account_matrix
from salesedu._accounts.plan import AccountPlan
from salesedu._accounts.plan_example import example_plan
from salesedu._accounts.plan_gaps import PLAN_CHECKS, Gap
from salesedu._accounts.plan_parts import (
    DMU_ROLES,
    STANCES,
    Action,
    Competitor,
    Figure,
    ForecastLine,
    Goal,
    Person,
)
from salesedu._accounts.progress import progress_report
from salesedu._accounts.progress_parts import PROGRESS_METHODS, SIGNALS, ProgressLine, ProgressReport
from salesedu._accounts.selling import SELLING_HOURS, SellingFit, selling_mode
from salesedu._accounts.service import CUSTOMER_KINDS, ServiceLevel, service_level
from salesedu._accounts.team import HUNTER_AND_FARMER, TeamMix, new_business_needed, team_mix
from salesedu._accounts.visits import VisitCapacity, VisitClass, selling_hours, visit_capacity, visits_possible

__all__ = [
    "CUSTOMER_KINDS",
    "DMU_ROLES",
    "HUNTER_AND_FARMER",
    "KEY_ACCOUNT_CLASSES",
    "PLAN_CHECKS",
    "PROGRESS_METHODS",
    "SELLING_HOURS",
    "SIGNALS",
    "STANCES",
    "AccountClass",
    "AccountPlan",
    "Action",
    "Competitor",
    "CustomerKind",
    "Figure",
    "ForecastLine",
    "Gap",
    "Goal",
    "KeyAccountMatrix",
    "Person",
    "ProgressLine",
    "ProgressReport",
    "RankedAccount",
    "SellingFit",
    "ServiceLevel",
    "TeamMix",
    "VisitCapacity",
    "VisitClass",
    "customer_kind",
    "example_plan",
    "key_account_class",
    "key_account_matrix",
    "new_business_needed",
    "progress_report",
    "relative_position",
    "selling_hours",
    "selling_mode",
    "service_level",
    "team_mix",
    "visit_capacity",
    "visits_possible",
    "weighted_mark",
]
