"""What an explorer shows for one set of control values: figures, a chart, a sentence, documents."""

import re
from dataclasses import dataclass

__all__ = ["MEDIA", "Document", "Kpi", "View"]

MEDIA = {"text/markdown": "Markdown", "text/plain": "text", "text/csv": "CSV"}  # what a browser may save, and its name
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


@dataclass(frozen=True)
class Kpi:
    """One figure above the chart, already written out; the decisive one has `lead`."""

    name: str
    label: str
    value: str
    note: str = ""
    lead: bool = False

    def as_dict(self) -> dict:
        return {
            "name": self.name,
            "label": self.label,
            "value": self.value,
            "note": self.note,
            "lead": self.lead,
        }


@dataclass(frozen=True)
class Document:
    """A text made of the learner's values, to be read in the page and taken along as a file."""

    name: str
    file_name: str
    media_type: str
    text: str

    def __post_init__(self) -> None:
        if not FILE_NAME.fullmatch(self.file_name):
            raise ValueError(f"a file name is letters, digits, dots and dashes, not {self.file_name[:40]!r}.")
        if self.media_type not in MEDIA:
            raise ValueError(f"a document is {', '.join(MEDIA)}, not {self.media_type[:40]!r}.")
        if not (self.name.strip() and self.text.strip()):
            raise ValueError("a document needs a name and a text.")

    def as_dict(self) -> dict:
        return {
            "name": self.name,
            "file_name": self.file_name,
            "media_type": self.media_type,
            "format": MEDIA[self.media_type],
            "text": self.text,
        }


@dataclass(frozen=True)
class View:
    """What an explorer shows for one set of control values."""

    kpis: tuple[Kpi, ...]
    chart: dict
    reading: str
    documents: tuple[Document, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.kpis) <= 4 or sum(kpi.lead for kpi in self.kpis) != 1:
            raise ValueError("a view has one to four figures, one of them in the lead.")
        if not self.reading.strip() or not self.chart.get("description", "").strip():
            raise ValueError("a view needs a reading, and its chart a description.")
        names = [document.file_name for document in self.documents]
        if len(set(names)) != len(names):
            raise ValueError("two documents of a view have the same file name; rename one.")

    def as_dict(self) -> dict:
        return {
            "kpis": [kpi.as_dict() for kpi in self.kpis],
            "chart": self.chart,
            "reading": self.reading,
            "documents": [document.as_dict() for document in self.documents],
        }
