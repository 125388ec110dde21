"""Arithmetic that a question may name in its bank, where no chapter function is meant."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

__all__ = ["add", "divide", "multiply", "percent_of", "round", "subtract"]


def add(*numbers: float) -> float:
    """Add numbers.

    Examples
    --------
    >>> add(1, 2, 3.5)
    6.5
    """
    return sum(numbers)


def subtract(number: float, *others: float) -> float:
    """Take the others from the first number.

    Examples
    --------
    >>> subtract(10, 2, 3)
    5
    """
    return number - sum(others)


def multiply(*numbers: float) -> float:
    """Multiply numbers.

    Examples
    --------
    >>> multiply(2, 3, 0.5)
    3.0
    """
    product = 1
    for number in numbers:
        product *= number
    return product


def divide(number: float, by: float) -> float:
    """Divide; an answer in per cent is such a fraction.

    Raises
    ------
    ValueError
        When ``by`` is 0.

    Examples
    --------
    >>> divide(1, 4)
    0.25
    """
    if by == 0:
        raise ValueError(f"{number} cannot be divided by 0; divide by another number")
    return number / by


def percent_of(part: float, whole: float) -> float:
    """Return how many per cent ``part`` is of ``whole``: 25.0, not 0.25.

    For an answer whose unit is "%" use :func:`divide`: such an answer is a fraction.

    Raises
    ------
    ValueError
        When ``whole`` is 0.

    Examples
    --------
    >>> percent_of(1, 4)
    25.0
    """
    return 100 * divide(part, whole)


def round(number: float, decimals: int = 0) -> float:
    """Round half up, as taught at school.

    Examples
    --------
    >>> round(2.5), round(2.345, 2)
    (3.0, 2.35)
    """
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(float(number))).quantize(step, ROUND_HALF_UP))
