"""A kind answer to a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["known"]


def known(name: str, names: Iterable[str], kind: str) -> str:
    """Return *name* if it is one of *names*.

    Raises
    ------
    ValueError
        With the nearest names, or with all of them when nothing is near.

    Examples
    --------
    >>> known("nps", ["nps", "value-chain"], "explorer")
    'nps'
    >>> known("nsp", ["nps", "value-chain"], "explorer")
    Traceback (most recent call last):
        ...
    ValueError: There is no explorer 'nsp'. Did you mean 'nps'?
    """
    every = list(names)
    if name in every:
        return name
    near = get_close_matches(str(name).lower(), every, n=3, cutoff=0.5)
    if near:
        advice = "Did you mean " + " or ".join(repr(one) for one in near) + "?"
    elif every:
        advice = "There are: " + ", ".join(every) + "."
    else:
        advice = "There are none yet."
    raise ValueError(f"There is no {kind} {name!r}. {advice}")
