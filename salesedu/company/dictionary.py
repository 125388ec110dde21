"""The data dictionary: every table and column of the case company, as one page of Markdown."""

from __future__ import annotations

from .generator import definitions, generate
from .schema import dictionary
from .story import SEED

__all__ = ["dictionary_markdown"]

_HEAD = """\
# The tables of Noorderlicht Koffie

Noorderlicht Koffie is a fictional Dutch company: it supplies coffee machines, beans and service to
offices, hospitality, the public sector and resellers. The tables cover 1 October 2023 to
30 September 2026; leads and deals that ran over that first day begin earlier, and `monthly_sales`
goes back to October 2021. Every person and organisation in them is invented; the towns are real.
Amounts are euros without VAT, rates are fractions. Files are UTF-8, with commas, a point as decimal
sign and dates as year-month-day; a cell without a value is empty.

In Python: `from salesedu import load`, then `load("accounts")`. With a seed,
`load("accounts", seed=12345)` gives another company with the same columns; with a scale,
`load("orders", scale=70)`, a larger one. Tables join on columns of the same name (`account_id`,
`lead_id`, `opportunity_id`, `quote_id`, `rep_id`, ...).

"""


def dictionary_markdown() -> str:
    """The data dictionary of the shared company: what every table and every column holds.

    Returns
    -------
    str
        Markdown: a title (level 1), an introduction, and a section (level 2) for each table.

    Examples
    --------
    >>> dictionary_markdown().splitlines()[0]
    '# The tables of Noorderlicht Koffie'
    """
    rows = {name: len(frame) for name, frame in generate(SEED).items()}
    return _HEAD + dictionary(definitions(), rows)
