"""In JupyterLite, ``None`` on its way to the front end gets lost: a chart that says ``"axis": None`` got an axis.

Its kernel makes JavaScript objects of Python's, and ``undefined`` of ``None``, which JSON then leaves out. A message
that was made by JavaScript's own JSON reader keeps its nulls.
"""

import json
import sys

__all__ = ["keep_nulls"]


def keep_nulls() -> None:
    """Mend the messages of all widgets of this session; does nothing outside JupyterLite."""
    if sys.platform != "emscripten":
        return
    try:
        from js import JSON
        from pyodide_kernel.comm import Comm
    except ImportError:  # Python in a page, without a kernel
        return
    if getattr(Comm.publish_msg, "keeps_nulls", False):
        return
    plain = Comm.publish_msg

    def publish_msg(self, msg_type, data=None, *others, **more):
        return plain(self, msg_type, JSON.parse(json.dumps(data or {})), *others, **more)

    publish_msg.keeps_nulls = True
    Comm.publish_msg = publish_msg
