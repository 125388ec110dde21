"""An account plan as Markdown, and back again.

Part of chapter 7; `AccountPlan.to_markdown` and `AccountPlan.from_markdown` use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from salesedu._accounts.plan_parts import day
from salesedu._checks import shown
from salesedu._markdown import Section, bullets, escaped, plain_text, sections, table, table_rows
from salesedu._notation import MINUS, SPACE, euro, percent

if TYPE_CHECKING:
    from salesedu._accounts.plan import AccountPlan

__all__ = ["plan_markdown", "read_plan"]

TITLE = "Account plan"
FACTS = {"Period": "period", "Account manager": "account_manager", "Our share of wallet": "own_share"}
LISTS = {"Needs": "needs", "Strengths": "strengths", "Risks": "risks"}
# Per section: the list it holds, and per column the field and what stands in it.
TABLES = {
    "Figures": ("figures", {"Figure": ("name", "text"), "Value": ("value", "number"), "Unit": ("unit", "text")}),
    "People": (
        "people",
        {
            "Name": ("name", "text"),
            "Function": ("function", "text"),
            "Roles": ("roles", "words"),
            "Stance": ("stance", "text"),
            "Note": ("note", "text"),
        },
    ),
    "Competitors": (
        "competitors",
        {"Competitor": ("name", "text"), "Share of wallet": ("share", "share"), "Note": ("note", "text")},
    ),
    "Goals": (
        "goals",
        {
            "Goal": ("goal", "text"),
            "Measure": ("measure", "text"),
            "Now": ("now", "number"),
            "Target": ("target", "number"),
            "By": ("by", "date"),
        },
    ),
    "Actions": (
        "actions",
        {
            "Action": ("action", "text"),
            "Owner": ("owner", "text"),
            "Due": ("due", "date"),
            "Cost": ("cost", "euros"),
        },
    ),
    "Forecast": (
        "forecast",
        {"Period": ("period", "text"), "Revenue": ("revenue", "euros"), "Margin": ("margin", "euros")},
    ),
}
ORDER = (
    "Situation", "Figures", "People", "Needs", "Competitors", "Strengths", "Risks", "Goals", "Actions", "Forecast",
    "Review dates",
)  # fmt: skip
MUST = ("Figure", "Value", "Name", "Competitor", "Goal", "Action", "Period", "Revenue", "Margin")
FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
# 12.500 is twelve and a half here and twelve thousand five hundred in Dutch.
TWO_WAYS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


# --- Writing ----------------------------------------------------------------------------------


def plan_markdown(plan: AccountPlan) -> str:
    """The plan as Markdown; an empty list leaves room to fill in."""
    lines = [f"# {TITLE}: {escaped(plan.account, start=False)}", ""]
    facts = [escaped(plan.period, start=False), escaped(plan.account_manager, start=False), _share(plan.own_share)]
    lines += [f"- **{label}:** {fact}".rstrip(" ") for label, fact in zip(FACTS, facts, strict=True)]
    for title in ORDER:
        content = _section(plan, title)
        lines += ["", f"## {title}", *(["", *content] if content else [])]
    return "\n".join(lines) + "\n"


def _section(plan: AccountPlan, title: str) -> list[str]:
    if title == "Situation":
        paragraphs = plan.situation.split("\n\n") if plan.situation else []
        return [line for text in paragraphs for line in (escaped(text), "")][:-1]
    if title in LISTS:
        return [f"- {escaped(text)}" for text in getattr(plan, LISTS[title])] or ["-"]
    if title == "Review dates":
        return [f"- {one.isoformat()}" for one in plan.review_dates] or ["-"]
    name, columns = TABLES[title]
    rows = [
        [WRITE[kind](getattr(part, field)) for field, kind in columns.values()] for part in getattr(plan, name)
    ] or [[""] * len(columns)]
    right = [column for column, (_, kind) in columns.items() if kind in ("number", "share", "euros")]
    return [*table(list(columns), rows, right), *(_summary(plan) if title == "Forecast" and plan.forecast else [])]


def _summary(plan: AccountPlan) -> list[str]:
    rate = f" ({percent(plan.margin_rate)})" if plan.margin_rate is not None else ""
    return [
        "",
        f"Revenue {euro(plan.revenue)}, margin {euro(plan.margin)}{rate}; the actions cost {euro(plan.cost)}, "
        f"which leaves {euro(plan.result)}.",
    ]


def _digits(value: float | Decimal) -> str:
    """The number exactly, with thousands separators, never readable in two ways."""
    text = format(value, ",")
    whole, _, decimals = text.partition(".")
    if "e" in text.lower() or not decimals.strip("0"):
        return text if "e" in text.lower() else whole
    # Three decimals look like thousands to a Dutch reader; one looks unfinished.
    return f"{text}0" if len(decimals) in (1, 3) else text


def _number(value: float | None) -> str:
    return "" if value is None else _digits(value).replace("-", MINUS, 1) if value < 0 else _digits(value)


def _euros(value: float | None) -> str:
    if value is None:
        return ""
    return f"{MINUS if value < 0 else ''}€{SPACE}{_digits(abs(value))}"


def _share(value: float | None) -> str:
    # In decimals, as 0.07 times 100 is not 7 in binary.
    return "" if value is None else f"{_digits((Decimal(repr(value)) * 100).normalize() + 0)}{SPACE}%"


WRITE: dict[str, Callable] = {
    "text": partial(escaped, start=False),
    "words": ", ".join,
    "number": _number,
    "euros": _euros,
    "share": _share,
    "date": lambda value: "" if value is None else value.isoformat(),
}


# --- Reading ----------------------------------------------------------------------------------


def read_plan(text: object) -> dict[str, object]:
    """The arguments of the plan that a text holds."""
    _, *found = sections(text, "text")
    first = next((place for place, one in enumerate(found) if one.level == 1), None)
    account = _account(found[first].title) if first is not None else ""
    if not account:
        raise ValueError(f'text has no title "# {TITLE}: name of the account"; put it on the first line.')
    plan: dict[str, object] = {"account": account, **_facts(found[first])}
    seen: list[str] = []
    for section in found[first + 1 :]:
        title = _known(section.title, ORDER)
        if title is None:
            raise ValueError(
                f"the plan has a section {section.title!r}, which is unknown; use {', '.join(ORDER)}, and move its "
                "text there."
            )
        if title in seen:
            raise ValueError(f"the plan has the section {title!r} twice; put both together.")
        seen.append(title)
        plan |= _content(title, section)
    return plan


def _known(given: str, names: Iterable[str]) -> str | None:
    return next((name for name in names if name.casefold() == given.rstrip(":").strip().casefold()), None)


def _account(title: str) -> str:
    label, colon, account = title.partition(":")
    return account.strip() if colon and label.strip().casefold() == TITLE.casefold() else ""


def _facts(section: Section) -> dict[str, object]:
    facts: dict[str, object] = {}
    for line in bullets(section.lines):
        label, _, value = plain_text(line).partition(":")
        name = _known(label, FACTS)
        if name is None:
            raise ValueError(f"the list under the title names {label!r}, which is unknown; use {', '.join(FACTS)}.")
        value = value.strip()
        facts[FACTS[name]] = _read("share", value, name) if FACTS[name] == "own_share" else value
    for label in ("Period", "Account manager"):
        if not facts.get(FACTS[label]):
            raise ValueError(f'the list under the title has no "{label}"; add the line "- **{label}:** ...".')
    return facts


def _content(title: str, section: Section) -> dict[str, object]:
    if title == "Situation":
        return {"situation": _paragraphs(section.lines)}
    if title in LISTS:
        return {LISTS[title]: [plain_text(line) for line in bullets(section.lines)]}
    if title == "Review dates":
        days = [plain_text(line) for line in bullets(section.lines)]
        return {"review_dates": [_read("date", one, "Review dates") for one in days]}
    name, columns = TABLES[title]
    rows = table_rows(section.lines)
    beside = [line.strip() for line in section.lines if line.strip() and not (rows and "|" in line)]
    if beside and not (rows and title == "Forecast" and beside[0].startswith("Revenue")):
        raise ValueError(
            f"section {title} says {shown(beside[0])} beside its table; put it in the table, with the columns "
            f"{', '.join(columns)}, or in Situation."
        )
    if not rows:
        return {name: []}
    header = []
    for given in rows[0]:
        column = _known(given, columns)
        if column is None or column in header:
            raise ValueError(
                f"section {title} has a column {given!r}, which is {'there twice' if column else 'unknown'}; use "
                f"{', '.join(columns)}."
            )
        header.append(column)
    parts = [_part(columns, header, row, f"section {title}, row {place}") for place, row in enumerate(rows[1:], 1)]
    return {name: parts}


def _part(columns: Mapping[str, tuple], header: list[str], row: list[str], where: str) -> dict[str, object]:
    if len(row) != len(header):
        raise ValueError(
            f"{where} has {len(row)} cells, but there are {len(header)} columns; write a bar inside a text as \\|."
        )
    part = {
        columns[column][0]: _read(columns[column][1], cell, f"{where}, {column}")
        for column, cell in zip(header, row, strict=True)
    }
    for column in MUST:
        if column in columns and part.get(columns[column][0]) in (None, ""):
            raise ValueError(f"{where} has no {column}; fill it in.")
    return part


def _paragraphs(lines: Iterable[str]) -> str:
    """Paragraphs as plain text; every bullet becomes one."""
    texts, block = [], []
    for line in [*lines, ""]:
        if not line.strip() or re.match(r"\s*[-*+]\s", line):
            texts.append(plain_text(" ".join(block)))
            block = []
        if line.strip():
            block.append(line)
    return "\n\n".join(text for text in texts if text)


def _read(kind: str, text: str, where: str) -> object:
    if kind == "text":
        return text
    if kind == "words":
        return [word.strip() for word in text.split(",") if word.strip()]
    if not text:
        return None
    if kind == "date":
        return day(text, where)
    bare = text.replace(MINUS, "-").replace("€", "").replace("%", "")
    bare = "".join(bare.split())
    remedy = "write it as 12,500 or 12.50"
    if TWO_WAYS.fullmatch(bare):
        whole = bare.replace(".", ",")
        raise ValueError(f"{where} is {shown(text)}, which can be read in two ways; write {whole} or {bare}0.")
    if not FIGURE.fullmatch(bare) or ("%" in text and kind != "share") or ("€" in text and kind == "share"):
        raise ValueError(f"{where} is {shown(text)}; {'write it as 25 %' if kind == 'share' else remedy}.")
    exact = Decimal(bare.replace(",", ""))
    return float(exact / 100) if kind == "share" and "%" in text else float(exact)
