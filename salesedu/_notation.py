"""How figures are written in readings, figures and charts: English notation, true minus.

Euro signs and units are tied to their number by a no-break space, so that a line never ends
between the two.
"""

from collections.abc import Sequence

__all__ = ["and_list", "euro", "in_words", "millions", "percent", "plain", "points", "signed"]

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def plain(value: float, decimals: int = 0) -> str:
    """A number with thousands separators.

    >>> plain(-1250.4)
    '−1,250'
    """
    text = f"{abs(value):,.{decimals}f}"
    # What rounds to zero has no sign.
    return text if value >= 0 or not text.strip("0.,") else MINUS + text


def signed(value: float, decimals: int = 0) -> str:
    """A difference with its sign; zero has none.

    >>> signed(20), signed(-0.04, 1)
    ('+20', '0.0')
    """
    text = plain(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def euro(value: float, decimals: int = 0) -> str:
    """An amount in euros.

    >>> euro(-1250).replace(SPACE, " ")
    '−€ 1,250'
    """
    text = plain(value, decimals)
    return f"{MINUS}€{SPACE}{text[1:]}" if text.startswith(MINUS) else f"€{SPACE}{text}"


def millions(value: float, decimals: int = 1) -> str:
    """An amount in millions of euros.

    >>> millions(12_000_000).replace(SPACE, " ")
    '€ 12.0 million'
    """
    return f"{euro(value / 1e6, decimals)}{SPACE}million"


def percent(fraction: float, decimals: int = 0) -> str:
    """A fraction as per cent.

    >>> percent(0.25).replace(SPACE, " ")
    '25 %'
    """
    return f"{plain(100 * fraction, decimals)}{SPACE}%"


def points(value: float, decimals: int = 1) -> str:
    """A number of points, singular when it is one.

    >>> points(1.0).replace(SPACE, " "), points(0.5).replace(SPACE, " ")
    ('1.0 point', '0.5 points')
    """
    number = plain(value, decimals)
    return f"{number}{SPACE}{'point' if float(abs(round(value, decimals))) == 1 else 'points'}"


def and_list(names: Sequence[str]) -> str:
    """Names as a list in a sentence.

    >>> and_list(["price", "service", "product"])
    'price, service and product'
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def in_words(value: float) -> str:
    """A number from 0 to 10 as people say it.

    >>> in_words(5.56), in_words(5.1), in_words(5.3), in_words(5)
    ('almost six', 'just over five', 'between five and six', 'five')
    """
    below = int(value + 1e-9)
    rest = value - below
    if below == 0:
        return "almost one" if rest >= 0.5 else "hardly any" if value > 0 else WORDS[0]
    if rest < 0.02:
        return WORDS[below]
    if rest < 0.25:
        return f"just over {WORDS[below]}"
    if rest >= 0.55:
        return f"almost {WORDS[below + 1]}"
    return f"between {WORDS[below]} and {WORDS[below + 1]}"
