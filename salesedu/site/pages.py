"""From the widgets' states that a notebook left in a page to parts that are printed and can be mounted."""

import html
import json
import re
from pathlib import Path

from ..widgets import CardsWidget, ExamWidget, ExplorerWidget, QuizWidget, cards, explore, fallback, quiz
from .lab.address import FOLDER
from .launch import instead_of_a_kernel, with_button
from .workbooks import in_lab, numbers_in_sidebar

__all__ = ["bring_to_life", "mend_theme", "printed", "script_json"]

_VIEW = re.compile(
    r'<script type="application/vnd\.jupyter\.widget-view\+json">(?P<view>.*?)</script>', re.DOTALL
)
_VIEW_TYPE = "application/vnd.jupyter.widget-view+json"
_OURS = {kind.__name__: kind for kind in (ExplorerWidget, QuizWidget, ExamWidget, CardsWidget)}
_TRAITS = ("explorer", "view", "quiz", "exam", "deck")
_SHOWN = re.compile(r"(?P<kind>Explorer|Quiz|Cards)\('(?P<id>[^']+)'")


def script_json(value) -> str:
    """JSON that is safe inside a ``<script>``: no ``<`` survives, so no text can end or nest one."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _kind(state: dict) -> str | None:
    name = str(state.get("_anywidget_id", "")).rsplit(".", 1)[-1]
    return name if name in _OURS else None


def printed(model: str, models: dict, folder_url: str, otherwise: str = "") -> str:
    """One widget as HTML: its print, and for our own the state and module that bring it to life.

    Parameters
    ----------
    model : str
        The model's id in the page's widget state.
    models : dict
        The page's widget state, model id to ``{"state": ...}``.
    folder_url : str
        Where this page finds the asset folder, relative, with a slash at the end.
    otherwise : str
        What to print for a widget that is not one of ours.
    """
    state = models.get(model, {}).get("state", {})
    kind = _kind(state)
    if kind is None:
        return otherwise
    own = {name: state[name] for name in _TRAITS if name in state}
    warm = f' data-warm="{html.escape(own["explorer"]["id"])}"' if "explorer" in own else ""
    return (
        f'<div class="se-mount" data-module="{html.escape(folder_url)}{kind}.mjs"{warm}>'
        f"{fallback.html(own, folder_url.partition('_static/')[0])}"
        f'<script type="application/json">{script_json(own)}</script></div>'
    )


def _made_anew(shown: str) -> dict | None:
    """The state of the widget that a notebook showed, made from the sources as they are today.

    A committed workbook keeps no widget state: it would be large and soon out of date. What it does
    keep is the widget's fixed text form, which names it.
    """
    found = _SHOWN.match(shown)
    if not found:
        return None
    verb = {"Explorer": explore, "Quiz": quiz, "Cards": cards}[found["kind"]]
    widget = verb(*found["id"].split("+"))
    traits = {name: getattr(widget, name) for name in _TRAITS if widget.has_trait(name)}
    return {"state": {"_anywidget_id": type(widget).__name__, **traits}}


def _models(app, pagename: str) -> dict:
    """Every widget model of a page: from the state that its run left, else made anew."""
    from myst_nb.sphinx_ import NbMetadataCollector

    saved = NbMetadataCollector.get_js_files(app.env, pagename).pop("ipywidgets_state", None)
    path = Path(app.env.doc2path(pagename))
    if path.suffix != ".ipynb":
        return json.loads(saved[1]["body"])["state"] if saved else {}
    # What JupyterLab saved in a workbook is left alone: it may be old, and have solutions that are withheld today.
    models = {}
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if _VIEW_TYPE in data and (made := _made_anew("".join(data.get("text/plain", "")))):
                models[data[_VIEW_TYPE]["model_id"]] = made
    return models


def bring_to_life(app, pagename, templatename, context, doctree) -> None:
    """``html-page-context``: take over what myst-nb wants to put into a page with widgets."""
    if app.builder.format != "html":
        return
    context.setdefault("default_mode", "auto")  # else the theme complains in the console
    context["metatags"] = context.get("metatags", "") + numbers_in_sidebar(Path(app.srcdir))
    if "body" not in context:  # the search page and the index
        return
    models = _models(app, pagename)
    folder_url = context["pathto"](app.salesedu_static, resource=True) + "/"
    kinds: list[str] = []

    def print_view(found: re.Match) -> str:
        model = json.loads(found["view"])["model_id"]
        kind = _kind(models.get(model, {}).get("state", {}))
        kinds.append(kind or "")
        still = "" if kind else instead_of_a_kernel(found.string[: found.start()], root, notebook, bool(lab))
        return printed(model, models, folder_url, still)

    root = folder_url.partition("_static/")[0]
    source, lab = Path(app.env.doc2path(pagename)), app.config.salesedu_lab
    notebook = in_lab(f"{pagename}.ipynb") if source.suffix == ".ipynb" else ""
    context["body"] = _VIEW.sub(print_view, context["body"])
    if lab and notebook:
        context["body"] = with_button(context["body"], root, notebook, lab)
    needed = [f"{kind}.mjs" for kind in dict.fromkeys(kinds) if kind]
    preloads = "".join(f'<link rel="modulepreload" href="{folder_url}{name}">' for name in needed)
    # async: neither the text nor the first question waits for the theme's scripts
    host = f'<script type="module" async src="{folder_url}host.mjs"></script>'
    context["metatags"] = context.get("metatags", "") + preloads + host


# What the theme and docutils write that a checker of WCAG 2.2 rightly refuses, and no option changes.
_MENDS = (
    # Font Awesome turns `title` into text, which is then not in the button's name (WCAG 2.5.3).
    (re.compile(r'(<i class="theme-switch [^>]*?) title="[^"]*"'), r"\1"),
    # Its name leaves out what it shows: "Search Ctrl+K".
    (re.compile(r'(<button class="btn search-button-field [^"]*")[^>]*>'), r"\1>"),
    # A role that ARIA has withdrawn.
    (re.compile(r' role="doc-biblioentry"'), ' role="listitem"'),
)


def mend_theme(app, problem) -> None:
    """``build-finished``: mend what the theme writes and offers no hook for."""
    if problem or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        if path.relative_to(app.outdir).parts[0] == FOLDER:  # JupyterLite's own pages, not the theme's
            continue
        text = path.read_text("utf-8")
        mended = text
        for pattern, better in _MENDS:
            mended = pattern.sub(better, mended)
        if mended != text:
            path.write_text(mended, "utf-8")
