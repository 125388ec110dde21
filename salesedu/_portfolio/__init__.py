"""The rooms behind :mod:`salesedu.portfolio`, one idea each; import from that front door."""
