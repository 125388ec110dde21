"""Lost quotes: what the price did, once quotes that were equally fast are compared."""

from functools import lru_cache

from salesedu import charts
from salesedu._notation import percent, points
from salesedu.explorers.parts import Explorer, Kpi, Prediction, Slider, View
from salesedu.value import FactorEffect, WinLoss, win_loss

__all__ = ["EXPLORER"]

EACH = 400  # quotes cheaper than the rival's, and as many dearer
BEST = 65  # per cent of the quotes won that are cheaper and fast
CHEAPER, DEARER = 0.94, 1.08  # our price / theirs
FAST, SLOW = 2, 10  # days


def paint(slow_dearer: int, slow_cheaper: int, price: int, slow: int) -> View:
    """Shares of slow quotes as per cent; what being dearer and being slow cost, in points."""
    result = _analysis(slow_dearer, slow_cheaper, price, slow)
    seen, real = result.price.effect, result.price.adjusted_effect
    kpis = (
        Kpi("real", "Price, like with like", _points(real), "cheaper minus dearer", lead=True),
        Kpi("seen", "Price, at first sight", _points(seen), "cheaper minus dearer"),
        Kpi("speed", "Speed, like with like", _points(result.speed.adjusted_effect), "fast minus slow"),
        Kpi("won", "Won in all", percent(result.total.rate), f"of {result.total.quotes} quotes"),
    )
    return View(kpis, _chart(result), _reading(result))


@lru_cache(maxsize=64)
def _analysis(slow_dearer: int, slow_cheaper: int, price: int, slow: int) -> WinLoss:
    won, index, days = [], [], []
    for ours, share, less in ((CHEAPER, slow_cheaper, 0), (DEARER, slow_dearer, price)):
        for speed, part, lost in ((FAST, 100 - share, 0), (SLOW, share, slow)):
            quotes = EACH * part // 100
            orders = quotes * (BEST - less - lost) // 100
            won += [True] * orders + [False] * (quotes - orders)
            index += [ours] * quotes
            days += [speed] * quotes
    return win_loss(won, index, days)


def _points(effect: float) -> str:
    return points(100 * effect, 0)


def _some(cost: float) -> str:
    return "nothing" if cost < 0.5 else points(cost, 0)


def _chart(result: WinLoss) -> dict:
    rows = []
    for band in ("cheaper", "dearer"):
        rows.append({"heading": f"{band.capitalize()} than the rival: {percent(result.price.bands[band].rate)} won"})
        for speed in ("fast", "slow"):
            cell = result.table[band][speed]
            rows.append(
                {
                    "name": f"{speed} · {cell.quotes} quotes",
                    "amount": f"{percent(cell.rate)} won",
                    "parts": [
                        {"share": cell.won / EACH, "colour": charts.ACCENT},
                        {"share": (cell.quotes - cell.won) / EACH, "colour": charts.MID},
                    ],
                }
            )
    rows.append({"heading": "Cost at first sight", "amount": "like with like"})
    for name, effect in (("being dearer", result.price), ("being slow", result.speed)):
        rows.append(_effect_row(name, effect))
    told = "; ".join(
        f"{band} and {speed}: {cell.won} of {cell.quotes} won"
        for band, cells in result.table.items()
        for speed, cell in cells.items()
        if cell.quotes
    )
    return charts.panel(rows, f"Quotes won. {told[0].upper()}{told[1:]}.")


def _effect_row(name: str, effect: FactorEffect) -> dict:
    seen, real = max(0.0, effect.effect), max(0.0, effect.adjusted_effect)
    low, high = sorted((seen, real))
    return {
        "name": f"{name} · {_points(effect.effect)}",
        "amount": _points(effect.adjusted_effect),
        "parts": [
            {"share": low, "colour": charts.BAD},
            {"share": high - low, "colour": charts.MID if real <= seen else charts.BAD},
        ],
        "limit": max(0.0, effect.effect),
    }


def _reading(result: WinLoss) -> str:
    seen, real = 100 * result.price.effect, 100 * result.price.adjusted_effect
    speed = 100 * result.speed.adjusted_effect
    hidden = seen - real
    if real < 0.5 and speed < 0.5:
        won = percent(result.total.rate)
        return f"Neither price nor speed matters here: {won} is won, whether cheap or dear, fast or slow."
    if abs(hidden) < 0.5:
        if speed < 0.5:
            return f"Speed does not matter here, so the first sight is right: being dearer costs {_some(real)}."
        return (
            f"Dearer and cheaper quotes are equally often slow, so the first sight is right: being dearer costs "
            f"{_some(real)}, being slow {_some(speed)}."
        )
    if seen < -0.5:
        return (
            f"Dearer quotes are won {points(-seen, 0)} more often, and yet a high price does not help: they are the "
            "fast "
            f"ones. Like with like, being dearer costs {_some(real)}."
        )
    if hidden < 0:
        return (
            f"At first sight being dearer costs {_some(seen)}; like with like it is {points(real, 0)}. The dearer "
            "quotes are the fast ones, and speed hid what the price did."
        )
    rest = "Cut the days before you cut the price." if speed > real else "The price still matters more than the days."
    if real < 0.5:
        return (
            f"Dearer quotes are won {points(seen, 0)} less, and none of it is the price: they are the slow ones. {rest}"
        )
    return (
        f"Of the {points(seen, 0)} between cheaper and dearer quotes, {points(hidden, 0)} come from speed and "
        f"{points(real, 0)} from the price: dearer quotes are the slow ones. {rest}"
    )


EXPLORER = Explorer(
    id="lost-quotes",
    chapter="value",
    title="Why quotes are lost",
    dutch="Analyse van verloren offertes",
    question="Quotes that are dearer than the rival's are lost more often. Is it the price?",
    try_this="Let the price cost nothing at all: set “Being dearer costs” to 0. How large a difference between "
    "cheaper and dearer quotes can you make with speed alone?",
    concepts=("lost-quote-analysis",),
    section="why-quotes-are-lost",
    controls=(
        Slider("slow_dearer", "Slow among the dearer", 5, 95, 5, 80, "%", "ten days"),
        Slider("slow_cheaper", "Slow among the cheaper", 5, 95, 5, 20, "%", "ten days"),
        Slider("price", "Being dearer costs", 0, 25, 5, 5, "points", "of the win rate"),
        Slider("slow", "Being slow costs", 0, 40, 5, 40, "points", "of the win rate"),
    ),
    paint=paint,
    prediction=Prediction(
        prompt="Dearer quotes are won 29 points less than cheaper ones. Next year Joris answers them just as fast "
        "(20 % slow), at the same prices. What is left of the 29 points?",
        choices=("All 29: the prices are the same", "About half", "About 5"),
        values={"slow_dearer": 20},
        right=2,
        because="Among equally fast quotes being dearer costs 5 points. The other 24 came from the days: the dear "
        "quotes were the special jobs that lay on a desk. Customers said “price”, and prices were cut.",
    ),
)
