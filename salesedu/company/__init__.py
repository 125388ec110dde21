"""Noorderlicht Koffie, the case company: fictional, Dutch, in coffee machines, beans and service.

``load("surveys")`` gives a table; ``load("surveys", seed=12345)`` gives the same table of a company
of your own. ``python -m salesedu.company FOLDER`` writes all tables and their data dictionary.
"""

from .loader import load, table_names

__all__ = ["load", "table_names"]
