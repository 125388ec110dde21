"""A tender awarded twice: on weighted points, and on value."""

from salesedu import charts
from salesedu._notation import euro, plain, points
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.leads import TenderComparison, compare_awards

__all__ = ["EXPLORER"]

US, THEM = "Noorderlicht", "CupDirect"
THEIR_MARK = 6
DEAREST = 120_000  # right end of the scale of prices


def paint(price: float, mark: float, rival: float, weight: int, worth: float) -> View:
    """Two prices in euros, our mark for service, points for the price, euros for the best mark."""
    both = compare_awards(
        prices={US: price, THEM: rival},
        marks={US: {"service": mark}, THEM: {"service": THEIR_MARK}},
        weights={"price": weight, "service": 100 - weight},
        values={"service": worth},
    )
    to_win = both.value.bids[US].price_to_win
    kpis = (
        Kpi("agree", "The two ways", "agree" if _same(both) else "disagree", "on the winner", lead=True),
        Kpi("points", "On points", _winner(both.points.winner), _ahead(both.points.lead, points)),
        Kpi("value", "On value", _winner(both.value.winner), _ahead(both.value.lead, euro)),
        Kpi("to_win", "Our price to win", euro(to_win), "on value: stay below it"),
    )
    return View(kpis, _chart(both), _reading(both, mark, worth, rival - price))


def _same(both: TenderComparison) -> bool:
    return both.points.winner == both.value.winner


def _winner(name: str | None) -> str:
    return name or "a tie"


def _ahead(lead: float, write: object) -> str:
    return f"{write(lead)} ahead" if lead > 1e-6 else "level"


def _thousands(euros: float) -> str:
    return f"{plain(euros / 1000, 0 if euros % 1000 == 0 else 1)}k"


def _chart(both: TenderComparison) -> dict:
    rows = [_heading("On points", both.points.winner), {"note": "price + service; the most points win"}]
    for name, bid in both.points.bids.items():
        parts = (bid.price_points, bid.quality_points)
        rows.append(
            {
                "name": name,
                "amount": f"{_point(parts[0])} + {_point(parts[1])} = {_point(bid.total)}",
                "parts": [
                    {"share": parts[0] / 100, "colour": charts.WARM},
                    {"share": parts[1] / 100, "colour": charts.ACCENT},
                ],
            }
        )
    rows += [_heading("On value", both.value.winner), {"note": "price − worth of service; lowest wins"}]
    for name, bid in both.value.bids.items():
        sums = (_thousands(bid.price), _thousands(bid.discount), _thousands(bid.notional_price))
        rows.append(
            {
                "name": name,
                "amount": f"€\N{NO-BREAK SPACE}{sums[0]} − {sums[1]} = {sums[2]}",
                "parts": [
                    {"share": bid.notional_price / DEAREST, "colour": charts.WARM},
                    {"share": bid.discount / DEAREST, "colour": charts.MID},
                ],
            }
        )
    told = " ".join(
        (
            f"On points: {_told(both.points.bids, 'total', lambda n: points(n))}.",
            f"Notional prices: {_told(both.value.bids, 'notional_price', euro)}.",
        )
    )
    return charts.panel(rows, told)


def _heading(way: str, winner: str | None) -> dict:
    return {"heading": f"{way}: {winner} wins" if winner else f"{way}: a tie"}


def _point(value: float) -> str:
    return plain(value, 0 if abs(value - round(value)) < 0.05 else 1)


def _told(bids: dict, field: str, write: object) -> str:
    return ", ".join(f"{name} {write(getattr(bid, field))}" for name, bid in bids.items())


def _reading(both: TenderComparison, mark: float, worth: float, saving: float) -> str:
    on_points, on_value = both.points.winner, both.value.winner
    if on_points is None or on_value is None:
        way = "in both ways" if on_points == on_value else "on points" if on_points is None else "on value"
        return f"A tie {way}: the smallest change decides it. The document must say beforehand what happens with a tie."
    better, cheaper = (US if mark > THEIR_MARK else THEM), (US if saving > 0 else THEM)
    if better == cheaper or saving == 0 or mark == THEIR_MARK:
        if on_points == US:
            return f"{US} is no dearer and no worse: any fair way of counting lets it win."
        return f"{US} is no cheaper and no better: no way of counting will help it. Was this worth a bid?"
    gain = f"The better service of {better} is worth {_some(abs(mark - THEIR_MARK) * worth / 10)} to the buyer"
    price = f"costs {euro(abs(saving))} more"
    if on_points == on_value:
        return f"The two agree. {gain} and {price}: {on_points} wins in both ways."
    if on_points == cheaper:
        weight = plain(both.points.maxima["price"])
        return f"The two disagree. {gain} and {price}, yet with {weight} points on the price the cheaper bid wins."
    text = f"The two disagree. {gain} and {price}: too dear on value, and yet the points let it win."
    if better == US:
        text += f" On value, {US} must stay below {euro(both.value.bids[US].price_to_win)}."
    return text


def _some(euros: float) -> str:
    return "nothing" if euros < 0.5 else euro(euros)


EXPLORER = Explorer(
    id="tender",
    chapter="leads",
    title="Tender: points or value",
    dutch="Aanbesteding: BPKV en gunnen op waarde",
    question="Waterland has two bids for coffee in the town hall. Who wins on weighted points, and who wins on value?",
    try_this="Let CupDirect lower its price and watch Noorderlicht's points for price: its own bid is the same, and "
    "yet they fall. What happens to its notional price?",
    concepts=("best-price-quality-ratio", "award-on-value", "tender"),
    section="when-the-buyer-makes-the-rules",
    controls=(
        Slider("price", "Our price", 70000, 120000, 1000, 100000, "€"),
        Slider("mark", "Our mark for service", 0, 10, 0.5, 9, note="CupDirect has a 6"),
        Slider("rival", "CupDirect's price", 70000, 120000, 1000, 80000, "€"),
        Slider("weight", "Points for price", 0, 100, 5, 40, note="the rest for service"),
        Slider("worth", "Worth of a 10 for service", 0, 70000, 10000, 50000, "€", "on value"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Waterland values service more: a 10 is worth € 70,000 instead of € 50,000. The bids stay as they are. "
        "Who wins on value?",
        choices=(
            "CupDirect: it is still € 20,000 cheaper",
            "Noorderlicht, just",
            "A tie: what one gains the other gains too",
        ),
        values={"worth": 70000},
        right=1,
        because="Three marks more are now worth 3 × € 7,000 = € 21,000, just more than the € 20,000 that they cost. "
        "The buyer's euros per mark decide, and they are in the document before you write a word.",
    ),
)
