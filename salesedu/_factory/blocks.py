"""The eleven building blocks of the sales factory, and how to name one.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping

from salesedu._checks import numbered, shown
from salesedu._factory.block import Block
from salesedu._factory.market_blocks import MARKET_BLOCKS
from salesedu._factory.selling_blocks import SELLING_BLOCKS

__all__ = ["BLOCKS", "BY_KEY", "block", "by_block", "keys_of", "named"]

BLOCKS: tuple[Block, ...] = MARKET_BLOCKS + SELLING_BLOCKS
BY_KEY = {one.key: one for one in BLOCKS}


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("-", " ").lower().split())


_NAMES = {
    _plain(name): one
    for one in BLOCKS
    for name in (one.key, one.name, one.dutch, one.short, str(one.number))
}


def block(which: str | int) -> Block:
    """A building block by its key, number or name.

    Parameters
    ----------
    which : str or int
        "quotes", 7, "Convincing quotes" or "Overtuigende offertes".

    Returns
    -------
    Block

    Raises
    ------
    ValueError
        When there is no such block.

    Examples
    --------
    >>> block(7).name, block("Overtuigende offertes").key
    ('Convincing quotes', 'quotes')
    """
    return named(which, "which")


def named(which: object, name: str) -> Block:
    """The block that is meant, for an input called `name`."""
    if isinstance(which, Block):
        return which
    found = _NAMES.get(_plain(which)) if isinstance(which, str) else _by_number(which)
    if found is None:
        raise ValueError(f"{name} names a block that is {shown(which)}; use 1 to 11 or {', '.join(BY_KEY)}.")
    return found


def _by_number(which: object) -> Block | None:
    """Numbers by behaviour: 7, 7.0 and numpy's 7 are block 7; True is none."""
    if type(which).__name__ in ("bool", "bool_"):
        return None
    try:
        place = float(which)
    except (TypeError, ValueError, OverflowError):
        return None
    return next((one for one in BLOCKS if one.number == place), None)


def by_block(values: Mapping | Iterable, name: str, chosen: tuple[str, ...] | None = None) -> dict[str, object]:
    """What is given for each block, by key, in the order of the blocks.

    A plain list has one value for each of the eleven blocks, or for each of those `chosen`.
    """
    if isinstance(values, Mapping) or _labelled(values):
        given: dict[str, object] = {}
        for which, value in values.items():
            key = named(which, name).key
            if key in given:
                raise ValueError(f"{name} names the block {key!r} twice; give it once.")
            given[key] = value
    else:
        remedy = "give a value for each block by name, such as {'quotes': 2}, or a list"
        plain = [value for _, value in numbered(values, name, remedy)]
        order = tuple(BY_KEY)
        if chosen is not None and len(plain) == len(chosen):
            order = chosen
        elif plain and len(plain) != len(order):
            wanted = "eleven, in the order of the blocks"
            if chosen is not None:
                wanted = f"{len(chosen)}, one for each chosen block, or {wanted}"
            raise ValueError(f"{name} has {len(plain)} values; give {wanted}, or name the blocks.")
        given = dict(zip(order, plain, strict=False))
    if not given:
        raise ValueError(f"{name} is empty; give at least one block.")
    return {key: given[key] for key in BY_KEY if key in given}


def _labelled(values: object) -> bool:
    """A Series that is known by names of blocks, not by positions."""
    if not callable(getattr(values, "items", None)):
        return False
    try:
        return all(isinstance(label, str) for label, _ in values.items())
    except (TypeError, ValueError):
        return False


def keys_of(chosen: Iterable, name: str) -> tuple[str, ...]:
    """The keys of a choice of blocks, each once, in the order given."""
    remedy = "give a list of blocks, such as ['customers', 'quotes']"
    found = [named(which, name).key for _, which in numbered(chosen, name, remedy)]
    if not found:
        raise ValueError(f"{name} is empty; choose at least one block.")
    for key in found:
        if found.count(key) > 1:
            raise ValueError(f"{name} names the block {key!r} twice; give it once.")
    return tuple(found)
