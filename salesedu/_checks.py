"""Reading input and saying in one sentence what is wrong with it: shared by all chapter modules.

Every helper returns plain Python numbers and raises a ``ValueError`` whose sentence names the
value, where it stands and what to do. There is one kind of error on purpose: a student who
reads a survey from a file should not have to know whether Python calls "eight" a wrong type or
a wrong value. Numbers are recognised by behaviour, so numpy scalars and a pandas Series work
although neither library is imported here.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import fsum, isfinite, isnan
from numbers import Real

__all__ = [
    "ALLOWANCE",
    "count",
    "fraction",
    "labelled_numbers",
    "mark_or_marks",
    "named_numbers",
    "nested_numbers",
    "number",
    "numbered",
    "one_of",
    "ratio",
    "same_names",
    "shown",
    "weight_shares",
    "yes_or_no",
]

# Beyond this no figure of a firm makes sense; below it, sums and products of a few inputs
# cannot overflow, so that no result is ever infinite or NaN.
LARGEST = 1e15

# What rounding may add or take when two computed figures are compared: 8.2 − 6.7 is a lead of 1.5.
ALLOWANCE = 1e-9


def shown(value: object) -> str:
    """The value as a short text for an error sentence."""
    if value is None:
        return "missing (None)"
    if isinstance(value, str):
        text = value if len(value) <= 30 else value[:29] + "…"
        return f"the text {text!r}"
    if type(value).__name__ in ("bool", "bool_"):
        return f"{bool(value)} (yes or no)"
    if type(value).__name__ in ("NAType", "NaTType"):
        return "missing (NA)"
    if isinstance(value, Real | Decimal):
        try:
            value = float(value)
        except (OverflowError, ValueError):
            return "a number that cannot be read"
        return "missing (NaN)" if isnan(value) else f"{value:.12g}"
    return f"of type {type(value).__name__}"


def number(
    value: object,
    name: str,
    minimum: float = -LARGEST,
    maximum: float = LARGEST,
    remedy: str | None = None,
) -> float:
    """A finite number between two bounds, as a float."""
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        raise ValueError(f"{name} is {shown(value)}; {remedy or 'give a number'}.")
    try:
        result = float(value)
    except (OverflowError, ValueError):
        raise ValueError(f"{name} is {shown(value)}; {remedy or 'give a number'}.") from None
    if isnan(result):
        raise ValueError(f"{name} is {shown(value)}; fill it in or leave it out.")
    if not isfinite(result) or not minimum <= result <= maximum:
        raise ValueError(f"{name} is {shown(value)}; {remedy or _range(minimum, maximum)}.")
    return result


def _range(minimum: float, maximum: float) -> str:
    if minimum == -LARGEST or maximum == LARGEST:
        bound = f"at least {minimum:.12g} and " if minimum != -LARGEST else ""
        return f"give a number that is {bound}no larger than {LARGEST:g}, and check its unit"
    return f"give a number from {minimum:.12g} to {maximum:.12g}"


def count(value: object, name: str, minimum: int = 0) -> int:
    """A whole number of people or things; 54.0 is accepted as 54."""
    remedy = f"give a whole number, {minimum} or more"
    result = number(value, name, minimum, remedy=remedy)
    if result != int(result):
        raise ValueError(f"{name} is {shown(value)}; {remedy}.")
    return int(result)


def fraction(value: object, name: str) -> float:
    """A share from 0 to 1."""
    return number(value, name, 0, 1, remedy="give a share from 0 to 1, such as 0.25 for 25 %")


def numbered(values: Iterable, name: str, remedy: str) -> Iterator[tuple[int, object]]:
    """The values one by one with their position, counted from 1 as people count."""
    if isinstance(values, str | bytes | Mapping) or not hasattr(values, "__iter__"):
        raise ValueError(f"{name} is {_kind(values)}; {remedy}.")
    try:
        one_by_one = iter(values)
    except TypeError:  # a numpy array of no dimension has __iter__ and refuses it
        raise ValueError(f"{name} is {_kind(values)}; {remedy}.") from None
    yield from enumerate(one_by_one, start=1)


def _kind(values: object) -> str:
    return "a mapping" if isinstance(values, Mapping) else shown(values)


def named_numbers(
    values: Mapping | Iterable,
    name: str,
    minimum: float = -LARGEST,
    maximum: float = LARGEST,
    remedy: str | None = None,
    *,
    only: tuple[str, ...] | None = None,
    unlabelled: tuple[str, ...] = (),
) -> dict[str, float]:
    """Numbers by name, from a mapping, a labelled Series, or a plain list in a known order.

    With `only`, no other names may occur (spaces, ``_`` and ``-`` count as the same) and a
    plain list must have one number for each. Without it, a plain list as long as `unlabelled`
    takes those names; any other becomes "dimension 1", "dimension 2"...
    """
    known = {_plain(label): label for label in only or ()}
    result: dict[str, float] = {}
    for given, value in _pairs(values, name, only, unlabelled):
        if not isinstance(given, str) or not given.strip():
            raise ValueError(f"{name} has a name that is {shown(given)}; name each one in words.")
        label = known.get(_plain(given)) if only else str(given)
        if label is None:
            raise ValueError(f"{name} names {given!r}, which is unknown; use {', '.join(only)}.")
        if label in result:
            raise ValueError(f"{name} names {given!r} twice; give it once.")
        result[label] = number(value, f"{name}: {label}", minimum, maximum, remedy)
    if not result:
        raise ValueError(f"{name} is empty; give at least one number.")
    return result


def _plain(label: str) -> str:
    return " ".join(label.replace("_", " ").replace("-", " ").lower().split())


def _pairs(
    values: Mapping | Iterable,
    name: str,
    only: tuple[str, ...] | None,
    unlabelled: tuple[str, ...],
) -> list[tuple[object, object]]:
    if isinstance(values, Mapping):
        return list(values.items())
    if callable(getattr(values, "items", None)):  # a pandas Series, known by its labels
        pairs = list(values.items())
        if all(isinstance(label, str) for label, _ in pairs):
            return pairs
    remedy = "give a number for each name, such as {'service': 7}, or a list of numbers"
    plain = [value for _, value in numbered(values, name, remedy)]
    labels = only or unlabelled
    if only and plain and len(plain) != len(only):
        raise ValueError(f"{name} has {len(plain)} numbers; give {len(only)}, in this order: {', '.join(only)}.")
    if len(plain) != len(labels):
        labels = [f"dimension {position}" for position in range(1, len(plain) + 1)]
    return list(zip(labels, plain, strict=True))


def yes_or_no(value: object, name: str) -> bool:
    """True or False; 1 and 0 are accepted, since that is how tables often hold them."""
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return bool(value)
    # A signalling NaN of the decimal module refuses every comparison; no other number does.
    if isinstance(value, Real | Decimal) and not (isinstance(value, Decimal) and value.is_nan()) and value in (0, 1):
        return bool(value)
    raise ValueError(f"{name} is {shown(value)}; give True or False.")


def one_of(value: object, name: str, options: Iterable[str]) -> str:
    """One of a few words; capitals do not matter, and spaces, ``_`` and ``-`` are the same."""
    options = tuple(options)
    known = {_plain(option): option for option in options}
    if isinstance(value, str) and _plain(value) in known:
        return known[_plain(value)]
    raise ValueError(f"{name} is {shown(value)}; use {' or '.join(map(repr, options))}.")


def labelled_numbers(
    values: Mapping | Iterable,
    name: str,
    noun: str,
    minimum: float = -LARGEST,
    maximum: float = LARGEST,
    remedy: str | None = None,
) -> dict[str, float]:
    """Numbers by name as `named_numbers` reads them; a plain list becomes "channel 1", ..."""
    if not isinstance(values, Mapping) and not callable(getattr(values, "items", None)):
        advice = f"give a number for each {noun} by name, or a list of numbers"
        values = [value for _, value in numbered(values, name, advice)]
    labels = tuple(f"{noun} {position}" for position in range(1, len(values) + 1))
    return named_numbers(values, name, minimum, maximum, remedy, unlabelled=labels)


def nested_numbers(
    values: Mapping,
    name: str,
    minimum: float = -LARGEST,
    maximum: float = LARGEST,
    remedy: str | None = None,
) -> dict[str, dict[str, float]]:
    """Numbers by two names, from a mapping of mappings or a DataFrame (columns come first).

    An inner mapping may be empty; the outer one may not.
    """
    if not isinstance(values, Mapping) and not hasattr(values, "items"):
        raise ValueError(f"{name} is {_kind(values)}; give a mapping of mappings with numbers.")
    result: dict[str, dict[str, float]] = {}
    for label, inner in values.items():
        if not isinstance(label, str) or not label.strip():
            raise ValueError(f"{name} has a name that is {shown(label)}; name each one in words.")
        place = f"{name}: {label}"
        if not isinstance(inner, Mapping) and not hasattr(inner, "items"):
            raise ValueError(f"{place} is {_kind(inner)}; give numbers by name.")
        empty = not len(inner)
        result[label] = {} if empty else named_numbers(inner, place, minimum, maximum, remedy)
    if not result:
        raise ValueError(f"{name} is empty; give at least one.")
    return result


def same_names(first: Mapping, second: Mapping, first_name: str, second_name: str) -> None:
    """Both sets of numbers have the same names."""
    for name in first:
        if name not in second:
            raise ValueError(f"{second_name} has no {name!r}, but {first_name} has; add it.")
    for name in second:
        if name not in first:
            raise ValueError(f"{first_name} has no {name!r}, but {second_name} has; add it.")


def ratio(part: float, whole: float) -> float | None:
    """Part over whole; None when the whole is under 0.01, too little to take a share of."""
    return part / whole if whole >= 0.01 else None


def weight_shares(
    weights: Mapping | Iterable | None, like: Mapping, name: str, like_name: str, noun: str
) -> dict[str, float]:
    """Each weight as a share of all, for the same names as `like`; equal shares without weights."""
    if weights is None:
        return dict.fromkeys(like, 1 / len(like))
    given = labelled_numbers(weights, name, noun, 0, remedy="give a weight of 0 or more")
    same_names(like, given, like_name, name)
    total = fsum(given.values())
    if total <= 0:
        raise ValueError(f"{name} sum to 0; give at least one {noun} a weight above 0.")
    return {label: given[label] / total for label in like}


def mark_or_marks(
    marks: object, weights: Mapping | Iterable | None, name: str, weights_name: str, noun: str = "criterion"
) -> float:
    """One mark as it is, or the weighted mean of a mark for each criterion; marks run from 0 to 10."""
    remedy = "give a mark from 0 to 10"
    if not hasattr(marks, "__iter__"):
        mark = number(marks, name, 0, 10, remedy)
        if weights is not None:
            raise ValueError(
                f"{name} is one mark but {weights_name} is given; give a mark for each {noun}, "
                "or leave the weights out."
            )
        return mark
    scores = labelled_numbers(marks, name, noun, 0, 10, remedy)
    shares = weight_shares(weights, scores, weights_name, name, noun)
    return min(10.0, fsum(scores[one] * shares[one] for one in scores))  # shares may sum to a hair over 1
