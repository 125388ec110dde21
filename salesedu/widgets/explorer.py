"""``explore("nps")``: a model to play with, as a widget."""

import hashlib
import json

import anywidget
import traitlets

from salesedu import explorers
from salesedu.explorers.parts import Explorer
from salesedu.widgets import charts_bundle, fallback
from salesedu.widgets.assemble import assemble, stylesheet
from salesedu.widgets.quiz import COURSE

__all__ = ["ExplorerWidget", "explore", "fingerprint", "shown"]


class ExplorerWidget(anywidget.AnyWidget):
    """One explorer and the view it starts with; the front end asks ``call`` for every next view."""

    _esm = assemble("explorer")
    _css = stylesheet("tokens", "base", "explorer")

    explorer = traitlets.Dict(help="the explorer as JSON: id, title, controls, prediction").tag(sync=True)
    view = traitlets.Dict(help="the first view: figures, chart, reading, static pictures").tag(sync=True)

    def __repr__(self) -> str:
        return f"Explorer({self.explorer.get('id', '')!r})"

    def _repr_mimebundle_(self, **kwargs):
        return fallback.with_html(super()._repr_mimebundle_(**kwargs), self)

    @anywidget.experimental.command
    def call(self, message, buffers):
        """Answer the front end; a command that raises would send no reply at all."""
        del buffers
        try:
            return explorers.call(message["fn"], message["args"]), []
        except Exception as error:  # whatever it is, the learner gets a sentence
            return {"ok": False, "error": f"The model could not answer: {error}"}, []

    @anywidget.experimental.command
    def charts(self, message, buffers):
        """Hand over the chart library."""
        del message, buffers
        try:
            return {"ok": True}, [charts_bundle.charts_bundle()]
        except Exception as error:
            return {"ok": False, "error": f"The chart library could not be made: {error}"}, []


_WORDING = {"label", "note", "placeholder", "value", "unit", "adds"}  # what may be mended without touching kept work


def _meaning(part: object) -> object:
    """A control without its wording: what decides whether values that were kept still mean the same."""
    if isinstance(part, dict):
        return {key: _meaning(inner) for key, inner in part.items() if key not in _WORDING}
    return [_meaning(inner) for inner in part] if isinstance(part, list | tuple) else part


def fingerprint(controls: list[dict]) -> str:
    """Twelve letters that change when kept values no longer fit an explorer's controls.

    Examples
    --------
    >>> from salesedu.explorers.parts import Words
    >>> plan, mended = Words("plan", "Your plna"), Words("plan", "Your plan")
    >>> fingerprint([plan.as_dict()]) == fingerprint([mended.as_dict()])
    True
    """
    told = []
    for control in controls:
        whole = _meaning(control)
        # Options and rows are pairs of what is kept and what is shown.
        for named in (whole, *whole.get("columns", ())):
            for key in {"rows", "options"} & set(named):
                named[key] = [pair[0] for pair in named[key]]
        told.append(whole)
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:12]


def shown(explorer: Explorer) -> ExplorerWidget:
    """The widget of an explorer, with its first view and the pictures that stand there until somebody moves."""
    told = explorer.as_dict()
    if explorer.keeps:
        told |= {"course": COURSE, "hash": fingerprint(told["controls"])}
    view = explorer.view().as_dict()
    view["svg"] = charts_bundle.static_pictures(view.get("chart") or {}, explorer.id)
    return ExplorerWidget(explorer=told, view=view)


def explore(name: str) -> ExplorerWidget:
    """Show a model that can be played with, or filled in and kept.

    Parameters
    ----------
    name : str
        Id of an explorer, such as ``"nps"``.

    Raises
    ------
    ValueError
        If there is no explorer of that name; the message suggests the nearest.

    Examples
    --------
    >>> explore("nps")
    Explorer('nps')
    """
    return shown(explorers.find(name))
