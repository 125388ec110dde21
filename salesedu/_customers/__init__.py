"""The rooms behind :mod:`salesedu.customers`, one idea each; import from that front door."""
