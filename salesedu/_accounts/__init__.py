"""The parts of chapter 7; import from :mod:`salesedu.accounts`."""
