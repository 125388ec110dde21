"""Scores from 1 to 5 by fifths of a ranking.

Part of chapter 6; import `quintile_score` from :mod:`salesedu.portfolio`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from salesedu._checks import number, same_names, yes_or_no
from salesedu._portfolio.book import Amounts, by_customer

__all__ = ["columns_by_customer", "quintile_score", "scores"]

NUMBER = "give a number"


def scores(values: Mapping[str, float], low_is_good: bool = False) -> dict[str, int]:
    """A score for each, 5 for the best fifth; equal values (to a millionth) get the score of their middle rank."""
    sign = -1 if low_is_good else 1
    plain = {name: sign * round(value, 6) for name, value in values.items()}
    row = sorted(plain.values())
    result = {}
    for name, value in plain.items():
        below = bisect_left(row, value)
        equal = bisect_right(row, value) - below
        # The middle of those equal lies below + equal / 2 along the row; whole numbers keep it exact.
        result[name] = 1 + 5 * (2 * below + equal) // (2 * len(row))
    return result


def columns_by_customer(columns: Mapping[str, Amounts], minima: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Several numbers for each customer, checked to be of the same customers."""
    read = {}
    for name, values in columns.items():
        bound = {"minimum": minima[name]} if name in minima else {}
        remedy = f"give a number, {minima[name]:g} or more" if bound else NUMBER
        read[name] = by_customer(values, name, remedy=remedy, **bound)
    first, *others = read
    for other in others:
        same_names(read[first], read[other], first, other)
    return read


def quintile_score(value: float, values: Iterable[float], low_is_good: bool = False) -> int:
    """Score of one value among all: in which fifth it stands.

    Parameters
    ----------
    value : float
        One of `values`.
    values : iterable
        All of them.
    low_is_good : bool
        True when less is better, as with days since the last order.

    Returns
    -------
    int
        1 (worst fifth) to 5 (best fifth).

    Raises
    ------
    ValueError
        When the value is not among all, or one is missing or no number.

    Notes
    -----
    Equal values get the same score, that of their middle rank; if all are equal, that is 3. With fewer
    than five values some scores do not occur.

    Examples
    --------
    >>> [quintile_score(days, [3, 10, 20, 45, 200], low_is_good=True) for days in (3, 20, 200)]
    [5, 3, 1]
    """
    among = by_customer(values, "values", remedy=NUMBER)
    own = round(number(value, "value"), 6)
    judged = scores(among, yes_or_no(low_is_good, "low_is_good"))
    for name, other in among.items():
        if round(other, 6) == own:
            return judged[name]
    raise ValueError(f"value is {own:.12g}, which is not among the values; give one of them.")
