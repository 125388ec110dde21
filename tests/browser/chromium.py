"""The browser that the tests drive: one on this machine, else one that Playwright installs."""

import subprocess
import sys

from salesedu.site.printing import find_browser

# Nothing but this machine resolves: a page that asks anyone else for anything is caught twice.
CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb", CLOSED)


def launch(playwright):
    """A headless browser, or a sentence that says what to install."""
    path = find_browser()
    if path is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    try:
        return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    except Exception as gone:
        raise SystemExit(
            "The browser tests need Chromium or Chrome. Install one (Debian and Ubuntu: "
            f"apt install chromium), or name it in CHROMIUM=/path/to/it. ({gone})"
        ) from gone
