"""Knowing, liking, acting: the stages of response that a phase may work on.

Part of chapter 5; import it from :mod:`salesedu.funnel`.
"""

from collections.abc import Mapping

from salesedu._checks import one_of, shown

__all__ = ["KINDS", "RESPONSE_STAGES", "kinds_of", "term_of"]

KINDS = ("cognitive", "affective", "conative")

# What is at stake in a phase, for the names that textbooks use (Lavidge and Steiner; AIDA) and ours.
RESPONSE_STAGES = {
    "attention": "cognitive",
    "awareness": "cognitive",
    "knowledge": "cognitive",
    "interest": "affective",
    "liking": "affective",
    "desire": "affective",
    "preference": "affective",
    "conviction": "conative",
    "action": "conative",
    "purchase": "conative",
    "response": "conative",
    "lead": "conative",
    "leads": "conative",
    "visit": "conative",
    "quote": "conative",
    "order": "conative",
    "orders": "conative",
}


def kinds_of(kinds: Mapping[str, str] | None, names: tuple[str, ...]) -> dict[str, str | None]:
    """The kind of each phase: as given, else by its name, else None."""
    result = {name: RESPONSE_STAGES.get(name.strip().lower()) for name in names}
    if kinds is None:
        return result
    if not isinstance(kinds, Mapping):
        raise ValueError(f"kinds is {shown(kinds)}; give a mapping from phase to {', '.join(KINDS)}.")
    for phase, kind in kinds.items():
        if phase not in result:
            raise ValueError(f"kinds names {phase!r}, which is no phase; use {', '.join(names)}.")
        result[phase] = one_of(kind, f"kinds: {phase}", KINDS)
    return result


def term_of(kind: str | None) -> str | None:
    """Knowing and liking also work later; acting works now."""
    return None if kind is None else "short" if kind == "conative" else "long"
