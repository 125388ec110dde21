"""RFM: where one café stands in the ranking, and what changes when it is compared with others."""

from functools import cache

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Choice, Explorer, Kpi, Prediction, Slider, View
from salesedu.portfolio import RFM_GROUPS, Rfm, RfmScore, rfm

__all__ = ["EXPLORER"]

OWN = "Meerzicht"
# Days since the last order, orders and euros in a year. Cafés order every week or two, offices every month or less.
CAFES = (
    (2, 48, 12_400), (3, 26, 9_900), (4, 40, 7_600), (5, 24, 5_200), (6, 50, 14_800), (7, 26, 4_100), (8, 18, 6_900),
    (9, 30, 8_300), (10, 25, 3_600), (11, 16, 2_900), (12, 34, 11_200), (13, 27, 6_100), (14, 12, 2_200),
    (16, 20, 5_600), (18, 22, 3_300), (20, 14, 4_600), (22, 26, 7_100), (25, 10, 1_700), (27, 19, 3_900),
    (30, 15, 2_500), (34, 17, 4_900), (41, 8, 1_400), (58, 11, 3_100), (76, 6, 900),
)  # fmt: skip
OFFICES = (
    (6, 12, 9_600), (12, 12, 16_500), (19, 10, 5_400), (25, 8, 3_800), (31, 12, 28_000), (38, 6, 2_600),
    (44, 9, 7_700), (52, 6, 12_800), (60, 4, 1_900), (66, 8, 6_400), (75, 5, 3_400), (83, 4, 10_400),
    (92, 6, 4_300), (101, 3, 1_500), (115, 4, 8_900), (128, 4, 2_300), (140, 2, 1_100), (155, 3, 5_900),
    (172, 2, 2_900), (190, 3, 1_300), (215, 1, 700), (248, 2, 3_600), (290, 1, 900), (335, 1, 1_600),
    (56, 6, 7_200), (63, 4, 4_800), (71, 6, 19_500), (79, 3, 2_100), (88, 5, 6_900), (97, 4, 3_200), (108, 3, 14_200),
    (121, 2, 1_800), (134, 3, 5_100), (147, 2, 8_100), (163, 2, 1_200), (202, 1, 2_700),
)  # fmt: skip
BOOKS = {"cafes": CAFES, "offices": OFFICES, "both": CAFES + OFFICES}
SAID = {"cafes": "cafés", "offices": "offices", "both": "cafés and offices together"}
LATE = 2  # times its own rhythm: time to call
SHOWN = {  # in two lines, so that it fits
    "loyal customers": "loyal\ncustomers",
    "occasional buyers": "occasional\nbuyers",
    "must not lose": "must not\nlose",
    "slipping away": "slipping\naway",
}
YEAR = 365


def paint(days: int, orders: int, euros: float, book: str) -> View:
    """Days since the last order, orders and euros in a year, and whom to compare with."""
    result = _scored(days, orders, euros, book)
    own = result.customers[OWN]
    group = result.groups[own.group]
    silent = _silent(days, orders)
    kpis = (
        Kpi("group", "Grand Café Meerzicht", own.group, own.dutch, lead=True),
        Kpi("code", "Scores", " · ".join(own.code), "recency, frequency, money"),
        Kpi(
            "size",
            "In this group",
            f"{group.customers} of {len(result.customers)}",
            f"{percent(group.share_of_monetary)} of revenue",
        ),
        Kpi("silent", "Silent for", "–" if silent is None else f"{plain(silent, 1)} ×", "its own rhythm"),
    )
    return View(kpis, _chart(result, own, days, orders, euros, book), _reading(own, silent, days, orders, euros, book))


def _scored(days: int, orders: int, euros: float, book: str) -> Rfm:
    three = zip(*BOOKS[book], (days, orders, euros), strict=True)
    names = [*(f"{i}" for i in range(len(BOOKS[book]))), OWN]
    return rfm(*(dict(zip(names, column, strict=True)) for column in three))


def _silent(days: int, orders: int) -> float | None:
    """Days since the last order, in times the days between two orders before that."""
    return days * orders / (YEAR - days) if orders > 1 else None


@cache
def _order() -> tuple[str, ...]:
    """The nine groups as the grid shows them: long ago at the left, much on top."""
    return tuple(RFM_GROUPS[3 * column + row] for row in range(3) for column in (2, 1, 0))


def _chart(result: Rfm, own: RfmScore, days: int, orders: int, euros: float, book: str) -> dict:
    all_of_them = result.customers.values()
    recency = [(one.recency_score, one.recency_days) for one in all_of_them]
    frequency = [(one.frequency_score, one.frequency) for one in all_of_them]
    money = [(one.monetary_score, one.monetary / 1_000) for one in all_of_them]
    rows = [
        _row(f"Recency · {_ago(days)}", own.recency_score, recency),
        _row(f"Frequency · {_orders(orders)}", own.frequency_score, frequency),
        _row(f"Money · {euro(euros)}", own.monetary_score, money, "k"),
    ]
    fields = [
        {
            "name": SHOWN.get(name, name),
            "note": percent(result.groups[name].share_of_monetary),
            "chosen": name == own.group,
        }
        for name in _order()
    ]
    held = "; ".join(f"{name} {group.customers}" for name, group in result.groups.items() if group.customers)
    return charts.score_fields(
        rows,
        fields,
        ("↑ often and much · share of revenue", "← long ago", "recently →"),
        f"Compared with {SAID[book]}, Meerzicht scores {own.recency_score} on recency, {own.frequency_score} on "
        f"frequency and {own.monetary_score} on money: {own.group}. Customers in each group: {held}.",
    )


def _row(name: str, score: int, scored: list[tuple[int, float]], unit: str = "") -> dict:
    """A score with what each of the five steps runs from and to."""
    steps = []
    for step in range(1, 6):
        values = [value for mark, value in scored if mark == step]
        steps.append(_span(values, unit) if values else "–")
    return {"name": name, "amount": f"score {score}", "score": score, "steps": steps}


def _span(values: list[float], unit: str) -> str:
    low, high = min(values), max(values)
    decimals = 1 if unit and high < 9.95 else 0
    first, last = plain(low, decimals), plain(high, decimals)
    return f"{last}{unit}" if first == last else f"{first}–{last}{unit}"


def _ago(days: int) -> str:
    return "today" if not days else "yesterday" if days == 1 else f"{days} days ago"


def _orders(orders: int) -> str:
    return f"{orders} order{'' if orders == 1 else 's'} a year"


def _reading(own: RfmScore, silent: float | None, days: int, orders: int, euros: float, book: str) -> str:
    text = f"Among {SAID[book]} Meerzicht scores {own.code}: {own.group}."
    cafes = _scored(days, orders, euros, "cafes").customers[OWN].group if book != "cafes" else own.group
    late = silent is not None and silent >= LATE
    calm = own.recency_score >= 3
    if late and calm:
        text += (
            f" Yet it has been silent for {plain(silent, 1)} times its own rhythm. The ranking does not see that: it "
            f"compares {'customers with each other only' if book == 'cafes' else 'it with who orders more rarely'}."
        )
    elif late:
        text += f" It has been silent for {plain(silent, 1)} times its own rhythm as well. {own.advice}"
    elif silent is not None and not calm:
        text += (
            " Still it keeps to its own rhythm; the others order sooner. A low score is a place in a row, no verdict."
        )
    else:
        text += f" {own.advice}"
    if book != "cafes" and cafes != own.group:
        text += f" Among cafés it would be: {cafes}."
    return text


EXPLORER = Explorer(
    id="rfm",
    chapter="portfolio",
    title="RFM: who needs a call?",
    dutch="RFM-analyse",
    question="Karim's Grand Café Meerzicht ordered every two weeks, the last time seven weeks ago. Must Fatima act?",
    try_this="Move the last order until Meerzicht is a champion again. Then set it to an office that orders four times "
    "a year, the last time 80 days ago, and compare it with cafés and with offices.",
    concepts=("rfm-analysis", "silent-churn", "customer-segmentation-criteria"),
    section="revenue-is-not-everything",
    controls=(
        Slider("days", "Last order", 0, 350, 1, 49, "days ago"),
        Slider("orders", "Orders in a year", 1, 52, 1, 22),
        Slider("euros", "Bought in a year", 500, 30000, 100, 8800, "€"),
        Choice(
            "book",
            "Compare with",
            (("cafes", "24 cafés"), ("offices", "36 offices"), ("both", "both in one list")),
            "cafes",
        ),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Daan puts cafés and offices into one list and runs RFM again. At Meerzicht nothing has changed. Where "
        "does it stand now?",
        choices=("Still: must not lose", "Slipping away", "Among the loyal customers"),
        values={"book": "both"},
        right=2,
        because="The scores are places in a row. Among offices that order every two months, 49 days of silence is "
        "quite normal, so nothing warns you any more. Compare customers with the same rhythm.",
    ),
)
