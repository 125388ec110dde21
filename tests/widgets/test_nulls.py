"""In JupyterLite a message keeps its nulls; elsewhere messages are left alone."""

import json
import sys
from types import ModuleType, SimpleNamespace

import pytest

from salesedu.widgets.nulls import keep_nulls


@pytest.fixture
def kernel(monkeypatch):
    """A JupyterLite kernel whose messages lose what is None, as its conversion to JavaScript does."""
    sent = []

    class Parsed(dict):
        """What JavaScript's JSON reader made: passed on as it is."""

    class Comm:
        def publish_msg(self, msg_type, data=None, metadata=None, buffers=None):
            lost = data if isinstance(data, Parsed) else {k: v for k, v in (data or {}).items() if v is not None}
            sent.append((msg_type, dict(lost), buffers))

    js, home, comm = ModuleType("js"), ModuleType("pyodide_kernel"), ModuleType("pyodide_kernel.comm")
    js.JSON, comm.Comm = SimpleNamespace(parse=lambda text: Parsed(json.loads(text))), Comm
    for name, module in {"js": js, "pyodide_kernel": home, "pyodide_kernel.comm": comm}.items():
        monkeypatch.setitem(sys.modules, name, module)
    return Comm, sent


def test_a_chart_s_null_settings_reach_the_front_end_of_the_lab(kernel, monkeypatch):
    comm, sent = kernel
    monkeypatch.setattr(sys, "platform", "emscripten")
    keep_nulls()
    keep_nulls()  # a second time changes nothing
    comm().publish_msg("comm_msg", {"axis": None, "mark": "bar"}, buffers=[b"1"])
    comm().publish_msg("comm_close")
    assert sent == [("comm_msg", {"axis": None, "mark": "bar"}, [b"1"]), ("comm_close", {}, None)]


def test_other_kernels_are_left_alone(kernel):
    comm, _ = kernel
    before = comm.publish_msg
    keep_nulls()
    assert comm.publish_msg is before
