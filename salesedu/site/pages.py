"""From the widgets' states that the notebook left in a page to parts that are printed and can be mounted."""

import html
import json
import re
from pathlib import Path

from ..widgets import CardsWidget, ExplorerWidget, QuizWidget, fallback

__all__ = ["bring_to_life", "printed", "retitle_controls", "script_json"]

_VIEW = re.compile(
    r'<script type="application/vnd\.jupyter\.widget-view\+json">(?P<view>.*?)</script>', re.DOTALL
)
_OURS = {kind.__name__: kind for kind in (ExplorerWidget, QuizWidget, CardsWidget)}
_KERNEL_NOTE = (
    "This control calculates in a running notebook. You see its last picture; "
    "open the notebook in JupyterLab to move it."
)


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


def _pictures(model: str, models: dict, seen: set[str]) -> list[str]:
    """The last pictures inside an ipywidgets tree: what a control without a kernel can still show."""
    if model in seen or model not in models:
        return []
    seen.add(model)
    state = models[model]["state"]
    found = []
    for output in state.get("outputs", ()):
        data = output.get("data", {})
        if "image/png" in data:
            alt = html.escape("".join(data.get("text/plain", "the last picture of this control")))
            found.append(f'<img alt="{alt}" src="data:image/png;base64,{data["image/png"].strip()}">')
        elif output.get("output_type") == "stream":
            found.append(f"<pre>{html.escape(''.join(output['text']))}</pre>")
    for child in state.get("children", ()):
        found += _pictures(child.removeprefix("IPY_MODEL_"), models, seen)
    return found


def printed(model: str, models: dict, folder_url: str) -> str:
    """One widget as HTML: its print, and for our own the state and module that bring it to life.

    Parameters
    ----------
    model : str
        The model's id in the page's widget state.
    models : dict
        The page's widget state, model id to ``{"state": ...}``.
    folder_url : str
        Where this page finds the asset folder, relative, with a slash at the end.
    """
    state = models.get(model, {}).get("state", {})
    kind = _kind(state)
    if kind is None:
        pictures = "".join(_pictures(model, models, set()))
        return f'<div class="se-kernel">{pictures}<p class="se-note">{_KERNEL_NOTE}</p></div>'
    own = {name: value for name, value in state.items() if not name.startswith("_")}
    for name in ("layout", "tabbable", "tooltip"):
        own.pop(name, None)
    warm = " data-warm" if kind == "ExplorerWidget" else ""
    return (
        f'<div class="se-mount" data-module="{folder_url}{kind}.mjs"{warm}>'
        f"{fallback.html(own)}"
        f'<script type="application/json">{script_json(own)}</script></div>'
    )


def bring_to_life(app, pagename, templatename, context, doctree) -> None:
    """``html-page-context``: take over what myst-nb wants to put into a page with widgets."""
    if app.builder.format != "html" or "body" not in context:
        return
    from myst_nb.sphinx_ import NbMetadataCollector

    scripts = NbMetadataCollector.get_js_files(app.env, pagename)
    saved = scripts.pop("ipywidgets_state", None)
    models = json.loads(saved[1]["body"])["state"] if saved else {}
    folder_url = context["pathto"](app.salesedu_static, resource=True) + "/"
    context["body"] = _VIEW.sub(
        lambda found: printed(json.loads(found["view"])["model_id"], models, folder_url),
        context["body"],
    )


# The theme gives some buttons a name that differs from the text they show; a reader who speaks to
# the browser then cannot reach them (WCAG 2.5.3). Its templates offer no hook, so mend the result.
_NAMES = (
    (re.compile(r'(<button[^>]*\bclass="[^"]*search-button[^"]*"[^>]*?)\s+aria-label="[^"]*"'), r"\1"),
)


def retitle_controls(app, problem) -> None:
    """``build-finished``: names of the theme's buttons that contain the text they show."""
    if problem or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        text = path.read_text("utf-8")
        mended = text
        for pattern, better in _NAMES:
            mended = pattern.sub(better, mended)
        if mended != text:
            path.write_text(mended, "utf-8")
