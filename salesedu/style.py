"""The house style for matplotlib: the colours of the pages, in the figures of the workbooks.

>>> from salesedu import style
>>> style.COLOURS["good"]
'#1b8a6b'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["COLOURS", "RC", "finding", "label_bars", "use"]

#: The light palette of the pages. Every colour of a text has a contrast of 4.5:1 on white.
COLOURS = {
    "ink": "#1c2421",
    "ink-soft": "#55615b",
    "line": "#d9ded8",
    "accent": "#0b6e5f",
    "good": "#1b8a6b",
    "mid": "#a9b2ac",
    "bad": "#c8501e",
    "warm": "#b26a00",
}

#: Settings for ``matplotlib.rcParams``. The white panel keeps a figure readable on a dark page too.
RC = {
    "axes.axisbelow": True,
    "axes.edgecolor": COLOURS["line"],
    "axes.facecolor": "#ffffff",
    "axes.grid": False,
    "axes.labelcolor": COLOURS["ink-soft"],
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": COLOURS["ink"],
    "axes.titlelocation": "left",
    "axes.titlepad": 12.0,
    "axes.titlesize": 13,
    "axes.titleweight": "bold",
    "figure.autolayout": True,
    "figure.dpi": 100,
    "figure.facecolor": "#ffffff",
    "figure.figsize": (7.2, 3.6),
    "font.family": "DejaVu Sans",  # comes with matplotlib, so every machine draws the same
    "font.size": 11,
    "grid.color": COLOURS["line"],
    "lines.linewidth": 2.2,
    "lines.markersize": 7,
    "savefig.facecolor": "#ffffff",
    "text.color": COLOURS["ink"],
    "xtick.color": COLOURS["ink-soft"],
    "xtick.major.size": 0,
    "ytick.color": COLOURS["ink"],
    "ytick.major.size": 0,
}


def use() -> None:
    """Draw every figure from now on in the house style."""
    import matplotlib as mpl
    from matplotlib import cycler

    mpl.rcParams.update(RC)
    order = ("accent", "bad", "warm", "mid", "good", "ink")
    mpl.rcParams["axes.prop_cycle"] = cycler(color=[COLOURS[name] for name in order])


def finding(figure: Figure, text: str) -> None:
    """Write above a figure what it shows, flush left.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    text : str
        The finding as a sentence ("Detractors leave more often"), not the subject ("Leaving").
    """
    figure.suptitle(text, x=0.01, ha="left", weight="bold", size=13, color=COLOURS["ink"])


def label_bars(axes: Axes, form: str = "{:.0f}") -> None:
    """Write the value at the end of every bar, and take away the axis that it replaces.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Axes with horizontal bars.
    form : str
        How a value is written, such as ``"{:+.1f}"`` or ``"{:.0%}"``.
    """
    for bars in axes.containers:
        texts = [form.format(bar.get_width()).replace("-", "−") for bar in bars.patches]
        axes.bar_label(bars, labels=texts, padding=5, color=COLOURS["ink"])
    axes.margins(x=0.18)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
