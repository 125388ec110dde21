"""Where the words of a chart go when their marks may lie anywhere.

A chart is drawn at any width between a phone's and a page's. A label is tried above, below and
beside its mark, and takes the first place that is free at both widths, or the freest one.
"""

from collections.abc import Sequence

from salesedu._marks import LETTER

__all__ = ["INSET", "at_label", "placed"]

INSET = 9  # px that a scale leaves free at both of its ends
WIDTHS = (284, 624)  # of the drawing itself, on a phone and on a page
LINE_HEIGHT = 15
OUT, WORD_ON_WORD = 50, 6
Box = tuple[float, float, float, float]  # left, top, right, bottom


def at_label(text: str) -> str:
    """The middle of a label, as an expression of its row: beside its mark and inside the chart."""
    half = f"length(datum.{text}) * {LETTER / 2}"
    return f"clamp({INSET} + datum.share * (width - {2 * INSET}) + datum.aside, {half}, width - {half})"


def placed(
    labels: Sequence[dict], marks: Sequence[tuple[float, float]], top: float, bottom: float, taken: Sequence[Box] = ()
) -> list[dict]:
    """Labels with a place of their own.

    Parameters
    ----------
    labels : sequence of dict
        ``text``, ``share`` (0–1 across) and ``y`` (pixels from the top) of the mark, and
        ``room``, its radius. The first label chooses first.
    marks : sequence of tuple
        Share and y of everything that a label should not lie on.
    top, bottom : float
        Between these, in pixels, labels may stand.
    taken : sequence of tuple
        Boxes that are full at every width: left, top, right, bottom.

    Returns
    -------
    list of dict
        The labels with ``aside`` (pixels to the right of the mark's middle) and ``base`` (the
        line they stand on).
    """
    words = {width: list(taken) for width in WIDTHS}
    dots = {width: [_dot(share, y, width) for share, y in marks] for width in WIDTHS}
    found = []
    for label in labels:
        best, least = None, None
        for aside, base in _places(label):
            boxes = {width: _box(label, aside, base, width) for width in WIDTHS}
            # A word on a word cannot be read, a word on a mark can; neither may stick out.
            over = OUT * (max(0.0, top - (base - LINE_HEIGHT)) + max(0.0, base - bottom))
            for width in WIDTHS:
                over += WORD_ON_WORD * sum(_overlap(boxes[width], other) for other in words[width])
                over += sum(_overlap(boxes[width], other) for other in dots[width])
            if least is None or over < least - 1e-9:
                best, least = (aside, base, boxes), over
        aside, base, boxes = best
        for width in WIDTHS:
            words[width].append(boxes[width])
        found.append(label | {"aside": aside, "base": base})
    return found


def _places(label: dict) -> tuple[tuple[float, float], ...]:
    half, room, y = len(label["text"]) * LETTER / 2, label["room"], label["y"]
    beside = half + room + 4
    return (
        (0.0, y - room - 4),
        (0.0, y + room + 13),
        (beside, y + 4),
        (-beside, y + 4),
        (beside, y - room - 4),
        (-beside, y - room - 4),
        (beside, y + room + 13),
        (-beside, y + room + 13),
    )


def _middle(share: float, width: float) -> float:
    return INSET + share * (width - 2 * INSET)


def _box(label: dict, aside: float, base: float, width: float) -> Box:
    half = len(label["text"]) * LETTER / 2
    middle = min(max(_middle(label["share"], width) + aside, half), width - half)
    return middle - half, base - 10, middle + half, base + 2


def _dot(share: float, y: float, width: float) -> Box:
    x = _middle(share, width)
    return x - 7, y - 7, x + 7, y + 7


def _overlap(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
