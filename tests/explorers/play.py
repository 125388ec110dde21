"""How tests play with an explorer: through the one call that front ends use."""

from itertools import product

from salesedu import explorers
from salesedu.explorers.parts import Choice, Level, Pick, Sheet, Slider, Tick, Words

__all__ = ["corners", "figures", "filled", "options", "paint", "reading", "said", "shape"]


def cell(column, how):
    """What somebody may put into a cell: nothing, the least, or the most there is."""
    if isinstance(column, Tick):
        return how != "nothing"
    if how == "nothing":
        return column.empty
    if isinstance(column, Level):
        return column.top if how == "most" else 1
    if isinstance(column, Pick):
        return column.options[-1 if how == "most" else 0][0]
    return "W" * column.longest if how == "most" else "a|b"


def filled(sheet, how):
    """A sheet with the same in all its rows."""
    return {key: {column.name: cell(column, how) for column in sheet.columns} for key, *_ in sheet.rows}


def options(control):
    """The ends and the case's own value of a slider; all there is of a choice or a switch; a form
    as it starts, left empty, and filled in with little and with all there is room for."""
    if isinstance(control, Slider):
        return [control.minimum, control.value, control.maximum]
    if isinstance(control, Words):
        return [control.value, "", ("word " * control.longest)[: control.longest]]
    if isinstance(control, Sheet):
        return [control.start, *(filled(control, how) for how in ("nothing", "least", "most"))]
    return [value for value, _ in control.options] if isinstance(control, Choice) else [True, False]


def corners(explorer):
    """All combinations of what `options` gives; of a form with many fields all alike, and each on its own."""
    names = [control.name for control in explorer.controls]
    if explorer.keeps:
        alone = [{control.name: value} for control in explorer.controls for value in options(control)]
        alike = [{control.name: options(control)[place] for control in explorer.controls} for place in (0, 1, -1)]
        return alone + alike
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
