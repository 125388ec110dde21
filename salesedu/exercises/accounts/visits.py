"""Exercises 1 to 6: kinds of customers, where the visits go, and the hours they take."""

from ..kinds import Figures, Number
from ..parts import Exercise, Mistake
from .tables import (
    KINDS,
    WEEKS,
    carried,
    customers,
    farmers_log,
    farmers_time,
    growth_accounts,
    renewed,
    visits,
    workload,
)

__all__ = ["VISITS"]

EACH = Number("visits", tolerance=0.006, decimals=2)
PEOPLE = Number("account managers", tolerance=0.006, decimals=2)


def _per_customer(seed: int | None) -> dict[str, float]:
    return customers(seed).groupby("kind")["visits"].mean().to_dict()


def _only_visited(seed: int | None) -> dict[str, float]:
    rows = customers(seed)
    return rows[rows["visits"] > 0].groupby("kind")["visits"].mean().to_dict()


def _shares(seed: int | None) -> dict[str, float]:
    sums = customers(seed).groupby("kind")["visits"].sum()
    return (sums / sums.sum()).to_dict()


def _beyond(seed: int | None) -> float:
    return float((customers(seed)["visits"] - carried(seed)).clip(lower=0).sum())


def _kept_more(seed: int | None, by: str = "visited", of: str = "renewed") -> float:
    rates = renewed(seed).groupby(by)[of].mean()
    return float(100 * (rates[True] - rates[False]))


def _kept_if_visited(seed: int | None) -> float:
    rows = renewed(seed)
    return float(100 * rows.loc[rows["visited"], "renewed"].mean())


def _kept_in_euros(seed: int | None) -> float:
    rows = renewed(seed)
    value = rows["contract_value"] * rows["renewed"]
    rates = value.groupby(rows["visited"]).sum() / rows.groupby("visited")["contract_value"].sum()
    return float(100 * (rates[True] - rates[False]))


def _logged(seed: int | None) -> float:
    return float(farmers_log(seed)["minutes"].sum() / 60 / farmers_time(seed).sum())


VISITS = (
    Exercise(
        id="accounts-1",
        ask="How many customers are growth accounts, when a large customer begins at € 50,000?",
        kind=Number("customers", tolerance=0.4, decimals=0),
        truth=growth_accounts,
        mistakes=(
            Mistake(
                lambda seed: growth_accounts(seed, 20_000),
                "That is with the limit of € 20,000. Give large=50_000.",
            ),
            Mistake(
                lambda seed: growth_accounts(seed, wallets=False),
                "Without its wallet nobody is a growth account. Give the potential, total_spend, too.",
            ),
            Mistake(
                lambda seed: int((customers(seed)["contract_value"] < 0.5 * customers(seed)["total_spend"]).sum()),
                "These are all with less than half of their spending with us. Some of them are large, new or too "
                "small to grow large: let `kind_of` judge.",
            ),
            Mistake(
                lambda seed: int(customers(seed)["kind"].isin(("growth account", "large customer")).sum()),
                "You counted the large customers too.",
            ),
        ),
        hint='Let kind_of(row, 50_000) judge every row of `customers`, and count "growth account".',
        solution=(
            'found = [kind_of(row, 50_000) for row in customers.itertuples()]\nanswer = found.count("growth account")'
        ),
        meaning="Each of them spends € 50,000 or more on our kind of goods, and most of it elsewhere.",
    ),
    Exercise(
        id="accounts-2",
        ask="How many visits did a customer of each kind get last year, on average?",
        kind=Figures(KINDS, EACH, "kind"),
        truth=_per_customer,
        mistakes=(
            Mistake(
                _only_visited,
                "You left out the customers without any visit. They count too, with 0.",
            ),
            Mistake(
                _shares,
                "These are shares of all visits. Divide by the number of customers of the kind.",
            ),
            Mistake(
                lambda seed: customers(seed).groupby("kind")["visits"].sum().to_dict(),
                "These are all visits of a kind together. Ask for the mean of one customer.",
            ),
        ),
        hint='Every row of `customers` holds its "visits", 0 among them. Group by "kind", take the mean.',
        solution='answer = customers.groupby("kind")["visits"].mean()',
        meaning="Compare a large customer with a growth account.",
    ),
    Exercise(
        id="accounts-3",
        ask="How many of last year's visits were more than the margin of the customer carries?",
        kind=Number("visits", tolerance=0.4, decimals=0),
        truth=_beyond,
        mistakes=(
            Mistake(
                lambda seed: float((customers(seed)["visits"] - carried(seed)).sum()),
                "You let customers who got fewer visits make up for those who got too many. Cut off below 0.",
            ),
            Mistake(
                lambda seed: int((customers(seed)["visits"] > carried(seed)).sum()),
                "That is the number of customers. Count the visits.",
            ),
            Mistake(
                lambda seed: float((customers(seed)["visits"] - carried(seed, "contract_value")).clip(lower=0).sum()),
                "You gave the contract value as the margin. Goods must be paid first.",
            ),
            Mistake(
                lambda seed: float(customers(seed).loc[lambda rows: rows["visits"] > carried(seed), "visits"].sum()),
                "These are all visits to those customers. Some of them the margin does carry.",
            ),
        ),
        hint=(
            "service_level(kind, margin=...).visits_affordable for each customer; then "
            "(visits - carried).clip(lower=0) and its sum."
        ),
        solution=(
            "carried = [\n"
            "    service_level(kind, margin=margin).visits_affordable\n"
            '    for kind, margin in zip(customers["kind"], customers["margin"])\n'
            "]\n"
            'answer = (customers["visits"] - carried).clip(lower=0).sum()'
        ),
        meaning="At € 150 each. Nobody decided on them; they grew.",
    ),
    Exercise(
        id="accounts-4",
        ask="How many percentage points more often does a customer renew that was visited in the year before?",
        kind=Number("percentage points", tolerance=0.06),
        truth=_kept_more,
        mistakes=(
            Mistake(_kept_if_visited, "That is how often the visited ones renew. Subtract the others."),
            Mistake(
                lambda seed: _kept_more(seed, "renewed", "visited"),
                "You asked how often those who renewed had been visited. Turn it round: group by visited.",
            ),
            Mistake(
                _kept_in_euros,
                "You weighed by contract value. Every renewal counts once here.",
            ),
        ),
        hint='Group `renewals` by "visited", take the mean of "renewed", subtract; times 100.',
        solution=('rates = renewals.groupby("visited")["renewed"].mean()\nanswer = 100 * (rates[True] - rates[False])'),
        meaning="Before you believe it, see how much of it chance can do.",
    ),
    Exercise(
        id="accounts-5",
        ask="How many account managers do the promised visits take, before rounding?",
        kind=PEOPLE,
        truth=lambda seed: workload(seed).account_managers_exact,
        mistakes=(
            Mistake(
                lambda seed: workload(seed, 0, 0).account_managers_exact,
                "You counted the talks alone. Add 45 minutes of travel and 30 of preparation.",
            ),
            Mistake(
                lambda seed: workload(seed, made=True).account_managers_exact,
                "These are the visits that were made. Take those that the service levels promise.",
            ),
            Mistake(
                lambda seed: workload(seed).account_managers_needed,
                "You rounded up. Look at .account_managers_exact.",
            ),
            Mistake(
                lambda seed: workload(seed).hours_needed,
                "Those are the hours. How many people is that? Look at .account_managers_exact.",
            ),
        ),
        hint="visit_capacity(number, promised, minutes, 45, 30, selling_hours=880).account_managers_exact",
        solution=(
            "work = visit_capacity(number, promised, minutes, 45, 30, selling_hours=880)\n"
            "answer = work.account_managers_exact"
        ),
        meaning="There are twelve farmers.",
    ),
    Exercise(
        id="accounts-6",
        ask="Which share of the hours that the farmers have for customers did they write down?",
        kind=Number(share=True, tolerance=0.0006, decimals=3),
        truth=_logged,
        mistakes=(
            Mistake(
                lambda seed: _logged(seed) * WEEKS / 52,
                "You took 52 weeks. With holidays and illness off, 44 are left.",
            ),
            Mistake(
                lambda seed: float(
                    (farmers_log(seed).groupby("rep_id")["minutes"].sum() / 60 / farmers_time(seed)).mean()
                ),
                "You averaged twelve shares. Some farmers have fewer hours: add up first, then divide.",
            ),
            Mistake(
                lambda seed: float(
                    visits(seed).loc[lambda rows: rows["rep_id"].isin(farmers_time(seed).index), "minutes"].sum()
                    / 60
                    / farmers_time(seed).sum()
                ),
                "Those are the visits to customers alone. Calls, e-mails, demonstrations and leads are work too.",
            ),
        ),
        hint="The sum of the minutes in `log`, divided by 60 and by the sum of 44 × hours_per_week.",
        solution='answer = log["minutes"].sum() / 60 / (44 * farmers["hours_per_week"]).sum()',
        meaning="Either most of the work is not written down, or there is time.",
    ),
)
