"""Read a number as people write it, in Dutch or English, and ask back when it can be two.

The same reading exists in JavaScript (``widgets/js/numbers.js``); ``tests/vectors/numbers.json``
holds both to the same values and the same sentences.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["SENTENCES", "Reading", "format_number", "plain", "read"]

#: What is said when a number cannot be used; the JavaScript reader has the same table.
SENTENCES = {
    "ambiguous": "“{text}” can mean {large} or {small}. Type {large} or {small}, "
    "so that it is clear which you mean.",
    "unreadable": "“{text}” cannot be read as a number. Type one number, such as 1250.50 or 25 %.",
    "zero": "“{text}” divides by zero. Type one number.",
    "percent": "“{text}” is a percentage, and this answer is an amount in euros. "
    "Type the amount.",
    "euro": "“{text}” is an amount in euros, and this answer is not. Type it in {unit}.",
}

LONGEST = 60  # characters: a longer text is not a number
TIMES = {
    "k": 1e3, "thousand": 1e3, "duizend": 1e3,
    "m": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6, "miljoen": 1e6,
    "bn": 1e9, "mrd": 1e9, "billion": 1e9, "miljard": 1e9,
}
PERCENT_WORDS = ("%", "percent", "per cent", "procent", "pct")
EURO_WORDS = ("€", "euros", "euro", "eur")
LEAD_WORDS = ("=", "≈", "~", "about", "circa", "ca.", "ca")
COMMON_UNITS = ("points", "point", "punten", "punt", "pts", "pt", "stuks", "pieces")
SPACES = re.compile(
    "[\t-\r\x1c-\x20\x85\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u3000\ufeff]+"
)
PLAIN = r"([0-9]+(?:[.,][0-9]+)?)"
FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}


@dataclass(frozen=True)
class Reading:
    """What a text says as a number.

    Attributes
    ----------
    value : float or None
        The number; a percentage as a fraction. None when there is a problem.
    problem : str or None
        ``"empty"``, ``"ambiguous"``, ``"unreadable"``, ``"zero"``, ``"percent"``, ``"euro"``.
    alternatives : tuple of float
        Other numbers that the same text can mean. When ``problem`` is None, either may be meant
        and both are accepted; when it is ``"ambiguous"``, the reader must be asked.
    say : str
        The question back, as plain text; "" when there is nothing to ask.
    """

    value: float | None
    problem: str | None = None
    alternatives: tuple[float, ...] = ()
    say: str = ""


def read(text: str, unit: str | None = None) -> Reading:
    """Read ``text`` as a number.

    Parameters
    ----------
    text : str
        What someone typed: ``"1.250,50 €"``, ``"25 %"``, ``"1/4"``, ``"12k"``, ``"−5"``, …
    unit : str, optional
        The unit of the answer. With ``"%"`` the value is a fraction, and a bare number may be
        either: ``"25"`` and ``"0.25"`` both reach 0.25. With ``"thousand euros"`` both ``"230"`` and
        ``"230k"`` are 230.

    Returns
    -------
    Reading
        Never raises for any text.

    Examples
    --------
    >>> read("1.250,50 €").value
    1250.5
    >>> read("25", "%")
    Reading(value=0.25, problem=None, alternatives=(25.0,), say='')
    >>> read("1.250").say
    '“1.250” can mean 1250 or 1.25. Type 1250 or 1.25, so that it is clear which you mean.'
    """
    unit = (unit or "").strip()
    typed = SPACES.sub(" ", text).strip(" ")
    if not typed:
        return Reading(None, "empty")
    if len(typed) > LONGEST:
        return _problem("unreadable", typed[:LONGEST] + "…")

    rest, percent, euro = _strip_units(_tidy(typed).lower(), unit)
    money = "€" in unit or "euro" in unit.lower()
    if percent and (money or euro):
        return _problem("percent" if money else "unreadable", typed)
    if euro and unit and not money:
        return _problem("euro", typed, unit="per cent" if unit == "%" else unit)

    found = _quantity(rest, _counted_in(unit.lower()))
    if isinstance(found, str):
        return _problem(found, typed)
    if not all(math.isfinite(value) for value in found):
        return _problem("unreadable", typed)
    if len(found) == 2:
        large, small = found
        both = tuple(value / 100 if percent or unit == "%" else value for value in found)
        return _problem("ambiguous", typed, both, large=plain(large), small=plain(small))
    return _with_percent(found[0], percent, unit)


def format_number(value: float, decimals: int | None = None, *, notation: str = "english") -> str:
    """Write a number as the course shows it: thousands separated, a true minus sign.

    Parameters
    ----------
    value : float
        Any finite number.
    decimals : int, optional
        Digits after the decimal separator, rounded half up. Without it as many as the number
        has, four at most.
    notation : {"english", "dutch"}
        ``1,250.5`` or ``1.250,5``.

    Raises
    ------
    ValueError
        For a number that is not finite, or another notation.

    Examples
    --------
    >>> format_number(1250.5), format_number(-3.14159, 2), format_number(1250.5, notation="dutch")
    ('1,250.5', '−3.14', '1.250,5')
    """
    if not math.isfinite(value):
        raise ValueError(f"{value!r} cannot be written as a number; it must be finite")
    if notation not in ("english", "dutch"):
        raise ValueError(f"the notation is {notation!r}; use 'english' or 'dutch'")
    # Decimal(repr) rounds what the reader sees (2.675 -> 2.68), not its binary neighbour.
    step = Decimal(1).scaleb(-(4 if decimals is None else decimals))
    exact = Decimal(repr(float(value)))
    rounded = exact.quantize(step, ROUND_HALF_UP) if abs(exact) < Decimal(10) ** 20 else exact
    text = f"{rounded:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if not rounded:
        text = text.lstrip("-")
    if notation == "dutch":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "−")


def plain(value: float) -> str:
    """Write a number so that it can be typed and read back in one way only: ``1250.5``.

    Examples
    --------
    >>> plain(1250.0), plain(-0.125), plain(1.255)
    ('1250', '-0.125', '1.2550')
    """
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    if re.fullmatch(r"-?[1-9][0-9]{0,2}[.][0-9]{3}", text):
        text += "0"  # "1.255" would be asked about again
    return "0" if text == "-0" else text


def _problem(kind: str, text: str, alternatives: tuple[float, ...] = (), **more: str) -> Reading:
    say = SENTENCES[kind].replace("{text}", text)
    for name, part in more.items():
        say = say.replace("{" + name + "}", part)
    return Reading(None, kind, alternatives, say)


def _tidy(text: str) -> str:
    """Return the text with one kind of minus, apostrophe and fraction."""
    text = re.sub(r"[\u2010-\u2015\u2212\ufe63\uff0d]", "-", text)
    text = re.sub(r"[\u2018\u2019\u02bc`´]", "'", text)
    text = text.replace("\u2044", "/").replace("÷", "/")
    for sign, spelled in FRACTIONS.items():
        text = text.replace(sign, f" {spelled}")
    return re.sub(" +", " ", text).strip(" ")


def _strip_units(text: str, unit: str) -> tuple[str, bool, bool]:
    """Take off signs and words around the figure; tell whether % or € was among them."""
    percent = euro = False
    names = {name for one in (unit.lower(), _bare(unit.lower())) for name in (one, one.rstrip("s"))}
    units = sorted({*names, *COMMON_UNITS} - {"", *PERCENT_WORDS, *EURO_WORDS},
                   key=lambda word: (-len(word), word))
    changed = True
    while changed:
        before = text
        for word in LEAD_WORDS:
            text = _without(text, word, at_end=False)
        for word in PERCENT_WORDS:
            shorter = _without(text, word, at_end=True)
            percent, text = percent or shorter != text, shorter
        for word in EURO_WORDS:
            shorter = _without(text, word, at_end=True)
            shorter = _without(shorter, word, at_end=False)
            # "-€ 5" and "€ -5" are the same amount.
            shorter = re.sub(rf"^([+-]) ?{word} ?(?=[0-9.,])", r"\1", shorter)
            euro, text = euro or shorter != text, shorter
        for word in units:
            text = _without(text, word, at_end=True)
        changed = text != before
    whole = re.sub(r"([0-9])[.,] ?--?$", r"\1", text)
    if whole != text:  # "1.250,-" has no cents, so its point can only separate thousands
        text = re.sub(r"[.,](?=[0-9]{3}(?![0-9]))", "", whole)
    return re.sub(r"([0-9])[.,;]$", r"\1", text), percent, euro


def _bare(text: str) -> str:
    """Return a word without its accents: people type "cafes"."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text))


def _without(text: str, word: str, *, at_end: bool) -> str:
    """Take ``word`` off one end, unless it is only the end of a longer word."""
    if at_end and text.endswith(word):
        rest = text[: -len(word)].rstrip(" ")
        return text if rest[-1:].isalpha() and not text[: -len(word)].endswith(" ") else rest
    if not at_end and text.startswith(word):
        rest = text[len(word) :].lstrip(" ")
        return text if rest[:1].isalpha() and not text[len(word) :].startswith(" ") else rest
    return text


def _counted_in(unit: str) -> float:
    first = unit.split(" ")[0]
    return TIMES.get(first, 1.0) if len(first) > 3 else 1.0  # "m" is a metre


def _quantity(text: str, counted_in: float) -> tuple[float, ...] | str:
    """Read sign, figure, fraction and multiplier: one value, two when ambiguous, or a problem.

    In a box for thousands ("thousand euros"), `counted_in` is 1000: there "230k" and "230" are the same.
    """
    found = re.fullmatch(r"([+-]?) ?(.*?) ?([a-z]*)\.?", text)
    if not found:
        return "unreadable"
    sign = -1.0 if found[1] == "-" else 1.0
    body, word = found[2], found[3]
    times = 1.0
    if word:
        if word not in TIMES:
            return "unreadable"
        times = TIMES[word] / counted_in

    power = re.fullmatch(r"([0-9]*[.,]?[0-9]+)e([+-]?[0-9]{1,3})", body)
    if power:  # after "e" a lone separator is always decimal
        return (sign * float(f"{power[1].replace(',', '.')}e{power[2]}") * times,)

    fraction = re.fullmatch(rf"(?:([0-9]+) )?{PLAIN} ?/ ?{PLAIN}", body)
    if fraction:
        whole = float(fraction[1] or 0)
        upper, lower = (float(part.replace(",", ".")) for part in fraction.group(2, 3))
        if lower == 0:
            return "zero"
        return (sign * (whole + upper / lower) * times,)

    figures = _figure(body)
    if isinstance(figures, str):
        return figures
    return tuple(sign * float(figure) * times for figure in figures)


def _figure(body: str) -> tuple[str, ...] | str:
    """Read digits with separators: plain digits with a point, two readings, or a problem."""
    if re.search(r"[ ']", body):
        groups = re.fullmatch(r"[0-9]{1,3}(?:([ '])[0-9]{3})(?:\1[0-9]{3})*([.,][0-9]+)?", body)
        if not groups:
            return "unreadable"
        return (re.sub(r"[ ']", "", body).replace(",", "."),)
    if not re.fullmatch(r"[0-9.,]*[0-9]", body):
        return "unreadable"
    points, commas = body.count("."), body.count(",")
    if points and commas:
        decimal, group = (".", ",") if body.rindex(".") > body.rindex(",") else (",", ".")
        if not re.fullmatch(rf"[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+\{decimal}[0-9]+", body):
            return "unreadable"
        return (body.replace(group, "").replace(decimal, "."),)
    if points + commas > 1:
        if not re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{3})+", body):
            return "unreadable"
        return (re.sub(r"[.,]", "", body),)
    # One separator and three digits behind it: thousands or decimals? A leading zero tells.
    if re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", body):
        return (re.sub(r"[.,]", "", body), body.replace(",", "."))
    return (body.replace(",", "."),)


def _with_percent(value: float, percent: bool, unit: str) -> Reading:
    if unit == "%":
        if percent:
            return Reading(value / 100)
        if -1 < value < 1:  # "0.25" is more likely a fraction than a quarter of a per cent
            return Reading(value, None, () if value == 0 else (value / 100,))
        return Reading(value / 100, None, (value,))
    if percent:  # "32 %" in a box for points: the sign is no reason to call 32 wrong
        return Reading(value / 100, None, (value,) if unit else ())
    return Reading(value)
