"""From a page to a tagged PDF, with the Chromium or Chrome of this machine; what did not change is not printed anew."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .npm import cache_folder

__all__ = ["BROWSERS", "find_browser", "pdf"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PATIENCE = 120  # seconds; a sheet takes one or two


def find_browser() -> str | None:
    """Path of a Chromium or Chrome: the one named in ``CHROMIUM``, else one on the path, else None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def _print(page: Path, browser: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", "--no-pdf-header-footer", "--export-tagged-pdf",
             "--generate-pdf-document-outline", f"--print-to-pdf={target}", page.resolve().as_uri()],
            capture_output=True, text=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    if not target.is_file():
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        what = f"{browser} could not print {page.name} ({last})."
        raise RuntimeError(f"{what} Print the HTML page from a browser instead.")


def pdf(page: Path, browser: str) -> Path:
    """Print ``page`` (an HTML file that needs nothing beside it) into a PDF next to it.

    Raises
    ------
    RuntimeError
        When the browser makes no PDF; the sentence says what to do instead.
    """
    digest = hashlib.sha256(page.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:20]
    kept = cache_folder() / "printed" / f"{digest}.pdf"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}.pdf")
        _print(page, browser, fresh)
        fresh.replace(kept)
    return Path(shutil.copyfile(kept, page.with_suffix(".pdf")))
