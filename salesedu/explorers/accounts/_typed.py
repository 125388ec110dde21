"""Amounts, shares and dates as people type them into a form; what can mean two things is asked back."""

import re
from datetime import date

__all__ = ["amount", "lines", "quantity", "share", "when"]

MINUSES = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
SIGNS = re.compile(r"€|%|\b(?:euros?|eur|procent|per ?cent|points?|punten)\b")
THOUSANDS = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
SINGLE = re.compile(r"\d*[.,]?\d+")
QUANTITY = re.compile(r"(€?)\s*\+?(-?[\d.,'’\s]*\d(?:[.,]-+)?)\s*(\D.*)?")
EUROS = ("€", "euro", "euros", "eur")
LARGEST = 1e12
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DUTCH = {"mrt": "mar", "maa": "mar", "mei": "may", "okt": "oct"}
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4})")


def amount(text: str, money: bool = False, below_zero: bool = True) -> float | None:
    """A number in Dutch or English notation; None when nothing was typed.

    An amount of `money` has no thousandths, so that 12.500 is twelve thousand five hundred there.

    Examples
    --------
    >>> amount("1.250,50"), amount("€ 12.500", money=True), amount("")
    (1250.5, 12500.0, None)
    >>> amount("12.500")
    Traceback (most recent call last):
        ...
    ValueError: “12.500” can mean 12500 or 12.5; type the one you mean
    """
    if not text.strip():
        return None
    bare = SIGNS.sub(" ", MINUSES.sub("-", text.lower())).strip()
    bare = THOUSANDS.sub("", re.sub(r"[.,] ?-+$", "", bare)).strip()
    sign, bare = (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare)
    if TWO_WAYS.fullmatch(bare):
        large, small = re.sub("[.,]", "", bare), bare.replace(",", ".").rstrip("0")
        if not money:
            raise ValueError(f"“{text.strip()}” can mean {large} or {small.rstrip('.')}; type the one you mean")
        bare = large
    grouped = GROUPED.fullmatch(bare)
    if grouped and bare[0] != "0":
        bare = bare.replace(grouped[1], "")
    elif not SINGLE.fullmatch(bare):
        raise ValueError(f"“{text.strip()}” is no number; type it as 12500 or 12.50")
    value = sign * float(bare.replace(",", "."))
    if value < 0 and not below_zero:
        raise ValueError(f"“{text.strip()}” is below zero; type what it costs or brings, 0 at least")
    if abs(value) > LARGEST:
        raise ValueError(f"“{text.strip()}” is too large for a plan")
    return value


def quantity(text: str) -> tuple[float | None, str]:
    """A number with its unit, which may stand before or behind it.

    Examples
    --------
    >>> quantity("€ 84.000"), quantity("+22 points"), quantity("4.2 hours a month")
    ((84000.0, '€'), (22.0, 'points'), (4.2, 'hours a month'))
    """
    typed = QUANTITY.fullmatch(MINUSES.sub("-", text.strip()))
    if not typed:
        return amount(text), ""
    unit = (typed[1] or typed[3] or "").strip()
    return amount(typed[2], money=unit.lower() in EUROS), unit


def lines(text: str) -> list[str]:
    """The lines of a text that say something, without the signs of a list."""
    bare = (re.sub(r"^[\s\-*•]+", "", line).strip() for line in text.split("\n"))
    return [" ".join(line.split()) for line in bare if line]


def share(text: str) -> float | None:
    """A share as a fraction, typed as 35 %, 35 or 0.35; None when nothing was typed.

    Examples
    --------
    >>> share("35 %"), share("35"), share("0,35")
    (0.35, 0.35, 0.35)
    """
    value = amount(text)
    if value is not None and ("%" in text or abs(value) >= 1):
        value /= 100
    if value is not None and not 0 <= value <= 1:
        raise ValueError(f"“{text.strip()}” is no share; type 0 to 100 %")
    return value


def when(text: str) -> date | None:
    """A date, the year or the day first, the month as a number or a word; None when nothing was typed.

    Examples
    --------
    >>> when("2027-03-31") == when("31-3-2027") == when("31 maart 2027")
    True
    """
    typed = text.strip().lower()
    if not typed:
        return None
    first, last = YEAR_FIRST.fullmatch(typed), DAY_FIRST.fullmatch(typed)
    year, month, day = first.groups() if first else reversed(last.groups()) if last else ("", "", "")
    if month.isalpha():
        short = DUTCH.get(month[:3], month[:3])
        month = str(MONTHS.index(short) + 1) if short in MONTHS else ""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"“{text.strip()}” is no date; type it as 31 March 2027 or 31/3/2027") from None
