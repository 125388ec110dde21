"""Fill the figures of a variant into a text: ``{n}``, ``{price:euro}``, ``{answer}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from salesedu.questions.numbers import format_number
from salesedu.questions.parts import Flaw

__all__ = ["fill", "placeholders"]

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORMATS = ("euro", "percent", "0", "1", "2")


def placeholders(text: str) -> list[tuple[str, str]]:
    """Return name and format of every placeholder in ``text``.

    Examples
    --------
    >>> placeholders("{n} firms pay {price:euro}")
    [('n', ''), ('price', 'euro')]
    """
    return [(name, form) for name, _, form in
            (inner.partition(":") for inner in PLACEHOLDER.findall(text))]


def fill(text: str, figures: Mapping[str, int | float | str], shown: str = "") -> str:
    """Put figures into a text.

    Parameters
    ----------
    text : str
        With placeholders: ``{n}``, ``{price:euro}``, ``{rate:percent}``, ``{x:1}``, ``{answer}``.
    figures : mapping
        Values by name.
    shown : str
        What a bare ``{answer}`` becomes.

    Raises
    ------
    Flaw
        For a name or a format that is unknown.

    Examples
    --------
    >>> print(fill("{n} firms pay {p:euro}, {r:percent} of {x:1}",
    ...            {"n": 1200, "p": 40, "r": 0.25, "x": 2}))
    1,200 firms pay € 40, 25 % of 2.0
    """
    known = {"answer": shown, **figures}

    def one(match: re.Match) -> str:
        name, _, form = match[1].partition(":")
        if name not in known:
            close = get_close_matches(name, known, n=1)
            remedy = f'did you mean "{close[0]}"?' if close else f"use one of: {', '.join(known)}"
            raise Flaw(f"unknown placeholder {{{match[1]}}}", remedy)
        if name == "answer" and not form and shown:
            return shown
        return _write(known[name], form, match[1])

    filled = PLACEHOLDER.sub(one, text)
    if "{" in filled or "}" in filled:
        raise Flaw("a brace stands alone", "write placeholders as {name}")
    if re.search(r"%\s*%|€\s*€", filled):
        raise Flaw(
            f'a sign stands twice in "{_around(filled)}"',
            "leave out the % or € behind the placeholder's format or in front of it",
        )
    return filled


def _around(text: str) -> str:
    found = re.search(r".{0,20}(%\s*%|€\s*€).{0,10}", text)
    return found[0].strip() if found else ""


def _write(value: int | float | str, form: str, inner: str) -> str:
    if isinstance(value, str):
        if form:
            raise Flaw(f"{{{inner}}} is a text and has no format", "leave the format out")
        return value
    if form == "":
        return format_number(value)
    if form == "euro":
        whole = abs(value - round(value)) < 0.005
        written = format_number(abs(value), 0 if whole else 2)
        return ("−" if value < 0 and written.strip("0.") else "") + f"€ {written}"
    if form == "percent":
        tenths = format_number(value * 100, 1)
        return f"{tenths.removesuffix('.0')} %"
    if form in FORMATS:
        return format_number(value, int(form))
    raise Flaw(f"unknown format in {{{inner}}}", f"use one of: {', '.join(FORMATS)}")
