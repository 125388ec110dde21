"""What a learner can play with: every explorer of every chapter, and the one way to call them.

Each chapter has a package in here, each explorer a module that defines ``EXPLORER``; it is found
by itself (a module whose name starts with an underscore only helps its neighbours). Front ends, in
Jupyter and on a page, use :func:`call` and nothing else.
"""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from salesedu.explorers.parts import Explorer
from salesedu.notation import localised_view

__all__ = ["all_explorers", "call", "find", "first_view"]


@cache
def _homes() -> dict[str, str]:
    """Id to module: the file ``pay_plan.py`` holds the explorer ``pay-plan``."""
    found: dict[str, str] = {}
    for module in walk_packages(__path__, prefix=f"{__name__}."):
        place, _, name = module.name.rpartition(".")
        if place in (__name__, f"{__name__}.parts") or name.startswith("_"):  # a package, or help for a neighbour
            continue
        id = name.replace("_", "-")
        if id in found:
            raise ValueError(f"Two explorers are called {id!r}; rename one file.")
        found[id] = module.name
    return dict(sorted(found.items(), key=lambda item: item[1]))


def all_explorers() -> tuple[Explorer, ...]:
    """Every explorer, by chapter and then by name."""
    return tuple(map(find, _homes()))


def find(id: str) -> Explorer:
    """The explorer with this id; only its own module is loaded, so that a page starts fast.

    Raises
    ------
    ValueError
        When there is none; the sentence lists what there is.

    Examples
    --------
    >>> find("nps").title
    'Net Promoter Score'
    """
    known = _homes()
    if isinstance(id, str) and id in known:
        explorer = import_module(known[id]).EXPLORER
        if explorer.id != id:
            raise ValueError(f"The file of explorer {explorer.id!r} is called {id!r}; rename one.")
        return explorer
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
        case's own value; ``"numbers": "dutch"`` writes figures as 1.250,50.

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
        value = localised_view(value, args.get("numbers", "english"))
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
