"""The picture that a messenger shows beside a link to the book: drawn from SVG at build time, with no network."""

import hashlib
import os
from html import escape
from pathlib import Path

from .npm import cache_folder

__all__ = ["SIZE", "drawing", "png"]

SIZE = (1200, 630)  # the proportions that messengers expect
_PHASES = ("get in", "prove", "close", "after-sales")


def drawing(title: str, line: str, institution: str = "") -> str:
    """The card as SVG: title, one line, who gives the course, and the four phases of a sale as steps.

    Examples
    --------
    >>> "Sales &amp; you" in drawing("Sales & you", "An open course")
    True
    """
    wide, high = SIZE
    size = min(120, int(1500 / max(len(title), 1)))
    steps = "".join(
        f'<rect x="{80 + place * 265}" y="{500 - place * 26}" width="245" height="{high}" rx="10" '
        f'fill="{"#5cc9b1" if place == 3 else "#17705f"}"/>'
        f'<text x="{104 + place * 265}" y="{550 - place * 26}" font-size="32" '
        f'fill="{"#06231d" if place == 3 else "#e1f0ec"}">{phase}</text>'
        for place, phase in enumerate(_PHASES)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'font-family="Liberation Sans, Arial, Helvetica, sans-serif"><rect width="{wide}" height="{high}" '
        f'fill="#0b4f45"/><text x="80" y="220" font-size="{size}" font-weight="700" fill="#ffffff">'
        f'{escape(title)}</text><text x="80" y="300" font-size="40" fill="#e1f0ec">{escape(line)}</text>'
        f'<text x="80" y="360" font-size="32" fill="#5cc9b1">{escape(institution)}</text>{steps}</svg>'
    )


def png(title: str, line: str, institution: str = "") -> bytes:
    """The card as PNG; drawn once for the same words."""
    import vl_convert

    source = drawing(title, line, institution)
    kept = cache_folder() / "cards" / f"{hashlib.sha256(source.encode()).hexdigest()[:16]}.png"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        Path(fresh).write_bytes(vl_convert.svg_to_png(source, scale=1))
        fresh.replace(kept)
    return kept.read_bytes()
