"""The tables of the case company, one module each: columns (``TABLE``) and rows (``build``).

A new table is a new module here; nothing else needs to know.
"""
