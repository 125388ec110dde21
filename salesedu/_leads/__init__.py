"""The parts of chapter 3; import from :mod:`salesedu.leads`."""
