import pytest

from salesedu.exercises import reset


@pytest.fixture(autouse=True)
def fresh_ladder():
    reset()
    yield
    reset()
