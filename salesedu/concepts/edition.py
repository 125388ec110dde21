"""The edition of the course: what ``course.yml`` chooses, read and checked.

Without such a file the edition is the book as it stands. The file that counts is named in the environment variable
``SALESEDU_COURSE``, so that every process of a build, the kernels of its pages included, sees the same one; ``make``
and the Sphinx extension set it. The copy of this package that runs in the lab carries its edition with it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from salesedu.concepts.source import Source, SourceError, did_you_mean, read_source

__all__ = ["LICENCE", "VARIABLE", "Edition", "EditionError", "Own", "current", "digest", "read"]

VARIABLE = "SALESEDU_COURSE"
HERE = Path(__file__).parent
CARRIED = HERE.parent / "edition" / "course.yml"  # in the lab; see salesedu.site.lab.edition
TARGETS = ("jupyterhub", "binder", "colab")
PROMISE = " This book sends nothing you do to anyone."
LICENCE = f"Text and data: CC BY 4.0. Code: BSD-3-Clause.{PROMISE}"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FOLDER = re.compile(r"[a-z][a-z0-9_]*")


class EditionError(SourceError):
    """``course.yml`` says something wrong: file, line, setting, what and remedy."""


@dataclass(frozen=True)
class Own:
    """A chapter of the lecturer's own: a folder with ``concepts.yaml``, ``questions.yaml``, its page and workbooks.

    Attributes
    ----------
    key : str
        The folder's name.
    folder : pathlib.Path
        Where it is.
    place : str
        The same, as seen from the folder of ``course.yml``, with slashes.
    """

    key: str
    folder: Path
    place: str


@dataclass(frozen=True)
class Edition:
    """What a lecturer has chosen; the defaults are the book as it stands.

    Attributes
    ----------
    chapters : tuple of str or None
        Keys in the order of this edition; None is every chapter of the book, with its own number.
    own : tuple of Own
        Those of the chapters that stand in a folder of their own.
    course : str
        Part of the name under which a browser keeps a learner's work.
    title : str
        Name of the book; empty is that in ``_config.yml``.
    institution, licence : str
        Lines at the foot of every page, in the PDF and in the EPUB.
    numbers : {"english", "dutch"}
        How figures are shown: 1,250.50 or 1.250,50. Both can always be typed.
    solutions_hidden_until : datetime.date or None
        The first day on which a build has solutions again.
    repository, branch : str
        Where the launch targets find this edition's sources.
    launch : dict
        From ``"jupyterhub"``, ``"binder"`` or ``"colab"`` to an address, for those that are on.
    root : pathlib.Path
        Where the file stands.
    """

    chapters: tuple[str, ...] | None = None
    own: tuple[Own, ...] = ()
    course: str = "b2b-sales"
    title: str = ""
    institution: str = ""
    licence: str = LICENCE
    numbers: str = "english"
    solutions_hidden_until: date | None = None
    repository: str = ""
    branch: str = "main"
    launch: dict[str, str] = field(default_factory=dict, hash=False)
    root: Path = field(default=Path(), compare=False, repr=False)

    @property
    def rights(self) -> str:
        """The licence alone, for covers and catalogues.

        Examples
        --------
        >>> Edition().rights
        'Text and data: CC BY 4.0. Code: BSD-3-Clause.'
        """
        return self.licence.removesuffix(PROMISE)

    def withheld(self, today: date | None = None) -> date | None:
        """The day on which solutions appear, when that is still to come; else None.

        Examples
        --------
        >>> exam = date(2027, 1, 15)
        >>> Edition(solutions_hidden_until=exam).withheld(date(2027, 1, 14))
        datetime.date(2027, 1, 15)
        >>> Edition(solutions_hidden_until=exam).withheld(exam)
        """
        day = self.solutions_hidden_until
        return day if day and (today or date.today()) < day else None


def current() -> Edition:
    """Return the edition that this process works for.

    Raises
    ------
    EditionError
        When its file says something wrong, or is not there.
    """
    return _current(os.environ.get(VARIABLE, ""))


@cache
def _current(path: str) -> Edition:
    if path:
        return read(Path(path))
    return read(CARRIED) if CARRIED.is_file() else Edition()


def digest() -> str:
    """A fingerprint of the edition: its settings, its own folders, and whether solutions are withheld today."""
    edition = current()
    kept = [(one.key, one.place) for one in edition.own]
    told = sha256(repr((replace(edition, own=()), kept, edition.withheld())).encode())
    for own in edition.own:
        for path in sorted(own.folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                told.update(path.relative_to(own.folder).as_posix().encode() + path.read_bytes())
    return told.hexdigest()[:16]


def read(path: Path) -> Edition:
    """Read and check one ``course.yml``; folders in it are seen from where it stands.

    Raises
    ------
    EditionError
        With the place of the first thing that is wrong and its remedy.
    """
    if not path.is_file():
        raise EditionError(path.name, 1, "", "there is no such file", "write it, or mend its name")
    return _Reader(read_source(path, EditionError), path.resolve().parent).edition()


class _Reader:
    """Turns the file's plain data into an Edition, or says where it cannot."""

    def __init__(self, source: Source, root: Path) -> None:
        self.source, self.root = source, root

    def fail(self, place: tuple, what: str, remedy: str) -> NoReturn:
        setting = str(place[0]) if place else ""
        raise EditionError(self.source.file, self.source.line(place), setting, what, remedy)

    def edition(self) -> Edition:
        given = self.source.data
        if given is None:
            return Edition()
        if not isinstance(given, dict):
            self.fail((), "these are not settings", "write lines such as `course: b2b-sales`")
        readers = {
            "chapters": self.chapters, "course": self.course, "title": self.line, "institution": self.line,
            "licence": self.line, "numbers": self.numbers, "solutions_hidden_until": self.day, "launch": self.launch,
        }  # fmt: skip
        for name in given:
            if name not in readers:
                self.fail((name,), "there is no such setting", did_you_mean(name, list(readers)))
        found: dict[str, Any] = {}
        for name, value in given.items():
            found |= readers[name](name, value)
        return Edition(**found, root=self.root)

    def chapters(self, name: str, given: Any) -> dict:
        if given == "all":
            return {}
        known = sorted(one.stem for one in HERE.glob("*.yaml"))
        if not isinstance(given, list) or not given:
            self.fail((name,), f"this is {given!r}", "write `all`, or a list of chapters and folders in your order")
        keys: list[str] = []
        own: list[Own] = []
        for number, entry in enumerate(given):
            place = (name, number)
            if not isinstance(entry, str):
                self.fail(place, f"{entry!r} is not a chapter", did_you_mean(entry, known))
            if "/" in entry or "\\" in entry:
                own.append(self.own(place, entry, known))
                entry = own[-1].key
            elif entry not in known:
                remedy = f"{did_you_mean(entry, known)} A folder of yours has a slash: my-chapters/{entry}"
                self.fail(place, f'there is no chapter "{entry}"', remedy)
            if entry in keys:
                self.fail(place, f'the chapter "{entry}" stands here twice', "name each chapter once")
            keys.append(entry)
        return {"chapters": tuple(keys), "own": tuple(own)}

    def own(self, place: tuple, entry: str, known: list[str]) -> Own:
        folder = (self.root / entry).resolve()
        if not folder.is_relative_to(self.root):
            self.fail(place, f'the folder "{entry}" is outside the project', "put it beside course.yml or deeper")
        if not folder.is_dir():
            self.fail(place, f'there is no folder "{entry}"', "make it, or mend the name; it is seen from course.yml")
        key = folder.name
        if not FOLDER.fullmatch(key) or key in ("arithmetic", "datasets"):
            remedy = "use another name, in small letters, as in my-chapters/service"
            self.fail(place, f'"{key}" cannot be the name of a chapter', remedy)
        if key in known:
            self.fail(place, f'the book has a chapter "{key}" already', "give your folder another name")
        for file, what in (("concepts.yaml", "its terms"), ("questions.yaml", "its questions")):
            if not (folder / file).is_file():
                self.fail(place, f'the folder "{entry}" has no {file}', f"write {what} there, as the book does")
        return Own(key, folder, folder.relative_to(self.root).as_posix())

    def course(self, name: str, given: Any) -> dict:
        if not isinstance(given, str) or not NAME.fullmatch(given):
            self.fail((name,), f"the name is {given!r}", "write small letters, digits and single hyphens")
        return {name: given}

    def line(self, name: str, given: Any) -> dict:
        if given is None:
            return {name: ""}
        if not isinstance(given, str) or "\n" in given.strip():
            self.fail((name,), f"this is {given!r}", "write one line of text, in quotes")
        return {name: given.strip()}

    def numbers(self, name: str, given: Any) -> dict:
        if given not in ("english", "dutch"):
            self.fail((name,), f"this is {given!r}", "write `english` (1,250.50) or `dutch` (1.250,50)")
        return {name: given}

    def day(self, name: str, given: Any) -> dict:
        if isinstance(given, str):
            try:
                given = date.fromisoformat(given)
            except ValueError:
                self.fail((name,), f"{given!r} is not a day", "write it as 2027-01-15, or leave it empty")
        if given is not None and type(given) is not date:
            self.fail((name,), f"{given!r} is not a day", "write it as 2027-01-15, or leave it empty")
        return {name: given}

    def launch(self, name: str, given: Any) -> dict:
        given = {} if given is None else given
        if not isinstance(given, dict):
            self.fail((name,), f"this is {given!r}", f"write lines under it: {', '.join(TARGETS)}")
        fields = ("repository", "branch", *TARGETS)
        for key, value in given.items():
            place = (name, key)
            if key not in fields:
                self.fail(place, f'there is no launch setting "{key}"', did_you_mean(key, fields))
            if key == "branch":
                good = value is None or (isinstance(value, str) and re.fullmatch(r"[\w./-]+", value))
                wanted = "write the name of a branch, such as main"
            else:
                good = value is None or (isinstance(value, str) and re.fullmatch(r"https?://[^\s\"'<>]+", value))
                wanted = "write an address that begins with https://, or leave it empty"
            if not good:
                self.fail(place, f"{key} is {value!r}", wanted)
        on = {key: given[key].rstrip("/") for key in TARGETS if given.get(key)}
        if on and not given.get("repository"):
            what = f"{next(iter(on))} has to fetch your book from somewhere"
            self.fail((name, next(iter(on))), what, "add `repository:` with the address of your copy of the project")
        return {"launch": on, "repository": given.get("repository") or "", "branch": given.get("branch") or "main"}
