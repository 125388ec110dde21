"""``explore("nps")``: a model to play with, as a widget."""

import anywidget
import traitlets

from salesedu import explorers
from salesedu.widgets import charts_bundle, fallback
from salesedu.widgets.assemble import assemble, stylesheet

__all__ = ["ExplorerWidget", "explore"]


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


def explore(name: str) -> ExplorerWidget:
    """Show a model that can be played with.

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
    explorer = explorers.find(name)
    view = dict(explorers.first_view(explorer.id))
    view["svg"] = charts_bundle.static_pictures(view.get("chart") or {}, explorer.id)
    return ExplorerWidget(explorer=explorer.as_dict(), view=view)
