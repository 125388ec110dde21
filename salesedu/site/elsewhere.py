"""Links that open a workbook elsewhere: the lecturer's own JupyterHub, Binder, Colab; none unless it is set.

The settings stand under ``launch`` in ``course.yml``: ``repository`` (address of the copy of the project), ``branch``,
and the address of each place to offer: ``jupyterhub``, ``binder``, ``colab``.
"""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote, urlencode, urlsplit

from ..concepts.edition import current

__all__ = ["first_cell", "links", "offer", "offer_launch"]

_UNDER = re.compile(r'</h1>(?:<p class="se-run">.*?</p>)?', re.DOTALL)


def _repository(launch: Mapping) -> tuple[str, str, str]:
    """Address, host and path (``owner/name``) of the copy of the project."""
    address = (launch.get("repository") or "").rstrip("/").removesuffix(".git")
    parts = urlsplit(address)
    return address, parts.netloc, parts.path.strip("/")


def links(launch: Mapping, notebook: str) -> list[tuple[str, str]]:
    """Where a workbook can be opened: name and address of each place that is set.

    Parameters
    ----------
    launch : mapping
        The settings; without a repository nothing can be opened elsewhere.
    notebook : str
        Path of the workbook in the project.

    Examples
    --------
    >>> links({}, "notebooks/1-customer-centrality.ipynb")
    []
    >>> [(place, _)] = links({"repository": "https://github.com/you/copy", "jupyterhub": "https://hub.example.edu"},
    ...                      "notebooks/1-x.ipynb")
    >>> place
    'your JupyterHub'
    """
    address, host, path = _repository(launch)
    branch = launch.get("branch") or "main"
    if not path:
        return []
    told = []
    if hub := (launch.get("jupyterhub") or "").rstrip("/"):
        place = f"lab/tree/{path.rsplit('/', 1)[-1]}/{notebook}"
        asked = urlencode({"repo": address, "branch": branch, "urlpath": place})
        told.append(("your JupyterHub", f"{hub}/hub/user-redirect/git-pull?{asked}"))
    if binder := (launch.get("binder") or "").rstrip("/"):
        source = {"github.com": f"gh/{path}", "gitlab.com": f"gl/{quote(path, safe='')}"}.get(
            host, f"git/{quote(address, safe='')}"
        )
        asked = urlencode({"urlpath": f"lab/tree/{notebook}"})
        told.append(("Binder", f"{binder}/v2/{source}/{quote(branch, safe='')}?{asked}"))
    if (colab := (launch.get("colab") or "").rstrip("/")) and host == "github.com":
        told.append(("Colab", f"{colab}/github/{path}/blob/{quote(branch)}/{notebook}"))
    return told


def first_cell(launch: Mapping) -> str:
    """What the first cell of a workbook must be in Colab, which knows nothing of the course.

    Examples
    --------
    >>> first_cell({"repository": "https://github.com/you/copy", "branch": "2027"})
    '%pip install --quiet "salesedu @ git+https://github.com/you/copy@2027"'
    """
    address, _, _ = _repository(launch)
    return f'%pip install --quiet "salesedu @ git+{address}@{launch.get("branch") or "main"}"'


def offer(launch: Mapping, notebook: str) -> str:
    """The links as one paragraph of a page, and for Colab the cell that goes first; empty when nothing is set."""
    told = links(launch, notebook)
    if not told:
        return ""
    shown = " · ".join(f'<a href="{escape(address)}" rel="external">{place}</a>' for place, address in told)
    cell = ""
    if any(place == "Colab" for place, _ in told):
        cell = f"<p>In Colab, put this in a first cell and run it: <code>{escape(first_cell(launch))}</code></p>"
    return f'<div class="se-launch"><p>Open this workbook elsewhere: {shown}</p>{cell}</div>'


def offer_launch(app, pagename, templatename, context, doctree) -> None:
    """``html-page-context``: put the links under the title of every workbook, a lecturer's own included."""
    if doctree is None or "body" not in context or not app.env.doc2path(pagename).endswith(".ipynb"):
        return
    edition = current()
    launch = {"repository": edition.repository, "branch": edition.branch, **edition.launch}
    # Under the title, and under the button that needs no other place.
    context["body"] = _UNDER.sub(lambda top: top[0] + offer(launch, f"{pagename}.ipynb"), context["body"], count=1)
