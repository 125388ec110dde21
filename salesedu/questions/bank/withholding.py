"""A question as it is published while solutions are withheld: what grading needs, and nothing that explains."""

from __future__ import annotations

from datetime import date
from typing import Any

__all__ = ["entry_without_solution", "without_solution"]

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


def entry_without_solution(entry: dict[str, Any], fingerprint: str, day: date) -> dict[str, Any]:
    """Return the entry of a bank, as its file has it, without what :func:`without_solution` takes from the baked one.

    A copy of the course that leaves the lecturer's hands has its bank like this. A copy that is still in use after
    the day says so where a solution would stand.

    Parameters
    ----------
    entry : dict
        A question of a checked bank.
    fingerprint : str
        That of the whole question, so that an answer given now counts when the solutions are there.
    day : datetime.date
        When they appear.

    Examples
    --------
    >>> from datetime import date
    >>> right = {"text": "So.", "because": "It is.", "correct": True}
    >>> kept = entry_without_solution({"solution": "Because.", "options": [right]}, "abc", date(2027, 1, 15))
    >>> kept["solution"]
    'This copy was made without solutions, before 15 January 2027.'
    >>> kept["options"][0]["because"] == kept["solution"], kept["fingerprint"]
    (True, 'abc')
    """
    instead = f"This copy was made without solutions, before {day.day} {day:%B %Y}."
    kept = {**entry, "solution": instead, "fingerprint": fingerprint}
    if "because" in kept:
        kept["because"] = instead
    for name in ("options", "items", "pairs"):
        if name in kept:
            kept[name] = [{**one, "because": instead} if name != "options" or one.get("correct") else one
                          for one in kept[name]]
    return kept
