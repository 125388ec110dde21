"""The parts of chapter 4; import from :mod:`salesedu.value`."""
