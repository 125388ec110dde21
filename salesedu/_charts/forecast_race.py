"""A history, a hidden year, and how far every method was off."""

from collections.abc import Sequence

from salesedu import _marks as mark
from salesedu._charts.labels import INSET
from salesedu._charts.path import path
from salesedu._marks import ACCENT, GOOD, INK, LINE, MID, SOFT, Ends, pixels

__all__ = ["forecast_race"]


def forecast_race(
    known: Sequence[float],
    hidden: Sequence[float],
    forecast: Sequence[float],
    racers: Sequence[dict],
    years: Sequence[tuple[int, str]],
    levels: Sequence[tuple[float, str]],
    ends: tuple[Ends, Ends, Ends],
    description: str,
) -> dict:
    """A history, the year that was hidden with its forecast, and how far every method was off.

    Parameters
    ----------
    known, hidden, forecast : sequence of float
        One value a period, oldest first; `hidden` and `forecast` follow on `known`.
    racers : sequence of dict
        The methods: ``name``, ``amount`` (the error as text), ``value`` (the error), ``chosen``
        and ``best``.
    years, levels : sequence of (value, label)
        Where a year begins, in periods from the first; lines across with their label.
    ends : tuple
        Ends of the periods, of the values and of the errors.
    description : str
        What a reader who does not see the chart is told.
    """
    across, up, errors = ends
    top, bottom = 22, 206

    def y(value: float) -> float:
        return round(bottom - (bottom - top) * mark.share_of(value, up), 2)

    def points(values: Sequence[float], start: int) -> list[dict]:
        return [{"at": start + i, "y": y(value), "step": start + i} for i, value in enumerate(values)]

    start, end = len(known), len(known) + len(hidden) - 1
    # The hidden year hangs on the last month that was known.
    past = points(known, 0)
    truth, guess = ([past[-1], *points(values, start)] for values in (hidden, forecast))
    shade = [{"start": start - 0.5, "end": end, "top": top, "bottom": bottom, "colour": LINE}]
    lines = [{"start": across[0], "end": across[1], "y": y(value)} for value, _ in levels]
    names = [{"label": label, "base": y(value) - 4} for value, label in levels]
    ticks = [{"at": at, "label": label, "base": bottom + 17, "align": "center"} for at, label in years]
    heads, bars = [], []
    for i, racer in enumerate(racers):
        place = bottom + 56 + 29 * i
        # Neither colour nor weight alone tells which is which: the words do.
        state = " · wins" if racer["best"] else ""
        colour = ACCENT if racer["chosen"] else GOOD if racer["best"] else MID
        weight = 600 if racer["chosen"] else 400
        heads.append({"name": f"{racer['name']}{state}", "amount": racer["amount"], "head": place, "weight": weight})
        bars.append({"start": 0, "end": racer["value"], "top": place + 5, "bottom": place + 12, "colour": colour})
    key = [
        {"label": "sold", "at": 8, "key": 10, "base": 14, "colour": INK},
        {"label": "forecast", "at": 62, "key": 10, "base": 14, "colour": ACCENT},
        {"label": "hidden year", "at": 142, "key": 10, "base": 14, "colour": LINE},
    ]
    titles = [{"label": "Off in an average month", "base": bottom + 38}]
    layers = [
        mark.key("key", "datum.at"),
        mark.words("key", "label", "base", pixels("datum.at + 11")),
        _shade("shade", across),
        mark.lines("levels", "start", "end", across, INSET, stroke=LINE),
        mark.words("names", "label", "base", 0, fill=SOFT),
        path("known", across, INSET, stroke=INK, strokeWidth=2),
        path("truth", across, INSET, stroke=INK, strokeWidth=2, strokeDash=[3, 3]),
        path("guess", across, INSET, stroke=ACCENT, strokeWidth=3.5),
        mark.ticks(across, INSET),
        mark.words("titles", "label", "base", 0, fontWeight=600),
        mark.bars("track", errors, opacity=0.55),
        mark.bars("race", errors),
        *mark.heads("datum.weight"),
    ]
    datasets = {
        "key": key,
        "shade": shade,
        "levels": lines,
        "names": names,
        "known": past,
        "truth": truth,
        "guess": guess,
        "ticks": ticks,
        "titles": titles,
        "track": [bar | {"end": errors[1], "colour": LINE} for bar in bars],
        "race": bars,
        "rows": heads,
    }
    return mark.spec(description, bottom + 44 + 29 * len(racers), layers, datasets)


def _shade(data: str, across: Ends) -> dict:
    return mark.bars(data, across, INSET, opacity=0.5, cornerRadius=0)
