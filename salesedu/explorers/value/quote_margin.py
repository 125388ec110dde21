"""Pre-calculation of a quote, and how many orders a discount asks for."""

from salesedu import charts
from salesedu._notation import euro, percent, plain
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.value import QuoteMargin, quote_margin, volume_needed

__all__ = ["EXPLORER"]

LIST_PRICE, RATE = 10_000, 50  # euros; euros an hour
MOST_DISCOUNT, MOST_TIMES = 40, 5  # right end and top of the curve
STEPS = 24  # pieces of the curve
ENDS = (-3_200, 10_000)


def paint(goods: float, hours: int, overhead: float, discount: float) -> View:
    """Goods in euros, hours, overhead and discount as per cent."""
    quote = quote_margin(LIST_PRICE, goods, hours, RATE, overhead / 100, discount / 100)
    rate = quote.margin_rate
    kpis = (
        Kpi("times", "Orders needed", _times(quote.volume_needed), "for each one at the list price", lead=True),
        Kpi("margin", "Margin", euro(quote.margin), f"{percent(rate, 1)} of the price"),
        Kpi("mark_up", "Mark-up", percent(quote.mark_up, 1), "the same, on the cost"),
        Kpi("even", "Nothing left from", _off(quote.break_even_discount), "discount"),
    )
    return View(kpis, _chart(quote, discount), _reading(quote, discount))


def _times(volume: float | None) -> str:
    return "none will do" if volume is None else f"{plain(volume, 2).rstrip('0').rstrip('.')}×"


def _off(discount: float) -> str:
    return "0 %" if discount <= 0 else percent(discount, 1)


def _chart(quote: QuoteMargin, discount: float) -> dict:
    left = quote.list_price
    rows = [_row("List price", 0, left, charts.SOFT)]
    for name, amount, colour in (
        ("− discount", quote.discount, charts.BAD),
        ("− goods", quote.direct, charts.WARM),
        ("− hours", quote.labour, charts.WARM),
        ("− overhead", quote.overhead, charts.WARM),
    ):
        rows.append(_row(name, left, left - amount, colour))
        left -= amount
    name, colour = ("Margin", charts.GOOD) if quote.margin >= 0 else ("Loss", charts.BAD)
    rows.append(_row(name, 0, quote.margin, colour))
    told = (
        f"From list price to margin: {euro(quote.list_price)} minus {euro(quote.discount)} discount, "
        f"{euro(quote.direct)} "
        f"goods, {euro(quote.labour)} hours and {euro(quote.overhead)} overhead leaves {euro(quote.margin)}. "
        f"Curve of orders needed against discount: {_times(quote.volume_needed)} at {percent(discount / 100)}."
    )
    contribution = 1 - (quote.direct + quote.labour) / quote.list_price
    volume = quote.volume_needed
    on_it = volume is not None and volume <= MOST_TIMES

    def in_sight(off: float) -> bool:
        return 0 < 100 * off < MOST_DISCOUNT

    here = {"x": discount, "y": volume, "label": f"{_times(volume)} at {percent(discount / 100)}"}
    return charts.curve(
        _curve(contribution),
        here if on_it else None,
        ((0, MOST_DISCOUNT), (1, MOST_TIMES)),
        (f"↑ {MOST_TIMES}× the orders", "1×, no discount", f"{MOST_DISCOUNT} % discount →"),
        told,
        side="left",
        posts=[{"at": 100 * gone, "label": "margin gone"} for gone in [quote.break_even_discount] if in_sight(gone)],
        above=charts.waterfall(rows, ENDS, told),
    )


def _curve(contribution: float) -> list[tuple[float, float]]:
    """Orders needed at each discount, up to where the curve leaves the picture at its top."""
    # Times the orders in even ratios, so that the steep end is as smooth as the flat one.
    times = [MOST_TIMES ** (i / STEPS) for i in range(STEPS + 1)]
    off = [min(MOST_DISCOUNT / 100, contribution * (1 - 1 / many)) for many in times]
    return [(100 * discount, min(MOST_TIMES, volume_needed(contribution, discount))) for discount in off]


def _row(name: str, start: float, end: float, colour: str) -> dict:
    return {"name": name, "amount": euro(abs(end - start)), "start": start, "end": end, "colour": colour}


def _reading(quote: QuoteMargin, discount: float) -> str:
    at = f"At {percent(discount / 100)} discount"
    volume = quote.volume_needed
    if discount == 0:
        if quote.margin < 0:
            return (
                f"At the list price this order costs {euro(-quote.margin)} more than it brings. A discount only makes "
                "it worse: look at the goods and the hours."
            )
        return (
            f"At the list price {euro(quote.margin)} is left, {percent(quote.margin_rate, 1)} of the price. "
            f"Each per cent of discount takes {euro(quote.list_price / 100)} out of that, and out of nothing else."
        )
    if volume is None:
        return f"{at} an order does not even pay for its own goods and hours: no number of orders will do."
    first = f"{at} you need {_times(volume)} the orders to earn the same"
    if quote.margin < -0.005:
        return (
            f"{first}, and after overhead each of them loses {euro(-quote.margin)}. Overhead does not grow with one "
            "more order, but somebody has to pay it."
        )
    full = quote.list_price - quote.cost
    gone = quote.discount / full
    if gone > 0.995:
        return f"{first}: the discount takes all of the margin."
    return f"{first}. You gave {percent(discount / 100)} of the price away, and {percent(gone)} of the margin with it."


EXPLORER = Explorer(
    id="quote-margin",
    chapter="value",
    title="Pre-calculation and discount",
    dutch="Voorcalculatie en korting",
    question="Joris quotes a coffee bar for € 10,000 and may give a discount. What is left, and how many more orders "
    "does that take?",
    try_this="Give 22 % and try to earn the margin back by saving hours. How many hours would the work have to take "
    "less?",
    concepts=("pre-calculation", "volume-after-discount", "margin-and-mark-up"),
    section="a-quote-that-convinces",
    controls=(
        Slider("goods", "Goods", 2000, 5000, 100, 3800, "€"),
        Slider("hours", "Hours of our people", 0, 40, 1, 25, note="at € 50"),
        Slider("overhead", "Overhead", 0, 30, 5, 20, "%", "of goods and hours"),
        Slider("discount", "Discount", 0, 40, 1, 10, "%", "off € 10,000"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The customer asks for 22 % instead of 10 %. How many orders does Joris need at that price, for each "
        "order at the list price, to earn the same contribution?",
        choices=("About 1.2", "About 1.4", "About 1.8"),
        values={"discount": 22},
        right=2,
        because="At the list price € 4,950 of the € 10,000 is left after goods and hours. A discount of € 2,200 "
        "comes out of that alone: € 2,750 is left, and € 4,950 / € 2,750 = 1.8.",
    ),
)
