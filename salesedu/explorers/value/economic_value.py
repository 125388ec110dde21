"""Economic value to the customer: the price of the alternative, plus and minus what differs."""

from salesedu import charts
from salesedu._notation import euro, percent
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.value import EconomicValue, economic_value

__all__ = ["EXPLORER"]

ENDS = (0, 16_000)
WASTE, HOURS, TROUBLE = "less waste", "hours saved", "trouble"
SAID = {"reference price": "Best alternative: new urns", "economic value": "Economic value to Ilse"}


def paint(reference: float, waste: float, hours: float, trouble: float, price: float) -> View:
    """All five in euros a year."""
    offer = economic_value(reference, {WASTE: waste, HOURS: hours}, {TROUBLE: trouble}, price)
    share = offer.share_left
    kpis = (
        Kpi("value", "Economic value", euro(offer.value), "a year, to Ilse", lead=True),
        Kpi("left", "Left for Ilse", euro(offer.inducement), "value minus our price"),
        Kpi("premium", "Asked above the urns", euro(offer.premium), "our price minus theirs"),
        Kpi("share", "Her share", "–" if share is None or not 0 <= share <= 1 else percent(share), "of the difference"),
    )
    return View(kpis, _chart(offer), _reading(offer))


def _chart(offer: EconomicValue) -> dict:
    colours = {"reference": charts.SOFT, "positive": charts.GOOD, "negative": charts.BAD, "value": charts.ACCENT}
    signs = {"positive": "+", "negative": "−"}
    rows = [
        {
            "name": SAID.get(step.name, step.name.capitalize()),
            "amount": signs.get(step.kind, "") + euro(abs(step.amount)),
            "start": step.start,
            "end": step.end,
            "colour": colours[step.kind],
        }
        for step in offer.steps
    ]
    left = offer.inducement
    rows += [
        {"name": "Our price", "amount": euro(offer.price), "start": 0, "end": offer.price, "colour": charts.WARM},
        {
            "name": "Left for Ilse" if left >= 0 else "Asked above its value",
            "amount": euro(abs(left)),
            "start": offer.price,
            "end": offer.value,
            "colour": charts.GOOD if left >= 0 else charts.BAD,
        },
    ]
    told = ", ".join(f"{row['name']} {euro(abs(row['end'] - row['start']))}" for row in rows)
    return charts.waterfall(rows, ENDS, f"From the price of the alternative to the economic value: {told}.")


def _reading(offer: EconomicValue) -> str:
    left, price = offer.inducement, euro(offer.price)
    if abs(offer.differentiation) < 0.5:
        worth = f"All in all the machine is worth to her what the urns are, {euro(offer.value)}"
        if abs(left) < 0.5:
            return f"{worth}, and costs the same: nothing to choose between, and no reason to change."
        if left > 0:
            return f"{worth}, so only a lower price can win her: she gains {euro(left)}."
        return f"{worth}. At {price} she stays with urns."
    if offer.differentiation < 0:
        worth = f"To Ilse the machine is worth {euro(-offer.differentiation)} less than the urns, whatever it can do"
        if left > 0.5:
            return f"{worth}. The price makes up for it: {euro(left)} is left. But you sell a discount, not a machine."
        return f"{worth}. At {price} she would be paying to be worse off."
    if abs(left) < 0.5:
        return (
            f"At {price} the whole difference goes to Noorderlicht: Ilse does not care which of the two she buys, and "
            "then she stays with what she knows."
        )
    if left < 0:
        return (
            f"Better than the urns, and still too dear: the differences are worth {euro(offer.differentiation)}, and "
            "the "
            f"price takes {euro(offer.premium)} for them. Show more value or ask less."
        )
    if offer.premium > 0.5:
        return (
            f"{price} is {euro(offer.premium)} more than the urns cost, and a good buy: the differences are worth "
            f"{euro(offer.differentiation)}, so {euro(left)} is left for Ilse. If she believes the figures."
        )
    if offer.premium < -0.5:
        return (
            f"Better than the urns and {euro(-offer.premium)} cheaper too: {euro(left)} is left for Ilse. Why give "
            "away what she would gladly pay for?"
        )
    return f"The same price as the urns, and worth {euro(left)} more: Noorderlicht gives the whole difference to Ilse."


EXPLORER = Explorer(
    id="economic-value",
    chapter="value",
    title="Economic value to the customer",
    dutch="Economische waarde voor de klant (EVC)",
    question="Ilse can replace her broken urn by new ones, for € 6,000 a year with everything. What is "
    "Noorderlicht's machine worth to her?",
    try_this="Ilse does not believe in the hours saved: set them to 0. What may the machine cost now? Then ask "
    "yourself what proof would be worth to Noorderlicht.",
    concepts=("economic-value", "differentiation-value", "perceived-value"),
    section="what-is-it-worth",
    controls=(
        Slider("reference", "Best alternative", 3000, 9000, 250, 6000, "€", "new urns, a year"),
        Slider("waste", "Less waste", 0, 3000, 250, 1500, "€", "a year"),
        Slider("hours", "Hours saved", 0, 3000, 250, 1000, "€", "a year"),
        Slider("trouble", "Trouble", 0, 3000, 250, 500, "€", "a year: training"),
        Slider("price", "Our price", 3000, 12000, 250, 7000, "€", "a year"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="The seller of urns comes down by € 1,000, to € 5,000 a year. The machine saves what it saved, and "
        "costs what it cost. What is left for Ilse when she chooses it?",
        choices=(
            "Still € 1,000: the machine did not change",
            "€ 500: the difference is shared",
            "Nothing",
        ),
        values={"reference": 5000},
        right=2,
        because="Economic value is worth next to the best alternative. When that becomes € 1,000 cheaper, your "
        "machine is worth € 1,000 less, to € 7,000: just your price.",
    ),
)
