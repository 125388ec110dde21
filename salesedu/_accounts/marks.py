"""Several marks in one: weighted, against a rival, and by account.

Part of chapter 7; import what is public from :mod:`salesedu.accounts`.
"""

from collections.abc import Iterable, Mapping
from math import fsum

from salesedu._checks import labelled_numbers, named_numbers, number, same_names, shown, weight_shares

__all__ = ["REMEDY", "Marks", "marks_by_account", "relative_position", "weighted_mark"]

Marks = Mapping[str, float] | Iterable[float]
REMEDY = "give a mark from 0 to 10"


def weighted_mark(marks: Marks, weights: Marks | None = None, *, scale: tuple[float, float] = (0, 10)) -> float:
    """Several marks in one, by the weight of each criterion.

    Parameters
    ----------
    marks : mapping or iterable
        A mark for each criterion, within the scale.
    weights : mapping or iterable, optional
        Importance of each criterion, 0 or more, on any scale; equal when left out.
    scale : tuple
        Lowest and highest mark possible.

    Returns
    -------
    float
        The weighted mean, on the same scale.

    Raises
    ------
    ValueError
        When a mark lies outside the scale, or marks and weights do not fit.

    Examples
    --------
    >>> weighted_mark([8, 6], [3, 1])
    7.5
    """
    low, high = _scale(scale)
    given = labelled_numbers(marks, "marks", "criterion", low, high)
    shares = weight_shares(weights, given, "weights", "marks", "criterion")
    return min(high, max(low, fsum(given[name] * shares[name] for name in given)))


def _scale(scale: object) -> tuple[float, float]:
    if not isinstance(scale, tuple | list) or len(scale) != 2:
        raise ValueError(f"scale is {shown(scale)}; give the lowest and the highest mark, such as (0, 10).")
    low, high = number(scale[0], "scale: lowest"), number(scale[1], "scale: highest")
    if not low < high:
        raise ValueError(f"scale runs from {low:.12g} to {high:.12g}; give the lowest mark first.")
    return low, high


def relative_position(own: Marks, rival: Marks, weights: Marks | None = None) -> float:
    """Your position with a customer, against the best rival it could choose.

    Parameters
    ----------
    own, rival : mapping or iterable
        Marks (0–10) on what the customer finds important, as *the customer* gives them: to you,
        and to the best of the others.
    weights : mapping or iterable, optional
        Importance of each criterion to the customer, 0 or more; equal when left out.

    Returns
    -------
    float
        0–10: ``5 + (own - rival) / 2`` of the weighted marks. 5 is as good as the rival.

    Raises
    ------
    ValueError
        When a mark is not from 0 to 10, or the criteria differ.

    Notes
    -----
    A high mark of your own says nothing when the rival has it too. A usual variant divides the two
    (relative strength 1.2 = 20 % better).

    Examples
    --------
    >>> relative_position([8, 6], [6, 6])
    5.5
    """
    ours = labelled_numbers(own, "own", "criterion", 0, 10, REMEDY)
    theirs = labelled_numbers(rival, "rival", "criterion", 0, 10, REMEDY)
    same_names(ours, theirs, "own", "rival")
    shares = weight_shares(weights, ours, "weights", "own", "criterion")
    return min(10.0, max(0.0, 5 + fsum((ours[name] - theirs[name]) * shares[name] for name in ours) / 2))


def marks_by_account(
    given: object, name: str, weights: Marks | None
) -> tuple[dict[str, float], dict[str, dict[str, float]], dict[str, float]]:
    """Marks by account, the points of each criterion, and the weights as shares."""
    if not hasattr(given, "items"):
        raise ValueError(f"{name} is {shown(given)}; give a mark, or marks by criterion, for each account by name.")
    pairs = list(given.items())
    if not any(hasattr(one, "items") for _, one in pairs):
        if weights is not None:
            raise ValueError(f"{name}_weights are given, but {name} has one mark for each account; leave them out.")
        return named_numbers(dict(pairs), name, 0, 10, REMEDY), {}, {}
    marks: dict[str, float] = {}
    parts: dict[str, dict[str, float]] = {}
    shares: dict[str, float] = {}
    first: dict[str, float] = {}
    for account, one in pairs:
        if not isinstance(account, str) or not account.strip():
            raise ValueError(f"{name} has a name that is {shown(account)}; name each account in words.")
        if not hasattr(one, "items"):
            raise ValueError(f"{name}: {account} is {shown(one)}; give marks by criterion, as for the other accounts.")
        row = named_numbers(one, f"{name}: {account}", 0, 10, REMEDY)
        if not first:
            first, shares = row, weight_shares(weights, row, f"{name}_weights", name, "criterion")
        same_names(first, row, f"{name} of the first account", f"{name}: {account}")
        parts[account] = {criterion: row[criterion] * shares[criterion] for criterion in shares}
        marks[account] = min(10.0, fsum(parts[account].values()))
    return marks, parts, shares
