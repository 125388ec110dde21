"""What a learner can play with: every explorer of every chapter, and the one way to call them.

Each chapter has a package in here, each explorer a module that defines ``EXPLORER``; it is found
by itself. Front ends, in Jupyter and on a page, use :func:`call` and nothing else.
"""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from salesedu.explorers.parts import Explorer

__all__ = ["all_explorers", "call", "find", "first_view"]


@cache
def _by_id() -> dict[str, Explorer]:
    found: dict[str, Explorer] = {}
    modules = walk_packages(__path__, prefix=f"{__name__}.")
    for name in sorted(module.name for module in modules):
        explorer = getattr(import_module(name), "EXPLORER", None)
        if explorer is None:
            continue
        if explorer.id in found:
            raise ValueError(f"Two explorers are called {explorer.id!r}; rename one.")
        found[explorer.id] = explorer
    return found


def all_explorers() -> tuple[Explorer, ...]:
    """Every explorer, by chapter and then by name."""
    return tuple(_by_id().values())


def find(id: str) -> Explorer:
    """The explorer with this id.

    Raises
    ------
    ValueError
        When there is none; the sentence lists what there is.

    Examples
    --------
    >>> find("nps").title
    'Net Promoter Score'
    """
    known = _by_id()
    if isinstance(id, str) and id in known:
        return known[id]
    near = get_close_matches(id, known, n=1) if isinstance(id, str) else []
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}."
    raise ValueError(f"There is no explorer {str(id)[:40]!r}; {hint}")


def first_view(id: str) -> dict:
    """The view on the case's own numbers, before anything is moved, as JSON.

    Examples
    --------
    >>> first_view("nps")["kpis"][0]["value"]
    '+20'
    """
    return find(id).view().as_dict()


def call(fn: str, args: Mapping) -> dict:
    """Answer a front end; never raises.

    Parameters
    ----------
    fn : str
        ``"paint"``, the only function there is so far.
    args : mapping
        ``{"explorer": id, "values": {control: value}}``; a control that is left out keeps the
        case's own value.

    Returns
    -------
    dict
        ``{"ok": True, "value": view}`` or ``{"ok": False, "error": sentence}``.

    Examples
    --------
    >>> answer = call("paint", {"explorer": "nps", "values": {"promoters": 60}})
    >>> answer["ok"], answer["value"]["kpis"][0]["value"]
    (True, '+24')
    >>> call("paint", {"explorer": "nps", "values": {"promoters": 900}})["error"]
    'Promoters runs from 0 to 100, not to 900.'
    """
    try:
        if fn != "paint":
            raise ValueError(f"There is nothing called {str(fn)[:40]!r} to do; use 'paint'.")
        if not isinstance(args, Mapping) or "explorer" not in args:
            raise ValueError("Say which explorer to paint: {'explorer': id, 'values': {...}}.")
        value = find(args["explorer"]).view(args.get("values")).as_dict()
        json.dumps(value, allow_nan=False)  # a NaN would break the reader in the page
        return {"ok": True, "value": value}
    except ValueError as problem:
        return {"ok": False, "error": str(problem)}
    except Exception as problem:  # the page shows a sentence, whatever went wrong in here
        return {
            "ok": False,
            "error": f"This explorer stumbled over these values ({type(problem).__name__}); "
            "go back to the case and try again.",
        }
