"""Compare a written term with the accepted ones, forgiving a slip of the fingers.

The same comparison exists in JavaScript (``widgets/js/spelling.js``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["distance", "nearest", "normalise"]

ARTICLES = {"a", "an", "the", "de", "het", "een"}
FORGIVEN_FROM, FORGIVEN_TWICE_FROM = 6, 12  # letters of the accepted word
NO = 99  # further than any forgiven distance


def normalise(text: str) -> str:
    """Return small letters and digits, without accents, punctuation and articles.

    Examples
    --------
    >>> normalise("  The Customer-Centrality  approach. "), normalise("Één-op-één")
    ('customer centrality approach', 'een op een')
    >>> normalise("The")
    'the'
    """
    flat = unicodedata.normalize("NFKD", text)
    flat = re.sub(r"[\u0300-\u036f]", "", flat).lower()
    # "après-sales" and "après sales" are one term; "client's" is "clients".
    flat = re.sub(r"['\u2018\u2019`´]", "", flat).replace("&", " and ")
    words = re.sub(r"[^a-z0-9]+", " ", flat).split()
    # An accented "één" is a numeral and no article, so only what stood there plainly is dropped.
    plain = set(re.findall(r"[a-z]+", text.lower()))
    kept = [word for word in words if word not in ARTICLES or word not in plain]
    return " ".join(kept or words)


def nearest(given: str, forms: Iterable[str]) -> int:
    """Return the number of slips between a normalised text and the nearest of ``forms``.

    A word longer than 5 letters forgives one slip, longer than 11 two; the first letter and all
    digits must be right. Spaces do not count.

    Returns
    -------
    int
        0 for the same term, 99 when none is near enough.

    Examples
    --------
    >>> nearest("expectaton management", ["expectation management"])
    1
    >>> nearest("unstructured", ["structured"])
    99
    """
    return min((_slips(given, form) for form in forms), default=NO)


def _slips(given: str, form: str) -> int:
    joined, wanted = given.replace(" ", ""), form.replace(" ", "")
    if joined == wanted:
        return 0
    if re.sub(r"[^0-9]", "", given) != re.sub(r"[^0-9]", "", form):
        return NO
    words, needed = given.split(" "), form.split(" ")
    if len(words) != len(needed):
        words, needed = [joined], [wanted]
    total = 0
    for word, need in zip(words, needed, strict=True):
        slips = distance(word, need)
        allowed = (len(need) >= FORGIVEN_FROM) + (len(need) >= FORGIVEN_TWICE_FROM)
        # Another first letter is often another word: (ir)rational, (un)structured.
        if slips > allowed or (slips and word[:1] != need[:1]):
            return NO
        total += slips
    return total


def distance(one: str, other: str) -> int:
    """Count letters to add, drop, change or swap with a neighbour (optimal string alignment).

    Examples
    --------
    >>> distance("recieve", "receive"), distance("promotor", "promoter"), distance("", "ab")
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
    return row[-1]
