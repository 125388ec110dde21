"""The living page: what turns a built Jupyter Book into pages that answer back, with no server.

Put ``salesedu.site`` under ``sphinx: extra_extensions`` in ``_config.yml``. The extension

- executes nothing itself: the book's cells leave their widgets' state in each page;
- prints every widget as plain HTML first, so a page reads without scripts (:mod:`.pages`);
- mounts the same widget modules over that print (``host.mjs``), with Python in a worker;
- serves everything, MathJax included, from one content-hashed folder (:mod:`.assets`);
- leads from each workbook to the same one running in the browser, where the build has :mod:`.lab`;
- keeps the whole book on a reader's device when asked to (:mod:`.offline`).
"""

import shutil
from pathlib import Path

from .. import __version__
from .assets import gather, source_digest
from .directives import DataDictionary, Glossary, Picture
from .edition import forget_other_edition, left_out_term, notation_of_page, read_as_edition, settle
from .elsewhere import offer_launch
from .lab.address import megabytes
from .metadata import settle_base_url, write_metadata
from .npm import cache_folder
from .offline import Keep, list_of_build, reload_with_edition
from .pages import bring_to_life, mend_theme
from .path import Chapters, Needs, TaughtWhere, Unlocks
from .sitemap import write_around
from .worksheets import Worksheets, write_into_site

__all__ = ["setup"]


def _settle_config(app, config) -> None:
    settle(app, config)
    folder, _ = gather()
    app.salesedu_folder = folder
    static = f"_static/{folder}"
    config.mathjax_path = f"{folder}/mathjax/tex-mml-chtml.js"
    config.nb_ipywidgets_js = {}  # our host instead of require.js and html-manager from a CDN
    # An edited question or formula must reach the page: results are kept per edition of the sources.
    config.nb_execution_cache_path = str(cache_folder() / "executed" / source_digest())
    app.add_css_file(f"{folder}/widgets.css")
    app.add_css_file(f"{folder}/page.css")
    app.salesedu_static = static
    config.salesedu_lab = megabytes(Path(app.outdir))


def _pages_to_read_again(app, env, added, changed, removed) -> list[str]:
    digest = source_digest()
    stale = getattr(env, "salesedu_digest", digest) != digest
    env.salesedu_digest = digest
    return sorted(env.found_docs) if stale else []


def _write_assets(app, problem) -> None:
    if problem or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for old in static.glob("salesedu-*"):
        if old.name != app.salesedu_folder:
            shutil.rmtree(old)
    home = static / app.salesedu_folder
    _, files = gather()
    for name, body in files.items():
        path = home / name
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)


def setup(app) -> dict:
    """Register the extension with Sphinx."""
    # How much a first visit to the lab fetches, 0 without one: when that changes, every page is written again.
    app.add_config_value("salesedu_lab", 0, "html", int)
    app.connect("config-inited", _settle_config, priority=400)
    app.connect("config-inited", settle_base_url)
    app.connect("builder-inited", forget_other_edition)
    app.connect("source-read", read_as_edition)
    app.connect("doctree-read", notation_of_page)
    app.connect("missing-reference", left_out_term)
    app.connect("env-get-outdated", _pages_to_read_again)
    app.connect("html-page-context", bring_to_life, priority=400)  # myst-nb adds its scripts at 500
    app.connect("html-page-context", write_metadata)
    app.connect("html-page-context", offer_launch)
    app.connect("html-page-context", reload_with_edition)
    app.connect("build-finished", mend_theme, priority=700)
    app.connect("build-finished", write_around, priority=800)  # after the contents' own front door
    app.connect("build-finished", _write_assets)
    app.connect("build-finished", write_into_site)
    app.connect("build-finished", list_of_build, priority=900)  # after all that writes
    app.add_directive("salesedu-glossary", Glossary)
    app.add_directive("salesedu-dictionary", DataDictionary)
    app.add_directive("salesedu-picture", Picture)
    app.add_directive("salesedu-chapters", Chapters)
    app.add_directive("salesedu-keep", Keep)
    app.add_directive("salesedu-needs", Needs)
    app.add_directive("salesedu-unlocks", Unlocks)
    app.add_directive("salesedu-taught-where", TaughtWhere)
    app.add_directive("salesedu-worksheets", Worksheets)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
