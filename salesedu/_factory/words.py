"""How scores, weights and names of blocks are written in a sentence.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Sequence

from salesedu._notation import and_list, plain

__all__ = ["decimals", "names_text", "score_text", "some_of"]


def decimals(value: float) -> int:
    """The decimals that a score or weight needs, two at most.

    >>> decimals(3.0), decimals(2.5), decimals(1 / 3)
    (0, 1, 2)
    """
    return next((places for places in (0, 1) if abs(value - round(value, places)) < 0.005), 2)


def score_text(value: float) -> str:
    """A score or weight as text.

    >>> score_text(3.0), score_text(2.5)
    ('3', '2.5')
    """
    return plain(value, decimals(value))


def names_text(names: Sequence[str]) -> str:
    """Names of blocks in a sentence; several stand in quotation marks, because names hold an "and" themselves.

    >>> names_text(["Customers"]), names_text(["Leads and opportunities", "Customers"])
    ('Customers', '“Leads and opportunities” and “Customers”')
    """
    return names[0] if len(names) == 1 else and_list([f"“{name}”" for name in names])


def some_of(count: int, total: int) -> str:
    """How many of some things.

    >>> some_of(0, 2), some_of(1, 2), some_of(2, 2)
    ('none of the 2', '1 of the 2', 'all 2')
    """
    if not count:
        return f"none of the {total}"
    return f"all {total}" if count == total else f"{count} of the {total}"
