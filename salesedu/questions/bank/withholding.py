"""A baked question as it is published while solutions are withheld: what grading needs, and nothing that explains."""

from __future__ import annotations

from datetime import date
from typing import Any

__all__ = ["without_solution"]

NOT_YET = "this one is not in its place."


def without_solution(baked: dict[str, Any], day: date) -> dict[str, Any]:
    """Return a baked question without its solution, its written key and the reasons of what is right.

    The browser grades by itself, so which option is right, and the number, stay in the data; so do the hint and what
    is said of a named mistake.

    Parameters
    ----------
    baked : dict
        From :func:`salesedu.questions.bank.bake`.
    day : datetime.date
        When the solution appears; the page tells it.

    Examples
    --------
    >>> from datetime import date
    >>> baked = {"type": "text", "solution": "Because.", "because": "So.", "shown": "NPS", "accept": ["nps"]}
    >>> kept = without_solution(baked, date(2027, 1, 15))
    >>> kept["withheld"], kept["accept"], [kept[name] for name in ("solution", "because", "shown")]
    ('15 January 2027', ['nps'], ['', '', ''])
    """
    kept = {**baked, "withheld": f"{day.day} {day:%B %Y}"}
    for name in ("solution", "because", "shown"):
        if name in kept:
            kept[name] = ""
    if "variants" in kept:
        kept["variants"] = [{**one, "solution": "", "shown": ""} for one in kept["variants"]]
    if "options" in kept:
        kept["options"] = [{**one, "because": ""} if one["correct"] else one for one in kept["options"]]
    for name in ("items", "lefts"):
        if name in kept:
            kept[name] = [{**one, "because": NOT_YET} for one in kept[name]]
    return kept
