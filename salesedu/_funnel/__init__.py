"""The rooms of chapter 5; import from :mod:`salesedu.funnel`."""
