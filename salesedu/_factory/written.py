"""A report written out as Markdown.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from salesedu._checks import ALLOWANCE
from salesedu._factory.blocks import BY_KEY
from salesedu._factory.evidence import Evidence
from salesedu._factory.places import PAGES
from salesedu._factory.words import score_text
from salesedu._markdown import escaped, table
from salesedu._notation import plain

if TYPE_CHECKING:
    from salesedu._factory.document import Report

__all__ = ["markdown_of"]

def markdown_of(report: Report) -> str:
    """Title, summary, picture, gaps, evidence, actions, and what is not known."""
    parts = [
        f"# {escaped(report.title)}",
        *_signed(report),
        escaped(report.summary),
        "## The picture",
        _picture(report),
        "The level is the mean score weighed by importance, over the blocks that have a score.",
        "## Gaps by importance",
        _gaps(report),
        "## Evidence",
        *_evidence(report),
        "## Actions",
        _actions(report),
        "## What is not known",
        "\n".join(f"- {escaped(sentence)}" for sentence in report.unknown),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]], right: tuple[str, ...] = ()) -> str:
    return "\n".join(table(head, rows, right))


def _signed(report: Report) -> list[str]:
    if not report.by and not report.on:
        return []
    return [f"*{', '.join(escaped(text) for text in (report.by, report.on) if text)}*"]


def _picture(report: Report) -> str:
    rows = [
        (
            str(line.number),
            line.name,
            "not scored" if line.score is None else score_text(line.score),
            score_text(line.wanted),
            score_text(line.importance),
            "?" if line.gap is None else score_text(line.gap),
            str(line.evidence),
        )
        for line in report.assessment.lines
    ]
    level = report.assessment.level
    rows.append(("", "**Weighted level**", "?" if level is None else f"**{plain(level, 1)}**", "", "", "", ""))
    head = ("Nr", "Building block", "Score", "Wanted", "Importance", "Gap", "Evidence")
    return _table(head, rows, (head[0], *head[2:]))


def _gaps(report: Report) -> str:
    rows = [
        (str(one.rank), one.name, score_text(one.weight), f"To level {one.next_level}: {escaped(one.next_step)}")
        for one in report.priorities.ranking
    ]
    if not rows:
        return escaped(report.priorities.because)
    head = ("Rank", "Building block", "Gap × importance", "What the next level looks like")
    return f"{escaped(report.priorities.because)}\n\n{_table(head, rows, (head[0], head[2]))}"


def _evidence(report: Report) -> list[str]:
    parts = []
    for line in report.assessment.lines:
        parts.append(f"### {line.number}. {line.name}")
        if line.looks_like:
            level = floor(line.score + ALLOWANCE)
            parts.append(f"Scored {score_text(line.score)}. What level {level} looks like: {escaped(line.looks_like)}")
        pieces = report.evidence.get(line.key, ())
        lines = [f"- {_piece(piece)}" for piece in pieces]
        parts.append("\n".join(lines) if lines else "No evidence.")
    return parts


def _piece(piece: Evidence) -> str:
    said = escaped(piece.sentence)
    source = []
    if piece.chapter:
        number = list(PAGES).index(piece.chapter) + 1 if piece.chapter in PAGES else None
        source.append(f"chapter {number}" if number else escaped(piece.chapter))
    if piece.function:
        source.append(f"`{piece.function.replace('`', '')}`")
    if piece.tables:
        source.append(f"{'table' if len(piece.tables) == 1 else 'tables'} {escaped(', '.join(piece.tables))}")
    if source:
        said += f" *Source: {', '.join(source)}.*"
    if piece.suggested is not None:
        said += f" Suggests a {piece.suggested}{f' ({escaped(piece.rule)})' if piece.rule else ''}."
    return said


def _actions(report: Report) -> str:
    if not report.actions:
        return "None yet."
    rows = [
        (BY_KEY[one.block].name, escaped(one.what), escaped(one.who) or "?", escaped(one.when) or "?")
        for one in report.actions
    ]
    made = _table(("Building block", "What", "Who", "When"), rows)
    if any(one.proposed for one in report.actions):
        said = "Proposed from the next level of the first priorities; who and when are still to be settled."
        made = f"{said}\n\n{made}"
    return made
