"""What a widget is in print, without JavaScript, and until JavaScript has come: plain HTML, no controls.

Nothing here can be clicked in vain: questions show their options as a list and keep the solution folded
away, an explorer shows its figures, picture and sentence, cards are a list of terms.
"""

from collections.abc import Mapping
from html import escape

__all__ = ["html", "with_html"]

_ASKS = {
    "choice": "Choose one",
    "multiple": "Choose all that fit",
    "number": "With numbers",
    "text": "In your own words",
    "order": "Put in order",
    "match": "Match",
    "sort": "Sort",
}


def _items(texts, tag: str = "ul") -> str:
    return f'<{tag} class="se-print-list">' + "".join(f"<li>{t}</li>" for t in texts) + f"</{tag}>"


def _body(question: Mapping) -> str:
    """The options as a list; nothing in it tells the answer."""
    kind = question["type"]
    if kind in ("choice", "multiple"):
        return _items(option["text"] for option in question["options"])
    if kind == "order":
        texts = {item["index"]: item["text"] for item in question["items"]}
        return _items(texts[index] for index in question["start"])
    if kind == "match":
        lefts = _items((left["text"] for left in question["lefts"]), "ol")
        return lefts + _items(right["text"] for right in question["rights"])
    if kind == "sort":
        bins = " · ".join(question["bins"])
        return f"<p>{bins}</p>" + _items(item["text"] for item in question["items"])
    unit = escape(question.get("unit") or "")
    return f'<p class="se-print-blank">Answer: <span></span> {unit}</p>'


def _key(question: Mapping) -> str:
    """The right answer, option by option with its reason."""
    kind = question["type"]
    if kind in ("choice", "multiple"):
        return _items(
            f"<b>{'Right' if option.get('correct') else 'Not right'}:</b> {option['text']} "
            f"<i>{option['because']}</i>"
            for option in question["options"]
        )
    if kind == "order":
        return _items((f"{item['text']} <i>{item['because']}</i>" for item in question["items"]), "ol")
    if kind == "match":
        rights = {right["index"]: right["text"] for right in question["rights"]}
        return _items(
            f"{left['text']} → <b>{rights[left['index']]}</b> <i>{left['because']}</i>"
            for left in question["lefts"]
        )
    if kind == "sort":
        return _items(
            f"{item['text']} → <b>{question['bins'][item['bin']]}</b> <i>{item['because']}</i>"
            for item in question["items"]
        )
    return ""


def _question(question: Mapping, tag: str) -> str:
    first = question["variants"][0] if question.get("variants") else question
    return (
        '<section class="se-question se-print" data-state="new">'
        f'<p class="se-tag">{tag}{_ASKS[question["type"]]}</p>'
        f'<p class="se-prompt">{first["prompt"]}</p>{_body(question)}'
        f'<details class="se-print-key"><summary>Solution</summary>'
        f"<p>{first['solution']}</p>{_key(question)}</details></section>"
    )


def _quiz(quiz: Mapping) -> str:
    questions = quiz["questions"]
    many = len(questions) > 3
    title = f"<h3>{escape(quiz['title'])}</h3>" if many else ""
    texts = (
        _question(question, f"Question {number} · " if many else "Check yourself · ")
        for number, question in enumerate(questions, start=1)
    )
    return f'<div class="se-quiz">{title}{"".join(texts)}</div>'


def _is_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _width(text: str) -> int:
    return len(text) if _is_figure(text) else max(map(len, text.split(" ")))


def _figure(kpi: Mapping) -> str:
    kind = "se-figure se-lead" if kpi.get("lead") else "se-figure"
    size = ("se-words " if len(kpi["value"]) > 9 else "") + ("se-number" if _is_figure(kpi["value"]) else "")
    return (
        f'<div class="{kind}"><span class="se-name">{escape(kpi["label"])}</span>'
        f'<b class="{size}">{escape(kpi["value"])}</b>'
        f"<small>{escape(kpi.get('note') or '')}</small></div>"
    )


def _cell(column: Mapping, value: object, shut: bool) -> str:
    """A cell as it is printed: what is filled in, else room to write."""
    if column["kind"] == "tick":
        return "☑" if value else "☐"
    if shut or value in (None, ""):
        return ""
    return escape(str(dict(column["options"]).get(value, value)) if column["kind"] == "pick" else str(value))


def _rows_on_paper(control: Mapping) -> list:
    """Every row; where rows can be added, those that are filled in and one to write in."""
    filled = [place for place, (key, *_) in enumerate(control["rows"]) if any(control["value"][key].values())]
    return control["rows"][: max(filled, default=-1) + 2] if control.get("adds") else control["rows"]


def _sheet(control: Mapping) -> str:
    columns = control["columns"]
    head = "".join(f"<th>{_noted(column)}</th>" for column in columns)
    rows = []
    for key, label, note in _rows_on_paper(control):
        values = control["value"][key]
        shut = [bool(column.get("needs")) and not values[column["needs"]] for column in columns]
        cells = (_cell(column, values[column["name"]], *rest) for column, *rest in zip(columns, shut, strict=True))
        written = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr><th scope="row">{_noted({"label": label, "note": note})}</th>{written}</tr>')
    return (
        f'<div class="se-paper-wide" role="region" tabindex="0" aria-label="{escape(control["label"])}">'
        f'<table class="se-paper-form"><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _noted(told: Mapping) -> str:
    return escape(told["label"]) + (f"<br><small>{escape(told['note'])}</small>" if told["note"] else "")


def _form(explorer: Mapping) -> str:
    """What there is to fill in, with what the case fills in; a model that is only moved has no form."""
    parts = []
    for control in explorer.get("controls", ()) if explorer.get("keeps") else ():
        if control["kind"] == "words":
            body = f'<p class="se-paper-words">{escape(control["value"])}</p>'
        elif control["kind"] == "sheet":
            body = _sheet(control)
        else:
            continue
        parts.append(f'<p class="se-paper-label">{_noted(control)}</p>{body}')
    return "".join(parts)


def _document(document: Mapping) -> str:
    return (
        f'<details class="se-print-key"><summary>{escape(document["name"])}</summary>'
        f'<pre class="se-paper-text">{escape(document["text"])}</pre></details>'
    )


def _explorer(explorer: Mapping, view: Mapping) -> str:
    figures = "".join(_figure(kpi) for kpi in view["kpis"])
    # What cannot be broken decides how many fit beside each other (the same rule as in js/explorer.js).
    widths = [(_width(kpi["value"]), kpi.get("lead")) for kpi in view["kpis"]]
    layout = " se-roomy" if any(width > 8 for width, lead in widths if not lead) else ""
    layout += " se-stacked" if sum(2 * width if lead else width for width, lead in widths) > 42 else ""
    pictures = "".join(
        f'<div class="se-still se-{width}">{svg}</div>'
        for width, svg in (view.get("svg") or {}).items()
    )
    description = escape((view.get("chart") or {}).get("description", "Chart"))
    dutch = explorer.get("dutch")
    return (
        '<section class="se-explorer se-print"><header class="se-head"><div>'
        f"<h3>{escape(explorer['title'])}</h3>"
        + (f'<span class="se-dutch" lang="nl">{escape(dutch)}</span>' if dutch else "")
        + f'</div></header><p class="se-ask">{escape(explorer.get("question") or "")}</p>'
        f'{_form(explorer)}<div class="se-figures{layout}">{figures}</div>'
        f'<div class="se-chart" role="img" aria-label="{description}">{pictures}</div>'
        f'<p class="se-reading">{escape(view["reading"])}</p>'
        + "".join(map(_document, view.get("documents", ())))
        + "</section>"
    )


def _cards(deck: Mapping) -> str:
    terms = "".join(
        f"<dt>{escape(card['english'])} <span lang=\"nl\">{escape(card['dutch'])}</span></dt>"
        f"<dd>{card['definition']}</dd>"
        for card in deck["cards"]
    )
    return f'<div class="se-cards se-print"><dl>{terms}</dl></div>'


def _exam(exam: Mapping, site: str | None) -> str:
    """What is here, and where to practise without scripts."""
    told = (
        f"Here you can take an exam of {exam['size']} questions, drawn by a number from the "
        f"{len(exam['index'])} of the course. It needs JavaScript."
    )
    linked = [(f"{one['number']}. {one['title']}", one["page"]) for one in exam["chapters"]]
    where = "On paper, the worksheets ask the same questions; so does the quiz at the end of each chapter"
    if site is None:
        return f'<div class="se-exam se-print"><p>{told} {where}.</p></div>'
    links = _items(f'<a href="{site}book/{page}.html">{escape(title)}</a>' for title, page in linked)
    paper = f'<a href="{site}book/worksheets.html">worksheets</a>'
    return f'<div class="se-exam se-print"><p>{told} {where.replace("worksheets", paper)}:</p>{links}</div>'


def html(widget_state: Mapping, site: str | None = None) -> str:
    """Return a widget's state as static HTML.

    Parameters
    ----------
    widget_state : mapping
        The synced traits of one of our widgets: ``explorer`` and ``view``, ``quiz``, ``exam``, or ``deck``.
    site : str, optional
        Where a page finds the root of the book, such as ``"../"``; without it nothing is linked.

    Examples
    --------
    >>> deck = {"cards": [{"english": "customer", "dutch": "klant", "definition": "Who pays."}]}
    >>> "<dd>Who pays.</dd>" in html({"deck": deck})
    True
    """
    if "quiz" in widget_state:
        return _quiz(widget_state["quiz"])
    if "exam" in widget_state:
        return _exam(widget_state["exam"], site)
    if "deck" in widget_state:
        return _cards(widget_state["deck"])
    return _explorer(widget_state["explorer"], widget_state["view"])


def with_html(bundle, widget):
    """Add the static form to what a widget shows of itself, for tools that know no widgets.

    Parameters
    ----------
    bundle : tuple or dict or None
        What anywidget's ``_repr_mimebundle_`` returned.
    widget : anywidget.AnyWidget
        Its synced traits that are ours are shown.
    """
    if bundle is None:
        return None
    names = ("explorer", "view", "quiz", "exam", "deck")
    state = {name: getattr(widget, name) for name in names if widget.has_trait(name)}
    if "view" in state:
        # How wide a chart's letters are depends on the machine's fonts: a notebook's saved output must not.
        state["view"] = {key: value for key, value in state["view"].items() if key != "svg"}
    data, *rest = bundle if isinstance(bundle, tuple) else (bundle,)
    whole = {**data, "text/html": html(state)}
    return (whole, *rest) if rest else whole
