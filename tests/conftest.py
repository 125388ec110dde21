"""What all tests share: Hypothesis draws the same examples on every machine, busy or not."""

from hypothesis import settings

settings.register_profile("salesedu", deadline=None, derandomize=True)
settings.load_profile("salesedu")
