"""How figures are shown: 1,250.50 or 1.250,50. Standard library only, since it also runs in the page.

Everything in the course is written in English notation; an edition with Dutch notation turns it where it is shown.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["DUTCH", "localised", "localised_explorer", "localised_view"]

DUTCH = "dutch"
# A figure with thousands or decimals, not part of a longer name: a date, a version, an address, a licence.
_FIGURE = re.compile(r"(?<![\w.,/-])(?<!BY )(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\d/]|[.,]\d)")
_TURN = str.maketrans(",.", ".,")
_LOCALE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
_READ = {"question", "try_this", "prompt", "choices", "because", "label", "note"}  # what a reader sees of an explorer
_TOLD = {"description", "title", "text", "subtitle"}  # what a reader sees of a chart, besides its data


def localised(text: str, numbers: str = DUTCH) -> str:
    """Return a text with its figures in a notation.

    Parameters
    ----------
    text : str
        With figures as 1,250.50.
    numbers : {"english", "dutch"}
        ``"english"`` leaves everything as it is.

    Examples
    --------
    >>> localised("€ 1,250.50 is 12.5 % of € 10,004; see CC BY 4.0, 1, 2 and 10.1037/a.")
    '€ 1.250,50 is 12,5 % of € 10.004; see CC BY 4.0, 1, 2 and 10.1037/a.'
    """
    return _FIGURE.sub(lambda found: found[0].translate(_TURN), text) if numbers == DUTCH else text


def localised_view(view: dict, numbers: str = DUTCH) -> dict:
    """Return what an explorer shows, as JSON, in a notation: figures, sentence, chart.

    Examples
    --------
    >>> view = {"kpis": [{"name": "n", "value": "€ 1,250"}], "reading": "It is 0.5.", "chart": {"height": 1.5}}
    >>> shown = localised_view(view)
    >>> shown["kpis"][0]["value"], shown["reading"], shown["chart"]["height"]
    ('€ 1.250', 'It is 0,5.', 1.5)
    """
    if numbers != DUTCH:
        return view
    kpis = [{key: localised(one) if key in ("value", "note", "label") and one else one for key, one in kpi.items()}
            for kpi in view["kpis"]]
    chart = _chart(view["chart"])
    if chart:
        config = chart.get("config", {})
        chart["config"] = {**config, "locale": {**config.get("locale", {}), "number": _LOCALE}}
    return {**view, "kpis": kpis, "reading": localised(view["reading"]), "chart": chart}


def localised_explorer(told: dict, numbers: str = DUTCH) -> dict:
    """Return an explorer as JSON with what is read of it in a notation: question, prediction, labels and notes.

    Examples
    --------
    >>> localised_explorer({"id": "a", "question": "€ 1,250?", "controls": [{"label": "1.5", "value": "1.5"}]})
    {'id': 'a', 'question': '€ 1.250?', 'controls': [{'label': '1,5', 'value': '1.5'}]}
    """
    return _texts(told) if numbers == DUTCH else told


def _texts(part: Any, seen: bool = False) -> Any:
    if isinstance(part, str):
        return localised(part) if seen else part
    if isinstance(part, list | tuple):
        return [_texts(one, seen) for one in part]
    if isinstance(part, dict):
        return {key: [[value, _texts(label, True)] for value, label in one] if key == "options" else
                _texts(one, key in _READ) for key, one in part.items()}
    return part


def _chart(part: Any, seen: bool = False) -> Any:
    """A specification with the texts that are seen turned; expressions and formats stay as they are."""
    if isinstance(part, str):
        return localised(part) if seen else part
    if isinstance(part, list):
        return [_chart(one, seen) for one in part]
    if isinstance(part, dict):
        return {key: _chart(one, key in ("datasets", "values") or key in _TOLD or (seen and key != "expr"))
                for key, one in part.items()}
    return part
