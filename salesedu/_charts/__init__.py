"""The larger charts of the house style, one a module; import them from :mod:`salesedu.charts`."""
