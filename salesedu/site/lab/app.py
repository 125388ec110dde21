"""The JupyterLite application, built once by ``jupyter lite`` with no network, without any notebook in it."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..npm import AssetError, cache_folder, put_in_place
from .kernel import BOOT
from .pypi import installed

__all__ = ["app_folder"]

_HERE = Path(__file__).parent
_BUILD = {
    "apps": ["lab", "notebooks", "edit", "tree", "consoles"],
    "no_sourcemaps": True,
    "no_unused_shared_packages": True,
    "ignore_sys_prefix": True,  # only the extensions that are named below
}
_SITE = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "appName": "salesedu",
        "contentsAllJsonFile": "all.json",
        "enableMemoryStorage": True,
        # Seconds; JupyterLab's own two minutes are too long for somebody who closes the lid.
        "settingsOverrides": {"@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 5}},
        "exposeAppInBrowser": True,  # start.mjs looks whether the kernel is ready
        "litePluginSettings": {
            "@jupyterlite/pyodide-kernel-extension:kernel": {
                "pyodideUrl": "./static/pyodide/pyodide.mjs",
                "disablePyPIFallback": True,
                "loadPyodideOptions": {"packages": list(BOOT)},
            }
        },
    },
}


def _extensions() -> list[Path]:
    """The kernel's extension and those of the widgets, which are in this environment."""
    own = Path(sys.prefix) / "share/jupyter/labextensions"
    found = [
        installed("tools") / "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension",
        own / "@jupyter-widgets/jupyterlab-manager",
        own / "anywidget",
    ]
    for path in found:
        if not (path / "package.json").is_file():
            raise AssetError(f"the JupyterLab extension {path.name} is not installed; run `make env`.")
    return found


def _icons(folder: Path) -> None:
    """The icons that a notebook's page asks for, idle and busy, and that JupyterLite forgets."""
    folder.mkdir(parents=True)
    own = Path(importlib.util.find_spec("jupyter_server").origin).parent / "static/favicons"
    for name in ("favicon-notebook.ico", "favicon-busy-1.ico"):
        shutil.copyfile(own / name, folder / name)


def app_folder() -> Path:
    """A folder with the built application: everything but Python and the notebooks."""
    extensions = _extensions()
    told = json.dumps([_BUILD, _SITE, *((path / "package.json").read_text("utf-8") for path in extensions)])
    parts = [told.encode(), *(path.read_bytes() for path in (_HERE / "tools.lock", Path(__file__)))]
    home = cache_folder() / "lab" / f"app-{hashlib.sha256(b''.join(parts)).hexdigest()[:12]}"
    if home.is_dir():
        return home
    print("building JupyterLite (some seconds, once) ...", flush=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as room:
        build = {**_BUILD, "federated_extensions": list(map(str, extensions)), "output_dir": f"{room}/made"}
        (Path(room) / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), "utf-8")
        (Path(room) / "jupyter-lite.json").write_text(json.dumps(_SITE), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", room],
            cwd=room, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(installed("tools")), "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        if done.returncode or not (Path(room) / "made/notebooks/index.html").is_file():
            raise AssetError(f"JupyterLite could not be built: {(done.stderr or done.stdout).strip()[-2000:]}")
        (Path(room) / "made/jupyterlite.schema.v0.json").unlink(missing_ok=True)
        _icons(Path(room) / "made/static/favicons")
        put_in_place(Path(room) / "made", home)
    return home
