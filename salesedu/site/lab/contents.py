"""What the lab's file list shows: every workbook, and the tables of the company in a folder."""

import json
from pathlib import Path

import nbformat

__all__ = ["contents"]

_LONG_AGO = "2020-01-01T00:00:00Z"  # the same list for the same files
_WIDGET = "application/vnd.jupyter.widget-view+json"
_KINDS = {".ipynb": ("notebook", None), ".csv": ("file", "text/csv"), ".md": ("file", "text/markdown")}


def contents(root: Path) -> dict[str, bytes]:
    """The files under ``files/`` of the lab and the lists under ``api/contents/`` that name them."""
    books = {path.name: _book(path) for path in sorted((root / "notebooks").glob("[1-9]-*.ipynb"))}
    tables = {path.name: path.read_bytes() for path in sorted((root / "datasets").glob("*.*")) if path.suffix in _KINDS}
    files = {f"files/{name}": body for name, body in books.items()}
    files |= {f"files/datasets/{name}": body for name, body in tables.items()}
    folder = _told("datasets", "datasets", ("directory", None), None)
    inside = [_told(name, f"datasets/{name}", _KINDS[Path(name).suffix], len(body)) for name, body in tables.items()]
    top = [_told(name, name, _KINDS[".ipynb"], len(body)) for name, body in books.items()]
    files["api/contents/all.json"] = _list(_told("", "", ("directory", None), None), [folder, *top])
    files["api/contents/datasets/all.json"] = _list(folder, inside)
    return files


def _book(path: Path) -> bytes:
    """A workbook as JupyterLite reads it: every text in one piece, and no widget that has no kernel behind it."""
    book = nbformat.reads(path.read_text("utf-8"), as_version=4)
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
