"""The browser that the tests drive: one on this machine, else one that Playwright installs."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Nothing but this machine resolves: a page that asks anyone else for anything is caught twice.
CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb", CLOSED)


def find() -> str | None:
    """A Chromium or Chrome on this machine; None where Playwright's own is to be used."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright):
    """A headless browser, or a sentence that says what to install."""
    path = find()
    if path is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    try:
        return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    except Exception as gone:
        raise SystemExit(
            "The browser tests need Chromium or Chrome. Install one (Debian and Ubuntu: "
            f"apt install chromium), or name it in CHROMIUM=/path/to/it. ({gone})"
        ) from gone
