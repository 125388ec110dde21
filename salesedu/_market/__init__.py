"""The rooms behind :mod:`salesedu.market`, one idea each; import from that front door."""
