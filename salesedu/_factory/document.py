"""The report on a sales factory: what was found, what shows it, what to do and what is not known.

Part of chapter 8; import it from :mod:`salesedu.factory`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from salesedu._checks import numbered, shown
from salesedu._factory.assessment import Assessment
from salesedu._factory.blind_spots import blind_spots
from salesedu._factory.blocks import BY_KEY, named
from salesedu._factory.choice import Choice
from salesedu._factory.evidence import Evidence, evidence_by_block, read_evidence
from salesedu._factory.ranking import Priorities, ranked
from salesedu._factory.words import names_text, score_text, some_of
from salesedu._factory.written import markdown_of
from salesedu._markdown import one_line
from salesedu._notation import percent, plain

__all__ = ["Action", "Report", "report"]

PROPOSED = 3  # so many first priorities become proposals when no actions are given


@dataclass(frozen=True)
class Action:
    """One thing to do.

    Attributes
    ----------
    block : str
        Key of the block; a number or a name is turned into it.
    what : str
        What will be done.
    who, when : str
        By whom and by when; "" when that is not settled.
    proposed : bool
        True for a next step that the report proposes itself.
    """

    block: str
    what: str
    who: str = ""
    when: str = ""
    proposed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "block", named(self.block, "block").key)
        object.__setattr__(self, "what", _text(self.what, "what", "say what will be done", needed=True))
        object.__setattr__(self, "who", _text(self.who, "who", "give a name, or leave it out"))
        object.__setattr__(self, "when", _text(self.when, "when", "give a day in words, or leave it out"))


@dataclass(frozen=True)
class Report:
    """A report that can be written out.

    Attributes
    ----------
    title, organisation, by, on : str
        The heading, what was assessed, by whom and when.
    summary : str
        One paragraph, made from the figures.
    assessment : Assessment
        With the evidence counted.
    priorities : Priorities
        Gaps by importance.
    evidence : dict
        Key of each block to its pieces of evidence.
    actions : tuple of Action
        As given, or the next steps of the first priorities.
    unknown : tuple of str
        What is not known, one sentence each.
    """

    title: str
    organisation: str
    by: str
    on: str
    summary: str
    assessment: Assessment
    priorities: Priorities
    evidence: dict[str, tuple[Evidence, ...]]
    actions: tuple[Action, ...]
    unknown: tuple[str, ...]

    def to_markdown(self) -> str:
        """The report as a Markdown text, with tables, that ends with a line break."""
        return markdown_of(self)


def report(
    assessment: Assessment,
    evidence: Iterable[Evidence] = (),
    organisation: str = "the organisation",
    *,
    actions: Iterable[Action] | Mapping[str, str] | None = None,
    by: str = "",
    on: str = "",
) -> Report:
    """A report on a sales factory, from an assessment and the evidence for it.

    Parameters
    ----------
    assessment : Assessment
        Made by `assess`.
    evidence : iterable of Evidence
        For any of the blocks; what concerns blocks that were not chosen is named under what is not
        known, and not shown.
    organisation : str
        Its name.
    actions : iterable of Action or mapping, optional
        What will be done: `Action` items, or a text for each block. When left out, the next step
        of the first three priorities is proposed.
    by, on : str
        Who wrote it and when.

    Returns
    -------
    Report

    Raises
    ------
    ValueError
        When the assessment, a piece of evidence, an action or a text is not of the right kind.

    Examples
    --------
    >>> from salesedu._factory.assessment import assess
    >>> slow = Evidence("quotes", "Half of the quotes take longer than five days.", 5, "days")
    >>> made = report(assess({"quotes": 2, "leads": 4}), [slow], "Noorderlicht Koffie")
    >>> made.title, made.actions[0].block, made.unknown[0].split(",")[0]
    ('The sales factory of Noorderlicht Koffie', 'quotes', 'Block 6 (Leads and opportunities) scores 4')
    """
    if not isinstance(assessment, Assessment):
        raise ValueError(f"assessment is {shown(assessment)}; make one with assess(...) first.")
    name = _text(organisation, "organisation", "give its name", needed=True)
    pieces = read_evidence(evidence)
    seen = _with_evidence(assessment, pieces)
    order = ranked(seen)
    return Report(
        title=f"The sales factory of {name}",
        organisation=name,
        by=_text(by, "by", "give a name, or leave it out"),
        on=_text(on, "on", "give a day in words, or leave it out"),
        summary=_summary(name, seen, order, pieces),
        assessment=seen,
        priorities=order,
        evidence={key: of for key, of in evidence_by_block(pieces).items() if key in seen.scores},
        actions=_actions(actions, order),
        unknown=_unknown(seen, pieces),
    )


def _text(value: object, name: str, remedy: str, needed: bool = False) -> str:
    """A text of one line."""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise ValueError(f"{name} is {shown(value)}; {remedy}.")
    return one_line(value, name)


def _with_evidence(found: Assessment, pieces: tuple[Evidence, ...]) -> Assessment:
    """The same assessment, with its evidence counted and looked at."""
    lines = tuple(replace(line, evidence=sum(piece.block == line.key for piece in pieces)) for line in found.lines)
    # Whether importance was given cannot be seen any more; the first look has noticed what follows from it.
    given = any(spot.kind == "all equally important" for spot in found.blind_spots)
    wanted = {line.key: line.wanted for line in lines}
    choice = Choice(found.scores, found.importance, wanted, given, found.not_chosen)
    return replace(found, lines=lines, blind_spots=blind_spots(choice, pieces))


def _summary(name: str, found: Assessment, order: Priorities, pieces: tuple[Evidence, ...]) -> str:
    scored = [line for line in found.lines if line.score is not None]
    if not scored:
        return f"None of the {len(found.lines)} chosen blocks of {name} has a score yet."
    best, worst = (way(line.score for line in scored) for way in (max, min))
    said = [
        f"On {some_of(len(scored), len(BY_KEY))} building blocks of the sales factory, {name} comes to a weighted "
        f"level of {plain(found.level, 1)} on a scale of 1 to 5."
    ]
    if best > worst:
        strong = names_text([line.name for line in scored if line.score == best])
        weak = names_text([line.name for line in scored if line.score == worst])
        said.append(f"Highest: {strong} ({score_text(best)}). Lowest: {weak} ({score_text(worst)}).")
    elif len(scored) > 1:
        said.append(f"Every score is {score_text(best)}.")
    if order.ranking:
        first = [one.name for one in order.ranking if one.rank == 1]
        share = sum(one.share for one in order.ranking if one.rank == 1)
        blocks = "1 block lies" if len(order.ranking) == 1 else f"{len(order.ranking)} blocks lie"
        said.append(
            f"{blocks} below the wanted level; {names_text(first)} "
            f"{'comes' if len(first) == 1 else 'come'} first, with {percent(share)} of all gaps weighed by importance."
        )
    else:
        said.append("No score lies below the wanted level.")
    shown_for = sum(1 for line in scored if line.evidence)
    count = sum(piece.block in found.scores for piece in pieces)
    items = "1 piece" if count == 1 else f"{count} pieces"
    if len(scored) == 1:
        said.append("The score has evidence." if shown_for else "The score has no evidence.")
    else:
        shown_text = some_of(shown_for, len(scored))
        has = "has" if shown_for == 1 else "have"
        said.append(f"{shown_text[0].upper()}{shown_text[1:]} scores {has} evidence, {items} in all.")
    if found.unscored:
        said.append(
            f"{percent(found.coverage)} of the importance is scored, so that the level may turn out anywhere from "
            f"{plain(found.lowest, 1)} to {plain(found.highest, 1)}."
        )
    return " ".join(said)


def _actions(given: Iterable[Action] | Mapping[str, str] | None, order: Priorities) -> tuple[Action, ...]:
    if given is None:
        return tuple(Action(one.key, one.next_step, proposed=True) for one in order.ranking[:PROPOSED])
    if isinstance(given, Mapping):
        return tuple(Action(which, what) for which, what in given.items())
    remedy = "give a list of Action, or a text for each block"
    found = []
    for place, one in numbered(given, "actions", remedy):
        if not isinstance(one, Action):
            raise ValueError(f"actions: number {place} is {shown(one)}; {remedy}.")
        found.append(one)
    return tuple(found)


def _unknown(found: Assessment, pieces: tuple[Evidence, ...]) -> tuple[str, ...]:
    """What the report cannot say."""
    said = [f"{spot.because} {spot.advice}" for spot in found.blind_spots]
    if found.not_chosen:
        names = names_text([BY_KEY[key].name for key in found.not_chosen])
        said.append(f"Not looked at, because they were not chosen: {names}.")
        idle = sum(piece.block in found.not_chosen for piece in pieces)
        if idle:
            items = "1 piece of evidence is" if idle == 1 else f"{idle} pieces of evidence are"
            said.append(f"{items} about these blocks and left out here.")
    if any(piece.suggested is not None for piece in pieces):
        said.append(
            "The scores that the figures suggest follow thresholds that this course chose. Other thresholds suggest "
            "other scores, and a figure sees one side of its block."
        )
    said.append("What the measures cost, and how long they take, is not in these figures.")
    return tuple(said)
