"""The house style of the figures: readable on a light and on a dark page."""

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from salesedu import style


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", ["ink", "ink-soft", "accent"])
def test_text_has_contrast_on_the_panel(name):
    assert 1.05 / (luminance(style.COLOURS[name]) + 0.05) >= 4.5


@pytest.mark.parametrize("name", ["good", "bad", "warm"])
def test_marks_and_their_large_labels_have_contrast_on_the_panel(name):
    assert 1.05 / (luminance(style.COLOURS[name]) + 0.05) >= 4.0


def test_the_panel_is_white_whatever_the_page_is():
    with mpl.rc_context():
        style.use()
        assert mpl.rcParams["figure.facecolor"] == "#ffffff"
        assert mpl.rcParams["axes.facecolor"] == "#ffffff"
        assert mpl.rcParams["savefig.facecolor"] == "#ffffff"
        assert mpl.rcParams["savefig.transparent"] is False


def test_importing_the_style_changes_no_figure():
    assert mpl.rcParams["figure.figsize"] != list(style.RC["figure.figsize"])


def test_bars_are_labelled_in_place_of_their_axis():
    axes = Figure().add_subplot()
    axes.barh(["a", "b"], [-1, 2.4])
    style.label_bars(axes, "{:+.1f}")
    assert [text.get_text() for text in axes.texts] == ["−1.0", "+2.4"]
    assert not axes.xaxis.get_visible()


def test_a_finding_stands_above_the_figure():
    figure = Figure()
    style.finding(figure, "Detractors leave more often")
    assert figure.get_suptitle() == "Detractors leave more often"
