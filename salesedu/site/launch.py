"""The way from a workbook's page to the same workbook running in the lab; only in a build that has the lab."""

import re
from html import escape

from .lab.address import address

__all__ = ["instead_of_a_kernel", "with_button"]

_PICTURE = re.compile(r'<img [^>]*?src="(?P<src>[^"]*_images/[^"]+)"[^>]*>')
_NOTE = "The controls that belong here calculate in a running notebook."
_LOCALLY = "Open the workbook in JupyterLab (<code>make lab</code>) to move them."


def _button(root: str, notebook: str) -> str:
    return f'<a class="se-run-link" href="{escape(root + address(notebook))}">Run in your browser</a>'


def with_button(body: str, root: str, notebook: str, megabytes: int) -> str:
    """A workbook's page with the button under its title.

    Parameters
    ----------
    body : str
        The page's HTML.
    root : str
        The way from this page to the root of the site, such as ``"../"``.
    notebook : str
        Name of the workbook's file in the lab.
    megabytes : int
        What a first visit fetches.
    """
    said = f"Nothing to install: Python comes to this browser, some {megabytes} MB the first time, and then starts."
    return body.replace("</h1>", f'</h1><p class="se-run">{_button(root, notebook)}<small>{said}</small></p>', 1)


def instead_of_a_kernel(before: str, root: str, notebook: str, lab: bool) -> str:
    """What stands where a cell's controls need a kernel: the last picture above them, and how to get them running.

    Parameters
    ----------
    before : str
        The page's HTML up to here.
    root, notebook : str
        As in :func:`with_button`; ``notebook`` is empty on a page that is no workbook.
    lab : bool
        Whether this build has the lab.
    """
    pictures = _PICTURE.findall(before)
    still = f'<img src="{pictures[-1]}" alt="The figure above, as it was drawn last">' if pictures else ""
    way = _button(root, notebook) if lab and notebook else _LOCALLY
    return f'<div class="se-note se-kernel">{still}<p>{_NOTE} {way}</p></div>'

