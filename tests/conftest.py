"""What all tests share: the book as it stands, and the same Hypothesis examples on every machine, busy or not."""

import os

from hypothesis import settings

settings.register_profile("salesedu", deadline=None, derandomize=True)
settings.load_profile("salesedu")

os.environ.pop("SALESEDU_COURSE", None)  # make names the edition of course.yml; tests are about the whole book
