"""Labels of marks that may lie anywhere: free of each other and inside the chart, on a phone and on a page."""

import pytest

from salesedu._charts.labels import WIDTHS, placed
from salesedu._marks import LETTER


def label(text, share, y):
    return {"text": text, "share": share, "y": y, "room": 7}


def boxes(labels, width):
    """Left, top, right and bottom of the letters, as wide as the chart thinks they are."""
    found = []
    for one in labels:
        half = len(one["text"]) * LETTER / 2
        middle = min(max(9 + one["share"] * (width - 18) + one["aside"], half), width - half)
        found.append((middle - half, one["base"] - 10, middle + half, one["base"] + 2))
    return found


def lies_on(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_label_alone_stands_above_its_mark():
    (found,) = placed([label("Beanline", 0.5, 100)], [(0.5, 100)], 0, 200)
    assert found["aside"] == 0
    assert found["base"] < 100 - 7


def test_under_the_upper_edge_a_label_goes_below():
    (found,) = placed([label("Beanline", 0.5, 10)], [(0.5, 10)], 0, 200)
    assert found["base"] - 10 > 10


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("second", [(0.5, 100), (0.52, 104), (0.5, 118), (0.6, 96), (0.45, 90)])
def test_two_labels_close_together_do_not_lie_on_each_other(second, width):
    marks = [(0.5, 100), second]
    found = placed([label("Noorderlicht", 0.5, 100), label("Koffiepunt", *second)], marks, 0, 200)
    one, other = boxes(found, width)
    assert not lies_on(one, other)


def test_what_is_taken_stays_free():
    taken = (0, 70, 1000, 99)  # everything above the mark, at any width
    (found,) = placed([label("Beanline", 0.5, 100)], [], 0, 200, [taken])
    assert not lies_on(boxes([found], WIDTHS[0])[0], taken)
