"""The evidence of the shared company as a Python module, for pages that run without pandas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields
from textwrap import wrap

from salesedu._factory.evidence import Evidence

__all__ = ["case_module"]

WIDTH = 120
INDENT = " " * 8
HEAD = '''"""Evidence from the books of Noorderlicht Koffie, for the case of chapter 8.

Made by `python -m salesedu.company datasets`; do not edit by hand.
"""

from salesedu._factory.evidence import Evidence

__all__ = ["CASE"]

CASE = (
'''


def case_module(evidence: Iterable[Evidence]) -> str:
    """The text of the module that holds this evidence as literals."""
    lines = [line for piece in evidence for line in ("    Evidence(", *_arguments(piece), "    ),")]
    return HEAD + "\n".join(lines) + "\n)\n"


def _arguments(piece: Evidence) -> list[str]:
    """The arguments, as many on a line as fit."""
    lines = [INDENT]
    for field in fields(piece):
        value = getattr(piece, field.name)
        if field.default is not MISSING and value == field.default:
            continue
        said = f"{field.name}={_literal(value)},"
        if len(INDENT + said) > WIDTH:
            lines += [*_wrapped(field.name, value), INDENT]
        elif len(lines[-1] + said) > WIDTH:
            lines.append(f"{INDENT}{said} ")
        else:
            lines[-1] += f"{said} "
    return [line.rstrip() for line in lines if line.strip()]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, tuple):
        return f"({', '.join(map(_quoted, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def _quoted(text: str) -> str:
    """A text between double quotes; what cannot be told from a space is written out."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"').replace("\N{NO-BREAK SPACE}", "\\xa0")
    return f'"{shown}"'


def _wrapped(name: str, text: str) -> list[str]:
    """A long text as several literals that follow each other."""
    # Only plain spaces may break; an escape is longer than what it stands for.
    room = WIDTH - 20
    parts = wrap(_quoted(text)[1:-1], room, break_long_words=False, break_on_hyphens=False)
    ends = [" "] * (len(parts) - 1) + [""]
    body = [f'            "{part}{end}"' for part, end in zip(parts, ends, strict=True)]
    return [f"{INDENT}{name}=(", *body, f"{INDENT}),"]
