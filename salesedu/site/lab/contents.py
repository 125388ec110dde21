"""What the lab's file list shows: the edition's workbooks, the tables, and a folder of each own chapter."""

import json
from pathlib import Path, PurePosixPath

import nbformat

from ...concepts.edition import current
from ..edition import told_on_page
from ..workbooks import every, in_lab

__all__ = ["contents"]

_LONG_AGO = "2020-01-01T00:00:00Z"  # the same list for the same files
_WIDGET = "application/vnd.jupyter.widget-view+json"
_KINDS = {".ipynb": ("notebook", None), ".csv": ("file", "text/csv"), ".md": ("file", "text/markdown")}


def contents(root: Path) -> dict[str, bytes]:
    """The files under ``files/`` of the lab and the lists under ``api/contents/`` that name them."""
    tables = (path for path in sorted((root / "datasets").glob("*.*")) if path.suffix in _KINDS)
    found = {f"datasets/{path.name}": path.read_bytes() for path in tables}
    found |= {in_lab(name): _book(root, name) for name in every(root)}
    for own in current().own:
        found |= {f"{own.key}/{path.name}": path.read_bytes() for path in sorted(own.folder.glob("*.csv"))}
    files = {f"files/{name}": body for name, body in found.items()}
    folders = sorted({name.partition("/")[0] for name in found if "/" in name})
    files["api/contents/all.json"] = _list(_folder(""), [*map(_folder, folders), *_inside("", found)])
    for folder in folders:
        files[f"api/contents/{folder}/all.json"] = _list(_folder(folder), _inside(folder, found))
    return files


def _inside(folder: str, found: dict[str, bytes]) -> list[dict]:
    paths = {PurePosixPath(name): len(body) for name, body in found.items()}
    return [_told(path.name, str(path), _KINDS[path.suffix], size) for path, size in sorted(paths.items())
            if path.parent == PurePosixPath(folder)]


def _folder(name: str) -> dict:
    return _told(name, name, ("directory", None), None)


def _book(root: Path, name: str) -> bytes:
    """A workbook as this edition tells it and JupyterLite reads it: every text in one piece.

    What a widget left is taken out: it has no kernel behind it, and its print may have solutions.
    """
    told = told_on_page((root / name).read_text("utf-8"), name.removesuffix(".ipynb"))
    book = nbformat.reads(told, as_version=4)
    book.metadata.pop("widgets", None)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs = [one for one in cell.outputs if _WIDGET not in one.get("data", ())]
    return json.dumps(book, ensure_ascii=False, sort_keys=True).encode()


def _told(name: str, path: str, kind: tuple, size: int | None) -> dict:
    what, mime = kind
    return {
        "name": name, "path": path, "type": what, "mimetype": mime, "size": size, "format": None, "content": None,
        "created": _LONG_AGO, "last_modified": _LONG_AGO, "writable": True, "hash": None, "hash_algorithm": None,
    }  # fmt: skip


def _list(folder: dict, inside: list[dict]) -> bytes:
    return json.dumps({**folder, "format": "json", "content": inside}, indent=1).encode()
