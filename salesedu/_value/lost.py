"""Lost quotes: was it the price, or the time it took?

Part of chapter 4; import it from :mod:`salesedu.value`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from salesedu._checks import number, numbered, shown, yes_or_no

__all__ = ["PRICE_BANDS", "SPEED_BANDS", "FactorEffect", "WinLoss", "WinRate", "win_loss"]

PRICE_BANDS = ("cheaper", "level", "dearer")
SPEED_BANDS = ("fast", "normal", "slow")


@dataclass(frozen=True)
class WinRate:
    """Quotes of one kind.

    Attributes
    ----------
    quotes, won : int
        How many, and how many of them became an order.
    rate : float or None
        ``won / quotes``, 0–1; None without quotes.
    """

    quotes: int
    won: int
    rate: float | None


@dataclass(frozen=True)
class FactorEffect:
    """What price, or speed, does to the win rate.

    Attributes
    ----------
    bands : dict
        A `WinRate` for each band, as the quotes fell.
    adjusted : dict
        Win rate per band if every band had the same mix of the *other* factor (direct
        standardisation); None for a band without quotes or when no comparison is possible.
    effect : float or None
        Win rate of the first band minus that of the last band that has quotes, 0.2 = 20 points:
        what one sees at first sight.
    adjusted_effect : float or None
        The same with the adjusted rates: what is left when like is compared with like.
    compared : int
        Quotes in the groups where all bands occur, on which the adjusted rates rest.
    """

    bands: dict[str, WinRate]
    adjusted: dict[str, float | None]
    effect: float | None
    adjusted_effect: float | None
    compared: int


@dataclass(frozen=True)
class WinLoss:
    """An analysis of won and lost quotes.

    Attributes
    ----------
    total : WinRate
        All quotes.
    table : dict
        ``table[price band][speed band]``: a `WinRate` for each of the nine cells.
    price, speed : FactorEffect
        Cheaper against dearer, and fast against slow.
    driver : str or None
        "price" or "speed", whichever has the larger adjusted effect; None when they are within
        one point of each other or one cannot be told.
    reasons : dict
        Lost quotes by the reason the customer gave, most frequent first; empty when not given.
    blamed_on_price : int
        Lost quotes for which the reason was "price".
    blamed_wrongly : int
        Those of them that were not dearer than the competitor.
    """

    total: WinRate
    table: dict[str, dict[str, WinRate]]
    price: FactorEffect
    speed: FactorEffect
    driver: str | None
    reasons: dict[str, int]
    blamed_on_price: int
    blamed_wrongly: int


def win_loss(
    won: Iterable[bool],
    price_index: Iterable[float],
    days: Iterable[float],
    reasons: Iterable[str | None] | None = None,
    *,
    level: tuple[float, float] = (0.97, 1.03),
    speed: tuple[float, float] = (3, 7),
) -> WinLoss:
    """Separate what price and what speed do to the win rate.

    Parameters
    ----------
    won : iterable of bool
        What became of each quote: True (or 1) for an order.
    price_index : iterable of float
        Your price divided by the price you were up against, 0.01–100; 1.08 = 8 % dearer.
    days : iterable of float
        Days between the request and the quote, 0 or more.
    reasons : iterable of str, optional
        Reason the customer gave; only those of lost quotes count. None or an empty text where
        there is none.
    level : tuple
        Lowest and highest price index that still count as "level".
    speed : tuple
        Up to how many days a quote is "fast", and up to how many "normal".

    Returns
    -------
    WinLoss

    Raises
    ------
    ValueError
        When there are no quotes, the lists differ in length, a number is out of range, an
        outcome is not True or False, or the bounds of the bands are not in order.

    Notes
    -----
    Dear quotes are often slow ones too (the special jobs), so the plain rates mix both causes.
    Direct standardisation, an old tool of epidemiology: compare prices within each speed band,
    then average over the speed bands, each weighted by all its quotes. Speed bands where some
    price band is absent are left out of it. This removes what the *named* other factor does and no
    more; it is no experiment.

    Examples
    --------
    >>> month = win_loss(
    ...     won=[True, True, False, True, False, False],
    ...     price_index=[0.95, 1.10, 1.10, 0.95, 0.95, 1.10],
    ...     days=[1, 2, 9, 2, 10, 12],
    ...     reasons=[None, None, "price", None, "price", "price"],
    ... )
    >>> round(month.price.effect, 2), month.price.adjusted_effect, month.speed.adjusted_effect
    (0.33, 0.0, 1.0)
    >>> month.driver, month.blamed_on_price, month.blamed_wrongly
    ('speed', 3, 1)
    """
    cheap, dear = _bounds(level, "level", "the lowest and highest price index that are level")
    fast, normal = _bounds(speed, "speed", "the most days that are fast and that are normal")
    outcomes = [
        yes_or_no(value, f"won: quote {place}")
        for place, value in numbered(won, "won", "give a list of True and False")
    ]
    remedy = "give your price divided by the other price, such as 1.08 for 8 % dearer"
    by_price = [
        _band(number(value, f"price_index: quote {place}", 0.01, 100, remedy), cheap, dear, True)
        for place, value in numbered(price_index, "price_index", "give a list of numbers")
    ]
    by_speed = [
        _band(number(value, f"days: quote {place}", 0), fast, normal, False)
        for place, value in numbered(days, "days", "give a list of numbers")
    ]
    said = None if reasons is None else [
        _reason(value, place)
        for place, value in numbered(reasons, "reasons", "give a list of reasons")
    ]
    for name, values in (("price_index", by_price), ("days", by_speed), ("reasons", said)):
        if values is not None and len(values) != len(outcomes):
            raise ValueError(
                f"{name} has {len(values)} quotes and won has {len(outcomes)}; give one for each."
            )
    if not outcomes:
        raise ValueError("won is empty; an analysis needs at least one quote.")

    cells = [[[0, 0] for _ in SPEED_BANDS] for _ in PRICE_BANDS]
    for outcome, row, column in zip(outcomes, by_price, by_speed, strict=True):
        cells[row][column][0] += 1
        cells[row][column][1] += outcome
    price_effect = _effect(PRICE_BANDS, cells)
    speed_effect = _effect(SPEED_BANDS, [list(column) for column in zip(*cells, strict=True)])
    lost = [
        (reason, row)
        for outcome, row, reason in zip(outcomes, by_price, said or (), strict=bool(said))
        if not outcome and reason
    ]
    blamed = [row for reason, row in lost if reason.lower() == "price"]
    return WinLoss(
        total=_rate(len(outcomes), sum(outcomes)),
        table={
            price: {s: _rate(*cells[i][j]) for j, s in enumerate(SPEED_BANDS)}
            for i, price in enumerate(PRICE_BANDS)
        },
        price=price_effect,
        speed=speed_effect,
        driver=_driver(price_effect.adjusted_effect, speed_effect.adjusted_effect),
        reasons=dict(Counter(reason for reason, _ in lost).most_common()),
        blamed_on_price=len(blamed),
        blamed_wrongly=sum(PRICE_BANDS[row] != "dearer" for row in blamed),
    )


def _bounds(bounds: tuple[float, float], name: str, meaning: str) -> tuple[float, float]:
    remedy = f"give two numbers in order, {meaning}"
    if isinstance(bounds, str) or not isinstance(bounds, Iterable) or len(ends := [*bounds]) != 2:
        raise ValueError(f"{name} is not a pair; {remedy}.")
    low, high = (number(end, name, 0, remedy=remedy) for end in ends)
    if low > high:
        raise ValueError(f"{name} runs from {low:g} to {high:g}; {remedy}.")
    return low, high


def _band(value: float, first: float, second: float, low_end_is_level: bool) -> int:
    """0, 1 or 2. The lower bound belongs to the middle for prices, to the first band for days."""
    # An index of 1.03 that was computed as 1.0300000000000002 is still level.
    value = round(value, 9)
    if value > second:
        return 2
    return 0 if value < first or (value == first and not low_end_is_level) else 1


def _reason(value: object, place: int) -> str:
    # A missing text in a table is None, NaN or NA, whatever column it stands in.
    if value is None or (not isinstance(value, str) and shown(value).startswith("missing")):
        return ""
    if not isinstance(value, str):
        raise ValueError(f"reasons: quote {place} is {shown(value)}; give a text or None.")
    return value.strip()


def _rate(quotes: int, won: int) -> WinRate:
    return WinRate(quotes, won, won / quotes if quotes else None)


def _effect(bands: tuple[str, ...], cells: list[list[list[int]]]) -> FactorEffect:
    """Rates per row of `cells`, plain and standardised over the columns."""
    plain = {
        band: _rate(sum(cell[0] for cell in row), sum(cell[1] for cell in row))
        for band, row in zip(bands, cells, strict=True)
    }
    used = [place for place, band in enumerate(bands) if plain[band].quotes]
    strata = [
        column
        for column in range(len(cells[0]))
        if all(cells[row][column][0] for row in used)
    ]
    sizes = {column: sum(row[column][0] for row in cells) for column in strata}
    compared = sum(sizes.values())
    adjusted: dict[str, float | None] = dict.fromkeys(bands)
    if compared:
        for row in used:
            adjusted[bands[row]] = fsum(
                sizes[column] / compared * cells[row][column][1] / cells[row][column][0]
                for column in strata
            )
    first, last = bands[used[0]], bands[used[-1]]
    alone = first == last
    return FactorEffect(
        bands=plain,
        adjusted=adjusted,
        effect=None if alone else plain[first].rate - plain[last].rate,
        adjusted_effect=(
            None if alone or not compared else adjusted[first] - adjusted[last]
        ),
        compared=compared,
    )


def _driver(price: float | None, speed: float | None) -> str | None:
    if price is None or speed is None or abs(abs(price) - abs(speed)) <= 0.01:
        return None
    return "price" if abs(price) > abs(speed) else "speed"
