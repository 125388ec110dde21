"""Noorderlicht Koffie, the case company: fictional, Dutch, in coffee machines, beans and service.

``load("surveys")`` gives a table; ``load("surveys", seed=12345)`` gives the same table of a company
of your own, ``load("orders", scale=70)`` of a larger one. ``python -m salesedu.company FOLDER``
writes all tables and their data dictionary, the page that :func:`dictionary_markdown` gives.
"""

from .dictionary import dictionary_markdown
from .loader import load, table_names

__all__ = ["dictionary_markdown", "load", "table_names"]
