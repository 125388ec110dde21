"""Python packages by name, with the pip of this environment: fetched once, refused unless a committed sum holds.

What is wanted stands in a ``.lock`` file beside this module, in pip's own form. The address is not
committed; it is whatever index the machine's pip is set up for.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from ..npm import AssetError, cache_folder, put_in_place

__all__ = ["downloaded", "installed"]

_HERE = Path(__file__).parent
# Without this pip takes a compiled wheel where there is one: the lab needs those that run anywhere.
_ANYWHERE = ["--only-binary", ":all:", "--platform", "any", "--implementation", "py", "--abi", "none"]


def downloaded(lock: str) -> Path:
    """The folder with the wheels that ``lock`` names, such as ``"wheels"``."""
    return _once(lock, ["download", *_ANYWHERE, "--python-version", "3.12", "--dest"])


def installed(lock: str) -> Path:
    """A folder of its own in which the packages that ``lock`` names are installed."""
    return _once(lock, ["install", "--only-binary", ":all:", "--target"])


def _once(lock: str, command: list[str]) -> Path:
    wanted = _HERE / f"{lock}.lock"
    home = cache_folder() / "pypi" / f"{lock}-{hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]}"
    if home.is_dir():
        return home
    print(f"fetching {lock} for the lab (once) ...", flush=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as room:
        done = subprocess.run(
            [sys.executable, "-m", "pip", *command, f"{room}/got", "--no-deps", "--require-hashes", "--quiet",
             "--disable-pip-version-check", "--requirement", str(wanted)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise AssetError(
                f"pip could not fetch what {wanted.name} names: {done.stderr.strip() or 'no message'}. "
                "Is the machine online? Run the same command again; nothing is left half done."
            )
        put_in_place(Path(room) / "got", home)
    return home
