"""The chart library for the browser, from the copy that vl-convert carries: no npm, no network."""

from functools import lru_cache
from pathlib import Path

__all__ = ["charts_bundle", "static_pictures"]

_SNIPPET = "export default vegaEmbed;"
_PACKED = Path(__file__).with_name("charts.mjs")  # only in the wheel of the lab, where vl-convert does not run
_WIDTHS = {"wide": 640, "narrow": 320}


@lru_cache(maxsize=1)
def charts_bundle() -> bytes:
    """Return Vega, Vega-Lite and Vega-Embed as one ES module (about 0.9 MB).

    The default export is ``vegaEmbed``. It carries the interpreter that evaluates a chart's expressions
    where a page forbids ``eval``: embed with ``ast: true``.
    """
    if _PACKED.is_file():
        return _PACKED.read_bytes()
    import vl_convert

    return vl_convert.javascript_bundle(snippet=_SNIPPET).encode()


def static_pictures(spec: dict, name: str) -> dict[str, str]:
    """Draw *spec* as SVG text for a wide and for a narrow page.

    Colours written as CSS variables stay variables, so a theme switch needs no redrawing.

    Parameters
    ----------
    spec : dict
        A Vega-Lite chart in the house style.
    name : str
        What makes the ids inside the pictures unique on a page.

    Returns
    -------
    dict
        ``{"wide": svg, "narrow": svg}`` for 640 and 320 pixels; empty if the spec is empty, or in the lab in the
        browser, which draws at once.
    """
    import re

    if not spec or _PACKED.is_file():
        return {}
    import vl_convert

    pictures = {}
    for key, width in _WIDTHS.items():
        # One accessible name on the figure around the picture, instead of one role per mark inside it.
        config = {**spec.get("config", {}), "aria": False}
        svg = vl_convert.vegalite_to_svg({**spec, "width": width, "config": config})
        prefix = f"se-{name}-{key}-"
        svg = re.sub(r'\bid="', f'id="{prefix}', svg)
        svg = re.sub(r"url\(#", f"url(#{prefix}", svg)
        svg = re.sub(r'(xlink:href|href)="#', rf'\1="#{prefix}', svg)
        pictures[key] = svg
    return pictures
