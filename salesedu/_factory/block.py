"""A building block of the sales factory.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from dataclasses import dataclass

from salesedu._factory.places import Place, place

__all__ = ["Block", "made"]


@dataclass(frozen=True)
class Block:
    """One building block of the sales factory.

    Attributes
    ----------
    number : int
        1 to 11.
    key : str
        One word, such as "quotes".
    name, dutch : str
        The name in both languages.
    short : str
        The name for the axis of a radar, ten letters at most.
    question : str
        What the block asks of an organisation.
    levels : tuple of str
        What you would see at level 1, 2, 3, 4 and 5: behaviour, no adjectives.
    places : tuple of Place
        Where it is taught, the main place first.
    anchors : dict
        The texts of levels 1, 3 and 5 (property).
    chapters : tuple of str
        Keys of the chapters that teach it, the main one first (property).
    """

    number: int
    key: str
    name: str
    dutch: str
    short: str
    question: str
    levels: tuple[str, str, str, str, str]
    places: tuple[Place, ...]

    @property
    def anchors(self) -> dict[int, str]:
        return {level: self.levels[level - 1] for level in (1, 3, 5)}

    @property
    def chapters(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.chapter for one in self.places))


def made(
    number: int,
    key: str,
    name: str,
    dutch: str,
    short: str,
    question: str,
    levels: tuple[str, str, str, str, str],
    *taught: str,
) -> Block:
    """A block with its places given as addresses."""
    return Block(number, key, name, dutch, short, question, levels, tuple(map(place, taught)))
