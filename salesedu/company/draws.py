"""Random draws that stay the same on every version of numpy.

numpy promises that a bit generator such as PCG64 keeps its stream; it does not promise it for the
methods built on top (``normal``, ``choice``, ...). So everything here is made from plain uniform
numbers, and a company of today is the company of next year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Draws"]


class Draws:
    """A stream of draws for one topic of one company.

    Every topic ("names", "surveys", ...) has a stream of its own, so that a table that is added
    later leaves the others as they are.
    """

    def __init__(self, seed: int, topic: str) -> None:
        from numpy.random import PCG64, Generator, SeedSequence

        self._generator = Generator(PCG64(SeedSequence([seed, crc32(topic.encode())])))

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> np.ndarray:
        """Numbers spread evenly from ``low`` to ``high``."""
        return low + (high - low) * self._generator.random(shape)

    def normal(self, *shape: int) -> np.ndarray:
        """Bell-shaped numbers with mean 0 and standard deviation 1 (the sum of twelve uniforms)."""
        total = self._generator.random(shape)
        for _ in range(11):  # one after the other, to hold no twelve arrays at once
            total += self._generator.random(shape)
        return total - 6.0

    def whole(self, *shape: int, low: int, high: int) -> np.ndarray:
        """Whole numbers from ``low`` to ``high``, both included."""
        return low + (self._generator.random(shape) * (high - low + 1)).astype("int64")

    def happens(self, chance: np.ndarray) -> np.ndarray:
        """True with the given chance, for each chance of an array."""
        return self._generator.random(chance.shape) < chance

    def pick(self, count: int, weights: dict) -> np.ndarray:
        """``count`` of the keys of ``weights``, each in proportion to its weight."""
        import numpy as np

        bounds = np.cumsum([*weights.values()]) / sum(weights.values())
        bounds[-1] = 1.0
        labels = np.array(list(weights), dtype=object)
        return labels[np.searchsorted(bounds, self._generator.random(count), side="right")]

    def shuffled(self, count: int) -> np.ndarray:
        """The numbers 0 to ``count`` − 1 in random order."""
        return self._generator.random(count).argsort(kind="stable")
