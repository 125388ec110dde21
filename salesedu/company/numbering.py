"""Numbers of rows, such as A0001: written fast, because a large company has millions of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

__all__ = ["numbered"]


def numbered(letter: str, count: int, digits: int) -> np.ndarray:
    """The numbers 1 to ``count`` behind a letter, all equally long, with ``digits`` or more digits.

    Equally long numbers sort as text in the order of the rows.

    >>> numbered("A", 3, 4).tolist()
    ['A0001', 'A0002', 'A0003']
    """
    import numpy as np

    digits = max(digits, len(str(count)))
    signs = np.empty((count, 1 + digits), dtype="uint32")  # one code point a cell
    signs[:, 0] = ord(letter)
    rest = np.arange(1, count + 1)
    for place in range(digits, 0, -1):
        rest, digit = np.divmod(rest, 10)
        signs[:, place] = ord("0") + digit
    return signs.view(f"<U{1 + digits}").ravel().astype(object)
