"""The documents room: a plan or a report as Markdown or as a Word document, and back.

============  ===================================================================
``save``      write a ``.md`` or ``.docx`` file
``to_docx``   the Word document as bytes, for a download
``read``      the Markdown of a ``.md`` or ``.docx`` file
============  ===================================================================

What comes in is Markdown, or anything that has ``to_markdown``: an account plan, a progress
report, the report on a sales factory. It knows headings, paragraphs, lists, tables, bold, italic,
code, links and quotes. Word documents need python-docx; it is imported only when it is used, and the
lab in the browser does not have it.
"""

from importlib.util import find_spec
from pathlib import Path

__all__ = ["read", "save", "to_docx"]

SUFFIXES = (".md", ".docx")
NO_WORD = (
    "Word documents cannot be written or read here: python-docx is missing, as it is in the lab in the browser. "
    "Use a name that ends in .md, or run the notebook in JupyterLab."
)


def save(what: object, path: str | Path, *, title: str | None = None, language: str = "en-GB") -> Path:
    """Write a document.

    Parameters
    ----------
    what : str or object
        Markdown, or something with ``to_markdown``.
    path : str or Path
        Where to; its ending decides: ``.md`` or ``.docx``. An older file is replaced.
    title : str, optional
        Title of a Word document; its first heading when left out.
    language : str
        Language of a Word document, such as "en-GB" or "nl-NL": for spelling and screen readers.

    Returns
    -------
    Path
        The path, for the next step.

    Raises
    ------
    ValueError
        When the ending is unknown, or there is nothing to write.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     read(save("# Plan\\n\\nTwo **visits**.", Path(folder) / "plan.docx"))
    '# Plan\\n\\nTwo **visits**.\\n'
    """
    target = _path(path)
    if target.suffix.lower() == ".docx":
        target.write_bytes(to_docx(what, title=title, language=language))
    else:
        target.write_text(_markdown(what), "utf-8", newline="\n")
    return target


def to_docx(what: object, *, title: str | None = None, language: str = "en-GB") -> bytes:
    """The Word document as bytes; the same bytes for the same text.

    Parameters
    ----------
    what, title, language
        As in `save`.

    Raises
    ------
    ValueError
        When there is nothing to write, or a character that no document can hold.
    RuntimeError
        Where there is no python-docx.
    """
    _need_word()
    from salesedu.documents.writing import docx_bytes

    return docx_bytes(_markdown(what), title, language)


def read(path: str | Path) -> str:
    """The Markdown of a document, also of a Word document that somebody else made or changed.

    Parameters
    ----------
    path : str or Path
        A ``.md`` or ``.docx`` file.

    Returns
    -------
    str
        `AccountPlan.from_markdown` makes a plan of it again.

    Raises
    ------
    ValueError
        When the ending is unknown, or the file is no document of its kind.
    FileNotFoundError
        When there is no such file.
    """
    source = _path(path)
    if source.suffix.lower() == ".docx":
        _need_word()
        from salesedu.documents.reading import markdown_of

        return markdown_of(source)
    try:
        return source.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"path is {source.name}, which is no text in UTF-8; save it as UTF-8.") from None


def _need_word() -> None:
    if find_spec("docx") is None:
        raise RuntimeError(NO_WORD)


def _path(path: object) -> Path:
    if not isinstance(path, str | Path):
        raise ValueError(f"path is of type {type(path).__name__}; give the name of a file.")
    found = Path(path)
    if found.suffix.lower() not in SUFFIXES:
        raise ValueError(f"path ends in {found.suffix or 'nothing'!r}; give a name that ends in .md or .docx.")
    return found


def _markdown(what: object) -> str:
    render = getattr(what, "to_markdown", None)
    text = render() if callable(render) and not isinstance(what, type) else what
    if not isinstance(text, str):
        raise ValueError(
            f"what is of type {type(what).__name__}; give Markdown, or something that has to_markdown()."
        )
    if not text.strip():
        raise ValueError("what is empty; give a text with at least one word.")
    return text if text.endswith("\n") else text + "\n"
