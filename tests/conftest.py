"""What all tests share: the book as it stands, and the same Hypothesis examples on every machine, busy or not."""

import os

import pytest
from hypothesis import settings

settings.register_profile("salesedu", deadline=None, derandomize=True)
settings.load_profile("salesedu")
os.environ["SALESEDU_COURSE"] = ""  # tests are about the whole book, whatever edition is in course.yml


@pytest.fixture(autouse=True)
def whole_book():
    """What a command chose in one test (as `make` does) does not hold for the next, nor for its kernels."""
    yield
    os.environ["SALESEDU_COURSE"] = ""


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items):
    """On several processes a file stays together, as its fixtures are shared; the workbooks are one group each."""
    for item in items:
        if item.path.name == "test_workbooks.py" and hasattr(item, "callspec"):
            item.add_marker(pytest.mark.xdist_group(str(item.callspec.params.get("name"))))
        elif "browser" not in item.path.parts:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
