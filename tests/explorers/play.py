"""How tests play with an explorer: through the one call that front ends use."""

from itertools import product

from salesedu import explorers
from salesedu.explorers.parts import Choice, Slider

__all__ = ["corners", "figures", "options", "paint", "reading", "said", "shape"]


def options(control):
    """The ends and the case's own value of a slider; all there is of a choice or a switch."""
    if isinstance(control, Slider):
        return [control.minimum, control.value, control.maximum]
    return [value for value, _ in control.options] if isinstance(control, Choice) else [True, False]


def corners(explorer):
    """All combinations of what `options` gives."""
    names = [control.name for control in explorer.controls]
    return [dict(zip(names, values, strict=True)) for values in product(*map(options, explorer.controls))]


def paint(id, **values):
    answer = explorers.call("paint", {"explorer": id, "values": values})
    assert answer["ok"], answer
    return answer["value"]


def said(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def figures(view):
    return {kpi["name"]: said(kpi["value"]) for kpi in view["kpis"]}


def reading(id, **values):
    return said(paint(id, **values)["reading"])


def shape(chart):
    return {key: value for key, value in chart.items() if key not in ("datasets", "description")}
