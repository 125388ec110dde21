"""Three forms of one and the same chapter page: as published, without widgets, and with html-manager."""

import json
import re
import shutil
from pathlib import Path

import anywidget

from salesedu import cards, explore, quiz
from salesedu.site.npm import npm_package
from salesedu.site.pages import script_json
from tests.browser.conftest import CHAPTER, SITE, states

MOUNT = re.compile(r'<div class="se-mount".*?<script type="application/json">.*?</script></div>', re.DOTALL)
HOST = re.compile(
    r'(<link rel="modulepreload"[^>]*>)*<script type="module"[^>]*host\.mjs[^>]*></script>'
)
STYLE = re.compile(r'<link[^>]*salesedu-[0-9a-f]+/widgets\.css[^>]*/>')


def _widget(state: dict):
    if "explorer" in state:
        return explore(state["explorer"]["id"])
    if "deck" in state:
        return cards(state["deck"]["chapter"])
    return quiz(*[question["id"] for question in state["quiz"]["questions"]])


def make(folder: Path) -> dict[str, str]:
    """Write the variants beside a copy of the built book; returns variant name to page."""
    from ipywidgets.embed import embed_data

    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITE, folder)
    text = (SITE / CHAPTER).read_text("utf-8")
    bare = STYLE.sub("", HOST.sub("", text))
    (folder / "book/plain.html").write_text(MOUNT.sub("", bare), "utf-8")

    widgets = [_widget(state) for state in states(SITE / CHAPTER)]
    data = embed_data(views=widgets, drop_defaults=False)
    views = iter(data["view_specs"])

    def view(_):
        return f'<script type="application/vnd.jupyter.widget-view+json">{json.dumps(next(views))}</script>'

    libraries = folder / "_static/html-manager"
    libraries.mkdir()
    shutil.copy(npm_package("requirejs") / "require.js", libraries)
    for path in (npm_package("@jupyter-widgets/html-manager") / "dist").glob("*"):
        if path.suffix != ".map" and "embed.js" not in path.name and not path.name.startswith("libembed"):
            shutil.copy(path, libraries)
    shutil.copy(Path(anywidget.__file__).parent / "nbextension/index.js", libraries / "anywidget.js")
    state = script_json({"version_major": 2, "version_minor": 0, "state": data["manager_state"]["state"]})
    head = (
        '<script src="../_static/html-manager/require.js"></script>'
        '<script>requirejs.config({paths: {anywidget: "../_static/html-manager/anywidget"}})</script>'
        '<script src="../_static/html-manager/embed-amd.js"></script>'
    )
    body = f'<script type="application/vnd.jupyter.widget-state+json">{state}</script>'
    managed = MOUNT.sub(view, bare).replace("</head>", head + "</head>").replace("</body>", body + "</body>")
    (folder / "book/html-manager.html").write_text(managed, "utf-8")
    return {"plain page": "book/plain.html", "salesedu": CHAPTER, "html-manager": "book/html-manager.html"}
