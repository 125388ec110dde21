"""The parts of chapter 8; import from :mod:`salesedu.factory`."""
